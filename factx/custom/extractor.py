"""Extractors for additional kinds of fact, from a rules file or another package.

A package offers extractors as entry points of the group `factx.extractors`. The entry point's name is the kind of
its facts; it loads an object, such as a module, with

    find(tokens) -> list of Finding, each with its value as a string
    grammar, if `factx rules` is to show its rules

like each of the packages of `factx.extract`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias, get_args

from factx.engine.rules import Finding, Grammar
from factx.model import Custom, Kind
from factx.records import NamedTuple
from factx.text.tokens import Tokens

GROUP = "factx.extractors"
KIND = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""The form of a kind's name; the ids of its facts are this name and a number."""

Find: TypeAlias = Callable[[Tokens], Iterable[Finding[Any]]]
"""Values are strings, except those of dates and percentages, which are `Expression` and `Figure` objects."""


class Extractor(NamedTuple):
    """An extractor for one kind of fact: its function, and the grammars of its rules, if it has any."""

    kind: str
    find: Find
    grammars: Sequence[Grammar[Any]] = ()

    def facts(self, tokens: Tokens) -> list[Custom]:
        """Its findings as facts."""
        facts: list[Custom] = []
        for number, found in enumerate(self.find(tokens), 1):
            span = tokens.span(found.start, found.end)
            text = tokens.source[span.start : span.end]
            facts.append(Custom(f"{self.kind}-{number}", span, text, found.rule, self.kind, found.values, found.notes))
        return facts


def installed() -> dict[str, Callable[[], Extractor]]:
    """The extractors of other packages, by kind, each as a function that loads it."""
    from importlib.metadata import EntryPoint, entry_points  # takes longer than reading an article

    def loader(entry: EntryPoint) -> Callable[[], Extractor]:
        def load() -> Extractor:
            if KIND.fullmatch(entry.name) is None or entry.name in get_args(Kind):
                raise ValueError(f"{entry.name!r} can't be the name of a new kind")
            loaded = entry.load()
            grammar = getattr(loaded, "grammar", None)
            return Extractor(entry.name, loaded.find, () if grammar is None else (grammar,))

        return load

    return {entry.name: loader(entry) for entry in entry_points(group=GROUP)}
