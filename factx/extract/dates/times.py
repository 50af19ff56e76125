"""Parts of the day and times of the clock."""

from __future__ import annotations

from factx.calendar import Unit
from factx.extract.dates.expression import Every, Expression, Shift, Timed, What
from factx.extract.dates.grammar import dates, feast_of, looked_up, mod_of, some_day, word_after, word_before
from factx.rules import Match

dates.let(
    "clock-time",
    "<hour> (?: <':'|'.'> <minute> (?: ':' <minute> )? )? '+'? <meridiem> | <decimal> <meridiem> | <integer> <meridiem>"
    " | <hour> ':' <minute> <'hours'|'hrs'|'h'|'am'|'pm'>? | <clock-word>",
)
dates.let("zone", "<time-zone> <'time'|'standard'>? 'time'?")


def clock(match: Match) -> str | None:
    """The time on a 24-hour clock, as TIMEX3 writes it."""
    if word := match["clock-word"]:
        return looked_up("clock-word", word)
    words = [match.tokens[i] for i in range(*(match.span_of("clock-time") or (0, 0)))]
    figures = [int(part) for word in words for part in word.split(".") if part.isdecimal()]
    if not figures or len(figures) > 3:
        return None
    if len(figures) == 1 and figures[0] > 24:
        figures = [figures[0] // 100, figures[0] % 100]
    hour, minute = figures[0], figures[1] if len(figures) > 1 else 0
    half = match["meridiem"]
    if half:
        if not 0 < hour <= 12 and not (hour <= 23 and len(figures) > 1):
            return None
        hour = hour % 12 + int(looked_up("meridiem", half) or 0) if hour <= 12 else hour
    if hour > 24 or minute > 59:
        return None
    return f"{hour:02d}:{minute:02d}" + (f":{figures[2]:02d}" if len(figures) == 3 else "")


@dates.rule(
    "<bound>? <clock-time> <zone>? (?: ','? 'on'? (?: <some-day> | <tonight> ) )? <zone>?",
    examples={"It starts at 3 p.m.": "XXXX-XX-XXT15:00", "at 10:35 a.m. on 3 May 2019": "2019-05-03T10:35"},
    rejects=["They won 3:12.", "I am 10."],
)
def clock_time(match: Match) -> Expression | None:
    """A time of the clock, alone or with its day."""
    time = clock(match)
    if time is None:
        return None
    if match["meridiem"] is None and match["clock-word"] is None and not _is_clock(match):
        return None
    if (match["meridiem"] or "").lower() == "am" and " am" in match.text and match["meridiem"] == "am" and match.tokens[match.end:match.end + 1] and not match.text[0].isdigit():
        return None
    day: What | None = some_day(match) if "some-day" in match else None
    if day is None and match.text.lower().endswith("tonight"):
        day = Shift(Unit.DAY, 0)
    zone = match["zone"]
    return Expression(Timed(day, time), mod_of(match), notes=(f"zone:{zone.split()[0].upper()}",) if zone else ())


def _is_clock(match: Match) -> bool:
    """Whether a bare 14:30 is a time: scores, ratios and verses look the same."""
    before = word_before(match).lower()
    return before in ("at", "by", "until", "till", "from", "since", "around", "about", "before", "after", "between") or any(
        word in match.text.lower() for word in ("hours", "hrs")) or "some-day" in match or "zone" in match


@dates.rule(
    "<some-day> ','? <clock-time> <zone>?",
    examples={"It starts this Saturday, 7 p.m.": "XXXX-WXX-6T19:00"},
    rejects=["On Sunday 10 won."],
)
def day_and_clock(match: Match) -> Expression | None:
    """A day and the time of the clock behind it: this Saturday, 7 p.m."""
    time, day = clock(match), some_day(match)
    if time is None or day is None or match["meridiem"] is None and match["clock-word"] is None and ":" not in match.text:
        return None
    return Expression(Timed(day, time))


@dates.rule(
    "<portioned>? (?: <some-day> | <named-feast> | <'this'|'that'|'last'|'tomorrow'|'yesterday'> ) <portion>? '-'? <day-part>",
    examples={"The march is on Sunday afternoon.": "XXXX-WXX-7TAF", "She died last night.": "XXXX-XX-XXTNI"},
    rejects=["a last good night"],
)
def day_and_part(match: Match) -> Expression | None:
    """A part of a day: Sunday afternoon, last night, this morning."""
    time = looked_up("day-part", match["day-part"] or "") or ""
    day: What | None
    if "some-day" in match:
        day = some_day(match)
    elif "named-feast" in match:
        day = feast_of(match)
    else:
        first = next((word for word in match.text.lower().split() if word in ("this", "that", "last")), "this")
        day = Shift(Unit.DAY, {"this": 0, "that": 0, "last": -1}[first], "narrative" if first == "that" else "document")
    return None if day is None else Expression(Timed(day, time), mod_of(match))


@dates.rule(
    "(?<= <'at'|'by'> ) <'night'|'day'|'dawn'|'dusk'> (?= <','|'.'|'and'|'or'|end> )",
    examples={"They travelled by night.": "XXXX-XX-XXTNI"},
    rejects=["at night school"],
)
def by_night(match: Match) -> Expression | None:
    """A part of any day: at night, by day."""
    part = {"night": "NI", "day": "DT", "dawn": "MO", "dusk": "EV"}[match.text.lower()]
    return Expression(Every(Timed(None, part)), type="TIME")


@dates.rule(
    "<'the'|'a'|'an'|'one'>? <portion>? '-'? <day-part> (?! '-' ) | <day-part>",
    examples={"It rained in the morning.": "XXXX-XX-XXTMO", "mid-afternoon": "XXXX-XX-XXTAF"},
    rejects=["The Evening Standard wrote it."],
)
def part_alone(match: Match) -> Expression | None:
    """A part of a day left open: the morning."""
    if match["day-part"] in ("dawn", "dusk", "nighttime", "daytime") and match.start + 1 < match.end:
        return None
    if (match["day-part"] or "").istitle() and (word_after(match)[:1].isupper() or word_before(match)[:1].isupper()):
        return None  # a name: Evening Standard, Operation Dawn
    return Expression(Timed(None, looked_up("day-part", match["day-part"] or "") or ""), mod_of(match))


@dates.rule(
    "<portioned>? 'the'? <portioned>? <day-part> 'hours'? <'of'|'on'|','>? (?: <some-day> | 'the' 'same' 'day' | 'that' 'day' )",
    examples={"on the morning of April 19": "XXXX-04-19TMO"},
    rejects=["the night of the hunter"],
)
def part_of_day(match: Match) -> Expression | None:
    """A part of the day before its day: the morning of April 19."""
    time = looked_up("day-part", match["day-part"] or "") or ""
    day = some_day(match) if "some-day" in match else Shift(Unit.DAY, 0, "narrative")
    return None if day is None else Expression(Timed(day, time), mod_of(match))


@dates.rule(
    "<tonight> | (?: <portioned>? 'the' <'next'|'following'|'same'|'previous'> | 'early' 'the' 'next' ) <day-part>",
    examples={"The show is tonight.": "XXXX-XX-XXTNI"},
    rejects=["the overnight bag"],
)
def tonight(match: Match) -> Expression | None:
    """Tonight, the next morning."""
    words = match.text.lower().split()
    if part := match["day-part"]:
        count = 1 if "next" in words or "following" in words else -1 if "previous" in words else 0
        return Expression(Timed(Shift(Unit.DAY, count, "narrative"), looked_up("day-part", part) or ""), mod_of(match))
    return Expression(Timed(Shift(Unit.DAY, 0), "NI"))
