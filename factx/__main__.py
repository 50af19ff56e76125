"""`factx` and `python -m factx`: the command, quiet on Ctrl-C even while it is being imported."""

import atexit
import gc
import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command. Its modules are imported here, where an interrupt gives no traceback."""
    # Neither modules nor facts make cycles worth a search: the collector would walk all that is remembered of words
    # over and over for nothing, and once more at the end, when the system takes it all back anyway.
    gc.set_threshold(100_000, 20, 100)
    atexit.register(gc.freeze)
    try:
        from factx.cli import main

        main(prog_name="factx")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
