"""Finds whom the initials of an office denote: the IO, where the text names an investigating officer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from re import Pattern

from factx.expressions import compiled
from factx.model import Person, Span
from factx.resolve.descriptions import is_person

_OFFICE = compiled(r"[Tt]he ([A-Z]{2,5})")
_ROOM = 70
"""How much text is looked at beside a name, in code points."""
_SMALL = r"(?:of|the|and|for|to)"


def bearer(source: str, span: Span, text: str, people: Sequence[Person]) -> Person | None:
    """The one person before a source whose office has its initials.

    people: the mentions, in the text's order.
    """
    letters = _OFFICE.fullmatch(text)
    if letters is None:
        return None
    before, behind = _patterns(letters[1])
    found: dict[str, Person] = {}
    for person in people:
        start, end = person.span
        if start >= span.start:
            break
        office = before.search(source, max(0, start - _ROOM), start) or behind.match(source, end, end + _ROOM)
        if office is not None and any(map(is_person, office[1].lower().split())):
            found.setdefault(person.entity, person)
    return next(iter(found.values())) if len(found) == 1 else None


@lru_cache(100)
def _patterns(letters: str) -> tuple[Pattern[str], Pattern[str]]:
    """An office with these initials in front of a name: Investigating Officer (IO) | Ray; and after one and a comma."""
    words = rf"[\s-]+(?:{_SMALL}\s+)*".join(f"[{letter}{letter.lower()}][a-z]+" for letter in letters)
    office = rf"\b({words})(?:\s+\({letters}\))?"
    return compiled(rf"{office},?\s+$"), compiled(rf",\s+(?:an?\s+|the\s+)?{office}")
