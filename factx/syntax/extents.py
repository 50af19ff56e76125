"""The ends of clauses: each ends at the first mark after its verb at which a clause of its kind can end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import chain
from typing import Final

from factx.records import lazy
from factx.syntax.clause_rules import boundaries
from factx.syntax.items import Having, Items
from factx.syntax.sentence import ClauseKind, Predicate, Sentence

FRONT: Final = 24
"""The items among which what opens a clause around another is looked for."""
LONG: Final = 400
"""The items among which the end of a quotation is looked for."""
NEAR: Final = 8
"""How many clauses away the clause is looked for that one depends on."""

FAR: Final = 40
"""How many clauses after one that of a clause around it is looked for: no sentence takes more time than its words."""

# Reasons to end, one bit each.
ALWAYS, STOP, OTHERS, QUOTE, BRACKET, THEN, ADDING = (1 << bit for bit in range(7))
REASONS: Final = {
    ALWAYS: ("stop", "and-they", "others-are", "because", "dash", "they-said"), STOP: ("stop",),
    OTHERS: ("others-are",), QUOTE: ("quote",), BRACKET: ("bracket",), THEN: ("then-they",), ADDING: ("adding",),
}  # fmt: skip
"""The rules for the boundaries that are there for a reason; any clause can end at those of ALWAYS."""


class Extents:
    """Finds the ends of a text's clauses; the boundaries are computed on first use."""

    def __init__(self, items: Items, predicates: Sequence[Predicate]) -> None:
        self.items = items
        self.kinds = items.kinds
        self.predicates = predicates
        self._places: dict[int, list[int]] = {}

    def end(self, number: int, begins: int, kind: ClauseKind, before: int | None = None) -> int:
        """The item after a clause that begins at an item, without the marks that it ends with.

        before: where it ends at the latest, as the content of a verb after it.
        """
        predicate = self.predicates[number]
        if before is None:
            end = self._end(number, predicate.verb, begins, kind, predicate.sentence)
        else:
            end = min(before, self.next(OTHERS, predicate.verb))
        every = self.kinds
        while end > begins + 1 and _marks[every[end - 1]]:
            end -= 1
        return end

    def next(self, reasons: int, place: int) -> int:
        """The first boundary after an item that has one of these reasons."""
        places = self._places.get(reasons)
        if places is None:
            places = self._places_of(reasons)
        number = bisect_right(places, place)
        return places[number] if number < len(places) else len(self.kinds)

    def _places_of(self, reasons: int) -> list[int]:
        """The places where clauses may end for one of these reasons, in order."""
        if reasons in REASONS:
            rules = REASONS[reasons]
            found = [start for rule in rules for start, _ in boundaries.places_of(rule, self.items.encoded)]
        else:
            each = (self._places.get(reason) or self._places_of(reason) for reason in REASONS if reason & reasons)
            found = list(chain.from_iterable(each))
        found.sort()
        self._places[reasons] = found
        return found

    @lazy
    def _quotes(self) -> list[int]:
        """The items that are quotation marks."""
        return self._places_of(QUOTE)

    @lazy
    def _brackets(self) -> list[int]:
        """The items that have an opening bracket in them."""
        tokens, origin = self.items.tokens, self.items.origin
        found: list[int] = []
        offset = tokens.source.find("(")
        while offset >= 0:
            token = tokens.at(offset)
            item = bisect_right(origin, token) - 1
            if "(" in tokens.words[token] and item not in found[-1:]:  # what nobody asked for has no words
                found.append(item)
            offset = tokens.source.find("(", offset + 1)
        return found

    @lazy
    def _fronts(self) -> list[int]:
        """The items that show whether a fronted clause is still open: those that open one, and commas."""
        return [start for start, _ in boundaries.places_of("fronting", self.items.encoded)]

    def is_quoted(self, place: int) -> bool:
        """Whether an odd number of quotation marks stands before an item in its paragraph."""
        number = bisect_left(self._breaks, place)
        start = self._breaks[number - 1] if number else 0
        return (bisect_left(self._quotes, place) - bisect_left(self._quotes, start)) % 2 == 1

    @lazy
    def _breaks(self) -> list[int]:
        """The items that end a paragraph."""
        return [place for place in self.items.ends if _paragraphs[self.kinds[place]]]

    def _end(self, number: int, verb: int, begins: int, kind: ClauseKind, sentence: Sentence) -> int:
        """The item after a clause: a boundary that it can end at."""
        allowed = ALWAYS
        if quotes := self._quotes:
            opening = bisect_left(quotes, begins)
            if opening and quotes[opening - 1] == begins - 1:
                closing = self._closing(begins, opening)
                if closing > verb:
                    return closing
            if opening and (opening - bisect_left(quotes, sentence.start)) % 2:
                allowed |= QUOTE
        if brackets := self._brackets:
            opening = bisect_left(brackets, begins)
            if opening and brackets[opening - 1] >= begins - NEAR:
                allowed |= BRACKET
        if kind in _ENDING_IN_FRONT or begins == sentence.start and kind == "participle" \
                or self._is_fronted(begins, sentence.start):
            allowed |= THEN
        if kind == "main":
            return self.next(allowed, verb)
        if kind == "complement":
            allowed |= ADDING
        end = self.next(allowed, verb)
        inside = number + 1 < len(self.predicates) and self.predicates[number + 1].verb < end
        return self._before_outer(number, verb, begins, end) if inside else end

    def _is_fronted(self, begins: int, start: int) -> bool:
        """Whether a clause around one, in front of another, is open: "If you say [it is over], they ..."."""
        first = begins - FRONT if begins - FRONT > start else start
        number = bisect_left(self._fronts, begins)
        if number and (front := self._fronts[number - 1]) >= first:
            return not _commas[self.kinds[front]]
        return first == start < begins and _reduced[self.kinds[first]]

    def _before_outer(self, number: int, verb: int, begins: int, end: int) -> int:
        """The end of a clause before a verb of a clause around it: the man [who said it was over] left.

        Such a verb's subject stands before the clause; a comma, a conjunction and adverbs may lead to it.
        """
        predicates, every = self.predicates, self.kinds
        for other in range(number + 1, min(number + FAR, len(predicates))):
            place, subject, understood, *_ = predicates[other]
            if place >= end:
                break
            whose = understood if subject is None else subject
            if whose is not None and whose < begins and _finite[every[place]]:
                while place - 1 > verb and _leading[every[place - 1]]:
                    place -= 1
                return place
        return end

    def _closing(self, begins: int, number: int) -> int:
        """The item that closes the quotation opened right before an item, in the same paragraph; -1 if none does.

        number: that of the first quotation mark after it.
        """
        if number == len(self._quotes):
            return -1
        closing = self._quotes[number]
        near = closing < begins + LONG and not any(map(_paragraphs.__getitem__, self.kinds[begins:closing]))
        return closing if near else -1


_ENDING_IN_FRONT: Final = frozenset(["adverbial", "absolute"])
"""The kinds of clauses that end before the subject of the clause after them."""
_marks, _commas, _paragraphs = Having("punct", "end"), Having("comma"), Having("paragraph")
_finite, _reduced, _leading = Having("finite"), Having("ing", "participle"), Having("adv", "cconj", "comma")
