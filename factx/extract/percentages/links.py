"""Rules for what a figure hangs on: a verb, a verb and its object, or a noun, in what stands before it."""

from __future__ import annotations

from factx.engine.rules import Grammar, Match
from factx.records import NamedTuple
from factx.syntax.items import tag_sets


class Link(NamedTuple):
    """The items that a figure hangs on: a verb, perhaps with its object, or a noun."""

    figure: int
    verb: int | None = None
    object: int | None = None
    noun: int | None = None


links: Grammar[Link] = Grammar(
    "figure-links", overlap="keep", captures=(), lookup_tags=tag_sets
)
# A figure, or a noun that stands for one: an annual rate of 3%.
links.let("figure-group", "<noun-group>")
links.let("phrase", "<adp&!'to'&!'by'&!'from'> (?: <noun-group&!figure|num> | <det> <adj> )")
# So much of another unit, before what that is in percent: by $5 million, or 12%.
links.let("amount", """'by' <adv>? (?: <num|noun-group&!figure> | <!comma&!finite&!end> <num> ){1,2}
    <comma>? 'or'""")
links.let("by-to", "<adp>{0,2} <'either'|'between'>?")
links.let("loose", "(?: <adv> | <adj> | 'up' | 'down' | 'off' | 'over' | 'out' | <phrase> )")


def _link(match: Match) -> Link:
    def item(name: str) -> int | None:
        where = match.span_of(name)
        return where[0] if where else None

    return Link(match.start, item("verb"), item("object"), item("noun"))


@links.rule(
    "(?<= (?P<noun> <noun-group&!figure> ) 'of' <adv|adp>{0,2} ) <figure-group>",
    examples={"A turnout of 37% was low.": "turnout"},
    rejects=["They spoke of it at 37%."],
)
def noun_of(match: Match) -> Link:
    """A noun, of so many percent."""
    return _link(match)


@links.rule(
    """(?<= (?: (?P<noun> <noun-group&!figure&!relative> ) <comma> | (?: ^ | <end> ) (?P<noun> <noun-group&!figure> ) )
    'at' <adv>? | (?P<noun> <noun-group&!figure> ) <dash|hyphen> <adv>? 'at' <adv>?
    | (?P<noun> <noun-group&!figure> ) <comma> <relative> <comma> 'at' <adv>?
    | (?P<noun> <noun-group&named> ) <comma> <'at'|'on'>
    | (?: ^ | <end> ) (?P<noun> <noun-group&!figure> ) <phrase>? <comma> (?= <figure-group> <comma> <finite> ) )
    <figure-group>""",
    examples={"Unemployment, at 6%, is a worry.": "Unemployment", "Kenya inflation at 6% in May.": "inflation",
              "The rate on it, now 6%, will rise.": "rate"},
    rejects=["They met, at 6 in the evening, 5% of us."],
)
def noun_beside(match: Match) -> Link:
    """A noun, and its figure between commas; a headline that has no verb."""
    return _link(match)


@links.rule(
    """(?<= (?P<noun> <noun-group&!figure&!time> ) <phrase>? <comma|dash> ) <figure-group>
    (?= <noun-group&time>? <phrase>? <comma|dash|end> )""",
    examples={"Rents rose, with the steepest rise, 5%, in Leeds.": "Rents",
              "Inflation – a full 900% a year in 1993 – is now low.": "Inflation"},
    rejects=["Rents rose in Leeds, 5%, and in York."],
)
def apposed(match: Match) -> Link:
    """A noun, and its figure between commas or dashes."""
    return _link(match)


@links.rule(
    "(?<= (?P<noun> <noun-group&!figure> ) <phrase>{0,2} <comma|colon>? <'up'|'down'> <adv|adj>{0,2} ) <figure-group>",
    examples={"Sales, up 3%, were good.": "Sales"},
    rejects=["They went up 3%."],
)
def noun_up(match: Match) -> Link:
    """A noun, up so many percent."""
    return _link(match)


@links.rule(
    """(?<= (?P<noun> <noun-group&!figure> ) 'in' <noun-group&!figure&!time> <phrase>?
    <'from'|'to'> <adv|adp>{0,2} ) <figure-group>""",
    examples={"It showed for adults a rise in smoking from 23 percent to 36 percent.": "smoking"},
    rejects=["Banks in the north from 5% of whom it took money closed."],
)
def change_from(match: Match) -> Link:
    """A change, of what it is one, and from how much."""
    return _link(match)


