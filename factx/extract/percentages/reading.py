"""Reads a figure's property, predicate and holder from the clause around it.

A figure stands before a noun ("a 12% stake"), is the subject of a clause ("61% of tenants fear it"), or hangs on a verb
or a noun: "sales rose 4%", "a turnout of 37%". What it hangs on says what is measured, and whose it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from factx import lexicon
from factx.engine.tags import TagSet
from factx.extract.percentages.changed import changed
from factx.extract.percentages.figure import Range, Reading
from factx.extract.percentages.links import Link, links
from factx.extract.percentages.measures import names_somebody
from factx.extract.percentages.noun_reading import NounReader
from factx.extract.percentages.phrases import is_article
from factx.extract.percentages.predicate import predicate
from factx.extract.percentages.qualities import ABSOLUTE, QUALITY, made_of, quality, said_after_with
from factx.extract.percentages.said import WANTING, chosen, divided, said_of, wanted
from factx.extract.percentages.view import View
from factx.extract.percentages.words import MOVING, TO, kinds
from factx.syntax.sentence import Clause
from factx.syntax.words import LETTER

MEASURED_CHANGES = frozenset(["growth", "loss", "losses"])
"""The nouns of changes that are quantities too: a net loss widened by 4%."""
OTHER = frozenset(["verb", "other-verb"])
"""The tags of a verb that does something to its object and moves nothing."""
TAKING_IN = frozenset("bring brings brought bringing take takes took taking rake rakes raked pull pulls pulled".split())
"""Verbs whose "in" is their own."""
FRONTED = "figure before the sentence"
"""The rule of a figure that a sentence begins with."""
ADDING = frozenset("add adds added adding put puts putting knock knocks knocked wipe wipes wiped shave shaves".split())
"""Verbs by which so much comes to something or goes from it."""
DUE = frozenset(["due", "maturing"])
"""Between a loan's noun and the time at which it ends: a 5% bond [due May 2030]."""
HELD = "who is held to it"
"""The rule of a figure above which somebody does not come: they held the Bears to 29%."""
DIVIDED = "opinion that divides them"
"""The rule of the first of two figures by which somebody is divided."""
QUANTITIES = ("had-noun", "completed-noun", "loan-noun", "set-noun", "stand-in")
"""The sections of nouns that a figure measures: no stuff of which something is made."""


