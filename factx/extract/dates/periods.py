"""Months, seasons, quarters and halves of a year."""

from __future__ import annotations

from factx import lexicon
from factx.engine.rules import Match
from factx.extract.dates.durations import length
from factx.extract.dates.expression import Base, Expression, Holiday, OfYear, Part, Shift, ShortYear, What
from factx.extract.dates.grammar import dates
from factx.extract.dates.values import (
    count_of,
    has_near,
    is_attributive,
    is_impossible,
    is_joined_name,
    is_kind,
    looked_up,
    lower_words,
    mod_of,
    month_of,
    nth_of,
    of_year,
    season_of,
    unit_of,
    word_after,
    word_before,
    year_of,
)
from factx.syntax.words import classes
from factx.text.calendar import Unit

dates.let("half-of-it", "'the' (?P<age_half> <'first'|'second'|'last'|'latter'> ) 'half' 'of' 'the'?")


@dates.rule(
    """(?P<calendar_year> <year> ) (?P<month_name> <month> ) (?! <integer> )
    | (?: <placed> | <half-of-it> )? <month-name> (?: ','? <'of'|'in'>? <calendar-year>
    | (?: 'of'? 'that' 'same'? | 'of' 'the' 'same'? | 'the' 'same' ) (?P<same_year> 'year' )
    | 'of'? (?P<near_year> <'last'|'this'|'next'> ) 'year' | <apostrophe> (?P<short_year> <two-digits> ) )""",
    examples={
        "It began in June 1950.": "1950-06",
        "It fell in early March, 1917.": "1917-03",
        "Work started in May of that year.": "XXXX-05",
        "She came in June last year.": "XXXX-06",
    },
    rejects=["You may 1950 times say so.", "He was born on 31 April 1990."],
)
def month_and_year(match: Match) -> Expression | None:
    """A month of a year."""
    month = month_of(match)
    if month is None or is_impossible(match, month):
        return None
    what: What | None
    if "same-year" in match:
        what = Part(Unit.MONTH, month, Shift(Unit.YEAR, 0, "narrative"))
    elif "short-year" in match:
        what = Part(Unit.MONTH, month, ShortYear(Unit.YEAR, int(match["short-year"] or 0)))
    elif turn := looked_up("turn", match["near-year"]):
        what = Part(Unit.MONTH, month, Shift(Unit.YEAR, int(turn)))
    else:
        what = of_year(Unit.MONTH, month, year_of(match))
    return Expression(what, mod_of(match)) if what is not None else None


@dates.rule(
    """(?: 'the' 'month' 'of' )? (?<! 'the' | <integer> ) (?P<month_name> <month> )
    | (?: <portioned> | <half-of-it> ) <month-name>
    | (?<= <date-preposition> | <month-name> ','? <','|'and'|'or'|'-'|'–'|'to'|'through'> )
      (?P<month_name> <month-or-word> )
    | (?P<month_name> <month-or-word> ) (?= <','|'-'|'–'> <month> | 'and' <month> )
    | (?<= <'its'|'his'|'her'|'their'|'our'|clitic|apostrophe> ) (?P<month_name> <month-or-word> )
    | (?<= <end> ) (?P<month_name> <month-or-word> ) (?= <':'|'–'|'—'> )
    | (?<= '(' ) (?P<month_name> <month-or-word> ) (?= ')' )""",
    examples={"The vote is in June.": "XXXX-06", "It ends in late May.": "XXXX-05"},
    rejects=["May I come in?", "They march in step.", "It may rain.", "Britain's May won."],
)
def month_alone(match: Match) -> Expression | None:
    """A month whose year is left open."""
    month = month_of(match)
    if month is None or (match.text.islower() and "portioned" not in match and len(match.text) < 5):
        return None  # "nov" and "sept" in lower case are probably slips
    before, after = word_before(match).lower(), word_after(match)
    named = word_before(match)[:1].isupper() and before not in _BEFORE_A_MONTH and before not in _OWNERS
    if named and match.text == "Jun":
        return None  # Zhang Jun
    if is_joined_name(match):
        return None
    if named and "month-or-word" in match and "portioned" not in match:
        return None  # "Theresa May and April Jones"
    if "month-or-word" in match and before in _OWNERS and not _is_of_a_month(match):
        return None  # "Britain's May won"
    if "month-or-word" in match and before in _APOSTROPHES and match.tokens[max(0, match.start - 2)][-1:] != "s":
        return None  # ‘May reports’
    if match.text == "august" and before not in _BEFORE_A_MONTH:
        return None  # an august body
    if after.isdigit() and int(after) in _DAYS and "portioned" not in match:
        return None  # "February 30" is no date, and not just a February either
    given = (match["month-name"] or "").lower() in _GIVEN_NAMES and before not in _BEFORE_A_MONTH
    if given and after[:1].isupper() and not (before in _OWNERS and _is_of_a_month(match)):
        return None  # "and June Smith"
    return Expression(OfYear(Unit.MONTH, month), mod_of(match))


