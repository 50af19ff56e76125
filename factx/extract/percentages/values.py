"""The values of a match: its numbers with their unit."""

from __future__ import annotations

from itertools import pairwise

from factx import lexicon
from factx.engine.rules import Match
from factx.engine.tags import spellings
from factx.expressions import compiled
from factx.extract.percentages.figure import Figure, Range
from factx.model import Unit
from factx.text import numbers
from factx.text.tokens import Tokens

_KNOWN = lexicon.load("percentages")
_SCALES = lexicon.load("numbers")["scale"]
_MONTHS = lexicon.load("time")["month"].keys() | lexicon.load("time")["month-or-word"].keys()
_CONTINENTAL = compiled(r"\d{1,3}(?:\.\d{3})+,\d+")
_VAGUE = frozenset(["few", "several", "many"])

MOST_POINTS = 40
"""The most points that "pp" or "ppt", written apart, are taken for: above are a book's pages and parts per trillion."""

BESIDE = 8
"""How near to them a word like "book" or "salt" stands then."""


def figure(match: Match, count: Range | None) -> Figure | None:
    """The number that the tokens `count` write, in the unit that the match ends in."""
    number, measure = amount(match.tokens, count), unit(match)
    if number is None or measure is None or is_markup(match):
        return None
    if measure == "percentage-point" and _is_other_measure(match.tokens, match.end, number):
        return None
    return Figure(low=number, high=number, unit=measure)


def span(match: Match, *, ascending: bool = False) -> Figure | None:
    """The lowest and the highest of the numbers under `count`, which share the unit that the match ends in.

    ascending: whether each must be more than the one before.
    """
    tokens, spans = match.tokens, match.spans_of("count")
    found = [amount(tokens, where) for where in spans]
    measure = unit(match)
    written = [number for number in found if number is not None]
    if measure is None or len(written) < len(found):
        return None
    worth = _scaled(tokens, spans, written)
    if ascending and any(one >= other for one, other in pairwise(worth)):
        return None
    if any(tokens.words[start - 1] in ("— ", "-- ", "― ") for start, _ in spans[1:]):
        return None  # "one in 10 — 9 percent": such a dash parts
    if any(_is_year(tokens, where) for where in spans[:-1]):
        return None
    if _numbers_something(tokens, spans[0][0]):
        return None
    return Figure(low=min(worth), high=max(worth), unit=measure)


def _scaled(tokens: Tokens, spans: list[Range], worth: list[float]) -> list[float]:
    """The numbers, each with the scale that only the last one names: 1.5 to 2 million percent."""
    last = tokens[spans[-1][1] - 1].lower()
    scale = _SCALES.get(last) if spans[-1][1] - spans[-1][0] > 1 else None
    if scale is None or any(tokens[where[1] - 1].lower() in _SCALES for where in spans[:-1]):
        return worth
    return [*(number * float(scale) for number in worth[:-1]), worth[-1]]


def _is_year(tokens: Tokens, where: Range) -> bool:
    first = tokens[where[0]]
    return len(first) == 4 and first.isdecimal() and 1900 <= int(first) < 2100


def _numbers_something(tokens: Tokens, start: int) -> bool:
    """Whether the number at `start` is one of money, a date, or what bears a number: "$5", "May 5", "Article 5"."""
    before = tokens[start - 1] if start else ""
    if not before:
        return False
    if before in ".,:/-–":
        parted = tokens.words[start - 1] != before  # "growth – 5 to 10 percent" has no sign, "-5" has
        return tokens[start - 2][:1].isdigit() if parted or before == ":" else not parted
    if before.lower() in ("in", "of") and numbers.value([tokens[start - 2]]) is not None:
        return True  # "one in 10 and 5 percent"
    return before in "$£€¥" or before.lower() in _MONTHS or before.lower() in _KNOWN["numbered-noun"]


def amount(tokens: Tokens, where: Range | None) -> float | None:
    """The number that the tokens write; None where they write none, a score or a vague one."""
    if where is None:
        return None
    if where[1] - where[0] == 1:
        bare = spellings[tokens.words[where[0]]][0]
        if bare.replace(".", "", 1).isdecimal() and len(bare) < 9:
            return float(bare)
    words = [tokens[i] for i in range(*where)]
    if "/" in words and len(words[-1]) <= len(words[-3]) and words[-1] <= words[-3]:
        return None  # "60/40 percent" is a score
    if words[0] in _SCALES and tokens.lower[where[0] - 1] in _VAGUE:
        return None
    number = numbers.value(words)
    return None if number is None else float(number)


def unit(match: Match) -> Unit | None:
    """The unit that the match ends in; None where what looks like one is none."""
    return unit_before(match.tokens, match.end)


def unit_before(tokens: Tokens, end: int) -> Unit | None:
    """The unit whose last token is the one before `end`."""
    written = spellings[tokens.words[end - 1]][0]
    if written == "%":
        return "percent"
    last = written.rstrip(".")
    if last in ("PC", "PP", "PPT", "BP", "BPS"):
        return None
    if last.lower() in _KNOWN["point-word"]:
        before = end - 3 if tokens[end - 2] in numbers.HYPHENS else end - 2
        return "basis-point" if tokens[before].lower() == "basis" else "percentage-point"
    if last in _KNOWN["point-abbreviation"] or written in _KNOWN["point-abbreviation"]:
        return "percentage-point"
    return "basis-point" if last in _KNOWN["basis-abbreviation"] else "percent"


def _is_other_measure(tokens: Tokens, end: int, number: float) -> bool:
    """Whether "pp" or "ppt", written apart from its number, are pages, or parts per thousand or trillion."""
    abbreviation, after = tokens[end - 1], tokens[end] if end < len(tokens) else ""
    if abbreviation.rstrip(".") not in ("pp", "ppt") or not tokens.words[end - 2][-1:].isspace():
        return False
    # "24 pp. with maps" are pages; "grew by 4 pp. Sales" ends there.
    goes_on = abbreviation.endswith(".") and after[:1].islower()
    beside = (tokens[i].lower() for i in range(max(0, end - BESIDE), min(end + BESIDE, len(tokens))))
    return number > MOST_POINTS or goes_on or any(word in _KNOWN["paged-or-salted"] for word in beside)


def is_markup(match: Match) -> bool:
    """Whether the figure is one of a style sheet, an attribute or an escape: width:50%; "5%20"."""
    tokens, start, end = match.tokens, match.start, match.end
    after, before, name = tokens.lower[end], tokens.lower[start - 1], tokens.lower[start - 2]
    if after[:1].isdigit() and len(tokens.words[end - 1]) == 1:
        return True
    if before == ":":
        return after[:1] in ("", ";", '"', "}", "!") and name in _KNOWN["css-property"]
    return before in ('"', "'") and name == "="


def continental(written: str) -> float | None:
    """Digits with points for thousands and a decimal comma: 1.000,5."""
    if not _CONTINENTAL.fullmatch(written):
        return None
    return float(written.replace(".", "").replace(",", "."))
