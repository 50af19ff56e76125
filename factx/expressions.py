"""Regular expressions of `re`, what they compile to kept in the cache: reading one takes longer than an article.

`re` reads a pattern and works out a program in Python, which its half in C runs. That program is a list of numbers.
Where a Python has other insides than these, or they make another pattern, it compiles as usual.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from functools import cache
from typing import Any, TypeAlias

from factx.cache import Cache

Program: TypeAlias = tuple[Any, ...]
VERSION = (sys.implementation.name, *sys.version_info, sys.byteorder)
"""A program is for one version of Python alone."""


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, as `re.compile` gives it; its program is kept in the cache."""
    return thaw(_cache().get(f"{flags} {source}", lambda: freeze(source, flags)))


def freeze(source: str, flags: int = 0) -> bytes:
    """A compiled pattern as bytes, from which `thaw` restores it."""
    pattern, program = re.compile(source, flags), _program(source, flags)
    if program is not None and _run(source, program) != pattern:  # patterns are equal if they run the same program
        program = None
    return marshal.dumps((source, int(flags), program))


def thaw(frozen: bytes) -> re.Pattern[str]:
    """A compiled pattern, to match with."""
    source, flags, program = marshal.loads(frozen)
    return program is not None and _run(source, program) or re.compile(source, flags)


def _run(source: str, program: Program) -> re.Pattern[str] | None:
    """The pattern that runs a program; None where this Python makes none of it."""
    try:
        import _sre  # type: ignore[import-not-found]

        every, code, *groups = program
        pattern: re.Pattern[str] = _sre.compile(source, every, array("I", code).tolist(), *groups)
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        return None
    return pattern


def _program(source: str, flags: int = 0) -> Program | None:
    """The program that `re` compiles a pattern to: its flags, its code, and its groups by number and name."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(source, flags)
        state = parsed.state
        names = [None] * state.groups
        for name, number in state.groupdict.items():
            names[number] = name
        code = _compiler._code(parsed, flags)
    except (ImportError, AttributeError, TypeError, ValueError):
        return None
    return int(flags | state.flags), array("I", code).tobytes(), state.groups - 1, dict(state.groupdict), tuple(names)


@cache
def _cache() -> Cache:
    return Cache("expressions", VERSION, [__file__])
