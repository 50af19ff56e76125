"""What is worked out on first use, kept where Python keeps its compiled modules: only a first run pays for it.

It is kept with `marshal`, which reads data alone, in `__pycache__` beside this module: never where Python was told to
write no bytecode, and without a word where that folder can't be written to.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable
from functools import cached_property
from typing import Any, ClassVar, TypeAlias

from factx import __version__

Key: TypeAlias = tuple[Any, ...]


class Store:
    """What one part of factx worked out, by name.

    `key` is all that it depends on, beside the version of factx; nothing is kept for another.
    """

    _opened: ClassVar[list[Store]] = []

    def __init__(self, name: str, key: Key) -> None:
        self.name = name
        self.key = (__version__, *key)
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
        """The file that keeps it, another one for each Python; None where modules are not kept either."""
        if not (cached := globals().get("__cached__")):
            return None
        folder, name = os.path.split(cached)
        return os.path.join(folder, f"{self.name}.{name.split('.')[-2]}.kept")

    @cached_property
    def _kept(self) -> dict[str, Any]:
        try:
            with open(self.path or "", "rb") as file:
                key, kept = marshal.loads(file.read())  # `load` reads object by object: ten times slower
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
    """What tells one version of a file from another: when it was changed, and its size; zeros where there is none."""
    try:
        status = os.stat(path)
    except OSError:
        return 0, 0
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
