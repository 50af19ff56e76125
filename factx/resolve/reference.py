"""The reference times of a date: the day of writing, the time a text speaks of, the time of a scene."""

from __future__ import annotations

from collections.abc import Callable

from factx.records import NamedTuple, lazy
from factx.text.calendar import Period, Unit


class Story(NamedTuple):
    """The scene of an earlier year that a date may belong to."""

    last: Period
    """The scene's last date."""
    hold: float
    """How far the scene reaches: 0 if its dates are its own, 1 if the nearer of the present and the scene has them."""
    way: int
    """-1 if the date lies before the last one, 1 if it mostly lies after it, 0 if on either side."""


class Told:
    """The tense of the clause around an expression, read on demand.

    read: returns the tense, as `Reference.tense`; glance: returns its sign if that is known sooner, else 0.
    """

    def __init__(self, read: Callable[[], int], glance: Callable[[], int] = int) -> None:
        self._read = read
        self._glance = glance

    @lazy
    def tense(self) -> int:
        return self._read()

    @lazy
    def side(self) -> int:
        return self._glance() or (self.tense > 0) - (self.tense < 0)


UNTOLD = Told(int)
AHEAD = Told(lambda: 1)


class Reference:
    """The times that relative expressions are resolved against, at one place in a text."""

    document: Period | None
    """The day of writing."""
    narrative: Period | None = None
    """The time that the text last moved to."""
    begun: Period | None = None
    """Where that is the end of a range, its beginning."""
    ends_range: bool = False
    """Whether the expression is the end of a range."""
    scene: Period | None = None
    """The last time that a sentence opened with: "In 1944, …"."""
    here: Period | None = None
    """A year that the sentence opened with: "In 1812 he left on June 24"."""
    said: Period | None = None
    """The last time mentioned at all, even in passing: "that year" refers to it."""
    said_in = -1
    """The first token of the sentence that mentioned it."""
    day: Period | None = None
    """The last day that the text moved to."""
    near: Period | None = None
    """The last day mentioned in the sentence."""
    near_in = -1
    """The first token of the sentence that named it."""
    heading: Period | None = None
    """The day that heads the lines around the expression, as in a programme."""
    is_heading = False
    """Whether the expression is a line by itself."""
    is_entry = False
    """Whether the expression opens an entry: 9.40am: Police arrive."""
    weekend: Period | None = None
    """The last weekend named in the sentence: a Saturday or a Sunday in it is of that one."""
    month: Period | None = None
    """The last month named in the sentence."""
    report: Period | None = None
    """The quarter or half that the text reports on: "the quarter" is that one."""
    fiscal: Period | None = None
    """The same if it is a quarter of a company's own fiscal year: "the quarter ended July 31" is then that one."""
    fiscal_month = 1
    """The month with which the text's fiscal years begin."""
    figures: Period | None = None
    """The period of the last figures, a quarter or a year: "a year earlier" is counted from it."""
    compared = False
    """Whether a figure is set beside another one: fell in May from a year earlier."""
    closing: Unit | None = None
    """The unit of its figures, if the last duration is followed by its end: "the nine months ended Sept. 30"."""
    story: Story | None = None
    """The story of an earlier year that the expression goes on with, if any."""
    fresh = False
    """Whether a section has begun, in a history, that has not moved to a time of its own yet."""
    history: bool
    """Whether the text is about times long before it was written: dates are then counted from the narrative."""
    ahead = False
    """Whether the clause is about the future of this period: "expected to close in the second quarter"."""
    back = False
    """Whether its clause looks back from the time that the text speaks of: they had met in May."""
    before = ""
    """The word before the expression, in lower case."""
    open_until = -1
    """The token after the last expression, if that was open: on Friday and [Saturday] share their tense."""
    since = False
    """Whether something has lasted from the expression on: since May, since before the summer."""
    sentence = 0
    """The first token of its sentence."""
    told = UNTOLD
    """What its clause tells of its time."""
    used: Period | None = None
    """The period that the last expression was resolved against."""

    def __init__(self, document: Period | None, *, history: bool = False) -> None:
        self.document = document
        self.history = history

    @property
    def tense(self) -> int:
        """The tense of its clause: -1 past, 1 future, 0 unknown; -2 and 2 where it is sure."""
        return self.told.tense

    @property
    def side(self) -> int:
        """The sign of the tense, which is sooner known."""
        return self.told.side

    def of(self, base: str) -> Period | None:
        """The period that is counted from: see `Base`."""
        match base:
            case "document":  # in a history, "two years ago" is mostly in a quotation
                self.used = self.document if not self.history or self.side > 0 else None
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
                told = self.history and self.side <= 0
                self.used = (now or self.document) if told or certain or fronted else self.document
        return self.used