@dates.rule(
    """'that' <'fateful'|'cold'|'hot'|'warm'|'dark'|'black'|'bright'|'wet'|'bitter'|'tragic'|'terrible'|'awful'>?
    (?: <month-name> | <season> )
    <'day'|'morning'|'afternoon'|'evening'|'night'|'week'|'weekend'>""",
    examples={"On that June day the dam broke.": "XXXX-06", "It was cold that fateful May night.": "XXXX-05"},
    rejects=["He said that March days are cold."],
)
def day_of_that_month(match: Match) -> Expression | None:
    """A day of which only the month or the season is told: on that June day."""
    month, season = month_of(match), season_of(match)
    if month is None and season is None:
        return None
    return Expression(OfYear(Unit.MONTH, month) if month is not None else OfYear(Unit.SEASON, season or 1))


@dates.rule(
    "(?<= <'the'|'a'|'an'> ) <month-name> (?! <integer> )",
    examples={"The October strike failed.": "XXXX-10"},
    rejects=["They read the June 3 issue."],
)
def month_of_noun(match: Match) -> Expression | None:
    """A month before the noun that it describes: the [October] strike."""
    month = month_of(match)
    attributive = is_attributive(match) or word_after(match) in ("-", "–")
    return Expression(OfYear(Unit.MONTH, month)) if month is not None and attributive else None


def _is_of_a_month(match: Match) -> bool:
    """Whether a noun that months have stands after the match: report, survey, jobs report."""
    return any(word.lower() in lexicon.load("time")["of-a-month"] for word in match.tokens[match.end : match.end + 2])


_DAYS = range(32)
_APOSTROPHES = frozenset(["'", "’", "‘"])
_OWNERS = {*lexicon.load("time")["possessive"], "'s", "’s", *_APOSTROPHES}
_GIVEN_NAMES = frozenset(["april", "may", "june", "august", "jan"])
_BEFORE_A_MONTH = frozenset("in of since by until till from during before after the last next this every each".split())


@dates.rule(
    """<portioned>? 'the'? <portioned>? <season-name> (?: ','? 'of'? <calendar-year> (?: <'-'|'–'|'/'> <two-digits> )?
      | 'of' <'that'|'the'> 'same'? (?P<same_year> 'year' ) | 'of' (?P<near_year> <'last'|'next'> ) 'year'
      | 'of'? <apostrophe> (?P<short_year> <two-digits> ) ) | (?P<calendar_year> <year> ) <season-name>""",
    examples={
        "It was the summer of 1916.": "1916-SU",
        "They met in early spring 2004.": "2004-SP",
        "the 1982 summer offensive": "1982-SU",
        "It froze in the winter of 2021-22.": "2022-WI",
    },
    rejects=["The leaves fall after 1998 feet."],
)
def season_and_year(match: Match) -> Expression | None:
    """A season of a year."""
    season = season_of(match)
    if season is not None and ("same-year" in match or "near-year" in match):
        turn = int(looked_up("turn", match["near-year"]) or 0)
        base: Base = "document" if "near-year" in match else "narrative"
        return Expression(Part(Unit.SEASON, season, Shift(Unit.YEAR, turn, base)), mod_of(match))
    if season is not None and "short-year" in match:
        return Expression(Part(Unit.SEASON, season, ShortYear(Unit.YEAR, int(match["short-year"] or 0))), mod_of(match))
    year = year_of(match)
    if year is not None and "two-digits" in match:  # the winter of 2021-22
        if int(match["two-digits"] or 0) != (year + 1) % 100:
            return None
        year += 1
    what = of_year(Unit.SEASON, season, year)
    return Expression(what, mod_of(match)) if what is not None else None


