"""The sentences that can hold a percentage, apart: one in forty does, and only these need be looked at closely."""

from __future__ import annotations

import re
from typing import NamedTuple

from factx import lexicon
from factx.extract.percentages.figure import Range
from factx.tokens import Tokens

WIDE_SIGNS = "％﹪"


class Excerpt(NamedTuple):
    """Some of a text's sentences as tokens of their own, and the index that each token has in the whole."""

    tokens: Tokens
    origin: list[int]

    def original(self, where: Range | None) -> Range | None:
        """The same tokens in the whole text."""
        return None if where is None else (self.origin[where[0]], self.origin[where[1] - 1] + 1)


def excerpt(tokens: Tokens) -> Excerpt | None:
    """The sentences with a word or sign that makes a percentage; None where there is none."""
    lower = tokens.source.lower()
    if len(lower) != len(tokens.source) or any(sign in lower for sign in WIDE_SIGNS):
        # Offsets do not carry over, or the fast search does not see the sign: rare enough to take all.
        return Excerpt(tokens, list(range(len(tokens))))
    words: list[str] = []
    origin: list[int] = []
    done = 0
    for hit in _SIGN_OF_ONE.finditer(lower):
        if hit.start() < done:
            continue
        start, end = tokens.sentence_of(tokens.at(hit.start()))
        end = min(end + 1, len(tokens))
        done = tokens.starts[end]
        words += tokens.words[start:end]
        origin += range(start, end)
    return Excerpt(Tokens("".join(words), words), origin) if words else None


def _words() -> str:
    known = lexicon.load("percentages")
    short = [*known["percent-word"], *known["point-abbreviation"], *known["basis-abbreviation"]]
    return "|".join(sorted({re.escape(word.rstrip(".")) for word in short if word != "percent"}, reverse=True))


_SIGN_OF_ONE = re.compile(rf"%|per\W{{0,3}}cent|basis|margin|(?:{_words()})\b")
