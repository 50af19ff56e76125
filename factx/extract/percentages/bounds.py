"""What bounds a figure: over, up to, or more, plus or minus."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from factx import lexicon
from factx.extract.percentages.figure import Range
from factx.model import Bound
from factx.text.tokens import Tokens

LONGEST = 5
"""The tokens of the longest phrase that is a bound."""

IDLE = frozenset(["another", "a", "the", "full", "further", "only", "total"])
"""Between a bound and its figure: "about another 5 percent"."""


class Qualifier(NamedTuple):
    """A bound, and the tokens that set it; None where no phrase beside the figure does."""

    mod: Bound
    where: Range | None


@cache
def _phrases(side: str) -> tuple[dict[tuple[str, ...], Bound], frozenset[str]]:
    """The phrases of one side, and the words that stand nearest to the figure in them."""
    # ">=" is two tokens; in the lexicon "=" with blanks around it parts a phrase from what it means.
    entries = lexicon.load("bounds")[side].items()
    phrases = {tuple(phrase.replace("=", " =").split()): cast(Bound, mod) for phrase, mod in entries}
    return phrases, frozenset(phrase[-1 if side == "before" else 0] for phrase in phrases)


def bound(tokens: Tokens, start: int, end: int) -> Qualifier | None:
    """The bound that the words beside the tokens `start` to `end` set."""
    return _before(tokens, start) or _after(tokens, end) or _margin_of_error(tokens, start)


def _before(tokens: Tokens, start: int) -> Qualifier | None:
    phrases, nearest = _phrases("before")
    while start and tokens[start - 1].lower() in IDLE:
        start -= 1
    word = tokens[start - 1].lower() if start else ""
    if word in nearest:
        words = tuple(tokens[i].lower() for i in range(max(0, start - LONGEST), start))
        for size in range(len(words), 0, -1):
            if words[-size:] in phrases:
                return Qualifier(phrases[words[-size:]], (start - size, start))
    # Newswire loses blanks: "ofabout 5 percent".
    for size in range(2, min(len(word) - 3, 7)):
        if (word[size:],) in phrases and (word[:size],) in phrases or word[:size] in LOST and (word[size:],) in phrases:
            return Qualifier(phrases[word[size:],], (start - 1, start))
    return None


LOST = frozenset(["of", "to", "by", "at", "from", "is", "was", "and", "just"])
"""Words that a bound may have run together with."""


def _after(tokens: Tokens, end: int) -> Qualifier | None:
    phrases, nearest = _phrases("after")
    if end < len(tokens) and tokens[end] in (",", "-", "–", "("):
        end += 1
    if end < len(tokens) and tokens[end].lower() in nearest:
        words = tuple(tokens[i].lower() for i in range(end, min(end + 3, len(tokens))))
        for size in range(len(words), 0, -1):
            if words[:size] in phrases:
                return Qualifier(phrases[words[:size]], (end, end + size))
    return None


def _margin_of_error(tokens: Tokens, start: int) -> Qualifier | None:
    """A poll's margin of error: its figure is one to both sides."""
    first = max(0, start - 14)
    if "error" not in tokens.source[tokens.starts[first]:tokens.starts[start]].lower():
        return None
    words = [tokens[i].lower() for i in range(first, start)]
    for at in range(len(words) - 1, -1, -1):
        if words[at] in ("", ";", ","):
            return None
        if words[at] == "error" and "margin" in words[max(0, at - 4):at]:
            return Qualifier("MARGIN", None)
    return None
