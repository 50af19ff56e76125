"""Noun phrases and clauses around a figure: the words of the rules for what a percentage is of, and whose."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from factx import lexicon
from factx.engine.rules import Grammar, Match
from factx.extract.percentages.figure import Range
from factx.extract.percentages.words import kinds, kinds_possible
from factx.lexicon.names import look_up
from factx.records import NamedTuple
from factx.text.tokens import Tokens


class Role(NamedTuple):
    """The tokens that play a role for the figure at the token `figure`; None: for every figure after them."""

    role: Literal["of", "holder"]
    figure: int | None
    where: Range


Roles: TypeAlias = tuple[Role, ...]

roles: Grammar[Roles] = Grammar(
    "shares", lexicons=("shares", "numbers", "time"), captures=("figure",), overlap="keep", lookup=kinds,
    lookup_tags=kinds_possible, marks=("figure",),
)

roles.let("possessor", "<clitic&!auxiliary> | <apostrophe>")
roles.let("item", "<noun|number> (?: <hyphen&glued|joint> <word|number> ){0,5}")
roles.let("bare", "(?: (?<= <determiner|possessive> ) <verb> )? <item>{1,7} | (?<= <possessive> ) <verb&!noun>")
roles.let("phrase", "<determiner|possessive>{0,2} <bare> (?: <possessor> <bare> )? | 'those' <noun|verb>{1,3}")
roles.let("several", "<phrase> (?: (?: <comma> <phrase> ){0,3} <comma>? 'and' <phrase> )?")
roles.let("proper", "<noun&!month&!weekday&capital|noun&upper|noun&mixed|initial|initialism>")
roles.let("plain-name", "<determiner>? <item>{0,4} <proper>")
roles.let("name", "<plain-name> (?: <possessor> <item>{0,2} <proper> )?")
roles.let("age", """<determiner>? (?: <'over'|'under'> <hyphen>? )? <number>
    (?: <hyphen>? <'to'|'and'>? <hyphen>? <number> )? <hyphen>? 'year' <hyphen>? (?: 'olds' | 'old' <noun> )""")
roles.let("whole", """<age> | 'those' <verb&!noun> (?= <noun&!verb>? <determiner|possessive> )
    | <determiner|possessive>{0,2} <adverb|verb>? (?: <preposition> <hyphen&glued> )? <bare>
    (?: (?<= 'aged' ) <preposition>? <number> (?: <hyphen|preposition|'and'|'–'> <number> )? )?
    (?: <possessor> <bare> )? (?: 'of' <phrase> )? (?: 'in' <determiner|possessive> <bare>
    | 'in' (?! <month|month-or-word> ) <plain-name> )?
    | 'those' <noun|verb> (?: <number> <hyphen> <number> )? <noun&!verb>? | 'those'
    | <'these'|'those'> (?= <auxiliary|verb> ) | <pronoun>""")
# Where a noun phrase begins that no preposition governs.
roles.let("mark-of-more", "<clitic&!auxiliary|hyphen&glued>")
roles.let("governor", "<preposition&!conjunction|determiner|possessive|noun&!verb|number> | <mark-of-more>")
roles.let("start", "(?<! <governor> )")
roles.let("head", "<phrase> (?<! <thing-noun&!group-noun|thing-name|month|weekday|unit> )")
roles.let("who", "<start> <head> (?: 'and' <head> )? | <pronoun&!object-pronoun>")
roles.let("named", "<start> (?P<holder> <name> (?: 'of' <proper>{1,3} )? ) | (?P<holder> <object-pronoun> )")
roles.let("aside", "<comma> <any>{1,24}? <comma> | <dash> <any>{1,24}? <dash> | '(' <any>{1,24}? ')'")
roles.let("dashed", "<hyphen&!glued> <any>{1,24}? <hyphen&!glued>")
roles.let("beside", "(?: <aside> | <dashed> )?")
roles.let("after", "(?: <'of'|'in'|'for'|'at'|'from'|'on'|'with'|'to'|'among'> <several> ){0,2} <beside>")
roles.let("step", "<adverb|auxiliary|double-quote>{0,4}")
roles.let("moving", """<rise-verb|fall-verb|drift-verb|reach-verb|hold-verb|auxiliary|up-word|down-word>
    <adverb|up-word|down-word>{0,2}
    (?: <any>{1,12}? <comma> <up-word|down-word> )?""")
# Small words before a figure, and the adjective of "a further 5%", "an unwelcome 12% stake".
roles.let("lead-in", "<preposition|filler|adverb>{0,3} (?: (?<= <filler> ) <noun>{1,2} )?")
roles.let("someone", "(?P<holder> <who> ) <after> <step>")
roles.let("figures", "<lead-in> <figure>")
roles.let("to", "<'to'|'-'|'–'|'—'>")
roles.let("level", "<noun|number|preposition|determiner|possessive|adverb|filler|clitic|hyphen>")
roles.let("flat", "<level> | <comma|'('|')'>")


def stands_for_holder(tokens: Tokens, where: Range, *, strict: bool = False) -> bool:
    """Whether a noun phrase can denote who has a figure: no thing that is measured; if strict, a name or a group."""
    words = lexicon.load("shares")
    start, end = where
    # What an "of" or "in" adds after the head does not count.
    end = next((at for at in range(start + 1, end) if tokens.lower[at] in words["preposition"]), end)
    lower = tokens.lower[end - 1]
    if lower in words["mass-noun"] and end - start == 1 or lower in words["forecaster"]:
        return False  # trust in somebody; analysts expect 5%
    if lower in words["group-noun"] or lower in words["pronoun"] or lower in words["possessive"]:
        return True
    if _is_ranked(tokens, start, end):
        return True
    if _is_thing(tokens, start, end):
        return False
    if not tokens[end - 1][:1].isupper():
        return not strict
    first = tokens.lower[end - 2] in OPENING
    # "Rally's share" begins with a name: a noun of its kind would have an article.
    owner = tokens.lower[end] in ("'s", "’s")
    return not (strict and first) or owner or is_name(lower)


def _is_ranked(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a noun phrase is of those at an end of a ranking: the richest tenth, the top half."""
    before = tokens.lower[end - 2] if end - start > 1 else ""
    ranked = before.endswith("est") or before in ("top", "bottom")
    return ranked and tokens.lower[end - 1] in lexicon.load("shares")["share-word"]


