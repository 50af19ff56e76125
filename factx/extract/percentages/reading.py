"""What a figure gives, and what is said of it, read from the clause that it stands in.

A figure stands before a noun ("a 12% stake"), is the subject of a clause ("61% of tenants fear it"), or hangs on a verb
or a noun: "sales rose 4%", "a turnout of 37%". What it hangs on says what is measured, and whose it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from factx import lexicon
from factx.extract.percentages.figure import Range
from factx.extract.percentages.links import Link, links
from factx.extract.percentages.measures import ARTICLES, measured
from factx.extract.percentages.view import POSSESSIVE, View
from factx.extract.percentages.words import kinds
from factx.syntax.sentence import Clause


class Reading(NamedTuple):
    """The roles that the clause around a figure tells, as ranges of tokens, and the rule that told them."""

    rule: str
    property: Range | None = None
    holder: Range | None = None
    predicate: Range | None = None


_TIMES = frozenset("weekly monthly yearly annual daily quarterly further cumulative".split())


NEAR = 8
"""How many clauses away a clause is looked for that belongs to another."""
MOVING = frozenset({"rise-verb", "fall-verb", "drift-verb"})


class Reader:
    """Reads the roles of a view's figures."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.tokens, self.items, self.origin, self.tags = view.tokens, view.items, view.origin, view.tags

    def read(self, figure: int, *, share: bool) -> Iterator[Reading]:
        """What the clause around the figure at a token tells, the surest first. share: whether its whole is named."""
        item = self.view.item(figure)
        if self.view.word(figure + 1) in ("undecided", "unsure"):
            yield Reading("what is said of the share", predicate=(figure + 1, figure + 2))
            return
        if "with-figure" in self.tags[item]:
            yield from self._before_noun(figure, item)
            return
        if (clause := self._said_of(item)) is not None:
            yield Reading("subject of the clause", predicate=self.view.predicate(clause), holder=self._chosen(clause))
            return
        yield from self._hanging(item, share=share)

    def _chosen(self, clause: Clause) -> Range | None:
        """Whom those who are asked choose: 42% [prefer Lee], are pleased with Lee, think that Lee is the best."""
        verb = kinds(self.tokens[clause.verb.head].lower())
        item = self.view.item(clause.verb.start) + 1
        if not clause.verb.tags.isdisjoint({"copula", "passive"}):
            while item < len(self.tags) and not self.tags[item].isdisjoint({"adv", "adj", "participle"}):
                item += 1
            if item >= len(self.items) or self.items[item].lower() != "with":
                return None
            item += 1
        elif "say-verb" in verb:
            number = self.view.number_of[clause.verb.start]
            near = self.view.clauses[number + 1:number + NEAR]
            told = next((other for other in near if other.parent == number and other.kind == "complement"), None)
            if told is not None and (told.subject is None or "modal" not in told.verb.tags):
                return None
            if told is not None and told.subject is not None:
                item = self.view.item(told.subject.start)
        elif "choose-verb" not in verb:
            return None
        tags = self.tags[item] if item < len(self.tags) else frozenset()
        somebody = "noun-group" in tags and not tags.isdisjoint({"named", "person", "subject"})
        return self.view.range(item) if somebody else None

    def _hanging(self, item: int, *, share: bool) -> Iterator[Reading]:
        """What a figure, or a noun that stands for one, hangs on."""
        if self._is_degree(item) and not share:
            yield Reading("quality behind the figure", holder=self.view.subject_before(item))
            return
        for rule, link in links.at(self.items, self.view.tagged, item):
            yield from self._linked(rule, link, share=share)

    def _is_degree(self, item: int) -> bool:
        """Whether a figure is how much of a quality there is: 90% effective; but no "90% higher", "90% last year"."""
        next_is = self.items[item + 1].lower() if item + 1 < len(self.tags) else ""
        if next_is in ("more", "less") and item + 2 < len(self.tags) and "adj" in self.tags[item + 2]:
            return True
        if not next_is or "adj" not in self.tags[item + 1]:
            return False
        word = self.items[item + 1].lower()
        return not word.endswith("er") and word not in lexicon.load("syntax")["time"] and word not in ("more", "less")

    def _said_of(self, item: int) -> Clause | None:
        """The clause whose subject a figure is, or is told in brackets of: three in four (74%) of them [say so]."""
        clause = self.view.by_subject.get(self.origin[item])
        if clause is not None:
            # "whose debt is 90% may close": what follows a verb is no subject of the next.
            before = self.tags[item - 1] if item else frozenset()
            return None if "verb-group" in before and "clause" not in before else clause
        before = self.tags[item - 1] if item else frozenset()
        if before.isdisjoint({"opening", "dash", "hyphen"}):
            return self._reduced(item)
        start = self.origin[item]
        first = bisect_left(self.view.verbs, start)
        for clause in self.view.clauses[first:first + NEAR]:
            group = clause.subject
            around = group is not None and group.start < start < clause.verb.start
            if around and group is not None and self.view.is_share(group.start, group.end):
                return clause
        return None

    def _reduced(self, item: int) -> Clause | None:
        """A relative or participle clause of the figure itself: the 31% [who view him so], with 8% [saying so]."""
        start, _ = self.view.with_phrases(item)
        end = self.view.place_of.get(self.view.with_phrases(item)[1], item + 1)
        with_ = item > 0 and any(self.items[place].lower() == "with" for place in range(max(0, item - 3), item))
        for place in range(end, min(end + 3, len(self.tags))):
            clause = self.view.by_verb.get(self.origin[place])
            if clause is None:
                if "relative" in self.tags[place] and place == end:
                    continue
                if not (with_ and "participle" in self.tags[place]):
                    return None
                continue
            if "relative" in self.tags[place - 1] and place == end + 1 or (
                "ing" in self.tags[place] and with_ or "participle" in self.tags[place] and place == end and not with_
                and self.tokens[start - 1].lower() in ("the", "of") and start
            ):
                return clause
        return None

    def _before_noun(self, figure: int, item: int) -> Iterator[Reading]:
        """A 12% stake; an 8.6% rise in profits; Labor's 43% target."""
        start, end = self.view.range(item)
        words = lexicon.load("shares")
        if figure + 1 >= end:
            return
        if "choose-verb" in kinds(self.view.word(figure + 1)) and end - figure > 2:
            # "with 42% preferring Lee"
            yield Reading("subject of the clause", holder=(figure + 2, end), predicate=(figure + 1, end))
            return
        head = self.tokens[end - 1].lower()
        owner = self.view.owner_in(start, figure)
        if head in words["change-noun"]:
            yield from self._changed(figure + 1, end, owner, item)
            return
        what = measured(self.tokens, figure + 1, end)
        if what.property is None and what.holder is not None:
            yield Reading("name behind the figure", holder=what.holder)
            return
        if head in words["loan-noun"]:
            owner = None  # a 6% bond yields 6% to whoever holds it
        elif owner is None and head in words["had-noun"]:
            owner = self.view.whose(self.view.subject_before(item))
        yield Reading("noun behind the figure", self._completed(what.property or what.whole, item), owner)

    def _changed(self, start: int, end: int, owner: Range | None, item: int) -> Iterator[Reading]:
        """What changed: in a 5% pay rise, an 8% rise in profits, its 12% surge."""
        after = self.view.after(item, "in", "of", "to")
        subject = self.view.subject_before(item)
        if after is not None and not self.view.is_time(after):
            what = measured(self.tokens, *after)
            yield Reading("behind the change", what.property, what.holder or owner or self.view.whose(subject))
        elif end - start > 1 and self.tokens[end - 2].lower() not in _TIMES:
            grown = self.tokens[end - 1].lower() == "growth"
            yield Reading("noun before the change", (start, end - (not grown)), owner or self.view.whose(subject))
        elif self.tokens[end - 1].lower() == "growth":
            experienced = item > 0 and "verb-group" in self.tags[item - 1]
            yield Reading("growth itself", (end - 1, end), owner or (subject if experienced else None))
        elif owner is not None:
            what = measured(self.tokens, *owner)
            yield Reading("owner of the change", what.property, what.holder)
        elif (near := self._measure_before(item)) is not None:
            what = measured(self.tokens, *near)
            yield Reading("quantity named before", what.property, what.holder or self.view.whose(subject))
        elif subject is not None:
            what = measured(self.tokens, *subject)
            yield Reading("subject of the change", what.property, what.holder)

    def _measure_before(self, item: int) -> Range | None:
        """The last thing measured that is named before an item in its sentence, a comma or a dash between the two."""
        parted = False
        for place in range(item - 1, -1, -1):
            tags = self.tags[place]
            if "end" in tags:
                return None
            parted = parted or not tags.isdisjoint({"comma", "dash", "hyphen"})
            if parted and "noun-group" in tags and "figure" not in tags:
                where = self.view.range(place)
                quantity = self.tokens[where[1] - 1].lower() in lexicon.load("shares")["thing-noun"]
                if quantity and not self.view.is_time(where):
                    return max((at + 1 for at in range(*where) if at in self.tokens.marked), default=where[0]), where[1]
        return None

    def _completed(self, where: Range | None, item: int) -> Range | None:
        """A measure with the of-phrase that completes its name: a 40% chance of rain."""
        if where is None or self.tokens[where[1] - 1].lower() not in lexicon.load("shares")["completed-noun"]:
            return where
        after = self.view.after(item, "of")
        return (where[0], after[1]) if after is not None else where

    def _linked(self, rule: str, link: Link, *, share: bool) -> Iterator[Reading]:
        """What a link tells: a noun with its figure, or a verb with its subject and object."""
        if link.noun is not None:
            yield from self._of_noun(rule, link)
        elif link.verb is not None and (clause := self.view.by_verb.get(self.origin[link.verb])) is not None:
            reading = self._of_verb(rule, link, clause, share=share)
            if reading is not None:
                yield reading

    def _of_verb(self, rule: str, link: Link, clause: Clause, *, share: bool) -> Reading | None:
        """Somebody moves something, leads somebody or has a share; something moves."""
        subject = self.view.subject(clause)
        verb = kinds(self.tokens[clause.verb.head].lower())
        if "lead-verb" in verb:
            return self._led(rule, link, None if "passive" in clause.verb.tags else subject)
        if link.object is not None and rule != "or-so-many":
            return self._with_object(rule, link.object, subject, moved=not verb.isdisjoint(MOVING))
        if subject is None:
            return None
        if rule == "or-so-many":
            return Reading(rule, holder=self.view.whose(subject) or (subject if share else None))
        what = self.view.taken_apart(subject)
        if not share or not verb.isdisjoint(MOVING) and "hold-verb" not in verb:
            return Reading(rule, what.property, what.holder)
        # Whatever has a share of something is its holder; found in 60% of them, it has none.
        before = self.items[link.figure - 1].lower()
        found = before in ("in", "among", "across") or not self.tokens.marked.keys().isdisjoint(range(*subject))
        has = "finite" in clause.verb.tags or "hold-verb" in verb
        if not has or found:
            return None
        # "The law passed with 57% of the vote": only somebody has a share so, and no thing.
        return Reading(rule, holder=self.view.whose(subject) if before == "with" else subject)

    def _led(self, rule: str, link: Link, leader: Range | None) -> Reading | None:
        """By how much one beats another is the first one's; of a score, 51% to 45%, the second is the other's."""
        assert link.verb is not None
        loser = link.verb + 1
        if self._is_second(link.figure) and "noun-group" in self.tags[loser] and "figure" not in self.tags[loser]:
            return Reading("second of a score", holder=self.view.range(loser))
        if leader is None:
            return None
        what = self.view.taken_apart(leader)
        return Reading(rule, what.property, what.holder)

    def _with_object(self, rule: str, item: int, subject: Range | None, *, moved: bool) -> Reading:
        """Somebody moves something: the bank raised its rate to 5%."""
        start, end = self.view.range(item)
        if self.tokens[end - 1].lower() in lexicon.load("shares")["change-noun"]:
            told = list(self._changed(start, end, self.view.owner_in(start, end), item))
            if told:
                return told[0]
        start, end = self.view.with_phrases(item)
        if self.tokens[start].lower() in POSSESSIVE:
            what = measured(self.tokens, start + 1, end)
            return Reading(rule, what.property, self.view.whose(subject) or (start, start + 1))
        what = measured(self.tokens, start, end)
        set_for_others = self.tokens[self.view.range(item)[1] - 1].lower() in lexicon.load("shares")["set-noun"]
        own = moved and not set_for_others and what.holder is None
        return Reading(rule, what.property, self.view.whose(subject) if own else what.holder)

    def _is_second(self, item: int) -> bool:
        """Whether a figure is the second of a score: 51% to 45%."""
        return item > 1 and "figure" in self.tags[item - 2] and self.items[item - 1].lower() in ("to", "-", "–", "—")

    def _amount_of(self, item: int) -> Reading | None:
        """Of what a noun before ", up 3%" is the amount: profit was $19 million, or 91 cents a share; it earned $3."""
        for place in range(item - 1, max(item - 14, -1), -1):
            if "end" in self.tags[place]:
                return None
            if "verb-group" in self.tags[place]:
                clause = self.view.by_verb.get(self.origin[place])
                subject = self.view.subject(clause) if clause is not None else None
                if subject is None:
                    return None
                if "copula" not in self.tags[place]:
                    return Reading("amount of the subject", holder=self.view.whose(subject))
                what = self.view.taken_apart(subject)
                return Reading("amount of the subject", what.property, what.holder)
        return None

    def _of_noun(self, rule: str, link: Link) -> Iterator[Reading]:
        """A turnout of 37%; a rise of 5% in rents; shares up 3%."""
        assert link.noun is not None
        words = lexicon.load("shares")
        start, end = self.view.range(link.noun)
        changed = self.tokens[end - 1].lower() in words["change-noun"]
        if rule == "noun-up" and not changed:
            if (amount := self._amount_of(link.noun)) is not None:
                yield amount
                return
            start, end = self.view.with_phrases(link.noun)
        owner = self.view.owner_in(start, end)
        begins = start if owner is None else next(
            (place + 1 for place in range(start, end) if self.tokens[place] in ("'s", "’s", "'", "’")), start + 1)
        if changed:
            first = begins + (self.tokens[begins].lower() in ARTICLES)
            yield from self._changed(first, end, owner, link.noun if rule == "noun-up" else link.figure)
            return
        if self.tokens[end - 1].lower() in words["stand-in"] and end - begins <= 3:
            if (clause := self._said_of(link.noun)) is not None:
                yield Reading("subject of the clause", predicate=self.view.predicate(clause))
            yield from self._hanging(link.noun, share=False)
        what = measured(self.tokens, begins, end)
        if rule == "gapped":
            yield Reading(rule, what.property, what.holder)
            return
        subject = self.view.subject_before(link.noun)
        if subject is None and link.noun > 2 and self.items[link.noun - 1].lower() == "with" and (
            "comma" in self.tags[link.noun - 2] and "noun-group" in self.tags[link.noun - 3]
        ):
            subject = self.view.range(link.noun - 3)  # The fund, with a cushion of 5%, ...
        has = rule == "noun-of" and self.tokens[end - 1].lower() not in words["set-noun"]
        holder = what.holder or owner or (self.view.whose(subject) if has else None)
        yield Reading(rule, what.property, holder)
