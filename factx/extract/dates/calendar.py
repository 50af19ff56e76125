"""Calendar dates: days, months, quarters, seasons, years, decades, centuries."""

from __future__ import annotations

from dataclasses import replace

from factx import numbers
from factx.calendar import Period, Unit, day_number, days_in_month
from factx.extract.dates.expression import DayOfMonth, Expression, Known, OfYear, Part, Shift, ShortYear, What
from factx.extract.dates.grammar import (
    calendar_day, dates, day_in, day_of, is_attributive, looked_up, month_named, mod_of, month_of, nth_of, season_of, spoken_year, weekday_of, words_of, word_after, word_before, year_of,
)
from factx.rules import Match


@dates.rule(
    "<year> '-' <month-number&two-digits> '-' <day&two-digits>",
    examples={"The 2020-08-16 issue is out.": "2020-08-16"},
    rejects=["Order 2020-18-16 was shipped.", "It closed on 2021-02-30."],
)
def iso_date(match: Match) -> Expression | None:
    """A day as ISO 8601 writes it."""
    year, month, day = (int(part) for part in match.text.replace(" ", "").split("-"))
    if day > days_in_month(year, month):
        return None
    return Expression(Known(Period(Unit.DAY, day_number(year, month, day))))


@dates.rule(
    "(?: <approximate> | <portioned> )? <month-name> (?: <day-number> )? (?= (?: <'-'|'–'|'to'|'and'|'or'|'through'|'until'|','> ){1,2} <month-name> (?: <day-number> )? ','? <year> )"
    " | <day-number> <month-name> (?= <'-'|'–'|'to'|'and'|'or'|'through'|'until'> <day-number> <month-name> ','? <year> )",
    examples={"It was fought from March to June 1918.": "1918-03"},
    rejects=["the March on Rome in June 1918"],
)
def start_of_range(match: Match) -> Expression | None:
    """A month, or its day, that shares the year written behind the next one: [March] to June 1918."""
    spans = match.spans_of("month-name")
    month = month_named(match.tokens.text(*spans[0]))
    year = int(match["year"] or 0)
    if month is None or month_named(match.tokens.text(*spans[-1])) is None:
        return None
    first = match.spans_of("day-number")
    if not first or first[0][0] >= match.end:
        return Expression(Known(Period(Unit.MONTH, 12 * year + month - 1)), mod_of(match))
    day = day_in([match.tokens[i] for i in range(*first[0])])
    if day is None or day > days_in_month(year, month):
        return None
    return Expression(Known(Period(Unit.DAY, day_number(year, month, day))), mod_of(match))


@dates.rule(
    "(?: <approximate> | <portioned> | <'last'|'next'> | 'this' 'coming' )? <calendar-day> (?: 'of' <'that'|'this'|'the'> 'same'? <'year'> )?",
    examples={
        "It opened on 16 August 2020.": "2020-08-16",
        "It closed on Aug. 16.": "XXXX-08-16",
        "They met on Monday, June 3rd, 2019, in Oslo.": "2019-06-03",
        "She resigned on the 4th of March 1933.": "1933-03-04",
        "He fell on 15 March 44 BC.": "BC0044-03-15",
    },
    rejects=["It will never be February 30.", "They march 3 miles a day."],
)
def calendar_date(match: Match) -> Expression | None:
    """A day and its month, with or without year and weekday, in either order."""
    day = calendar_day(match)
    if isinstance(day, OfYear) and match.text.lower().endswith("year"):
        day = Part(Unit.DAY, day.day, Part(Unit.MONTH, day.index, Shift(Unit.YEAR, 0, "narrative")))
    first = match.tokens[match.start].lower()
    if isinstance(day, OfYear) and first in ("last", "next", "this"):
        day = replace(day, turn=-1 if first == "last" else 1)
    return None if day is None else Expression(day, mod_of(match))


