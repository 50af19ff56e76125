"""Regular expressions of `re`, what they compile to kept in the cache: reading one takes longer than an article.

`re` reads a pattern and works out a program in Python, which its half in C runs. That program is a list of numbers.
Where a Python has other insides than these, or they make another pattern, it compiles as usual.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeAlias

from factx.cache import Cache

Program: TypeAlias = tuple[Any, ...]
VERSION = (sys.implementation.name, *sys.version_info, sys.byteorder)
"""A program is for one version of Python alone."""
LOSES: bool = sys.implementation.name == "cpython" and sys.version_info < (3, 11, 5)
"""Whether `re` loses matches where a group is repeated possessively: `(?:ab?c)*+a` does not match "abca"."""


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, as `re.compile` gives it; its program is kept in the cache."""
    return thaw(_cache().get(f"{flags} {source}", lambda: freeze(source, flags)))


def freeze(source: str, flags: int = 0) -> bytes:
    """A compiled pattern as bytes, from which `thaw` restores it."""
    pattern, program = re.compile(source, flags), _program(source, flags)
    if program is not None and _run(source, program) != pattern:  # patterns are equal if they run the same program
        program = None
    if LOSES and program is not None:
        program = _program(source, flags, atomic=True)
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


def _program(source: str, flags: int = 0, *, atomic: bool = False) -> Program | None:
    """The program that `re` compiles a pattern to: its flags, its code, and its groups by number and name.

    atomic: whether groups that are repeated possessively are written as atomic ones.
    """
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(source, flags)
        if atomic:
            _make_atomic(parsed)
        state = parsed.state
        names = [None] * state.groups
        for name, number in state.groupdict.items():
            names[number] = name
        code = _compiler._code(parsed, flags)
    except (ImportError, AttributeError, TypeError, ValueError):
        return None
    return int(flags | state.flags), array("I", code).tobytes(), state.groups - 1, dict(state.groupdict), tuple(names)


def _make_atomic(parsed: Any) -> None:
    """In a pattern that is read, turn `(?:…)*+` into `(?>(?:…)*)`, which means the same and loses nothing."""
    from re import _compiler, _constants, _parser  # type: ignore[attr-defined]

    for place, (kind, value) in enumerate(parsed.data):
        for part in _parts(value):
            _make_atomic(part)
        if kind is _constants.POSSESSIVE_REPEAT and not _compiler._simple(value[2]):
            repeated = _parser.SubPattern(parsed.state, [(_constants.MAX_REPEAT, value)])
            parsed.data[place] = _constants.ATOMIC_GROUP, repeated


def _parts(value: Any) -> Iterator[Any]:
    """The patterns that a piece of a pattern is made of."""
    if hasattr(value, "getwidth"):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _parts(each)


@cache
def _cache() -> Cache:
    return Cache("expressions", VERSION, [__file__])
