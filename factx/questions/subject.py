"""The values of a fact that a question can ask for, by the keys of the JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from operator import attrgetter
from typing import Any, Final, TypeAlias, get_args

from factx.model import Bound, Change, DateType, Document, Fact, Part, Stance, Style, Unit
from factx.render.keys import COMMON, KEYS, Lines
from factx.render.rows import known_fields

Value: TypeAlias = str | float
Reader: TypeAlias = Callable[["Subject", Fact], tuple[Value, ...] | None]
"""The values of a fact under a key, none where it is null; None if facts of its kind have no such key."""

WRITTEN: Final = "written"
"""The key of the day on which the document was written."""
NUMBERS: Final = frozenset({"start", "end", "line", "column", "low", "high"})
DAYS: Final = frozenset({WRITTEN, "begin", "until"})
LISTED: Final[dict[str, tuple[str, ...]]] = {
    "type": get_args(DateType), "unit": get_args(Unit), "mod": get_args(Bound), "change": get_args(Change),
    "style": get_args(Style), "stance": get_args(Stance),
}  # fmt: skip
"""The keys whose values are a closed list; dates have more values of mod than figures."""
OPEN: Final = frozenset({"mod"})
LISTS: Final = ("content", "hedges")


class Subject:
    """A document that is asked about; what costs something to know is worked out on first use."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def lines(self) -> Lines:
        return Lines(self.document.text, self.document.times)


def known_keys(own_kinds: Iterable[str] = ()) -> list[str]:
    """Every key that a question can name, if there are facts of those kinds besides the four."""
    lists = [f"{key}.{name}" for key in LISTS for name in ("start", "end", "text")]
    return [*known_fields(own_kinds), *lists, *(f"claim.{key}" for key in lists)]


def reader(key: str, own_kinds: Iterable[str] = ()) -> Reader:
    """The function that reads a known key: `doc`, `holder.text`, `claim.stance`."""
    first, _, rest = key.partition(".")
    if rest and (first in KEYS or first in own_kinds):
        of_any_kind = reader(rest, own_kinds)
        return lambda subject, fact: of_any_kind(subject, fact) if fact.kind == first else None
    match first if first in ("doc", "sentence") else key:
        case "sentence":
            return lambda subject, fact: flat(subject.lines.sentence(fact.span), rest)
        case "doc" if rest:
            return lambda subject, fact: flat(getattr(subject.document, rest), "")
        case "doc":
            return lambda subject, fact: (subject.document.id or "",)
        case "written":
            return lambda subject, fact: (subject.document.date,) if subject.document.date else ()
        case "time":
            return lambda subject, fact: flat(subject.lines.time(fact.span.start), "")
        case "start" | "end":
            return lambda subject, fact: (getattr(fact.span, key),)
        case "line" | "column":
            place = 0 if key == "line" else 1
            return lambda subject, fact: (subject.lines.place(fact.span.start)[place],)
        case "value":
            return lambda subject, fact: (fact.value_text,)
    value = attrgetter(first)
    if first in COMMON:
        return lambda subject, fact: flat(value(fact), rest)
    kinds = frozenset(kind for kind, keys in KEYS.items() if first in keys)
    return lambda subject, fact: flat(value(fact), rest) if fact.kind in kinds else None


def flat(value: Any, name: str) -> tuple[Value, ...]:
    """A value, or those of a list; of a part of the text, what is asked for, else its words."""
    if value is None:
        return ()
    if isinstance(value, tuple) and not isinstance(value, Part):
        return tuple([each for item in value for each in flat(item, name)])
    if isinstance(value, Part):
        found: Value = value.text if name in ("", "text") else getattr(value.span, name)
        return (found,)
    return (value,)


def last_name(key: str) -> str:
    """The key without its kind and the part that it is of: it tells what sort of value it has."""
    return key.rpartition(".")[2]
