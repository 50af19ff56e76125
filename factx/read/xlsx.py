"""Excel workbooks: each sheet is a table with a header, each row a document; read as a stream of rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from factx.read.csv import documents_of
from factx.read.input import Input, Item, Problem, ReadOptions, UnreadableError
from factx.read.sheets import Workbook
from factx.read.zip import archive, seekable


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The rows of every sheet that has a text; a sheet without one is named."""
    with archive(seekable(stream)) as opened:
        workbook = Workbook(opened)
        found, refused = False, ""
        for sheet in workbook.sheets:
            name = doc if len(workbook.sheets) == 1 else f"{doc}/{sheet.title}"
            try:
                for item in rows_of(workbook.rows(sheet), name, options):
                    found = found or isinstance(item, Input)
                    yield item
            except UnreadableError as error:
                refused = refused or f"sheet {sheet.title!r}: {error}"
        if refused:
            if not found:
                raise UnreadableError(refused)
            yield Problem(doc, refused, fatal=False)
        elif not workbook.sheets:
            raise UnreadableError("no sheets in this workbook")


def rows_of(rows: Iterator[list[str]], name: str, options: ReadOptions) -> Iterator[Item]:
    """The documents of a sheet."""
    header = next((row for row in rows if any(row)), None)
    if header is not None:
        yield from documents_of(rows, [cell.strip() for cell in header], name, options, [])
