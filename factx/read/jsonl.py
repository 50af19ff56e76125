"""JSON Lines: one object a line, each a document; read as a stream, a line at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from factx.read.decode import decode, marked_encoding
from factx.read.input import LARGEST, Item, Problem, ReadOptions, UnreadableError, whole
from factx.read.records import document, records_in


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The documents of a stream; a line that is not one becomes a problem that names it, and reading goes on."""
    for number, line in enumerate(lines(stream, options.encoding), start=1):
        if not line.strip():
            continue
        try:
            text = decode(line, options.encoding or "utf-8")[0] if isinstance(line, bytes) else line
            for record in records_in(json.loads(text.strip()), options):
                yield from document(record, doc, number, options, "line")
        except json.JSONDecodeError as error:
            yield Problem(doc, f"line {number}: not JSON at column {error.colno}: {error.msg}")
        except RecursionError:
            yield Problem(doc, f"line {number}: JSON nested too deeply")
        except ValueError as error:
            yield Problem(doc, f"line {number}: {error}")


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
