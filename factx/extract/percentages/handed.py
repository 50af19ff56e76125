"""Roles handed on: the whole and the holder of one figure that are those of the figures beside it too."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from factx import lexicon
from factx.extract.percentages.figure import Figure, Range
from factx.extract.percentages.phrases import can_be_asked
from factx.extract.percentages.said import said_of
from factx.extract.percentages.view import View
from factx.extract.percentages.words import TO, kinds

SHARED = ("percent", "percentage-point", "ratio")
"""The units of what can be a share of a whole."""
PARTING = frozenset("and but while whereas with for that".split())
"""Between two figures: the second has a subject or a whole of its own."""


def hand_on(
    view: View, figures: Sequence[tuple[int, Figure]], of: dict[int, Range], holder: dict[int, Range],
    wholes: Collection[Range],
) -> None:
    """Fill in `of` and `holder` of the figures, by their tokens, that have none from those beside them.

    wholes: what rules name as the whole of any figure after it.
    """
    own = frozenset(of)
    pairs = list(pairwise(place for place, _ in figures))
    _among_joined(view, [pair for pair in pairs if _are_joined(view, *pair)], of, holder)
    _to_second_object(view, pairs, of, holder)
    _of_those_spoken_of(view, figures, of, own, _Spoken(view, of, wholes))
    for place, _ in figures:
        if place not in of and view.word(place + 1) == "support":
            # "has got 60% support": no whole is named, and what it is of is the support there is.
            of[place] = (place + 1, place + 2)
    for place in list(holder):
        if view.word(place + 1) in ("undecided", "unsure"):
            del holder[place]


def _of_those_spoken_of(
    view: View, figures: Sequence[tuple[int, Figure]], of: dict[int, Range], own: Collection[int], spoken: _Spoken
) -> None:
    """Give each share without a whole the one that was spoken of before it; a change has none but its own."""
    for place, figure in figures:
        if figure.change is not None:
            if place not in own:
                of.pop(place, None)
        elif place not in of and figure.mod != "MARGIN" and figure.unit in SHARED and _is_share(view, place):
            spoken_of = spoken.before(place)
            if spoken_of is not None:
                of[place] = _others(view, place, spoken_of) or spoken_of


def _others(view: View, place: int, whole: Range) -> Range | None:
    """The other people than those spoken of that a figure is one of: 87% among women, 81% for [men]."""
    others = view.after(view.item(place), "for", "in")
    asked = others is not None and can_be_asked(view.tokens, others) and can_be_asked(view.tokens, whole)
    return others if asked and view.word(whole[0] - 1) == "among" else None


def _among_joined(
    view: View, joined: Sequence[tuple[int, int]], of: dict[int, Range], holder: dict[int, Range]
) -> None:
    """Hand on between joined figures: a whole either way, a holder to the second."""
    for one, other in joined:
        if one in of and not _is_turnout(view, other):
            others = _others(view, other, of[one])
            of.setdefault(other, others or of[one])
        # In a score, "leads, 59 percent to 28 percent", the second figure is somebody else's.
        score = other == one + 2 and view.word(one + 1) in TO and view.word(one - 1) != "from"
        if one in holder and not score:
            holder.setdefault(other, holder[one])
    for one, other in reversed(joined):
        if other in of:
            of.setdefault(one, of[other])


def _to_second_object(
    view: View, pairs: Sequence[tuple[int, int]], of: Mapping[int, Range], holder: dict[int, Range]
) -> None:
    """Hand a holder on to a second object: [it] owns 27% of the land and 11% of the lake."""
    for one, other in pairs:
        ends = one in holder and one in of and of[one][1] == other - 1
        if ends and view.word(other - 1) == "and" and said_of(view, view.item(other)) is None:
            holder.setdefault(other, holder[one])


class _Spoken:
    """The wholes that a text speaks of."""

    def __init__(self, view: View, of: Mapping[int, Range], wholes: Iterable[Range]) -> None:
        self.view = view
        self.named = sorted((where, None) for where in wholes)
        self.all = sorted([*self.named, *((where, figure) for figure, where in of.items())], key=lambda each: each[0])
        """Each with the figure that it is the whole of; None: with any after it."""

    def before(self, place: int) -> Range | None:
        """The whole that was last spoken of before a figure in its sentence, if the figure is a share of it."""
        view = self.view
        start = view.tokens.sentence_of(place)[0]
        wholes = self.named if not self.all or _moves(view, place) else self.all
        for number in range(bisect_left(wholes, place, key=_start) - 1, -1, -1):
            where, figure = wholes[number]
            if where[0] < start:
                break
            if figure is None or not _is_absolute(view, figure):
                return where
        if _is_absolute(view, place):
            # "Teachers rejected it, with 86% voting to strike"
            subject = view.subject_before(view.item(place))
            return subject if subject is not None and can_be_asked(view.tokens, subject) else None
        return None


def _start(spoken: tuple[Range, int | None]) -> int:
    return spoken[0][0]


def _moves(view: View, place: int) -> bool:
    """Whether a figure is one that a quantity named in its clause rises or falls to."""
    clause = view.clause_before(view.item(place))
    if clause is None or clause.subject is None:
        return False
    verb = kinds(view.word(clause.verb.head))
    return not verb.isdisjoint({"rise-verb", "fall-verb"}) and view.whose(view.subject(clause)) is None


def _is_absolute(view: View, place: int) -> bool:
    """Whether a figure is the subject of an absolute: with 85% of the votes [counted]."""
    item = view.item(place)
    if "with" not in view.items.lower[max(0, item - 2):item]:
        return False
    clause = said_of(view, item)
    return clause is not None and "finite" not in clause.verb.tags


def _are_joined(view: View, one: int, other: int) -> bool:
    """Whether no subject or verb of its own stands before the second figure: "from 5% to 8%", "6%, up from 4%"."""
    between, words = view.lower[one + 1:other], lexicon.load("shares")
    if between in (["and"], ["or"]):
        return True
    for at, lower in enumerate(between, one + 1):
        if lower in ("", ":", ";") or lower in PARTING:
            return False
        if lower in words["up-word"] or lower in words["down-word"]:
            continue
        word = view.tokens[at]
        if word[0].isupper() or "verb" in kinds(word):
            return False
    last = view.word(other - 1)
    return last in (",", "(", "-", "–") or last in words["preposition"] or last in words["filler"]


def _is_turnout(view: View, place: int) -> bool:
    """Whether a figure is the share of those who voted: of no whole that other figures have."""
    return view.word(place + 1) == "turnout" or view.lower[max(0, place - 2):place] == ["turnout", "of"]


def _is_share(view: View, place: int) -> bool:
    """Whether a figure can be of a whole named before: no level or step of something measured."""
    words, item = lexicon.load("shares"), view.item(place)
    if view.word(place - 1) in words["part-of-time"]:
        return False
    if view.word(place - 1) == "of" and view.word(place - 2) in words["thing-noun"]:
        return False
    head = view.head(item) if "with-figure" in view.tags[item] else ""
    more = view.word(place - 1) == "another"  # with another 5% voting by post
    quantity = head != "" and not more and view.tokens[view.range(item)[1] - 1].islower()
    return not _is_turnout(view, place) and (not quantity or head in words["support-noun"])
