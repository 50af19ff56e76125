"""Follows the time that a text speaks of from date to date: mostly the day of writing in news, the story in history."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from factx.engine.rules import Finding
from factx.expressions import compiled
from factx.extract.dates import Expression
from factx.extract.dates.expression import Every, Known, Length, OfYear, Part, Shift, Timed, Weekday
from factx.resolve.reference import Reference
from factx.text.calendar import Period, Unit, civil
from factx.text.tokens import BREAKS, Tokens

_QUARTER = ((3, Unit.MONTH),)
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
    while isinstance(what, Part):
        what = what.whole  # July of last year
    return isinstance(what, Weekday) or (isinstance(what, Shift) and what.base == "document")


def move_on(at: Reference, fact: Finding[Expression], period: Period | None, tokens: Tokens) -> None:
    """Update the reference after an expression to the time that the text now speaks of.

    Comparisons and asides do not change it.
    """
    what = fact.values.what
    closed = _close(at, fact, period, tokens)
    if period is None or isinstance(what, Every) or _is_comparison(what):
        return
    if at.before == "since" and (period.unit is Unit.YEAR or at.document is None):
        return  # the start of a state; the text continues in the present
    at.said, at.said_in = period, at.sentence
    if at.document is None and _is_of_same_year(at.narrative, what):
        return  # on June 6, 2019, the squad for the 2019 cup was named
    if at.history:
        if (isinstance(what, Shift) and what.base == "document") or _is_aside(at, fact, period, tokens):
            return
        at.fresh = False
    _report(at, fact, period, tokens)
    at.begun = at.narrative if at.ends_range else None
    at.narrative = period
    if fact.start - at.sentence <= 2:
        at.scene = period
        told = isinstance(what, Known) or isinstance(what, Shift) and what.count != 0 and fact.start == at.sentence
        at.here = period if told and period.unit is Unit.YEAR else None
    if period.unit is Unit.WEEKEND:
        at.weekend = period
    if period.unit is Unit.DAY and not _is_of_telling(fact, at, tokens):
        at.day = at.near = period
        at.near_in = at.sentence
    elif period.unit is Unit.MONTH and not (closed or (at.month is not None and is_compared(fact, at, tokens))):
        at.month = period


def _is_of_telling(fact: Finding[Expression], at: Reference, tokens: Tokens) -> bool:
    """Whether a day is only that of what is said, after another day was told of: she told reporters on Monday."""
    if at.day is None or at.near_in == at.sentence:
        return False
    before = tokens[max(at.sentence, fact.start - _TOLD) : fact.start]
    return before[-1:] == ["on"] and not _TELLS.isdisjoint(before)


_TOLD = 4
"""How many words before a day the verb of telling may stand."""
_TELLS = frozenset(["said", "told", "announced"])


def _is_of_same_year(now: Period | None, what: object) -> bool:
    """Whether only the year of what is told is named again, from which nothing moves on."""
    if now is None or now.unit <= Unit.YEAR or not isinstance(what, Known):
        return False
    return what.period.unit is Unit.YEAR and what.period.number == now.year


def _close(at: Reference, fact: Finding[Expression], period: Period | None, tokens: Tokens) -> bool:
    """Remember a fiscal period whose end follows; whether this is such an end: the nine months ended Sept. 30."""
    what = fact.values.what
    closes = not _CLOSES.isdisjoint(tokens[fact.end : fact.end + 1])
    if isinstance(what, Length):
        unit = what.parts[-1][1]
        if unit is Unit.MONTH and at.document is not None:
            at.figures = at.document.to(Unit.YEAR)  # "the first nine months": later comparisons are with these
        closes = closes and unit in (Unit.MONTH, Unit.YEAR)
        at.closing = (Unit.QUARTER if what.parts == _QUARTER else Unit.YEAR) if closes else None
        if isinstance(what.whole, Known):
            at.narrative = what.whole.period
    elif closes and isinstance(what, Shift) and what.unit is Unit.QUARTER:
        at.closing = Unit.QUARTER
    if at.closing is None or period is None or at.before not in _CLOSES:
        return False
    if at.figures is None or at.figures.unit is not Unit.QUARTER:
        at.figures = period.to(at.closing if civil(period.last)[1] % 3 == 0 else Unit.YEAR)
    at.closing = None
    return True


def _report(at: Reference, fact: Finding[Expression], period: Period, tokens: Tokens) -> None:
    """Let a quarter or a half be the one that the text reports on, if it is over or of a fiscal year."""
    if period.unit not in (Unit.QUARTER, Unit.HALF):
        return
    over = at.document is None or period.last <= at.document.first
    if isinstance(fact.values.what, OfYear):
        fiscal = "fiscal" in map(str.lower, tokens[fact.start : fact.end])
        if fiscal or (not over and at.side < 0):
            at.fiscal = period
    if over or at.fiscal == period:
        at.report = at.figures = period


def looks_back(before: Sequence[str]) -> bool:
    """Whether the verb just before an expression is in the past perfect: they had met in May.

    before: the words before it, with their blanks; "by May they had met" moves on.
    """
    if "had " not in before or before[-1] == "by ":
        return False
    return _PARTS.isdisjoint(before[before.index("had ") :])


_PARTS = frozenset([", ", "; ", "(", "and "])
"""What parts a verb from an expression that is not its own, as the tokens have it."""
REACH = 8
"""How many words before an expression its verb is looked for."""


def is_compared(fact: Finding[Expression], at: Reference, tokens: Tokens) -> bool:
    """Whether an expression is the time of a figure that another is set beside: up from $34,000 in October 2015."""
    before = tokens[max(at.sentence, fact.start - REACH) : fact.start]
    return not _COMPARES.isdisjoint(before) and any(word[:1].isdigit() for word in tokens[at.sentence : fact.start])


_COMPARES = frozenset(["from", "than", "with", "against", "versus", "vs", "level", "compared"])
"""Words before a figure that another is set beside."""


class Sections:
    """The headings of a text: where one stands, the story begins anew."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._passed = 0

    def begins(self, place: int) -> bool:
        """Whether a heading stands between the last place that was asked about and this one."""
        passed, self._passed = self._passed, bisect_left(self._headings, place)
        return self._passed > passed

    @cached_property
    def _headings(self) -> list[int]:
        """The first tokens of short lines that end without a stop."""
        at, words = self._tokens.at, self._tokens.words
        lines = (at(line.start()) for line in _HEADING.finditer(self._tokens.source))
        return [place for place in lines if not place or words[place - 1][:1] in BREAKS]


_HEADING = compiled(r"^[^\s.!?][^\n.!?]{0,80}\w$", re.MULTILINE)


def _is_comparison(what: object) -> bool:
    """Whether an expression only names the period of a comparison: "a year earlier", "the 1988 quarter"."""
    if isinstance(what, Timed) and what.day is not None:
        what = what.day  # the night before
    if isinstance(what, Shift):
        return what.count < 0 and (what.keep or what.base == "narrative")
    if isinstance(what, OfYear):
        return what.narrative and what.turn == -1
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
    if at.before in ("by", "since"):
        return True
    if not _ASIDE.isdisjoint(tokens.words[max(at.sentence, fact.start - 6) : fact.start]):
        return True
    if at.fresh:
        return False
    if period.unit is Unit.YEAR:
        alike = period.number == now.year and not isinstance(fact.values.what, Known)
        return now.unit > Unit.YEAR and not alike  # another year in passing, or only that of what is told
    return isinstance(fact.values.what, Known) and period.last < (at.begun or now).first - LOOK_BACK


_ASIDE = frozenset(["until", "until ", "("])
"""What stands before a date that is only mentioned, as a token has it, its blanks included."""
