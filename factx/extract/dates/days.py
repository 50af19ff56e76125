"""Calendar days, and weeks and parts of a month that are given by a day or a count."""

from __future__ import annotations

from factx import lexicon
from factx.engine.rules import Match
from factx.extract.dates.expression import DayOfMonth, Expression, Known, OfYear, Part, Shift, Vague, What
from factx.extract.dates.grammar import dates
from factx.extract.dates.values import (
    calendar_day,
    day_in,
    is_attributive,
    looked_up,
    lower_words,
    mod_of,
    month_named,
    month_of,
    nth_of,
    of_year,
    some_day,
    spoken_year,
    weekday_of,
    word_after,
    word_before,
    words_of,
    year_of,
)
from factx.text import numbers
from factx.text.calendar import Period, Unit, day_number


@dates.rule(
    "<year> '-' <month-number&two-digits> '-' <day&two-digits>",
    examples={"The 2020-08-16 issue is out.": "2020-08-16"},
    rejects=["Order 2020-18-16 was shipped.", "It closed on 2021-02-30."],
)
def iso_date(match: Match) -> Expression | None:
    """A day in ISO 8601 form."""
    year, month, day = (int(match.tokens[i]) for i in range(match.start, match.end, 2))
    what = of_year(Unit.DAY, month, year, day)
    return Expression(what) if what is not None else None


@dates.rule(
    "(?<= 'the' ) <month> <day> (?= <'terror'|'terrorist'|'capitol'|'us'>? <known-for> )",
    examples={"He was jailed for the January 6 riot.": "2021-01-06"},
    rejects=["He was jailed for the June 6 riot.", "On January 6 attacks began."],
)
def known_day(match: Match) -> Expression | None:
    """A day that is known by what happened on it: the January 6 riot, the September 11 attacks."""
    noun = next(filter(lambda word: word in lexicon.load("time")["known-for"], _following(match)), "")
    year = _KNOWN.get((month_named(match["month"]) or 0, int(match["day"] or 0)))
    if year is None or (year == 2023 and noun not in ("attack", "attacks", "massacre")):
        return None
    what = of_year(Unit.DAY, month_named(match["month"]), year, int(match["day"] or 0))
    return Expression(what) if what is not None else None


def _following(match: Match) -> list[str]:
    return [word.lower() for word in match.tokens[match.end : match.end + 2]]


_KNOWN = {(1, 6): 2021, (9, 11): 2001, (10, 7): 2023}


@dates.rule(
    "(?: <placed> | <'last'|'next'> | 'this' 'coming' )? <calendar-day>",
    examples={
        "It opened on 16 August 2020.": "2020-08-16",
        "It closed on Aug. 16.": "XXXX-08-16",
        "They met on Monday, June 3rd, 2019, in Oslo.": "2019-06-03",
        "She resigned on the 4th of March 1933.": "1933-03-04",
        "He fell on 15 March 44 BC.": "BC0044-03-15",
        "She was hurt on 17 November last year.": "XXXX-11-17",
    },
    rejects=["It will never be February 30.", "They march 3 miles a day."],
)
def calendar_date(match: Match) -> Expression | None:
    """A day and its month, with or without year and weekday, in either order."""
    if "mid" in map(str.lower, match.tokens[max(0, match.start - 2) : match.start + 1]):
        return None  # by mid-April 30 houses had burned
    if word_before(match) == "Long" and match.tokens[match.start] == "March":
        return None  # the rocket Long March 5
    day, last = calendar_day(match), match.tokens[match.end - 1]
    if last.istitle() and match.tokens[match.end - 2].lower() == "the" and word_after(match)[:1].isupper():
        return None  # "in May the First Lady"
    if isinstance(day, OfYear) and (turn := _TURNS.get(match.tokens[match.start].lower())) is not None:
        day = day._replace(turn=turn)
    return Expression(day, mod_of(match), weekday=weekday_of(match)) if day is not None else None


_TURNS = {"last": -1, "next": 1, "this": 1}


