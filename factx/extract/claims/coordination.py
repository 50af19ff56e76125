"""Where a source begins whose last noun the clause takes for the subject: [the old team and the two unions] agreed."""

from __future__ import annotations

from factx.extract.claims import datelines
from factx.extract.claims.reading import Range, Reading
from factx.syntax import Group

_AND = frozenset({"and", "&"})
_ALL = frozenset({"both", "all"})
"""Pronouns that take up the several before them: Ann Lee, a nurse, and Tom Hall, a baker, [both] said."""
_BEFORE_CLAUSE = frozenset({"after", "before", "that", "until", "since"})
"""Words that may open a clause, whatever else they are."""
_OPENING = frozenset({"det", "noun", "propn", "adj", "possessive", "num"})
"""The classes of what a noun phrase begins with."""
_NO_PART = frozenset({"colon", "semicolon", "dash", "quotation", "opening", "closing", "end"})
"""The classes of what stands in no list of sources."""
_NAMING = frozenset({"surnamed", "named", "aged"})
_LONGEST = 24
"""Tokens of what stands in front of the last noun, at most."""


def whole(reading: Reading, noun: int, end: int) -> Range:
    """The source that the noun phrase from `noun` to `end` closes, with what "and" joins to it in front."""
    if reading.is_aside(noun - 1) and (named := reading.groups.before(noun - 1)) is not None and named.kind == "noun":
        noun = named.start  # the Farmers' Congress (FC) caucus
    sentence = reading.tokens.sentence_of(noun)[0]
    both = noun - 1 > sentence and reading.lower(noun) in _ALL and "comma" in reading.kinds[noun - 1]
    if not both and reading.lower(noun - 1) not in _AND:
        return noun, end
    low = datelines.behind(reading, sentence, noun)
    if both and reading.find({"conjunction"}, low, noun) is None:
        return noun, end
    first = _first(reading, low, noun)
    named_before = first is not None and any(group.kind == "noun" for group in reading.groups.between(first, noun - 1))
    if first is None or not named_before or reading.word_class(first) not in _OPENING:
        return noun, end
    return first, noun - 1 if both else end


def _first(reading: Reading, low: int, noun: int) -> int | None:
    """Where the words begin that "and" joins to a noun phrase; None where they may be an object."""
    place = noun - 1
    while place > low:
        before = place - 1
        word = reading.word_class(before)
        if noun - before > _LONGEST or word in _NO_PART or "relative" in reading.kinds[before]:
            return None
        if word == "sconj" or reading.lower(before) in _BEFORE_CLAUSE:
            return place
        group = reading.groups.around(before)
        if group is not None and group.kind == "verb" and not _is_in_phrase(reading, group):
            return None
        place = before
    return _behind_adverbial(reading, low, noun)


def _behind_adverbial(reading: Reading, low: int, noun: int) -> int | None:
    """Where the clause of a noun begins after the words for when or where: Among others, [the mayor and] the clerk."""
    first = low + 1 if reading.word_class(low) in ("adp", "adv") else low
    group = reading.groups.around(first)
    if group is not None and "time" in group.tags and group.end < noun - 1:
        return group.end + 1 if "comma" in reading.kinds[group.end] else group.end
    if first == low:
        return low
    comma = reading.find({"comma"}, low, noun)
    return None if comma is None else comma + 1


def _is_in_phrase(reading: Reading, verb: Group) -> bool:
    """Whether a form is no verb of a clause: the [negotiating] team, a man[, surnamed Ray,]."""
    if "comma" in reading.kinds[verb.start - 1]:
        return reading.lower(verb.start) in _NAMING
    before, after = reading.groups.before(verb.start), reading.groups.beginning(verb.end)
    return "ing" in verb.tags and before is not None and after is not None and before.kind == after.kind == "noun"
