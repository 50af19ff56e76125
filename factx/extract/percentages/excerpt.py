"""The sentences that can hold a percentage, apart: one in forty does, and only these need be looked at closely."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factx import lexicon
from factx.expressions import compiled
from factx.extract.percentages.figure import Range
from factx.records import NamedTuple
from factx.text.tokens import BREAKS, Tokens, tokenise, tokenise_around

WIDE_SIGNS = "％﹪"


class Excerpt(NamedTuple):
    """Some of a text's sentences as tokens of their own, and the index that each token has in the whole."""

    tokens: Tokens
    origin: list[int]

    def original(self, where: Range | None) -> Range | None:
        """The same tokens in the whole text."""
        return None if where is None else (self.origin[where[0]], self.origin[where[1] - 1] + 1)


def tokens_for(text: str) -> Tokens:
    """The tokens of a text that percentages alone are wanted of: those of its paragraphs that can hold one."""
    places = _places(text)
    if places is None:
        return tokenise(text)
    return tokenise_around(text, places) if places else Tokens("", [])


@lru_cache(1)  # asked for a text's tokens, and again for its sentences
def _places(text: str) -> tuple[int, ...] | None:
    """The places of words and signs that make a percentage; None if a fast search can't tell."""
    lower = text.lower()
    if len(lower) != len(text) or any(sign in lower for sign in WIDE_SIGNS):
        return None  # offsets do not carry over, or the search does not see the sign
    return tuple([hit.start() for hit in _SIGN_OF_ONE.finditer(lower)])


def excerpt(tokens: Tokens) -> Excerpt | None:
    """The sentences with a word or sign that makes a percentage; None where there is none."""
    places = _places(tokens.source)
    if places is None:
        return Excerpt(tokens, list(range(len(tokens))))  # rare enough to take all
    words: list[str] = []
    origin: list[int] = []
    done = taken = 0
    for place in places:
        if place < done:
            continue
        # Finding from here: a table of all sentences would cost more than the few that are wanted.
        end = tokens.at(place)
        start = _begins(tokens.words, end, taken)
        if start > taken + 1 and tokens.words[start].rstrip().lower() in REFERRING and not tokens.words[start - 1]:
            start = _begins(tokens.words, start - 1, taken)
        while end < len(tokens.words) and not ends(tokens.words[end]):
            end += 1
        end = min(end + 1, len(tokens.words))
        done, taken = tokens.starts[end], end
        words += tokens.words[start:end]
        origin += range(start, end)
    return Excerpt(Tokens("".join(words), words), origin) if words else None


def _begins(words: Sequence[str], place: int, first: int) -> int:
    """Where the sentence begins in which a token stands, `first` at the earliest."""
    while place > first and not ends(words[place - 1]):
        place -= 1
    return place


REFERRING = frozenset(["it", "they"])
"""They may stand for the subject of the sentence before; "this" for all that it tells."""


def ends(word: str) -> bool:
    """Whether a token ends a sentence or a paragraph."""
    return not word or word[0] in BREAKS


def _unit_signs() -> str:
    """Plain alternatives: `re` searches for their first letters. A part of a point is looked for from its end."""
    known = lexicon.load("percentages")
    short = {*known["percent-word"], *known["point-abbreviation"], *known["basis-abbreviation"]} - {"percent", "pct."}
    words = (re.escape(word) + (r"\b" if word[-1].isalnum() else "") for word in sorted(short))
    parts = "|".join(f"{before}point" for before in _BEFORE_POINT)
    return "|".join([r"%|per\W{0,3}cent|basis|margin", *words, rf"point(?<={parts})"])


_BEFORE_POINT = ("half.", "rter.", "hird.", "ifth.", "ghth.", "enth.", "lf a ", "of a ")
"""The five letters before "point" in "half-point", "three-quarter point", "half a point", "a quarter of a point"."""

_SIGN_OF_ONE = compiled(_unit_signs())
