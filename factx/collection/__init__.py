"""Collections: the documents, their facts and what they say together, in one SQLite database."""
