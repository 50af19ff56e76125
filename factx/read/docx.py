"""Word documents: paragraphs and tables in order, then the notes; tracked insertions are kept, deletions dropped."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError

from factx.read.exports import articles
from factx.read.input import Item, ReadOptions, UnreadableError, whole
from factx.read.zip import DAMAGED, archive

PARAGRAPH, ROW, CELL, TABLE = (qn(name) for name in ("w:p", "w:tr", "w:tc", "w:tbl"))
TEXT = {
    qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011", qn("w:ptab"): "\t"
}  # fmt: skip
IGNORED = {qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), qn("w:instrText")}
"""Deleted text, properties, and the instructions of fields."""
NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""The same text again, for programs that can't show the newer form."""


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The document as one text, or as the articles of an export.

    Its file's dates are not used: they are often those of a template or of a copy.
    """
    source = BytesIO(whole(stream))
    with archive(source):
        pass  # opened only to check the size that it unpacks to
    try:
        document = docx.Document(source)
        notes = [relation for relation in document.part.rels.values() if relation.reltype in NOTES]
        roots = [document.element, *(parse_xml(note.target_part.blob) for note in notes if not note.is_external)]
    except (*DAMAGED, PackageNotFoundError, KeyError, ValueError, XMLSyntaxError) as error:
        raise UnreadableError(f"damaged, or not a Word document: {str(error)[:200]}") from None
    text = "\n\n".join(block for root in roots for block in blocks(root))
    if not text:
        raise UnreadableError("no text in this document (a scan? it needs text recognition first)")
    yield from articles(text, doc, options)


def blocks(root: Any) -> Iterator[str]:
    """The paragraphs of a tree, a table as one of them: a line a row, a tab between cells."""
    for element in outermost(root, {PARAGRAPH, TABLE}):
        if element.tag == PARAGRAPH:
            text = running(element)
        else:
            rows = (outermost(row, {CELL}) for row in outermost(element, {ROW}))
            text = "\n".join("\t".join(" ".join(running(cell).split()) for cell in row) for row in rows)
        if text.strip():
            yield text.strip()


def outermost(root: Any, tags: set[str]) -> Iterator[Any]:
    """The outermost elements below `root` with these tags, in order, without those in deleted text."""
    for child in root:
        if child.tag in tags:
            yield child
        elif child.tag not in IGNORED and child.tag != FALLBACK:
            yield from outermost(child, tags)


def running(root: Any) -> str:
    """The text below an element, paragraphs in it separated by line breaks."""
    pieces: list[str] = []
    for child in root:
        if child.tag == qn("w:t"):
            pieces.append(child.text or "")
        elif child.tag in TEXT:
            pieces.append(TEXT[child.tag])
        elif child.tag not in IGNORED and child.tag != FALLBACK:
            pieces.append(running(child) + ("\n" if child.tag == PARAGRAPH else ""))
    return "".join(pieces)
