"""Stretches of time: 26 years, two and a half hours, a six-month, the past decade, for weeks."""

from __future__ import annotations

from fractions import Fraction

from factx import numbers
from factx.calendar import Unit
from factx.extract.dates.expression import Every, Expression, Length, Shift
from factx.extract.dates.grammar import bound_mod, count_of, dates, mod_of, unit_of, word_after, word_before
from factx.rules import Match

dates.let("which", "'the'? (?: <'last'|'past'|'next'|'first'|'coming'|'previous'|'following'|'final'|'latest'|'preceding'|'other'> ) | 'the' | 'another'")


def length(count: Fraction | int | None, unit: Unit, size: int = 1) -> Length:
    """A length in TIMEX3's units: a fraction of a year or an hour is told in the unit below."""
    if count is None:
        return Length(((None, unit),))
    count = Fraction(count) * size
    if unit in (Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM):
        count, unit = count * {Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}[unit], Unit.YEAR
    whole, rest = divmod(count, 1)
    below = {Unit.YEAR: (12, Unit.MONTH), Unit.HOUR: (60, Unit.MINUTE), Unit.MINUTE: (60, Unit.SECOND)}.get(unit)
    if rest and below and (rest * below[0]).denominator == 1:
        lower = (int(rest * below[0]), below[1])
        return Length(((int(whole), unit), lower) if whole else (lower,))
    return Length(((int(count) if count.denominator == 1 else count, unit),))


@dates.rule(
    "(?: (?: <which>? <bound>? | 'at' 'least' <which> ) <count> (?: <'to'|'or'|'and'|'-'|'–'> <count> )? '+'? <of-time>{0,2} (?: <units> | <clock-units> )"
    " | <bound>? <count> <of-time>{0,2} (?: <unit> | <clock-unit> ) )"
    " (?: 'and' 'a' 'half' )? (?: '-'? 'long' | 'or' 'so' )? (?! '-'? <'old'|'olds'> | '-' <unit> )",
    examples={
        "He ruled for 26 years.": "P26Y",
        "It took two and a half hours.": "PT2H30M",
        "at least 72 hours of rain": "PT72H",
        "the first nine months": "P9M",
    },
    rejects=["a 26 year-old man", "It is two miles off."],
)
def counted_length(match: Match) -> Expression | None:
    """A count of units."""
    unit, size = unit_of(match)
    words = match.text.lower().split()
    count = numbers.value([match.tokens[i] for i in range(*match.spans_of("count")[0])])
    if count is None or unit is Unit.WEEKEND and match["unit"]:
        return None
    if words[-3:] == ["and", "a", "half"]:
        count += Fraction(1, 2)
    if unit is Unit.SECOND and match["clock-unit"] is not None:
        return None  # an ordinal: "one second"
    if match["count"].isdigit() and match.tokens[match.end - 1].istitle() and match["which"] is None:
        return None  # a title: 60 Minutes
    if unit is Unit.QUARTER and count < 4 and match["which"] is None:
        return None  # "three quarters" is a fraction
    mod = mod_of(match) or ("APPROX" if words[-1] == "so" else None)
    return Expression(length(count, unit, size), mod)


@dates.rule(
    "'the'? <'first'|'last'|'final'|'next'> <count> <units> 'of' (?: <month-name>? ','? <calendar-year> | <month-name> | <'that'|'last'|'this'|'next'> <'year'> )",
    examples={"It lost money in the first nine months of 1989.": "P9M"},
    rejects=["the first nine months of the war"],
)
def length_of_period(match: Match) -> Expression | None:
    """The first or last units of a year or a month, whole: the first nine months of 1989."""
    unit, size = unit_of(match)
    count = count_of(match)
    return None if count is None else Expression(length(count, unit, size))


@dates.rule(
    "(?: <count> (?: <'to'|'or'> <count> )? '-' (?: <of-time> '-'? )? (?: <unit> | <clock-unit> ) (?: '-'? 'long' )?"
    " | 'a' <count> '-' <unit> 'period' ) (?! '-'? <'old'|'olds'> )",
    examples={"a six-month delay": "P6M", "the five-day working week": "P5D"},
    rejects=["a 26-year-old man", "a three-quarter majority"],
)
def hyphened_length(match: Match) -> Expression | None:
    """A count of units before a noun: a six-month delay."""
    unit, size = unit_of(match)
    count = count_of(match)
    if count is None or unit is Unit.QUARTER:
        return None
    return Expression(length(count, unit, size))


@dates.rule(
    "(?: (?! 'over' ) <bound> )? <which>? <few-of> 'of'? <of-time>? <any-unit> (?! <'ago'|'earlier'|'later'> )",
    examples={"It lasted several weeks.": "PXW", "in the next few days": "PXD"},
    rejects=["many a year book"],
)
def vague_length(match: Match) -> Expression | None:
    """An untold count of units."""
    unit, _ = unit_of(match)
    if match["units"] is None and match["clock-units"] is None:
        return None
    if "couple" in match.text.lower().split():
        return Expression(length(2, unit), "APPROX")
    return Expression(length(None, unit), mod_of(match))


