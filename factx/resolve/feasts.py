"""When the holidays of a year fall: fixed days, weekdays of a month, and those that move with Easter."""

from __future__ import annotations

from factx import lexicon
from factx.calendar import UNKNOWN, Period, Unit, day_number, days_in_month, weekday


def day(name: str, year: int) -> Period | None:
    """The day of that year on which the holiday falls; None where no rule tells."""
    rule = _rule(name)
    if rule is None:
        return None
    rule, _, further = rule.partition("+")
    return Period(Unit.DAY, _on(rule, year) + int(further or 0))


def _on(rule: str, year: int) -> int:
    """The number of the day that a rule names in that year."""
    if rule == "easter":
        return easter(year)
    month, _, rest = rule.partition("-")
    which, _, nth = rest.partition("#")
    if not nth:
        return day_number(year, int(month), int(rest))
    if int(nth) > 0:
        first = day_number(year, int(month), 1)
        return first + (int(which) - weekday(first)) % 7 + 7 * (int(nth) - 1)
    last = day_number(year, int(month), days_in_month(year, int(month)))
    return last - (weekday(last) - int(which)) % 7


def open_form(name: str) -> str:
    """What TIMEX3 writes for the holiday where the year is not known: XXXX-12-25, if it is always that day."""
    rule = _rule(name) or ""
    return f"XXXX-{rule}" if rule[:1].isdigit() and "#" not in rule else UNKNOWN[Unit.DAY]


def easter(year: int) -> int:
    """The day number of Western Easter Sunday (the computus of the Gregorian calendar, in its anonymous form)."""
    golden = year % 19
    century, year_of_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    leap_years, other = divmod(year_of_century, 4)
    to_sunday = (32 + 2 * rest + 2 * leap_years - epact - other) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return day_number(year, month, day + 1)


def _rule(name: str) -> str | None:
    """How the lexicon says when a holiday falls; None for a name without a rule."""
    feasts = lexicon.load("feasts")
    return feasts["feast"].get(name) or feasts["phrase"].get(name) or None