@dates.rule(
    "'the'? (?: <nth> | <'last'|'final'> ) <'week'|'weekend'|'day'|'month'|'days'|'weeks'> (?: 'of' | 'in' ) 'the'? (?: <portioned>? <month-name> (?: ','? 'of'? <calendar-year> )? | <calendar-year> | <'year'|'month'> )",
    examples={"It fell in the last week of August 1914.": "1914-W35"},
    rejects=["the last week of the war"],
)
def part_of_period(match: Match) -> Expression | None:
    """A day, week or month counted within a month or a year: the last week of August."""
    words = [match.tokens[i].lower() for i in range(match.start, match.end)]
    unit = next(Unit[word.upper().rstrip("S")] for word in words if word.rstrip("s") in ("week", "weekend", "day", "month"))
    index = nth_of(match) if "nth" in match else -1
    month, year = month_of(match), year_of(match)
    whole: What
    if month is not None:
        whole = OfYear(Unit.MONTH, month) if year is None else Known(Period(Unit.MONTH, 12 * year + month - 1))
    elif year is not None:
        whole = Known(Period(Unit.YEAR, year))
    elif words[-1] in ("year", "month"):
        whole = Shift(Unit[words[-1].upper()], 0, "scene")
    else:
        return None
    return None if index is None else Expression(Part(unit, index, whole))


@dates.rule(
    "<portioned>? 'the' 'week' 'of' <calendar-day>",
    examples={"The hearing is in the week of March 6, 2000.": "2000-W10"},
    rejects=["the week of the hearing"],
)
def week_of(match: Match) -> Expression | None:
    """The week that holds a day."""
    day = calendar_day(match)
    return None if day is None else Expression(Shift(Unit.WEEK, 0, day), mod_of(match))


@dates.rule(
    "<weekday-name> '(' (?: <month-name> <day-number> | <day-number> <month-name> ) (?: ','? <calendar-year> )? ')'",
    examples={"They spoke on Sunday (August 15).": "XXXX-08-15"},
    rejects=["They spoke on Sunday (August was wet)."],
)
def weekday_and_date(match: Match) -> Expression | None:
    """A weekday, and in brackets the day of the month that it fell on."""
    day = calendar_day(match)
    return None if day is None or not weekday_of(match) else Expression(day)


@dates.rule(
    "'the'? <day-number> (?= (?: '-' | '–' | 'to' | 'and' | 'or' | '/' | 'until' ) 'the'? <day> <ordinal-suffix>? 'of'? <month-name>"
    " (?: ','? <calendar-year> )? )",
    examples={"The fair runs 10-12 October 2013.": "2013-10-10"},
    rejects=["It was 10 or 12 miles off."],
)
def first_day_of_range(match: Match) -> Expression | None:
    """The first of two days that share the month written behind them: [10]-12 October."""
    day, month, year = day_of(match), month_of(match), year_of(match)
    if month is None or day is None or day > days_in_month(2000 if year is None else year, month):
        return None
    if year is None:
        return Expression(OfYear(Unit.DAY, month, day))
    return Expression(Known(Period(Unit.DAY, day_number(year, month, day))))


@dates.rule(
    "(?<= <month-name> <day> <ordinal-suffix>? (?: '-' | '–' | 'to' | 'and' | 'or' | 'through' ) ) <day-number> (?: ','? <year> )? (?! <month> )",
    examples={"The fair runs June 3-5.": "XXXX-06-05"},
    rejects=["The score was 3-5."],
)
def last_day_of_range(match: Match) -> Expression | None:
    """The second of two days that share the month written before them: June 3-[5]."""
    day, month = day_of(match), month_of(match)
    year = int(match["year"]) if match["year"] else None
    if month is None or day is None or day > days_in_month(2000 if year is None else year, month):
        return None
    if year is None:
        return Expression(OfYear(Unit.DAY, month, day))
    return Expression(Known(Period(Unit.DAY, day_number(year, month, day))))


@dates.rule(
    "(?<= <year> <'-'|'–'|'/'> ) <two-digits> (?! 's' | <any-unit> | '-' | '/' )",
    examples={"the war of 1914–18": "1918"},
    rejects=["It was 1914-12-18.", "a 12-18 win"],
)
def end_of_years(match: Match) -> Expression | None:
    """The last of two years that share a century: 1914–[18]."""
    first, last = int(match["year"] or 0), int(match["two-digits"] or 0)
    return Expression(Known(Period(Unit.YEAR, first - first % 100 + last))) if last > first % 100 else None


