"""The days of an early, middle or late part of a period: late June is its last ten days."""

from __future__ import annotations

from factx.text.calendar import Period, Unit, day_number, iso

_PLACE = {"START": 0, "MID": 1, "END": 2}
_YEARS = {Unit.DECADE: (0, 4, 7, 10), Unit.CENTURY: (0, 34, 67, 100)}
"""The years at which the thirds of a longer period begin and end."""
_MONTHS = {Unit.YEAR: 4, Unit.HALF: 2, Unit.QUARTER: 1, Unit.SEASON: 1}
"""How many months a third has."""
_DAYS = {Unit.MONTH: (0, 10, 20), Unit.WEEK: (0, 2, 4)}
"""The days at which its thirds begin."""

_TURN = 20
"""The turn of a period is that part of its days."""


def days(
    period: Period, mod: str | None, *, halves: bool = False, turn: bool = False
) -> tuple[str | None, str | None]:
    """The first and the last day, as ISO dates, of the part of a period that TIMEX3's mod names; else of all of it.

    halves: whether the part is a half, as in the first half of the century.
    turn: whether it is only the time about its first day, as in the turn of the century.
    """
    place = _PLACE.get(mod or "")
    if place is None or period.year < 1 or period.unit not in {*_YEARS, *_MONTHS, *_DAYS}:
        return period.days
    if turn:
        return iso(period.first), iso(period.first + (period.last - period.first) // _TURN)
    if halves:
        middle = (period.first + period.last + 1) // 2
        return (iso(period.first), iso(middle - 1)) if place == 0 else (iso(middle), iso(period.last))
    first, last = period.first, period.last
    if years := _YEARS.get(period.unit):
        starts = [day_number(period.year + years[at], 1, 1) for at in (place, place + 1)]
        first, last = starts[0], starts[1] - 1
    elif months := _MONTHS.get(period.unit):
        month = period.to(Unit.MONTH).shift(place * months)
        first, last = month.first, month.shift(months - 1).last
    else:
        starts = [period.first + day for day in _DAYS[period.unit]]
        first, last = starts[place], starts[place + 1] - 1 if place < 2 else period.last
    return iso(first), iso(last)
