"""Rows of cells on lines: in columns side by side or, where these would be too narrow for their words, stacked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from factx.render.styled import Run, painted, taken, width_of, wrapped
from factx.render.table_rows import Cell

GAP: Final = 2
STACKED: Final = 70 - GAP
"""Below this width, in a terminal of 70, rows are stacked: no column would be wide enough to be read."""
WIDEST: Final = 140
"""No table is wider: the eye loses the line on its way back."""
SHARES: Final = {"who": 0.22, "does": 0.16, "text": 0.3, "note": 0.3}
"""The largest share of the width that a column may take, so that there is room for the content of claims."""
WHOLE: Final = frozenset({"line", "mentions", "value", "days", "type", "stance"})
"""The columns that are hard to read if they are wrapped."""
LONG_WORD: Final = 20
"""A word longer than this is broken rather than that a column is as wide."""
PHRASES: Final = ("who", "does")
"""Columns that read on in the next one: in a stack there is a dash between them."""
SINGULAR: Final = {"people": "person"}


def lines_of(
    columns: Mapping[str, Sequence[Cell]], width: int, numbers: Collection[str], below: Sequence[Cell] = (),
    *, color: bool,
) -> Iterator[str]:
    """The lines of rows whose cells are given by column, each column of numbers to the right.

    below: what stands below each row, if anything does.
    """
    width = min(width, WIDEST)
    widths = widths_of(columns, width, numbers)
    rows = zip(*columns.values(), strict=True)
    if widths is None:
        lines = stacked(list(columns), rows, width, numbers, below)
    else:
        lines = side_by_side(dict(zip(columns, widths, strict=True)), rows, width, numbers, below)
    return (painted(line, color).rstrip() for line in lines)


def widths_of(columns: Mapping[str, Sequence[Cell]], width: int, numbers: Collection[str]) -> list[int] | None:
    """The width of each column; None if they have no room beside each other."""
    if width < STACKED:
        return None
    room = width - GAP * (len(columns) - 1)
    natural = [max(width_of(name), *map(widest_line, cells)) for name, cells in columns.items()]
    least, most = [], []
    for (name, cells), size in zip(columns.items(), natural, strict=True):
        whole = name in WHOLE or name in numbers
        least.append(size if whole else min(size, max(width_of(name), *map(longest_word, cells))))
        share = max(least[-1], int(width * SHARES[name])) if name in SHARES and not whole else size
        most.append(min(size, share))
    if sum(natural) <= room:
        return natural
    if sum(least) > room:
        return None
    # What is left goes to all columns alike, until each is as wide as it may be.
    widths, left = least, room - sum(least)
    while left and (growing := [place for place, size in enumerate(widths) if size < most[place]]):
        for place in growing[:left]:
            widths[place] += 1
        left -= min(left, len(growing))
    return widths


def widest_line(cell: Cell) -> int:
    """The width of a cell that is not wrapped."""
    text = "".join([run.text for run in cell.runs])
    return cell.indent + max(map(width_of, text.split("\n")))


def longest_word(cell: Cell) -> int:
    """The width that a cell needs so that its words stay whole."""
    text = "".join([run.text for run in cell.runs])
    return cell.indent + min(LONG_WORD, max(map(width_of, text.split()), default=0))


def side_by_side(
    widths: Mapping[str, int], rows: Iterator[tuple[Cell, ...]], width: int, numbers: Collection[str],
    below: Sequence[Cell],
) -> Iterator[list[Run]]:
    """The rows in columns of these widths, below the columns' names."""
    right = [name in numbers for name in widths]
    yield joined([[Run("grey", name)] for name in widths], list(widths.values()), right)
    indent = next(iter(widths.values())) + GAP
    for number, row in enumerate(rows):
        blocks = [block(cell, size) for cell, size in zip(row, widths.values(), strict=True)]
        for place in range(max(map(len, blocks))):
            line = [lines[place] if place < len(lines) else [] for lines in blocks]
            yield joined(line, list(widths.values()), right)
        if below and below[number].runs:
            yield from indented(wrapped(below[number].runs, width - indent, fold=True), indent)


def block(cell: Cell, width: int) -> list[list[Run]]:
    """A cell's lines in a column of that width."""
    return list(indented(wrapped(cell.runs, width - cell.indent, fold=True), cell.indent))


def indented(lines: Iterator[list[Run]], indent: int) -> Iterator[list[Run]]:
    return ([Run("", " " * indent), *line] for line in lines) if indent else lines


def joined(cells: Sequence[list[Run]], widths: Sequence[int], right: Sequence[bool]) -> list[Run]:
    """One line of cells, each filled up to the width of its column."""
    line: list[Run] = []
    for place, (runs, width) in enumerate(zip(cells, widths, strict=True)):
        fill = Run("", " " * (width - taken(runs)))
        line += [*([Run("", " " * GAP)] if place else []), *([fill, *runs] if right[place] else [*runs, fill])]
    return line


def stacked(
    names: Sequence[str], rows: Iterator[tuple[Cell, ...]], width: int, numbers: Collection[str], below: Sequence[Cell]
) -> Iterator[list[Run]]:
    """Each row as a paragraph: the line number, then what there is in its cells, one after the other."""
    known = list(rows)
    numbered = names[:1] == ["line"]
    edge = max((widest_line(row[0]) for row in known), default=0) + GAP if numbered else GAP
    for number, row in enumerate(known):
        cells = list(zip(names, row, strict=True))
        first: list[Run] = []
        if numbered:
            first = [Run("", " " * (edge - GAP - widest_line(row[0]))), *row[0].runs, Run("", " " * GAP)]
            cells = cells[1:]
        indent = edge + sum([cell.indent for _, cell in cells])
        lines = wrapped(sentence(cells, numbers), width - indent, fold=True)
        yield [*first, Run("", " " * (indent - taken(first)) if first else ""), *next(lines, [])]
        yield from indented(lines, indent)
        if below and below[number].runs:
            yield from indented(wrapped(below[number].runs, width - indent, fold=True), indent)


def sentence(cells: Sequence[tuple[str, Cell]], numbers: Collection[str]) -> Iterator[Run]:
    """The cells one after the other, without those that are empty or whose words are those of the one before."""
    before: tuple[str, tuple[Run, ...]] = ("", ())
    for name, cell in cells:
        runs = tuple([Run(style, text.replace("\n", ", ")) for style, text in cell.runs])
        text = "".join([run.text for run in runs])
        if not runs or name not in numbers and text == "".join([run.text for run in before[1]]):
            continue
        if before[0]:
            yield Run("grey", " – " if before[0] in PHRASES and name != "stance" else " · ")
        if name == "of":
            yield Run("grey", "of ")
        yield from runs
        if name in numbers:
            yield Run("grey", f" {SINGULAR.get(name, name.removesuffix('s')) if text == '1' else name}")
        before = name, runs
