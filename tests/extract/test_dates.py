"""The calendar, the holidays, and how dates are anchored in a whole text."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.engine.alphabet import OTHER
from factx.extract.dates.grammar import dates
from factx.pipeline import extract
from factx.resolve import holidays
from factx.text import calendar
from factx.text.calendar import Period, Unit
from factx.text.tokens import tokenise


@given(st.dates())
def test_days_are_those_of_datetime(day: datetime.date) -> None:
    number = calendar.day_number(day.year, day.month, day.day)
    assert number == day.toordinal()
    assert calendar.civil(number) == (day.year, day.month, day.day)
    assert calendar.weekday(number) == day.isoweekday()
    year, week, _ = day.isocalendar()
    assert calendar.of_day(Unit.WEEK, number).value == f"{year:04d}-W{week:02d}"


@given(st.integers(-1_000_000, 3_000_000), st.sampled_from([unit for unit in Unit if unit < Unit.HOUR]))
def test_a_day_lies_in_its_period(number: int, unit: Unit) -> None:
    period = calendar.of_day(unit, number)
    assert period.first <= number <= period.last or unit is Unit.WEEKEND
    if unit not in (Unit.WEEKEND, Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM):
        assert period.shift(1).first == period.last + 1 or unit is Unit.WEEKEND


@pytest.mark.parametrize(
    ("period", "value", "first", "last"),
    [
        (Period(Unit.YEAR, -240), "BC0241", (-240, 1, 1), (-240, 12, 31)),
        (Period(Unit.DECADE, 198), "198", (1980, 1, 1), (1989, 12, 31)),
        (Period(Unit.DECADE, -49), "BC048", (-488, 1, 1), (-479, 12, 31)),
        (Period(Unit.CENTURY, 18), "18", (1800, 1, 1), (1899, 12, 31)),
        (Period(Unit.CENTURY, -5), "BC04", (-498, 1, 1), (-399, 12, 31)),
        (Period(Unit.QUARTER, 4 * 2019 + 2), "2019-Q3", (2019, 7, 1), (2019, 9, 30)),
        (Period(Unit.SEASON, 4 * 1948), "1948-WI", (1947, 12, 1), (1948, 2, 29)),
        (Period(Unit.SEASON, 4 * 1948 + 3), "1948-FA", (1948, 9, 1), (1948, 11, 30)),
        (Period(Unit.MONTH, 12 * 2020 + 1), "2020-02", (2020, 2, 1), (2020, 2, 29)),
    ],
)
def test_periods(period: Period, value: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert period.value == value
    assert calendar.civil(period.first) == first
    assert calendar.civil(period.last) == last


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 1961, "1961-04-02"),
        ("easter", 2000, "2000-04-23"),
        ("easter", 2024, "2024-03-31"),
        ("good friday", 2020, "2020-04-10"),
        ("thanksgiving", 2020, "2020-11-26"),
        ("labor day", 2021, "2021-09-06"),
        ("memorial day", 2020, "2020-05-25"),
        ("election day", 2016, "2016-11-08"),
        ("christmas", 1914, "1914-12-25"),
        ("orthodox easter", 2021, "2021-05-02"),
        ("rosh hashanah", 2023, "2023-09-16"),
        ("passover", 2020, "2020-04-09"),
        ("hanukkah", 2019, "2019-12-23"),
        ("hanukkah", 2024, "2024-12-26"),
        ("eid al - fitr", 2020, "2020-05-24"),
        ("lunar new year", 1985, "1985-02-20"),
        ("lunar new year", 2024, "2024-02-10"),
        ("diwali", 2020, "2020-11-14"),
        ("whit monday", 2020, "2020-06-01"),
    ],
)
def test_holidays(name: str, year: int, day: str) -> None:
    found = holidays.day(name, year)
    assert found is not None
    assert found.value == day


def values(text: str, date: str | None = None, order: str | None = None) -> list[str]:
    return [fact.value for fact in extract(text, date=date, date_order=order, kinds={"date"}).dates]


@pytest.mark.parametrize(
    "head",
    [
        "LONDON, 16 Aug 2020 (Reuters) - ",
        "August 16, 2020\n\n",
        "Prices rise again\nPublished on 16 August 2020 at 10:35 a.m.\n\n",
        "date 2020-08-16 By A Writer\n\n",
        "Some headline of the day\n\nMINSK — Aug. 16, 2020 — ",
    ],
)
def test_a_dateline_anchors_the_text(head: str) -> None:
    document = extract(head + "The court sat on Friday.", kinds={"date"})
    assert document.date == "2020-08-16"
    assert document.dates[-1].value == "2020-08-14"
    assert document.dates[-1].anchor == "2020-08-16"


def test_a_date_in_a_sentence_is_no_dateline() -> None:
    document = extract("On March 5, 1998, he left.\n\nHe returned on Friday.", kinds={"date"})
    assert document.date is None
    assert [fact.value for fact in document.dates] == ["1998-03-05", "XXXX-WXX-5"]
    assert document.dates[1].notes == ("underspecified",)


def test_a_date_that_is_given_wins_over_the_dateline() -> None:
    assert values("LONDON, 16 Aug 2020 - It rained yesterday.", "2021-01-02")[-1] == "2021-01-01"


@pytest.mark.parametrize("date", ["2020-02-30", "yesterday", "2020", "20200816", ""])
def test_what_is_no_date_is_refused(date: str) -> None:
    with pytest.raises(ValueError, match="not an ISO date"):
        extract("It rained.", date=date, kinds={"date"})


def test_the_order_of_figures() -> None:
    assert values("It says 03/04/2020.") == ["2020-03-04"]
    assert extract("It says 03/04/2020.", kinds={"date"}).dates[0].notes == ("ambiguous:day-month",)
    assert values("It says 03/04/2020.", order="dmy") == ["2020-04-03"]
    assert values("It says 03/04/2020.", order="mdy") == ["2020-03-04"]
    assert values("It says 03/04/2020, not 16/04/2020.") == ["2020-04-03", "2020-04-16"]
    assert values("It says 30/04/2020.", order="mdy") == ["2020-04-30"]


def test_a_weekday_that_disagrees_is_noted() -> None:
    fact = extract("They spoke on Sunday (August 15).", date="2020-08-16", kinds={"date"}).dates[0]
    assert (fact.value, fact.notes) == ("2020-08-15", ("conflict:weekday",))
    assert extract("on Saturday, August 15, 2020", kinds={"date"}).dates[0].notes == ()
    assert extract("on Sunday, August 15, 2020", kinds={"date"}).dates[0].notes == ("conflict:weekday",)


def test_first_and_last_day() -> None:
    week, decade, long_ago = extract("last week, in the 1980s, in 44 BC", date="2020-08-16", kinds={"date"}).dates
    assert (week.begin, week.until) == ("2020-08-03", "2020-08-09")
    assert (decade.begin, decade.until) == ("1980-01-01", "1989-12-31")
    assert (long_ago.begin, long_ago.until) == (None, None)


def test_a_history_is_read_forward() -> None:
    text = (
        "In 1862 the railway reached the valley. Work on the bridge began in May 1863 and ended on 3 October 1864."
        " On 12 November the first train crossed it. In January the river rose. The bridge fell on 2 February, and the"
        " next day the company closed. A year later it was sold. By 1869 nothing was left of it."
    )
    assert values(text, "2019-06-01") == [
        "1862", "1863-05", "1864-10-03", "1864-11-12", "1865-01", "1865-02-02", "1865-02-03", "1866", "1869",
    ]  # fmt: skip


def test_company_reports_compare_with_the_year_before() -> None:
    text = "Profit for the third quarter rose 3% from $2 million a year earlier. Sales in the quarter were flat."
    assert values(text, "1999-11-02") == ["1999-Q3", "1998-Q3", "1999-Q3"]


def test_a_part_of_a_name_is_no_date() -> None:
    text = "The cup was lifted by Sunday Oliseh on Monday. In August April Jones came."
    assert [fact.text for fact in extract(text, date="2020-08-16").dates] == ["Monday", "August"]


MODS = {
    "more than ten days": "MORE_THAN",
    "less than ten days": "LESS_THAN",
    "under ten days": "LESS_THAN",
    "at least ten days": "EQUAL_OR_MORE",
    "no less than ten days": "EQUAL_OR_MORE",
    "no fewer than ten days": "EQUAL_OR_MORE",
    "at most ten days": "EQUAL_OR_LESS",
    "up to ten days": "EQUAL_OR_LESS",
    "as many as ten days": "EQUAL_OR_LESS",
    "no more than ten days": "EQUAL_OR_LESS",
    "about ten days": "APPROX",
    "around ten days": "APPROX",
    "nearly ten days": "LESS_THAN",
    "almost a year": "LESS_THAN",
    "a year or so": "APPROX",
    "about a year and a half": "APPROX",
    "ten days": None,
    "early May": "START",
    "mid-May": "MID",
    "late May": "END",
    "the beginning of May": "START",
    "the middle of 2019": "MID",
    "the end of 2019": "END",
    "the early 1990s": "START",
    "the first half of the 1990s": "START",
    "the second half of the 1990s": "END",
    "around 1850": "APPROX",
    "circa 1850": "APPROX",
    "1850 or later": "ON_OR_AFTER",
    "1850 or earlier": "ON_OR_BEFORE",
    "early Tuesday": "START",
    "about 3 p.m.": "APPROX",
    "year-end": "END",
    "midweek": "MID",
    "late last year": "END",
    "about two years ago": "APPROX",
    "more than two years ago": "MORE_THAN",
}


@pytest.mark.parametrize("phrase", MODS)
def test_mod(phrase: str) -> None:
    (date,) = extract(f"It opened {phrase}.", kinds={"date"}).dates
    assert date.mod == MODS[phrase]


@pytest.mark.parametrize(
    ("phrase", "value", "quant", "freq"),
    [
        ("every day", "P1D", "EVERY", None),
        ("each Monday", "XXXX-WXX-1", "EACH", None),
        ("daily", "P1D", None, None),
        ("once a year", "P1Y", None, "1X"),
        ("twice a week", "P1W", None, "2X"),
        ("thrice a week", "P1W", None, "3X"),
        ("four times per decade", "P10Y", None, "4X"),
        ("the first Monday of each month", "P1M", "EACH", None),
    ],
)
def test_how_often(phrase: str, value: str, quant: str | None, freq: str | None) -> None:
    (date,) = extract(f"It opens {phrase}.", kinds={"date"}).dates
    assert (date.value, date.quant, date.freq) == (value, quant, freq)


MESSAGES = {
    "@ann had a fun day at work": ["P1D"],
    "Day 2 of the camp! #camp": ["P1D"],
    "@ann what a weekend": ["2020-W33-WE"],
    "@ann those weekends": ["P1WE"],
    "@ann hours of fun": ["PTXH"],
    "@ann good morning": ["2020-08-16TMO"],
}


@pytest.mark.parametrize("text", MESSAGES)
def test_messages_are_of_their_writer(text: str) -> None:
    assert values(text, "2020-08-16") == MESSAGES[text]


def test_zones_and_sets() -> None:
    at_three, weekly = extract("at 3 p.m. EDT, twice a week", date="2020-08-16", kinds={"date"}).dates
    assert (at_three.type, at_three.value, at_three.notes) == ("TIME", "2020-08-16T15:00", ("zone:EDT",))
    assert (weekly.type, weekly.value, weekly.freq) == ("SET", "P1W", "2X")


@settings(deadline=None)  # the first text may have the rules compiled
@given(st.text(alphabet="0123456789-/:. apm'’stndrh,()\n", max_size=60))
def test_any_figures_are_read_without_error(text: str) -> None:
    for fact in extract(text, date="2020-08-16", kinds={"date"}).dates:
        assert fact.text == text[fact.span.start : fact.span.end]


WORDS = "last next the of 3 early May 2020 Sunday year week ago later first quarter to - half and a BC 's Q end".split()


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from([None, "2020-02-29"]))
def test_any_words_of_time_are_read_without_error(words: list[str], date: str | None) -> None:
    text = " ".join(words)
    facts = extract(text, date=date, kinds={"date"}).dates
    assert all(before.span.end <= after.span.start for before, after in pairwise(facts))


def test_a_line_break_that_wraps_the_text_is_a_blank() -> None:
    line = "the barges lay in the lock at the mouth of the river for three hours\nand went on to the coast as the"
    assert values("\n".join([line, line, line])) == ["PT3H"] * 3


BESIDE = [
    # a sentence, the words that make a date of what they stand before, and those that do not
    ("The bell rang, {} May Kate sang.", "in of since by until till from during before after the last next this",
     "and or with"),
    ("The bell rang {} Sunday Kate sang.",
     "on by until since from before after every each the his her its their our my", "and or with"),
    ("The bell rang {} Sun.", "on this next last every until by from /", "and the"),
    ("The bell rang {} 14:30.", "at by until till from since about before after between", "and to of"),
    ("The bell rang {} the 3rd.", "on by until since from to", "and of with"),
    ("The bell rang in the spring of {} life.", "the that this last next his her their our my", "a new some"),
    ("It was the year of {} snake.", "little two", "the a an his her its their our my"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(text.format(word), word in dating.split(), id=f"{number}-{word}")
        for number, (text, dating, others) in enumerate(BESIDE)
        for word in f"{dating} {others}".split()
    ],
)
def test_the_word_before_tells_a_date(text: str, found: bool) -> None:
    assert bool(values(text)) is found


@pytest.mark.parametrize("modal", "will would may might could can must shall".split())
def test_one_day_to_come_is_no_length(modal: str) -> None:
    assert values(f"It {modal} one day be built.") == ["FUTURE_REF"]
    assert values("It was built in one day.") == ["P1D"]


@pytest.mark.parametrize(
    "rated", ["5%", "5 percent", "5 per cent", "5 cents", "$2 million", "5 boats", "ten boats", "5"]
)
def test_a_rate_is_no_length(rated: str) -> None:
    assert values(f"They lose {rated} a day.") == []


@pytest.mark.parametrize(
    ("phrase", "value", "mod"),
    [
        ("in the middle of the year", "2020", "MID"),
        ("at the end of the week", "2020-W33", "END"),
        ("in the first half of the 19th century", "18", "START"),
        ("in the latter half of the 1990s", "199", "END"),
        ("at the start of the 1990s", "199", "START"),
        ("at the turn of the century", "20", "START"),
        ("at the very end of May 2019", "2019-05", "END"),
        ("on Eid al-Fitr", "2020-05-24", "APPROX"),
        ("in the coming decade", "P10Y", None),
        ("in the coming days", "PXD", None),
        ("no fewer than two weeks ago", "2020-W31", "EQUAL_OR_MORE"),
        ("less than an hour later", "2020-08-16", "LESS_THAN"),
        ("well over a year", "P1Y", "MORE_THAN"),
        ("just before noon", "2020-08-16T12:00", None),
        ("after about two weeks", "P2W", "APPROX"),
        ("earlier this week", "2020-W33", "START"),
        ("later that year", "2020", "END"),
        ("early the next morning", "2020-08-17TMO", "START"),
        ("late in the afternoon", "2020-08-16TAF", "END"),
        ("early in the second quarter of 2019", "2019-Q2", "START"),
        ("at mid-afternoon", "2020-08-16TAF", "MID"),
        ("by year's end", "2020", "END"),
        ("at 12:30 p.m.", "2020-08-16T12:30", None),
        ("at 5 in the morning", "2020-08-16T05:00", None),
        ("at 5 in the afternoon", "2020-08-16T17:00", None),
        ("at 12 in the morning", "2020-08-16T00:00", None),
        ("at quarter past nine", "2020-08-16T09:15", None),
        ("at eight o'clock in the evening", "2020-08-16T20:00", None),
        ("at twelve o'clock", "2020-08-16T12:00", None),
        ("at 11:59 tonight", "2020-08-16T23:59", None),
    ],
)
def test_value_and_mod(phrase: str, value: str, mod: str | None) -> None:
    (date,) = extract(f"It opened {phrase}.", date="2020-08-16", kinds={"date"}).dates
    assert (date.value, date.mod) == (value, mod)


@pytest.mark.parametrize("phrase", [
    "at 0:30 a.m.", "at 25 o'clock", "at 12:60", "at 25:10", "at 13 p.m.", "at 0 p.m.", "at high noon",
    "in some quarters",
    "on 32 May", "at 1:2", "as 12 ad campaigns did", "in 0 BC",
])
def test_no_date(phrase: str) -> None:
    assert values(f"It opened {phrase}.") == []


def test_ordinary_words_are_passed_over() -> None:
    text = "People in this country told companies that prices rose, but others like them still buy cars"
    tagged = dates.tagger.tag(tokenise(text))
    seen = [word for word, kind in zip(text.replace(",", " ,").split(), tagged, strict=True) if kind != OTHER]
    assert set(seen) <= {"in", "this", "that", ",", "still"}
