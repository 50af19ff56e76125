"""Resolves temporal expressions against a reference: computes the period and the TIMEX3 value of each."""

from __future__ import annotations

from typing import TypeAlias

from factx.extract.dates.expression import (
    DayOfMonth,
    Every,
    Holiday,
    Known,
    Length,
    OfYear,
    Part,
    Shift,
    ShortYear,
    Timed,
    Vague,
    Weekday,
    What,
)
from factx.resolve import holidays
from factx.resolve.occurrence import choose, in_year, of_story
from factx.resolve.reference import Reference
from factx.text.calendar import (
    MONTHS_IN,
    SEASONS,
    UNKNOWN,
    YEARS_IN,
    Period,
    Unit,
    civil,
    day_number,
    days_in_month,
    of_day,
    part,
    weekday,
)

Resolved: TypeAlias = Period | str
"""A period of the time line, or a TIMEX3 value if it is underspecified."""


def value(what: What, at: Reference) -> tuple[str, Period | None]:
    """TIMEX3's value, and the period that it covers, if any."""
    match what:
        case Known(period):
            return period.value, period
        case Length():
            return length(what), None
        case Vague():
            return what.value, None
        case Every(Timed(None, time)):
            return f"XXXX-XX-XXT{time}", None
        case Every():
            return value(what.what, Reference(None))[0], None
        case Timed():
            return timed(what, at)
    found = resolve(what, at)
    return (found, None) if isinstance(found, str) else (found.value, found)


def length(what: Length) -> str:
    """A duration in ISO 8601 form, with X for an indefinite count."""
    letters = {Unit.MINUTE: "M", Unit.CENTURY: "CE", Unit.DECADE: "DE", Unit.WEEKEND: "WE"}
    days, times = "", ""
    for count, unit in what.parts:
        figure = "X" if count is None else f"{float(count):g}" if count.denominator > 1 else str(count)
        if unit >= Unit.HOUR:
            times += figure + letters.get(unit, unit.name[0])
        else:
            days += figure + letters.get(unit, unit.name[0])
    return f"P{days}T{times}" if times else f"P{days}"


def timed(what: Timed, at: Reference) -> tuple[str, Period | None]:
    """A time of a day: of the day named with it, else of the sentence's last, else of the scene's."""
    day: Resolved
    if what.day is not None:
        day, time = resolve(what.day, at), what.time
    else:
        base = _day_near(at) or at.of("scene")
        day = of_day(Unit.DAY, base.first) if base is not None and base.unit is Unit.DAY else UNKNOWN[Unit.DAY]
        time = "00:00" if what.time == "24:00" else what.time
    return (f"{day}T{time}", None) if isinstance(day, str) else (f"{day.value}T{time}", day)


def _day_near(at: Reference) -> Period | None:
    """The day of a time of the clock, if one was just named: a man was shot on Monday. Police came at 9 p.m."""
    today, day = at.document, at.near
    if at.is_entry and at.heading is None:
        return None  # 9.40am: police arrive
    if day is not None:
        over = day is not at.heading and today is not None and day.last < today.first
        # it reopened on Monday. Patients will be seen from 9 a.m.
        return None if over and at.near_in != at.sentence and at.side > 0 else day
    if at.day is None or today is None or today.unit is not Unit.DAY or at.history:
        return None
    return at.day if 0 < today.first - at.day.first < _LATELY and at.side <= 0 else None


_LATELY = 7
"""How many days before that of writing a day may be to which the times of the clock after it belong."""


def resolve(what: What, at: Reference) -> Resolved:
    """The period that a date names, or its underspecified form."""
    match what:
        case Known():
            return what.period
        case OfYear():
            return of_year(what, at)
        case Holiday():
            return holiday(what, at)
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
    """A month, a season, a quarter, or a day and month, of the year that the reference and the tense select."""
    if what.narrative:
        base = at.of("narrative")
        return (choose(lambda year: in_year(what, year), base, what.turn, at) if base else None) or open_of_year(what)
    base = at.of("scene")
    if base is None:
        return open_of_year(what)
    found = choose(lambda year: in_year(what, year), base, what.turn, at)
    if at.story is not None and found is not None:
        found = of_story(what, at.story, found, at)
    return found or open_of_year(what)


