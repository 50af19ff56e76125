"""Every rule over groups gives what its examples say, and keeps out of its rejects.

An example's value is, for the rules of subjects, "subject – verb" (`none` where the rule gives the verb no subject);
for those of contents, "verb – first group or word of the clause that is its content"; for those of contents that stand
before, "content – verb"; for those of clauses' ends,
"reason – the mark that a clause may end at"; for those of past forms, the participle that is one. Of the rules of
subjects and contents that fit a verb the first one declared decides: it is the one that must give an example's value,
and in a reject it decides no verb.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from factx.engine.rules import Grammar
from factx.pipeline import read_syntax
from factx.syntax.argument_rules import objects, phrases
from factx.syntax.clause_rules import boundaries
from factx.syntax.clauses import ClauseReader
from factx.syntax.constituent_rules import constituents
from factx.syntax.constituents import ConstituentReader, written
from factx.syntax.content_rules import contents, reported
from factx.syntax.inversion_rules import inverted
from factx.syntax.past_rules import past
from factx.syntax.portion_rules import SHARED, subjects
from factx.text.tokens import Tokens

Given = Iterator[tuple[str, str]]
"""Rules, each with what it gives, written as in examples."""


def text(items: Tokens, place: int | None) -> str:
    return "none" if place is None else items.text(place, place + 1)


def given_subjects(sentence: str) -> Given:
    """The rule that decides on each verb; where it has a verb share a subject, that of the clause read."""
    syntax = read_syntax(sentence)
    read = {clause.verb.start: clause.subject or clause.understood for clause in syntax.clauses}
    items = syntax.items
    tagged = subjects.tagger.tag(items)
    asked: set[int] = set()
    assert items.tags is not None
    assert items.origin is not None
    for place, tags in enumerate(items.tags):
        if "verb-group" not in tags or place in asked:
            continue
        for rule, (verb, subject) in subjects.at(items, tagged, place):
            asked.add(verb)
            who = text(items, subject)
            if subject == SHARED:
                shared = read[items.origin[verb]]
                who = syntax.tokens.text(shared.start, shared.end) if shared else "none"
            yield rule, f"{who} – {text(items, verb)}"
            break


def given_contents(sentence: str) -> Given:
    """The rule that decides on each verb's content, where that is a complement clause in the end."""
    syntax = read_syntax(sentence)
    complements = {
        (syntax.clauses[clause.parent].verb.start, clause.start)
        for clause in syntax.clauses if clause.kind == "complement" and clause.parent is not None
    }
    items = syntax.items
    tagged = contents.tagger.tag(items)
    assert items.tags is not None
    assert items.origin is not None
    for place, tags in enumerate(items.tags):
        if "verb-group" in tags:
            for rule, (begins, _) in contents.at(items, tagged, place):
                if (items.origin[place], items.origin[begins]) in complements:
                    yield rule, f"{text(items, place)} – {text(items, begins)}"
                    break


def given_reported(sentence: str) -> Given:
    """The rule that finds each verb's content before it, where that is a complement clause in the end."""
    syntax = read_syntax(sentence)
    found = {
        syntax.clauses[clause.parent].verb.start: syntax.tokens.text(clause.start, clause.end)
        for clause in syntax.clauses if clause.kind == "complement" and clause.parent is not None
    }
    items = syntax.items
    for place, rule, _ in reported.deciding(items, reported.tagger.tag(items)):
        if (content := found.get(items.origin[place])) is not None:
            yield rule, f"{content} – {text(items, place)}"


def given_boundaries(sentence: str) -> Given:
    syntax = read_syntax(sentence)
    assert syntax.clauses
    for finding in boundaries.find(syntax.items):
        yield finding.rule, f"{finding.values.reason} – {text(syntax.items, finding.values.place)}"


def given_past(sentence: str) -> Given:
    items = read_syntax(sentence).parts
    for finding in past.find(items):
        yield finding.rule, text(items, finding.values)


def given_inverted(sentence: str) -> Given:
    items = read_syntax(sentence).parts
    for _, rule, place in inverted.deciding(items, items.encoded):
        yield rule, text(items, place)


def given_objects(sentence: str) -> Given:
    """Each verb's objects, none of which is a subject."""
    syntax = read_syntax(sentence)
    objects_of = {clause.verb.start: clause.objects for clause in syntax.clauses}
    for place, rule, _ in objects.deciding(syntax.items, objects.tagger.tag(syntax.items)):
        found = [syntax.tokens.text(each.start, each.end) for each in objects_of[syntax.items.origin[place]]]
        if found:
            yield rule, f"{text(syntax.items, place)} – {', '.join(found)}"


def given_phrases(sentence: str) -> Given:
    syntax = read_syntax(sentence)
    assert syntax.clauses
    items = syntax.items
    for place, rule, group in phrases.deciding(items, phrases.tagger.tag(items)):
        yield rule, f"{text(items, place)} – {text(items, group)}"


def given_constituents(sentence: str) -> Given:
    """What is left of what each rule finds, once the clauses are asked."""
    syntax = read_syntax(sentence)
    reader = ConstituentReader(syntax.items, ClauseReader(syntax.items), syntax.clauses)
    for rule, found in reader.found():
        yield rule, written(syntax.tokens, found)


READERS: dict[Grammar[Any], Callable[[str], Given]] = {
    subjects: given_subjects, contents: given_contents, reported: given_reported, boundaries: given_boundaries,
    past: given_past, inverted: given_inverted, objects: given_objects, phrases: given_phrases,
    constituents: given_constituents,
}
RULES = [(grammar, rule) for grammar in READERS for rule in grammar.rules]


@pytest.mark.parametrize("grammar", READERS, ids=lambda grammar: grammar.name)
def test_each_has_a_name_of_its_own_examples_and_rejects(grammar: Grammar[Any]) -> None:
    ids = [rule.id for rule in grammar.rules]
    assert len(set(ids)) == len(ids)
    assert [rule.id for rule in grammar.rules if not (rule.examples and rule.rejects and rule.description)] == []


@pytest.mark.parametrize(
    ("grammar", "rule", "sentence", "value"),
    [
        pytest.param(grammar, rule.id, sentence, value, id=f"{rule.id}-{value}")
        for grammar, rule in RULES for sentence, value in rule.examples.items()
    ],
)
def test_example(grammar: Grammar[Any], rule: str, sentence: str, value: str) -> None:
    assert (rule, value) in list(READERS[grammar](sentence))


@pytest.mark.parametrize(
    ("grammar", "rule", "sentence"),
    [
        pytest.param(grammar, rule.id, sentence, id=f"{rule.id}-{sentence}")
        for grammar, rule in RULES for sentence in rule.rejects
    ],
)
def test_reject(grammar: Grammar[Any], rule: str, sentence: str) -> None:
    assert [value for by, value in READERS[grammar](sentence) if by == rule] == []
