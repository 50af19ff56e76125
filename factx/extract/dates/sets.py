"""Times that come again: daily, every Sunday, twice a week."""

from __future__ import annotations

from factx.calendar import Unit
from factx.extract.dates.durations import length
from factx.extract.dates.expression import Every, Expression, OfYear, Shift, Timed, Weekday, What
from factx.extract.dates.grammar import dates
from factx.extract.dates.reading import (
    count_of,
    is_rate,
    is_titled,
    looked_up,
    lower_words,
    month_of,
    unit_of,
    weekday_of,
    word_after,
)
from factx.rules import Match


@dates.rule("<set-word>", examples={"The shop is open daily.": "P1D"}, rejects=["the Daily Mail"])
def set_word(match: Match) -> Expression | None:
    """One word for a time that comes again."""
    word, after = match.text, word_after(match)
    if (after[:1].isupper() and not word.isupper()) or is_titled(match, word):
        return None  # a newspaper: the Daily Mail, the daily Granma, US Weekly
    if word.lower() == "quarterly" and after[:1].isalpha():
        return None  # a quarterly dividend is a kind of dividend
    if word.lower() == "annually" and is_rate(match):
        return None
    count, unit = (looked_up("set-word", word) or "").split()
    return Expression(Every(length(int(count), Unit[unit.upper()])))


@dates.rule(
    """(?P<quant> <'every'|'each'> ) <'single'|'other'>? (?: <count> | <nth> (?= <weekday-name> ) )?
    (?: <any-unit> | (?P<month_name> <month> ) | <weekday-name> | <weekdays> | <day-part> )""",
    examples={"They meet every Sunday.": "XXXX-WXX-7", "It is paid each month.": "P1M", "every two weeks": "P2W"},
    rejects=["every man of the day"],
)
def every(match: Match) -> Expression | None:
    """Every, each."""
    what: What
    if day := weekday_of(match) or looked_up("weekdays", match["weekdays"]):
        what = Weekday(int(day))
    elif month := month_of(match):
        what = OfYear(Unit.MONTH, month)
    elif part := looked_up("day-part", match["day-part"]):
        what = Timed(None, part)
    elif "weekday-name" in match:
        return None  # "every sun"
    else:
        unit, size = unit_of(match)
        count = count_of(match) if "count" in match else 1
        if count is None:
            return None
        what = length(count * (2 if "other" in lower_words(match) else 1), unit, size)
    return Expression(Every(what, (match["quant"] or "").upper()))


@dates.rule(
    "<weekdays> | <weekday-name> <day-part-plural> | (?<= <'on'|'at'> ) (?P<end> 'weekends' )",
    examples={"It is shut on Mondays.": "XXXX-WXX-1", "They met on Tuesday nights.": "XXXX-WXX-2TNI"},
    rejects=["Monday is Monday."],
)
def weekdays(match: Match) -> Expression | None:
    """A weekday that comes again."""
    if day := looked_up("weekdays", match["weekdays"]):
        return Expression(Every(Weekday(int(day))))
    if "end" in match:
        return Expression(Every(Shift(Unit.WEEKEND, 0)))
    part = looked_up("day-part", match["day-part-plural"])
    return Expression(Every(Timed(Weekday(weekday_of(match)), part))) if part and weekday_of(match) else None


@dates.rule(
    "(?: (?P<often> <'once'|'twice'|'thrice'> ) | <count> 'times' ) <'a'|'an'|'every'|'each'|'per'> <any-unit>",
    examples={"They train twice a week.": "P1W"},
    rejects=["They met once in a day."],
)
def times_a_unit(match: Match) -> Expression | None:
    """So often in a unit."""
    unit, size = unit_of(match)
    often = {"once": 1, "twice": 2, "thrice": 3}.get((match["often"] or "").lower()) or count_of(match)
    return Expression(Every(length(1, unit, size), freq=f"{often}X")) if often is not None else None


@dates.rule("'per' <unit>", examples={"1,200 tonnes per year": "P1Y"}, rejects=["as per your day"])
def per_unit(match: Match) -> Expression | None:
    """A rate; one of hours or seconds is a speed."""
    unit, size = unit_of(match)
    return Expression(Every(length(1, unit, size)))
