"""Expressions that are dates only in short messages, where a bare unit is the writer's own time: "enjoy my day"."""

from __future__ import annotations

from factx.engine.rules import Match
from factx.extract.dates.durations import length
from factx.extract.dates.expression import Every, Expression, Shift
from factx.extract.dates.grammar import dates
from factx.extract.dates.values import is_message, word_after
from factx.text.calendar import Unit


@dates.rule(
    """(?: 'the'? <nth> | <'the'|'those'|'another'>? <'whole'|'entire'>? )
    (?P<unit> <'day'|'week'|'weekend'|'year'|'days'|'weekends'|'hours'> ) (?P<index> <integer> (?! '-' ) )?""",
    examples={"@ann had a fun day at work": "P1D", "Day 2 of the camp! #camp": "P1D"},
    rejects=["It was a day like any other for the town."],
)
def unit_in_message(match: Match) -> Expression | None:
    """A bare unit in a short message."""
    if not is_message(match.tokens.source) or word_after(match) == "-":
        return None
    name = (match["unit"] or "").lower()
    if name.startswith("weekend"):
        return Expression(Shift(Unit.WEEKEND, 0) if name == "weekend" else Every(length(1, Unit.WEEKEND)))
    return Expression(length(None if name.endswith("s") else 1, Unit[name.upper().rstrip("S")]))
