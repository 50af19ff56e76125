"""The verbs of a text with who does what they say: their groups and their subjects, as the clauses have them."""

from __future__ import annotations

from factx import lexicon
from factx.extract.claims import cues
from factx.extract.claims.extents import ARTICLES, PORTIONS, phrase
from factx.extract.claims.frames import persons
from factx.extract.claims.kinds import GENITIVE, Kinds
from factx.extract.claims.phrases import before
from factx.extract.claims.reading import Range, Reading
from factx.lexicon.inflection import lemmas
from factx.lexicon.names import look_up
from factx.records import NamedTuple
from factx.syntax import Group
from factx.syntax.sentence import Clause

_CATENATIVE = frozenset({"catenative", "catenative-word"})
_EMPHATIC = frozenset({"both", "all", "each"})
"""Pronouns that stand with a subject: the two have both said."""
_NOBODY = frozenset({"nobody", "none", "following", "anyone", "anybody"})
_OTHERWISE: Kinds = frozenset({"preposition", "determiner", "pronoun"})
"""What an adverb may be too that belongs to no verb."""
_CITING = frozenset({"cite", "quote"})
_FAR = 40
"""Tokens after a cue in which its content's verb stands."""
_SEEING = frozenset("see watch let make help have".split())
"""Verbs with an object and what it does in the base form."""
_HAVING = frozenset("have get give want".split())
_MEANS = frozenset({"is", "isn't", "not", "'s"})
_AMOUNTS = frozenset("some any no more little much final".split())
_AWAITED = frozenset({"expected", "scheduled", "slated", "tipped"})
"""Participles that tell what somebody will do."""
UNSAID = frozenset({"without", "worth", "beyond"})
"""In front of a participle that nobody has for a predicate: without saying why, it is worth mentioning that."""


class Predicate(NamedTuple):
    """A cue's verb group, with what belongs to it in front: refused to say, also said."""

    start: int
    cue: int
    infinitive: bool
    """To say: no finite verb in the group, so its subject is the clause's."""
    participle: bool
    """Saying: the same."""
    passive: bool
    helped: bool
    """Whether it has an auxiliary, or a verb that takes an infinitive."""
    clause: Clause
    """The clause of the first verb in the group."""


class Source(NamedTuple):
    """A source; `inherited` where it is that of another clause: ", adding that"."""

    range: Range
    inherited: bool = False


