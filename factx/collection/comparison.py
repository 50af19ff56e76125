"""Finds the disagreements in a collection: rows with the same key are compared, one key at a time."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any, Final

from factx.across.disagreements import (
    Disagreement,
    Party,
    denials,
    differing_days,
    differing_figures,
    differing_numbers,
)
from factx.across.evidence import Event, Figure, Place, Saying, sayings_of
from factx.collection.comparable import DENIAL, loaded
from factx.collection.rows import read

KINDS: Final[tuple[tuple[str, type[Any], Callable[[Iterable[Sequence[Any]]], Iterator[Disagreement]]], ...]] = (
    ("figures", Figure, differing_figures), ("numbers", Saying, differing_numbers), ("dates", Event, differing_days),
)  # fmt: skip
REMEMBERED: Final = 2_048
"""How many denials are in memory while statements are compared with them."""
BLOCKS: Final = """
SELECT key, data, doc FROM comparable JOIN documents ON documents.id = document_id WHERE kind = ? AND key IN (
    SELECT key FROM comparable WHERE kind = ? GROUP BY key HAVING count(DISTINCT document_id) > 1
) ORDER BY key, comparable.rowid
"""
DENIALS: Final = "SELECT data, doc FROM comparable JOIN documents ON documents.id = document_id"
SAID: Final = """
SELECT doc, date, fact, line, claims.name, source, stance, content FROM claims
JOIN documents ON documents.id = document_id
WHERE source IS NOT NULL AND stance IN ('asserts', 'accuses') ORDER BY claims.id
"""


def compare(connection: sqlite3.Connection) -> None:
    """Write all disagreements anew, in a transaction of the caller's."""
    connection.execute("DELETE FROM parties")
    connection.execute("DELETE FROM disagreements")
    writer = Writer(connection)
    for kind, made, differing in KINDS:
        writer.write(differing(blocks(connection, kind, made)))
    writer.write(denials(Denied(connection), sayings(connection)))
    writer.within()


def blocks(connection: sqlite3.Connection, kind: str, made: type[Any]) -> Iterator[list[Any]]:
    """What is to be compared, one key at a time."""
    reader = connection.cursor().execute(BLOCKS, (kind, kind))
    for _, rows in groupby(reader, key=lambda row: row["key"]):
        yield [loaded(made, row["data"], row["doc"]) for row in rows]


class Denied(Sequence[Saying]):
    """The denials, read from the database as they are needed, since a collection can have any number."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        rows = connection.execute("SELECT rowid FROM comparable WHERE kind = ? ORDER BY rowid", (DENIAL,))
        self.places = array("q", [place for (place,) in rows])
        self.kept = lru_cache(REMEMBERED)(self.read)

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[Saying]:
        rows = self.connection.cursor().execute(f"{DENIALS} WHERE kind = ? ORDER BY comparable.rowid", (DENIAL,))
        return (loaded(Saying, data, doc) for data, doc in rows)

    def __getitem__(self, number: Any) -> Any:
        return self.kept(number)

    def read(self, number: int) -> Saying:
        row = self.connection.execute(f"{DENIALS} WHERE comparable.rowid = ?", (self.places[number],)).fetchone()
        return loaded(Saying, *row)


def sayings(connection: sqlite3.Connection) -> Iterator[Saying]:
    """The statements that nobody denies."""
    for row in connection.cursor().execute(SAID):
        speaker = row["name"] or " ".join(row["source"].split())

        def place(text: str, row: sqlite3.Row = row, speaker: str = speaker) -> Place:
            return Place(row["doc"], row["date"], row["fact"], row["line"], speaker, text)

        for saying in sayings_of(row["stance"], row["content"], place):
            if not saying.denied:
                yield saying


class Writer:
    """Writes disagreements, each once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS written (parties PRIMARY KEY) WITHOUT ROWID")
        connection.execute("DELETE FROM temp.written")

    def write(self, found: Iterable[Disagreement]) -> None:
        for each in found:
            parties = str(sorted({(party.place.doc, party.place.fact, party.said) for party in each.parties}))
            if not self.connection.execute("INSERT OR IGNORE INTO temp.written VALUES (?)", (parties,)).rowcount:
                continue
            id = self.insert(each.kind, each.text)
            for party in each.parties:
                self.party(id, party)

    def insert(self, kind: str, text: str) -> int:
        insert = "INSERT INTO disagreements (kind, text) VALUES (?, ?)"
        return self.connection.execute(insert, (kind, text)).lastrowid or 0

    def party(self, id: int, party: Party) -> None:
        self.connection.execute(
            "INSERT INTO parties SELECT ?, id, ?, ?, ? FROM documents WHERE doc = ?",
            (id, party.place.fact, party.place.speaker, party.said, party.place.doc),
        )

    def within(self) -> None:
        """Copies the conflicts within each document."""
        for row in self.connection.cursor().execute("SELECT document_id, facts, text FROM conflicts ORDER BY id"):
            id = self.insert("within", row["text"])
            self.connection.executemany(
                "INSERT INTO parties VALUES (?, ?, ?, NULL, NULL)",
                ((id, row["document_id"], fact) for fact in read(row["facts"])),
            )
