"""Follows the scenes of earlier years that news sets: On January 12, 2018, they sued. On February 3, …

A full date opens a scene. Its months and days, in the past tense, are read from it until the text comes back to the
present: yesterday, on Tuesday, a date of its own year. What is quoted has scenes of its own, since it is told from the
speaking.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factx.engine.rules import Finding
from factx.extract.dates import Expression
from factx.extract.dates.expression import Every, Holiday, Known, OfYear, Shift, Timed, Weekday, What
from factx.records import NamedTuple
from factx.resolve.narrative import is_compared
from factx.resolve.reference import Reference, Story
from factx.text.calendar import Period, Unit
from factx.text.quotations import QuotedPlaces
from factx.text.tokens import Tokens, is_break

_GOES_ON = frozenset("in on by until till from early late since between and to through during for".split())
"""Words before the dates of a scene: one in brackets or of a comparison belongs to none."""
_ASIDE = frozenset(["(", "[", "-", "–"])
"""Marks before a month of the year that an entry of a timeline is of: 1994: a ceasefire (May)."""
_SCENE = 80
"""A scene goes on within this many tokens of its last date."""
_LABEL = frozenset([":", "-", "–", "—", "|"])
"""Marks after the date that an entry of a timeline begins with."""


class _Scene(NamedTuple):
    last: Period
    """Its last date."""
    place: int
    """The token at which that date stands."""
    sentence: int
    fronted: bool
    """Whether one of its dates opened a sentence."""
    label: bool
    """Whether its dates are the labels of a timeline's entries."""
    head: int = -1
    """The token of the label at the head of the entry that its last date stands in; -1 if there is none."""
    way: int = 0
    """1 if its dates go forward, -1 if they go back, as a timeline's with the latest on top; 0 if there is one yet."""


