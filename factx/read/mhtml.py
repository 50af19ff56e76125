"""Pages that a browser saved as MHTML: the page in it, as if it stood alone."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from io import BytesIO
from typing import BinaryIO

from factx.read import html
from factx.read.input import Input, Item, ReadOptions, UnreadableError, whole
from factx.read.mail import part_of, text_of


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The page. The date is the page's own: the header has the day on which it was saved."""
    message = message_from_bytes(whole(stream))
    page = part_of(message, "text/html") or part_of(message, "application/xhtml+xml")
    if page is None:
        raise UnreadableError("no page in it (--input mail reads it as a mail)")
    text = text_of(page, options.encoding)[0]
    url = message["snapshot-content-location"] or page["content-location"]
    for item in html.read(BytesIO(text.encode("utf-8", "replace")), doc, options._replace(encoding="utf-8")):
        yield item._replace(url=item.url or str(url or "") or None) if isinstance(item, Input) else item
