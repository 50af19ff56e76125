"""Names by the ten thousand: given names, surnames, places, and the English words that a name may also be.

names.txt holds each entry once, with what it is in the four lists, sorted and grouped by its first three letters:

    mar cus=m3s3 ket=s1w3 seille=p2

Its line `@` says where each group begins, in records of one width: the file is mapped, not read, and a look-up halves
its way to one short line. What the codes mean and where the lists are from stands at its top;
tests/tools/build_names.py writes it.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from functools import cache
from mmap import ACCESS_READ, mmap
from typing import Final, Literal, TypeAlias

List: TypeAlias = Literal["given", "surnames", "places", "words"]

RECORD = 12
"""Bytes of the index for one group: its three letters, a blank, seven digits, a blank."""
LISTS: Final[dict[str, List]] = {
    "f": "given", "m": "given", "x": "given", "s": "surnames", "p": "places", "w": "words",
}
"""The list that a letter of a code stands for, a digit behind it: of a given name also the gender, f, m, x (both)."""

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
    """The lists, and where their groups are that were asked for."""

    def __init__(self) -> None:
        with open(os.path.join(os.path.dirname(__file__), "names.txt"), "rb") as file:
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
def _names() -> _Names:
    return _Names()


def code(word: str) -> str:
    """What a folded, lower-case word (of a place, words with `_` between) is in the lists; "" where it is in none."""
    names = _names()
    key = word.encode("ascii", "replace")
    head = key[:3]
    begin, end = names.groups.get(head) or names.group(head)
    rest = b" %b=" % key[3:]
    place = names.text.find(rest, begin, end)
    if place < 0:
        return ""
    place += len(rest)
    return names.text[place:place + 9].split(None, 1)[0].decode()


def as_name(code: str) -> str:
    """The part of a code that tells of given names and surnames."""
    return code.partition("p")[0].partition("w")[0]


@cache
def values(code: str) -> Mapping[List, str]:
    """The value that a code gives in each list, "" where it gives none."""
    found: dict[List, str] = dict.fromkeys(LISTS.values(), "")
    for letter, rank in zip(code[::2], code[1::2], strict=True):
        found[LISTS[letter]] = letter + rank if letter in "fmx" else rank
    return found


def look_up(name: List, word: str) -> str:
    """The value of a folded, lower-case word (of a place, words with `_` between) in a list, "" where it is not."""
    return values(code(word))[name]
