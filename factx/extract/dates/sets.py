"""Recurring times: daily, every Sunday, twice a week."""

from __future__ import annotations

from factx.engine.rules import Match
from factx.extract.dates.durations import length
from factx.extract.dates.expression import Every, Expression, OfYear, Shift, Timed, Weekday, What
from factx.extract.dates.grammar import dates
from factx.extract.dates.values import (
    count_of,
    holiday_of,
    is_titled,
    looked_up,
    lower_words,
    month_of,
    nth_of,
    season_of,
    unit_of,
    units_of,
    weekday_of,
    word_after,
    word_before,
)
from factx.text.calendar import Unit


@dates.rule(
    "(?: (?: (?P<often> <'once'|'twice'|'thrice'> ) | <count> 'times' ) '-'? | <'bi'|'semi'|'half'> '-' )? <set-word>",
    examples={"The shop is open daily.": "P1D", "It is printed twice weekly.": "P1W", "It is paid bi-monthly.": "P2M"},
    rejects=["the Daily Mail"],
)
def set_word(match: Match) -> Expression | None:
    """A recurring time in one word: daily."""
    word, after = match["set-word"] or "", word_after(match)
    if (after[:1].isupper() and not word.isupper()) or is_titled(match, word):
        return None  # a newspaper: the Daily Mail, the daily Granma, US Weekly
    if after in ("al", "el") and word_after(match, 1) == "-":
        return None  # the daily al-Hayat
    if word.lower() == "quarterly" and after[:1].isalpha():
        return None  # a quarterly dividend is a kind of dividend
    if word.lower() == "annually" and word_before(match).lower() in ("%", "percent", "cent"):
        return None  # a rate: to rise 8.5% annually
    figure, name = (looked_up("set-word", word) or "").split()
    count, unit, first = int(figure), Unit[name.upper()], lower_words(match)[0]
    if first == "bi":
        count *= 2
    elif first in ("semi", "half"):
        if unit is not Unit.YEAR:
            return None
        count, unit = 6, Unit.MONTH
    return Expression(Every(length(count, unit), freq=_freq(match)))


def _freq(match: Match) -> str | None:
    """TIMEX3's freq of "twice", "three times"; None if there is none."""
    often = {"once": 1, "twice": 2, "thrice": 3}.get((match["often"] or "").lower())
    if often is None and "count" in match:
        number = count_of(match)
        often = int(number) if number is not None else None
    return f"{often}X" if often is not None else None


@dates.rule(
    """(?P<quant> <'every'|'each'> ) <'single'|'other'>?
    (?: <count> | <nth> (?= <weekday-name> | <month-name> | <unit> ) )?
    (?: <any-unit> | <month-name> | (?P<working> <'weekday'|'weeknight'> ) | <weekday-name> | <weekdays> | <day-part>
      | <season-name> | <named-holiday> | 'few' <plural> )""",
    examples={"They meet every Sunday.": "XXXX-WXX-7", "It is paid each month.": "P1M", "every two weeks": "P2W",
              "It is held every second year.": "P2Y"},
    rejects=["every man of the day", "Every other man left."],
)
def every(match: Match) -> Expression | None:
    """A recurring time with "every" or "each": every Sunday."""
    named = any(name in match for name in ("weekday-name", "month-name", "named-holiday"))
    what = _named(match) or (None if named else _units(match))
    return Expression(Every(what, (match["quant"] or "").upper())) if what is not None else None


def _named(match: Match) -> What | None:
    """The weekday, month, part of the day, season or holiday that recurs; None for "every sun"."""
    if day := weekday_of(match) or looked_up("weekdays", match["weekdays"]):
        return Weekday(int(day))
    if month := month_of(match):
        return OfYear(Unit.MONTH, month)
    if part := looked_up("day-part", match["day-part"]):
        return Timed(None, part)
    if season := season_of(match):
        return OfYear(Unit.SEASON, season)
    return holiday_of(match) if "named-holiday" in match else None


def _units(match: Match) -> What | None:
    """The units that recur: every day, every other week, every few hours."""
    if "working" in match:
        return length(1, Unit.DAY)
    unit, size = unit_of(match)
    words = lower_words(match)
    if "few" in words:
        return length(None, unit)
    count = count_of(match) if "count" in match else nth_of(match) if "nth" in match else 1
    return length(count * (2 if "other" in words else 1), unit, size) if count is not None else None


