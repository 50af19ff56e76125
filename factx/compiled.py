"""What grammars work out on first use, kept where Python keeps its compiled modules: only a first run pays for it.

`regex` gives, for pickling, the data that a pattern is made of. It is kept with `marshal`, which reads data alone, in
`__pycache__` beside this module: never where Python was told to write no bytecode, and without a word where that
folder can't be written to.
"""

from __future__ import annotations

import copyreg
import marshal
import os
import sys
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeAlias

import regex

Key: TypeAlias = tuple[Any, ...]
Frozen: TypeAlias = tuple[Any, ...]
"""A compiled pattern as data."""

_reduce: Callable[[regex.Pattern[str]], tuple[Callable[..., regex.Pattern[str]], Frozen]]
_reduce = copyreg.dispatch_table[regex.Pattern]  # type: ignore[assignment]
_rebuild = _reduce(regex.compile(""))[0]


def compile(source: str) -> Frozen:
    """The pattern of `source`, in which blanks are free. Raises regex.error where it is none."""
    return _reduce(regex.compile(source, regex.VERBOSE, cache_pattern=False))[1]


def thaw(frozen: Frozen) -> regex.Pattern[str]:
    """A compiled pattern, to match with."""
    return _rebuild(*frozen)


class Store:
    """What one grammar worked out, by name; `key` is all that it depends on, and nothing is kept for another."""

    _opened: list[Store] = []

    def __init__(self, name: str, key: Key) -> None:
        self.name = name
        self.key = key
        self._new: dict[str, Any] = {}
        Store._opened.append(self)

    def get(self, name: str, work_out: Callable[[], Any]) -> Any:
        """What is kept under `name`, or else what `work_out` returns: data that `marshal` can write."""
        if name in self._kept:
            return self._kept[name]
        if name not in self._new:
            self._new[name] = work_out()
        return self._new[name]

    @property
    def path(self) -> str | None:
        """The file that keeps it: another one for each Python and each `regex`."""
        if not (cached := globals().get("__cached__")):
            return None
        folder, name = os.path.split(cached)
        return os.path.join(folder, f"{self.name}.{name.split('.')[-2]}-regex-{regex.__version__}.rules")

    @cached_property
    def _kept(self) -> dict[str, Any]:
        try:
            with open(self.path or "", "rb") as file:
                key, kept = marshal.load(file)
        except (OSError, EOFError, ValueError, TypeError):
            return {}
        return kept if key == self.key and isinstance(kept, dict) else {}

    @classmethod
    def save(cls) -> None:
        """Keep what was worked out anew, for the next run."""
        if sys.dont_write_bytecode:
            return
        for store in cls._opened:
            if store._new and store.path:
                try:
                    _replace(store.path, marshal.dumps((store.key, store._kept | store._new)))
                except OSError:
                    continue
                store._kept |= store._new
                store._new = {}


def stamp(path: str) -> tuple[int, int]:
    """What tells one version of a file from another: when it was changed, and its size."""
    status = os.stat(path)
    return status.st_mtime_ns, status.st_size


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
