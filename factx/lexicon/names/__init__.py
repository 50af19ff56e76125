"""Names by the ten thousand: given names, surnames, places, and the English words that a name may also be.

Each list is a text file beside this module, sorted and grouped by the first three letters of its entries:

    mar cus=m3 gaux=2

Its line `@` says where each group begins, so that a list is ready in half a millisecond and a look-up searches one
short line. What the values mean and where a list is from stands at its top; tests/tools/build_names.py writes them.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

List: TypeAlias = Literal["given", "surnames", "places", "words"]

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
                          "ə": "a", "’": "'"})


class _Listed(NamedTuple):
    text: bytes
    places: dict[bytes, int]


def fold(word: str) -> str:
    """A lower-case word without its accents: the form that the lists hold."""
    if word.isascii():
        return word
    word = unicodedata.normalize("NFD", word).translate(_LETTERS)
    return "".join(letter for letter in word if not unicodedata.combining(letter))


@cache
def _load(name: List) -> _Listed:
    text = Path(__file__).with_name(f"{name}.txt").read_bytes()
    begin = text.index(b"\n@ ") + 3
    index = text[begin:text.index(b"\n", begin)].split()
    return _Listed(text, dict(zip(index[::2], map(int, index[1::2]), strict=True)))


def look_up(name: List, word: str) -> str:
    """The value of a folded, lower-case word (of a place, words with `_` between) in a list, "" where it is not."""
    text, places = _load(name)
    key = word.encode("ascii", "replace")
    place = places.get(key[:3])
    if place is None:
        return ""
    rest = b" " + key[3:] + b"="
    begin = text.find(rest, place, text.find(b"\n", place))
    if begin < 0:
        return ""
    begin += len(rest)
    return text[begin:begin + 2].decode().rstrip()