def _is_thing(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a noun phrase is of something measured, a number or a time."""
    words, head, lower = lexicon.load("shares"), tokens[end - 1], tokens.lower[end - 1]
    if lower in words["thing-name"] or lower in _TIME or head[:1].isdigit() or tokens.lower[start] in _TIME:
        return True  # "December bonds"
    # "National Steel", but no "March Bonds"
    named = head[:1].isupper() and tokens[end - 2][:1].isupper() and (
        tokens.lower[end - 2] not in lexicon.load("time")["month-or-word"])
    return lower in words["thing-noun"] and not named


OPENING = ("", "“", '"', "'", "‘", "(", "``", "-", "–", "—", "--", "•", "*", ":")
_TIME = lexicon.load("time")["month"].keys() | lexicon.load("time")["weekday"].keys()


def is_name(lower: str) -> bool:
    """Whether a word that begins a sentence, where its capital says nothing, is a name all the same."""
    return look_up("words", lower) != "3" or look_up("places", lower) == "3" or look_up("surnames", lower) in ("2", "3")


def is_article(lower: str) -> bool:
    """Whether a word begins a noun phrase, and belongs to no name of a quantity: the, its, another."""
    words = lexicon.load("shares")
    return lower in words["determiner"] or lower in words["possessive"]


def can_be_asked(tokens: Tokens, where: Range) -> bool:
    """Whether a noun phrase is of people whose views are asked for."""
    words = lexicon.load("shares")
    if tokens.lower[where[0]] == "those":
        return True
    for at in range(*where):
        lower = tokens.lower[at]
        if lower in words["asked-noun"] or lower in words["group-noun"]:
            return True
        if tokens[at][0].isupper() and lower.endswith("s"):
            return True
    return False


OPINION = frozenset({"choose-verb", "say-verb"})


def trim(tokens: Tokens, where: Range, *, whole: bool = False) -> Range:
    """A noun phrase without the verb that only looks like a noun of it: "polls show [Lee]", "[farmers] support Lee".

    What comes first is a whole, what comes last a holder.
    """
    start, end = where
    verbs = [at for at in range(start, end - 1) if _is_before_name(tokens, at)]
    if whole:
        end = next((at for at in verbs if at > start), end)
    else:
        start = max((at + 1 for at in verbs), default=start)
    start += _opens_clause(tokens, start, end)
    if whole and end - start > 1 and tokens.lower[end - 1] in PREDICATIVE:
        end -= 1
    if end - start > 1 and not kinds(tokens[end - 1]).isdisjoint(OPINION) and (
        len(tokens[end - 2]) > 2 and tokens[end - 2].endswith("s")
        or tokens.lower[end] == "to" and not is_article(tokens.lower[end - 2])
    ):
        end -= 1
    return start, end


def _is_before_name(tokens: Tokens, place: int) -> bool:
    """Whether a token is a verb in small letters before a name: polls [show] Lee."""
    return tokens[place].islower() and tokens[place + 1][0].isupper() and "verb" in kinds(tokens[place])


def _opens_clause(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a phrase begins with a "that" which is no article of it: that the firm, that Lee, that shares."""
    if tokens.lower[start] != "that":
        return False
    behind = tokens[start + 1]
    return is_article(behind.lower()) or behind[0].isupper() or tokens[end - 1].endswith("s")


PREDICATIVE = frozenset(
    "able unable likely unlikely eligible ineligible willing unwilling themselves itself himself herself worldwide "
    "nationwide overall".split()
)
"""Words after a noun that are no part of its phrase: land [unable] to hold water."""
_PARTS: tuple[Literal["of", "holder"], ...] = ("of", "holder")


def roles_of(match: Match, *, accept: Callable[[Tokens, Range], bool] | None = None) -> Roles | None:
    """The roles that a match's groups `of` and `holder` name: one each for its figures, or one for all of them."""
    tokens = match.tokens
    figures = sorted([start for start, _ in match.spans_of("figure")])
    found: list[Role] = []
    for role in _PARTS:
        spans = match.spans_of(role)
        if not spans:
            continue
        where = sorted([trim(tokens, span, whole=role == "of") for span in spans])
        if role == "holder":
            where = [span for span in where if not _listed(tokens, span)
                     and (accept is None or accept(tokens, span))]
        if len(where) != len(figures):
            where = where[-1:] * len(figures)
        found += [Role(role, figure, span) for figure, span in zip(figures, where, strict=False)]
    return tuple(found) or None


def _listed(tokens: Tokens, where: Range) -> bool:
    """Whether a noun phrase is the last of several that a preposition governs: in Iowa, Ohio and [Utah]."""
    at = where[0] - 1
    if tokens.lower[at] != "and":
        return False
    while at > 0 and (tokens[at][:1].isupper() or tokens[at] in ("and", ",")):
        at -= 1
    return tokens.lower[at] in GOVERNING


GOVERNING = frozenset(["from", "in", "to", "across", "between"])


def named_or_group(tokens: Tokens, where: Range) -> bool:
    return stands_for_holder(tokens, where, strict=True)


def spoken_of(match: Match, accept: Callable[[Tokens, Range], bool] | None = None) -> Roles | None:
    """The whole that a match names for every figure after it."""
    where = trim(match.tokens, match.spans_of("of")[-1], whole=True)
    return (Role("of", None, where),) if accept is None or accept(match.tokens, where) else None
