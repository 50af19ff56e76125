"""Where a source begins whose last noun the clause takes for the subject: [the old team and the two unions] agreed."""

from __future__ import annotations

from factx.extract.claims import datelines
from factx.extract.claims.reading import Reading
from factx.syntax import Group

_AND = frozenset({"and", "&"})
_BEFORE_CLAUSE = frozenset({"after", "before", "that", "until", "since"})
"""Words that may open a clause, whatever else they are."""
_OPENING = frozenset({"det", "noun", "propn", "adj", "possessive", "num"})
"""The classes of what a noun phrase begins with."""
_NO_PART = frozenset({"colon", "semicolon", "dash", "quotation", "opening", "closing", "end"})
"""The classes of what stands in no list of sources."""
_LONGEST = 24
"""Tokens of what stands in front of the last noun, at most."""


def start(reading: Reading, noun: int) -> int:
    """Where the source begins that ends with the noun phrase at `noun`: there, or where what "and" joins to it does."""
    if reading.lower(noun - 1) not in _AND:
        return noun
    sentence = reading.tokens.sentence_of(noun)[0]
    low = datelines.behind(reading, sentence, noun)
    first = _first(reading, low, noun)
    if first is None or not any(group.kind == "noun" for group in reading.groups.between(first, noun - 1)):
        return noun
    return first if reading.word_class(first) in _OPENING else noun


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
    if "finite" in verb.tags and reading.word_class(verb.start - 1) != "comma":
        return False
    if "comma" in reading.kinds[verb.start - 1]:
        return verb.tags.isdisjoint({"present", "modal", "auxiliary"})
    before, after = reading.groups.before(verb.start), reading.groups.beginning(verb.end)
    return "ing" in verb.tags and before is not None and after is not None and before.kind == after.kind == "noun"
