"""The command's streams: what is written where, and the exit statuses that shells expect."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from typing import Protocol

    class Output(Protocol):
        """A destination for bytes: standard output, or a pager."""

        def write(self, data: memoryview, /) -> int: ...

        def flush(self) -> None: ...

NOTHING_FOUND: Final = 1
FAILED: Final = 2
INTERRUPTED: Final = 130


@contextmanager
def exit_statuses() -> Iterator[None]:
    """End quietly on a closed pipe, with 130 on Ctrl-C, with 2 on a full disk or memory: Click would exit with 1.

    Wrong usage is said in one line.
    """
    try:
        yield
    except click.ClickException as error:
        from factx.command.wrong_usage import message

        click.echo(f"factx: {message(error)}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        discard_output()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except OSError as error:
        if error.filename is not None:
            raise
        discard_output()
        click.echo(f"factx: cannot write: {error.strerror}", err=True)
        sys.exit(FAILED)
    except MemoryError:
        click.echo("factx: there is not enough memory", err=True)
        sys.exit(FAILED)


def discard_output() -> None:
    """Drop buffered output that can't be written: the interpreter would complain of it on its way out."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def whole_lines(out: Output) -> Iterator[None]:
    """Finish writing before Ctrl-C ends the command; pressed again, it ends it at once."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    pressed = False

    def press(number: int, frame: object) -> None:
        nonlocal pressed
        if pressed:
            raise KeyboardInterrupt
        pressed = True

    signal.signal(signal.SIGINT, press)
    try:
        yield
        if pressed:
            out.flush()
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if pressed:
        raise KeyboardInterrupt
