"""The rules for points that are percentage points: by their name, as a poll's error, as the step of a rate."""

from __future__ import annotations

from factx import lexicon
from factx.engine.rules import Match
from factx.extract.percentages import values
from factx.extract.percentages.figure import Figure
from factx.extract.percentages.grammar import grammar
from factx.text import numbers

_KNOWN = lexicon.load("percentages")
_NEAR = 30
"""How far from a part of a point the word may be that says what it is a point of."""


@grammar.rule(
    "(?: 'a' | <count> ) <'full'|'whole'> <percentage-points>",
    examples={"It fell by a full percentage point.": "1 percentage points"},
    rejects=["A full point was lost."],
)
def full_points(match: Match) -> Figure | None:
    """Whole points, said to be so."""
    points = match.span_of("percentage-points")
    amount = None if points is None else values.amount(match.tokens, (match.start, points[0] - 1))
    return None if amount is None else Figure(low=amount, high=amount, unit="percentage-point")


@grammar.rule(
    """(?: (?<= 'error' <margin-verb|'plus'|'or'|'minus'|'+'|'/'|hyphen|'±'|'about'|'approximately'>{0,5} )
        | (?<= <per-cent> ','? <'plus'|'give'|'+'|'±'> <'or'|'/'>? <'minus'|'take'|hyphen|minus|'–'>? ) )
    <count> <hyphen>? <point-word>""",
    examples={"It has a margin of error of plus or minus 4.5 points.": "4.5 percentage points",
              "He is at 45 percent, plus or minus 3 points.": "3 percentage points"},
    rejects=["The index lost 45 points.", "She scored 20 points.", "An error of three judges cost her the match."],
)
def points_of_error(match: Match) -> Figure | None:
    """Points that are percentage points since they are a poll's margin of error."""
    amount = values.amount(match.tokens, match.span_of("count"))
    return None if amount is None else Figure(low=amount, high=amount, unit="percentage-point")


@grammar.rule(
    "(?<= <per-cent> ','? <'up'|'down'> ) <count> <point-word>",
    examples={"Her party stands at 32 percent, up two points since May.": "2 percentage points"},
    rejects=["Shares closed up 20 points.", "Her party stands at 32 percent, up two seats since May."],
)
def points_of_change(match: Match) -> Figure | None:
    """Points by which a percentage just given has moved."""
    amount = values.amount(match.tokens, match.span_of("count"))
    return None if amount is None else Figure(low=amount, high=amount, unit="percentage-point")


@grammar.rule(
    """(?: (?: <'a'|'one'> <hyphen>? )? <'half'|'quarter'> | <unit-word> <hyphen> <fraction-word> )
        <hyphen>? <point-word>
    | <part> 'of'? <'a'|'an'|'one'> <point-word>""",
    examples={"The bank cut its rate by a quarter-point.": "0.25 percentage points",
              "Half-point steps in interest rates are rare.": "0.5 percentage points",
              "Yields fell three-quarters of a point.": "0.75 percentage points",
              "It made three quarter-point cuts in its rate.": "0.25 percentage points",
              "The bank cut its rate by one-quarter point.": "0.25 percentage points"},
    rejects=["The team won the cup by a half-point.", "Shares lost a quarter of a point as rates rose.",
             "They met at the halfway point."],
)
def points_of_rate(match: Match) -> Figure | None:
    """A part of a point of an interest rate, or of a share."""
    if not _tells_of_rate(match):
        return None
    start, end = match.span_of("part") or (match.start, match.end - 1)
    words = [match.tokens[i] for i in range(start, end)]
    amount = numbers.value(words) or numbers.value(["a", *words])
    return None if amount is None else Figure(low=float(amount), high=float(amount), unit="percentage-point")


def _tells_of_rate(match: Match) -> bool:
    """Whether the nearest word that tells what the points are is one of rates, and not of indexes or matches."""
    tokens = match.tokens
    first, last = tokens.sentence_of(match.start)
    for distance in range(1, _NEAR):
        for place in (match.start - distance, match.end - 1 + distance):
            word = tokens[place].lower() if first <= place < last else ""
            if word in _KNOWN["rate-word"] or word in _KNOWN["index-word"]:
                return word in _KNOWN["rate-word"]
    return False
