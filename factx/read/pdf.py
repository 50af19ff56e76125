"""PDF: the text of its pages in reading order, with hyphens and paragraphs restored.

PDFium gives the place of every character; the order follows from these, since a page's text can be stored in any.
Offsets refer to the resulting text, which --show-text prints.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from math import isfinite
from typing import BinaryIO, Final

import pypdfium2
import pypdfium2.raw as pdfium

from factx.read.columns import Piece, Region, regions
from factx.read.exports import articles
from factx.read.input import Item, Problem, ReadOptions, UnreadableError, whole
from factx.read.paragraphs import paragraphs, without_running_heads

MOST_PAGES: Final = 20_000
MOST_CHARACTERS: Final = 300_000
"""On one page: a whole newspaper page has a tenth of that."""
MOST_IN_ALL: Final = 30_000_000
"""A page that repeats another takes only a few bytes of a file: without a limit, a small file could take hours."""
HYPHENS: Final = frozenset([0x02, 0xFFFE, 0x2010, ord("-")])
"""The first two are PDFium's own, for a hyphen at the end of a line."""
LIGATURES: Final = dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The document as one text, or as the articles of an export.

    Its file's dates are not used: they say when the file was made.
    """
    pages: list[list[Region]] = []
    characters = 0
    document = opened(whole(stream))
    try:
        for number in range(len(document)):
            try:
                found = list(pieces(document, number))
                characters += sum(len(piece.text) for piece in found)
                if characters > MOST_IN_ALL:
                    yield Problem(doc, f"page {number + 1}: too long, the rest is left out (split it)")
                    break
                pages.append(regions(found))
            except pypdfium2.PdfiumError as error:
                yield Problem(doc, f"page {number + 1}: damaged, left out ({error})")
            except UnreadableError as error:
                yield Problem(doc, f"page {number + 1}: {error}")
    finally:
        document.close()
    text = "\n\n".join(paragraphs(without_running_heads(pages)))
    if not text:
        raise UnreadableError(f"no text in its {len(pages)} pages: a scan? (it needs text recognition first: ocrmypdf)")
    yield from articles(text, doc, options)


def opened(data: bytes) -> pypdfium2.PdfDocument:
    """The document; raises UnreadableError, with the reason, if it can't be opened."""
    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise UnreadableError("encrypted: it asks for a password (qpdf --decrypt writes a copy without)") from None
        raise UnreadableError(f"damaged, or not a PDF: {error}") from None
    if pages > MOST_PAGES:
        document.close()
        raise UnreadableError(f"{pages} pages, more than {MOST_PAGES} (split it)")
    return document


def pieces(document: pypdfium2.PdfDocument, number: int) -> Iterator[Piece]:
    """The text of a page in the order in which it is stored, cut into pieces where it jumps."""
    page = document[number]
    text = page.get_textpage()
    try:
        count = text.count_chars()
        if count > MOST_CHARACTERS:
            raise UnreadableError(f"{count} characters on one page, left out")
        yield from runs(text.raw, count)
    finally:
        text.close()
        page.close()


def somewhere(box: pdfium.FS_RECTF) -> bool:
    """Whether a character has a height and a place: a damaged page's can be no number, or without end."""
    return box.top > box.bottom and isfinite(box.left + box.right + box.top + box.bottom)


def runs(page: object, count: int) -> Iterator[Piece]:
    """The pieces of a page: runs of characters that follow each other on one line."""
    box = pdfium.FS_RECTF()
    letters: list[str] = []
    left = right = bottom = top = 0.0
    for i in range(count):
        code = pdfium.FPDFText_GetUnicode(page, i)
        letter = "-" if code in HYPHENS else LIGATURES.get(code) or chr(code)
        if letter.isspace():
            # Line breaks are PDFium's guesses, even at a shift within a word: the next character's place decides.
            if letters and letters[-1] != " " and letter not in "\r\n":
                letters.append(" ")
            continue
        if code == 0 or not pdfium.FPDFText_GetLooseCharBox(page, i, ctypes.byref(box)) or not somewhere(box):
            continue
        height = max(top - bottom, box.top - box.bottom)
        level = bottom < (box.top + box.bottom) / 2 < top
        if letters and not (level and -0.5 * height < box.left - right < 0.9 * height):
            yield from piece(letters, left, right, bottom, top)
            letters.clear()
        elif letters and letters[-1] != " " and box.left - right > 0.2 * height:
            letters.append(" ")
        if not letters:
            left, right, bottom, top = box.left, box.right, box.bottom, box.top
        letters.append(letter)
        right = max(right, box.right)
    yield from piece(letters, left, right, bottom, top)


def piece(letters: list[str], left: float, right: float, bottom: float, top: float) -> Iterator[Piece]:
    """The letters as a piece, if there are any."""
    text = "".join(letters).strip()
    if text:
        yield Piece(text, left, right, bottom, top)
