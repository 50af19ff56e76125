"""Figures whose verb is left out: prices rose 3% in May and [rents] 5%; 60% chose Lee, 33% [Ray]; she has 9%, he 4%."""

from __future__ import annotations

from factx.extract.percentages.figure import Range, Reading
from factx.extract.percentages.measures import names_somebody
from factx.extract.percentages.view import View
from factx.extract.percentages.words import kinds

LEFT_OUT = "verb left out"
"""The rule of such a figure."""
TOLD_BEHIND = frozenset({
    "behind the change", "noun before the change", "noun behind the figure", "subject of the clause",
    "second of a score", "what is said of the share",
})  # fmt: skip
"""The rules for what the words after a figure tell: no figure before it can tell more."""
NONE = frozenset(["neither", "none", "both", "nobody"])
"""What is said of a share whose verb is left out: 44% chose Lee, 39% Ray and 17% [neither]."""


def subject_again(view: View, one: int, other: int, first: Reading) -> Reading | None:
    """What rises or falls too, the verb left out: men's wages grew 4% and [women's] 5%; beef rose 3% and [pork] 5%."""
    if first.property is None:
        return None
    if (owner := _owner_again(view, one, other)) is not None:
        return first._replace(rule=LEFT_OUT, holder=owner)
    if first.rule in TOLD_BEHIND or (noun := _noun_again(view, one, other)) is None:
        return None
    what = view.measured(*noun)
    return first._replace(rule=LEFT_OUT, property=what.property, holder=what.holder)


def _owner_again(view: View, one: int, other: int) -> Range | None:
    """Another owner of the quantity before, joined to its figure: men's wages grew 4% and [women]'s 5%."""
    if view.word(other - 1) not in ("'s", "’s", "'", "’"):
        return None
    start, end = view.range(view.item(other - 2))
    return (start, end) if set(view.lower[one + 1:start]) <= {",", "and", "but", "while"} else None


def _noun_again(view: View, one: int, other: int) -> Range | None:
    """Another quantity before its figure, the verb left out: beef rose 3% and [pork] 5%."""
    item = view.item(other)
    noun = item - 1
    while view.items.lower[noun - 1] == "of" and "noun-group" in view.tags[noun - 2]:
        noun -= 2
    tags, own = view.tags[noun], view.tags[item]
    if "noun-group" not in tags or not tags.isdisjoint({"figure", "pron", "time"}) or (
        view.tags[noun - 1].isdisjoint({"cconj", "comma"}) or "figure" not in own or "owned" in own
    ):
        return None
    between = range(view.item(one) + 1, noun)
    apart = any(not view.tags[place].isdisjoint({"verb-group", "end", "relative"}) for place in between)
    where = view.origin[noun], view.origin[item]
    return None if apart or view.is_amount(noun) else where


def left_out(view: View, one: int, other: int, first: Reading) -> Reading | None:
    """The reading of a figure whose verb is left out: 47% named Lee, 33% [Ray]; 60% go to price, 40% to [quality]."""
    item = view.item(other)
    if first.holder is not None and (named := _named_again(view, one, other)) is not None:
        return first._replace(rule=LEFT_OUT, holder=named)
    if first.predicate is None:
        haver = _haver_again(view, one, other, first)
        return None if haver is None else first._replace(rule=LEFT_OUT, holder=haver)
    if (alike := _joined_alike(view, item, first.predicate)) is not None:
        return first._replace(rule=LEFT_OUT, predicate=alike)
    if (said := _said_alone(view, item, first.predicate)) is not None:
        return Reading(LEFT_OUT, predicate=said)
    if "with-figure" in view.tags[item]:
        where = other + 1, view.with_phrases(item)[1]
        told = view.measured(*where).holder == where
    else:
        where = view.with_phrases(item + 1)
        told = "noun-group" in view.tags[item + 1] and "figure" not in view.tags[item + 1]
    if not told or view.is_time(where):
        return None
    return Reading(LEFT_OUT, predicate=where, holder=where if first.holder is not None else None)


def _haver_again(view: View, one: int, other: int, first: Reading) -> Range | None:
    """Who else has a share, the verb left out: Ann holds 12% and [her brother] 9%."""
    if first.property is not None or first.holder is None or first.holder[0] > one:
        return None
    noun, clause = _noun_again(view, one, other), view.clause_before(view.item(one))
    if noun is None or clause is None:
        return None
    holds = "hold-verb" in kinds(view.word(clause.verb.head))
    return noun if holds or names_somebody(view.tokens, *noun) else None


def _said_alone(view: View, item: int, said: Range) -> Range | None:
    """What is said of a share in a word, or in a content after "that": 17% [neither], 40% [that it is dear]."""
    word, start = view.items.lower[item + 1], view.origin[item + 1]
    alone = not view.tags[item + 2].isdisjoint({"comma", "cconj", "stop", "end"})
    if word in NONE or alone and word in ("against", "opposed"):
        return view.range(item + 1)
    if word != "that":
        return None
    _, last = view.tokens.sentence_of(start)
    return start, next((place for place in range(start, last) if view.word(place) in (",", ".", ";", "")), last)


def _joined_alike(view: View, item: int, said: Range) -> Range | None:
    """What a preposition says of a share as of the one before: 60% are for rent and 15% [for key workers]."""
    preposition = view.items.lower[item + 1]
    alike = "adp" in view.tags[item + 1] and preposition != "of" and view.word(said[0] + 1) == preposition
    return (view.origin[item + 1], view.with_phrases(item + 2)[1]) if alike else None


def _named_again(view: View, one: int, other: int) -> Range | None:
    """The holder of a figure whose verb is left out: price counts for 60%, and [quality] for 40%."""
    item, before = view.item(other), view.item(one) - 1
    if view.items.lower[item - 1] != view.items.lower[before]:
        return None
    governed = "adp" in view.tags[item - 1] and "noun-group" in view.tags[item - 2]
    return view.range(item - 2) if governed else None
