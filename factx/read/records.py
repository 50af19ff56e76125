"""Records to documents: an object of JSON, a row of a table, an entry of a feed.

Their fields are found by the names that they usually have; options name others. HTML in a field is read as a page's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from factx.read.fields import (
    BYLINES,
    DATES,
    DEEPEST,
    FULL,
    IDS,
    PUBLICATIONS,
    SHORT,
    TITLES,
    URLS,
    Field,
    Record,
    inner,
    plain,
    usual,
    value_at,
)  # fmt: skip
from factx.read.input import Input, Item, Problem, ReadOptions, iso_day
from factx.read.markup import has_tags, looks_like_html, without_tags

CUT: Final = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+?[0-9]+ chars\]\s*\Z")
"""What a news service puts where it cut a text."""


class FieldError(ValueError):
    """A record without a text; the message says what there is instead."""


def document(record: object, doc: str, number: int, options: ReadOptions, place: str = "record") -> Iterator[Item]:
    """A record as a document, called after its place in the input if it has no id; FieldError if it has no text."""
    if not isinstance(record, dict):
        raise FieldError("not a JSON object")
    text = text_in(record, options)
    day, warning = written_on(record, options)
    if warning:
        yield Problem(doc, f"{place} {number}: {warning}", fatal=False)
    known = in_words(value_at(record, options.id_field) if options.id_field else usual(record, IDS))
    url = in_words(usual(record, URLS)) or None
    yield Input(
        known or f"{doc}:{number}",
        text,
        day,
        title=stripped(usual(record, TITLES)),
        url=url if url and re.match(r"(?i)https?://", url) else None,
        byline=stripped(usual(record, BYLINES)),
        publication=stripped(usual(record, PUBLICATIONS)),
    )


def text_in(record: Record, options: ReadOptions) -> str:
    """The text of a record; FieldError if it has none."""
    if not options.text_fields:
        text = readable(usual_text(record))
        return CUT.sub("", text) if text.rstrip().endswith("chars]") else text
    values = [(name, value_at(record, name)) for name in options.text_fields]
    for name, value in values:
        if value is None and not any(found is not None for _, found in values):
            raise FieldError(missing(record, name))
        if value is not None and not isinstance(value, str | int | float | list):
            raise FieldError(f"field {name!r} is not a string")
    return "\n\n".join(text for _, value in values if value is not None and (text := readable(joined(value))))


def missing(record: Record, name: str) -> str:
    """The message for a record that has no such field."""
    fields = ", ".join(map(str, list(record)[:8])) or "none"
    return f"no field {name!r} (--text-field names another; there is {fields:.200})"


def usual_text(record: Record) -> str:
    """The text of a record by the usual names: a whole one rather than a summary, at the top rather than below."""
    for field in (FULL, SHORT):
        found = usual(record, field)
        text = joined(found) if isinstance(found, str | list) else ""
        if text.strip():
            return text
    for name in ("text", *record):
        if plain(str(name)) in FULL.names and name in record:
            if record[name] == "":
                return ""
            raise FieldError(f"field {name!r} is not a string" if name == "text" else missing(record, "text"))
    raise FieldError(missing(record, "text"))


def joined(value: Any) -> str:
    """A text that may be an array of paragraphs."""
    if isinstance(value, list):
        pieces = [inner(each) if isinstance(each, dict) else each for each in value]
        return "\n\n".join(piece for piece in pieces if isinstance(piece, str) and piece.strip())
    return str(value)


def readable(text: str) -> str:
    """The text itself, or that of the page if it is HTML: entities alone are read where they stand."""
    return without_tags(text) if has_tags(text) else text


def in_words(value: Any) -> str:
    """A value as a name: numbers too, of an array the elements."""
    match value:
        case str():
            return value.strip()
        case bool() | None:
            return ""
        case int() | float():
            return f"{value:.15g}" if isinstance(value, float) else str(value)
        case list():
            return ", ".join(filter(None, (in_words(inner(each) if isinstance(each, dict) else each)
                                           for each in value[:20])))
    return ""


def stripped(value: Any) -> str | None:
    """A value as one line without tags; None if there is none."""
    text = in_words(value)
    text = without_tags(text) if looks_like_html(text) else text
    return " ".join(text.split()) or None


def written_on(record: Record, options: ReadOptions) -> tuple[str | None, str | None]:
    """The day that a record's date field gives, and a warning if it gives none that can be read."""
    named = options.date_field
    value = value_at(record, named) if named else usual(record, DATES)
    return day_of(value, named or "date", options.date_order)


def day_of(value: object, name: str, date_order: str | None = None) -> tuple[str | None, str | None]:
    """The day that a value gives, and a warning if it is none that can be read."""
    if value is None or value == "" or isinstance(value, bool):
        return None, None
    try:
        return iso_day(str(value), date_order), None
    except (ValueError, OverflowError) as error:
        if "--date-order" in str(error):
            return None, f"field {name!r}: {error}"
        return None, f"field {name!r} is not a date: {value!r:.40}"


def is_record(value: object, options: ReadOptions, *fields: Field) -> bool:
    """Whether a value is an object with a text: in the field that the options name, or a usual one."""
    if not isinstance(value, dict):
        return False
    if options.text_fields:
        return any(value_at(value, name) is not None for name in options.text_fields)
    texts = (usual(value, field) for field in fields or (FULL, SHORT))
    return any(isinstance(text, str | list) and bool(joined(text).strip()) for text in texts)


def records_in(value: Any, options: ReadOptions, depth: int = 0) -> list[Any]:
    """The records in a value of JSON: itself, or the longest list of objects with a text in it.

    depth: how many lists it stands in. In none, an object with no more than a description may be what has the list.
    """
    if isinstance(value, list):
        return [record for each in value for record in records_in(each, options, depth + 1)]
    if depth >= DEEPEST or not isinstance(value, dict) or is_record(value, options, FULL):
        return [value]
    if depth and is_record(value, options):
        return [value]
    best: list[Any] = []
    best_rank = (False, 0)
    for found in lists_in(value, depth):
        records = [record for each in found for record in records_in(each, options, depth + 1)]
        good = [record for record in records[:20] if is_record(record, options)]
        rank = (any(is_record(record, options, FULL) for record in good), len(records))
        if good and rank > best_rank:
            best, best_rank = records, rank
    return best or [value]


def lists_in(value: Record, depth: int) -> Iterator[list[Any]]:
    """The lists in an object, also in those that are its parts, not in the elements of lists."""
    for each in value.values():
        if isinstance(each, list):
            yield each
        elif isinstance(each, dict) and depth < DEEPEST:
            yield from lists_in(each, depth + 1)
