"""Shared by the formats: the keys of facts, lines and columns of offsets, and how numbers are written."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from factx.expressions import compiled

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
LINE_BREAK = compiled("\n")


class Lines:
    """The lines of a text, to look up offsets: lines and columns count from 1, and a line ends as it does for grep."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(line_break.end() for line_break in LINE_BREAK.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def plain_number(figure: float) -> str:
    """The number as people write it: 80, not 80.0."""
    return f"{figure:.0f}" if figure % 1 == 0 else repr(figure)
