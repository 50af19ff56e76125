"""Books in EPUB: each chapter is a document, in the order of the book."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import unquote
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from factx.read.decode import decode
from factx.read.html import everything
from factx.read.input import Input, Item, Problem, ReadOptions, UnreadableError, whole
from factx.read.xml import Records, below, first_text
from factx.read.zip import archive, member, seekable

PAGES = (".xhtml", ".html", ".htm")


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The chapters that have a text. A book's date is not used: it is that of its edition."""
    source = seekable(stream)
    with archive(source) as opened:
        book = package(opened)
        title, author = (first_text(book, "title"), first_text(book, "creator")) if book is not None else (None, None)
        found = False
        for name in chapters(opened, book):
            try:
                with member(opened, opened.getinfo(name)) as page:
                    text = everything(decode(whole(page), options.encoding)[0])
            except UnreadableError as error:
                yield Problem(f"{doc}/{name}", str(error))
                continue
            if text:
                found = True
                yield Input(f"{doc}/{name}", text, title=title, byline=author)
        if not found:
            raise UnreadableError("no text in this book")


def package(opened: ZipFile) -> Element | None:
    """The file that lists what the book is made of; None if there is none."""
    name = next((name for name in opened.namelist() if name.endswith(".opf")), None)
    if name is None:
        return None
    with member(opened, opened.getinfo(name)) as content:
        found = next(Records({"package"}).read(content), None)
    if found is not None:
        found.set("path", name)
    return found


def chapters(opened: ZipFile, book: Element | None) -> list[str]:
    """The names of the chapters in the order of reading; without a list, those of all pages."""
    pages = [name for name in opened.namelist() if name.lower().endswith(PAGES)]
    if book is None:
        return pages
    folder = posixpath.dirname(book.get("path", ""))
    places = {item.get("id"): item.get("href", "") for item in below(book, "item")}
    order = [places.get(each.get("idref"), "") for each in below(book, "itemref") if each.get("linear") != "no"]
    names = [posixpath.normpath(posixpath.join(folder, unquote(place))) for place in order if place]
    return [name for name in dict.fromkeys(names) if name in opened.namelist()] or pages
