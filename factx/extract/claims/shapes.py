"""Phrases shared by the rules for statements: what can stand at the cue and after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from factx.engine.rules import Grammar, Match
from factx.extract.claims import cues, means
from factx.records import NamedTuple

Place: TypeAlias = Literal[
    "after", "before", "passive", "ordered", "rumoured", "according", "per", "reported", "colon", "noun", "opening",
    "quoted", "beside", "signed", "introduced", "words", "quoting", "feeling",
    "clause", "extracted", "questioned",
]
"""Where the content stands: after the cue or in front of it; or a shape that is put together in its own way."""


class Shape(NamedTuple):
    """The match of a rule at a cue; its source and the end of its content are not known yet."""

    place: Place
    cue_end: int
    """The token after the cue's words: particle, preposition, noun."""
    content: int
    """Where a content after the cue starts; for one in front, what ends the words after the cue."""


grammar: Grammar[Shape] = Grammar(
    "claims", lexicons=("claims",), captures=("clause", "to-do", "past", "cue-noun"), overlap="keep",
    lookup=cues.tags, lookup_tags=cues.tag_sets, marks=("person", "quotation", "term", "aside", "figure", "acronym"),
)

# When something was said: on late Monday night, last week, two days ago, in June 2012.
# That he left; but no "that same evening that he left".
grammar.let("that-clause", "<that> (?! 'same'? <time-noun> <that> )")
grammar.let("date", """(?> 'on'? <'late'|'early'>? <weekday> <time-noun>?
    (?: ','? (?: <month> <number> | <number> <month> ) (?: ','? <year> ','? )? )? <time-noun>?
    | <'on'|'in'>? <month> <number>? (?: ','? <year> )? | 'in' <year>
    | <determiner>? <time-modifier>{1,2} <time-noun|month|weekday>
    | 'the' 'following' <time-noun|month|weekday> | 'for' 'the' 'first' 'time' | 'for' <time-noun>
    | <number|determiner> <time-noun>+ <'ago'|'later'|'earlier'> ) (?! <clitic> )""")
# A word of a noun group, as far as can be told without a parser.
grammar.let("noun", """<any&!preposition&!conjunction&!subordinator&!that&!be&!have&!do&!modal&!comma&!colon&!stop
    &!quotation&!term&!subject-pronoun&!determiner&!semicolon&!dash&!past&!wh-word&!ing&!object-pronoun>""")
grammar.let("noun-group",
            "(?: <object-pronoun> | <determiner>?+ (?: <noun> | <term> ){1,8} (?: 'of' <determiner>? <noun>{1,4} )? )")
grammar.let("prepositional", """(?: <preposition&!'of'&!'for'&!'to'&!'as'&!'than'&!'by'&!'like'&!'because'>
    | 'to' (?! <base> ) ) (?: <determiner>?+ (?: (?! 'not' ) <noun> ){1,8}+ | <object-pronoun> )
    (?: 'of' <determiner>?+ <noun>{1,5}+ )?+ (?: ',' <capital&!person>{1,2} ',' )?+""")
grammar.let("medium", means.PHRASE)
# When, where and how it was said.
grammar.let("adjunct", "(?: <date> | <prepositional> | <medium> | <adverb> | 'as' <determiner> <noun>{1,3}"
                       " | 'for' <'example'|'instance'> )")
# After what it was said: after meeting the mayor in Leeds.
grammar.let("occasion", """<'after'|'before'|'while'|'when'|'on'|'upon'> <ing>
    (?: <determiner>?+ <noun>{1,6} | <object-pronoun> )?
    (?: <prepositional> | 'for' <determiner>?+ <noun>{1,4} ){0,2}?""")
# In what it was said, with what that marks or where it was given: in a letter marking the end of the strike.
grammar.let("text", """<'in'|'at'|'during'>
    (?: <determiner>?+ <noun>{1,6}+ | <determiner> <noun>{0,3} <ing> ) <ing|past|participle>
    (?: <determiner>?+ <noun>{1,6}+ (?: 'of' <determiner>?+ <noun>{1,4}+ )? | <prepositional> | <date> ){1,3}?""")
# Where it was broadcast or printed, by its title: on ABC's “This Week”.
grammar.let("programme", """<'on'|'in'> (?: <determiner|person|capital|upper|acronym>{1,4} <clitic>? )? <term>""")
# What belongs to a cue after its verb: pointed out, expressed deep concern about.
grammar.let("tail", """<'out'|'back'|'up'>?
    (?: <lower&!determiner&!preposition&!conjunction&!pronoun&!that&!cue&!be>? <cue-noun>
        (?= <that> | 'about' | 'in' | 'over' | 'for' | 'at' | 'with' | 'on' ) )?""")
grammar.let("saying", "<clause|hearer|quote> <tail>")
grammar.let("telling", "<hearer> <tail>")
grammar.let("infinitive", "'not'? 'to' <lower&!determiner&!preposition&!pronoun|quotation|term>")


def shape_of(match: Match, place: Place, cue: str = "") -> Shape:
    """The shape whose cue is all that is matched, or the atom or phrase of that name; its content is so named."""
    group, content = match.span_of(cue) if cue else None, match.span_of("content")
    # What stands before the text's end has none after it.
    return Shape(place, group[1] if group else match.end, content[0] if content else len(match.tokens))


def is_time(words: Sequence[str], colon: int) -> bool:
    """Whether a colon stands in a time or a score: at 3:20, won 2:1."""
    return 0 < colon < len(words) - 1 and words[colon] == ":" \
        and words[colon - 1][-1:].isdigit() and words[colon + 1][:1].isdigit()
