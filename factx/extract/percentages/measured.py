"""What a figure gives, and what is said of it, read from the clause that it stands in.

A figure stands before a noun ("a 12% stake"), is the subject of a clause ("61% of tenants fear it"), or hangs on a verb
or a noun: "sales rose 4%", "a turnout of 37%". What it hangs on says what is measured, and whose it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from factx import lexicon
from factx.extract.percentages.figure import Range
from factx.extract.percentages.links import Link, links
from factx.extract.percentages.measures import Measured, measured
from factx.syntax import Syntax
from factx.syntax.sentence import Clause
from factx.text.tokens import Tokens


class Reading(NamedTuple):
    """The roles that the clause around a figure tells, as ranges of tokens, and the rule that told them."""

    rule: str
    property: Range | None = None
    holder: Range | None = None
    predicate: Range | None = None
    of: Range | None = None


class Clauses:
    """A text in which each figure is one token, with its clauses, for asking what its figures are about."""

    def __init__(self, tokens: Tokens) -> None:
        self.syntax = Syntax(tokens)
        self.tokens = tokens
        items = self.syntax.items
        assert items.origin is not None
        assert items.tags is not None
        self.items, self.origin, self.tags = items, items.origin, items.tags
        self.clauses = self.syntax.clauses
        self.by_verb = {clause.verb.start: clause for clause in self.clauses}
        self.by_subject: dict[int, Clause] = {}
        for clause in self.clauses:
            if clause.subject is not None:
                self.by_subject.setdefault(clause.subject.start, clause)
        self.place_of = {start: place for place, start in enumerate(self.origin)}
        self._tagged = links.tagger.tag(items)

    def item(self, token: int) -> int:
        """The item that a token stands in."""
        while token not in self.place_of:
            token -= 1
        return self.place_of[token]

    def range(self, item: int) -> Range:
        """The tokens of an item."""
        return self.origin[item], self.origin[item + 1]

    def read(self, figure: int, *, share: bool) -> Iterator[Reading]:
        """What the clause around the figure at a token tells, the surest first. share: whether its whole is named."""
        item = self.item(figure)
        if "with-figure" in self.tags[item]:
            yield from self._before_noun(figure, item)
            return
        if (clause := self._said_of(item)) is not None:
            yield Reading("subject", predicate=self._predicate(clause))
            return
        yield from self._hanging(item, share=share)

    def _hanging(self, item: int, *, share: bool) -> Iterator[Reading]:
        """What a figure, or a noun that stands for one, hangs on."""
        if self._is_degree(item) and not share:
            yield Reading("before-adjective", holder=self._subject_before(item))
            return
        for rule, link in links.at(self.items, self._tagged, item):
            yield from self._linked(rule, link, share=share)

    def _is_degree(self, item: int) -> bool:
        """Whether a figure is how much of a quality there is: 90% effective; but no "90% higher", "90% last year"."""
        if item + 1 >= len(self.tags) or "adj" not in self.tags[item + 1]:
            return False
        word = self.items[item + 1].lower()
        return not word.endswith("er") and word not in lexicon.load("syntax")["time"] and word not in ("more", "less")

    def _said_of(self, item: int) -> Clause | None:
        """The clause whose subject a figure is, or is told in brackets of: three in four (74%) of them [say so]."""
        clause = self.by_subject.get(self.origin[item])
        if clause is not None:
            return clause
        before = self.tags[item - 1] if item else frozenset()
        if before.isdisjoint({"opening", "dash", "hyphen"}):
            return self._reduced(item)
        start = self.origin[item]
        for clause in self.clauses:
            group = clause.subject
            if group is not None and group.start < start < clause.verb.start and self._is_share(group.start, group.end):
                return clause
        return None

    def _is_share(self, start: int, end: int) -> bool:
        """Whether a noun group is a share in words: nearly a third, more than half."""
        words = lexicon.load("shares")["share-word"]
        return any(self.tokens[place].lower() in words or self.tokens[place].lower() in _FRACTIONS
                   for place in range(max(0, start - 3), end))

    def _reduced(self, item: int) -> Clause | None:
        """A relative or participle clause of the figure itself: the 31% [who view him so], with 8% [saying so]."""
        start, _ = self.with_phrases(item)
        end = self.place_of.get(self.with_phrases(item)[1], item + 1)
        with_ = item > 0 and any(self.items[place].lower() == "with" for place in range(max(0, item - 3), item))
        for place in range(end, min(end + 3, len(self.tags))):
            clause = self.by_verb.get(self.origin[place])
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

    def _predicate(self, clause: Clause) -> Range:
        return clause.verb.start, max(clause.end, clause.verb.end)

    # A figure before a noun.

    def _before_noun(self, figure: int, item: int) -> Iterator[Reading]:
        """A 12% stake; an 8.6% rise in profits; Labor's 43% target."""
        start, end = self.range(item)
        words = lexicon.load("shares")
        head = self.tokens[end - 1].lower()
        owner = self._owner_in(start, figure)
        if head in words["change-noun"]:
            yield from self._changed(figure + 1, end, owner, item)
            return
        what = measured(self.tokens, figure + 1, end)
        subject = self._subject_before(item)
        has = owner is None and head in words["had-noun"] and subject is not None
        yield Reading("before-noun", self._completed(what.property or what.whole, item), owner or (
            self._whose(subject) if has else None))

    def _changed(self, start: int, end: int, owner: Range | None, item: int) -> Iterator[Reading]:
        """What changed: in a 5% pay rise, an 8% rise in profits, its 12% surge."""
        after = self._after(item, "in", "of", "to")
        subject = self._subject_before(item)
        if after is not None and not self._is_time(after):
            what = measured(self.tokens, *after)
            yield Reading("change-in", what.property, what.holder or owner or self._whose(subject))
        elif end - start > 1 and self.tokens[end - 2].lower() not in _TIMES:
            grown = self.tokens[end - 1].lower() == "growth"
            yield Reading("change-of-noun", (start, end - (not grown)), owner or self._whose(subject))
        elif self.tokens[end - 1].lower() == "growth":
            yield Reading("growth", (end - 1, end), owner)
        elif owner is not None:
            what = measured(self.tokens, *owner)
            yield Reading("owner-of-change", what.property, what.holder)
        elif (near := self._measure_before(item)) is not None:
            what = measured(self.tokens, *near)
            yield Reading("measure-before", what.property, what.holder or self._whose(subject))
        elif subject is not None:
            what = measured(self.tokens, *subject)
            yield Reading("subject-of-change", what.property, what.holder)

    def _measure_before(self, item: int) -> Range | None:
        """The last thing measured that is named before an item in its sentence, where a comma or a dash parts the two."""
        parted = False
        for place in range(item - 1, -1, -1):
            tags = self.tags[place]
            if "end" in tags:
                return None
            parted = parted or not tags.isdisjoint({"comma", "dash", "hyphen"})
            if parted and "noun-group" in tags and "figure" not in tags:
                start, end = self.range(place)
                if self.tokens[end - 1].lower() in lexicon.load("shares")["thing-noun"] and not self._is_time((start, end)):
                    return start, end
        return None

    def _is_time(self, where: Range) -> bool:
        """Whether a noun group is a time: the first quarter, June."""
        time = lexicon.load("time")
        last = self.tokens[where[1] - 1].lower()
        return last in _TIME_NOUNS or last in time["month"] or last in time["weekday"] or last.isdigit()

    def _completed(self, where: Range | None, item: int) -> Range | None:
        """A measure with the of-phrase that completes its name: a 40% chance of rain."""
        if where is None or self.tokens[where[1] - 1].lower() not in lexicon.load("shares")["completed-noun"]:
            return where
        after = self._after(item, "of")
        return (where[0], after[1]) if after is not None else where

    def _owner_in(self, start: int, end: int) -> Range | None:
        """The owner in a noun group, before 's: [Labor]'s 43% target. A pronoun's owner is looked for by the caller."""
        for place in range(start, end):
            if self.tokens[place] in ("'s", "’s", "'", "’") and place > start:
                return start, place
        if self.tokens[start].lower() in _POSSESSIVE:
            subject = self._subject_before(self.item(start))
            return self._whose(subject) if subject is not None else (start, start + 1)
        return None

    def _after(self, item: int, *prepositions: str) -> Range | None:
        """The noun group that a preposition joins to an item."""
        if item + 2 >= len(self.tags) or self.items[item + 1].lower() not in prepositions:
            return None
        place = item + 2
        if "ing" in self.tags[place] and place + 1 < len(self.tags):
            place += 1  # in underlying profits
        return self.range(place) if "noun-group" in self.tags[place] else None

    def is_pronoun(self, where: Range) -> bool:
        """Whether a range is a pronoun that names nobody."""
        return where[1] - where[0] == 1 and self.tokens[where[0]].lower() in _NAMELESS

    # Subjects.

    def _subject_before(self, item: int) -> Range | None:
        """The subject of the verb before an item, in its sentence."""
        place = item - 1
        while place >= 0 and "end" not in self.tags[place]:
            clause = self.by_verb.get(self.origin[place]) if "verb-group" in self.tags[place] else None
            if clause is not None:
                return self.subject(clause)
            place -= 1
        return None

    def subject(self, clause: Clause) -> Range | None:
        """The subject of a clause with its of-phrases; of a relative clause what its pronoun stands for."""
        group = clause.subject or clause.understood
        if group is None:
            return None
        item = self.place_of.get(group.start)
        if item is None:
            return group.start, group.end
        if self.tokens[group.start].lower() in _REFERRING and (named := self._named_before(clause)) is not None:
            return named
        if "relative" in group.tags:
            before = item - 1
            while before > 0 and not self.tags[before].isdisjoint({"comma", "adp"}):
                before -= 1
            if "noun-group" in self.tags[before]:
                return self.range(before)
        return self.with_phrases(item)

    def _named_before(self, clause: Clause) -> Range | None:
        """What "it" stands for: the subject of a clause before, in the same sentence or the one before it."""
        first, _ = self.tokens.sentence_of(clause.verb.start)
        earliest = self.tokens.sentence_of(first - 2)[0] if first > 1 else 0
        for other in reversed(self.clauses[: self.clauses.index(clause)]):
            group = other.subject
            if group is None or group.start < earliest:
                continue
            if "pron" not in group.tags and "figure" not in group.tags and group.start in self.place_of:
                return self.with_phrases(self.place_of[group.start])
        return None

    def with_phrases(self, item: int) -> Range:
        """A noun group with the prepositional phrases that follow it."""
        start, end = self.range(item)
        place = item + 1
        while place + 1 < len(self.tags) and self.items[place].lower() in _JOINING and (
            "noun-group" in self.tags[place + 1] and "figure" not in self.tags[place + 1]
        ):
            end = self.range(place + 1)[1]
            place += 2
        return start, end

    def _whose(self, subject: Range | None) -> Range | None:
        """Whom a subject denotes as one who has figures: itself, or its owner; None where it is a thing."""
        if subject is None:
            return None
        return measured(self.tokens, *subject).holder

    # A figure that hangs on a verb or a noun.

    def _linked(self, rule: str, link: Link, *, share: bool) -> Iterator[Reading]:
        if link.noun is not None:
            yield from self._of_noun(rule, link)
            return
        if link.verb is None:
            return
        clause = self.by_verb.get(self.origin[link.verb])
        if clause is None:
            return
        subject = self.subject(clause)
        if link.object is not None:
            yield self._with_object(rule, link.object, subject)
        elif subject is not None:
            what = self._measured(subject)
            if share:
                # Whatever has a share of something is its holder; found in 60% of them, it has none.
                if self.items[link.figure - 1].lower() in ("in", "among", "across"):
                    return
                if "finite" not in clause.verb.tags and not self._holds(clause):
                    return
                quantity = what.holder is not None and self._is_quantity(what.property)
                yield Reading(rule, what.property if quantity else None, what.holder or what.whole)
            else:
                yield Reading(rule, what.property, what.holder)

    def _holds(self, clause: Clause) -> bool:
        """Whether a verb is one of having or getting: accounting for, receiving."""
        return self.tokens[clause.verb.head].lower() in _holding()

    def _is_quantity(self, where: Range | None) -> bool:
        return where is not None and self.tokens[where[1] - 1].lower() in lexicon.load("shares")["thing-noun"]

    def _measured(self, where: Range) -> Measured:
        """A phrase taken apart; whose "its" is, the clause before tells."""
        start, end = where
        if self.tokens[start].lower() in _POSSESSIVE and end - start > 1:
            what = measured(self.tokens, start + 1, end)
            owner = self._subject_before(self.item(start))
            return what._replace(holder=self._whose(owner) or (start, start + 1))
        return measured(self.tokens, start, end)

    def _with_object(self, rule: str, item: int, subject: Range | None) -> Reading:
        """Somebody moves something: the bank raised its rate to 5%."""
        start, end = self.range(item)
        if self.tokens[end - 1].lower() in lexicon.load("shares")["change-noun"]:
            told = list(self._changed(start, end, self._owner_in(start, end), item))
            if told:
                return told[0]
        start, end = self.with_phrases(item)
        if self.tokens[start].lower() in _POSSESSIVE:
            what = measured(self.tokens, start + 1, end)
            return Reading(rule, what.property, self._whose(subject) or (start, start + 1))
        what = measured(self.tokens, start, end)
        return Reading(rule, what.property, what.holder)

    def _amount_of(self, item: int) -> Range | None:
        """The subject of which a noun before ", up 3%" is the amount: profit was $19 million, or 91 cents a share."""
        for place in range(item - 1, max(item - 14, -1), -1):
            if "end" in self.tags[place]:
                return None
            if "verb-group" in self.tags[place]:
                clause = self.by_verb.get(self.origin[place])
                return self.subject(clause) if clause is not None and "copula" in self.tags[place] else None
        return None

    def _of_noun(self, rule: str, link: Link) -> Iterator[Reading]:
        """A turnout of 37%; a rise of 5% in rents; shares up 3%."""
        assert link.noun is not None
        words = lexicon.load("shares")
        start, end = self.range(link.noun)
        changed = self.tokens[end - 1].lower() in words["change-noun"]
        if rule == "up" and not changed:
            if (amount := self._amount_of(link.noun)) is not None:
                what = self._measured(amount)
                yield Reading(rule, what.property, what.holder)
                return
            start, end = self.with_phrases(link.noun)
        owner = self._owner_in(start, end)
        begins = start if owner is None else next(
            (place + 1 for place in range(start, end) if self.tokens[place] in ("'s", "’s", "'", "’")), start + 1)
        if changed:
            first = begins + (self.tokens[begins].lower() in _ARTICLES)
            yield from self._changed(first, end, owner, link.noun if rule == "up" else link.figure)
            return
        if self.tokens[end - 1].lower() in words["stand-in"] and end - begins <= 3:
            if (clause := self._said_of(link.noun)) is not None:
                yield Reading("subject", predicate=self._predicate(clause))
            yield from self._hanging(link.noun, share=False)
        what: Measured = measured(self.tokens, begins, end)
        subject = self._subject_before(link.noun)
        holder = what.holder or owner or (self._whose(subject) if rule == "of" else None)
        yield Reading(rule, what.property, holder)


