"""Rules over groups for subjects that are a number or a part of several people, tried after all others."""

from __future__ import annotations

from factx.engine.rules import Match
from factx.syntax.subject_phrases import SHARED, Predication
from factx.syntax.subject_rules import rule, subjects

__all__ = ["SHARED", "Predication", "subjects"]


def _subject(match: Match) -> Predication:
    """The verb that is matched, and what is captured as its subject."""
    where = match.span_of("subject")
    return Predication(match.end - 1, where[0] if where else None)


@rule(
    """(?<= (?: ^ | <end|paragraph|comma|double-quote|sconj&'that'> ) 'at' (?P<subject> <noun-group&plural> )
    (?: <adp> <noun-group&!person> ){0,2} <adv>? ) <finite&clause>
    | (?<= (?: ^ | <end|paragraph|comma|double-quote|sconj&'that'> ) 'at' (?P<subject> <noun-group> )
    'of' <noun-group&plural> <adv>? ) <finite&clause&base>""",
    examples={"At least three members of the club said it was late.": "least three members – said"},
    rejects=["At a talk in Hull the mayor said it was late."],
)
def at_least_three_said(match: Match) -> Predication:
    """A number of people, at least."""
    return _subject(match)


@rule(
    """(?<= (?: ^ | <end|paragraph|comma|double-quote|sconj&'that'> ) (?: <adv> <adp&'than'>? | <adp&'over'> )?
    (?P<subject> <noun-group&time> ) 'of' <noun-group&!time> <adv>? ) <finite&base>""",
    examples={"A quarter of tenants fear it.": "A quarter – fear",
              "More than a quarter of tenants fear it.": "a quarter – fear"},
    rejects=["In the last quarter of May sales fell."],
)
def a_quarter_of_tenants_fear(match: Match) -> Predication:
    """A part that has the name of a time, of several people."""
    return _subject(match)
