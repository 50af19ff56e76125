"""The rules for what a percentage is of and whose it is, over sentences in which each figure is one token.

The first rule declared that speaks of a figure decides; `wholes` are what a sentence speaks of all along.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias

from factx import lexicon
from factx.extract.percentages.figure import Range
from factx.extract.percentages.words import kinds, kinds_possible
from factx.lexicon.names import look_up
from factx.rules import Grammar, Match
from factx.tokens import Tokens


class Role(NamedTuple):
    """The tokens that play a role for the figure at the token `figure`; None: for every figure behind them.

    A `subject` or `name` is what a pronoun behind it may stand for.
    """

    role: Literal["of", "holder", "subject", "name"]
    figure: int | None
    where: Range


Roles: TypeAlias = tuple[Role, ...]

roles: Grammar[Roles] = Grammar(
    "shares", lexicons=("shares", "numbers", "time"), overlap="keep", lookup=kinds, lookup_tags=kinds_possible()
)

roles.let("possessor", "<clitic&!auxiliary> | <apostrophe>")
roles.let("item", "<noun|number> (?: <hyphen&glued|joint> <word|number> ){0,5}")
roles.let("bare", "(?: (?<= <determiner|possessive> ) <verb> )? <item>{1,7}")
roles.let("phrase", "<determiner|possessive>{0,2} <bare> (?: <possessor> <bare> )? | 'those' <noun|verb>{1,3}")
roles.let("several", "<phrase> (?: (?: <comma> <phrase> ){0,3} <comma>? 'and' <phrase> )?")
roles.let("proper", "<noun&!month&!weekday&capital|noun&upper|noun&mixed|initial|initialism>")
roles.let("plain-name", "<determiner>? <item>{0,4} <proper>")
roles.let("name", "<plain-name> (?: <possessor> <item>{0,2} <proper> )?")
roles.let("whole", """<determiner|possessive>{0,2} <verb>? <bare> (?: <possessor> <bare> )?
    (?: 'of' <phrase> )? (?: 'in' <determiner|possessive> <bare> | 'in' <plain-name> )?
    | 'those' <noun|verb> (?: <number> <hyphen> <number> )? <noun|verb>? | <pronoun>""")
# Where a noun phrase begins that no preposition governs.
roles.let("start", "(?<! <preposition&!conjunction|determiner|possessive|noun&!verb|number|clitic&!auxiliary|hyphen&glued> )")
roles.let("head", "<phrase> (?<! <thing-noun&!group-noun|thing-name|month|weekday|unit> )")
roles.let("who", "<start> <head> (?: 'and' <head> )? | <pronoun>")
roles.let("named", "<start> (?P<holder> <name> (?: 'of' <proper>{1,3} )? ) | (?P<holder> <pronoun> )")
roles.let("aside", "<comma> <any>{1,24}? <comma> | <dash> <any>{1,24}? <dash> | '(' <any>{1,24}? ')'")
roles.let("dashed", "<hyphen&!glued> <any>{1,24}? <hyphen&!glued>")
roles.let("beside", "(?: <aside> | <dashed> )?")
roles.let("after", "(?: <'of'|'in'|'for'|'at'|'from'|'on'|'with'|'to'> <several> ){0,2} <beside>")
roles.let("step", "<adverb|auxiliary|double-quote>{0,4}")
roles.let("moving", "<verb|auxiliary|up-word|down-word> <adverb|up-word|down-word>{0,2} (?: <any>{1,12}? <comma> <up-word|down-word> )?")
# Small words before a figure, and the adjective of "a further 5%", "an unwelcome 12% stake".
roles.let("lead-in", "<preposition|filler|adverb>{0,3} (?: (?<= <filler> ) <noun>{1,2} )?")
roles.let("figures", "<lead-in> <figure>")
roles.let("to", "<'to'|'-'|'–'|'—'>")
roles.let("flat", "<noun|number|preposition|determiner|possessive|adverb|filler|clitic|hyphen|comma|'('|')'>")


def stands_for_holder(tokens: Tokens, where: Range, *, strict: bool = False) -> bool:
    """Whether a noun phrase can denote who has a figure: no thing that is measured; if strict, a name or a group."""
    words = lexicon.load("shares")
    start, end = where
    for at in range(start + 1, end):
        # What an "of" or "in" adds behind the head does not count.
        if tokens[at].lower() in words["preposition"]:
            end = at
            break
    head = tokens[end - 1]
    lower = head.lower()
    if lower in words["group-noun"] or lower in words["pronoun"] or lower in words["possessive"]:
        return True
    if lower in words["thing-name"] or lower in words["thing-noun"] or head[:1].isdigit() or lower in _TIME:
        return False
    if not head[:1].isupper():
        return not strict
    first = end - 1 == 0 or not tokens[end - 2] or tokens[end - 2] in OPENING
    return not (strict and first) or is_name(lower)


OPENING = ("“", '"', "'", "‘", "(", "``")
_TIME = lexicon.load("time")["month"].keys() | lexicon.load("time")["weekday"].keys()


def is_name(lower: str) -> bool:
    """Whether a word that begins a sentence, where its capital says nothing, is a name all the same."""
    return not look_up("words", lower) or look_up("places", lower) == "3" or look_up("surnames", lower) in ("2", "3")


def can_be_asked(tokens: Tokens, where: Range) -> bool:
    """Whether a noun phrase is of people whose views are asked for."""
    words = lexicon.load("shares")
    for at in range(*where):
        lower = tokens[at].lower()
        if lower in words["asked-noun"] or lower in words["group-noun"] or tokens[at][0].isupper() and lower.endswith("s"):
            return True
    return False


OPINION = frozenset({"choose-verb", "say-verb"})


def trim(tokens: Tokens, where: Range) -> Range:
    """A noun phrase without the verb that only looks like a noun of it: "polls show [Lee]", "[farmers] support it"."""
    start, end = where
    for at in range(start, end - 1):
        if tokens[at].islower() and tokens[at + 1][0].isupper() and "verb" in kinds(tokens[at]):
            start = at + 1
    if tokens[start].lower() == "that" and (start + 1 < end and (
        tokens[start + 1][0].isupper() or tokens[end - 1].endswith("s"))):
        start += 1
    if end - start > 1 and tokens[end - 2].endswith("s") and not kinds(tokens[end - 1]).isdisjoint(OPINION):
        end -= 1
    return start, end


def _roles(match: Match, *, accept: Callable[[Tokens, Range], bool] | None = None) -> Roles | None:
    """The roles that a match's groups `of` and `holder` name: one each for its figures, or one for all of them."""
    figures = sorted(start for start, _ in match.spans_of("figure"))
    found: list[Role] = []
    parts: tuple[Literal["of", "holder"], ...] = ("of", "holder")
    for role in parts:
        where = sorted(trim(match.tokens, span) for span in match.spans_of(role))
        if role == "holder":
            where = [span for span in where if accept is None or accept(match.tokens, span)]
        pairs = zip(figures, where) if len(where) == len(figures) else ((figure, where[-1]) for figure in figures if where)
        found += [Role(role, figure, span) for figure, span in pairs]
    return tuple(found) or None


