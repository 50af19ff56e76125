"""Mail: its subject, its sender and its body; the Date header is the day it was written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from functools import partial
from io import BytesIO
from typing import BinaryIO

from factx.read.decode import decode
from factx.read.forms import documents, reader, wanted
from factx.read.input import Input, Problem, ReadOptions, UnreadableError, iso_day, whole


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Input | Problem]:
    """The mail as one text: the subject, the sender, the body. Each attachment is a separate document."""
    message = message_from_bytes(whole(stream))
    if not message.keys():
        raise UnreadableError("not a mail: it does not begin with a header (--input text reads it as it is)")
    day, warning = sent_on(message["date"])
    if warning:
        yield Problem(doc, warning, fatal=False)
    paragraphs = [header(message["subject"]), sender(message)]
    plain, page = part_of(message, "text/plain"), part_of(message, "text/html")
    body, warning = text_of(plain, options.encoding) if plain else ("", None)
    if warning:
        yield Problem(doc, warning, fatal=False)
    if body.strip() or not page:
        paragraphs.append(body.strip("\r\n"))
    else:
        reader("html")  # raises UnreadableError if a package is missing
        from factx.read.html import everything

        paragraphs.append(everything(text_of(page, options.encoding)[0]))
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    if not text:
        raise UnreadableError("no text in this mail")
    yield Input(doc, text, day)
    for part in message.walk():
        name, payload = os.path.basename(header(part.get_filename())), part.get_payload(decode=True)
        if name and wanted(name, options.globs) and isinstance(payload, bytes):
            attached = options._replace(form="auto", archived=True)
            yield from documents(partial(BytesIO, payload), f"{doc}/{name}", attached)


def header(value: object) -> str:
    """A header's text on one line, its encoded words decoded."""
    try:
        text = str(make_header(decode_header(str(value or ""))))
    except (MessageError, ValueError, LookupError):
        text = str(value)
    return " ".join(text.split())


def sender(message: Message) -> str:
    """The senders in the From header, each name with its address."""
    people = getaddresses([str(value) for value in message.get_all("from", [])])
    return ", ".join(f"{header(name)} <{address}>" if name else address for name, address in people)


def sent_on(value: object) -> tuple[str | None, str | None]:
    """The day in a Date header, in the sender's time zone, and a warning if it has none that can be read."""
    if not value:
        return None, None
    try:
        return parsedate_to_datetime(str(value)).date().isoformat(), None
    except ValueError:
        pass
    try:
        return iso_day(str(value)), None
    except ValueError:
        return None, f"its Date header is not a date: {str(value)!r:.60}"


def part_of(message: Message, form: str) -> Message | None:
    """The first part of that type that is not an attachment."""
    for part in message.walk():
        if part.get_content_type() == form and part.get_content_disposition() != "attachment":
            return part
    return None


def text_of(part: Message, encoding: str | None) -> tuple[str, str | None]:
    """A part's text in its own character set, and a warning if another had to be assumed."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = encoding or part.get_content_charset()
    try:
        return decode(data, charset)
    except (ValueError, LookupError):
        return decode(data)