@dates.rule(
    "<integer> (?: '/' <integer> '/' | '-' <integer> '-' ) <integer> | <dotted>",
    examples={"The form is dated 16/08/2020.": "2020-08-16", "It says 27.03.15 on the back.": "2015-03-27"},
    rejects=["Version 1.2.3 is out.", "They rode in a 7-4-3 formation.", "It read 45/67/2020."],
)
def numeric_date(match: Match) -> Expression | None:
    """A day in figures: 16/08/2020, 8-16-20, 27.03.15; the order is settled later where it is open."""
    separator = "/" if "/" in match.text else "-" if "-" in match.text else "."
    figures = match.text.replace(" ", "").split(separator)
    return numeric(figures, separator)


def numeric(figures: list[str], separator: str) -> Expression | None:
    """Three figures as a day: `notes` say which other reading there is."""
    if len(figures) != 3 or not all(figure.isdecimal() and len(figure) <= 4 for figure in figures):
        return None
    if len(figures[0]) == 4:
        figures = figures[1:] + figures[:1]
    if len(figures[2]) not in (2, 4) or len(figures[0]) > 2 or len(figures[1]) > 2:
        return None
    if len(figures[2]) == 2 and not all(len(figure) == 2 for figure in figures) and separator != "/":
        return None
    first, second, year = map(int, figures)
    if len(figures[2]) == 2:
        year += 2000 if year < 50 else 1900
    readings = [
        (month, day) for month, day in ((first, second), (second, first))
        if 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)
    ]
    if not readings or not 1000 <= year < 2200:
        return None
    if separator == "." and len(readings) == 2:
        readings.reverse()  # figures with full stops put the day first
    month, day = readings[0]
    notes = ("order:" + ("mdy" if len(readings) == 1 and month == first else "dmy" if len(readings) == 1 else "open"),)
    if len(readings) == 2 and (first == second or separator == "."):
        notes = ()
    return Expression(Known(Period(Unit.DAY, day_number(year, month, day))), notes=notes)


@dates.rule(
    "(?: <approximate> | <portioned> )? <month-name> (?: ','? 'of'? <calendar-year> | 'of' 'that' 'year' | 'of' 'the' 'same' 'year' | 'of'? <'last'|'this'|'next'> 'year' )",
    examples={
        "It began in June 1950.": "1950-06",
        "It fell in early March, 1917.": "1917-03",
        "Work started in May of that year.": "XXXX-05",
    },
    rejects=["You may 1950 times say so."],
)
def month_and_year(match: Match) -> Expression | None:
    """A month of a year."""
    month, year = month_of(match), year_of(match)
    if month is None:
        return None
    what: What = OfYear(Unit.MONTH, month)
    words = match.text.lower().split()
    if year is None and words[-2] in ("last", "this", "next"):
        what = Part(Unit.MONTH, month, Shift(Unit.YEAR, {"last": -1, "this": 0, "next": 1}[words[-2]]))
    elif year is None:
        what = Part(Unit.MONTH, month, Shift(Unit.YEAR, 0, "narrative"))
    else:
        what = Known(Period(Unit.MONTH, 12 * year + month - 1))
    return Expression(what, mod_of(match))


@dates.rule(
    "(?: (?: 'the' 'month' 'of' )? (?<! 'the' | <integer> ) <month> | <portioned> <month-name> | (?<= <date-preposition> ) <month-or-word> )",
    examples={"The vote is in June.": "XXXX-06", "It ends in late May.": "XXXX-05"},
    rejects=["May I come in?", "They march in step.", "It may rain."],
)
def month_alone(match: Match) -> Expression | None:
    """A month whose year is left open."""
    month = month_of(match)
    if month is None or match.text.islower() and match["portioned"] is None and len(match.text) < 5:
        return None
    if match["month-or-word"] and word_after(match)[:1].isupper():
        return None  # "and May Smith"
    return Expression(OfYear(Unit.MONTH, month), mod_of(match))


