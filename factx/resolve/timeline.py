"""Resolves temporal expressions against a reference: computes the period and the TIMEX3 value of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

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

NEAR = 60
"""Within this many days of the reference, a date without a year is the nearest one, whatever the clause's tense."""
SLIP = 3
"""A date this many days ahead in a past clause is that of the issue a text was written for."""


class Story(NamedTuple):
    """The scene of an earlier year that a date may belong to."""

    last: Period
    """The scene's last date."""
    hold: float
    """How far the scene reaches: 0 if its dates are its own, 1 if the nearer of the present and the scene has them."""
    way: int
    """-1 if the date lies before the last one, 1 if it mostly lies after it, 0 if on either side."""


class Reference:
    """The times that relative expressions are resolved against, at one place in a text."""

    __slots__ = (
        "ahead", "back", "before", "closing", "compared", "day", "document", "figures", "fiscal", "fresh", "here", "history", "month",
        "narrative", "near",
        "report", "said", "scene", "sentence", "since", "story", "tense", "used",
    )  # fmt: skip

    def __init__(self, document: Period | None, *, history: bool = False) -> None:
        self.document = document
        """The day of writing."""
        self.narrative: Period | None = None
        """The time that the text last moved to."""
        self.scene: Period | None = None
        """The last time that a sentence opened with: "In 1944, …"."""
        self.here: Period | None = None
        """A year that the sentence opened with: "In 1812 he left on June 24"."""
        self.said: Period | None = None
        """The last time mentioned at all, even in passing: "that year" refers to it."""
        self.day: Period | None = None
        """The last day that the text moved to."""
        self.near: Period | None = None
        """The last day mentioned in the sentence."""
        self.month: Period | None = None
        """The last month named in the sentence."""
        self.report: Period | None = None
        """The quarter or half that the text reports on: "the quarter" is that one."""
        self.fiscal: Period | None = None
        """The same if it is a quarter of a company's own fiscal year: "the quarter ended July 31" is then that one."""
        self.figures: Period | None = None
        """The period of the last figures, a quarter or a year: "a year earlier" is counted from it."""
        self.compared = False
        """Whether a figure is set beside another one: fell in May from a year earlier."""
        self.closing = False
        """Whether the last duration is followed by its end: "the nine months ended Sept. 30"."""
        self.story: Story | None = None
        """The story of an earlier year that the expression goes on with, if any."""
        self.fresh = False
        """Whether a section has begun, in a history, that has not moved to a time of its own yet."""
        self.history = history
        """Whether the text is about times long before it was written: dates are then counted from the narrative."""
        self.ahead = False
        """Whether the clause is about the future of this period: "expected to close in the second quarter"."""
        self.back = False
        """Whether its clause looks back from the time that the text speaks of: they had met in May."""
        self.before = ""
        """The word before the expression, in lower case."""
        self.since = False
        """Whether something has lasted from the expression on: since May, since before the summer."""
        self.sentence = 0
        """The first token of its sentence."""
        self.tense = 0
        """The tense of its clause: -1 past, 1 future, 0 unknown; -2 and 2 where it is sure."""
        self.used: Period | None = None
        """The period that the last expression was resolved against."""

    def of(self, base: str) -> Period | None:
        """The period that is counted from: see `Base`."""
        match base:
            case "document":  # in a history, "two years ago" is mostly in a quotation
                self.used = self.document if not self.history else None
            case "narrative":
                self.used = self.narrative or self.document
            case "report":
                done = self.document.to(Unit.QUARTER).shift(-1) if self.document is not None else None
                self.used = self.report or done
            case _:
                # Without a day of writing, a year mentioned in passing says little about the next date.
                now, here = self.narrative, self.here
                certain = self.document is None and now is not None and (now.unit > Unit.YEAR or now is self.scene)
                fronted = now is not None and here is not None and now.year == here.year
                self.used = (now or self.document) if self.history or certain or fronted else self.document
        return self.used


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
        base = at.near or at.of("scene")
        day = of_day(Unit.DAY, base.first) if base is not None and base.unit is Unit.DAY else UNKNOWN[Unit.DAY]
        time = "00:00" if what.time == "24:00" else what.time
    return (f"{day}T{time}", None) if isinstance(day, str) else (f"{day.value}T{time}", day)


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
        found = _of_story(what, at.story, found, at)
    return found or open_of_year(what)


def _of_story(what: OfYear, story: Story, now: Period, at: Reference) -> Period:
    """The date as one of a story, or `now` if that is so much nearer to the day of writing."""
    told = _told(what, story) if what.turn is None else None
    if told is not None and at.document is not None:
        within = story.last.first <= told.first <= story.last.last
        gap = 0 if within else abs(told.first - story.last.first)
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


