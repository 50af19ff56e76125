"""A cached index of the rules by kind, id and description, so that listing them imports none."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factx.cache import Cache
from factx.records import NamedTuple

if TYPE_CHECKING:
    from factx.custom.extractor import Extractor

_PACKAGE = os.path.dirname(os.path.dirname(__file__))
_FOLDER = os.path.join(_PACKAGE, "extract")


class Line(NamedTuple):
    """A rule in one line."""

    kind: str
    id: str
    description: str
    gives_roles: bool = False
    """Whether it finds a percentage's roles instead of facts."""


def lines(extractors: Sequence[Extractor] = ()) -> list[Line]:
    """The built-in rules as declared, then those of users' files and of other packages."""
    cached: list[tuple[str, str, str, bool]] = Cache("rules", (), sorted(_files())).get("lines", _read)
    return [Line(*line) for line in cached] + [
        Line(extractor.kind, rule.id, " ".join(rule.description.split()))
        for extractor in extractors
        for grammar in extractor.grammars
        for rule in grammar.rules
    ]


def _read() -> list[tuple[str, str, str, bool]]:
    from factx.catalogue import entries

    return [(entry.kind, entry.id, entry.description, entry.gives_roles) for entry in entries()]


def _files() -> Iterator[str]:
    """The modules that the index depends on."""
    yield os.path.join(_PACKAGE, "catalogue.py")
    for folder, _, names in os.walk(_FOLDER):
        yield from (os.path.join(folder, name) for name in names if name.endswith(".py"))
