"""Clauses: each verb group with its subject, its kind, its extent and the clause that it depends on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, compress
from typing import Final

from factx.engine.tags import TagSet, kinds
from factx.records import lazy
from factx.syntax.clause_rules import boundaries
from factx.syntax.content_rules import contents, reported
from factx.syntax.items import Having, Items
from factx.syntax.nearby import SAYING, apart, is_contact, object_before
from factx.syntax.sentence import Clause, ClauseKind, Predicate, Sentence
from factx.syntax.subject_rules import SHARED, Predication, subjects

BARE: Final = frozenset({"said-it-was", "told-them-it-was", "asked-who", "not-say-when"})
"""The rules for contents that may be none: what follows is one only if it opens a clause, or is its subject."""
FRONT = 24
"""The items among which what opens a clause around another is looked for."""
LONG = 400
"""The items among which the end of a quotation is looked for."""
NEAR = 8
"""How many clauses away the clause is looked for that one depends on."""


class ClauseReader:
    """The verbs of a text and the clauses around them: subjects are found first, contents and ends on demand."""

    def __init__(self, items: Items) -> None:
        self.items = items
        self.kinds = items.kinds
        self._tagged = boundaries.tagger.tag(items)
        self.opened: dict[int, tuple[int, ClauseKind]] = {}
        """From places to where the clause begins that a word before them opens, and its kind."""
        for rule, kind in _OPENED.items():
            self.opened.update((end, (start, kind)) for start, end in boundaries.places_of(rule, self._tagged))
        self._together: dict[tuple[str, ...], list[int]] = {}
        """By reasons to end, the places where clauses may for one of them, in order."""
        self.predicates: list[Predicate] = []
        self._predicate()
        self.number = {predicate.verb: number for number, predicate in enumerate(self.predicates)}

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

    @lazy
    def quotes(self) -> list[int]:
        """The items that are quotation marks."""
        return self._limits(("quote",))

    @lazy
    def brackets(self) -> list[int]:
        """The items that have an opening bracket in them."""
        return _brackets(self.items)

    @lazy
    def fronts(self) -> list[int]:
        """The items that tell whether a clause in front is open behind them: what opens one, and commas."""
        return list(compress(range(len(self.kinds)), map(_fronting.__getitem__, self.kinds)))

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
            begins, ends = predicate.begins, None
        else:
            _, begins, ends = governed
        if ends is None:
            kind = predicate.kind if governed is None else "complement"
            end = self._end(predicate.verb, begins, kind, predicate.sentence)
        else:
            end = min(ends, self._next(("others-are",), predicate.verb))
        every = self.kinds
        while end > begins + 1 and _marks[every[end - 1]]:  # without the marks that it ends with
            end -= 1
        return end

    def _tags(self, place: int) -> TagSet:
        return kinds.tags[self.kinds[place]]

    def _predicate(self) -> None:
        """Read the verbs, in order, sentence by sentence."""
        deciding = subjects.deciding(self.items, subjects.tagger.tag(self.items))
        found = {place: predication for place, _, predication in deciding}
        verbs = list(compress(range(len(self.kinds)), map(_verbs.__getitem__, self.kinds)))
        ends = [*self.items.ends, len(self.kinds)]
        first = number = 0
        while first < len(verbs):
            number = bisect_left(ends, verbs[first], number)
            start, end = ends[number - 1] + 1 if number else 0, ends[number]
            last = bisect_left(verbs, end, first)
            sentence = Sentence(start, end, len(self.predicates))
            self._predicate_in(sentence, verbs[first:last], found)
            first = last

    def _predicate_in(self, sentence: Sentence, verbs: list[int], found: Mapping[int, Predication]) -> None:
        """Read the verbs of a sentence; `found` are those with what a rule gives them."""
        shared: int | None = None
        before: int | None = None
        finite: list[tuple[int, int]] = []
        """The finite verbs so far, each with its subject."""
        moved: dict[int, int] = {}
        """Verbs whose auxiliary stands before their subject: has [she] left."""
        for place in verbs:
            own = self._tags(place)
            verb, subject = (place, moved[place]) if place in moved else found.get(place, (place, None))
            if verb != place and subject is not None:
                moved[verb] = subject
                before = place
                continue
            understood = None
            if subject == SHARED:
                shared = self._joined_to(place, own, finite, shared)
                simple, bare = self._joined(place, own, before)
                subject = shared if simple else None
                understood = shared if subject is None and not bare else None
            elif subject is None and "finite" not in own:
                understood = object_before(self._tags, place)
                understood = shared if understood is None else understood
                understood = apart(self._tags, place) if understood is None else understood
            shared = shared if subject is None else subject
            if shared is not None and "finite" in own:
                finite.append((place, shared))
            self.predicates.append(
                Predicate(place, subject, understood, *self._opening(place, own, subject), sentence)
            )
            before = place

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

    def _joined(self, place: int, own: TagSet, before: int | None) -> tuple[bool, bool]:
        """Of a joined verb, whether it is one finite word, whose subject is that of the verb before, as its own; and
        whether it is a base form after "to" or a modal: to come and [go]."""
        bare = "base" in own and before is not None and not self._tags(before).isdisjoint(_GOVERNING)
        one = len(self.items.pieces[place]) == 1 and "auxiliary" not in own
        return one and not bare, bare

    def _opening(self, verb: int, own: TagSet, subject: int | None) -> tuple[int, ClauseKind]:
        """Where the clause of a verb begins, and its kind by what opens it."""
        if "finite" not in own:
            return verb, "infinitive" if "infinitive" in own else "participle"
        first = self._first(verb) if subject is None or verb < subject else subject
        if subject is not None and not self._tags(subject).isdisjoint(_RELATIVE):
            return first, "relative"
        if first not in self.opened and subject is not None and is_contact(self._tags, first):
            return first, "relative"
        return self.opened.get(first, (first, "main"))

    def _first(self, verb: int) -> int:
        """Where a clause begins whose subject is not before its verb: at there or it, if they are."""
        before = verb - 1
        while before > 0 and "adv" in self._tags(before):
            before -= 1
        return verb if before < 0 or self._tags(before).isdisjoint({"expletive", "it"}) else before

    def _governed(self) -> Iterator[tuple[int, tuple[int, int, int | None]]]:
        """The clauses that are a verb's content, each with that verb's clause, where it begins, and where it ends if
        it stands before the verb."""
        tagged = contents.tagger.tag(self.items)
        taken: set[int] = set()
        governing: set[int] = set()
        for place, first, content in contents.deciding(self.items, tagged):
            if (number := self.number.get(place)) is None:
                continue
            # The first rule that fits mostly tells; the others are asked where it does not.
            for rule, (begins, mark) in chain([(first, content)], contents.at(self.items, tagged, place)):
                inside = self._clause_from(mark, number, exactly=rule in BARE)
                if inside is not None and inside not in taken:
                    taken.add(inside)
                    governing.add(number)
                    yield inside, (number, begins, None)
                    break
        for place, _, ends in reported.deciding(self.items, reported.tagger.tag(self.items)):
            number = self.number.get(place)
            if number is None or number in governing:
                continue
            begins, inside = self._reported(number, ends)
            if inside is not None and inside not in taken:
                taken.add(inside)
                yield inside, (number, begins, ends)

    def _reported(self, number: int, ends: int) -> tuple[int, int | None]:
        """Where what is said begins that ends before a verb of saying, and its first main clause."""
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
        governing, stop = self.predicates[number].verb, self._next(("stop",), start)
        following = None
        for other in range(number + 1, min(number + NEAR, len(self.predicates))):
            verb, subject, _, begins, kind, _ = self.predicates[other]
            if verb >= stop:
                break
            if start in (subject, begins):
                return other
            if following is None and verb > start and begins > governing and kind != "relative" \
                    and "finite" in self._tags(verb):
                following = other
        return None if exactly else following

    def _limits(self, reasons: tuple[str, ...]) -> list[int]:
        """The places where clauses may end for one of these reasons, in order."""
        places = self._together.get(reasons)
        if places is None:
            if len(reasons) == 1:
                places = [start for start, _ in boundaries.places_of(reasons[0], self._tagged)]
            elif reasons == ALWAYS:
                places = sorted(chain.from_iterable(self._limits((reason,)) for reason in reasons))
            else:
                places = sorted([*self._limits(reasons[:-1]), *self._limits(reasons[-1:])])
            self._together[reasons] = places
        return places

    def _next(self, reasons: tuple[str, ...], place: int) -> int:
        """The first boundary behind an item that is there for one of these reasons."""
        places = self._limits(reasons)
        number = bisect_right(places, place)
        return places[number] if number < len(places) else len(self.kinds)

    def _end(self, verb: int, begins: int, kind: ClauseKind, sentence: Sentence) -> int:
        """The item after a clause: a boundary that it can end at."""
        allowed: tuple[str, ...] = ALWAYS
        if self.quotes:
            closing = self._closing(begins)
            if closing > verb:
                return closing
            if (bisect_left(self.quotes, begins) - bisect_left(self.quotes, sentence.start)) % 2:
                allowed = (*allowed, "quote")
        if self.brackets:
            number = bisect_left(self.brackets, begins - NEAR)
            if number < len(self.brackets) and self.brackets[number] < begins:
                allowed = (*allowed, "bracket")
        if kind == "adverbial" or self._is_fronted(begins, sentence):
            allowed = (*allowed, "then-they")
        if kind == "main":
            return self._next(allowed, verb)
        if kind == "complement":
            allowed = (*allowed, "adding")
        return self._before_outer(verb, begins, self._next(allowed, verb))

    def _is_fronted(self, begins: int, sentence: Sentence) -> bool:
        """Whether a clause around one, in front of another, is open: "If you say [it is over], they ..."."""
        first = max(sentence.start, begins - FRONT)
        number = bisect_left(self.fronts, begins) - 1
        if number >= 0 and self.fronts[number] >= first:
            return not _commas[self.kinds[self.fronts[number]]]
        return first == sentence.start < begins and _reduced[self.kinds[first]]

    def _before_outer(self, verb: int, begins: int, end: int) -> int:
        """The end of a clause before a verb of a clause around it: the man [who said it was over] left.

        Such a verb's subject stands before the clause; a comma, a conjunction and adverbs may lead to it.
        """
        for other in range(self.number[verb] + 1, len(self.predicates)):
            place, subject, understood, *_ = self.predicates[other]
            if place >= end:
                break
            whose = understood if subject is None else subject
            if whose is not None and whose < begins and _finite[self.kinds[place]]:
                while place - 1 > verb and _leading[self.kinds[place - 1]]:
                    place -= 1
                return place
        return end

    def _closing(self, begins: int) -> int:
        """Where the quotation is closed that opens right before an item, in the same paragraph; -1 if none is."""
        number = bisect_left(self.quotes, begins)
        if not number or self.quotes[number - 1] != begins - 1 or number == len(self.quotes):
            return -1
        closing = self.quotes[number]
        near = closing < begins + LONG and all("paragraph" not in self._tags(place) for place in range(begins, closing))
        return closing if near else -1

    def _parent(self, number: int) -> int | None:
        """The clause that one depends on, in its sentence: that in whose subject it stands, else one before it.

        A clause in front of its sentence's main one depends on that.
        """
        predicates = self.predicates
        begins, (_, end, first) = predicates[number].begins, predicates[number].sentence
        before = range(max(first, number - NEAR), number)
        taken = {predicates[other].subject for other in before}
        main: int | None = None
        for other in range(number + 1, min(number + NEAR, len(predicates))):
            after = predicates[other]
            if after.verb >= end:
                break
            if other < number + 4 and after.subject is not None and after.subject < begins \
                    and after.subject not in taken:
                return other  # the man who left [is ill]
            if main is None and after.kind == "main" and other not in self.governed:
                main = other
        return next((other for other in reversed(before) if predicates[other].begins < begins), main)


ALWAYS: Final = ("stop", "and-they", "others-are", "because", "dash", "they-said")
"""The boundaries that any clause can end at."""
_OPENED: Final[dict[str, ClauseKind]] = {"opens-relative": "relative", "opens-adverbial": "adverbial"}
_RELATIVE: TagSet = frozenset({"relative", "whose"})
_GOVERNING: TagSet = frozenset({"infinitive", "modal", "future"})
_verbs, _finite, _reduced = Having("verb-group"), Having("finite"), Having("ing", "participle")
_marks, _commas, _leading = Having("punct", "end"), Having("comma"), Having("adv", "cconj", "comma")


class _Fronting(dict[str, bool]):
    """Whether an item opens a clause in front, or ends one, by the character of its tags."""

    def __missing__(self, kind: str) -> bool:
        own = kinds.tags[kind]
        opens = not own.isdisjoint({"sconj", "wh"}) and "=that" not in own
        found = self[kind] = opens or "comma" in own
        return found


_fronting = _Fronting()


def _brackets(items: Items) -> list[int]:
    """The items that have an opening bracket in them."""
    if "(" not in items.source:
        return []
    within = (token for token, word in enumerate(items.tokens.words) if "(" in word)
    return sorted({bisect_right(items.origin, token) - 1 for token in within})
