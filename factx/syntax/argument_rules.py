"""Rules over groups: the objects of a verb, and prepositional phrases.

Few ask for them, so that these grammars share no alphabet with those for clauses.
"""

from __future__ import annotations

from factx.engine.deciding import Deciding
from factx.engine.rules import Match
from factx.syntax.items import tag_sets

objects: Deciding[list[int]] = Deciding(
    "objects", overlap="keep", captures=("object", "second", "last"), lookup_tags=tag_sets
)
objects.let("thing", """<noun-group&!relative&!wh&!subject&!expletive&!time>
    | <num> (?! <punct&!comma&!stop&!hyphen&!semicolon&!closing> )""")
objects.let("soon", "(?: <adv&!wh> | <negation> | <'up'|'out'|'off'|'down'> ){0,2}")


def _objects(match: Match) -> list[int]:
    """The items that are captured, in their order."""
    found = (match.span_of(name) for name in ("object", "second", "last"))
    return [where[0] for where in found if where is not None]


@objects.rule(
    """<verb-group&!copula&!passive> <soon> (?P<object> <thing> ) (?: 'of' <noun-group> )?
    (?: <comma>? <cconj> (?P<last> <thing> ) (?! <adv>? <finite> ) | (?P<second> <thing> )? (?! <finite> ) )""",
    examples={
        "The judge freed the driver.": "freed – the driver",
        "She gave the boy a book.": "gave – the boy, a book",
        "They sold the mill and the farm.": "sold – the mill, the farm",
    },
    rejects=["She left on Monday.", "The mayor is a baker."],
)
def sold_it(match: Match) -> list[int]:
    """A verb, and what it does something to: one noun group, two, or two that are joined."""
    return _objects(match)


@objects.rule(
    "<verb-group&passive&hearer|verb-group&passive&naming> (?P<object> <thing> )",
    examples={"She was given a book.": "was given – a book"},
    rejects=["She was seen on Monday.", "She was seen."],
)
def was_given_it(match: Match) -> list[int]:
    """A passive of a verb that takes somebody and something, and that thing."""
    return _objects(match)


phrases: Deciding[int] = Deciding("phrases", overlap="keep", captures=("group",), lookup_tags=tag_sets)


@phrases.rule(
    "<adp> <adv&!wh>? (?P<group> <noun-group&!subject|num> )",
    examples={"She left in a small boat.": "in – a small boat", "It is about to end in 2014.": "in – 2014"},
    rejects=["They came out."],
)
def in_a_boat(match: Match) -> int:
    """A preposition, and the noun group that it governs."""
    where = match.span_of("group")
    assert where is not None
    return where[0]
