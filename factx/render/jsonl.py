"""JSON Lines: one self-contained fact a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factx.model import Document, Fact
from factx.read import Problem
from factx.render.keys import BESIDE, SAID, Lines
from factx.render.layout import Layout
from factx.render.record import fact_objects, json_object, made_safe


def pieces(document: Document, layout: Layout) -> Iterator[str]:
    asked = [name for name in BESIDE if name in layout.fields]
    facts = with_beside(document, asked) if asked else fact_objects(document)
    for fact in made_safe(document, facts):
        yield fact + "\n"


def with_beside(document: Document, asked: list[str]) -> Iterator[str]:
    """Each fact with what was asked for beside its own keys."""
    lines = Lines(document.text, document.times)
    of_document = {"written": document.date, **{f"doc.{key}": getattr(document, key) for key in SAID}}

    def value(name: str, fact: Fact) -> object:
        if name in of_document:
            return of_document[name]
        return lines.time(fact.span.start) if name == "time" else lines.sentence(fact.span)

    for fact, written in zip(document.facts, fact_objects(document), strict=True):
        beside = {name: value(name, fact) for name in asked}
        yield f"{written[:-1]}, {json_object(**beside)[1:]}"


def frame(bodies: Iterable[str], errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    return iter(bodies)
