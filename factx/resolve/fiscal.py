"""The days of a fiscal year, where the text says when it begins or ends: fiscal 2023, which ended on Sept. 30."""

from __future__ import annotations

from collections.abc import Sequence

from factx.engine.rules import Finding
from factx.extract.dates import Expression
from factx.extract.dates.expression import Known, OfYear
from factx.text.calendar import MONTHS_IN, Period, Unit, civil, day_number, iso
from factx.text.tokens import Tokens

_BEGINS = frozenset("begins began begin starts started start beginning starting runs ran commences commencing".split())
_ENDS = frozenset("ends ended end ending closes closed closing".split())
_FISCAL = frozenset(["fiscal", "financial", "fy"])
_NEAR = 8
"""How many words before the day on which a fiscal year begins or ends its name is looked for."""
_MID_MONTH = 15
"""A fiscal year that begins after this day of a month has its first whole month in the next one."""


def first_month(found: Sequence[Finding[Expression]], tokens: Tokens) -> int:
    """The month, 1 to 12, that the text's fiscal years begin with; 1 if it does not say."""
    if "iscal" not in tokens.source and "inancial year" not in tokens.source:
        return 1
    for fact in found:
        month, day = _month_and_day(fact.values.what)
        if not month:
            continue
        first = max(tokens.sentence_of(fact.start)[0], fact.start - _NEAR)
        before = [word.lower() for word in tokens[first : fact.start]]
        if _FISCAL.isdisjoint(before):
            continue
        if not _ENDS.isdisjoint(before):
            return month % 12 + 1 if day == 0 or day > _MID_MONTH else month
        if not _BEGINS.isdisjoint(before):
            return month % 12 + 1 if day > _MID_MONTH else month
    return 1


def _month_and_day(what: object) -> tuple[int, int]:
    """The month of a date, and its day or 0; 0 and 0 if it has none."""
    match what:
        case OfYear(Unit.DAY, month, day):
            return month, day
        case OfYear(Unit.MONTH, month):
            return month, 0
        case Known(period) if period.unit is Unit.DAY:
            return civil(period.number)[1:]
        case Known(period) if period.unit is Unit.MONTH:
            return period.month, 0
    return 0, 0


def days(period: Period, words: set[str], month: int, *, double: bool) -> tuple[str | None, str | None] | None:
    """The first and the last day of a fiscal year or a part of it that begins with that month; None if it is no such.

    A year is named after the one it ends in, but 2022-23 (double) after both.
    """
    if month == 1 or period.unit not in (Unit.YEAR, Unit.HALF, Unit.QUARTER) or not (double or words & _FISCAL):
        return None
    many = MONTHS_IN[period.unit]
    start = 12 * (period.year - (not double)) + month - 1 + (period.number * many) % 12
    return iso(_first_of(start)), iso(_first_of(start + many) - 1)


def _first_of(month: int) -> int:
    """The number of the first day of a month that is counted from year 0."""
    return day_number(month // 12, month % 12 + 1, 1)
