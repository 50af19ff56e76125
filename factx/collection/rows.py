"""A document as rows of a collection's tables, and back."""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, Final, TypeAlias

from factx.across.names import block
from factx.across.people import people_of
from factx.collection.comparable import comparable
from factx.model import Claim, Conflict, Custom, Date, Document, Entity, Fact, Part, Percentage, Person, Span
from factx.records import NamedTuple
from factx.render.keys import SAID, Lines
from factx.text.clean import clean
from factx.text.sentences import sentences

Row: TypeAlias = tuple[Any, ...]
PLACE: Final = ("fact", "sentence_id", "start", "end", "line", "column", "text", "rule", "notes")
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "sentences": ("start", "end", "text"),
    "entities": ("entity", "name", "titles", "mentions", "forms", "gender", "born", "fields", "sound"),
    "mentions": (*PLACE, "name", "title", "entity_id", "given", "family", "suffix"),
    "dates": (*PLACE, "type", "value", "mod", "quant", "freq", "begin", "until", "anchor"),
    "percentages": (
        *PLACE, "low", "high", "unit", "mod", "of", "holder", "property", "predicate", "change", "entity_id", "parts",
        "reasons",
    ),
    "claims": (
        *PLACE, "source", "cue", "content", "style", "stance", "hedges", "entity_id", "name", "dates", "people",
        "percentages", "parent", "said_on", "parts", "reason",
    ),
    "own_facts": (*PLACE, "kind", "value"),
    "conflicts": ("facts", "speakers", "text"),
    "comparable": ("kind", "key", "data"),
}  # fmt: skip
"""The columns of the tables that are filled document by document, but for id and document_id. In the rows of a document
a sentence or an entity is known by its number in the document; writing makes this the id."""
ROLES: Final = ("of", "holder", "property", "predicate")
ASIDE: Final = " … "
"""Between the parts of a content."""


class Rows(NamedTuple):
    """A document, and its rows by table."""

    doc: str
    source: str
    """The path at which it was read."""
    date: str | None
    text: str
    said: tuple[str | None, ...]
    """What the input says of it: its values under SAID."""
    times: str
    fingerprint: str
    settings: str
    tables: dict[str, list[Row]]


ENCODE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def dumped(value: object) -> str:
    """An array, or what has parts, as JSON."""
    return ENCODE(value) if value else "[]"


def rows_of(document: Document, source: str, fingerprint: str, settings: str) -> Rows:
    """The rows of a document that was read at a path."""
    spans = [part.span for part in sentences(document.text)]
    writer = Writer(document, spans)
    tables: dict[str, list[Row]] = {name: [] for name in COLUMNS}
    tables["sentences"] = [(start, end, document.text[start:end]) for start, end in spans]
    tables["entities"] = list(entity_rows(document))
    for fact in document.facts:
        name, row = writer.row(fact)
        tables[name].append(row)
    tables["conflicts"] = [(dumped(each.facts), dumped(each.speakers), each.text) for each in document.conflicts]
    tables["comparable"] = comparable(document, spans)
    said = tuple([getattr(document, name) for name in SAID])
    times = dumped(document.times)
    return Rows(document.id or "", source, document.date, document.text, said, times, fingerprint, settings, tables)


def entity_rows(document: Document) -> Iterator[Row]:
    mentions = {entity.id: entity.mentions for entity in document.entities}
    for named in people_of(document):
        yield (
            named.entity, named.name, dumped(named.titles), dumped(mentions[named.entity]), dumped(named.forms),
            named.gender, named.born, dumped(sorted(named.fields)), block(named.name),
        )  # fmt: skip


