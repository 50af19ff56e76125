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

from collections.abc import Mapping
from functools import cache
from os.path import dirname, join
from types import MappingProxyType
from typing import TypeAlias

Sections: TypeAlias = Mapping[str, Mapping[str, str]]


def path(name: str) -> str:
    """The file of a lexicon."""
    return join(dirname(__file__), f"{name}.txt")


@cache
def load(name: str) -> Sections:
    """The sections of `name`.txt: tag to entries, each with its value, "" where it has none.

    Raises ValueError, naming the file and line, where an entry stands before the first section.
    """
    with open(path(name), encoding="utf-8") as file:
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
    return MappingProxyType(sections)
