"""Runs the rules of a kind of one's own, over a text's tokens, its words with their classes or its groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from factx.engine.rules import Finding, Grammar, longest
from factx.text.tokens import Tokens


class OwnRules:
    """The grammars of a kind, one for the rules that see the same of a text."""

    def __init__(self, grammars: Sequence[Grammar[Any]]) -> None:
        self.grammars = grammars

    def find(self, tokens: Tokens) -> list[Finding[Any]]:
        """The findings of these rules; of those that overlap, the longest."""
        found = [each for grammar in self.grammars for each in _found(grammar, tokens)]
        if len(self.grammars) > 1:
            found = sorted(longest(found, len(tokens)), key=lambda each: each.start)
        return found


def _found(grammar: Grammar[Any], tokens: Tokens) -> Iterator[Finding[Any]]:
    seen = grammar.seen(tokens)
    origin = seen.origin or range(len(seen) + 1)
    for each in grammar.find(seen):
        yield each._replace(start=origin[each.start], end=origin[each.end])
