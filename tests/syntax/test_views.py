"""What rules see of sentences: words with their classes, groups as one token, and the tags that both have."""

from __future__ import annotations

import pytest

from factx.engine.rules import Match
from factx.syntax import Syntax, groups, places
from factx.syntax.views import CLASS_TAGS, CONSTITUENT_TAGS, GROUP_TAGS, INSIDE, SyntaxGrammar, View, view_of
from factx.text.tokens import Tokens, tokenise

ABOVE = sorted(CONSTITUENT_TAGS.values())
TAGS = (
    "noun-group", "verb-group", "verb", "past", "passive", "adj", "noun", "month-or-word",
    "capital", "=mill", "=buy", "plant",
)  # fmt: skip


def grammar(view: View, pattern: str, tags: tuple[str, ...] = TAGS) -> SyntaxGrammar[str]:
    def text(match: Match) -> str:
        return match.text

    found: SyntaxGrammar[str] = SyntaxGrammar(
        "views", view, Syntax, tags=tags, lexicons=["time"], lists={"plant": ["mill", "works"]}
    )
    found.rule(pattern, examples={})(text)
    return found


def found(view: View, pattern: str, sentence: str) -> list[str]:
    own = grammar(view, pattern)
    return [each.values for each in own.find(own.seen(tokenise(sentence)))]


def test_the_tags_of_groups_are_those_that_groups_can_have() -> None:
    every = frozenset().union(*groups.tag_sets())
    assert every - CLASS_TAGS == GROUP_TAGS


@pytest.mark.parametrize(
    ("tags", "view"),
    [
        (["=by"], None),
        (["noun"], "words"),
        (["verb", "past"], "words"),
        (["noun-group"], "groups"),
        (["person", "adj"], "groups"),
        (["apposition"], "groups apposition"),
        (["noun-group", "coordination", "age"], "groups age coordination"),
    ],
)
def test_a_rule_sees_what_it_names(tags: list[str], view: View | None) -> None:
    assert view_of(tags) == view


@pytest.mark.parametrize("tag", sorted(INSIDE))
def test_words_inside_groups_are_refused_beside_groups(tag: str) -> None:
    with pytest.raises(ValueError, match=f"sees no <{tag}>, which is inside one: <{INSIDE[tag]}>"):
        view_of(["noun-group", tag])


@pytest.mark.parametrize(
    ("view", "pattern", "sentence", "expected"),
    [
        ("words", "<verb&past>", "The storm hit ten people. They were hit by it.", ["hit"]),
        ("words", "<adj> <noun>", "An old mill burned, and so did the saw mill.", ["old mill"]),
        ("words", "<adj> 'mill'", "The old mill burned.", ["old mill"]),
        ("words", "<noun&plant>", "The mill burned.", ["mill"]),
        ("words", "<month-or-word&capital>", "They may meet in May.", ["May"]),
        ("groups", "<noun-group>", "The old mill burned in May.", ["The old mill", "May"]),
        ("groups", "<noun-group&'mill'>", "The old mill burned; mill hands wept.", ["The old mill"]),
        ("groups", "<noun-group&plant>", "The steel works burned; the dam held.", ["The steel works"]),
        ("groups", "<verb-group&'buy'>", "They have not bought it and will buy it.", ["have not bought", "will buy"]),
        ("groups", "<verb-group&passive>", "It was sold. They sold it.", ["was sold"]),
        ("groups", "<verb-group&past>", "The storm hit ten people.", ["hit"]),
        ("groups", "<noun-group&month-or-word>", "It burned last May.", ["last May"]),
    ],
)
def test_finds(view: View, pattern: str, sentence: str, expected: list[str]) -> None:
    assert found(view, pattern, sentence) == expected


@pytest.mark.parametrize(
    ("above", "pattern", "expected"),
    [
        ("apposition", "<noun-group&named> ',' <apposition>", ["Ann Lee, the mayor of Hull and Goole"]),
        ("apposition", "<noun-group&'mayor'>", []),
        ("apposition", "<apposition&'mayor'>", ["the mayor of Hull and Goole"]),
        ("coordination", "<noun-group&plural&coordination>", ["Hull and Goole", "the mill, the farm and the barn"]),
        ("coordination", "<verb-group> <noun-group&coordination>", ["sold the mill, the farm and the barn"]),
        ("coordination", "<noun-group&'farm'>", []),
        ("adverb-group", "<adverb-group&'quickly'>", ["very quickly"]),
        ("preposition-group", "<preposition-group&plural>", ["for friends"]),
        ("age brackets", "<noun-group> <brackets>", ["friends (old ones)"]),
        ("apposition coordination", "<apposition> ',' <verb-group> <coordination>",
         ["the mayor of Hull and Goole, sold the mill, the farm and the barn"]),
    ],
)  # fmt: skip
def test_a_constituent_that_a_rule_names_is_one_token(above: str, pattern: str, expected: list[str]) -> None:
    sentence = (
        "Ann Lee, the mayor of Hull and Goole, sold the mill, the farm and the barn for friends (old ones)"
        " very quickly."
    )
    named = [*above.split(), "noun-group", "verb-group", "named", "plural", "=mayor", "=farm", "=quickly", "=,"]
    own = grammar(f"groups {above}", pattern, tuple(named))
    assert [each.values for each in own.find(own.seen(tokenise(sentence)))] == expected


def test_a_tag_of_a_class_is_no_lexicon_s() -> None:
    """`past` is a section of a lexicon too: there it lists words, here it is the class."""
    own: SyntaxGrammar[str] = SyntaxGrammar("views", "words", Syntax, tags=["past", "verb"], lexicons=["tense"])
    tokens = own.seen(tokenise("He was ill."))
    assert tokens.tags is not None
    assert [tags for word, tags in zip(tokens, tokens.tags, strict=True) if word == "was"] == [frozenset({"past"})]


@pytest.mark.parametrize("view", ["words", "groups", "groups coordination", f"groups {' '.join(ABOVE)}"])
def test_every_set_of_tags_is_foreseen(view: View) -> None:
    def read(tokens: Tokens) -> Syntax:
        marks = [(0, 1, "person"), (3, 4, "time"), (5, 6, "figure")]
        return Syntax(tokens, places(mark for mark in marks if mark[1] < len(tokens)))

    tags = [*CLASS_TAGS, *(() if view == "words" else GROUP_TAGS), *view.split()[1:]]
    tags += ["capital", "number", "glued", "=mill", "=in"]
    own: SyntaxGrammar[str] = SyntaxGrammar("views", view, read, tags=tags, lexicons=["time"])
    foreseen = set(own.tag_sets())
    for text in (
        "", "A.\n\nB-c (d), “E” 3% in May 2021!", "'s 's.\n", "Ann Lee's 54-year-old mill’s roof—it’d burned…",
        "Oil, gas and coal, a mill (old), fell or rose here; Ann, 54, left.",
    ):
        seen = own.seen(tokenise(text)).tags
        assert seen is not None
        assert set(seen) <= foreseen, text
