"""Temporal expressions held against a reference: what each one is worth, in one place."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from factx.calendar import (
    MONTHS_IN, UNKNOWN, YEARS_IN, Period, Unit, civil, day_number, days_in_month, of_day, part, weekday,
)
from factx.extract.dates.expression import (
    DayOfMonth, Every, Feast, Known, Length, OfYear, Part, Shift, ShortYear, Timed, Vague, Weekday, What,
)
from factx.resolve import feasts

SEASON_CODES = ("SP", "SU", "FA", "WI")


@dataclass(slots=True)
class Reference:
    """What relative expressions are held against, at one place of a text."""

    document: Period | None
    """The day of writing."""
    narrative: Period | None = None
    """The time that the text last spoke of."""
    day: Period | None = None
    """The last day that the text spoke of."""
    near: Period | None = None
    """The last day that the sentence spoke of."""
    report: Period | None = None
    """The quarter or half whose figures the text gives: "a year earlier" and "the quarter" are told from it."""
    history: bool = False
    """Whether the text tells of times long before it was written: then the narrative leads."""
    tense: int = 0
    """Of the clause: -1 past, 1 future, 0 not told."""
    used: Period | None = field(default=None)
    """What the last expression was resolved against."""

    @property
    def base(self) -> Period | None:
        """What an open date is completed from."""
        chosen = (self.narrative or self.document) if self.history or self.document is None else self.document
        self.used = chosen
        return chosen

    def of(self, base: str) -> Period | None:
        """What a shift is counted from."""
        if base == "document":
            chosen = self.document
        elif base == "scene":
            return self.base
        elif base == "report":
            chosen = self.report or (self.document.to(Unit.QUARTER).shift(-1) if self.document is not None else None)
        else:
            chosen = self.narrative or self.document
        self.used = chosen
        return chosen


Resolved = Period | str
"""A period of the time line, or what TIMEX3 writes where it stays open."""


def value(what: What, at: Reference) -> tuple[str, Period | None]:
    """TIMEX3's value, and the period it covers where it covers one."""
    match what:
        case Length():
            return length(what), None
        case Vague():
            return what.value, None
        case Every():
            return recurring(what.what, at), None
        case Timed():
            if what.day is None:
                base = at.near or at.base
                day: Resolved = of_day(Unit.DAY, base.first) if base is not None and base.unit >= Unit.DAY else "XXXX-XX-XX"
            else:
                day = resolve(what.day, at)
            if isinstance(day, str):
                return f"{day}T{what.time}", None
            time = "00:00" if what.time == "24:00" and what.day is None else what.time
            return f"{day.value}T{time}", day
        case _:
            found = resolve(what, at)
            return (found, None) if isinstance(found, str) else (found.value, found)


def recurring(what: What, at: Reference) -> str:
    """The value of what comes again: its shape, whenever it is."""
    nowhere = Reference(None)
    if isinstance(what, Timed) and what.day is None:
        return f"XXXX-XX-XXT{what.time}"
    return value(what, nowhere)[0]


def length(what: Length) -> str:
    """A duration as ISO 8601 writes it, with X for a count that is not told."""
    days, times = "", ""
    for count, unit in what.parts:
        figure = "X" if count is None else str(count) if Fraction(count).denominator == 1 else f"{float(count):g}"
        letter = {Unit.MONTH: "M", Unit.MINUTE: "M", Unit.CENTURY: "CE", Unit.DECADE: "DE", Unit.WEEKEND: "WE",
                  Unit.SEASON: "S", Unit.MILLENNIUM: "L"}.get(unit, unit.name[0])
        if unit >= Unit.HOUR:
            times += figure + letter
        else:
            days += figure + letter
    return f"P{days}T{times}" if times else f"P{days}"


def resolve(what: What, at: Reference) -> Resolved:
    """The period that a date names, or its underspecified form."""
    match what:
        case Known():
            return what.period
        case OfYear():
            return of_year(what, at)
        case Feast():
            return feast(what, at)
        case DayOfMonth():
            return day_of_month(what, at)
        case Weekday():
            return day_of_week(what, at)
        case ShortYear():
            return short_year(what, at)
        case Shift():
            return shift(what, at)
        case Part():
            return part_of(what, at)
    return value(what, at)[0]


