"""The calendar: periods of the time line, the days they cover, and how TIMEX3 writes them.

Years are astronomical (0 is 1 BC, -1 is 2 BC) and the Gregorian calendar is extended back indefinitely,
so that the same arithmetic serves antiquity and tomorrow.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from factx.records import NamedTuple


class Unit(IntEnum):
    """A unit of the calendar, the finer the greater."""

    MILLENNIUM = 1
    CENTURY = 2
    DECADE = 3
    YEAR = 4
    HALF = 5
    QUARTER = 6
    SEASON = 7
    MONTH = 8
    WEEK = 9
    WEEKEND = 10
    DAY = 11
    HOUR = 12
    MINUTE = 13
    SECOND = 14

    __hash__ = int.__hash__  # Enum's own hashes the member's name on every call


MONTHS_IN = {Unit.MONTH: 1, Unit.SEASON: 3, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12}
YEARS_IN = {Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}
SEASONS = ("WI", "SP", "SU", "FA")
"""In the order of a year; its winter begins in December of the year before."""
MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

# The TIMEX3 values of periods of which only the unit is known.
UNKNOWN = {
    Unit.MILLENNIUM: "X", Unit.CENTURY: "XX", Unit.DECADE: "XXX", Unit.YEAR: "XXXX", Unit.HALF: "XXXX-HX",
    Unit.QUARTER: "XXXX-QX", Unit.SEASON: "XXXX-XX", Unit.MONTH: "XXXX-XX", Unit.WEEK: "XXXX-WXX",
    Unit.WEEKEND: "XXXX-WXX-WE", Unit.DAY: "XXXX-XX-XX", Unit.HOUR: "XXXX-XX-XXTXX", Unit.MINUTE: "XXXX-XX-XXTXX:XX",
    Unit.SECOND: "XXXX-XX-XXTXX:XX:XX",
}


def leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    return 29 if month == 2 and leap(year) else MONTH_DAYS[month - 1]


@lru_cache(maxsize=4096)
def day_number(year: int, month: int, day: int) -> int:
    """Days from 31 December of year 0; Monday is 1 modulo 7 (as datetime.date.toordinal has it)."""
    shifted = year - (month < 3)  # years that begin in March put the leap day last
    return (
        365 * shifted + shifted // 4 - shifted // 100 + shifted // 400
        + (153 * ((month + 9) % 12) + 2) // 5 + day - 1 - 305
    )


@lru_cache(maxsize=4096)
def civil(number: int) -> tuple[int, int, int]:
    """The year, month and day of a day number."""
    number += 305
    era, day_of_era = divmod(number, 146_097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month + 2) // 5 + 1
    return era * 400 + year_of_era + (month > 9), month + 3 - (12 if month > 9 else 0), day


def weekday(number: int) -> int:
    """1 for Monday to 7 for Sunday."""
    return (number - 1) % 7 + 1


def year_text(year: int) -> str:
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


@lru_cache(maxsize=4096)
def iso(number: int) -> str | None:
    """A day as an ISO date; None before year 1, which has no plain ISO form."""
    year, month, day = civil(number)
    return f"{year:04d}-{month:02d}-{day:02d}" if 0 < year < 10_000 else None


class Period(NamedTuple):
    """The `number`th unit of its kind on the time line: year 1998, month 12 * 1998 + 0, day 729390, ...

    Decades, centuries and millennia BC are counted backwards (the decade BC048 is 489 to 480 BC) and numbered
    from -1 down: the decade -1 is BC000, the decade 0 is 000.
    """

    unit: Unit
    number: int

    @property
    def first(self) -> int:
        """The number of the first day."""
        unit, number = self.unit, self.number
        if unit >= Unit.DAY:
            return number
        if unit is Unit.WEEK:
            return 7 * number + 1
        if unit is Unit.WEEKEND:
            return 7 * number + 6
        if years := YEARS_IN.get(unit):
            return day_number(years * number if number >= 0 else 2 + years * number, 1, 1)
        year, index = divmod(number * MONTHS_IN[unit] - (unit is Unit.SEASON), 12)
        return day_number(year, index + 1, 1)

    @property
    def last(self) -> int:
        """The number of the last day."""
        unit, number = self.unit, self.number
        if unit >= Unit.DAY:
            return number
        if unit in (Unit.WEEK, Unit.WEEKEND):
            return 7 * number + 7
        if unit in YEARS_IN and number == -1:  # 9 BC to 1 BC
            return day_number(1, 1, 1) - 1
        return Period(unit, number + 1).first - 1

    @property
    def year(self) -> int:
        """The year that it begins in."""
        if self.unit is Unit.YEAR:
            return self.number
        if self.unit in (Unit.MONTH, Unit.QUARTER, Unit.HALF):
            return self.number * MONTHS_IN[self.unit] // 12
        if self.unit in (Unit.WEEK, Unit.WEEKEND):
            return civil(7 * self.number + 4)[0]
        return civil(self.first)[0]

    @property
    def month(self) -> int:
        """The month, 1 to 12, that it begins in."""
        return self.number % 12 + 1 if self.unit is Unit.MONTH else civil(self.first)[1]

    def shift(self, count: int) -> Period:
        return Period(self.unit, self.number + count)

    def to(self, unit: Unit) -> Period:
        """The period of another unit that its first day falls in."""
        if unit is self.unit:
            return self
        if unit is Unit.YEAR:
            return Period(unit, self.year)
        if unit is Unit.DECADE or unit is Unit.CENTURY or unit is Unit.MILLENNIUM:
            year = self.year
            return Period(unit, year // YEARS_IN[unit] if year > 0 else -((1 - year) // YEARS_IN[unit]) - 1)
        if self.unit is Unit.SEASON and unit is Unit.QUARTER:
            return Period(unit, self.number)
        return of_day(unit, self.first)

    @property
    def value(self) -> str:
        """As TIMEX3 writes it."""
        return _value(self.unit, self.number)

    @property
    def days(self) -> tuple[str | None, str | None]:
        """The first and the last day as ISO dates; None for one before year 1."""
        return _days(self)


@lru_cache(maxsize=4096)
def _days(period: Period) -> tuple[str | None, str | None]:
    return iso(period.first), iso(period.last)


@lru_cache(maxsize=4096)
def _value(unit: Unit, number: int) -> str:
    if unit is Unit.YEAR:
        return year_text(number)
    if unit >= Unit.DAY:
        year, month, day = civil(number)
        return f"{year_text(year)}-{month:02d}-{day:02d}"
    if unit in (Unit.WEEK, Unit.WEEKEND):
        year = civil(7 * number + 4)[0]  # an ISO week belongs to its Thursday's year
        week = (7 * number + 4 - day_number(year, 1, 1)) // 7 + 1
        return f"{year_text(year)}-W{week:02d}" + ("-WE" if unit is Unit.WEEKEND else "")
    if unit in YEARS_IN:
        digits = 5 - len(str(YEARS_IN[unit]))
        return f"{number:0{digits}d}" if number >= 0 else f"BC{-1 - number:0{digits}d}"
    year, index = divmod(number, 12 // MONTHS_IN[unit])
    if unit is Unit.MONTH:
        return f"{year_text(year)}-{index + 1:02d}"
    if unit is Unit.SEASON:
        return f"{year_text(year)}-{SEASONS[index]}"
    return f"{year_text(year)}-{'Q' if unit is Unit.QUARTER else 'H'}{index + 1}"


def of_day(unit: Unit, number: int) -> Period:
    """The period of that unit that contains the day."""
    if unit >= Unit.DAY:
        return Period(unit, number)
    if unit in (Unit.WEEK, Unit.WEEKEND):
        return Period(unit, (number - 1) // 7)
    year, month, _ = civil(number)
    if unit in MONTHS_IN:
        months = 12 * year + month - 1 + (unit is Unit.SEASON)
        return Period(unit, months // MONTHS_IN[unit])
    return Period(Unit.YEAR, year).to(unit)


def part(unit: Unit, whole: Period, index: int) -> Period | None:
    """The `index`th (from 1; from -1 backwards) unit of a longer period; None if it has no such part."""
    if unit in (Unit.WEEK, Unit.WEEKEND):  # a week belongs to the month, as to the year, of its Thursday
        first, last = Period(unit, (whole.first + 2) // 7), Period(unit, (whole.last - 4) // 7)
    elif unit is Unit.SEASON:
        first, last = Period(unit, 4 * whole.year), Period(unit, 4 * whole.year + 3)
    else:
        first, last = of_day(unit, whole.first), of_day(unit, whole.last)
    found = last.shift(index + 1) if index < 0 else first.shift(index - 1)
    return found if first.number <= found.number <= last.number else None


def parse(text: str) -> Period | None:
    """An ISO day, month or year ("2020-08-16", "2020-08", "2020"; a time of day after it is ignored)."""
    fields = text.strip()[:10].split("-")
    if not all(field.isdecimal() for field in fields) or len(fields) > 3 or len(fields[0]) != 4:
        return None
    numbers = [int(field) for field in fields]
    if len(numbers) == 1:
        return Period(Unit.YEAR, numbers[0])
    if not 1 <= numbers[1] <= 12:
        return None
    if len(numbers) == 2:
        return Period(Unit.MONTH, 12 * numbers[0] + numbers[1] - 1)
    if not 1 <= numbers[2] <= days_in_month(numbers[0], numbers[1]):
        return None
    return Period(Unit.DAY, day_number(*numbers))
