"""Large word lists in one file that is mapped, not read: a look-up halves its way to one short line.

The file holds each entry once, sorted and grouped by its first three letters, with a code for what it is:

    mar cus=m3s3 ket=s1w3 seille=p2

Its line `@` says where each group begins, in records of one width.
"""

from __future__ import annotations

from mmap import ACCESS_READ, mmap
from typing import Final

RECORD: Final = 12
"""Bytes of the index for one group: its three letters, a blank, seven digits, a blank."""


class MappedList:
    """The entries of a file, and where their groups are that were asked for."""

    def __init__(self, path: str) -> None:
        with open(path, "rb") as file:
            self.text = mmap(file.fileno(), 0, access=ACCESS_READ)
        begin = self.text.find(b"\n@ ") + 3
        self._index = self.text[begin : self.text.find(b"\n", begin)]
        self._groups: dict[bytes, tuple[int, int]] = {}

    def code(self, word: str) -> str:
        """The code of an entry; "" where there is no such entry."""
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
        """Every code that an entry has: reads the whole file."""
        lines = self.text[self.text.find(b"\n", self.text.find(b"\n@ ") + 3) :].decode().split()
        return {entry.partition("=")[2] for entry in lines if "=" in entry}

    def _group(self, head: bytes) -> tuple[int, int]:
        """Where the entries stand that begin with these letters; an empty range where there are none."""
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