@dates.rule(
    """(?: <portioned>? 'the'? <portioned>? <season>
      | (?: <portioned> | (?<= <'in'|'by'|'since'|'throughout'> ) ) 'the'? <season-or-word> ) (?! <year> )""",
    examples={"Prices rose in the spring.": "XXXX-SP"},
    rejects=["Prices fall every day.", "the fall of Rome"],
)
def season_alone(match: Match) -> Expression | None:
    """A season whose year is left open. Its article belongs to the noun after it, if there is one."""
    season = season_of(match)
    if season is None or is_kind(match) or (match.tokens[match.start].lower() == "the" and is_attributive(match)):
        return None
    before, after = word_before(match).lower(), match.tokens[match.end : match.end + 2]
    if match.end - match.start == 1 and (_springs(match.text, before, after) or _is_figurative(word_before(match))):
        return None
    if (before == "a" and not is_attributive(match)) or before in ("to", "will", "would", "can", "could", "may"):
        return None  # "a spring in her step", "the cat will spring"
    if after[:1] == ["of"] and after[-1].isalpha() and after[-1].lower() not in _OF_A_SEASON:
        return None  # "the spring of hope"
    return Expression(OfYear(Unit.SEASON, season), mod_of(match))


def _springs(text: str, before: str, after: list[str]) -> bool:
    """Whether "spring" is a verb: weeds spring up."""
    return text == "spring" and after[:1] != [] and after[0] in _AFTER_SPRINGING and before not in _BEFORE_A_SEASON


def _is_figurative(before: str) -> bool:
    """Whether a noun before a season makes it one of no year: the crypto winter."""
    if before.isupper():
        return 1 < len(before) < 5 and before not in ("US", "UK", "EU")
    return before.islower() and before.isalpha() and classes(before)[:1] == "N" and not looked_up("portion", before)


_AFTER_SPRINGING = frozenset(["up", "into", "from", "forth", "open", "back", "to", "out", "eternal"])
_BEFORE_A_SEASON = frozenset(
    "in of since by until till from during before after through this last next each every".split()
)
_OF_A_SEASON = frozenset("the that this last next his her their our my".split())


@dates.rule(
    "(?<= 'the' ) <season> (?! <year> )",
    examples={"The spring offensive failed.": "XXXX-SP"},
    rejects=["In the spring, it failed."],
)
def season_of_noun(match: Match) -> Expression | None:
    """A season before the noun that it describes: the [spring] offensive."""
    season = season_of(match)
    if season is None or not is_attributive(match) or is_kind(match):
        return None
    return Expression(OfYear(Unit.SEASON, season))


@dates.rule(
    """(?: <portioned>? 'the' | <portion> )? <'fiscal'|'latest'|'current'>? (?: <nth> | <'last'|'latter'|'final'> )
    <'fiscal'|'calendar'>? (?: <'quarter'|'quarters'> | (?P<half> 'half' ) )
    (?: ','? 'of'? 'fiscal'? <calendar-year> | 'of' (?P<whole> <turn|'the'> ) (?P<new> 'new' )? 'year' )?""",
    examples={
        "Profit rose in the third quarter.": "XXXX-Q3", "It opens in the first half of the new year.": "XXXX-H1",
        "It lost money in the first half of 1990.": "1990-H1",
    },
    rejects=["He scored in the second half.", "the first quarter-century"],
)
def quarter(match: Match) -> Expression | None:
    """A quarter or a half of a year."""
    unit, last = (Unit.HALF, 2) if "half" in match else (Unit.QUARTER, 4)
    number = nth_of(match) if "nth" in match else last
    if number is None or not 1 <= number <= last or word_after(match) == "-" or _is_of_a_game(match):
        return None
    of_a_year = "nth" in match or "whole" in match or "calendar-year" in match
    if not of_a_year and unit is Unit.QUARTER and "last" in lower_words(match):
        return Expression(Shift(unit, -1), mod_of(match))  # the one before this
    if turn := looked_up("turn", match["whole"]):
        return Expression(Part(unit, number, Shift(Unit.YEAR, int(turn))), mod_of(match))
    if "new" in match:
        return Expression(Part(unit, number, Shift(Unit.YEAR, 0, Holiday("new year day"))), mod_of(match))
    if unit is Unit.HALF and "whole" not in match and "calendar-year" not in match and not _is_of_figures(match):
        return None  # "the second half" is mostly of a match, a book, a list
    what = of_year(unit, number, year_of(match))
    return Expression(what, mod_of(match)) if what is not None else None


