"""The rules for the whole that a percentage is a share of."""

from __future__ import annotations

from factx import lexicon
from factx.engine.rules import Match
from factx.extract.percentages.measures import is_time
from factx.extract.percentages.phrases import Roles, can_be_asked, roles, roles_of, spoken_of, stands_for_holder


@roles.rule(
    "<figure> <comma|dash|')'>? 'of' (?P<of> <whole> )",
    examples={"She won 80% of the vote.": "the vote", "Half (51%) of nurses agree.": "nurses"},
    rejects=["Prices rose 5% because of the rain.", "It lost 5%, most of it in May."],
)
def whole_after_of(match: Match) -> Roles | None:
    """The phrase after "of"."""
    return roles_of(match)


@roles.rule(
    """(?<= (?P<of> <phrase> (?: 'and' <phrase> )? ) <comma>? <relative>? <step> <determiner>? ) <figure>
    <hyphen>? <owned> (?: <noun>{1,2} 'of' (?P<holder> <name> ) | <any>{0,2} 'by' (?P<holder> <phrase>
    (?: 'and' <phrase> )? ) )""",
    examples={"The mine is 46%-owned by Acme Metals.": "The mine"},
    rejects=["The mine cut costs 46% by March."],
)
def owned_whole(match: Match) -> Roles | None:
    """A whole that is owned, with its owner."""
    return roles_of(match)


@roles.rule(
    """<figure> 'of' (?P<of> <whole> ) (?: <'on'|'in'|'at'> <phrase> )? <step> <owned> 'by'
    (?P<holder> <phrase> (?: 'and' <phrase> )? )""",
    examples={"Some 30 percent of the mine is owned by Acme Metals.": "Acme Metals"},
    rejects=["Some 30 percent of the mine is covered by water."],
)
def share_owned_by(match: Match) -> Roles | None:
    """A share of what is owned, and by whom."""
    return roles_of(match)


@roles.rule(
    """(?<= (?P<of> <phrase> ) <comma> <lead-in> ) <figure> 'of' <'which'|'whom'>
    (?: <step> <owned> 'by' (?P<holder> <phrase> (?: 'and' <phrase> )? ) )?""",
    examples={"It runs the mine, 30 percent of which is owned by Acme Metals.": "the mine"},
    rejects=["It runs the mine, 30 percent of Acme's output."],
)
def share_of_which(match: Match) -> Roles | None:
    """A whole that is a relative pronoun's antecedent, with its owner."""
    return roles_of(match)


@roles.rule(
    """(?<= (?P<of> <phrase> ) <comma>? 'of' <'which'|'whom'> <lead-in>
    | (?: ^ | <comma|'and'|'but'> ) 'of' (?P<of> <'those'|'these'|'them'> ) <comma>? <lead-in> ) <figure>""",
    examples={"It has nine mines, of which 30 percent are shut.": "nine mines",
              "Few apply; and of those 30 percent pass.": "those"},
    rejects=["It has nine mines, of which we saw 30 percent."],
)
def of_which_share(match: Match) -> Roles | None:
    """What a pronoun stands for, before the figure."""
    return roles_of(match)


@roles.rule(
    "(?<= (?P<of> <phrase> ) <step> <owned> ) <figure> 'by' (?P<holder> <phrase> (?: 'and' <phrase> )? )",
    examples={"The mine is owned 46 percent by Acme Metals.": "The mine"},
    rejects=["The mine was owned when 46 percent by value was sold."],
)
def owned_so_much_by(match: Match) -> Roles | None:
    """A whole that is owned, then its share, then the owner."""
    return roles_of(match)


@roles.rule(
    "<figure> <hyphen>? <owned> (?P<of> <whole> )",
    examples={"It runs the 30%-owned Acme Metals.": "Acme Metals"},
    rejects=["She likes the 30%-cheaper Acme phones."],
)
def owned_after(match: Match) -> Roles | None:
    """A whole that is owned, after the figure."""
    return roles_of(match)


@roles.rule(
    "<figure> <noun|verb>{0,2} <stake-noun> <'in'|'of'> (?P<of> <whole> )",
    examples={"It bought a 20-percent stake in Acme Metals.": "Acme Metals"},
    rejects=["It put 20 percent more money in Acme Metals.", "It won a 4 percent share in two years.",
             "Acme bought a 4 percent stake in March."],
)
def stake_in(match: Match) -> Roles | None:
    """The whole that a stake is held in."""
    last = match.tokens.lower[match.spans_of("of")[-1][1] - 1]
    timed = last in lexicon.load("syntax")["time-noun"] or is_time(last)  # a 4% share in two years, in March
    return None if timed else roles_of(match)


@roles.rule(
    """<stake-noun> (?: 'of' <figures> )? 'in' (?P<of> <whole> )
    (?: <figures> (?: <any>{0,3}? 'from' <figures> )? )?""",
    examples={"He raised his stake in Acme Metals to 8 percent from 6 percent.": "Acme Metals"},
    rejects=["He raised his stake to 8 percent of the mine.", "He raised his stake to 8 percent over lunch in Leeds."],
)
def stake_in_before(match: Match) -> Roles | None:
    """The whole that a stake is held in, with its size after it."""
    return roles_of(match)


@roles.rule(
    """(?<= (?P<of> <phrase> ) <comma>? 'in' <relative> (?P<holder> <phrase> ) <step> <hold-verb> <lead-in> )
    <figure> <noun>{0,2} <stake-noun>""",
    examples={"The firm, a brewery in which the bank had a 5 percent stake, closed.": "a brewery"},
    rejects=["It was a year in which the bank had a 5 percent loss."],
)
def stake_in_which(match: Match) -> Roles | None:
    """A company in which somebody holds a stake."""
    return roles_of(match)


