"""Rules for the classes of words, and what those are compiled to that run at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, TypeAlias

from factx.engine.tags import TagSet
from factx.expressions import thaw
from factx.records import lazy

Translations = dict[str, str]

FEW: Final = 12
"""The words in question whose characters are looked for one by one, at most, before a text is searched."""

class ClassRule:
    """A rule for a word's class: the context of the word, and the class it gets.

    pattern: with the word in question in square brackets.
    examples: each sentence with the word in it that has the class by this rule; rejects: with one that has it not.
    wide: what stands on both sides of the word may be of many lengths; such a rule runs by itself.
    """

    __slots__ = ("becomes", "examples", "id", "pattern", "rejects", "wide")

    def __init__(
        self, id: str, pattern: str, becomes: str, examples: Mapping[str, str], rejects: Mapping[str, str], wide: bool
    ) -> None:
        self.wide = wide
        self.id = id
        self.pattern = pattern
        self.becomes = becomes
        self.examples = examples
        self.rejects = rejects

    def parts(self) -> tuple[str, str, str]:
        """The pattern's three parts: before the word, the word, after it. Raises ValueError if no word is marked."""
        parts = re.fullmatch(_PARTS, self.pattern, re.VERBOSE)
        if parts is None:
            raise ValueError(f"no word stands in square brackets in {self.pattern!r}")
        before, target, after = (part.strip() for part in parts.groups())
        return before, target, after


_PARTS = r"""((?:[^\['<]|'[^']*'|<[^>]*>)*) \[ (.*?) \] ((?:[^\['<]|'[^']*'|<[^>]*>)*)"""


Kept: TypeAlias = tuple[bytes, bytes | None, str, str, bool]
"""A pass as it is kept: its patterns, the characters of the words in question, what these become, its direction."""


class Pass:
    """Rules that run at once over a text. Their pattern is made at the first text that has a word in question.

    word: fits the words in question, each one character, in the text, or backwards in the text read from its end.
    before: what stands before them, for the text read from its end, where that is looked for by itself.
    becomes: from the character of a word to the one that it becomes.
    """

    def __init__(self, word: bytes, before: bytes | None, becomes: Translations, backwards: bool) -> None:
        self._frozen = word, before
        self._made = False
        self.becomes = becomes
        self.backwards = backwards
        self._few = "".join(becomes) if len(becomes) <= FEW else ""

        def put(hit: re.Match[str]) -> str:
            return becomes[hit[0]]

        self._put = put

    @classmethod
    def kept(cls, kept: Kept) -> Pass:
        """A pass that was kept."""
        word, before, was, becomes, backwards = kept
        return cls(word, before, dict(zip(was, becomes, strict=True)), backwards)

    @lazy
    def word(self) -> re.Pattern[str]:
        self._made = True
        return thaw(self._frozen[0])

    @lazy
    def before(self) -> re.Pattern[str] | None:
        return None if self._frozen[1] is None else thaw(self._frozen[1])

    def places(self, tagged: str) -> list[int]:
        """The words that a rule applies to."""
        size = len(tagged)
        if self.backwards:
            return [size - hit.end() for hit in self.word.finditer(tagged[::-1])]
        found = [hit.start() for hit in self.word.finditer(tagged)]
        if self.before is None or not found:
            return found
        fits, backwards = self.before.match, tagged[::-1]
        return [place for place in found if fits(backwards, size - place)]

    def rewrite(self, tagged: str) -> str:
        """The characters that the rules leave."""
        for character in self._few:
            if character in tagged:
                break
        else:
            if self._few or not self._made and self.becomes.keys().isdisjoint(tagged):
                return tagged  # most texts have none of them
        if self.before is None:
            if self.backwards:
                return self.word.sub(self._put, tagged[::-1])[::-1]
            return self.word.sub(self._put, tagged)
        if not (places := self.places(tagged)):
            return tagged
        characters = list(tagged)
        for place in places:
            characters[place] = self.becomes[characters[place]]
        return "".join(characters)


def key(tags: TagSet, codes: Mapping[str, str]) -> str:
    """A tag set as a string: a letter a tag that rules name."""
    return "".join(sorted([codes[tag] for tag in tags if tag in codes]))


def together(rule: ClassRule) -> tuple[str, bool]:
    """The key that consecutive rules share if they can run in one pass."""
    return rule.becomes, rule.wide

