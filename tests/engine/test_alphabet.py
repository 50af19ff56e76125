"""Tags to characters: tag sets that no rule tells apart share one, and a tagger gives each token its own."""

from __future__ import annotations

import pytest

from factx.engine.alphabet import FIRST, OTHER, Alphabet, Tagger, terms
from factx.text.tokens import tokenise

SETS = [frozenset(tags.split()) for tags in ("", "a", "b", "a b", "c", "a c", "end", "end paragraph")]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a", [[(False, "a")]]),
        ("a|b", [[(False, "a")], [(False, "b")]]),
        ("a&!b", [[(False, "a"), (True, "b")]]),
        ("'Of'|a & ! 'x'", [[(False, "=of")], [(False, "a"), (True, "=x")]]),
        ("any", [[]]),
        ("any&!a", [[(True, "a")]]),
    ],
)
def test_terms(expression: str, expected: list[list[tuple[bool, str]]]) -> None:
    assert terms(expression) == expected


@pytest.mark.parametrize("expression", ["", "a b", "a|", "a&&b", "'x y'", "!"])
def test_what_is_no_expression_is_an_error(expression: str) -> None:
    with pytest.raises(ValueError, match="not a tag expression"):
        terms(expression)


@pytest.mark.parametrize(
    ("expression", "accepted"),
    [
        ("a", ["a", "a b", "a c"]),
        ("a|b", ["a", "b", "a b", "a c"]),
        ("a&b", ["a b"]),
        ("a&!b", ["a", "a c"]),
        ("any", ["", "a", "b", "a b", "c", "a c"]),
        ("!a", ["", "b", "c"]),
        ("end", ["end", "end paragraph"]),
        ("paragraph", ["end paragraph"]),
        ("a|end", ["a", "a b", "a c", "end", "end paragraph"]),
        ("any|paragraph", ["", "a", "b", "a b", "c", "a c", "end", "end paragraph"]),
    ],
)
def test_an_expression_accepts_the_sets_that_it_describes(expression: str, accepted: list[str]) -> None:
    each = ("a", "b", "c", "end", "paragraph", "any")
    alphabet = Alphabet(SETS, dict.fromkeys([*each, expression], 1))
    characters = {alphabet.character[alphabet.mask(frozenset(tags.split()))] for tags in accepted}
    assert alphabet.accepted[expression] == characters


def test_sets_that_no_expression_tells_apart_share_a_character() -> None:
    alphabet = Alphabet(SETS, {"a": 1, "a|c": 1})
    character = {tags: alphabet.character[alphabet.mask(tags)] for tags in SETS}
    assert character[frozenset()] == character[frozenset({"b"})] == OTHER
    assert character[frozenset({"a"})] == character[frozenset({"a", "b"})] == character[frozenset({"a", "c"})]
    assert len(set(character.values())) == 3
    assert set(character.values()) == {chr(FIRST + i) for i in range(3)}


def test_what_is_spelled_often_is_one_range() -> None:
    sets = [frozenset(tags) for tags in ("", "a", "b", "c", "ab", "ac", "bc", "abc")]
    for often in "abc":
        alphabet = Alphabet(sets, {tag: 9 if tag == often else 1 for tag in "abc"})
        codes = sorted(map(ord, alphabet.accepted[often]))
        assert codes == list(range(codes[0], codes[0] + 4))


def tagger(*known: str, listed: dict[str, str] | None = None) -> Tagger:
    """A tagger of the tags a and capital, and the words that carry a."""
    sets = [frozenset(tags.split()) for tags in ("", "a", "capital", "a capital", "b", "b capital", "mark")]
    alphabet = Alphabet(sets, dict.fromkeys(("a", "b", "capital", "mark"), 1))
    words = {word: alphabet.mask(frozenset({"a"})) for word in known}
    lists = {word: frozenset(tags.split()) for word, tags in (listed or {}).items()}
    lookup = (lambda word: lists.get(word, frozenset())) if lists else None
    found = Tagger(alphabet.bits, words, alphabet.character, lookup)
    names = {alphabet.character[alphabet.mask(tags)]: " ".join(sorted(tags)) for tags in sets}
    found.names = names  # type: ignore[attr-defined]
    return found


def tags_of(found: Tagger, text: str) -> list[str]:
    return [found.names[character] for character in found.tag(tokenise(text))]  # type: ignore[attr-defined]


def test_words_are_known_in_any_case() -> None:
    assert tags_of(tagger("ann"), "ann met Ann") == ["a", "", "a capital"]


def test_an_abbreviation_is_known_without_its_dot() -> None:
    found = tagger("prof", "e")
    assert found.names[found["Prof."]] == "a capital"  # type: ignore[attr-defined]
    assert found.names[found["E."]] == "capital"  # type: ignore[attr-defined]
    assert found.names[found["prof"]] == "a"  # type: ignore[attr-defined]
    assert found.names[found["dr."]] == ""  # type: ignore[attr-defined]


def test_a_large_list_is_asked_for_words_as_they_are_written() -> None:
    found = tagger("ann", listed={"Lee": "b", "Ann": "b", "5": "b", "Prof": "b"})
    assert tags_of(found, "Lee lee Ann 5") == ["b capital", "", "a capital", ""]


def test_a_token_made_of_several_has_its_tag_alone() -> None:
    tokens = tokenise("Ann Lee left").collapse([(0, 2, "a")])
    assert tags_of(tagger("lee"), "Ann Lee left") == ["capital", "a capital", ""]
    found = tagger("lee")
    assert [found.names[each] for each in found.tag(tokens)] == ["a", ""]  # type: ignore[attr-defined]
    unknown = tokenise("Ann Lee left").collapse([(0, 2, "nothing")])
    assert [found.names[each] for each in found.tag(unknown)] == ["", ""]  # type: ignore[attr-defined]


def test_the_tags_of_a_token_are_told() -> None:
    found = tagger("ann", "prof", listed={"Lee": "b"})
    tokens = tokenise("ann Prof. Lee and Ann")
    told = [found.tags(tokens, i) for i in range(5)]
    assert told == [["a"], ["a", "capital"], ["b", "capital"], [], ["a", "capital"]]
    collapsed = tokens.collapse([(0, 2, "person")])
    assert [found.tags(collapsed, i) for i in range(2)] == [["person"], ["b", "capital"]]
