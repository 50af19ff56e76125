"""The places where a content may end, and what is observed at each: its mark, what follows and what came before.

lexicon/content-end.txt weighs what is observed; MEANING below says what each name of an observation means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from factx.expressions import compiled
from factx.extract.claims import cues
from factx.extract.claims.reading import Reading
from factx.extract.claims.senses import needs_that
from factx.records import lazy
from factx.syntax import Group
from factx.syntax.sentence import Clause
from factx.syntax.words import LETTER

MEANING: Final = {
    "any": "any place",
    # The mark.
    "comma": "a comma stands here, within the marks of a quotation too",
    "dash": "a dash, a semicolon or an opening bracket stands here",
    "unmarked": "no mark stands here",
    # The word after it.
    "and": "and, so",
    "but": "but, yet",
    "or": "or, nor",
    "contrasting": "while, though, even, despite",
    "time": "when, after, before, until, during, since",
    "reason": "because, if, or a preposition in front of a participle",
    "as": "as",
    "relative": "who, which, where",
    "including": "including, such as, especially",
    "preposition": "another preposition",
    # What begins after that word.
    "new-subject": "a clause with a subject of its own",
    "pronoun": "that subject is he, she, they, we, I",
    "finite": "a finite verb",
    "ing": "a participle in -ing",
    "participle": "a past participle",
    "says": "the verb of what begins may attribute",
    "shared": "the verb has the subject of the cue",
    "same-tense": "the verb has the tense of the cue",
    "of-content": "the clause depends on one of the content",
    "noun": "a noun group, with a verb or without",
    "person": "a person's name",
    "det": "an article or the like",
    "bare-noun": "a noun group that has no verb",
    "words": "neither a verb nor a noun group",
    "list": "soon an and or an or, with no finite verb before it",
    # What follows until the next mark.
    "verb-later": "a finite verb follows",
    "says-later": "a finite verb follows that may attribute",
    # What came before.
    "near": "the content has one or two words so far",
    "third": "two such places or more have been passed",
    "fourth": "three or more",
    "verb-before": "the content has had a finite verb",
    "no-verb-before": "it has had none",
    "quoted": "a quotation is a part of the content",
    "complement-on": "the clause that is the cue's complement goes on",
    "no-complement": "the cue has no clause for its complement",
    # The cue and its content.
    "takes-thing": "the cue takes no clause",
    "saying-cue": "the cue is a participle: saying",
    "relative-cue": "the cue stands in a relative clause",
    "under": "the cue stands in a clause behind when, if, as",
    "asserts": "the cue's stance",
    "accuses": "the cue's stance",
    "supports": "the cue's stance",
    "that": "the content begins with that",
    "to-do": "the content begins with to",
    "clause": "the content is a clause, that or no that",
    "thing": "the content is no clause",
}
"""Each observation in words."""

SAYING: Final = frozenset({"clause", "hearer"})
LEADING: Final = frozenset(
    "when while as if although though because since after before until unless once whereas".split()
)
"""What may open a clause that stands before the main one."""
DASHES: Final = frozenset({"–", "—", "―", "--", "-"})
_CONTRASTING: Final = frozenset("while though although whereas even despite".split())
_TIME: Final = frozenset("when after before until during since".split())
_EXAMPLES: Final = frozenset("including such like especially particularly".split())
_LINKS: Final = {
    "or": "or", "nor": "or", "but": "but", "yet": "but", "as": "as", "that": "",
    **dict.fromkeys(_TIME, "time"), **dict.fromkeys(_CONTRASTING, "contrasting"),
}
"""What words are observed as that link what follows; all others as their class says."""
_WORDS: Final = _CONTRASTING | _TIME | frozenset("and but so yet or as because in on at with".split())
"""The words before which a content may end that have no mark in front."""
_TIMES: Final = frozenset(
    "last this earlier yesterday monday tuesday wednesday thursday friday saturday sunday".split()
)
"""The words that may begin a time without a preposition, where a thing may end that was spoken of then."""
_MARKS: Final = {"comma": "comma", "dash": "dash", "semicolon": "dash", "opening": "dash", "colon": "colon"}
_MARK_LETTERS: Final = frozenset(LETTER[name] for name in _MARKS)
_LETTERS: Final = _MARK_LETTERS | {LETTER[name] for name in ("cconj", "sconj", "wh-adv", "adp", "adv", "ing")}
"""The classes of the tokens that are looked at."""
_PARTING: Final = compiled(f"[{re.escape(''.join(sorted(_MARK_LETTERS)))}]")
_PLACE: Final = compiled(f"[{re.escape(''.join(sorted(_LETTERS)))}]")
_ADVERBS: Final = frozenset({LETTER["adv"], LETTER["negation"]})
_OPENING: Final = {
    "cconj": "and", "relative": "relative", "wh-adv": "relative", "wh-pron": "relative", "sconj": "reason",
    "adp": "preposition",
}
"""What the first word after a place is by its class."""
_PASSED: Final = frozenset({"and", "but", "or", "contrasting", "time", "reason", "relative"})
"""Words after which begins what they bring in."""
_TENSES: Final = frozenset({"past", "present"})
_STANCES: Final = frozenset({"asserts", "accuses", "supports"})
_FEW: Final = 7
"""Tokens in which a subject and its verb of saying stand."""
_NEAR: Final = 3
_LIST: Final = 6


class Place:
    """A place where a content may end, which starts at `start` and ends with its sentence at `end` if nowhere else.

    at: the token that stands here; after: the one after it where it is a mark, else the same; number: of the content's
    places, which this is; mark: the mark that stands here, by its observation.
    """

    def __init__(self, content: Content, at: int, after: int, number: int, mark: str) -> None:
        self._content = content
        self.when = mark == "when"
        """Whether a word stands here that may begin a time: last week."""
        self.reading = content.reading
        self.start = content.start
        self.end = content.end
        self.cue = content.cue
        self.at = at
        self.after = after
        self.number = number
        self.mark = mark
        self.comma = mark == "comma"
        """Whether a comma parts what follows, within the marks of a quotation too."""
        self.link, self.first = content.link(after)
        """The observations about the word after this place; the token after a conjunction and adverbs."""

    @lazy
    def observed(self) -> frozenset[str]:
        """All that is observed here."""
        return self._content.observed(self)

    @lazy
    def says(self) -> bool:
        """Whether after a comma somebody says something else."""
        return self.comma and opens_claim(self.reading, self.first, self.end)


class Content:
    """A content that starts at a token, and reaches to its sentence's end if it ends nowhere before."""

    def __init__(self, reading: Reading, start: int, end: int, cue: int) -> None:
        self.reading = reading
        self.start = start
        self.end = end
        self.cue = cue

    def places(self) -> Iterator[Place]:
        """The places where it may end, in order."""
        reading, number = self.reading, 0
        classes = reading.syntax.classes
        for at in self._looked_at(classes):
            if reading.is_aside(at) or self._is_within(at):
                continue
            mark = self._mark(at)
            if mark is None:
                continue
            after = at + 1 if classes[at] in _MARK_LETTERS else at
            if after >= self.end:
                continue
            number += mark != "when"
            yield Place(self, at, after, number, mark)

    def _is_within(self, at: int) -> bool:
        """Whether a comma stands within a noun group: small[,] modular mills."""
        group = self.reading.groups.around(at) if "comma" in self.reading.kinds[at] else None
        return group is not None and group.kind == "noun" and group.start < at < group.end - 1

    def _looked_at(self, classes: str) -> Iterable[int]:
        """The tokens of the classes before which a content may end, and those after quotations."""
        of_class = (hit.start() for hit in _PLACE.finditer(classes, self.start + 1, self.end))
        behind = [place + 1 for place in self.reading.quotations_in(self.start, self.end - 1)]
        if "thing" in self._constant:
            behind += [place for place in range(self.start + 1, self.end) if self.reading.lower(place) in _TIMES]
        return sorted({*of_class, *behind}) if behind else of_class

    def observed(self, place: Place) -> frozenset[str]:
        """What is observed at a place."""
        found = {"any", place.mark, *self._constant, *place.link, *self._begins(place.first), *self._passed(place)}
        return frozenset(found | self._follows(place.first))

    def _mark(self, at: int) -> str | None:
        """The mark at a token, "unmarked" before a word that needs none; None where no content may end."""
        reading = self.reading
        letter = reading.syntax.classes[at]
        if letter in _MARK_LETTERS:
            return _MARKS[reading.word_class(at)]
        if reading.is_quotation(at - 1) and ends_with_comma(reading.words[at - 1]):
            return "comma"
        if reading.syntax.classes[at - 1] in _MARK_LETTERS:
            return None
        if "thing" in self._constant and reading.lower(at) in _TIMES:
            return "when"
        if letter == LETTER["ing"]:  # defended the plan saying it was good
            joined = reading.syntax.classes[at - 1] == LETTER["cconj"]  # saw him standing and saying
            return "unmarked" if "cue" in reading.kinds[at] and not joined and "thing" in self._constant else None
        before = reading.syntax.classes[at - 1]
        alone = before == LETTER["cconj"] or at == self.start + 1 and before in _ADVERBS  # or even; ever since
        return "unmarked" if reading.lower(at) in _WORDS and not alone else None

    def link(self, after: int) -> tuple[list[str], int]:
        """The kind of the word after a place, and the token at which the part that it introduces begins."""
        reading = self.reading
        word = reading.lower(after)
        name = _LINKS.get(word, _OPENING.get(reading.word_class(after), ""))
        found = [each for each in (name, "including" if word in _EXAMPLES else "") if each]
        first = after + 1 if name in _PASSED or name == "as" and reading.word_class(after) == "sconj" else after
        while first < self.end and reading.syntax.classes[first] in _ADVERBS:
            first += 1
        return found, first

    def _begins(self, first: int) -> set[str]:
        """The kind of part that begins at a token: a clause with a subject, a verb without one, or no clause."""
        reading = self.reading
        clause = reading.syntax.clause_of_subject.get(first)
        if clause is not None and clause.verb.start < self.end:
            found = {"new-subject", *self._clause(clause)}
            if reading.word_class(first) == "subject-pron":
                found.add("pronoun")
        else:
            clause = next(iter(reading.clauses_in(first, first + 1)), None)
            if clause is not None:
                return self._verb(clause)
            found = set()
        group = reading.groups.beginning(first)
        if group is None or group.kind != "noun":
            return found or {"words"}
        found.update(("noun",) if found else ("noun", "bare-noun"))
        found.update(group.tags & {"person"})
        if reading.word_class(first) == "det":
            found.add("det")
        return found

    def _verb(self, clause: Clause) -> set[str]:
        """The observations about a verb that begins after a place."""
        forms = clause.verb.tags & {"finite", "ing", "participle"}
        subject = clause.subject or clause.understood
        shared = subject is not None and subject == self._subject
        return {*forms, *self._clause(clause), *(("shared",) if shared else ())}

    def _clause(self, clause: Clause) -> Iterator[str]:
        """The observations about the verb of a clause."""
        if self._attributes(clause):
            yield "says"
        if self._own is not None and clause.verb.tags & self._own.verb.tags & _TENSES:
            yield "same-tense"
        if clause.parent is not None and self.start <= self.reading.syntax.clauses[clause.parent].verb.start:
            yield "of-content"

    def _follows(self, first: int) -> set[str]:
        """The observations about the words up to the next mark."""
        reading, classes = self.reading, self.reading.syntax.classes
        behind = next_mark(classes, first + 1, self.end)
        finite = [clause for clause in reading.clauses_in(first, behind) if "finite" in clause.verb.tags]
        found = {"verb-later"} if finite else set()
        if any(map(self._attributes, finite)):
            found.add("says-later")
        joined = classes.find(LETTER["cconj"], first + 1, min(first + _LIST, self.end))
        if joined > 0 and not (finite and finite[0].verb.start < joined):
            found.add("list")
        return found

    def _passed(self, place: Place) -> Iterator[str]:
        """What came before a place."""
        yield "verb-before" if self._first_finite < place.at else "no-verb-before"
        if self.reading.quotations_in(self.start, place.at):
            yield "quoted"
        if place.at - self.start < _NEAR:
            yield "near"
        if place.number > 2:
            yield "third"
        if place.number > 3:
            yield "fourth"
        if self._complement is None:
            yield "no-complement"
        elif self._complement.end > place.after:
            yield "complement-on"

    @lazy
    def _first_finite(self) -> int:
        """Where the content's first finite verb begins; its end if it has none."""
        finite = (each.verb for each in self.reading.clauses_in(self.start, self.end) if "finite" in each.verb.tags)
        return next((verb.start for verb in finite), self.end)

    @lazy
    def _own(self) -> Clause | None:
        """The clause of the cue."""
        return self.reading.syntax.clause_of_verb.get(self.cue)

    @lazy
    def _subject(self) -> Group | None:
        return None if self._own is None else self._own.subject or self._own.understood

    @lazy
    def _complement(self) -> Clause | None:
        """The clause that is the cue's complement."""
        reading = self.reading
        for clause in reading.clauses_in(self.cue + 1, self.end):
            if clause.kind == "complement" and clause.parent is not None \
                    and reading.syntax.clauses[clause.parent].verb.head == self.cue:
                return clause
        return None

    @lazy
    def _constant(self) -> set[str]:
        """The observations that are the same at each place: about the cue, and the opening of the content."""
        known, own = cues.verb(self.reading.lower(self.cue)), self._own
        found = {opening(self.reading, self.start, self.end)}
        if known is not None:
            found.update({known.stance} & _STANCES)
            if "clause" not in known.frames:
                found.add("takes-thing")
        if own is not None:
            if "ing" in own.verb.tags:
                found.add("saying-cue")
            if own.kind == "relative":
                found.add("relative-cue")
            elif own.kind == "adverbial" and self.reading.lower(own.start) in LEADING:
                found.add("under")
        return found

    def _attributes(self, clause: Clause) -> bool:
        """Whether a verb may attribute, whatever follows it: "said", but not "considered"."""
        reading, head = self.reading, clause.verb.head
        if "cue" not in reading.kinds[head]:
            return False
        cue = cues.verb(reading.lower(head))
        return cue is None or not needs_that(cue.lemma)


