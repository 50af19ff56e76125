"""Rules over groups: where the clause that is a verb's content begins, where clauses end, and which forms are past."""

from __future__ import annotations

from typing import NamedTuple

from factx.engine.rules import Grammar, Match
from factx.syntax.items import tag_sets

contents: Grammar[int] = Grammar("contents", overlap="keep", captures=("content",), lookup_tags=tag_sets)
# On Monday, to reporters, in a statement, by phone; but no "on the plan [that failed]".
contents.let("when", """(?: <adv&!wh> | <'in'|'at'|'to'|'by'|'with'|'during'|'after'|'before'> <noun-group|num>
    | <adp> <noun-group&time|num> | <adp> <ing> <noun-group>? | 'above' | 'up' | 'out'
    | <comma> <!comma&!double-quote>{1,10} <comma> )""")


def _content(match: Match) -> int:
    """Where the clause that is captured begins."""
    where = match.span_of("content")
    assert where is not None
    return where[0]


@contents.rule(
    "<verb-group&clause> <when>* (?P<content> <sconj&'that'> )",
    examples={"She said on Monday that it was over.": "said – that"},
    rejects=["She gave it on Monday to that man."],
)
def said_that(match: Match) -> int:
    """A verb that takes a clause, when and where, and a clause with "that"."""
    return _content(match)


@contents.rule(
    "<verb-group&hearer> <noun-group> <when>* (?P<content> <sconj&'that'> )",
    examples={"She told the clerk that it was over.": "told – that"},
    rejects=["She met the clerk that day."],
)
def told_somebody_that(match: Match) -> int:
    """A verb, somebody, and a clause with "that"."""
    return _content(match)


@contents.rule(
    "<verb-group&!auxiliary> (?P<content> <sconj&'that'> )",
    examples={"The law requires that it is open.": "requires – that"},
    rejects=["The problem is that it is near."],
)
def means_that(match: Match) -> int:
    """Any verb, and at once a clause with "that"."""
    return _content(match)


@contents.rule(
    "<verb-group&clause> <adv>? (?P<content> <sconj&'if'|sconj&'whether'> )",
    examples={"She asked whether it was over.": "asked – whether"},
    rejects=["She left if it was late."],
)
def asked_whether(match: Match) -> int:
    """A verb, and a question with if or whether."""
    return _content(match)


@contents.rule(
    "<verb-group&clause> <adv&!wh>? (?P<content> <'how'|'why'> ) (?! <any>{0,2} <infinitive> )",
    examples={"She asked how it was done.": "asked – how"},
    rejects=["She asked how to do it."],
)
def asked_how(match: Match) -> int:
    """A verb, and a question with how or why."""
    return _content(match)


@contents.rule(
    "<verb-group&clause> <noun-group>? <when>* <comma|colon>? <double-quote> (?P<content> <any> )",
    examples={"She said, “It is over.”": "said – It"},
    rejects=["She said it was over."],
)
def said_quotation(match: Match) -> int:
    """A verb, and a quotation."""
    return _content(match)


@contents.rule(
    """<verb-group&clause&!ing&!participle> <adv&!wh>? (?P<content> <noun-group&!object&!relative&!wh|num|det> )
    | <verb-group&clause&ing> (?P<content> <noun-group&subject|noun-group&it> )""",
    examples={"She said the war was over.": "said – the war"},
    rejects=["She said to them."],
)
def said_it_was(match: Match) -> int:
    """A verb, and at once what may be the subject of a clause: whether it is, its verb tells."""
    return _content(match)


class Boundary(NamedTuple):
    """A place where a clause may end, and why."""

    place: int
    reason: str


boundaries: Grammar[Boundary] = Grammar("clause-ends", overlap="keep", captures=(), lookup_tags=tag_sets)
boundaries.let("nominal", "<noun-group&!object|num|det>")
boundaries.let("share", "<noun-group&figure> (?: 'of' <noun-group> | <adp> <noun-group> ){0,3} <finite>")
boundaries.let("subject-and-verb", "<nominal> (?: <adv> | <adp> <noun-group> | <comma> <adv> <comma> )* <finite>")


