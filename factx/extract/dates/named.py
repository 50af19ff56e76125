"""Days with names: Christmas, Labor Day, New Year's Eve."""

from __future__ import annotations

from factx.extract.dates.expression import Expression
from factx.extract.dates.grammar import dates
from factx.extract.dates.reading import feast_of
from factx.rules import Match


@dates.rule(
    "<named-feast> (?: ','? <year> )?",
    examples={"They met on Christmas Eve.": "XXXX-12-24", "Labor Day was hot.": "XXXX-XX-XX"},
    rejects=["It was a great day."],
)
def feast(match: Match) -> Expression | None:
    """A holiday by its name."""
    what = feast_of(match, year=int(match["year"]) if match["year"] else None)
    if what is None:
        return None
    return Expression(what, "APPROX" if what.name.startswith("eid") else None)  # the moon may be seen a day later
