"""Quotations in every kind of mark, closed and not."""

from __future__ import annotations

import pytest

from factx.text.quotations import quotations
from factx.text.tokens import tokenise


def found(text: str) -> list[str]:
    tokens = tokenise(text)
    return [tokens.text(quotation.start, quotation.end) for quotation in quotations(tokens)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('“We won,” she said. “Twice.”', ["“We won,”", "“Twice.”"]),
        ('"We won," she said. "Twice."', ['"We won,"', '"Twice."']),
        ("``We won,'' she said.", ["``We won,''"]),
        ("‘We won,’ she said.", ["‘We won,’"]),
        ("'We won,' she said.", ["'We won,'"]),
        ("«We won», she said.", ["«We won»"]),
        ("She called it ‘the workers’ party’ twice.", ["‘the workers’ party’"]),
        ("The workers’ party didn't win.", []),
        ("A 12\" pipe and a 6'2\" man.", []),
        ("She said “he called me ‘a fool’ again”.", ["“he called me ‘a fool’ again”"]),
        ("rock 'n' roll in the '90s", []),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert found("“It never ends, he said.\n\nA new day. “Really?” Yes.") == ["“It never ends, he said.", "“Really?”"]


def test_a_quotation_goes_on_over_paragraphs() -> None:
    tokens = tokenise("“First we came.\n\n“Then we saw.\n\n“Then we won,” she said.")
    assert [quotation.continued for quotation in quotations(tokens)] == [True, True, False]
    assert [quotation.closed for quotation in quotations(tokens)] == [False, False, True]


def test_a_second_opening_mark_ends_the_first_quotation() -> None:
    assert found("“One and “two” and three") == ["“One and", "“two”"]
