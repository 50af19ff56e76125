"""JSON Lines: one self-contained fact a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factx.model import Document
from factx.read import Problem
from factx.render.layout import Layout
from factx.render.record import fact_objects, made_safe


def body(document: Document, layout: Layout) -> str:
    return "".join([fact + "\n" for fact in made_safe(document, fact_objects(document))])


def frame(bodies: Iterable[str], errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    return iter(bodies)
