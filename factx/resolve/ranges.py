"""The two ends of a range resolved as one: each in the year, the week or the day of the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factx.engine.rules import Finding
from factx.extract.dates import Expression
from factx.extract.dates.expression import Every, Holiday, Known, Length, OfYear, Part, Timed, Weekday, What
from factx.resolve.occurrence import in_year
from factx.resolve.reference import Reference
from factx.resolve.timeline import Resolved, resolve
from factx.text.calendar import Period, Unit
from factx.text.tokens import Tokens

_JOINTS = frozenset(["-", "–", "—", "to", "through", "thru", "until", "till"])


def ranges(found: Sequence[Finding[Expression]], tokens: Tokens) -> dict[int, What]:
    """The expressions that begin a range, by their first token, each with the meaning of its end."""
    ends: dict[int, What] = {}
    for fact, last in pairwise(found):
        apart = last.start - fact.end
        if not 0 < apart <= _FAR or not isinstance(fact.values.what, _SHARING):
            continue
        if _is_time_of(fact, last, tokens) or _is_named_with_year(fact, last, tokens):
            ends[fact.start] = last.values.what
        if apart > 2 or not _can_end(fact.values.what, last.values.what):
            continue
        if _is_joined(fact, last, tokens):
            ends[fact.start] = last.values.what
    return ends


def partners(found: Sequence[Finding[Expression]], tokens: Tokens) -> dict[int, str]:
    """The ends of ranges, by their first tokens, each with a note of the other one's id: range-to:d2, range-from:d1."""
    notes: dict[int, str] = {}
    for number, (fact, last) in enumerate(pairwise(found), 1):
        if not 0 < last.start - fact.end <= 2 or _is_span(fact.values.what) or _is_span(last.values.what):
            continue
        if _is_joined(fact, last, tokens):
            notes.setdefault(fact.start, f"range-to:d{number + 1}")
            notes[last.start] = f"range-from:d{number}"
    return notes


def _is_joined(fact: Finding[Expression], last: Finding[Expression], tokens: Tokens) -> bool:
    """Whether what stands between two expressions, and in front of them, makes them a range."""
    joint, *article = (word.lower() for word in tokens[fact.end : last.start])
    between = joint == "and" and fact.start > 0 and tokens[fact.start - 1].lower() == "between"
    return (joint in _JOINTS or between) and article in ([], ["the"], ["about"])


def _is_span(what: What) -> bool:
    """Whether an expression is a length or a set of times, which bounds no range: from 2 to 3 years."""
    return isinstance(what, (Every, Length))


_SHARING = (Timed, OfYear, Weekday, Known, Part, Holiday)
"""The meanings that may lack what is written with the expression after them."""


def _can_end(first: What, last: What) -> bool:
    if isinstance(first, Timed) or isinstance(last, Timed):
        return isinstance(first, Timed) and isinstance(last, Timed) and first.day is None and last.day is not None
    return (_is_open(first) or _is_open(last)) and _unit(first) is _unit(last) is not None


def _is_time_of(fact: Finding[Expression], last: Finding[Expression], tokens: Tokens) -> bool:
    """Whether a time of the clock has its day after it: 4:49 PM on 02/08/2012, 5:34 AM Baghdad time on March 20."""
    first, what = fact.values.what, last.values.what
    if not isinstance(first, Timed) or first.day is not None or not 0 < last.start - fact.end <= _FAR:
        return False
    between = tokens[fact.end : last.start]
    if "time" in between:  # of a zone: Baghdad time, local time
        between = [word for word in between if word not in ("time", "local") and not word[:1].isupper()]
    is_day = isinstance(what, (Weekday, Holiday)) or _unit(what) is Unit.DAY
    return is_day and _BEFORE_ITS_DAY.issuperset(between)


def _is_named_with_year(fact: Finding[Expression], last: Finding[Expression], tokens: Tokens) -> bool:
    """Whether a month or a season describes what its year is told after: the Spring Offensive of 1918."""
    first, what = fact.values.what, last.values.what
    if isinstance(first, Holiday):
        if first.turn is not None or first.year is not None:
            return False
    elif not (isinstance(first, OfYear) and first.turn is None and first.unit in (Unit.MONTH, Unit.SEASON)):
        return False
    if not isinstance(what, Known) or what.period.unit is not Unit.YEAR or not 0 < last.start - fact.end <= _FAR:
        return False
    *noun, joint = tokens[fact.end : last.start]
    return joint in ("of", "in") and all(len(word) > 3 and word.isalpha() for word in noun)


_BEFORE_ITS_DAY = frozenset(["on", ","])
_FAR = 4
"""How many words stand at most between a time and its day."""


def _is_open(what: What) -> bool:
    """Whether a date could be of any year or week."""
    return isinstance(what, (OfYear, Weekday)) and what.turn is None


def _unit(what: What) -> Unit | None:
    match what:
        case Known(period):
            return period.unit
        case OfYear(unit) | Part(unit):
            return unit
        case Weekday():
            return Unit.DAY
    return None


def ends_of(first: What, last: What, at: Reference) -> tuple[What, What]:
    """The two ends of a range, made definite as far as they can be."""
    if isinstance(first, Timed) and isinstance(last, Timed):
        return first._replace(day=last.day), last
    if isinstance(first, Timed):
        return first._replace(day=last), last
    if isinstance(last, Known) and last.period.unit is Unit.YEAR:
        if isinstance(first, Holiday):
            return first._replace(year=last.period.year), last
        if isinstance(first, OfYear):
            return _known(first, in_year(first, last.period.year)), last
    ahead = (isinstance(first, Weekday) and at.side > 0) or at.before == "for"
    if not _is_open(first) or (_is_open(last) and ahead):
        start = resolve(first, at)
        return _known(first, start), _known(last, _beside(last, start, 1) if _is_open(last) else None)
    end = resolve(last, at)
    return _known(first, _beside(first, end, -1)), _known(last, end)


def _known(what: What, found: Resolved | None) -> What:
    return Known(found) if isinstance(found, Period) else what


def _beside(what: What, other: Resolved, way: int) -> Period | None:
    """The occurrence of an open date next to the other end of its range: the first from it on, or the last up to it."""
    if not isinstance(other, Period):
        return None
    if isinstance(what, Weekday):
        day = other.first
        return Period(Unit.DAY, day + (what.day - day) % 7 if way > 0 else day - (day - what.day) % 7)
    if not isinstance(what, OfYear):
        return None
    around = [made for year in range(other.year - 8, other.year + 9) if (made := in_year(what, year)) is not None]
    if way > 0:
        return min((made for made in around if made.first >= other.first), key=_first, default=None)
    return max((made for made in around if made.first <= other.first), key=_first, default=None)


def _first(period: Period) -> int:
    return period.first
