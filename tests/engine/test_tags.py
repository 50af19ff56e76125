"""The tags of a token's shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.engine.tags import Vocabulary, quoted, shape, shape_tags


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Lee ", "word capital"),
        ("NATO", "word upper"),
        ("iPhone", "word mixed"),
        ("J.", "word initial capital"),
        ("U.S.", "word initialism capital"),
        ("31 ", "number integer two-digits day minute"),
        ("7", "number integer other-digits day month-number hour glued"),
        ("1984 ", "number integer four-digits year"),
        ("1,000 ", "number thousands"),
        ("½ ", "number fraction"),
        ("’s ", "clitic"),
        ("- ", "mark hyphen"),
        ("“", "mark double-quote opening glued"),
        ("", "end"),
        ("\n\n", "end paragraph"),
        (" ", "blank"),
        ("a", "word lower"),
        ("A", "word capital"),
        ("AB.", "word capital"),
        ("Ab.", "word capital"),
        ("a.", "word initial lower"),
        ("p.m.", "word initialism lower"),
        ("一", "word mixed"),
        ("aB", "word mixed"),
        ("d'Artagnan", "word mixed elided"),
        ("d’artagnan", "word lower"),
        ("isn't", "word lower"),
        ("D'Artagnan", "word capital"),
        ("isn'T.x", "word initialism mixed elided"),
        ("www.leeds.example", "url"),
        ("http://leeds.example", "url"),
        ("wwwx", "word lower"),
        ("@leeds", "handle"),
        ("#leeds", "handle"),
        ("@", "mark glued"),
        ("'em", "clitic"),
        ("''", "mark double-quote closing glued"),
        ("'", "mark apostrophe glued"),
        ("²", "mark glued"),
        ("½", "number fraction glued"),
        ("0", "number integer other-digits hour glued"),
        ("00 ", "number integer two-digits hour minute"),
        ("01 ", "number integer two-digits day month-number hour minute"),
        ("12 ", "number integer two-digits day month-number hour minute"),
        ("13 ", "number integer two-digits day hour minute"),
        ("24 ", "number integer two-digits day hour minute"),
        ("25 ", "number integer two-digits day minute"),
        ("32 ", "number integer two-digits minute"),
        ("59 ", "number integer two-digits minute"),
        ("60 ", "number integer two-digits"),
        ("100 ", "number integer other-digits"),
        ("0999 ", "number integer four-digits"),
        ("1000 ", "number integer four-digits year"),
        ("2199 ", "number integer four-digits year"),
        ("2200 ", "number integer four-digits"),
        ("12345 ", "number integer other-digits"),
        ("1.5 ", "number decimal"),
        ("1.5.5 ", "number dotted"),
    ],
)
def test_shape(word: str, expected: str) -> None:
    assert shape(word) == set(expected.split())


MARKS = {
    "hyphen": "- ‐ ‑",
    "minus": "−",
    "dash": "– — ― -- --- _",
    "apostrophe": "' ’ ‘ `",
    "double-quote": '" “ ” „ « » `` \'\'',
    "opening": "( [ { “ ‘ `` «",
    "closing": ") ] } ” \'\' »",
    "stop": ". ! ? … ... ..",
    "comma": ",",
    "colon": ":",
    "semicolon": ";",
    "currency": "$ £ € ¥ ₹ ₽ ₩ ₪ ₦ ₱ ฿",
    "percent-sign": "% ％ ﹪",
}


@pytest.mark.parametrize("mark", sorted({mark for marks in MARKS.values() for mark in marks.split()}))
def test_a_mark_carries_its_tags(mark: str) -> None:
    tags = {tag for tag, marks in MARKS.items() if mark in marks.split()}
    assert shape(f"{mark} ") == {"mark", *tags}


def test_every_shape_is_foreseen() -> None:
    """What words a grammar may meet is worked out before any is: all shapes, with their tags."""
    words = ["a", "A", "AB", "aB", "Ab.", "a.", "A.", "a.b.", "A.B.", "aB.C", "d'A", "www.a", "9", "31 ", "1,000", "½"]
    assert {tag for word in words for tag in shape(word)} <= shape_tags()
    assert {"end", "paragraph", "clitic", "handle", *MARKS} <= shape_tags()


def test_lists_give_words_their_tags() -> None:
    vocabulary = Vocabulary.read(("time",), {"month", "weekday", "capital"}, {"may", "of"})
    assert vocabulary.named == {"month", "weekday", "capital", "end", quoted("may"), quoted("of")}
    assert vocabulary.known["january"] == {"month"}
    assert vocabulary.known["sunday"] == {"weekday"}
    assert vocabulary.known["of"] == {quoted("of")}
    sets = vocabulary.sets([])
    assert {frozenset({"month"}), frozenset({"month", "capital"}), frozenset(), frozenset({"end"})} <= sets
    assert frozenset({"month", "weekday"}) not in sets


def test_a_large_list_adds_sets_to_those_of_known_words() -> None:
    listed = {"January": frozenset({"given-name", "rare"}), "LEEDS": frozenset({"place"})}
    vocabulary = Vocabulary.read(
        ("time",), {"month", "given-name", "place"}, set(), lambda word: listed.get(word, frozenset())
    )
    sets = vocabulary.sets(listed.values())
    assert {frozenset({"month", "given-name"}), frozenset({"given-name"}), frozenset({"place"})} <= sets
    assert frozenset({"month", "place"}) not in sets


@given(st.text(max_size=6) | st.from_regex(r"\d{1,4}(th|st|²|a)?", fullmatch=True))
def test_anything_has_a_shape(word: str) -> None:
    assert shape(word)


@pytest.mark.parametrize("digits", ["999", "12345", "123456", "10000"])
def test_only_four_digits_are_a_year(digits: str) -> None:
    assert shape(f"{digits} ") == {"number", "integer", "other-digits"}
