"""What factx knows: every rule with its pattern, words, examples and place in the source."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module

from factx import lexicon, pipeline
from factx.model import Fact, Kind
from factx.rules import Grammar, Rule

GRAMMARS: dict[Kind, str] = {
    "date": "factx.extract.dates",
    "person": "factx.extract.people",
    "percentage": "factx.extract.percentages",
    "claim": "factx.extract.claims",
}
"""Where each kind's `grammar` is."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule as `factx rules` shows it."""

    kind: Kind
    rule: Rule[object]
    grammar: Grammar[object]

    @property
    def id(self) -> str:
        return self.rule.id

    @property
    def source(self) -> str:
        """The file and line of the rule, from the package on: `factx/extract/dates/calendar.py:42`."""
        code = self.rule.read.__code__
        root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        return f"{os.path.relpath(code.co_filename, root).replace(os.sep, '/')}:{code.co_firstlineno}"

    @property
    def phrases(self) -> dict[str, str]:
        """The phrases that the pattern names, and those that they name, each with its own pattern."""
        found: dict[str, str] = {}
        waiting = [self.rule.pattern]
        while waiting:
            for name in _names(waiting.pop()):
                if name in self.grammar.phrases and name not in found:
                    found[name] = self.grammar.phrases[name]
                    waiting.append(found[name])
        return found

    @property
    def words(self) -> dict[str, list[str]]:
        """The lexicon sections that the pattern and its phrases name, each with its entries."""
        patterns = (self.rule.pattern, *self.phrases.values())
        sections = {tag: list(entries) for name in self.grammar.lexicons for tag, entries in lexicon.load(name).items()}
        return {tag: sections[tag] for pattern in patterns for tag in _names(pattern) if tag in sections}

    def facts(self, sentence: str) -> list[Fact]:
        """What this rule finds in a sentence, now."""
        return [fact for fact in pipeline.extract(sentence, kinds={self.kind}).facts if fact.rule == self.id]


def _names(pattern: str) -> Iterator[str]:
    for expression in re.findall(r"<([^<>]+)>", pattern):
        yield from re.findall(r"(?<!['\w-])[\w-]+(?!['\w-])", expression)


def entries() -> list[Entry]:
    """Every rule of every kind, in the order in which they are declared."""
    found: list[Entry] = []
    for kind, module in GRAMMARS.items():
        grammar: Grammar[object] = import_module(module).grammar
        found += (Entry(kind, rule, grammar) for rule in grammar.rules)
    return found


def entry(id: str) -> Entry:
    """The rule of that id. Raises KeyError, with the ids most like it as arguments, where there is none."""
    known = {entry.id: entry for entry in entries()}
    if id not in known:
        raise KeyError(*get_close_matches(id, known, 3, 0.5))
    return known[id]