@links.rule(
    "(?<= (?P<noun> <noun-group&!figure&!named&!time> ) <comma|dash>? <ing> <'from'|'between'> <adv>? ) <figure-group>",
    examples={"Oland put tariffs, ranging from 5% to 25%, on figs.": "tariffs"},
    rejects=["Oland put tariffs on figs, from 5% to 25%."],
)
def ranging(match: Match) -> Link:
    """A quantity, and from how much to how much it is."""
    return _link(match)


@links.rule(
    """(?<= <comma> <'with'|ing> (?P<noun> <noun-group&!figure&!named&!time> ) 'at' <adv>? ) <figure-group>""",
    examples={"Wages grew 4%, with inflation at 2.6%.": "inflation",
              "Pay grew 4%, outpacing inflation at 3%.": "inflation"},
    rejects=["Wages grew 4%, with inflation above 2.6%."],
)
def with_inflation_at(match: Match) -> Link:
    """What stands beside a change, and at how much it is."""
    return _link(match)


@links.rule(
    """(?<= (?P<verb> <verb-group&!copula> ) <adv|'up'|'down'|'back'|'out'|'off'>{0,2}
    (?P<object> <noun-group&!figure&!time> ) (?: <comma> <adp>? <relative> <!comma&!end>{1,10} <comma> )?
    (?: 'from' <noun-group&!figure&!time> )? <phrase>{0,2} (?: <adv|adj>? <noun-group&time> )?
    (?: 'by' <noun-group&!figure|num> )? <comma>?
    (?: <loose>{0,2} <'to'|'by'|'from'|'at'> <adv|adp>{0,2} | <adj|participle|adv> <'on'|'at'> | <amount> ) )
    <figure-group>""",
    examples={"The bank raised its rate to 5%.": "rate", "The port cut its costs by $5 million, or 12%.": "costs"},
    rejects=["The rate rose to 5%.", "The port fell short by $5 million, or 12%."],
)
def moved_to(match: Match) -> Link:
    """A verb, its object, and to what it was moved."""
    return _link(match)


@links.rule(
    """(?<= (?P<verb> <verb-group&!copula> ) (?P<object> <noun-group&!figure&!time> ) <!comma&!finite&!end>{1,8}
    'at' <adv>? ) <figure-group>""",
    examples={"They put the chance of a storm forming by August at 60%.": "chance of a storm"},
    rejects=["They put the chance at risk by 60%."],
)
def put_at(match: Match) -> Link:
    """A verb, its object with all that belongs to it, and at what it is put."""
    return _link(match)


@links.rule(
    """(?<= (?P<verb> <verb-group&!copula> ) <'up'|'down'|'back'|'out'|'off'>?
    (?P<object> <noun-group&!figure&!time> ) (?: <phrase> <comma>? | 'by' <noun-group> <comma> )? ) <figure-group>""",
    examples={"They will cut emissions 42%.": "emissions"},
    rejects=["They will cut 42%."],
)
def moved(match: Match) -> Link:
    """A verb, its object, and by how much it was moved."""
    return _link(match)


@links.rule(
    """(?<= <figure-group> <phrase>{0,2} <noun-group&time>? <cconj|comma|semicolon>{1,2} (?P<noun> <noun-group&named> )
    <'to'|'at'|'by'>? <adv|adp>? ) <figure-group>""",
    examples={"Lee rose to 5 percent and Ray to 7 percent.": "Ray"},
    rejects=["Lee rose to 5 percent, and in May to 7 percent."],
)
def gapped(match: Match) -> Link:
    """Another name and its figure, the verb left out."""
    return _link(match)


@links.rule(
    """(?<= <figure-group> <phrase>{0,2} <noun-group&time>? <cconj|comma|semicolon>{1,2}
    (?P<noun> <noun-group&!figure&!time> )
    <'to'|'at'|'by'|'from'> <adv|adp>? ) <figure-group>""",
    examples={"Exports fell from 40% to 30% and imports from 35% to 25%.": "imports"},
    rejects=["Exports fell from 40% to 30% and imports grew from 35% to 45%."],
)
def gapped_quantity(match: Match) -> Link:
    """Another quantity and its figure, the verb left out."""
    return _link(match)


@links.rule(
    "(?<= (?P<noun> <noun-group&!figure> ) <comma> <adv>? ) <figure-group> <cconj> <figure-group>",
    examples={"The seats went to two parties, 40% and 30%.": "two parties"},
    rejects=["The seats went to two parties with 40% and 30%."],
)
def shared_among(match: Match) -> Link:
    """So many of a group, and the share of each."""
    return _link(match)


