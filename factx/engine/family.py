"""Grammars over the same tokens that have one alphabet, so that a text is encoded once for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from importlib import import_module
from typing import Protocol
from zlib import crc32

from factx.engine.alphabet import Tagger


class Member(Protocol):
    """The interface of a grammar that belongs to a family."""

    name: str
    phrases: dict[str, str]

    @property
    def patterns(self) -> dict[str, str]: ...
    @property
    def notation(self) -> str: ...
    def make_tagger(self) -> Tagger: ...


class Family:
    """Grammars with the same lexicons and tag sets; each names its family where it is declared.

    modules: those that declare its grammars, which are asked for all at once: what one names, all tell apart.
    """

    def __init__(self, *modules: str) -> None:
        self._modules = modules
        self._declared: list[Member] = []

    def add(self, grammar: Member) -> None:
        """Make a grammar a member."""
        self._declared.append(grammar)

    @cached_property
    def members(self) -> list[Member]:
        """All its grammars, by their names."""
        for module in self._modules:
            import_module(module)
        return sorted(self._declared, key=lambda grammar: grammar.name)

    @cached_property
    def version(self) -> str:
        """A checksum of the patterns of all members, since what a member is compiled to depends on all of them."""
        return f"{crc32(chr(10).join(grammar.notation for grammar in self.members).encode()):08x}"

    @property
    def patterns(self) -> list[tuple[Mapping[str, str], Mapping[str, str]]]:
        """The rules and the phrases of each member."""
        return [(grammar.patterns, grammar.phrases) for grammar in self.members]

    @cached_property
    def tagger(self) -> Tagger:
        """The members' tagger: what it is made of is kept with the first of them."""
        return self.members[0].make_tagger()
