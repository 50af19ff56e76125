"""Follows the time that a text speaks of from date to date: mostly the day of writing in news, the story in history."""

from __future__ import annotations

from collections.abc import Sequence

from factx.engine.rules import Finding
from factx.extract.dates import Expression
from factx.extract.dates.expression import Every, Known, Length, OfYear, Part, Shift, Weekday
from factx.resolve.timeline import Reference
from factx.text.calendar import Period, Unit
from factx.text.tokens import Tokens

_CLOSES = frozenset(["ended", "ending", "to", "through"])
"""Words between a duration and the day on which it ends: "the year ended Dec. 31"."""
LOOK_BACK = 60
"""A date in mid-sentence that is more than this many days before the last one is a look back."""


def is_history(found: Sequence[Finding[Expression]], document: Period, tokens: Tokens) -> bool:
    """Whether a text is mostly about times outside the year it was written in, and hardly about the day of writing.

    It must date some of them to the month or the day: any news names bare years. What stands in quotation marks is
    told from the day of speaking, which says nothing of the text.
    """
    whats = [fact.values.what for fact in found]
    periods = [what.period for what in whats if isinstance(what, Known)]
    elsewhere = [period for period in periods if period.year != document.year]
    if len(elsewhere) < 3 or not any(period.unit > Unit.YEAR for period in elsewhere):
        return False
    if 2 * len(elsewhere) <= len(periods):
        return False
    deictic = [fact.start for fact in found if _is_deictic(fact.values.what)]
    if 0 < len(elsewhere) <= 5 * len(deictic) and len(elsewhere) > 2 * len(deictic):
        from factx.text.quotations import quotations

        quoted = [(quotation.start, quotation.end) for quotation in quotations(tokens)]
        deictic = [place for place in deictic if not any(start < place < end for start, end in quoted)]
    return len(elsewhere) > 5 * len(deictic)


def _is_deictic(what: object) -> bool:
    return isinstance(what, Weekday) or (isinstance(what, Shift) and what.base == "document")


class Stories:
    """Follows the stories of earlier years that news tells: On January 12, 2018, they sued. On February 3, …

    A full date of an earlier year opens one. Its months and days are in the past tense and go forward, until the text
    names the present: yesterday, on Tuesday, a date of its own year.
    """

    def __init__(self, found: Sequence[Finding[Expression]], tokens: Tokens) -> None:
        self._found = found
        self._tokens = tokens
        self._last: Period | None = None
        self._place = 0
        self._fronted = False

    def at(self, fact: Finding[Expression], at: Reference) -> Period | None:
        """The last date of the story that an expression goes on with; None if it tells of another time."""
        if self._last is None or at.tense >= 0 or fact.start - self._place > _STORY:
            return None
        if at.before not in _GOES_ON or (not self._fronted and fact.start - at.sentence > 2):
            return None
        end = self._tokens.sentence_of(fact.start)[1]
        beside = (each.values.what for each in self._found if at.sentence <= each.start < end)
        return None if any(map(_is_now, beside)) else self._last

    def move_on(self, at: Reference, fact: Finding[Expression], period: Period | None) -> None:
        """Update the story after an expression."""
        what = fact.values.what
        if self._last is None and not isinstance(what, Known):
            return
        if at.document is None or at.history or period is None or isinstance(what, Every):
            return
        if _is_now(what) or period.unit < Unit.MONTH:
            self._last = None
            return
        if period.unit not in (Unit.MONTH, Unit.DAY) or not isinstance(what, (Known, OfYear)):
            return
        elsewhere = isinstance(what, OfYear) or period.year >= at.document.year or at.before not in _GOES_ON
        if at.story is None and elsewhere:
            self._last = None
            return
        fronted = fact.start - at.sentence <= 2
        self._fronted = fronted if at.story is None else self._fronted or fronted
        self._last, self._place = period, fact.start


def _is_now(what: object) -> bool:
    """Whether an expression is told from the day of writing: yesterday, on Tuesday."""
    return (isinstance(what, Weekday) and not what.narrative) or (isinstance(what, Shift) and what.base == "document")


_GOES_ON = frozenset(["in", "on", "by", "until", "from", "early", "late", "since"])
"""Words before the dates of a story: one in brackets or of a comparison belongs to none."""
_STORY = 60
"""A story goes on within this many tokens of its last date."""


def move_on(at: Reference, fact: Finding[Expression], period: Period | None, tokens: Tokens) -> None:
    """Update the reference after an expression to the time that the text now speaks of.

    Comparisons and asides do not change it.
    """
    what = fact.values.what
    if isinstance(what, Length):
        unit = what.parts[-1][1]
        if unit is Unit.MONTH and at.document is not None:
            at.figures = at.document.to(Unit.YEAR)  # "the first nine months": later comparisons are with these
        after = tokens[fact.end] if fact.end < len(tokens) else ""
        at.closing = unit in (Unit.MONTH, Unit.YEAR) and after in _CLOSES
        if isinstance(what.whole, Known):
            at.narrative = what.whole.period
    elif at.closing and period is not None and at.before in _CLOSES:
        at.figures, at.closing = period.to(Unit.YEAR), False
    if period is None or isinstance(what, Every) or _is_comparison(what):
        return
    if period.unit is Unit.YEAR and at.before == "since":
        return  # the start of a state; the text continues in the present
    at.said = period
    if at.history and ((isinstance(what, Shift) and what.base == "document") or _is_aside(at, fact, period, tokens)):
        return
    if period.unit in (Unit.QUARTER, Unit.HALF):
        over = at.document is None or period.last <= at.document.first
        words = {tokens[i].lower() for i in range(fact.start, fact.end)}
        if isinstance(what, OfYear) and ("fiscal" in words or (not over and at.tense < 0)):
            at.fiscal = period
        if over or at.fiscal == period:
            at.report = at.figures = period
    at.narrative = period
    if fact.start - at.sentence <= 2:
        at.scene = period
        at.here = period if isinstance(what, Known) and period.unit is Unit.YEAR else None
    if period.unit is Unit.DAY:
        at.day = at.near = period


def _is_comparison(what: object) -> bool:
    """Whether an expression only names the period of a comparison: "a year earlier", "the 1988 quarter"."""
    if isinstance(what, Shift):
        return what.count < 0 and (what.keep or what.base == "narrative")
    return isinstance(what, Part) and what.index == 0


def _is_aside(at: Reference, fact: Finding[Expression], period: Period, tokens: Tokens) -> bool:
    """Whether a date is only mentioned in passing: a range's end, a look ahead ("to rise by 1976"), a look back."""
    now = at.narrative
    if now is None:
        return False
    if period.unit is Unit.YEAR and at.before in ("-", "–", "until", "to", "(", "since"):
        return True
    if fact.start - at.sentence <= 3:  # "In 1943, …" moves on, "The 1614 rules" do not
        return period.unit is Unit.YEAR and fact.start > at.sentence and at.before == "the"
    if at.before == "by":
        return True
    if any(tokens[i] in ("until", "(") for i in range(max(at.sentence, fact.start - 6), fact.start)):
        return True
    if period.unit is Unit.YEAR:
        return now.unit > Unit.YEAR and period.number != now.year
    return isinstance(fact.values.what, Known) and period.last < now.first - LOOK_BACK
