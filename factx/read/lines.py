"""A document a line, each as soon as it comes: `tail -f tweets.log | factx --input lines`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from factx.read.decode import decode
from factx.read.input import Input, Item, Problem, ReadOptions, UnreadableError
from factx.read.jsonl import lines


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The lines that are not empty, each called after its number."""
    for number, line in enumerate(lines(stream, options.encoding), start=1):
        try:
            text, warning = decode(line, options.encoding) if isinstance(line, bytes) else (line, None)
        except UnreadableError as error:
            yield Problem(doc, f"line {number}: {error}")
            continue
        if warning:
            yield Problem(doc, f"line {number}: {warning}", fatal=False)
        if text.strip():
            yield Input(f"{doc}:{number}", text.rstrip("\r\n"))