class Writer:
    """Writes the facts of one document as rows."""

    def __init__(self, document: Document, spans: Sequence[Span]) -> None:
        self.place = Lines(document.text).place
        self.starts = [span.start for span in spans]
        self.entities = {entity.id: number for number, entity in enumerate(document.entities, 1)}
        self.rows: dict[type, Callable[[Any], tuple[str, Row]]] = {
            Date: self.date, Person: self.person, Percentage: self.percentage, Claim: self.claim,
        }  # fmt: skip

    def row(self, fact: Fact) -> tuple[str, Row]:
        """The table and the row of a fact."""
        name, row = self.rows.get(type(fact), self.own)(fact)
        span = fact.span
        where = (fact.id, bisect_right(self.starts, span.start) or None, *span, *self.place(span.start))
        return name, (*where, fact.text, fact.rule, dumped(fact.notes), *row)

    def date(self, date: Date) -> tuple[str, Row]:
        return "dates", DATE(date)

    def person(self, person: Person) -> tuple[str, Row]:
        entity = self.entities.get(person.entity)
        return "mentions", (person.name, person.title, entity, person.given, person.family, person.suffix)

    def percentage(self, share: Percentage) -> tuple[str, Row]:
        parts = [getattr(share, role) for role in ROLES]
        return "percentages", (
            share.low, share.high, share.unit, share.mod, *[part and part.text for part in parts], share.change,
            self.entities.get(share.entity or ""), dumped([part and part.span for part in parts]),
            dumped(share.role_rules),
        )  # fmt: skip

    def claim(self, claim: Claim) -> tuple[str, Row]:
        parts = (
            claim.source and claim.source.span, claim.cue and claim.cue.span,
            [part.span for part in claim.content], [part.span for part in claim.hedges],
        )  # fmt: skip
        return "claims", (
            claim.source and claim.source.text, claim.cue and claim.cue.text,
            ASIDE.join([part.text for part in claim.content]), claim.style, claim.stance,
            dumped([part.text for part in claim.hedges]), self.entities.get(claim.entity or ""), claim.name,
            dumped(claim.dates), dumped(claim.people), dumped(claim.percentages), claim.parent, claim.said_on,
            dumped(parts), claim.speaker_by,
        )  # fmt: skip

    def own(self, fact: Fact) -> tuple[str, Row]:
        return "own_facts", (fact.kind, fact.value_text)


DATE: Final = attrgetter("type", "value", "mod", "quant", "freq", "begin", "until", "anchor")


class Reader:
    """Reads one document's facts from rows, which are mappings by column."""

    def __init__(self, text: str, entities: Mapping[int, str]) -> None:
        """entities: the names of entities in the document, by their ids."""
        self.text = text
        self.read_as = clean(text)
        self.entities = entities

    def standing(self, span: Span) -> str:
        """The text at a span, with what it reads as."""
        text = self.text[span.start : span.end]
        return self.read_as.standing(span, self.read_as.reading(span)) if self.read_as else text

    def part(self, span: Sequence[int] | None) -> Part | None:
        return Part(Span(*span), self.standing(Span(*span))) if span else None

    def parts(self, spans: Iterable[Sequence[int]]) -> tuple[Part, ...]:
        return tuple([Part(Span(*span), self.standing(Span(*span))) for span in spans])

    def common(self, row: sqlite3.Row) -> tuple[str, Span, str, str]:
        span = Span(row["start"], row["end"])
        return row["fact"], span, self.standing(span), row["rule"]

    def date(self, row: sqlite3.Row) -> Date:
        return Date(
            *self.common(row), row["type"], row["value"], row["mod"], row["quant"], row["freq"], row["begin"],
            row["until"], row["anchor"], read(row["notes"]),
        )  # fmt: skip

    def person(self, row: sqlite3.Row) -> Person:
        entity = self.entities.get(row["entity_id"], "")
        rest = (row["given"], row["family"], row["suffix"])
        return Person(*self.common(row), row["name"], row["title"], entity, *rest, notes=read(row["notes"]))

    def percentage(self, row: sqlite3.Row) -> Percentage:
        of, holder, property, predicate = map(self.part, json.loads(row["parts"]))
        return Percentage(
            *self.common(row), row["low"], row["high"], row["unit"], row["mod"], of, holder, property, predicate,
            row["change"], self.entities.get(row["entity_id"]), read(row["notes"]),
            tuple([(role, rule) for role, rule in json.loads(row["reasons"])]),
        )  # fmt: skip

    def claim(self, row: sqlite3.Row) -> Claim:
        source, cue, content, hedges = json.loads(row["parts"])
        return Claim(
            *self.common(row), self.part(source), self.part(cue), self.parts(content), row["style"], row["stance"],
            self.parts(hedges), self.entities.get(row["entity_id"]), row["name"], read(row["dates"]),
            read(row["people"]), read(row["percentages"]), row["parent"], row["said_on"], read(row["notes"]),
            row["reason"],
        )  # fmt: skip

    def own(self, row: sqlite3.Row) -> Custom:
        return Custom(*self.common(row), row["kind"], row["value"], read(row["notes"]))


READS: Final[dict[str, Callable[[Reader, sqlite3.Row], Fact]]] = {
    "dates": Reader.date, "mentions": Reader.person, "percentages": Reader.percentage, "claims": Reader.claim,
    "own_facts": Reader.own,
}  # fmt: skip
"""The tables of facts, in the order in which facts that have the same place come."""


def read(array: str) -> tuple[str, ...]:
    return tuple(json.loads(array)) if array != "[]" else ()


def entity(row: sqlite3.Row) -> Entity:
    return Entity(row["entity"], row["name"], read(row["titles"]), read(row["mentions"]))


def conflict(row: sqlite3.Row) -> Conflict:
    return Conflict(read(row["facts"]), read(row["speakers"]), row["text"])
