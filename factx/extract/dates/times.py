"""Times of the clock, alone and with their day."""

from __future__ import annotations

from factx import lexicon
from factx.engine.rules import Match
from factx.extract.dates.expression import Every, Expression, Shift, Timed, Weekday, What
from factx.extract.dates.grammar import dates
from factx.extract.dates.values import (
    looked_up,
    measure_mod,
    of_year,
    some_day,
    word_after,
    word_before,
    words_of,
)
from factx.text import numbers
from factx.text.calendar import Unit
from factx.text.tokens import is_break

dates.let(
    "clock-time",
    """<hour> (?: <':'|'.'> <minute> (?: ':' <minute> )? )? '+'? <meridiem> | <decimal|integer> <meridiem>
    | (?: <hour> (?: ':' <minute> )? | (?P<spelt> <number-word> ) ) <oclock>?
      (?: 'in' 'the' (?P<half_of_day> <'morning'|'afternoon'|'evening'> ) | 'at' (?P<half_of_day> 'night' ) )
    | <hour> ':' <minute> (?: ':' <minute> )? (?P<hours> <'hours'|'hrs'|'h'> )? | '12'? <clock-word>
    | <hour> (?P<hours> <oclock> ) | (?P<spelt> <number-word> ) (?: (?P<hours> <oclock> ) | <meridiem> )
    | 'a'? (?P<past> <'half'|'quarter'> <'past'|'to'> ) (?P<spelt> <number-word|hour> )
    | (?P<past> (?: <integer|number-word> (?: '-' <number-word> )? 'minutes' <'past'|'to'>
        | <number-word> (?: '-' <number-word> )? 'past' ) ) (?P<spelt> <number-word|hour> )
      (?: 'in' 'the' (?P<half_of_day> <'morning'|'afternoon'|'evening'> ) | 'at' (?P<half_of_day> 'night' ) )?
    | <four-digits> (?: (?P<hours> <'hours'|'hrs'> ) | (?= <time-zone> ) )""",
)
dates.let("day-half", "(?P<half_of_day> <'morning'|'afternoon'|'evening'|'night'> )")
dates.let(
    "zone",
    """(?P<offset> <time-zone> ) (?: <'+'|'-'|'−'> <integer> (?: ':' <minute> )? )?
    <'time'|'standard'|'daylight'|'summer'>? 'time'? | (?P<offset> <'british'|'european'> ) 'summer' 'time'""",
)


def clock(match: Match) -> str | None:
    """The time on a 24-hour clock, as TIMEX3 writes it; None if there is no such time."""
    if word := looked_up("clock-word", match["clock-word"]):
        return word
    half_of_day = (match["half-of-day"] or "").lower()
    if "spelt" in match:
        spelt = numbers.value(words_of(match, "spelt"))
        if spelt and (half_of_day not in ("", "morning") or looked_up("meridiem", match["meridiem"]) == "12"):
            spelt = spelt % 12 + 12
        return _spelt(spelt, words_of(match, "past"))
    figures = [int(part) for word in words_of(match, "clock-time") for part in word.split(".") if part.isdecimal()]
    if len(figures) == 1 and figures[0] > 24:
        figures = list(divmod(figures[0], 100))  # 730pm
    hour, minute, *seconds = [*figures, 0] if len(figures) == 1 else figures
    hour = _hour(match, hour, half_of_day)
    if not 0 <= hour <= 24 or minute > 59 or len(seconds) > 1:
        return None
    return ":".join(f"{figure:02d}" for figure in (hour, minute, *seconds))


def _hour(match: Match, hour: int, half_of_day: str) -> int:
    """The hour of 24 by what half of the day is told; -1 if it is none."""
    if half := looked_up("meridiem", match["meridiem"]):
        if not 0 < hour <= 12:
            return -1
        hour = hour % 12 + int(half)
    if half_of_day:
        return hour % 12 + (0 if half_of_day == "morning" else 12)
    if ("last" in match or "tonight" in match) and "meridiem" not in match and 4 < hour < 12:
        return hour + 12  # "at 8:45 last night"
    return hour


def _spelt(hour: numbers.Number | None, past: list[str]) -> str | None:
    """Eight o'clock, half past nine, quarter to ten."""
    if hour is None or not 1 <= hour <= 24 or hour.denominator > 1:
        return None
    *part, side = (word.lower() for word in past) if past else ("",)
    minute = 0
    if part:
        read = numbers.value(part[:-1] if part[-1] == "minutes" else part)
        minute = {"half": 30, "quarter": 15}.get(part[0], int(read or 60))
    if minute > 59:
        return None
    return f"{int(hour) - 1:02d}:{60 - minute:02d}" if side == "to" else f"{int(hour):02d}:{minute:02d}"


