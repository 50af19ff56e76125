"""What changed, by the noun of a change: in a 5% pay rise, an 8% rise in profits, its 12% surge."""

from __future__ import annotations

from collections.abc import Iterator

from factx import lexicon
from factx.extract.percentages.figure import Range, Reading
from factx.extract.percentages.view import View
from factx.extract.percentages.words import kinds
from factx.syntax.sentence import Clause
from factx.syntax.words import LETTER

BARE_CHANGE = "what changed is named before"
"""The rule of a change that does not say of what it is one: a gain of 3%."""


LIVING = frozenset("see sees saw seen experience experiences experienced enjoys enjoyed suffers suffered".split())
"""Verbs of whoever lives through growth."""
WANTING = frozenset(["for", "on", "to", "with"])
"""Prepositions of a change that the subject of the verb asks for, earns more by, comes to or has."""


def changed(view: View, start: int, end: int, owner: Range | None, item: int) -> Iterator[Reading]:
    """What changed, and whose it is. The noun of the change ends at `end`, what its item is has begun at `start`."""
    if (after := _changing(view, item)) is not None:
        what = view.measured(*after)
        if what.property is None and view.tokens[after[0]].islower():
            what = what._replace(property=what.whole, holder=None)  # visitors from abroad, who are counted
        whose = what.holder or owner or (None if _is_foreseen(view, item) else _subject_s(view, item))
        yield Reading("behind the change", what.property, whose)
    elif end - start > 1 and _names_what_changed(view, end - 2):
        grown = view.word(end - 1) == "growth"
        yield Reading("noun before the change", (start, end - (not grown)), owner or _subject_s(view, item))
    elif view.word(end - 1) == "growth":
        yield Reading("growth itself", (end - 1, end), owner or _experiencer(view, item))
    elif owner is not None:
        what = view.measured(*owner)
        yield Reading("owner of the change", what.property, what.holder)
    elif (near := _named_before(view, item)) is not None:
        what = view.measured(*near)
        yield Reading(BARE_CHANGE, what.property, what.holder or _subject_s(view, item))


def _is_foreseen(view: View, item: int) -> bool:
    """Whether a change is one that somebody forecasts: their forecast for 5% growth in rents."""
    before = item - 1
    return "adp" in view.tags[before] and view.head(before - 1) in lexicon.load("shares")["forecast-noun"]


def _changing(view: View, item: int) -> Range | None:
    """What a preposition after the noun of a change says that changes; no time: a rise in profits, in March."""
    after = view.after(item, "in", "of", "to")
    return None if after is None or view.is_time(after) else after


def _named_before(view: View, item: int) -> Range | None:
    """What is named before a change that tells of none: the last thing measured, else the subject."""
    if "clause-alone" in view.tags[item - 1]:
        return _measure_before(view, item)  # Lee said an 8% rise hurt
    return _measure_before(view, item) or view.subject_before(item)


def _experiencer(view: View, item: int) -> Range | None:
    """Who sees or has a growth that is a verb's object."""
    return view.subject_before(item) if "verb-group" in view.tags[item - 1] else None


def _subject_s(view: View, item: int) -> Range | None:
    """Whom the subject of the verb before an item denotes; nobody who only says so: Lee said a 5% rise hurt."""
    clause = view.clause_before(item)
    told = clause is not None and "say-verb" in kinds(view.word(clause.verb.head))
    before = item - 1
    if view.items.lower[before] == "of" and view.head(before - 1) in lexicon.load("shares")["change-noun"]:
        before -= 2  # an increase of 5%
    if "adp" in view.tags[before] and view.items.lower[before] not in WANTING:
        return None  # brought about by a 5% rise, after a 5% rise
    grown = "verb-group" in view.tags[item - 1] and view.head(item) == "growth"
    if grown and (lived := _living(view, clause)) is not None:
        return lived
    if told and "verb-group" not in view.tags[item - 1]:
        return None
    return view.whose(view.subject_before(item))


def _living(view: View, clause: Clause | None) -> Range | None:
    """Who or what lives through growth: the coast saw growth of 7%; no time: May saw it."""
    if clause is None or view.word(clause.verb.head) not in LIVING:
        return None
    return view.subject(clause)


def _names_what_changed(view: View, token: int) -> bool:
    """Whether the word before the noun of a change says what changed: a pay rise; no annual or sharp rise."""
    adjective = view.syntax.classes[token] == LETTER["adj"] or view.word(token).endswith("ed")  # an estimated gain
    return not adjective and view.word(token) not in lexicon.load("shares")["change-time"]


def _measure_before(view: View, item: int) -> Range | None:
    """The last thing measured that is named before an item in its sentence, a comma or a dash between the two."""
    parted = False
    for place in range(item - 1, -1, -1):
        tags = view.tags[place]
        if "end" in tags:
            return None
        parted = parted or not tags.isdisjoint({"comma", "dash", "hyphen"})
        if parted and "noun-group" in tags and "figure" not in tags:
            where = view.range(place)
            if view.head(place) in lexicon.load("shares")["thing-noun"] and not view.is_time(where):
                numbers = (at + 1 for at in range(*where) if view.syntax.classes[at] == LETTER["num"])
                return max(numbers, default=where[0]), where[1]
    return None
