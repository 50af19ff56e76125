"""One JSON object whatever the number of inputs, written document by document, a fact a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factx.model import Conflict, Document, Entity
from factx.read import Problem
from factx.render.layout import Layout
from factx.render.record import Record, encode_safely, encoder, records

SCHEMA = "factx/1"


def render(documents: Iterable[Document], errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    yield f'{{"schema": "{SCHEMA}", "documents": ['
    separator = "\n"
    for document in documents:
        yield separator
        yield from document_lines(document)
        separator = ",\n"
    yield f'\n], "errors": {encode_safely([{"doc": error.doc, "message": error.message} for error in errors])}}}\n'


def document_lines(document: Document) -> Iterator[str]:
    encode = encoder(document)
    yield f'{{"doc": {encode(document.id)}, "date": {encode(document.date)}, "facts": ['
    separator = "\n"
    for record in records(document):
        yield separator + encode(record)
        separator = ",\n"
    entities = encode([entity_record(entity) for entity in document.entities])
    conflicts = encode([conflict_record(conflict) for conflict in document.conflicts])
    yield f'\n], "entities": {entities}, "conflicts": {conflicts}}}'


def entity_record(entity: Entity) -> Record:
    return {"id": entity.id, "name": entity.name, "titles": entity.titles, "mentions": entity.mentions}


def conflict_record(conflict: Conflict) -> Record:
    return {"facts": conflict.facts, "speakers": conflict.speakers, "text": conflict.text}
