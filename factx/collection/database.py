"""The database of a collection: made, opened, recognised; only one process writes to it at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3

# SQLite is imported on use: every run asks whether an input is a collection.

from factx.read import is_database

SCHEMA: Final = "factx-collection/4"
PATIENCE: Final = 30.0
"""The seconds to wait for somebody who writes to the database, such as another program."""


class CollectionError(ValueError):
    """A database that can't be used; the message says why, and what to do."""


def schema() -> str:
    with open(os.path.join(os.path.dirname(__file__), "schema.sql"), encoding="utf-8") as text:
        return text.read()


def opened(path: str) -> sqlite3.Connection:
    """The collection at a path, to read from; CollectionError if there is none."""
    import sqlite3
    from urllib.parse import quote

    if os.path.getsize(path) == 0:
        raise CollectionError("an empty file, no collection (factx collect makes one)")
    connection = sqlite3.connect(f"file:{quote(os.path.abspath(path))}?mode=ro", uri=True, timeout=PATIENCE)
    connection.row_factory = sqlite3.Row
    try:
        check(connection)
    except sqlite3.Error as error:
        raise CollectionError(f"cannot be read: {error}") from None
    return connection


def check(connection: sqlite3.Connection) -> None:
    """Fail unless the database is a collection of this version."""
    import sqlite3

    try:
        row = connection.execute("SELECT value FROM about WHERE key = 'schema'").fetchone()
    except sqlite3.OperationalError as error:
        if "no such" not in str(error):
            raise
        row = None
    if row is None:
        raise CollectionError("an SQLite database, but no collection (factx collect makes one)")
    if row[0] != SCHEMA:
        raise CollectionError(f"a collection of another version, {row[0]} (this factx has {SCHEMA}: collect anew)")


def writable(path: str) -> sqlite3.Connection:
    """The collection at a path, to write to, made if there is none."""
    import sqlite3

    if os.path.exists(path) and os.path.getsize(path) and not is_database(path):
        raise CollectionError("not a database (name the collection first: factx collect news.db FILE...)")
    try:
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        connection.row_factory = sqlite3.Row
        # It has no tables either where the process that made it was killed before it was done.
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            connection.executescript(f"BEGIN; {schema()} INSERT INTO about VALUES ('schema', '{SCHEMA}'); COMMIT;")
        check(connection)
        # Readers are not held up while it is written, and a commit costs little.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA wal_autocheckpoint = 10000")
        connection.execute("PRAGMA cache_size = -32000")
    except sqlite3.Error as error:
        raise CollectionError(f"cannot be written: {error}") from None
    return connection


@contextmanager
def alone(path: str) -> Iterator[None]:
    """Hold the collection for this process; CollectionError if another one does.

    The lock is SQLite's own, on a file beside the database: the system lets go of it however the process ends.
    """
    import sqlite3

    beside = f"{path}-lock"
    try:
        lock = sqlite3.connect(beside, timeout=0, isolation_level=None)
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            message = "another factx collect is writing to it (wait until that is done, or end it)"
        else:
            message = f"cannot be written: {error}"
        raise CollectionError(message) from None
    try:
        yield
    finally:
        with suppress(OSError):
            os.unlink(beside)
        lock.close()
