"""Parts of the day, alone and with their day: Sunday afternoon, last night, the early hours of Saturday."""

from __future__ import annotations

from factx import lexicon
from factx.engine.rules import Match
from factx.extract.dates.expression import Every, Expression, Shift, Timed, What
from factx.extract.dates.grammar import dates
from factx.extract.dates.values import (
    calendar_day,
    holiday_of,
    is_attributive,
    is_kind,
    is_message,
    is_rate,
    is_titled,
    looked_up,
    mod_of,
    some_day,
    word_after,
    word_before,
)
from factx.text.calendar import Unit


@dates.rule(
    """<portioned>? (?: <some-day> | <named-holiday> | (?P<near> <'this'|'that'|'last'> ) )
    <portion>? '-'? (?: <day-part> | (?P<noon> 'lunchtime' ) )""",
    examples={"The march is on Sunday afternoon.": "XXXX-WXX-7TAF", "She died last night.": "XXXX-XX-XXTNI"},
    rejects=["a last good night"],
)
def day_and_part(match: Match) -> Expression | None:
    """A part of a day: Sunday afternoon, last night, this morning."""
    near = (match["near"] or "").lower()
    day: What | None
    if (match["day-part"] or "").istitle() and word_after(match).lower() in lexicon.load("time")["night-title"]:
        return None  # Saturday Night Live
    if near and (match["day-part"] or "").istitle() and word_after(match)[:1].isupper():
        return None  # "that Dawn Ellis"
    if near and match.text.istitle() and word_before(match)[:1].isupper():
        return None  # a programme: CBS This Morning
    if near:
        day = Shift(Unit.DAY, -1 if near == "last" else 0, "narrative" if near == "that" else "document")
    else:
        day = some_day(match) if "some-day" in match else holiday_of(match)
    return _at(day, match)


@dates.rule(
    """<portioned>? 'the'? <portioned>? <day-part> 'hours'? <'of'|'on'>?
    (?: <some-day> | (?P<that_day> 'the' 'same' 'day' | 'that' 'day' ) )""",
    examples={"on the morning of April 19": "XXXX-04-19TMO"},
    rejects=["the night of the hunter"],
)
def part_of_day(match: Match) -> Expression | None:
    """A part of the day before its day: the morning of April 19."""
    if is_titled(match, match["day-part"]):
        return None
    return _at(Shift(Unit.DAY, 0, "narrative") if "that-day" in match else some_day(match), match)


@dates.rule(
    """'the' 'very'? <'early'|'small'|'wee'> <'morning'|'hours'>{1,2}
    (?: <'of'|'on'> (?: 'the' 'same' 'day' | <some-day> | (?P<this> 'this' ) (?= 'morning' ) ) (?: 'morning' )? )?""",
    examples={"They came in the early hours of Sunday morning.": "XXXX-WXX-7TMO"},
    rejects=["The early bird came.", "They cut the small hours worked by it."],
)
def early_hours(match: Match) -> Expression | None:
    """The hours after midnight: the small hours of Saturday."""
    words = [word.lower() for word in match.tokens[match.start : match.end]]
    if "hours" not in words or (match.end < len(match.tokens) and word_after(match).lower() in _NOT_OF_A_DAY):
        return None
    day = some_day(match) if "some-day" in match else Shift(Unit.DAY, 0, "narrative") if "same" in words else None
    return Expression(Timed(Shift(Unit.DAY, 0) if "this" in match else day, "MO"))


_NOT_OF_A_DAY = frozenset(["of", "on", "worked"])


@dates.rule(
    """(?<= <'at'|'by'|'before'|'after'|'around'|'until'> ) 'lunchtime'
    (?= <','|'.'|';'|')'|'on'|'in'|'for'|'to'|'and'|'when'|deictic-day|weekday|end> )""",
    examples={"He will speak at lunchtime.": "XXXX-XX-XXTMI"},
    rejects=["He sang at lunchtime shows."],
)
def lunchtime(match: Match) -> Expression | None:
    """The middle of a day: at lunchtime."""
    return Expression(Timed(None, "MI"))


@dates.rule(
    """<portioned>? 'the'? 'overnight'? 'night' <'of'|'on'> <day-number> <'-'|'–'|'/'|'to'>
    (?: <day> <ordinal-suffix>? ) <month-name>
    (?: ','? <calendar-year> | 'of'? (?P<near_year> <'last'|'this'|'next'> ) 'year' )?""",
    examples={"It burned in the night of 6-7 May 2024.": "2024-05-06TNI"},
    rejects=["the night of 6-7 men"],
)
def night_between(match: Match) -> Expression | None:
    """The night between two days: the night of 6-7 May."""
    day = calendar_day(match)
    return Expression(Timed(day, "NI")) if day is not None else None