@links.rule(
    """(?<= (?P<verb> <verb-group&!copula> ) (?P<object> <noun-group&!figure&!time> ) <phrase>{0,2}
    (?: <comma>? 'or' <adv>? | <dash> ) ) <figure-group>""",
    examples={"The fund sold nine offices, or 10% of its assets.": "The fund"},
    rejects=["The fund sold 10% of its assets."],
)
def or_so_many(match: Match) -> Link:
    """A verb, its object, and how much that is."""
    return _link(match)


@links.rule(
    """(?<= (?: (?P<verb> <verb-group> ) | (?P<noun> <noun-group> ) <comma>? )
    <'up'|'down'|'unchanged'|'steady'> <num>? <noun-group&!figure>? <phrase>{0,2} <'on'|'at'> <adv>? )
    <figure-group>""",
    examples={"Labour is down one point since June on 36%.": "Labour", "Labour, up three on 46%, won.": "Labour"},
    rejects=["Labour is down in June; on 36% it would lose."],
)
def up_on(match: Match) -> Link:
    """Up or down by so much, and at what it is now."""
    return _link(match)


@links.rule(
    """(?<= (?P<verb> <verb-group> ) <negation>? (?: <comma> <!comma&!finite>{1,12} <comma> )? <loose>{0,4} <comma>?
    <loose>{0,2} (?: <noun-group&!figure|num> <comma>? )? <opening|double-quote>? (?: <comma> <'up'|'down'> )? <by-to>
    <adv|'up'|'down'>{0,2} ) <figure-group>""",
    examples={"Sales rose by 4% last year.": "Sales", "Inflation remains high, at 6%.": "Inflation"},
    rejects=["Sales rose while 4% is a lot."],
)
def after_verb(match: Match) -> Link:
    """A verb, and how much."""
    return _link(match)


@links.rule(
    """(?<= (?P<verb> <verb-group> ) (?: <adp>{1,2} <num|noun-group&!figure>{1,2} ){1,3} <opening> )
    <figure-group> (?= <closing> )""",
    examples={"Cases rose from 210 to 430 (105%) in May.": "Cases"},
    rejects=["Cases rose from 210 to 430 (105% more) in May."],
)
def in_brackets(match: Match) -> Link:
    """A verb, from what to what, and how much that is in brackets."""
    return _link(match)


@links.rule(
    """(?<= (?P<verb> <verb-group> ) <!comma&!finite&!end>{1,8} <comma|dash> <adv>? )
    <figure-group> (?= <adj|adv> 'than' | <'above'|'below'> <noun-group> )""",
    examples={"Deaths fell to 580,000 last year, 12% fewer than in May.": "Deaths"},
    rejects=["Deaths fell to 580,000 last year, 12% of all."],
)
def more_than(match: Match) -> Link:
    """A verb, to what it moved, and how much more or less that is."""
    return _link(match)


@links.rule(
    "(?<= (?: ^ | <end> ) <hyphen>? (?P<noun> <noun-group&!figure&!time> ) <phrase>{0,2} <colon> ) <figure-group>",
    examples={"Rate of vacancies: 4%": "Rate of vacancies"},
    rejects=["It said of vacancies: 4%"],
)
def labelled(match: Match) -> Link:
    """A line's label, and its figure."""
    return _link(match)


@links.rule(
    "(?<= (?P<noun> <noun-group&!figure&!named&!time> ) <participle> 'at' <adv>? ) <figure-group>",
    examples={"Illiteracy measured at 85% fell.": "Illiteracy"},
    rejects=["Illiteracy known to be 85% fell."],
)
def measured_at(match: Match) -> Link:
    """A noun, and at how much it is put."""
    return _link(match)


@links.rule(
    "(?<= (?<! 'of' ) (?P<noun> <noun-group&!figure&!named&!time&!with-figure> ) ) <figure-group>",
    examples={"They want to return to inflation under 3%.": "inflation"},
    rejects=["They want to return to it under 3%."],
)
def bounded(match: Match) -> Link:
    """A noun, and the figure beside it, which has its bound."""
    return _link(match)


@links.rule(
    """(?<= (?P<verb> <verb-group> ) <any>{1,14}? <'to'|'by'|'from'|'at'|'and'|'but'|'or'|'than'|'with'|'of'> )
    <figure-group>""",
    examples={"Sales rose last year in all regions of the north from 4%.": "Sales"},
    rejects=["Sales rose in May; 4% is a lot."],
)
def far_after_verb(match: Match) -> Link:
    """A verb, more, and how much."""
    return _link(match)
