"""Reads from the items beside a verb who acts, and whether its clause belongs to a noun."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from factx.engine.tags import TagSet
from factx.syntax.items import END

Tags: TypeAlias = Callable[[int], TagSet]
"""From the place of an item to its tags."""

_LONGEST: Final = 12
"""Items of a participle's phrase between commas, at most."""
SAYING: Final[TagSet] = frozenset({"clause", "hearer"})
"""Tags of verbs that take a clause, or somebody and a clause."""


def object_before(tags: Tags, place: int) -> int | None:
    """The understood subject before an infinitive or a participle: they expect [sales] to grow.

    The object of a verb of saying or seeing, somebody, or what a participle belongs to: [sales] set to grow,
    [investors] holding bonds lost."""
    own = tags(place)
    if own.isdisjoint({"infinitive", "ing"}) or not place:
        return None
    before, governing = tags(place - 1), tags(place - 2) if place > 1 else END
    if "ing" in own and "noun-group" in before and not governing.isdisjoint({"end", "sconj"}):
        return place - 1
    if "participle" in before and "infinitive" in own:
        return place - 2 if "noun-group" in governing else None
    head = place - 1
    while "infinitive" in own and head > 2 and "adp" in tags(head - 1):
        head -= 2  # they expect [earnings] per share to rise
    before, governing = tags(head), tags(head - 1) if head else END
    if "noun-group" not in before or "verb-group" not in governing:
        return None
    told = not governing.isdisjoint({"clause", "hearer"}) or not before.isdisjoint({"person", "named", "object"})
    return head if told else None


def apart(tags: Tags, place: int) -> int | None:
    """The noun group that a participle between commas belongs to: [the tax], set at 3%; [Lee], after selling it."""
    comma = _before_after(tags, place) - 1
    if comma < 1 or "comma" not in tags(comma) or "infinitive" in tags(place):
        return None
    before = tags(comma - 2) if comma > 1 else END
    opens = not before.isdisjoint({"end", "sconj"}) or "clause" in before and _is_resumed(tags, place)
    owner = tags(comma - 1)
    return comma - 1 if opens and "noun-group" in owner and (comma == place - 1 or "time" not in owner) else None


def _before_after(tags: Tags, place: int) -> int:
    """The item where a participle's phrase begins: [after] first selling it."""
    front = place
    while front > 1 and "adv" in tags(front - 1):
        front -= 1
    return front - 1 if "ing" in tags(place) and front and "sconj" in tags(front - 1) else place


def antecedent(tags: Tags, relative: int | None, place: int) -> int | None:
    """Whose infinitive stands after the comma that ends a relative clause: it forced [Lee], who was ill, to leave."""
    if relative is None or "infinitive" not in tags(place) or "comma" not in tags(place - 1) \
            or "relative" not in tags(relative) or relative < 2:
        return None
    owner = relative - 2 if "comma" in tags(relative - 1) else relative - 1
    return owner if "noun-group" in tags(owner) else None


def _is_resumed(tags: Tags, place: int) -> bool:
    """Whether a finite verb stands after the comma that ends a participle's phrase: the tax, [set at 3%], is new."""
    if "participle" not in tags(place):
        return False
    end = next((item for item in range(place + 1, place + _LONGEST) if not tags(item).isdisjoint({"comma", "end"})), -1)
    return end > 0 and "comma" in tags(end) and "finite" in tags(end + 1)


def is_contact(tags: Tags, first: int) -> bool:
    """Whether a clause that nothing opens belongs to a noun right before it: goals [his side let in].

    That noun is governed by a verb that takes no clause, or by a preposition after one.
    """
    if first < 2 or "noun-group" not in tags(first - 1):
        return False
    place = first - 2
    if "time" in tags(first - 1) and "noun-group" in tags(place):
        place -= 1  # the third time this year [it has rained]
    while place > 1 and "adp" in tags(place) and "noun-group" in tags(place - 1):
        place -= 2
    own = tags(place)
    if "adp" in own and place:
        own = tags(place - 1)
    return "verb-group" in own and own.isdisjoint(SAYING) and not own.isdisjoint({"finite", "infinitive"})
