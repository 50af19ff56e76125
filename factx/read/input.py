"""The results of reading: texts to work on, and problems to report."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final, TypeAlias

from factx.expressions import compiled
from factx.records import NamedTuple

LARGEST: Final = 128 * 1024 * 1024
"""The size in bytes of the largest document that is read: a small archive can unpack to a huge one."""


class UnreadableError(ValueError):
    """An input that gives no text; the message says where, why, and what to do."""


class Input(NamedTuple):
    """One text as it was read, the name of its document, and the day it was written if the input says so."""

    doc: str
    text: str
    date: str | None = None


class Problem(NamedTuple):
    """A problem with an input; a fatal one means that a text could not be read."""

    doc: str
    message: str
    fatal: bool = True


class ReadOptions(NamedTuple):
    """The settings for reading."""

    form: str = "auto"
    """A reader's name, or auto: by the input's first bytes and the file's suffix."""
    encoding: str | None = None
    """None: a byte order mark, then UTF-8, then Windows-1252 with a warning."""
    globs: tuple[str, ...] = ()
    """Patterns of the files to read in a directory or an archive; if empty, those with a suffix in READERS."""
    archived: bool = False
    """Whether the input is a member of an archive."""
    text_field: str = "text"
    id_field: str = "id"
    date_field: str = "date"


PIECE: Final = 1 << 20
"""The bytes that are read at a time."""

Reader: TypeAlias = Callable[[BinaryIO, str, ReadOptions], Iterator[Input | Problem]]


def whole(stream: BinaryIO, largest: int | None = None) -> bytes:
    """All bytes of a document."""
    most = largest or LARGEST
    pieces: list[bytes] = []
    size = 0
    while size <= most and (piece := stream.read(PIECE)):  # read at once, it would take the memory of the largest
        pieces.append(piece)
        size += len(piece)
    if size > most:
        raise UnreadableError(f"larger than {most >> 20} MiB (split it, or give its parts as JSON Lines)")
    return b"".join(pieces)


def iso_day(value: str) -> str:
    """The day of a date or time stamp, as YYYY-MM-DD, or the month that it is, as YYYY-MM; ValueError if it is neither.

    Any form that a text may have is read, and seconds or milliseconds since 1970, which are of UTC.
    """
    day = value.strip()
    try:
        return datetime.date.fromisoformat(day[:10] if day[10:11] in ("T", "t", " ") else day).isoformat()
    except ValueError:
        if _MONTH.fullmatch(day):
            return day
        if len(day) > _LONGEST_DATE:
            raise
    digits = day.removesuffix(".0")
    if digits.isdecimal() and len(digits) in (10, 13):
        seconds = int(digits) // (1000 if len(digits) == 13 else 1)
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()
    from factx.pipeline import extract

    for date in extract(day, kinds={"date"}).dates:
        if _MONTH.fullmatch(date.value) and not date.mod:
            return date.value
        if date.begin is not None and date.begin == date.until and not date.notes:
            return date.begin
    raise ValueError(f"not a date: {day!r}")


_MONTH = compiled(r"\d{4}-(?:0[1-9]|1[0-2])")
_LONGEST_DATE = 80
"""A field of more characters is not read as a date in words."""
