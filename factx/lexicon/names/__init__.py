"""Names by the ten thousand: given names, surnames, places, and the English words that a name may also be.

Each list is a text file beside this module, sorted and grouped by the first three letters of its entries:

    mar cus=m3 gaux=2

so that a list is ready as soon as its lines are cut (some 2 ms), and a look-up searches one short line. What the
values mean and where each list is from stands at its top; tests/tools/build_names.py writes them.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Literal

List = Literal["given", "surnames", "places", "words"]

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a"})


def fold(word: str) -> str:
    """A lower-case word without its accents: the form that the lists hold."""
    if word.isascii():
        return word
    word = unicodedata.normalize("NFD", word).translate(_LETTERS).replace("’", "'")
    return "".join(letter for letter in word if not unicodedata.combining(letter))


@cache
def _lines(name: List) -> dict[str, str]:
    text = Path(__file__).with_name(f"{name}.txt").read_text(encoding="ascii")
    return {line[:3]: line[3:] for line in text.split("\n")}


def look_up(name: List, word: str) -> str:
    """The value of a folded, lower-case word (of a place, words with `_` between) in a list, "" where it is not."""
    line = _lines(name).get(f"{word[:3]:3}", "")
    rest = f" {word[3:]}="
    place = line.find(rest)
    if place < 0:
        return ""
    begin = place + len(rest)
    end = line.find(" ", begin)
    return line[begin:end if end > 0 else None]
