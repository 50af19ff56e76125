"""The one place where sentences are read: words' classes, groups, clauses."""
