"""The roles of words in the clause around a percentage: verbs by their role, parts of noun phrases."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from factx import lexicon
from factx.engine.tags import TagSet

VERBS = ("hold-verb", "choose-verb", "lead-verb", "rise-verb", "fall-verb", "drift-verb", "reach-verb",
         "say-verb", "other-verb")
CLOSED = ("determiner", "possessive", "pronoun", "preposition", "conjunction", "relative", "auxiliary", "adverb")
TO = ("to", "-", "–", "—")
"""Between the two figures of a score or a range."""
CURRENCIES = frozenset("$£€¥")
MOVING: TagSet = frozenset({"rise-verb", "fall-verb", "drift-verb"})
NOUN: TagSet = frozenset({"noun"})
ADVERB: TagSet = frozenset({"adverb"})


@lru_cache(50_000)
def kinds(word: str) -> TagSet:
    """The tags of a word as written: `verb` and its roles for every form of a verb, `noun` for what is no closed class,
    `adverb` for what ends as one.

    A capital makes a noun of any verb: it is a name then, or begins the sentence.
    """
    if len(word) > 1 and word.isupper():
        return NOUN  # US
    lower = word.lower()
    verb = _verbs().get(lower)
    if verb is None:
        if lower in _closed():
            return frozenset()
        return ADVERB if word.endswith("ly") and word[0].islower() and lower not in _not_adverbs() else NOUN
    return verb | NOUN if word[0].isupper() or lower in lexicon.load("shares")["noun-too"] else verb


def kinds_possible() -> frozenset[TagSet]:
    """Every set that `kinds` can give."""
    verbs = set(_verbs().values())
    return frozenset({NOUN, ADVERB, frozenset(), *verbs, *(verb | NOUN for verb in verbs)})


@cache
def _closed() -> frozenset[str]:
    return frozenset(word for section in CLOSED for word in lexicon.load("shares")[section])


@cache
def _not_adverbs() -> frozenset[str]:
    return frozenset(lexicon.load("shares")["not-adverb"])


@cache
def _verbs() -> dict[str, TagSet]:
    """Each form of each verb, with the roles that it has."""
    forms: dict[str, TagSet] = lexicon.derived("share-verbs", __file__, _inflected)
    return forms


def _inflected() -> dict[str, TagSet]:
    roles: dict[str, set[str]] = {}
    for role in VERBS:
        for lemma, irregular in lexicon.load("shares")[role].items():
            for form in _forms(lemma, irregular.split()):
                roles.setdefault(form, {"verb"}).add(role)
    one: dict[TagSet, TagSet] = {}
    sets = ((form, frozenset(found)) for form, found in roles.items())
    return {form: one.setdefault(found, found) for form, found in sets}  # equal sets are one, which is read faster


def _forms(lemma: str, irregular: list[str]) -> Iterator[str]:
    """A verb's forms: the irregular ones as listed, the others as they are spelled."""
    from factx.lexicon.inflection import regular

    yield lemma
    yield from irregular
    if lemma == "have":
        return
    past, ing, third = regular(lemma)
    yield third
    if not any(form.endswith("ing") for form in irregular):
        yield ing
    if not any(not form.endswith("ing") for form in irregular):
        yield past
