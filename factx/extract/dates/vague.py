"""References that only place a time before, at or after the present."""

from __future__ import annotations

from factx.extract.dates.expression import Expression, Vague
from factx.extract.dates.grammar import dates
from factx.extract.dates.reading import is_attributive, is_some_day, word_after
from factx.rules import Match


@dates.rule(
    "'right'? <now> | 'these' 'days' | <'present'|'modern'> '-'? 'day'",
    examples={"It is now closed.": "PRESENT_REF"},
    rejects=["Now, this is how it went."],
)
def present(match: Match) -> Expression | None:
    """The present: now, currently, present-day."""
    if word_after(match) == "," and match.text[0].isupper():
        return None  # "Now, …" begins a thought
    return Expression(Vague("PRESENT_REF"))


@dates.rule(
    "'more'? <'recently'|'lately'> (?! 'as' ) | 'in' 'the' 'recent' 'past'",
    examples={"It was recently sold.": "PAST_REF"},
    rejects=["as recently as May"],
)
def near_past(match: Match) -> Expression | None:
    """A past not far off."""
    return Expression(Vague("PAST_REF"))


@dates.rule(
    """'the' <'near'|'not-too-distant'|'distant'|'immediate'>? 'future'
    | (?<= <'in'|'near'|'for'> ) 'future' (?! <any-unit> ) | 'future' <units> | <'one'|'some'> 'day'""",
    examples={"They fear for the future.": "FUTURE_REF"},
    rejects=["Futures fell."],
)
def future(match: Match) -> Expression | None:
    """The time ahead."""
    if "day" in match.text and not is_some_day(match):
        return None
    return Expression(Vague("FUTURE_REF"))


@dates.rule(
    "'the' <'recent'|'distant'>? 'past' (?! <count> | <any-unit> | <few-of> | <season> | <weekday> )",
    examples={"It belongs to the past.": "PAST_REF"},
    rejects=["the past five years"],
)
def past(match: Match) -> Expression | None:
    """The time behind."""
    if is_attributive(match):
        return None  # "the past president"
    return Expression(Vague("PAST_REF"))
