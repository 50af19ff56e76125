"""Comma-separated rows (RFC 4180, with the line ends of Unix), for spreadsheets and data tools."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from factx.model import Document
from factx.read import Problem
from factx.render.layout import Layout
from factx.render.rows import rows


def render(documents: Iterable[Document], errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    for row in rows(documents, layout):
        writer.writerow(row)
        yield line.getvalue()
        line.seek(0)
        line.truncate()
