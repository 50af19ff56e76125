"""The sections of the table: the columns and rows that are shown of each kind of fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from rich.padding import Padding
from rich.text import Text

from factx.model import Claim, Date, Document, Entity, Fact, Kind, Part, Percentage, Stance, as_read
from factx.render.keys import Lines
from factx.render.plain import one_line
from factx.render.wording import day_range, name_beside, nested, noted, qualifier, why

Cell = Text | Padding

STANCE_STYLES: Final[dict[Stance, str]] = {
    "asserts": "dim",
    "denies": "red",
    "accuses": "red",
    "doubts": "yellow",
    "declines": "yellow",
    "concedes": "magenta",
    "suggests": "cyan",
    "promises": "green",
    "supports": "green",
    "asks": "blue",
    "urges": "blue",
}


@dataclass(frozen=True, slots=True)
class Section:
    """The facts of one kind in rows, each with a cell for every column; the first is the line number."""

    columns: tuple[str, ...]
    total: int
    rows: Iterator[tuple[Fact, tuple[Cell, ...]]]
    """Each with its fact, or the first of the facts that it shows."""

    def reasoned(self) -> Section:
        """The section with the rule of each fact and all its reasons in place of a note."""
        others = [place for place, column in enumerate(self.columns) if column != "note"]
        columns = (*(self.columns[place] for place in others), "rule", "why")

        def row(fact: Fact, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
            return (*(cells[place] for place in others), Text(fact.rule, "cyan"), words(why(fact), "yellow"))

        return Section(columns, self.total, ((fact, row(fact, cells)) for fact, cells in self.rows))

    def in_context(self, document: Document) -> Section:
        """The section with the sentence of each fact in place of most that it shows besides."""
        lines = Lines(document.text, document.times)
        kept = [place for place, column in enumerate(self.columns) if column in BESIDE_CONTEXT]
        columns = (*(self.columns[place] for place in kept), "sentence")

        def row(fact: Fact, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
            return (*(cells[place] for place in kept), sentence(document, lines, fact))

        return Section(columns, self.total, ((fact, row(fact, cells)) for fact, cells in self.rows))


BESIDE_CONTEXT: Final = frozenset(
    {"line", "text", "value", "name", "figure", "whose", "who", "does", "stance", "rule", "why"}
)
"""The columns that stay beside the sentence of a fact."""


def sentence(document: Document, lines: Lines, fact: Fact) -> Text:
    """The sentence around a fact, which stands out in it: of a claim, its content."""
    start, end = lines.sentence(fact.span).span
    spans = [part.span for part in fact.content] if isinstance(fact, Claim) else [fact.span]
    shown, done = Text(), start
    for span in spans:
        shown.append(blank_lines(document.text[done:span.start]))
        shown.append(blank_lines(document.text[span.start:span.end]), "bold")
        done = span.end
    return shown.append(blank_lines(document.text[done:end]))


def blank_lines(text: str) -> str:
    """A piece of a text on one line, with the blanks at its ends."""
    words = one_line(text)
    return f"{' ' * text[:1].isspace()}{words}{' ' * (text[-1:].isspace() and bool(words))}"


def dates(document: Document) -> Section:
    lines = Lines(document.text, document.times)

    def row(date: Date) -> tuple[Cell, ...]:
        marks = " ".join(filter(None, (date.mod, date.quant, date.freq)))
        return (
            line_number(lines, date),
            words(date.text, "bold"),
            Text.assemble(one_line(date.value), *((" ", (marks, "cyan")) if marks else ())),
            Text(day_range(date.begin, date.until)),
            Text(date.type.lower(), "dim"),
            notes(date.notes),
        )

    found = document.dates
    rows = ((date, row(date)) for date in found)
    return Section(("line", "text", "value", "days", "type", "note"), len(found), rows)


def people(document: Document) -> Section:
    """One row for each person, not for each mention."""
    lines = Lines(document.text, document.times)
    mentions = {mention.id: mention for mention in document.people}

    def row(entity: Entity) -> tuple[Cell, ...]:
        return (
            line_number(lines, mentions[entity.mentions[0]]),
            words(entity.name, "bold"),
            Text(str(len(entity.mentions))),
            words("; ".join(entity.titles)),
        )

    named = [entity for entity in document.entities if entity.mentions]
    rows = ((mentions[entity.mentions[0]], row(entity)) for entity in named)
    return Section(("line", "name", "mentions", "titles"), len(named), rows)


def percentages(document: Document) -> Section:
    """Rows that read like sentences: Acme – sales – 4%; 61% – of tenants – fear it."""
    lines = Lines(document.text, document.times)
    names: dict[str | None, str] = {entity.id: entity.name for entity in document.entities}

    def row(percentage: Percentage) -> tuple[Cell, ...]:
        return (
            line_number(lines, percentage),
            who(percentage.holder, names.get(percentage.entity)),
            part(percentage.property),
            Text.assemble(qualifier(percentage), (percentage.value_text, "bold")),
            part(percentage.of),
            part(percentage.predicate),
            notes(percentage.notes),
        )

    found = document.percentages
    rows = ((percentage, row(percentage)) for percentage in found)
    return Section(("line", "whose", "measure", "figure", "of", "predicate", "note"), len(found), rows)


def claims(document: Document) -> Section:
    """Who – does – what; a claim within a claim is indented below it."""
    lines = Lines(document.text, document.times)

    def row(claim: Claim, depth: int) -> tuple[Cell, ...]:
        speaker = who(claim.source, claim.name, "bold") or Text("–", "dim")
        return (
            line_number(lines, claim),
            Padding(Text.assemble("↳ ", speaker), (0, 0, 0, 2 * (depth - 1))) if depth else speaker,
            part(claim.cue, "italic"),
            words(" … ".join(as_read(content.text) for content in claim.content)),
            Text(claim.stance + ("\nhedged" if claim.hedges else ""), STANCE_STYLES[claim.stance]),
        )

    found = document.claims
    rows = ((claim, row(claim, depth)) for claim, depth in nested(found))
    return Section(("line", "who", "does", "what", "stance"), len(found), rows)


def of_kind(document: Document, kind: str) -> Section:
    """The facts of a user-defined kind."""
    lines = Lines(document.text, document.times)

    def row(fact: Fact) -> tuple[Cell, ...]:
        value = Text() if fact.value_text == fact.text else words(fact.value_text, "bold")
        return line_number(lines, fact), words(fact.text, "" if value else "bold"), value, notes(fact.notes)

    found = [fact for fact in document.facts if fact.kind == kind]
    return Section(("line", "text", "value", "note"), len(found), ((fact, row(fact)) for fact in found))


SECTIONS: Final[dict[Kind, Callable[[Document], Section]]] = {
    "date": dates,
    "person": people,
    "percentage": percentages,
    "claim": claims,
}


def who(piece: Part | None, name: str | None, style: str = "") -> Text:
    """A source or holder as written, with the person's name if the words do not show it ("she")."""
    if piece is None:
        return Text()
    return Text.assemble((one_line(piece.text), style), name_beside(piece, name))


def words(text: str, style: str = "") -> Text:
    return Text(one_line(text), style)


def part(piece: Part | None, style: str = "") -> Text:
    return words(piece.text, style) if piece else Text()


def notes(given: tuple[str, ...]) -> Text:
    return words(noted(given), "yellow")


def line_number(lines: Lines, fact: Fact) -> Text:
    return Text(lines.shown(fact.span.start), "dim")
