"""Excel workbooks: each sheet is a table with a header, each row a document."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from factx.read.csv import documents_of
from factx.read.input import Input, Item, Problem, ReadOptions, UnreadableError
from factx.read.zip import DAMAGED, archive, seekable


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The rows of every sheet that has a text; a sheet without one is named."""
    source = seekable(stream)
    with archive(source):
        pass  # opened only to check the size that it unpacks to
    source.seek(0)
    try:
        workbook = openpyxl.load_workbook(source, read_only=True, data_only=True)
        found, refused = False, ""
        for sheet in workbook.worksheets:
            name = doc if len(workbook.worksheets) == 1 else f"{doc}/{sheet.title}"
            try:
                for item in rows_of(sheet, name, options):
                    found = found or isinstance(item, Input)
                    yield item
            except UnreadableError as error:
                refused = refused or f"sheet {sheet.title!r}: {error}"
        if refused:
            if not found:
                raise UnreadableError(refused)
            yield Problem(doc, refused, fatal=False)
    except (*DAMAGED, InvalidFileException, KeyError, ValueError, TypeError, ParseError, AttributeError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(f"damaged, or not an Excel workbook: {str(error)[:200]}") from None


def rows_of(sheet: Any, name: str, options: ReadOptions) -> Iterator[Item]:
    """The documents of a sheet."""
    rows = ([written(cell) for cell in row] for row in sheet.iter_rows(values_only=True))
    header = next((row for row in rows if any(row)), None)
    if header is None:
        return
    yield from documents_of(rows, [cell.strip() for cell in header], name, options, [])


def written(cell: object) -> str:
    """A cell as text, a day as ISO writes it."""
    match cell:
        case None:
            return ""
        case datetime.datetime() | datetime.date():
            return cell.isoformat()
        case float():
            return f"{cell:.15g}"
    return str(cell)
