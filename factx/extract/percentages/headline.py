"""Headlines that capitalise every word: read as the sentences that they are, since there a capital names nobody."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factx import lexicon
from factx.extract.percentages.measures import is_time
from factx.lexicon.names import look_up

LONG = 4
"""The letters of a word that a headline's style never leaves small."""
FEWEST = 3
"""The long words in capitals that make a headline."""


def is_headline(words: Sequence[str]) -> bool:
    """Whether a sentence, by its words with the blanks after them, has a capital on every long word."""
    capitals = 0
    for word in words:
        if word.islower():
            if len(word.rstrip()) > LONG:
                return False
        elif word[:1].isupper() and len(word.rstrip()) >= LONG:
            capitals += 1
    return capitals >= FEWEST and words[-1].strip() not in (".", "!")


def lowered(words: Sequence[str]) -> list[str]:
    """A headline's words with a capital on its first and on names alone."""
    return [*words[:1], *(word.lower() if _is_common(word.rstrip()) else word for word in words[1:])]


@lru_cache(10_000)
def _is_common(word: str) -> bool:
    """Whether a capitalised word is one of the language rather than a name."""
    lower = word.lower()
    if not word.istitle() or lower in lexicon.load("people-others")["famous"] or is_time(lower):
        return False
    names = look_up("surnames", lower), look_up("given", lower)[-1:], look_up("places", lower)
    return look_up("words", lower) == "3" and "3" not in names
