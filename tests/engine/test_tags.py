"""The tags of a token's shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.engine.tags import shape


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
    ],
)
def test_shape(word: str, expected: str) -> None:
    assert shape(word) == set(expected.split())


@given(st.text(max_size=6) | st.from_regex(r"\d{1,4}(th|st|²|a)?", fullmatch=True))
def test_anything_has_a_shape(word: str) -> None:
    assert shape(word)