_POSSESSIVE = frozenset("its their his her our my your".split())
_ARTICLES = frozenset("a an the its their his her our my your this that these those".split())
_JOINING = frozenset("of in at for across among from on".split())
@cache
def _holding() -> frozenset[str]:
    """The forms of verbs of having and getting."""
    from factx.extract.percentages.words import kinds

    return frozenset(word for word in lexicon.load("shares")["hold-verb"] for _ in (kinds,)) | frozenset(
        "receiving winning taking getting holding owning representing constituting comprising accounting making".split())


_TIME_NOUNS = frozenset("year years month months week weeks quarter quarters day days half decade today".split())
_NAMELESS = frozenset("it its they them their this that these those which who we our one ones some many".split())
_REFERRING = frozenset("it they this that these".split())
_FRACTIONS = frozenset("third thirds quarter quarters fifth fifths half".split())
_TIMES = frozenset("weekly monthly yearly annual daily quarterly further cumulative".split())


def readings(clauses: Clauses, figures: Sequence[int], shares: Sequence[bool]) -> dict[int, Reading]:
    """The first reading of each figure that tells something; of figures that are compared, that of the first."""
    found: dict[int, Reading] = {}
    for figure, share in zip(figures, shares, strict=True):
        told = (each for each in clauses.read(figure, share=share) if each.property or each.holder or each.predicate)
        reading = next(told, None)
        if reading is not None:
            found[figure] = reading
    for figure, reading in found.items():
        if reading.holder is not None and clauses.is_pronoun(reading.holder):
            found[figure] = reading._replace(holder=None)
    for one, other in pairwise(sorted(figures)):
        if one in found and (link := _comparison(clauses, one, other)) is not None:
            first, own = found[one], found.get(other)
            if link == "same":
                found[other] = first._replace(rule="as-before")
            elif link == "change" and first.predicate is not None:
                found[other] = Reading("change-of-share", predicate=first.predicate)
            elif link == "compared" and (own is None or own.predicate is None):
                inherits = own is None or own.rule == "growth"
                found[other] = first._replace(rule="compared", holder=first.holder if inherits else own and own.holder)
            elif link == "beside" and own is not None and own.property and not own.holder and first.property:
                found[other] = own._replace(holder=first.holder)
    return found


