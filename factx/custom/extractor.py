"""What finds facts of a further kind: a rules file makes one, and other packages may bring some.

A package offers extractors as entry points of the group `factx.extractors`. The entry point's name is the kind of
its facts; what it loads, a module for instance, has

    find(tokens) -> list of Finding, each with its value as a string
    grammar, where its rules are to be shown by `factx rules`

as each of the packages of `factx.extract` has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeAlias, get_args

from factx.engine.rules import Finding, Grammar
from factx.model import Custom, Kind
from factx.text.tokens import Tokens

GROUP = "factx.extractors"
KIND = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""What a kind may be called: its facts have its name and a number for ids."""

Find: TypeAlias = Callable[[Tokens], Iterable[Finding[Any]]]
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
            if KIND.fullmatch(entry.name) is None or entry.name in get_args(Kind):
                raise ValueError(f"{entry.name!r} can't be the name of a further kind")
            brought = entry.load()
            return Extractor(entry.name, brought.find, getattr(brought, "grammar", None))

        return load

    return {entry.name: loader(entry) for entry in entry_points(group=GROUP)}
