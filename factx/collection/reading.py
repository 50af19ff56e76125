"""Reads documents back from a collection, with their facts as they were found."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from itertools import groupby
from typing import Any, Final

from factx.collection.database import CollectionError, opened
from factx.collection.rows import READS, Reader, conflict, entity
from factx.model import Claim, Document, Fact, Percentage
from factx.render.keys import SAID

AT_ONCE: Final = 200
"""How many documents are read at a time."""
KIND_OF: Final = {"dates": "date", "mentions": "person", "percentages": "percentage", "claims": "claim"}


def documents(path: str) -> Iterator[Document]:
    """The documents of a collection in the order in which they came; CollectionError if it is none."""
    with closing(opened(path)) as connection:
        last = 0
        try:
            while rows := connection.execute(
                f"SELECT id, doc, date, text, times, {', '.join(SAID)} FROM documents WHERE id > ? ORDER BY id LIMIT ?",
                (last, AT_ONCE),
            ).fetchall():
                first, last = rows[0]["id"], rows[-1]["id"]
                tables = {table: by_document(connection, table, first, last)
                          for table in ("entities", *READS, "conflicts")}  # fmt: skip
                for row in rows:
                    yield document(row, {table: found.get(row["id"], []) for table, found in tables.items()})
        except sqlite3.Error as error:
            raise CollectionError(f"cannot be read: {error}") from None


def by_document(connection: sqlite3.Connection, table: str, first: int, last: int) -> dict[int, list[sqlite3.Row]]:
    """The rows of a table for a range of documents."""
    rows = connection.execute(
        f"SELECT * FROM {table} WHERE document_id BETWEEN ? AND ? ORDER BY document_id, id", (first, last)
    )
    return {id: list(found) for id, found in groupby(rows, key=lambda row: row["document_id"])}


def document(row: sqlite3.Row, tables: dict[str, list[sqlite3.Row]]) -> Document:
    reader = Reader(row["text"], {each["id"]: each["entity"] for each in tables["entities"]})
    facts: list[Fact] = [read(reader, each) for table, read in READS.items() for each in tables[table]]
    facts.sort(key=lambda fact: (fact.span.start, -fact.span.end))
    return Document(
        row["doc"], row["text"], row["date"], tuple(facts), tuple(map(entity, tables["entities"])),
        tuple(map(conflict, tables["conflicts"])), **{name: row[name] for name in SAID},
        times=tuple([(offset, second) for offset, second in json.loads(row["times"])]),
    )  # fmt: skip


def limited(document: Document, kinds: Collection[str]) -> Document:
    """The document as it is where only these kinds are asked for: nothing is linked to what is left out."""
    facts = tuple([linked(fact, kinds) for fact in document.facts if fact.kind in kinds])
    known = {fact.id for fact in facts}
    people = "person" in kinds or "claim" in kinds
    conflicts = [each for each in document.conflicts if known.issuperset(each.facts)] if len(kinds) > 1 else ()
    return document._replace(
        facts=facts, entities=document.entities if people else (), conflicts=tuple(conflicts)
    )


def linked(fact: Fact, kinds: Collection[str]) -> Fact:
    if isinstance(fact, Claim):
        without: dict[str, Any] = {} if "date" in kinds else {"dates": (), "said_on": None}
        without |= {} if "percentage" in kinds else {"percentages": ()}
        return fact._replace(**without) if without else fact
    if isinstance(fact, Percentage) and "person" not in kinds and "claim" not in kinds:
        return fact._replace(entity=None)
    return fact
