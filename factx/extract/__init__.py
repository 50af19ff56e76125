"""A package a kind: its grammar, and the function that runs it over tokens."""
