"""Rules that leave a word one of its classes: they look as far as they like before it or behind it, not both ways."""

from __future__ import annotations

import pytest

from factx.engine.rewriting import Rewriter
from factx.engine.tags import TagSet

CLASSES = {name: frozenset({name}) for name in ("noun", "verb", "det", "adj", "end", "mark")}
WORDS = {
    "the": "det", "plan": "noun or-verb", "dogs": "noun", "old": "adj", "bark": "noun or-verb", "": "end", ",": "mark",
}  # fmt: skip


def lookup(word: str) -> TagSet:
    return frozenset(WORDS.get(word, "mark").split())


def rewriter(*patterns: str, wide: bool = False) -> Rewriter:
    """Rules that make verbs."""
    found = Rewriter(
        f"made-{'-'.join(patterns)}"[:40], classes=CLASSES, lexicons=(), lookup=lookup,
        lookup_tags=lambda: list(map(lookup, WORDS)),
    )
    for number, pattern in enumerate(patterns):
        found.rule(f"rule-{number}", pattern, "verb", examples={}, rejects={}, wide=wide)
    return found


def verbs(rules: Rewriter, text: str) -> list[int]:
    """The words that are verbs in the end."""
    tagged = "".join(map(rules.tagger.__getitem__, text.split()))
    found = rules.rewrite(tagged)
    assert rules.trace(tagged)[0] == found
    return [place for place, character in enumerate(found) if rules.class_of[character] == "verb"]


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("<det> <adj>* 'dogs' [<noun>]", "the old old dogs bark", [4]),
        ("<det> <adj>* 'dogs' [<noun>]", "old dogs bark", []),
        ("^ [<noun>] <det>", "plan the plan", [0]),
        ("[<noun>] <adj>* 'dogs'", "the plan old old dogs , bark dogs", [1, 6]),
        ("'dogs' [<noun>] $", "dogs bark , dogs bark", [4]),
        ("(?<! <adj> ) 'dogs' [<noun>] (?! <det> )", "old dogs bark , dogs plan the bark , dogs bark", [10]),
    ],
)
def test_looks_may_be_of_any_length_on_one_side(pattern: str, text: str, found: list[int], wide: bool) -> None:
    assert verbs(rewriter(pattern, wide=wide), text) == found


def test_on_both_sides_where_a_rule_runs_by_itself() -> None:
    pattern = "<det> <adj>* 'dogs' [<noun>] <adj>* <mark>"
    assert verbs(rewriter(pattern, pattern, wide=True), "the old dogs bark old , the dogs plan ,") == [3, 8]
    with pytest.raises(ValueError, match="look too far both ways, if not wide: rule-0, rule-1"):
        verbs(rewriter(pattern, pattern), "the dogs bark ,")


def test_rules_at_once_do_not_see_what_each_other_leaves() -> None:
    rules = rewriter("'dogs' [<noun>]", "<noun> [<noun>]")
    assert verbs(rules, "dogs plan bark") == [1, 2]
