"""Claims: who says what, and how."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factx.engine.rules import Finding
from factx.extract.claims.label_rules import grammar
from factx.extract.claims.reading import Reading
from factx.extract.claims.statements import Builder, Statement, moved
from factx.model import Person, Span
from factx.text.quotations import quotations
from factx.text.stretches import stretches
from factx.text.tokens import Tokens

__all__ = ["Statement", "find", "grammar", "read"]


def find(tokens: Tokens, people: Sequence[Person] = ()) -> list[Finding[Statement]]:
    """The attributed statements of a text, those inside others too, in the order of their cues.

    A long one is read stretch by stretch: its clauses and groups take many times the memory of the statements.
    """
    found: list[Finding[Statement]] = []
    named = sorted(people, key=lambda person: person.span)
    begins = [person.span.start for person in named]
    for start, end in stretches(tokens):
        if (start, end) == (0, len(tokens)):
            return Builder(read(tokens, people)).statements()
        first, last = tokens.starts[start], tokens.starts[end]
        inside = named[bisect_left(begins, first):bisect_left(begins, last)]
        own = [person._replace(span=Span(*(place - first for place in person.span))) for person in inside]
        found += [moved(each, start) for each in Builder(read(tokens.excerpt(start, end), own)).statements()]
    return found


def read(tokens: Tokens, people: Sequence[Person] = ()) -> Reading:
    """The text as the rules see it: people, quotations and asides are single tokens."""
    return Reading(tokens, quotations(tokens), people)
