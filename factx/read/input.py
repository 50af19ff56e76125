"""The results of reading: texts to work on, and what is to be said of an input."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO, Final, TypeAlias

from factx.expressions import compiled
from factx.records import NamedTuple

LARGEST: Final = 128 * 1024 * 1024
"""The size in bytes of the largest document that is read: a small archive can unpack to a huge one."""


class UnreadableError(ValueError):
    """An input that gives no text; the message says where, why, and what to do."""


class Input(NamedTuple):
    """One text as it was read, the name of its document, and what the input says of it."""

    doc: str
    text: str
    date: str | None = None
    """The day it was written, or the month."""
    title: str | None = None
    url: str | None = None
    byline: str | None = None
    publication: str | None = None
    language: str | None = None
    """Its code in ISO 639-1, if the text looks like another language than English."""
    times: tuple[tuple[int, int], ...] = ()
    """Of subtitles: each offset from which on the text is heard at another second of the recording, and that second."""
    source: str = ""
    """The path at which it was read."""


class Problem(NamedTuple):
    """A problem with an input; a fatal one means that a text could not be read."""

    doc: str
    message: str
    fatal: bool = True


class PassedOver(NamedTuple):
    """Files that were skipped because nobody asked for them: the number with each suffix, or of another kind."""

    doc: str
    counts: Mapping[str, int]
    what: str = "file"
    remedy: str = "--glob reads them"


Item: TypeAlias = Input | Problem | PassedOver
"""What reading yields."""


class ReadOptions(NamedTuple):
    """The settings for reading."""

    form: str = "auto"
    """A form's name, or auto: by the input's first bytes and the file's suffix."""
    encoding: str | None = None
    """None: a byte order mark, then UTF-8, then Windows-1252 with a warning."""
    globs: tuple[str, ...] = ()
    """Patterns of the files to read in a directory or an archive; if empty, those with the suffix of a known form."""
    archived: bool = False
    """Whether the input is a member of an archive."""
    text_fields: tuple[str, ...] = ()
    """Of a record; if empty, the first that has a usual name. Likewise the next two."""
    id_field: str = ""
    date_field: str = ""
    date_order: str | None = None
    """How to read 03/04/2020 in a date field: mdy, dmy or ymd."""
    written: str | None = None
    """The database that is being written: it and the files that SQLite keeps beside it are no inputs of a directory."""


PIECE: Final = 1 << 20
"""The bytes that are read at a time."""

Reader: TypeAlias = Callable[[BinaryIO, str, ReadOptions], Iterator[Item]]


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


def iso_day(value: str, date_order: str | None = None) -> str:
    """The day of a date or time stamp, as YYYY-MM-DD, or the month that it is, as YYYY-MM; ValueError if it is neither.

    Any form that a text may have is read, and seconds or milliseconds since 1970, which are of UTC.
    date_order: how to read 03/04/2020, which is no date without it.
    """
    day = value.strip()
    try:
        return datetime.date.fromisoformat(day[:10] if day[10:11] in ("T", "t", " ") else day[:8] if _STAMP.match(day)
                                           else day).isoformat()
    except ValueError:
        if _MONTH.fullmatch(day):
            return day
        if len(day) > _LONGEST_DATE:
            raise
    if mailed := _MAILED.fullmatch(day):
        return datetime.date(int(mailed[3]), _MONTHS.index(mailed[2]) + 1, int(mailed[1])).isoformat()
    if since := _SINCE_1970.fullmatch(day):
        seconds = int(since[1]) // (1000 if len(since[1]) == 13 else 1)
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()
    return _day_in_words(_UNIX.sub(r"\2 \1 \3", day), date_order)


def _day_in_words(day: str, date_order: str | None) -> str:
    from factx.pipeline import extract

    for date in extract(day, kinds={"date"}, date_order=date_order).dates:
        if _MONTH.fullmatch(date.value) and not date.mod:
            return date.value
        if "ambiguous:day-month" in date.notes:
            raise ValueError(f"{day!r} may be a day of either month: --date-order says which")
        if date.begin is not None and date.begin == date.until and not date.notes:
            return date.begin
    raise ValueError(f"not a date: {day!r}")


_MONTH = compiled(r"\d{4}-(?:0[1-9]|1[0-2])")
_STAMP = compiled(r"[0-9]{8}T[0-9]")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MAILED = compiled(
    rf"(?:[A-Z][a-z]{{2}}, )?([0-9]{{1,2}}) ({'|'.join(_MONTHS)}) ([0-9]{{4}}) [0-9:]{{4,8}}(?: [A-Z0-9+-]{{1,5}})?"
)
"""As mails and feeds write it: Wed, 08 May 2024 09:00:00 +0000."""
_SINCE_1970 = compiled(r"([0-9]{10}(?:[0-9]{3})?)(?:\.[0-9]*)?")
_UNIX = compiled(r"^(?:[A-Z][a-z]{2},? )?([A-Z][a-z]{2}) +([0-9]{1,2}) [0-9:]+ (?:[A-Z+-][A-Z0-9]* )?([0-9]{4})$")
"""As date(1) writes it, and Twitter: Wed May 08 09:00:00 +0000 2024."""
_LONGEST_DATE = 80
"""A field of more characters is not read as a date in words."""
