"""Tab-separated rows for cut, awk and `while read`: a fact a line, no quoting, no tab within a cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factx.model import Document
from factx.read import Problem
from factx.render.layout import Layout
from factx.render.rows import header, rows


def pieces(document: Document, layout: Layout) -> Iterator[str]:
    return map(line, rows(document, layout))


def frame(bodies: Iterable[str], errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    if layout.header:
        yield line(header(layout))
    yield from bodies


def line(cells: list[str]) -> str:
    return "\t".join(cells) + "\n"