@dates.rule(
    """<weekdays> | <weekday-name> <day-part-plural> | (?P<end> 'weekends' )
    | (?<= <'on'|'during'> ) (?P<working> <'weekdays'|'weeknights'> )""",
    examples={"It is shut on Mondays.": "XXXX-WXX-1", "They met on Tuesday nights.": "XXXX-WXX-2TNI"},
    rejects=["Monday is Monday.", "They lost two weekends."],
)
def weekdays(match: Match) -> Expression | None:
    """A recurring weekday or weekend: on Mondays."""
    if day := looked_up("weekdays", match["weekdays"]):
        return Expression(Every(Weekday(int(day))))
    if "end" in match:
        before = word_before(match).lower()
        if before not in ("on", "at") and (before[-1:].isalnum() or match.text.islower()):
            return None
        return Expression(Every(Shift(Unit.WEEKEND, 0)))
    if "working" in match:
        return Expression(Every(length(1, Unit.DAY)))
    part = looked_up("day-part", match["day-part-plural"])
    return Expression(Every(Timed(Weekday(weekday_of(match)), part))) if part and weekday_of(match) else None


@dates.rule(
    "'alternate' (?: <plural> | <weekdays> )",
    examples={"It is open on alternate days.": "P2D"},
    rejects=["They saw an alternate day."],
)
def alternate(match: Match) -> Expression | None:
    """Every second unit or weekday: on alternate days."""
    if day := looked_up("weekdays", match["weekdays"]):
        return Expression(Every(Weekday(int(day))))
    unit, size = unit_of(match)
    return Expression(Every(length(2, unit, size)))


@dates.rule(
    "(?: (?P<often> <'once'|'twice'|'thrice'> ) | <count> 'times' ) <'a'|'an'|'every'|'each'|'per'> <any-unit>",
    examples={"They train twice a week.": "P1W"},
    rejects=["They met once in a day."],
)
def times_a_unit(match: Match) -> Expression | None:
    """A number of times in a unit: twice a week."""
    unit, size = unit_of(match)
    freq = _freq(match)
    return Expression(Every(length(1, unit, size), freq=freq)) if freq is not None else None


@dates.rule(
    "<bound>? <count> <plural> <'a'|'an'|'per'|'each'|'every'> <single>",
    examples={"The plant runs six days a week.": "P1W", "He works up to 12 hours each day.": "P1D"},
    rejects=["It took six days, a week in all.", "They won two weeks a day."],
)
def part_of_each(match: Match) -> Expression | None:
    """A number of smaller units in each unit: six days a week."""
    (_, part, size), (_, whole, _) = units_of(match)
    count = count_of(match)
    if count is None or count.denominator > 1 or (part, whole) not in _TAKEN:
        return None
    quant = "EACH" if "each" in lower_words(match) else "EVERY" if "every" in lower_words(match) else None
    return Expression(Every(length(1, whole), quant, freq=f"{int(count) * size}{part.name[0]}"))


_TAKEN = frozenset([
    (Unit.HOUR, Unit.DAY), (Unit.HOUR, Unit.WEEK), (Unit.DAY, Unit.WEEK), (Unit.DAY, Unit.MONTH), (Unit.DAY, Unit.YEAR),
    (Unit.WEEK, Unit.YEAR), (Unit.MONTH, Unit.YEAR), (Unit.MINUTE, Unit.DAY), (Unit.WEEK, Unit.MONTH),
])
"""What is a part of what."""


@dates.rule(
    """'the'? (?: <nth> | 'last' ) <weekday-name> <'of'|'in'> (?P<quant> <'every'|'each'> ) <single>
    | (?P<quant> <'every'|'each'> ) (?: <nth> | 'last' ) <weekday-name> <'of'|'in'> 'the' <single>""",
    examples={"It meets on the first Monday of every month.": "P1M"},
    rejects=["the first Monday of the month"],
)
def weekday_of_each(match: Match) -> Expression | None:
    """A weekday counted within a recurring unit: the first Monday of every month."""
    unit, size = unit_of(match)
    return Expression(Every(length(1, unit, size), (match["quant"] or "").upper())) if weekday_of(match) else None


@dates.rule(
    "(?: 'all' )? 'year' '-'? 'round' | 'all' 'year' <'round'|'long'>",
    examples={"The park is open year-round.": "P1Y"},
    rejects=["It was a year round the lake.", "all year groups"],
)
def year_round(match: Match) -> Expression | None:
    """The whole of every year: year-round, all year round."""
    if "-" not in match.text and lower_words(match)[0] != "all":
        return None
    return Expression(Every(length(1, Unit.YEAR)))


@dates.rule(
    "'per' (?: <unit> | 'annum' )",
    examples={"1,200 tonnes per year": "P1Y"},
    rejects=["as per your day", "It costs 5 per head."],
)
def per_unit(match: Match) -> Expression | None:
    """A rate per day or a longer unit: per year. Rates per hour or second are speeds and left out."""
    unit, size = unit_of(match) if "unit" in match else (Unit.YEAR, 1)
    return Expression(Every(length(1, unit, size)))
