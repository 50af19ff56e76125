"""Facts as JSON objects: the keys in the order of the contract, and how each value is written.

The JSON is assembled by hand, in half the time of dicts and json.dumps: a megabyte of news has some 15,000 facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from json.encoder import encode_basestring as quoted
from operator import attrgetter
from typing import Any, Final

from factx.expressions import compiled
from factx.model import Document, Fact, Part
from factx.render.keys import COMMON, KEYS, OWN_KEYS, Lines, plain_number

# Characters valid in JSON that a terminal may obey (C1 controls, changes of direction) or a script take for a line end.
UNSAFE = compiled("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def fact_objects(document: Document) -> Iterator[str]:
    """Each of the document's facts as a JSON object, in the text's order."""
    doc, place = quoted(document.id or ""), Lines(document.text).place
    for fact in document.facts:
        kind, span = fact.kind, fact.span
        if kind not in TEMPLATES:
            TEMPLATES[kind], VALUES[kind] = template(kind, OWN_KEYS), own_values
        yield TEMPLATES[kind](
            doc, quoted(fact.id), span.start, span.end, *place(span.start), quoted(fact.text), quoted(fact.rule),
            array(fact.notes), *[WRITERS[type(value)](value) for value in VALUES[kind](fact)],
        )  # fmt: skip


def json_object(**values: object) -> str:
    """The values under their names as a JSON object."""
    return "{" + ", ".join(f'"{name}": {WRITERS[type(value)](value)}' for name, value in values.items()) + "}"


def array(values: tuple[object, ...]) -> str:
    return "[" + ", ".join([WRITERS[type(value)](value) for value in values]) + "]" if values else "[]"


def part_object(part: Part) -> str:
    return f'{{"start": {part.span.start}, "end": {part.span.end}, "text": {quoted(part.text)}}}'


def made_safe(document: Document, pieces: Iterator[str]) -> Iterator[str]:
    """The document's JSON with unsafe characters escaped; they occur only within its strings."""
    said = (document.text, document.id, document.title, document.url, document.byline, document.publication)
    return map(safe, pieces) if any(UNSAFE.search(each) for each in said if each) else pieces


def safe(json: str) -> str:
    return UNSAFE.sub(lambda unsafe: f"\\u{ord(unsafe[0]):04x}", json)


WRITERS: Final[dict[type, Callable[[Any], str]]] = {
    str: quoted,
    int: str,
    float: plain_number,
    type(None): lambda _: "null",
    tuple: array,
    Part: part_object,
}


def own_values(fact: Fact) -> tuple[str, ...]:
    return (fact.value_text,)


def template(kind: str, keys: tuple[str, ...]) -> Callable[..., str]:
    """The template of a fact's object, to be filled in with all values but the kind, in the contract's order."""
    slots = (f'"{key}": ' + (f'"{kind}"' if key == "kind" else "{}") for key in (*COMMON, *keys))
    return ("{{" + ", ".join(slots) + "}}").format


VALUES: Final[dict[str, Callable[[Any], tuple[Any, ...]]]] = {kind: attrgetter(*keys) for kind, keys in KEYS.items()}
TEMPLATES: Final = {kind: template(kind, keys) for kind, keys in KEYS.items()}
