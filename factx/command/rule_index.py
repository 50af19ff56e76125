"""Every rule by kind, id and description, kept between runs: to list the rules, none of them need be read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factx.cache import Cache, stamp

if TYPE_CHECKING:
    from factx.custom.extractor import Extractor

_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "extract")


class Line(NamedTuple):
    """A rule in one line."""

    kind: str
    id: str
    description: str


def lines(extractors: Sequence[Extractor] = ()) -> list[Line]:
    """The rules in the order in which they are declared, then those of one's own."""
    kept: list[tuple[str, str, str]] = Cache("rules", tuple(sorted(_stamps()))).get("lines", _read)
    return [Line(*line) for line in kept] + [
        Line(extractor.kind, rule.id, " ".join(rule.description.split()))
        for extractor in extractors
        for rule in (extractor.grammar.rules if extractor.grammar else ())
    ]


def _read() -> list[tuple[str, str, str]]:
    from factx.catalogue import entries

    return [(entry.kind, entry.id, entry.description) for entry in entries()]


def _stamps() -> Iterator[tuple[str, int, int]]:
    """What tells one version of the rules from another."""
    for folder, _, names in os.walk(_FOLDER):
        for name in names:
            if name.endswith(".py"):
                yield os.path.join(os.path.relpath(folder, _FOLDER), name), *stamp(os.path.join(folder, name))
