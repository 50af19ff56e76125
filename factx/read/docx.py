"""Word documents: paragraphs and tables in order, then the notes; tracked insertions are kept, deletions dropped."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import BinaryIO, Final
from xml.etree.ElementTree import Element

from factx.read.exports import articles
from factx.read.input import Item, ReadOptions, UnreadableError
from factx.read.office import Package
from factx.read.xml import local
from factx.read.zip import archive, seekable

TEXT: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
IGNORED: Final = frozenset("del moveFrom pPr rPr instrText Fallback".split())
"""Deleted text, properties, the instructions of fields, and the same text again for older programs."""
NOTES: Final = ("footnotes", "endnotes")


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The document as one text, or as the articles of an export.

    Its file's dates are not used: they are often those of a template or of a copy.
    """
    with archive(seekable(stream)) as opened:
        package = Package(opened, "a Word document", "word/document.xml")
        parts = [package.main, *(part for kind in NOTES for part in package.related(package.main, kind).values())]
        text = "\n\n".join(
            block for part in parts for root in package.elements(part, "body", *NOTES) for block in blocks(root)
        )
    if not text:
        raise UnreadableError("no text in this document (a scan? it needs text recognition first)")
    yield from articles(text, doc, options)


def blocks(root: Element) -> Iterator[str]:
    """The paragraphs of a tree, a table as one of them: a line a row, a tab between cells."""
    own = root.tag.rpartition(":")[0]
    for element in outermost(root, own, ("p", "tbl")):
        if local(element.tag) == "p":
            text = running(element, own)
        else:
            rows = (outermost(row, own, ("tc",)) for row in outermost(element, own, ("tr",)))
            text = "\n".join("\t".join(" ".join(running(cell, own).split()) for cell in row) for row in rows)
        if text.strip():
            yield text.strip()


def outermost(root: Element, own: str, names: Collection[str]) -> Iterator[Element]:
    """The outermost elements below `root` with these names, in order, without those in deleted text.

    own: the prefix of Word's own names; formulas and drawings have some of the same with another.
    """
    for child in root:
        prefix, _, name = child.tag.rpartition(":")
        if prefix == own and name in names:
            yield child
        elif name not in IGNORED:
            yield from outermost(child, own, names)


def running(root: Element, own: str) -> str:
    """The text below an element, paragraphs in it separated by line breaks."""
    pieces: list[str] = []
    for child in root:
        prefix, _, name = child.tag.rpartition(":")
        if prefix == own and name == "t":
            pieces.append(child.text or "")
        elif prefix == own and name in TEXT:
            pieces.append(TEXT[name])
        elif name not in IGNORED:
            pieces.append(running(child, own) + ("\n" if prefix == own and name == "p" else ""))
    return "".join(pieces)
