"""Plain text: one document a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from factx.read.decode import decode
from factx.read.input import Input, Problem, ReadOptions, whole


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Input | Problem]:
    """The file's whole text; raises UnreadableError if it is not text."""
    text, warning = decode(whole(stream), options.encoding)
    if warning:
        yield Problem(doc, warning, fatal=False)
    yield Input(doc, text)
