"""The table that people see first: a section for each kind, as wide as the terminal, with nothing cut off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from factx.model import Document
from factx.read import Problem
from factx.render.columns import GAP, WIDEST, lines_of
from factx.render.layout import KIND_OF, Layout
from factx.render.plain import one_line
from factx.render.styled import Run, painted, wrapped
from factx.render.summary import Summary
from factx.render.table_rows import SECTIONS, Cell, Section, cell, of_kind
from factx.render.wording import calendar_day, document_name

TITLE_STYLES: Final = {
    "dates": "bold cyan",
    "people": "bold magenta",
    "percentages": "bold green",
    "claims": "bold blue",
}
SECTION_ROWS: Final = 200
ROWS: Final = 2000
"""Nobody reads as many rows: those beyond are counted, not printed."""
NUMBERS: Final = frozenset({"line", "mentions"})
EVERYTHING: Final = "--format tsv prints every fact"


def render(documents: Iterable[Document], errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    """Each document under a heading, until there are more rows than anyone reads; at the end, what there is in all."""
    summary = Summary(layout.kinds)
    between = ""
    rows = unseen_documents = unseen_facts = 0
    for document in documents:
        summary.add(document)
        if rows >= ROWS:
            unseen_documents += 1
            unseen_facts += len(document.facts)
            continue
        rows += len(document.facts)
        yield between + "".join([f"{line}\n" for line in [*heading(document, layout), *sections(document, layout)]])
        between = "\n"
    if unseen_documents:
        yield f"\n… and {unseen_facts:,} more facts in {unseen_documents:,} more documents ({EVERYTHING})\n"
    if summary.facts:
        yield "\n" + "".join([f"{line}\n" for line in paragraph([Run("grey", summary.line())], layout)])


def plain_table(
    title: str, total: int, columns: Sequence[tuple[str, bool, str]], rows: Sequence[Sequence[str]], layout: Layout
) -> str:
    """Rows of text below a title and their number; each column has a name, may hold numbers, and has a style.

    total: the number of rows without one that sums them up.
    """
    cells: dict[str, list[Cell]] = {}
    for place, (name, _, style) in enumerate(columns):
        column = [cell(Run(style, row[place])) for row in rows[:ROWS]]
        if any(each.runs for each in column):
            cells[name] = column
    numbers = frozenset(name for name, number, _ in columns if number)
    lines = [painted(title_of(title, "bold", total), layout.color)]
    if cells:
        lines += indented(lines_of(cells, layout.width - GAP, numbers, color=layout.color))
    if len(rows) > ROWS:
        lines += indented([painted([Run("grey", f"… and {len(rows) - ROWS:,} more ({EVERYTHING})")], layout.color)])
    return "".join([f"{line}\n" for line in lines])


def title_of(title: str, style: str, total: int) -> list[Run]:
    """A section's title and the number of its rows."""
    count = f"{total:,}" if total else "none"
    return [Run(style, title.replace("-", " ").capitalize()), Run("", "  "), Run("grey", count)]


def indented(lines: Iterable[str]) -> Iterator[str]:
    return (" " * GAP + line for line in lines)


def paragraph(runs: Iterable[Run], layout: Layout) -> Iterator[str]:
    """Text over as many lines as it takes."""
    return (painted(line, layout.color) for line in wrapped(runs, min(layout.width, WIDEST), fold=True))


def heading(document: Document, layout: Layout) -> Iterator[str]:
    """The document's name, and the day that anchors its dates."""
    if document.date:
        written = f"  written {calendar_day(document.date)}"
    else:
        underspecified = any("underspecified" in date.notes for date in document.dates)
        written = "  date of writing unknown: give it with --date" if underspecified else ""
    return paragraph([Run("bold underline", document_name(document)), Run("grey", written)], layout)


def sections(document: Document, layout: Layout) -> Iterator[str]:
    """The sections of the requested kinds."""
    if not document.facts:
        yield from indented([painted([Run("grey", "nothing found")], layout.color)])
        return
    for title, kind in KIND_OF.items():
        if kind in layout.kinds:
            yield from titled(title, SECTIONS[kind](document), document, layout)
    for own in sorted(layout.kinds.difference(KIND_OF.values())):
        yield from titled(own, of_kind(document, own), document, layout)
    if document.conflicts:
        yield ""
        yield painted([Run("bold red", "Disagreements")], layout.color)
        for conflict in document.conflicts:
            narrower = layout._replace(width=min(layout.width, WIDEST) - GAP)
            yield from indented(paragraph([Run("", one_line(conflict.text))], narrower))


def titled(title: str, section: Section, document: Document, layout: Layout) -> Iterator[str]:
    """A section below its title and count, without the columns that are empty in every row."""
    if layout.sparse and not section.total:
        return
    yield ""
    yield painted(title_of(title, TITLE_STYLES.get(title, "bold orange"), section.total), layout.color)
    if layout.why:
        section = section.reasoned()
    if layout.context:
        section = section.in_context(document)
    rows = list(islice(section.rows, SECTION_ROWS))
    columns = zip(section.columns, zip(*(row.cells for row in rows), strict=True), strict=False)
    filled = {name: cells for name, cells in columns if any(each.runs for each in cells)}
    if filled:
        below = [row.below for row in rows]
        yield from indented(lines_of(filled, layout.width - GAP, NUMBERS, below, color=layout.color))
    if section.total > SECTION_ROWS:
        more = f"… and {section.total - SECTION_ROWS:,} more ({EVERYTHING})"
        yield from indented([painted([Run("grey", more)], layout.color)])
