"""What finds facts of a further kind: a rules file makes one, and other packages may bring some.

A package offers extractors as entry points of the group `factx.extractors`. The entry point's name is the kind of
its facts; what it loads, a module for instance, has

    find(tokens) -> list of Found, each with its value as a string
    grammar, where its rules are to be shown by `factx rules`

as each of the packages of `factx.extract` has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeAlias

from factx.model import Custom
from factx.rules import Found, Grammar
from factx.tokens import Tokens

GROUP = "factx.extractors"

Find: TypeAlias = Callable[[Tokens], Iterable[Found[Any]]]
"""Values are strings; those of dates and percentages are what the extract packages of these have."""


class Extractor(NamedTuple):
    """What finds the facts of one kind, and the grammar of its rules, if it has one."""

    kind: str
    find: Find
    grammar: Grammar[Any] | None = None

    def facts(self, tokens: Tokens) -> list[Custom]:
        """What it finds, as facts."""
        facts: list[Custom] = []
        for number, found in enumerate(self.find(tokens), 1):
            span = tokens.span(found.start, found.end)
            text = tokens.source[span.start : span.end]
            facts.append(Custom(f"{self.kind}-{number}", span, text, found.rule, self.kind, found.values, found.notes))
        return facts


def installed() -> dict[str, Callable[[], Extractor]]:
    """The extractors that other packages offer, by kind, each to be loaded by a call."""
    from importlib.metadata import EntryPoint, entry_points  # takes longer than reading an article

    def loader(entry: EntryPoint) -> Callable[[], Extractor]:
        def load() -> Extractor:
            brought = entry.load()
            return Extractor(entry.name, brought.find, getattr(brought, "grammar", None))

        return load

    return {entry.name: loader(entry) for entry in entry_points(group=GROUP)}