def _strict(tokens: Tokens, where: Range) -> bool:
    return stands_for_holder(tokens, where, strict=True)


# ── What it is of ────────────────────────────────────────────────────────────────────────────────────────────────────


@roles.rule("<figure> <comma>? 'of' (?P<of> <whole> )", examples={"She won 80% of the vote.": "the vote"})
def whole_after_of(match: Match) -> Roles | None:
    """The phrase after "of"."""
    return _roles(match)


@roles.rule(
    "(?<= (?P<of> <phrase> (?: 'and' <phrase> )? ) <comma>? <relative>? <step> <determiner>? ) <figure> <hyphen>? <'owned'|'held'|'controlled'> (?: <noun>{1,2} 'of' (?P<holder> <name> ) | <any>{0,2} 'by' (?P<holder> <phrase> (?: 'and' <phrase> )? ) )",
    examples={"The mine is 46%-owned by Acme Metals.": "The mine"},
)
def owned_whole(match: Match) -> Roles | None:
    """What is owned, and by whom."""
    return _roles(match)


@roles.rule(
    "<figure> <hyphen>? <'owned'|'held'|'controlled'> (?P<of> <whole> )",
    examples={"It runs the 30%-owned Acme Metals.": "Acme Metals"},
)
def owned_after(match: Match) -> Roles | None:
    """What is owned, behind the figure."""
    return _roles(match)


