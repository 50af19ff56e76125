"""Dates as facts: every expression held against the day of writing, or the time the text speaks of."""

from __future__ import annotations

from dataclasses import replace

from factx import calendar, lexicon
from factx.calendar import Period, Unit, iso
from factx.extract.dates import Expression
from factx.extract.dates.expression import Every, Feast, Known, Length, OfYear, Part, Shift, Timed, Weekday, What
from factx.model import Date, DateType
from factx.resolve.timeline import Reference, value
from factx.rules import Found
from factx.tokens import Tokens

ORDERS = ("mdy", "dmy", "ymd")


def anchor(
    found: list[Found[Expression]], tokens: Tokens, date: str | None, *, date_order: str | None = None
) -> tuple[list[Date], str | None]:
    """The dates of a text in its order, and the day it was written: the one given, or its dateline's.

    Raises ValueError where `date` is no ISO date.
    """
    document = _document_day(found, tokens, date)
    at = Reference(document, history=_is_history(found, document))
    order = date_order or _order_shown(found)
    dates: list[Date] = []
    day_at: int | None = None
    for number, fact in enumerate(found, 1):
        expression = _ordered(fact.values, order)
        at.tense = _tense(fact, tokens) if at.document is not None and not at.history and _is_open(expression.what) else 0
        at.used = None
        if day_at is None or tokens.sentence_of(fact.start)[0] > day_at:
            at.near = None
        text, period = value(expression.what, at)
        dates.append(_fact(number, fact, expression, text, period, at, tokens))
        _move_on(at, fact, period, tokens)
        if period is not None and period.unit is Unit.DAY:
            at.near, day_at = period, fact.start
    return dates, iso(document.first) if document is not None else date


def _move_on(at: Reference, fact: Found[Expression], period: Period | None, tokens: Tokens) -> None:
    """What the text speaks of after an expression: a comparison ("a year earlier") or an aside leaves it where it was."""
    what = fact.values.what
    if isinstance(what, Length) and what.parts[-1][1] is Unit.MONTH:
        at.report = None  # "the first nine months": what follows compares with these
    if period is None or isinstance(what, Every):
        return
    if isinstance(what, Shift) and what.count < 0 and (what.keep or what.base == "narrative") or isinstance(what, Part) and what.index == 0:
        return
    if at.history and (isinstance(what, Shift) and what.base == "document" or _is_aside(at, fact, period, tokens)):
        return
    if period.unit in (Unit.QUARTER, Unit.HALF) and (at.document is None or period.last <= at.document.first):
        at.report = period
    at.narrative = period
    if period.unit is Unit.DAY:
        at.day = period


LOOK_BACK = 60
"""From so many days on a date in mid-sentence that lies before the last one is a look back."""


def _is_aside(at: Reference, fact: Found[Expression], period: Period, tokens: Tokens) -> bool:
    """Whether a date is only touched on: a range's end, a look ahead ("planned for 1976"), a look back in mid-sentence."""
    now = at.narrative
    if now is None:
        return False
    if period.unit is Unit.YEAR and fact.start and tokens[fact.start - 1] in ("-", "–", "until", "to"):
        return True
    if fact.start - tokens.sentence_of(fact.start)[0] <= 3:
        return False  # "In 1943, …" leads on
    if period.unit is Unit.YEAR:
        return now.unit > Unit.YEAR and period.number != now.year
    return isinstance(fact.values.what, Known) and period.last < now.first - LOOK_BACK


def _document_day(found: list[Found[Expression]], tokens: Tokens, date: str | None) -> Period | None:
    """The day of writing: as given, or as a dateline at the head of the text has it."""
    if date is not None:
        given = calendar.parse(date)
        if given is None:
            raise ValueError(f"not an ISO date: {date!r}")
        return given
    for fact in found[:1]:
        what = fact.values.what
        if isinstance(what, Known) and what.period.unit is Unit.DAY and _heads_the_text(fact, tokens):
            return what.period
    return None


def _heads_the_text(fact: Found[Expression], tokens: Tokens) -> bool:
    """Whether a date stands where a dateline does: among the first words, before any verb."""
    return fact.start <= 12 and not any(token.islower() and len(token) > 3 for token in
                                        (tokens[i] for i in range(fact.start)) if token not in ("date", "updated"))