def next_mark(classes: str, start: int, end: int) -> int:
    """The first mark that parts a sentence among the tokens `start` to `end` (exclusive); `end` if there is none."""
    found = _PARTING.search(classes, start, end)
    return found.start() if found else end


def opening(reading: Reading, start: int, end: int) -> str:
    """The opening of a content: that, to, a question, a quotation, a participle; else a clause or a thing."""
    name, word = reading.word_class(start), reading.lower(start)
    if word == "that" and name not in ("adv", "det"):
        return "that"
    if name == "to":
        return "to-do"
    if name in ("wh-adv", "wh-pron", "sconj"):
        return "question"
    if name in ("quotation", "ing"):
        return name
    return "clause" if _begins_clause(reading, start, end) else "thing"


def _begins_clause(reading: Reading, start: int, end: int) -> bool:
    """Whether a content begins with the subject of a clause, or with another part of one before the next mark."""
    own = reading.syntax.clause_of_subject.get(start)
    if own is not None:
        return True
    clauses, classes = reading.syntax.clauses, reading.syntax.classes
    mark = next_mark(classes, start + 1, end)
    return any(
        "finite" in clause.verb.tags and clause.kind in ("main", "complement") and clause.start <= start
        and (clause.parent is None or clauses[clause.parent].verb.start < start)
        for clause in reading.clauses_in(start, mark)
    )


def opens_claim(reading: Reading, start: int, end: int) -> bool:
    """Whether a statement of its own begins at a token: a few words' subject, and a verb of saying."""
    clause = reading.syntax.clause_of_subject.get(start)
    if clause is None or not start < clause.verb.head < min(end, start + _FEW):
        return False
    verb = clause.verb.head
    return "cue" in reading.kinds[verb] and not cues.tags(reading.lower(verb)).isdisjoint(SAYING)


def ends_with_comma(quotation: str) -> bool:
    """Whether a comma stands within the marks at a quotation's end, where it parts the words around: was "mad," and."""
    return quotation.rstrip("\"”’'» ")[-1:] == ","