def of_year(what: OfYear, at: Reference) -> Resolved:
    """A month, a season, a quarter, a day and month: the year is the one that the reference and the tense choose."""
    base = at.base if what.turn is None else at.of("document" if not at.history else "narrative")
    if base is None:
        return open_of_year(what)
    return choose(lambda year: in_year(what, year), base, what.turn, at) or open_of_year(what)


def in_year(what: OfYear, year: int) -> Period | None:
    """That part of one year."""
    if what.unit is Unit.DAY:
        return Period(Unit.DAY, day_number(year, what.index, what.day)) if what.day <= days_in_month(year, what.index) else None
    return Period(what.unit, year * 12 // MONTHS_IN[what.unit] + what.index - 1)


def open_of_year(what: OfYear) -> str:
    if what.unit is Unit.DAY:
        return f"XXXX-{what.index:02d}-{what.day:02d}"
    if what.unit is Unit.SEASON:
        return f"XXXX-{SEASON_CODES[what.index - 1]}"
    if what.unit is Unit.MONTH:
        return f"XXXX-{what.index:02d}"
    return f"XXXX-{'Q' if what.unit is Unit.QUARTER else 'H'}{what.index}"


NEAR = 60
"""So many days from the reference a date without its year is the nearest one, whatever the tense of its clause."""


def choose(make, base: Period, turn: int | None, at: Reference) -> Period | None:  # type: ignore[no-untyped-def]
    """Of the candidates of the years around, the one before, in or after the reference."""
    year = base.year
    around = [made for made in (make(y) for y in (year - 1, year, year + 1)) if made is not None]
    if turn == 0 or base.unit <= Unit.YEAR and turn is None:
        return make(year)  # type: ignore[no-any-return]
    today = base.first
    if turn is None and (at.history or base is not at.document):
        return min(around, key=lambda made: made.first - today if made.first >= today else 1.5 * (today - made.first))
    if turn == -1:
        return max((made for made in around if made.last < today), key=lambda made: made.first, default=None)
    if turn == 1:
        return min((made for made in around if made.first > today), key=lambda made: made.first, default=None)
    before = max((made for made in around if made.first <= today), key=lambda made: made.first, default=None)
    after = min((made for made in around if made.last >= today), key=lambda made: made.first, default=None)
    if before is None or after is None:
        return before or after
    behind, ahead = max(0, today - before.last), max(0, after.first - today)
    if min(behind, ahead) > NEAR and at.tense:
        return before if at.tense < 0 else after
    return before if 2 * behind <= 3 * ahead else after


def feast(what: Feast, at: Reference) -> Resolved:
    if what.year is not None:
        return feasts.day(what.name, what.year) or Period(Unit.YEAR, what.year)
    base = at.base
    if base is None:
        rule = feasts.code(what.name)
        return f"XXXX-{rule}" if rule and rule[2:3] == "-" and "#" not in rule else "XXXX-XX-XX"
    return choose(lambda year: feasts.day(what.name, year), base, what.turn, at) or "XXXX-XX-XX"


def day_of_month(what: DayOfMonth, at: Reference) -> Resolved:
    """A day of the month that was last spoken of."""
    base = at.narrative or at.document
    at.used = base
    if base is None or base.unit < Unit.MONTH:
        return f"XXXX-XX-{what.day:02d}"
    year, month, _ = civil(base.first)
    if what.day > days_in_month(year, month):
        return f"{base.to(Unit.MONTH).value}-{what.day:02d}"
    return Period(Unit.DAY, day_number(year, month, what.day))


def day_of_week(what: Weekday, at: Reference) -> Resolved:
    """A weekday: with no word beside it the nearest one behind, today included, unless the clause looks ahead."""
    base = at.of("narrative") if what.told else at.base
    if base is None or base.unit < Unit.DAY:
        return f"XXXX-WXX-{what.day}"
    today = base.first
    back = (weekday(today) - what.day) % 7
    ahead = (what.day - weekday(today)) % 7
    if what.turn == -1:
        return Period(Unit.DAY, today - (back or 7))
    if what.turn == 1:
        return Period(Unit.DAY, today + (ahead or 7))
    if what.turn == 0 or at.tense > 0:
        return Period(Unit.DAY, today + ahead)
    return Period(Unit.DAY, today - back)


def short_year(what: ShortYear, at: Reference) -> Resolved:
    """A year or decade of the century that puts it nearest before the reference."""
    base = at.base
    digits = f"{what.number:02d}" if what.unit is Unit.YEAR else str(what.number)
    if base is None:
        return f"XX{digits}"
    span = 100 if what.unit is Unit.YEAR else 10
    year = base.year if what.unit is Unit.YEAR else base.year // 10
    number = year - year % span + what.number
    if number > year + (5 if what.unit is Unit.YEAR and not at.history else 0):
        number -= span
    return Period(what.unit, number)


def shift(what: Shift, at: Reference) -> Resolved:
    """So many units from the reference."""
    if isinstance(what.base, str):
        base = at.of(what.base)
    else:
        other = resolve(what.base, at)
        base = other if isinstance(other, Period) else None
    unit, count = what.unit, Fraction(what.count)
    if what.keep and unit is Unit.YEAR and count == -1 and at.report is not None:
        base = at.used = at.report
    if base is None:
        return UNKNOWN[unit]
    if unit in (Unit.HOUR, Unit.MINUTE, Unit.SECOND):
        return of_day(Unit.DAY, base.first) if abs(count) < 12 else of_day(Unit.DAY, base.first + round(count / 24))
    if count.denominator > 1:
        finer = {Unit.YEAR: (Unit.MONTH, 12), Unit.DECADE: (Unit.YEAR, 10), Unit.CENTURY: (Unit.YEAR, 100),
                 Unit.WEEK: (Unit.DAY, 7), Unit.MONTH: (Unit.DAY, 30)}.get(unit)
        if finer is None:
            return UNKNOWN[unit]
        unit, count = finer[0], Fraction(round(count * finer[1]))
    steps = int(count)
    if what.keep and unit is Unit.YEAR and base.unit in (Unit.QUARTER, Unit.HALF, Unit.SEASON):
        return base.shift(steps * 12 // MONTHS_IN[base.unit])
    if what.keep and unit in YEARS_IN:
        return base.to(Unit.YEAR).shift(steps * YEARS_IN[unit])
    if base.unit < unit:
        if steps == 0 and unit is Unit.DAY or at.history or at.document is None:
            return open_within(base, unit)
        base = at.used = at.day if at.day is not None and unit is Unit.DAY else at.document
    if unit is Unit.WEEKEND and steps == 0 and weekday(base.first) < 4 and at.tense <= 0:
        steps = -1
    return base.to(unit).shift(steps)


def open_within(base: Period, unit: Unit) -> str:
    """A finer unit of a known period: some day of June 1944 is 1944-06-XX."""
    unknown = UNKNOWN[unit]
    known = base.value
    return known + unknown[len(known):] if base.unit in (Unit.YEAR, Unit.MONTH) and len(known) < len(unknown) else unknown


def part_of(what: Part, at: Reference) -> Resolved:
    """A part of a longer period; index 0 is the part of it that the narrative is in."""
    whole = resolve(what.whole, at)
    index = what.index
    if index == 0:
        now = at.of("report")
        if now is None or now.unit is not what.unit:
            return f"{whole.value}-QX" if isinstance(whole, Period) else UNKNOWN[what.unit]
        if isinstance(what.whole, Shift):
            return now.shift(4 * int(what.whole.count))
        index = now.number % (12 // MONTHS_IN[what.unit]) + 1
    if isinstance(whole, Period):
        found = part(what.unit, whole, index)
        return found if found is not None else UNKNOWN[what.unit]
    return open_of_year(OfYear(what.unit, index)) if what.unit in MONTHS_IN else UNKNOWN[what.unit]
