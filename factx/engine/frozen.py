"""Serialises compiled patterns with the data that `regex` provides for pickling, so that later runs skip compiling.

`regex` has two halves: one in Python, which reads patterns, and one in C, which matches. The first takes longer to
import than an article to read, and if all patterns are in the cache, the second is enough.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import TYPE_CHECKING, Any

from factx.cache import stamp

if TYPE_CHECKING:
    import regex

    Data = tuple[Callable[..., regex.Pattern[str]], tuple[Any, ...]]

_PACKAGE = PathFinder.find_spec("regex")
_MATCHER = PathFinder.find_spec("_regex", _PACKAGE.submodule_search_locations) if _PACKAGE else None


def _version() -> object:
    """The version of `regex` that the data is for: another may read it differently."""
    if _MATCHER is None or _MATCHER.origin is None:
        import regex

        return regex.__version__
    return stamp(_MATCHER.origin)


def _data(pattern: regex.Pattern[str]) -> Data:
    """The function that rebuilds the pattern, and its arguments."""
    import copyreg

    return copyreg.dispatch_table[type(pattern)](pattern)  # type: ignore[return-value]


def _rebuilding() -> Callable[..., regex.Pattern[str]]:
    """The function that rebuilds patterns from their data."""
    if _MATCHER is None or _MATCHER.loader is None or "regex" in sys.modules:
        import regex

        return _data(regex.compile(""))[0]
    matcher = module_from_spec(_MATCHER)
    _MATCHER.loader.exec_module(matcher)
    rebuild: Callable[..., regex.Pattern[str]] = matcher.compile
    return rebuild


VERSION = _version()
_rebuild = _rebuilding()


def freeze(source: str) -> bytes:
    """The compiled pattern of `source`, in which blanks do not count. Raises regex.error if it is invalid."""
    import regex

    return marshal.dumps(_data(regex.compile(source, regex.VERBOSE, cache_pattern=False))[1])


def thaw(frozen: bytes) -> regex.Pattern[str]:
    """A compiled pattern, to match with."""
    return _rebuild(*marshal.loads(frozen))
