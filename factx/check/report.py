"""The check of an article against its sources: all of it in one run through them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from factx.check.matching import Index, Source
from factx.check.names import Names
from factx.check.quotations import quoted_in
from factx.check.quotations import rows as quotation_rows
from factx.check.values import HINTS, Values
from factx.model import Document
from factx.read import Input

SCHEMA: Final = "factx-check/1"
TITLES: Final = {"quotations": "quotation", "percentages": "percentage", "dates": "date", "people": "person"}


def check(article: Document, sources: Iterable[Input]) -> dict[str, Any]:
    """The report as its JSON object, without errors: the rows of each kind in the article's order."""
    index = Index()
    quoted = quoted_in(article, index)
    names = Names(article, index)
    values = [Values(article, kind, index) for kind in HINTS]
    for each in sources:
        read = index.search(Source(each.doc, each.text, each.date))
        names.search(read)
        for kind in values:
            kind.search(read)
    found = {kind.kind: kind.rows() for kind in values}
    return {
        "schema": SCHEMA,
        "doc": article.id or "",
        "quotations": quotation_rows(article, quoted, index.hits),
        "percentages": found["percentage"],
        "dates": found["date"],
        "people": names.rows(article),
    }


def rows(report: dict[str, Any]) -> list[dict[str, Any]]:
    """All rows in the article's order, each with its kind."""
    found = [{"kind": kind, **row} for key, kind in TITLES.items() for row in report[key]]
    return sorted(found, key=lambda row: (row["start"], row["end"]))


def is_fine(row: dict[str, Any]) -> bool:
    """Whether the sources have it, from the same speaker."""
    return row["status"] == "verbatim" and row.get("same_speaker") is not False
