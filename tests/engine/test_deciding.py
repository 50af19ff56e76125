"""Rules that decide on tokens: `re`, over the text from its end or from its beginning, finds what `regex` finds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.engine.deciding import Deciding, OneWay
from factx.engine.family import Family
from factx.engine.rules import Match
from factx.text.tokens import tokenise

WORDS = st.lists(st.sampled_from("red|green|blue|April|June|7|12|,|.".split("|")), max_size=14).map(" ".join)


def captured(match: Match) -> tuple[object, ...]:
    """The places that a rule captures; what names a month twice is none."""
    first, second = match.span_of("first"), match.span_of("second")
    return None if first is not None and first == second else (match.start, first, second)  # type: ignore[return-value]


Declared = OneWay[tuple[object, ...]] | Deciding[tuple[object, ...]]


def declared(backwards: bool) -> tuple[OneWay[tuple[object, ...]], Deciding[tuple[object, ...]]]:
    """The same rules twice, to be run by `re` and by `regex`."""
    given: dict[str, Any] = {"overlap": "keep", "lexicons": ["time"], "captures": ("first", "second")}
    one_way: OneWay[tuple[object, ...]] = OneWay(f"one-way-{backwards}", backwards=backwards, **given)
    both_ways: Deciding[tuple[object, ...]] = Deciding(f"both-ways-{backwards}", **given)
    for grammar in (one_way, both_ways):
        declare(grammar, backwards)
    return one_way, both_ways


def declare(grammar: Declared, backwards: bool) -> None:
    grammar.let("colour", "<'red'|'green'|'blue'>")
    grammar.let("colours", "(?P<first> <colour> ) (?: <comma> <colour> )*")
    patterns = {
        "after_colours": "(?<= <colours> ) <integer> (?= <month> )",
        "before_any_length": "(?<! <colour> ) <integer> (?= <colour>* (?P<first> <month> ) (?P<second> <any> )? )",
        "either": "(?<= ^ (?P<first> <any> ) ) <month> | <month> (?= (?P<second> <integer> )? <stop|end> )",
        "not_behind": "<month> (?! <colour> | <integer> <stop> )",
    } if backwards else {
        "colours_then": "<integer> (?P<first> <colour>+ ) (?= <month> )",
        "behind": "(?<= <colour> <comma>? | ^ ) <month> (?P<second> <any> ){0,2}",
        "either": "(?: <month> (?P<first> <integer> ) | <integer> (?P<first> <month> ) ) <stop>?",
    }  # fmt: skip
    for name, pattern in patterns.items():
        def read(match: Match) -> tuple[object, ...]:
            return captured(match)

        read.__name__ = name
        grammar.rule(pattern, examples={})(read)


GRAMMARS = {backwards: declared(backwards) for backwards in (True, False)}


@pytest.mark.parametrize("backwards", [True, False])
@settings(max_examples=300, deadline=None)
@given(text=WORDS)
def test_re_finds_what_regex_finds(backwards: bool, text: str) -> None:
    tokens = tokenise(text)
    one_way, both_ways = (
        sorted(grammar.deciding(tokens, grammar.tagger.tag(tokens)), key=repr) for grammar in GRAMMARS[backwards]
    )
    assert one_way == both_ways


def test_each_way_finds_something() -> None:
    text = "red, green 7 April. 12 blue June. April 7. 7 red April 12 June 7."
    tokens = tokenise(text)
    for grammar, _ in GRAMMARS.values():
        found = {rule for _, rule, _ in grammar.deciding(tokens, grammar.tagger.tag(tokens))}
        assert found == {rule.id for rule in grammar.rules}


def test_a_rule_of_two_tokens_is_refused_backwards() -> None:
    grammar: OneWay[int] = OneWay("two", backwards=True, lexicons=["time"])

    @grammar.rule("<month> <integer>", examples={})
    def two(match: Match) -> int:
        return match.start

    tokens = tokenise("June 7")
    with pytest.raises(ValueError, match="rule two of two: not one token"):
        list(grammar.deciding(tokens, grammar.tagger.tag(tokens)))


def test_a_family_has_one_alphabet_and_finds_what_each_finds_alone() -> None:
    text = "red 7 April, green. 12 June"
    tokens = tokenise(text)
    family = Family()
    patterns = {"colours": "<'red'|'green'>", "days": "<integer> <month>", "both": "<'red'> <integer>"}

    def grammar_of(name: str, given: Family | None) -> Deciding[str]:
        grammar: Deciding[str] = Deciding(f"{name}-{given is None}", lexicons=["time"], overlap="keep", family=given)

        @grammar.rule(patterns[name], examples={})
        def rule(match: Match) -> str:
            return match.text

        return grammar

    members = {name: grammar_of(name, family) for name in patterns}
    tagged = {grammar.tagger.tag(tokens) for grammar in members.values()}
    assert len(tagged) == 1
    for name, member in members.items():
        alone = grammar_of(name, None)
        found = list(member.deciding(tokens, *tagged))
        assert found == list(alone.deciding(tokens, alone.tagger.tag(tokens)))
        assert found


def test_a_range_of_places_is_asked() -> None:
    _, grammar = GRAMMARS[False]
    tokens = tokenise("7 June. 7 June.")
    tagged = grammar.tagger.tag(tokens)
    every = list(grammar.deciding(tokens, tagged))
    assert len(every) > 1
    half = tokens.ends[0]
    assert list(grammar.deciding(tokens, tagged, 0, half)) + list(grammar.deciding(tokens, tagged, half)) == every