@roles.rule(
    "<figure> <noun>{0,2} <stake-noun> <'in'|'of'> (?P<of> <whole> )",
    examples={"It bought a 20-percent stake in Acme Metals.": "Acme Metals"},
)
def stake_in(match: Match) -> Roles | None:
    """What the stake is in."""
    return _roles(match)


@roles.rule(
    "<stake-noun> (?: 'of' <figures> )? 'in' (?P<of> <whole> ) (?: <figures> (?: <any>{0,3}? 'from' <figures> )? )?",
    examples={"He raised his stake in Acme Metals to 8 percent from 6 percent.": "Acme Metals"},
)
def stake_in_before(match: Match) -> Roles | None:
    """What the stake is in, its size behind it."""
    return _roles(match)


@roles.rule(
    "(?<= (?P<of> <phrase> ) 'in' <relative> (?P<holder> <phrase> ) <step> <hold-verb> <lead-in> ) <figure> <noun>{0,2} <stake-noun>",
    examples={"The firm, a brewery in which the bank had a 5 percent stake, closed.": "a brewery"},
)
def stake_in_which(match: Match) -> Roles | None:
    """A company in which somebody holds a stake."""
    return _roles(match)


@roles.rule(
    "<figure> (?: <noun>{0,2} <support-noun> )? <comma>? <'among'|'amongst'> (?P<of> <whole> )",
    examples={"She stands at 42 percent among women.": "women"},
)
def asked_after(match: Match) -> Roles | None:
    """Those asked, after "among"."""
    return _roles(match)


@roles.rule(
    "<figure> <noun>{0,2} <support-noun> <'of'|'from'|'with'|'in'> (?P<of> <whole> )",
    examples={"He has 5 percent support from farmers.": "farmers"},
)
def support_of(match: Match) -> Roles | None:
    """Those whose support it is."""
    return _roles(match)


@roles.rule(
    "<support-noun> <'from'|'among'> (?P<of> <whole> ) <comma|dash|preposition|filler|hold-verb|auxiliary|adverb>{0,5} <figure>",
    examples={"He has little support from farmers, with only 5 percent.": "farmers"},
)
def support_before(match: Match) -> Roles | None:
    """Those whose support it is, the figure behind them."""
    return tuple(Role("of", None, where) for where in match.spans_of("of")[-1:])


@roles.rule(
    "(?<= (?P<of> <phrase> (?: 'of' <phrase> )? ) <step> <say-verb|choose-verb> <any>{0,10}? 'by' <lead-in> ) <figure> <to> <figures>",
    examples={"Farmers oppose the tax by 55% to 41%.": "Farmers"},
)
def divided(match: Match) -> Roles | None:
    """Those who divide so in what they say."""
    return _roles(match)


@roles.rule(
    "'by' <figures> <to> <figures> <noun>? <comma> (?P<of> <phrase> ) <step> <say-verb|choose-verb>",
    examples={"By 55%-41%, farmers oppose the tax.": "farmers"},
)
def divided_before(match: Match) -> Roles | None:
    """Those who divide so, the figures before them."""
    return _roles(match)


@roles.rule(
    "<'among'|'amongst'> (?P<of> <whole> )",
    examples={"Among farmers, 40 percent would choose Lee.": "farmers"},
)
def asked_before(match: Match) -> Roles | None:
    """Those asked, named before the figures."""
    return tuple(Role("of", None, where) for where in match.spans_of("of")[-1:] if can_be_asked(match.tokens, where))


@roles.rule(
    "(?<! <'first'|'second'|'lower'|'upper'|'top'|'bottom'|'latter'|'third'|'fourth'> ) (?: <'majority'|'plurality'|'half'|'most'|'third'|'thirds'|'quarter'|'quarters'|'share'> 'of' | <number|number-word> 'in' <number|number-word> ) (?P<of> <whole> )",
    examples={"A majority of farmers back Lee, and 40 percent like her.": "farmers"},
)
def share_in_words(match: Match) -> Roles | None:
    """The whole of a share in words is that of the figures behind it too."""
    return tuple(Role("of", None, where) for where in match.spans_of("of")[-1:])


