"""RSS and Atom: each entry is a document, with its id, title, date and address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, Final
from xml.etree.ElementTree import Element

from factx.read.input import Item, Problem, ReadOptions
from factx.read.records import FieldError, document
from factx.read.xml import Records, local, paragraphs

TEXTS: Final = (
    "content:encoded", "encoded", "fulltext", "content", "description", "summary", "itunes:summary",
    "media:description", "subtitle", "itunes:subtitle",
)  # fmt: skip
"""The elements with an entry's text, the fuller ones first."""
DATES: Final = ("pubDate", "published", "dc:date", "date", "issued", "dcterms:created", "created", "updated")
IDS: Final = ("guid", "id")
AUTHORS: Final = ("dc:creator", "creator", "author")


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The entries; one without a text is named, and reading goes on."""
    records = Records({"item", "entry"})
    for number, entry in enumerate(records.read(stream), start=1):
        outside = records.outside
        publication = outside.get("channel/title") or outside.get("title")
        try:
            yield from document(record_of(entry, publication), doc, number, options, "entry")
        except FieldError:
            yield Problem(doc, f"entry {number}: no text in it", fatal=False)


def record_of(entry: Element, publication: str | None) -> dict[str, Any]:
    """An entry as a record: its elements by their names, and by the usual ones."""
    fields: dict[str, list[Element]] = {}
    for child in entry:
        fields.setdefault(child.tag, []).append(child)
        if ":" in child.tag and not child.tag.startswith(("media:", "itunes:")):
            fields.setdefault(local(child.tag), []).append(child)
    record: dict[str, Any] = {name: marked_text(found[0]) for name, found in fields.items()}
    texts = (marked_text(each) for name in TEXTS for each in fields.get(name, ()))
    text = next((found for found in texts if found.strip()), "")
    title = first(fields, ("title",))
    usual = {
        "text": text or title,
        "title": title,
        "date": first(fields, DATES),
        "id": first(fields, IDS) or entry.get("rdf:about", ""),
        "url": link(fields),
        "byline": ", ".join(filter(None, map(name_of, next((fields[name] for name in AUTHORS if name in fields), [])))),
        "publication": first(fields, ("source",)) or publication or "",
    }
    return {**record, **{name: value for name, value in usual.items() if value or name in record}}


def first(fields: dict[str, list[Element]], names: tuple[str, ...]) -> str:
    """The first text that is not empty among the elements of these names, the earlier name first."""
    found = (marked_text(each).strip() for name in names for each in fields.get(name, ()))
    return next((text for text in found if text), "")


def marked_text(element: Element) -> str:
    """The text of an element; its HTML stays as it is, XHTML becomes paragraphs."""
    return paragraphs(element) if len(element) else "".join(element.itertext())


def link(fields: dict[str, list[Element]]) -> str:
    """The address of the entry itself."""
    for each in fields.get("link", ()):
        if each.get("rel", "alternate") == "alternate" and (address := each.get("href") or (each.text or "").strip()):
            return address
    return ""


def name_of(author: Element) -> str:
    """An author's name: Atom has it in an element of its own, RSS after the address."""
    names = [each for each in author if local(each.tag) == "name"]
    text = "".join((names[0] if names else author).itertext()).strip()
    return text.partition("(")[2].rstrip(")") or text if "@" in text else text
