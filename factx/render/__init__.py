"""The output formats.

A format is a module here (a hyphen of its name is an underscore there), named in FORMATS, with a function
`frame(documents, errors, layout)` that yields text. It works document by document, so that the first facts
are printed before the last input is read; `errors` is complete once the documents are used up. If the output
for a document depends on no other document, the module has a function `pieces(document, layout)` that yields
it, and `frame` is given these, joined, in place of documents: that of a large document comes in several.
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
    "FORMATS", "KIND_OF", "Format", "Layout", "Printed", "Printing", "Render", "format_named", "renderer",
    "terminal_width", "wants_color",
]  # fmt: skip

Render: TypeAlias = Callable[[Iterable[Document], Sequence[Problem], Layout], Iterator[str]]

FORMATS: Final = ("table", "json", "jsonl", "csv", "tsv", "html", "text", "markdown")


class Format(NamedTuple):
    """The two halves of a format: `pieces` of each document's output, made in any process, and `frame` for all of them.

    Without `pieces`, the frame needs whole documents.
    """

    frame: Callable[[Iterable[Any], Sequence[Problem], Layout], Iterator[str]]
    pieces: Callable[[Document, Layout], Iterable[str]] | None = None


def format_named(name: str) -> Format:
    """The format of that name, imported on use."""
    module = import_module(f"factx.render.{name.replace('-', '_')}")
    return Format(getattr(module, "frame", None) or module.render, getattr(module, "pieces", None))


class Printed(NamedTuple):
    """The output for a document, or a piece of it, in the form its format uses, and whether it has any fact."""

    body: Any
    found: bool


class Printing(NamedTuple):
    """A format for all facts, each where it stands."""

    form: Format
    layout: Layout

    def printed(self, document: Document) -> Iterator[Printed]:
        """The output for a document, to be passed on to `frame`."""
        return printed(self.form, document, self.layout)

    def frame(self, bodies: Iterable[Any], errors: Sequence[Problem]) -> Iterator[str]:
        """The whole output; `errors` is complete once the bodies are used up."""
        return self.form.frame(bodies, errors, self.layout)


PIECE: Final = 1_000
"""The pieces that are passed on as one: all of a large document, printed, would take more memory than the facts."""


def printed(form: Format, document: Document, layout: Layout) -> Iterator[Printed]:
    """The output for a document in a format: that of a large one is never in memory as a whole."""
    found = bool(document.facts)
    if form.pieces is None:
        yield Printed(document, found)
        return
    pieces = iter(form.pieces(document, layout))
    while piece := "".join(islice(pieces, PIECE)):
        yield Printed(piece, found)


def renderer(name: str) -> Render:
    """The format of that name as a whole."""
    form = format_named(name)

    def whole(documents: Iterable[Document], errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
        bodies = (each.body for document in documents for each in printed(form, document, layout))
        return form.frame(bodies, errors, layout)

    return whole
