"""One package for each kind of fact: its grammar, and the function that runs it over tokens."""
