"""News agencies' XML: NITF, NewsML 1 and NewsML-G2; each item is a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final
from xml.etree.ElementTree import Element

from factx.read.input import Input, Item, Problem, ReadOptions
from factx.read.markup import looks_like_html, without_tags
from factx.read.records import day_of
from factx.read.xml import Records, below, first_text, local, of_paragraphs, paragraphs, text_of

DATES: Final = (
    "contentModified", "contentCreated", "versionCreated", "ThisRevisionCreated", "firstCreated", "FirstCreated",
    "DateAndTime", "DateId", "story.date",
)  # fmt: skip
"""The elements with the date, the better ones first."""
BODIES: Final = ("body.content", "inlineXML", "DataContent", "inlineData", "body", "block")
LEFT_OUT: Final = frozenset("head hedline byline dateline media script style body.head body.end title".split())
HEADLINES: Final = ("headline", "hl1", "HeadLine", "Headline", "NewsLine", "title")
PUBLICATIONS: Final = ("provider", "Provider", "infoSource", "doc.copyright", "distributor", "creditline", "CreditLine")


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The items in a file; one without a text (a picture, a package) is passed over in words."""
    number = 0
    for number, item in enumerate(Records({"newsItem", "NewsItem", "nitf", "packageItem"}).read(stream), start=1):
        text = text_in(item)
        if not text:
            yield Problem(doc, f"item {number}: no text in it", fatal=False)
            continue
        day, warning = day_of(date_of(item), "date", options.date_order)
        if warning:
            yield Problem(doc, f"item {number}: {warning}", fatal=False)
        yield Input(
            name(item) or (doc if number == 1 else f"{doc}:{number}"),
            text,
            day,
            title=first_text(item, *HEADLINES),
            url=None,
            byline=first_text(item, "byline", "ByLine", "by", "creator", "bytag"),
            publication=publication(item),
        )
    if not number:
        yield Problem(doc, "no news item in it")


def text_in(item: Element) -> str:
    """The paragraphs of the body."""
    for wanted in BODIES:
        for body in [item, *below(item, wanted)]:
            if local(body.tag) != wanted:
                continue
            text = paragraphs(body, LEFT_OUT) if len(body) else of_paragraphs("".join(body.itertext()))
            if looks_like_html(text):
                text = without_tags(text)
            if text:
                return text
    return ""


def date_of(item: Element) -> str:
    """The day of the item: what its text was written on rather than when it was sent again."""
    for each in below(item, "pubdata", "date.issue", "date.release"):
        if value := each.get("date.publication") or each.get("norm"):
            return value
    for wanted in DATES:
        for each in below(item, wanted):
            if value := each.get("norm") or text_of(each):
                return value
    return ""


def name(item: Element) -> str:
    """The item's own id."""
    for each in below(item, "doc-id", "PublicIdentifier", "NewsItemId"):
        if value := each.get("id-string") or text_of(each):
            return value
    return item.get("guid", "")


def publication(item: Element) -> str | None:
    """The publisher's name, rather than its code."""
    for each in below(item, "pubdata"):
        if value := each.get("name"):
            return value
    for wanted in PUBLICATIONS:
        for each in below(item, wanted):
            value = first_text(each, "name") or text_of(each) or each.get("literal") or ""
            if value and not re.match(r"[a-z]+:", value):
                return value
    return None
