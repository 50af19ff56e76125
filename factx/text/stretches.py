"""Stretches of a long text that can be read one after the other: what reading takes is given back in between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factx.text.tokens import BREAKS, Tokens

LONG: Final = 100_000
"""The tokens of a stretch, about half a million characters: a text of less than two is one."""
_JOINING: Final = frozenset("\"“”„«»‘’`':")
"""What a paragraph may share with its neighbours: what is said, and who is about to speak."""
_SHORT: Final = 12
"""The tokens of a paragraph that may be no sentence: a heading, a signature, somebody's name."""


def stretches(tokens: Tokens, long: int = LONG) -> Iterator[tuple[int, int]]:
    """The token ranges of the stretches of a text, in order.

    They end with paragraphs, where it can be had with one that shares nothing with the next.
    """
    start = 0
    breaks = [place for place in tokens.ends if tokens.words[place][:1] in BREAKS]
    following = [*breaks, len(tokens)][1:]
    before, candidate = 0, 0
    for place, after in zip(breaks, following, strict=True):
        if place - start >= long and len(tokens) - place >= long:
            candidate = candidate or place + 1
            if not _joined(tokens, before, place) and not _joined(tokens, place + 1, after):
                candidate = place + 1
            elif place - start < 2 * long:
                before = place + 1
                continue
            yield start, candidate
            start, candidate = candidate, 0
        before = place + 1
    yield start, len(tokens)


def _joined(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a paragraph may be one with its neighbours."""
    return end - start < _SHORT or any(not _JOINING.isdisjoint(word) for word in tokens.words[start:end])