@roles.rule(
    "<start> (?P<of> <phrase> ) <step> <verb&!noun> <any>{0,14}? <colon> <figures> <adverb>? <say-verb|choose-verb|auxiliary|other-verb>",
    examples={"The young are divided: 53% call themselves liberal.": "The young"},
)
def broken_down(match: Match) -> Roles | None:
    """Those whom figures behind a colon break down."""
    return tuple(Role("of", None, where) for where in match.spans_of("of")[:1] if stands_for_holder(match.tokens, where))


# ── Whose it is ──────────────────────────────────────────────────────────────────────────────────────────────────────


@roles.rule(
    "(?<= (?P<holder> <determiner>? <bare> ) <possessor> <filler>{0,2} ) <figure> (?! <noun>{0,4} <loan-noun> )",
    examples={"They sold Acme's 55% stake.": "Acme"},
)
def possessor(match: Match) -> Roles | None:
    """Whose it is by the possessive before it."""
    return _roles(match, accept=stands_for_holder)


@roles.rule("(?<= (?P<holder> <possessive> ) <filler>{0,2} ) <figure> (?! <noun>{0,4} <loan-noun> )", examples={"They sold their 55% stake.": "their"})
def possessive(match: Match) -> Roles | None:
    """Whose it is by the pronoun before it."""
    return _roles(match)


@roles.rule(
    "(?<= (?P<holder> <who> ) <after> <step> <lead-verb> <adverb>? (?P<holder> <name> ) <comma>? <lead-in> ) <figure> <to> <figures>",
    examples={"Lee leads Ray by 43 percent to 38 percent.": "Lee"},
)
def leader_and_led(match: Match) -> Roles | None:
    """The first figure is the leader's, the second the other's."""
    return _roles(match)


@roles.rule(
    "(?<= (?P<holder> <name> ) 'and' (?P<holder> <name> ) <any>{1,8}? <lead-in> ) <figure> <to> <figures>",
    examples={"Lee and Ray were level at 44% to 43%.": "Lee"},
)
def both(match: Match) -> Roles | None:
    """Two names and a figure for each."""
    return _roles(match)


@roles.rule(
    "<figure> (?: 'of' <whole> )? <relative|pronoun|adverb|auxiliary|say-verb>{0,5} <choose-verb> <'for'|'of'>? (?P<holder> <name> | <pronoun> )",
    examples={"Forty percent would vote for Lee.": "Lee"},
)
def chosen(match: Match) -> Roles | None:
    """Whom those polled chose."""
    return _roles(match, accept=_strict)


@roles.rule(
    "<figure> <support-noun>? 'for' (?P<holder> <name> ) (?! <number> )",
    examples={"The poll gave 41 percent for Lee.": "Lee"},
)
def votes_for(match: Match) -> Roles | None:
    """For whom it was given."""
    return _roles(match, accept=_strict)


@roles.rule(
    "<figure> <support-noun>? <'that'|'which'>? (?P<holder> <proper>{1,4} | <pronoun> ) <step> <hold-verb>",
    examples={"He fell short of the 95 percent Lee won in May.": "Lee"},
)
def who_had_it(match: Match) -> Roles | None:
    """Who had it, in the relative clause behind it."""
    return _roles(match, accept=_strict)


@roles.rule(
    """(?<= (?P<holder> <phrase> ) <comma>? <relative> <step> (?: <verb> <phrase>?? 'to' )? <hold-verb&!noun> <adverb>?
    <'up'|'for'|'at'|'to'|'by'|'with'|'on'|'in'|'of'|'between'>{0,2} (?: <phrase> <preposition> )? <lead-in> ) <figure>""",
    examples={"It sued the fund that holds 20 percent of Acme.": "the fund"},
)
def who_has(match: Match) -> Roles | None:
    """The noun phrase before a relative clause of having."""
    return _roles(match, accept=stands_for_holder)


