"""The cue lexicon read: every form of every cue with its stance, its frames and its tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from factx import lexicon
from factx.engine.tags import TagSet
from factx.expressions import compiled
from factx.model import Stance
from factx.records import NamedTuple

_CLOSED = (
    "be", "have", "do", "modal", "negation", "adverb", "determiner", "subject-pronoun", "pronoun", "object-pronoun",
    "relative", "wh-word", "preposition", "subordinator", "conjunction", "weekday", "month", "time-noun",
    "time-modifier", "particle", "that", "mostly-noun", "headline-source", "no-speaker",
    "finding-source",
    "citing", "attributive", "catenative-word", "means", "medium", "standard", "unowned",
)
"""The sections whose tag is all that the rules need."""
_VALUED = ("cue-verb", "cue-noun", "cue-adjective", "governs", "name-in-capitals")
"""The sections whose words have values."""
SPEAKING = frozenset({"clause", "hearer", "quote"})
"""The frames of verbs that bring in a quotation."""

_DOUBLED = compiled(r"[^aeiou][aeiou]l$")
"""Verbs whose last letter British spelling doubles."""
_OF_ALL_FORMS = (
    ("catenative", "catenative"), ("declining-verb", "declining"), ("catenative-participle", "catenative-participle"),
)
"""Sections of verbs, each with the tag that all forms of its verbs carry."""


class Cue(NamedTuple):
    """A word that can bring in what somebody says."""

    lemma: str
    stance: Stance
    frames: frozenset[str]


def _forms(verb: str, irregular: str | None) -> tuple[tuple[str, str], ...]:
    """The forms of a verb, each with its tag; "past" is a participle too where there is no other."""
    from factx.lexicon.inflection import regular

    if irregular:
        past, participle, ing, third = irregular.split()
    else:
        past, ing, third = regular(verb)
        participle = past
    forms = (verb, "base"), (past, "past"), (participle, "participle"), (ing, "ing"), (third, "third")
    if irregular or not _DOUBLED.search(verb):
        return forms
    british = verb + "led"  # labelled beside labeled
    return *forms, (british, "past"), (british, "participle"), (verb + "ling", "ing")


def _read() -> tuple[dict[str, str], dict[str, TagSet], dict[str, dict[str, str]]]:
    """The forms of the cue verbs, each with its lemma; all words of the lexicon with their tags; what cues do."""
    words = lexicon.load("claims")
    tags: dict[str, set[str]] = {word: set() for word in words["plain-word"]}
    for tag in _CLOSED:
        for word in words[tag]:
            tags.setdefault(word, set()).add(tag)
    lemmas = _read_verbs(words, tags)
    for section in ("cue-noun", "cue-adjective"):
        for word in words[section]:
            tags.setdefault(word, set()).add(section)
    for word in words["hedge"]:
        tags.setdefault(word, set()).update(("hedge", "adverb") if word.endswith("ly") else ("hedge",))
    one: dict[TagSet, TagSet] = {}
    sets = ((word, frozenset(found)) for word, found in tags.items())
    values = {section: dict(words[section]) for section in _VALUED}
    # Equal sets are one, which is read faster.
    return lemmas, {word: one.setdefault(found, found) for word, found in sets}, values


def _read_verbs(words: lexicon.Sections, tags: dict[str, set[str]]) -> dict[str, str]:
    """Add the tags of all forms of verbs; the forms of the cue verbs, each with its lemma."""
    lemmas: dict[str, str] = {}
    for verb, named in _verbs(words):
        for form, tag in _forms(verb, words["irregular-verb"].get(verb)):
            tags.setdefault(form, set()).update([tag if each == "form" else each for each in named])
            if "cue" in named:
                lemmas.setdefault(form, verb)
    return lemmas


def _verbs(words: lexicon.Sections) -> Iterator[tuple[str, list[str]]]:
    """Each verb with the tags that all of its forms carry, "form" among them for that of the form itself."""
    for verb in (*words["plain-verb"], *words["irregular-verb"]):
        if verb not in words["cue-verb"]:
            yield verb, ["verb", "form"]
    for section, tag in _OF_ALL_FORMS:
        yield from ((verb, [tag]) for verb in words[section])
    for verb, value in words["cue-verb"].items():
        frames = ["to-do" if frame == "to" else frame for frame in value.split()[1:]]
        yield verb, ["cue", "form", *frames, *(["governing"] if verb in words["governs"] else [])]


_LEMMAS, _TAGS, _VALUES = lexicon.derived("cue-words", __file__, _read)

_CUES: dict[str, Cue] = {}
"""The forms of verbs that were asked for."""
_NONE: TagSet = frozenset()
_BY_ENDING: tuple[tuple[str, int, TagSet], ...] = (
    ("ly", 5, frozenset({"adverb"})),
    ("ing", 6, frozenset({"verb", "ing"})),
    ("ed", 5, frozenset({"verb", "past", "participle"})),
)
_ENDINGS = tuple(ending for ending, _, _ in _BY_ENDING)


def tags(word: str) -> TagSet:
    """The tags of a word: those of the lexicon, else what its ending tells."""
    known: TagSet | None = _TAGS.get(word)
    if known is not None:
        return known
    lower = word.lower().replace("’", "'")
    if lower != word:
        known = _TAGS.get(lower)
        return _NONE if known is None else known
    if word.endswith(_ENDINGS) and not (word.startswith("un") and word.endswith("ed")):
        for ending, length, found in _BY_ENDING:
            if word.endswith(ending) and len(word) >= length:
                return found
    return _NONE


@cache
def tag_sets() -> frozenset[TagSet]:
    """Every set that `tags` can give."""
    return frozenset(_TAGS.values()) | {found for _, _, found in _BY_ENDING} | {_NONE}


def verb(word: str) -> Cue | None:
    """The cue that a form of a verb is; None if it is none."""
    known = _CUES.get(word)
    if known is None and (lemma := _LEMMAS.get(word.lower())):
        stance, *frames = _VALUES["cue-verb"][lemma].split()
        known = _CUES[word.lower()] = Cue(lemma, cast(Stance, stance), frozenset(frames))
    return known


@cache
def governed(lemma: str) -> frozenset[str]:
    """The prepositions that bring in a verb's content."""
    return frozenset(_VALUES["governs"].get(lemma, "").split())


@cache
def names_in_capitals() -> re.Pattern[str]:
    """The names that are spelled as small words are: US, WHO, IT."""
    names = [name.upper() for name in _VALUES["name-in-capitals"]]
    return compiled("|".join(rf"{name}\b(?<=\b{name})" for name in names))  # `re` searches for their first letters


def noun(word: str) -> Cue | None:
    """The cue that a noun is; None if it is none."""
    return _of_section("cue-noun", word)


def adjective(word: str) -> Cue | None:
    """The cue that an adjective is; None if it is none."""
    return _of_section("cue-adjective", word)


def _of_section(section: str, word: str) -> Cue | None:
    lower = word.lower()
    stance = _VALUES[section].get(lower)
    return None if stance is None else Cue(lower, cast(Stance, stance), frozenset())


def tells(word: str) -> bool:
    """Whether "that" after a noun begins what the noun says, and not what was said there: not "in a statement that"."""
    return noun(word) is not None and "medium" not in tags(word)
