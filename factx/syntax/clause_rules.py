"""Rules over groups: where clauses end, and which forms are past."""

from __future__ import annotations

from typing import NamedTuple

from factx.engine.rules import Grammar, Match
from factx.syntax.items import tag_sets


class Content(NamedTuple):
    """Where the clause that is a verb's content begins, and the item by which the clause is known: what opens it, or
    what is its subject."""

    begins: int
    mark: int


contents: Grammar[Content] = Grammar("contents", overlap="keep", captures=("content",), lookup_tags=tag_sets)
# On Monday, to reporters, in a statement, by phone; but no "on the plan [that failed]".
contents.let("at-once", """(?: <adv&!wh> | <'in'|'at'|'to'|'by'|'with'|'during'|'after'|'before'>
    <noun-group&!relative&!wh|num>
    | <adp> <noun-group&time|num> | <adp> <ing> <noun-group>? | 'above' | 'up' | 'out' )""")
contents.let("when", "(?: <at-once> | <comma> <!comma&!double-quote&!cconj> <!comma&!double-quote>{0,9} <comma> )")
contents.let("hearer", "<noun-group&!relative&!wh&!expletive|num|det> (?: 'of' <noun-group&!relative&!wh> |"
" <cconj> <noun-group> )?")
contents.let("who", "<noun-group&expletive|noun-group&!object&!relative&!wh&!time|num|det>")
# No pronoun, nor one that a verb follows at once: he did that, and; a plan was made that failed.
contents.let("that", "<sconj&'that'> (?! <adv>* <finite> | <cconj|participle|stop> | <comma> <noun-group|cconj>"
" | <adv> <comma> <noun-group> )")


def _content(match: Match) -> Content:
    """Where the clause that is captured begins; what is captured ends with what it is known by."""
    where = match.span_of("content")
    assert where is not None
    return Content(where[0], where[1] - 1)


@contents.rule(
    "<verb-group&clause> (?: <when> | <adp&!'of'> <noun-group&!relative&!wh> )* (?P<content> <that> )",
    examples={"She said on Monday that it was over.": "said – that", "He heard from us that it was.": "heard – that"},
    rejects=["She gave it on Monday to that man."],
)
def said_that(match: Match) -> Content:
    """A verb that takes a clause, when and where, and a clause with "that"."""
    return _content(match)


@contents.rule(
    "<verb-group&hearer> <hearer> <when>* (?P<content> <that> )",
    examples={"She told the clerk that it was over.": "told – that", "He warned both of them that it was.":
    "warned – that"},
    rejects=["She met the clerk that day."],
)
def told_somebody_that(match: Match) -> Content:
    """A verb, somebody, and a clause with "that"."""
    return _content(match)


@contents.rule(
    "<verb-group&!auxiliary> <adv&!wh&!'so'>? (?P<content> <that> )",
    examples={"The law requires that it is open.": "requires – that"},
    rejects=["The problem is that it is near."],
)
def means_that(match: Match) -> Content:
    """Any verb, and at once a clause with "that"."""
    return _content(match)


@contents.rule(
    "(?: <verb-group&clause> | <verb-group&hearer> <hearer> ) <when>{0,2} (?P<content> <sconj&'if'|sconj&'whether'> )",
    examples={"She asked whether it was over.": "asked – whether", "He asked us if it was over.": "asked – if"},
    rejects=["She left if it was late."],
)
def asked_whether(match: Match) -> Content:
    """A verb, and a question with if or whether."""
    return _content(match)


@contents.rule(
    "(?: <verb-group&clause> <adv&!wh>? | <verb-group&hearer> <hearer> ) (?P<content> <'how'|'why'> )"
    " (?! <any>{0,2} <infinitive> )",
    examples={"She asked how it was done.": "asked – how"},
    rejects=["She asked how to do it."],
)
def asked_how(match: Match) -> Content:
    """A verb, and a question with how or why."""
    return _content(match)


