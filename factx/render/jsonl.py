"""JSON Lines: one self-contained fact a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factx.model import Document
from factx.read import Problem
from factx.render.layout import Layout
from factx.render.record import fact_objects, made_safe


def render(documents: Iterable[Document], errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    for document in documents:
        for fact in made_safe(document, fact_objects(document)):
            yield fact + "\n"
