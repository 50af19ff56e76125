"""OpenDocument texts: headings, paragraphs, lists and tables in order; what is marked as deleted is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final
from xml.etree.ElementTree import Element

from factx.read.input import Input, Item, ReadOptions, UnreadableError
from factx.read.xml import Records, local, paragraphs, text_of
from factx.read.zip import archive, member, seekable

LEFT_OUT: Final = frozenset("tracked-changes annotation sequence-decls forms variable-decls note-citation".split())


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The document as one text. Its file's dates are not used: they are often those of a template or of a copy."""
    source = seekable(stream)
    with archive(source) as opened:
        names = opened.namelist()
        if "content.xml" not in names:
            raise UnreadableError("not an OpenDocument text: it has no content.xml")
        if b"encryption-data" in (opened.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""):
            raise UnreadableError("encrypted: it asks for a password (save a copy without one)")
        with member(opened, opened.getinfo("content.xml")) as content:
            bodies = list(Records({"body"}).read(content))
    for body in bodies:
        with_blanks(body)
    text = "\n\n".join(filter(None, (paragraphs(body, LEFT_OUT) for body in bodies)))
    if not text:
        raise UnreadableError("no text in this document (a scan? it needs text recognition first)")
    yield Input(doc, text)


def with_blanks(body: Element) -> None:
    """Put in the blanks and the cells' ends that the format writes as elements."""
    for each in body.iter():
        match local(each.tag):
            case "s" | "tab":
                each.text = " "
            case "line-break":
                each.text = " "
            case "table-cell":
                each.tag, each.text = "td", text_of(each)
                del each[:]
            case "table-row":
                each.tag = "row"
