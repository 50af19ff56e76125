"""Rules over groups for subjects that are a number or a part of several people, or stand far off; tried last."""

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
    """(?<= (?P<subject> <no-apposition> <free> (?: <noun-group&!time|det> | <count> ) )
    (?: <between> | <noun-group&!object> <adv>* <finite> <prepositional>*
    | <sconj> <!comma&!finite>{1,10} <finite> <object>* ){0,5}? ) <finite>""",
    examples={
        "The man they saw was ill.": "The man – was",
    },
    rejects=["Near the town they saw was a hill."],
)
def with_a_clause_between(match: Match) -> Predication:
    """A noun group with a clause before its verb that no pronoun opens."""
    return _subject(match)


@rule(
    "(?<= (?P<subject> <free> <noun-group&time> ) <adv>{0,2} ) <finite>",
    examples={"Monday was cold.": "Monday – was"},
    rejects=["It fell on Monday was all."],
)
def monday_was(match: Match) -> Predication:
    """A time, where nothing else can be the subject."""
    return _subject(match)


@rule(
    "(?<= <comma> <adv>? ) <finite> (?= <!finite>{0,30}? <cconj> )",
    examples={"She came, saw it and left.": "She – saw"},
    rejects=["She came, and left it."],
)
def listed(match: Match) -> Predication:
    """One of several verbs with a subject in common."""
    return Predication(match.start, SHARED)


@rule(
    """(?<= (?: ^ | <end|paragraph|comma|cconj|double-quote|sconj&'that'> ) 'at' (?P<subject> <noun-group&plural> )
    (?: <adp> <noun-group&!person> ){0,2} <adv>? ) <finite&clause>
    | (?<= (?: ^ | <end|paragraph|comma|double-quote|sconj&'that'> ) 'at' (?P<subject> <noun-group> )
    'of' <noun-group&plural> (?: <adp> <noun-group&!person> )? <adv>? ) <finite&clause&base>""",
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


@rule(
    """(?<= (?: ^ | <end|paragraph|comma|cconj|double-quote|sconj> ) <adv|'up'> <adp&'to'>
    (?P<subject> <noun-group|num> ) (?: 'of' <noun-group> )? <adv>? ) <finite>""",
    examples={"Ten left, and close to half of the group wept.": "half – wept",
              "Up to ten of them had left.": "ten – had left"},
    rejects=["Close to the mill was a pond."],
)
def close_to_half_wept(match: Match) -> Predication:
    """About so many, or so many at most."""
    return _subject(match)


subjects.let("in-front", """(?: <cconj> | <adv&!wh> <comma>? | <noun-group&time> <comma>?
    | <adp&!'as'> <noun-group> (?: <adp> <noun-group> )? <comma> ){0,3}""")
subjects.let("no-verb", "<!finite&!end&!semicolon&!colon&!sconj>")


@rule(
    """(?<= (?: ^ | <end|paragraph|sconj|'as'> ) <in-front>
    (?: 'at' <adj> | <adv>? <adp&'over'> | <adv> <adp&'than'>? )?
    (?P<subject> <noun-group&!object&!it&!expletive&!relative&!wh> | <num> (?= <adp> ) )
    (?: <no-verb> | <relative> <no-verb>{0,4}? <finite> | <noun-group&whose> <no-verb>{0,4}? <finite> ){0,30}? )
    (?: <finite&clause&!auxiliary>
    (?= <adv>? <sconj&'that'> | <noun-group&subject|noun-group&it|noun-group&expletive>
    | <comma>? <double-quote> )
    | <finite&clause-alone&!auxiliary> (?= (?: <noun-group> <comma>? )? <!finite&!comma&!end>{1,12} <finite> )
    | <finite&naming&!auxiliary|finite&hearer&!auxiliary> (?= <noun-group> ) )""",
    examples={
        "Tom Ray, a clerk who is working with the union, a big body, said the pay was low.": "Tom Ray – said",
        "But 58 percent of the clerks overall said they were ill.": "58 percent – said",
    },
    rejects=["In the town, said Tom Ray, the pay was low."],
)
def lee_a_clerk_who_works_there_said(match: Match) -> Predication:
    """Whoever opens the sentence, where nothing nearer says what a verb of saying has after it."""
    return _subject(match)
