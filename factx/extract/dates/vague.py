"""Vague references: times known only to be before, at or after the present."""

from __future__ import annotations

from factx.engine.rules import Match
from factx.extract.dates.expression import Expression, Vague
from factx.extract.dates.grammar import dates
from factx.extract.dates.values import is_attributive, is_some_day, looked_up, word_after, word_before


@dates.rule(
    "'right'? <now> | 'these' 'days' | <'present'|'modern'> '-'? 'day'",
    examples={"It is now closed.": "PRESENT_REF"},
    rejects=["Now, this is how it went.", "They met now and then."],
)
def present(match: Match) -> Expression | None:
    """The present: now, currently, present-day."""
    if word_after(match) == "," and match.text[0].isupper():
        return None  # "Now, …" begins a thought
    if [word.lower() for word in match.tokens[match.end : match.end + 2]] == ["and", "then"]:
        return None
    return Expression(Vague("PRESENT_REF"))


@dates.rule(
    "'more'? <'recently'|'lately'> (?! 'as' ) | 'in' 'the' 'recent' 'past'",
    examples={"It was recently sold.": "PAST_REF"},
    rejects=["as recently as May"],
)
def near_past(match: Match) -> Expression | None:
    """The recent past: recently, lately."""
    return Expression(Vague("PAST_REF"))


@dates.rule(
    "(?<= <'in'|'over'|'for'|'of'> ) 'the' <'near'|'short'|'medium'|'long'> 'term'",
    examples={"Prices will rise in the near term.": "FUTURE_REF"},
    rejects=["the short term of his office"],
)
def term(match: Match) -> Expression:
    """The near or distant future: in the near term."""
    return Expression(Vague("FUTURE_REF"))


@dates.rule(
    """(?<= <'at'|'by'|'during'|'around'|'from'|'since'|'until'|'about'|'in'> )
    (?P<which> <'this'|'that'> ) 'same'? 'time' | (?P<which> <'this'|'that'> ) 'same'? 'period'""",
    examples={"By this time the war was lost.": "PRESENT_REF", "He was in Rome at that time.": "PAST_REF"},
    rejects=["This time it failed."],
)
def this_time(match: Match) -> Expression | None:
    """The time that the text speaks of: at that time, by this time, that period."""
    if looked_up("turn", word_after(match)) or looked_up("deictic-day", word_after(match)):
        return None  # "this time next year"
    return Expression(Vague("PRESENT_REF" if (match["which"] or "").lower() == "this" else "PAST_REF"))


@dates.rule(
    "'the' 'other' <'day'|'week'|'night'|'morning'>",
    examples={"He called the other day.": "PAST_REF"},
    rejects=["the other day shift"],
)
def other_day(match: Match) -> Expression | None:
    """A recent day: the other day."""
    return Expression(Vague("PAST_REF")) if not is_attributive(match) else None


@dates.rule(
    """'the' <'near'|'not-too-distant'|'distant'|'immediate'>? 'future'
    | (?<= <'in'|'near'|'for'> ) 'future' (?! <any-unit> ) | 'future' <units>""",
    examples={"They fear for the future.": "FUTURE_REF"},
    rejects=["Futures fell.", "In the near field he slept."],
)
def future(match: Match) -> Expression | None:
    """The future."""
    if word_before(match) == "for" and word_after(match).endswith("s") and is_attributive(match):
        return None  # "for future repairs"
    return Expression(Vague("FUTURE_REF"))


@dates.rule(
    "<'one'|'some'> 'day'",
    examples={"It will one day be rebuilt.": "FUTURE_REF"},
    rejects=["One day he left."],
)
def some_day(match: Match) -> Expression | None:
    """An indefinite day in the future: one day."""
    return Expression(Vague("FUTURE_REF")) if is_some_day(match) else None


@dates.rule(
    "'the' <'recent'|'distant'>? 'past' (?! <count> | <any-unit> | <few-of> | <season> | <weekday> )",
    examples={"It belongs to the past.": "PAST_REF"},
    rejects=["the past five years"],
)
def past(match: Match) -> Expression | None:
    """The past."""
    if is_attributive(match):
        return None  # "the past president"
    return Expression(Vague("PAST_REF"))
