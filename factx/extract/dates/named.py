"""Days with names: Christmas, Labor Day, New Year's Eve."""

from __future__ import annotations

from factx import lexicon
from factx.extract.dates.expression import Expression, Feast
from factx.extract.dates.grammar import dates
from factx.rules import Match

dates.let(
    "named-feast",
    "<feast> <'day'|'eve'|'sunday'|'monday'|'week'>? | <feast-day> <clitic>? <'day'|'eve'>"
    " | 'new' <'year'> <clitic>? <'day'|'eve'> | 'good' 'friday' | 'palm' 'sunday' | 'ash' 'wednesday'",
)


@dates.rule(
    "<named-feast> (?: ','? <year> )?",
    examples={"They met on Christmas Eve.": "XXXX-12-24", "Labor Day was hot.": "XXXX-09-01"},
    rejects=["It was a great day."],
)
def feast(match: Match) -> Expression | None:
    """A holiday by its name."""
    name = " ".join(match.tokens[i].lower() for i in range(*(match.span_of("named-feast") or (0, 0))) if match.tokens[i] not in ("'s", "’s"))
    known = lexicon.load("feasts")
    if name not in known["feast"] and name not in known["phrase"]:
        return None
    return Expression(Feast(name, year=int(match["year"]) if match["year"] else None))
