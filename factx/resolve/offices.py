"""Compares titles and offices by their words, to tell whether a description and a title mean the same one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from factx.model import Entity

HEAD_ENDS = re.compile(r",| who\b| whose\b|\s(?:of|for|from|at|in|on|with|to|by|near|about)\s|[(–—]|\s-\s|--")
"""Words and marks that end the head of a title or of a source."""
_WORDS = re.compile(r"[^\W\d_][\w’'.-]*")
_SAME = {
    "sen": "senator", "rep": "congressman", "congresswoman": "congressman", "gov": "governor", "gen": "general",
    "prof": "professor", "dr": "doctor", "sgt": "sergeant", "lt": "lieutenant", "col": "colonel", "capt": "captain",
    "gop": "republican", "candidate": "nominee", "justice": "judge", "premier": "minister", "spokeswoman": "spokesman",
    "chairwoman": "chairman", "democrat": "democratic",
}
KINDS_OF = {
    "lawmaker": ("senator", "congressman", "mp", "lawmaker"),
    "legislator": ("senator", "congressman", "legislator"),
}
"""The offices that a more general word covers."""
VAGUE = frozenset({"presidential", "former", "then", "longtime", "current", "outgoing", "own", "late", "new"})


def by_title(entities: Iterable[Entity]) -> dict[str, list[tuple[Entity, tuple[str, ...]]]]:
    """For each head of a title, the entities that hold such a title, each with the title's words."""
    found: dict[str, list[tuple[Entity, tuple[str, ...]]]] = {}
    for entity in entities:
        for title in entity.titles:
            if words := title_words(title):
                found.setdefault(words[-1], []).append((entity, words))
    return found


@lru_cache(maxsize=2000)
def title_words(title: str) -> tuple[str, ...]:
    """The words of a title up to its head, in lower case, with synonyms replaced by one word."""
    head = HEAD_ENDS.split(title, maxsplit=1)[0]
    words = [word.lower().rstrip(".").removeprefix("ex-") for word in _WORDS.findall(head)]
    return tuple([_SAME.get(word, word) for word in words])


def has_small_head(segment: str) -> bool:
    """Whether a group of words ends in a lower-case one, as descriptions do."""
    words = _WORDS.findall(segment)
    return bool(words) and words[-1].islower()
