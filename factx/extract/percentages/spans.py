"""Where the noun phrase of a subject begins and ends: what is joined to it, an age, a time that follows it."""

from __future__ import annotations

from collections.abc import Sequence

from factx.engine.tags import TagSet

LATER = frozenset(["after", "following", "before", "since", "into"])
"""Between a span of time and that which it is reckoned from: the rate two years [after] the crash."""


def joined(lower: Sequence[str], tags: Sequence[TagSet], item: int, verb: int) -> int:
    """The last of the noun groups joined to the one at an item, where the verb follows it: rice and [maize losses]."""
    last = item
    while "comma" in tags[last + 1] or lower[last + 1] == "and":
        following = last + 1 + ("comma" in tags[last + 1])
        following += lower[following] == "and"
        if "noun-group" not in tags[following] or not tags[following].isdisjoint({"figure", "with-figure", "pron"}):
            return item
        last = following
    apart = last + 1
    while "adv" in tags[apart]:
        apart += 1
    return last if apart == verb else item


def compound(lower: Sequence[str], tags: Sequence[TagSet], item: int) -> int:
    """Where the phrase begins whose last part is a noun group after a hyphen: [the under-fives]."""
    if "glued" not in tags[item - 1] or lower[item - 2] not in ("under", "over"):
        return item
    return item - 2 - ("det" in tags[item - 3])


def reckoned(lower: Sequence[str], tags: Sequence[TagSet], item: int) -> int:
    """The noun group of which a time tells that is reckoned from the one at an item: [the rate] a year after it."""
    later = lower[item - 1] in LATER and "time" in tags[item - 2] and "noun-group" in tags[item - 2]
    return item - 2 if later else item
