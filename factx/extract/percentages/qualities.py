"""Shares by a quality: 90% effective, 70% coastal, 80% wool; with 62% of wells dry."""

from __future__ import annotations

from factx import lexicon
from factx.extract.percentages.figure import Range, Reading
from factx.extract.percentages.view import View

QUALITY = "share of a quality"
"""The rule of a share by what it is: 70% coastal, 80% wool."""
ABSOLUTE = "quality in an absolute"
"""The rule of a share of which an adjective tells after "with"."""


def said_after_with(view: View, item: int) -> Range | None:
    """What an adjective says of a share after "with" in an absolute: with 62% of wells [dry], they left."""
    whole = view.after(item, "of") if view.items.lower[item - 1] == "with" else None
    if whole is None or view.tags[item + 4].isdisjoint({"comma", "end"}) or "adj" not in view.tags[item + 3]:
        return None
    return view.range(item + 3)


def quality(view: View, item: int) -> Reading | None:
    """The reading of a figure with an adjective after it: 90% effective, 23% more likely; 70% coastal."""
    place = item + 1
    tags, word = view.tags[place], view.items.lower[place]
    if word in ("more", "less") and "adj" in view.tags[place + 1]:
        return Reading("quality behind the figure", holder=view.subject_before(item))
    if word.endswith(("er", "wide")):
        return None  # 5% higher, 5% nationwide
    if word not in lexicon.load("shares")["degree-adjective"] and not tags.isdisjoint({"adj", "participle", "past"}):
        whole = made_of(view, item)
        if whole is not None:
            return Reading(QUALITY, predicate=view.range(place), of=whole)
    if "adj" in tags:
        return Reading("quality behind the figure", holder=view.subject_before(item))
    return None


def made_of(view: View, item: int) -> Range | None:
    """The reading of something that consists of a share: the sites are 70% coastal; they list it as 80% wool."""
    before = item - 1 - ("adv" in view.tags[item - 1])
    if "copula" in view.tags[before]:
        return view.subject_before(item)
    named = view.items.lower[before] == "as" and "noun-group" in view.tags[before - 1]
    return view.range(before - 1) if named else None
