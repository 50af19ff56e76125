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
_OPENING = frozenset({"det", "noun", "plural", "propn", "adj", "possessive", "num"})
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
    while reading.lower(noun - 1) == "/" and (named := reading.groups.before(noun - 1)) is not None \
            and named.kind == "noun":
        noun = named.start  # an Echo/Herald poll
    if reading.lower(noun - 1) in _AND:
        first = _start(reading, noun)
        return noun if first is None else first, end
    if reading.lower(noun - 1) == "both" and any(reading.lower(place) in _AND for place in range(noun, end)):
        return noun - 1, end
    if reading.lower(noun) in _ALL and "comma" in reading.kinds[noun - 1] \
            and reading.find({"conjunction"}, reading.tokens.sentence_of(noun)[0], noun) is not None:
        first = _start(reading, noun)
        return (noun, end) if first is None else (first, noun - 1)
    return noun, end


def _start(reading: Reading, noun: int) -> int | None:
    """Where the noun phrases begin that are joined to one; None where it stands alone."""
    low = datelines.behind(reading, reading.tokens.sentence_of(noun)[0], noun)
    first = _first(reading, low, noun)
    if first is None or reading.word_class(first) not in _OPENING:
        return None
    return first if any(group.kind == "noun" for group in reading.groups.between(first, noun - 1)) else None


def _first(reading: Reading, low: int, noun: int) -> int | None:
    """Where the words begin that "and" joins to a noun phrase; None where they may be an object."""
    place = noun - 1
    while place > low:
        before = place - 1
        if reading.is_aside(before):
            place = before
            continue
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
    if "participle" in verb.tags and after is None:
        return before is not None and before.kind == "noun"  # a statement issued by
    return "ing" in verb.tags and before is not None and after is not None and before.kind == after.kind == "noun"