@dates.rule(
    """<month-name> (?P<spelt> <number-word> (?: '-'? <number-word> )? ) ','?
    (?: (?P<spoken> <spoken-century> (?: 'hundred' | 'oh' <number-word> | <number-word> '-'? <number-word>? ) )
      | (?P<millennium> 'two' 'thousand' (?: 'and'? <number-word> (?: '-'? <number-word> )? )? ) )""",
    examples={"It was signed on May five, nineteen ninety-six.": "1996-05-05"},
    rejects=["In May five thousand came.", "May forty, two thousand and ten"],
)
def spelt_day(match: Match) -> Expression | None:
    """A day and its year in words: May five, nineteen ninety-six."""
    day, century = numbers.value(words_of(match, "spelt")), words_of(match, "millennium")
    year = numbers.value(century) if century else spoken_year(words_of(match, "spoken"))
    if day is None or year is None or not 1 <= day <= 31:
        return None
    what = of_year(Unit.DAY, month_of(match), int(year), int(day))
    return Expression(what) if what is not None else None


@dates.rule(
    """<weekday-name> '(' (?: <month-name> <day-number> | <day-number> <month-name> )
    (?: ','? <calendar-year> )? ')'""",
    examples={"They spoke on Sunday (August 15).": "XXXX-08-15"},
    rejects=["They spoke on Sunday (August was wet)."],
)
def weekday_and_date(match: Match) -> Expression | None:
    """A weekday followed by the day and month in brackets."""
    day, weekday = calendar_day(match), weekday_of(match)
    return Expression(day, weekday=weekday) if day is not None and weekday else None


@dates.rule(
    """(?<! (?<! '/' ) <integer> '-' ) <integer> (?: '/' <integer> '/' | '-' <integer> '-' ) <integer>
      (?! '-' <integer> (?! '/' ) )
    | <dotted>""",
    examples={
        "The form is dated 16/08/2020.": "2020-08-16",
        "It says 27.03.15 on the back.": "2015-03-27",
        "The stamp says 8-16-20.": "2020-08-16",
    },
    rejects=[
        "Version 1.2.3 is out.", "macOS 10.15.16", "They rode in a 7-4-3 formation.", "He bowled 25-6-95-4.",
        "It read 45/67/2020.",
    ],
)
def numeric_date(match: Match) -> Expression | None:
    """A day in figures: 16/08/2020, 8-16-20, 27.03.15; if its order is ambiguous, the rest of the text settles it."""
    separator = next(mark for mark in "/-." if mark in match.text)
    if word_after(match).lower() in lexicon.load("time")["counted"]:
        return None  # "12.03.99 euros"
    figures = match.text.replace(" ", "").split(separator)
    if len(figures) != 3 or not all(figure.isdecimal() for figure in figures):
        return None
    if len(figures[0]) == 4:
        what = of_year(Unit.DAY, _month(figures[1]), int(figures[0]), _day(figures[2]))
        return Expression(what) if what is not None and separator != "." else None
    lengths = [len(figure) for figure in figures]
    if max(lengths[:2]) > 2 or lengths[2] not in (2, 4) or sum(lengths) < _ENOUGH_FIGURES[separator]:
        return None
    return _in_either_order(figures[0], figures[1], _full_year(figures[2]), day_first=separator == ".")


def _full_year(figures: str) -> int:
    """A year of two figures or four: 49 is 2049, 50 is 1950."""
    return int(figures) if len(figures) == 4 else int(figures) + (2000 if int(figures) < 50 else 1900)


def _in_either_order(first: str, second: str, year: int, *, day_first: bool) -> Expression | None:
    """A day whose month is the second figure (day_first: surely) or the first one."""
    if not 1000 <= year < 2200:
        return None
    month_day = None if day_first else of_year(Unit.DAY, _month(first), year, _day(second))
    day_month = of_year(Unit.DAY, _month(second), year, _day(first))
    if month_day is not None and day_month is not None:
        return Expression(day_month) if int(first) == int(second) else Expression(month_day, notes=("order:open",))
    if month_day is not None:
        return Expression(month_day, notes=("order:mdy",))
    return Expression(day_month, notes=("order:dmy",)) if day_month is not None else None


dates.let("short-month", "<month> | <month-or-word>")