@roles.rule(
    "(?<= (?P<holder> <who> ) <after> <auxiliary> <adverb|auxiliary>{0,3} <choose-verb> 'by' <lead-in> ) <figure>",
    examples={"Lee is backed by 34% of voters.": "Lee"},
)
def chosen_by(match: Match) -> Roles | None:
    """Who is backed by those polled."""
    return _roles(match, accept=_strict)


@roles.rule(
    """(?<= (?P<holder> <who> ) <after> <step> (?: <verb> <phrase>?? 'to' )? <hold-verb&!noun> <adverb>?
    <'up'|'for'|'at'|'to'|'by'|'with'|'on'|'in'|'of'|'between'>{0,2} (?: <phrase> <double-quote>? <preposition> )? <lead-in> ) <figure>""",
    examples={"The bank holds 20 percent of Acme.": "The bank"},
)
def subject_of_having(match: Match) -> Roles | None:
    """The subject of a verb of having."""
    return _roles(match, accept=stands_for_holder)


@roles.rule(
    "(?<= <start> (?P<holder> <head> ) <step> <hold-verb&!noun> <flat>{1,18}? <comma|'but'|'and'> <lead-in> ) <figure>",
    examples={"Farmers hold half of all seats but only 5 percent of the land.": "Farmers"},
)
def subject_of_having_before(match: Match) -> Roles | None:
    """The subject of a verb of having, whose object the figure continues."""
    return _roles(match, accept=stands_for_holder)


@roles.rule(
    "(?<= (?P<holder> <possessive> <noun>{1,2} ) <'with'|'at'> <lead-in> ) <figure>",
    examples={"It shows her victory with over 60% of the vote.": "her victory"},
)
def ones_own(match: Match) -> Roles | None:
    """The victory or the like that it is the measure of."""
    return _roles(match)


@roles.rule(
    "(?<= (?P<holder> <who> ) <after> <step> <rise-verb|fall-verb|drift-verb> <adverb|up-word|down-word>{0,2} <lead-in> ) <figure>",
    examples={"Lee rose 1 point after the debate.": "Lee"},
)
def subject_of_moving(match: Match) -> Roles | None:
    """Who rose or fell."""
    return _roles(match, accept=_strict)


@roles.rule(
    "(?<= (?P<holder> <name> ) <adverb>{0,2} <'ahead'|'behind'|'up'|'down'> <lead-in> ) <figure>",
    examples={"It shows Lee ahead by 3 percentage points.": "Lee"},
)
def ahead(match: Match) -> Roles | None:
    """Who is ahead or behind by it."""
    return _roles(match, accept=_strict)


@roles.rule(
    """(?<= (?P<holder> <who> ) <after> <step> (?: <any>{0,6}? <comma> <adverb>? )? (?: <verb>? 'to' ){0,2} <verb> <adverb|up-word|down-word>? <possessive>
    (?! <item>{0,4} <forecast-noun> ) <bare> (?: <preposition> <phrase> )? (?: 'to' <adverb>? <rise-verb|fall-verb> )? <lead-in> ) <figure>""",
    examples={"The bank raised its prime rate by 0.5 percent.": "The bank"},
)
def who_moves_its_own(match: Match) -> Roles | None:
    """Who raises or cuts what is theirs."""
    return _roles(match, accept=stands_for_holder)


@roles.rule(
    """(?<= (?P<holder> <who> ) <after> <step> <verb|auxiliary> (?: <flat> | <verb> ){0,8}? <'at'|'with'> <lead-in> ) <figure>""",
    examples={"Lee came second with 18 percent.": "Lee"},
)
def subject_of_standing(match: Match) -> Roles | None:
    """Who comes, finishes or is with or at it."""
    return _roles(match, accept=_strict)


@roles.rule(
    "(?<= (?P<holder> <who> ) <after> <step> <verb&!noun> <any>{1,14}? 'and' <step> <hold-verb&!noun> <lead-in> ) <figure>",
    examples={"Acme raised its bid in July and holds 14.6 percent.": "Acme"},
)
def subject_of_both(match: Match) -> Roles | None:
    """The subject of two verbs, the second of having."""
    return _roles(match, accept=_strict)


