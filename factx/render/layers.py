"""The marks over a text: which facts stand over each stretch of it, where facts overlap too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from factx.model import Claim, Document, Fact, Part

LANES: Final = 4
"""How many claims can be told apart at one place: what is nested deeper is marked by its cue alone."""


class Layer(NamedTuple):
    """A stretch of the text and what it is to a fact: the whole of it, or a claim's source, cue or content."""

    start: int
    end: int
    fact: Fact
    role: str
    """A claim's source, cue or content; of any other fact its kind."""
    lane: int
    """Of a claim, which of the lines under the text is its own: claims that overlap have different ones."""
    handle: bool
    """Whether the fact is taken hold of here: a claim by its cue."""

    @property
    def order(self) -> tuple[bool, int, int, int]:
        """Claims lie below what stands in them, an earlier layer below a later, a longer one below a shorter."""
        return self.fact.kind != "claim", self.lane, self.start, -self.end


class Stretch(NamedTuple):
    """A piece of the text over which nothing begins or ends."""

    start: int
    end: int
    layers: tuple[Layer, ...]
    """The lowest first."""


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
        held = next(role for role in ("cue", "source", "content") if any(role == other for other, _ in parts))
        if lane < LANES:
            lanes[lane] = end
        else:
            parts = [(role, part) for role, part in parts if role == held][:1]
        for role, part in parts:
            yield Layer(*part.span, fact, role, lane, role == held)


def roles(claim: Claim) -> list[tuple[str, Part]]:
    """The claim's parts, each with what it is to the claim; the whole of it where it names none."""
    named = [("source", claim.source), ("cue", claim.cue), *(("content", part) for part in claim.content)]
    return [(role, part) for role, part in named if part] or [("content", Part(claim.span, claim.text))]


def stretches(document: Document, breaks: Iterable[int] = ()) -> Iterator[Stretch]:
    """The whole text in stretches, parted at the breaks too."""
    waiting = sorted(layers(document), key=lambda layer: layer.start, reverse=True)
    bounds = {0, len(document.text), *breaks}
    for layer in waiting:
        bounds |= {layer.start, layer.end}
    over: list[Layer] = []
    for start, end in pairwise(sorted(bounds)):
        over = [layer for layer in over if layer.end > start]
        if waiting and waiting[-1].start <= start:
            while waiting and waiting[-1].start <= start:
                over.append(waiting.pop())
            over.sort(key=lambda layer: layer.order)
        yield Stretch(start, end, tuple(over))
