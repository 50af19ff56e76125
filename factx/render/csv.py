"""Comma-separated rows (RFC 4180, with the line ends of Unix), for spreadsheets and data tools."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

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
    # The writer returns what the file's `write` returns.
    return str(WRITER.writerow(cells))


class Line:
    """A file whose `write` returns the text."""

    def write(self, text: str) -> str:
        return text


WRITER: Final = csv.writer(Line(), lineterminator="\n")
