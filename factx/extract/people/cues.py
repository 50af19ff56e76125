"""Cues for and against a name being a person's; each has a weight, and a name whose weights sum to over 0 is one.

The tables of weights, for full names and for lone ones, are in lexicon/people-cues.txt, fitted by
tests/tools/fit_people.py.
"""

from __future__ import annotations

from functools import cache

from factx import lexicon

NOTICEABLE = 0.5
EVERY = "name"
"""The cue that every name has: it tells nothing of one."""
ACTING = frozenset({"after:saying", "after:doing", "after:past", "after:pronoun"})

PERSON = frozenset({
    "after:age", "after:himself", "after:,office", "after:,who", "after:kin-of",
    "after:saying-quote", "before:quote-saying",
    "before:known-as", "before:own-kin", "behind-rank", "label", "title:courtesy",
})
SURE = frozenset({"after:age", "before:own-kin", "behind-rank", "label", "title:courtesy"})
"""Cues of a person that hardly anything else has."""
THING = frozenset({
    "after:,body", "after:brand", "after:firm", "after:founded", "after:market", "after:named-after", "after:partners",
    "after:possessive-end",
    "after:vessel", "legal-form",
    "after:ticker", "before:campus", "before:shares", "before:travel", "before:vessel", "first:vessel", "title:vessel",
    "after:,bearing", "at-street", "before:thing-as", "before:nearby", "before:settled", "before:street",
    "the-place",
})
"""Cues that settle what a name is, for its other mentions too."""

PLACE = frozenset({"after:,bearing", "before:nearby", "before:settled", "before:street", "the-place"})
"""Cues that settle that a name is a place's."""

_tables: list[dict[str, float]] = []


class Cues:
    """Cues that occur together, with their weight: a name's evidence is a few of these.

    full, lone: their total weight for a name of several words, and of one; full_notes, lone_notes: those of
        noticeable weight, each with its weight.
    acts: whether they show the person acting or speaking; shows: "person" or "thing" where they settle it.
    sure: whether one of them is what only a person has; place: whether one is what only a place has.
    """

    __slots__ = ("acts", "full", "full_notes", "lone", "lone_notes", "names", "place", "shows", "sure")

    def __init__(self, names: tuple[str, ...]) -> None:
        full, lone = tables()
        self.names = names
        self.full = sum([full.get(name, 0.0) for name in names])
        self.lone = sum([lone.get(name, 0.0) for name in names])
        self.acts = not ACTING.isdisjoint(names)
        self.sure = not SURE.isdisjoint(names)
        self.place = not PLACE.isdisjoint(names)
        self.shows = "person" if not PERSON.isdisjoint(names) else "" if THING.isdisjoint(names) else "thing"

    def __getattr__(self, attribute: str) -> tuple[str, ...]:
        """The notes, built on first use: most are never printed."""
        if attribute not in ("full_notes", "lone_notes"):
            raise AttributeError(attribute)
        table = tables()[attribute == "lone_notes"]
        heavy = [name for name in self.names if name != EVERY and abs(table.get(name, 0.0)) >= NOTICEABLE]
        notes = tuple([f"{name} {table[name]:+.1f}" for name in heavy])
        setattr(self, attribute, notes)
        return notes


@cache
def cues(*names: str) -> Cues:
    """The `Cues` of these names, cached."""
    return Cues(names)


def tables() -> list[dict[str, float]]:
    """Cue to weight, for full names and for lone ones."""
    if not _tables:
        sections = lexicon.load("people-cues")
        _tables.extend({cue: float(value) for cue, value in sections[kind].items()} for kind in ("full", "lone"))
    return _tables


def use(full: dict[str, float], lone: dict[str, float]) -> None:
    """Judge by other weights, while fitting them."""
    _tables[:] = [full, lone]
    cues.cache_clear()
