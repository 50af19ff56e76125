"""The cue lexicon read: every form of every cue with its stance, its frames and its tags."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from factx import lexicon
from factx.model import Stance
from factx.tags import TagSet

_WORDS = lexicon.load("claims")
_CLOSED = (
    "be", "have", "do", "modal", "negation", "adverb", "determiner", "subject-pronoun", "pronoun", "object-pronoun",
    "relative", "wh-word", "preposition", "subordinator", "conjunction", "weekday", "month", "time-noun",
    "time-modifier", "particle", "that", "mostly-noun", "headline-source", "citing", "attributive", "catenative-word",
)
"""The sections whose tag is all that the rules need."""


class Cue(NamedTuple):
    """A word that can bring in what somebody says."""

    lemma: str
    stance: Stance
    frames: frozenset[str]


def _inflected(verb: str) -> tuple[str, str, str, str]:
    """Past, participle, -ing and third person of a regular verb, by the rules of spelling."""
    if verb.endswith("e"):
        return verb + "d", verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing", verb + "s"
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        return verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing", verb[:-1] + "ies"
    return verb + "ed", verb + "ed", verb + "ing", verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")


def forms(verb: str) -> tuple[tuple[str, str], ...]:
    """The forms of a verb, each with its tag; "past" is a participle too where there is no other."""
    irregular = _WORDS["irregular-verb"].get(verb)
    past, participle, ing, third = irregular.split() if irregular else _inflected(verb)
    return (verb, "base"), (past, "past"), (participle, "participle"), (ing, "ing"), (third, "third")


def _read() -> tuple[dict[str, str], dict[str, TagSet]]:
    """The forms of the cue verbs, each with its lemma, and all words of the lexicon with their tags."""
    lemmas: dict[str, str] = {}
    tags: dict[str, set[str]] = {}

    for word in _WORDS["plain-word"]:
        tags[word] = set()
    for tag in _CLOSED:
        for word in _WORDS[tag]:
            tags.setdefault(word, set()).add(tag)
    for verb in (*_WORDS["plain-verb"], *_WORDS["irregular-verb"]):
        if verb not in _WORDS["cue-verb"]:
            for form, tag in forms(verb):
                tags.setdefault(form, set()).update(("verb", tag))
    for section, tag in (
        ("catenative", "catenative"),
        ("declining-verb", "declining"),
        ("catenative-participle", "catenative-participle"),
    ):
        for verb in _WORDS[section]:
            for form, _ in forms(verb):
                tags.setdefault(form, set()).add(tag)
    for verb, value in _WORDS["cue-verb"].items():
        _, *frames = value.split()
        for form, tag in forms(verb):
            lemmas.setdefault(form, verb)
            named = ("to-do" if frame == "to" else frame for frame in frames)
            tags.setdefault(form, set()).update(("cue", tag, *named))
    for noun in _WORDS["cue-noun"]:
        tags.setdefault(noun, set()).add("cue-noun")
    for word in _WORDS["hedge"]:
        tags.setdefault(word, set()).update(("hedge", "adverb") if word.endswith("ly") else ("hedge",))
    return lemmas, {word: frozenset(found) for word, found in tags.items()}


_LEMMAS, _TAGS = lexicon.derived("cue-words", __file__, _read)

_NONE: TagSet = frozenset()
_BY_ENDING: tuple[tuple[str, int, TagSet], ...] = (
    ("ly", 5, frozenset({"adverb"})),
    ("ing", 6, frozenset({"verb", "ing"})),
    ("ed", 5, frozenset({"verb", "past", "participle"})),
)


def tags(word: str) -> TagSet:
    """The tags of a word: those of the lexicon, else what its ending tells."""
    known: TagSet | None = _TAGS.get(word)
    if known is not None:
        return known
    lower = word.lower().replace("’", "'")
    known = _TAGS.get(lower)
    if known is not None:
        return known
    if lower == word and not (lower.startswith("un") and lower.endswith("ed")):
        for ending, length, found in _BY_ENDING:
            if lower.endswith(ending) and len(lower) >= length:
                return found
    return _NONE


@cache
def tag_sets() -> frozenset[TagSet]:
    """Every set that `tags` can give."""
    return frozenset(_TAGS.values()) | {found for _, _, found in _BY_ENDING} | {_NONE}


def verb(word: str) -> Cue | None:
    lemma = _LEMMAS.get(word) or _LEMMAS.get(word.lower())
    return None if lemma is None else _verb(lemma)


@cache
def _verb(lemma: str) -> Cue:
    stance, *frames = _WORDS["cue-verb"][lemma].split()
    return Cue(lemma, cast(Stance, stance), frozenset(frames))


@cache
def governed(lemma: str) -> frozenset[str]:
    """The prepositions that bring in a verb's content."""
    return frozenset(_WORDS["governs"].get(lemma, "").split())


def noun(word: str) -> Cue | None:
    lower = word.lower()
    stance = _WORDS["cue-noun"].get(lower)
    return None if stance is None else Cue(lower, cast(Stance, stance), frozenset())