def in_year(what: OfYear, year: int) -> Period | None:
    """That part of one year."""
    if what.unit is not Unit.DAY:
        return Period(what.unit, year * 12 // MONTHS_IN[what.unit] + what.index - 1)
    if what.day > days_in_month(year, what.index):
        return None
    return Period(Unit.DAY, day_number(year, what.index, what.day))


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
        return min((made for made in around if made.first > today), key=_start, default=None)
    if base is not at.document:  # a narrative moves forward
        if at.since or at.back:
            return max((made for made in around if made.first <= today), key=_start, default=None)
        later = make(base.year)
        if at.before in _ONWARD and later is not None and later.last >= today:
            return later
        return min(around, key=lambda made: max(made.first - today, 1.2 * (today - made.first)), default=None)
    before = max((made for made in around if made.first <= today), key=_start, default=None)
    if at.since:
        return before
    after = min((made for made in around if made.last >= today), key=_start, default=None)
    if before is None or after is None:
        return before or after
    since, until = max(0, today - before.last), max(0, after.first - today)
    sure = abs(at.tense) > 1 and (until if at.tense < 0 else since) > SLIP
    if at.before in _LIMITS and at.tense >= 0 and since > NEAR:
        return after  # could fall by Christmas
    if at.tense and (min(since, until) > NEAR or (at.ahead and since) or sure):
        return before if at.tense < 0 else after
    return before if since <= 1.5 * until else after


_LIMITS = frozenset(["by", "until", "till"])
_ONWARD = frozenset(["by", "until", "till", "in", "on"])
"""Words before a date that moves a narrative on: one in brackets or before a noun does not."""


def _start(period: Period) -> int:
    return period.first


def holiday(what: Holiday, at: Reference) -> Resolved:
    """A holiday in the year written with it, or in the one that the reference and the tense select."""
    if what.year is not None:
        return holidays.day(what.name, what.year) or UNKNOWN[Unit.DAY]
    base = at.of("scene")
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
    narrative = what.narrative or at.history
    base = at.of("narrative" if narrative else "document")
    if base is None or base.unit is not Unit.DAY:
        return f"XXXX-WXX-{what.day}"
    today = base.first
    back = (weekday(today) - what.day) % 7
    ahead = (what.day - weekday(today)) % 7
    if what.turn == -1:
        return Period(Unit.DAY, today - (back or 7))
    if what.turn == 1:
        return Period(Unit.DAY, today + (ahead or 7))
    forward = what.turn == 0 or at.tense > 0 or base is not at.document  # a narrative moves forward
    return Period(Unit.DAY, today + ahead if forward else today - back)


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
    base: Period | None
    if what.base == "narrative" and at.said is not None and (not what.count or (what.count > 0 and _is_ahead(at.said, at))):
        base = at.used = at.said
    elif isinstance(what.base, str):
        base = at.of(what.base)
    elif what.unit is Unit.QUARTER and at.fiscal is not None:
        base = at.used = at.fiscal
    else:
        other = resolve(what.base, at)
        if isinstance(other, str) and isinstance(what.base, Weekday) and what.count == 7:
            return other
        base = other if isinstance(other, Period) else None
    unit, count = what.unit, what.count
    if what.keep and unit is Unit.YEAR and count == -1 and isinstance(what.base, str):
        if at.month is not None and at.compared:
            at.used = at.month
            return at.month.shift(-12)
        base = at.used = at.figures or base
    if base is None:
        alike = what.keep and not isinstance(what.base, str)
        return UNKNOWN[(what.base.unit if isinstance(what.base, Shift) else Unit.DAY) if alike else unit]
    if unit > Unit.DAY:  # a few hours away is the same day
        return of_day(Unit.DAY, base.first + (round(count / 24) if unit is Unit.HOUR and not -12 < count < 12 else 0))
    if count.denominator > 1:
        if unit not in _FINER:
            return UNKNOWN[unit]
        unit, many = _FINER[unit]
        count = round(count * many)
    steps = int(count)
    if what.keep and not isinstance(what.base, str) and base.unit >= Unit.MONTH:
        return _alike(base, unit, steps)
    if what.keep and unit is Unit.YEAR and base.unit in (Unit.QUARTER, Unit.HALF, Unit.SEASON):
        return base.shift(steps * 12 // MONTHS_IN[base.unit])
    if what.keep and unit in YEARS_IN:
        return base.to(Unit.YEAR).shift(steps * YEARS_IN[unit])
    if base.unit < unit:  # a day of a year, when only the year is known
        if at.document is None or at.history or (steps == 0 and unit is Unit.DAY):
            return open_within(base, unit)
        if what.base == "narrative" and (steps == 0 or (base.unit >= Unit.YEAR and base.year < at.document.year)):
            return open_within(base, unit)
        base = at.used = at.day if at.day is not None and unit is Unit.DAY else at.document
    if unit is Unit.WEEKEND and steps == 0 and isinstance(what.base, str) and at.tense <= 0 and (
        (weekday(base.first) < 4 and what.base != "document") or (at.tense < 0 and weekday(base.first) < 6)
    ):
        steps = -1  # early in the week "the weekend" is the last one; not that of a day which the text names
    return base.to(unit).shift(steps)


def _is_ahead(said: Period, at: Reference) -> bool:
    """Whether a time was only named in passing that the text had not come to yet: he resigned in 1913. A week later …"""
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
