"""The rule notation, and how grammars treat overlapping findings."""

from __future__ import annotations

import re
from importlib import import_module
from itertools import combinations

import pytest

from factx.catalogue import GRAMMARS
from factx.engine.rules import Finding, Grammar, Match, longest
from factx.text.tokens import tokenise


def texts(grammar: Grammar[str], text: str) -> list[str]:
    return [found.values for found in grammar.find(tokenise(text))]


def grammar_of(
    *patterns: str, triggers: tuple[str, ...] = (), marks: tuple[str, ...] = (), **phrases: str
) -> Grammar[str]:
    grammar: Grammar[str] = Grammar("test", lexicons=("abbreviations",), triggers=triggers, marks=marks)
    for name, phrase in phrases.items():
        grammar.let(name, phrase)
    for number, pattern in enumerate(patterns):

        def read(match: Match) -> str | None:
            return match.text

        read.__name__ = f"rule_{number}"
        grammar.rule(pattern, examples={})(read)
    return grammar


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("<year>", "in 1984 and 3000", ["1984"]),
        ("'the' <capital>+", "The Old House stood", ["The Old House"]),
        ("<capital&!'the'>+", "The Old House stood", ["Old House"]),
        ("<year|capital>", "Orwell wrote 1984", ["Orwell", "1984"]),
        ("<any>++", "One two. Three four", ["One two.", "Three four"]),
        ("<number> (?= <percent-sign> )", "5% of 6", ["5"]),
        ("(?<! <currency> ) <number>", "$5 and 6", ["6"]),
        ("<capital> <end> <capital>", "Ends here.\n\nNo\n\nYes", ["No\n\nYes"]),
        ("<name> 'said'", "Ann Lee said no", ["Ann Lee said"]),
        ("<initialism>", "the U.S. and p.m.", ["U.S.", "p.m."]),
    ],
)
def test_notation(pattern: str, text: str, expected: list[str]) -> None:
    assert texts(grammar_of(pattern, name="<capital>+"), text) == expected


def test_captures_go_by_the_atoms_names() -> None:
    grammar: Grammar[list[str]] = Grammar("test")

    @grammar.rule("<month-number> <hyphen> (?P<last_day> <day> )", examples={})
    def range_(match: Match) -> list[str]:
        assert "year" not in match
        assert match["year"] is None
        return [*match.all("month-number"), str(match["last-day"]), str(match["last_day"])]

    assert [found.values for found in grammar.find(tokenise("on 3-25"))] == [["3", "25", "25"]]


def test_a_rule_that_returns_none_finds_nothing() -> None:
    grammar: Grammar[str] = Grammar("test")

    @grammar.rule("<year>", examples={})
    def odd_year(match: Match) -> str | None:
        return match.text if int(match.text) % 2 else None

    assert texts(grammar, "1983 1984 1985") == ["1983", "1985"]


def test_the_longest_wins_then_the_leftmost_then_the_first_declared() -> None:
    assert texts(grammar_of("<capital>", "<capital> <year>"), "May 1984") == ["May 1984"]
    assert texts(grammar_of("<capital> <year>", "<year> <lower> <lower>"), "May 1984 was dry") == ["1984 was dry"]
    assert texts(grammar_of("<year> <lower>", "<capital> <year>"), "May 1984 was") == ["May 1984"]
    found = grammar_of("<year>", "<integer>").find(tokenise("1984"))
    assert [fact.rule for fact in found] == ["rule-0"]


def finding(name: str, start: int, end: int) -> Finding[None]:
    return Finding(name, start, end, None)


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ([finding("left", 0, 2), finding("long", 1, 4)], ["long"]),
        ([finding("right", 1, 3), finding("left", 0, 2)], ["left"]),
        ([finding("first", 0, 2), finding("second", 0, 2)], ["first"]),
        ([finding("one", 0, 2), finding("beside", 2, 3)], ["one", "beside"]),
        ([finding("long", 1, 4), finding("left", 0, 2), finding("right", 4, 5), finding("late", 3, 5)],
         ["long", "right"]),
    ],
)
def test_of_overlapping_finds_one_is_kept(found: list[Finding[None]], kept: list[str]) -> None:
    assert [each.rule for each in longest(found, 6)] == kept


