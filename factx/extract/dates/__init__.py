"""Temporal expressions: their grammar, and the function that finds them."""

from __future__ import annotations

from factx.engine.rules import Finding
from factx.extract.dates.expression import Expression
from factx.extract.dates.grammar import dates as grammar

# Each module declares its rules; of two that match the same words, the one declared first wins.
from factx.extract.dates import (  # isort: skip
    ranges, days, years, periods, durations, relative, spoken_of, elapsed, sets, times, parts_of_day, named, vague,  # noqa: F401
    messages,  # noqa: F401
)
from factx.text.tokens import Tokens

__all__ = ["Expression", "find", "grammar"]


def find(tokens: Tokens) -> list[Finding[Expression]]:
    """The temporal expressions in `tokens`, in the text's order."""
    return grammar.find(tokens)
