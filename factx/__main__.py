"""`python -m factx`: the command."""

from factx.cli import main

if __name__ == "__main__":
    main(prog_name="factx")