def open_of_year(what: OfYear) -> str:
    """Its underspecified form."""
    match what.unit:
        case Unit.DAY:
            return f"XXXX-{what.index:02d}-{what.day:02d}"
        case Unit.SEASON:
            return f"XXXX-{SEASONS[what.index - 1]}"
        case Unit.MONTH:
            return f"XXXX-{what.index:02d}"
    return f"XXXX-{what.unit.name[0]}{what.index}"


def holiday(what: Holiday, at: Reference) -> Resolved:
    """A holiday in the year written with it, or in the one that the reference and the tense select."""
    if what.year is not None:
        return holidays.day(what.name, what.year) or UNKNOWN[Unit.DAY]
    base = at.of("scene" if what.near is None else "document")
    if what.near is not None and base is not None:
        return holidays.day(what.name, base.year + what.near) or UNKNOWN[Unit.DAY]
    found = choose(lambda year: holidays.day(what.name, year), base, what.turn, at) if base is not None else None
    return found or holidays.open_form(what.name)


def day_of_month(what: DayOfMonth, at: Reference) -> Resolved:
    """A day of the month that the text last moved to."""
    base = at.of("narrative")
    if base is None or base.unit < Unit.MONTH:
        return f"XXXX-XX-{what.day:02d}"
    year, month, _ = civil(base.first)
    if what.day > days_in_month(year, month):
        return f"XXXX-XX-{what.day:02d}"
    return Period(Unit.DAY, day_number(year, month, what.day))


def day_of_week(what: Weekday, at: Reference) -> Resolved:
    """A weekday: on its own, the last one up to today, or the next one if the clause is in the future."""
    narrative = what.narrative or (at.history and at.side <= 0)
    base = at.of("narrative" if narrative else "document")
    if base is None or base.unit is not Unit.DAY:
        return f"XXXX-WXX-{what.day}"
    today = base.first
    if what.turn is None and at.weekend is not None and what.day > _FRIDAY and base is at.document:
        return Period(Unit.DAY, at.weekend.first + (what.day - weekday(at.weekend.first)) % 7)
    if what.turn is None and at.is_heading and at.heading is not None:
        return Period(Unit.DAY, at.heading.first + ((what.day - weekday(at.heading.first)) % 7 or 7))
    back = (weekday(today) - what.day) % 7
    ahead = (what.day - weekday(today)) % 7
    if what.turn == -1:
        return Period(Unit.DAY, today - (back or 7))
    if what.turn == 1:
        return Period(Unit.DAY, today + (ahead or 7))
    limit = at.before in ("by", "until") and at.side >= 0 and base is at.document  # must be changed by Wednesday
    forward = what.turn == 0 or limit or (ahead and at.side > 0) or base is not at.document  # a narrative moves forward
    return Period(Unit.DAY, today + ahead if forward else today - back)


_FRIDAY = 5


