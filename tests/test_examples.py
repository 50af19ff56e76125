"""Every rule's examples and rejects, through the whole pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import pytest

import factx
from factx.model import Kind
from factx.rules import Grammar, Rule

GRAMMARS: dict[Kind, str] = {
    "date": "factx.extract.dates",
    "person": "factx.extract.people",
    "percentage": "factx.extract.percentages",
    "claim": "factx.extract.claims",
}


def rules() -> Iterator[tuple[Kind, Rule[object]]]:
    for kind, module in GRAMMARS.items():
        grammar: Grammar[object] = import_module(module).grammar
        for rule in grammar.rules:
            yield kind, rule


def cases(which: str) -> Iterator[object]:
    for kind, rule in rules():
        for number, case in enumerate(rule.examples.items() if which == "examples" else rule.rejects):
            yield pytest.param(kind, rule.id, case, id=f"{kind}-{rule.id}-{number}")


def test_a_rule_has_a_name_of_its_own_a_description_and_an_example() -> None:
    ids = [rule.id for _, rule in rules()]
    assert len(set(ids)) == len(ids)
    assert [rule.id for _, rule in rules() if not rule.description] == []
    assert [rule.id for _, rule in rules() if not rule.examples] == []


@pytest.mark.parametrize(("kind", "rule", "case"), list(cases("examples")))
def test_example(kind: Kind, rule: str, case: tuple[str, str]) -> None:
    sentence, value = case
    found = [(fact.rule, fact.value_text) for fact in factx.extract(sentence, kinds={kind}).facts]
    assert (rule, value) in found


@pytest.mark.parametrize(("kind", "rule", "sentence"), list(cases("rejects")))
def test_reject(kind: Kind, rule: str, sentence: str) -> None:
    found = [fact.text for fact in factx.extract(sentence, kinds={kind}).facts if fact.rule == rule]
    assert found == []
