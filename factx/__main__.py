"""`factx` and `python -m factx`: the command, quiet on Ctrl-C even while it is being imported."""

import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command. Its modules are imported here, where an interrupt gives no traceback."""
    try:
        from factx.cli import main

        main(prog_name="factx")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
