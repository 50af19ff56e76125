"""Clauses: each verb group with its subject, its kind, its extent and the clause that it depends on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from factx.engine.tags import TagSet, kinds
from factx.records import lazy
from factx.syntax.clause_rules import boundaries
from factx.syntax.content_rules import Content, contents, reported
from factx.syntax.extents import NEAR, STOP, Extents
from factx.syntax.groups import Group
from factx.syntax.items import Having, Items
from factx.syntax.predicates import PredicateReader
from factx.syntax.sentence import Clause, ClauseKind

BARE: Final = frozenset({"said-it-was", "told-them-it-was", "asked-who", "not-say-when"})
"""The rules for contents that may be none: what follows is one only if it opens a clause, or is its subject."""


QUOTED: Final = "said-quotation"


def _is_above(number: int, below: int, governors: Mapping[int, int]) -> bool:
    """Whether a clause governs another one, or one that governs it."""
    above: int | None = below
    while above is not None and above != number:
        above = governors.get(above)
    return above == number


class ClauseReader:
    """The verbs of a text and the clauses around them: subjects are found first, contents and ends on demand."""

    def __init__(self, items: Items) -> None:
        self.items = items
        self.kinds = items.kinds
        opened: dict[int, tuple[int, ClauseKind]] = {}
        for rule, kind in _OPENED.items():
            opened.update((end, (start, kind)) for start, end in boundaries.places_of(rule, items.encoded))
        self.predicates = PredicateReader(items, opened).read()
        self.number = {predicate.verb: number for number, predicate in enumerate(self.predicates)}
        self._extents = Extents(items, self.predicates)

    def clauses(self) -> list[Clause]:
        """The clauses, in the order of their verbs. They refer to their reader, which keeps none of them: no cycle."""
        return [Clause(self, number) for number in range(len(self.predicates))]

    def verb_starts(self) -> list[int]:
        """The first token of each clause's verb group."""
        return [self.items.origin[predicate.verb] for predicate in self.predicates]

    def by_verb(self, clauses: Sequence[Clause]) -> dict[int, Clause]:
        """The clauses by the last tokens of their verb groups."""
        origin = self.items.origin
        return {
            origin[predicate.verb + 1] - 1: clause
            for predicate, clause in zip(self.predicates, clauses, strict=True)
        }

    def by_subject(self, clauses: Sequence[Clause]) -> dict[int, Clause]:
        """By the first token of each subject, the first clause that has it for its own."""
        origin = self.items.origin
        own: dict[int, Clause] = {}
        for predicate, clause in zip(self.predicates, clauses, strict=True):
            if predicate.subject is not None:
                own.setdefault(origin[predicate.subject], clause)
        return own

    @lazy
    def governed(self) -> dict[int, tuple[int, int, int | None]]:
        """From clauses to the clause whose verb they are the content of, where they begin, and where they end if they
        stand before it."""
        return dict(self._governed())

    def kind(self, number: int) -> ClauseKind:
        """The kind of a clause."""
        return "complement" if number in self.governed else self.predicates[number].kind

    def begins(self, number: int) -> int:
        """The item that a clause begins with."""
        governed = self.governed.get(number)
        return self.predicates[number].begins if governed is None else governed[1]

    def parent(self, number: int) -> int | None:
        """The clause that one stands in, or depends on."""
        governed = self.governed.get(number)
        if governed is not None:
            return governed[0]
        return None if self.predicates[number].kind == "main" else self._parent(number)

    def end(self, number: int) -> int:
        """The item after a clause."""
        predicate, governed = self.predicates[number], self.governed.get(number)
        if governed is None:
            return self._extents.end(number, predicate.begins, predicate.kind)
        _, begins, ends = governed
        return self._extents.end(number, begins, "complement", ends)

    def objects(self, number: int) -> list[Group]:
        """The objects of a clause's verb."""
        verb, subjects = self.predicates[number].verb, self._subjects
        return [self.items.group(place) for place in self._objects.get(verb, ()) if place not in subjects]

    def phrases(self, number: int) -> list[Group]:
        """The prepositional phrases after a clause's verb, up to the next verb; of what, is left open."""
        first, end = self.predicates[number].verb, self.end(number)
        if number + 1 < len(self.predicates):
            end = min(end, self.predicates[number + 1].verb)
        every, origin = self._phrases, self.items.origin
        found: list[Group] = []
        for place in range(first + 1, end):
            if place in every and every[place] not in self._subjects:
                group = self.items.group(every[place])
                found.append(Group("preposition", origin[place], group.end, group.head, group.tags))
        return found

    def prepositions(self) -> list[tuple[int, int]]:
        """The prepositional phrases, each from its preposition to its noun group, as items."""
        return [(place, noun + 1) for place, noun in self._phrases.items() if noun not in self._subjects]

    @lazy
    def _subjects(self) -> frozenset[int | None]:
        return frozenset(predicate.subject for predicate in self.predicates)

    @lazy
    def _objects(self) -> dict[int, list[int]]:
        """By their verbs, noun groups that may be objects."""
        from factx.syntax.argument_rules import objects  # few ask for them

        return {place: found for place, _, found in objects.deciding(self.items, objects.tagger.tag(self.items))}

    @lazy
    def _phrases(self) -> dict[int, int]:
        """By their prepositions, the noun groups of prepositional phrases."""
        from factx.syntax.argument_rules import phrases

        return {place: group for place, _, group in phrases.deciding(self.items, phrases.tagger.tag(self.items))}

    def _tags(self, place: int) -> TagSet:
        return kinds.tags[self.kinds[place]]

    def _governed(self) -> Iterator[tuple[int, tuple[int, int, int | None]]]:
        """The clauses that are a verb's content, each with that verb's clause, where it begins, and where it ends if
        it stands before the verb."""
        items, taken, governing = self.items, dict[int, int](), set[int]()
        for place, rule, content in contents.deciding(items, items.encoded):
            if (number := self.number.get(place)) is None:
                continue
            found = self._content(number, rule, content, taken)
            if found is None:  # the first rule that fits mostly tells; the others are asked where it does not
                later = contents.later(items, items.encoded, place, rule)
                each = (self._content(number, other, content, taken) for other, content in later)
                found = next(filter(None, each), None)
            if found is not None:
                inside, begins = found
                taken[inside] = number
                governing.add(number)
                yield inside, (number, begins, None)
        for place, _, ends in reported.deciding(items, items.encoded):
            number = self.number.get(place)
            if number is None or number in governing:
                continue
            begins, within = self._reported(number, ends)
            if within is not None and within not in taken and not _is_above(within, number, taken):
                taken[within] = number
                yield within, (number, begins, ends)

    def _content(self, number: int, rule: str, content: Content, taken: Mapping[int, int]) -> tuple[int, int] | None:
        """The clause that is a verb's content by a rule, and where that begins; None if it is none, or another's."""
        begins, mark = content
        if rule == QUOTED and self._extents.is_quoted(self.predicates[number].verb):
            return None  # "We saw the bill," she said: the mark behind the verb closes what it stands in
        inside = self._clause_from(mark, number, exactly=rule in BARE)
        return None if inside is None or inside in taken else (inside, begins)

    def _reported(self, number: int, ends: int) -> tuple[int, int | None]:
        """The start of the content that ends before a verb of saying, and its first main clause."""
        _, subject, *_, sentence = self.predicates[number]
        if subject is None or subject < ends:
            return ends, None
        begins = sentence.start
        while begins < ends and not self._tags(begins).isdisjoint({"punct", "cconj"}):
            begins += 1
        for other in range(sentence.first, number):
            if begins <= self.predicates[other].verb < ends and self.predicates[other].kind == "main":
                return begins, other
        return begins, None

    def _clause_from(self, start: int, number: int, *, exactly: bool) -> int | None:
        """The clause that begins at an item, by its subject or what opens it; else, unless `exactly`, the next one."""
        governing, stop = self.predicates[number].verb, self._extents.next(STOP, start)
        following = None
        for other in range(number + 1, min(number + NEAR, len(self.predicates))):
            verb, subject, _, begins, kind, _ = self.predicates[other]
            if verb >= stop:
                break
            if start in (subject, begins):
                return other
            if following is None and verb > start and begins > governing and kind != "relative" \
                    and _finite[self.kinds[verb]]:
                following = other
        return None if exactly else following

    def _parent(self, number: int) -> int | None:
        """The clause that one depends on, in its sentence: that in whose subject it stands, else one before it.

        A clause in front of its sentence's main one depends on that.
        """
        predicates = self.predicates
        begins, (_, end, first) = predicates[number].begins, predicates[number].sentence
        before = range(max(first, number - NEAR), number)
        main: int | None = None
        for other in range(number + 1, min(number + NEAR, len(predicates))):
            verb, subject, _, _, kind, _ = predicates[other]
            if verb >= end:
                break
            if other < number + 4 and subject is not None and subject < begins \
                    and all(predicates[each].subject != subject for each in before):
                return other  # the man who left [is ill]
            if main is None and kind == "main" and other not in self.governed:
                main = other
        return next((other for other in reversed(before) if predicates[other].begins < begins), main)


_OPENED: Final[dict[str, ClauseKind]] = {"opens-relative": "relative", "opens-adverbial": "adverbial"}
_finite = Having("finite")
