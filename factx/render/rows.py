"""Facts as rows, for tsv and csv."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from typing import Any, Final, TypeAlias

from factx.model import Document, Fact, Part
from factx.render.keys import BESIDE, COMMON, KEYS, OWN_KEYS, Lines, plain_number
from factx.render.layout import Layout
from factx.render.plain import one_line, one_name

DEFAULT: Final = ("doc", "kind", "line", "text", "value")
WHY: Final = ("rule", "notes")
PARTS: Final = frozenset({"of", "holder", "property", "predicate", "source", "cue"})

FORMULA: Final = r"\s*+[=+\-@\uff1d\uff0b\uff0d\uff20](?!\d++(?:\.\d++)?+\Z)"

Column: TypeAlias = Callable[[Fact, Document, Lines], str]


def header(layout: Layout) -> list[str]:
    """The names of the columns."""
    return list(dict.fromkeys((
        *(layout.fields or DEFAULT), *(WHY if layout.why else ()), *(("sentence",) if layout.context else ())
    )))


def rows(document: Document, layout: Layout) -> Iterator[list[str]]:
    """One row for each fact, with a cell for each column."""
    cells = columns(layout)
    lines = Lines(document.text, document.times)
    for fact in document.facts:
        row = [cell(fact, document, lines) for cell in cells]
        yield list(map(no_formula, row)) if layout.safe else row


def no_formula(cell: str) -> str:
    """The cell, with an apostrophe in front if a spreadsheet would run it as a formula; numbers are left alone."""
    return f"'{cell}" if re.match(FORMULA, cell) else cell


@lru_cache
def columns(layout: Layout) -> list[Column]:
    """The functions that fill the cells of a row."""
    return [column(field, layout.kinds) for field in header(layout)]


def known_fields(own_kinds: Iterable[str] = ()) -> list[str]:
    """Every name that a column can have, if there are facts of those kinds besides the four."""
    names = dict.fromkeys((*COMMON, "value", *BESIDE, "sentence.start", "sentence.end", "sentence.text"))
    for kind, keys in (KEYS | dict.fromkeys(own_kinds, OWN_KEYS)).items():
        for key in ("value", *keys):
            parts = (f"{key}.start", f"{key}.end", f"{key}.text") if key in PARTS else ()
            for name in (key, *parts):
                names |= {name: None, f"{kind}.{name}": None}
    return list(names)


def column(field: str, kinds: Collection[str]) -> Column:
    """The function that fills a field's cell (`text`, `claim.source`, `source.start`), with "" if a fact lacks it."""
    first, _, rest = field.partition(".")
    if rest and (first in KEYS or first in kinds):
        of_any_kind = column(rest, kinds)
        return lambda fact, document, lines: of_any_kind(fact, document, lines) if fact.kind == first else ""
    match first if first in ("doc", "sentence") else field:
        case "written":
            return lambda fact, document, lines: document.date or ""
        case "time":
            return lambda fact, document, lines: lines.time(fact.span.start) or ""
        case "sentence":
            return lambda fact, document, lines: of_part(lines.sentence(fact.span), rest or "text")
        case "doc" if rest:
            return lambda fact, document, lines: one_line(getattr(document, rest) or "")
        case "doc":
            return lambda fact, document, lines: one_name(document.id or "")
        case "start" | "end":
            return lambda fact, document, lines: str(getattr(fact.span, field))
        case "line":
            return lambda fact, document, lines: lines.shown(fact.span.start)
        case "column":
            return lambda fact, document, lines: str(lines.place(fact.span.start)[1])
        case "value":
            return lambda fact, document, lines: one_line(fact.value_text)
        case _ if rest:
            return lambda fact, document, lines: of_part(getattr(fact, first, None), rest)
        case _:
            return lambda fact, document, lines: written(getattr(fact, field, None))


def of_part(part: Part | None, name: str) -> str:
    if part is None:
        return ""
    return one_line(part.text) if name == "text" else str(getattr(part.span, name))


def written(value: Any) -> str:
    """A value in a cell; several are separated by semicolons, the pieces of one text by ellipses."""
    match value:
        case None:
            return ""
        case Part():
            return one_line(value.text)
        case tuple():
            return (" … " if value and isinstance(value[0], Part) else "; ").join(map(written, value))
        case float():
            return plain_number(value)
        case _:
            return one_line(value if isinstance(value, str) else str(value))
