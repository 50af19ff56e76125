"""Markdown for notes and issues: the table's sections, with the article's words as plain text in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final, TypeAlias

from factx.model import Claim, Date, Document, Fact, Part, Percentage, Person
from factx.read import Problem
from factx.render.keys import Lines
from factx.render.layout import KIND_OF, Layout
from factx.render.plain import one_line
from factx.render.wording import calendar_day, day_range, document_name, name_beside, nested, noted, qualifier, why

PUNCTUATION: Final = re.compile(r"[\\`*_{}\[\]<>#|~&$^=]")
SUMMONS: Final = re.compile(
    r"[@#](?=\w)|:(?=[a-z0-9_+\\-]+:)|:(?=//)|\bwww(?=\.)|\bGH-(?=\d)|%(?=%)", re.IGNORECASE
)
"""Text that hosts of notes and issues make into something else: mentions, issue numbers, emoji names, addresses."""
APART: Final = "<!-- -->"
"""An empty comment: it is not shown, but splits the text around it in two."""

NUMBERS: Final = frozenset({"line", "mentions"})
"""The columns of numbers."""
DEEPEST: Final = 8
"""The greatest indentation of a claim within claims."""

Row: TypeAlias = dict[str, str]
Block: TypeAlias = Iterable[str]
"""Lines that belong together; an empty line is between two blocks."""


def pieces(document: Document, layout: Layout) -> Iterator[str]:
    """The lines of the document's blocks, each below an empty line."""
    for block in blocks(document, layout):
        yield "\n"
        yield from (f"{line}\n" for line in block)