@dates.rule(
    """<day> <'-'|'/'> <short-month> <'-'|'/'> <year|two-digits> (?! '-' )
    | <year> <'-'|'/'> <short-month> <'-'|'/'> <day> | <day&glued> <short-month> <two-digits>""",
    examples={"The memo is dated 19-Nov-12.": "2012-11-19", "It was made on 2019-Aug-01.": "2019-08-01",
              "The stamp says 03MAR19.": "2019-03-03"},
    rejects=["They met on 19-Nov-1.", "It is 40-Nov-12.", "On 3 Nov 12 men came."],
)
def record_date(match: Match) -> Expression | None:
    """A day as records write it: 19-Nov-12, 2019-Aug-01, 22/Jan/2019."""
    figures = [word for word in match.tokens[match.start : match.end] if word.isdecimal()]
    if match.end - match.start == 3 and (" " in match.text or len(match.text) not in (6, 7)):
        return None  # "on 3 Nov 12 men"
    day, year = figures if len(figures[0]) < 4 else figures[::-1]
    name = words_of(match, "short-month")[0]
    what = of_year(Unit.DAY, month_named(name.title()), _full_year(year), int(day))
    return Expression(what) if what is not None else None


@dates.rule(
    """(?<= <'in'|'of'|'until'|'till'|'to'|'through'|'by'|'since'|'from'|'dated'> ) <month-number&two-digits> '/' <year>
    (?! '/' )""",
    examples={"The card expires in 08/2014.": "2014-08"},
    rejects=["It fell in 14/2014.", "It was 08/2014/3."],
)
def month_in_figures(match: Match) -> Expression | None:
    """A month in figures: 08/2014."""
    what = of_year(Unit.MONTH, int(match.tokens[match.start]), int(match["year"] or 0))
    return Expression(what) if what is not None else None


@dates.rule(
    "(?<! <integer> <'/'|'-'> ) (?P<figures> '9' '/' '11' ) (?! <'/'|'-'> )",
    examples={"Security changed after 9/11.": "2001-09-11"},
    rejects=["It is 9/11/2015.", "They won 9 of 11."],
)
def nine_eleven(match: Match) -> Expression:
    """A date used as a name: 9/11."""
    return Expression(Known(Period(Unit.DAY, day_number(2001, 9, 11))))


def _month(figures: str) -> int | None:
    return int(figures) if len(figures) <= 2 and 1 <= int(figures) <= 12 else None


def _day(figures: str) -> int | None:
    return int(figures) if len(figures) <= 2 and 1 <= int(figures) <= 31 else None


_ENOUGH_FIGURES = {"/": 4, "-": 5, ".": 6}
"""The fewest figures of a date: with fewer, it is more likely a score (6-4-3) or a version (3.12.1)."""


@dates.rule(
    """<portioned>? 'the' 'week' (?: <'of'|'ended'|'ending'|'beginning'|'starting'|'commencing'> 'on'? <calendar-day>
    | 'to' <calendar-day> )
    | 'the' (?P<end> 'weekend' ) 'of' (?: <day> <'-'|'–'|'/'|'and'> )? <calendar-day>
      (?: <'-'|'–'|'/'|'and'> <day> )?""",
    examples={
        "The hearing is in the week of March 6, 2000.": "2000-W10",
        "Claims fell in the week ended April 27, 2024.": "2024-W17",
        "It is on the weekend of June 1-2, or of 8-9 June.": "XXXX-WXX-WE",
    },
    rejects=["the week of the hearing"],
)
def week_of(match: Match) -> Expression | None:
    """The week, or the weekend, that contains a day: the week of March 6, the weekend of June 1-2."""
    day = calendar_day(match)
    unit = Unit.WEEKEND if "end" in match else Unit.WEEK
    return Expression(Shift(unit, 0, day), mod_of(match)) if day is not None else None


