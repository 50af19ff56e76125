"""Tokens, sentences and paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.text.tokens import Tokens, tokenise, tokenise_around, unwrap


def bare(text: str) -> list[str]:
    tokens = tokenise(text)
    return [tokens[i] for i in range(len(tokens)) if tokens[i].strip()]


def sentences(text: str) -> list[str]:
    tokens = tokenise(text)
    return [tokens.text(start, end) for start, end in tokens.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("O’Brien's dog didn't bark", ["O’Brien", "'s", "dog", "didn't", "bark"]),
        ("he’d say they’ve gone", ["he", "’d", "say", "they", "’ve", "gone"]),
        ("the U.S. and J.K. Rowling", ["the", "U.S.", "and", "J.K.", "Rowling"]),
        ("John F. Kennedy", ["John", "F.", "Kennedy"]),
        ("Mr. Lee on Aug. 5", ["Mr.", "Lee", "on", "Aug.", "5"]),
        ("1,000.50 or 60-70% or 2½", ["1,000.50", "or", "60", "-", "70", "%", "or", "2", "½"]),
        ("at 3pm in the 1980s", ["at", "3", "pm", "in", "the", "1980", "s"]),
        ("a six-month -- or so", ["a", "six", "-", "month", "--", "or", "so"]),
        ("see https://a.example/x%20y?z. Then", ["see", "https://a.example/x%20y?z", ".", "Then"]),
        ("by @ann_lee on #news", ["by", "@ann_lee", "on", "#news"]),
        ("Jose\u0301 ate", ["Jose\u0301", "ate"]),
        ("1,2,3 and 12,345,678", ["1", ",", "2", ",", "3", "and", "12,345,678"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert bare(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. It poured.", ["It rained.", "It poured."]),
        ("Mr. Lee met Gen. Roe. They spoke.", ["Mr. Lee met Gen. Roe.", "They spoke."]),
        ("She left the U.S. The army stayed.", ["She left the U.S.", "The army stayed."]),
        ("The U.S. Army stayed.", ["The U.S. Army stayed."]),
        ("It opens at 9 a.m. Monday.", ["It opens at 9 a.m. Monday."]),
        ("“We won.” She smiled.", ["“We won.”", "She smiled."]),
        ("“Did we win?” she asked.", ["“Did we win?” she asked."]),
        ("A headline with no stop\n\nThe first sentence.", ["A headline with no stop", "The first sentence."]),
        ("A headline with no stop\nThe first sentence.", ["A headline with no stop", "The first sentence."]),
        ("Lee works for Roe Inc. in Paris. It pays.", ["Lee works for Roe Inc. in Paris.", "It pays."]),
        ("Rates rose 2.5 points. So what?", ["Rates rose 2.5 points.", "So what?"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_hard_wrapped_lines_are_one_sentence() -> None:
    text = (
        "The council of the small town met late on Tuesday night to\n"
        "talk about the new bridge, which has cost three times what\n"
        "its builders promised. No one from the firm came, and the\n"
        "mayor left early."
    )
    assert sentences(text)[0].split()[-1] == "promised."
    assert len(sentences(text)) == 2
    assert len(unwrap(text)) == len(text)


def test_lines_that_are_not_wrapped_stay_apart() -> None:
    text = "Mayor quits over bridge\nAnn Lee left office on Tuesday.\nHer deputy takes over."
    assert unwrap(text) == text


@pytest.mark.parametrize(("width", "wrapped"), [(19, False), (20, True), (130, True), (131, False)])
def test_text_is_wrapped_at_usual_widths(width: int, wrapped: bool) -> None:
    """Full lines go on before a capital too; at other widths they are paragraphs."""
    text = "\n".join(start + "x" * (width - len(start)) for start in ("it ", "was ", "Leeds "))
    assert ("\n" not in unwrap(text)) is wrapped


@given(st.text(alphabet=st.sampled_from("aB1 .,!?\n“”\"'’-%\u0301\xa0\u200b\x00\ud800é一"), max_size=60) | st.text())
def test_tokens_joined_are_the_text(text: str) -> None:
    tokens = tokenise(text)
    assert len("".join(tokens.words)) == len(text)
    assert "".join(tokens.words) == unwrap(text)
    for start, end in tokens.sentences:
        span = tokens.span(start, end)
        assert text[span.start : span.end] == tokens.text(start, end)


def test_collapse_makes_ranges_single_tokens() -> None:
    tokens = tokenise("Ann Lee met Bob Roe today")
    collapsed: Tokens = tokens.collapse([(0, 2, "person"), (3, 5, "person")])
    assert [collapsed[i] for i in range(len(collapsed))] == ["Ann Lee", "met", "Bob Roe", "today"]
    assert collapsed.marked == {0: "person", 2: "person"}
    assert collapsed.origin == [0, 2, 3, 5, 6]
    assert collapsed.span(2, 3) == tokens.span(3, 5)


def test_sentence_of_and_at() -> None:
    text = "One here. Two there."
    tokens = tokenise(text)
    there = tokens.at(text.index("there"))
    assert tokens.text(*tokens.sentence_of(there)) == "Two there."
    assert tokens.text(*tokens.sentence_of(0)) == "One here."


def test_lines_wrapped_before_they_are_full_are_one_sentence_too() -> None:
    text = (
        "The council of the small town met late on Tuesday night to hear the\n"
        "builders, who have\n"
        "not come, and after two hours without them it put the bridge in the hands of\n"
        "Hartley and Sons."
    )
    assert len(sentences(text)) == 2
    assert sentences(text)[1].endswith("hands of\nHartley and Sons.")


@given(st.text(alphabet=st.sampled_from("aB1 .,!?\n\r\v“”\"’\u0301\xa0\u200b\u2028"), max_size=60))
def test_ends_are_the_empty_tokens_and_the_breaks(text: str) -> None:
    tokens = tokenise(text)
    assert tokens.ends == Tokens(tokens.source, tokens.words).ends
    collapsed = tokens.collapse([(0, 2, "tag")] if len(tokens) > 2 else [])
    expected = [i for i in Tokens(tokens.source, collapsed.words).ends if i not in collapsed.marked]
    assert collapsed.ends == expected


@given(st.text(alphabet="ab .%\n\r'’“”AB5\u2028\x1f", max_size=60))
def test_tokens_around_some_offsets_are_those_of_their_paragraphs(text: str) -> None:
    offsets = [place for place, sign in enumerate(text) if sign == "%"]
    every, some = tokenise(text), tokenise_around(text, offsets)
    assert "".join(some.words) == "".join(every.words)
    for offset in offsets:
        start, end = every.sentence_of(every.at(offset))
        first, last = some.sentence_of(some.at(offset))
        assert some.words[first:last] == every.words[start:end]
        assert some.starts[first:last] == every.starts[start:end]


def test_a_paragraph_without_an_offset_is_one_token() -> None:
    tokens = tokenise_around("It rained. It poured.\n\nIt rose 5%.\nIt fell.", [28])
    assert tokens.words == ["It rained. It poured.", "\n\n", "It ", "rose ", "5", "%", ".", "\n", "It fell."]
