"""Rules over groups for subjects beside a relative pronoun; tried before all others for subjects."""

from __future__ import annotations

from factx.engine.rules import Match
from factx.syntax.subject_phrases import Predication, subjects

rule = subjects.rule


def _subject(match: Match) -> Predication:
    """The verb that is matched, and what is captured as its subject."""
    where = match.span_of("subject")
    return Predication(match.end - 1, where[0] if where else None)


@rule(
    """(?<= (?P<subject> <noun-group&plural> ) <relative> <adv>* <finite&!clause&!hearer> <noun-group&object> <adv>* )
    <finite&base&clause-alone> (?= <sconj&'that'> | <noun-group&subject|noun-group&it|noun-group&expletive> )""",
    examples={"The clubs that endorsed him say they have won.": "The clubs – say"},
    rejects=["The clubs that heard him say they won left."],
)
def clubs_that_back_him_say(match: Match) -> Predication:
    """Several, a relative clause that ends in a pronoun, and a verb of saying."""
    return _subject(match)


@rule(
    """(?<= <comma|noun-group> (?P<subject> <noun-group&relative> )
    (?: <adp&!'of'> <noun-group&!subject&!it> | <noun-group&time> ) <adv>? ) <finite>""",
    examples={"Tom Ray, who on Monday backed it, left.": "who – backed"},
    rejects=["The man who left on Monday is ill."],
)
def who_on_monday_left(match: Match) -> Predication:
    """A relative pronoun, and a time or a place before its verb."""
    return _subject(match)