@roles.rule(
    "(?<= (?P<holder> <possessive> ) (?! <item>{0,4} <forecast-noun> ) <bare> <after> <step> <moving> <lead-in> ) <figure>",
    examples={"Acme said its net income rose 51%.": "Acme"},
)
def its_measured(match: Match) -> Roles | None:
    """Whose sales, rate or rating it is, by a pronoun."""
    return _roles(match)


@roles.rule(
    "(?<= (?P<holder> <determiner>? <bare> ) <possessor> <bare> <after> <step> <moving> <lead-in> ) <figure>",
    examples={"Acme's car sales fell 6 percent.": "Acme"},
)
def possessor_of_measured(match: Match) -> Roles | None:
    """Whose sales, rate or rating it is."""
    return _roles(match, accept=_strict)


@roles.rule(
    "(?<= <verb> (?P<holder> <determiner>? <bare> ) <possessor> <bare> (?: <preposition> <phrase> )? <'by'|'to'|'from'> <lead-in> ) <figure>",
    examples={"The deal could lift the company's value by 5% to 10%.": "the company"},
)
def possessor_of_moved(match: Match) -> Roles | None:
    """Whose value, rate or price somebody moves."""
    return _roles(match, accept=_strict)


@roles.rule(
    "(?<= <thing-noun&!stake-noun|'shares'> <'in'|'for'|'of'|'at'> (?P<holder> <several> ) <beside> <step> <moving>? <lead-in> ) <figure>",
    examples={"Shares in the retailer were up 19%.": "the retailer"},
)
def measured_of(match: Match) -> Roles | None:
    """Whose shares, support or forecast it is, behind a preposition."""
    return _roles(match, accept=_strict)


@roles.rule(
    "(?<= (?P<holder> <proper>{1,3} ) <item>{0,2} <thing-noun> <step> <rise-verb|fall-verb|drift-verb|up-word|down-word> <adverb|up-word|down-word>{0,2} <lead-in> ) <figure>",
    examples={"In all, U.S. output will grow 1.6 percent.": "U.S."},
)
def name_before_measured(match: Match) -> Roles | None:
    """The name before what is measured."""
    return _roles(match, accept=_strict)


@roles.rule(
    """(?: (?<= <named> <'at'|'with'> <filler|adverb>{0,2} ) <figure>
    | (?<= <named> <comma|colon|'('>? <filler|adverb>{0,2} ) <figure> (?! 'of' ) )""",
    examples={"Ray polled well, Lee at 3 percent.": "Lee"},
)
def name_beside(match: Match) -> Roles | None:
    """The name that the figure stands beside."""
    return _roles(match, accept=_strict)


# ── What a pronoun stands for ────────────────────────────────────────────────────────────────────────────────────────

referents: Grammar[Roles] = Grammar(
    "referents", lexicons=("shares", "numbers", "time"), overlap="keep", lookup=kinds, lookup_tags=kinds_possible()
)
referents.phrases.update(roles.phrases)


@referents.rule(
    "<start> (?P<subject> <phrase> ) <after> <step> <verb|auxiliary>",
    examples={"The bank said it holds 5 percent.": "The bank"},
)
def subject(match: Match) -> Roles | None:
    """A subject that a later "it" or "they" can stand for."""
    return tuple(Role("subject", None, where) for where in match.spans_of("subject")[:1] if _strict(match.tokens, where))


@referents.rule(
    "(?P<subject> <determiner>? <bare> ) <possessor> <bare>",
    examples={"The bank's rating held, though it fell to 5 percent.": "The bank"},
)
def owner_of_subject(match: Match) -> Roles | None:
    """The owner of a subject that a later "it" can stand for."""
    return tuple(Role("subject", None, where) for where in match.spans_of("subject")[:1] if _strict(match.tokens, where))


@referents.rule("(?P<name> <proper>{1,4} )", examples={"Lee said he won 5 percent.": "Lee"})
def named(match: Match) -> Roles | None:
    """A name that a later "he" or "she" can stand for."""
    where = (match.start, match.end)
    return (Role("name", None, where),) if _strict(match.tokens, where) else None
