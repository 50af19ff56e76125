"""Finds the start of a report after its dateline: KYIV, May 7 (Reuters) - ...; Leeds (3 May): ..."""

from __future__ import annotations

from factx.extract.claims.kinds import Kinds
from factx.extract.claims.reading import Reading
from factx.lexicon.names import look_up

_LONGEST = 10
_LONGEST_PLACE = 3
_DATE: Kinds = frozenset({"aside", "time", "comma"})


def behind(reading: Reading, low: int, end: int) -> int:
    """The start of the sentence whose first token is `low`, after its dateline; `low` if it has none."""
    if (place := _behind_place(reading, low, end)) is not None:
        return place
    words, kinds = reading.words, reading.kinds
    opening = words[low].strip()
    if _is_labelled(reading, low, opening):
        return low + 2
    if not opening.isupper() or len(opening) == 1:
        return low
    for place in range(low + 1, min(low + _LONGEST, end)):
        if "break" in kinds[place]:
            return place + 1
        bare = words[place].strip()
        dated = kinds[place] & {"aside", "time"} or bare.isdigit()
        if not (dated or bare.isupper() or bare in ("and", ",", ".")):
            return low
    return low


def _is_labelled(reading: Reading, low: int, opening: str) -> bool:
    """Whether a text opens with one word in capitals and a colon that is no speaker's label: LEEDS: ..."""
    label = f"{opening}:"
    return low == 0 and opening.isupper() and len(opening) > 1 and "colon" in reading.kinds[1] \
        and reading.labels[label] < 2


def _behind_place(reading: Reading, low: int, end: int) -> int | None:
    """The start of a report that opens with its place, perhaps its date, and a colon."""
    if not any("colon" in kind for kind in reading.kinds[low + 1 : min(low + _LONGEST, end)]):
        return None
    place = low
    limit = min(low + _LONGEST_PLACE, end)
    while place < limit and "capital" in reading.kinds[place]:
        place += 1
    if place == low or not look_up("places", "_".join(reading.lower(each) for each in range(low, place))):
        return None
    while reading.kinds[place] & _DATE or reading.words[place].strip().isdigit():
        place += 1
    return place + 1 if place < end and "colon" in reading.kinds[place] else None
