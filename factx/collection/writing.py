"""Writes documents to a collection, in batches: what was committed is there, whatever happens next."""

from __future__ import annotations

import os
import re
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import chain, count
from typing import Any, Final

from factx.collection import database
from factx.collection.comparison import compare
from factx.collection.rows import COLUMNS, PLACE, Rows
from factx.collection.uniting import unite
from factx.read import STDIN, Input
from factx.records import NamedTuple
from factx.render.keys import SAID

BATCH: Final = 1_000_000
"""The characters of text after which a batch is committed."""
MOST: Final = 500
"""The most documents of a batch."""
AT_LEAST_EVERY: Final = 1.0
"""The seconds after which a batch is committed, however small it is."""
OF_DOCUMENTS: Final = ("named", "input", "date", "text", *SAID, "times", "fingerprint", "settings_id")
"""The columns of documents besides the name."""
REFERRED: Final = ("sentences", "entities", "claims")
SEARCHED: Final = {"sentences": ("text",), "claims": ("source", "cue", "content", "name")}
"""The tables with a full-text index, and its columns."""


def fingerprint(item: Input, date: str | None) -> str:
    """A hash that changes with the text, its date, or its other metadata."""
    said = [getattr(item, name) or "" for name in SAID]
    read = "\n".join([date or "", *said, str(item.times or ""), item.text])
    return blake2b(read.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


class Known:
    """The documents that a collection already has; each process opens the database by itself."""

    def __init__(self, path: str, settings: str) -> None:
        self.path = path
        self.settings = settings
        self.pid = 0
        self.connection: sqlite3.Connection | None = None

    def has(self, doc: str, fingerprint: str) -> bool:
        """Whether a document that is named so is there with this fingerprint, and was worked on with the same settings.

        Of whatever input: the same name and the same words are the same document.
        """
        if self.pid != os.getpid():
            # A connection must not be carried into a forked process.
            self.pid, self.connection = os.getpid(), database.opened(self.path)
        assert self.connection is not None
        rows = self.connection.execute(
            "SELECT fingerprint, version || ' ' || options FROM documents "
            "JOIN settings ON settings.id = settings_id WHERE named = ?", (doc,),
        )  # fmt: skip
        return any(tuple(row) == (fingerprint, self.settings) for row in rows)

    def close(self) -> None:
        """Let go of the collection in this process."""
        if self.connection is not None and self.pid == os.getpid():
            self.connection.close()
        self.pid, self.connection = 0, None


class Written(NamedTuple):
    """The numbers of new, changed and unchanged documents in a run."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


class Writer:
    """Writes to one collection; nobody else may while it is open."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.connection = database.writable(path)
        self.written = Written()
        self.pending = 0
        self.waiting = 0
        self.committed = time.monotonic()
        self.seen = bytearray()
        """A bit for each document, by its id: whether it came in this run."""
        self.settings: dict[str, int] = {}
        self.last: dict[str, int] = {}
        """The greatest id of each table to whose rows others refer."""
        self.searched: dict[str, int] = {}
        """The greatest id that is in a table's full-text index."""
        self.look_up()

    def look_up(self) -> None:
        """Learn the greatest ids anew."""
        for table in REFERRED:
            self.last[table] = self.connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0]
        self.searched = {table: self.last[table] for table in SEARCHED}

    @cached_property
    def inserts(self) -> dict[str, tuple[str, Callable[[Sequence[Any], int, int, int], Sequence[Any]]]]:
        """For each table: how a row is inserted, and what makes it one of the database."""
        found = {}
        for table, columns in COLUMNS.items():
            names = ", ".join(f'"{name}"' for name in ("document_id", *columns))
            marks = ", ".join("?" * (len(columns) + 1))
            found[table] = f"INSERT INTO {table} ({names}) VALUES ({marks})", linked(table)
        return found

    def add(self, rows: Rows) -> str | None:
        """Add a document, or put it in place of the one that its input called so; gives what is to be said of it."""
        if not self.connection.in_transaction:
            self.connection.execute("BEGIN IMMEDIATE")
            self.connection.execute("DELETE FROM about WHERE key = 'compared'")
        rows = keepable(rows)
        settings = self.settings_id(rows.settings)
        source = real(rows.source)
        values = rows.doc, source, rows.date, rows.text, *rows.said, rows.times, rows.fingerprint, settings
        told = None
        row = self.connection.execute(
            "SELECT id FROM documents WHERE named = ? AND input = ?", (rows.doc, source)).fetchone()
        if row is None:
            doc = self.free_name(rows)
            if doc != rows.doc:
                told = f"another input has a document of that name: this one is kept with '{rows.source}:' before it"
            insert = f"INSERT INTO documents (doc, {', '.join(OF_DOCUMENTS)}) VALUES ({'?, ' * len(OF_DOCUMENTS)}?)"
            id = self.connection.execute(insert, (doc, *values)).lastrowid or 0
            self.written = self.written._replace(new=self.written.new + 1)
        else:
            id = row["id"]
            if self.came(id):
                told = "there are several documents of that name: the last is kept"
            self.clear(id)
            update = f"UPDATE documents SET {' = ?, '.join(OF_DOCUMENTS)} = ? WHERE id = ?"
            self.connection.execute(update, (*values, id))
            self.written = self.written._replace(changed=self.written.changed + 1)
        self.mark(id)
        self.insert(id, rows)
        self.pending += 1
        self.waiting += len(rows.text)
        if self.pending >= MOST or self.waiting >= BATCH or time.monotonic() - self.committed >= AT_LEAST_EVERY:
            self.commit()
        return told

    def free_name(self, rows: Rows) -> str:
        """A name that no other document has: the one that the input gives, if none has it."""
        said = f"{rows.source}:{rows.doc}"
        for name in chain((rows.doc, said), (f"{said} ({number})" for number in count(2))):
            if self.connection.execute("SELECT 1 FROM documents WHERE doc = ?", (name,)).fetchone() is None:
                return name
        raise AssertionError("names have no end")

    def came(self, id: int) -> bool:
        """Whether a document came in this run already."""
        return id >> 3 < len(self.seen) and bool(self.seen[id >> 3] >> (id & 7) & 1)

    def mark(self, id: int) -> None:
        """Remember that a document came in this run."""
        self.seen.extend(bytes(max(0, (id >> 3) + 1 - len(self.seen))))
        self.seen[id >> 3] |= 1 << (id & 7)

    def skip(self) -> None:
        """Count a document that is there already."""
        self.written = self.written._replace(unchanged=self.written.unchanged + 1)

    def settings_id(self, settings: str) -> int:
        if settings not in self.settings:
            version, _, options = settings.partition(" ")
            self.connection.execute(
                "INSERT OR IGNORE INTO settings (version, options) VALUES (?, ?)", (version, options))
            row = self.connection.execute(
                "SELECT id FROM settings WHERE version = ? AND options = ?", (version, options)).fetchone()
            self.settings[settings] = row[0]
        return self.settings[settings]

    def insert(self, id: int, rows: Rows) -> None:
        sentences, entities = self.last["sentences"], self.last["entities"]
        for table, (insert, link) in self.inserts.items():
            if found := rows.tables[table]:
                values = [link(row, id, sentences, entities) for row in found]
                self.connection.executemany(insert, values)
                if table in self.last:
                    self.last[table] += len(found)

    def make_searchable(self) -> None:
        """Add the rows that are not in them yet to the full-text indexes."""
        for table, columns in SEARCHED.items():
            if self.last[table] > self.searched[table]:
                names = ", ".join(columns)
                self.connection.execute(
                    f"INSERT INTO {table}_fts (rowid, {names}) SELECT id, {names} FROM {table} WHERE id > ?",
                    (self.searched[table],),
                )
                self.searched[table] = self.last[table]

    def clear(self, id: int) -> None:
        """Remove all rows of a document but its own; whom its people were one with is to be found out anew."""
        self.make_searchable()
        execute = self.connection.execute
        for table, columns in SEARCHED.items():
            names = ", ".join(columns)
            execute(f"INSERT INTO {table}_fts ({table}_fts, rowid, {names}) "
                    f"SELECT 'delete', id, {names} FROM {table} WHERE document_id = ?", (id,))  # fmt: skip
        execute("UPDATE entities SET person_id = NULL WHERE sound IN "
                "(SELECT sound FROM entities WHERE document_id = ?)", (id,))  # fmt: skip
        execute("DELETE FROM parties WHERE document_id = ?", (id,))
        for table in reversed(COLUMNS):
            execute(f"DELETE FROM {table} WHERE document_id = ?", (id,))
        self.look_up()

    def commit(self) -> None:
        if self.connection.in_transaction:
            self.make_searchable()
            self.connection.execute("COMMIT")
        self.pending = self.waiting = 0
        self.committed = time.monotonic()

    def finish(self) -> None:
        """Commit, and work out what the documents say together."""
        self.commit()
        if self.stale():
            self.connection.execute("BEGIN IMMEDIATE")
            unite(self.connection)
            compare(self.connection)
            self.connection.execute("INSERT INTO about VALUES ('compared', 'all')")
            self.connection.execute("COMMIT")

    def stale(self) -> bool:
        """Whether documents came or changed since they were compared last, in this run or in one that was killed."""
        return self.connection.execute("SELECT 1 FROM about WHERE key = 'compared'").fetchone() is None

    def counts(self) -> dict[str, int]:
        """The number of rows in the main tables."""
        tables = ("documents", "people", "claims", "disagreements")
        return {table: self.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}

    def close(self) -> None:
        """Leave one file, unless somebody is reading."""
        with suppress(sqlite3.Error):
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            self.connection.execute("PRAGMA journal_mode = DELETE")
        self.connection.close()


