"""Tables with a header, in CSV or TSV: each row is a document."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

from factx.read.decode import decode
from factx.read.fields import plain
from factx.read.input import Item, Problem, ReadOptions, UnreadableError
from factx.read.jsonl import lines
from factx.read.records import FieldError, document, is_record

LONGEST: Final = 16 << 20
"""The size in characters of the longest cell; a quote that is never closed would take all that follows into one."""
DELIMITERS: Final = ",;\t|"


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The rows; one without a text becomes a problem that names its line, and reading goes on."""
    csv.field_size_limit(LONGEST)
    warnings: list[Problem] = []
    rows = iter(decoded(stream, doc, options, warnings))
    first = next(rows, "")
    while first and (not first.strip() or re.match(r"sep=.$", first.strip())):
        first = next(rows, "")
    if not first:
        raise UnreadableError("no header in this table: its first line names the columns")
    table = csv.reader(chained(first, rows), delimiter=delimiter(first))
    try:
        header = [name.strip() for name in next(table, [])]
    except csv.Error as error:
        raise UnreadableError(f"no header in this table: {error}") from None
    if len(header) < 2 and not options.text_fields and plain("".join(header)) not in ONE_COLUMN:
        raise UnreadableError("no table: its first line names one column alone (--input text reads it as it is)")
    yield from documents_of(table, header, doc, options, warnings)


ONE_COLUMN: Final = frozenset("text body content article tweet message sentence".split())


def documents_of(
    table: Iterator[list[str]], header: list[str], doc: str, options: ReadOptions, warnings: list[Problem]
) -> Iterator[Item]:
    """The documents of a table's rows."""
    number = 0
    try:
        for number, cells in enumerate(table, start=1):
            yield from taken(warnings)
            if not any(cells):
                continue
            record = dict(zip(header, cells, strict=False))
            if number == 1 and not is_record(record, options):
                check_header(header, options)
            try:
                yield from document(record, doc, number, options, "row")
            except FieldError as error:
                yield Problem(doc, f"row {number}: {error}")
    except csv.Error as error:
        raise UnreadableError(f"after row {number}: {error} (a quote that is not closed?)") from None
    yield from taken(warnings)


def check_header(header: list[str], options: ReadOptions) -> None:
    """Raise UnreadableError if no column can be the one with the text."""
    named = options.text_fields
    nothing_said = ReadOptions(text_fields=named)
    if not is_record(dict.fromkeys(header, "x"), nothing_said):
        sought = f"no column {named[0]!r}" if named else "no column with a usual name of a text"
        there = ", ".join(header[:12])
        raise UnreadableError(f"{sought} (--text-field names it; there is {there:.200})")


def taken(warnings: list[Problem]) -> list[Problem]:
    """The warnings that have come, once each."""
    found = warnings[:]
    warnings.clear()
    return found


def decoded(stream: BinaryIO, doc: str, options: ReadOptions, warnings: list[Problem]) -> Iterator[str]:
    """The lines of the table in any encoding; that one had to be assumed is said once."""
    said = False
    for number, line in enumerate(lines(stream, options.encoding), start=1):
        text, warning = (f"{line}\n", None) if isinstance(line, str) else decode(line, options.encoding)
        if warning and not said:
            said = True
            warnings.append(Problem(doc, f"line {number}: {warning}", fatal=False))
        text = text.replace("\0", "")
        if "\r" in text:  # old Macs end a line with it, so that all of a table may come as one
            yield from re.findall(r"[^\n]*\n|[^\n]+", text.replace("\r\n", "\n").replace("\r", "\n"))
        else:
            yield text


def chained(first: str, rest: Iterable[str]) -> Iterator[str]:
    yield first
    yield from rest


def delimiter(header: str) -> str:
    """The mark between cells: the most frequent one in the header, outside of quotes."""
    bare = re.sub(r'"[^"]*"', "", header)
    return max(DELIMITERS, key=bare.count)
