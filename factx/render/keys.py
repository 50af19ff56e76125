"""Shared by the formats: the keys of facts, lines and columns of offsets, and how numbers are written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import itemgetter
from typing import Final

from factx.expressions import compiled
from factx.model import Marked, Part, Span, as_read

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
SAID: Final = ("title", "url", "byline", "publication", "language")
"""The keys of what the input says of a document, and of what it looks like."""
BESIDE: Final = ("written", "time", "sentence", *(f"doc.{key}" for key in SAID))
"""What can be asked for beside a fact's own keys: of the document, and of the text around."""
LINE_BREAK = compiled("\n")


class Lines:
    """The lines of a text, to look up offsets: lines and columns count from 1, and a line ends as it does for grep."""

    def __init__(self, text: str, times: Sequence[tuple[int, int]] = ()) -> None:
        self.text = text
        self.times = times
        self.starts = [0, *(line_break.end() for line_break in LINE_BREAK.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def time(self, offset: int) -> str | None:
        """When in the recording an offset is heard, if the text is one of subtitles."""
        if not self.times:
            return None
        return recorded(self.times[max(bisect_right(self.times, offset, key=itemgetter(0)) - 1, 0)][1])

    def shown(self, offset: int) -> str:
        """The place of an offset as people find it again: when it is heard, or its line."""
        return self.time(offset) or str(self.place(offset)[0])

    @cached_property
    def sentences(self) -> list[Part]:
        """The sentences of the text; they are looked for where somebody asks for one."""
        from factx.text.sentences import sentences

        return sentences(self.text)

    def sentence(self, span: Span) -> Part:
        """The sentence around a span, or all of them that it goes over."""
        first = max(bisect_right(self.sentences, span.start, key=place_of) - 1, 0)
        last = max(bisect_right(self.sentences, span.end - 1, key=place_of), first + 1)
        found = self.sentences[first:last] or [Part(span, "")]
        start, end = min(found[0].span.start, span.start), max(found[-1].span.end, span.end)
        text = self.text[start:end]
        same = len(found) == 1 and found[0].span == (start, end)
        return Part(Span(start, end), Marked(text, as_read(found[0].text)) if same else text)


def recorded(seconds: int) -> str:
    """A second of a recording, as players show it."""
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def place_of(part: Part) -> int:
    """The offset at which a part begins."""
    return part.span.start


def plain_number(figure: float) -> str:
    """The number as people write it: 80, not 80.0."""
    return f"{figure:.0f}" if figure % 1 == 0 else repr(figure)
