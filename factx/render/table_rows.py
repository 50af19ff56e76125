"""The sections of the table: the columns and rows that are shown of each kind of fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from factx.model import Claim, Date, Document, Entity, Fact, Kind, Part, Percentage, Stance, as_read
from factx.records import NamedTuple
from factx.render.keys import Lines
from factx.render.plain import one_line
from factx.render.styled import Run
from factx.render.wording import day_range, name_beside, nested, noted, qualifier, why

STANCE_STYLES: Final[dict[Stance, str]] = {
    "asserts": "grey",
    "denies": "bold red",
    "accuses": "red",
    "doubts": "orange",
    "declines": "orange",
    "concedes": "mauve",
    "suggests": "cyan",
    "promises": "green",
    "supports": "green",
    "asks": "blue",
    "urges": "blue",
}


class Cell(NamedTuple):
    """The content of one column in a row."""

    runs: tuple[Run, ...] = ()
    indent: int = 0
    """By how many blanks its lines are indented."""


class Row(NamedTuple):
    """A fact, or the first of the facts that a row shows, with a cell for each column."""

    fact: Fact
    cells: tuple[Cell, ...]
    below: Cell = Cell()
    """What is said of the fact below the row."""


class Section(NamedTuple):
    """The facts of one kind in rows; the first column is the line number."""

    columns: tuple[str, ...]
    total: int
    rows: Iterator[Row]

    def reasoned(self) -> Section:
        """The section with the rule of each fact, and all its reasons, below its row in place of a note."""
        others = [place for place, column in enumerate(self.columns) if column != "note"]

        def row(given: Row) -> Row:
            because = why(given.fact)
            runs = [Run("teal", one_line(given.fact.rule)), Run("grey", f": {one_line(because)}" if because else "")]
            return Row(given.fact, tuple([given.cells[place] for place in others]), cell(Run("grey", "rule "), *runs))

        return Section(tuple([self.columns[place] for place in others]), self.total, map(row, self.rows))

    def in_context(self, document: Document) -> Section:
        """The section with the sentence of each fact in place of most that it shows besides."""
        lines = Lines(document.text, document.times)
        kept = [place for place, column in enumerate(self.columns) if column in BESIDE_CONTEXT]

        def row(given: Row) -> Row:
            cells = (*(given.cells[place] for place in kept), sentence(document, lines, given.fact))
            return Row(given.fact, cells, given.below)

        return Section((*(self.columns[place] for place in kept), "sentence"), self.total, map(row, self.rows))


BESIDE_CONTEXT: Final = frozenset({"line", "text", "value", "name", "figure", "whose", "who", "does", "stance"})
"""The columns that stay beside the sentence of a fact."""


def cell(*runs: Run) -> Cell:
    """A cell of the runs that have text."""
    return Cell(tuple([run for run in runs if run.text]))


def words(text: str, style: str = "") -> Cell:
    return cell(Run(style, one_line(text)))


def sentence(document: Document, lines: Lines, fact: Fact) -> Cell:
    """The sentence around a fact, which stands out in it: of a claim, its content."""
    start, end = lines.sentence(fact.span).span
    spans = [part.span for part in fact.content] if isinstance(fact, Claim) else [fact.span]
    shown, done = [], start
    for span in spans:
        shown.append(Run("", blank_lines(document.text[done:span.start])))
        shown.append(Run("bold", blank_lines(document.text[span.start:span.end])))
        done = span.end
    return cell(*shown, Run("", blank_lines(document.text[done:end])))


def blank_lines(text: str) -> str:
    """A piece of a text on one line, with the blanks at its ends."""
    words = one_line(text)
    return f"{' ' * text[:1].isspace()}{words}{' ' * (text[-1:].isspace() and bool(words))}"


def dates(document: Document) -> Section:
    """A date's type is shown where it is another than the usual one."""
    lines = Lines(document.text, document.times)

    def row(date: Date) -> Row:
        marks = " ".join(filter(None, (date.mod, date.quant, date.freq)))
        return Row(date, (
            line_number(lines, date),
            words(date.text, "bold"),
            cell(Run("", one_line(date.value)), Run("cyan", marks and f" {marks}")),
            words(day_range(date.begin, date.until)),
            words("" if date.type == "DATE" else date.type.lower(), "grey"),
            notes(date.notes),
        ))

    found = document.dates
    return Section(("line", "text", "value", "days", "type", "note"), len(found), map(row, found))


