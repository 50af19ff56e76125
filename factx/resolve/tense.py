"""The tense of the clause around an expression: whether it speaks of what is behind or ahead."""

from __future__ import annotations

from functools import cache

from factx import lexicon
from factx.engine.tags import spellings
from factx.text.tokens import Tokens

REACH = 30
"""How many tokens away a verb still speaks for an expression."""


def tense(tokens: Tokens, start: int, end: int, first: int, last: int) -> int:
    """-1 for the past, 1 for the future, 0 where the clause does not tell.

    The nearest cue before the tokens `start` to `end` decides, else the nearest one behind them, in their sentence
    from `first` to `last`.
    """
    if end < len(tokens) and tokens[end] in ("'s", "’s"):
        return -1  # "Wednesday's ruling"
    before = range(start - 1, max(first, start - REACH) - 1, -1)
    behind = range(end, min(last, end + REACH))
    if any(tokens[i] in _OPENS_A_CLAUSE for i in range(max(first, start - 2), start)):
        before, behind = behind, before  # "he said that on Friday he would go"
    return _nearest(tokens, before) or _nearest(tokens, behind)


def _nearest(tokens: Tokens, places: range) -> int:
    """What the first cue among these tokens says."""
    cues, words = _cues(), tokens.words
    for i in places:
        bare, lower, _ = spellings[words[i]]
        cue = cues.get(lower)
        if cue is None:
            if not _is_regular_past(bare):
                continue
            cue = -1, None
        sense, behind = cue
        before = tokens[i - 1].lower() if i else ""
        if (behind is not None and before not in behind) or (bare[-2:] == "ed" and _is_adjective(tokens, i)):
            continue
        if lower in _plurals() and before in _AUXILIARY:
            continue
        if sense > 0:
            return -1 if _PERFECT.intersection(tokens[max(0, i - 3) : i]) else 1  # "had been due to"
        if before not in _INFINITIVE and not (before == "have" and i > 1 and tokens[i - 2] in _INFINITIVE):
            return -1
    return 0


_INFINITIVE = frozenset("be to will would should could may might must can shall wo not n't 'll ’ll".split())
"""What a base form, or a participle to come, stands behind: "will be named", "should hit"."""
_OPENS_A_CLAUSE = frozenset(["that", "because", "while", "if", "but"])
_PERFECT = frozenset(["had", "previously"])


_AUXILIARY = frozenset("to do does did not n't n’t never could would".split())


@cache
def _plurals() -> frozenset[str]:
    return frozenset(lexicon.load("tense")["future-plural"])


@cache
def _cues() -> dict[str, tuple[int, frozenset[str] | None]]:
    """Each cue's sense, and the words that it must stand behind, if any."""
    words = lexicon.load("tense")
    return {
        **dict.fromkeys(words["past"], (-1, None)),
        **dict.fromkeys([*words["future"], *words["future-plural"]], (1, None)),
        "to": (1, frozenset(words["before-to"])),
        "early": (1, frozenset(["as"])),
    }


def _is_adjective(tokens: Tokens, place: int) -> bool:
    """Whether a participle stands before its noun: a still unspecified date."""
    return any(tokens[i].lower() in _DETERMINERS for i in range(max(0, place - 2), place))


_DETERMINERS = frozenset("a an the its his her their our".split())


def _is_regular_past(word: str) -> bool:
    return word[-2:] == "ed" and len(word) > 4 and word.islower() and word[-3] != "e"
