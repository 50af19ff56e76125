"""The rules for who has a percentage: they look back from the figure, to the nearest subject or owner."""

from __future__ import annotations

from factx import lexicon
from factx.engine.rules import Match
from factx.extract.percentages.figure import Range
from factx.extract.percentages.phrases import Roles, is_article, named_or_group, roles, roles_of, stands_for_holder
from factx.extract.percentages.words import kinds
from factx.text.tokens import Tokens


@roles.rule(
    """(?<= (?P<holder> <determiner>? <bare> ) <possessor> <filler|verb>{0,2} ) <figure>
    (?! <noun>{0,4} <loan-noun|'margin'> )""",
    examples={"They sold Acme's 55% stake.": "Acme"},
    rejects=["They repaid Acme's 5% loan.", "They beat May's 5% rise."],
)
def possessor(match: Match) -> Roles | None:
    """A holder in the possessive before the figure."""
    return roles_of(match, accept=stands_for_holder)


@roles.rule(
    "(?<= (?P<holder> <possessive> ) <filler>{0,2} ) <figure> (?! <noun>{0,4} <loan-noun> )",
    examples={"They sold their 55% stake.": "They"},
    rejects=["They repaid their 5% loan."],
)
def possessive(match: Match) -> Roles | None:
    """A holder by the possessive pronoun before the figure."""
    return roles_of(match)


@roles.rule(
    """(?<= <someone> (?: <lead-verb> <adverb>? | 'ahead' 'of' ) (?P<holder> <name> ) <comma>? <lead-in> )
    <figure> <to> <figures>""",
    examples={"Lee leads Ray by 43 percent to 38 percent.": "Lee"},
    rejects=["Lee leads Ray in 43 percent of the towns.", "Lee met Ray in a town that voted 43 percent to 38 percent."],
)
def leader_and_led(match: Match) -> Roles | None:
    """The first figure is the leader's, the second the other's."""
    return roles_of(match)


@roles.rule(
    """(?<= (?P<holder> <name> ) <hold-verb>? <determiner>? ) <figure> <to> <figures>
    <'lead'|'edge'|'advantage'> 'over' (?P<holder> <name> )""",
    examples={"It gave Lee a 53% to 39% lead over Ray.": "Ray"},
    rejects=["It gave Lee a 53% to 39% vote over the tax."],
)
def lead_over(match: Match) -> Roles | None:
    """Who leads, and over whom."""
    return roles_of(match)


@roles.rule(
    "(?<= (?P<holder> <name> ) 'and' (?P<holder> <name> ) <any>{1,8}? <lead-in> ) <figure> <to> <figures>",
    examples={"Lee and Ray were level at 44% to 43%.": "Lee"},
    rejects=["Lee and Ray spoke in a town where 44% cannot vote."],
)
def both(match: Match) -> Roles | None:
    """Two names and a figure for each."""
    return roles_of(match)


@roles.rule(
    """<figure> (?: 'of' <whole> <asked>? )? <relative|pronoun|adverb|auxiliary|say-verb>{0,5} (?: <hold-verb>
    (?! 'no' ) <noun|determiner>{0,3} <'opinion'|'view'|'impression'> 'of'
    | 'cast' <determiner|possessive>? <noun|verb> 'for' ) (?P<holder> <name> | <pronoun> )""",
    examples={"Some 4% of farmers have a good opinion of Lee.": "Lee", "Some 4% cast ballots for Ray.": "Ray"},
    rejects=["Some 4% of farmers have no opinion of Lee.", "Some 4% cast doubt on Lee."],
)
def thought_of(match: Match) -> Roles | None:
    """Of whom those polled have an opinion, or for whom they cast their votes."""
    return roles_of(match, accept=named_or_group)


@roles.rule(
    "<figure> <support-noun>? 'for' (?P<holder> <name> | <phrase> ) (?! <number> )",
    examples={"The poll gave 41 percent for Lee.": "Lee"},
    rejects=["Rates stayed at 5 percent for the year."],
)
def votes_for(match: Match) -> Roles | None:
    """For whom it was given."""
    return roles_of(match, accept=_can_stand)


@roles.rule(
    "<figure> <support-noun>? <'that'|'which'>? (?P<holder> <proper>{1,4} | <pronoun> ) <step> <hold-verb>",
    examples={"He fell short of the 95 percent Lee won in May.": "Lee"},
    rejects=["Growth beat the 5 percent Lee forecast in May."],
)
def who_had_it(match: Match) -> Roles | None:
    """A holder in the relative clause after the figure."""
    return roles_of(match, accept=named_or_group)