def frame(bodies: Iterable[str], errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    """The documents, without the empty line above the first."""
    rest = iter(bodies)
    yield from (first.removeprefix("\n") for first in islice(rest, 1))
    yield from rest


def blocks(document: Document, layout: Layout) -> Iterator[Block]:
    """The document's heading, then a section for each requested kind."""
    yield [f"# {plain(document_name(document)) or 'unnamed'}"]
    if document.date:
        yield [f"Written {plain(calendar_day(document.date))}"]
    if not document.facts:
        yield ["Nothing found"]
        return
    for title, kind in KIND_OF.items():
        if kind in layout.kinds:
            yield from section(title, *SECTIONS[kind](document, layout), layout.sparse)
    for own in sorted(layout.kinds.difference(KIND_OF.values())):
        yield from section(own.replace("-", " "), *rows_of(document, layout, own, value))
    conflicts = [f"- {plain(conflict.text)}" for conflict in document.conflicts]
    if conflicts:
        yield from section("disagreements", len(conflicts), conflicts)


def section(title: str, count: int, block: Block, sparse: bool = False) -> Iterator[Block]:
    if sparse and not count:
        return
    yield [f"## {plain(title.capitalize())} ({count:,})" if count else f"## {plain(title.capitalize())}: none"]
    if block:
        yield block


def dates(document: Document, layout: Layout) -> tuple[int, Block]:
    def of(date: Date) -> Row:
        marks = filter(None, (date.value, date.mod, date.quant, date.freq))
        days = plain(day_range(date.begin, date.until))
        return {"value": code(" ".join(marks)), "days": days, "type": date.type.lower()}

    return rows_of(document, layout, "date", of)


def people(document: Document, layout: Layout) -> tuple[int, Block]:
    """One row for each person, with the lines of the mentions."""
    shown = Lines(document.text, document.times).shown
    mentions: dict[str, list[Person]] = {}
    for person in document.people:
        mentions.setdefault(person.entity, []).append(person)
    titles = {entity.id: "; ".join(entity.titles) for entity in document.entities}
    rows = [
        {
            "name": strong(own[0].name),
            "titles": plain(titles.get(id, "")),
            "mentions": str(len(own)),
            "lines": ", ".join(dict.fromkeys(shown(person.span.start) for person in own)),
        }
        | ({"why": "; ".join(reason(person) for person in own)} if layout.why else {})
        for id, own in mentions.items()
    ]
    return len(rows), table(rows)


def percentages(document: Document, layout: Layout) -> tuple[int, Block]:
    names: dict[str | None, str] = {entity.id: entity.name for entity in document.entities}

    def of(percentage: Percentage) -> Row:
        holder = percentage.holder
        whose = words(holder) + plain(name_beside(holder, names.get(percentage.entity)), " ") if holder else ""
        figure = qualifier(percentage) + strong(percentage.value_text)
        # The figure stands for the words.
        return {
            "text": "", "whose": whose, "measure": words(percentage.property), "figure": figure,
            "of": words(percentage.of), "predicate": words(percentage.predicate),
        }

    return rows_of(document, layout, "percentage", of)


def claims(document: Document, layout: Layout) -> tuple[int, Block]:
    """One item for each claim, indented below the claim whose content it is part of."""
    shown = Lines(document.text, document.times).shown

    def item(claim: Claim, depth: int) -> str:
        who = claim.source and strong(claim.source.text) + plain(name_beside(claim.source, claim.name), " ")
        cue = claim.cue and f"*{words(claim.cue)}*"
        content = " … ".join(map(words, claim.content))
        stance = claim.stance + (", hedged" if claim.hedges else "")
        why = f" – {reason(claim)}" if layout.why else ""
        said = " ".join(filter(None, (who, cue)))
        place = f"{'' if document.times else 'line '}{shown(claim.span.start)}"
        return f"{'  ' * min(depth, DEEPEST)}- {place}: {said}{' – ' if said else ''}{content} ({stance}){why}"

    items = [item(claim, depth) for claim, depth in nested(document.claims)]
    return len(items), items


SECTIONS: Final[dict[str, Callable[[Document, Layout], tuple[int, Block]]]] = {
    "date": dates,
    "person": people,
    "percentage": percentages,
    "claim": claims,
}


def rows_of(document: Document, layout: Layout, kind: str, cells: Callable[[Any], Row]) -> tuple[int, Block]:
    """One row for each fact: its line and text, the cells of its kind, and its notes."""
    shown = Lines(document.text, document.times).shown

    def row(fact: Fact) -> Row:
        last = {"why": reason(fact)} if layout.why else {"note": plain(noted(fact.notes))}
        return {"line": shown(fact.span.start), "text": strong(fact.text), **cells(fact), **last}

    rows = [row(fact) for fact in document.facts if fact.kind == kind]
    return len(rows), table(rows)


def value(fact: Fact) -> Row:
    return {"value": plain(fact.value_text) if fact.value_text != fact.text else ""}


def table(rows: list[Row], numbers: Collection[str] = NUMBERS) -> Block:
    """The rows below their column names, numbers to the right; a column that is empty in every row is left out."""
    names = [name for name in (rows[0] if rows else ()) if any(row[name] for row in rows)]
    if not names:
        return []
    ruler = ["--:" if name in numbers else "---" for name in names]
    lines = (names, ruler, *([row[name] for name in names] for row in rows))
    return (f"| {' | '.join(cells)} |" for cells in lines)


def plain(text: str, before: str = "") -> str:
    """The text on one line, escaped for Markdown; with `before` in front of it if it is not empty."""
    escaped = SUMMONS.sub(rf"\g<0>{APART}", PUNCTUATION.sub(r"\\\g<0>", one_line(text)))
    return escaped and before + escaped


def words(part: Part | None) -> str:
    return plain(part.text) if part else ""


def strong(text: str) -> str:
    return f"**{plain(text)}**"


def code(text: str) -> str:
    """A value as code, with nothing in it that is markup."""
    return f"`{one_line(text).replace('`', '').replace('|', '')}`"


def reason(fact: Fact) -> str:
    because = why(fact)
    return plain(fact.rule + (f": {because}" if because else ""))
