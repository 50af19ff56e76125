"""The output formats.

A format is a module here (a hyphen of its name is an underscore there), named in FORMATS, with a function
`frame(documents, errors, layout)` that yields text. It works document by document, so that the first facts
are printed before the last input is read; `errors` is complete once the documents are used up. If the output
for a document depends on no other document, the module has a function `body(document, layout)` that returns
it, and `frame` is given these bodies. If such a body is lines and nothing else, there is a function `lines` too,
and `frame` may be given a body in several pieces.
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
    """The two halves of a format: `body` for each document, run in any process, and `frame` for the whole output.

    lines: the body line by line, where it is lines and nothing else.
    """

    body: Callable[[Document, Layout], Any]
    frame: Callable[[Iterable[Any], Sequence[Problem], Layout], Iterator[str]]
    lines: Callable[[Document, Layout], Iterable[str]] | None = None


def format_named(name: str) -> Format:
    """The format of that name, imported on use."""
    module = import_module(f"factx.render.{name.replace('-', '_')}")
    frame = getattr(module, "frame", None) or module.render
    return Format(getattr(module, "body", itself), frame, getattr(module, "lines", None))


def itself(document: Document, layout: Layout) -> Document:
    """The body in a format whose frame needs whole documents."""
    return document


class Printed(NamedTuple):
    """The output for a document, or a piece of it, in the form its format uses, and whether it has any fact."""

    body: Any
    found: bool


class Printing(NamedTuple):
    """A format for all facts, each where it stands."""

    form: Format
    layout: Layout

    def printed(self, document: Document) -> Iterator[Printed]:
        """The output for a document, to be passed on to `frame`: that of a large one in pieces, where it can be."""
        return printed(self.form, document, self.layout)

    def frame(self, bodies: Iterable[Any], errors: Sequence[Problem]) -> Iterator[str]:
        """The whole output; `errors` is complete once the bodies are used up."""
        return self.form.frame(bodies, errors, self.layout)


PIECE: Final = 1_000
"""The facts of a piece: all of a large document, printed, would take more memory than the facts."""


def printed(form: Format, document: Document, layout: Layout) -> Iterator[Printed]:
    """The output for a document in a format, in pieces if it is a large one and consists of lines."""
    if form.lines is None or len(document.facts) <= PIECE:
        yield Printed(form.body(document, layout), bool(document.facts))
        return
    lines = iter(form.lines(document, layout))
    while piece := "".join(islice(lines, PIECE)):
        yield Printed(piece, True)


def renderer(name: str) -> Render:
    """The format of that name as a whole."""
    body, frame, _ = format_named(name)
    return lambda documents, errors, layout: frame((body(found, layout) for found in documents), errors, layout)
