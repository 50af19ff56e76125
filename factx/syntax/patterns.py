"""Expressions over the classes of words, in the notation of rules: one letter a word, compiled once and cached."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cached_property

from factx import expressions
from factx.cache import Cache
from factx.syntax.words import CLASSES, LETTER, PAST_PARTICIPLE


class ClassPatterns:
    """Named patterns over classes, tried together at each word: the first that fits is the word's group.

    Which of the patterns a group fits, its letters alone must tell.

    patterns: each name with its pattern; phrases: what the patterns call <name>; runs: letters that are one piece
    however many follow one another; single: a word that may begin a group, where it begins none, which is soon told.
    """

    def __init__(
        self, name: str, patterns: Mapping[str, str], phrases: Mapping[str, str], *, runs: str, single: str
    ) -> None:
        self.name = name
        self.runs = runs
        self.single = single
        self.patterns = patterns
        self.phrases = phrases

    @cached_property
    def pieces(self) -> re.Pattern[str]:
        """One pattern over letters, to take a text apart: the longest pieces are groups, all other words are single."""
        return expressions.thaw(self._cache.get("pieces", lambda: self._compile(named=False)))

    def form(self, letters: str) -> str | None:
        """The name of the pattern that a piece fits; None for a word in no group."""
        fits = self._named.fullmatch(letters)
        return fits.lastgroup if fits else None

    @cached_property
    def _named(self) -> re.Pattern[str]:
        return expressions.thaw(self._cache.get("named", lambda: self._compile(named=True)))

    @cached_property
    def _cache(self) -> Cache:
        named = [*self.patterns.items(), *self.phrases.items()]
        notation = "\n".join(f"{name} {pattern}" for name, pattern in named)
        folder = os.path.dirname(__file__)
        files = [
            os.path.join(folder, "words.py"), os.path.join(folder, "patterns.py"),
            os.path.join(folder, "..", "engine", "notation.py"),
        ]
        return Cache(self.name, (notation, self.runs, self.single, *expressions.VERSION), files)

    def _compile(self, *, named: bool) -> bytes:
        from factx.engine import notation

        phrases = {name: notation.parse(pattern, self.phrases) for name, pattern in self.phrases.items()}
        speller = notation.Speller(phrases, letters_of, ())
        parts: list[str] = []
        alone = {PAST_PARTICIPLE, *LETTER.values()}
        for name, pattern in self.patterns.items():
            choice = notation.parse(pattern, self.phrases)
            begins = speller.begins(choice)
            assert begins is not None, name
            alone -= begins
            # Most words begin no group of a kind: a look at the first letter tells so.
            opening = f"?P<{name}>" if named else "?:"
            parts.append(f"({opening}(?={speller.characters(begins)})(?:{speller.plain(choice)}))")
        if not named:
            runs = [f"{re.escape(letter)}+" for letter in self.runs]
            single = speller.plain(notation.parse(self.single, self.phrases))
            parts = [speller.characters(frozenset(alone.difference(self.runs))), *runs, single, *parts, "."]
        return expressions.freeze("|".join(parts), re.VERBOSE)


def letters_of(expression: str) -> frozenset[str]:
    """The letters of the classes that a tag expression accepts. Raises ValueError where it names no class's tag."""
    from factx.engine.alphabet import terms

    tags = {letter: frozenset(own.split()) for letter, own in CLASSES.values()}
    tags[PAST_PARTICIPLE] = frozenset(["verb", "participle", "or-past"])
    known = frozenset().union(*tags.values())
    found: set[str] = set()
    for option in terms(expression):
        if unknown := [tag for _, tag in option if tag not in known]:
            raise ValueError(f"no class of words has the tag {unknown[0]!r}: <{expression}>")
        found |= {letter for letter, own in tags.items() if all((tag in own) != negated for negated, tag in option)}
    return frozenset(found)
