"""Rules that decide on tokens: `re`, over the text from its end or from its beginning, finds what `regex` finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.engine.deciding import Deciding
from factx.engine.rules import Grammar, Match
from factx.text.tokens import tokenise

WORDS = st.lists(st.sampled_from("red|green|blue|April|June|7|12|,|.".split("|")), max_size=14).map(" ".join)


def captured(match: Match) -> tuple[object, ...]:
    """The places that a rule captures; what names a month twice is none."""
    first, second = match.span_of("first"), match.span_of("second")
    return None if first is not None and first == second else (match.start, first, second)  # type: ignore[return-value]


def declared(backwards: bool) -> Deciding[tuple[object, ...]]:
    grammar: Deciding[tuple[object, ...]] = Deciding(
        f"deciding-{backwards}", backwards=backwards, overlap="keep", lexicons=["time"], captures=("first", "second")
    )
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
    return grammar


GRAMMARS = {backwards: declared(backwards) for backwards in (True, False)}


@pytest.mark.parametrize("backwards", [True, False])
@settings(max_examples=300, deadline=None)
@given(text=WORDS)
def test_re_finds_what_regex_finds(backwards: bool, text: str) -> None:
    grammar = GRAMMARS[backwards]
    tokens = tokenise(text)
    tagged = grammar.tagger.tag(tokens)
    assert sorted(grammar.deciding(tokens, tagged), key=repr) == sorted(
        Grammar.deciding(grammar, tokens, tagged), key=repr
    )


def test_each_way_finds_something() -> None:
    text = "red, green 7 April. 12 blue June. April 7. 7 red April 12 June 7."
    tokens = tokenise(text)
    for grammar in GRAMMARS.values():
        found = {rule for _, rule, _ in grammar.deciding(tokens, grammar.tagger.tag(tokens))}
        assert found == {rule.id for rule in grammar.rules}


def test_a_rule_of_two_tokens_is_refused_backwards() -> None:
    grammar: Deciding[int] = Deciding("two", backwards=True, lexicons=["time"])

    @grammar.rule("<month> <integer>", examples={})
    def two(match: Match) -> int:
        return match.start

    tokens = tokenise("June 7")
    with pytest.raises(ValueError, match="rule two of two: not one token"):
        list(grammar.deciding(tokens, grammar.tagger.tag(tokens)))
