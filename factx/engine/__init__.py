"""What a rule is and how it runs: tags, the alphabet, the notation, its compiler, and grammars of rules."""
