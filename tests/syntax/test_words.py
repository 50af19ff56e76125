"""The lemmas of verbs' forms."""

from __future__ import annotations

import pytest

from factx import lexicon
from factx.syntax.words import lemma


@pytest.mark.parametrize(
    ("form", "letter", "expected"),
    [
        ("was", "D", "be"), ("been", "E", "be"), ("isn't", "Z", "be"), ("has", "Z", "have"), ("did", "D", "do"),
        ("lost", "D", "lose"), ("underwent", "D", "undergo"), ("rebuilt", "E", "rebuild"), ("fell", "D", "fall"),
        ("stopped", "D", "stop"), ("tried", "E", "try"), ("dying", "G", "die"), ("goes", "Z", "go"),
        ("run", "V", "run"),
    ],
)  # fmt: skip
def test_a_form_has_its_verb(form: str, letter: str, expected: str) -> None:
    assert lemma(form, letter) == expected


def test_irregular_verbs_are_those_that_rules_name() -> None:
    """Of the forms of the verbs that have rows of their own, all but a few spelled in two ways."""
    rows = {verb: forms.split() for verb, forms in lexicon.load("verbs")["irregular"].items()}
    wrong = {
        form for verb, forms in rows.items() for form, letter in zip(forms, "DEGZ", strict=False)
        if lemma(form, letter) != verb and verb + "ed" not in forms and verb not in forms
    }
    assert wrong <= {"outspent", "enrolled", "enrolling"}
