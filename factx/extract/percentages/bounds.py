"""What bounds a figure (over, up to, or more, plus or minus), and which way it moved."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from factx import lexicon
from factx.extract.percentages.figure import Range
from factx.model import Bound
from factx.tokens import Tokens

LONGEST = 5
"""The tokens of the longest phrase that is a bound."""


class Qualifier(NamedTuple):
    """A bound, and the tokens that set it; None where no phrase beside the figure does."""

    mod: Bound
    where: Range | None


@cache
def _phrases(side: str) -> tuple[dict[tuple[str, ...], Bound], frozenset[str]]:
    """The phrases of one side, and the words that stand nearest to the figure in them."""
    phrases = {tuple(phrase.split()): cast(Bound, mod) for phrase, mod in lexicon.load("bounds")[side].items()}
    return phrases, frozenset(phrase[-1 if side == "before" else 0] for phrase in phrases)


def bound(tokens: Tokens, start: int, end: int) -> Qualifier | None:
    """The bound that the words beside the tokens `start` to `end` set."""
    phrases, nearest = _phrases("before")
    # "a margin of error of plus or minus a full 3 points", "about another 5 percent"
    while start and tokens[start - 1].lower() in ("another", "a", "the", "full", "further", "only"):
        start -= 1
    if start and tokens[start - 1].lower() in nearest:
        words = tuple(tokens[i].lower() for i in range(max(0, start - LONGEST), start))
        for size in range(min(LONGEST, len(words)), 0, -1):
            if words[-size:] in phrases:
                return Qualifier(phrases[words[-size:]], (start - size, start))
    phrases, nearest = _phrases("after")
    if end < len(tokens) and tokens[end] in (",", "-", "–", "("):
        end += 1
    if end < len(tokens) and tokens[end].lower() in nearest:
        words = tuple(tokens[i].lower() for i in range(end, min(end + 3, len(tokens))))
        for size in range(len(words), 0, -1):
            if words[:size] in phrases:
                return Qualifier(phrases[words[:size]], (end, end + size))
    return _margin(tokens, start)


def _margin(tokens: Tokens, start: int) -> Qualifier | None:
    """A poll's margin of error: its figure is one to both sides."""
    words = [tokens[i].lower() for i in range(max(0, start - 14), start)]
    for at in range(len(words) - 1, -1, -1):
        if not words[at] or words[at] in (";", ","):
            return None
        if words[at] == "error" and "margin" in words[max(0, at - 4):at]:
            return Qualifier("MARGIN", None)
    return None
