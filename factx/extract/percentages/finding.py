"""The percentages of sentences that can hold one: figures, with their bounds, changes and roles."""

from __future__ import annotations

from factx.engine.rules import Finding, longest
from factx.extract.percentages.bounds import bound
from factx.extract.percentages.change import along, change
from factx.extract.percentages.clause import alone, assign, sentences
from factx.extract.percentages.excerpt import Excerpt
from factx.extract.percentages.figure import Figure, Range
from factx.extract.percentages.grammar import grammar

# Each module declares its rules; of two that fit the same words the one declared first wins.
from factx.extract.percentages import ranges, points  # isort: skip # noqa: F401
from factx.extract.percentages.view import View
from factx.model import Bound, Change
from factx.text.tokens import Tokens

__all__ = ["figures", "grammar", "role_items", "role_tokens"]


def figures(part: Excerpt, whole: Tokens | None) -> list[Finding[Figure]]:
    """The percentages of an excerpt; shares in words among them where the text that it is the `whole` of is given."""
    found = grammar.find(part.tokens)
    if whole is not None:
        from factx.extract.percentages.ratios import ratios as in_words

        found = sorted(longest([*found, *in_words.find(whole)], len(whole)), key=lambda fact: fact.start)
    return assign(part, _all_qualified(part.tokens, found))


def role_tokens(tokens: Tokens) -> tuple[Tokens, list[int]]:
    """The sentences with percentages as the rules of roles see them, and each token's index in `tokens`."""
    return sentences(tokens, _all_qualified(tokens, grammar.find(tokens)))


def role_items(tokens: Tokens) -> Tokens:
    """Such tokens as the rules over groups see them: each group one item."""
    return View(tokens).items


def _all_qualified(tokens: Tokens, found: list[Finding[Figure]]) -> list[Finding[Figure]]:
    """The figures with their bounds and changes; a change is handed on to a figure beside that has none of its own."""
    qualified: list[Finding[Figure]] = []
    before: Change | None = None
    extent = (0, 0)
    for fact, lone in zip(found, alone(tokens, found), strict=True):
        if lone:
            before = None
            qualified.append(fact)
            continue
        figure = fact.values
        mod, where = _bound(tokens, fact)
        last, extent = extent, (fact.start, fact.end) if where is None else (
            min(fact.start, where[0]), max(fact.end, where[1])
        )
        moved = None if mod == "MARGIN" else change(tokens, *extent)
        if moved is None and before is not None and mod != "MARGIN" and along(tokens, last, extent):
            moved = before
        if moved is None and _is_signed_aside(tokens, fact):
            moved = "rise" if figure.low > 0 else "fall"
        if moved == "rise" and figure.low < 0:
            moved = "fall" if figure.high <= 0 else None  # "growth of -0.5%"
        before = moved
        if mod or moved:
            figure = figure._replace(mod=mod, qualifier=where, change=moved)
            fact = Finding(fact.rule, fact.start, fact.end, figure, fact.notes)
        qualified.append(fact)
    return qualified


def _is_signed_aside(tokens: Tokens, fact: Finding[Figure]) -> bool:
    """Whether a figure with a sign has brackets to itself: closed at 312p (+8%)."""
    enclosed = tokens.lower[fact.start - 1] == "(" and tokens.lower[fact.end] == ")"
    return enclosed and (fact.values.low < 0 or tokens.lower[fact.start][:1] == "+")


def _bound(tokens: Tokens, fact: Finding[Figure]) -> tuple[Bound | None, Range | None]:
    """The bound that the words of a figure or those beside it give, and where these stand."""
    figure = fact.values
    if figure.qualifier is None and (qualifier := bound(tokens, fact.start, fact.end)) is not None:
        mod = figure.mod if figure.mod is not None and qualifier.mod == "APPROX" else qualifier.mod
        return mod, qualifier.where
    return figure.mod, figure.qualifier
