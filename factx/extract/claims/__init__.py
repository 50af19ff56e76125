"""Claims: who says what, and how."""

from __future__ import annotations

from collections.abc import Sequence

from factx.engine.rules import Finding
from factx.extract.claims.label_rules import grammar
from factx.extract.claims.reading import Reading
from factx.extract.claims.statements import Builder, Statement
from factx.model import Person
from factx.text.quotations import quotations
from factx.text.tokens import Tokens

__all__ = ["Statement", "find", "grammar", "read"]


def find(tokens: Tokens, people: Sequence[Person] = ()) -> list[Finding[Statement]]:
    """The attributed statements of a text, those inside others too, in the order of their cues."""
    return Builder(read(tokens, people)).statements()


def read(tokens: Tokens, people: Sequence[Person] = ()) -> Reading:
    """The text as the rules see it: people, quotations and asides are single tokens."""
    return Reading(tokens, quotations(tokens), people)
