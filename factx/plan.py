"""What a grammar's rules come to over characters: worked out where nothing is kept from an earlier run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeAlias

import regex

from factx import compiled, pattern
from factx.alphabet import Alphabet, terms
from factx.tags import Lookup, TagSet, Vocabulary

Worked: TypeAlias = tuple[bytes, tuple[str, ...], str | None]
"""A rule's compiled pattern, sets of characters of which a match holds one each, and those it begins with, if told."""


class Plan:
    """The phrases and rules of a grammar, read: id or name to pattern.

    Raises ValueError, naming the rule, where a pattern can't be read.
    """

    def __init__(
        self,
        name: str,
        rules: Mapping[str, str],
        phrases: Mapping[str, str],
        triggers: Collection[str],
        lexicons: Iterable[str],
        lookup: Lookup | None,
        lookup_tags: Callable[[], Iterable[TagSet]],
    ) -> None:
        self._name = name
        self._rules = {id: self._read(id, text, phrases) for id, text in rules.items()}
        parsed = {phrase: self._read(phrase, text, phrases) for phrase, text in phrases.items()}
        self._trigger = "|".join(sorted(triggers))
        choices = [*parsed.values(), *self._rules.values()]
        expressions = Counter(text for choice in choices for text in pattern.expressions(choice, parsed))
        if triggers:
            expressions[self._trigger] += 1
        tags = {tag for text in expressions for option in terms(text) for _, tag in option}
        words = {tag[1:] for tag in tags if tag.startswith("=")}
        self._vocabulary = Vocabulary.read(lexicons, tags, words, lookup)
        self._alphabet = Alphabet(self._vocabulary.sets(lookup_tags()), expressions)
        self._speller = pattern.Speller(parsed, self._alphabet.accepted.__getitem__)

    def _read(self, id: str, text: str, phrases: Mapping[str, str]) -> pattern.Choice:
        try:
            return pattern.parse(text, phrases)
        except ValueError as error:
            raise ValueError(f"rule {id} of {self._name}: {error}") from error

    def rule(self, id: str) -> Worked:
        """A rule over characters."""
        choice = self._rules[id]
        try:
            frozen = compiled.freeze(self._speller.source(choice))
        except (ValueError, regex.error) as error:
            raise ValueError(f"rule {id} of {self._name}: {error}") from error
        begins = self._speller.begins(choice)
        return frozen, tuple(map("".join, self._speller.needs(choice))), None if begins is None else "".join(begins)

    def trigger(self) -> bytes:
        """What tokens open a run, as a compiled pattern."""
        return compiled.freeze(self._speller.single(self._trigger))

    def tagger(self) -> tuple[dict[str, int], dict[str, int], dict[int, str]]:
        """What a Tagger is made of: the tags' bits, the words' tags, the characters of tag sets."""
        known = {word: self._alphabet.mask(tags) for word, tags in self._vocabulary.known.items()}
        return self._alphabet.bits, known, self._alphabet.character
