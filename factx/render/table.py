"""What people see first: a section a kind, as wide as the terminal, nothing that matters cut off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from factx.model import Document
from factx.read import STDIN, Problem
from factx.render.layout import KIND_OF, Layout
from factx.render.plain import one_line, printable
from factx.render.section import SECTIONS, Section, calendar_day

TITLE_STYLES: Final = {
    "dates": "bold cyan",
    "people": "bold magenta",
    "percentages": "bold green",
    "claims": "bold blue",
}
SECTION_ROWS: Final = 200
ROWS: Final = 2000
"""rich lays out some 3,000 rows a second, and nobody reads as fast: what is beyond is counted, not printed."""
SHARES: Final = {"who": 0.22, "does": 0.16}
"""The part of the width that a column may take at most, so that what was said keeps its room."""
WHOLE: Final = frozenset({"line", "mentions", "value", "days", "type", "stance"})
"""The columns that are not wrapped on a terminal of the usual width."""
NARROW: Final = 72
EVERYTHING: Final = "--format tsv prints every fact"


def render(documents: Iterable[Document], errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    """Each document under a heading, until there are more rows than anyone reads; the rest is counted."""
    console = Console(
        width=layout.width,
        force_terminal=layout.color,
        color_system="standard" if layout.color else None,
        no_color=not layout.color,
        force_jupyter=False,
    )
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


def heading(document: Document) -> RenderableType:
    """The document's name, and the day that anchors its dates."""
    name = "standard input" if document.id == STDIN else printable(document.id or "")
    written = f"  written {calendar_day(document.date)}" if document.date else ""
    return Text.assemble((name, "bold underline"), (written, "dim"))


def sections(document: Document, layout: Layout) -> Iterator[RenderableType]:
    """The kinds that were asked for, in the order in which people read them."""
    if not document.facts:
        yield Padding(Text("nothing found", "dim"), (0, 0, 0, 2))
        return
    for title, kind in KIND_OF.items():
        if kind in layout.kinds:
            yield from titled(title, SECTIONS[kind](document), layout.width)
    if document.conflicts:
        yield Text("\nWhat disagrees", "bold red")
        yield from (Padding(Text(one_line(conflict.text)), (0, 0, 0, 2)) for conflict in document.conflicts)


def titled(title: str, section: Section, width: int) -> Iterator[RenderableType]:
    """A section under its title and count; its columns that are empty in every row are left out."""
    rows = section.rows[:SECTION_ROWS]
    count = f"{len(section.rows):,}" if rows else "none"
    yield Text.assemble("\n", (title.capitalize(), TITLE_STYLES[title]), "  ", (count, "dim"))
    if not rows:
        return
    used = [index for index in range(len(section.columns)) if any(row[index] for row in rows)]
    table = Table(
        *(column(section.columns[index], width) for index in used),
        box=None,
        padding=(0, 2, 0, 0),
        header_style="dim",
        pad_edge=False,
    )
    for row in rows:
        table.add_row(*(row[index] for index in used))
    yield Padding(table, (0, 0, 0, 2))
    if more := len(section.rows) - len(rows):
        yield Text(f"  … and {more:,} more ({EVERYTHING})", "dim")


def column(name: str, width: int) -> Column:
    whole = name in WHOLE and width >= NARROW
    return Column(
        name,
        justify="right" if name in ("line", "mentions") else "left",
        no_wrap=whole,
        min_width=4 if whole or name == "line" else 8,
        max_width=max(8, int(width * SHARES[name])) if name in SHARES else None,
        overflow="fold",
    )