@dates.rule(
    "(?<! <currency> | '#' | 'no.' | '.' | '/' | ':' )"
    "(?: (?: <approximate> | <portioned> )? (?: 'the' 'year' | 'fiscal' )? <year> (?: '-'? <era> )? | (?: <approximate> | <portioned> )? <integer> '-'? <era> | 'ad' <integer> | 'a.d.' <integer> )"
    "(?! '%' | <any-unit> | <scale> | '/' <integer> | ':' <integer> | <ordinal-suffix> )",
    examples={
        "It was founded in 1998.": "1998",
        "The end of 1944 was cold.": "1944",
        "Carthage fell in 146 BC.": "BC0146",
        "late 1941 saw him home": "1941",
    },
    rejects=["It cost $1998 in all.", "It was sold 1998 times a day."],
)
def year(match: Match) -> Expression | None:
    """A year of four digits, or one with its era."""
    digits = match["year"] or match["integer"]
    if digits is None or len(digits) > 4:
        return None
    era = match["era"]
    number = int(digits)
    if looked_up("era", era or "") == "-1":
        number = 1 - number
    elif match["year"] is None and era and not era.isupper():
        return None
    elif era is None and match["portioned"] is None and _counted(match, number):
        return None
    return Expression(Known(Period(Unit.YEAR, number)), mod_of(match))


def _counted(match: Match, number: int) -> bool:
    """Whether the figure rather counts something than names a year."""
    before = word_before(match).lower()
    if 1750 <= number <= 2050:
        return before in ("than", "about", "some", "nearly", "least", "over", "only", "million", "flight", "room", "route")
    return before not in ("in", "since", "from", "until", "till", "by", "before", "after", "during", "of", "to", "(", "-", "year")


@dates.rule(
    "<portioned>? (?: <spoken-century> (?: 'hundred' | 'oh' <number-word> | <number-word> '-'? <number-word>? ) | 'the' 'year' 'two' 'thousand' (?: 'and'? <number-word> )? )"
    " (?! <any-unit> )",
    examples={"It was in nineteen ninety-six.": "1996", "by the year two thousand": "2000"},
    rejects=["nineteen hundred years", "nineteen eighty days"],
)
def spelt_year(match: Match) -> Expression | None:
    """A year in words, as it is spoken: nineteen ninety-six."""
    words = [word for word in words_between(match) if word not in ("the", "year", "and", "-")]
    if words[0] == "two":
        rest = numbers.value(words[2:]) if len(words) > 2 else 0
        number = None if rest is None else 2000 + int(rest)
    else:
        number = spoken_year(words)
    return None if number is None else Expression(Known(Period(Unit.YEAR, number)), mod_of(match))


def words_between(match: Match) -> list[str]:
    """The bare tokens of the match without its portion, in lower case."""
    where = match.span_of("portioned")
    return [match.tokens[i].lower() for i in range(where[1] if where else match.start, match.end)]


@dates.rule(
    "<approximate>? 'the'? <'year'|'month'> (?: '-' | <clitic> )? 'end'",
    examples={"It will close by year-end.": "XXXX"},
    rejects=["The year ended well."],
)
def year_end(match: Match) -> Expression | None:
    """The end of the year or the month."""
    unit = Unit.YEAR if "year" in match.text.lower() else Unit.MONTH
    return Expression(Shift(unit, 0, "scene"), mod_of(match) or "END")


@dates.rule(
    "<apostrophe> <two-digits> (?! 's' | <any-unit> | <scale> )",
    examples={"The class of ’89 met again.": "XX89"},
    rejects=["He gave the sign ’12 minutes left’."],
)
def short_year(match: Match) -> Expression | None:
    """A year without its century: ’89."""
    if match.tokens.source[match.tokens.span(match.start, match.end).start - 1:][:1].isalnum():
        return None
    return Expression(ShortYear(Unit.YEAR, int(match["two-digits"] or 0)))


