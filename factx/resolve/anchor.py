"""Turns temporal expressions into dates, resolved against the day of writing or the time that the text speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from factx.engine.rules import Finding
from factx.extract.dates import Expression
from factx.extract.dates.expression import Every, Holiday, Known, Length, OfYear, Part, Shift, Timed, Weekday, What
from factx.model import Date, DateType, Person
from factx.resolve import fiscal
from factx.resolve.dateline import dateline
from factx.resolve.narrative import REACH, Sections, is_compared, is_history, looks_back, move_on
from factx.resolve.portions import days
from factx.resolve.ranges import ends_of, partners, ranges
from factx.resolve.reference import AHEAD, UNTOLD, Reference
from factx.resolve.scenes import Scenes, is_label
from factx.resolve.tense import Tenses
from factx.resolve.timeline import value
from factx.text import calendar
from factx.text.calendar import Period, Unit, iso
from factx.text.tokens import Tokens, is_break

_TYPES: dict[type, DateType] = {Length: "DURATION", Every: "SET", Timed: "TIME"}


def anchor(
    found: Sequence[Finding[Expression]],
    tokens: Tokens,
    date: str | None,
    *,
    date_order: str | None = None,
    people: Sequence[Person] = (),
) -> tuple[list[Date], str | None]:
    """The dates of a text in order, and the day it was written: the one given, or its dateline's.

    date_order: "mdy", "dmy" or "ymd", how to read 03/04/2020; if None, as the rest of the text suggests.
    people: the mentions found in the text; an expression inside one is not a date.

    A month (2020-08) will do for `date`; the day that is returned is then its first.

    Raises ValueError if `date` is not an ISO date.
    """
    found = _outside_names(found, people, tokens)
    document = _day_given(date) if date is not None else dateline(found, tokens)
    dates = _Anchor(found, tokens, document, date_order or _order_shown(found)).dates()
    return dates, iso(document.first) if document is not None else None


class _Anchor:
    """Resolves the expressions of a text in order: each may move the reference times for the next."""

    def __init__(
        self, found: Sequence[Finding[Expression]], tokens: Tokens, document: Period | None, order: str
    ) -> None:
        self._found = found
        self._tokens = tokens
        self._order = order
        self._at = Reference(document, history=document is not None and is_history(found, document, tokens))
        self._at.fiscal_month = fiscal.first_month(found, tokens)
        self._tenses = Tenses(tokens)
        self._ends, self._partners = ranges(found, tokens), partners(found, tokens)
        self._sections = Sections(tokens)
        self._scenes = Scenes(found, tokens) if document is not None and not self._at.history else None
        self._end: What | None = None
        """What the expression after the beginning of a range means, if that was told from its end."""
        self._again = -1
        """The token after an expression of what comes again, or after a month or weekday of such."""
        self._stop = 0
        """The token after the sentence."""

    def dates(self) -> list[Date]:
        """The dates of the text in order."""
        return [self._date(number, fact) for number, fact in enumerate(self._found, 1)]

    def _date(self, number: int, fact: Finding[Expression]) -> Date:
        at, tokens = self._at, self._tokens
        if fact.start >= self._stop:
            if at.heading is not None and _ends_section(tokens, self._stop - 1, fact.start):
                at.heading = None
            self._stop = _enter(fact.start, at, self._sections, tokens)
        at.is_entry = is_label(fact, at.sentence, tokens)
        at.is_heading = at.is_entry and _is_line(fact, tokens)
        expression = self._expression(fact)
        text, period = self._of_feast(number, expression.what) or value(expression.what, at)
        date = _fact(f"d{number}", fact, expression, text, period, at, tokens)
        if at.is_heading:
            at.heading = period if period is not None and period.unit is Unit.DAY else None
        told = at.narrative
        move_on(at, fact, period, tokens)
        if self._scenes is not None and period is not None:
            if self._scenes.is_aside(fact):
                at.narrative = told
            self._scenes.move_on(at, fact, period)
        return date

    def _expression(self, fact: Finding[Expression]) -> Expression:
        """An expression with what its range and the words around it add to its meaning."""
        at, tokens = self._at, self._tokens
        expression = _ordered(fact.values, self._order) if fact.values.notes else fact.values
        expression = self._of_each(fact, expression)
        partner = self._partners.get(fact.start)
        if partner is not None:
            expression = expression._replace(notes=(*expression.notes, partner))
        if self._end is None:
            at.used = None
        else:
            expression, self._end = expression._replace(what=self._end), None
        last = self._ends.get(fact.start)
        at.before = tokens[fact.start - 1].lower() if fact.start else ""
        at.ends_range = partner is not None and partner.startswith("range-from")
        _look_around(at, fact, last or expression.what, tokens, self._tenses)
        at.story = self._scenes.at(fact, at) if self._scenes is not None and self._scenes.any else None
        if last is not None:
            start, self._end = ends_of(expression.what, last, at)
            expression = expression._replace(what=start)
        return expression

    def _of_feast(self, number: int, what: What) -> tuple[str, Period] | None:
        """The day that is written beside a feast: Heritage Day, September 24; Independence Day on September 18."""
        if not isinstance(what, Holiday) or what.year is not None or number >= len(self._found):
            return None
        fact, beside = self._found[number - 1 : number + 1]
        between = self._tokens[fact.end : beside.start]
        day = beside.values.what
        if between not in ([","], ["on"], ["("], [",", "on"]) or not isinstance(day, Known | OfYear):
            return None
        text, period = value(day, self._at)
        return (text, period) if period is not None and period.unit is Unit.DAY else None

    def _of_each(self, fact: Finding[Expression], expression: Expression) -> Expression:
        """A month or a weekday in which something happens again and again: twice a year, in March and October."""
        what, last = expression.what, self._again
        self._again = -1
        if isinstance(what, Every):
            self._again = fact.end if isinstance(what.what, Length) and what.freq is not None else -1
        elif last >= 0 and isinstance(what, (OfYear, Weekday)) and what.turn is None:
            between = {word.lower() for word in self._tokens[last : fact.start]}
            if between <= _LISTS_TIMES and not between.isdisjoint(("in", "on", "and")):
                self._again = fact.end
                return expression._replace(what=Every(what))
        return expression


def _is_line(fact: Finding[Expression], tokens: Tokens) -> bool:
    """Whether a line ends with an expression."""
    return fact.end < len(tokens) and is_break(tokens[fact.end])


def _ends_section(tokens: Tokens, start: int, end: int) -> bool:
    """Whether an empty line stands between two places, or many words."""
    return end - start > _PROGRAMME or any(word.count("\n") > 1 for word in tokens.words[max(0, start) : end])


_PROGRAMME = 60
"""How many words may stand between a day that heads a programme and an hour of it."""


def _enter(place: int, at: Reference, sections: Sections, tokens: Tokens) -> int:
    """Enter the sentence around a place, and return the token after it."""
    told = at.sentence
    at.sentence, end = tokens.sentence_of(place)
    last = at.sentence - 1
    follows = last >= 0 and not tokens.words[last] and tokens.sentence_of(last)[0] == told
    at.near = at.near if follows else at.heading  # a time of the clock is of the day just named
    at.here = at.month = at.weekend = None
    at.fresh = at.fresh or (at.history and sections.begins(place))
    return end


def _look_around(
    at: Reference, fact: Finding[Expression], what: What, tokens: Tokens, tenses: Tenses
) -> None:
    """Let the reference know what the words around an expression tell of its time."""
    joined, told, is_open = at.open_until == fact.start - 1, at.told, _is_open(what)
    at.open_until = fact.end if is_open else -1
    at.told, at.since, at.back, at.compared, at.ahead = UNTOLD, False, False, False, False
    if isinstance(what, Shift):
        at.compared = what.keep and at.month is not None and is_compared(fact, at, tokens)
    if at.history and what == _TODAY and not _is_quoted(fact, tokens):
        at.told = AHEAD  # it is the day of writing in a history too
    if not is_open:
        return
    before = tokens.words[max(at.sentence, fact.start - REACH) : fact.start]
    at.since = not _SINCE.isdisjoint(before[-2:])
    at.back = looks_back(before)
    if at.history and "will " in before:
        at.told = AHEAD  # an obituary ends with the day of the funeral
    if at.document is not None and not (at.history or at.since):
        joined = joined and at.before in ("and", "or")
        label = is_label(fact, at.sentence, tokens)
        if not joined:
            hour = label and isinstance(what, Timed)  # the entry of an hour is of its day, whatever its verb
            told = UNTOLD if hour else tenses.told(fact.start, fact.end, label=label)
        at.told = told
        at.ahead = at.before == "in" and _is_quarter(what) and at.side > 0


def _is_quoted(fact: Finding[Expression], tokens: Tokens) -> bool:
    """Whether an expression stands in a quotation."""
    from factx.text.quotations import quotations  # few texts need it

    return any(quotation.start < fact.start < quotation.end for quotation in quotations(tokens))


_TODAY = Shift(Unit.DAY, 0)
_LISTS_TIMES = frozenset([",", "in", "on", "and", "-", "–", "—", "each"])
"""What stands between "twice a year" and its months."""
_SINCE = frozenset(["since ", "Since "])
"""As the tokens have it, with its blank."""


def _outside_names(
    found: Sequence[Finding[Expression]], people: Sequence[Person], tokens: Tokens
) -> Sequence[Finding[Expression]]:
    """The expressions that are not part of a name, as in Sunday Oliseh; but "In August Trump …" has the month."""
    if not people:
        return found
    feasts = {
        place for fact in found if isinstance(fact.values.what, Holiday) for place in range(fact.start, fact.end)
    }
    months = {fact.start for fact in found if isinstance(fact.values.what, OfYear)}
    within: set[int] = set()
    for person in people:
        places = range(tokens.at(person.span.start), tokens.at(person.span.end - 1) + 1)
        if feasts.issuperset(places) or (len(places) > 1 and all(at in months or tokens[at] == "-" for at in places)):
            continue  # Yom Kippur, June-August
        within.update(place for place in places if tokens[place - 1] != "In")
    return [fact for fact in found if fact.start not in within or fact.end - 1 not in within]


def _day_given(date: str) -> Period:
    day = calendar.parse(date)
    if day is None or day.unit not in (Unit.DAY, Unit.MONTH):
        raise ValueError(f"not an ISO date: {date!r}")
    return day


def _order_shown(found: Sequence[Finding[Expression]]) -> str:
    """The order of day and month in the text's unambiguous dates in figures; "open" if there are none."""
    for fact in found:
        for note in fact.values.notes:
            if note in ("order:dmy", "order:mdy"):
                return note.removeprefix("order:")
    return "open"


