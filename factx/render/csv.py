"""Comma-separated rows (RFC 4180, with the line ends of Unix), for spreadsheets and data tools."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

from factx.model import Document
from factx.read import Problem
from factx.render.layout import Layout
from factx.render.rows import rows


def render(documents: Iterable[Document], errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    writer = csv.writer(Line(), lineterminator="\n")
    for row in rows(documents, layout):
        # It returns what the file's write does.
        yield str(writer.writerow(row))


class Line:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text