def short_year(what: ShortYear, at: Reference) -> Resolved:
    """A year or decade in the last century that has it before the reference; a year may be slightly after it."""
    base = at.of("scene")
    if base is None:
        return f"XX{what.number:02d}" if what.unit is Unit.YEAR else f"XX{what.number}"
    span, now = (100, base.year) if what.unit is Unit.YEAR else (10, base.year // 10)
    number = now - now % span + what.number
    ahead = span // 2 if at.history else 5 if what.unit is Unit.YEAR else 0
    return Period(what.unit, number - span if number > now + ahead else number)


_FINER = {
    Unit.CENTURY: (Unit.YEAR, 100),
    Unit.DECADE: (Unit.YEAR, 10),
    Unit.YEAR: (Unit.MONTH, 12),
    Unit.MONTH: (Unit.DAY, 30),
    Unit.WEEK: (Unit.DAY, 7),
}


def shift(what: Shift, at: Reference) -> Resolved:
    """A number of units from the reference."""
    unit = what.unit
    if what.base == "event":
        return _since_event(what, at)
    base = _told_from(what, at)
    if isinstance(base, str):
        return base
    ahead = unit is Unit.WEEKEND and what.base == "scene" and base is not None and base is at.document
    if ahead and base is not None and at.near is not None and at.near.first > base.first and at.side > 0:
        base = at.used = at.near  # from Tuesday through the weekend
    if base is None:
        alike = what.keep and not isinstance(what.base, str)
        return UNKNOWN[(what.base.unit if isinstance(what.base, Shift) else Unit.DAY) if alike else unit]
    if base is at.document and base.unit is Unit.MONTH and unit > base.unit:
        return UNKNOWN[unit]  # only the month of writing is known
    if unit > Unit.DAY:  # a few hours away is the same day
        if base.unit < Unit.DAY:
            return open_within(base, Unit.DAY)
        days = round(what.count / 24) if unit is Unit.HOUR and not -12 < what.count < 12 else 0
        return of_day(Unit.DAY, base.first + days)
    return _away(what, base, at)


def _since_event(what: Shift, at: Reference) -> Resolved:
    """The time that many units after what was told, if that is over; else the present: ten years on, he is in jail."""
    event, document = at.narrative, at.document
    at.used = event
    if event is not None and event is not document and event.unit >= min(what.unit, Unit.YEAR):
        later = _away(what._replace(base="narrative"), event, at)
        if isinstance(later, Period) and (document is None or later.first <= document.last):
            return later
    at.used = document
    return document.to(what.unit) if document is not None and document.unit >= what.unit else UNKNOWN[what.unit]


def _told_from(what: Shift, at: Reference) -> Resolved | None:
    """The period that units are counted from; its underspecified form if that is the value."""
    said = at.said if what.base == "narrative" and what.count >= 0 else None
    base: Period | None
    if said is not None and (not what.count or at.said_in == at.sentence or _is_ahead(said, at)):
        base = at.used = said
    elif what.base == "scene" and at.story is not None:
        base = at.used = at.story.last
    elif isinstance(what.base, str):
        base = at.of(what.base)
    elif what.unit is Unit.QUARTER and at.fiscal is not None:
        base = at.used = at.fiscal
    else:
        other = resolve(what.base, at)
        weeks_on = isinstance(what.base, Weekday) and what.count == 7
        return other if isinstance(other, Period) or weeks_on else None
    if what.keep and what.unit is Unit.YEAR and what.count == -1:  # of a figure that another is set beside
        base = at.used = (at.month if at.compared else at.figures) or base
    return base


def _away(what: Shift, base: Period, at: Reference) -> Resolved:
    """A number of days or longer units from a period."""
    unit, count = what.unit, what.count
    if count.denominator > 1:
        if unit not in _FINER:
            return UNKNOWN[unit]
        unit, many = _FINER[unit]
        count = round(count * many)
    steps = int(count)
    of_other = what.keep and (not isinstance(what.base, str) or (base is at.month and at.compared))
    if of_other and base.unit >= Unit.MONTH:
        return _alike(base, unit, steps)
    alike = (Unit.QUARTER, Unit.HALF, *([Unit.SEASON] if abs(steps) == 1 else ()))
    if what.keep and unit is Unit.YEAR and base.unit in alike:
        return base.shift(steps * 12 // MONTHS_IN[base.unit])
    if what.keep and unit in YEARS_IN:
        return base.to(Unit.YEAR).shift(steps * YEARS_IN[unit])
    if what.base == "scene" and not steps and base.unit < Unit.MONTH <= unit and at.document is not None:
        base = at.used = at.document  # this month, in a history that has come to a year
    if base.unit < unit:  # a day of a year, when only the year is known
        if at.document is None or at.history or (steps == 0 and (unit is Unit.DAY or what.base == "narrative")):
            return open_within(base, unit)
        if what.base == "narrative" and base.unit >= Unit.YEAR and base.year < at.document.year:
            return open_within(base, unit)
        base = at.used = at.day if at.day is not None and unit is Unit.DAY else at.document
    if unit is Unit.WEEKEND and steps == 0 and _is_last_weekend(what, base, at):
        steps = -1
    return base.to(unit).shift(steps)


def _is_last_weekend(what: Shift, base: Period, at: Reference) -> bool:
    """Whether "the weekend" is over: early in the week, or in the past, but not beside a day which the text names."""
    if not isinstance(what.base, str) or at.side > 0:
        return False
    return (weekday(base.first) < 4 and what.base != "document") or (at.side < 0 and weekday(base.first) < 6)


def _is_ahead(said: Period, at: Reference) -> bool:
    """Whether a time was named in passing that the text had not come to yet: he resigned in 1913. A week later …"""
    return at.history and at.narrative is not None and said.first > at.narrative.last


def _alike(base: Period, unit: Unit, steps: int) -> Period:
    """The same day or month, a number of units away: a year ago today, the same month last year."""
    if unit >= Unit.WEEK:
        return base.shift(steps * (7 if unit is Unit.WEEK and base.unit is Unit.DAY else 1))
    months = steps * (12 * YEARS_IN[unit] if unit in YEARS_IN else MONTHS_IN[unit])
    if base.unit is not Unit.DAY:
        return base.to(Unit.MONTH).shift(months)
    year, month, day = civil(base.first)
    year, month = divmod(12 * year + month - 1 + months, 12)
    return Period(Unit.DAY, day_number(year, month + 1, min(day, days_in_month(year, month + 1))))


def open_within(base: Period, unit: Unit) -> str:
    """A finer unit of a known period: some day of June 1944 is 1944-06-XX."""
    if base.unit is Unit.SEASON or unit in (Unit.WEEK, Unit.WEEKEND):  # a week is one of its year
        base = Period(Unit.YEAR, civil(base.last)[0])
    unknown, known = UNKNOWN[unit], base.value
    return known + unknown[len(known.removeprefix("BC")) :] if base.unit in (Unit.YEAR, Unit.MONTH) else unknown


def part_of(what: Part, at: Reference) -> Resolved:
    """A part of a longer period; index 0 is the part that the reported period is of its own year."""
    whole = resolve(what.whole, at)
    if what.index == 0:
        now = at.of("report")
        if now is None or now.unit is not what.unit:
            return f"{whole.value}-QX" if isinstance(whole, Period) else UNKNOWN[what.unit]
        if isinstance(what.whole, Shift):
            return now.shift(4 * int(what.whole.count))
        index = now.number % (12 // MONTHS_IN[what.unit]) + 1
    else:
        index = what.index
    if isinstance(whole, Period) and what.weekday:
        return _weekday_in(whole, what.weekday, index)
    if isinstance(whole, Period):
        return part(what.unit, whole, index) or UNKNOWN[what.unit]
    if what.weekday and whole == UNKNOWN[Unit.WEEK]:
        return f"{whole}-{what.weekday}"
    if what.unit is Unit.DAY and what.index > 0 and isinstance(what.whole, Part) and what.whole.unit is Unit.MONTH:
        return f"{whole}-{what.index:02d}"  # of a month of an unspecified year
    return open_of_year(OfYear(what.unit, index)) if what.unit in MONTHS_IN else UNKNOWN[what.unit]


def _weekday_in(whole: Period, day: int, index: int) -> Resolved:
    """The `index`th of that weekday in a period, from -1 backwards."""
    if index > 0:
        number = whole.first + (day - weekday(whole.first)) % 7 + 7 * (index - 1)
    else:
        number = whole.last - (weekday(whole.last) - day) % 7 + 7 * (index + 1)
    return Period(Unit.DAY, number) if whole.first <= number <= whole.last else UNKNOWN[Unit.DAY]
