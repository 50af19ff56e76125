"""Turns the percentages found into facts, and links each holder to its person."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factx import lexicon
from factx.engine.rules import Finding
from factx.extract.percentages.figure import Figure
from factx.model import Part, Percentage, Person, Span
from factx.text.tokens import Tokens

HE = frozenset(["he", "him", "his", "she", "her", "hers"])


def resolve(found: Sequence[Finding[Figure]], tokens: Tokens, people: Sequence[Person]) -> list[Percentage]:
    """The percentages as facts, in the text's order, with the entity of each holder that is one person.

    people: the document's mentions, in the text's order; empty if people are not wanted.
    """
    facts: list[Percentage] = []
    begins = [person.span.start for person in people]
    for number, fact in enumerate(found, 1):
        figure = fact.values
        holder, entity = _holder(figure, tokens, people, begins)
        span = tokens.span(fact.start, fact.end)
        facts.append(
            Percentage(
                id=f"n{number}",
                span=span,
                text=tokens.source[span.start:span.end],
                rule=fact.rule,
                notes=fact.notes,
                low=figure.low,
                high=figure.high,
                unit=figure.unit,
                mod=figure.mod,
                of=None if figure.of is None else tokens.part(*figure.of),
                holder=holder,
                property=None if figure.property is None else tokens.part(*figure.property),
                predicate=None if figure.predicate is None else tokens.part(*figure.predicate),
                change=figure.change,
                entity=entity,
                role_rules=figure.role_rules,
            )
        )
    return facts


def _holder(
    figure: Figure, tokens: Tokens, people: Sequence[Person], begins: Sequence[int]
) -> tuple[Part | None, str | None]:
    """The figure's holder, narrowed to the name if it is one person, and that person's entity."""
    if figure.holder is None:
        return None, None
    where = figure.holder
    pronoun = figure.pronoun or where
    if people and not HE.isdisjoint((tokens[pronoun[0]].lower(), tokens[where[0]].lower())):
        return _his(pronoun, tokens, people, begins)
    part = tokens.part(*where)
    inside_part = people[bisect_left(begins, part.span.start):bisect_left(begins, part.span.end)]
    if len(inside_part) != 1 or inside_part[0].span.end != part.span.end:
        return part, None
    words = {tokens[i].lower() for i in range(*where)}
    if words & {"and", "or", "&"}:
        return part, None
    return _part(tokens, inside_part[0].span), inside_part[0].entity


def _his(
    where: tuple[int, int], tokens: Tokens, people: Sequence[Person], begins: Sequence[int]
) -> tuple[Part, str | None]:
    """The name that a pronoun stands for where its sentence has it, else the pronoun; and the person's entity."""
    person = _named_before(where[0], tokens, people, begins)
    if where[1] - where[0] == 1:
        inside = person is not None and person.span.start >= tokens.starts[tokens.sentence_of(where[0])[0]]
        part = _part(tokens, person.span) if person is not None and inside else tokens.part(*where)
        return part, person.entity if person else None
    # "his victory" has him for its holder, "his party" does not.
    of_one = tokens[where[1] - 1].lower() in lexicon.load("shares")["support-noun"]
    return tokens.part(*where), person.entity if person and of_one else None


def _named_before(
    place: int, tokens: Tokens, people: Sequence[Person], begins: Sequence[int]
) -> Person | None:
    """The person that a pronoun at the token `place` most likely refers to: the last one named before it in its
    sentence, else the first one in the sentence before."""
    start = tokens.sentence_of(place)[0]
    before = bisect_left(begins, tokens.starts[place])
    if before and begins[before - 1] >= tokens.starts[start]:
        return people[before - 1]
    if start < 2 or not before:
        return None
    previous = tokens.starts[tokens.sentence_of(start - 2)[0]]
    first = bisect_left(begins, previous)
    return people[first] if first < before else None


def _part(tokens: Tokens, span: Span) -> Part:
    return Part(span, tokens.source[span.start:span.end])
