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
    """The entries of a file, and the groups looked up so far."""

    def __init__(self, path: str) -> None:
        with open(path, "rb") as file:
            self.text = mmap(file.fileno(), 0, access=ACCESS_READ)
        begin = self.text.find(b"\n@ ") + 3
        self._index = self.text[begin : self.text.find(b"\n", begin)]
        self._groups: dict[str, str] = {}

    def code(self, word: str) -> str:
        """The code of an entry; "" if there is no such entry."""
        if not word.isascii():
            word = word.encode("ascii", "replace").decode()
        head = word[:3]
        group = self._groups.get(head)
        if group is None:
            group = self._groups[head] = self._group(head.encode())
        rest = f" {word[3:]}="
        place = group.find(rest)
        if place < 0:
            return ""
        place += len(rest)
        return group[place : group.index(" ", place)]

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

    def _group(self, head: bytes) -> str:
        """The entries that begin with these letters, with a blank after each; empty if there are none."""
        index, record = self._index, head.ljust(3)
        low, high = 0, len(index) // RECORD + 1
        while low < high:
            middle = (low + high) // 2
            if index[middle * RECORD : middle * RECORD + 3] < record:
                low = middle + 1
            else:
                high = middle
        place = low * RECORD
        if index[place : place + 3] != record:
            return ""
        begin = int(index[place + 4 : place + 11])
        return self.text[begin : self.text.find(b"\n", begin)].decode() + " "
