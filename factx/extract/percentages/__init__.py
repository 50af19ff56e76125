"""Percentages: figures with their unit, what bounds them, which way they moved, of what they are, and whose."""

from __future__ import annotations

from factx.engine.rules import Finding, longest
from factx.extract.percentages.bounds import bound
from factx.extract.percentages.change import change
from factx.extract.percentages.clause import assign, sentences
from factx.extract.percentages.excerpt import Excerpt, excerpt
from factx.extract.percentages.figure import Figure
from factx.extract.percentages.grammar import grammar
from factx.text.tokens import Tokens

__all__ = ["Figure", "find", "grammar", "role_tokens"]


def find(tokens: Tokens, *, ratios: bool = False) -> list[Finding[Figure]]:
    """The percentages in the text's order; shares in words among them where `ratios` are wanted."""
    part = Excerpt(tokens, list(range(len(tokens)))) if ratios else excerpt(tokens)
    if part is None:
        return []
    found = grammar.find(part.tokens)
    if ratios:
        from factx.extract.percentages.ratios import ratios as in_words

        found = sorted(longest([*found, *in_words.find(tokens)], len(tokens)), key=lambda fact: fact.start)
    found = assign(part.tokens, [fact._replace(values=_qualified(part.tokens, fact)) for fact in found])
    return [_moved(fact, part) for fact in found]


def role_tokens(tokens: Tokens) -> tuple[Tokens, list[int]]:
    """The sentences with percentages as the rules of roles see them, and each token's index in `tokens`."""
    return sentences(tokens, [fact._replace(values=_qualified(tokens, fact)) for fact in grammar.find(tokens)])


def _qualified(tokens: Tokens, fact: Finding[Figure]) -> Figure:
    """The figure with the bound and the change that the words beside it give."""
    start, end = fact.start, fact.end
    figure = fact.values
    qualifier = bound(tokens, start, end)
    if qualifier is not None:
        figure = figure._replace(mod=qualifier.mod, qualifier=qualifier.where)
        if qualifier.where is not None:
            start, end = min(start, qualifier.where[0]), max(end, qualifier.where[1])
    moved = change(tokens, start, end)
    return figure if moved is None else figure._replace(change=moved)


def _moved(fact: Finding[Figure], part: Excerpt) -> Finding[Figure]:
    """A find in the excerpt as one in the text that it is from."""
    figure = fact.values
    start, end = part.origin[fact.start], part.origin[fact.end - 1] + 1
    return fact._replace(start=start, end=end, values=figure._replace(
        qualifier=part.original(figure.qualifier), of=part.original(figure.of),
        holder=part.original(figure.holder), pronoun=part.original(figure.pronoun),
    ))
