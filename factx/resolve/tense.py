"""The tense of the verb around an expression: whether it speaks of the past or of the future."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factx import lexicon
from factx.syntax import Group, Syntax
from factx.text.tokens import Tokens


class Tenses:
    """The tense at each place of a text; a sentence is read when it is first asked about."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._read: dict[int, Syntax] = {}
        self._words: Mapping[str, Mapping[str, str]] = lexicon.load("tense")

    def at(self, start: int, end: int) -> int:
        """-1 for the past, 1 for the future, 0 where no verb around the tokens `start` to `end` tells."""
        tokens = self._tokens
        if end < len(tokens) and tokens[end] in ("'s", "’s"):
            return -1  # "Wednesday's ruling"
        first, last = tokens.sentence_of(start)
        before = {word.lower() for word in tokens[max(first, start - 2) : start]}
        if before == {"early", "as"} or not before.isdisjoint(self._words["planned"]):
            return 1
        syntax = self._read.get(first)
        if syntax is None:
            syntax = self._read[first] = Syntax(tokens.between(first, last))
        verbs = _nearest(syntax, start - first, opens=not before.isdisjoint(self._words["opens-clause"]))
        return next(filter(None, (self._told(syntax, verb) for verb in verbs)), 0)

    def _told(self, syntax: Syntax, verb: Group) -> int:
        """What a verb group tells."""
        tags, words = verb.tags, [word.lower() for word in syntax.tokens[verb.start : verb.end]]
        if "infinitive" in tags:
            return self._told_by_governor([word.lower() for word in syntax.tokens[max(0, verb.start - 3) : verb.start]])
        if "future" in tags or words[0] in ("should", "would", "shall"):
            return 1
        if not self._words["planned"].keys().isdisjoint(words):
            return -1 if "had" in words else 1
        if not tags.isdisjoint({"past", "perfect", "participle"}) and "modal" not in tags:
            return -1
        planned = "present" in tags and "passive" not in tags and syntax.lemma(verb) in self._words["scheduled"]
        return 1 if planned else 0

    def _told_by_governor(self, before: list[str]) -> int:
        """What stands before an infinitive tells: due to leave, is to leave, had been due to leave."""
        if not before or before[-1] not in self._words["plans"]:
            return 0
        return -1 if "had" in before or "previously" in before else 1


def _nearest(syntax: Syntax, place: int, *, opens: bool) -> Iterator[Group]:
    """The verb groups before a place, the last first, then those after; where it opens a clause, those after first."""
    verbs = [group for group in syntax.groups if group.kind == "verb"]
    before = [verb for verb in reversed(verbs) if verb.start < place]
    after = [verb for verb in verbs if verb.start >= place]
    yield from (*after, *before) if opens else (*before, *after)
