"""A question put to a run: which facts, in what order, counted or not, grouped over all documents or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from factx.model import Document
from factx.questions.order import OF_ROWS, Order, sort_lines, with_places
from factx.questions.where import Condition, selected
from factx.read import Problem
from factx.records import NamedTuple
from factx.render import Format, Layout, Printed, printed

FOR_READERS: Final = frozenset({"table", "text", "markdown", "html"})
"""The formats that leave out documents, and kinds, of which no fact is asked for: other programs want them all."""


class Asked(NamedTuple):
    """The questions of a run, and the format of the answer; used as `Printing` is."""

    name: str
    """The format's name."""
    form: Format
    layout: Layout
    conditions: tuple[Condition, ...] = ()
    order: Order | None = None
    over: str | None = None
    """The question over all documents: people, disagreements, count."""

    def printed(self, document: Document) -> Iterator[Printed]:
        """The output for a document, to be passed on to `frame`."""
        kept = selected(document, self.conditions)
        if self.over:
            from factx.questions.grouped import QUESTIONS

            yield Printed(QUESTIONS[self.over][0](document, kept), bool(kept.facts))
        elif self.conditions and not kept.facts and self.name in FOR_READERS:
            yield Printed(None, False)
        elif self.order and self.name in OF_ROWS and self.form.pieces:
            kept = self.order.sorted(kept)
            yield Printed(with_places(kept, self.form.pieces(kept, self.layout), self.order), bool(kept.facts))
        else:
            yield from printed(self.form, self.order.sorted(kept) if self.order else kept, self.layout)

    def frame(self, bodies: Iterable[Any], errors: Sequence[Problem]) -> Iterator[str]:
        """The whole output; `errors` is complete once the bodies are used up."""
        if self.over:
            from factx.questions.grid import written
            from factx.questions.grouped import QUESTIONS

            grid = QUESTIONS[self.over][1](bodies, self.layout)
            return iter(written(grid, self.name, errors, self.layout))
        if self.order and self.name in OF_ROWS:
            bodies = sort_lines(bodies, self.order)
        return self.form.frame((body for body in bodies if body is not None), errors, self.layout)
