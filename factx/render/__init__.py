"""Documents to what is printed.

A format is a module here with a function `render(documents, errors, layout)` that yields text. It works
document by document, so that the first facts are out before the last input is read; `errors` is
complete once the documents are used up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import Final, TypeAlias

from factx.model import Document
from factx.read import Problem
from factx.render.layout import KIND_OF, Layout, terminal_width, wants_color

__all__ = ["FORMATS", "KIND_OF", "Layout", "Render", "renderer", "terminal_width", "wants_color"]

Render: TypeAlias = Callable[[Iterable[Document], Sequence[Problem], Layout], Iterator[str]]

FORMATS: Final = ("table", "json", "jsonl", "csv", "tsv")


def renderer(name: str) -> Render:
    """The format of that name, imported on use: only the table needs rich."""
    render: Render = import_module(f"factx.render.{name}").render
    return render
