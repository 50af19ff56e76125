"""Facts in another order than the text's: by the values of a key, forwards or backwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Final, TypeAlias

from factx.model import Date, Document, Fact
from factx.questions.subject import DAYS, Subject, Value, last_name, reader
from factx.questions.where import bounds, checked_key, one_line, plain_figure
from factx.records import NamedTuple

Place: TypeAlias = tuple[int, tuple[Any, ...]]
"""What is compared: numbers and days are before words; what has no value is last, forwards and backwards."""
LAST: Final = 2
OF_ROWS: Final = frozenset({"tsv", "csv", "jsonl"})
"""The formats whose lines are in order over all documents; in the others each document has its own."""


class Order(NamedTuple):
    """The key to sort by."""

    backwards: bool
    value: Callable[[Subject, Fact], Place]

    def sorted(self, document: Document) -> Document:
        """The document with its facts in this order; those that are equal in the text's."""
        subject = Subject(document)
        return document._replace(facts=tuple([fact for _, fact in self.placed(subject, document.facts)]))

    def placed(self, subject: Subject, facts: Sequence[Fact]) -> list[tuple[Place, Fact]]:
        pairs = [(self.value(subject, fact), fact) for fact in facts]
        return in_order(pairs, self.backwards)


def in_order(pairs: Iterable[tuple[Place, Any]], backwards: bool) -> list[tuple[Place, Any]]:
    """Pairs by their first item, what has no value last; equals stay as they are."""
    pairs = list(pairs)
    placed = [pair for pair in pairs if pair[0][0] != LAST]
    rest = [pair for pair in pairs if pair[0][0] == LAST]
    return [*sorted(placed, key=lambda pair: pair[0], reverse=backwards), *rest]


def order(written: str, own_kinds: Iterable[str] = ()) -> Order:
    """The order that `KEY` or `-KEY` names; WrongQuestionError if there is no such key."""
    own_kinds = tuple(own_kinds)
    key = checked_key(written.removeprefix("-").strip(), own_kinds)
    read = reader(key, own_kinds)
    name = last_name(key)

    def value(subject: Subject, fact: Fact) -> Place:
        if name == "value" and isinstance(fact, Date):
            return place(fact.begin, True)
        values = read(subject, fact)
        return place(values[0], name in DAYS) if values else (LAST, ())

    return Order(written.startswith("-"), value)


def place(value: Value | None, is_day: bool) -> Place:
    if value is None:
        return LAST, ()
    if is_day:
        first, last = bounds(str(value))
        return (0, (*first, *last)) if first and last else (LAST, ())
    figure = plain_figure(value) if isinstance(value, str) else value
    return (0, (figure,)) if figure is not None else (1, (one_line(str(value)).casefold(),))


def with_places(document: Document, lines: Iterable[str], order: Order) -> list[tuple[Place, str]]:
    """The lines of a document's facts, each with what it is sorted by."""
    subject = Subject(document)
    return [(order.value(subject, fact), line) for fact, line in zip(document.facts, lines, strict=True)]


def sort_lines(bodies: Iterable[list[tuple[Place, str]]], order: Order) -> Iterator[str]:
    """The lines of all documents in one order: they are held until the last is known."""
    for _, line in in_order(chain.from_iterable(bodies), order.backwards):
        yield line
