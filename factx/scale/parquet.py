"""Writes a collection's tables as Parquet files, and all its facts in one table, as `factx.spark` writes them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from factx.collection import database, reading
from factx.scale.spark import ROWS, fact_rows, record_batch

if TYPE_CHECKING:
    import sqlite3

TABLES: Final = (
    "documents", "sentences", "people", "entities", "mentions", "dates", "percentages", "claims", "own_facts",
    "disagreements", "parties",
)  # fmt: skip
FACTS: Final = "facts"
TYPES: Final = {"INTEGER": pa.int64(), "REAL": pa.float64(), "TEXT": pa.string()}


def export(path: str, folder: str) -> Iterator[str]:
    """Write each table of the collection at `path` into `folder`; the paths of the files, as they are done."""
    os.makedirs(folder, exist_ok=True)
    with closing(database.opened(path)) as connection:
        for table in TABLES:
            yield write(os.path.join(folder, f"{table}.parquet"), batches(connection, table))
    yield write(os.path.join(folder, f"{FACTS}.parquet"), facts(path))


def write(path: str, found: Iterator[Any]) -> str:
    """Write batches of rows, the first of which may be empty; the file is there once it is whole."""
    first = next(found)
    beside = f"{path}.part"
    with pq.ParquetWriter(beside, first.schema) as writer:
        writer.write_batch(first)
        for batch in found:
            writer.write_batch(batch)
    os.replace(beside, path)
    return path


def batches(connection: sqlite3.Connection, table: str) -> Iterator[Any]:
    """The rows of a table, with the types of its columns."""
    columns = [(row["name"], TYPES[row["type"]]) for row in connection.execute(f"PRAGMA table_info({table})")]
    schema = pa.schema(columns)
    reader = connection.execute(f"SELECT * FROM {table} ORDER BY rowid")
    yield pa.RecordBatch.from_pylist([], schema=schema)
    while rows := reader.fetchmany(ROWS):
        yield pa.RecordBatch.from_pylist([dict(row) for row in rows], schema=schema)


def facts(path: str) -> Iterator[Any]:
    """All facts, a row each, in the shape that `factx.spark` writes."""
    rows: list[dict[str, object]] = []
    yield record_batch([])
    for document in reading.documents(path):
        rows += fact_rows(document)
        if len(rows) >= ROWS:
            yield record_batch(rows)
            rows = []
    yield record_batch(rows)