@roles.rule(
    """(?<= <someone> (?: <verb> <phrase>?? 'to' )? <hold-verb&!noun>
    (?! <'deficit'|'surplus'|'growing'|'rising'|'falling'> ) <adverb>?
    <'up'|'for'|'at'|'to'|'by'|'with'|'on'|'in'|'of'|'between'>{0,2}
    (?: <phrase> (?<! <loan-noun|forecast-noun> ) <double-quote>? <preposition&!'with'> )? <lead-in> )
    <figure> (?! 'by' | <noun>{1,3} (?<= <set-noun> ) )""",
    examples={"The bank holds 20 percent of Acme.": "The bank"},
    rejects=["The bank denied 20 percent of the claims.", "The bank holds bonds at 5 percent."],
)
def subject_of_having(match: Match) -> Roles | None:
    """The subject of a verb of having."""
    return roles_of(match, accept=stands_for_holder)


@roles.rule(
    """(?<= <start> (?P<holder> <head> ) <step> (?: <verb> <phrase>?? 'to' )? <hold-verb&!noun>
    <flat>{1,18}? <comma|'but'|'and'> <lead-in> ) <figure>""",
    examples={"Farmers hold half of all seats but only 5 percent of the land.": "Farmers"},
    rejects=["Farmers opposed half of all bills but only 5 percent of the taxes."],
)
def subject_of_having_before(match: Match) -> Roles | None:
    """The subject of a verb of having, whose object the figure continues."""
    return roles_of(match, accept=stands_for_holder)


@roles.rule(
    """(?<= (?<! <any> ) 'with' <lead-in> ) <figure> 'of' <phrase> (?: 'and' <any>{1,9}? )? <comma>
    (?P<holder> <name> | <phrase> ) (?= <adverb|auxiliary|verb> )""",
    examples={"With 30% of the coal, Brelland has a say.": "Brelland"},
    rejects=["With 97% of the votes counted, Lee had won."],
)
def with_a_share(match: Match) -> Roles | None:
    """A subject after the share that it has."""
    start, _ = match.spans_of("holder")[-1]
    if match.tokens.lower[start - 2].endswith(("ed", "ing")):
        return None
    return roles_of(match, accept=named_or_group)


@roles.rule(
    "(?<= (?P<holder> <possessive> <support-noun> ) <'with'|'at'> <lead-in> ) <figure>",
    examples={"It shows her victory with over 60% of the vote.": "her victory"},
    rejects=["Her victory stunned 60% of the towns.", "It left its rent at 5%."],
)
def ones_own(match: Match) -> Roles | None:
    """The victory, lead or majority that the figure measures."""
    return roles_of(match)


@roles.rule(
    "(?<= <start> (?P<holder> <name> ) <comma>? <adverb>{0,2} <'ahead'|'behind'|'up'|'down'> <lead-in> ) <figure>",
    examples={"It shows Lee ahead by 3 percentage points.": "Lee"},
    rejects=["It shows demand ahead by 3 percent.", "Lee went ahead with a tax of 3 percent."],
)
def ahead(match: Match) -> Roles | None:
    """A holder who is ahead or behind by the figure."""
    return roles_of(match, accept=named_or_group)


@roles.rule(
    """(?<= <someone> (?: <any>{0,6}? <comma> <adverb>? )? (?: <verb>? 'to' ){0,2} <verb>
    <adverb|up-word|down-word>? <possessive> (?! <item>{0,4} <forecast-noun> ) <bare> (?: <preposition>
    <phrase> )? <lead-in> ) <figure>""",
    examples={"The bank raised its prime rate by 0.5 percent.": "The bank"},
    rejects=["The bank raised its forecast by 0.5 percent.", "The bank raised the tax by 0.5 percent."],
)
def who_moves_its_own(match: Match) -> Roles | None:
    """A holder who raises or cuts something of their own."""
    return roles_of(match, accept=_can_act)


@roles.rule(
    """(?<= (?: (?<! <lead-verb> ) (?: <named> | 'with' (?P<holder> <name> ) ) <'at'|'with'|'on'> 'or'?
    | <start> (?P<holder> <determiner> <bare> ) <comma> 'with' ) <filler|adverb>{0,2} ) <figure>""",
    examples={"The poll shows Lee with 3 percent.": "Lee",
              "The main shareholder, with 51%, is Acme.": "The main shareholder"},
    rejects=["Talks with Lee on taxes of 3 percent failed.", "The clerk sided with Lee over the 3 percent tax."],
)
def name_at(match: Match) -> Roles | None:
    """The name that is at the figure, or with it."""
    return roles_of(match, accept=named_or_group)