@dates.rule(
    """'the'? (?: <nth> | <'last'|'final'> ) (?P<part> <'day'|'days'|'week'|'weeks'|'weekend'|'month'> ) <'of'|'in'>
    (?: <month-name> (?: ','? 'of'? <calendar-year> )? | <calendar-year>
      | (?P<turned_whole> <'the'|'this'|'last'|'next'> ) (?P<whole> <'year'|'month'> ) )""",
    examples={"It fell in the last week of August 1914.": "1914-W35"},
    rejects=["the last week of the war"],
)
def part_of_period(match: Match) -> Expression | None:
    """A day, week or month counted within a month or a year: the last week of August."""
    unit = Unit[(match["part"] or "").upper().rstrip("S")]
    index = nth_of(match) if "nth" in match else -1
    whole: What | None
    if "whole" in match:
        whole = _turned(match)
    elif "month-name" in match:
        whole = of_year(Unit.MONTH, month_of(match), year_of(match))
    else:
        whole = of_year(Unit.YEAR, 1, year_of(match))
    return Expression(Part(unit, index, whole)) if index is not None and whole is not None else None


def _turned(match: Match) -> Shift:
    """The month or the year that the words name: the month, next month, last year."""
    turn = int(looked_up("turn", match["turned-whole"]) or 0)
    return Shift(Unit[(match["whole"] or "").upper()], turn, "document" if turn else "scene")


dates.let("month-beside", "(?P<turned_whole> <'this'|'last'|'next'> ) (?P<whole> 'month' )")


@dates.rule(
    """'the' <day-number> (?: 'day'? 'of' <month-beside> | (?= <joint> 'the'? <day-number> 'of' <month-beside> ) )
    | (?<= <day-number> <joint> ) <day-number> 'of' <month-beside>""",
    examples={"It is due on the 10th of next month.": "XXXX-XX-XX"},
    rejects=["the 10th of the best", "the 40th of next month"],
)
def day_of_turned_month(match: Match) -> Expression | None:
    """A day of last, this or next month: the 10th of next month."""
    starts = [start for start, _ in match.spans_of("day-number") if match.start <= start < match.end]
    day = day_in(words_of(match, "day-number", [start for start, _ in match.spans_of("day-number")].index(starts[0])))
    return Expression(Part(Unit.DAY, day, _turned(match))) if day is not None else None


@dates.rule(
    """'the' (?: <nth> | 'last' ) <weekday-name> <'of'|'in'>
    (?: <month-name> (?: ','? 'of'? <calendar-year> )? | <calendar-year>
      | (?P<turned_whole> <'the'|'this'|'last'|'next'> ) (?P<whole> <'year'|'month'> ) )""",
    examples={"It falls on the second Monday in May 2021.": "2021-05-10"},
    rejects=["the second Monday in a row"],
)
def weekday_of_period(match: Match) -> Expression | None:
    """A weekday counted within a month or a year: the second Monday in May."""
    index, weekday = nth_of(match) if "nth" in match else -1, weekday_of(match)
    unit, part = (Unit.MONTH, month_of(match)) if "month-name" in match else (Unit.YEAR, 1)
    whole = _turned(match) if "whole" in match else of_year(unit, part, year_of(match))
    if index is None or not weekday or whole is None:
        return None
    return Expression(Part(Unit.DAY, index, whole, weekday))


@dates.rule(
    "<portioned>? 'the'? (?: <nth> | <'final'|'opening'> ) 'day' (?! <hyphen&glued> | <integer> )",
    examples={"On the second day, he fell.": "XXXX-XX-XX", "It was 1 July 1916, the first day of it.": "1916-07-01"},
    rejects=["It was a second-day story.", "the first day-long strike"],
)
def nth_day(match: Match) -> Expression | None:
    """A day counted from the start of something: the second day. Just after a date, it is that date."""
    before = [word.lower() for word in match.tokens[max(0, match.start - 2) : match.start]]
    if before and (before[-1] in _AFTER_ITS_DATE or (before[0] in _POINTING and before[-1] in ("'s", "’s"))):
        return Expression(Shift(Unit.DAY, 0, "narrative"))
    return Expression(Part(Unit.DAY, nth_of(match) or -1, Vague("PRESENT_REF")), mod_of(match))


_AFTER_ITS_DATE = frozenset([",", "is", "was", "("])
_POINTING = frozenset(["it", "this", "that", "today"])


