"""The one place where sentences are read: words' classes, groups, clauses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from factx.syntax.classes import classes_of
from factx.syntax.groups import Group
from factx.syntax.words import lemma
from factx.text.tokens import Tokens

if TYPE_CHECKING:
    from factx.syntax.clauses import ClauseReader
    from factx.syntax.constituents import Constituent
    from factx.syntax.items import Items
    from factx.syntax.sentence import Clause

__all__ = ["Group", "Syntax"]


class Syntax:
    """A text as sentences are read: each part is worked out when it is first asked for.

    marks: tokens of what has been found in the text, each with the tag that a noun group has for it.
    """

    def __init__(self, tokens: Tokens, marks: Mapping[int, str] | None = None) -> None:
        self.tokens = tokens
        self._marks = marks or {}

    @cached_property
    def classes(self) -> str:
        """The class of each token, as a letter: see `factx.syntax.words.CLASSES`."""
        return classes_of(self.tokens, (place for place, tag in self._marks.items() if tag == "person"))

    @cached_property
    def parts(self) -> Items:
        """The text with each group one token: which of its participles are past forms is not decided yet."""
        from factx.syntax.items import items_of

        return items_of(self.tokens, self.classes, self._marks)

    @cached_property
    def groups(self) -> list[Group]:
        """The noun and verb groups, in the text's order."""
        return self.parts.groups

    @cached_property
    def verbs(self) -> list[Group]:
        """The verb groups, in the text's order."""
        return self.parts.verbs

    def verbs_between(self, start: int, end: int) -> list[Group]:
        """The verb groups that begin among the tokens `start` to `end` (exclusive)."""
        return [verb for verb in self.verbs if start <= verb.start < end]

    @cached_property
    def items(self) -> Items:
        """The text with each group one token, and the tags of each: what rules over groups run over."""
        from factx.syntax.past_rules import decided

        return decided(self.parts)

    @cached_property
    def _reader(self) -> ClauseReader:
        from factx.syntax.clauses import ClauseReader

        return ClauseReader(self.items)

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses, in the order of their verbs."""
        return self._reader.clauses()

    @cached_property
    def verb_starts(self) -> list[int]:
        """The first token of each clause's verb group."""
        return self._reader.verb_starts()

    @cached_property
    def clause_of_verb(self) -> dict[int, Clause]:
        """The clauses by the last tokens of their verb groups."""
        return self._reader.by_verb(self.clauses)

    @cached_property
    def clause_of_subject(self) -> dict[int, Clause]:
        """By the first token of each subject, the first clause that has it for its own."""
        return self._reader.by_subject(self.clauses)

    @cached_property
    def constituents(self) -> list[Constituent]:
        """What groups make up: adverb and preposition groups, appositions, ages, brackets, coordinations."""
        from factx.syntax.constituents import ConstituentReader

        return ConstituentReader(self.items, self._reader, self.clauses).read()

    def lemma(self, group: Group) -> str:
        """The lemma of a verb group's last verb."""
        return lemma(self.tokens[group.head].lower(), self.classes[group.head])


def places(spans: Iterable[tuple[int, int, str]]) -> dict[int, str]:
    """The tokens of ranges with a tag, each with the tag."""
    return {place: tag for start, end, tag in spans for place in range(start, end)}