class Scenes:
    """The scenes that a text has set, up to the expression that is asked about."""

    def __init__(self, found: Sequence[Finding[Expression]], tokens: Tokens) -> None:
        self._found = found
        self._tokens = tokens
        self._quoted = QuotedPlaces(tokens)
        self._scenes: dict[bool, _Scene] = {}
        """The scene that is told, and the one that is told in quotation marks."""

    @property
    def any(self) -> bool:
        """Whether there is a scene to go on with."""
        return bool(self._scenes)

    def at(self, fact: Finding[Expression], at: Reference) -> Story | None:
        """The story that an expression goes on with; None if it tells of another time."""
        quoted = fact.start in self._quoted
        scene = self._scenes.get(quoted)
        if scene is None or fact.start - scene.place > _SCENE:
            return None
        if scene.label and is_label(fact, at.sentence, self._tokens):
            return Story(scene.last, 0.0, scene.way)
        if scene.label and scene.sentence == at.sentence and at.before in _ASIDE:
            return Story(scene.last, 0.0, 1)
        entry = scene.head >= 0 and not quoted and self._is_entry(scene.head, fact.start)
        if entry and not self._is_beside_now(fact, at):
            return Story(scene.last, 0.0, 1)
        if not self._is_placed(fact, at) or at.side >= 0 or self._is_beside_now(fact, at):
            return None
        fronts = scene.fronted + (fact.start - at.sentence <= _FRONT)
        hold = _HOLD[fronts]
        if scene.sentence == at.sentence:  # charged in May 2021 and freed in June; elected in May 2021, said in June
            hold = 0.0 if scene.fronted or self._is_joined(fact, scene) else 1.0
        return Story(scene.last, _QUOTED * hold if quoted else hold, -1 if at.back else 1)

    def is_aside(self, fact: Finding[Expression]) -> bool:
        """Whether an expression tells of the day of writing in a quotation, which does not move the story around it."""
        return False in self._scenes and _is_now(fact.values.what) and fact.start in self._quoted

    def move_on(self, at: Reference, fact: Finding[Expression], period: Period) -> None:
        """Update the scenes after an expression."""
        what = _day_of(fact.values.what)
        if at.document is None or isinstance(what, Every):
            return
        earlier = isinstance(what, Known) and period.last < at.document.first
        opens = earlier and self._opens(at, fact, period)
        if not self._scenes and not opens:
            return
        quoted, fronted = fact.start in self._quoted, fact.start - at.sentence <= _FRONT
        if _is_now(what):
            self._scenes.pop(quoted, None)
        elif opens or at.story is not None or self._goes_on_from(what, period, quoted, fronted):
            self._set(at, fact, period, quoted)
        elif not earlier and isinstance(what, (Known, OfYear, Holiday, Shift)):
            self._scenes.pop(quoted, None)

    def _set(self, at: Reference, fact: Finding[Expression], period: Period, quoted: bool) -> None:
        """Let a date be the last of the scene, or of a new one if the text goes on with none."""
        scene = self._scenes.get(quoted)
        label = is_label(fact, at.sentence, self._tokens)
        fronted, way = fact.start - at.sentence <= _FRONT, 0
        if scene is not None:
            fronted = fronted or (scene.fronted and (at.story is not None or scene.sentence == at.sentence))
            if label and scene.label:
                way = -1 if period.first < scene.last.first else 1
        if not label and scene is not None and scene.label and self._is_entry(scene.head, fact.start):
            way = scene.way
        head = fact.start if label else scene.head if scene is not None else -1
        label = label or (scene is not None and scene.label and self._is_entry(head, fact.start))
        self._scenes[quoted] = _Scene(period, fact.start, at.sentence, fronted, label, head, way)

    def _is_placed(self, fact: Finding[Expression], at: Reference) -> bool:
        """Whether a date tells when something happened: in May, over the winter, but not (May 3) or the May report."""
        what = fact.values.what
        if isinstance(what, Shift):  # the end of the year, but not this year
            words = self._tokens[fact.start : fact.end]
            return what.base == "scene" and what.unit is Unit.YEAR and "this" not in map(str.lower, words)
        return at.before in _GOES_ON or (isinstance(what, OfYear) and what.unit is Unit.SEASON)

    def _is_entry(self, head: int, place: int) -> bool:
        """Whether a place is in the paragraph that a label heads, which is the entry of one time."""
        return not any(is_break(word) for word in self._tokens[head:place])

    def _opens(self, at: Reference, fact: Finding[Expression], period: Period) -> bool:
        """Whether an earlier date opens a scene: not one in brackets, and not one of a comparison."""
        if is_label(fact, at.sentence, self._tokens):
            return True
        before = self._before_feast(fact) if at.before == "," else at.before
        if before not in _GOES_ON or before == "since" or period.year >= (at.document or period).year:
            return False
        if self._is_of_the_present(fact):
            return False
        if period.unit is Unit.YEAR:
            return fact.start - at.sentence <= _FRONT and at.before == "in"
        return period.unit in (Unit.MONTH, Unit.DAY, Unit.SEASON) and not is_compared(fact, at, self._tokens)

    def _before_feast(self, fact: Finding[Expression]) -> str:
        """The word before a holiday that is followed by its date: on Good Friday, 15 April 2022; "" if none follows."""
        place = bisect_left(self._found, fact.start, key=_start) - 1
        feast = self._found[place] if place >= 0 else None
        if feast is None or not isinstance(feast.values.what, Holiday):
            return ""
        if feast.end != fact.start - 1 or not feast.start:
            return ""
        return self._tokens[feast.start - 1].lower()

    def _is_of_the_present(self, fact: Finding[Expression]) -> bool:
        """Whether the clause after a date is in the present: elected in May 2022, she has lost two ministers."""
        end = self._tokens.sentence_of(fact.start)[1]
        after = self._tokens[fact.end : min(end, fact.end + _NEAR)]
        for at, word in enumerate(after):
            if word in _PRESENT:
                return at > 0 and after[at - 1] not in _RELATIVE
        return False

    def _goes_on_from(self, what: object, period: Period, quoted: bool, fronted: bool) -> bool:
        """Whether a date told from the last one is of the scene: the following day; the next year, if it is fronted."""
        scene = self._scenes.get(quoted)
        if isinstance(what, Shift):
            told = what.base == "narrative" and what.count != 0
        else:
            told = isinstance(what, OfYear) and what.narrative
        unit = Unit.YEAR if fronted else Unit.SEASON
        return told and scene is not None and period.unit >= unit and (
            abs(period.first - scene.last.first) < _ONE_STORY
        )

    def _is_joined(self, fact: Finding[Expression], scene: _Scene) -> bool:
        """Whether "and" stands between a date and the scene's last one, near to it."""
        words = self._tokens.words[max(scene.place, fact.start - _JOINED) : fact.start]
        return "and " in words

    def _is_beside_now(self, fact: Finding[Expression], at: Reference) -> bool:
        """Whether the sentence, as far as it is told by the same voice, names the day of writing."""
        found, end = self._found, self._tokens.sentence_of(fact.start)[1]
        quoted = fact.start in self._quoted
        for each in found[bisect_left(found, at.sentence, key=_start) : bisect_left(found, end, key=_start)]:
            if _is_now(each.values.what) and (each.start in self._quoted) == quoted:
                return True
        return False


_NEAR = 8
"""How many words after a date the verb of its clause is looked for."""
_PRESENT = frozenset(["has", "have", "is", "are"])
_RELATIVE = frozenset(["which", "who", "that", "where", "whose"])
_JOINED = 7
"""How many words before a date an "and" joins its verb to the one before."""
_FRONT = 2
"""A date at most this many tokens from the start of its sentence opens it."""
_HOLD = (1.0, 0.25, 0.0)
"""How far a scene reaches to a date, by whether its own, the other's or both open their sentences: see `Story.hold`."""
_QUOTED = 0.1
"""The part of that distance that counts in a quotation: who tells of a year long ago tells of it on."""
_ONE_STORY = 400
"""In days: a date that is told from the last one and lies further off leaves the scene."""


def is_label(fact: Finding[Expression], sentence: int, tokens: Tokens) -> bool:
    """Whether a date begins an entry of a timeline: a line that opens with it and a colon or a dash.

    sentence: the first token of its sentence.
    """
    if fact.start != sentence or (fact.start and not is_break(tokens[fact.start - 1])):
        return False
    after = tokens[fact.end] if fact.end < len(tokens) else ""
    return after in _LABEL or not after or is_break(after)


def _day_of(what: What) -> What:
    """The day of a time of it: the night of May 3."""
    return what.day if isinstance(what, Timed) and what.day is not None else what


def _start(fact: Finding[Expression]) -> int:
    return fact.start


def _is_now(what: object) -> bool:
    """Whether an expression is relative to the day of writing: yesterday, on Tuesday."""
    return (isinstance(what, Weekday) and not what.narrative) or (isinstance(what, Shift) and what.base == "document")
