"""Messages about the inputs: the first few of many alike, and at the end a line on what was passed over."""

from __future__ import annotations

import errno
import os
from collections import Counter
from collections.abc import Sequence
from typing import Final

import click

from factx.expressions import compiled
from factx.read import PassedOver, Problem
from factx.render.plain import printable

SHOWN: Final = 3
"""How many messages of one shape are shown."""
KINDS: Final = 6
"""How many kinds of what was passed over are named."""
NAMES: Final = 2000
"""Among how many names of a folder the one is sought that was meant."""
VARIES: Final = compiled(r"[0-9]+|'[^']*'|\"[^\"]*\"")
"""What differs in messages of one shape."""


class Messages:
    """The messages of one run over the inputs at some paths."""

    def __init__(self, paths: Sequence[str]) -> None:
        self.paths = paths
        self.shapes: Counter[str] = Counter()
        self.first: dict[str, str] = {}
        self.passed: dict[tuple[str, str], Counter[str]] = {}

    def add(self, item: Problem | PassedOver) -> bool:
        """Take in a problem, or what was passed over; whether the message has been shown now."""
        if isinstance(item, PassedOver):
            self.passed.setdefault((item.what, item.remedy), Counter()).update(item.counts)
            return False
        shape = VARIES.sub("#", item.message)
        self.shapes[shape] += 1
        self.first.setdefault(shape, item.message)
        if self.shapes[shape] > SHOWN:
            return False
        say(f"{item.doc or repr('')}: {item.message}{meant(item, self.paths)}")
        return True

    def end(self) -> None:
        """Say how many more messages of each shape there were, and what was passed over."""
        for shape, count in self.shapes.items():
            if count > SHOWN:
                say(f"and {count - SHOWN:,} more like this: {self.first[shape]}")
        for (what, remedy), counts in self.passed.items():
            total = sum(counts.values())
            kinds = [f"{count:,} {kind}" for kind, count in counts.most_common(KINDS)]
            more = ", …" if len(counts) > KINDS else ""
            plural = "" if total == 1 else "s"
            say(f"{total:,} {what}{plural} passed over: {', '.join(kinds)}{more}{'; ' + remedy if remedy else ''}")


def meant(problem: Problem, paths: Sequence[str]) -> str:
    """What was probably meant where there is no file of a name; empty if nothing is close.

    A file that was found in one of the folders at `paths`, and has vanished since, was nobody's slip.
    """
    if problem.message != os.strerror(errno.ENOENT):
        return ""
    if any(path and problem.doc.startswith(os.path.join(path, "")) for path in paths):
        return ""
    if "://" in problem.doc:
        return " (nothing is fetched from an address: curl -sL ADDRESS | factx)"
    from factx.command.option_values import ALIKE
    from factx.suggestions import suggestion

    folder, name = os.path.split(problem.doc)
    try:
        close = suggestion(name, os.listdir(folder or ".")[:NAMES], ALIKE)
    except (OSError, ValueError):
        return ""
    return f".{close}" if close else ""


def say(message: str) -> None:
    """One line on standard error."""
    click.echo(f"factx: {printable(message)}", err=True)
