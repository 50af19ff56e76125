"""The words that the rules know, in plain text files beside this module.

A file holds sections; a section's name is the tag that its entries carry:

    # a comment
    [month]
    january = 1
    jan. = 1
    [weekday]
    monday

An entry is one token in lower case; what follows `=` is its value, for the rules that need one. Verbs, words of closed
classes and nouns have a row each, in `verbs.txt`, `words.txt` and `nouns.txt`; `factx.lexicon.derive` makes sections
of them.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, TypeAlias

from factx.cache import Cache, Key

Sections: TypeAlias = Mapping[str, Mapping[str, str]]

_FOLDER = os.path.dirname(__file__)
DERIVES = ("derive.py", "inflection.py")
"""The modules that make sections of others: they are made anew when these change."""

_added: dict[str, dict[str, dict[str, str]]] = {}
_loaded: set[str] = set()


def add(name: str, tag: str, entries: Mapping[str, str]) -> None:
    """Add a user's words to a section of a lexicon, for this process only.

    Raises RuntimeError if the lexicon has been read already: what was compiled from it would lack them.
    """
    added = _added.setdefault(name, {}).setdefault(tag, {})
    if name in _loaded and any(added.get(entry) != value for entry, value in entries.items()):
        raise RuntimeError(f"the lexicon {name} is in use already")
    added |= entries


def lexicons() -> Iterable[str]:
    """The names of all lexicons that rules can name."""
    from factx.lexicon.derive import SOURCES

    names = [os.path.basename(file).removesuffix(".txt") for file in _files() if file.endswith(".txt")]
    return [name for name in names if name not in SOURCES]


def shipped(name: str) -> dict[str, dict[str, str]]:
    """The sections of a lexicon, without added words. Unlike `load`, this does not rule out adding words later."""
    sections: dict[str, dict[str, str]] = marshal.loads(_cache().get(name, lambda: marshal.dumps(_whole(name))))
    return sections


def source(name: str, tag: str) -> str:
    """The file in which the words of a section stand."""
    from factx.lexicon.derive import FROM

    return f"{FROM.get(name, {}).get(tag, name)}.txt"


def kept(name: str, key: Key, files: Iterable[str], *, own: bool = False) -> Cache:
    """The cache of tables that are computed from the lexicons, from `key` and from other files.

    own: whether they depend on a user's rules; tables that depend on a user's words are cached likewise.
    """
    added = tuple((name, tag, *entries.items()) for name, tags in _added.items() for tag, entries in tags.items())
    return Cache(f"{name}-own" if added else name, (*key, *added), (*_files(), *files), own=own or bool(added))


@cache
def _files() -> tuple[str, ...]:
    return tuple(
        os.path.join(_FOLDER, name) for name in sorted(os.listdir(_FOLDER)) if name.endswith((".txt", *DERIVES))
    )


@cache
def _cache() -> Cache:
    return Cache("lexicons", (), _files())


@cache
def load(name: str) -> Sections:
    """The sections of `name`.txt: tag to entries, each with its value, "" if it has none.

    Raises ValueError, naming the file and line, if an entry stands before the first section, or twice in one.
    """
    sections = shipped(name)
    for tag, entries in _added.get(name, {}).items():
        sections[tag] = sections.get(tag, {}) | entries
    _loaded.add(name)
    return MappingProxyType(sections)


def derived(name: str, source: str, compute: Callable[[], Any], *more: str) -> Any:
    """The result of `compute`, which derives it from the lexicons: cached under `name` by `marshal`.

    source: the file of the module that computes it; more: the names of the other modules that this takes. It is
        computed anew when any of these files changes; until then, those modules need not be imported.
    """
    files = (source, *(os.path.join(os.path.dirname(_FOLDER), f"{module}.py") for module in more))
    return kept(name, (), files).get(name, compute)


def _whole(name: str) -> dict[str, dict[str, str]]:
    """The sections of a lexicon: those of its file, and those that are worked out of what several share."""
    from factx.lexicon.derive import sections

    return sections(name, _source) | _read(name)


@cache
def _source(name: str) -> dict[str, dict[str, str]]:
    """A file of rows, read once for all the lexicons that are made of it."""
    return _read(name)


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
