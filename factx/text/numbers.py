"""The values of numbers written in words, digits and fractions.

`value` and `ordinal` take the bare texts of neighbouring tokens ("twenty", "-", "five") and return the exact number,
a Fraction where necessary, so that "a third" is a third and 1.1 million is not 1100000.0000000002; None if the words
are not a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from factx import lexicon
from factx.expressions import compiled

if TYPE_CHECKING:
    from fractions import Fraction

    Number: TypeAlias = int | Fraction

DIGITS = compiled(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.?\d+")
GROUPED = compiled(r"\d{1,3}(?: \d{3})+")
HYPHENS = frozenset("-\u2010\u2011")
ARTICLES = frozenset(["a", "an"])

# A number in a text has no more digits or words than this; without a bound, hostile input would be slow to convert.
LONGEST = 24


def exact(text: str) -> Number:
    """The number that digits write: 12, 1.25 or 1/4."""
    if text.isdecimal():
        return int(text)
    from fractions import Fraction  # imported late: most numbers are whole, and the import takes longer than they do

    return Fraction(text)


def quotient(top: Number, bottom: Number) -> Fraction:
    """One number divided by another, exactly."""
    from fractions import Fraction

    return Fraction(top) / bottom


@cache
def _values(tag: str) -> dict[str, Number]:
    return {word: exact(digits) for word, digits in lexicon.load("numbers")[tag].items()}


def _value(tag: str, word: str) -> Number | None:
    """A word's value if it is one of these. Most words are none, and need none of the values."""
    return _values(tag)[word] if word in lexicon.load("numbers")[tag] else None


@cache
def _multipliers() -> dict[str, Number]:
    return _values("scale") | _values("collective")


def value(words: Sequence[str]) -> Number | None:
    """The number that the words write: ("two", "and", "a", "half") is 5/2, ("1.2", "million") is 1200000.

    Digits with thousands, decimals and fractions (1,000 · 1 000 · 2.5 · .5 · 12,5 · 2½ · 5 1/4), cardinals
    (twenty-five, one hundred and twenty, three point five), parts (half a, three quarters, three-tenths of one)
    and counting nouns (a dozen, a couple of). An article alone is one: "a week", "half an hour".
    """
    if len(words) == 1:
        return _single(words[0].lower())
    if len(words) > LONGEST:
        return None
    return _several([word.lower() for word in words if word not in HYPHENS])


def ordinal(words: Sequence[str]) -> int | None:
    """The number that an ordinal names: ("twenty", "-", "first") and ("21", "st") are 21, ("first",) is 1."""
    bare = [word.lower() for word in words[: LONGEST + 1] if word not in HYPHENS]
    if not 0 < len(bare) <= LONGEST:
        return None
    *head, last = bare
    if last in lexicon.load("numbers")["ordinal-suffix"]:
        return int(head[0]) if len(head) == 1 and head[0].isdecimal() and len(head[0]) <= LONGEST else None
    place = _values("ordinal-word").get(last)
    if place is None or not head:
        return None if place is None else int(place)
    before = _several(head[:-1] if head[-1] == "and" else head)
    if before is None:
        return None
    if place >= 100:
        return int(before * place)
    # "twenty-first" and "hundred and first", but not "five first".
    room = 10 if place < 10 and before % 100 >= 20 else 100
    return int(before + place) if before > 0 and before % room == 0 else None


def _single(word: str) -> Number | None:
    if DIGITS.fullmatch(word):
        return exact(word.replace(",", "")) if len(word) <= LONGEST else None
    if word in ARTICLES:
        return 1
    if word == "half":
        return exact("1/2")
    for tag in ("number-word", "vulgar-fraction", "collective"):
        if (number := _value(tag, word)) is not None:
            return number
    return None


def _several(words: list[str]) -> Number | None:
    if len(words) == 1:
        return _single(words[0])
    if not words:
        return None
    for split in (_product, _counted, _digits, _spoken, _mixed, _tens):
        number = split(words)
        if number is not None:
            return number
    return None


def _product(words: list[str]) -> Number | None:
    """A part of a number: three-tenths of one. The "of" of "a couple of" has nothing after it."""
    if "of" not in words:
        return None
    at = words.index("of")
    part, whole = _several(words[:at]), _several(words[at + 1 :]) if words[at + 1 :] else 1
    return None if part is None or whole is None else part * whole


def _counted(words: list[str]) -> Number | None:
    """Everything before the greatest scale multiplies it, everything after it is added: one million two hundred."""
    scales = _multipliers()
    found = [(scales[word], -at) for at, word in enumerate(words) if word in scales]
    if not found:
        return None
    scale, at = max(found)
    before, after = words[:-at], words[1 - at :]
    count = _several(before) if before else 1
    if count is None or not after:
        return None if count is None else count * scale
    rest = _several(after[1:] if after[0] == "and" else after)
    return None if rest is None or rest >= scale or count.denominator > 1 else count * scale + rest


def _digits(words: list[str]) -> Number | None:
    """Digits separated by marks or blanks: .5, a decimal comma (12,5), thousands with blanks (1 000)."""
    if words[0] == "." and len(words) == 2 and words[1].isdecimal():
        return _single("." + words[1])
    if len(words) == 3 and words[1] == "," and words[0].isdecimal() and words[2].isdecimal():
        return _single(f"{words[0]}.{words[2]}")
    return _single("".join(words)) if GROUPED.fullmatch(" ".join(words)) else None


def _spoken(words: list[str]) -> Number | None:
    """A decimal spelled out digit by digit: three point one four."""
    if "point" not in words[:-1]:
        return None
    at = words.index("point")
    whole = _several(words[:at]) if at else 0
    places = [_single(word) for word in words[at + 1 :]]
    if whole is None or any(place is None or place.denominator > 1 or place > 9 for place in places):
        return None
    return exact(f"{whole}.{''.join(str(place) for place in places)}") if whole.denominator == 1 else None


def _mixed(words: list[str]) -> Number | None:
    """A fraction, alone or after a whole number: three quarters, 5 1/4, 2½, two and a half, half a."""
    if words[-1] in ARTICLES and words[-2] == "half":
        words = words[:-1]
    part: Number | None = None
    whole: list[str] = []
    if (vulgar := _value("vulgar-fraction", words[-1])) is not None:
        part, whole = vulgar, words[:-1]
    elif len(words) >= 3 and words[-2] in ("/", "\u2044"):
        top, bottom = _single(words[-3]), _single(words[-1])
        part, whole = quotient(top, bottom) if top is not None and bottom else None, words[:-3]
    elif len(words) > 1 and (below := _value("fraction-word", words[-1])) is not None:
        top = _single(words[-2])
        part, whole = quotient(top, below) if top is not None else None, words[:-2]
        if part is None and words[-2:] == ["and", "half"]:
            part, whole = exact("1/2"), words[:-2]
    elif words == ["half"]:
        part = exact("1/2")
    if part is None or not whole:
        return part
    before = _several(whole[:-1] if whole[-1] == "and" else whole)
    return before + part if before is not None and before.denominator == 1 else None


def _tens(words: list[str]) -> Number | None:
    """Twenty to ninety followed by a unit: twenty-five."""
    cardinals = _values("number-word")
    tens, unit = (cardinals.get(word) for word in words) if len(words) == 2 else (None, None)
    return tens + unit if tens and unit and 20 <= tens <= 90 and unit < 10 else None
