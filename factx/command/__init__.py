"""The command: options in, exit status out."""
