"""The shapes in which English attributes a statement: what stands behind the verb group decides."""

from __future__ import annotations

from typing import NamedTuple

from factx.extract.claims import cues
from factx.rules import Grammar, Match

Range = tuple[int, int]


class Draft(NamedTuple):
    """A verb group that brings in a content, before its source and the content's end are known."""

    group: Range
    """The verb group: auxiliaries, adverbs, cue."""
    cue: int
    """The cue's own token."""
    shape: str
    """Where the content is: "after" (from `content` on), "before" (it ends where the source or the cue starts)."""
    content: int
    hearer: Range | None = None


claims: Grammar[Draft] = Grammar("claims", overlap="keep", lookup=cues.tags, lookup_tags=cues.tag_sets())

claims.let("auxiliary", "<be|have|do|modal|negation|adverb>")
claims.let("date", """(?> 'on'? (?: 'late' | 'early' )? <weekday> <time-noun>? (?: ',' <month> <number> )? <time-noun>?
    | <'on'|'in'>? <month> <number>? (?: ',' <year> )? | 'in' <year>
    | <determiner>? <time-modifier> <time-noun|month|weekday> | <number|determiner> <time-noun>+ <'ago'|'later'|'earlier'> )""")
claims.let("verb-group", """
    (?: <date> )?
    (?: <clitic> (?= <adverb>{0,3} (?: <ing> | <participle> | 'been' | 'not' | 'going' ) ) )?
    (?: <be|have|do|modal|negation|adverb> )*+
    (?: <catenative|catenative-word> <adverb>*+ 'to' <adverb>*+ (?= <catenative|cue> ) ){0,2}+
    (?P<cue> <cue> )
    (?: 'out' | 'back' | 'up' )?
    (?: <lower&!determiner&!preposition&!conjunction&!pronoun&!that&!cue&!be>? <cue-noun> (?= <that> | 'about' | 'in' | 'over' | 'for' | 'at' | 'with' | 'on' ) )?
""")
claims.let("noun", """<any&!preposition&!conjunction&!subordinator&!that&!be&!have&!do&!modal&!comma&!colon&!stop&!quotation&!term
    &!subject-pronoun&!determiner&!semicolon&!dash&!past&!wh-word&!ing&!object-pronoun>""")
claims.let("noun-group", "(?: <object-pronoun> | <determiner>?+ <noun|term>{1,8} (?: 'of' <determiner>? <noun>{1,4} )? )")
claims.let("prepositional", """(?: <preposition&!'of'&!'for'&!'to'&!'as'&!'than'&!'by'&!'like'&!'because'> | 'to' (?! <base> ) )
    (?: <determiner>?+ <noun>{1,8}+ | <object-pronoun> ) (?: 'of' <determiner>?+ <noun>{1,5}+ )?+""")
claims.let("adjunct", "(?: <date> | <prepositional> | <adverb> )")


def _draft(match: Match, shape: str, content: str | int, *frames: str, hearer: bool = False) -> Draft | None:
    """A draft if the cue takes one of `frames`; `content` is a group's name or a token."""
    at = match.span_of("cue")
    assert at is not None
    cue = cues.verb(match.tokens[at[0]])
    if cue is None or frames and cue.frames.isdisjoint(frames):
        return None
    heard = match.span_of("hearer")
    if heard is not None and "hearer" not in cue.frames:
        return None
    if isinstance(content, str):
        where = match.span_of(content)
        assert where is not None
        content = where[0]
    group = match.span_of("verb-group")
    assert group is not None
    return Draft(group, at[0], shape, content, heard)


@claims.rule(
    "<verb-group> (?= (?P<content> <noun-group> 'not'? 'to' <lower&!determiner&!preposition&!pronoun> ) )", examples={}
)
def ordered_to(match: Match) -> Draft | None:
    """A verb, somebody, and what that one is to do."""
    return _draft(match, "after", "content", "order")


@claims.rule(
    "<verb-group> (?= (?P<hearer> <noun-group> )?? <adjunct>{0,4}? (?: ',' <any&!comma>{1,14}+ ',' )? (?P<content> <that> ) )",
    examples={},
)
def said_that(match: Match) -> Draft | None:
    """A verb, the person told, when and where, and a clause with "that"."""
    return _draft(match, "after", "content", "clause", "hearer")


@claims.rule(
    """<verb-group> (?= (?P<hearer> <any&!comma&!stop&!colon&!semicolon&!dash&!that&!be&!have&!modal&!quotation&!subject-pronoun>{2,16} )
    (?P<content> <that> ) )""",
    examples={},
)
def told_that(match: Match) -> Draft | None:
    """A verb, the people told at some length, and a clause with "that"."""
    draft = _draft(match, "after", "content", "hearer")
    return draft if draft and match["hearer"] and " to " not in f" {match['hearer']} " else None


@claims.rule(
    "<verb-group> (?= (?P<hearer> <noun-group> )?? <adjunct>{0,5}? (?: ',' | ':' )? (?P<content> <quotation|term> ) )",
    examples={},
)
def said_quotation(match: Match) -> Draft | None:
    """A verb, the person told, when and where, and a quotation."""
    return _draft(match, "after", "content", "clause", "hearer")


