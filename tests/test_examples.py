"""Every rule's examples and rejects, through the whole pipeline."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import factx
from factx import catalogue
from factx.engine.rules import Grammar, Rule
from factx.model import Kind

GRAMMARS: dict[Kind, str] = {
    "date": "factx.extract.dates",
    "person": "factx.extract.people",
    "percentage": "factx.extract.percentages.finding",
    "claim": "factx.extract.claims",
}


def rules() -> Iterator[tuple[Kind, Rule[object]]]:
    for kind, module in GRAMMARS.items():
        grammar: Grammar[object] = import_module(module).grammar
        for rule in grammar.rules:
            yield kind, rule


READING = {"span_of", "spans_of", "all"}
"""The methods that take the name of a capture, besides match["name"] and "name" in match."""


def captures_read(tree: ast.AST) -> Iterator[str]:
    """The names under which the functions of a module ask a match for captures."""
    for node in ast.walk(tree):
        asked: ast.expr | None = None
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "match":
            asked = node.slice
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in READING:
            asked = node.args[0] if ast.unparse(node.func.value) == "match" else None
        elif isinstance(node, ast.Compare) and ast.unparse(node.comparators[0]) == "match":
            asked = node.left
        if isinstance(asked, ast.Constant) and isinstance(asked.value, str):
            yield asked.value.replace("_", "-")


EXTRACT = Path(factx.__file__).parent / "extract"


@pytest.mark.parametrize("path", sorted(EXTRACT.rglob("*.py")), ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_what_a_rule_reads_is_captured(path: Path) -> None:
    """A grammar that names its captures makes no others: a rule that reads one more would never find it."""
    read = set(captures_read(ast.parse(path.read_text(encoding="utf-8"))))
    module = import_module(".".join(["factx.extract", *path.relative_to(EXTRACT).with_suffix("").parts]))
    grammars = [each for each in vars(module).values() if isinstance(each, Grammar)]
    if not grammars or any(each.captures is None for each in grammars):
        return  # it makes them all, or reads for those that do
    made = {name for each in grammars for name in each.captures or ()}
    for each in grammars:
        for pattern in (*(rule.pattern for rule in each.rules), *each.phrases.values()):
            made |= {name.replace("_", "-") for name in re.findall(r"\(\?P<(\w+)>", pattern)}
    assert read <= made


def cases(which: str) -> Iterator[object]:
    for kind, rule in rules():
        for number, case in enumerate(rule.examples.items() if which == "examples" else rule.rejects):
            yield pytest.param(kind, rule.id, case, id=f"{kind}-{rule.id}-{number}")


def test_a_rule_has_a_name_of_its_own_a_description_examples_and_rejects() -> None:
    rules = [entry.rule for entry in catalogue.entries()]
    assert len({rule.id for rule in rules}) == len(rules)
    assert [rule.id for rule in rules if not rule.description] == []
    assert [rule.id for rule in rules if not rule.examples] == []
    assert [rule.id for rule in rules if not rule.rejects] == []


@pytest.mark.parametrize(("kind", "rule", "case"), list(cases("examples")))
def test_example(kind: Kind, rule: str, case: tuple[str, str]) -> None:
    sentence, value = case
    facts = factx.extract(sentence, kinds={kind}).facts
    assert (rule, value) in [(fact.rule, fact.value_text) for fact in facts]
    assert [fact.text for fact in facts] == [sentence[fact.span.start:fact.span.end] for fact in facts]
    assert all(fact.text and fact.text == fact.text.strip() for fact in facts)


@pytest.mark.parametrize(("kind", "rule", "sentence"), list(cases("rejects")))
def test_reject(kind: Kind, rule: str, sentence: str) -> None:
    found = [fact.text for fact in factx.extract(sentence, kinds={kind}).facts if fact.rule == rule]
    assert found == []


ROLES = [entry for entry in catalogue.entries() if entry.gives_roles]


@pytest.mark.parametrize("entry", ROLES, ids=lambda entry: entry.id)
def test_examples_and_rejects_of_a_role(entry: catalogue.Entry) -> None:
    """An example's value is the text of the role; in a reject the rule gives no figure a role."""
    for case in entry.cases():
        assert case.holds, case