def _ordered(expression: Expression, order: str) -> Expression:
    """A date in figures, read in the given order; if that is open, month first, with a note."""
    what = expression.what
    if not isinstance(what, Known) or not any(note.startswith("order:") for note in expression.notes):
        return expression
    notes: tuple[str, ...] = ()
    if "order:open" in expression.notes:
        if order == "dmy":
            year, month, day = calendar.civil(what.period.first)
            what = Known(Period(Unit.DAY, calendar.day_number(year, day, month)))
        elif order == "open":
            notes = ("ambiguous:day-month",)
    return expression._replace(what=what, notes=notes)


def _is_quarter(what: What) -> bool:
    return isinstance(what, OfYear) and what.unit in (Unit.QUARTER, Unit.HALF)


def _is_open(what: What) -> bool:
    """Whether a date could be of any year or week, so that its meaning depends on the clause around it."""
    match what:
        case OfYear() | Holiday() | Weekday():
            return what.turn is None
        case Timed():
            return what.day is None or _is_open(what.day)
        case Part():
            return _is_open(what.whole)
        case Shift():
            if isinstance(what.base, str):
                return what.unit is Unit.WEEKEND or what.base == "scene"
            return what.unit is Unit.WEEKEND or _is_open(what.base)
    return False


def _fact(
    id: str,
    fact: Finding[Expression],
    expression: Expression,
    text: str,
    period: Period | None,
    at: Reference,
    tokens: Tokens,
) -> Date:
    what = expression.what
    notes = expression.notes
    if expression.weekday and period is not None and calendar.weekday(period.first) != expression.weekday:
        notes += ("conflict:weekday",)
    if "X" in text and not isinstance(what, (Length, Every)):
        notes += ("underspecified",)
    every = what if isinstance(what, Every) else None
    span = tokens.span(fact.start, fact.end)
    begin, until = _days(period, expression.mod, fact, at, tokens) if period is not None else (None, None)
    return Date(
        id=id,
        span=span,
        text=tokens.source[span.start : span.end],
        rule=fact.rule,
        notes=notes,
        type=expression.type or _TYPES.get(type(what), "DATE"),
        value=text,
        mod=expression.mod,
        quant=every.quant if every else None,
        freq=every.freq if every else None,
        begin=begin,
        until=until,
        anchor=at.used.value if at.used is not None else None,
    )


def _days(
    period: Period, mod: str | None, fact: Finding[Expression], at: Reference, tokens: Tokens
) -> tuple[str | None, str | None]:
    """The first and the last day of a period, or of the part of it that the words name."""
    own_year = at.fiscal_month > 1 and isinstance(fact.values.what, Known)
    if mod not in _PARTS and not own_year:
        return period.days
    words = {word.lower() for word in tokens[fact.start : fact.end]}
    if own_year and (found := fiscal.days(period, words, at.fiscal_month, double=fact.rule == "double-year")):
        return found
    if mod not in _PARTS:
        return period.days
    if not words.isdisjoint(_BESIDE_NOW):
        return period.days  # "earlier this year" is before now
    if not words.isdisjoint(_LEFT) and at.document is not None and period.first <= at.document.first < period.last:
        return iso(at.document.first + 1), iso(period.last)
    return days(period, mod, halves="half" in words, turn="turn" in words)


_PARTS = frozenset(["START", "MID", "END"])
_BESIDE_NOW = frozenset(["earlier", "later", "date"])
_LEFT = frozenset(["rest", "remainder"])
