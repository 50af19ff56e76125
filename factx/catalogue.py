"""The catalogue: every rule with its pattern, words, examples and place in the source, and the cues of people."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import chain
from typing import Any, Final

from factx import lexicon, pipeline
from factx.custom.extractor import Extractor
from factx.custom.template import Template
from factx.engine.rules import Grammar, Rule
from factx.model import Kind, Span
from factx.records import NamedTuple

GRAMMARS: Final[tuple[tuple[Kind, str, str], ...]] = (
    ("date", "factx.extract.dates", "grammar"),
    ("person", "factx.extract.people", "grammar"),
    ("percentage", "factx.extract.percentages.finding", "grammar"),
    ("percentage", "factx.extract.percentages.ratios", "ratios"),
    ("percentage", "factx.extract.percentages.roles", "roles"),
    ("percentage", "factx.extract.percentages.links", "links"),
    ("claim", "factx.extract.claims", "grammar"),
)
"""Each kind's grammars: the module and the name in it."""
ROLES: Final = frozenset({"shares", "figure-links"})
"""The grammars whose rules find the roles of percentages, and no facts."""

CUES: Final = "people-cues"
ROOT: Final = os.path.dirname(os.path.abspath(__file__))


class Found(NamedTuple):
    """A match of a rule in a sentence: a fact with its value, or a role, whose value is its text."""

    span: Span
    value: str


class Case(NamedTuple):
    """An example or reject of a rule, and what the rule finds in it now."""

    sentence: str
    expected: str | None
    """The value that the rule must give there; None if it must find nothing."""
    found: tuple[Found, ...]

    @property
    def holds(self) -> bool:
        values = [each.value for each in self.found]
        return not values if self.expected is None else self.expected in values


class Words(NamedTuple):
    """The words that carry a tag, and the file that lists them, or those where there are several."""

    tag: str
    file: str
    words: Sequence[str]


class Cue(NamedTuple):
    """A piece of evidence for or against a capitalised name being a person's."""

    name: str
    full: float | None
    """Its weight for names of several words; None if it does not count there."""
    lone: float | None
    """Its weight for names of one word."""
    example: str


class Entry(NamedTuple):
    """A rule as `factx rules` shows it."""

    kind: str
    rule: Rule[Any]
    grammar: Grammar[Any]
    extractors: Sequence[Extractor] = ()

    @property
    def id(self) -> str:
        return self.rule.id

    @property
    def description(self) -> str:
        return " ".join(self.rule.description.split())

    @property
    def source(self) -> str:
        """The file and line of the rule: `factx/extract/dates/days.py:42`, or those of the rules file."""
        if isinstance(self.rule.read, Template):
            return self.rule.read.place()
        code = self.rule.read.__code__
        path = os.path.relpath(code.co_filename, os.path.dirname(ROOT)).replace(os.sep, "/")
        return f"{path if not path.startswith('..') else code.co_filename}:{code.co_firstlineno}"

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
    def words(self) -> list[Words]:
        """The words that carry the tags of the pattern and its phrases; a tag of shape alone has none."""
        tags = dict.fromkeys(tag for pattern in (self.rule.pattern, *self.phrases.values()) for tag in _names(pattern))
        return [words for tag in tags if (words := self._carrying(tag)) and words.words]

    def _carrying(self, tag: str) -> Words | None:
        for name in self.grammar.lexicons:
            sections = lexicon.load(name)
            if tag in sections:
                return Words(tag, lexicon.source(name, tag), list(sections[tag]))
            if (lookup := self.grammar.lookup) is not None:
                carrying = {section: [entry for entry in listed if tag in lookup(entry)]
                            for section, listed in sections.items()}
                files = dict.fromkeys(lexicon.source(name, section) for section, found in carrying.items() if found)
                return Words(tag, ", ".join(files), list(dict.fromkeys(chain.from_iterable(carrying.values()))))
        return None

    @property
    def gives_roles(self) -> bool:
        """Whether the rule finds a percentage's roles instead of facts."""
        return self.grammar.name in ROLES

    def cases(self) -> Iterator[Case]:
        """Its examples, then its rejects, each with what it finds there."""
        for sentence, value in self.rule.examples.items():
            yield Case(sentence, value, self.found(sentence))
        for sentence in self.rule.rejects:
            yield Case(sentence, None, self.found(sentence))

    def found(self, sentence: str) -> tuple[Found, ...]:
        """The facts or roles that this rule finds in a sentence, now."""
        in_words = self.grammar.name == "ratios"
        document = pipeline.extract(sentence, kinds={self.kind}, ratios=in_words, extractors=self.extractors)
        if self.gives_roles:
            return tuple(dict.fromkeys(
                Found(part.span, part.text) for percentage in document.percentages
                for role, rule in percentage.role_rules
                if rule == self.id and (part := getattr(percentage, role)) is not None
            ))  # fmt: skip
        return tuple(Found(fact.span, fact.value_text) for fact in document.facts if fact.rule == self.id)


def _names(pattern: str) -> Iterator[str]:
    for expression in re.findall(r"<([^<>]+)>", pattern):
        yield from re.findall(r"(?<!['\w-])[\w-]+(?!['\w-])", expression)


def entries(extractors: Sequence[Extractor] = ()) -> list[Entry]:
    """Every rule of every kind, in the order in which they are declared."""
    grammars: list[tuple[str, Grammar[Any]]] = [
        (kind, getattr(import_module(module), name)) for kind, module, name in GRAMMARS
    ]
    grammars += [(extractor.kind, grammar) for extractor in extractors for grammar in extractor.grammars]
    return [Entry(kind, rule, grammar, extractors) for kind, grammar in grammars for rule in grammar.rules]


def cues() -> list[Cue]:
    """The table of evidence by which names are judged, the weightiest first."""
    tables = lexicon.load(CUES)
    weights = {name: {cue: float(weight) for cue, weight in table.items()} for name, table in tables.items()}
    examples = _examples(os.path.join(ROOT, "lexicon", f"{CUES}.txt"))
    found = [
        Cue(name, weights["full"].get(name), weights["lone"].get(name), examples.get(name, ""))
        for name in dict.fromkeys((*weights["full"], *weights["lone"]))
    ]
    return sorted(found, key=lambda cue: -max(abs(cue.full or 0), abs(cue.lone or 0)))


def _examples(path: str) -> dict[str, str]:
    """The comment after each entry of a lexicon file."""
    with open(path, encoding="utf-8") as file:
        lines: Iterable[re.Match[str] | None] = [re.match(r"(\S+) = \S+\s+# (.+)", line) for line in file]
    return {line[1]: line[2] for line in lines if line}
