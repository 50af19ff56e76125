"""The roles of all figures of a text: those of its own clause, and for one set beside another, those of the other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from factx.extract.percentages.reading import Reader, Reading
from factx.extract.percentages.view import View

_CONNECTING = frozenset(
    "from to and or by at up down compared with against versus vs than in on of the a an just only about nearly almost"
    " over last this previous earlier later before ago year years month months week quarter , ( ) – - — either now"
    " after approximately some".split()
)
_COMPARING = frozenset("compared compares opposed versus vs against".split())
_CHANGING = frozenset("up down rise fall increase drop gain decline jump decrease".split())


def readings(view: View, figures: Sequence[int], shares: Collection[int]) -> dict[int, Reading]:
    """The reading of each figure, by its token, that has one; of those in `shares` the whole is known."""
    reader = Reader(view)
    found: dict[int, Reading] = {}
    every = frozenset(figures)
    for figure in figures:
        for reading in reader.read(figure, share=figure in shares):
            if reading.holder is not None and view.is_pronoun(reading.holder):
                reading = reading._replace(holder=None)
                if reading.property is None and reading.predicate is None:
                    break
            if reading.property is not None and not every.isdisjoint(range(*reading.property)):
                reading = reading._replace(property=None)
            if reading.holder is not None and not every.isdisjoint(range(*reading.holder)):
                reading = reading._replace(holder=None)
            if reading.property or reading.holder or reading.predicate:
                found[figure] = reading
                break
    for one, other in pairwise(sorted(figures)):
        if one not in found:
            continue
        beside = _beside(found[one], found.get(other), _comparison(view, one, other))
        if beside is not None:
            found[other] = beside
    return found


def _beside(first: Reading, own: Reading | None, comparison: str | None) -> Reading | None:
    """The reading of a figure that is set beside the first of two; None if it stays as it is."""
    if own is not None and own.rule == "what is said of the share":
        return None
    match comparison:
        case "same" if own is None or own.rule != "second of a score":
            return first._replace(rule="as of the figure before")
        case "change" if first.predicate is not None:
            return Reading("change of the share before", predicate=first.predicate)
        case "compared" if own is None or own.rule == "growth itself":
            return first._replace(rule="compared with the figure before")
        case "compared" if own is not None and own.predicate is None:
            return first._replace(rule="compared with the figure before", holder=own.holder)
        case "beside" if own is not None and own.property and not own.holder and first.property:
            return own._replace(holder=first.holder)
    return None


def _comparison(view: View, one: int, other: int) -> str | None:
    """How a figure is set beside the one before: as the same at another time, as another's, or as a change of it."""
    if other - one > 30:
        return None
    tokens = view.tokens
    between = [tokens[place].lower() for place in range(one + 1, other)]
    items = range(view.item(one) + 1, view.item(other))
    if between and all(
        not view.tags[place].isdisjoint({"time", "adp", "num", "comma", "adv", "opening", "closing", "dash", "hyphen"})
        or view.items[place].lower() in _CONNECTING for place in items
    ):
        return "same" if not (set(between) <= {"and", "or", ","}) or len(between) == 1 else None
    tags = {tag for place in range(view.item(one) + 1, view.item(other)) for tag in view.tags[place]}
    if not _COMPARING.isdisjoint(between) and ("end" not in tags or "that" in between):
        return "compared"
    if "end" not in tags and tags.isdisjoint({"relative"}) and not {"and", "while", ","}.isdisjoint(between):
        beside = "beside"
    else:
        beside = None
    ahead = [tokens[place].lower() for place in range(other, min(other + 3, len(tokens)))]
    near = between[-4:] + ahead
    if "end" not in tags and not {",", "–", "—", "-"}.isdisjoint(between[-8:]) and not _CHANGING.isdisjoint(near):
        return "change"
    return beside
