"""Reads what is measured, and whose it is, from the noun that a figure hangs on: a turnout of 37%, rents up 5%."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factx import lexicon
from factx.extract.percentages.changed import changed
from factx.extract.percentages.figure import Range, Reading
from factx.extract.percentages.links import Link
from factx.extract.percentages.measures import ABSTRACT, names_somebody
from factx.extract.percentages.phrases import is_article
from factx.extract.percentages.predicate import predicate
from factx.extract.percentages.said import said_of
from factx.extract.percentages.view import View
from factx.extract.percentages.words import kinds

EXTREMES = frozenset(["low", "high"])
"""Nouns for a figure that say since when there was none such: a 20-year low of 3%."""


class NounReader:
    """Reads a view's figures after nouns; a noun that stands for a figure is read as one, by `hanging`."""

    def __init__(self, view: View, hanging: Callable[[int], Iterator[Reading]]) -> None:
        self.view, self.hanging = view, hanging
        self.tokens, self.items, self.origin, self.tags = view.tokens, view.items, view.origin, view.tags
        self.words = lexicon.load("shares")

    def read(self, rule: str, link: Link, noun: int) -> Iterator[Reading]:
        """The readings of a figure by its noun: a turnout of 37%; a rise of 5% in rents; shares up 3%."""
        where, head = self.view.range(noun), self.view.head(noun)
        if rule == "gapped" or rule in ("gapped-quantity", "labelled") and head in self.words["thing-noun"]:
            what = self.view.measured(*(self.view.with_phrases(noun) if rule == "labelled" else where))
            yield Reading(rule, what.property, what.holder)
        elif rule == "shared-among":
            if names_somebody(self.tokens, *where):
                yield Reading(rule, holder=where)
        elif rule != "gapped-quantity" and head in self.words["change-noun"]:
            yield from self._of_change(rule, link, noun)
        elif rule == "noun-up":
            yield from self._up(rule, noun)
        elif rule in ("measured-at", "ranging"):
            if "person" not in self.tags[noun] and not names_somebody(self.tokens, *where):
                yield self._quantity(rule, noun, *where)
        elif rule in ("apposed", "with-inflation-at", "bounded"):
            if head in self.words["thing-noun"] and head not in self.words["share-word"] and head != "number":
                yield self._quantity(rule, noun, *where)
        elif rule in ("noun-of", "up-on") or rule == "noun-beside" and self._is_beside(noun):
            yield from self._of_quantity(rule, noun)

    def _is_beside(self, noun: int) -> bool:
        """Whether a figure between commas is of the noun before: no 51% of a wish that is as great in the north."""
        if "named" in self.tags[noun] or self.view.clause_before(noun) is None:
            return True
        one = "plural" not in self.tags[noun] and names_somebody(self.tokens, *self.view.range(noun))
        return one or self.view.head(noun) in self.words["thing-noun"]

    def _up(self, rule: str, noun: int) -> Iterator[Reading]:
        """What is up or down: shares up 3%; profit was $19 million, or 91 cents a share, up 3%."""
        absolute = self.items.lower[noun - 1] == "with"  # with miners up 2%
        joined = "cconj" in self.tags[noun - 1]  # oil was up 2% and gas down 3%
        amount = None if absolute or joined else self._amount_of(noun)
        if amount is not None:
            yield amount
        elif not self.view.is_time(self.view.range(noun)):
            yield self._quantity(rule, noun, *self.view.with_phrases(noun))

    def _of_change(self, rule: str, link: Link, noun: int) -> Iterator[Reading]:
        """The reading of a change with its figure after it: a rise of 5% in rents, a rise in rents from 5%."""
        start, end = self.view.range(noun)
        owner, begins = self._owned(start, end)
        first = begins + is_article(self.view.word(begins))
        if rule == "noun-of":
            yield from changed(self.view, first, end, owner, link.figure)
        else:
            yield from (each._replace(rule=rule) for each in changed(self.view, first, end, owner, noun))

    def _of_quantity(self, rule: str, noun: int) -> Iterator[Reading]:
        """The reading of a quantity with its figure after it: a turnout of 37%; grew at a rate of 3%."""
        start, end = self.view.range(noun)
        inner = (self.view.word(place) for place in range(start, end - 1))
        times = lexicon.load("syntax")["time-noun"]  # a two-year low
        plain = (word for word in inner if word not in self.words["stand-in"] and word not in times)
        names = any(word in self.words["thing-noun"] or self._names_rate(noun, word) for word in plain)
        named = names or self.view.owner_in(start, end) is not None  # the keeper's save rate
        stands_in = rule == "noun-of" and self.view.head(noun) in self.words["stand-in"] and not named
        offered = "verb-group" in self.tags[noun - 1] and self.view.head(noun) == "rate"  # it offered a rate of 3%
        short = end - self._owned(start, end)[1] <= 3 or self.view.head(noun) in EXTREMES
        if stands_in and not offered and short:
            if (clause := said_of(self.view, noun)) is not None:
                yield Reading("subject of the clause", predicate=predicate(self.view, clause))
            yield from self.hanging(noun)
        yield self._quantity(rule, noun, start, end)

    def _names_rate(self, noun: int, word: str) -> bool:
        """Whether a word before "rate" says of what it is one: a literacy rate; no annual or record rate."""
        named = word.endswith(("cy", *ABSTRACT))
        return self.view.head(noun) == "rate" and named and word not in self.words["change-noun"]

    def _owned(self, start: int, end: int) -> tuple[Range | None, int]:
        """The owner of a noun group, and where the rest of it begins."""
        owner = self.view.owner_in(start, end)
        if owner is None or self.view.measured(start, end).property is None:
            return None, start  # the Farmers' Party is somebody
        marks = (place + 1 for place in range(start, end) if self.tokens[place] in ("'s", "’s", "'", "’"))
        return owner, next(marks, start + 1)

    def _quantity(self, rule: str, noun: int, start: int, end: int) -> Reading:
        """The reading of a noun that names a quantity: the property and its holder."""
        owner, begins = self._owned(start, end)
        what = self.view.measured(begins, end)
        has = rule == "noun-of" and self._is_had(noun)
        holder = what.holder or owner or (self.view.whose(self._haver(noun)) if has else None)
        return Reading(rule, what.property, holder)

    def _is_had(self, noun: int) -> bool:
        """Whether the subject has what the noun names: it pays a rate of 5%; no offer that it rejects."""
        verb = self.view.head(noun - 1) if "verb-group" in self.tags[noun - 1] else ""
        if "clause-alone" in self.tags[noun - 1]:
            return False  # he said a deficit of 5% was bad
        if self.view.head(noun) in self.words["set-noun"]:
            return verb in self.words["paying"] or self.items.lower[noun - 2] in self.words["ordinal"]
        return not verb or not kinds(verb) - {"verb", "noun"} <= {"choose-verb", "other-verb"}

    def _haver(self, noun: int) -> Range | None:
        """The holder of a quantity: the subject; the fund, with a cushion of 5%, ..."""
        clause = self.view.clause_before(noun)
        changing = self.items.lower[noun - 1] in ("in", "of") and self.view.head(noun - 2) in self.words["change-noun"]
        if clause is not None and "verb-group" not in self.tags[noun - 1 - 2 * changing] and (
            "say-verb" in kinds(self.view.word(clause.verb.head))
        ):
            return None  # Lee said on Monday that a deficit of 5% was bad
        subject = None if clause is None else self.view.subject(clause)
        if subject is None and self.items.lower[noun - 1] == "with" and "noun-group" in self.tags[noun - 3]:
            return self.view.range(noun - 3)
        return subject

    def _amount_of(self, item: int) -> Reading | None:
        """Of what a noun before ", up 3%" is the amount: profit was $19 million, or 91 cents a share; it earned $3."""
        for place in range(item - 1, max(item - 14, -1), -1):
            if "end" in self.tags[place]:
                return None
            if "verb-group" in self.tags[place]:
                clause = self.view.by_verb.get(self.origin[place])
                subject = self.view.subject(clause) if clause is not None else None
                if clause is None or subject is None:
                    return None
                if self.view.is_share(*subject):  # more than half said so, up five points
                    return Reading("change of the share before", predicate=predicate(self.view, clause))
                if "copula" not in self.tags[place]:
                    return Reading("amount of the subject", holder=self.view.whose(subject))
                what = self.view.taken_apart(subject)
                return Reading("amount of the subject", what.property, what.holder)
        return None
