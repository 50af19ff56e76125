"""The time that has come some time after what happened: ten years on, a decade on."""

from __future__ import annotations

from factx.engine.rules import Match
from factx.extract.dates.expression import Expression, Shift
from factx.extract.dates.grammar import dates
from factx.extract.dates.values import count_of, unit_of
from factx.text.calendar import YEARS_IN, Unit


@dates.rule(
    "(?: <count> <units> | <'a'|'an'|'one'> <unit> ) 'on' (?= <','|'.'|'–'|'—'> )",
    examples={"Ten years on, the town has not healed.": "XXXX", "A decade on, he is still in jail.": "XXXX"},
    rejects=["They work two days on, two days off.", "It runs two days on Mondays."],
)
def time_on(match: Match) -> Expression | None:
    """The time as long after what happened: a decade on."""
    unit, size = unit_of(match)
    count = count_of(match) if "count" in match else 1
    if count is None or "off" in match.tokens[match.end : match.end + 5]:
        return None
    size *= YEARS_IN.get(unit, 1)
    return Expression(Shift(Unit.YEAR if unit in YEARS_IN else unit, count * size, "event"))