@dates.rule(
    "<bound>? <'a'|'an'> <of-time>? (?: <unit> | <clock-unit> ) (?: 'and' 'a' 'half' | 'or' <'two'|'so'|'more'> )? 'long'?"
    "(?! '-' | <'ago'|'earlier'|'later'|'before'> | 'old' )",
    examples={"He waited an hour.": "PT1H", "over a week": "P1W", "a year and a half": "P1Y6M"},
    rejects=["a day-trip", "a week ago"],
)
def one_unit(match: Match) -> Expression | None:
    """One unit, told by its article."""
    unit, size = unit_of(match)
    text = match.text.lower()
    if unit in (Unit.SECOND, Unit.WEEKEND, Unit.QUARTER, Unit.SEASON, Unit.HALF) or {"fiscal", "calendar"} & set(text.split()):
        return None
    if match["bound"] is None and _is_rate(match):
        return None
    count = Fraction(3, 2) if text.endswith("and a half") else Fraction(1)
    mod = "APPROX" if text.endswith(("so", "two", "more")) else mod_of(match)
    return Expression(length(count, unit, size), mod)


def _is_rate(match: Match) -> bool:
    """Whether "a year" says how often or how much: $2 million a year, four flights a week."""
    before = word_before(match).lower()
    if before[:1].isdigit() or before.endswith("illion") or before in ("times", "hours", "days"):
        return True
    counted = match.tokens[match.start - 2] if match.start > 1 else ""
    return before.endswith("s") and (counted[:1].isdigit() or numbers.value([counted]) is not None)


@dates.rule(
    "<'day'|'week'|'weekend'|'year'|'days'|'weekends'|'hours'>",
    examples={"@ann had a fun day at work": "P1D"},
    rejects=["It was a day like any other for the town."],
)
def unit_in_message(match: Match) -> Expression | None:
    """A bare unit in a short message, where it is mostly the writer's own: "enjoy my day"."""
    if not is_message(match.tokens.source) or word_after(match) == "-":
        return None
    text = match.text.lower()
    if text == "weekend":
        return Expression(Shift(Unit.WEEKEND, 0))
    if text == "weekends":
        return Expression(Every(length(1, Unit.WEEKEND)))
    if text.endswith("s"):
        return Expression(length(None, Unit.DAY if text == "days" else Unit.HOUR))
    return Expression(length(1, Unit[text.upper()]))


def is_message(text: str) -> bool:
    """Whether a text is a short message, as its length, handles and links show."""
    return len(text) < 300 and any(mark in text for mark in ("@", "#", "http", "!!", "...", ":)", "::"))


@dates.rule(
    "<bound>? (?: 'half' '-'? <'a'|'an'>? | 'a' 'half' '-'? | <'a'|'the'> 'quarter' <'of'|'-'> <'a'|'an'>? ) <'hour'|'year'|'century'|'decade'|'day'|'minute'>",
    examples={"It took half an hour.": "PT30M", "half a century of peace": "P50Y"},
    rejects=["half an apple a day"],
)
def half_unit(match: Match) -> Expression | None:
    """Half or a quarter of a unit."""
    unit = {"hour": Unit.HOUR, "minute": Unit.MINUTE, "day": Unit.DAY}.get(match.tokens[match.end - 1].lower())
    if unit is None:
        unit = Unit[match.tokens[match.end - 1].upper()]
    part = Fraction(1, 4) if "quarter" in match.text.lower() else Fraction(1, 2)
    if unit is Unit.DAY:
        return Expression(length(part * 24, Unit.HOUR))
    return Expression(length(part, unit), bound_mod((match["bound"] or "").lower()) if match["bound"] else None)


@dates.rule(
    "(?: 'recent' <units> (?: <'and'|'or'> <units> )? | <units> <'or'|'and'> <units> | (?<= <'for'|'in'|'of'|'after'|'over'|'within'|'last'|'take'|'took'|'spent'> ) <units>"
    " | (?<= <'for'|'take'|'took'|'spent'> ) <clock-units> | <'coming'|'past'> <units>"
    " | (?<= 'the' ) <units> (?= <'before'|'after'|'since'|'that'> ) | <units> '-' 'long' | <unit> '-' 'long' | 'the' <'coming'|'intervening'|'past'|'following'> <units> )"
    " (?! <'ago'|'earlier'|'later'> )",
    examples={"They had waited for weeks.": "PXW", "a months-long siege": "PXM", "a year-long ban": "P1Y"},
    rejects=["It pays in the days to come."],
)
def bare_length(match: Match) -> Expression | None:
    """Units without a count: for weeks, recent months, decades-long."""
    unit, size = unit_of(match)
    if match["unit"] is not None and match["units"] is None:
        return Expression(length(1, unit, size))
    if word_before(match).lower() == "of" and match.start > 1 and match.tokens[match.start - 2].lower() in ("matter", "couple"):
        return None
    return Expression(length(None, unit))
