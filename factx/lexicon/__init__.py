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
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, TypeAlias

from factx.cache import Cache, stamp

Sections: TypeAlias = Mapping[str, Mapping[str, str]]

_FOLDER = os.path.dirname(__file__)

_added: dict[str, dict[str, dict[str, str]]] = {}
_loaded: set[str] = set()


def add(name: str, tag: str, entries: Mapping[str, str]) -> None:
    """Give a section of a lexicon further entries in this process: words of one's own.

    Raises RuntimeError where the lexicon has been read before: what was made of it does not know them.
    """
    added = _added.setdefault(name, {}).setdefault(tag, {})
    if name in _loaded and any(added.get(entry) != value for entry, value in entries.items()):
        raise RuntimeError(f"the lexicon {name} is in use already")
    added |= entries


def cache_name(name: str) -> str:
    """What is worked out from the lexicons is kept by this name: apart where they have words of one's own."""
    return f"{name}-own" if _added else name


def lexicons() -> Iterable[str]:
    """The lexicons that there are."""
    return [name.removesuffix(".txt") for name, *_ in _files()]


def shipped(name: str) -> dict[str, dict[str, str]]:
    """The sections of a lexicon as they are in its file; it can be added to after."""
    sections: dict[str, dict[str, str]] = marshal.loads(_cache().get(name, lambda: marshal.dumps(_read(name))))
    return sections


def stamps() -> tuple[object, ...]:
    """What tells one version of the lexicons from another: each file's time and size, and the words added."""
    return _files() + tuple(
        (name, tag, *entries.items()) for name, sections in _added.items() for tag, entries in sections.items()
    )


@cache
def _files() -> tuple[tuple[str, int, int], ...]:
    with os.scandir(_FOLDER) as files:
        found = [(file.name, file.stat()) for file in files if file.name.endswith(".txt")]
    return tuple(sorted((name, status.st_mtime_ns, status.st_size) for name, status in found))


@cache
def _cache() -> Cache:
    return Cache("lexicons", _files())


@cache
def load(name: str) -> Sections:
    """The sections of `name`.txt: tag to entries, each with its value, "" where it has none.

    Raises ValueError, naming the file and line, where an entry stands before the first section, or twice in one.
    """
    sections = shipped(name)
    for tag, entries in _added.get(name, {}).items():
        sections[tag] = sections.get(tag, {}) | entries
    _loaded.add(name)
    return MappingProxyType(sections)


def derived(name: str, source: str, work_out: Callable[[], Any], *more: str) -> Any:
    """What `work_out` makes of the lexicons, kept under `name`: data that `marshal` can write.

    source: the file of the module that does it; more: the names of those that it imports for it. What is kept holds
        for these as they are, and where it is at hand, they need not be imported.
    """
    files = (source, *(os.path.join(os.path.dirname(_FOLDER), f"{module}.py") for module in more))
    return Cache(name, (stamps(), *map(stamp, files))).get(name, work_out)


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
        if entry in entries:
            raise ValueError(f"{name}.txt:{number}: {entry!r} is in its section already")
        entries[entry] = value
    return sections
