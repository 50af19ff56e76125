"""What reading gives: texts to work on, and problems to report."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple, TypeAlias


class Input(NamedTuple):
    """One text as it was read, the name of its document, and the day it was written if the input says so."""

    doc: str
    text: str
    date: str | None = None


class Problem(NamedTuple):
    """What was wrong with an input; a fatal one means that a text could not be read."""

    doc: str
    message: str
    fatal: bool = True


class Reading(NamedTuple):
    """How inputs are to be read."""

    form: str = "auto"
    """A reader's name, or auto: by the file's suffix."""
    encoding: str | None = None
    """None: a byte order mark, then UTF-8, then Windows-1252 with a warning."""
    globs: tuple[str, ...] = ()
    """Which files of a directory are read; none: those whose suffix says that they hold text."""
    text_field: str = "text"
    id_field: str = "id"
    date_field: str = "date"


Reader: TypeAlias = Callable[[BinaryIO, str, Reading], Iterator[Input | Problem]]


def iso_day(value: str) -> str:
    """The day of an ISO 8601 date or time stamp, as YYYY-MM-DD; ValueError where it is neither."""
    day = value.strip()
    return datetime.date.fromisoformat(day[:10] if day[10:11] in ("T", "t", " ") else day).isoformat()
