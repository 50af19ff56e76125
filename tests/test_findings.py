"""What is found in a text before its sentences are read: once, whoever asks, and no longer than the text is read."""

from __future__ import annotations

import gc
import weakref
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from factx import extract
from factx.findings import Findings
from factx.rulefile import load
from factx.text.tokens import Tokens, tokenise

TEXT = "Ann Lee said on Monday that the council had sold 40% of the old mill."
RULES = """
[[rule]]
id = "sold"
kind = "sale"
description = "Who sold what."
pattern = "<noun-group> <verb-group&'sell'>"
examples = {"The council sold it." = "The council sold"}
rejects = ["The council was old."]

[[rule]]
id = "old"
kind = "age"
description = "What is old."
pattern = "'old' <noun>"
examples = {"They sold an old mill." = "old mill"}
rejects = ["The mill was old."]
"""


@pytest.fixture
def sought(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each kind is looked for."""
    counts: Counter[str] = Counter()
    for kind in ("people", "dates", "percentages"):
        module = import_module(f"factx.extract.{kind}")

        def find(tokens: Tokens, *, own: Any = module.find, kind: str = kind, **options: bool) -> Any:
            counts[kind] += 1
            return own(tokens, **options)

        monkeypatch.setattr(module, "find", find)
    return counts


def test_rules_over_groups_and_the_kinds_share_what_is_found(tmp_path: Path, sought: Counter[str]) -> None:
    file = tmp_path / "own.toml"
    file.write_text(RULES, encoding="utf-8")
    extractors = load([str(file)])
    sought.clear()  # loading tries the examples
    facts = extract(TEXT, date="2020-08-16", extractors=extractors).facts
    assert {fact.kind for fact in facts} == {"person", "date", "percentage", "claim", "sale", "age"}
    assert sought == {"people": 1, "dates": 1, "percentages": 1}


def test_a_kind_that_nobody_asks_for_is_not_looked_for(sought: Counter[str]) -> None:
    extract(TEXT, kinds={"date"})
    assert sought == {"dates": 1}


def test_findings_are_gone_with_their_text() -> None:
    from factx.custom.sentences import share, syntax_of

    findings = Findings(tokenise(TEXT))
    share(findings)
    assert syntax_of(findings.tokens) is syntax_of(findings.tokens)
    alive = weakref.ref(findings)
    del findings
    gc.collect()
    assert alive() is None


def test_what_is_worked_out_is_freed_at_once() -> None:
    """Nothing refers to itself by way of others: the collector, which runs seldom, has nothing to do."""
    texts = [TEXT, Path("seeds/000_89fc8f7768fb4c4c.txt").read_text("utf-8"), "Rents rose by a rate of 3%, he said."]
    for text in texts:
        extract(text)
    gc.collect()
    gc.disable()
    try:
        for text in texts:
            extract(text)
        assert gc.collect() == 0
    finally:
        gc.enable()
