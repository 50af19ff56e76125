"""Patterns read and spelled: what `regex` is given, what a match begins with, and what it can't do without."""

from __future__ import annotations

import pytest

from factx.engine.notation import Atom, Group, Item, Phrase, Raw, Speller, _times, expressions, parse, written

TAGS = {"a": "A", "b": "B", "c": "C", "abd": "ABD", "none": "", "'x'": "X", "any": "ABCDX"}


def speller(captures: tuple[str, ...] | None = (), **phrases: str) -> Speller:
    known = {name: parse(text, phrases) for name, text in phrases.items()}
    return Speller(known, lambda expression: frozenset(TAGS[expression]), captures)


def test_what_a_pattern_is_made_of() -> None:
    assert parse("<a>? 'x' (?: <name> | <b|c>{2,3}+ ) \\Z", {"name": ""}) == (
        (
            Item(Atom("a", "a"), "?"),
            Item(Atom("'x'", None), ""),
            Item(
                Group("(?:", ((Item(Phrase("name"), ""),), (Item(Atom("b|c", None), "{2,3}+"),)), False), ""
            ),
            Item(Raw("\\Z"), ""),
        ),
    )
    assert parse("(?! <any> )*", {}) == ((Item(Group("(?!", ((Item(Atom("any", None), ""),),), True), "*"),),)
    assert parse("<a-b> <1a>", {}) == ((Item(Atom("a-b", "a-b"), ""), Item(Atom("1a", None), "")),)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("<a> )", r"a bracket too many at 4 of"),
        ("( <a>", r"a bracket that is never closed at 0 of"),
        ("<a> ( <b> | <c>", r"a bracket that is never closed at 4 of"),
        ("<a> {", r"can't be read from 4 on"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(pattern: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse(pattern, {})


@pytest.mark.parametrize(
    ("quantifier", "optional"),
    [("?", True), ("*", True), ("{0,2}", True), ("{,2}", True), ("+", False), ("{1,2}", False), ("", False)],
)
def test_what_may_be_missing(quantifier: str, optional: bool) -> None:
    assert Item(Raw("."), quantifier).optional is optional


@pytest.mark.parametrize(
    ("pattern", "source"),
    [
        ("<a> <b>", "AB"),
        ("<abd> <c>", "[ABD]C"),
        ("<a>? <b>", "(?=[AB])(?:A?B)"),
        ("<a>+ 'x'", "A+X"),
        ("<a> | <b>", "(?=[AB])(?:A|B)"),
        ("(?: <a> | <b> <c> )", "(?=[AB])(?:(?:A|BC))"),
        ("(?<= <c> ) <a>", "(?=A)(?:(?<=C)A)"),
        ("<a>?", "A?"),
        (". <a>", ".A"),
        ("<name> <c>", "(?=[AB])(?:(?:AB?|B)C)"),
    ],
)
def test_source(pattern: str, source: str) -> None:
    spell = speller(name="<a> <b>? | <b>")
    assert spell.source(parse(pattern, {"name": ""})) == source


def test_atoms_and_phrases_are_captured_where_that_is_asked_for() -> None:
    choice = parse("<a> <name> <b|c>", {"name": ""})
    known = {**TAGS, "b|c": "BC"}
    phrases = {"name": parse("<b>", {})}
    spell = {
        captures: Speller(phrases, lambda expression: frozenset(known[expression]), captures).source(choice)
        for captures in (None, ("name",), ("a",), ())
    }
    assert spell == {
        None: "(?P<a>A)(?P<name>(?P<b>B))[BC]",
        ("name",): "A(?P<name>B)[BC]",
        ("a",): "(?P<a>A)(?:B)[BC]",
        (): "A(?:B)[BC]",
    }


def test_what_no_token_can_carry_is_an_error() -> None:
    with pytest.raises(ValueError, match="no token can carry <none>"):
        speller().source(parse("<a> <none>", {}))


@pytest.mark.parametrize(
    ("characters", "expected"),
    [("A", "A"), ("AB", "[AB]"), ("ABC", "[A-C]"), ("ABCX", "[A-CX]"), ("ACDEX", "[AC-EX]"), ("", "(?!)")],
)
def test_a_class_is_of_few_ranges(characters: str, expected: str) -> None:
    spell = Speller({}, lambda _: frozenset(characters))
    assert spell.single("whatever") == expected


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        ("<a> <b>", "A"),
        ("<a>? <b>", "AB"),
        ("<a>* (?: <b> )? <c>", "ABC"),
        ("<a> | 'x'", "AX"),
        ("(?= <a> ) <b>", "B"),
        ("(?<! <a> ) <b>? <c>", "BC"),
        ("(?: <a>? )? <b>", "AB"),
        ("<name> <c>", "AB"),
        ("<name>? <c>", "ABC"),
        ("<a>?", None),
        ("<a> | <b>?", None),
        (". <a>", None),
    ],
)
def test_what_a_match_begins_with(pattern: str, begins: str | None) -> None:
    spell = speller(name="<a> | <b>")
    assert spell.begins(parse(pattern, {"name": ""})) == (None if begins is None else frozenset(begins))


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("<a> <b>", ["A", "B"]),
        ("<a>? <b>", ["B"]),
        ("<a> (?: <b> )? <c>{0,2} <abd>+", ["A", "ABD"]),
        ("(?= <a> ) <b> (?! <c> )", ["A", "B"]),
        ("(?<= <a> ) (?<! <b> ) <c>", ["A", "C"]),
        ("<a> <c> | <b> <c>", ["AB", "C"]),
        ("<a> | <b>?", []),
        (". <a>", ["A"]),
        ("<name> <c>", ["AB", "C"]),
        ("(?: <a> | <b> ) <c>", ["AB", "C"]),
        ("<a> <abd> | <abd>", ["ABD"]),
        ("<a> <c> | <b> <c> <a>", ["A", "AB", "C"]),
    ],
)
def test_what_a_match_cannot_do_without(pattern: str, needs: list[str]) -> None:
    spell = speller(name="<a> | <b>")
    found = {"".join(sorted(need)) for need in spell.needs(parse(pattern, {"name": ""}))}
    assert found == set(needs)


