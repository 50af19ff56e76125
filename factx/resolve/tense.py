"""The tense of the clause around an expression: whether it speaks of what is behind or ahead."""

from __future__ import annotations

from functools import cache

from factx import lexicon
from factx.tokens import Tokens

REACH = 12
"""How many tokens away a verb still speaks for an expression."""


def tense(tokens: Tokens, start: int, end: int, first: int, last: int) -> int:
    """-1 for the past, 1 for the future, 0 where the clause does not tell.

    The nearest cue before the tokens `start` to `end` decides, else the nearest one behind them, in their sentence
    from `first` to `last`.
    """
    if end < len(tokens) and tokens[end] in ("'s", "’s"):
        return -1  # "Wednesday's ruling"
    before = range(start - 1, max(first, start - REACH) - 1, -1)
    return _nearest(tokens, before) or _nearest(tokens, range(end, min(last, end + REACH)))


def _nearest(tokens: Tokens, places: range) -> int:
    """What the first cue among these tokens says."""
    cues = _cues()
    for i in places:
        word = tokens[i]
        cue = cues.get(word.lower(), 0)
        if word == "to" and i and tokens[i - 1] in lexicon.load("tense")["before-to"]:
            cue = 1
        if word == "early" and i and tokens[i - 1] == "as":
            cue = 1  # "as early as Friday"
        if cue > 0:
            return -1 if _PERFECT.intersection(tokens[max(0, i - 3) : i]) else 1  # "had been due to"
        if (cue or _is_regular_past(word)) and not (i and tokens[i - 1] == "be"):
            return -1  # but not "will be named"
    return 0


_PERFECT = frozenset(["had", "previously"])


@cache
def _cues() -> dict[str, int]:
    words = lexicon.load("tense")
    return dict.fromkeys(words["past"], -1) | dict.fromkeys(words["future"], 1)


def _is_regular_past(word: str) -> bool:
    return word[-2:] == "ed" and len(word) > 4 and word.islower() and word[-3] != "e"