class Reader:
    """Reads the roles of a view's figures."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.tokens, self.items, self.origin, self.tags = view.tokens, view.items, view.origin, view.tags
        self.words = lexicon.load("shares")

    def read(self, figure: int, *, share: bool) -> Iterator[Reading]:
        """The readings of the figure at a token by its clause, surest first. share: whether its whole is named."""
        item = self.view.item(figure)
        if self.view.word(figure + 1) in ("undecided", "unsure"):
            yield Reading("what is said of the share", predicate=(figure + 1, figure + 2))
        elif "with-figure" in self.tags[item]:
            yield from self._before_noun(figure, item, share=share)
        elif (clause := said_of(self.view, item)) is not None:
            said = predicate(self.view, clause)
            yield Reading("subject of the clause", predicate=said, holder=chosen(self.view, clause))
        elif (clause := wanted(self.view, item)) is not None:
            yield Reading(WANTING, predicate=predicate(self.view, clause))
        elif (opinion := divided(self.view, item)) is not None:
            said, whose = opinion
            yield Reading(DIVIDED, predicate=said, of=whose)
        elif (dry := said_after_with(self.view, item)) is not None:
            yield Reading(ABSOLUTE, predicate=dry, of=(self.origin[item + 2], dry[0]))
        else:
            yield from self._hanging(item, share=share)

    def _hanging(self, item: int, *, share: bool = False) -> Iterator[Reading]:
        """The reading by the verb or noun that a figure, or a noun that stands for one, depends on."""
        if (fronted := self._fronted(item)) is not None:
            yield fronted
            return
        if not share and (told := quality(self.view, item)) is not None:
            yield told
            return
        for rule, link in links.at(self.items, self.view.tagged, item):
            if link.noun is not None and rule == "apposed" and share:
                # Online orders, now 31% of the total; but not so many of them.
                start, end = self.view.range(link.noun)
                counted = LETTER["num"] in self.view.syntax.classes[start:end]
                yield Reading(rule, holder=None if counted else self.view.with_phrases(link.noun))
            elif link.noun is not None and share and (whose := self._equated(rule, link.noun)) is not None:
                yield Reading(rule, holder=whose)
            elif link.noun is not None:
                # Made here and not kept: two readers that know each other would be a cycle, which is never freed.
                yield from NounReader(self.view, self._hanging).read(rule, link, link.noun)
            elif link.verb is not None and (clause := self._governing(link, link.verb)) is not None:
                fined = rule == "moved" and self.view.word(clause.verb.head) in self.words["fining"]
                if fined:
                    return  # who is fined 2% of something has none of it
                reading = self._of_verb(rule, link, clause, share=share)
                if reading is not None and (rule != "more-than" or reading.property is not None):
                    yield reading

    def _equated(self, rule: str, noun: int) -> Range | None:
        """Whatever is said to be that of which a share is: [Oland] is the source of 60% of the copper."""
        if rule != "noun-of" or "copula" not in self.tags[noun - 1] or self.view.head(noun) in self.words["thing-noun"]:
            return None
        return self.view.subject_before(noun)

    def _fronted(self, item: int) -> Reading | None:
        """The reading of a figure before its sentence: at 5%, Oland has [the lowest jobless rate]; [rents] are low."""
        if self.items.lower[item - 1] != "at" or "end" not in self.tags[item - 2]:
            return None
        clause = self.view.by_subject.get(self.origin[item + 2])
        subject = None if clause is None else self.view.subject(clause)
        if clause is None or subject is None:
            return None
        what = self.view.taken_apart(subject)
        if what.property is not None:
            return Reading(FRONTED, what.property, what.holder)
        had = self.view.item(clause.verb.end)
        holds = "hold-verb" in kinds(self.view.word(clause.verb.head))
        if not holds or self.view.head(had) not in self.words["thing-noun"]:
            return None
        return Reading(FRONTED, self.view.measured(*self.view.range(had)).property, subject)

    def _governing(self, link: Link, verb: int) -> Clause | None:
        """The clause of a verb; the one that it tells the time of, where it is over before the figure."""
        clause = self.view.by_verb.get(self.origin[verb])
        while clause is not None and self._is_over(clause, self.origin[link.figure]) and (
            clause.kind == "adverbial" and clause.parent is not None
        ):
            clause = self.view.clauses[clause.parent]
        return clause

    def _is_over(self, clause: Clause, figure: int) -> bool:
        """Whether a clause is over before a figure: it fell 6%, the most since records began, and 9% in the port."""
        between = self.view.lower[clause.verb.end:figure]
        return "," in between and between[-1] in ("and", "but")

    # A figure before a noun.

    def _before_noun(self, figure: int, item: int, *, share: bool) -> Iterator[Reading]:
        """A 12% stake; an 8.6% rise in profits; Labor's 43% target."""
        start, end = self.view.range(item)
        end = next((place for place in range(figure + 2, end) if self.view.word(place) in DUE), end)
        if figure + 1 >= end:
            return
        if "choose-verb" in kinds(self.view.word(figure + 1)) and end - figure > 2:
            # "with 42% preferring Lee"
            yield Reading("subject of the clause", holder=(figure + 2, end), predicate=(figure + 1, end))
            return
        if (said := self._said_within(start, figure, end)) is not None:
            yield Reading("subject of the clause", predicate=said)
            return
        head = self.view.head(item)
        if head in self.words["forecaster"] and "finite" in self.tags[item + 1]:
            yield from self._hanging(item, share=share)  # below the 3% economists had forecast
            return
        owner = self.view.owner_in(start, figure)
        if head in self.words["change-noun"]:
            yield from changed(self.view, figure + 1, end, owner, item)
            return
        if self.view.is_time((figure + 1, end)):
            yield from self._hanging(item, share=share)
            return
        bare = not any(is_article(self.view.word(place)) for place in range(start, figure))
        if bare and not any(head in self.words[section] for section in QUANTITIES) and (
            whole := made_of(self.view, item)
        ):
            yield Reading(QUALITY, predicate=(figure + 1, end), of=whole)
            return
        if self._is_margin_moved_by(item) or (
            head in self.words["stand-in"] and "adp" in self.tags[item - 1] and self._governs(item - 1)
        ):
            yield from self._hanging(item, share=share)  # it grew at a 3% annual rate
        yield from self._noun_behind((figure + 1, end), owner, item)

    def _governs(self, item: int) -> bool:
        """Whether a preposition at an item governs what follows, and is no part of a verb: drive down the 6% rate."""
        return self.items.lower[item] not in ("up", "down", "off", "out") or "verb-group" not in self.tags[item - 1]

    def _is_margin_moved_by(self, item: int) -> bool:
        """Whether something is moved by the margin at an item: they cut the rate by the same 2% margin."""
        if self.view.head(item) != "margin" or self.items.lower[item - 1] != "by":
            return False
        verbs = (link.verb for rule, link in links.at(self.items, self.view.tagged, item) if rule == "moved-to")
        return any(verb is not None and not kinds(self.view.head(verb)).isdisjoint(MOVING) for verb in verbs)

    def _said_within(self, start: int, figure: int, end: int) -> Range | None:
        """What a past form after a figure says of it, the sentence having no other verb: 70% [voiced support].

        Such a form reads as an adjective of the noun after it: a 70% [reduced fare].
        """
        first, last = self.tokens.sentence_of(figure)
        word = self.view.word(figure + 1)
        surely = kinds(word).isdisjoint({"noun", *MOVING}) and "verb" in kinds(word) and word.endswith("ed")
        if start != figure or end - figure < 3 or not surely:
            return None
        if any(first <= clause.verb.start < last and "finite" in clause.verb.tags for clause in self.view.clauses):
            return None
        ends = (place for place in range(figure + 1, last) if self.view.word(place) in (",", ".", ";", ""))
        return figure + 1, next(ends, last)

    def _noun_behind(self, noun: Range, owner: Range | None, item: int) -> Iterator[Reading]:
        """The reading of a figure's own noun: a quantity, or somebody."""
        head = self.view.head(item)
        if self.view.word(noun[0]) in ("more", "fewer", "less") and noun[1] - noun[0] > 1:
            # They saw 5% fewer patients.
            subject = self.view.subject_before(item)
            yield Reading("amount behind the figure", (noun[0] + 1, noun[1]), self.view.whose(subject))
            return
        what = self.view.measured(*noun)
        if what.property is None:
            yield Reading("name behind the figure", holder=what.holder)
            return
        if head in self.words["loan-noun"]:
            owner = None  # a 6% bond yields 6% to whoever holds it
        elif owner is None and self.items.lower[item - 1] == "with" and "noun-group" in self.tags[item - 2]:
            owner = self.view.whose(self.view.range(item - 2))  # companies with a 30% foreign ownership
        if owner is None and head in self.words["had-noun"]:
            owner = self.view.whose(self.view.subject_before(item))
        yield Reading("noun behind the figure", self._completed(what.property or what.whole, item), owner)

    def _completed(self, where: Range, item: int) -> Range:
        """A measure with the of-phrase that completes its name: a 40% chance of rain."""
        if self.view.head(item) not in self.words["completed-noun"]:
            return where
        after = self.view.after(item, "of")
        return where if after is None else (where[0], after[1])

    # A figure after a verb.

    def _of_verb(self, rule: str, link: Link, clause: Clause, *, share: bool) -> Reading | None:
        """Somebody moves something, leads somebody or has a share; something moves."""
        if not share and (added := self._added(link, clause)) is not None:
            what = self.view.measured(*added)
            return Reading(rule, what.property, what.holder)
        subject = self.view.subject(clause)
        verb = kinds(self.view.word(clause.verb.head))
        moving = not verb.isdisjoint(MOVING)
        if self._compares(verb, link):
            return self._led(rule, link, clause)
        if link.object is not None:
            if self._is_held_to(link.object, clause):
                return Reading(HELD, holder=self.view.range(link.object))
            if rule != "or-so-many" and not self.view.is_amount(link.object):
                return self._with_object(rule, link.object, subject, moved=moving)
        if subject is None:
            return None
        if not share and self._makes_up(clause):
            return Reading(rule, holder=subject)
        raised = share and link.verb == link.figure - 1 and self._is_none_measured(subject)
        if raised or share and "hold-verb" in verb or not moving and (share or rule == "or-so-many"):
            return self._has(rule, link, subject, clause, share=share)
        if verb == OTHER and "finite" in clause.verb.tags and self._is_agent(subject):
            return Reading(rule, holder=subject)  # the coat blocks 90%
        return self._moves(rule, subject, clause)

    def _added(self, link: Link, clause: Clause) -> Range | None:
        """What something adds a figure to or takes it from: it adds 0.2% to [the cost of bread]."""
        if self.view.word(clause.verb.head) not in ADDING or link.verb != link.figure - 1:
            return None
        place = link.figure + 1
        return self.view.with_phrases(place + 1) if self.items.lower[place] in ("to", "off", "on", "from") else None

    def _has(self, rule: str, link: Link, subject: Range, clause: Clause, *, share: bool) -> Reading | None:
        """Who has a share, or so many that it is one: the fund sold nine offices, or 10% of its assets."""
        if rule == "or-so-many":
            return Reading(rule, holder=self.view.whose(subject) or (subject if share else None))
        return self._having(rule, link, subject, clause)

    def _makes_up(self, clause: Clause) -> bool:
        """Whether a clause tells what a whole consists of: tourism accounts for 60%; rent makes up 30%."""
        head = self.view.word(clause.verb.head)
        needed = self.words["making-up"].get(head)
        return needed is not None and needed in ("", self.view.word(clause.verb.end))

    def _is_none_measured(self, subject: Range) -> bool:
        """Whether a subject is no quantity that rises: the parish raised 40% of the cost."""
        return not any(self.view.word(place) in self.words["thing-noun"] for place in range(*subject))

    def _is_agent(self, subject: Range) -> bool:
        """Whether a subject is a thing that does something to a share, and no quantity."""
        return self.view.measured(*subject).holder is None and self._is_none_measured(subject)

    def _compares(self, verb: TagSet, link: Link) -> bool:
        """Whether a verb compares two: it has somebody for its object, or nothing; no fall that led prices down."""
        if "lead-verb" not in verb:
            return False
        rivals = link.object is None or names_somebody(self.tokens, *self.view.range(link.object))
        return rivals or verb.isdisjoint(MOVING)

    def _moves(self, rule: str, subject: Range, clause: Clause) -> Reading:
        """What moves, and whose it is; of the rise that was 5%, what rose."""
        item = self.view.item(subject[0])
        start, end = self.view.range(item)
        head = self.view.head(item)
        if head in self.words["ordinal"] and "copula" in clause.verb.tags:
            ranked = self.view.item(clause.verb.start) + 1  # third was Ford with 8%
            return Reading(rule, holder=self.view.range(ranked) if "noun-group" in self.tags[ranked] else None)
        if head in self.words["change-noun"] and head not in MEASURED_CHANGES:
            first = start + is_article(self.view.word(start))
            told = changed(self.view, first, end, self.view.owner_in(start, end), item)
            return next(told, Reading(rule))
        what = self.view.taken_apart(subject)
        if (respect := self._respect(clause)) is not None:
            return Reading(rule, respect, what.holder)
        return Reading(rule, what.property, what.holder or self._expecting(clause, what.property))

    def _respect(self, clause: Clause) -> Range | None:
        """In what respect something moves: the fund fell in [value] by 5%; no place or time: sales fell in May."""
        inside = self.view.after(self.view.item(clause.verb.end - 1), "in")
        if inside is None or kinds(self.view.word(clause.verb.head)).isdisjoint(MOVING):
            return None
        what = self.view.measured(*inside)
        return what.property if self.view.word(inside[1] - 1) in self.words["thing-noun"] else None

    def _expecting(self, clause: Clause, quantity: Range | None) -> Range | None:
        """Who expects or wants what it earns to move: [Acme] expects sales to grow 5%."""
        if quantity is None or self.view.word(quantity[1] - 1) not in self.words["earned-noun"]:
            return None
        item = self.view.item(quantity[0])
        if clause.kind == "relative" and "verb-group" in self.tags[item - 1]:
            return self.view.whose(self.view.subject_before(item))  # it made a profit, which is 5% more
        if "infinitive" not in clause.verb.tags or clause.parent is None:
            return None
        who = self.view.subject(self.view.clauses[clause.parent])
        if who is None or "plural" in self.tags[self.view.item(who[0])]:
            return None  # investors expect so much of others
        return who

    def _is_held_to(self, item: int, clause: Clause) -> bool:
        """Whether the object of a verb is somebody who gets no more than a figure: they held [the Bulls] to 37%."""
        held = self.view.word(clause.verb.head) in self.words["restraining"]
        return held and names_somebody(self.tokens, *self.view.range(item))

    def _having(self, rule: str, link: Link, subject: Range, clause: Clause) -> Reading | None:
        """Whatever has a share of something is its holder; found in 60% of them, it has none."""
        before = self.items.lower[link.figure - 1]
        own = self.view.word(clause.verb.head) in TAKING_IN  # it brings in 35% of the revenue
        inside = before in ("in", "among", "across") and not own
        found = inside or not self.tokens.marked.keys().isdisjoint(range(*subject))
        what = self.view.taken_apart(subject)
        if what.property is not None and before == "by" and "passive" in clause.verb.tags:
            return Reading(rule, holder=what.holder)  # side effects reported by 3% of them
        if what.property is not None and not found and self._is_told_of(what.property, clause):
            return Reading(rule, what.property, what.holder)
        if found or not self._has_whole(clause):
            return None
        # "The law passed with 57% of the vote": only somebody has a share so, and no thing.
        return Reading(rule, holder=self.view.whose(subject) if before == "with" else subject)

    def _is_told_of(self, quantity: Range, clause: Clause) -> bool:
        """Whether a clause tells how great a quantity is: a tax set at 3% of turnover; support is 3% in towns."""
        if not clause.verb.tags.isdisjoint({"passive", "participle"}):
            return True
        head = self.view.word(quantity[1] - 1)
        if "copula" in clause.verb.tags:  # the deficit is 3% of output, but exports are a part of it
            one = "plural" not in self.tags[self.view.item(quantity[1] - 1)]
            one = one or head.removesuffix("s") in self.words["stand-in"]  # asthma rates among pupils are 11%
            return head in self.words["support-noun"] or one and head in self.words["thing-noun"]
        return "reach-verb" in kinds(self.view.word(clause.verb.head)) and head in self.words["thing-noun"]

    def _has_whole(self, clause: Clause) -> bool:
        """Whether the subject of a clause has what follows the verb: no participle that tells when or where."""
        # Investors controlling 22% of it.
        own = clause.understood is not None and clause.understood.end == clause.verb.start
        return own or "finite" in clause.verb.tags or "hold-verb" in kinds(self.view.word(clause.verb.head))

    def _led(self, rule: str, link: Link, clause: Clause) -> Reading | None:
        """By how much one beats another is the first one's; of a score, 51% to 45%, the second is the other's."""
        assert link.verb is not None
        loser = link.verb + 1
        if self._is_second(link.figure) and "noun-group" in self.tags[loser] and "figure" not in self.tags[loser]:
            return Reading("second of a score", holder=self.view.range(loser))
        leader = self.view.subject(clause)
        if leader is None or "passive" in clause.verb.tags:
            return None
        what = self.view.taken_apart(leader)
        return Reading(rule, what.property, what.holder)

    def _is_second(self, item: int) -> bool:
        """Whether a figure is the second of a score: 51% to 45%."""
        return "figure" in self.tags[item - 2] and self.items.lower[item - 1] in TO

    def _with_object(self, rule: str, item: int, subject: Range | None, *, moved: bool) -> Reading:
        """Somebody moves something: the bank raised its rate to 5%."""
        start, end = self.view.range(item)
        if self.view.head(item) in self.words["change-noun"]:
            first = start + is_article(self.view.word(start))
            told = list(changed(self.view, first, end, self.view.owner_in(start, end), item))
            if told:
                return told[0]
        if (foreseen := self.view.foreseen(item)) is not None:
            what = self.view.measured(*foreseen)
            if what.property is not None:
                return Reading(rule, what.property, what.holder)
        start, end = self.view.with_phrases(item)
        if self.view.is_possessive(start):
            whose = self.view.whose(subject) or subject or (start, start + 1)
            what = self.view.measured(start + 1 + (self.view.word(start + 1) == "own"), end)
            if what.property is None:  # it cut its staff by 3%
                return Reading(rule, what.whole, whose)
            return Reading(rule, what.property, what.holder or whose)
        what = self.view.measured(start, end)
        own = moved and self.view.head(item) not in self.words["set-noun"] and what.holder is None
        return Reading(rule, what.property, self.view.whose(subject) if own else what.holder)
