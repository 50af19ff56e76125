"""Every rule for classes leaves the word of each example its class, and passes over that of each reject."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from factx.engine.passes import ClassRule
from factx.syntax.classes import characters_of
from factx.syntax.verb_class_rules import word_classes
from factx.text.tokens import tokenise


def cases(rejects: bool) -> Iterator[object]:
    for rule in word_classes.rules:
        for sentence, word in (rule.rejects if rejects else rule.examples).items():
            yield pytest.param(rule, sentence, word, id=f"{rule.id}-{word}")


def rule_of(sentence: str, word: str) -> str | None:
    """The rule that left the word its class."""
    tokens = tokenise(sentence)
    shares = [place for place in range(1, len(tokens)) if tokens[place] == "%"]
    tokens = tokens.collapse([(place - 1, place + 1, "figure") for place in shares])
    _, by = word_classes.trace(characters_of(tokens))
    return by.get(list(tokens).index(word))


def test_each_has_a_name_of_its_own_examples_and_rejects() -> None:
    ids = [rule.id for rule in word_classes.rules]
    assert len(set(ids)) == len(ids)
    assert [rule.id for rule in word_classes.rules if not (rule.examples and rule.rejects)] == []


@pytest.mark.parametrize(("rule", "sentence", "word"), list(cases(rejects=False)))
def test_example(rule: ClassRule, sentence: str, word: str) -> None:
    assert rule_of(sentence, word) == rule.id


@pytest.mark.parametrize(("rule", "sentence", "word"), list(cases(rejects=True)))
def test_reject(rule: ClassRule, sentence: str, word: str) -> None:
    assert rule_of(sentence, word) != rule.id


def test_rules_that_run_at_once_leave_what_each_leaves_by_itself() -> None:
    """Rules at once are one pattern, for the text as written or read from its end; an explanation runs them singly."""
    sentences = [sentence for rule in word_classes.rules for sentence in (*rule.examples, *rule.rejects)]
    tagged = [characters_of(tokenise(" ".join(sentences[at : at + 3]))) for at in range(len(sentences))]
    assert [word_classes.rewrite(each) for each in tagged] == [word_classes.trace(each)[0] for each in tagged]
