"""Dates that share a word written once: [10]-12 October, [March] to June 1918, 1914-[18], every Monday and [Friday].

Each end is a separate date, as in TIMEX3. These rules are declared first, so that they win over any other that matches
the same words without the shared part.
"""

from __future__ import annotations

from factx.engine.rules import Match
from factx.extract.dates.expression import Every, Expression, Known, OfYear, Timed, Weekday
from factx.extract.dates.grammar import dates
from factx.extract.dates.values import (
    calendar_day,
    dated,
    day_in,
    looked_up,
    mod_of,
    month_named,
    of_year,
    words_of,
    year_of,
)
from factx.text import numbers
from factx.text.calendar import Period, Unit

dates.let("joint", "<'-'|'–'|'to'|'and'|'or'|'through'|'thru'|'until'|'till'>")


@dates.rule(
    """<placed>? <month-name> <day-number>? (?= (?: ','? <joint> | ',' | '/' ) <month-name> <day-number>? ','? <year> )
    | <day-number> <month-name> (?= <joint> <day-number> <month-name> ','? <year> )""",
    examples={"It was fought from March to June 1918.": "1918-03", "5 May–9 June 1940 was the worst.": "1940-05-05"},
    rejects=["the March on Rome in June 1918"],
)
def start_of_range(match: Match) -> Expression | None:
    """A month, with or without its day, that shares the year written after the next one: [March] to June 1918."""
    month, last_month = (month_named(words_of(match, "month-name", which)[0]) for which in (0, -1))
    if month is None or last_month is None:
        return None
    year = int(match["year"] or 0) - (last_month < month)  # "December to January 1942" began the year before
    days = match.spans_of("day-number")
    if days and days[0][0] < match.end:
        what = of_year(Unit.DAY, month, year, day_in(words_of(match, "day-number", 0)))
    else:
        what = of_year(Unit.MONTH, month, year)
    return Expression(what, mod_of(match)) if what is not None else None


@dates.rule(
    """<portioned>? 'the'? <portioned>? <nth> (?= (?: <joint> | ',' ) 'the'? <portion>? (?P<last> <nth> ) '-'?
    (?: <'century'|'centuries'> | (?P<quarters> <'quarter'|'quarters'> ) ) (?P<close> <era> )? )""",
    examples={"in the fourth and fifth centuries": "03", "from the 5th to the 7th century AD": "04"},
    rejects=["the third and last century"],
)
def first_in_order(match: Match) -> Expression | None:
    """The first of two centuries or quarters that share the word: [the fourth] and fifth centuries."""
    first, last = (numbers.ordinal(words_of(match, "nth", which)) for which in (0, -1))
    if first is None or last is None or first < 1:
        return None
    if "quarters" in match:
        return Expression(OfYear(Unit.QUARTER, first)) if first < last <= 4 else None
    before_christ = looked_up("era", match["close"]) == "-1"
    if max(first, last) > 30 or before_christ != (first > last):
        return None
    return Expression(Known(Period(Unit.CENTURY, -first if before_christ else first - 1)), mod_of(match))


@dates.rule(
    """<portioned>? 'the'? <portioned>? <season> (?= <joint> 'the'? <portioned>?
    <season> 'of'? <year> )""",
    examples={"It rained in the spring and summer of 1943.": "1943-SP"},
    rejects=["the spring and summer of his life"],
)
def first_season(match: Match) -> Expression | None:
    """A season that shares the year written after the next one: [the spring] and summer of 1943."""
    seasons = [looked_up("season", word) for word in match.all("season")]
    what = of_year(Unit.SEASON, int(seasons[0] or 0), int(match["year"] or 0))
    return Expression(what) if what is not None else None


dates.let("dated-weekday", "<weekday-name> 'the'? <day> <ordinal-suffix>?")


@dates.rule(
    """<dated-weekday> (?= (?: ',' <dated-weekday> ){0,5} ','? <joint> <weekday-name> 'the'? <day> <ordinal-suffix>?
    'of'? <month-name> (?: ','? <calendar-year> )? )""",
    examples={"It is shut on Monday 20 and Tuesday 21 April 2015.": "2015-04-20"},
    rejects=["On Monday 20 and on Tuesday 21 people left in April."],
)
def first_weekday_of_range(match: Match) -> Expression | None:
    """A weekday and its day that share the month written after the last one: [Monday 20] and Tuesday 21 April."""
    day = of_year(Unit.DAY, month_named(words_of(match, "month-name")[0]), year_of(match), int(match.all("day")[0]))
    return Expression(day) if day is not None else None


dates.let("listed-day", "'the'? <day> <ordinal-suffix>?")
dates.let("days-so-far", "<month-name> <listed-day> (?: ',' <listed-day> ){0,8}")
dates.let("further-days", "(?: ',' <listed-day> ){0,8} ','? (?: <joint> | '/' ) <listed-day>")


