"""What many documents say together: who is one person in all of them, and what cannot all be true."""
