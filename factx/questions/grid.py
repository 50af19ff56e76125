"""Answers that are tables of their own, in every format: counts, people over documents, disagreements, checks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, TypeAlias

from factx.read import Problem
from factx.records import NamedTuple
from factx.render.layout import Layout
from factx.render.plain import one_line
from factx.render.record import safe
from factx.render.rows import no_formula

Row: TypeAlias = dict[str, Any]
"""A row as its JSON object."""


class Column(NamedTuple):
    """A column: its name, and what a row has in it."""

    name: str
    cell: Callable[[Row], str]
    number: bool = False
    """Whether its cells stand to the right."""
    style: str = ""
    """How the terminal shows its cells."""


class Grid(NamedTuple):
    """The rows of an answer, and how they are laid out."""

    schema: str
    name: str
    """What the rows are: their key in the JSON, and the heading."""
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    total: Row | None = None
    """What the JSON has besides, about all rows."""
    last: Row | None = None
    """A row about all rows, below them."""

    @property
    def all_rows(self) -> list[Row]:
        return [*self.rows, *([self.last] if self.last else [])]

    def cells(self, row: Row) -> list[str]:
        return [one_line(column.cell(row)) for column in self.columns]


def written(grid: Grid, form: str, errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    """The grid in the format of that name."""
    yield from FORMS[form](grid, errors, layout)


def as_json(grid: Grid, errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    yield f'{{"schema": "{grid.schema}", "{grid.name}": ['
    separator = "\n"
    for row in grid.rows:
        yield separator + object_of(row)
        separator = ",\n"
    rest = "".join(f', "{key}": {object_of(value)}' for key, value in (grid.total or {}).items())
    problems = [{"doc": error.doc, "message": error.message} for error in errors]
    yield f'\n]{rest}, "errors": {object_of(problems)}}}\n'


def object_of(value: object) -> str:
    return safe(json.dumps(value, ensure_ascii=False))


def as_lines(grid: Grid, errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    for row in grid.rows:
        yield object_of(row) + "\n"


def as_tsv(grid: Grid, errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    from factx.render.tsv import line

    return separated(grid, layout, line)


def as_csv(grid: Grid, errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    from factx.render.csv import line

    return separated(grid, layout, line)


def separated(grid: Grid, layout: Layout, line: Callable[[list[str]], str]) -> Iterator[str]:
    if layout.header:
        yield line([column.name for column in grid.columns])
    for row in grid.all_rows:
        cells = grid.cells(row)
        yield line([no_formula(cell) for cell in cells] if layout.safe else cells)


def as_table(grid: Grid, errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    from factx.render.table import plain_table

    columns = [(column.name, column.number, column.style) for column in grid.columns]
    yield plain_table(grid.name, len(grid.rows), columns, list(map(grid.cells, grid.all_rows)), layout)


def as_text(grid: Grid, errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    return as_table(grid, errors, layout._replace(color=False))


def as_markdown(grid: Grid, errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    from factx.render.markdown import plain, table

    yield f"# {plain(grid.name.capitalize())}\n\n"
    names = [column.name for column in grid.columns]
    rows = [dict(zip(names, map(plain, grid.cells(row)), strict=True)) for row in grid.all_rows]
    numbers = [column.name for column in grid.columns if column.number]
    yield from (f"{line}\n" for line in table(rows, numbers)) if rows else ["None\n"]


def as_html(grid: Grid, errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    from factx.render.html.grid import grid_page

    columns = [(column.name, column.number) for column in grid.columns]
    yield from grid_page(grid.name, columns, map(grid.cells, grid.all_rows), errors)


FORMS: Final[dict[str, Callable[[Grid, Sequence[Problem], Layout], Iterable[str]]]] = {
    "table": as_table, "json": as_json, "jsonl": as_lines, "csv": as_csv, "tsv": as_tsv, "html": as_html,
    "text": as_text, "markdown": as_markdown,
}  # fmt: skip
