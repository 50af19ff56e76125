"""Percentages found to facts: what each is of, and whose."""

from __future__ import annotations

from collections.abc import Sequence

from factx.extract.percentages import Figure
from factx.model import Percentage, Person
from factx.rules import Found
from factx.tokens import Tokens


def resolve(found: Sequence[Found[Figure]], tokens: Tokens, people: Sequence[Person]) -> list[Percentage]:
    """The percentages as facts, in the text's order, with the entity of each holder that is one person."""
    facts: list[Percentage] = []
    for number, fact in enumerate(found, 1):
        figure = fact.values
        facts.append(
            Percentage(
                id=f"n{number}",
                span=tokens.span(fact.start, fact.end),
                text=tokens.text(fact.start, fact.end),
                rule=fact.rule,
                notes=fact.notes,
                low=figure.low,
                high=figure.high,
                unit=figure.unit,
                mod=figure.mod,
                of=None if figure.of is None else tokens.part(*figure.of),
                holder=None if figure.holder is None else tokens.part(*figure.holder),
                change=figure.change,
            )
        )
    return facts
