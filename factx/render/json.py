"""One JSON object whatever the number of inputs, written document by document, a fact a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from json.encoder import encode_basestring as quoted

from factx.model import Conflict, Document, Entity
from factx.read import Problem
from factx.render.keys import SAID
from factx.render.layout import Layout
from factx.render.record import fact_objects, json_object, made_safe, safe

SCHEMA = "factx/1"


def pieces(document: Document, layout: Layout) -> Iterator[str]:
    return made_safe(document, document_object(document))


def frame(bodies: Iterable[str], errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    yield f'{{"schema": "{SCHEMA}", "documents": ['
    separator = "\n"
    for written in bodies:
        if written.startswith("{"):  # else it goes on with a document, after a fact
            yield separator
            separator = ",\n"
        yield written
    problems = ", ".join(json_object(doc=error.doc, message=error.message) for error in errors)
    yield f'\n], "errors": [{safe(problems)}]}}\n'


def document_object(document: Document) -> Iterator[str]:
    date = quoted(document.date) if document.date else "null"
    said = "".join(f', "{key}": {optional(getattr(document, key))}' for key in SAID)
    yield f'{{"doc": {quoted(document.id or "")}, "date": {date}{said}, "facts": ['
    separator = "\n"
    for fact in fact_objects(document):
        yield separator + fact
        separator = ",\n"
    entities = ", ".join(map(entity_object, document.entities))
    conflicts = ", ".join(map(conflict_object, document.conflicts))
    yield f'\n], "entities": [{entities}], "conflicts": [{conflicts}]}}'


def optional(value: str | None) -> str:
    return "null" if value is None else quoted(value)


def entity_object(entity: Entity) -> str:
    return json_object(id=entity.id, name=entity.name, titles=entity.titles, mentions=entity.mentions)


def conflict_object(conflict: Conflict) -> str:
    return json_object(facts=conflict.facts, speakers=conflict.speakers, text=conflict.text)