def _is_of_figures(match: Match) -> bool:
    """Whether a firm's figures stand beside a half, and a preposition before it: in the first half profit doubled."""
    if word_before(match).lower() not in ("in", "for", "during", "over") or word_after(match).lower() == "of":
        return False
    words = lexicon.load("time")["of-a-half"]
    first, last = match.tokens.sentence_of(match.start)
    beside = match.tokens[max(first, match.start - _FIGURES) : min(last, match.end + _FIGURES)]
    return not words.keys().isdisjoint(map(str.lower, beside))


_FIGURES = 6
"""How many words from "the first half" a firm's figures may stand."""


def _is_of_a_game(match: Match) -> bool:
    """Whether the quarter or half is not one of a year: the third quarter of the match, the last quarter mile."""
    after = [word.lower() for word in match.tokens[match.end : match.end + 3]]
    if after and after[0] in lexicon.load("time")["quartered"]:
        return True
    return has_near(match, "sport") or (after[:2] == ["of", "the"] and after[-1] in lexicon.load("time")["game"])


@dates.rule(
    """(?: 'fiscal' '-'? )? <nth> '-' (?: 'quarter' | (?P<half> 'half' ) ) (?! '-' )
    | 'the'? 'fiscal' '-' <nth> 'quarter'""",
    examples={"Third-quarter profit rose.": "XXXX-Q3"},
    rejects=["a first-quarter-century award", "It was a poor second-half performance."],
)
def hyphened_quarter(match: Match) -> Expression | None:
    """A quarter before a noun: third-quarter profit."""
    number = nth_of(match) if not has_near(match, "sport") else None
    unit, last = (Unit.HALF, 2) if "half" in match else (Unit.QUARTER, 4)
    if unit is Unit.HALF and lexicon.load("time")["of-a-half"].keys().isdisjoint(_following(match)):
        return None  # "a second-half goal"
    return Expression(OfYear(unit, number)) if number is not None and 1 <= number <= last else None


def _following(match: Match) -> list[str]:
    """The three words after a match."""
    return [word.lower() for word in match.tokens[match.end : match.end + 3]]


