"""The tense of the clause around an expression: whether it speaks of what is behind or ahead."""

from __future__ import annotations

from factx import lexicon
from factx.tokens import Tokens

REACH = 12
"""How many tokens away a verb still speaks for an expression."""


def tense(tokens: Tokens, start: int, end: int) -> int:
    """-1 for the past, 1 for the future, 0 where the clause does not tell.

    The nearest cue before the tokens `start` to `end` decides, else the nearest one behind them.
    """
    if end < len(tokens) and tokens[end] in ("'s", "’s"):
        return -1  # "Wednesday's ruling"
    first, last = tokens.sentence_of(start)
    before = range(start - 1, max(first, start - REACH) - 1, -1)
    return _nearest(tokens, before) or _nearest(tokens, range(end, min(last, end + REACH)))


def _nearest(tokens: Tokens, places: range) -> int:
    """What the first cue among these tokens says."""
    cues = lexicon.load("tense")
    future, past, intent = cues["future"], cues["past"], cues["before-to"]
    for i in places:
        word = tokens[i]
        if word == "to" and i and tokens[i - 1] in intent:
            return 1
        if word.lower() in future:
            return 1
        if (word.lower() in past or _is_regular_past(word)) and not (i and tokens[i - 1] == "be"):
            return -1  # but not "will be named"
    return 0


def _is_regular_past(word: str) -> bool:
    return word.endswith("ed") and len(word) > 4 and word.islower() and not word.endswith("eed")
