"""The table that people see first: a section for each kind, as wide as the terminal, with nothing cut off."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factx.model import Document
from factx.read import Problem
from factx.render.layout import KIND_OF, Layout
from factx.render.plain import one_line
from factx.render.table_rows import SECTIONS, Cell, Section, of_kind
from factx.render.wording import calendar_day, document_name

TITLE_STYLES: Final = {
    "dates": "bold cyan",
    "people": "bold magenta",
    "percentages": "bold green",
    "claims": "bold blue",
}
SECTION_ROWS: Final = 200
ROWS: Final = 2000
"""rich lays out some 3,000 rows a second, and nobody reads as fast: rows beyond this are counted, not printed."""
SHARES: Final = {"who": 0.22, "does": 0.16, "text": 0.3, "note": 0.3}
"""The largest share of the width that a column may take, so that there is room for the content of claims."""
WHOLE: Final = frozenset({"line", "mentions", "value", "days", "type", "stance", "rule"})
"""The columns that are hard to read if they are wrapped."""
NARROWEST, GAP, INDENT = 8, 2, 2
EVERYTHING: Final = "--format tsv prints every fact"


def render(documents: Iterable[Document], errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    """Each document under a heading, until there are more rows than anyone reads; the rest is counted."""
    console = console_for(layout)
    rows = unseen_documents = unseen_facts = 0
    for document in documents:
        if rows >= ROWS:
            unseen_documents += 1
            unseen_facts += len(document.facts)
            continue
        rows += len(document.facts)
        with console.capture() as captured:
            console.print(heading(document), *sections(document, layout), sep="\n")
        yield "\n".join(line.rstrip() for line in captured.get().split("\n")) + "\n"
    if unseen_documents:
        yield f"… and {unseen_facts:,} more facts in {unseen_documents:,} more documents ({EVERYTHING})\n"


def console_for(layout: Layout) -> Console:
    return Console(
        width=layout.width,
        force_terminal=layout.color,
        color_system="standard" if layout.color else None,
        no_color=not layout.color,
        force_jupyter=False,
    )


def plain_table(
    title: str, total: int, columns: Sequence[tuple[str, bool, str]], rows: Sequence[Sequence[str]], layout: Layout
) -> str:
    """Rows of text below a title and their number; each column has a name, may hold numbers, and has a style.

    total: the number of rows without one that sums them up.
    """
    console = console_for(layout)
    cells: dict[str, list[Cell]] = {}
    for place, (name, _, style) in enumerate(columns):
        column: list[Cell] = [Text(row[place], style) for row in rows[:ROWS]]
        if any(column) or not rows:
            cells[name] = column
    numbers = frozenset(name for name, number, _ in columns if number)
    with console.capture() as captured:
        count = f"{total:,}" if total else "none"
        console.print(Text.assemble((title.capitalize(), "bold"), "  ", (count, "dim")))
        if rows:
            console.print(Padding(laid_out(cells, layout.width - INDENT, numbers), (0, 0, 0, INDENT)))
        if len(rows) > ROWS:
            console.print(Text(f"  … and {len(rows) - ROWS:,} more ({EVERYTHING})", "dim"))
    return "\n".join(line.rstrip() for line in captured.get().split("\n"))


def heading(document: Document) -> RenderableType:
    """The document's name, and the day that anchors its dates."""
    if document.date:
        written = f"  written {calendar_day(document.date)}"
    else:
        underspecified = any("underspecified" in date.notes for date in document.dates)
        written = "  date of writing unknown: give it with --date" if underspecified else ""
    return Text.assemble((document_name(document), "bold underline"), (written, "dim"))


def sections(document: Document, layout: Layout) -> Iterator[RenderableType]:
    """The sections of the requested kinds."""
    if not document.facts:
        yield Padding(Text("nothing found", "dim"), (0, 0, 0, 2))
        return
    for title, kind in KIND_OF.items():
        if kind in layout.kinds:
            yield from titled(title, SECTIONS[kind](document), document, layout)
    for own in sorted(layout.kinds.difference(KIND_OF.values())):
        yield from titled(own, of_kind(document, own), document, layout)
    if document.conflicts:
        yield Text("\nDisagreements", "bold red")
        yield from (Padding(Text(one_line(conflict.text)), (0, 0, 0, 2)) for conflict in document.conflicts)


def titled(title: str, section: Section, document: Document, layout: Layout) -> Iterator[RenderableType]:
    """A section below its title and count, without the columns that are empty in every row."""
    if layout.sparse and not section.total:
        return
    count = f"{section.total:,}" if section.total else "none"
    shown = title.replace("-", " ").capitalize()
    yield Text.assemble("\n", (shown, TITLE_STYLES.get(title, "bold yellow")), "  ", (count, "dim"))
    if layout.why:
        section = section.reasoned()
    if layout.context:
        section = section.in_context(document)
    rows = (cells for _, cells in islice(section.rows, SECTION_ROWS))
    filled = {name: cells for name, *cells in zip(section.columns, *rows, strict=True) if any(cells)}
    if filled:
        yield Padding(laid_out(filled, layout.width - INDENT), (0, 0, 0, INDENT))
    if section.total > SECTION_ROWS:
        yield Text(f"  … and {section.total - SECTION_ROWS:,} more ({EVERYTHING})", "dim")


def laid_out(cells: dict[str, list[Cell]], width: int, numbers: Collection[str] = ("line", "mentions")) -> Table:
    """The columns side by side; those in WHOLE are not wrapped, if that leaves room for the others."""
    widest = {name: max(map(cell_width, column)) for name, column in cells.items()}
    needed = sum(max(widest[name], len(name)) if name in WHOLE else NARROWEST for name in cells) + GAP * len(cells)
    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, header_style="dim")
    for name in cells:
        table.add_column(
            name,
            justify="right" if name in numbers else "left",
            no_wrap=(name in WHOLE or name in numbers) and needed <= width,
            min_width=min(NARROWEST, max(widest[name], len(name))),
            max_width=max(NARROWEST, int(width * SHARES[name])) if name in SHARES else None,
            overflow="fold",
        )
    for row in zip(*cells.values(), strict=True):
        table.add_row(*row)
    return table


def cell_width(cell: Cell) -> int:
    return cell.cell_len if isinstance(cell, Text) else 0
