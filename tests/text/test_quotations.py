"""Quotations in every kind of mark, closed and not."""

from __future__ import annotations

import pytest

from factx.text.quotations import QuotedPlaces, quotations
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
        ("„We won“, she said. „Twice.“", ["„We won“", "„Twice.“"]),
        ("« We won », she said.", ["« We won »"]),
        ("»We won«, she said.", ["»We won«"]),
        ("‘‘We won,’’ she said. “Twice,’’ he said.", ["‘‘We won,’’", "“Twice,’’"]),
        ('" We won , " she said . " Twice . "', ['" We won , "', '" Twice . "']),
        ('A 5 " pipe and a " long " one.', ['" long "']),
        ('She wrote: "They "knew" of it and "hid" it." He left.', ['"They "knew" of it and "hid" it."']),
        ("“We won.’ She left. “Twice,” he said.", ["“We won.’", "“Twice,”"]),
        ("‘I’m sure the players’ bus was late,’ she said.", ["‘I’m sure the players’ bus was late,’"]),
        ("‘The boys’ dad told me, “Go”,’ she said.", ["‘The boys’ dad told me, “Go”,’"]),
        ('"HALL: We won.', []),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert found("“It never ends.\n\nA new day. “Really?” Yes.") == ["“It never ends.", "“Really?”"]


def test_an_unclosed_quotation_ends_where_it_is_attributed() -> None:
    assert found("“It never ends, he said.\n\nA new day. “Really?” Yes.") == ["“It never ends,", "“Really?”"]
    assert found('"It never ends, said Ann Lee, who left.') == ['"It never ends,']


def test_a_quotation_goes_on_over_paragraphs() -> None:
    tokens = tokenise("“First we came.\n\n“Then we saw.\n\n“Then we won,” she said.")
    assert [quotation.continued for quotation in quotations(tokens)] == [True, True, False]
    assert [quotation.closed for quotation in quotations(tokens)] == [False, False, True]


def test_a_second_opening_mark_ends_the_first_quotation() -> None:
    assert found("“One and “two” and three") == ["“One and", "“two”"]


def test_places_are_told_by_their_paragraphs_alone() -> None:
    text = (
        "“We won,” she said. ‘Twice.’\n\nHe didn't. ``No,'' said Ann.\n\n“It goes on\n\n“and on,” he said.\n"
        "‘The boys’ dad told me, “Go”,’ she said.\n\nThe end.\n"
    )
    tokens = tokenise(text)
    within = {place for each in quotations(tokens) for place in range(each.start, each.end)}
    places = QuotedPlaces(tokens)
    assert [place for place in reversed(range(len(tokens))) if place in places] == sorted(within, reverse=True)
