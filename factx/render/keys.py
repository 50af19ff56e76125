"""Shared by the formats: the keys of facts, lines and columns of offsets, and how numbers are written."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from operator import itemgetter
from typing import Final

from factx.model import Span

COMMON: Final = ("doc", "kind", "id", "start", "end", "line", "column", "text", "rule", "notes")
KEYS: Final[dict[str, tuple[str, ...]]] = {
    "date": ("type", "value", "mod", "quant", "freq", "begin", "until", "anchor"),
    "person": ("name", "title", "entity", "given", "family", "suffix"),
    "percentage": ("low", "high", "unit", "mod", "of", "holder", "property", "predicate", "change", "entity"),
    "claim": (
        "source", "cue", "content", "style", "stance", "hedges", "entity", "name",
        "dates", "people", "percentages", "parent", "said_on",
    ),
}  # fmt: skip
OWN_KEYS: Final = ("value",)
"""The keys of facts of a user-defined kind."""
LINE_BREAK = re.compile("\n")


class Lines:
    """The lines of a text, to look up offsets: lines and columns count from 1, and a line ends as it does for grep."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(line_break.end() for line_break in LINE_BREAK.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    @cached_property
    def sentences(self) -> list[Span]:
        from factx.text.sentences import sentences

        return list(sentences(self.text))

    def sentence(self, start: int, end: int) -> Span:
        """The sentence around a piece of the text, or the sentences from its first to its last."""
        first = max(0, bisect_right(self.sentences, start, key=itemgetter(0)) - 1)
        last = max(first, bisect_left(self.sentences, end, key=itemgetter(0)) - 1)
        return Span(self.sentences[first].start, self.sentences[last].end) if self.sentences else Span(start, end)


def plain_number(figure: float) -> str:
    """The number as people write it: 80, not 80.0."""
    return f"{figure:.0f}" if figure % 1 == 0 else repr(figure)