@dates.rule(
    "'the' 'day' (?= <'before'|'after'> )",
    examples={"It was 1 July 1916, the day after the flood.": "1916-07-01"},
    rejects=["He left the day after the flood.", "On 1 July 1916 he left the day after the flood."],
)
def day_beside_event(match: Match) -> Expression | None:
    """A date told again by an event next to it: Oct. 12, [the day] before the crash."""
    at, tokens = match.start, match.tokens
    if at < 2 or tokens[at - 1] not in (",", "-", "–", "—", "(") or tokens.sentence_of(at)[0] > at - 2:
        return None
    before = tokens[at - 2]
    if not (before.isdecimal() or month_named(before) or looked_up("weekday", before)):
        return None
    return Expression(Shift(Unit.DAY, 0, "narrative"))


@dates.rule(
    "'calendar' 'week' (?P<week> <integer> ) (?: ','? 'of'? <year> )?",
    examples={"Work resumes in calendar week 33 of 2019.": "2019-W33"},
    rejects=["calendar week 77"],
)
def calendar_week(match: Match) -> Expression | None:
    """A week by its number: calendar week 33."""
    week, year = int(match["week"] or 0), match["year"]
    whole = of_year(Unit.YEAR, 1, int(year)) if year else Shift(Unit.YEAR, 0, "scene")
    return Expression(Part(Unit.WEEK, week, whole)) if whole is not None and 1 <= week <= 53 else None


@dates.rule(
    "<year> '-' 'w' (?P<week> <two-digits> )",
    examples={"in 2020-W33": "2020-W33"},
    rejects=["the 2020-W77 form"],
)
def iso_week(match: Match) -> Expression | None:
    """A week in ISO 8601 form."""
    whole = of_year(Unit.YEAR, 1, int(match["year"] or 0))
    week = int(match["week"] or 0)
    return Expression(Part(Unit.WEEK, week, whole)) if whole is not None and 1 <= week <= 53 else None


@dates.rule(
    "<weekday-name> ','? 'the' <day> <ordinal-suffix>",
    examples={"It was Friday the 13th.": "XXXX-XX-13"},
    rejects=["On Sunday the 13th Army fell."],
)
def weekday_and_day(match: Match) -> Expression | None:
    """A weekday and a day of an unspecified month: Friday the 13th."""
    weekday = weekday_of(match)
    if not weekday or word_after(match)[:1].isupper():
        return None
    return Expression(DayOfMonth(int(match["day"] or 0)), weekday=weekday)


_BEFORE_A_DAY = frozenset(["on", "by", "until", "since", "from", "to"])


@dates.rule(
    "'the' <day> <ordinal-suffix> (?! <any-unit> | '-'? <'century'|'anniversary'> | <'and'|'or'> <integer> )",
    examples={"They left on the 21st.": "XXXX-XX-21", "The raid on the 20th was a failure.": "XXXX-XX-20"},
    rejects=["the 21st century", "It was the 21st attempt.", "a putt on the 15th and 17th holes"],
)
def day_of_month(match: Match) -> Expression | None:
    """A day of an unspecified month: the 21st."""
    if word_before(match).lower() not in _BEFORE_A_DAY or is_attributive(match):
        return None
    return Expression(DayOfMonth(int(match["day"] or 0)))


@dates.rule(
    """'the'? 'day' (?P<side> <'before'|'after'> )
    (?: <'yesterday'|'tomorrow'> | <some-day> | 'that' | (?= <','|'.'|';'|')'|end> ) )""",
    examples={"It was sent the day before yesterday.": "XXXX-XX-XX"},
    rejects=["the day before the vote"],
)
def day_beside(match: Match) -> Expression | None:
    """The day before or after another day: the day before yesterday."""
    count = -1 if (match["side"] or "").lower() == "before" else 1
    last = lower_words(match)[-1]
    if last in ("yesterday", "tomorrow"):
        return Expression(Shift(Unit.DAY, 2 * count))
    if "some-day" not in match:
        return Expression(Shift(Unit.DAY, count, "narrative"))
    day = some_day(match)
    return Expression(Shift(Unit.DAY, count, day)) if day is not None else None
