"""The unit that a text speaks of, after "the": the year, the quarter, the weekend."""

from __future__ import annotations

from factx import lexicon
from factx.engine.rules import Match
from factx.extract.dates.durations import length
from factx.extract.dates.expression import Base, Expression, Known, Shift, What
from factx.extract.dates.grammar import dates
from factx.extract.dates.values import calendar_day, mod_of, unit_of, word_after, word_before
from factx.text.calendar import Period, Unit

_OWNERS = {*lexicon.load("time")["possessive"], "the", "a", "an"}
_HALF_A_QUARTER = 45
"""In days: the quarter that ended on July 31 is taken for the second, in which most of it lies."""


@dates.rule(
    """(?: <portioned>? 'the' | 'the' <portion>
      | (?<= <'by'|'until'|'at'|'before'> ) <portioned> (?= <'year'|'month'> ) )
    <'full'|'fiscal'|'financial'|'calendar'|'latest'|'current'|'entire'|'whole'|'same'>{0,2} <unit>
    (?! <hyphen&glued> | (?<! 'of' 'the' 'year' ) 'that' | <integer> | <number-word>
      | (?<! 'weekend' ) <'before'|'after'> )
    (?= <'ended'|'ending'|'through'> <calendar-day> | 'to' (?P<to_month> <month-name> ) )?+""",
    examples={"It fell earlier in the year.": "XXXX"},
    rejects=["the year-end sale", "the quarter-mile race"],
)
def the_unit(match: Match) -> Expression | None:
    """The year, the quarter, the weekend: the one that the text speaks of."""
    unit, size = unit_of(match)
    if size > 1:
        return Expression(length(1, unit, size), mod_of(match))  # the fortnight to Friday
    if match.tokens[match.end - 1].istitle() and (word_before(match) == "of" or match.text.istitle()):
        return None  # the Person of the Year, The Week
    if unit in (Unit.DECADE, Unit.CENTURY):
        return Expression(Shift(unit, 0, "scene"), mod_of(match)) if "portioned" in match else _decade(match, unit)
    if unit not in (Unit.YEAR, Unit.QUARTER, Unit.MONTH, Unit.WEEK, Unit.WEEKEND):
        return _end_of_day(match) if unit is Unit.DAY else None
    after, *further = [word.lower() for word in match.tokens[match.end : match.end + 2]] or [""]
    if _is_pace(match, unit, after):
        return None
    if after == "of" and "portioned" not in match and further[:1] and further[0] in _OWNERS:
        return None  # the year of the snake
    if unit is Unit.YEAR:
        if after in _AFTER_A_LENGTH or (after == "to" and "to-month" in match):
            return Expression(length(1, unit))
        if (year := _year_before(match)) is not None:
            return Expression(Known(year))
    return Expression(Shift(unit, 0, _reported(match) if unit is Unit.QUARTER else "scene"), mod_of(match))


def _reported(match: Match) -> Base | What:
    """The reference of a quarter: its last day, else the period that the text reports on."""
    last = calendar_day(match) if "calendar-day" in match else None
    return Shift(Unit.DAY, -_HALF_A_QUARTER, last) if last is not None else "report"


_CLITICS = frozenset(["'s", "’s"])
_AFTER_A_LENGTH = frozenset(["ended", "ending", "following", "preceding"])
"""Words after "the year" that make it the length of one: in the year following the crash."""


def _year_before(match: Match) -> Period | None:
    """The year that the match says more of: since 2014, the year they met."""
    if word_before(match) != "," or match.start < 2:
        return None
    year = match.tokens[match.start - 2]
    return Period(Unit.YEAR, int(year)) if len(year) == 4 and year.isdecimal() and year > "1000" else None


def _is_pace(match: Match, unit: Unit, after: str) -> bool:
    """Whether a unit tells how fast something goes on: it grows by the year."""
    return unit is not Unit.WEEKEND and mod_of(match) is None and word_before(match) == "by" and after not in _CLITICS


def _decade(match: Match, unit: Unit) -> Expression | None:
    """The ten years, or the hundred, up to one that is told: the decade to 2020."""
    to = word_after(match).lower() == "to" and word_after(match, 1).isdecimal()
    return Expression(length(1, unit)) if to or word_after(match).lower() in _AFTER_A_LENGTH else None


def _end_of_day(match: Match) -> Expression | None:
    """The end of the day by which something is due; "at the end of the day" is a figure of speech."""
    due = word_before(match).lower() in ("by", "until", "before", "till")
    return Expression(Shift(Unit.DAY, 0), mod_of(match)) if due and mod_of(match) == "END" else None
