"""The dates of holidays in a year: fixed days, weekdays of a month, and those that move with Easter or the moon."""

from __future__ import annotations

from math import radians, sin

from factx import lexicon
from factx.text.calendar import UNKNOWN, Period, Unit, day_number, days_in_month, weekday


def day(name: str, year: int) -> Period | None:
    """The day on which a holiday falls in a year; None if the lexicon has no rule for it."""
    rule = _rule(name)
    if rule is None:
        return None
    rule, _, further = rule.partition("+")
    return Period(Unit.DAY, _on(rule, year) + int(further or 0))


def _on(rule: str, year: int) -> int:
    """The number of the day that a rule gives in a year."""
    name, _, its_day = rule.partition(" ")
    if name in _MOVABLE:
        return _MOVABLE[name](year)
    if name == "islamic":
        its_month, _, its_day = its_day.partition("-")
        return islamic(year, int(its_month), int(its_day))
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
    """The holiday's value in TIMEX3 if the year is unknown: XXXX-12-25 if it always falls on that day."""
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


def orthodox_easter(year: int) -> int:
    """The day number of Easter Sunday in the Julian calendar (Meeus)."""
    age = (19 * (year % 19) + 15) % 30
    to_sunday = (2 * (year % 4) + 4 * (year % 7) - age + 34) % 7
    month, day = divmod(age + to_sunday + 114, 31)
    return day_number(year, month, day + 1) + year // 100 - year // 400 - 2


def tishri(year: int) -> int:
    """The day number of the first of Tishri, the Jewish new year, that falls in a year."""
    before, this, after = map(_elapsed, range(year + 3760, year + 3763))
    return this - 1_373_427 + (2 if after - this == 356 else 1 if this - before == 382 else 0)


def kislev(year: int) -> int:
    """The day number of the first of Kislev that falls in a year: the month before it has 29 days, or 30."""
    return tishri(year) + (60 if (tishri(year + 1) - tishri(year)) % 10 == 5 else 59)


def _elapsed(year: int) -> int:
    """The days from the start of the Jewish era to the first of a year's Tishri, postponed as its rules require."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12_084 + 13_753 * months) // 25_920
    return days + (3 * (days + 1) % 7 < 3)


def islamic(year: int, month: int, day: int) -> int:
    """The day number of the first occurrence, in a year, of a day of the arithmetical Islamic calendar."""
    around = (year - 622) * 33 // 32
    days = (
        227_014 + 354 * (its - 1) + (3 + 11 * its) // 30 + 29 * (month - 1) + month // 2 + day
        for its in range(around - 1, around + 3)
    )
    return next(found for found in days if found >= day_number(year, 1, 1))


def lunar_new_year(year: int) -> int:
    """The day number of the Chinese new year: the second new moon after the winter solstice."""
    return new_moon(new_moon(day_number(year - 1, 12, 23), 8) + 1, 8)


def diwali(year: int) -> int:
    """The day number of Diwali, whose evening is moonless: a new moon before sunset counts for the day before."""
    return new_moon(day_number(year, 10, 17), 5.5 - 17.5)


def mid_autumn(year: int) -> int:
    """The day number of the Mid-Autumn Festival: the full moon nearest to the equinox, the 15th of its month."""
    return new_moon(day_number(year, 8, 25), 8) + 14


def new_moon(first: int, zone: float) -> int:
    """The day number of the first new moon from a day on, `zone` hours east of Greenwich (Meeus, within minutes)."""
    number = round((first - 730_125) / 29.530588861) - 1  # counted from that of 6 January 2000
    while True:
        sun, moon, node = (
            radians(start + step * number)
            for start, step in ((2.5534, 29.1053567), (201.5643, 385.81693528), (160.7108, 390.67050284))
        )
        day = 730_125.59766 + 29.530588861 * number
        day += 0.17241 * sin(sun) - 0.4072 * sin(moon) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * node)
        day += 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun) + 0.00208 * sin(2 * sun) + zone / 24
        if day >= first:
            return int(day)
        number += 1


_MOVABLE = {
    "easter": easter, "orthodox": orthodox_easter, "tishri": tishri, "kislev": kislev, "lunar-new-year": lunar_new_year,
    "diwali": diwali, "mid-autumn": mid_autumn,
}  # fmt: skip


def _rule(name: str) -> str | None:
    """The lexicon's rule for a holiday; None if it has none."""
    rule = lexicon.load("holidays")["holiday"].get(name)
    return rule if rule != "unknown" else None