@dates.rule(
    """(?: <portioned>? 'the' | 'early' 'the' ) (?P<which> <'next'|'following'|'same'|'previous'> ) <day-part>
    | 'the' <day-part> (?P<which> <'before'|'after'> )
      (?= <','|'.'|';'|')'|'in'|'at'|'when'|'and'|'by'|'with'|end> )""",
    examples={"It fell the next morning.": "XXXX-XX-XXTMO"},
    rejects=["the next good night"],
)
def next_part(match: Match) -> Expression | None:
    """A part of the day after, or before, the one that the text speaks of: the next morning."""
    return _at(Shift(Unit.DAY, _WHICH[(match["which"] or "").lower()], "narrative"), match)


_WHICH = {"next": 1, "following": 1, "after": 1, "same": 0, "previous": -1, "before": -1}


@dates.rule(
    "'overnight' (?: <'on'|'into'> <some-day> | <weekday-name> ) | <tonight>",
    examples={"The show is tonight.": "XXXX-XX-XXTNI", "It burned overnight on Sunday.": "XXXX-WXX-7TNI"},
    rejects=["Tonight’s the Night"],
)
def tonight(match: Match) -> Expression | None:
    """Tonight, overnight, overnight on Sunday."""
    if "some-day" in match or "weekday-name" in match:
        day = some_day(match)
        if day is None:
            return None
        before = match.tokens[match.start + 1].lower() == "into"
        return Expression(Timed(Shift(Unit.DAY, -1, day) if before else day, "NI"))
    if is_titled(match, match.text) or (word_after(match) in ("'s", "’s") and word_after(match, 1) == "the"):
        return None  # "Tonight’s the Night"
    if match.text.lower() == "overnight" and word_after(match).lower() in _KINDS_OF_NIGHT:
        return None  # the overnight lending rate
    if match.text == "overnight" and not _DENIED.isdisjoint(match.tokens[max(0, match.start - 6) : match.start]):
        return None  # it cannot be solved overnight
    return Expression(Timed(Shift(Unit.DAY, 0), "NI"))


_KINDS_OF_NIGHT = frozenset(
    "rate rates lending borrowing cash loan loans repo funds deposit deposits index indexed money interbank stay stays"
    " bag bags train trains bus buses ferry ferries sensation success guest guests accommodation parking delivery"
    .split()
)
"""What is overnight by its kind, and of no particular night."""
_DENIED = frozenset("not nothing cannot n't n’t never won't won’t can't can’t".split())


@dates.rule(
    """(?<! 'day' 'by' ) (?<= <'at'|'by'> ) (?P<part> <'night'|'day'|'dawn'|'dusk'> ) (?= <','|'.'|';'|'and'|'or'|end> )
    | (?<= <'at'|'by'|'before'|'after'|'until'|'till'|'from'|'since'> ) (?P<sun> <'dawn'|'dusk'> )
      (?! <hyphen&glued> )""",
    examples={"They travelled by night.": "XXXX-XX-XXTNI", "By dawn the fire was out.": "XXXX-XX-XXTMO"},
    rejects=["at night school", "It grew day by day.", "They were seized in dawn raids."],
)
def by_night(match: Match) -> Expression | None:
    """A part of the day, of no particular one: at night, by day, until dawn."""
    if "sun" in match and is_attributive(match):
        return None  # at dawn prayers
    part = looked_up("day-part", match["part"] or match["sun"]) or "DT"
    return Expression(Every(Timed(None, part)), type="TIME")


@dates.rule(
    """(?<! '-' ) (?: (?: <portioned> | <'the'|'a'|'an'|'one'>? (?: <portion> '-'? )? ) <day-part> (?! <hyphen&glued> )
      | <day-part> (?! '-' 'long' ) )""",
    examples={"It rained in the morning.": "XXXX-XX-XXTMO", "It fell late in the afternoon.": "XXXX-XX-XXTAF"},
    rejects=["The Evening Standard wrote it."],
)
def part_alone(match: Match) -> Expression | None:
    """A part of an unspecified day: the morning."""
    part = match["day-part"] or ""
    if is_titled(match, part):
        return None
    if is_kind(match):
        return None
    bare = match.start + 1 == match.end and part.lower() not in ("night", "daytime")
    if (bare or word_before(match).lower() == "good") and not is_message(match.tokens.source):
        return None  # "morning talk shows", "good evening"
    article = match.tokens[match.start].lower()
    if article == "a" and (is_rate(match) or word_after(match) in ("to", "of", "for")):
        return None  # "$55 a night", a night to remember
    if article == "the" and word_after(match) == "of":  # the night of the fire
        return Expression(Every(Timed(None, looked_up("day-part", part) or "")), mod_of(match), type="TIME")
    return _at(None, match, open_day=True)


def _at(day: What | None, match: Match, open_day: bool = False) -> Expression | None:
    """The part of the day that the match names, on that day."""
    part = "MI" if "noon" in match else looked_up("day-part", match["day-part"])
    return Expression(Timed(day, part), mod_of(match)) if part and (day is not None or open_day) else None
