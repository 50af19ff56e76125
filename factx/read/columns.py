"""Puts a page's pieces of text in reading order: as lines, column by column.

Coordinates are a PDF's: they grow to the right and upwards.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, TypeAlias

from factx.records import NamedTuple

FEWEST: Final = 3
"""The fewest lines of a column: two may be a table's or a letterhead's."""
FULL: Final = 0.5
"""The least share of a column's width that its median line fills."""
NARROWEST: Final = 8
"""The least width of a column, in line heights: a narrower one is a table's."""
DEEPEST: Final = 4
CANDIDATES: Final = 12


class Piece(NamedTuple):
    """Some text on one line, and its box."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


Region: TypeAlias = list[Piece]
"""The lines of a column, or of a part of the page that has no columns, from its top."""


def regions(pieces: Sequence[Piece]) -> list[Region]:
    """The columns of a page in reading order; text that spans them separates those above it from those below."""
    return [lines(part, running) for part, running in parts(pieces, 0) if part]


def parts(pieces: Sequence[Piece], depth: int) -> Iterator[tuple[Sequence[Piece], bool]]:
    """The pieces of each column, split recursively, and whether they are in a column at all."""
    best: list[tuple[Sequence[Piece], Sequence[Piece]]] = []
    most = 0
    for gutter in gutters(pieces) if depth < DEEPEST else ():
        found = list(split(pieces, gutter))
        inside = sum(len(left) + len(right) for left, right in found if right)
        if inside > most:
            best, most = found, inside
    if not best:
        yield pieces, depth > 0
    for left, right in best:
        if right:
            yield from parts(left, depth + 1)
            yield from parts(right, depth + 1)
        else:
            yield left, depth > 0


def gutters(pieces: Sequence[Piece]) -> list[float]:
    """The likeliest places of a gutter, just left of some pieces: those with the most pieces on both sides first."""
    lefts, rights = sorted(piece.left for piece in pieces), sorted(piece.right for piece in pieces)
    sides = {
        place: min(bisect_right(rights, place), len(lefts) - bisect_left(lefts, place))
        for place in {round(left) - 1.0 for left in lefts}
    }
    likely = sorted((place for place in sides if sides[place] >= FEWEST), key=lambda place: -sides[place])
    return likely[:CANDIDATES]


def split(pieces: Sequence[Piece], gutter: float) -> Iterator[tuple[Sequence[Piece], Sequence[Piece]]]:
    """From the top, the pieces left and right of a gutter; those that cross it come between, with nothing right."""
    across: list[Piece] = []
    left: list[Piece] = []
    right: list[Piece] = []
    ordered = sorted(pieces, key=lambda piece: -piece.middle)
    for piece in (*ordered, None):
        if piece is not None and piece.right <= gutter:
            left.append(piece)
        elif piece is not None and piece.left >= gutter:
            right.append(piece)
        else:
            if is_column(left) and is_column(right) and apart(left, right):
                if across:
                    yield across, ()
                yield left, right
                across = []
            else:
                across += (*left, *right)
            left, right = [], []
            if piece is not None:
                across.append(piece)
    if across:
        yield across, ()


def is_column(pieces: Sequence[Piece]) -> bool:
    """Whether the pieces are running text."""
    if len(pieces) < FEWEST:
        return False
    merged = lines(pieces)
    width = max(line.right for line in merged) - min(line.left for line in merged)
    wide = width >= NARROWEST * median(line.height for line in merged)
    return wide and len(merged) >= FEWEST and median(line.right - line.left for line in merged) >= FULL * width


def apart(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether two columns stand beside each other: further apart than two words, closer than the cells of a table."""
    gap = min(piece.left for piece in right) - max(piece.right for piece in left)
    beside = min(left[0].top, right[0].top) - max(left[-1].bottom, right[-1].bottom)
    narrower = min(max(piece.right for piece in side) - min(piece.left for piece in side) for side in (left, right))
    return 0.5 * median(piece.height for piece in left) < gap < 2 * narrower and beside > 0


def lines(pieces: Iterable[Piece], running: bool = True) -> Region:
    """The lines of one column from its top, each joined from the pieces on it.

    In running text a wide gap is a blank, stretched to fill the column; elsewhere it becomes a tab, as in a table.
    """
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.middle, piece.left)):
        if found and found[-1][0].bottom < piece.middle < found[-1][0].top:
            found[-1].append(piece)
        else:
            found.append([piece])
    return [line(sorted(row, key=lambda piece: piece.left), " " if running else "\t") for row in found]


def line(row: Sequence[Piece], wide: str) -> Piece:
    """The pieces of a row as one, with `wide` for a gap too wide to be one between words."""
    text = row[0].text
    for before, after in pairwise(row):
        gap = after.left - before.right
        text += (wide if gap > 2 * before.height else " " if gap > 0.1 * before.height else "") + after.text
    tallest = max(row, key=lambda piece: piece.height)
    return Piece(text, row[0].left, max(piece.right for piece in row), tallest.bottom, tallest.top)
