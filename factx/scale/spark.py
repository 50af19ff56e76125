"""Extracts facts from the texts in a Spark data frame, one row a fact, for more text than one machine should read.

    from factx.scale.spark import extract_facts

    facts = extract_facts(spark.read.json("news/"), text="text", id="id", date="date")

As a program: `factx.spark`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from factx import pipeline
from factx.model import Document, Part
from factx.read.records import day_of
from factx.render.keys import COMMON, KEYS, Lines

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

PART: Final = "STRUCT<start: INT, end: INT, text: STRING>"
OTHERS: Final = {
    **dict.fromkeys(("start", "end", "line", "column"), "INT"),
    **dict.fromkeys(("low", "high"), "DOUBLE"),
    **dict.fromkeys(("of", "holder", "property", "predicate", "source", "cue"), PART),
    **dict.fromkeys(("content", "hedges"), f"ARRAY<{PART}>"),
    **dict.fromkeys(("notes", "dates", "people", "percentages"), "ARRAY<STRING>"),
}
"""The types of the columns that are not strings."""
COLUMNS: Final = {name: OTHERS.get(name, "STRING") for name in dict.fromkeys((*COMMON, *sum(KEYS.values(), ())))}
"""Every column and its type: the keys of the JSON, null in the rows of the kinds that have no such key."""
SCHEMA: Final = ", ".join(f"`{name}` {kind}" for name, kind in COLUMNS.items())
ROWS: Final = 5000
"""The number of rows collected before they are passed on."""


def extract_facts(
    df: DataFrame,
    text: str = "text",
    id: str | None = None,
    date: str | None = None,
    *,
    kinds: Collection[str] | None = None,
    date_order: str | None = None,
    ratios: bool = False,
) -> DataFrame:
    """A row for each fact in the column `text`, with the columns of COLUMNS; a row whose text is null gives none.

    id, date: the columns with each document's name and the day it was written, if there are any; a date may be a
        DATE, a TIMESTAMP or a STRING in ISO 8601, and one that can't be read counts as missing.
    kinds, date_order, ratios: as for `factx.extract`.
    """
    wanted = {"text": text, "id": id, "date": date}
    chosen = df.select(*(df[column].cast("string").alias(name) for name, column in wanted.items() if column))

    def facts(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        return fact_batches(batches, kinds=kinds, date_order=date_order, ratios=ratios)

    return chosen.mapInArrow(facts, SCHEMA)


def fact_batches(batches: Iterable[pyarrow.RecordBatch], **options: Any) -> Iterator[pyarrow.RecordBatch]:
    """The facts in batches of documents, as batches of rows; this runs on the executors."""
    rows: list[dict[str, object]] = []
    for batch in batches:
        for given in batch.to_pylist():
            if given["text"] is not None:
                day, _ = day_of(given.get("date"), "date")
                rows += fact_rows(pipeline.extract(given["text"], date=day, id=given.get("id"), **options))
            if len(rows) >= ROWS:
                yield record_batch(rows)
                rows = []
    yield record_batch(rows)
    pipeline.save_cache()


def fact_rows(document: Document) -> Iterator[dict[str, object]]:
    """Each fact as a row: its values by key."""
    place = Lines(document.text).place
    for fact in document.facts:
        line, column = place(fact.span.start)
        row: dict[str, object] = {
            "doc": document.id, "kind": fact.kind, "id": fact.id, "start": fact.span.start, "end": fact.span.end,
            "line": line, "column": column, "text": fact.text, "rule": fact.rule, "notes": fact.notes,
        }  # fmt: skip
        if (keys := KEYS.get(fact.kind)) is None:
            row["value"] = fact.value_text
        else:
            row.update(zip(keys, map(cell, attrgetter(*keys)(fact)), strict=True))
        yield row


def cell(value: object) -> object:
    """A value in Arrow's terms."""
    if isinstance(value, Part):
        return {"start": value.span.start, "end": value.span.end, "text": value.text}
    return list(map(cell, value)) if isinstance(value, tuple) else value


def record_batch(rows: list[dict[str, object]]) -> pyarrow.RecordBatch:
    import pyarrow as pa

    part = pa.struct([("start", pa.int32()), ("end", pa.int32()), ("text", pa.string())])
    types = {
        "STRING": pa.string(), "INT": pa.int32(), "DOUBLE": pa.float64(), PART: part, f"ARRAY<{PART}>": pa.list_(part),
        "ARRAY<STRING>": pa.list_(pa.string()),
    }  # fmt: skip
    return pa.RecordBatch.from_pylist(rows, schema=pa.schema([(name, types[kind]) for name, kind in COLUMNS.items()]))
