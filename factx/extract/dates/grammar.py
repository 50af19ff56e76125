"""The grammar of time: its vocabulary and the phrases that its rules share, and how they are read.

The rules themselves stand beside this module, a file for each kind of expression.
"""

from __future__ import annotations

from fractions import Fraction

from factx import lexicon, numbers
from factx.calendar import Period, Unit, day_number, days_in_month
from factx.extract.dates.expression import DayOfMonth, Expression, Feast, Known, OfYear, ShortYear, Shift, Weekday, What
from factx.rules import Grammar, Match

dates: Grammar[Expression] = Grammar(
    "dates",
    lexicons=("time", "numbers", "feasts"),
    triggers=(
        "month month-or-word weekday weekday-or-word weekdays unit units clock-unit clock-units season season-or-word"
        " day-part clock-word meridiem deictic-day now set-word vague-word era decade-word feast feast-day two-digits"
        " year distance tonight spoken-century period"
    ).split(),
)

# Names.
dates.let("month-name", "<month> | <month-or-word>")
dates.let("weekday-name", "<weekday> | <weekday-or-word>")
dates.let("season-name", "<season> | <season-or-word>")
dates.let("any-unit", "<unit> | <units> | <clock-unit> | <clock-units>")

# Numbers.
dates.let("figure", "<integer|decimal|thousands> (?: <fraction> | <integer> '/' <integer> )? | <fraction> | <integer> '/' <integer>")
dates.let("cardinal", "<number-word> (?: (?: '-' | 'and' )? <number-word> ){0,4}+ (?: 'and' 'a'? 'half' )?")
dates.let(
    "count",
    "(?= <integer|decimal|thousands|fraction|number-word|'a'|collective> ) (?: <figure> (?: 'and' 'a' 'half' | <scale> )? | (?: 'a' <scale> )? <cardinal>"
    " | 'a' (?: <scale> | <collective> 'of'? ) | <collective> 'of'? )",
)
dates.let("few-of", "(?= <'a'|few|'hundreds'|'thousands'|'dozens'|'scores'> ) (?: 'a' 'good'? 'few' | 'a' 'number' 'of' | <few> )")
dates.let("nth", "(?= <ordinal-word|integer|number-word> ) (?: <ordinal-word> | <integer> <ordinal-suffix> | <number-word> '-' <ordinal-word> )")
dates.let(
    "bound",
    "(?= <'at'|'no'|'more'|'less'|'fewer'|'up'|'a'|'as'|'well'|about> ) (?: 'at' <'least'|'most'> | 'no'? <'more'|'less'|'fewer'> 'than' | 'up' 'to' | 'a' 'little' <'over'|'under'>"
    " | 'a' 'little' <'more'|'less'> 'than' | 'as' <'many'|'much'|'long'|'little'> 'as' | 'well' <'over'|'under'> | <about> )",
)

# Calendar dates.
dates.let("day-number", "<day> <ordinal-suffix>? | <ordinal-word>")
dates.let("epoch", "<era>")
dates.let(
    "calendar-year",
    "(?= <year|integer|era|spoken-century> ) (?: <year> (?: '-'? <era> )? | <integer> <era> | <era> <integer>"
    " | <spoken-century> <number-word> (?: '-'? <number-word> )? )",
)
dates.let(
    "calendar-day",
    "(?= <weekday|weekday-or-word|'the'|day|ordinal-word|month|month-or-word> ) (?: (?: <weekday-name> ','? )? (?: 'the'? <day-number> 'of'? <month-name> | <month-name> 'the'? <day-number> )"
    " (?: ( ',' | 'of' )? <calendar-year> )? )",
)
dates.let("named-day", "<'this'|'last'|'next'|'coming'>? <weekday-name> | <deictic-day>")
dates.let(
    "named-feast",
    "(?= <feast|feast-day|'new'|'good'|'palm'|'ash'> ) (?: <feast> <'day'|'eve'|'sunday'|'monday'|'week'>? | <feast-day> <clitic>? <'day'|'eve'>"
    " | 'new' <'year'> <clitic>? <'day'|'eve'> | 'good' 'friday' | 'palm' 'sunday' | 'ash' 'wednesday' )",
)
dates.let("some-day", "(?= <weekday|weekday-or-word|'the'|day|ordinal-word|month|month-or-word|deictic-day|'this'|'last'|'next'|'coming'> ) (?: <calendar-day> | <named-day> )")

