"""`factx` and `python -m factx`: the command, quiet on Ctrl-C even while it is being imported."""

import atexit
import gc
import os
import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command. Its modules are imported here, where an interrupt gives no traceback."""
    # Neither modules nor facts make cycles worth a search: the collector would walk all that is remembered of words
    # over and over for nothing.
    gc.set_threshold(100_000, 20, 100)
    try:
        from factx.command.cli import main

        main(prog_name="factx")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except SystemExit as end:
        leave(end.code)
        raise


def leave(status: object) -> None:
    """End the process, with nothing left to write: the system takes its memory back at once, Python word by word.

    Returns where that can't be done, for Python to end it in its own way.
    """
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except (AttributeError, OSError, ValueError):  # there is none, or it can't be written to, or is closed
        return
    if isinstance(status, int):
        atexit._run_exitfuncs()
        os._exit(status)


if __name__ == "__main__":
    main()
