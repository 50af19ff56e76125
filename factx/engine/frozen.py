"""Serialises compiled patterns with the data that `regex` provides for pickling, so that later runs skip compiling.

`regex` has two halves: one in Python, which reads patterns, and one in C, which matches. The first takes longer to
import than an article to read, and what was compiled by the same release needs the second alone. No release promises
that, so it is tried out where patterns are compiled: where it fails, patterns are compiled in every run.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable
from functools import cache
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import regex

    Rebuild: TypeAlias = Callable[..., regex.Pattern[str]]

_PACKAGE = PathFinder.find_spec("regex")
_MATCHER = PathFinder.find_spec("_regex", _PACKAGE.submodule_search_locations) if _PACKAGE else None
_PROBE = r"(?P<a>b+)(?<=ab+) [^c-e]*? (?:(?P<d>f)|g)++ (?P<rule1>)"
_PROBED = "abbxfgf abhg"


def _version() -> tuple[object, ...]:
    """The release of `regex` that the data is for, by the name of its metadata: another may read it differently."""
    try:
        origin = _MATCHER.origin if _MATCHER else None
        size = os.stat(origin).st_size if origin else 0  # another platform's build of the release has another size
        packages = os.path.dirname(_PACKAGE.submodule_search_locations[0])  # type: ignore[union-attr, index]
        names = [name for name in os.listdir(packages) if name.startswith("regex-") and name.endswith("-info")]
    except (OSError, AttributeError, TypeError, IndexError):
        size, names = 0, []
    if not size or len(names) != 1:
        import regex

        return "regex", regex.__version__, size
    return "regex", names[0], size


VERSION = _version()


def freeze(source: str) -> bytes:
    """A compiled pattern as bytes, from which `thaw` restores it; blanks are ignored. Raises regex.error if invalid."""
    import regex

    pattern = regex.compile(source, regex.VERBOSE, cache_pattern=False)
    return marshal.dumps((source, _data(pattern)[1] if _can_rebuild() else None))


def thaw(frozen: bytes) -> regex.Pattern[str]:
    """A compiled pattern, to match with."""
    source, data = marshal.loads(frozen)
    if data is not None and (rebuild := _rebuilding()) is not None:
        try:
            return rebuild(*data)
        except (TypeError, ValueError, RuntimeError):
            pass
    import regex

    return regex.compile(source, regex.VERBOSE, cache_pattern=False)


def _data(pattern: regex.Pattern[str]) -> tuple[Rebuild, tuple[Any, ...]]:
    """The function that rebuilds the pattern, and its arguments, as pickling has them."""
    import copyreg

    return copyreg.dispatch_table[type(pattern)](pattern)  # type: ignore[return-value]


@cache
def _rebuilding() -> Rebuild | None:
    """The function of the half in C that rebuilds patterns from their data; None if there is none."""
    try:
        if "regex" in sys.modules:
            import regex

            return _data(regex.compile(""))[0]
        matcher = module_from_spec(_MATCHER)  # type: ignore[arg-type]
        _MATCHER.loader.exec_module(matcher)  # type: ignore[union-attr]
        rebuild: Rebuild = matcher.compile
    except (ImportError, AttributeError, KeyError, TypeError, ValueError):
        return None
    return rebuild


@cache
def _can_rebuild() -> bool:
    """Whether the half in C alone makes of a pattern's data, as `marshal` keeps it, one that matches as the pattern."""
    import regex

    pattern = regex.compile(_PROBE, regex.VERBOSE)
    try:
        matcher = module_from_spec(_MATCHER)  # type: ignore[arg-type]
        _MATCHER.loader.exec_module(matcher)  # type: ignore[union-attr]
        data = marshal.loads(marshal.dumps(_data(pattern)[1]))
        return _hits(matcher.compile(*data)) == _hits(pattern)
    except Exception:  # noqa: BLE001 (whatever a release does: it is done without)
        return False


def _hits(pattern: regex.Pattern[str]) -> list[object]:
    """All that is asked of a pattern, asked on a text."""
    return [
        (hit.span(), hit.spans("a"), hit.span("d"), hit.lastgroup, sorted(hit.re.groupindex.items()))
        for hit in pattern.finditer(_PROBED, overlapped=True)
    ] + [pattern.match("abb", partial=True) is None, pattern.match(_PROBED, 1) is None]
