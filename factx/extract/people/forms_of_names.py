"""The gender that the form of a name tells, where the given name is not known: binti, Thi, -dóttir, -ovna, -ova.

These are rules of the languages: an Arabic or Malay name has "son of" or "daughter of" in it, a Vietnamese one a middle
name that only men or only women bear; an Icelandic surname, a Russian patronymic and a surname of a Slavic language, or
of one that took such names over, end so.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

from factx.extract.people.words import Gender

_WITHIN: Final[dict[str, Gender]] = {
    **dict.fromkeys(("bin", "ibn"), "m"), **dict.fromkeys(("binti", "binte", "bint", "bte", "kaur"), "f"),
}
"""What stands between or after given names."""
_VIETNAMESE: Final[dict[str, Gender]] = {"thi": "f", "van": "m"}
"""Middle names after a Vietnamese surname."""
_ENDINGS: Final[tuple[tuple[tuple[str, ...], Gender], ...]] = (
    (("dottir", "ovna", "evna", "ichna", "skaya", "ova", "eva"), "f"),
    (("ovich", "evich", "ov", "ev"), "m"),
)
_SHORTEST: Final = 3
"""Letters in front of an ending: Neva and Lvov are no such names."""


def gender_by_form(words: Sequence[str], *, vietnamese: bool) -> Gender | None:
    """The gender that a full name's words after the first tell; None where they leave it open."""
    plain = ["".join(each for each in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(each))
             for word in words]
    for word in plain[1:]:
        if found := _WITHIN.get(word) or (_VIETNAMESE.get(word) if vietnamese else None):
            return found
    for word in plain[1:]:
        for endings, gender in _ENDINGS:
            if word.endswith(endings) and len(word) >= _SHORTEST + len(max(filter(word.endswith, endings), key=len)):
                return gender
    return None