def test_longest_is_disjoint() -> None:
    found = [Finding("a", start, start + length, None) for start in range(20) for length in (1, 3, 5)]
    kept = sorted(longest(found, 30), key=lambda fact: fact.start)
    assert [(fact.start, fact.end) for fact in kept] == [(0, 5), (5, 10), (10, 15), (15, 20)]


def test_a_grammar_may_keep_all_that_overlap() -> None:
    grammar: Grammar[str] = Grammar("test", overlap="keep")

    @grammar.rule("<capital>", examples={})
    def short(match: Match) -> str | None:
        return match.text

    @grammar.rule("<capital> <year>", examples={})
    def long(match: Match) -> str | None:
        return match.text

    assert texts(grammar, "It was May 1984, in Leeds 1985") == ["It", "May 1984", "May", "Leeds 1985", "Leeds"]


def test_rules_are_tried_at_a_place() -> None:
    grammar = grammar_of("<capital> <year>", "<capital>", "(?<= 'in' ) <capital>", "<year>?")
    tokens = tokenise("in May 1984 and May")
    tagged = grammar.tagger.tag(tokens)
    assert list(grammar.at(tokens, tagged, 1)) == [
        ("rule-0", "May 1984"), ("rule-1", "May"), ("rule-2", "May"), ("rule-3", ""),
    ]
    assert list(grammar.at(tokens, tagged, 1, only={"rule-1"})) == [("rule-1", "May")]
    assert list(grammar.at(tokens, tagged, 4)) == [("rule-1", "May"), ("rule-3", "")]
    assert list(grammar.at(tokens, tagged, 2)) == [("rule-3", "1984")]
    assert list(grammar.at(tokens, tagged, 1)) == list(grammar.at(tokens, tagged, 1))


def test_runs_are_the_tokens_around_a_trigger() -> None:
    grammar = grammar_of("<day> 'of' <year> | <day> <capital>", triggers=("year",))
    tokens = tokenise("Then 7 of May, on 12 of 1984 it did; 5 of 1990 and 1991")
    runs = [tokens.text(start, end) for start, end in grammar.runs(grammar.tagger.tag(tokens))]
    assert runs == ["12 of 1984", "5 of 1990", "1991"]
    assert texts(grammar, "7 of May, on 12 of 1984") == ["12 of 1984"]
    whole = grammar_of("<day>")
    assert list(whole.runs(whole.tagger.tag(tokens))) == [(0, len(tokens))]
    assert texts(grammar, "") == texts(whole, "") == []


def test_long_runs_and_short_ones_give_the_same() -> None:
    words = " ".join(["12 of 1984"] * 20)
    found = texts(grammar_of("<day> 'of' <year>", triggers=("year",)), words)
    assert found == ["12 of 1984"] * 20


def test_an_empty_fit_is_no_find() -> None:
    assert texts(grammar_of("<year>?"), "in 1984") == ["1984"]


def test_triggers_narrow_what_rules_see_and_not_what_they_find() -> None:
    text = "Nothing here, but on 12 of 1984 it did; and 7 more, 5 of 1990"
    patterns = ("<day> 'of' <year>",)
    assert texts(grammar_of(*patterns), text) == texts(grammar_of(*patterns, triggers=("year",)), text) == [
        "12 of 1984",
        "5 of 1990",
    ]


def test_the_rules_that_a_run_allows_are_those_whose_needs_it_meets() -> None:
    grammar = grammar_of("'a' | 'b' <number>", "<number> 'of'?", "<any>", "'of' 'the' (?: 'b' | 'c' )")
    tagged = grammar.tagger.tag(tokenise("a b 7 of the c d"))
    every = ["".join(run) for size in range(1, 5) for run in combinations(tagged, size)]
    for run in every:
        able = [rule.id for rule, _ in grammar.able(run)]
        fits = [rule.id for rule in grammar.rules if grammar.matcher(rule).search(run)]
        assert set(fits) <= set(able)
    assert [rule.id for rule, _ in grammar.able(tagged[:1])] == ["rule-0", "rule-2"]
    assert [rule.id for rule, _ in grammar.able(tagged[2])] == ["rule-1", "rule-2"]


