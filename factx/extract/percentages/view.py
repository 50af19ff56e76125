"""The clauses around the figures of a text, each figure one token: subjects, owners and what follows a noun group."""

from __future__ import annotations

from factx import lexicon
from factx.engine.tags import TagSet
from factx.extract.percentages.figure import Range
from factx.extract.percentages.links import links
from factx.extract.percentages.measures import Measured, is_time, measured, names_somebody
from factx.extract.percentages.phrases import is_article
from factx.extract.percentages.spans import compound, joined, reckoned
from factx.extract.percentages.words import CURRENCIES, MOVING, TO, kinds
from factx.syntax import Syntax
from factx.syntax.sentence import Clause
from factx.syntax.words import LETTER
from factx.text.tokens import Tokens

_JOINING = frozenset(["of", "in", "at", "for", "across", "among", "from", "on"])
_NAMELESS = frozenset("it its they them their this that these those which who we our one ones some many".split())
_REFERRING = frozenset(["it", "they", "this", "that", "these"])


ADVERBIAL = frozenset(["last", "this", "next", "far"])
"""Words before a time after a noun: growth so far this year."""
LISTED = frozenset({"noun-group", "comma", "cconj"})
NEAR = 6
"""How far before an infinitive the "for" of its subject may stand."""
_END: TagSet = frozenset({"end"})


