"""Aligns a quotation with a passage: how much of it is there, and the difference word by word."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Final

from factx.check.words import spans_of, token
from factx.records import NamedTuple

STOP: Final = re.compile(r"[.!?:\n]")
"""What ends a sentence of the source: the passage does not go on after it for words that differ."""


class Change(NamedTuple):
    """Words that differ: those of the article, and those of the source in their place."""

    article: str
    source: str


def in_common(one: str, other: str) -> int:
    """The length of the longest common subsequence, a bit for each character (Hyyrö 2004)."""
    masks: dict[str, int] = {}
    for i, letter in enumerate(one):
        masks[letter] = masks.get(letter, 0) | 1 << i
    full = (1 << len(one)) - 1
    row = full
    for letter in other:
        both = row & masks.get(letter, 0)
        row = ((row + both) | (row - both)) & full
    return len(one) - row.bit_count()


def fastest() -> Callable[[str, str], int]:
    """The same by rapidfuzz, if that is installed."""
    try:
        from rapidfuzz.distance.LCSseq import similarity
    except ImportError:
        return in_common
    found: Callable[[str, str], int] = similarity
    return found


common: Final = fastest()


def passage(quoted: Sequence[str], text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the words in `text`, between two offsets, that a quotation renders."""
    spans = [(start + a, start + b) for a, b in spans_of(text[start:end])]
    found = [token(text[a:b]) for a, b in spans]
    matcher = SequenceMatcher(None, [token(word) for word in quoted], found, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return start, start
    first, last = blocks[0].b, blocks[-1].b + blocks[-1].size - 1
    # Words at the ends that differ are taken too, as many as the quotation has there, within the sentence.
    for _ in range(blocks[0].a):
        if not first or STOP.search(text, spans[first - 1][1], spans[first][0]):
            break
        first -= 1
    for _ in range(len(quoted) - blocks[-1].a - blocks[-1].size):
        if last + 1 >= len(spans) or STOP.search(text, spans[last][1], spans[last + 1][0]):
            break
        last += 1
    return spans[first][0], spans[last][1]


def changes(quoted: str, found: str) -> tuple[Change, ...]:
    """The difference between a quotation and the passage that it renders."""
    ours, theirs = spans_of(quoted), spans_of(found)
    matcher = SequenceMatcher(
        None, [token(quoted[a:b]) for a, b in ours], [token(found[a:b]) for a, b in theirs], autojunk=False
    )
    return tuple(
        Change(stretch(quoted, ours[a:b]), stretch(found, theirs[c:d]))
        for op, a, b, c, d in matcher.get_opcodes() if op != "equal"
    )  # fmt: skip


def stretch(text: str, spans: Sequence[tuple[int, int]]) -> str:
    return " ".join(text[spans[0][0] : spans[-1][1]].split()) if spans else ""
