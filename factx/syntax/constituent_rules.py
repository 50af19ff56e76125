"""Rules over groups: adverb groups, appositions, ages, brackets, and what is coordinated.

Few ask for them, so that they share no alphabet with the rules for clauses, and are loaded on use.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from factx.engine.rules import Grammar, Match
from factx.engine.tags import TagSet
from factx.records import NamedTuple
from factx.syntax.items import tag_sets as item_tag_sets

ConstituentKind: TypeAlias = Literal["adverb", "preposition", "apposition", "age", "brackets", "coordination"]

DETERMINERS: Final = ("definite", "indefinite")
"""The tags that a noun group has here by the word that it begins with, beside those of an item."""


class Found(NamedTuple):
    """What a rule finds, by items: a constituent with the groups that it is made of.

    members: ranges; those of a coordination, else the one that the constituent is named after, if there is one.
    of: the item that it belongs to, which stands before it; None if it belongs to none.
    """

    kind: ConstituentKind
    start: int
    end: int
    members: tuple[tuple[int, int], ...]
    of: int | None = None


def tag_sets() -> set[TagSet]:
    """Every tag set that an item can have here."""
    sets = set(item_tag_sets())
    return sets | {own | {tag} for own in sets if "noun-group" in own for tag in DETERMINERS}


constituents: Grammar[Found] = Grammar(
    "constituents", overlap="keep", captures=("what", "of", "member"), lookup_tags=tag_sets
)
let = constituents.let

_COMMON = "noun-group&!pron&!named&!person&!time&!figure"
let("common", f"<{_COMMON}>")
let("definite-noun", f"<{_COMMON}&definite>")
let("indefinite-noun", f"<{_COMMON}&indefinite>")
# Mayor of the town: no plural, which may be anything: Ann Lee, farmers and clerks.
let("described", f"<{_COMMON}&definite|{_COMMON}&indefinite|{_COMMON}&!plural|noun-group&named&owned>")
let("name", "<noun-group&named&!time|noun-group&person>")
let("thing", "<noun-group&!relative&!wh&!expletive&!subject>")
let("phrase", "(?: <adp> <adv&!wh>? <thing> )")
let("phrases", "(?: <phrase> (?: <cconj> <thing> )? ){0,3}")
let("noted", "(?: <opening> <!opening&!closing&!end>{1,12} <closing> | (?<= <name> ) <comma> <num> (?= <comma> ) )")
let("closes", "(?: <comma|dash|stop|end|paragraph|semicolon|closing|colon|double-quote|relative|participle|ing> | $ )")
# Between two verbs that are joined: what the first one governs.
let("governed", "<!verb-group&!end&!cconj&!semicolon&!dash&!double-quote&!sconj>{0,8}?")


def _what(match: Match, kind: ConstituentKind) -> Found:
    """The range that is captured as what the constituent is, and the group before it."""
    what, of = match.span_of("what"), match.span_of("of")
    assert what is not None
    return Found(kind, *what, (what,), of and of[0])


def _members(match: Match) -> Found:
    """The ranges that are captured as members, from the first to the last."""
    members = match.spans_of("member")
    return Found("coordination", members[0][0], members[-1][1], tuple(members))


@constituents.rule(
    "<adv&!wh>+",
    examples={"The ferry sank very quickly.": "adverb: very quickly"},
    rejects=["Where did the old ferry sink?"],
)
def very_quickly(match: Match) -> Found:
    """Adverbs in a row that stand in no noun or verb group."""
    return Found("adverb", match.start, match.end, ((match.start, match.end),))


@constituents.rule(
    """(?P<of> <name> ) (?: <comma> <num> | <opening> <!closing&!end>{1,6} <closing> )? (?: <comma|dash> )
    (?P<what> <described> <phrases> (?: <cconj> <described> <phrases> )? ) (?= <closes> )""",
    examples={
        "Ann Lee, the mayor of Hull, left.": "apposition: Ann Lee | the mayor of Hull",
        "Ann Lee, 54, a nurse from Leeds, left.": "apposition: Ann Lee | a nurse from Leeds",
        "They met Tom Ray, mayor of the town.": "apposition: Tom Ray | mayor of the town",
        "It sank the Kestrel – a small ferry – at noon.": "apposition: the Kestrel | a small ferry",
    },
    rejects=["In Hull, the mayor left.", "Ann Lee, the mayor said, left.", "Ann Lee, farmers and clerks left."],
)
def lee_the_mayor(match: Match) -> Found:
    """A name, and what its bearer is."""
    return _what(match, "apposition")


@constituents.rule(
    """(?P<of> <definite-noun> ) <phrases> <comma> (?P<what> <name> <phrase>? )
    (?= <closes> ) (?! <comma> (?: <cconj> | <thing> ) )""",
    examples={
        "The mayor, Ann Lee, left.": "apposition: The mayor | Ann Lee",
        "They asked the head of the union, Tom Ray.": "apposition: the head | Tom Ray",
    },
    rejects=["They asked the mayor, Ann Lee, and her son.", "At the fair, Ann Lee sang."],
)
def the_mayor_lee(match: Match) -> Found:
    """What somebody or something is, and its name."""
    return _what(match, "apposition")


@constituents.rule(
    """(?P<of> (?: <definite-noun> | <indefinite-noun> ) ) <phrases> <comma|dash>
    (?P<what> <indefinite-noun> <phrases> ) (?= <closes> ) (?! <comma> (?: <cconj> | <thing> ) )
    | (?<! <adp> ) (?P<of> <definite-noun> ) <comma> (?P<what> <definite-noun> <phrases> )
    (?= <comma> ) (?! <comma> (?: <cconj> | <thing> ) )""",
    examples={
        "The boat, a ferry from Hull, sank.": "apposition: The boat | a ferry from Hull",
        "He told his sister, the owner of the mill, that it burned.": "apposition: his sister | the owner of the mill",
    },
    rejects=["They have the boat, a car, and a house.", "In the end, a ferry sank."],
)
def the_boat_a_ferry(match: Match) -> Found:
    """Something, and what it is."""
    return _what(match, "apposition")


@constituents.rule(
    """(?P<of> <name> | <common> ) (?: <comma> (?P<what> <adj>? <num> ) (?= <comma|stop|end|closing> | $ )
    | <opening> (?P<what> <adj>? <num> ) (?= <closing> ) )""",
    examples={
        "Ann Lee, 54, left.": "age: Ann Lee | 54",
        "The victim, aged 19, is from Hull.": "age: The victim | aged 19",
        "Tom Ray (61) resigned.": "age: Tom Ray | 61",
    },
    rejects=["It rained in Hull, 54 roads were shut.", "The firm, 1,200 workers strong, closed."],
)
def lee_54(match: Match) -> Found | None:
    """Somebody, and how old they are: a number of years that one can be."""
    found = _what(match, "age")
    *before, years = match.tokens[found.start : found.end]
    told = all(word.lower() == "aged" for word in before)
    return found if told and years.isdecimal() and 0 < int(years) <= _OLDEST else None


_OLDEST: Final = 125


@constituents.rule(
    "(?P<of> <noun-group> )? (?P<what> <opening> <!opening&!closing&!end>{1,60} <closing> )",
    examples={
        "The bank (founded in 1931) failed.": "brackets: The bank | (founded in 1931)",
        "It failed (nobody knows why).": "brackets: – | (nobody knows why)",
    },
    rejects=["1) It failed."],
)
def founded_in_1931(match: Match) -> Found:
    """What stands in brackets, and the noun group before it, if it stands behind one."""
    what, of = match.span_of("what"), match.span_of("of")
    assert what is not None
    return Found("brackets", *what, ((what[0] + 1, what[1] - 1),), of and of[0])


@constituents.rule(
    """(?P<member> <thing> ) <noted>? (?: <comma> (?P<member> <thing> ) <noted>? ){0,8} <comma>? <cconj> <adv&!wh>?
    (?P<member> <thing> )""",
    examples={
        "They sell oil, gas and coal.": "coordination: oil | gas | coal",
        "Ann Lee and the mayor left.": "coordination: Ann Lee | the mayor",
        "In May, oil and gas rose.": "coordination: oil | gas",
        "They met Ann Lee, 54, and Tom Ray.": "coordination: Ann Lee | Tom Ray",
    },
    rejects=["She sold the mill and the farm closed.", "They saw the mayor of Hull and the head of the union."],
)
def oil_and_gas(match: Match) -> Found:
    """Noun groups, the last two joined by a conjunction."""
    return _members(match)


@constituents.rule(
    "(?P<member> <thing> 'of' <thing> | <thing> <phrase> ) <comma>? <cconj> <adv&!wh>? (?P<member> <thing> <phrase>? )",
    examples={
        "They saw the mayor of Hull and the head of the union.":
            "coordination: the mayor of Hull | the head of the union",
        "The man from Leeds and his son left.": "coordination: The man from Leeds | his son",
    },
    rejects=["The price of oil and gas rose.", "The mayor of Hull and Leeds left."],
)
def the_mayor_of_hull_and_her_son(match: Match) -> Found:
    """Two noun groups, the first with a prepositional phrase."""
    return _members(match)


@constituents.rule(
    """(?P<member> <adj> ) (?: <comma> (?P<member> <adj> ) ){0,4} <comma>? <cconj> <adv&!wh>? (?P<member> <adj> )
    | (?P<member> <adv&!wh> ) <cconj> (?P<member> <adv&!wh> )
    | (?P<member> <adp> <thing> ) (?: <comma> (?P<member> <adp> <thing> ) ){0,4} <comma>? <cconj>
      (?P<member> <adp> <thing> )""",
    examples={
        "The winter was long, dark and cold.": "coordination: long | dark | cold",
        "She spoke slowly and clearly.": "coordination: slowly | clearly",
        "It rained in Hull and in Leeds.": "coordination: in Hull | in Leeds",
    },
    rejects=["The winter was long and it rained."],
)
def long_and_cold(match: Match) -> Found:
    """Adjectives, adverbs or prepositional phrases."""
    return _members(match)


@constituents.rule(
    """(?P<member> <verb-group> ) (?: <governed> <comma> <adv&!wh>? (?P<member> <verb-group> ) ){0,4}?
    <governed> <comma>? <cconj> <adv&!wh|negation>{0,2} (?P<member> <verb-group> )""",
    examples={
        "She came to Hull and left at once.": "coordination: came | left",
        "They want to buy the mill and close it.": "coordination: to buy | close",
        "He came, saw it and laughed.": "coordination: came | saw | laughed",
    },
    rejects=["She came and they left."],
)
def she_came_and_left(match: Match) -> Found:
    """Verb groups with one subject."""
    return _members(match)
