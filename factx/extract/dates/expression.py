"""The meaning of a temporal expression, before it is resolved against the day of writing.

A small algebra: each class is one way of referring to a time. The rules build these; only the resolve stage
knows which day "today" is, and turns them into values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from factx.model import DateType
from factx.records import NamedTuple
from factx.text.calendar import Period, Unit

if TYPE_CHECKING:
    from factx.text.numbers import Number

Base: TypeAlias = Literal["document", "narrative", "scene", "report", "event"]
"""The time that a shift is counted from: the day of writing ("ago"), the time that the text last mentioned ("earlier"),
whichever of the two the text is set in ("the year"), the period that a report is about ("the quarter"), or what
happened that long before ("ten years on")."""

VagueValue: TypeAlias = Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]


class Known(NamedTuple):
    """A period that the words alone determine: "May 1998", "the 1980s", "480 BC"."""

    period: Period


class OfYear(NamedTuple):
    """A part of an unspecified year: "June", "the third quarter", "winter", "August 15"."""

    unit: Unit
    index: int  # type: ignore[assignment]
    """Its number within the year, from 1; for a day, the number of its month."""
    day: int = 0
    turn: int | None = None
    """-1 "last June", 0 "this June", 1 "next June", None "June"."""
    narrative: bool = False
    """Whether it is counted from the time that the text speaks of, not from the present: "the following June"."""


class Holiday(NamedTuple):
    """A named day of some year: "Christmas", "last Thanksgiving"."""

    name: str
    turn: int | None = None
    year: int | None = None
    near: int | None = None
    """-1 "Easter last year", 1 "Easter next year"."""


class DayOfMonth(NamedTuple):
    """A day of an unspecified month: "the 15th"."""

    day: int


class Weekday(NamedTuple):
    """A day of an unspecified week: "Sunday", "last Sunday"."""

    day: int
    turn: int | None = None
    narrative: bool = False
    """Whether it is counted from the time that the text speaks of, not from the present: "the previous Friday"."""


class ShortYear(NamedTuple):
    """A year or decade of an unspecified century: "'89", "the '90s"."""

    unit: Unit
    number: int


class Shift(NamedTuple):
    """A number of units away: "yesterday", "last week", "three years earlier", "two days before Christmas"."""

    unit: Unit
    count: Number  # type: ignore[assignment]
    base: Base | What = "document"
    keep: bool = False
    """Whether it keeps the base's unit: "a year earlier" than a quarter is a quarter."""


class Part(NamedTuple):
    """A part of something longer: "the first quarter of 1990", "the last week of August"."""

    unit: Unit
    index: int  # type: ignore[assignment]
    """From 1, or from -1 backwards; 0 for the part that the reported period is: "the quarter a year ago"."""
    whole: What
    weekday: int = 0
    """For days: only those on this weekday are counted; 0 for all days."""


class Timed(NamedTuple):
    """A time of a day: "Sunday afternoon", "3 p.m. yesterday"."""

    day: What | None
    time: str
    """As TIMEX3 writes it after the T: "15:00", "AF"."""


class Length(NamedTuple):
    """A duration: "26 years", "two and a half hours"; a count of None is indefinite ("years")."""

    parts: tuple[tuple[Number | None, Unit], ...]
    whole: What | None = None
    """The period that it is a part of: "the first nine months of 1989"."""


class Every(NamedTuple):
    """A recurring time: "daily", "every Sunday", "twice a week"."""

    what: What
    quant: str | None = None
    freq: str | None = None


class Vague(NamedTuple):
    """A time known only to be before, at or after the present: "recently"."""

    value: VagueValue


What: TypeAlias = (
    Known | OfYear | Holiday | DayOfMonth | Weekday | ShortYear | Shift | Part | Timed | Length | Every | Vague
)


class Expression(NamedTuple):
    """The time that an expression refers to, TIMEX3's mod, and remarks for the reader."""

    what: What
    mod: str | None = None
    type: DateType | None = None
    """TIMEX3's type, if it is not the usual one for `what`."""
    weekday: int = 0
    """The weekday written beside a day, 1 to 7; 0 if there is none."""
    notes: tuple[str, ...] = ()
