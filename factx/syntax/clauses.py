"""Clauses: each verb group with its subject, its kind, its extent and the clause that it depends on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from factx.engine.tags import TagSet
from factx.syntax.clause_rules import boundaries, contents, past
from factx.syntax.groups import Group
from factx.syntax.sentence import Clause, ClauseKind
from factx.syntax.subject_rules import SHARED, Predication, subjects
from factx.text.tokens import Tokens

ABSOLUTE = frozenset({"with-prices-rising"})
"""The rules for the subjects of verbs that are not finite."""
LONG = 400
"""The items among which the end of a quotation is looked for."""
NEAR = 8
"""How many clauses away the clause is looked for that one depends on."""


class Predicate(NamedTuple):
    """A verb with what was found around it, by their places among the items."""

    verb: int
    subject: int | None
    understood: int | None
    begins: int
    """Where its clause begins: at the word that opens it, else at its subject."""
    kind: ClauseKind


def clauses_of(items: Tokens, groups: Sequence[Group]) -> list[Clause]:
    """The clauses of a text, in the order of their verbs.

    items: the text with its groups collapsed, as `items_of` gives it; which of its participles are past forms is
        decided here, and their tags are changed.
    """
    reader = ClauseReader(items)
    by_start = {group.start: group for group in groups}
    return [reader.clause(number, by_start) for number in range(len(reader.predicates))]


class ClauseReader:
    """The verbs of a text and the clauses around them, found in this order: past forms, subjects, contents, ends."""

    def __init__(self, items: Tokens) -> None:
        assert items.tags is not None
        assert items.origin is not None
        self.items = items
        self.tags: list[TagSet] = items.tags
        self.origin: list[int] = items.origin
        for _ in range(2):  # one past form shows another that is joined to it
            for finding in past.find(items):
                own = self.tags[finding.values]
                self.tags[finding.values] = own - {"participle", "or-past", "passive"} | {"finite", "past"}
        self.limits: dict[str, list[int]] = {}
        """The places where clauses may end, in order, by the reason."""
        for place, reason in sorted(finding.values for finding in boundaries.find(items)):
            self.limits.setdefault(reason, []).append(place)
        # How many of the marks stand before each item: counted once, since a sentence can be long.
        self.quotes = list(accumulate(("double-quote" in each for each in self.tags), initial=0))
        self.commas = list(accumulate(("comma" in each for each in self.tags), initial=0))
        self.predicates = list(self._predicates())
        self.number = {predicate.verb: number for number, predicate in enumerate(self.predicates)}
        self.governed = dict(self._governed())
        """From clauses to the clause whose verb they are the content of, and where they begin."""

    def clause(self, number: int, groups: dict[int, Group]) -> Clause:
        """The clause of a verb; `groups` are those of the text by their first tokens."""
        predicate = self.predicates[number]
        kind, begins = predicate.kind, predicate.begins
        parent: int | None = None
        if number in self.governed:
            parent, begins = self.governed[number]
            kind = "complement"
        elif kind != "main":
            parent = self._parent(number)
        ends = self._end(predicate.verb, begins, kind)
        return Clause(
            kind, self.origin[begins], self._last(begins, ends), self._verb(groups, predicate.verb),
            self._group(groups, predicate.subject), self._group(groups, predicate.understood), parent,
        )

    def _verb(self, groups: dict[int, Group], place: int) -> Group:
        """The verb group at an item, with the tags that it has by now: which of its forms are past is known."""
        return groups[self.origin[place]]._replace(tags=self.tags[place])

    def _group(self, groups: dict[int, Group], place: int | None) -> Group | None:
        """The group at an item; a number or an article that stands for one is a group of its own."""
        if place is None:
            return None
        start = self.origin[place]
        return groups.get(start) or Group("noun", start, start + 1, start, frozenset({"noun-group"}))

    def _predicates(self) -> Iterator[Predicate]:
        """The verbs with their subjects, in order."""
        tagged = subjects.tagger.tag(self.items)
        shared: int | None = None
        before: int | None = None
        moved: dict[int, int] = {}
        """Verbs whose auxiliary stands before their subject: has [she] left."""
        for place, own in enumerate(self.tags):
            if "end" in own:
                shared = before = None
            if "verb-group" not in own:
                continue
            found = Predication(place, moved.get(place))
            if place not in moved:
                only = None if "finite" in own else ABSOLUTE
                found = next((values for _, values in subjects.at(self.items, tagged, place, only)), found)
            if found.verb != place and found.subject is not None:
                moved[found.verb] = found.subject
                before = place
                continue
            subject, understood = found.subject, None
            if subject == SHARED:
                subject = shared if self._is_simple(place, before) else None
                understood = shared if subject is None and not self._is_bare(place, before) else None
            elif "finite" not in own and subject is None:
                understood = self._object_before(place)
                understood = shared if understood is None else understood
                understood = self._apart(place) if understood is None else understood
            shared = shared if subject is None else subject
            yield Predicate(place, subject, understood, *self._opening(place, subject))
            before = place

    def _object_before(self, place: int) -> int | None:
        """Who or what does it, before an infinitive or a participle: they expect [sales] to grow.

        The object of a verb of saying or seeing, somebody, or what a participle belongs to: [sales] set to grow,
        [investors] holding bonds lost."""
        if self.tags[place].isdisjoint({"infinitive", "ing"}) or not place:
            return None
        before, governing = self.tags[place - 1], self.tags[place - 2] if place > 1 else frozenset({"end"})
        if "ing" in self.tags[place] and "noun-group" in before and not governing.isdisjoint({"end", "sconj"}):
            return place - 1
        if "participle" in before and "infinitive" in self.tags[place]:
            return place - 2 if "noun-group" in governing else None
        head = place - 1
        while "infinitive" in self.tags[place] and head > 2 and "adp" in self.tags[head - 1]:
            head -= 2  # they expect [earnings] per share to rise
        before, governing = self.tags[head], self.tags[head - 1]
        if "noun-group" not in before or "verb-group" not in governing:
            return None
        told = not governing.isdisjoint({"clause", "hearer"}) or not before.isdisjoint({"person", "named", "object"})
        return head if told else None

    def _apart(self, place: int) -> int | None:
        """What a participle between commas belongs to, before any verb: [the tax], set at 3%, is new."""
        if place < 2 or "comma" not in self.tags[place - 1] or "infinitive" in self.tags[place]:
            return None
        opens = place == 2 or not self.tags[place - 3].isdisjoint({"end", "sconj"})
        return place - 2 if opens and "noun-group" in self.tags[place - 2] else None

    def _is_bare(self, place: int, before: int | None) -> bool:
        """Whether a joined verb is a base form after "to" or a modal: to come and [go]."""
        governing = {"infinitive", "modal", "future"}
        return "base" in self.tags[place] and before is not None and not self.tags[before].isdisjoint(governing)

    def _is_simple(self, place: int, before: int | None) -> bool:
        """Whether a joined verb is one finite word: its subject is that of the verb before, as its own."""
        one = len(self.items[place].split()) == 1 and "auxiliary" not in self.tags[place]
        return one and not self._is_bare(place, before)

    def _opening(self, verb: int, subject: int | None) -> tuple[int, ClauseKind]:
        """Where the clause of a verb begins, and its kind by what opens it."""
        tags = self.tags
        if "finite" not in tags[verb]:
            return verb, "infinitive" if "infinitive" in tags[verb] else "participle"
        first = begins = verb if subject is None else min(verb, subject)
        if subject is not None and "relative" in tags[subject]:
            return begins, "relative"
        while begins > 0 and not tags[begins - 1].isdisjoint({"adv", "comma"}) and "wh" not in tags[begins - 1]:
            begins -= 1
        opener: TagSet = tags[begins - 1] if begins else frozenset()
        if "relative" in opener or opener >= {"wh", "noun-group"}:
            return begins - 1, "relative"
        if not opener.isdisjoint({"sconj", "wh"}):
            return begins - 1, "adverbial"
        return first, "main"

    def _governed(self) -> Iterator[tuple[int, tuple[int, int]]]:
        """The clauses that are a verb's content, each with that verb's clause and where it begins."""
        tagged = contents.tagger.tag(self.items)
        taken: set[int] = set()
        for number, predicate in enumerate(self.predicates):
            for rule, start in contents.at(self.items, tagged, predicate.verb):
                inside = self._clause_from(start, number, exactly=rule == "said-it-was")
                if inside is not None and inside not in taken:
                    taken.add(inside)
                    yield inside, (number, start)
                    break

    def _clause_from(self, start: int, number: int, *, exactly: bool) -> int | None:
        """The clause that begins at an item, by its subject or what opens it; else, unless `exactly`, the next one."""
        verb, stop = self.predicates[number].verb, self._next("stop", start)
        after = [
            other for other in range(number + 1, min(number + 8, len(self.predicates)))
            if self.predicates[other].verb < stop
        ]
        for other in after:
            if start in (self.predicates[other].subject, self.predicates[other].begins):
                return other
        if exactly:
            return None
        return next(
            (other for other in after if self.predicates[other].verb > start and self.predicates[other].begins > verb
             and "finite" in self.tags[self.predicates[other].verb] and self.predicates[other].kind != "relative"),
            None,
        )

    def _next(self, reason: str, place: int) -> int:
        """The first boundary of a kind behind an item."""
        places = self.limits.get(reason, [])
        number = bisect_right(places, place)
        return places[number] if number < len(places) else len(self.items)

    def _end(self, verb: int, begins: int, kind: ClauseKind) -> int:
        """The item after a clause: a boundary that it can end at."""
        if begins and "double-quote" in self.tags[begins - 1] and (self._closing(begins) or 0) > verb:
            return self._closing(begins) or 0
        allowed = {"stop", "and", "because"}
        if self._inside_quotation(begins):
            allowed.add("quote")
        if any("(" in word for word in self.items.words[max(0, begins - 8) : begins]):
            allowed.add("bracket")
        if kind == "adverbial" or self._is_fronted(begins):
            allowed.add("then")
        return min(self._next(reason, verb) for reason in allowed)

    def _closing(self, begins: int) -> int | None:
        """Where the quotation that opens before an item is closed, in the same paragraph."""
        for place in range(begins, min(begins + LONG, len(self.tags))):
            if "double-quote" in self.tags[place]:
                return place
            if "paragraph" in self.tags[place]:
                return None
        return None

    def _is_fronted(self, begins: int) -> bool:
        """Whether a clause in front of the sentence's main one goes on: "If you say [it is over], they ..."."""
        start, _ = self.items.sentence_of(begins)
        opens = start < begins and not self.tags[start].isdisjoint({"sconj", "wh", "ing", "participle"})
        return opens and self.commas[start] == self.commas[begins]

    def _inside_quotation(self, place: int) -> bool:
        start, _ = self.items.sentence_of(place)
        return (self.quotes[place] - self.quotes[start]) % 2 == 1

    def _last(self, begins: int, ends: int) -> int:
        """The token after a clause, without the marks that it ends with."""
        while ends > begins + 1 and not self.tags[ends - 1].isdisjoint({"punct", "end"}):
            ends -= 1
        return self.origin[ends]

    def _parent(self, number: int) -> int | None:
        """The clause that one depends on, in its sentence: that in whose subject it stands, else one before it.

        A clause in front of its sentence's main one depends on that.
        """
        begins = self.predicates[number].begins
        start, end = self.items.sentence_of(self.predicates[number].verb)
        near = range(max(0, number - NEAR), min(number + NEAR, len(self.predicates)))
        before = [other for other in near if other < number and self.predicates[other].verb >= start]
        after = [other for other in near if other > number and self.predicates[other].verb < end]
        taken = {self.predicates[other].subject for other in before}
        for other in after[:3]:
            subject = self.predicates[other].subject
            if subject is not None and subject < begins and subject not in taken:
                return other  # the man who left [is ill]
        for other in reversed(before):
            if self.predicates[other].begins < begins:
                return other
        main = (other for other in after if self.predicates[other].kind == "main" and other not in self.governed)
        return next(main, None)
