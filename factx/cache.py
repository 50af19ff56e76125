"""An on-disk cache of what is computed from rules and lexicons: compiling the rules takes longer than most articles.

Three places are searched, each with files written by `marshal`:

    built/                        in an installed package: made when the wheel is built, for that Python and `regex`
    __pycache__/                  in a checkout: kept at the first run, unless Python may write no bytecode
    $XDG_CACHE_HOME/factx/        one's own rules; all the rest where the package's folder can't be written to

What none of them has, or has for other rules, is computed. If nothing can be written, that goes unreported.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from typing import Any, ClassVar, TypeAlias

from factx import __version__

Key: TypeAlias = tuple[Any, ...]
BUILT = os.path.join(os.path.dirname(__file__), "built")
TAG = sys.implementation.cache_tag or "python"
_INSTALLED_WITHIN = 3600 * 10**9
"""The nanoseconds within which all files of a package are installed: one changed later is not that of the build."""


class Cache:
    """The kept values of one part of factx, by name.

    key: what the values depend on, besides the version of factx and the files; values for another key are ignored.
    files: the files that they depend on.
    own: whether they come of a user's rules or words.
    """

    _opened: ClassVar[list[Cache]] = []

    def __init__(self, name: str, key: Key, files: Iterable[str] = (), *, own: bool = False) -> None:
        self.name = name
        self.files = tuple(files)
        self.key = (__version__, *key, *map(_basename, self.files))
        self.own = own
        self._new: dict[str, Any] = {}
        Cache._opened.append(self)

    def get(self, name: str, compute: Callable[[], Any]) -> Any:
        """The value kept under `name`, or else what `compute` returns: data that `marshal` can write."""
        if name in self._built:
            return self._built[name]
        if name in self._kept:
            return self._kept[name]
        if name not in self._new:
            self._new[name] = compute()
        return self._new[name]

    @cached_property
    def _built(self) -> dict[str, Any]:
        """The tables that came with the package. Installing changes the times of files, so sizes must do."""
        if self.own:
            return {}
        path = built_path(self.name)
        known = _read(path, self.key, [size for _, size in self._stamps])
        latest = max((time for time, _ in self._stamps), default=0)
        return known if known and latest <= stamp(path)[0] + _INSTALLED_WITHIN else {}

    @cached_property
    def _stamps(self) -> list[tuple[int, int]]:
        """The files' modification times and sizes."""
        return list(map(stamp, self.files))

    @cached_property
    def _kept(self) -> dict[str, Any]:
        """The tables that an earlier run has written."""
        return next((known for path in self.paths() if (known := _read(path, self.key, self._stamps))), {})

    def paths(self, *, to_write: bool = False) -> Iterator[str]:
        """The files, one for each version of Python, in which a run may keep values, the best first."""
        beside = globals().get("__cached__")  # where Python keeps this module's bytecode
        if beside and not self.own and not (to_write and sys.dont_write_bytecode):
            yield os.path.join(os.path.dirname(beside), f"{self.name}.{TAG}.cache")
        if folder := _users_folder():
            yield os.path.join(folder, f"{self.name}.{TAG}.cache")

    @classmethod
    def save(cls) -> None:
        """Keep the values worked out in this run, for the next one."""
        for store in cls._opened:
            if store._new:
                store._save()

    def _save(self) -> None:
        data = marshal.dumps((self.key, self._stamps, self._kept | self._new))
        for path in self.paths(to_write=True):
            try:
                _replace(path, data)
            except OSError:
                continue
            self._kept |= self._new
            self._new = {}
            return

    @classmethod
    def build(cls, folder: str) -> None:
        """Write all values of this run to a folder, as those that come with the package."""
        for store in cls._opened:
            known = store._built | store._kept | store._new
            if known and not store.own:
                sizes = [size for _, size in store._stamps]
                path = os.path.join(folder, os.path.basename(built_path(store.name)))
                _replace(path, marshal.dumps((store.key, sizes, known)))


_basename = cache(os.path.basename)
"""A file's name: most of what is kept depends on the same files."""


@cache
def stamp(path: str) -> tuple[int, int]:
    """A file's modification time and size as they were when first asked for; zeros if it does not exist."""
    try:
        status = os.stat(path)
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


def built_path(name: str) -> str:
    """The file of values that come with the package."""
    return os.path.join(BUILT, f"{name}.{TAG}.tables")


def _read(path: str, key: Key, stamps: list[Any]) -> dict[str, Any]:
    """The values in a file that are for this key and these files; none if there are none."""
    try:
        with open(path, "rb") as file:
            its_key, its_stamps, known = marshal.loads(file.read())  # `load` reads object by object: ten times slower
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return known if (its_key, its_stamps) == (key, stamps) and isinstance(known, dict) else {}


def _users_folder() -> str | None:
    """The folder in which the user's programs keep what they can work out again; None if there is no home."""
    folder = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(folder):
        folder = os.path.expanduser(os.path.join("~", ".cache"))
    return os.path.join(folder, "factx") if os.path.isabs(folder) else None


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
