"""Whatever the text: each token has a class, groups and clauses stand where they can, a second reading is the same."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factx.pipeline import read_syntax
from factx.syntax import Syntax
from factx.syntax.words import UPOS
from factx.text.tokens import tokenise

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
def test_a_clause_has_its_verb_and_its_subject_in_its_sentence(text: str) -> None:
    syntax = read_syntax(text)
    groups = {(group.start, group.end) for group in syntax.groups}
    for clause in syntax.clauses:
        assert (clause.verb.start, clause.verb.end) in groups
        start, end = syntax.tokens.sentence_of(clause.verb.start)
        assert start <= clause.start <= clause.verb.start < clause.verb.end <= clause.end <= end
        for subject in (clause.subject, clause.understood):
            assert subject is None or start <= subject.start < subject.end <= end
        assert clause.parent is None or start <= syntax.clauses[clause.parent].verb.start < end
    assert all(before.verb.end <= clause.verb.start for before, clause in pairwise(syntax.clauses))


@modest
@given(TEXTS)
@example('"We saw it," the clerk insisted.')
@example("She lost by more than that, said Ann Lee, a clerk.")
@example('They lost. As a firm we are glad to see that," Lee said. "It was late." They left.')
def test_clauses_depend_on_each_other_in_no_circle(text: str) -> None:
    clauses = read_syntax(text).clauses
    for number in range(len(clauses)):
        above: int | None = number
        for _ in range(len(clauses) + 1):
            above = None if above is None else clauses[above].parent
        assert above is None


@modest
@given(TEXTS)
def test_a_constituent_is_inside_its_sentence_and_has_its_parts_in_order(text: str) -> None:
    syntax = read_syntax(text)
    for each in syntax.constituents:
        start, end = syntax.tokens.sentence_of(each.start)
        assert start <= each.start <= each.head < each.end <= end
        assert each.of is None or start <= each.of[0] < each.of[1] <= each.start
        bounds = [each.start, *(place for member in each.members for place in member), each.end]
        assert bounds == sorted(bounds)
        assert (each.kind == "coordination") == (len(each.members) > 1)


@modest
@given(TEXTS)
def test_a_second_reading_is_the_same(text: str) -> None:
    first, second = read_syntax(text), read_syntax(text)
    assert (first.classes, first.groups, first.clauses) == (second.classes, second.groups, second.clauses)
    assert first.constituents == second.constituents


@pytest.mark.parametrize(
    "unit",
    [
        "the old mayor said that he had left ", "he said, “it fell” ", "(she left) ", "to go and ", "the man who saw ",
        "he said that ", "with prices rising and ", "never had the mayor left ", "oil, gas and ",
        "Ann Lee, 54, a baker, ",
    ],
)
def test_the_work_grows_with_the_length_of_a_sentence_and_no_faster(
    unit: str, lines_run: Callable[[Callable[[], object]], int]
) -> None:
    """A loop over the sentence at each of its verbs runs sixteen times as many lines."""

    def lines(times: int) -> int:
        syntax = Syntax(tokenise(unit * times))

        def work() -> None:
            assert all(map(hash, syntax.clauses))  # with all their parts
            assert syntax.constituents is not None

        return lines_run(work)

    lines(10)  # what is worked out once
    assert lines(800) < 6 * lines(200)
