"""The output formats.

A format is a module here (a hyphen of its name is an underscore there), named in FORMATS, with a function
`frame(documents, errors, layout)` that yields text. It works document by document, so that the first facts
are printed before the last input is read; `errors` is complete once the documents are used up. If the output
for a document depends on no other document, the module has a function `body(document, layout)` that returns
it, and `frame` is given these bodies: where a document may have very many facts, a body is a list of
`pieces`, so that its text is in memory once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from itertools import islice
from typing import Any, Final, TypeAlias

from factx.model import Document
from factx.read import Problem
from factx.records import NamedTuple
from factx.render.layout import KIND_OF, Layout, terminal_width, wants_color

__all__ = [
    "FORMATS", "KIND_OF", "Format", "Layout", "Printed", "Printing", "Render", "format_named", "pieces", "renderer",
    "terminal_width", "wants_color",
]  # fmt: skip

Render: TypeAlias = Callable[[Iterable[Document], Sequence[Problem], Layout], Iterator[str]]

FORMATS: Final = ("table", "json", "jsonl", "csv", "tsv", "html", "text", "markdown")


class Format(NamedTuple):
    """The two halves of a format: `body` for each document, run in any process, and `frame` for the whole output."""

    body: Callable[[Document, Layout], Any]
    frame: Callable[[Iterable[Any], Sequence[Problem], Layout], Iterator[str]]


def format_named(name: str) -> Format:
    """The format of that name, imported on use."""
    module = import_module(f"factx.render.{name.replace('-', '_')}")
    return Format(getattr(module, "body", itself), getattr(module, "frame", None) or module.render)


PIECE: Final = 2_000
"""The lines of a piece, about a megabyte: a document of some megabytes has more."""


def pieces(lines: Iterable[str]) -> list[str]:
    """The lines of a document in pieces, to be written one after the other: a large one is never copied as a whole."""
    each = iter(lines)
    found: list[str] = []
    while piece := "".join(islice(each, PIECE)):
        found.append(piece)
    return found


def itself(document: Document, layout: Layout) -> Document:
    """The body in a format whose frame needs whole documents."""
    return document


class Printed(NamedTuple):
    """The output for a document, in the form its format uses, and whether it has any fact."""

    body: Any
    found: bool


class Printing(NamedTuple):
    """A format for all facts, each where it stands."""

    form: Format
    layout: Layout

    def printed(self, document: Document) -> Printed:
        """The output for a document, to be passed on to `frame`."""
        return Printed(self.form.body(document, self.layout), bool(document.facts))

    def frame(self, bodies: Iterable[Any], errors: Sequence[Problem]) -> Iterator[str]:
        """The whole output; `errors` is complete once the bodies are used up."""
        return self.form.frame(bodies, errors, self.layout)


def renderer(name: str) -> Render:
    """The format of that name as a whole."""
    body, frame = format_named(name)
    return lambda documents, errors, layout: frame((body(found, layout) for found in documents), errors, layout)