@roles.rule(
    "(?<= (?P<holder> <determiner> <bare> ) 'with' <lead-in> ) <figure> 'of' (?! <whole> <verb&!noun> )",
    examples={"They rule the country with 60 percent of the land.": "the country"},
    rejects=["They want a deal with 60 percent of the towns."],
)
def one_with_a_share(match: Match) -> Roles | None:
    """The group or place that has a share of something."""
    return roles_of(match, accept=named_or_group)


@roles.rule(
    """(?<= <verb> (?P<holder> <determiner>? <bare> ) <possessor> <bare> (?: <preposition> <phrase> )?
    <'by'|'to'|'from'> <lead-in> ) <figure>""",
    examples={"The deal could lift the company's value by 5% to 10%.": "the company"},
    rejects=["Rain could lift the water's level by 5% to 10%."],
)
def possessor_of_moved(match: Match) -> Roles | None:
    """The owner of a value, rate or price that somebody moves."""
    return roles_of(match, accept=named_or_group)


@roles.rule(
    """(?: (?<= <named> <'at'|'with'> <filler|adverb>{0,2} ) <figure> (?! 'of' <whole> <verb&!noun> )
    | (?<= (?<! <lead-verb> ) <named> <support-noun>? <comma|colon|dash|'('>? <adverb>{0,2} ) <figure>
    (?! 'of' | <verb&!noun|auxiliary> | <proper> ) )""",
    examples={"Early count: Lee 41%, Ray 38%.": "Ray", "Labour – 41%": "Labour"},
    rejects=["Rain fell in Iowa and Ohio, 5 percent more than in May."],
)
def name_beside(match: Match) -> Roles | None:
    """The name that the figure stands beside."""
    return roles_of(match, accept=named_or_group)


@roles.rule(
    """(?<= (?: (?P<holder> <determiner> <bare> (?<! <asked-noun> ) | <start> <name> )
    | <'out'|'off'|'past'> (?P<holder> <name> ) ) '(' <lead-in> ) <figure> ')'""",
    examples={"The ruling party (38%) beat Ray (29%).": "Ray", "Lee (49%) edged out Ray (47%).": "Ray"},
    rejects=["The tax (38%) is too high.", "It helps the teenagers (38%) most."],
)
def group_in_brackets(match: Match) -> Roles | None:
    """The party or other group whose figure stands in brackets after it."""
    return roles_of(match, accept=named_or_group)


@roles.rule(
    """(?<= <'followed'|'ahead'|'behind'> <adverb>? <'by'|'of'>? (?P<holder> <name> | <phrase> )
    <comma|'('>? <'at'|'with'|'on'>? <lead-in> ) <figure>""",
    examples={"Lee won, followed by Ray with 20%.": "Ray", "Lee took 41%, ahead of Ray on 20%.": "Ray",
              "Lee took 20%, behind Ray on 41%.": "Ray"},
    rejects=["Prices rose 5%, followed by a drop of 20%."],
)
def followed_by(match: Match) -> Roles | None:
    """A holder who comes next, or just before, in a ranking."""
    return roles_of(match, accept=named_or_group)


@roles.rule(
    "<figure> <noun>? <auxiliary|adverb>{0,3} (?: <hold-verb> | <verb&!noun&!'followed'> ) 'by'"
    " (?P<holder> <phrase> (?: 'and' <phrase> )? )",
    examples={"The mine is shared: 45% is held by Acme Metals.": "Acme Metals",
              "Of the cost, 45% was paid by Acme Metals.": "Acme Metals"},
    rejects=["The mine is shared: 45% is held in Leeds.", "Of the cost, 45% was caused by delays."],
)
def held_by(match: Match) -> Roles | None:
    """The holder after "held by", or whoever else has, pays or made it."""
    return roles_of(match, accept=named_or_group)


def _can_stand(tokens: Tokens, where: Range) -> bool:
    """Whether a noun phrase names somebody who can stand for election, and no people at large: for adults."""
    start, _ = where
    many = tokens[start].islower() and not is_article(tokens.lower[start])
    return named_or_group(tokens, where) and not many


def _can_act(tokens: Tokens, where: Range) -> bool:
    """Whether a noun phrase can be whoever does something, and is not what another is said to be: which is small."""
    before = where[0] - 1
    words = lexicon.load("shares")
    while before > 0 and ("adverb" in kinds(tokens[before]) or tokens.lower[before] in words["adverb"]):
        before -= 1
    return tokens.lower[before] not in words["auxiliary"] and stands_for_holder(tokens, where)