@claims.rule("<verb-group> (?= (?P<hearer> <noun-group> )?? <adjunct>{0,5}? (?P<content> ':' ) )", examples={})
def said_colon(match: Match) -> Draft | None:
    """A verb and a colon."""
    draft = _draft(match, "after", "content", "clause", "hearer")
    return draft and draft._replace(content=draft.content + 1)


@claims.rule(
    "<verb-group> (?= (?P<hearer> <noun-group> ) <adjunct>{0,4}? (?P<content> <subject-pronoun&!relative|wh-word|'there'|'it'> ) )",
    examples={},
)
def told_somebody(match: Match) -> Draft | None:
    """A verb, the person told, and a clause without "that"."""
    return _draft(match, "after", "content", "hearer")


@claims.rule("<verb-group> (?= <date> <adverb>? (?P<content> <any&!comma&!preposition&!stop&!colon&!conjunction&!quotation&!term&!subordinator&!relative> ) )",
             examples={})
def said_on_a_day(match: Match) -> Draft | None:
    """A verb, the day it was said, and a clause without "that"."""
    return _draft(match, "after", "content", "clause")


@claims.rule("<verb-group> (?= <adjunct>{0,3}? (?P<content> 'not'? 'to' <lower&!determiner&!preposition&!pronoun> ) )", examples={})
def vowed_to(match: Match) -> Draft | None:
    """A verb and what its subject will do."""
    return _draft(match, "after", "content", "to")


@claims.rule("<verb-group> (?= (?P<link> <preposition> ) (?P<content> <any&!comma&!stop> ) )", examples={})
def called_for(match: Match) -> Draft | None:
    """A verb and the preposition that brings in what it is about."""
    draft = _draft(match, "after", "content")
    link = match["link"]
    if draft is None or link is None:
        return None
    cue = cues.verb(match.tokens[draft.cue])
    return draft if cue and link.lower() in cues.governed(cue.lemma) else None


@claims.rule("<verb-group> (?= (?P<hearer> <noun-group> )?? <adjunct>{0,5}? (?P<content> <comma|stop|end|semicolon|dash> ) )",
             examples={})
def said(match: Match) -> Draft | None:
    """A verb with nothing behind it that could be its content: that stands before."""
    return _draft(match, "before", "content", "clause", "hearer")


@claims.rule(
    """<verb-group> (?= <preposition|subordinator> <any&!comma&!stop&!colon&!semicolon&!dash&!quotation>{1,14}+ <comma|colon>
    (?P<content> <quotation> ) )""",
    examples={},
)
def said_in_passing(match: Match) -> Draft | None:
    """A verb, of whom or when, and a quotation."""
    return _draft(match, "after", "content", "clause", "hearer")


@claims.rule("<verb-group> (?= (?P<content> <preposition|subordinator|relative&!that> ) )", examples={})
def said_meanwhile(match: Match) -> Draft | None:
    """A verb with a phrase behind it, and its content in front."""
    return _draft(match, "before", "content", "clause", "hearer")


@claims.rule("<verb-group> (?= (?P<content> <any&!comma&!stop&!colon&!semicolon&!dash&!preposition&!conjunction> ) )", examples={})
def said_something(match: Match) -> Draft | None:
    """A verb and a clause, or the thing that it is about."""
    return _draft(match, "after", "content")


@claims.rule("(?P<verb_group> (?P<cue> 'according' ) 'to' ) (?P<content> <any> )", examples={})
def according_to(match: Match) -> Draft | None:
    """According to somebody."""
    return _plain(match, "according")


@claims.rule(
    "(?<= ^ | <paragraph> ) <any&!comma&!stop&!colon&!semicolon&!dash>{0,7} <person|upper|headline-source>"
    " (?P<verb_group> (?P<cue> ':' ) ) (?P<content> <any> )",
    examples={},
)
def speaker_colon(match: Match) -> Draft | None:
    """A speaker and a colon, as in headlines and interviews."""
    return _plain(match, "colon")


@claims.rule(
    "(?P<verb_group> <adjective>{0,2} (?P<cue> <cue-noun> ) ) (?P<content> <that> )"
    "".replace("<adjective>", "<lower&!preposition&!determiner&!be&!have&!modal&!conjunction&!that&!pronoun>"),
    examples={},
)
def claim_that(match: Match) -> Draft | None:
    """Somebody's claim, promise or accusation, and a clause with "that"."""
    return _plain(match, "noun")


def _plain(match: Match, shape: str) -> Draft:
    group, at, content = match.span_of("verb_group"), match.span_of("cue"), match.span_of("content")
    assert group is not None and at is not None and content is not None
    return Draft(group, at[0], shape, content[0])


@claims.rule(
    "(?<= ^ | <end> ) (?P<verb_group> (?P<cue> <past> ) ) (?= (?P<content> <person|capital|determiner|subject-pronoun> )"
    " <any&!stop&!colon&!quotation>{0,16}? <colon|comma> <quotation> )",
    examples={},
)
def said_somebody(match: Match) -> Draft | None:
    """A verb that opens the sentence, who said it, and a quotation."""
    draft = _plain(match, "opening")
    cue = cues.verb(match.tokens[draft.cue])
    return draft if cue and "clause" in cue.frames else None
