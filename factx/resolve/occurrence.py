"""Which occurrence of a date without a year is meant: last June or the next, the story's or that of the present."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factx.extract.dates.expression import OfYear
from factx.resolve.reference import Reference, Story
from factx.text.calendar import MONTHS_IN, Period, Unit, day_number, days_in_month

NEAR = 60
"""Within this many days of the reference, a date without a year is the nearest one, whatever the clause's tense."""
SLIP = 3
"""A date this many days ahead in a past clause is that of the issue a text was written for."""


def in_year(what: OfYear, year: int) -> Period | None:
    """That part of one year."""
    if what.unit is not Unit.DAY:
        return Period(what.unit, year * 12 // MONTHS_IN[what.unit] + what.index - 1)
    if what.day > days_in_month(year, what.index):
        return None
    return Period(Unit.DAY, day_number(year, what.index, what.day))


def choose(
    make: Callable[[int], Period | None], base: Period, turn: int | None, at: Reference
) -> Period | None:
    """The period that is meant, of those that `make` returns for the years around the reference."""
    if turn == 0 or (turn is None and base.unit <= Unit.YEAR):
        return make(base.year)
    around = [made for year in range(base.year - 1, base.year + 2) if (made := make(year)) is not None]
    today = base.first
    if turn == -1:
        return max((made for made in around if made.last < today), key=_start, default=None)
    if turn == 1:
        if base.unit is Unit.YEAR:  # in 1955 she came; the next spring they married
            return min((made for made in around if made.last > base.last), key=_start, default=None)
        return min((made for made in around if made.first > today), key=_start, default=None)
    return _of_narrative(make, around, base, at) if base is not at.document else _beside_now(around, base, at)


def _of_narrative(
    make: Callable[[int], Period | None], around: Sequence[Period], base: Period, at: Reference
) -> Period | None:
    """The one that a narrative moves on to, or looks back to."""
    today = base.first
    if at.since or at.back:
        return max((made for made in around if made.first <= today), key=_start, default=None)
    later = make(base.year)
    if at.before in _ONWARD and later is not None and later.last >= today:
        return later
    return min(around, key=lambda made: max(made.first - today, 1.2 * (today - made.first)), default=None)


def _beside_now(around: Sequence[Period], base: Period, at: Reference) -> Period | None:
    """The one before the day of writing or the one after it, as the tense and their distances tell."""
    today, last = base.first, base.first if base.unit is Unit.DAY else base.last
    before = max((made for made in around if made.first <= last), key=_start, default=None)
    if at.since:
        return before
    after = min((made for made in around if made.last >= today), key=_start, default=None)
    if before is None or after is None or before == after:
        return before or after
    since, until = max(0, today - before.last), max(0, after.first - last)
    if at.before in _LIMITS and since > NEAR and at.side >= 0:
        return after  # could fall by Christmas
    nearest = before if since <= 1.5 * until else after
    told = nearest if not at.side else before if at.side < 0 else after
    if told is nearest or min(since, until) > NEAR or (at.ahead and since):
        return told
    slips = (until if told is before else since) <= SLIP
    return nearest if slips or at.tense * at.side < 2 else told


_LIMITS = frozenset(["by", "until", "till"])
_ONWARD = frozenset(["by", "until", "till", "in", "on"])
"""Words before a date that moves a narrative on: one in brackets or before a noun does not."""


def _start(period: Period) -> int:
    return period.first


def of_story(what: OfYear, story: Story, now: Period, at: Reference) -> Period:
    """The date as one of a story, or `now` if that is so much nearer to the day of writing."""
    told = _told(what, story) if what.turn is None else None
    if told is not None and at.document is not None:
        way = told.first - story.last.first
        gap = -_BACK * way if way < 0 else 0 if told.first <= story.last.last else way
        ahead = now.first > at.document.first + SLIP  # what is told in the past is not to come
        if ahead or story.hold * gap <= abs(at.document.first - now.last):
            at.used = story.last
            return told
    at.story = None
    return now


def _told(what: OfYear, story: Story) -> Period | None:
    """The occurrence next to the last date of a story."""
    year, first = story.last.year, story.last.first
    around = [made for each in (year - 1, year, year + 1) if (made := in_year(what, each)) is not None]
    if story.way < 0:
        return max((made for made in around if made.first <= first), key=_start, default=None)
    if story.last.unit is Unit.YEAR:
        return next((made for made in around if made.last >= first), None)
    back = _BACK if story.way else 1.0
    return min(around, key=lambda made: 0 if made.first <= story.last.last and made.last >= first
               else max(made.first - first, back * (first - made.first)), default=None)


_BACK = 3.0
"""How many times nearer a date before the last one of a story must be than the one after it."""