@dates.rule(
    """'the'? <day-number> (?= <further-days> 'of'? <month-name>
    (?: ','? <calendar-year> | 'of'? (?P<near_year> <'last'|'this'|'next'> ) 'year' )? )""",
    examples={"The fair runs 10-12 October 2013.": "2013-10-10", "It is shut on 5, 6 and 7 May.": "XXXX-05-05"},
    rejects=["It was 10 or 12 miles off.", "They won 5, 6 and 7 games."],
)
def first_day_of_range(match: Match) -> Expression | None:
    """A day that shares the month written after the last one: [10]-12 October."""
    day = calendar_day(match)
    return Expression(day) if day is not None else None


@dates.rule(
    "<month-name> 'the'? <day-number> (?= <further-days> ','? <calendar-year> )",
    examples={"They fought on July 1-3, 1863.": "1863-07-01"},
    rejects=["On July 1, 3 people left."],
)
def first_day_of_dated_range(match: Match) -> Expression | None:
    """A month and its day that share the year written after the last one: [July 1]-3, 1863."""
    day = calendar_day(match)
    return Expression(day, mod_of(match)) if day is not None else None


@dates.rule(
    """(?<= <days-so-far> ',' ) <day-number>
    (?= <further-days> (?: ','? <calendar-year> )? (?! <month> | <any-unit> | '/' ) )
    | (?<= <days-so-far> ','? <joint> ) <day-number> (?: ','? <calendar-year> )? (?! <month> | <any-unit> | '/' )""",
    examples={"The fair runs June 3-5.": "XXXX-06-05", "They play on June 3, 10 and 17.": "XXXX-06-17"},
    rejects=["The score was 3-5.", "On June 3, 25 people came."],
)
def last_day_of_range(match: Match) -> Expression | None:
    """A further day that shares the month written before the first: June 3-[5]."""
    day = calendar_day(match)
    return Expression(day) if day is not None else None


@dates.rule(
    "<integer> (?= <joint> (?P<last> <integer> ) <era> )",
    examples={"the revolt of 499–493 BC": "BC0499"},
    rejects=["It drew 499 to 493 people."],
)
def start_of_era_range(match: Match) -> Expression | None:
    """The first of two years that share the era written after them: [499]–493 BC."""
    first, last, era = match.text, match["last"] or "", match["era"] or ""
    goes_down = looked_up("era", era) == "-1"
    if max(len(first), len(last)) > 4 or not era.isupper() or goes_down != (int(first) > int(last)) or not int(first):
        return None
    return Expression(Known(Period(Unit.YEAR, dated(int(first), era))))


@dates.rule(
    "(?<= <year> <'-'|'–'|'/'> ) <two-digits> (?! 's' | <plural> | '-' | '/' )",
    examples={"the war of 1914–18": "1918"},
    rejects=["It was 1914-12-18.", "a 12-18 win"],
)
def end_of_years(match: Match) -> Expression | None:
    """The last of two years that share a century: 1914–[18]."""
    first, last = int(match["year"] or 0), int(match["two-digits"] or 0)
    what = of_year(Unit.YEAR, 1, first - first % 100 + last)
    return Expression(what) if what is not None and last > first % 100 else None


@dates.rule(
    """(?<= <'every'|'each'> <weekday-name> (?: <','|'and'|'or'|'/'>{1,2} <weekday-name> ){0,4}
    <','|'and'|'or'|'/'>{1,2} ) <weekday-name>""",
    examples={"They train every Monday and Wednesday.": "XXXX-WXX-3"},
    rejects=["They train on Monday and Wednesday.", "They train every Monday and rest on Sunday."],
)
def further_weekday(match: Match) -> Expression | None:
    """A weekday that shares its "every" with the one before it: every Monday and [Wednesday]."""
    name = match["weekday-name"] or ""
    day = looked_up("weekday", name) or looked_up("weekday-or-word", name)
    return Expression(Every(Weekday(int(day or 0)))) if day else None


@dates.rule(
    "<weekday> (?= <'and'|'or'> <weekday> (?P<parts> <day-part-plural> ) )",
    examples={"It flies on Monday and Tuesday nights.": "XXXX-WXX-1TNI"},
    rejects=["On Monday and Tuesday night fell early."],
)
def weekday_of_parts(match: Match) -> Expression | None:
    """The first of two recurring parts of weekdays: [Monday] and Tuesday nights."""
    day = looked_up("weekday", match.tokens[match.start])
    part = looked_up("day-part", match["parts"])
    return Expression(Every(Timed(Weekday(int(day)), part))) if day and part else None
