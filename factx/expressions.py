"""Regular expressions of `re`, what they compile to kept in the cache: reading one takes longer than an article.

`re` reads a pattern and works out a program in Python, which its half in C runs. That program is a list of numbers; a
Python that has other insides than these compiles as usual.
"""

from __future__ import annotations

import marshal
import re
import struct
import sys
from functools import cache
from typing import Any, TypeAlias

from factx.cache import Cache, stamp

Program: TypeAlias = tuple[Any, ...]
VERSION = (*sys.version_info[:3], *stamp(__file__))
"""A program is for one version of Python alone, and for this module."""


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, as `re.compile` gives it; its program is kept in the cache."""
    return thaw(_cache().get(f"{flags} {source}", lambda: freeze(source, flags)))


def freeze(source: str, flags: int = 0) -> bytes:
    """What `thaw` makes the pattern of again."""
    return marshal.dumps((source, int(flags), _program(source, flags)))


def thaw(frozen: bytes) -> re.Pattern[str]:
    """A compiled pattern, to match with."""
    source, flags, program = marshal.loads(frozen)
    if program is not None:
        try:
            import _sre  # type: ignore[import-not-found]

            every, code, *groups = program
            pattern: re.Pattern[str] = _sre.compile(source, every, memoryview(code).cast("I").tolist(), *groups)
            return pattern
        except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
            pass
    return re.compile(source, flags)


def _program(source: str, flags: int) -> Program | None:
    """What `re` compiles a pattern to: its flags, its code, and its groups by number and name."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(source, flags)
        state = parsed.state
        names = [None] * state.groups
        for name, number in state.groupdict.items():
            names[number] = name
        code = _compiler._code(parsed, flags)
    except (ImportError, AttributeError):
        return None
    numbers = struct.pack(f"{len(code)}I", *code)
    return int(flags | state.flags), numbers, state.groups - 1, dict(state.groupdict), tuple(names)


@cache
def _cache() -> Cache:
    return Cache("expressions", VERSION)