@roles.rule(
    "<figure> (?: <noun>{0,2} <support-noun> )? <comma>? <'among'|'amongst'> (?P<of> <whole> )",
    examples={"She stands at 42 percent among women.": "women"},
    rejects=["She stands at 42 percent amid protests by women."],
)
def asked_after(match: Match) -> Roles | None:
    """The group asked, after "among"."""
    return roles_of(match)


@roles.rule(
    "<figure> <noun>{0,2} <support-noun> <'of'|'from'|'with'> (?! 'error' ) (?P<of> <whole> )",
    examples={"He has 5 percent support from farmers.": "farmers"},
    rejects=["Lee won 5 percent support for the tax."],
)
def support_of(match: Match) -> Roles | None:
    """The group whose support the figure gives."""
    return roles_of(match)


@roles.rule(
    """<support-noun> (?: 'for' <phrase> )? <'from'|'among'> (?! <determiner>? <filler> <figure> ) (?P<of> <whole> )
    <comma|dash|preposition|filler|hold-verb|rise-verb|fall-verb|auxiliary|adverb>{0,5} <figure>""",
    examples={"He has little support from farmers, with only 5 percent.": "farmers"},
    rejects=["He has little support from farmers, and prices fell 5 percent."],
)
def support_before(match: Match) -> Roles | None:
    """The group whose support the figure gives, before the figure."""
    return spoken_of(match)


@roles.rule(
    """(?<= (?P<of> <phrase> (?: <'of'|'in'> <phrase> | <'over'|'under'|'aged'> <number> )? ) <step> <choose-verb>
    'for'? (?: <name> | <phrase> ) <comma>? <lead-in> ) <figure> <to> <figures>""",
    examples={"Farmers prefer Lee, 55% to 41%.": "Farmers",
              "Women over 40 backed the levy 55% to 41%.": "Women over 40"},
    rejects=["Acme beat Bellini, 55% to 41%."],
)
def divided(match: Match) -> Roles | None:
    """The group whose opinions the figures divide."""
    return roles_of(match) if can_be_asked(match.tokens, match.spans_of("of")[-1]) else None


@roles.rule(
    "(?<= (?P<of> <noun>{0,2} <asked-noun|'women'|'men'> ) '(' <lead-in> ) <figure> ')'",
    examples={"It pleased women (61 percent) most.": "women"},
    rejects=["Sales to women rose (61 percent)."],
)
def asked_before_bracket(match: Match) -> Roles | None:
    """The group of which a figure in brackets is a share."""
    return roles_of(match)


@roles.rule(
    """(?<= <survey-noun> 'of' (?P<of> <whole> ) (?: <preposition> <any>{1,4}? )? (?: <verb> 'that'? | <comma> )
    <lead-in> ) <figure> (?! 'of' )""",
    examples={"A poll of 900 farmers found that 12 percent sell milk.": "900 farmers",
              "In a survey of nurses in May, 12 percent had left.": "nurses"},
    rejects=["A poll of economists put it at 12 percent.", "A poll of farmers found that rents rose 12 percent."],
)
def asked_in_a_poll(match: Match) -> Roles | None:
    """Those of whom a poll is."""
    return roles_of(match) if can_be_asked(match.tokens, match.spans_of("of")[-1]) else None


@roles.rule(
    "<'among'|'amongst'> (?P<of> <whole> )",
    examples={"Among farmers, 40 percent would choose Lee.": "farmers"},
    rejects=["Among other things, it rose 40 percent."],
)
def asked_before(match: Match) -> Roles | None:
    """The group asked, named before the figures."""
    return spoken_of(match, can_be_asked)


@roles.rule(
    """(?<! <any> ) 'of' (?P<of> <whole> <verb&!noun>? ) (?: <relative> <any>{1,10}?
    | (?: <preposition> <any>{1,5}? ){1,2} | <'last'|'this'> <noun> )? <comma> <lead-in> <figure>""",
    examples={"Of the 20 firms, 40 percent grew.": "the 20 firms", "Of those who voted, 40 percent were ill.": "those",
              "Of the firms polled by the bank in May, 40 percent grew.": "the firms polled"},
    rejects=["Of the 20 firms, the mine grew 40 percent."],
)
def all_before(match: Match) -> Roles | None:
    """The whole that a sentence begins with: "Of the 20 firms, 40 percent grew"."""
    return spoken_of(match)


@roles.rule(
    """(?<! <ordinal|part-of-time> ) (?: <share-word> 'of' | <number|number-word> 'in' <number|number-word>
    'of'? ) (?P<of> <whole> )""",
    examples={"A majority of farmers back Lee, and 40 percent like her.": "farmers"},
    rejects=[
        "A majority in Leeds backed Lee, and prices rose 40 percent.",
        "The second half of the year brought 40 percent more rain.",
    ],
)
def share_in_words(match: Match) -> Roles | None:
    """The whole of a share in words is that of the figures after it too."""
    return spoken_of(match)


@roles.rule(
    """<start> (?P<of> <phrase> ) <step> <verb&!noun&!say-verb> <any>{0,14}? <colon> <figures> <adverb>?
    <say-verb|choose-verb|auxiliary|other-verb>""",
    examples={"The young are divided: 53% call themselves liberal.": "The young"},
    rejects=["The price is clear: 53% would pay it."],
)
def broken_down(match: Match) -> Roles | None:
    """The group that figures after a colon break down."""
    return spoken_of(match, stands_for_holder)
