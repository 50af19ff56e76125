"""What a temporal expression says, before it is held against the day it was written.

A small algebra: each class is one way of pointing at time. The rules build these; the resolve stage
alone knows what "today" is and turns them into values.
"""

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from factx.model import DateType
from factx.text.calendar import Period, Unit

if TYPE_CHECKING:
    from factx.text.numbers import Number

Base: TypeAlias = Literal["document", "narrative", "scene", "report"]
"""What a shift is counted from: the day of writing ("ago"), the time the text last spoke of ("earlier"), the one of
both that the text lives in ("the year"), or the period whose figures it gives ("the quarter")."""


VagueValue: TypeAlias = Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]


class Known(NamedTuple):
    """A period that the words fix by themselves: "May 1998", "the 1980s", "480 BC"."""

    period: Period


class OfYear(NamedTuple):
    """A part of a year left open: "June", "the third quarter", "winter", "August 15"."""

    unit: Unit
    index: int  # type: ignore[assignment]
    """Which of its kind, from 1; of a day, its month."""
    day: int = 0
    turn: int | None = None
    """-1 "last June", 0 "this June", 1 "next June", None "June"."""


class Holiday(NamedTuple):
    """A named day of some year: "Christmas", "last Thanksgiving"."""

    name: str
    turn: int | None = None
    year: int | None = None


class DayOfMonth(NamedTuple):
    """A day of a month left open: "the 15th"."""

    day: int


class Weekday(NamedTuple):
    """A day of a week left open: "Sunday", "last Sunday"."""

    day: int
    turn: int | None = None
    told: bool = False
    """Whether it is counted from the time that the text speaks of: "the previous Friday"."""


class ShortYear(NamedTuple):
    """A year or decade of a century left open: "'89", "the '90s"."""

    unit: Unit
    number: int


class Shift(NamedTuple):
    """So many units away: "yesterday", "last week", "three years earlier", "two days before Christmas"."""

    unit: Unit
    count: "Number"  # type: ignore[assignment]
    base: "Base | What" = "document"
    keep: bool = False
    """Whether it lands on a period like the base's own: "a year earlier" of a quarter is a quarter."""


class Part(NamedTuple):
    """A part of something longer: "the first quarter of 1990", "the last week of August"."""

    unit: Unit
    index: int  # type: ignore[assignment]
    """From 1; from -1 backwards; 0 for the part that the reported period is of its own whole."""
    whole: "What"
    weekday: int = 0
    """Of days: only those that fall on this weekday count; 0 for every day."""


class Timed(NamedTuple):
    """A time of a day: "Sunday afternoon", "3 p.m. yesterday"."""

    day: "What | None"
    time: str
    """As TIMEX3 writes it after the T: "15:00", "AF"."""


class Length(NamedTuple):
    """A stretch of time: "26 years", "two and a half hours"; a count of None is not told ("years")."""

    parts: "tuple[tuple[Number | None, Unit], ...]"
    whole: "What | None" = None
    """What it is a part of: "the first nine months of 1989"."""


class Every(NamedTuple):
    """Times that come again: "daily", "every Sunday", "twice a week"."""

    what: "What"
    quant: str | None = None
    freq: str | None = None


class Vague(NamedTuple):
    """A time that is only placed before, at or after the present: "recently"."""

    value: VagueValue


What: TypeAlias = (
    Known | OfYear | Holiday | DayOfMonth | Weekday | ShortYear | Shift | Part | Timed | Length | Every | Vague
)


class Expression(NamedTuple):
    """What an expression points at, TIMEX3's mod, and what the reader should be told about it."""

    what: What
    mod: str | None = None
    type: DateType | None = None
    """TIMEX3's type, where it is not the one that `what` has by nature."""
    weekday: int = 0
    """The weekday written beside a day, 1 to 7; 0 where there is none."""
    notes: tuple[str, ...] = ()
