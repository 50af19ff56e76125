"""XML as a stream: the elements that are records, one after another, each dropped when the next one comes.

Names are as they are written, with their prefixes. An entity that nobody declared is HTML's; one that expands others
is refused: a few of these can fill a memory.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html.entities import html5
from typing import BinaryIO, Final
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from factx.read.input import LARGEST, UnreadableError

CHUNK: Final = 1 << 16
DEEPEST: Final = 200
"""The depth of elements in a record; real ones have a tenth of it."""
MOST_OUTSIDE: Final = 64


class Records:
    """The elements of some names in a stream of XML."""

    def __init__(self, names: Collection[str]) -> None:
        self.names = names
        self.found: list[Element] = []
        self.outside: dict[str, str] = {}
        """The first text of each element outside of records, by its path: channel/title."""
        self.path: list[str] = []
        self.builder: TreeBuilder | None = None
        self.depth = 0
        self.size = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE)
        self.parser.UseForeignDTD(True)  # for undeclared entities to be no error
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.SkippedEntityHandler = self.entity
        self.parser.EntityDeclHandler = self.declared

    def read(self, stream: BinaryIO) -> Iterator[Element]:
        """The records; UnreadableError, with the line, where the stream is not XML."""
        chunk = stream.read(CHUNK).removeprefix(b"\xef\xbb\xbf").lstrip()  # blanks before the declaration are common
        more = True
        while more:
            more = bool(chunk)
            try:
                self.parser.Parse(chunk, not more)
            except expat.ExpatError as error:
                yield from self.taken()
                words = expat.ErrorString(error.code)
                raise UnreadableError(f"line {error.lineno}: not XML: {words} (what comes before it is read)") from None
            except (ValueError, LookupError) as error:  # of an encoding that Python does not know
                raise UnreadableError(f"not XML: {error}") from None
            yield from self.taken()
            chunk = stream.read(CHUNK)

    def taken(self) -> list[Element]:
        found, self.found = self.found, []
        return found

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.builder is None and local(name) in self.names:
            self.builder, self.depth, self.size = TreeBuilder(), 0, 0
        if self.builder is None:
            self.path.append(local(name))
            return
        self.depth += 1
        if self.depth > DEEPEST:
            raise UnreadableError(f"line {self.parser.CurrentLineNumber}: elements nested too deeply")
        self.builder.start(name, attributes)

    def end(self, name: str) -> None:
        if self.builder is None:
            self.path.pop()
            return
        self.builder.end(name)
        self.depth -= 1
        if not self.depth:
            self.found.append(self.builder.close())
            self.builder = None

    def text(self, data: str) -> None:
        if self.builder is None:
            path = "/".join(self.path[1:])
            if data.strip() and len(self.outside) < MOST_OUTSIDE:
                self.outside.setdefault(path, data.strip()[:500])
            return
        self.size += len(data)
        if self.size > LARGEST:
            raise UnreadableError(f"line {self.parser.CurrentLineNumber}: a record longer than {LARGEST >> 20} MiB")
        self.builder.data(data)

    def entity(self, name: str, parameter: bool) -> None:
        self.text(html5.get(f"{name};", f"&{name};"))

    def declared(self, name: str, parameter: bool, value: str | None, *rest: str | None) -> None:
        if value is None or parameter or "&" in value or len(value) > 200:
            raise UnreadableError(f"it declares the entity {name!r}, which XML of news has no use for: not read")


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


def below(element: Element, *names: str) -> Iterator[Element]:
    """The elements of some names below one, in order, at any depth."""
    return (each for each in element.iter() if each is not element and local(each.tag) in names)


def text_of(element: Element | None) -> str:
    """All text below an element, on one line."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def first_text(element: Element, *names: str) -> str | None:
    """The text of the first element below that has one of the names and a text; the earlier name goes first."""
    for name in names:
        for each in below(element, name):
            if text := text_of(each):
                return text
    return None


BLOCKS: Final = frozenset(
    "p h h1 h2 h3 h4 h5 h6 hl1 hl2 div li td tr table blockquote pre block body section article ul ol dl dt dd title "
    "headline media caption list-item hr br lead fn note bq dateline byline".split()
)
"""Elements that begin a paragraph, in HTML and in the vocabularies of news."""


def paragraphs(element: Element, left_out: Collection[str] = ()) -> str:
    """The text below an element, a paragraph for each block."""
    pieces: list[str] = []

    def visit(each: Element) -> None:
        if local(each.tag) in left_out:
            return
        block = local(each.tag) in BLOCKS
        pieces.append("\0" if block else "")
        pieces.append(each.text or "")
        for child in each:
            visit(child)
            pieces.append(child.tail or "")
        pieces.append("\0" if block else "")

    visit(element)
    blocks = (" ".join(block.split()) for block in "".join(pieces).split("\0"))
    return "\n\n".join(block for block in blocks if block)


def of_paragraphs(text: str) -> str:
    """Text with an empty line between its paragraphs, whatever line breaks and blanks separated them."""
    return "\n\n".join(" ".join(block.split()) for block in re.split(r"\n\s*\n", text) if block.strip())
