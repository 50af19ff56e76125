"""A fact as a flat record: the keys of the JSON contract, in its order."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any, Final, TypeAlias

from factx.model import Document, Kind, Part

Record: TypeAlias = dict[str, Any]

COMMON: Final = ("doc", "kind", "id", "start", "end", "line", "column", "text", "rule", "notes")
KEYS: Final[dict[Kind, tuple[str, ...]]] = {
    "date": ("type", "value", "mod", "quant", "freq", "begin", "until", "anchor"),
    "person": ("name", "title", "entity", "given", "family", "suffix"),
    "percentage": ("low", "high", "unit", "mod", "of", "holder", "change", "entity"),
    "claim": (
        "source", "cue", "content", "style", "stance", "hedges", "entity", "name",
        "dates", "people", "percentages", "parent", "said_on",
    ),
}  # fmt: skip
GETTERS: Final = {kind: attrgetter(*keys) for kind, keys in KEYS.items()}

LINE_BREAK = re.compile("\n")
# What JSON lets through but a terminal may obey (C1 controls, changes of direction) or a script take for a line's end.
UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class Lines:
    """Where the lines of a text begin: lines and columns count from 1, and a line ends as grep sees it."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(line_break.end() for line_break in LINE_BREAK.finditer(text))]

    def line(self, offset: int) -> int:
        return bisect_right(self.starts, offset)


def records(document: Document) -> Iterator[Record]:
    """The document's facts in the text's order; pieces of text are still Parts, for `encoder` to write."""
    doc, lines = document.id, Lines(document.text)
    for fact in document.facts:
        kind, span = fact.kind, fact.span
        line = lines.line(span.start)
        record: Record = {
            "doc": doc,
            "kind": kind,
            "id": fact.id,
            "start": span.start,
            "end": span.end,
            "line": line,
            "column": span.start - lines.starts[line - 1] + 1,
            "text": fact.text,
            "rule": fact.rule,
            "notes": fact.notes,
        }
        record.update(zip(KEYS[kind], GETTERS[kind](fact), strict=True))
        if kind == "percentage":
            record["low"], record["high"] = plain_number(record["low"]), plain_number(record["high"])
        yield record


def plain_number(figure: float) -> float:
    """The number as it is written: 80, not 80.0."""
    return int(figure) if figure % 1 == 0 else figure


def part_record(part: object) -> Record:
    """A Part as JSON: {"start", "end", "text"}."""
    if not isinstance(part, Part):
        raise TypeError(f"not part of the contract: {part!r}")
    return {"start": part.span.start, "end": part.span.end, "text": part.text}


encode: Final[Callable[[object], str]] = json.JSONEncoder(ensure_ascii=False, default=part_record).encode


def encode_safely(value: object) -> str:
    """As `encode`, for text that holds what a terminal might obey."""
    return UNSAFE.sub(lambda unsafe: f"\\u{ord(unsafe[0]):04x}", encode(value))


def encoder(document: Document) -> Callable[[object], str]:
    """The quickest way to write this document's records as JSON that no terminal obeys."""
    return encode_safely if UNSAFE.search(document.text) or UNSAFE.search(document.id or "") else encode
