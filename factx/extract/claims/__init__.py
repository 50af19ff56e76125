"""Claims: who says what, and how."""

from __future__ import annotations

from collections.abc import Sequence

from factx.engine.rules import Finding
from factx.extract.claims.reading import Reading
from factx.extract.claims.rules import grammar
from factx.extract.claims.statements import Builder, Statement
from factx.model import Person
from factx.text.quotations import quotations
from factx.text.tokens import Tokens

__all__ = ["Statement", "find", "grammar"]


def find(tokens: Tokens, people: Sequence[Person] = ()) -> list[Finding[Statement]]:
    """The attributed statements of a text, those inside others too, in the order of their cues."""
    reading = Reading(tokens, quotations(tokens), [person.span for person in people])
    return Builder(reading).statements()
