"""Compiled patterns as data, that a later run matches with: `regex` gives it for pickling."""

from __future__ import annotations

import copyreg
import marshal
from collections.abc import Callable
from typing import Any

import regex

VERSION = regex.__version__
"""What the data holds for: another `regex` may read it otherwise."""

_reduce: Callable[[regex.Pattern[str]], tuple[Callable[..., regex.Pattern[str]], tuple[Any, ...]]]
_reduce = copyreg.dispatch_table[regex.Pattern]  # type: ignore[assignment]
_rebuild = _reduce(regex.compile(""))[0]


def freeze(source: str) -> bytes:
    """The compiled pattern of `source`, in which blanks are free. Raises regex.error where it is none."""
    return marshal.dumps(_reduce(regex.compile(source, regex.VERBOSE, cache_pattern=False))[1])


def thaw(frozen: bytes) -> regex.Pattern[str]:
    """A compiled pattern, to match with."""
    return _rebuild(*marshal.loads(frozen))
