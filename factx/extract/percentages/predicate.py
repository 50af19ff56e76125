"""What is said of a share: where the predicate of its clause ends, and whether somebody is named who says so."""

from __future__ import annotations

from factx import lexicon
from factx.extract.percentages.figure import Range
from factx.extract.percentages.view import View
from factx.extract.percentages.words import kinds
from factx.syntax.sentence import Clause

TURNING = frozenset([",", "and", "but", "while", "compared", "versus"])
"""The words at which a predicate may be over."""
CLOSING = frozenset(["’", "”", "''", "'", '"'])
OPENING_MARKS = frozenset(["“", "‘", "``", '"', "'"])
REST = frozenset(["rest", "others", "remainder", "remaining"])
"""What begins what is said of all but a share."""


def predicate(view: View, clause: Clause) -> Range:
    """The predicate of a clause; an absolute (with 9% [counted]) or relative one ends at a comma."""
    start, end = clause.verb.start, max(clause.end, clause.verb.end)
    absolute = "finite" not in clause.verb.tags or "relative" in view.tags[view.item(start) - 1]
    ends = (
        place for place in range(start + 1, end - 1) if view.word(place) in TURNING and (
            _leads_away(view, place) or view.word(place) == "," and (absolute or _closes(view, start, place + 1))
        )
    )
    end = next(ends, end)
    return start, end - (view.word(end - 1) == ",")


def _closes(view: View, start: int, place: int) -> bool:
    """Whether a quotation mark at a token closes what was opened before `start`."""
    return view.tokens[place] in CLOSING and OPENING_MARKS.isdisjoint(view.lower[start:place])


def _leads_away(view: View, place: int) -> bool:
    """Whether a clause is over at a token: a comparison, another share, or what adds to it follows."""
    word, after = view.word(place), view.word(place + 1)
    if word in ("compared", "versus"):
        return after != "by"
    figure = place + 1 + (after == "with")
    while view.word(figure) == "another" or after == "with" and view.word(figure) in lexicon.load("shares")["filler"]:
        figure += 1
    if figure in view.tokens.marked:
        return True
    if word in (",", "and") and after == "the" and view.word(place + 2) in REST:
        return True
    if word != ",":
        return False
    if after in ("a", "an"):
        return True  # what a noun in apposition adds
    return after in ("up", "down", "according") or after in lexicon.load("shares")["comparing"]


def _is_sayer(view: View, token: int) -> bool:
    """Whether somebody who says something stands at a token."""
    said = view.by_subject.get(token)
    return said is not None and "say-verb" in kinds(view.word(said.verb.head))


def is_told(view: View, clause: Clause) -> bool:
    """Whether who says so follows a clause: most cases led to a charge, [the report says]."""
    _, last = view.tokens.sentence_of(clause.verb.start)
    behind = range(clause.verb.end, last)
    return any(view.word(place) == "," and _is_sayer(view, place + 1) for place in behind)
