"""Percentages: figures with their unit, what bounds them, which way they moved, of what they are, and whose."""

from __future__ import annotations

from dataclasses import replace

from factx.extract.percentages.bounds import bound
from factx.extract.percentages.change import change
from factx.extract.percentages.clause import assign
from factx.extract.percentages.figure import Figure
from factx.extract.percentages.grammar import grammar
from factx.rules import Found, longest
from factx.tokens import Tokens

__all__ = ["Figure", "find", "grammar"]


def find(tokens: Tokens, *, ratios: bool = False) -> list[Found[Figure]]:
    """The percentages in the text's order; shares in words among them where `ratios` are wanted."""
    found = grammar.find(tokens)
    if ratios:
        from factx.extract.percentages.ratios import ratios as in_words

        found = sorted(longest([*found, *in_words.find(tokens)], len(tokens)), key=lambda fact: fact.start)
    return assign(tokens, [fact._replace(values=_qualified(tokens, fact)) for fact in found])


def _qualified(tokens: Tokens, fact: Found[Figure]) -> Figure:
    """The figure with the bound and the change that the words beside it give."""
    start, end = fact.start, fact.end
    figure = fact.values
    qualifier = bound(tokens, start, end)
    if qualifier is not None:
        figure = replace(figure, mod=qualifier.mod, qualifier=qualifier.where)
        if qualifier.where is not None:
            start, end = min(start, qualifier.where[0]), max(end, qualifier.where[1])
    return replace(figure, change=change(tokens, start, end))
