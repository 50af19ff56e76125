"""Rules over groups: where clauses end."""

from __future__ import annotations

from factx.engine.deciding import OneWay
from factx.engine.rules import Match
from factx.records import NamedTuple
from factx.syntax.items import OVER_GROUPS, tag_sets


class Boundary(NamedTuple):
    """A place where a clause may end, and why."""

    place: int
    reason: str


boundaries: OneWay[Boundary] = OneWay(
    "clause-ends", overlap="keep", captures=(), lookup_tags=tag_sets, family=OVER_GROUPS
)
boundaries.let("nominal", "(?: <adv> <adp&'to'> )? <noun-group&!object|num|det>")
boundaries.let("share", """(?: <noun-group&figure> (?: 'of' <noun-group> | <adp> <noun-group> ){0,3}
    | <num> 'of' <noun-group> ) <finite>""")
boundaries.let("hearing", "<adv> | <noun-group> | <adp> <noun-group|num>")
boundaries.let("subject-and-verb", "<nominal> (?: <adv> | <adp> <noun-group> | <comma> <adv> <comma> )* <finite>")


@boundaries.rule(
    "<end|semicolon|paragraph>", examples={"It is over; they left.": "stop – ;"}, rejects=["It is over, they left."]
)
def stop(match: Match) -> Boundary:
    """A sentence's end, a semicolon."""
    return Boundary(match.start, "stop")


@boundaries.rule(
    """<comma> (?= <cconj|'so'|'yet'>
    (?: <adv> <comma>? | <comma> <adv> <comma> | <comma>? <adp> <noun-group> <comma>? )* (?: <subject-and-verb>
    | <nominal> <comma> <noun-group&!time> (?: <adp> <noun-group> )? <comma> <adv>? <finite> ) )""",
    examples={"It is over, and they left.": "and – ,", "It is over, but the mayor, Ann Lee, stays.": "and – ,"},
    rejects=["It is over, and done."],
)
def and_they(match: Match) -> Boundary:
    """A comma, and another clause that a conjunction joins."""
    return Boundary(match.start, "and")


@boundaries.rule(
    "<comma|cconj> (?: (?<= <comma> ) (?= <share> ) | (?<= <cconj> ) (?= <adv>? <share> ) )",
    examples={"Most men are ill, 30 of the women are well.": "share – ,"},
    rejects=["Some 5% are ill, and well."],
)
def others_are(match: Match) -> Boundary:
    """A comma or a conjunction, and another share with what is said of it."""
    return Boundary(match.start, "share")


@boundaries.rule(
    "<comma> (?= <adv>? <sconj&!'that'|'when'|'where'> (?! <any>{0,1} <infinitive> ) )",
    examples={"It is over, because they left.": "because – ,"},
    rejects=["It is over, she said."],
)
def because(match: Match) -> Boundary:
    """A comma, and a clause of time or reason."""
    return Boundary(match.start, "because")


@boundaries.rule(
    "<comma> (?= (?: <adv> <comma> )? <subject-and-verb> )",
    examples={"When it was over, they left.": "then – ,"},
    rejects=["They slept, tired of it all."],
)
def then_they(match: Match) -> Boundary:
    """A comma, and a clause that nothing joins: after a clause in front."""
    return Boundary(match.start, "then")


@boundaries.rule(
    """<comma> (?= <double-quote>? <nominal> (?: <adp> <noun-group> | <comma> <!comma&!finite>{1,8} <comma> ){0,2}
    <adv>? <finite&clause|finite&hearer> (?: <hearing> ){0,4} (?: <stop|end|paragraph|semicolon> | $ ) )""",
    examples={"It is over, Ann Lee told them on Monday.": "said – ,"},
    rejects=["It is over, and Ann Lee said so.", "She said, when they asked, the war was over."],
)
def they_said(match: Match) -> Boundary:
    """A comma, and who said so, at the sentence's end."""
    return Boundary(match.start, "said")


@boundaries.rule(
    "<comma> (?= <cconj>? <adv>? <ing&clause|ing&hearer> )",
    examples={"She said it was over, adding that they had left.": "adding – ,"},
    rejects=["She said it was over."],
)
def adding(match: Match) -> Boundary:
    """A comma, and a participle of saying: it is said by who said what stands before."""
    return Boundary(match.start, "adding")


@boundaries.rule(
    "<dash> (?= <adv>? (?: <subject-and-verb> | <sconj&!'that'> ) )",
    examples={"It is over – they left.": "dash – –"},
    rejects=["The firm – now bankrupt – left."],
)
def dash(match: Match) -> Boundary:
    """A dash, and another clause."""
    return Boundary(match.start, "dash")


@boundaries.rule("<double-quote&!quotation>", examples={"It was “over”.": "quote – “"}, rejects=["It was over."])
def quote(match: Match) -> Boundary:
    """A quotation mark."""
    return Boundary(match.start, "quote")


@boundaries.rule("<closing>", examples={"It was (over).": "bracket – )"}, rejects=["It was over."])
def bracket(match: Match) -> Boundary:
    """A closing bracket."""
    return Boundary(match.start, "bracket")


@boundaries.rule(
    "<relative|wh&noun-group> <adv&!wh|comma>*",
    examples={"The man who often left is ill.": "opens – who"}, rejects=["It was over when they left."],
)
def opens_relative(match: Match) -> Boundary:
    """A pronoun that opens a relative clause, with what stands between it and the clause's subject or verb."""
    return Boundary(match.start, "opens")


@boundaries.rule(
    "<sconj&!relative|wh&!noun-group&!relative> <adv&!wh|comma>*",
    examples={"It was over when they left.": "opens – when"}, rejects=["The man who often left is ill."],
)
def opens_adverbial(match: Match) -> Boundary:
    """A conjunction that opens a clause of time, reason and the like, with what stands between it and the clause."""
    return Boundary(match.start, "opens")


@boundaries.rule(
    "<sconj&!'that'|wh&!'that'|comma>",
    examples={"It was over when they left.": "front – when", "In May, she left.": "front – ,"},
    rejects=["She said that he left."],
)
def fronting(match: Match) -> Boundary:
    """What opens a clause that may stand in front of another, and the comma that closes it."""
    return Boundary(match.start, "front")