def _is_history(found: list[Found[Expression]], document: Period | None) -> bool:
    """Whether the text is a narrative of times past rather than news of its day."""
    if document is None:
        return False
    now = document.year
    years = [fact.values.what.period.year for fact in found if isinstance(fact.values.what, Known)]
    deictic = sum(
        isinstance(what, Weekday) or isinstance(what, Shift) and what.base == "document"
        for what in (fact.values.what for fact in found)
    )
    others = sum(year != now for year in years)
    return others >= 5 and others > 5 * deictic and 2 * others > len(years)


def _order_shown(found: list[Found[Expression]]) -> str:
    """The order that unambiguous figures of the same text show; month first where none does."""
    for fact in found:
        for note in fact.values.notes:
            if note in ("order:dmy", "order:mdy"):
                return note[6:]
    return "open"


def _ordered(expression: Expression, order: str) -> Expression:
    """A date in figures read in that order, with a note where it was a guess."""
    if not expression.notes or not expression.notes[0].startswith("order:"):
        return expression
    what, notes = expression.what, ()
    if expression.notes[0] == "order:open" and isinstance(what, Known):
        if order == "dmy":
            year, month, day = calendar.civil(what.period.first)
            what = Known(Period(Unit.DAY, calendar.day_number(year, day, month)))
        elif order == "open":
            notes = ("ambiguous:day-month",)
    return replace(expression, what=what, notes=notes)


_TYPES: dict[type, DateType] = {Length: "DURATION", Every: "SET", Timed: "TIME"}


def _fact(
    number: int, fact: Found[Expression], expression: Expression, text: str, period: Period | None, at: Reference, tokens: Tokens
) -> Date:
    what = expression.what
    notes = expression.notes
    if expression.weekday and period is not None and calendar.weekday(period.first) != expression.weekday:
        notes += ("conflict:weekday",)
    if "X" in text and not isinstance(what, (Length, Every)):
        notes += ("underspecified",)
    every = what if isinstance(what, Every) else None
    span = tokens.span(fact.start, fact.end)
    return Date(
        id=f"d{number}",
        span=span,
        text=tokens.source[span.start:span.end],
        rule=fact.rule,
        notes=notes,
        type=expression.type or _TYPES.get(type(what), "DATE"),
        value=text,
        mod=expression.mod,
        quant=every.quant if every else None,
        freq=every.freq if every else None,
        begin=iso(period.first) if period is not None else None,
        until=iso(period.last) if period is not None else None,
        anchor=at.used.value if at.used is not None else None,
    )


def _is_open(what: What) -> bool:
    """Whether the tense of its clause has a say in what an expression means."""
    match what:
        case OfYear() | Feast() | Weekday():
            return what.turn is None
        case Timed():
            return what.day is not None and _is_open(what.day)
        case Part():
            return _is_open(what.whole)
        case Shift():
            return what.unit is Unit.WEEKEND or not isinstance(what.base, str) and _is_open(what.base)
    return False


def _tense(fact: Found[Expression], tokens: Tokens) -> int:
    """Whether the clause around an expression speaks of the past (-1) or the future (1); 0 where it does not tell.

    The nearest cue before it decides, else the nearest one behind it.
    """
    if fact.end < len(tokens) and tokens[fact.end] in ("'s", "’s"):
        return -1  # "Wednesday's ruling"
    first, last = tokens.sentence_of(fact.start)
    before = range(fact.start - 1, max(first, fact.start - REACH) - 1, -1)
    return _cue(before, tokens) or _cue(range(fact.end, min(last, fact.end + REACH)), tokens)


REACH = 12


def _cue(places: range, tokens: Tokens) -> int:
    cues = lexicon.load("tense")
    future, past, intent = cues["future"], cues["past"], cues["before-to"]
    for i in places:
        word = tokens[i]
        if word == "to" and i and tokens[i - 1] in intent:
            return 1
        if word.lower() in future:
            return 1
        if (word.lower() in past or word[-2:] == "ed" and len(word) > 4 and word.islower() and word[-3:] != "eed") and not (
            i and tokens[i - 1] == "be"  # "will be named"
        ):
            return -1
    return 0