@dates.rule(
    """(?<! <'-'|'–'|'to'> ) 'the'? <month-name> (?: ','? <year> )? <'quarter'|'half'> (?! <'-'|'final'|'finals'> )
    (?: ','? 'of'? <year> )?""",
    examples={"Prices fell in the September quarter.": "XXXX-Q3", "The June 2019 half was poor.": "2019-H1"},
    rejects=["The April quarter was poor.", "They met in June quarter by quarter."],
)
def quarter_by_month(match: Match) -> Expression | None:
    """A quarter or a half by the month that ends it: the September quarter."""
    month, after = month_of(match) or 1, word_after(match).lower()
    unit, months = (Unit.HALF, 6) if "half" in lower_words(match) else (Unit.QUARTER, 3)
    if month % months or after == "by" or not match.tokens[match.end - 1].islower() and "year" not in match:
        return None
    what = of_year(unit, month // months, int(match["year"]) if match["year"] else None)
    return Expression(what) if what is not None else None


@dates.rule(
    "'year' '-'? 'to' '-'? 'date'",
    examples={"Sales are up 5% year to date.": "XXXX"},
    rejects=["It took a year to date it."],
)
def year_to_date(match: Match) -> Expression | None:
    """The part of the year that is over: year to date."""
    if word_before(match).lower() in ("a", "one", "the", "this") or is_attributive(match):
        return None
    return Expression(Shift(Unit.YEAR, 0), "START")


@dates.rule(
    """(?: (?P<whole> <turn> ) 'year' <clitic> | 'the'? <calendar-year> <clitic>?
      | 'the'? 'year' '-' <'ago'|'earlier'> ) (?: 'fiscal'? '-'? <nth> '-'? )? 'quarter'""",
    examples={"It beat last year’s third quarter.": "XXXX-Q3", "the 1988 second quarter": "1988-Q2"},
    rejects=["the 1988 quarterfinal"],
)
def years_quarter(match: Match) -> Expression | None:
    """A quarter after its year: last year's third quarter, the year-earlier quarter."""
    number = nth_of(match) if "nth" in match else 0
    if number is None or not 0 <= number <= 4:
        return None
    whole = of_year(Unit.YEAR, 1, year_of(match)) if "calendar-year" in match else None
    if whole is None:
        whole = Shift(Unit.YEAR, int(looked_up("turn", match["whole"]) or -1))
    return Expression(Part(Unit.QUARTER, number, whole))


@dates.rule(
    """'the'? 'comparable'? 'year' '-' <'ago'|'earlier'> (?: <'period'|'quarter'> | <count> <units> )
    | 'year' '-' <'ago'|'earlier'>
    | 'the' <'same'|'corresponding'|'comparable'>? <'period'|'quarter'> 'a' 'year' <'ago'|'earlier'>""",
    examples={"It beat the comparable year-ago quarter.": "XXXX-QX", "The year-ago period was worse.": "XXXX"},
    rejects=["a year-end sale"],
)
def year_ago_period(match: Match) -> Expression:
    """The same period a year earlier, as companies compare it: the year-ago quarter."""
    if "count" in match:
        unit, size = unit_of(match)
        return Expression(length(count_of(match) or 1, unit, size))
    if "quarter" in lower_words(match):
        return Expression(Part(Unit.QUARTER, 0, Shift(Unit.YEAR, -1)))
    return Expression(Shift(Unit.YEAR, -1, keep=True))


@dates.rule(
    """'the' <year> 'period' | 'the' 'latest' <period>
    | 'the' <'same'|'corresponding'|'comparable'> <'period'|'quarter'> (?: 'last' 'year' | 'of' <year> )""",
    examples={"Profit beat the comparable quarter of 1988.": "1988-QX"},
    rejects=["the same quarter-mile"],
)
def comparable_period(match: Match) -> Expression | None:
    """The period that a report is about, or the same period of another year: the comparable quarter of 1988."""
    words = lower_words(match)
    if "latest" in words:
        return Expression(Shift(Unit.QUARTER, 0, "report"))
    whole = of_year(Unit.YEAR, 1, int(match["year"])) if match["year"] else None
    if whole is None and "period" in words:
        return Expression(Shift(Unit.YEAR, -1, keep=True))
    return Expression(Part(Unit.QUARTER, 0, whole or Shift(Unit.YEAR, -1)))


@dates.rule(
    """<portion>? (?: (?P<letter> <'q'|'h'> ) (?P<number> <integer> )
      | (?P<number> <integer> ) (?P<letter> <'q'|'h'> ) | (?P<letter> 'quarter' ) (?P<number> <integer> (?! '-' ) ) )
    (?: ','? 'of'? (?: 'fy' | 'fiscal' )? <calendar-year> | 'fy'? <apostrophe>? (?P<short_year> <two-digits> ) )?""",
    examples={"Q3 2019 was strong.": "2019-Q3", "It rose in 3Q19.": "2019-Q3", "Sales fell in Q1 FY22.": "2022-Q1"},
    rejects=["Q7 2019 was the code.", "It was the H1N1 virus.", "He waits for an H1 visa.", "It cost 2 h."],
)
def short_quarter(match: Match) -> Expression | None:
    """A quarter or a half as analysts write it: Q3 2019, H1."""
    number = int(match["number"] or 0)
    unit, last = (Unit.QUARTER, 4) if (match["letter"] or "").lower() != "h" else (Unit.HALF, 2)
    year = 2000 + int(match["short-year"] or 0) if "short-year" in match else year_of(match)
    letter, after = match["letter"] or "", word_after(match)
    beside = match.tokens.source[match.tokens.span(match.start, match.end).end :][:1]
    if year is None and after == ":" and not word_before(match).strip():
        return None  # a question's label: "Q1: Why did you leave?"
    if letter == "H" and year is None and word_before(match).lower() not in _BEFORE_A_HALF:
        return None  # H1, a motorway
    if not letter[0].isupper() or beside.isalnum() or after == "-" or after.lower() in _NO_HALVES:
        return None
    what = of_year(unit, number, year) if 1 <= number <= last else None
    return Expression(what, mod_of(match)) if what is not None else None


_BEFORE_A_HALF = frozenset(["", *"in for during from to by since the than until vs and versus ( early late".split()])
_NO_HALVES = frozenset(["visa", "visas", "heading", "headings", "tag", "tags", "engine", "class"])
