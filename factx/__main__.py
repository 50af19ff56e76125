"""`factx` and `python -m factx`: the command, quiet on Ctrl-C even while it is being imported."""

import atexit
import gc
import os
import sys
from types import ModuleType

INTERRUPTED = 130


def main() -> None:
    """Run the command. Its modules are imported here, where an interrupt gives no traceback."""
    # Neither modules nor facts make cycles worth collecting: the collector would walk all cached words over and over
    # for nothing.
    gc.set_threshold(500_000, 20, 100)
    try:
        import_on_use("inspect")  # Click imports it, for what the options here don't need
        from factx.command.cli import main

        main(prog_name="factx")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except SystemExit as end:
        leave(end.code)
        raise


class OnUse(ModuleType):
    """A module that is read when something of it is asked for. (`import` asks for something of a `LazyLoader`'s.)"""

    def __getattr__(self, name: str) -> object:
        self.__class__ = ModuleType  # type: ignore[assignment]
        self.__spec__.loader.exec_module(self)  # type: ignore[union-attr]
        return getattr(self, name)


def import_on_use(name: str) -> None:
    """Import a module without reading it yet."""
    from importlib.util import find_spec, module_from_spec

    if name not in sys.modules and (spec := find_spec(name)) is not None:
        module = sys.modules[name] = module_from_spec(spec)
        module.__class__ = OnUse


def leave(status: object) -> None:
    """Flush the streams and exit at once: the system frees the memory in one go, Python object by object.

    Returns if that fails; Python then exits in its usual way.
    """
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except (AttributeError, OSError, ValueError):  # a stream is missing, closed or not writable
        return
    if isinstance(status, int):
        atexit._run_exitfuncs()
        os._exit(status)


if __name__ == "__main__":
    main()
