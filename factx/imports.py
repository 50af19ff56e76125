"""Makes the imports of a start quicker: some 180 modules are read before the first fact is printed.

Where Python looks for a module, it asks for each kind of file that there may be. For modules of this package a look at
the one place where they are is enough. And Click imports modules of Python for types
of options that this command does not have.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType
from typing import Final

PACKAGE: Final = "factx."
UNUSED: Final = ("uuid",)
"""What Click imports and this command hardly ever uses. (`uuid` finds out much about the machine.)"""


def quicken() -> None:
    """Find this package's modules at once, and import what is hardly ever used where it is used."""
    if OwnModules not in sys.meta_path:
        # Where Python's search is: what others put before it goes before this too.
        sys.meta_path.insert(sys.meta_path.index(PathFinder) if PathFinder in sys.meta_path else 0, OwnModules)
    for name in UNUSED:
        if name not in sys.modules:
            import_on_use(name)


class OwnModules:
    """Finds modules of this package that are source files, in the folder of theirs; all else is left to Python."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if not path or not name.startswith(PACKAGE):
            return None
        place = os.path.join(path[0], name.rpartition(".")[2])
        file, is_package = f"{place}.py", False
        if not os.path.isfile(file):
            file, is_package = os.path.join(place, "__init__.py"), True
            if not os.path.isfile(file):
                return None
        spec = ModuleSpec(name, SourceFileLoader(name, file), origin=file, is_package=is_package)
        spec.has_location = True  # its origin is a file, which becomes the module's `__file__`
        if is_package:
            spec.submodule_search_locations = [place]
        return spec


def import_on_use(name: str) -> None:
    """Import a module so that it is read when it is first asked for something."""
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        return
    spec.loader = LazyLoader(spec.loader)
    module = sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(module)