@dates.rule(
    "<portioned>? 'the'? <portioned>? (?: <year> 's' | <integer> 's' <era>? | <apostrophe> <two-digits> 's' | (?<= 'the' | 'late' | 'early' | '-' ) <decade-word> )",
    examples={
        "It was built in the 1980s.": "198",
        "the late ’90s were good": "XX9",
        "Athens grew in the 470s BC.": "BC047",
        "He sang in the nineties.": "XX9",
    },
    rejects=["She is in her nineties."],
)
def decade(match: Match) -> Expression | None:
    """A decade."""
    if (word := match["decade-word"]) is not None:
        return Expression(ShortYear(Unit.DECADE, int(looked_up("decade-word", word) or 0) // 10), mod_of(match))
    if (digits := match["two-digits"]) is not None and match["era"] is None:
        if digits[1] != "0":
            return None
        return Expression(ShortYear(Unit.DECADE, int(digits) // 10), mod_of(match))
    digits = match["year"] or match["integer"] or ""
    if len(digits) not in (3, 4) or digits[-1] != "0":
        return None
    number = int(digits) // 10
    if match["era"] is not None:
        number = -number - 1 if looked_up("era", match["era"]) == "-1" else number
    elif len(digits) < 4:
        return None
    return Expression(Known(Period(Unit.DECADE, number)), mod_of(match))


@dates.rule(
    "<portioned>? 'the'? <portioned>? <nth> '-'? <'century'|'centuries'> <era>?",
    examples={"a church of the 19th century": "18", "in the middle of the fifth century BC": "BC04"},
    rejects=["half a century later"],
)
def century(match: Match) -> Expression | None:
    """A century, counted from the birth of Christ."""
    number = nth_of(match)
    if number is None or not 1 <= number <= 30:
        return None
    before = looked_up("era", match["era"] or "") == "-1"
    return Expression(Known(Period(Unit.CENTURY, -number if before else number - 1)), mod_of(match))


@dates.rule(
    "<portioned>? 'the'? <portioned>? <season-name> ( ','? 'of'? <calendar-year> )",
    examples={"It was the summer of 1916.": "1916-SU", "They met in early spring 2004.": "2004-SP"},
    rejects=["The water will fall 1998 feet."],
)
def season_and_year(match: Match) -> Expression | None:
    """A season of a year."""
    season, year = season_of(match), year_of(match)
    if season is None or year is None:
        return None
    return Expression(Known(Period(Unit.SEASON, 4 * year + season - 1)), mod_of(match))


@dates.rule(
    "<year> <season-name>",
    examples={"the 1982 summer offensive": "1982-SU"},
    rejects=["He owned 1998 spring water."],
)
def year_and_season(match: Match) -> Expression | None:
    """A season behind its year: the 1982 summer."""
    season = season_of(match)
    return None if season is None else Expression(Known(Period(Unit.SEASON, 4 * int(match["year"] or 0) + season - 1)))


@dates.rule(
    "(?: <portioned>? 'the'? <portioned>? <season> | (?: <portioned> | (?<= 'in' | 'by' | 'since' | 'throughout' ) ) 'the'? <season-or-word> )"
    "(?! <year> ) | (?<= 'the' ) <season>",
    examples={"Prices rose in the spring.": "XXXX-SP"},
    rejects=["Prices fall every day.", "the fall of Rome"],
)
def season_alone(match: Match) -> Expression | None:
    """A season whose year is left open."""
    season = season_of(match)
    if season is None or match.text.lower().startswith("the ") and is_attributive(match):
        return None
    return Expression(OfYear(Unit.SEASON, season), mod_of(match))


dates.let("stretch", "<'quarter'|'half'|'quarters'>")


@dates.rule(
    "(?: <portioned>? 'the' )? <'fiscal'|'latest'|'current'>? (?: <nth> | <'last'|'latter'|'final'> )"
    " <'fiscal'|'calendar'>? <stretch>"
    " (?: ( ','? 'of'? 'fiscal'? <calendar-year> ) | 'of' <turn> 'year' | 'of' 'the' 'year' )?",
    examples={
        "Profit rose in the third quarter.": "XXXX-Q3",
        "It lost money in the first half of 1990.": "1990-H1",
    },
    rejects=["He scored in the second half.", "the first quarter-century"],
)
def quarter(match: Match) -> Expression | None:
    """A quarter or a half of a year."""
    half = words_of(match, "stretch")[0].lower() == "half"
    number = nth_of(match) if "nth" in match else 2 if half else 4
    if number is None or not 1 <= number <= (2 if half else 4):
        return None
    unit = Unit.HALF if half else Unit.QUARTER
    year = year_of(match)
    if year is not None:
        return Expression(Known(Period(unit, year * (2 if half else 4) + number - 1)), mod_of(match))
    if turn := match["turn"]:
        return Expression(Part(unit, number, Shift(Unit.YEAR, int(looked_up("turn", turn) or 0))), mod_of(match))
    if half and "of" not in match.text.lower().split():
        return None  # "the second half" is mostly of a match, a book, a list
    return Expression(OfYear(unit, number), mod_of(match))


@dates.rule(
    "(?: 'fiscal' '-'? )? <nth> '-' 'quarter' | 'the'? 'fiscal' '-' <nth> 'quarter'",
    examples={"Third-quarter profit rose.": "XXXX-Q3"},
    rejects=["a first-quarter-century award"],
)
def hyphened_quarter(match: Match) -> Expression | None:
    """A quarter before a noun: third-quarter profit."""
    number = nth_of(match)
    return Expression(OfYear(Unit.QUARTER, number)) if number is not None and 1 <= number <= 4 else None


@dates.rule(
    "(?: (?: (?<year_turn> <turn> ) 'year' | <calendar-year> ) <apostrophe>? <clitic>? | 'the'? <calendar-year> | 'the'? 'year' '-' <'ago'|'earlier'> )"
    " (?: 'fiscal'? '-'? <nth> '-'? )? 'quarter'",
    examples={"It beat last year’s third quarter.": "XXXX-Q3", "the 1988 second quarter": "1988-Q2"},
    rejects=["the 1988 quarterfinal"],
)
def years_quarter(match: Match) -> Expression | None:
    """A quarter behind its year: last year's third quarter, the year-earlier quarter."""
    number = nth_of(match) if "nth" in match else None
    year = year_of(match)
    if number is not None and not 1 <= number <= 4:
        return None
    if year is not None:
        if number is None:
            return Expression(Part(Unit.QUARTER, 0, Known(Period(Unit.YEAR, year))))
        return Expression(Known(Period(Unit.QUARTER, 4 * year + number - 1)))
    turn = int(looked_up("turn", match["turn"] or "") or -1) if match["turn"] else -1
    return Expression(Part(Unit.QUARTER, number or 0, Shift(Unit.YEAR, turn)))


@dates.rule(
    "(?: 'q' <integer> | <integer> 'q' ) (?: ','? 'of'? <calendar-year> )?",
    examples={"Q 3 2019 was strong.": "2019-Q3"},
    rejects=["Q 7 2019 was the code."],
)
def short_quarter(match: Match) -> Expression | None:
    """A quarter as analysts write it: Q3 2019."""
    number = int(match["integer"] or 0)
    if not 1 <= number <= 4:
        return None
    year = year_of(match)
    return Expression(OfYear(Unit.QUARTER, number) if year is None else Known(Period(Unit.QUARTER, 4 * year + number - 1)))


@dates.rule(
    "<portioned>? 'the' <day> <ordinal-suffix> (?! <any-unit> | '-'? <'century'|'anniversary'> )",
    examples={"They left on the 21st.": "XXXX-XX-21"},
    rejects=["the 21st century", "It was the 21st attempt."],
)
def day_of_month(match: Match) -> Expression | None:
    """A day of a month left open: the 21st."""
    if word_after(match).isalpha() and word_after(match).lower() not in _AFTER_A_DAY:
        return None
    before = word_before(match).lower()
    return Expression(DayOfMonth(int(match["day"] or 0))) if before in ("on", "by", "until", "since", "from", "to") else None


_AFTER_A_DAY = frozenset("and or to until at when in the a he she it they we after before".split())
