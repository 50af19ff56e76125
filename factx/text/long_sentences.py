"""Sentences that go on for hundreds of words are cut where a clause may end, so that no rule hangs on one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

LONGEST: Final = 400
"""The tokens of a sentence, at most. Of the 86,000 sentences of the test data the longest has 222."""
_SEMICOLONS: Final = frozenset([";"])
_COMMAS: Final = frozenset([",", ":", "–", "—", "--"])
_JOINING: Final = frozenset("and but or so yet while because although though when if which who after before".split())
"""Words that begin a clause after a comma."""


def cut(words: list[str], ends: Sequence[int]) -> list[str]:
    """The tokens of a text, an empty one in them wherever a sentence is cut: in almost any text nowhere.

    ends: the places of the tokens that end a sentence or a paragraph.
    """
    if len(words) <= LONGEST:
        return words
    places = list(_places(words, ends))
    if not places:
        return words
    parts = [words[start:end] for start, end in pairwise((0, *places, len(words)))]
    return [*parts[0], *(word for part in parts[1:] for word in ("", *part))]


def _places(words: Sequence[str], ends: Sequence[int]) -> Iterator[int]:
    """The tokens before which a sentence is cut, in order."""
    for before, end in pairwise((-1, *ends, len(words))):
        start = before + 1
        while end - start > LONGEST:
            start = _place(words, start)
            yield start


def _place(words: Sequence[str], start: int) -> int:
    """Where a sentence is cut that is too long and begins at `start`: the last of the best places in its second half.

    After a semicolon, after a comma that a conjunction follows, after another comma or a dash, before a conjunction;
    where there is none of these, between any two words.
    """
    best, rank = start + LONGEST, _NOWHERE
    for place in range(start + LONGEST, start + LONGEST // 2, -1):
        this = _rank(words[place - 1].strip(), words[place].strip().lower())
        if this < rank:
            best, rank = place, this
            if not rank:
                break
    return best


_NOWHERE: Final = 4


def _rank(before: str, after: str) -> int:
    """The rank of the place between two tokens, the best first."""
    if before in _SEMICOLONS:
        return 0
    joined = after in _JOINING
    if before in _COMMAS:
        return 1 if joined else 2 if not after[:1].isdigit() else _NOWHERE
    return 3 if joined else _NOWHERE
