"""A document's evidence as database rows; rows with the same key are compared."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final, TypeVar

from factx.across.disagreements import event_keys, figure_key, number_key
from factx.across.evidence import Event, Figure, Place, Saying, evidence
from factx.model import Document, Span

T = TypeVar("T", Figure, Saying, Event)
DENIAL: Final = "denial"
SETS: Final = frozenset("holder property whole predicate names words about topics context".split())
"""The fields that are sets of words."""


def comparable(document: Document, spans: Sequence[Span]) -> list[tuple[str, str, str]]:
    """The kind, the key and the data of all that can disagree; statements that nobody denies are in claims."""
    figures, sayings, events = evidence(document, spans)
    rows = [("figures", key, dumped(figure)) for figure in figures if (key := figure_key(figure))]
    rows += [("dates", key, dumped(event)) for event in events for key in event_keys(event)]
    for saying in sayings:
        if saying.denied:
            rows.append((DENIAL, "", dumped(saying)))
        elif key := number_key(saying):
            rows.append(("numbers", key, dumped(saying)))
    return rows


dumped: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=sorted).encode
"""The fields of a record in an array, sets in order."""


def loaded(kind: type[T], data: str, doc: str) -> T:
    """A record from the JSON that `dumped` wrote, of the document that the collection calls so."""
    (_, *place), *values = json.loads(data)
    fields: dict[str, Any] = dict(zip(kind._fields[1:], values, strict=True))
    fields |= {name: frozenset(fields[name]) for name in SETS.intersection(fields)}
    if fields.get("time"):
        fields["time"] = tuple(fields["time"])
    return kind(Place(doc, *place), **fields)