def test_expressions_are_counted_as_often_as_they_are_spelled() -> None:
    phrases = {"name": parse("<a> <b>?", {})}
    pattern = parse("<name> (?: <a> | <name> ) 'x' \\Z", phrases)
    assert sorted(expressions(pattern, phrases)) == ["'x'", "a", "a", "a", "b", "b"]


@pytest.mark.parametrize(
    ("quantifier", "times"),
    [
        ("", (1, 1)), ("?", (0, 1)), ("??", (0, 1)), ("{2}", (2, 2)), ("{2,3}", (2, 3)), ("{,3}", (0, 3)),
        ("{2,3}+", (2, 3)),
    ],
)
def test_how_often(quantifier: str, times: tuple[int, int]) -> None:
    assert _times(quantifier) == times


@pytest.mark.parametrize("quantifier", ["*", "+", "*?", "++", "{2,}"])
def test_what_has_no_end_is_an_error(quantifier: str) -> None:
    with pytest.raises(ValueError, match="no end of what"):
        _times(quantifier)


@pytest.mark.parametrize("pattern", ["<a>? 'x'", "(?: <name> | <b|c>{2,3}+ ) \\Z", "<'x'|a> (?! <any> )*"])
def test_a_pattern_is_written_as_it_was_read(pattern: str) -> None:
    ((items),) = parse(pattern, {"name": ""})
    assert written(items) == pattern


def test_a_quotation_mark_that_quotes_no_word_is_refused() -> None:
    with pytest.raises(ValueError, match="can't be read from"):
        parse("'on' \"'s\" 'vote'", {})