def people(document: Document) -> Section:
    """One row for each person, not for each mention."""
    lines = Lines(document.text, document.times)
    mentions = {mention.id: mention for mention in document.people}

    def row(entity: Entity) -> Row:
        first = mentions[entity.mentions[0]]
        return Row(first, (
            line_number(lines, first),
            words(entity.name, "bold"),
            words(str(len(entity.mentions))),
            words("; ".join(entity.titles)),
        ))

    named = [entity for entity in document.entities if entity.mentions]
    return Section(("line", "name", "mentions", "titles"), len(named), map(row, named))


def percentages(document: Document) -> Section:
    """Rows that read like sentences: Acme – sales – 4%; 61% – of tenants – fear it."""
    lines = Lines(document.text, document.times)
    names: dict[str | None, str] = {entity.id: entity.name for entity in document.entities}

    def row(percentage: Percentage) -> Row:
        return Row(percentage, (
            line_number(lines, percentage),
            who(percentage.holder, names.get(percentage.entity)),
            part(percentage.property),
            cell(Run("", qualifier(percentage)), Run("bold", one_line(percentage.value_text))),
            part(percentage.of),
            part(percentage.predicate),
            notes(percentage.notes),
        ))

    found = document.percentages
    return Section(("line", "whose", "measure", "figure", "of", "predicate", "note"), len(found), map(row, found))


def claims(document: Document) -> Section:
    """The rows of claims: who, does, what; a claim within a claim is indented below it."""
    lines = Lines(document.text, document.times)

    def row(place: tuple[Claim, int]) -> Row:
        claim, depth = place
        speaker = who(claim.source, claim.name, "bold")
        runs = speaker.runs or (Run("grey", "–"),)
        return Row(claim, (
            line_number(lines, claim),
            Cell((Run("", "↳ "), *runs), 2 * (depth - 1)) if depth else Cell(runs),
            part(claim.cue, "italic"),
            words(" … ".join(as_read(content.text) for content in claim.content)),
            cell(Run(STANCE_STYLES[claim.stance], claim.stance + ("\nhedged" if claim.hedges else ""))),
        ))

    found = document.claims
    return Section(("line", "who", "does", "what", "stance"), len(found), map(row, nested(found)))


def of_kind(document: Document, kind: str) -> Section:
    """The facts of a user-defined kind."""
    lines = Lines(document.text, document.times)

    def row(fact: Fact) -> Row:
        value = "" if fact.value_text == fact.text else fact.value_text
        text = words(fact.text, "" if value else "bold")
        return Row(fact, (line_number(lines, fact), text, words(value, "bold"), notes(fact.notes)))

    found = [fact for fact in document.facts if fact.kind == kind]
    return Section(("line", "text", "value", "note"), len(found), map(row, found))


SECTIONS: Final[dict[Kind, Callable[[Document], Section]]] = {
    "date": dates,
    "person": people,
    "percentage": percentages,
    "claim": claims,
}


def who(piece: Part | None, name: str | None, style: str = "") -> Cell:
    """A source or holder as written, with the person's name if the words do not show it ("she")."""
    if piece is None:
        return Cell()
    return cell(Run(style, one_line(piece.text)), Run("", name_beside(piece, name)))


def part(piece: Part | None, style: str = "") -> Cell:
    return words(piece.text, style) if piece else Cell()


def notes(given: tuple[str, ...]) -> Cell:
    return words(noted(given), "orange")


def line_number(lines: Lines, fact: Fact) -> Cell:
    return cell(Run("grey", lines.shown(fact.span.start)))
