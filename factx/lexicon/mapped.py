"""Large word lists, each in a file that is memory-mapped, not read: a binary search leads to one short line.

A file has each entry once, with its code, sorted and grouped by its first three letters:

    mar cus=m3s3 ket=s1w3 seille=p2

Its line `@` is an index of the groups in records of fixed width.
"""

from __future__ import annotations

from collections.abc import Iterator
from mmap import ACCESS_READ, mmap
from typing import Final

RECORD: Final = 12
"""The size in bytes of an index record: three letters, a blank, seven digits, a blank."""


class MappedList:
    """The entries of a file, and the places of the groups looked up so far."""

    def __init__(self, path: str) -> None:
        with open(path, "rb") as file:
            self.text = mmap(file.fileno(), 0, access=ACCESS_READ)
        begin = self.text.find(b"\n@ ") + 3
        self._index = self.text[begin : self.text.find(b"\n", begin)]
        self._groups: dict[bytes, tuple[int, int]] = {}

    def code(self, word: str) -> str:
        """The code of an entry; "" if there is no such entry."""
        key = word.encode("ascii", "replace")
        head = key[:3]
        begin, end = self._groups.get(head) or self._group(head)
        rest = b" %b=" % key[3:]
        place = self.text.find(rest, begin, end)
        if place < 0:
            return ""
        place += len(rest)
        close = self.text.find(b" ", place, end)
        return self.text[place : close if close >= 0 else end].decode()

    def codes(self) -> set[str]:
        """All codes of entries; reads the whole file."""
        return {code for _, code in self.entries()}

    def entries(self) -> Iterator[tuple[str, str]]:
        """All entries with their codes; reads the whole file."""
        head = ""
        for entry in self.text[self.text.find(b"\n", self.text.find(b"\n@ ") + 3) :].decode().split():
            rest, equals, code = entry.partition("=")
            if equals:
                yield head + rest, code
            else:
                head = entry

    def _group(self, head: bytes) -> tuple[int, int]:
        """The range of the entries that begin with these letters, empty if there are none."""
        index, record = self._index, head.ljust(3)
        low, high = 0, len(index) // RECORD + 1
        while low < high:
            middle = (low + high) // 2
            if index[middle * RECORD : middle * RECORD + 3] < record:
                low = middle + 1
            else:
                high = middle
        place = low * RECORD
        found = (0, 0)
        if index[place : place + 3] == record:
            begin = int(index[place + 4 : place + 11])
            found = begin, self.text.find(b"\n", begin)
        self._groups[head] = found
        return found