# "Early June", "the end of the month", "later in 1792".
dates.let(
    "portioned",
    "(?= <'the'|'very'|portion|portion-noun> ) (?: 'the'? 'very'? <portion-noun> 'of' 'the'? | 'the'? <portion> (?: '-' | 'in' 'the'? )?"
    " | 'the' <'latter'|'early'|'later'> 'part' 'of' 'the'? )",
)


dates.let("approximate", "<'about'|'around'|'circa'|'ca.'|'c.'|'approximately'>")
dates.let("daily-portion", "<'early'|'late'> | 'later' (?= 'yesterday' | 'tomorrow' ) | 'earlier' (?= 'yesterday' | 'today' )")


def looked_up(tag: str, text: str) -> str | None:
    """The value that the time lexicon gives a word, with or without its dot."""
    entries = lexicon.load("time")[tag]
    word = text.lower()
    return entries.get(word, entries.get(word.rstrip(".")))


def month_of(match: Match) -> int | None:
    """The month, 1 to 12, that the match names; "may" and "march" are months with a capital alone."""
    return month_named(match["month"] or match["month-or-word"])


def month_named(word: str | None) -> int | None:
    """The month, 1 to 12, of a name."""
    if not word:
        return None
    month = looked_up("month", word) or (looked_up("month-or-word", word) if word[0].isupper() else None)
    return int(month) if month else None


def word_before(match: Match) -> str:
    """The bare token before the match; "" where there is none."""
    return match.tokens[match.start - 1] if match.start else ""


def word_after(match: Match) -> str:
    """The bare token behind the match; "" where there is none."""
    return match.tokens[match.end] if match.end < len(match.tokens) else ""


def is_attributive(match: Match) -> bool:
    """Whether the match stands before the noun that it describes: the summer [offensive]."""
    after = word_after(match)
    return after[:1].isalpha() and after.lower() not in lexicon.load("time")["function-word"]


def weekday_of(match: Match) -> int:
    """The weekday, 1 to 7, that the match names; 0 where it names none."""
    if name := match["weekday"]:
        return int(looked_up("weekday", name) or 0)
    if name := match["weekday-or-word"]:
        return int(looked_up("weekday-or-word", name) or 0) if name[0].isupper() else 0
    return 0


def season_of(match: Match) -> int | None:
    """The season, 1 for spring to 4 for winter."""
    name = match["season"]
    if name:
        return int(looked_up("season", name) or 0)
    return int(looked_up("season-or-word", match["season-or-word"] or "") or 0) or None


_UNITS = {unit.name.lower(): unit for unit in Unit}


def unit_of(match: Match) -> tuple[Unit, int]:
    """The last unit that the match names and how many it stands for: a fortnight is two weeks."""
    last: tuple[tuple[int, int], str] | None = None
    for tag in ("unit", "units", "clock-unit", "clock-units"):
        where = match.span_of(tag)
        if where and (last is None or where > last[0]):
            last = where, looked_up(tag, match[tag] or "") or ""
    name = last[1] if last else ""
    return (Unit.WEEK, 2) if name == "fortnight" else (_UNITS.get(name, Unit.DAY), 1)


def words_of(match: Match, name: str) -> list[str]:
    """The bare tokens captured last under `name`."""
    where = match.span_of(name)
    return [match.tokens[i] for i in range(*where)] if where else []


def count_of(match: Match, name: str = "count") -> Fraction | None:
    return numbers.value(words_of(match, name))


def nth_of(match: Match, name: str = "nth") -> int | None:
    return numbers.ordinal(words_of(match, name))