def test_runs_that_are_alike_are_each_found_where_they_stand() -> None:
    grammar = grammar_of("<day> (?= 'of' <year> )", triggers=("year",))
    tokens = tokenise("on 12 of 1984 it did; on 12 of 1984 again, and on 5 of those")
    places = [tokens.starts[found.start] for found in grammar.find(tokens)]
    assert places == [3, 25] == [tokens.starts[found.start] for found in grammar.find(tokens)]


def test_a_collapsed_token_carries_its_tag_alone() -> None:
    tokens = tokenise("Ann Lee said no").collapse([(0, 2, "person")])
    found = grammar_of("<person> 'said'", marks=("person",)).find(tokens)
    assert [fact.values for fact in found] == ["Ann Lee said"]
    assert grammar_of("<capital>").find(tokens) == []


def test_a_pattern_that_is_wrong_names_its_rule() -> None:
    for pattern in ("<year> (", "<year> )", "<year> {2,1}"):
        with pytest.raises(ValueError, match="rule rule-1 of test"):
            grammar_of("<year>", pattern).find(tokenise("1984 5"))


def test_a_large_list_adds_tags_and_never_fails() -> None:
    names = {"Lee": frozenset({"surname"}), "LeE": frozenset({"given-name"})}
    grammar: Grammar[str] = Grammar(
        "test",
        lexicons=("abbreviations",),
        lookup=lambda word: names.get(word, frozenset()),
        lookup_tags=names.values,
    )

    @grammar.rule("<given-name|surname> | <starter>", examples={})
    def name(match: Match) -> str | None:
        return match.text

    found = texts(grammar, "Lee met LeE and he. No. I. The. bEcAuSe")
    assert found == ["Lee", "LeE", "and", "he", "No.", "The", "bEcAuSe"]


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("<yaer>", "rule rule-0 of test: no tag and no phrase <yaer>; did you mean <year>?"),
        ("<capital&!yaer>", "rule rule-0 of test: no tag and no phrase <yaer>; did you mean <year>?"),
        ("'of' (?: <year|comna> )?", "rule rule-0 of test: no tag and no phrase <comna>; did you mean <comma>"),
        ("<year|name>", "rule rule-0 of test: no tag and no phrase <name>: phrases can't be joined by & and !"),
        ("<person>", "rule rule-0 of test: no tag and no phrase <person> (factx rules shows many)"),
    ],
)
def test_a_tag_that_nothing_carries_is_an_error(pattern: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        grammar_of(pattern, name="<capital>+").find(tokenise("1984"))


def test_a_tag_that_nothing_carries_is_an_error_in_phrases_and_triggers_too() -> None:
    with pytest.raises(ValueError, match="phrase <name> of test: no tag and no phrase <captial>; did you mean <capita"):
        grammar_of("<name>", name="<captial>+").find(tokenise("1984"))
    with pytest.raises(ValueError, match="triggers of test: no tag and no phrase <yaer>; did you mean <year>"):
        grammar_of("<year>", triggers=("yaer",)).find(tokenise("1984"))


@pytest.mark.parametrize(("module", "name"), [place for _, *place in GRAMMARS])
def test_every_grammar_compiles_whatever_is_cached(module: str, name: str) -> None:
    """Compiled anew: a tag that nothing carries, in a rule of ours, is found here if the cache hides it."""
    grammar: Grammar[object] = getattr(import_module(module), name)
    for rule in grammar.rules:
        assert grammar.compiler.rule(rule.id)


def test_a_phrase_has_one_pattern() -> None:
    grammar: Grammar[str] = Grammar("letters", lexicons=())
    grammar.let("vowel", "'a' | 'e'")
    with pytest.raises(ValueError, match="letters has a phrase <vowel> already"):
        grammar.let("vowel", "'i'")