@contents.rule(
    """(?: <verb-group&clause> <adv&!wh>? (?P<content> <noun-group&relative> )
    | <verb-group&clause&hearer> (?: <adv&!wh>? | <hearer> ) (?P<content> <noun-group&wh> )
    | <verb-group&clause&hearer> <noun-group&object> (?P<content> <noun-group&relative> ) ) (?! <any>{0,2}
    <infinitive> )""",
    examples={"She asked who did it.": "asked – who", "He asked what they want.": "asked – what"},
    rejects=["She asked the man who did it.", "He knows what to do.", "She read what he wrote."],
)
def asked_who(match: Match) -> Content:
    """A verb, and a question with who, what or which."""
    return _content(match)


@contents.rule(
    """(?: <verb-group&clause&negated|verb-group&clause&infinitive|verb-group&clause&modal|verb-group&clause&hearer>
    <adv&!wh>? | <verb-group&hearer&clause> <hearer> ) (?P<content> <'when'|'where'> ) (?! <any>{0,2} <infinitive> )""",
    examples={"She did not say when it was over.": "did not say – when"},
    rejects=["She said so when it was over.", "She left when it was over."],
)
def not_say_when(match: Match) -> Content:
    """A verb that denies, wants or asks for an answer, and a question with when or where."""
    return _content(match)


@contents.rule(
    "<verb-group&clause> <noun-group>? <when>* <comma|colon>? <double-quote> (?P<content> <any> )",
    examples={"She said, “It is over.”": "said – It"},
    rejects=["She said it was over."],
)
def said_quotation(match: Match) -> Content:
    """A verb, and a quotation."""
    return _content(match)


@contents.rule(
    """(?: <verb-group&clause&!ing&!participle> | (?<= <comma|'after'|'before'|'by'|'while'> <adv>? )
    <verb-group&clause&ing> )
    <at-once>* (?P<content> <who> )
    | <verb-group&clause&ing> (?P<content> <noun-group&subject|noun-group&it|noun-group&expletive> )""",
    examples={"She said the war was over.": "said – the war"},
    rejects=["She said to them."],
)
def said_it_was(match: Match) -> Content:
    """A verb, and at once what may be the subject of a clause: whether it is, its verb tells."""
    return _content(match)


@contents.rule(
    "<verb-group&hearer> <hearer> <at-once>* (?P<content> <who> )",
    examples={"He told them the war was over.": "told – the war"},
    rejects=["He told them the truth."],
)
def told_them_it_was(match: Match) -> Content:
    """A verb, somebody, and at once the subject of a clause."""
    return _content(match)


reported: Grammar[int] = Grammar("reported", overlap="keep", captures=("ends",), lookup_tags=tag_sets)
reported.let("says", "<finite&clause&!auxiliary&!passive&past|finite&clause&!auxiliary&!passive&present>")
reported.let("tells", "<finite&hearer&!passive&past|finite&hearer&!passive&present>")
reported.let("speaker", """<noun-group&!object&!relative&!wh|num|det> (?: <adp> <noun-group|num> ){0,2}
    (?: <comma> <!comma&!finite&!double-quote>{1,14} <comma> )?""")
reported.let("last", """(?: <adv> | <noun-group&time> | <adp> <noun-group|num> | <adp> <ing> <noun-group>?
    | <comma> <!comma&!finite&!double-quote>{1,14} <comma>? ){0,5}
    (?: <stop|end|paragraph|semicolon|double-quote|colon> | <comma> <double-quote|ing> | $ )""")


def _ends(match: Match) -> int:
    """Where the content that stands before ends."""
    where = match.span_of("ends")
    assert where is not None
    return where[0]


@reported.rule(
    "(?<= (?P<ends> <comma|double-quote> ) <double-quote>? <speaker> <adv>? )"
    " (?: <says> | <tells> (?= <noun-group> ) ) (?= (?: (?<= <tells> ) <noun-group> )? <last> )",
    examples={"The war is over, Ann Lee said on Monday.": "The war is over – said"},
    rejects=["The mayor, Ann Lee, said so.", "When it was over, Ann Lee said it was late."],
)
def it_is_over_she_said(match: Match) -> int:
    """A clause, a comma, and who said so."""
    return _ends(match)