def year_of(match: Match, name: str = "calendar-year") -> int | None:
    """The astronomical year; None where the match has none."""
    where = match.span_of(name)
    if not where:
        return None
    if match.tokens[where[0]].lower() in lexicon.load("time")["spoken-century"]:
        return spoken_year(words_of(match, name))
    digits = next((token for token in words_of(match, name) if token.isdecimal()), "")
    if not digits or len(digits) > 4:
        return None
    era = next((looked_up("era", token) for token in words_of(match, name) if not token.isdecimal() and token != "-"), None)
    return 1 - int(digits) if era == "-1" else int(digits)


def spoken_year(words: list[str]) -> int | None:
    """A year in words: nineteen ninety-six, eighteen oh five, seventeen hundred."""
    tail = [word.lower() for word in words[1:] if word.lower() != "oh" and word != "-"]
    century, rest = numbers.value(words[:1]), Fraction(0) if tail == ["hundred"] else numbers.value(tail)
    if rest is None or century is None or rest >= 100 or rest < 10 and len(words) < 3 and tail != ["hundred"]:
        return None
    return int(100 * century + rest)


def day_of(match: Match) -> int | None:
    """The day of the month, 1 to 31."""
    return day_in(words_of(match, "day-number"))


def day_in(words: list[str]) -> int | None:
    """The day of the month, 1 to 31, that the words write."""
    if len(words) == 1 and words[0].isdecimal():
        return int(words[0])
    day = numbers.ordinal(words)
    return day if day is not None and 1 <= day <= 31 else None


def calendar_day(match: Match) -> What | None:
    """The day that a match of <calendar-day> names; None where there is no such day (February 30)."""
    month, day, year = month_of(match), day_of(match), year_of(match)
    if month is None or day is None or day > days_in_month(2000 if year is None else year, month):
        return None
    if year is None:
        return OfYear(Unit.DAY, month, day, weekday_of(match))
    return Known(Period(Unit.DAY, day_number(year, month, day)))


def some_day(match: Match) -> What | None:
    """The day that a match of <some-day> names."""
    if "calendar-day" in match:
        return calendar_day(match)
    if name := match["deictic-day"]:
        return Shift(Unit.DAY, int(looked_up("deictic-day", name) or 0))
    day = weekday_of(match)
    turn = looked_up("turn", words_of(match, "named-day")[0]) if day else None
    return Weekday(day, int(turn) if turn else None) if day else None


def feast_of(match: Match) -> Feast | None:
    """The holiday that a match of <named-feast> names; None for a day that is none."""
    words = (match.tokens[i].lower() for i in range(*(match.span_of("named-feast") or (0, 0))))
    name = " ".join(word for word in words if word not in ("'s", "’s"))
    known = lexicon.load("feasts")
    if name not in known["feast"] and name not in known["phrase"]:
        return None
    return Feast(name, year=int(match["year"]) if match["year"] else None)


def mod_of(match: Match) -> str | None:
    """TIMEX3's mod of the portion or the bound that the match begins with."""
    if word := match["portion"]:
        return looked_up("portion", word)
    if word := match["portion-noun"]:
        return looked_up("portion-noun", word)
    if word := match["daily-portion"]:
        return looked_up("portion", word)
    if match["approximate"]:
        return "APPROX"
    if words := match["portioned"]:
        return "START" if "early" in words.lower().split() else "END"
    if words := match["bound"]:
        return bound_mod(words.lower())
    return None


def bound_mod(words: str) -> str | None:
    """TIMEX3's mod of "at least", "more than", "nearly", …"""
    if words in lexicon.load("time")["about"]:
        return looked_up("about", words) or None
    if "least" in words or words.startswith(("no less", "no fewer")):
        return "EQUAL_OR_MORE"
    if "most" in words or words.startswith(("no more", "up to", "as many", "as much", "as long")):
        return "EQUAL_OR_LESS"
    if "more" in words or "over" in words:
        return "MORE_THAN"
    if "less" in words or "fewer" in words or "under" in words:
        return "LESS_THAN"
    return None


__all__ = ["DayOfMonth", "ShortYear", "dates"]
