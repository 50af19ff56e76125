"""Tab-separated rows for cut, awk and `while read`: a fact a line, no quoting, no tab within a cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factx.model import Document
from factx.read import Problem
from factx.render.layout import Layout
from factx.render.rows import header, rows


def body(document: Document, layout: Layout) -> Iterator[str]:
    for row in rows(document, layout):
        yield "\t".join(row) + "\n"


def frame(bodies: Iterable[Iterable[str]], errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    if layout.header:
        yield "\t".join(header(layout)) + "\n"
    for written in bodies:
        yield from written
