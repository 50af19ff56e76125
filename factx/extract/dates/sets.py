"""Times that come again: daily, every Sunday, twice a week."""

from __future__ import annotations

from fractions import Fraction

from factx.calendar import Unit
from factx.extract.dates.durations import length
from factx.extract.dates.expression import Every, Expression, OfYear, Timed, Weekday, What
from factx.extract.dates.grammar import count_of, dates, looked_up, month_of, unit_of, weekday_of, word_after
from factx.rules import Match

_PERIODS = {
    "P1D": (1, Unit.DAY), "P1W": (1, Unit.WEEK), "P1M": (1, Unit.MONTH), "P1Q": (1, Unit.QUARTER), "P1Y": (1, Unit.YEAR),
    "PT1H": (1, Unit.HOUR), "P2W": (2, Unit.WEEK), "P2M": (2, Unit.MONTH), "P6M": (6, Unit.MONTH), "P2Y": (2, Unit.YEAR),
}


@dates.rule("<set-word>", examples={"The shop is open daily.": "P1D"}, rejects=["the Daily Mail"])
def set_word(match: Match) -> Expression | None:
    """One word for a time that comes again."""
    word = match.text
    after = word_after(match)
    if word[0].isupper() and after[:1].isupper() and not word.isupper():
        return None  # a newspaper
    if word.lower() == "quarterly" and after[:1].isalpha():
        return None  # a quarterly dividend is a kind of dividend
    count, unit = _PERIODS[looked_up("set-word", word) or "P1D"]
    return Expression(Every(length(count, unit)))


@dates.rule(
    "<'every'|'each'|'any'> <'single'|'other'>? <count>? (?: <any-unit> | <month> | <weekday-name> | <weekdays> | <day-part> )",
    examples={"They meet every Sunday.": "XXXX-WXX-7", "It is paid each month.": "P1M", "every two weeks": "P2W"},
    rejects=["every man of the day"],
)
def every(match: Match) -> Expression | None:
    """Every, each."""
    words = match.text.lower().split()
    quant = words[0].upper()
    what: What
    if day := weekday_of(match):
        what = Weekday(day)
    elif month := month_of(match):
        what = OfYear(Unit.MONTH, month)
    elif part := match["day-part"]:
        what = Timed(None, looked_up("day-part", part) or "")
    else:
        unit, size = unit_of(match)
        count = count_of(match) if "count" in match else Fraction(1)
        if count is None:
            return None
        what = length(count * (2 if "other" in words else 1), unit, size)
    return Expression(Every(what, quant))


@dates.rule(
    "<weekdays> | <weekday> <day-part-plural>",
    examples={"It is shut on Mondays.": "XXXX-WXX-1"},
    rejects=["Monday is Monday."],
)
def weekdays(match: Match) -> Expression | None:
    """A weekday that comes again."""
    if name := match["weekdays"]:
        return Expression(Every(Weekday(int(looked_up("weekdays", name) or 0))))
    return Expression(Every(Timed(Weekday(weekday_of(match)), looked_up("day-part", match["day-part-plural"] or "") or "")))


@dates.rule(
    "<'once'|'twice'|'thrice'> <'a'|'an'|'every'|'each'|'per'> <any-unit> | <count> 'times' <'a'|'an'|'every'|'each'|'per'> <any-unit>",
    examples={"They train twice a week.": "P1W"},
    rejects=["They met once in a day."],
)
def times_a_unit(match: Match) -> Expression | None:
    """So often in a unit."""
    unit, size = unit_of(match)
    first = match.text.lower().split()[0]
    count = {"once": Fraction(1), "twice": Fraction(2), "thrice": Fraction(3)}.get(first) or count_of(match)
    if count is None:
        return None
    return Expression(Every(length(1, unit, size), freq=f"{count}X"))


@dates.rule(
    "'per' <any-unit>",
    examples={"1,200 tonnes per year": "P1Y"},
    rejects=["as per your day"],
)
def per_unit(match: Match) -> Expression | None:
    """A rate."""
    unit, size = unit_of(match)
    return Expression(Every(length(1, unit, size)))