class View:
    """A text in which each figure is one token, as items and clauses."""

    def __init__(self, tokens: Tokens) -> None:
        self.syntax = Syntax(tokens)
        self.tokens = tokens
        self.lower = tokens.lower
        items = self.syntax.items
        assert items.origin is not None
        assert items.tags is not None
        self.items = items
        self.tags = [*items.tags, _END, _END, _END]
        self.origin = [*items.origin, *[items.origin[-1]] * 3]
        """Both go on after the last item, so that whoever looks ahead or back finds an end there."""
        self.clauses = self.syntax.clauses
        self.verbs = [clause.verb.start for clause in self.clauses]
        self.number_of = {verb: number for number, verb in enumerate(self.verbs)}
        self.by_verb = dict(zip(self.verbs, self.clauses, strict=True))
        self.by_subject: dict[int, Clause] = {}
        for clause in self.clauses:
            if clause.subject is not None:
                self.by_subject.setdefault(clause.subject.start, clause)
        self.place_of = {start: place for place, start in enumerate(items.origin)}
        for clause in self.clauses:
            if clause.subject is not None and (share := self._share_before(clause)) is not None:
                self.by_subject.setdefault(share, clause)
        self.tagged = links.tagger.tag(items)
        self._subjects: dict[int, Range | None] = {}
        self._owners: dict[Range, Range | None] = {}
        self._measured: dict[Range, Measured] = {}

    def _share_before(self, clause: Clause) -> int | None:
        """The figure that a clause tells of, where its nearest noun is an object: 7% of those given [the drug] died."""
        assert clause.subject is not None
        item = self.place_of.get(clause.subject.start)
        if item is None or "verb-group" not in self.tags[item - 1] or "clause" in self.tags[item - 1]:
            return None
        before = item - 2
        if "relative" in self.tags[before]:
            before -= 1
        elif self.tags[item - 1].isdisjoint({"participle", "ing"}):
            return None
        while "noun-group" in self.tags[before] and self.items.lower[before - 1] == "of":
            before -= 2
        return self.origin[before] if "figure" in self.tags[before] else None

    def item(self, token: int) -> int:
        """The item that a token stands in."""
        while token not in self.place_of:
            token -= 1
        return self.place_of[token]

    def range(self, item: int) -> Range:
        """The tokens of an item."""
        return self.origin[item], self.origin[item + 1]

    def is_share(self, start: int, end: int) -> bool:
        """Whether words are a share: nearly a third, more than half, nine in ten."""
        words, near = lexicon.load("shares")["share-word"], self.lower[max(0, start - 3):end]
        if near[-1:] == ["("] and not {"all", "most"}.isdisjoint(near):
            return True  # nearly all (96%) of them
        nine_in_ten = self.syntax.classes[start] == LETTER["num"] and "in" in near
        return nine_in_ten or not words.keys().isdisjoint(near)

    def is_time(self, where: Range) -> bool:
        """Whether a noun group is a time: the first quarter, June."""
        return "time" in self.tags[self.item(where[1] - 1)] or is_time(self.word(where[1] - 1))

    def owner_in(self, start: int, end: int) -> Range | None:
        """The owner in a noun group, before 's: [Labor]'s 43% target. A pronoun's owner is looked for by the caller."""
        for place in range(start, end):
            if self.tokens[place] in ("'s", "’s", "'", "’"):
                return start, place
        if self.is_possessive(start):
            return self._whose_it_is(start) if self.clause_before(self.item(start)) is not None else (start, start + 1)
        return None

    def _whose_it_is(self, token: int) -> Range | None:
        """Whom "its" at a token stands for: the subject of its clause, or of one that this belongs to."""
        clause = self.clause_before(self.item(token))
        while clause is not None:
            if (whose := self.whose(self.subject(clause))) is not None:
                return whose
            clause = None if clause.parent is None else self.clauses[clause.parent]
        return None

    def after(self, item: int, *prepositions: str) -> Range | None:
        """The noun group that a preposition joins to an item."""
        if self.items.lower[item + 1] not in prepositions:
            return None
        place = item + 2
        if "ing" in self.tags[place]:
            place += 1  # in underlying profits
        return self.range(place) if "noun-group" in self.tags[place] else None

    def word(self, token: int) -> str:
        """A token in lower case; "" after the last one."""
        return self.lower[token]

    def foreseen(self, item: int) -> Range | None:
        """What a forecast at an item is one of: its forecast for [capital growth]."""
        if self.head(item) not in lexicon.load("shares")["forecast-noun"]:
            return None
        what = self.after(item, "for")
        return None if what is None or self.is_time(what) else what

    def head(self, item: int) -> str:
        """The last word of an item, in lower case."""
        return self.word(self.origin[item + 1] - 1)

    def is_possessive(self, token: int) -> bool:
        """Whether a token is its, their, her."""
        return self.word(token) in lexicon.load("shares")["possessive"]

    def is_amount(self, item: int) -> bool:
        """Whether a noun group is so much of another unit: five points, $2."""
        start, end = self.range(item)
        return end - start > 1 and self.syntax.classes[start] == LETTER["num"] and self.word(start + 1) != "-"

    def is_pronoun(self, where: Range) -> bool:
        """Whether a range is a pronoun that names nobody."""
        return where[1] - where[0] == 1 and self.tokens.lower[where[0]] in _NAMELESS

    def clause_before(self, item: int) -> Clause | None:
        """The clause of the last verb before an item, in its sentence."""
        for place in range(item - 1, -1, -1):
            if "end" in self.tags[place]:
                return None
            clause = self.by_verb.get(self.origin[place]) if "verb-group" in self.tags[place] else None
            if clause is not None:
                return clause
        return None

    def subject_before(self, item: int) -> Range | None:
        """The subject of the verb before an item, in its sentence."""
        clause = self.clause_before(item)
        return None if clause is None else self.subject(clause)

    def subject(self, clause: Clause) -> Range | None:
        """The subject of a clause with its of-phrases; of a relative clause what its pronoun stands for."""
        verb = clause.verb.start
        if verb not in self._subjects:
            self._subjects[verb] = self._subject(clause)
        return self._subjects[verb]

    def _subject(self, clause: Clause) -> Range | None:
        group = clause.subject or clause.understood
        if group is None:
            return None
        if (nearest := self._running_at(clause)) is not None:
            return nearest
        verb = self.place_of[clause.verb.start]
        before = self.by_verb.get(self.origin[verb - 1]) if "infinitive" in clause.verb.tags else None
        if before is not None and before.kind == "absolute" and before.subject is not None:
            group = before.subject  # with demand from abroad expected to rise
        if "infinitive" in clause.verb.tags and (foreseen := self._of_forecast(verb)) is not None:
            return foreseen
        item = self.place_of.get(group.start)
        if item is None:
            return group.start, group.end
        item = self.joined_on(item, clause) or self._exemplified(item)
        named: Range | None = None
        if "relative" in group.tags:
            named = self._antecedent(item, many="base" in clause.verb.tags)
        elif group.end - group.start == 1 and self.word(group.start) in _REFERRING:
            named = self._named_before(clause)
        if named is not None:
            return named
        start, end = self.with_phrases(item)
        last = joined(self.items.lower, self.tags, item, verb)
        if last != item and clause.subject is not None:
            end = self.with_phrases(last)[1]  # women and children are 75% of them
        return min(start, self.origin[compound(self.items.lower, self.tags, item)]), end

    def joined_on(self, item: int, clause: Clause) -> int | None:
        """The noun between a figure and a verb that it is no subject of: it is 6% of it, and [the shares] fell."""
        if "figure" not in self.tags[item]:
            return None
        for place in range(item + 1, self.place_of[clause.verb.start] - 2):
            if "comma" in self.tags[place] and "cconj" in self.tags[place + 1]:
                named = "noun-group" in self.tags[place + 2] and "figure" not in self.tags[place + 2]
                return place + 2 if named else None
        return None

    def _running_at(self, clause: Clause) -> Range | None:
        """What is said after a comma to be at a figure: they lag behind inflation, now running at 9%."""
        verb = self.place_of[clause.verb.start]
        if self.items.lower[verb + 1] != "at" or clause.subject is not None:
            return None
        before = verb - 1 - ("adv" in self.tags[verb - 1])
        if "finite" in clause.verb.tags or "comma" not in self.tags[before]:
            return None
        return self.range(before - 1) if "noun-group" in self.tags[before - 1] else None

    def _of_forecast(self, item: int) -> Range | None:
        """The subject that "for" gives the infinitive at an item: its forecast is for [inflation] to be 3%."""
        for place in range(item - 1, max(item - NEAR, 0), -1):
            if self.items.lower[place] == "for":
                if "copula" not in self.tags[place - 1] and self.foreseen(place - 1) is None:
                    return None  # they asked for leave to buy 5%
                return self.with_phrases(place + 1) if "noun-group" in self.tags[place + 1] else None
            if self.tags[place].isdisjoint({"noun-group", "adp"}):
                return None
        return None

    def _exemplified(self, item: int) -> int:
        """The noun that the noun group at an item is an example, number or time of, or the item itself.

        As in [prices] of fruit such as figs and plums; [a population] of 11.4 million; [growth] last year.
        """
        if (place := reckoned(self.items.lower, self.tags, item)) != item:
            return place
        begins = compound(self.items.lower, self.tags, item)
        if begins != item and "adp" in self.tags[begins - 1] and "noun-group" in self.tags[begins - 2]:
            return begins - 2  # deaths among the under-fives
        if "time" in self.tags[item]:
            place -= 1
            while not self.tags[place].isdisjoint({"adv", "adp"}) or self.items.lower[place] in ADVERBIAL:
                place -= 1
            return place if "noun-group" in self.tags[place] else item
        if "num" in self.tags[item] or self.is_amount(item):
            while not {"num", "adv"}.isdisjoint(self.tags[place - 1]) or self.items.lower[place - 1] in CURRENCIES:
                place -= 1
            if self.items.lower[place - 1] != "of":
                return item
        elif (place := self._example(item)) == item:
            return item
        while self.items.lower[place - 1] in _JOINING:
            place -= 2
        return place

    def _example(self, item: int) -> int:
        """What the noun group at an item is an example of, by a "such as" before it and what is joined to it."""
        place = item - 1
        while not self.tags[place].isdisjoint(LISTED) and "figure" not in self.tags[place] and place > 0:
            place -= 1
        such_as = self.items.lower[place] == "as" and self.items.lower[place - 1] == "such"
        before = place - 1 - such_as
        before -= "comma" in self.tags[before]
        return before if such_as else item

    def _antecedent(self, item: int, *, many: bool = False) -> Range | None:
        """The antecedent of a relative pronoun: the noun group before it; a person before "who".

        many: whether its verb is a plural's: [exports] of cocoa, which make up 40% of it.
        """
        before = self._outside_brackets(item - 1)
        while not self.tags[before].isdisjoint({"comma", "adp"}):
            before = self._outside_brackets(before - 1)
        who = self.items.lower[item] == "who"
        things = lexicon.load("shares")["thing-noun"]  # the votes of Lee, who ...
        while self.items.lower[before - 1] == "of" and "noun-group" in self.tags[before - 2] and (
            who and self.head(before - 2) not in things or many
        ):
            before -= 2
        if self.items.lower[before - 1] == "per" or "noun-group" not in self.tags[before] or self.is_amount(before):
            told = self.clause_before(before)  # the volume is 1,800 tonnes per day, which is 20% higher
            if told is not None and "copula" in told.verb.tags:
                return self.subject(told)
        before = self._exemplified(before)  # sales of $5 million last year, which ...
        if who and not self.tags[before - 1].isdisjoint({"dash", "hyphen", "comma"}):
            start, _ = self.range(before)
            if is_article(self.word(start)) and "named" in self.tags[before - 2]:
                before -= 2  # Lee, a teacher, who ...
        return self.range(before) if "noun-group" in self.tags[before] else None

    def _outside_brackets(self, item: int) -> int:
        """The item before the brackets that close at an item, or the item itself: Lee (aged 40), whose ..."""
        if "closing" not in self.tags[item]:
            return item
        opened = (place for place in range(item - 1, -1, -1) if not self.tags[place].isdisjoint({"opening", "end"}))
        return next(opened, 1) - 1

    def referent(self, token: int) -> Range | None:
        """The antecedent of "it", "they" or "its": a subject before it, in its sentence or the one before."""
        if self.is_possessive(token):
            return self._whose_it_is(token)
        clause = self.by_subject.get(token)
        return self._named_before(clause) if clause is not None else None

    def _named_before(self, clause: Clause) -> Range | None:
        """The antecedent of "it": the subject of an earlier clause, in the same sentence or the one before."""
        first, _ = self.tokens.sentence_of(clause.verb.start)
        earliest, _ = self.tokens.sentence_of(first - 2)
        number = self.number_of[clause.verb.start]
        # "Lee said it was 5%": whoever says so is not what "it" is; a firm is that says that it sold something.
        sayer = clause.parent if clause.kind == "complement" and not self._speaks_of_itself(clause) else None
        for place in range(number - 1, -1, -1):
            other = self.clauses[place]
            if other.verb.start < earliest:
                return None
            group = other.subject
            if place == sayer or group is None:
                continue
            many = self.word(clause.subject.start) == "these" if clause.subject is not None else False
            if many and "plural" not in group.tags:
                continue
            if group.tags.isdisjoint({"pron", "figure", "person"}) and group.start in self.place_of:
                return self.with_phrases(self.place_of[group.start])
        return None

    def _speaks_of_itself(self, clause: Clause) -> bool:
        """Whether the "it" of a clause is the firm that says so: Acme said it would sell 5% of its shares."""
        said = None if clause.parent is None else self.clauses[clause.parent].subject
        verb = kinds(self.word(clause.verb.head))
        if said is None or "copula" in clause.verb.tags:
            return False
        behind = self.tags[self.item(clause.verb.end - 1) + 1]  # the bank said it was cutting [its rate]
        if not verb.isdisjoint(MOVING) and "figure" in behind:
            return False
        return names_somebody(self.tokens, said.start, said.end)

    def with_phrases(self, item: int) -> Range:
        """A noun group with the prepositional phrases that follow it."""
        start, end = self.range(item)
        if "time" in self.tags[item]:
            numbers = (at for at in range(start + 1, end) if self.syntax.classes[at] == LETTER["num"])
            return start, next(numbers, end)  # the jobless rate [two years] after it
        place = item + 1
        while self.items.lower[place] in _JOINING and (
            "noun-group" in self.tags[place + 1] and "figure" not in self.tags[place + 1]
        ):
            end = self.range(place + 1)[1]
            place += 2
        if self.word(start) == "those" and "participle" in self.tags[place]:
            end = self.range(place)[1]  # those surveyed
        return start, self._age(place) or end

    def _age(self, place: int) -> int | None:
        """The end of an age that begins at an item: women [over 40], voters [aged 18 to 24]."""
        aged = self.items.lower[place] == "aged"
        bound = place + aged
        place = bound + (self.items.lower[bound] in ("over", "under", "above", "below"))
        if "num" not in self.tags[place] or not aged and place == bound:
            return None
        pair = self.items.lower[place + 1] in (*TO, "and") and "num" in self.tags[place + 2]
        return self.range(place + 2 * pair)[1]

    def measured(self, start: int, end: int) -> Measured:
        """A noun phrase taken apart, which several readings of a figure may ask for."""
        found = self._measured.get((start, end))
        if found is None:
            found = self._measured[start, end] = measured(self.tokens, start, end)
        return found

    def whose(self, subject: Range | None) -> Range | None:
        """The holder that a subject stands for: itself, or its owner; None if it is a thing."""
        if subject is None:
            return None
        groups = lexicon.load("shares")["group-noun"]
        if self.word(subject[0])[:1].isdigit() and self.word(subject[1] - 1) not in groups:
            return None  # it rose 4 crowns
        if subject not in self._owners:
            self._owners[subject] = self.measured(*subject).holder
        return self._owners[subject]

    def taken_apart(self, where: Range) -> Measured:
        """A phrase taken apart; whose "its" is, the clause before tells."""
        start, end = where
        if self.word(start) in ("those", "that") and self.word(start + 1) in _JOINING:
            return self._again(start, end)
        if self.is_possessive(start):
            what = self.measured(start + 1, end)
            if what.property is None:
                return what._replace(holder=where)  # its online arm; his rival Ann Lee
            owner = self.subject_before(self.item(start))
            return what._replace(holder=self.whose(owner) or (start, start + 1))
        if self.word(start) == "whose":
            return self.measured(start + 1, end)._replace(holder=self._antecedent(self.item(start)))
        return self.measured(start, end)

    def _again(self, start: int, end: int) -> Measured:
        """A phrase taken apart in which a pronoun stands for a quantity named before: [those] of the rival."""
        clause = self.by_subject.get(start)
        before = None if clause is None else self._named_before(clause)
        owner = (start + 2, end) if names_somebody(self.tokens, start + 2, end) else None
        named = None if before is None else self.measured(*before).property
        return Measured(named, owner, (start, end))
