"""The verbs of a text in their order, each with its subject, and where its clause begins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from itertools import compress
from typing import Final

from factx import lexicon
from factx.engine.tags import TagSet, kinds
from factx.records import make
from factx.syntax.clause_rules import boundaries
from factx.syntax.items import END, Having, Items
from factx.syntax.nearby import SAYING, antecedent, apart, is_contact, object_before
from factx.syntax.portion_rules import SHARED, Predication, subjects
from factx.syntax.sentence import ClauseKind, Predicate, Sentence

Opened = Mapping[int, tuple[int, ClauseKind]]
"""From places to where the clause begins that a word before them opens, and its kind."""


class PredicateReader:
    """Reads the verbs of a text, sentence by sentence."""

    def __init__(self, items: Items, opened: Opened) -> None:
        self.items = items
        self.kinds = items.kinds
        self.opened = opened
        self.predicates: list[Predicate] = []

    def read(self) -> list[Predicate]:
        """The predicates, in the text's order."""
        deciding = subjects.deciding(self.items, self.items.encoded)
        found = {place: predication for place, _, predication in deciding}
        verbs = list(compress(range(len(self.kinds)), map(_verbs.__getitem__, self.kinds)))
        ends = [*self.items.ends, len(self.kinds)]
        first = number = 0
        while first < len(verbs):
            number = bisect_left(ends, verbs[first], number)
            start, end = ends[number - 1] + 1 if number else 0, ends[number]
            last = bisect_left(verbs, end, first)
            self._read_in(Sentence(start, end, len(self.predicates)), verbs[first:last], found)
            first = last
        return self.predicates

    def _read_in(self, sentence: Sentence, verbs: list[int], found: Mapping[int, Predication]) -> None:
        """Read the verbs of a sentence; `found` are those with what a rule gives them."""
        shared: int | None = None
        governed = False
        """Whether "to" or a modal governs a base form that is next: to come, look and go."""
        finite: list[tuple[int, int]] = []
        """The finite verbs so far, each with its subject."""
        moved: dict[int, tuple[int, int]] = {}
        """Verbs whose auxiliary stands before their subject, with both: has [she] left."""
        for place in verbs:
            subject: int | None
            if place in found and place not in moved:
                verb, subject = found[place]
                if verb != place and subject is not None:
                    moved[verb] = place, subject
                    governed = _governing[self.kinds[place]]
                    continue
            else:
                _, subject = moved.get(place, _NOTHING)
            is_finite = _finite[self.kinds[place]]
            understood = None
            if subject == SHARED:
                own = self._tags(place)
                shared = self._joined_to(place, own, finite, shared)
                simple, bare = self._joined(place, own, governed)
                subject = shared if simple else None
                understood = shared if subject is None and not bare else None
            elif subject is None and not is_finite:
                understood = object_before(self._tags, place)
                understood = apart(self._tags, place) if understood is None else understood
                understood = antecedent(self._tags, shared, place) if understood is None else understood
                understood = shared if understood is None else understood
            shared = shared if subject is None else subject
            if is_finite and shared is not None:
                finite.append((place, shared))
            if place in moved and is_finite:
                begins, kind = self._inverted(moved[place][0], place, sentence)
            else:
                opening = self._opening if is_finite else self._reduced
                begins, kind = opening(place, subject, sentence)
            # Made as tuples, since a text has so many: this takes half the time.
            self.predicates.append(make(Predicate, (place, subject, understood, begins, kind, sentence)))
            if not governed or subject is not None or not _base[self.kinds[place]]:
                governed = _governing[self.kinds[place]]

    def _tags(self, place: int) -> TagSet:
        return kinds.tags[self.kinds[place]] if place < len(self.kinds) else END

    def _joined_to(self, place: int, own: TagSet, finite: list[tuple[int, int]], shared: int | None) -> int | None:
        """The subject of a joined verb: that of the verb before, or of a verb of saying whose content that one is in.

        Of the latter where the tense or the number tells so, or where both say something: said it rose but [warned];
        complains that dogs bark and [wants] a fence.
        """
        if len(finite) < 2 or own.isdisjoint({"past", "present"}) or "base" in own:
            return shared
        last = self._tags(finite[-1][0])
        tense = "past" if "past" in own else "present"
        says = not own.isdisjoint(SAYING)
        opposed = says and any("=but" in self._tags(near) for near in range(max(0, place - 3), place))
        agrees = tense in last and not (tense == "present" and "base" in last and "auxiliary" not in own)
        if agrees and not opposed and not (says and "perfect" in last):
            return shared
        for verb, subject in reversed(finite[:-1]):
            outer = self._tags(verb)
            if subject != shared and tense in outer and not outer.isdisjoint(SAYING):
                return subject
        return shared

    def _joined(self, place: int, own: TagSet, governed: bool) -> tuple[bool, bool]:
        """Of a joined verb, whether it is one finite word, whose subject is that of the verb before, as its own; and
        whether it is a base form that "to" or a modal before it governs: to come and [go]."""
        bare = "base" in own and governed
        one = len(self.items.pieces[place]) == 1 and "auxiliary" not in own
        return one and not bare, bare

    def _opening(self, verb: int, subject: int | None, sentence: Sentence) -> tuple[int, ClauseKind]:
        """The start of a finite verb's clause, and the clause's kind by the word that opens it."""
        first = self._first(verb) if subject is None or verb < subject else subject
        opened = self.opened.get(first)
        if subject is None:
            return opened or (first, "main")
        if verb < subject and first == verb and _copula[self.kinds[verb]]:
            return self._inverted(verb, subject, sentence)
        if _relative[self.kinds[subject]]:
            return first, "relative"
        if opened is None:
            contact = first > 1 and _nominal[self.kinds[first - 1]] and is_contact(self._tags, first)
            return first, "relative" if contact else "main"
        return (opened[0], "relative") if self._is_of_noun(opened[0]) else opened

    def _is_of_noun(self, place: int) -> bool:
        """Whether "that" at an item opens a clause of the noun before it, which is none that has a content: the book
        [that she wrote]; the fact that she wrote it."""
        if not place or "=that" not in self._tags(place) or not _nominal[self.kinds[place - 1]]:
            return False
        head = self.items.tokens.words[self.items.origin[place] - 1].strip().lower()
        if not self._tags(place - 1).isdisjoint({"pron", "time"}) or head in lexicon.load("syntax")["clause-noun"]:
            return False
        before = self._tags(place - 2) if place > 1 else END
        return not before.isdisjoint({"end", "sconj"}) or "verb-group" in before and is_contact(self._tags, place)

    def _reduced(self, verb: int, subject: int | None, sentence: Sentence) -> tuple[int, ClauseKind]:
        """Where a clause begins whose verb is not finite, and its kind."""
        if subject is None:
            return verb, _REDUCED[self.kinds[verb]]
        led = subject > sentence.start and "=with" in self._tags(subject - 1)
        return subject - led, "absolute"

    def _inverted(self, auxiliary: int, verb: int, sentence: Sentence) -> tuple[int, ClauseKind]:
        """Where a clause begins whose auxiliary stands before its subject, and its kind: [had it rained], we left."""
        begins, _ = self.opened.get(auxiliary, (auxiliary, "main"))
        word = self.items.tokens.words[self.items.origin[auxiliary]].strip().lower()
        if begins > sentence.start + 1 or word not in _IF:
            return begins, "main"
        after, said = (
            next((start for start, _ in boundaries.places_of(rule, self.items.encoded) if start > verb), sentence.end)
            for rule in ("then-they", "they-said")
        )
        return begins, "adverbial" if after < min(said, sentence.end) else "main"

    def _first(self, verb: int) -> int:
        """The start of a clause whose subject is not before its verb: an expletive "there" or "it", or the verb."""
        before = verb - 1
        while before > 0 and "adv" in self._tags(before):
            before -= 1
        return verb if before < 0 or self._tags(before).isdisjoint({"expletive", "it"}) else before


class _Reduced(dict[str, ClauseKind]):
    """The kind of the clause of a verb that is not finite, by the character of its tags."""

    def __missing__(self, kind: str) -> ClauseKind:
        found = self[kind] = "infinitive" if "infinitive" in kinds.tags[kind] else "participle"
        return found


_REDUCED: Final = _Reduced()
_NOTHING: Final = None, None
_IF: Final = frozenset(["had", "should", "were"])
"""Auxiliaries that make a condition of a clause where they stand in front of it."""
_verbs, _finite, _copula = Having("verb-group"), Having("finite"), Having("copula")
_nominal, _relative = Having("noun-group"), Having("relative", "whose")
_governing, _base = Having("infinitive", "modal", "future"), Having("base")