@dates.rule(
    """<year> '-' <month-number&two-digits> '-' <day&two-digits> 't'? <hour&two-digits>
    ':' <minute> (?: ':' <minute|decimal> )? 'z'?""",
    examples={"It was logged at 2020-08-16T14:30:00Z.": "2020-08-16T14:30:00"},
    rejects=["It was logged at 2020-08-16T29:30.", "On 2020-08-16, 12 left."],
)
def iso_time(match: Match) -> Expression | None:
    """A day and a time in ISO 8601 form."""
    figures = [int(word.partition(".")[0]) for word in match.tokens[match.start : match.end] if word[0].isdecimal()]
    year, month, day, hour, *rest = figures
    what = of_year(Unit.DAY, month, year, day)
    if what is None or hour > 24 or max(rest) > 59:
        return None
    notes = ("zone:UTC",) if match.text[-1] in "zZ" else ()
    return Expression(Timed(what, ":".join(f"{figure:02d}" for figure in (hour, *rest))), notes=notes)


@dates.rule(
    """(?: (?P<first> <hour> ) (?: <':'|'.'> (?P<first_minute> <minute> ) )? | (?P<first_spelt> <number-word> )
      | (?P<first_dotted> <decimal> ) )
    (?= <joint> (?: (?P<last> <hour|decimal> ) (?: <':'|'.'> <minute> )? | <number-word> ) <meridiem> )""",
    examples={"It is open from 9 to 11 a.m.": "XXXX-XX-XXT09:00", "between 10 and 2 p.m.": "XXXX-XX-XXT10:00",
              "It is open from 9.30 to 11.15am.": "XXXX-XX-XXT09:30"},
    rejects=["It is open from 9 to 11.", "It rose from 9.5 to 11.5."],
)
def first_hour(match: Match) -> Expression | None:
    """The first of two times that share the half of the day written after the second: [9] to 11 a.m."""
    spelt, minute = words_of(match, "first-spelt"), match["first-minute"] or "00"
    first = numbers.value(spelt) if spelt else int(match["first"] or 0)
    if dotted := match["first-dotted"]:
        hour, _, minute = dotted.partition(".")
        first = int(hour) if len(minute) == len("30") and int(minute) < 60 else 0
    if match.spans_of("number-word"):
        last = numbers.value(words_of(match, "number-word"))
    else:
        last = int((match["last"] or "0").partition(".")[0])
    if first is None or last is None or not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    half = int(looked_up("meridiem", match["meridiem"]) or 0)
    if first % 12 > last % 12:
        half = 12 - half  # from 10 to 2 p.m.: in the morning
    return Expression(Timed(None, f"{int(first) % 12 + half:02d}:{minute}"))


@dates.rule(
    """<bound>? <clock-time> (?= <joint> (?P<until> <hour> ) ':' <minute> )?+
    (?: <zone> | '(' <zone> ')' (?= 'on'? <some-day> | <'last'|'this'> <day-half> ) )?
    (?: 'on'? <some-day>
        (?: <day-half> (?<! <meridiem> 'on'? <weekday|deictic-day> <'morning'|'afternoon'|'evening'> ) )?
      | 'on' <weekdays> | ',' <calendar-day> | <tonight> | 'last' (?P<last> 'night' )
      | (?P<this> 'this' ) <day-half> )? <zone>?
    (?= '(' <four-digits|hour|minute|':'|meridiem|time-zone>{2,6} ')' ','? <some-day> )?+""",
    examples={"It starts at 3 p.m.": "XXXX-XX-XXT15:00", "at 10:35 a.m. on 3 May 2019": "2019-05-03T10:35"},
    rejects=["They won 3:12.", "I am 10."],
)
def clock_time(match: Match) -> Expression | None:
    """A time of the clock, alone or with its day."""
    time = clock(match)
    if time is None or not ("meridiem" in match or "clock-word" in match or _is_clock(match)):
        return None
    if "past" in match and not _is_told(match):
        return None  # they moved one past two
    if "clock-word" in match and (
        word_before(match).lower() == "high" or (match.text.istitle() and word_after(match)[:1].isupper())
    ):
        return None  # "high noon", Midnight Oil
    day: What | None = None
    if any(name in match for name in ("tonight", "last", "this")):
        day = Shift(Unit.DAY, -1 if "last" in match else 0)
    if "some-day" in match or "calendar-day" in match:
        day = some_day(match)
        if day is None:
            return None
    if weekday := looked_up("weekdays", match["weekdays"]):
        return Expression(Every(Timed(Weekday(int(weekday)), time)))
    notes = (f"zone:{(match['offset'] or '').upper()}",) if "zone" in match else ()
    return Expression(Timed(day, time), measure_mod(match), notes=notes)