@lru_cache(64)
def real(path: str) -> str:
    """A path by which an input is known, from whatever folder it is named."""
    return path if path in ("", STDIN) else os.path.realpath(path)


def keepable(rows: Rows) -> Rows:
    """The rows with a mark in place of each lone surrogate, which JSON input can contain and SQLite cannot keep."""
    if all(map(encodable, (rows.text, rows.doc, rows.source, *filter(None, rows.said)))):
        return rows
    tables = {table: [tuple(map(marked, row)) for row in found] for table, found in rows.tables.items()}
    said = tuple(map(marked, rows.said))
    names = {"doc": marked(rows.doc), "source": marked(rows.source)}
    return rows._replace(**names, text=marked(rows.text), said=said, tables=tables)


def encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def marked(value: Any) -> Any:
    return re.sub("[\ud800-\udfff]", "\ufffd", value) if isinstance(value, str) else value


def linked(table: str) -> Callable[[Sequence[Any], int, int, int], Sequence[Any]]:
    """The function that puts ids for the numbers by which a document's rows know its sentences and entities."""
    columns = COLUMNS[table]
    sentence = PLACE.index("sentence_id")
    if columns[: len(PLACE)] != PLACE:
        return lambda row, id, sentences, entities: (id, *row)
    if "entity_id" not in columns:
        return lambda row, id, sentences, entities: (
            id, *row[:sentence], sentences + row[sentence] if row[sentence] else None, *row[sentence + 1 :],
        )  # fmt: skip
    entity = columns.index("entity_id")
    return lambda row, id, sentences, entities: (
        id, *row[:sentence], sentences + row[sentence] if row[sentence] else None, *row[sentence + 1 : entity],
        entities + row[entity] if row[entity] else None, *row[entity + 1 :],
    )  # fmt: skip