_CONNECTING = frozenset(
    "from to and or by at up down compared with against versus vs than in on of the a an just only about nearly almost over"
    " last this previous earlier later before ago year years month months week quarter , ( ) – - — either now after"
    " approximately some".split()
)
_COMPARING = frozenset("compared compares opposed versus vs against".split())
_CHANGING = frozenset("up down rise fall increase drop gain decline jump decrease".split())


def _comparison(clauses: Clauses, one: int, other: int) -> str | None:
    """How a figure is set beside the one before: as the same at another time, as another's, or as a change of it."""
    if other - one > 30:
        return None
    tokens = clauses.tokens
    between = [tokens[place].lower() for place in range(one + 1, other)]
    items = range(clauses.item(one) + 1, clauses.item(other))
    if between and all(
        not clauses.tags[place].isdisjoint({"time", "adp", "num", "comma", "adv", "opening", "closing", "dash", "hyphen"})
        or clauses.items[place].lower() in _CONNECTING for place in items
    ):
        return "same" if not (set(between) <= {"and", "or", ","}) or len(between) == 1 else None
    tags = {tag for place in range(clauses.item(one) + 1, clauses.item(other)) for tag in clauses.tags[place]}
    if not _COMPARING.isdisjoint(between) and ("end" not in tags or "that" in between):
        return "compared"
    if "end" not in tags and tags.isdisjoint({"relative"}) and not {"and", "while", ","}.isdisjoint(between):
        beside = "beside"
    else:
        beside = None
    ahead = [tokens[place].lower() for place in range(other, min(other + 3, len(tokens)))]
    near = between[-4:] + ahead
    if "end" not in tags and not {",", "–", "—", "-"}.isdisjoint(between[-8:]) and not _CHANGING.isdisjoint(near):
        return "change"
    return beside
