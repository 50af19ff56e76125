"""Names by the ten thousand: given names, surnames, places, and the English words that a name may also be.

names.txt holds each entry once, with a code for what it is in the four lists (see `factx.lexicon.mapped`). What the
codes mean and where the lists are from stands at its top; tests/tools/build_names.py writes it.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal, TypeAlias

from factx.lexicon.mapped import MappedList

List: TypeAlias = Literal["given", "surnames", "places", "words"]

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


@cache
def _names() -> MappedList:
    return MappedList(os.path.join(os.path.dirname(__file__), "names.txt"))


def code(word: str) -> str:
    """What a folded, lower-case word (of a place, words with `_` between) is in the lists; "" where it is in none."""
    return _names().code(word)


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
