"""Rules, words and extractors of users and of other packages."""
