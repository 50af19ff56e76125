"""Whether two shares can be compared: they measure the same, of the same whole, among the same people, at one time."""

from __future__ import annotations

from collections.abc import Iterable

from factx.expressions import compiled
from factx.model import Date, Part, Percentage

VOTES = frozenset({"vote", "votes", "support", "ballot", "ballots", "poll", "election"})
"""Words for wholes of which each holder has only one share."""
_AMONG = compiled(r"(?i)\bamong(?:st)?\s+((?:[\w'’-]+ ?){1,4})")
_FIGURE = compiled(r"(?i)%|per ?cent\b")
_ARTICLES = frozenset({"the", "a", "an", "all", "its", "their", "his", "her"})
_UNTELLING = _ARTICLES | VOTES
"""Words that keep no two parts apart: 10% of the vote, 60% support."""


def same_measure(first: Percentage, second: Percentage) -> bool:
    """Whether two figures measure the same, of the same, and the same is said of both, as far as their words tell."""
    if (first.property is None) != (second.property is None):
        return False  # a rating is no share of the vote
    parts = (first.property, second.property), (first.of, second.of), (first.predicate, second.predicate)
    return all(_agree(one, other) for one, other in parts)


def _agree(one: Part | None, other: Part | None) -> bool:
    """Whether two parts may be the same: one of them has all the words of the other."""
    if one is None or other is None:
        return True
    first, second = (frozenset(part.text.lower().split()) - _UNTELLING for part in (one, other))
    return first <= second or second <= first


def group_asked(text: str, start: int, end: int) -> frozenset[str]:
    """The words for those among whom alone a figure is counted: 31% of the vote among [women]; empty if there are none.

    text: the sentence, in which the figure stands from `start` to `end`.
    """
    behind = text[end:]
    until = _FIGURE.search(behind)
    found = _AMONG.search(behind[:until.start()] if until else behind) or _AMONG.match(text[:start].lstrip())
    return frozenset(found[1].lower().split()) - _ARTICLES if found else frozenset()


_SETTING = compiled(
    r"(?i)\b(?:among(?:st)?|in|across|for|at|on|within|outside|under|before|after|since)\s+"
    r"((?:(?!among|in\b|for\b|at\b|on\b)[\w'’-]+ ?){1,4})"
)
_WORD = compiled(r"[\w'’-]+")
_TELLING = frozenset(
    "annual annually yearly monthly quarterly weekly daily year month quarter week annualised annualized "
    "once now then previously formerly earlier used peak will would could may might should must can "
    "forecast forecasts expected expects target not never if unless".split()
)
"""Words of a period, a time, what is not yet or not so: figures with different ones are not for the same."""


def mode(content: str) -> frozenset[str]:
    """The words by which a content tells of a period, or of what is not or may be."""
    return frozenset(_WORD.findall(content.lower())) & _TELLING


def setting(content: str) -> frozenset[str]:
    """The words of the phrases in a content that tell where, for whom or when something is so."""
    found = (_WORD.findall(phrase.lower()) for phrase in _SETTING.findall(content))
    return frozenset([word for words in found for word in words]) - _ARTICLES


def words_of(part: Part | None) -> frozenset[str]:
    """The words of a phrase in small letters, without articles and plural endings."""
    words = _WORD.findall(part.text.lower()) if part is not None else ()
    return frozenset([word.removesuffix("s") if len(word) > 3 else word for word in words]) - _ARTICLES


def same_group(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two figures may be counted among the same people, by the words for these."""
    return bool(one) == bool(other) and (one <= other or other <= one)


def same_time(one: Iterable[Date], other: Iterable[Date]) -> bool:
    """Whether two statements, by the dates in them, may speak of one time: without a date, one may be of any."""
    first, second = ([date for date in dates if date.type == "DATE"] for dates in (one, other))
    return not first or not second or any(_meet(a, b) for a in first for b in second)


def _meet(one: Date, other: Date) -> bool:
    """Whether two dates have a day in common."""
    if one.begin and one.until and other.begin and other.until:
        return one.begin <= other.until and other.begin <= one.until
    return one.value.startswith(other.value) or other.value.startswith(one.value)
