"""Compiled patterns, kept where Python keeps its compiled modules, so that only a first run compiles them.

`regex` gives the data that a pattern is compiled from and to, for pickling. It is kept with `marshal`, which reads
data alone, in `__pycache__` beside this module: never where Python was told to write no bytecode, and without a
word where that folder can't be written to.
"""

from __future__ import annotations

import copyreg
import marshal
import os
import sys
from collections.abc import Callable
from functools import cached_property
from typing import Any

import regex

_reduce: Callable[[regex.Pattern[str]], tuple[Callable[..., regex.Pattern[str]], tuple[Any, ...]]]
_reduce = copyreg.dispatch_table[regex.Pattern]  # type: ignore[assignment]
_rebuild = _reduce(regex.compile(""))[0]


class Store:
    """The compiled patterns of one grammar, by their source."""

    _opened: list[Store] = []

    def __init__(self, name: str) -> None:
        self.name = name
        self._new: dict[str, tuple[Any, ...]] = {}
        Store._opened.append(self)

    def compile(self, source: str) -> regex.Pattern[str]:
        """The pattern of `source`, in which blanks are free. Raises regex.error where it is none."""
        known = self._kept.get(source)
        if known is not None:
            return _rebuild(*known)
        pattern = regex.compile(source, regex.VERBOSE, cache_pattern=False)
        self._new[source] = _reduce(pattern)[1]
        return pattern

    @property
    def path(self) -> str | None:
        """The file that keeps them: another one for each Python and each `regex`."""
        if not (cached := globals().get("__cached__")):
            return None
        folder, name = os.path.split(cached)
        return os.path.join(folder, f"{self.name}.{name.split('.')[-2]}-regex-{regex.__version__}.rules")

    @cached_property
    def _kept(self) -> dict[str, tuple[Any, ...]]:
        try:
            with open(self.path or "", "rb") as file:
                kept = marshal.load(file)
        except (OSError, EOFError, ValueError, TypeError):
            return {}
        return kept if isinstance(kept, dict) else {}

    @classmethod
    def save(cls) -> None:
        """Keep what was compiled anew, for the next run."""
        if sys.dont_write_bytecode:
            return
        for store in cls._opened:
            if store._new and store.path:
                try:
                    _replace(store.path, marshal.dumps(store._kept | store._new))
                except OSError:
                    continue
                store._kept |= store._new
                store._new = {}


def _replace(path: str, data: bytes) -> None:
    """Write a file that others may be reading: whole, or not at all."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    beside = f"{path}.{os.getpid()}"
    try:
        with open(beside, "wb") as file:
            file.write(data)
        os.replace(beside, path)
    except OSError:
        if os.path.exists(beside):
            os.remove(beside)
        raise
