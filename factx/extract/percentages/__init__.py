"""Percentages: figures with their unit, what bounds them, which way they moved, of what they are, and whose."""

from __future__ import annotations

from dataclasses import replace

from factx.extract.percentages.bounds import bound
from factx.extract.percentages.change import change
from factx.extract.percentages.clause import assign
from factx.extract.percentages.figure import Figure
from factx.extract.percentages.grammar import grammar
from factx.rules import Found
from factx.tokens import Tokens

__all__ = ["Figure", "find", "grammar"]


def find(tokens: Tokens, *, ratios: bool = False) -> list[Found[Figure]]:
    """The percentages in the text's order."""
    found = grammar.find(tokens)
    facts: list[Found[Figure]] = []
    for fact in found:
        figure = fact.values
        qualifier = bound(tokens, fact.start, fact.end)
        start, end = fact.start, fact.end
        if qualifier is not None:
            figure = replace(figure, mod=qualifier.mod, qualifier=qualifier.where)
            start, end = (start, end) if qualifier.where is None else (min(start, qualifier.where[0]), max(end, qualifier.where[1]))
        figure = replace(figure, change=change(tokens, start, end))
        facts.append(fact._replace(values=figure))
    return assign(tokens, facts)
