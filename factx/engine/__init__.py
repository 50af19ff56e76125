"""The rule engine: tags, the alphabet, the notation and its compiler, and grammars of rules."""
