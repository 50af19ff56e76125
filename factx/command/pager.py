"""Output that is longer than the screen is shown in a pager, as git shows its own.

What fits the screen is printed as it is. The pager is `FACTX_PAGER`, else `PAGER`, else less; an empty one or `cat`
means none. It is started only for a terminal that it can control, and not where a service runs the command (`CI`).
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from typing import Final

from factx.command.streams import discard_output
from factx.render.styled import width_of

VARIABLES: Final = ("FACTX_PAGER", "PAGER")
DEFAULTS: Final = {"LESS": "FRX", "LV": "-c"}
"""Settings of pagers where there are none: end if all fits one screen, obey colours, leave the text on the screen."""
NONE: Final = frozenset({"", "cat"})
PLAIN: Final = re.compile(r"[\w./+-]+(?: |\Z)")
"""The beginning of a command line that names a program, without anything that a shell would work on."""
STYLE: Final = re.compile(r"\x1b\[[0-9;]*m")


def command() -> str | None:
    """The pager's command line, as a shell takes it; None if there is to be none."""
    if os.environ.get("TERM", "dumb") == "dumb" or os.environ.get("CI"):
        return None
    wanted = next((os.environ[name] for name in VARIABLES if name in os.environ), "less").strip()
    if wanted in NONE or (PLAIN.match(wanted) and not shutil.which(wanted.split()[0])):
        return None
    return wanted


class Screen:
    """Standard output on a terminal: held until it is longer than the screen, then passed on to a pager.

    It is written to like a file of bytes.
    """

    def __init__(self, pager: str) -> None:
        self.pager = pager
        self.out = sys.stdout.buffer
        size = os.get_terminal_size(1)
        self.columns, self.rows = size.columns or 80, size.lines or 24
        self.held: list[bytes] | None = []
        """What has been written so far; None once it has been passed on."""
        self.lines = 0
        self.process: subprocess.Popen[bytes] | None = None
        self.terminal: dict[int, int] = {}
        """Copies of the streams that go to the pager meanwhile."""

    def write(self, data: bytes | memoryview) -> int:
        if self.held is None:
            return self.out.write(data)
        self.held.append(bytes(data))
        self.lines += lines_on_screen(self.held[-1], self.columns)
        if self.lines >= self.rows:
            self.start()
            self.release()
        return len(data)

    def flush(self) -> None:
        """Pass on what has been written, unless it is still held."""
        if self.held is None:
            self.out.flush()

    def release(self) -> None:
        """Write what is held."""
        held, self.held = self.held or [], None
        self.out.write(b"".join(held))
        self.out.flush()

    def start(self) -> None:
        """Start the pager, and connect it to standard output and, if that is a terminal too, to standard error."""
        environment = DEFAULTS | os.environ
        try:
            process = subprocess.Popen(self.pager, shell=True, stdin=subprocess.PIPE, env=environment)
        except OSError:
            return
        self.process = process
        assert process.stdin is not None
        for stream in (1, 2):
            if stream == 1 or os.isatty(stream):
                self.terminal[stream] = os.dup(stream)
                os.dup2(process.stdin.fileno(), stream)
        process.stdin.close()

    def close(self) -> None:
        """Print what is held; where there is a pager, wait until the reader leaves it."""
        try:
            if self.held is not None:
                self.release()
            self.out.flush()
        except BrokenPipeError:  # the reader has left the pager
            discard_output()
            self.out.flush()
        if self.process is None:
            return
        for stream, terminal in self.terminal.items():
            os.dup2(terminal, stream)
            os.close(terminal)
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's
        self.process.wait()
        signal.signal(signal.SIGINT, before)


def lines_on_screen(data: bytes, columns: int) -> int:
    """The lines that output takes on a screen of that width."""
    lines = STYLE.sub("", data.decode("utf-8", "replace")).split("\n")
    return sum([(max(width_of(line), 1) - 1) // columns for line in lines]) + len(lines) - 1
