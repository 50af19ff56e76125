"""Datelines, the order of figures, notes, and what a date is told from."""

from __future__ import annotations

import pytest

import factx

DATELINES = {
    "LONDON, 16 Aug 2020 (Reuters) - It rained.": "2020-08-16",
    "August 16, 2020\n\nIt rained.": "2020-08-16",
    "Posted on August 16, 2020 by Ann Lee\n\nIt rained.": "2020-08-16",
    "First published 16 August 2020 at 10:35 a.m.\n\nIt rained.": "2020-08-16",
    "MINSK — Aug. 16, 2020 — It rained.": "2020-08-16",
    "Leeds | 16/08/2020 | It rained.": "2020-08-16",
    "Leeds • 16/08/2020 • It rained.": "2020-08-16",
    "10:35 a.m., August 16, 2020\n\nIt rained.": "2020-08-16",
    "The vote of August 16, 2020\n\nIt rained.": None,
    "August 16, 2020 was dry.": None,
    "August 2020\n\nIt rained.": None,
    "Sunday\n\nIt rained.": None,
    "On Sunday it rained.\n\nLONDON, 16 Aug 2020 - It rained.": "2020-08-16",
    "It rained. " * 20 + "\n\nLONDON, 16 Aug 2020 - It rained.": "2020-08-16",
    "It rained. " * 40 + "\n\nLONDON, 16 Aug 2020 - It rained.": None,
}


@pytest.mark.parametrize("text", DATELINES)
def test_dateline(text: str) -> None:
    assert factx.extract(text, kinds={"date"}).date == DATELINES[text]


NOTES: dict[str, list[tuple[str, tuple[str, ...]]]] = {
    "It says 03/04/2020.": [("2020-03-04", ("ambiguous:day-month",))],
    "It says 03.04.2020.": [("2020-04-03", ())],
    "It says 04/04/2020.": [("2020-04-04", ())],
    "It says 03/04/2020, not 12/31/2019.": [("2020-03-04", ()), ("2019-12-31", ())],
    "It says 03/04/2020, not 31/12/2019.": [("2020-04-03", ()), ("2019-12-31", ())],
    "It shut on Sunday, and in May.": [("XXXX-WXX-7", ("underspecified",)), ("XXXX-05", ("underspecified",))],
    "It took some weeks, every May.": [("PXW", ()), ("XXXX-05", ())],
    "It ran from 3 May 2021 to 9 May 2021.": [("2021-05-03", ("range-to:d2",)), ("2021-05-09", ("range-from:d1",))],
    "It ran between 2019 and 2021, in 2023.": [("2019", ("range-to:d2",)), ("2021", ("range-from:d1",)), ("2023", ())],
    "It takes two to three years.": [("P2Y", ())],
    "It shut on Monday, May 5, 2020.": [("2020-05-05", ("conflict:weekday",))],
    "It shut on Tuesday, May 5, 2020, at 3 p.m. EDT.": [("2020-05-05", ()), ("2020-05-05T15:00", ("zone:EDT",))],
    "It was shut by night.": [("XXXX-XX-XXTNI", ())],
}


@pytest.mark.parametrize("text", NOTES)
def test_notes(text: str) -> None:
    assert [(date.value, date.notes) for date in factx.extract(text, kinds={"date"}).dates] == NOTES[text]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("It took two weeks.", ["DURATION"]),
        ("Every week, on Monday, at noon.", ["SET", "DATE", "TIME"]),
        ("They row at night.", ["TIME"]),
        ("It was twice a week in the 1990s.", ["SET", "DATE"]),
    ],
)
def test_types(text: str, types: list[str]) -> None:
    assert [date.type for date in factx.extract(text, kinds={"date"}).dates] == types


ANCHORS: dict[str, list[str | None]] = {
    "It shut last week.": ["2020-08-16"],
    "It opened on 3 May 2019. Two days later it shut.": [None, "2019-05-03"],
    "In 2019 it shut. The next year it opened.": [None, "2019"],
    "It was 1998.": [None],
    "It took two weeks.": [None],
    "Sales rose in the third quarter. A year earlier they fell.": ["2020-08-16", "2020-Q3"],
}


@pytest.mark.parametrize("text", ANCHORS)
def test_a_date_names_what_it_is_told_from(text: str) -> None:
    found = factx.extract(text, date="2020-08-16", kinds={"date"}).dates
    assert [date.anchor for date in found] == ANCHORS[text]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It shut in May 2020.", ("2020-05-01", "2020-05-31")),
        ("It shut on 3 May 2020.", ("2020-05-03", "2020-05-03")),
        ("It shut at 3 p.m. on 3 May 2020.", ("2020-05-03", "2020-05-03")),
        ("It shut in the winter of 2020.", ("2019-12-01", "2020-02-29")),
        ("It shut in early June 2020.", ("2020-06-01", "2020-06-10")),
        ("It shut in mid-February 2020.", ("2020-02-11", "2020-02-20")),
        ("It shut at the end of May 2020.", ("2020-05-21", "2020-05-31")),
        ("It shut in late 1998.", ("1998-09-01", "1998-12-31")),
        ("It shut in the early 1990s.", ("1990-01-01", "1993-12-31")),
        ("It shut in the mid-18th century.", ("1734-01-01", "1766-12-31")),
        ("It shut in the first half of the 19th century.", ("1800-01-01", "1849-12-31")),
        ("It shut at the end of the third quarter of 2019.", ("2019-09-01", "2019-09-30")),
        ("It shut at the turn of the century.", (None, None)),
        ("It shut at the turn of the 1990s.", ("1990-01-01", "1990-07-02")),
        ("It took two weeks.", (None, None)),
        ("It shut on a Sunday in May.", (None, None)),
    ],
)
def test_first_and_last_day(text: str, days: tuple[str | None, str | None]) -> None:
    date = factx.extract(text, kinds={"date"}).dates[0]
    assert (date.begin, date.until) == days


MONTH: dict[str, str] = {
    "It rained yesterday.": "XXXX-XX-XX",
    "It rained on Monday.": "XXXX-WXX-1",
    "It shut two weeks ago.": "XXXX-WXX",
    "It shut last month.": "2024-04",
    "It will open in June.": "2024-06",
    "It shut in November.": "2023-11",
    "He left on May 20.": "2024-05-20",
    "This year was wet.": "2024",
}


@pytest.mark.parametrize("text", MONTH)
def test_only_the_month_of_writing_is_known(text: str) -> None:
    document = factx.extract(text, date="2024-05", kinds={"date"})
    assert [document.date, document.dates[0].value] == ["2024-05", MONTH[text]]
