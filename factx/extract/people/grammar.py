"""The rules for runs of capitalised words, which may contain a name: the evidence decides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factx.engine.rules import Grammar, Match
from factx.expressions import compiled
from factx.records import NamedTuple
from factx.text.tokens import Tokens


class Run(NamedTuple):
    """The tokens `start` to `end` (exclusive), which may contain a name, its titles and more."""

    start: int
    end: int


grammar: Grammar[Run] = Grammar("people", lexicons=("people", "people-others"), captures=(), overlap="keep")


def runs(tokens: Tokens) -> list[tuple[int, int]]:
    """The token ranges that the rules match, in the text's order, none inside another.

    Like `grammar.find` at a third of the cost: a text has thousands of runs, and only their places matter.
    """
    return [hit.span() for hit in _pattern().finditer(grammar.tagger.tag(tokens))]


def over_lines(found: Sequence[tuple[int, int]], texts: Sequence[str]) -> list[tuple[int, int]]:
    """The runs, one made of two where a line of prose breaks between an initial and the surname: Walter J. | Hale."""
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start == joined[-1][1] + 1 and texts[start - 1] == "\n" and _goes_on(joined[-1], end, texts):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _goes_on(before: tuple[int, int], end: int, texts: Sequence[str]) -> bool:
    """Whether a run ends with an initial after a name, in a sentence that the next line goes on with."""
    start, last = before
    initial = texts[last - 1]
    if last - start < 2 or len(initial) != len("J.") or not initial[0].isupper() or initial[1] != ".":
        return False
    leads = start > 0 and texts[start - 1][:1].islower()
    return leads and end < len(texts) and (texts[end] == ", " or texts[end][:1].islower())


@cache
def _pattern() -> re.Pattern[str]:
    """One pattern for all rules, the first that matches: `re` is faster for small character classes and no captures."""
    return compiled("|".join([f"(?:{grammar.matcher(rule).pattern})" for rule in grammar.rules]))


NAME = "<capital&!function|upper&!function|initial&!lower>"
PIECE = f"(?: {NAME} (?: <hyphen&glued> <lower> ){{0,2}}+ )"
grammar.let("particles", "(?: <apostrophe>? <particle&lower> ){1,3}+")
grammar.let("nickname", "<capital> (?: <lower>{0,2}+ <capital&!function> ){0,2}+")
grammar.let("initials", "<capital&letter> (?: <stop&glued> <particle&lower>{0,2}+ | (?= <capital&letter> ) )")
grammar.let("surname", "<capital&function&eastern> (?= <capital> )")
grammar.let(
    "link",
    "(?: <hyphen&glued> (?: <particle&lower> <hyphen&glued>? )?"
    " | <particles> <hyphen&glued>?"
    " | ('a'|'s'|'d'|'w') '/' ('l'|'p'|'o')"
    " | <capital&letter> <stop&glued> <particle&lower>{0,2}+"
    " | (?<= <capital&name-start> ) <hyphen>"
    " | <double-quote|opening> <nickname> <double-quote|closing>"
    " | <apostrophe&glued> <nickname> <apostrophe&!glued>"
    " )?",
)


@grammar.rule(
    f"(?: <particle&lower>{{1,2}}+ <hyphen&glued>? | <initials> )? (?: {PIECE} | <surname> )"
    f" (?: <link> {PIECE} | (?<= <capital&burmese> ) <capital&function&burmese>"
    f" | <capital> <hyphen&glued> <lower&syllable> | <elided>"
    f" | <capital&function&eastern> (?= <lower> | <mark> )"
    f" | (?<= <capital&eastern> ) <capital&function&syllable> (?= <capital&eastern> ) ){{1,11}}+"
    f" (?: <comma>? <suffix&!lower> )?"
    f" | <capital&function&burmese> (?: <capital&burmese> ){{1,3}}+"
    f" | <particle&lower> (?: <apostrophe>? <particle&lower> )? <hyphen&glued>? {PIECE}"
    f" | <capital&letter> <stop&glued> <particle&lower>{{0,2}}+ {PIECE}",
    examples={
        "The court fined Maria Ivanova on Monday.": "Maria Ivanova",
        "Critics of J.K. Rowling were there.": "J.K. Rowling",
        "He met Ludwig van der Berg, a farmer.": "Ludwig van der Berg",
        "Bashar al-Assad spoke.": "Bashar al-Assad",
        "Prof. Chiara d'Alonzo was there.": "Chiara d'Alonzo",
        "They fined Kumaresan a/l Gopal, a clerk.": "Kumaresan a/l Gopal",
    },
    rejects=["The Supreme Court met.", "Goldman Sachs and Morgan Stanley fell."],
)
def full_name(match: Match) -> Run | None:
    """A name of two words or more, or one with a title before it."""
    return Run(match.start, match.end)


@grammar.rule(
    f"(?<! {NAME} ) {PIECE} (?! {NAME} ) | <elided>",
    examples={"Mr. Obama said so.": "Obama", "“It is over,” said Tikhanovskaya.": "Tikhanovskaya"},
    rejects=["Police arrested ten people in London.", "Reports from Moscow say so."],
)
def lone_name(match: Match) -> Run | None:
    """A name of one word: a surname or a given name alone, or a single name."""
    return Run(match.start, match.end)
