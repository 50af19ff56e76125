"""Whatever the text: each token has a class, groups and clauses stand where they can, a second reading is the same."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from factx.pipeline import read_syntax
from factx.syntax.words import UPOS

WORDS = st.sampled_from(
    "Ann Lee|Lee|the|a|mayor|farmers|old|often|she|he|it|them|who|which|that|what|why|there|said|told|is|was|has|had"
    "|will|may|not|to|go|left|denied|seen|walking|and|but|or|of|in|with|by|because|if|when|,|, |;|:|.|. |? |“|”|(|)|–"
    "|-|’s|3%|May|US|12|\n|\n\n|according|each other".split("|")
)
TEXTS = st.lists(st.one_of(WORDS, WORDS, WORDS, st.text(max_size=6)), max_size=40).map(" ".join)
modest = settings(max_examples=300, deadline=None)


@modest
@given(TEXTS)
def test_each_token_has_a_class(text: str) -> None:
    syntax = read_syntax(text)
    assert len(syntax.classes) == len(syntax.tokens)
    assert set(syntax.classes) <= set(UPOS)


@modest
@given(TEXTS)
def test_groups_are_disjoint_in_order_and_inside_sentences(text: str) -> None:
    syntax = read_syntax(text)
    assert all(before.end <= group.start for before, group in pairwise(syntax.groups))
    for group in syntax.groups:
        start, end = syntax.tokens.sentence_of(group.start)
        assert start <= group.start <= group.head < group.end <= end


@modest
@given(TEXTS)
def test_clauses_lie_in_the_text_with_subjects_in_the_sentence_of_their_verbs(text: str) -> None:
    syntax = read_syntax(text)
    groups = set(syntax.groups)
    for clause in syntax.clauses:
        assert 0 <= clause.start <= clause.end <= len(syntax.tokens)
        assert clause.verb in groups
        start, end = syntax.tokens.sentence_of(clause.verb.start)
        for subject in (clause.subject, clause.understood):
            assert subject is None or start <= subject.start < subject.end <= end
    assert all(before.verb.end <= clause.verb.start for before, clause in pairwise(syntax.clauses))


@modest
@given(TEXTS)
def test_a_second_reading_is_the_same(text: str) -> None:
    first, second = read_syntax(text), read_syntax(text)
    assert (first.classes, first.groups, first.clauses) == (second.classes, second.groups, second.clauses)
