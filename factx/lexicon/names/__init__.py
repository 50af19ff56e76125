"""Large lists of given names, surnames and places, and of the English words that a name may also be.

names.txt has each entry once, with its code in the four lists (see `factx.lexicon.mapped`). The codes and the sources
of the lists are explained at its top. It is written by tests/tools/build_names.py.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal, TypeAlias

from factx.lexicon.mapped import MappedList

List: TypeAlias = Literal["given", "surnames", "places", "words"]

LISTS: Final[dict[str, List]] = {
    "f": "given", "m": "given", "x": "given", "s": "surnames", "p": "places", "w": "words",
}
"""The list that a letter of a code stands for; a digit follows. For given names it also gives the gender: f, m, x
(both)."""

_LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a", "’": "'",
})


def fold(word: str) -> str:
    """A lower-case word without its accents: the form of the lists' entries."""
    if word.isascii():
        return word
    import unicodedata  # few texts need it

    word = unicodedata.normalize("NFD", word).translate(_LETTERS)
    return "".join(letter for letter in word if not unicodedata.combining(letter))


@cache
def _names() -> MappedList:
    return MappedList(os.path.join(os.path.dirname(__file__), "names.txt"))


def code(word: str) -> str:
    """The code of a folded, lower-case word (for a place, words joined by `_`); "" if it is in no list."""
    return _names().code(word)


def as_name(code: str) -> str:
    """The part of a code for given names and surnames."""
    return code.partition("p")[0].partition("w")[0]


@cache
def values(code: str) -> Mapping[List, str]:
    """The value that a code gives for each list, "" for none."""
    found: dict[List, str] = dict.fromkeys(LISTS.values(), "")
    for letter, rank in zip(code[::2], code[1::2], strict=True):
        found[LISTS[letter]] = letter + rank if letter in "fmx" else rank
    return found


def look_up(name: List, word: str) -> str:
    """The value of a folded, lower-case word (for a place, words joined by `_`) in a list, "" if it is not there."""
    return values(code(word))[name]


@cache
def short_forms() -> dict[str, list[str]]:
    """Familiar forms of given names, each with those that it can stand for: jim, of james."""
    from factx import lexicon  # which itself reads names

    return {short: full.split() for short, full in lexicon.load("people")["short-form"].items()}