@reported.rule(
    "(?<= (?P<ends> <comma|double-quote> ) <double-quote>? ) <says> (?= <speaker> <last> )",
    examples={"The war is over, said Ann Lee, a baker.": "The war is over – said"},
    rejects=["He came, told Ann Lee the news and left."],
)
def it_is_over_said_she(match: Match) -> int:
    """A clause, a comma, a verb of saying, and who said so."""
    return _ends(match)


class Boundary(NamedTuple):
    """A place where a clause may end, and why."""

    place: int
    reason: str


boundaries: Grammar[Boundary] = Grammar("clause-ends", overlap="keep", captures=(), lookup_tags=tag_sets)
boundaries.let("nominal", "<noun-group&!object|num|det>")
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
    """<comma> (?= <cconj|'so'|'yet'> (?: <adv> <comma>? | <comma> <adv> <comma> | <comma>? <adp> <noun-group>
    <comma>? )*
    <subject-and-verb> )""",
    examples={"It is over, and they left.": "and – ,"},
    rejects=["It is over, and done."],
)
def and_they(match: Match) -> Boundary:
    """A comma, and another clause that a conjunction joins."""
    return Boundary(match.start, "and")


@boundaries.rule(
    "<comma> (?= <share> ) | <cconj> (?= <adv>? <share> )",
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
    <adv>?
    <finite&clause|finite&hearer> (?: <hearing> ){0,4} (?: <stop|end|paragraph|semicolon> | $ ) )""",
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
    """(?<= <noun-group&!object> (?: (?: <adp> <noun-group> )? <adv>* | <comma> <!comma&!finite>{1,8} <comma> ) )
    <participle&or-past&clause> (?= <adv>? <sconj&'that'> )""",
    examples={"The trial heard that it was late.": "heard", "The court, a new one, heard that it was.": "heard"},
    rejects=["The claim denied by her is that it was late.", "A claim made that day is false."],
)
def trial_heard_that(match: Match) -> int:
    """With a clause that it governs."""
    return match.start


@past.rule(
    """(?<= <sconj|wh> <!finite&!comma&!end&!sconj&!wh>{0,5} <noun-group&!object> <adv>* ) <participle&or-past>
    (?= <!finite&!or-past>{0,10} (?: <end|paragraph|comma|cconj|semicolon> | $ ) )""",
    examples={"It was late when a bus overturned near Hull.": "overturned"},
    rejects=["When a bus seen near Hull left, it was late."],
)
def when_it_walked(match: Match) -> int:
    """The only verb of a clause that a word opens."""
    return match.start


@past.rule(
    """(?<= <noun-group&!object> <comma>? <relative> <adv>? <finite> <adj|adv>? (?: <adp>? <noun-group> ){0,2}
    <comma>? )
    <participle&or-past&naming|participle&or-past&clause|participle&or-past&hearer>
    (?= <noun-group&!named|det|num> | <noun-group&named> <noun-group&!named> )""",
    examples={"The man who sent the note called it a lie.": "called"},
    rejects=["The man who sent a dog called Rex left."],
)
def who_left_called_it(match: Match) -> int:
    """Behind a relative clause that its subject has."""
    return match.start


@past.rule(
    "(?<= <noun-group&wh> <noun-group&!object> <adv>* ) <participle&or-past> (?= <adp|end|comma> )",
    examples={"It was what the clerks described as a farce.": "described"},
    rejects=["It was what men described by her had done."],
)
def what_clerks_called(match: Match) -> int:
    """In a free relative clause."""
    return match.start


@past.rule(
    "(?<= <sconj> <noun-group&!object> <adv>* ) <participle&or-past> (?= <adv|adp>? (?: <noun-group|det|num> ) )",
    examples={"If the town held up the deal, they left.": "held"},
    rejects=["If the deal held up by them fails, they leave."],
)
def if_the_town_held(match: Match) -> int:
    """In a clause that a conjunction opens, with an object."""
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