@boundaries.rule(
    "<end|semicolon|paragraph>", examples={"It is over; they left.": "stop – ;"}, rejects=["It is over, they left."]
)
def stop(match: Match) -> Boundary:
    """A sentence's end, a semicolon."""
    return Boundary(match.start, "stop")


@boundaries.rule(
    """<comma> (?= <cconj|'so'|'yet'> (?: <adv> <comma>? | <comma> <adv> <comma> | <adp> <noun-group> )*
    <subject-and-verb> )
    | <comma> (?= <share> ) | <cconj> (?= <adv>? <share> )""",
    examples={"It is over, and they left.": "and – ,"},
    rejects=["It is over, and done."],
)
def and_they(match: Match) -> Boundary:
    """A comma, and another clause that a conjunction joins."""
    return Boundary(match.start, "and")


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


@boundaries.rule("<double-quote>", examples={"It was “over”.": "quote – “"}, rejects=["It was over."])
def quote(match: Match) -> Boundary:
    """A quotation mark."""
    return Boundary(match.start, "quote")


@boundaries.rule("<closing>", examples={"It was (over).": "bracket – )"}, rejects=["It was over."])
def bracket(match: Match) -> Boundary:
    """A closing bracket."""
    return Boundary(match.start, "bracket")


past: Grammar[int] = Grammar("past-forms", overlap="keep", captures=(), lookup_tags=tag_sets)


@past.rule(
    "(?<= <noun-group&subject|noun-group&it|noun-group&relative> (?: <adv> | <comma> <!comma&!finite>{1,8} <comma> )* )"
    " <participle&or-past>",
    examples={"He, in winter, denied it.": "denied"},
    rejects=["The man often denied a visit is ill."],
)
def she_walked(match: Match) -> int:
    """After a pronoun that is a subject."""
    return match.start


@past.rule(
    "(?<= <noun-group&!object> <adv>* ) <participle&or-past&!naming> (?= <adv>* (?: <noun-group&!time> | <det> ) )",
    examples={"With that, the council reduced the fee.": "reduced"},
    rejects=["A man called Lee left.", "The man seen on Monday left."],
)
def council_reduced_it(match: Match) -> int:
    """With an object of its own."""
    return match.start


@past.rule(
    """(?<= <noun-group&!object> <adv>* ) <participle&or-past>
    (?= <adv|adj|'up'|'down'|'by'|'to'>{0,2} <noun-group&figure> )""",
    examples={"The index reduced to 3 percent.": "reduced"},
    rejects=["The index, halved to 3 percent, fell."],
)
def index_closed_down(match: Match) -> int:
    """With a figure to which something moved."""
    return match.start


@past.rule(
    """(?<= <finite> <any>{1,24}? <cconj> (?: <adv> | <comma> | <adp> <noun-group|num> )* ) <participle&or-past>
    (?= <adv>* (?: <noun-group|num|det> | <adp> ) )""",
    examples={"She left the room and denied it.": "denied"},
    rejects=["It was refused at once and denied."],
)
def and_walked(match: Match) -> int:
    """Joined to a verb before it, with an object."""
    return match.start


@past.rule(
    "(?<= <comma> <cconj> <adv>* <noun-group&!object> <adv>* ) <participle&or-past> (?! 'by' )",
    examples={"Fares rose, but volumes held up.": "held"},
    rejects=["It fell on cars, and boats used by clubs."],
)
def but_volumes_held(match: Match) -> int:
    """Behind a comma and a conjunction, with a subject of its own."""
    return match.start


@past.rule(
    "(?<= (?: ^ | <end|paragraph> ) <!finite>{0,24} <noun-group> <!finite&!or-past>{0,12} ) <participle&or-past>"
    " (?= <!finite>{0,40} (?: <end|paragraph> | $ ) )",
    examples={"The minister denied it.": "denied"},
    rejects=["The man denied a visit is ill."],
)
def only_verb(match: Match) -> int:
    """The only verb of its sentence."""
    return match.start
