"""Verb groups: their form, tense, voice and polarity, and what their verb takes beside it."""

from __future__ import annotations

from functools import cache
from itertools import chain, combinations, product
from typing import Final

from factx.engine.tags import TagSet, kinds
from factx.syntax.traits import BASE, ROLES
from factx.syntax.words import PAST_PARTICIPLE

_TENSES: Final = {"D": "past", "d": "past", "Z": "present", "z": "present", "V": "present", "b": "present"}


def verb_tags(form: str, letters: str, traits: str) -> TagSet:
    """The tags of a verb group.

    form: `finite`, `auxiliary` (finite, with no other verb), `infinitive`, `ing` or `participle`.
    letters: the classes of its words; traits: the characters of their traits.
    """
    each = [kinds.tags[character] for character in traits]
    *others, last = each
    tags = {"verb-group", *(("finite", "auxiliary") if form == "auxiliary" else (form,))}
    if form in ("finite", "auxiliary"):
        tags.add("future" if "will" in each[0] else _TENSES.get(letters[0], "modal"))
    if form == "participle" and letters == PAST_PARTICIPLE:
        tags.add("or-past")
    if letters[-1] in "EF" and any("be" in word for word in others) or form == "participle":
        tags.add("passive")
    if any("have" in word for word in others):
        tags.add("perfect")
    if (form == "auxiliary" or not others) and "be" in last:
        tags.add("copula")
    if "!" in letters or any("not" in word for word in each):
        tags.add("negated")
    if letters == "V" and form == "finite":
        tags.add("base")
    role = BASE if letters[-1] == "V" else ""
    return frozenset(tags | {name for name in ROLES if role + name in last})


@cache
def verb_forms() -> frozenset[TagSet]:
    """Every tag set that a verb group can have."""
    forms = (
        ("finite",), ("finite", "auxiliary"), ("infinitive",), ("ing",), ("participle",), ("participle", "or-past"),
    )  # fmt: skip
    tenses = ((), ("future",), ("past",), ("present",), ("modal",))
    others = _subsets("passive", "perfect", "copula", "negated", "base")
    roles = [own for own in _subsets(*ROLES) if "clause-alone" not in own or own == ("clause", "clause-alone")]
    return frozenset(
        frozenset({"verb-group", *form, *tense, *more, *own})
        for form, tense, more, own in product(forms, tenses, others, roles)
    )


def _subsets(*tags: str) -> list[tuple[str, ...]]:
    return list(chain.from_iterable(combinations(tags, count) for count in range(len(tags) + 1)))
