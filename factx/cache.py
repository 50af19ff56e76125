"""An on-disk cache beside Python's .pyc files, so that only the first run pays for compiling the rules.

Its files are written with `marshal` to `__pycache__` beside this module. None is written if Python may write no
bytecode (PYTHONDONTWRITEBYTECODE), nor, silently, if that folder is read-only.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable
from functools import cache, cached_property
from typing import Any, ClassVar, TypeAlias

from factx import __version__

Key: TypeAlias = tuple[Any, ...]


class Cache:
    """The cached values of one part of factx, by name.

    key: all that the values depend on, besides the version of factx; values cached for another key are ignored.
    """

    _opened: ClassVar[list[Cache]] = []

    def __init__(self, name: str, key: Key) -> None:
        self.name = name
        self.key = (__version__, *key)
        self._new: dict[str, Any] = {}
        Cache._opened.append(self)

    def get(self, name: str, compute: Callable[[], Any]) -> Any:
        """The value cached under `name`, or else what `compute` returns: data that `marshal` can write."""
        if name in self._known:
            return self._known[name]
        if name not in self._new:
            self._new[name] = compute()
        return self._new[name]

    @property
    def path(self) -> str | None:
        """The cache's file, one for each version of Python; None where Python caches no modules either."""
        if not (cached := globals().get("__cached__")):
            return None
        folder, name = os.path.split(cached)
        return os.path.join(folder, f"{self.name}.{name.split('.')[-2]}.cache")

    @cached_property
    def _known(self) -> dict[str, Any]:
        try:
            with open(self.path or "", "rb") as file:
                key, known = marshal.loads(file.read())  # `load` reads object by object: ten times slower
        except (OSError, EOFError, ValueError, TypeError):
            return {}
        return known if key == self.key and isinstance(known, dict) else {}

    @classmethod
    def save(cls) -> None:
        """Write the values computed in this run, for the next one."""
        if sys.dont_write_bytecode:
            return
        for store in cls._opened:
            if store._new and store.path:
                try:
                    _replace(store.path, marshal.dumps((store.key, store._known | store._new)))
                except OSError:
                    continue
                store._known |= store._new
                store._new = {}


@cache
def stamp(path: str) -> tuple[int, int]:
    """A file's modification time and size as they were when first asked for; zeros if it does not exist."""
    try:
        status = os.stat(path)
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


def _replace(path: str, data: bytes) -> None:
    """Write a file whole or not at all: other processes may be reading it."""
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
