"""Plain text: one document a file, unless it is an export with several articles."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO, Final

from factx.read.decode import decode
from factx.read.input import Input, Item, Problem, ReadOptions, UnreadableError, whole

LONGEST_LIST: Final = 100_000


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The file's whole text; raises UnreadableError if it is not text."""
    text, warning = decode(whole(stream), options.encoding)
    if warning:
        yield Problem(doc, warning, fatal=False)
    if options.form == "auto" and doc == "-" and are_file_names(text):
        raise UnreadableError("these look like file names: --files-from - reads them (--input text reads the names)")
    if options.form == "auto" and ("ocument" in text or "DOCUMENT" in text):
        from factx.read.exports import articles

        yield from articles(text, doc, options)
    else:
        yield Input(doc, text)


def are_file_names(text: str) -> bool:
    """Whether every line names a file: a list that was meant for --files-from."""
    if len(text) > LONGEST_LIST:
        text = text[: text.rfind("\n", 0, LONGEST_LIST)]
    names = [line for line in text.split("\n") if line]
    marked = len(names) > 1 or any("." in name or os.sep in name for name in names)
    return bool(names) and marked and all(len(name) < 1024 and os.path.exists(name) for name in names[:50])
