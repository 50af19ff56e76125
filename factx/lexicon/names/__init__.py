"""Names by the ten thousand: given names, surnames, places, and the English words that a name may also be.

Each list is a text file beside this module, sorted and grouped by the first three letters of its entries:

    mar cus=m3 gaux=2

Its line `@` says where each group begins, in records of one width: a list is mapped, not read, and a look-up halves
its way to one short line. What the values mean and where a list is from stands at its top; tests/tools/build_names.py
writes them.
"""

from __future__ import annotations

import os
import unicodedata
from functools import cache
from mmap import ACCESS_READ, mmap
from typing import Literal, TypeAlias

List: TypeAlias = Literal["given", "surnames", "places", "words"]

RECORD = 12
"""Bytes of the index for one group: its three letters, a blank, seven digits, a blank."""

_LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a", "’": "'",
})


def fold(word: str) -> str:
    """A lower-case word without its accents: the form that the lists hold."""
    if word.isascii():
        return word
    word = unicodedata.normalize("NFD", word).translate(_LETTERS)
    return "".join(letter for letter in word if not unicodedata.combining(letter))


class _Names:
    """One list, and where its groups are that were asked for."""

    def __init__(self, path: str) -> None:
        with open(path, "rb") as file:
            self.text = mmap(file.fileno(), 0, access=ACCESS_READ)
        begin = self.text.find(b"\n@ ") + 3
        self.index = self.text[begin:self.text.find(b"\n", begin)]
        self.groups: dict[bytes, tuple[int, int]] = {}

    def group(self, head: bytes) -> tuple[int, int]:
        """Where the entries stand that begin with these letters; an empty range where there are none."""
        index, record = self.index, head.ljust(3)
        low, high = 0, len(index) // RECORD + 1
        while low < high:
            middle = (low + high) // 2
            if index[middle * RECORD:middle * RECORD + 3] < record:
                low = middle + 1
            else:
                high = middle
        place = low * RECORD
        found = (0, 0)
        if index[place:place + 3] == record:
            begin = int(index[place + 4:place + 11])
            found = begin, self.text.find(b"\n", begin)
        self.groups[head] = found
        return found


@cache
def _load(name: List) -> _Names:
    return _Names(os.path.join(os.path.dirname(__file__), f"{name}.txt"))


def look_up(name: List, word: str) -> str:
    """The value of a folded, lower-case word (of a place, words with `_` between) in a list, "" where it is not."""
    names = _load(name)
    key = word.encode("ascii", "replace")
    head = key[:3]
    begin, end = names.groups.get(head) or names.group(head)
    rest = b" %b=" % key[3:]
    place = names.text.find(rest, begin, end)
    if place < 0:
        return ""
    place += len(rest)
    return names.text[place:place + 2].decode().rstrip()
