"""Tab-separated rows for cut, awk and `while read`: a fact a line, no quoting, no tab within a cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factx.model import Document
from factx.read import Problem
from factx.render.layout import Layout
from factx.render.rows import rows


def render(documents: Iterable[Document], errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    for row in rows(documents, layout):
        yield "\t".join(row) + "\n"
