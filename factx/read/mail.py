"""Mail: its subject, its sender and its body; the Date header is the day it was written."""

from __future__ import annotations

import os
import re
from collections import Counter
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
from factx.read.documents import documents
from factx.read.forms import reader, suffix_of, wanted
from factx.read.input import Input, Item, PassedOver, Problem, ReadOptions, UnreadableError, iso_day, whole
from factx.read.markup import without_tags
from factx.read.quoted import reflowed, taken_apart


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The mail as one text: the subject, the sender, the body.

    What it quotes or forwards, and what is attached, are documents that follow.
    """
    message = message_from_bytes(whole(stream))
    if not message.keys():
        raise UnreadableError("not a mail: it does not begin with a header (--input text reads it as it is)")
    yield from documents_of(message, doc, options)


def documents_of(message: Message, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The documents in a mail."""
    day, warning = sent_on(message["date"])
    if warning:
        yield Problem(doc, warning, fatal=False)
    body, warning = body_of(message, options)
    if warning:
        yield Problem(doc, warning, fatal=False)
    own, quoted, lost = taken_apart(body, options.date_order)
    subject, people = header(message["subject"]), sender(message)
    text = "\n\n".join(paragraph for paragraph in (subject, people, own.strip("\r\n")) if paragraph)
    attached = list(attachments(message))
    if not text and not attached:
        raise UnreadableError("no text in this mail")
    if text:
        yield Input(doc, text, day, title=subject or None, byline=names(message) or None)
    numbers: Counter[str] = Counter()
    for part in quoted:
        numbers[part.sort] += 1
        yield Input(f"{doc}/{part.sort}-{numbers[part.sort]}", part.text.strip("\r\n"), part.date,
                    title=part.subject, byline=part.sender)
    if lost:
        yield Problem(doc, f"{lost} quoted lines left out: nothing says whose they are", fatal=False)
    for item in attached_documents(attached, doc, options):
        yield dated(item, day) if isinstance(item, Input) else item


def dated(item: Input, day: str | None) -> Input:
    """An attached text with the day of the mail, unless it has its own, also in a dateline."""
    from factx.pipeline import extract

    if item.date or day is None or extract(item.text[:DATELINE], kinds={"date"}).date:
        return item
    return item._replace(date=day)


DATELINE = 1000
"""The number of characters in which a dateline stands."""


def attached_documents(attached: list[tuple[str, Message]], doc: str, options: ReadOptions) -> Iterator[Item]:
    """The documents in the attachments; what is not read is counted."""
    inner = options._replace(form="auto", archived=True)
    passed: list[str] = []
    payload: object
    for name, part in attached:
        if part.get_content_type() == "message/rfc822":
            payload = part.get_payload()
            message = payload[0] if isinstance(payload, list) and payload else None
            if isinstance(message, Message) and message.keys():
                try:
                    yield from documents_of(message, f"{doc}/{name}", inner)
                except UnreadableError as error:
                    yield Problem(f"{doc}/{name}", str(error))
            continue
        data = part.get_payload(decode=True)
        if wanted(name, options.globs) and isinstance(data, bytes):
            yield from documents(partial(BytesIO, data), f"{doc}/{name}", inner)
        elif part.get_content_disposition() == "attachment" and not options.globs:
            passed.append(name)
    if passed:
        yield PassedOver(doc, Counter(suffix_of(name)[0] or "without a suffix" for name in passed))


def attachments(message: Message) -> Iterator[tuple[str, Message]]:
    """The parts that are documents by themselves, with their names; a mail's own attachments are left to it."""
    for number, part in enumerate(parts(message)):
        name = os.path.basename(header(part.get_filename()).replace("\\", "/"))
        if part.get_content_type() == "message/rfc822":
            yield name or f"message-{number}", part
        elif name:
            yield name, part


def parts(message: Message) -> Iterator[Message]:
    """The parts of a mail, but not those of mails that are attached to it."""
    if message.get_content_type() != "message/rfc822" and message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                yield part
                yield from parts(part)


STUB = re.compile(
    r"(?is)\b(?:view|read|see|open)\b.{0,60}\b(?:in|on|with) (?:your|a|the) (?:web |internet )?browser"
    r"|(?:not|n't|n’t) (?:support|display|show|render)\b.{0,40}\bhtml"
    r"|\bhtml[- ](?:version|e-?mail|capable|enabled|format)|\bplain[- ]text version"
)
"""What stands in the text of a mail that is only for programs without HTML."""
LONGEST_STUB = 80
"""In words."""
MUCH = 60


def is_stub(body: str, words: int, markup: str) -> bool:
    """Whether the page has the text, and the plain part no more than a word about it."""
    more = len(without_tags(markup).split())
    return more > 0 and (STUB.search(body) is not None or more > max(MUCH, 10 * words))


def body_of(message: Message, options: ReadOptions) -> tuple[str, str | None]:
    """The text of the body, and a warning if its encoding had to be assumed: plain, unless the page has the text."""
    plain, page = part_of(message, "text/plain"), part_of(message, "text/html")
    body, warning = text_of(plain, options.encoding) if plain else ("", None)
    if plain and str(plain.get_param("format", "")).lower() == "flowed":
        body = reflowed(body, str(plain.get_param("delsp", "")).lower() == "yes")
    if not page:
        return body, warning
    words = len(re.sub(r"\S*://\S*", "", body).split())
    markup = text_of(page, options.encoding)[0]
    if words > LONGEST_STUB or (words and not is_stub(body, words, markup)):
        return body, warning
    reader("html")  # raises UnreadableError if a package is missing
    from factx.read.html import everything

    return everything(markup, quoted=True) or body, None


def header(value: object) -> str:
    """A header's text on one line, its encoded words decoded."""
    value = str(value or "")[:LONGEST_HEADER]
    try:
        text = str(make_header(decode_header(value)))
    except (MessageError, ValueError, LookupError):
        text = str(value)
    return " ".join(text.split())


def sender(message: Message) -> str:
    """The senders in the From header, each name with its address."""
    people = getaddresses([str(value)[:LONGEST_HEADER] for value in message.get_all("from", [])[:10]])
    return ", ".join(f"{header(name)} <{address}>" if name else address for name, address in people)


LONGEST_HEADER = 10_000
"""In characters: to take addresses apart takes the square of their length."""


def names(message: Message) -> str:
    """The senders' names, or their addresses if they have none."""
    people = getaddresses([str(value)[:LONGEST_HEADER] for value in message.get_all("from", [])[:10]])
    return ", ".join(header(name) or address for name, address in people)


def sent_on(value: object) -> tuple[str | None, str | None]:
    """The day in a Date header, in the sender's time zone, and a warning if it has none that can be read."""
    if not value:
        return None, None
    try:
        return parsedate_to_datetime(str(value)).date().isoformat(), None
    except (ValueError, OverflowError):
        pass
    try:
        return iso_day(str(value)), None
    except ValueError:
        return None, f"its Date header is not a date: {str(value)!r:.60}"


def part_of(message: Message, form: str) -> Message | None:
    """The first part of that type that is not an attachment."""
    for part in (message, *parts(message)):
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
