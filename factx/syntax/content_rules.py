"""Rules over groups: where the clause that is a verb's content begins, and where content before its verb ends."""

from __future__ import annotations

from factx.engine.deciding import Deciding, OneWay
from factx.engine.rules import Match
from factx.records import NamedTuple
from factx.syntax.items import OVER_GROUPS, tag_sets


class Content(NamedTuple):
    """Where the clause that is a verb's content begins, and the item by which the clause is known: what opens it, or
    what is its subject."""

    begins: int
    mark: int


contents: OneWay[Content] = OneWay(
    "contents", overlap="keep", captures=("content",), lookup_tags=tag_sets, family=OVER_GROUPS
)
# On Monday, to reporters, in a statement, by phone; but no "on the plan [that failed]".
contents.let("at-once", """(?: <adv&!wh>
    | <'in'|'at'|'to'|'by'|'with'|'during'|'after'|'before'> <noun-group&!relative&!wh|num>
    | <adj>? <adp> <noun-group&time|num> | <adp> <ing> <noun-group>? | 'above' | 'up' | 'out' )""")
contents.let("when", "(?: <at-once> | <comma> <!comma&!double-quote&!cconj> <!comma&!double-quote>{0,9} <comma> )")
contents.let("hearer", """<noun-group&!relative&!wh&!expletive|num|det>
    (?: 'of' <noun-group&!relative&!wh> | <cconj> <noun-group> )?""")
# A comma or none, and a condition in front of a clause: if it rains, [they] will stay.
contents.let("if-so", "<sconj&!'that'|'when'|'once'> <!comma&!double-quote&!stop>{1,14} <comma>")
contents.let("who", "<noun-group&expletive|noun-group&!object&!relative&!wh&!time|num|det>")
# No pronoun, nor one that a verb follows at once: he did that, and; a plan was made that failed.
contents.let("that", """<sconj&'that'>
    (?! <adv>* <finite> | <cconj|participle|stop> | <comma> <noun-group|cconj|double-quote>
    | <adv> <comma> <noun-group> )""")


def _content(match: Match) -> Content:
    """The content that is captured: its first item, and its last, by which its clause is known."""
    where = match.span_of("content")
    assert where is not None
    return Content(where[0], where[1] - 1)


@contents.rule(
    """<verb-group&clause> <comma> (?P<content> <if-so> <who> )
    | (?: <verb-group&clause> <when>? | <verb-group&hearer> <hearer> ) (?P<content> <sconj&'that'> <if-so> <who> )""",
    examples={
        "She said, if it rains, the match is off.": "said – if", "She said that if it rains, they go.": "said – that",
    },
    rejects=["She said so if it rains, they go."],
)
def said_if_so(match: Match) -> Content:
    """A verb, a condition, and the subject of the clause that follows it."""
    return _content(match)


@contents.rule(
    "<verb-group&clause> (?: <when> | <adp&!'of'> <noun-group&!relative&!wh> | 'for' <noun-group> 'of' <noun-group> )*"
    " (?P<content> <that> )",
    examples={"She said on Monday that it was over.": "said – that", "He heard from us that it was.": "heard – that"},
    rejects=["She gave it on Monday to that man."],
)
def said_that(match: Match) -> Content:
    """A verb that takes a clause, when and where, and a clause with "that"."""
    return _content(match)


@contents.rule(
    "<verb-group&hearer> <hearer> <when>* (?P<content> <that> )",
    examples={
        "She told the clerk that it was over.": "told – that",
        "He warned both of them that it was.": "warned – that",
    },
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
    """(?: <verb-group&clause> <noun-group&time>? | <verb-group&hearer> <hearer> ) <when>{0,2}
    (?P<content> <sconj&'if'|sconj&'whether'> )""",
    examples={"She asked whether it was over.": "asked – whether", "He asked us if it was over.": "asked – if",
              "He did not say Monday whether it was over.": "did not say – whether"},
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
    """(?: <verb-group&clause> <adv&!wh|'out'>? (?P<content> <noun-group&relative> )
    | <verb-group&clause> 'out' (?P<content> <noun-group&wh> )
    | <verb-group&clause&hearer> (?: <adv&!wh>? | <hearer> ) (?P<content> <noun-group&wh> )
    | <verb-group&clause&hearer> <noun-group&object> (?P<content> <noun-group&relative> ) )
    (?! <any>{0,2} <infinitive> )""",
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
    """(?: <verb-group&clause> <noun-group>? | <verb-group&hearer&passive> | <verb-group&hearer> <hearer> )
    <when>* <comma|colon>? <double-quote> (?P<content> <any> )""",
    examples={"She said, “It is over.”": "said – It", "He was told, “It is over.”": "was told – It"},
    rejects=["She said it was over."],
)
def said_quotation(match: Match) -> Content:
    """A verb, and a quotation."""
    return _content(match)


@contents.rule(
    """(?: <verb-group&clause&!ing&!participle>
    | (?<= <comma|'after'|'before'|'by'|'while'> <adv>? ) <verb-group&clause&ing> )
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


@contents.rule(
    "<verb-group&hearer&passive> <at-once>* (?P<content> <who> )",
    examples={"He was told the war was over.": "was told – the war"},
    rejects=["He was told the truth."],
)
def was_told_it_was(match: Match) -> Content:
    """A passive, and at once the subject of a clause."""
    return _content(match)


reported: Deciding[int] = Deciding(
    "reported", overlap="keep", captures=("ends",), lookup_tags=tag_sets, family=OVER_GROUPS
)
reported.let("says", "<finite&clause&!auxiliary&!passive&past|finite&clause&!auxiliary&!passive&present>")
reported.let("tells", "<finite&hearer&!passive&past|finite&hearer&!passive&present>")
reported.let("speaker", """<noun-group&!object&!relative&!wh|num|det> (?: <adp> <noun-group|num> ){0,2}
    (?: <comma> <!comma&!finite&!double-quote>{1,14} <comma> )?""")
reported.let("last", """(?: <adv> | <noun-group&time> | <adp> <noun-group|num> | <adp> <ing> <noun-group>?
    | <comma> <!comma&!finite&!double-quote>{1,14} <comma>? ){0,5}
    (?: <stop|end|paragraph|semicolon|double-quote|colon> | <comma> <double-quote|ing> | $ )""")


def _ends(match: Match) -> int:
    """The end of a content that stands before its verb."""
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
