"""Questions about facts: which of them, in what order, how many, and what many documents say together."""
