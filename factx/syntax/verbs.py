"""Verb groups: their form, tense, voice and polarity, and what their verb takes beside it."""

from __future__ import annotations

from functools import cache
from itertools import chain, combinations, product
from typing import Final

from factx import lexicon
from factx.engine.tags import TagSet
from factx.syntax.words import PAST_PARTICIPLE, lemma
from factx.text.tokens import strip

_TENSES: Final = {"D": "past", "d": "past", "Z": "present", "z": "present", "V": "present", "b": "present"}
_FUTURE: Final = frozenset(["will", "shall", "'ll", "’ll", "won't", "won’t"])


def verb_tags(form: str, letters: str, text: str) -> TagSet:
    """The tags of a verb group.

    form: `finite`, `auxiliary` (finite, with no other verb), `infinitive`, `ing` or `participle`.
    letters: the classes of its words; text: its words as written.
    """
    key = form, letters, text
    known = _known.get(key)
    if known is None:
        if len(_known) >= LIMIT:
            _known.clear()
        known = _known[key] = _tags(form, letters, text)
    return known


LIMIT: Final = 50_000
_known: dict[tuple[str, str, str], TagSet] = {}


def _tags(form: str, letters: str, text: str) -> TagSet:
    words = strip(text).lower().split()
    tags = {"verb-group", *(("finite", "auxiliary") if form == "auxiliary" else (form,))}
    if form in ("finite", "auxiliary"):
        tags.add("future" if words[0] in _FUTURE else _TENSES.get(letters[0], "modal"))
    if form == "participle" and letters == PAST_PARTICIPLE:
        tags.add("or-past")
    if letters[-1] in "EF" and any(word in _be() for word in words[:-1]) or form == "participle":
        tags.add("passive")
    if any(word in _have() for word in words[:-1]):
        tags.add("perfect")
    if form == "auxiliary" and words[-1] in _be() or len(words) == 1 and words[0] in _be():
        tags.add("copula")
    if "!" in letters or "never" in words or any(word.endswith(("n't", "n’t")) for word in words):
        tags.add("negated")
    if letters[-1] == "V" and form == "finite" and len(letters) == 1:
        tags.add("base")
    return frozenset(tags | roles(lemma(words[-1], letters[-1])))


@cache
def _be() -> frozenset[str]:
    return frozenset(lexicon.load("syntax")["be"])


@cache
def _have() -> frozenset[str]:
    return frozenset(lexicon.load("syntax")["have"])


def roles(verb: str) -> TagSet:
    """What a verb takes: `clause` (say: a clause, also without "that"), `hearer` (tell: somebody, and a clause or an
    infinitive), `naming` (call: somebody, and a name)."""
    return frozenset(_roles().get(verb, "").split())


@cache
def _roles() -> dict[str, str]:
    """The verbs that take something, with what they take."""
    known: dict[str, str] = lexicon.derived("verb-roles", __file__, _read_roles)
    return known


def _read_roles() -> dict[str, str]:
    words, cues = lexicon.load("syntax"), lexicon.load("claims")["cue-verb"]
    taking = {role: {*words[f"{role}-verb"]} for role in ROLES}
    for verb, value in cues.items():
        frames = value.split()[1:]
        if "clause" in frames or "quote" in frames:
            taking["clause"].add(verb)
        if "hearer" in frames or "order" in frames:
            taking["hearer"].add(verb)
    return {verb: " ".join(role for role in ROLES if verb in taking[role]) for verb in set().union(*taking.values())}


ROLES: Final = ("clause", "hearer", "naming")


@cache
def verb_forms() -> frozenset[TagSet]:
    """Every tag set that a verb group can have."""
    forms = (
        ("finite",), ("finite", "auxiliary"), ("infinitive",), ("ing",), ("participle",), ("participle", "or-past"),
    )  # fmt: skip
    tenses = ((), ("future",), ("past",), ("present",), ("modal",))
    others = ("passive", "perfect", "copula", "negated", "base", *ROLES)
    some = list(chain.from_iterable(combinations(others, count) for count in range(len(others) + 1)))
    return frozenset(
        frozenset({"verb-group", *form, *tense, *more}) for form, tense, more in product(forms, tenses, some)
    )
