"""All rules for what a percentage is of and whose it is, over sentences in which each figure is one token.

The first rule declared that speaks of a figure decides.
"""

from __future__ import annotations

from factx.extract.percentages import holders, wholes
from factx.extract.percentages.phrases import Role, Roles, named_or_group, roles
from factx.extract.percentages.words import kinds, kinds_possible
from factx.rules import Grammar, Match

__all__ = ["holders", "referents", "roles", "wholes"]

referents: Grammar[Roles] = Grammar(
    "referents", lexicons=("shares", "numbers", "time"), captures=(), overlap="keep", lookup=kinds,
    lookup_tags=kinds_possible,
)
referents.phrases.update(roles.phrases)


def _subject(match: Match) -> Roles | None:
    where = match.spans_of("subject")[0]
    return (Role("subject", None, where),) if named_or_group(match.tokens, where) else None


@referents.rule(
    "(?<! <relative> ) <start> (?P<subject> <phrase> ) <after> <step> <verb|auxiliary>",
    examples={"The bank said it holds 5 percent.": "The bank"},
)
def subject(match: Match) -> Roles | None:
    """A subject that a later "it" or "they" can stand for."""
    return _subject(match)


@referents.rule(
    "(?P<subject> <determiner>? <bare> ) <possessor> <bare>",
    examples={"The bank's rating held, though it fell to 5 percent.": "The bank"},
)
def owner_of_subject(match: Match) -> Roles | None:
    """The owner of a subject that a later "it" can stand for."""
    return _subject(match)


@referents.rule("(?P<name> <proper>{1,4}+ ) (?! <lower&noun&!verb> )", examples={"Lee said he won 5 percent.": "Lee"})
def named(match: Match) -> Roles | None:
    """A name that a later "he" or "she" can stand for."""
    where = (match.start, match.end)
    return (Role("name", None, where),) if named_or_group(match.tokens, where) else None
