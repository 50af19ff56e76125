"""Mailboxes in the mbox format: each mail is a document, as a mail by itself would be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO, Final

from factx.read import mail
from factx.read.input import LARGEST, Item, Problem, ReadOptions, UnreadableError

BEGINS: Final = re.compile(rb"From \S+ .*[0-9]{4}|From - ")
"""The line that parts two mails; the mails' own lines that begin so have a mark before them."""


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The mails in order; a problem with one does not stop the others."""
    number = 0
    for number, message in enumerate(messages(stream), start=1):
        name = f"{doc}:{number}"
        try:
            yield from mail.read(BytesIO(message), name, options)
        except UnreadableError as error:
            yield Problem(name, str(error))
        except RecursionError:
            yield Problem(name, "damaged: its parts are nested without end")
    if not number:
        raise UnreadableError('not a mailbox: no line begins with "From " (--input mail reads one mail)')


def messages(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of each mail."""
    current: list[bytes] | None = None
    size = 0
    blank = True
    while line := stream.readline(LARGEST):
        if blank and line.startswith(b"From ") and BEGINS.match(line):
            if current:
                yield b"".join(current)
            current, size = [], 0
        elif current is not None:
            size += len(line)
            if size <= LARGEST:
                current.append(line[1:] if line.startswith(b">") and line.lstrip(b">").startswith(b"From ") else line)
        blank = not line.strip()
    if current:
        yield b"".join(current)