class Predicates:
    """The predicates of a reading, and the noun phrases that are their subjects."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @property
    def _clauses(self) -> dict[int, Clause]:
        return self.reading.syntax.clause_of_verb

    @property
    def _own(self) -> dict[int, Clause]:
        return self.reading.syntax.clause_of_subject

    def at(self, cue: int) -> Predicate | None:
        """The predicate whose last verb is the token `cue`; None where that is no verb."""
        clause = self._clauses.get(cue)
        if clause is None:
            return None
        tags = clause.verb.tags
        if self._is_seen(clause) or self._is_noun(cue) or "ing" in tags and self.reading.kinds[cue - 1] >= GENITIVE:
            return None  # the bureau's finding that it was late
        infinitive = "infinitive" in tags
        helped = cue > clause.verb.start
        if not helped and ("participle" in tags and self._is_reduced(clause, cue) or self._is_led(clause)):
            return None
        start = self._with_adverbs(clause.verb.start)
        if infinitive and (governing := self._governing(start)) is not None:
            clause, start = governing, self._with_adverbs(governing.verb.start)
            infinitive = "infinitive" in clause.verb.tags
        participle = not infinitive and "finite" not in clause.verb.tags
        return Predicate(start, cue, infinitive, participle, "passive" in tags, helped, clause)

    def _is_reduced(self, clause: Clause, cue: int) -> bool:
        """Whether a participle is short for a passive: when asked about it; with more [expected]; but as reported."""
        lower = self.reading.lower
        if clause.subject is None:
            return lower(cue - 1) != "as"
        return lower(clause.subject.start - 1) == "with"

    def _is_led(self, clause: Clause) -> bool:
        """Whether a past form has no subject after what opens its clause: when [asked] which one she meant."""
        return "past" in clause.verb.tags and self.reading.lower(clause.verb.start - 1) == "when"

    def _is_seen(self, clause: Clause) -> bool:
        """Whether a base form tells what its subject was seen or made to do: a visit that saw both sides discuss it."""
        if "base" not in clause.verb.tags or clause.subject is None:
            return False
        seeing = self.reading.groups.before(clause.subject.start)
        if seeing is None or seeing.kind != "verb":
            return False
        verb = self.reading.lower(seeing.head)
        cue = cues.verb(verb)
        return not _SEEING.isdisjoint([cue.lemma] if cue else lemmas(verb))

    def _is_noun(self, at: int) -> bool:
        """Whether "say" is what somebody has, or what something means: has some say in the matter; that is to say."""
        reading = self.reading
        if reading.lower(at) != "say":
            return False
        if reading.lower(at - 1) == "to" and reading.lower(at - 2) in _MEANS:
            return True
        if reading.lower(at - 1) not in _AMOUNTS:
            return False
        return not _HAVING.isdisjoint(lemmas(reading.lower(at - 2)))

    def _with_adverbs(self, start: int) -> int:
        kinds, reading = self.reading.kinds, self.reading
        while ("adverb" in kinds[start - 1] and not kinds[start - 1] & _OTHERWISE
               or reading.lower(start - 1) in _EMPHATIC and start > 1):
            start -= 1
        return start

    def _governing(self, to: int) -> Clause | None:
        """The clause whose verb, just in front, takes the infinitive that begins at `to`: refused, went on."""
        before = to - 1
        if self.reading.lower(before) == "on":
            before -= 1
        if self.reading.lower(before) in _AWAITED:
            return self._clauses.get(before)  # is expected to say
        if cues.tags(self.reading.lower(before)).isdisjoint(_CATENATIVE):
            return None
        clause = self._clauses.get(before)
        if clause is not None:
            return clause
        # is right to note
        clause = self._clauses.get(self._with_adverbs(before) - 1)
        return clause if clause is not None and "copula" in clause.verb.tags else None

    def complement(self, predicate: Predicate) -> int | None:
        """The start of the clause that is a predicate's content; None if it has none."""
        clauses = self.reading.syntax.clauses
        for clause in self.reading.clauses_in(predicate.cue + 1, predicate.cue + _FAR):
            parent = clause.parent if clause.kind == "complement" else None
            if parent is not None and clauses[parent].verb.head == predicate.cue \
                    and not cues.tells(self.reading.lower(clause.start - 1)):
                return clause.start
        return None

    def source(self, predicate: Predicate, last: Range | None) -> Source | None:
        """The source that is a predicate's subject and stands before it; None if there is none.

        last: the source of the sentence's statement before, which a verb without a subject of its own has too.
        """
        if predicate.participle and not predicate.helped:
            front = self.reading.lower(predicate.start - 1)
            if front in UNSAID or front == "it" or front == "in" and self._is_deed(predicate.cue):
                return None  # finds it challenging to provide for them
            if front == "for" and (blamed := self._blamed(predicate.start - 1)) is not None:
                return Source(blamed)
        clause = predicate.clause
        if predicate.infinitive and self._is_fit_for(predicate.start):
            return None
        own = self._for(predicate) or self._modified(predicate)
        if own is not None:
            return Source(own)
        inherited = clause.subject is None or self.is_shared(predicate)
        if inherited and last is not None:
            return Source(last, inherited=True)
        return self._own_source(predicate, inherited=inherited)

    def _own_source(self, predicate: Predicate, *, inherited: bool) -> Source | None:
        """The subject of a predicate, or the name in front of it; `inherited` where another clause has it too."""
        clause = predicate.clause
        subject = self._outside(predicate, clause.subject or clause.understood)
        timed = subject is not None and "time" in subject.tags and self.reading.lower(subject.head) not in PORTIONS
        if "finite" in clause.verb.tags and (subject is None or timed):
            named = self._named_before(predicate.start)
            return None if named is None else Source(named)
        if subject is None or subject.start > predicate.start:
            return None
        found = self._whole(predicate, self._resumed(subject, predicate.start), inherited=inherited)
        return None if found is None else Source(found, inherited)

    def _whole(self, predicate: Predicate, subject: Group, *, inherited: bool) -> Range | None:
        """A subject with all that belongs to it; None where it is nobody."""
        word = self.reading.lower(subject.head)
        if "relative" in subject.tags:
            antecedent = self._antecedent(predicate, subject.start) if word == "that" else subject.start
            return None if antecedent is None else (antecedent, subject.start if word == "that" else subject.end)
        if word in _NOBODY or self.reading.lower(subject.head - 1) == "no" or self._is_maker(predicate, subject):
            return None
        verb = self._own.get(subject.start, predicate.clause).verb
        if inherited and predicate.infinitive and "passive" in verb.tags:
            return None  # a march was planned to highlight it
        if inherited and self._is_done(predicate, subject, verb):
            return None
        end = max(self._with_adverbs(verb.start), subject.end) if verb.start > subject.start else subject.end
        if subject.end <= predicate.start < end and predicate.participle:
            end = predicate.start  # a letter [claiming] that it was over was sent
        return phrase(self.reading, subject, end)

    def _is_done(self, predicate: Predicate, subject: Group, verb: Group) -> bool:
        """Whether a participle tells what others do with a thing: a permit was given, [rejecting a report]."""
        head = self.reading.lower(subject.head)
        able = subject.tags & {"person", "subject", "named", "relative"} or head in persons()
        return predicate.participle and "passive" in verb.tags and not able and "medium" not in cues.tags(head)

    def _antecedent(self, predicate: Predicate, that: int) -> int | None:
        """The start of what "that" stands for: [a group of former soldiers] that opposes the war."""
        start = before(self.reading, that)
        group = self.reading.groups.before(that)
        while group is not None and "plural" in group.tags \
                and self.reading.word_class(predicate.clause.verb.start) in ("third", "aux-third"):
            start = before(self.reading, group.start - 1) if self.reading.word_class(group.start - 1) == "adp" else None
            group = self.reading.groups.before(group.start - 1)
        return start

    def _is_maker(self, predicate: Predicate, subject: Group) -> bool:
        """Whether a participle tells by whom a work is: the [Ann Lee directed] “Long Night”."""
        named = "person" in self.reading.kinds[subject.start + 1] and subject.end == subject.start + 2
        return named and self.reading.lower(subject.start) in ("the", "a", "an") \
            and self.reading.is_quotation(predicate.cue + 1)

    def is_shared(self, predicate: Predicate) -> bool:
        """Whether the subject of a predicate is that of a verb before it too."""
        subject = predicate.clause.subject
        own = predicate.clause if subject is None else self._own.get(subject.start, predicate.clause)
        return own.verb.start < predicate.start

    def _named_before(self, end: int) -> Range | None:
        """A name right before a verb, with its title, where no comma sets it off from the noun before.

        At a meeting in Rabat [Mayor Ann Lee] said.
        """
        reading = self.reading
        aged = [reading.word_class(place) for place in range(max(0, end - 3), end)] == ["comma", "num", "comma"]
        last = end - 3 if aged else end  # Ann Lee, 54, said
        if not aged and "comma" in reading.kinds[end - 1] and self._opens(end - 1):
            last = end - 1  # Ann Lee, hopes that it rains
        group = reading.groups.before(last)
        if group is None or reading.tokens.marked.get(group.end - 1) != "person":
            return None
        start = reading.titled(group.end - 1)
        if reading.word_class(start - 1) == "adp" and look_up("places", reading.lower(start)):
            start += 1  # in Leeds Mayor Ann Lee said
        return start, end - 1 if aged else last

    def _opens(self, comma: int) -> bool:
        """Whether nothing but a name stands in a sentence before a comma."""
        group = self.reading.groups.before(comma)
        return group is not None and group.start == self.reading.tokens.sentence_of(comma)[0]

    def _for(self, predicate: Predicate) -> Range | None:
        """Who stands in front of an infinitive, after "for": it took a year for [the clerks] to conclude."""
        group = self.reading.groups.before(predicate.start) if predicate.infinitive else None
        if group is None or "time" in group.tags or self.reading.lower(group.start - 1) != "for":
            return None
        return group.start, group.end

    def _is_fit_for(self, to: int) -> bool:
        """Whether an infinitive tells what would be good: it is important for the clerks [to remember] that."""
        group = self.reading.groups.before(to)
        if group is None or self.reading.lower(group.start - 1) != "for":
            return False
        return self.reading.word_class(group.start - 2) == "adj" or self.reading.lower(group.start - 2) == "only"

    def _is_deed(self, at: int) -> bool:
        """Whether a participle is of a verb that takes no clause: their part in [backing] the rebels."""
        cue = cues.verb(self.reading.lower(at))
        return cue is not None and cue.frames.isdisjoint({"clause", "hearer", "order"})

    def _blamed(self, at: int) -> Range | None:
        """The object in front of "for" and a participle, if it can speak: arrested [a student] for questioning it."""
        group = self.reading.groups.before(at - 1 if "comma" in self.reading.kinds[at - 1] else at)
        if group is None:
            return None
        described = self._described_before(group)
        first = group if described is None else described
        able = not group.tags.isdisjoint({"person", "object"}) \
            or any(self.reading.lower(each.head) in persons() for each in (group, first))
        return (first.start, group.end) if able and self._is_object(first) else None

    def _described_before(self, group: Group) -> Group | None:
        """The noun group that a name between commas is put to: [a student], Tom Hall,"""
        before = self.reading.groups.before(group.start - 1)
        parted = "comma" in self.reading.kinds[group.start - 1]
        return before if parted else None

    def _is_object(self, group: Group) -> bool:
        """Whether a noun group stands just after a verb."""
        verb = self.reading.groups.before(group.start)
        return verb is not None and verb.head in self._clauses

    def _outside(self, predicate: Predicate, subject: Group | None) -> Group | None:
        """Whose participle stands after a comma, and not whose verb the relative clause before that comma has.

        [The firm] did more than what it had to, [challenging] others.
        """
        own = None if subject is None or not predicate.participle else self._own.get(subject.start)
        kinds = self.reading.kinds
        if own is None or not self._is_relative(own) or own.parent is None \
                or "comma" not in kinds[predicate.start - 1] or "comma" in kinds[own.start - 1]:
            return subject
        around = self.reading.syntax.clauses[own.parent]
        return around.subject or around.understood or subject

    def _is_relative(self, clause: Clause) -> bool:
        """Whether a clause is relative, though "that" may pass for a conjunction: a show that the town has given."""
        that = clause.kind == "adverbial" and self.reading.lower(clause.start) == "that"
        return clause.kind == "relative" or that

    def _modified(self, predicate: Predicate) -> Range | None:
        """The object in front of a participle, if it can speak: debunked [a post] claiming that it was late."""
        noun = predicate.clause.understood
        if not predicate.participle or predicate.helped or noun is None:
            return None
        front = self.reading.groups.before(predicate.start)
        if front is not None and self.reading.lower(front.head) in lexicon.load("claims")["gathering"]:
            return front.start, front.end
        if front is not None and self._is_met(front, predicate.start):
            return front.start, front.end
        if noun.end != predicate.start or noun.start in self._own:
            return None
        word = self.reading.lower(noun.head)
        new = "plural" in noun.tags or self.reading.lower(noun.start) in ARTICLES  # not: denied the report saying
        return (noun.start, noun.end) if new and (word in persons() or "medium" in cues.tags(word)) else None

    def _is_met(self, noun: Group, start: int) -> bool:
        """Whether a noun right before a participle is an object that speaks: met [a man] saying so; cited [a poll]."""
        verb = self.reading.groups.before(noun.start)
        if noun.kind != "noun" or noun.end != start or verb is None or verb.end != noun.start or verb.kind != "verb" \
                or self.reading.lower(noun.start) not in ARTICLES and "plural" not in noun.tags:
            return False
        word = self.reading.lower(noun.head)
        cites = not _CITING.isdisjoint(lemmas(self.reading.lower(verb.head)))
        return word in persons() or cites and "finding-source" in cues.tags(word)

    def _resumed(self, subject: Group, verb: int) -> Group:
        """The true subject of a verb after a comma, where the noun taken for it stands in an aside.

        [Ann Lee], whose firm wants a tax, will claim; [Ann Lee], head of a school, a group which grows, says; and where
        that noun is the object of a participle in front: Giving a talk, [her aunt and uncle] said.
        """
        reading = self.reading
        opens = reading.tokens.sentence_of(subject.start)[0]
        if (doing := self._behind_participle(subject, opens, verb)) is not None:
            return doing
        if "comma" not in reading.kinds[verb - 1] or "person" in subject.tags:
            return subject
        first = reading.groups.around(opens)
        return first if first is not None and self._is_apart(first, subject, verb) else subject

    def _behind_participle(self, thing: Group, opens: int, verb: int) -> Group | None:
        """The noun group after a comma, where a participle that opens the sentence takes the thing in front of it."""
        groups, kinds = self.reading.groups, self.reading.kinds
        giving = groups.before(thing.start)
        if giving is None or "ing" not in giving.tags or (giving.start, giving.end) != (opens, thing.start):
            return None
        behind = (groups.beginning(place + 1) for place in range(thing.end, verb - 1) if "comma" in kinds[place])
        return next((group for group in behind if group is not None and group.kind == "noun"), None)

    def _is_apart(self, first: Group, subject: Group, verb: int) -> bool:
        """Whether a person opens a sentence, and a noun in front of a verb stands after a comma and a relative."""
        kinds = self.reading.kinds
        whose = self.reading.lower(first.end + 1) == "whose"
        if not (whose or "person" in first.tags) or first.end >= subject.start or "comma" not in kinds[first.end]:
            return False
        relative = self.reading.find({"relative"}, first.end, verb)
        parted = bool(kinds[subject.start - 1] & {"comma", "relative"})
        return relative is not None and (parted or relative == first.end + 1)
