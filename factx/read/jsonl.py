"""JSON Lines: one object a line, each a document; read as a stream, a line at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from factx.read.decode import decode, marked_encoding
from factx.read.input import LARGEST, Input, Problem, ReadOptions, UnreadableError, iso_day, whole


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Input | Problem]:
    """The documents of a stream; a line that is not one becomes a problem that names it, and reading goes on."""
    for number, line in enumerate(lines(stream, options.encoding), start=1):
        if not line.strip():
            continue
        try:
            text = decode(line, options.encoding or "utf-8")[0] if isinstance(line, bytes) else line
            row = json.loads(text.rstrip())
            text = field(row, options.text_field)
        except json.JSONDecodeError as error:
            yield Problem(doc, f"line {number}: not JSON at column {error.colno}: {error.msg}")
        except RecursionError:
            yield Problem(doc, f"line {number}: JSON nested too deeply")
        except ValueError as error:
            yield Problem(doc, f"line {number}: {error}")
        else:
            name = row.get(options.id_field)
            day, warning = written_on(row.get(options.date_field), options.date_field)
            if warning:
                yield Problem(doc, f"line {number}: {warning}", fatal=False)
            known = isinstance(name, str | int | float) and name != ""
            yield Input(str(name) if known else f"{doc}:{number}", text, day)


def lines(stream: BinaryIO, encoding: str | None) -> Iterable[str | bytes]:
    """The lines as bytes, so that a bad one spoils no other; as text if line breaks have more than one byte."""
    first = stream.readline(LARGEST + 1)
    encoding = encoding or marked_encoding(first) or "utf-8"
    if "\n".encode(encoding) == b"\n":
        number = 1
        while first:
            if len(first) > LARGEST:
                raise UnreadableError(f"line {number}: longer than {LARGEST >> 20} MiB")
            yield first
            first = stream.readline(LARGEST + 1)
            number += 1
    else:
        yield from decode(first + whole(stream), encoding)[0].split("\n")


def field(row: object, name: str) -> str:
    """The text in a row's field; ValueError says what is there instead."""
    if not isinstance(row, dict):
        raise ValueError("not a JSON object")
    if name not in row:
        fields = ", ".join(list(row)[:8]) or "none"
        raise ValueError(f"no field {name!r} (--text-field names another; there is {fields:.200})")
    text = row[name]
    if not isinstance(text, str):
        raise ValueError(f"field {name!r} is not a string")
    return text


def written_on(value: object, name: str) -> tuple[str | None, str | None]:
    """The day that a row's date field gives, and a warning if it gives none that can be read."""
    if value is None or value == "":
        return None, None
    try:
        return iso_day(str(value)), None
    except ValueError:
        return None, f"field {name!r} is not a date: {value!r:.40}"
