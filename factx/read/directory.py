"""The directory of a .zip, some members at a time, so that memory does not grow with their number.

A ZipFile keeps all members that its file lists. It is given a file that lists a few of them: the bytes before the
directory as they are, then these entries and an end of their own.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import SEEK_CUR, SEEK_END, SEEK_SET
from typing import BinaryIO, Final, cast
from zipfile import BadZipFile, ZipFile

from factx.records import NamedTuple

AT_A_TIME: Final = 2_000
ENTRY, ENTRY_SIGNATURE = struct.Struct("<4s24x3H12x"), b"PK\x01\x02"
"""An entry's beginning: after its signature, the lengths of its name, its extra field and its comment."""
END, END_SIGNATURE = struct.Struct("<4s4H2LH"), b"PK\x05\x06"
LOCATOR, LOCATOR_SIGNATURE = struct.Struct("<4sLQL"), b"PK\x06\x07"
LONG_END, LONG_END_SIGNATURE = struct.Struct("<4sQ2H2L4Q"), b"PK\x06\x06"
LONGEST_COMMENT: Final = 0xFFFF
TOO_LONG: Final = 0xFFFFFFFF
"""What stands for a number that is in the long end."""


class Directory(NamedTuple):
    """Where a directory is."""

    start: int
    size: int
    said: int
    """Where the archive says that it starts: less, if something was put before the archive."""


def some_at_a_time(source: BinaryIO) -> Iterator[ZipFile]:
    """The archive as several, each of some of its members; BadZipFile if it is none."""
    directory = directory_of(source)
    for entries in entries_of(source, directory):
        listed = cast(BinaryIO, Listing(source, directory.start, entries + end_of(entries, directory.said)))
        with ZipFile(listed) as opened:
            yield opened


def directory_of(source: BinaryIO) -> Directory:
    """Where the directory of an archive is; BadZipFile if it has none."""
    size = source.seek(0, SEEK_END)
    before = max(0, size - END.size - LONGEST_COMMENT)
    source.seek(before)
    tail = source.read()
    at = tail.rfind(END_SIGNATURE)
    if at < 0 or at + END.size > len(tail):
        raise BadZipFile("File is not a zip file")
    *_, length, said, _ = END.unpack_from(tail, at)
    at += before
    source.seek(max(0, at - LOCATOR.size - LONG_END.size))
    long = source.read(at - source.tell())
    if len(long) == LONG_END.size + LOCATOR.size and long[LONG_END.size :].startswith(LOCATOR_SIGNATURE):
        if not long.startswith(LONG_END_SIGNATURE):
            raise BadZipFile("the end of its directory is not where it says")
        *_, length, said = LONG_END.unpack_from(long)
        at -= len(long)
    if length > at or said > at - length:
        raise BadZipFile("Bad offset for central directory")
    return Directory(at - length, length, said)


def entries_of(source: BinaryIO, directory: Directory) -> Iterator[bytes]:
    """The entries of a directory, as many at a time as are to be in memory; at least once, if with none."""
    found, count, at = bytearray(), 0, 0
    while at < directory.size:
        source.seek(directory.start + at)
        head = source.read(ENTRY.size)
        if len(head) < ENTRY.size or not head.startswith(ENTRY_SIGNATURE):
            raise BadZipFile("Bad magic number for central directory")
        length = ENTRY.size + sum(ENTRY.unpack(head)[1:])
        found += head
        found += source.read(length - ENTRY.size)
        at, count = at + length, count + 1
        if count == AT_A_TIME:
            yield bytes(found)
            found.clear()
            count = 0
    if count or not directory.size:
        yield bytes(found)


def end_of(entries: bytes, said: int) -> bytes:
    """The end of a directory of these entries."""
    count = 0  # what counts is the length; a reader of ours asks for no number
    end = END.pack(END_SIGNATURE, 0, 0, count, count, len(entries), min(said, TOO_LONG), 0)
    if said < TOO_LONG:
        return end
    rest = LONG_END.size - 12
    long = LONG_END.pack(LONG_END_SIGNATURE, rest, 45, 45, 0, 0, count, count, len(entries), said)
    return long + LOCATOR.pack(LOCATOR_SIGNATURE, 0, 0, 1) + end


class Listing:
    """A file: the first bytes of another one, then some of its own."""

    def __init__(self, source: BinaryIO, until: int, rest: bytes) -> None:
        self.source = source
        self.until = until
        self.rest = rest
        self.at = 0

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.at

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        self.at = offset + {SEEK_SET: 0, SEEK_CUR: self.at, SEEK_END: self.until + len(self.rest)}[whence]
        if self.at < 0:
            self.at = 0
            raise OSError("before the beginning")
        return self.at

    def read(self, size: int | None = -1) -> bytes:
        end = self.until + len(self.rest) if size is None or size < 0 else self.at + size
        found = b""
        if self.at < self.until:
            self.source.seek(self.at)
            found = self.source.read(min(end, self.until) - self.at)
        if end > self.until:
            found += self.rest[max(self.at - self.until, 0) : end - self.until]
        self.at += len(found)
        return found
