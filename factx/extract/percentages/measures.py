"""Noun phrases of what is measured: their owner, and the name of the quantity."""

from __future__ import annotations

from typing import NamedTuple

from factx import lexicon
from factx.extract.percentages.figure import Range
from factx.extract.percentages.phrases import stands_for_holder
from factx.text.tokens import Tokens


class Measured(NamedTuple):
    """A phrase taken apart: `property` is the quantity, `holder` whose it is, `whole` all but its article."""

    property: Range | None
    holder: Range | None
    whole: Range


ARTICLES = frozenset("a an the its their his her our my your this that these those another some any".split())
_ABSTRACT = ("ship", "tion", "sion", "ment", "ness", "ance", "ence", "ism", "ity")
_OWNING = frozenset("in at for across of among".split())
_PRAISE = frozenset(
    "record highest lowest new big huge strong weak sharp modest total further best worst biggest largest first second"
    " latest recent".split()
)


def measured(tokens: Tokens, start: int, end: int) -> Measured:
    """The parts of a noun phrase with its prepositional ones: Ford's [van sales], [sales] at Ford, [Brent crude]."""
    words = lexicon.load("shares")
    phrase = start, end
    while start < end - 1 and (tokens[start].lower() in ARTICLES | _PRAISE or tokens[start] in ("“", '"')):
        start += 1
    whole = start, end
    split = next((place for place in range(start + 1, end) if tokens[place].lower() in _OWNING), end)
    owner, begins = _owner(tokens, start, split)
    head = tokens[split - 1].lower()
    named = stands_for_holder(tokens, (start, split), strict=True) and not _is_thing(tokens, start, split)
    if owner is None and named and not _is_quality(tokens, start, split):
        return Measured(None, phrase, whole)
    ends = split
    if owner is None and split < end:
        after = split + 1
        while after < end - 1 and tokens[after].lower() in ARTICLES:
            after += 1
        stop = next((place for place in range(after + 1, end) if tokens[place].lower() in _OWNING), end)
        if tokens[split].lower() == "of" and head in words["completed-noun"]:
            ends = stop
        elif _is_time(tokens[stop - 1].lower()):
            pass  # growth in May
        elif tokens[split].lower() in ("at", "across") or (
            stands_for_holder(tokens, (after, stop), strict=True) and not _is_thing(tokens, after, stop)
        ):
            owner = (split + 1 if tokens[split + 1].lower() in ("the", "its", "a") else after), stop
        elif tokens[split].lower() == "of":
            ends = stop
    return Measured((begins, ends), owner, whole)


def _owner(tokens: Tokens, start: int, end: int) -> tuple[Range | None, int]:
    """The owner that a phrase begins with, and where the rest begins: Ford's, or the name in "Ford sales"."""
    for place in range(start + 1, end - 1):
        if tokens[place] in ("'s", "’s") or tokens[place] in ("'", "’") and tokens[place - 1].endswith("s"):
            return (start, place), place + 1
    last = start
    while last < end - 1 and tokens[last][:1].isupper() and not _is_plain(tokens[last].lower()):
        last += 1
    named = start < last < end and not tokens[end - 1][:1].isupper()
    if last == start + 1 and (not start or not tokens[start - 1]) and _is_common(tokens[start].lower()):
        return None, start  # "Child poverty" begins a sentence
    if named and stands_for_holder(tokens, (start, last), strict=True):
        return (start, last), last
    return None, start


def _is_quality(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the head of a phrase begins a sentence and ends as abstract nouns do: Ridership on the ferries."""
    first = not start or not tokens[start - 1]
    alone = end - start == 1 or tokens[start + 1].lower() in lexicon.load("shares")["preposition"]
    return first and alone and tokens[start].endswith(_ABSTRACT)


def _is_time(lower: str) -> bool:
    times = lexicon.load("time")
    return lower in times["month"] or lower in times["weekday"] or lower.isdigit()


def _is_common(lower: str) -> bool:
    """Whether the lexicon has a word as a common noun or an adjective, and not as a name."""
    from factx.syntax.words import listed

    letters = listed(lower)
    return bool({"N", "J"} & set(letters)) and "P" not in letters


def _is_plain(lower: str) -> bool:
    """Whether a word that begins with a capital names nobody: New, December, British."""
    from factx.syntax.words import listed

    times, shares, others = lexicon.load("time"), lexicon.load("shares"), lexicon.load("people-others")
    plain = times["month"], times["weekday"], shares["group-noun"], others["nationality"]
    letters = listed(lower)
    return any(lower in words for words in plain) or "J" in letters or "A" in letters


def _is_thing(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a name is that of an index, a currency or the like."""
    words = lexicon.load("shares")
    return any(tokens[place].lower() in words["index-name"] for place in range(start, end))
