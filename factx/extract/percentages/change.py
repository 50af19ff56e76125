"""Which way a figure says that something moved; a level that was reached, held or left says neither."""

from __future__ import annotations

from factx import lexicon
from factx.extract.percentages.words import kinds
from factx.model import Change
from factx.text.tokens import Tokens

ATTRIBUTIVE = frozenset(["'s", "’s", "the", "a", "an", "its", "his", "her", "their"])
"""Before a participle that is an adjective."""

REACH = 10
"""How far before "by" the verb may stand: "cut its lending rate for small firms by 2%"."""


def change(tokens: Tokens, start: int, end: int) -> Change | None:
    """Whether the figure at the tokens `start` to `end`, its bound among them, is a rise or a fall."""
    words = lexicon.load("shares")
    after = tokens[end].lower() if end < len(tokens) else ""
    if after == "of":
        return None
    return _noun_after(tokens, end) or _before(tokens, start, words["filler"].keys() | words["adverb"].keys())


def _before(tokens: Tokens, start: int, idle: set[str]) -> Change | None:
    at = start - 1
    while at >= 0 and tokens[at].lower() in idle:
        at -= 1
    word = tokens[at].lower() if at >= 0 else ""
    if word == "up" and at and "hold-verb" in kinds(tokens[at - 1] or "."):
        # "make up 5 percent"
        return None
    if word == "by":
        return _search(tokens, at - 1, REACH, across=True)
    if word == "of" and at > 1 and tokens[at - 1].lower() == "average":
        # "by an average of 14%"
        return _before(tokens, at - 1, idle)
    if word == "of":
        return _direction(tokens[at - 1].lower(), nouns=True) if at else None
    if word in ("or", "("):
        # The amount comes first in another unit: "rose 55.47, or 0.53 percent".
        return _search(tokens, at - 2 if at > 1 and tokens[at - 1] == "," else at - 1, 7, across=False)
    return _search(tokens, at, 5, across=False)


def _search(tokens: Tokens, at: int, reach: int, *, across: bool) -> Change | None:
    """The direction of the nearest word that has one, no other verb between; nor a preposition, unless `across`."""
    prepositions = lexicon.load("shares")["preposition"]
    for i in range(at, max(-1, at - reach), -1):
        word = tokens[i].lower()
        if not word or word in (";", ":") or not across and word in (",", "'s", "’s", "'", "’"):
            return None
        found = _direction(word, nouns=across)
        surely = "verb" in kinds(word) and "noun" not in kinds(word)
        if found is not None and not across and i < at and not surely:
            return None  # "buy up rival 15% stakes", "the rise cost 5 percent"
        if found is not None:
            # "Acme's increased 40 percent stake" tells of a stake.
            before = tokens[i - 1].lower() if i else ""
            attributive = before in ATTRIBUTIVE and not across and "verb" in kinds(word)
            return None if attributive else found
        if surely or not across and word in prepositions:
            return None
    return None


def _direction(word: str, *, nouns: bool) -> Change | None:
    words = lexicon.load("shares")
    tags = kinds(word) if word[:1].isalpha() else frozenset()
    if "rise-verb" in tags or word in words["up-word"] or nouns and word in words["rise-noun"]:
        return "rise"
    if "fall-verb" in tags or word in words["down-word"] or nouns and word in words["fall-noun"]:
        return "fall"
    return None


def _noun_after(tokens: Tokens, end: int) -> Change | None:
    """The movement that the figure is the size of: "a 6 percent pay rise", "0.2 points lower"."""
    words = lexicon.load("shares")
    for i in range(end, min(end + 4, len(tokens))):
        word = tokens[i].lower()
        if word in words["rise-noun"]:
            return "rise"
        if word in words["fall-noun"]:
            return "fall"
        if i == end and (word in words["more-word"] or word in words["less-word"]):
            return "rise" if word in words["more-word"] else "fall"
        if i == end and word in ("up", "down"):
            follows = tokens[i + 1].lower() if i + 1 < len(tokens) else ""
            return _direction(word, nouns=False) if follows in ("on", "from", "in", "at", "", ",", ".") else None
        if i == end and (found := _direction(word, nouns=False)) is not None and "verb" not in kinds(word):
            return found
        if word != "-" and "noun" not in (kinds(word) if word[:1].isalpha() else ()):
            return None
    return None
