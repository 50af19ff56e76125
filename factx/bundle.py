"""The code of the modules that a start imports, together in a file that comes with the package.

Python looks for each module in several places and reads each by itself: of some 200, this takes a tenth of a start. In
the file, modules that are imported together are one piece. It is for the Python and the sources that it was built of,
by `tests/tools/wheel_tables.py`; any other module is imported as usual.

    the length of the index in four bytes, the index, the pieces; index and pieces written by `marshal`
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER
from types import CodeType, ModuleType
from typing import TypeAlias

try:
    from _imp import _fix_co_filename as place  # type: ignore[attr-defined] # what Python does with bytecode
except ImportError:
    place = None

from factx.cache import BUILT, TAG, came_with, stamp

PATH = os.path.join(BUILT, f"modules.{TAG}.code")
_ABOVE = os.path.dirname(os.path.dirname(__file__))
_LENGTH = 4

Place: TypeAlias = tuple[bool, int, int, int]
"""Whether a module is a package, the size of its source, and where its piece begins and how long it is."""


class Bundle:
    """Finds modules in the file at `path`: for `sys.meta_path`."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._codes: dict[str, CodeType] = {}
        with open(path, "rb") as file:
            length = int.from_bytes(file.read(_LENGTH), "little")
            built_by, index = marshal.loads(file.read(length))
        self._index: dict[str, Place] = index if built_by == MAGIC_NUMBER else {}
        self._begin = _LENGTH + length

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """What Python asks each finder for."""
        if name not in self._index:
            return None
        package, size, _, _ = self._index[name]
        source = source_of(name, package=package)
        time, size_now = stamp(source)
        if size_now != size or not came_with(self._path, time):
            return None
        spec = ModuleSpec(name, Bundled(name, source, self), origin=source, is_package=package)
        spec.has_location = True
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(os.path.dirname(source))
        return spec

    def code(self, name: str) -> CodeType:
        """The code of a module; that of the others in its piece is kept until they are imported."""
        if name not in self._codes:
            _, _, place, length = self._index[name]
            with open(self._path, "rb") as file:
                file.seek(self._begin + place)
                self._codes |= marshal.loads(file.read(length))
        return self._codes.pop(name)


class Bundled(SourceFileLoader):
    """Loads a module as from its source, but for the code."""

    def __init__(self, name: str, path: str, bundle: Bundle) -> None:
        super().__init__(name, path)
        self._bundle = bundle

    def get_code(self, fullname: str) -> CodeType:
        code = self._bundle.code(fullname)
        place(code, self.path)
        return code


def source_of(name: str, *, package: bool) -> str:
    """The source file of a module."""
    return os.path.join(_ABOVE, *name.split("."), "__init__.py") if package else (
        os.path.join(_ABOVE, *name.split(".")) + ".py"
    )


def use() -> None:
    """Import what is in the file from there, if there is one for this Python."""
    if sys.flags.optimize or place is None:
        return
    try:
        sys.meta_path.insert(0, Bundle(PATH))
    except (OSError, EOFError, ValueError, TypeError):
        return


def bundled(pieces: Iterable[Mapping[str, str]]) -> bytes:
    """The file with modules in these pieces, each the sources of some by their names."""
    index: dict[str, Place] = {}
    written = b""
    for piece in pieces:
        codes = {}
        for name, source in piece.items():
            with open(source, "rb") as file:
                codes[name] = compile(file.read(), f"{name}.py", "exec", dont_inherit=True)
        data = marshal.dumps(codes)
        for name, source in piece.items():
            index[name] = source.endswith("__init__.py"), stamp(source)[1], len(written), len(data)
        written += data
    head = marshal.dumps((MAGIC_NUMBER, index))
    return len(head).to_bytes(_LENGTH, "little") + head + written
