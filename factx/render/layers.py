"""The marks on a text: which facts cover each stretch of it, even where facts overlap.

Shared by the formats that show the article itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factx.model import Claim, Document, Fact, Part
from factx.records import NamedTuple
from factx.text.tokens import unwrap

LANES: Final = 4
"""How many claims can be distinguished at one place: one nested deeper is marked only at its cue."""


class Layer(NamedTuple):
    """A stretch of the text and its role in a fact: the whole fact, or a claim's source, cue or content."""

    start: int
    end: int
    fact: Fact
    role: str
    """For a claim, source, cue or content; for any other fact, its kind."""
    lane: int
    """For a claim, the number of its line under the text: claims that overlap have different ones."""
    handle: bool
    """Whether this layer stands for the whole fact, as a link for instance: for a claim, its cue."""

    @property
    def order(self) -> tuple[bool, int, int, int]:
        """From bottom to top: claims below the facts in them, earlier layers below later, longer below shorter."""
        return self.fact.kind != "claim", self.lane, self.start, -self.end


class Stretch(NamedTuple):
    """A piece of the text in which no layer begins or ends."""

    text: str
    layers: tuple[Layer, ...]
    """From bottom to top."""


class Paragraph(NamedTuple):
    """A line of the text that is not blank; a hard-wrapped paragraph is one line."""

    start: int
    follows: bool
    """Whether it follows the one before without a blank line."""
    stretches: list[Stretch]


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """The text's paragraphs in order, in stretches: together all of the text but blanks at the ends of lines."""
    text = unwrap(document.text)
    waiting = sorted(layers(document), key=lambda layer: layer.start, reverse=True)
    bounds = sorted({offset for layer in waiting for offset in (layer.start, layer.end)}, reverse=True)
    over: list[Layer] = []
    before = -1
    for start, end in lines(text):
        paragraph = Paragraph(start, before >= 0 and text.count("\n", before, start) == 1, [])
        while start < end:
            while bounds and bounds[-1] <= start:
                bounds.pop()
            stop = min(end, bounds[-1]) if bounds else end
            if waiting and waiting[-1].start <= start:
                while waiting and waiting[-1].start <= start:
                    over.append(waiting.pop())
                over.sort(key=lambda layer: layer.order)
            over = [layer for layer in over if layer.end > start]
            paragraph.stretches.append(Stretch(text[start:stop], tuple(over)))
            start = stop
        before = end
        yield paragraph


def lines(text: str) -> Iterator[tuple[int, int]]:
    """The start and the end of each line that is not blank, without the blanks around it."""
    start = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            first = start + line.index(bare)
            yield first, first + len(bare)
        start += len(line)


def in_common(open: Sequence[object], wanted: Sequence[object]) -> int:
    """The number of open layers that stay open: the length of the sequences' common prefix."""
    same = 0
    for old, new in zip(open, wanted, strict=False):
        if old != new:
            break
        same += 1
    return same


def layers(document: Document) -> Iterator[Layer]:
    """The document's facts as layers, in the order of the facts."""
    lanes = [0] * LANES
    for fact in document.facts:
        if not isinstance(fact, Claim):
            yield Layer(*fact.span, fact, fact.kind, 0, True)
            continue
        parts = roles(fact)
        start, end = min(part.span.start for _, part in parts), max(part.span.end for _, part in parts)
        lane = next((lane for lane, taken in enumerate(lanes) if taken <= start), LANES)
        handle = next(role for role in ("cue", "source", "content") if any(role == other for other, _ in parts))
        if lane < LANES:
            lanes[lane] = end
        else:
            parts = [(role, part) for role, part in parts if role == handle][:1]
        for role, part in parts:
            yield Layer(*part.span, fact, role, lane, role == handle)


def roles(claim: Claim) -> list[tuple[str, Part]]:
    """The claim's parts, each with its role; if there are none, the whole claim as its content."""
    named = [("source", claim.source), ("cue", claim.cue), *(("content", part) for part in claim.content)]
    return [(role, part) for role, part in named if part] or [("content", Part(claim.span, claim.text))]