def _is_told(match: Match) -> bool:
    """Whether what is past an hour is a time of the clock."""
    past = (match["past"] or "").lower().split()
    before = word_before(match).lower()
    return not {"minutes", "half", "quarter"}.isdisjoint(past) or before in _BEFORE_A_CLOCK or before in ("is", "was")


@dates.rule(
    """(?<= <'at'|'from'|'until'|'till'|'by'|'since'|'before'|'after'|'around'|'about'> )
    <dotted-time> (?P<hours> <'hours'|'hrs'> )?""",
    examples={"The train left at 17.30 local time.": "XXXX-XX-XXT17:30"},
    rejects=["It closed at 17.30.", "It fell by 17.30 on Monday’s close.", "It sold at 27.30 local time."],
)
def dotted_time(match: Match) -> Expression | None:
    """A time of the clock with a dot, where its zone or its day shows it to be one: 17.30 Moscow time."""
    after = [word_after(match, further) for further in range(2)]
    if "hours" not in match and after[1] != "time" and after[0].lower() not in _AFTER_A_TIME:
        return None
    return Expression(Timed(None, match.tokens[match.start].replace(".", ":")))


_AFTER_A_TIME = frozenset(["today", "tomorrow", "yesterday", "gmt", "cet"])
_BEFORE_A_CLOCK = frozenset("at by until till from since around about before after between".split())


def _is_clock(match: Match) -> bool:
    """Whether a bare 14:30 is a time: scores, ratios and verses look the same."""
    before = word_before(match).lower()
    if "four-digits" in match and "hours" in match and match.text[0] in "12" and "some-day" not in match:
        return before in _BEFORE_A_CLOCK or before in ("to", "-", "–", "and")  # 1,539 hours of sunshine
    return (
        before in _BEFORE_A_CLOCK
        or any(name in match for name in ("hours", "past", "until", "some-day", "zone", "tonight", "last"))
        or _is_of_a_fixture(match) or _ends_span(match)
        or _opens_entry(match)
    )


def _opens_entry(match: Match) -> bool:
    """Whether a line of a programme begins with a bare 11:00: 11:00 Races."""
    if match.text[-1] not in "05" or not word_after(match)[:1].isupper():
        return False
    return match.start > 0 and is_break(match.tokens[match.start - 1])


def _ends_span(match: Match) -> bool:
    """Whether another such time and a dash stand before it: 09:00 – 10:30."""
    before = match.tokens[max(0, match.start - 4) : match.start]
    if len(before) < len("h:m-") or before[1] != ":" or before[3] not in ("-", "–", "—"):
        return False
    return before[0].isdecimal() and before[2].isdecimal() and len(before[2]) == len("30")


def _is_of_a_fixture(match: Match) -> bool:
    """Whether a bare 14:30 ends an entry of a list that opens with its day: Sat 11 May: Fulham v Leeds, 12:30."""
    if word_before(match) not in (",", "(", "-", "–", "|") or word_after(match).strip() not in ("", ".", ";", ")", ","):
        return False
    if match.text[-1] not in "05":
        return False
    first = match.tokens.sentence_of(match.start)[0]
    opening = [word.lower() for word in match.tokens[first : first + 2]]
    time = lexicon.load("time")
    return any(word in time[section] for word in opening for section in _DAY_SECTIONS)


_DAY_SECTIONS = ("weekday", "weekday-or-word", "month", "month-or-word")


_TO = frozenset(["to", "-", "–", "—", "through", "until", "till"])


@dates.rule(
    "<some-day> ','? <clock-time> <zone>?",
    examples={"It starts this Saturday, 7 p.m.": "XXXX-WXX-6T19:00"},
    rejects=["On Sunday 10 won."],
)
def day_and_clock(match: Match) -> Expression | None:
    """A day followed by a time of the clock: this Saturday, 7 p.m.; but not the days and the hours of a shop."""
    if "," in match.text and word_before(match).lower() in _TO and word_after(match).lower() in _TO:
        return None  # Tuesday to Saturday, 9am to 4.30pm
    time, day = clock(match), some_day(match)
    return Expression(Timed(day, time)) if time is not None and day is not None else None
