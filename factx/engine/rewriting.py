"""Rules that leave a word one of its classes: a pattern over tags with the word in question in square brackets.

    [<noun>] may become a verb:   "'to' [<noun>]", becomes "base"

A token is one character for its tags: those of its class, and `or-CLASS` for each other class that it can have. The
rules run one after the other over the text's string of characters, each on what the ones before have left, as Brill's
transformations do. A rule applies to words that can have the class alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from factx import expressions, lexicon
from factx.cache import Cache
from factx.engine.passes import ClassRule, Kept, Pass, key, together
from factx.engine.tags import Lookup, TagSet, spellings

if TYPE_CHECKING:
    from factx.engine.rewriting_compiler import RewriterCompiler

_COMPILING = ("tags", "alphabet", "notation", "passes", "rewriting_compiler")
"""The modules that compile rules: what they made is cached until one of them changes."""


class Rewriter:
    """Class rules in their order, with what their words are looked up in.

    classes: the tags of each class; a rule's `becomes` is one of its names.
    lookup, lookup_tags: what gives a bare word its tags, and every set that it can give.
    """

    def __init__(
        self, name: str, *, classes: Mapping[str, TagSet], lexicons: Iterable[str], lookup: Lookup,
        lookup_tags: Callable[[], Iterable[TagSet]],
    ) -> None:
        self.name = name
        self.classes = classes
        self.lexicons = tuple(lexicons)
        self.lookup = lookup
        self.lookup_tags = lookup_tags
        self.phrases: dict[str, str] = {}
        self.rules: list[ClassRule] = []

    def let(self, name: str, pattern: str) -> None:
        """Name a phrase; `<name>` stands for it in rules and later phrases. Raises ValueError if it has a pattern."""
        if name in self.phrases:
            raise ValueError(f"{self.name} has a phrase <{name}> already")
        self.phrases[name] = pattern

    def rule(
        self, id: str, pattern: str, becomes: str, *, examples: Mapping[str, str], rejects: Mapping[str, str],
        wide: bool = False,
    ) -> None:
        """Declare a rule."""
        self.rules.append(ClassRule(id, pattern, becomes, examples, rejects, wide))

    @cached_property
    def tagger(self) -> ClassTagger:
        """From tokens to characters."""
        codes, known, character = self._cache.get("tagger", lambda: self._work.tagger())
        return ClassTagger(codes, known, character, self.lookup)

    @cached_property
    def class_of(self) -> dict[str, str]:
        """From a character to the name of its class."""
        names: dict[str, str] = self._cache.get("classes", lambda: self._work.class_of())
        return names

    def with_other(self, name: str, other: str) -> list[str]:
        """The characters of a class whose words can have another one too."""
        return [character for character, of in self.class_of.items() if of == name and character in self._others[other]]

    @cached_property
    def _others(self) -> dict[str, str]:
        """Of each class the characters of the words that can have it, and have another one."""
        others: dict[str, str] = self._cache.get("others", lambda: self._work.others())
        return others

    @cached_property
    def passes(self) -> list[Pass]:
        """The rules: those in a row that leave the same class are one, but for wide ones."""
        kept: list[Kept] = self._cache.get("passes", lambda: self._work.passes())
        return list(map(Pass.kept, kept))

    def rewrite(self, tagged: str) -> str:
        """The characters that the rules leave."""
        for each in self.passes:
            tagged = each.rewrite(tagged)
        return tagged

    def trace(self, tagged: str) -> tuple[str, dict[int, str]]:
        """As `rewrite`, and the rule that left each word changed its class, by the word's place: for explanations."""
        by: dict[int, str] = {}
        for _, rules in groupby(self.rules, key=together):
            seen = tagged
            for rule in rules:
                one = self._work.one(rule.id)
                for place in one.places(seen):
                    if seen[place] == tagged[place]:
                        by[place] = rule.id
                        tagged = tagged[:place] + one.becomes[seen[place]] + tagged[place + 1 :]
        return tagged, by

    @cached_property
    def _cache(self) -> Cache:
        rules = "\n".join(f"{rule.pattern} {rule.becomes}" for rule in self.rules)
        phrases = "\n".join(f"{name} = {pattern}" for name, pattern in self.phrases.items())
        folder = os.path.dirname(__file__)
        files = [os.path.join(folder, f"{module}.py") for module in _COMPILING]
        return lexicon.kept(self.name, (rules, phrases, *expressions.VERSION), files)

    @cached_property
    def _work(self) -> RewriterCompiler:
        """The rules parsed, for what the cache lacks."""
        from factx.engine.rewriting_compiler import RewriterCompiler

        return RewriterCompiler(
            self.name, self.rules, self.phrases, self.classes, self.lexicons, self.lookup, self.lookup_tags
        )


class ClassTagger(dict[str, str]):
    """Token to the character of its tags: those that `lookup` gives its bare text, and those of a small lexicon."""

    LIMIT = 50_000
    """How many tokens are remembered: a corpus has no end of them."""

    def __init__(
        self, codes: Mapping[str, str], known: Mapping[str, list[str]], character: Mapping[str, str], lookup: Lookup
    ) -> None:
        super().__init__()
        self._codes = codes
        self._known = known
        self._character = character
        self._lookup = lookup
        self._made: dict[TagSet, str] = {}
        """The characters of words that have the tags of `lookup` alone: a few hundred sets."""

    def __missing__(self, word: str) -> str:
        if len(self) >= self.LIMIT:
            self.clear()
        bare, lower, shape = spellings[word]
        tags = self._lookup(bare)
        if bare[:1].isalpha() and lower not in self._known:
            found = self[word] = self._made.get(tags) or self._make(tags)
            return found
        own = tags.union(self._known.get(lower, ()), () if bare[:1].isalpha() else shape)
        # An odd spelling of a word that the lexicon knows may carry a set that was not foreseen: the classes do.
        found = self[word] = self._character.get(self._key_of(own)) or self._character[self._key_of(tags)]
        return found

    def _make(self, tags: TagSet) -> str:
        found = self._made[tags] = self._character[self._key_of(tags)]
        return found

    def _key_of(self, tags: TagSet) -> str:
        return key(tags, self._codes)
