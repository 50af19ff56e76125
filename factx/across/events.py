"""Events that happen once, so that documents can disagree about their day: "the bridge opened on 3 May"."""

from __future__ import annotations

import re
from typing import Final

from factx import lexicon

WORD: Final = re.compile(r"[\w’'-]+|[,;:()–—]")
BOUNDS: Final = frozenset({",", ";", ":", "(", ")", "–", "—", "but", "while", "when", "after", "before", "since"})
"""What another part of the sentence begins with."""
BEING: Final = frozenset({"was", "were", "is", "are", "been", "be", "being", "got"})
RELATIVE: Final = frozenset({"which", "who", "whose", "whom"})
LITTLE: Final = frozenset(
    "a an the of in on at to for and or its his her their this that these those by with from as into had has have "
    "who which it he she they we first officially finally only just early late mid around about not".split()
) | BEING
MOST: Final = 14
"""How many words before a day tell what happened on it."""


def told(before: str, after: str) -> tuple[str, frozenset[str], frozenset[str]] | None:
    """The verb, the words that tell of what, and the names among them, if the words before a day tell of such a thing.

    None where nothing says what it happened to: a pronoun may be anybody.
    """
    words = WORD.findall(before)[-MOST:]
    place = next((i for i in range(len(words) - 1, -1, -1) if words[i].lower() in once()), None)
    if place is None:
        return None
    verb = words[place].lower()
    how = once()[verb]
    subject, object_ = part(words, place), words[place + 1 :]
    if not BOUNDS.isdisjoint(object_):
        return None
    passive = any(word.lower() in BEING for word in words[max(0, place - 3) : place])
    if "passive" in how and not passive and not ("done" in how and len(contents(object_)) > 0):
        return None
    about = [*subject, *object_] if not passive else subject
    found = frozenset(word.casefold() for word in contents(about))
    return (verb, found, frozenset(word.casefold() for word in named(about))) if found else None


def once() -> dict[str, str]:
    return dict(lexicon.load("across")["once"])


def part(words: list[str], place: int) -> list[str]:
    """The words before a verb, from the beginning of its part of the sentence; after a comma, what it adds to."""
    start = place
    while start and words[start - 1].lower() not in BOUNDS:
        start -= 1
    own = words[start:place]
    if not start or contents(own) and own[0].lower() not in RELATIVE:
        return own
    # The bridge, which opened ...; the bridge, which nobody wanted, opened ...: the words before the comma.
    return part(words, start - 1)


def contents(words: list[str]) -> list[str]:
    return [bare(word) for word in words if word.lower() not in LITTLE and word not in BOUNDS]


def bare(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s")


def named(words: list[str]) -> list[str]:
    """The words with a capital that are no little ones."""
    return [bare(word) for word in words if word[:1].isupper() and word.lower() not in LITTLE]
