"""Words before a date that put it ahead, whatever the tense of their verb: they warned of snow from Friday."""

from __future__ import annotations

from collections.abc import Sequence

from factx import lexicon

REACH = 8
"""How many words before a date are looked at."""


def is_ahead(before: Sequence[str]) -> bool:
    """Whether the words before an open date put it ahead; the last of them is the one beside it."""
    words = [word.lower() for word in before]
    if not words:
        return False
    return _is_of_next_event(words) or _is_foretold(words)


def is_meant(before: Sequence[str]) -> bool:
    """Whether something is meant for the day after these words: alerts for Saturday, but not "was called for Friday".

    What was once meant for a day says nothing of its side: rain that was forecast for Tuesday never came.
    """
    words = [word.lower() for word in before]
    return words[-1:] == ["for"] and _ONCE.isdisjoint(words) and words[-2:-1] != ["it"]


def is_over(before: Sequence[str]) -> bool:
    """Whether a day is that of an event that something follows: there is anger after a crash on Sunday.

    before: the sentence's words before the day.
    """
    words = [word.lower() for word in before[-REACH:]]
    if words[-1:] not in (["on"], ["at"], ["over"]) or "after" not in words or not _AHEAD.isdisjoint(before):
        return False
    event = words[len(words) - words[::-1].index("after") : -1]
    return len(event) > 1 and event[0] in _ARTICLES and all(map(str.isalpha, event)) and _LIMITS.isdisjoint(event)


def _is_of_next_event(words: Sequence[str]) -> bool:
    """Whether a day is that of what they wait for: ahead of the derby on Sunday."""
    if words[-1] not in ("on", "in") or "ahead" not in words:
        return False
    after = words[words.index("ahead") + 1 : -1]
    return after[:1] == ["of"] and len(after) > 1 and all(map(str.isalpha, after))


def _is_foretold(words: Sequence[str]) -> bool:
    """Whether something that they foretold begins, ends or falls on a day: showers on Sunday, strikes from Monday."""
    foretell = lexicon.load("tense")["foretells"]
    at = next((at for at in range(len(words) - 3, -1, -1) if words[at] in foretell), -1)
    if at < 0 or not _ONCE.isdisjoint(words):
        return False
    told = words[at + 1 : -1]
    if not _PARTS.isdisjoint(told):
        return False
    return words[-1] in _LIMITS or (words[-1] in ("on", "in") and told[-1] in lexicon.load("tense")["weather"])


_AHEAD = frozenset(
    "will shall would should ’ll 'll may might can could must to due expected planned set scheduled once when if"
    .split()
)
"""Words of what is to come, after an event that may be so too."""
_ARTICLES = frozenset("a an the this his her their its two three four five several".split())
_LIMITS = frozenset(["from", "by", "until", "till"])
_ONCE = frozenset(["had", "originally", "initially", "previously", "who", "which", "that"])
"""Words by which what was foretold or meant may be over."""
_PARTS = frozenset([",", ";", ":", "(", "and", "but", "on"])
