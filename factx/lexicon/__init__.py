"""The words that the rules know, in plain text files beside this module.

A file holds sections; a section's name is the tag that its entries carry:

    # a comment
    [month]
    january = 1
    jan. = 1
    [weekday]
    monday

An entry is one token in lower case; what stands behind `=` is its value, for the rules that need one.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from factx.kept import Store

Sections: TypeAlias = Mapping[str, Mapping[str, str]]

_FOLDER = os.path.dirname(__file__)


@cache
def stamps() -> tuple[tuple[str, int, int], ...]:
    """What tells one version of the lexicons from another: when each file was changed, and its size."""
    with os.scandir(_FOLDER) as files:
        found = [(file.name, file.stat()) for file in files if file.name.endswith(".txt")]
    return tuple(sorted((name, status.st_mtime_ns, status.st_size) for name, status in found))


@cache
def _store() -> Store:
    return Store("lexicons", stamps())


@cache
def load(name: str) -> Sections:
    """The sections of `name`.txt: tag to entries, each with its value, "" where it has none.

    Raises ValueError, naming the file and line, where an entry stands before the first section.
    """
    return MappingProxyType(marshal.loads(_store().get(name, lambda: marshal.dumps(_read(name)))))


def _read(name: str) -> dict[str, dict[str, str]]:
    with open(os.path.join(_FOLDER, f"{name}.txt"), encoding="utf-8") as file:
        lines = file.read().split("\n")
    sections: dict[str, dict[str, str]] = {}
    entries: dict[str, str] | None = None
    for number, line in enumerate(lines, 1):
        line = line.partition("# ")[0].strip() if "#" in line else line.strip()
        if not line or line == "#":
            continue
        if line[0] == "[" and line[-1] == "]" and len(line) > 2:
            entries = sections.setdefault(line[1:-1], {})
            continue
        if entries is None:
            raise ValueError(f"{name}.txt:{number}: an entry before the first [section]: {line!r}")
        entry, _, value = line.partition(" = ")
        entries[entry] = value
    return sections
