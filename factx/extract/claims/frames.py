"""Whether a cue verb speaks: it does with its frame filled, which is read from the groups and clauses around it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from factx import lexicon
from factx.extract.claims import cues
from factx.extract.claims.cues import Cue
from factx.extract.claims.kinds import FINITE, Kinds
from factx.extract.claims.layers import FINITE_FORMS
from factx.extract.claims.reading import Range, Reading
from factx.extract.claims.senses import senses
from factx.lexicon.inflection import lemmas
from factx.syntax import Group
from factx.syntax.sentence import Clause
from factx.syntax.words import classes

_THINGS = frozenset({"this", "these", "that", "there", "those"})
"""Pronouns that are nobody."""
_QUESTIONS = frozenset("what who whom whose where how why which".split())
_CLAUSE = ("clause", False)
_OPENS_CLAUSE: Kinds = frozenset({"that", "subject-pronoun", "subordinator"})
_LYING = frozenset({"situated", "located", "built", "based"})
"""Participles that tell where something is, and not what it is called."""
_SURELY_CLAUSE: Kinds = frozenset({"that", "subject-pronoun"})
_MAY_PART: Kinds = frozenset({
    "preposition", "relative", "subordinator", "that", "ing", "comma", "past", "present", "stop", "quotation",
})
"""What may stand between a thing and a verb that is not its own."""
_TELLING = frozenset({"that", "which", "showing", "saying", "suggesting"})
"""What brings in the words of a report that is cited."""
_ON_WHAT = frozenset({"on", "over", "about", "to"})
_FAR = 12
"""Tokens behind a person in which stands on what that one is challenged."""
_ABOUT_CLAUSE = frozenset("everything anything something nothing all way time thing things".split())
"""What a clause without "that" may belong to, whose subject follows at once: in everything he does."""
_QUALITIES = frozenset("J#")
_POINTING = frozenset({"this", "that", "her"})
"""Words that may be one with the article of what they are called: her [a friend]."""
_NAMING_ARTICLES = frozenset({"a", "an"})
_MARKS = frozenset({"as", "‘", "'"})
"""What a name or a quality begins with, beside those in quotation marks."""


class Frames:
    """The verbs of a text in their clauses."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def speaks(
        self, cue: Cue, at: int, within: Range, source: Range | None, content: Range, *, governed: bool = False
    ) -> bool:
        """Whether the source and the content of the verb at the token `at` are what its sense asks for.

        within: the sentence; all ranges are tokens of the reading; governed: the content is that of a preposition.
        """
        if cue.lemma == "claim" and self._head(content) in lexicon.load("claims")["toll"]:
            return False
        asked = self._asked(cue, content, governed=governed)
        if asked is None or "capital" in self.reading.kinds[at] and at > within[0]:  # headlines
            return True
        if "mind" in cue.frames and (known := self._is_known(cue, at, source, content)) is not None:
            return known
        wanted, somebody = asked
        if somebody and source is not None and not self._can_speak(source):
            return False
        if wanted == "naming":
            return self._names(at, source, content, governed=governed)
        if wanted == "done" and governed:
            return True  # advised against travel
        return self._is_wanted(wanted, cue, content, behind=content[0] > at)

    def _is_known(self, cue: Cue, at: int, source: Range | None, content: Range) -> bool | None:
        """Whether a verb of knowing tells what is known, by its source or its content; None where neither decides."""
        behind = content[0] > at
        if "to" in cue.frames and self._is_ordered(content):
            return True  # she expects him to leave
        if source is not None and self._finds(source):
            return True
        return False if behind and self.reading.lower(content[0]) in _QUESTIONS else None  # found out where he lived

    def _asked(self, cue: Cue, content: Range, *, governed: bool) -> tuple[str, bool] | None:
        """The content that a verb must have to speak, and whether a person must say it; None if it always speaks."""
        asked = senses().get(cue.lemma)
        thing = governed or "thing" in cue.frames or "clause" not in cue.frames
        return _CLAUSE if asked is None and not thing and not self._may_be_clause(content) else asked

    def _names(self, at: int, source: Range | None, content: Range, *, governed: bool) -> bool:
        """Whether a verb that gives a name does so: called it a farce; but a show called "The Hill"."""
        before = self._is_named_before(source)
        if before and self._is_name(content):
            return False  # the land we call Lund
        if content[0] == at + 1 and self.reading.is_quotation(content[0]) and not before:
            return False
        return governed or source is not None and (content[0] < at or before or self._is_naming(content))

    def _is_wanted(self, wanted: str, cue: Cue, content: Range, *, behind: bool) -> bool:
        """Whether a content is of the sort that the verb's sense asks for; `behind` where it stands after the verb."""
        kind = self.reading.kinds[content[0]]
        if not wanted or "quotation" in kind and not ("nominal" in kind and "mind" in cue.frames):
            return True
        if wanted == "that":
            return bool(kind & _SURELY_CLAUSE) or behind and cue.lemma == "see" and self._is_seen_as(content)
        if wanted == "as":
            return behind and self._is_seen_as(content)
        if wanted == "matter":
            return self._is_matter(content) or bool(kind & {"that", "subordinator"})  # the lawyer questioning him left
        if wanted == "blamed" and not behind:
            return True  # was charged with theft
        return wanted != "clause" and self._fits(wanted, content) or self._is_clause(content)

    def has_clause(self, words: Range) -> bool:
        """Whether there is a clause among the words after a verb that can be what was said."""
        return self._is_finite(words) and self._holds_clause(words)

    def explains(self, noun: int, that: int) -> bool:
        """Whether "that" after a noun begins a clause that tells its content: "the claim that he left"."""
        inner = next((each for each in self.reading.clauses_behind(that + 1) if each.subject), None)
        if inner is None or inner.subject is None or inner.kind == "relative" or inner.subject.start < that:
            return False
        verb = self.verb_of(noun)
        return verb is None or verb > inner.verb.end

    def verb_of(self, noun: int) -> int | None:
        """The start of the verb group whose subject a noun is."""
        for clause in self.reading.clauses_behind(noun):
            if clause.subject is not None and clause.subject.start <= noun < clause.subject.end <= clause.verb.start:
                return clause.verb.start
        return None

    def main_clause(self, within: Range) -> tuple[Range | None, Range] | None:
        """The subject and the verb group of the last main clause among some words."""
        # A base form is less sure to be a verb: the following comment.
        finite = [clause for clause in self.reading.clauses_in(*within) if "finite" in clause.verb.tags]
        finite = [clause for clause in finite if "base" not in clause.verb.tags] or finite
        clause = next((each for each in reversed(finite) if each.kind == "main"), finite[-1] if finite else None)
        if clause is None:
            return None
        subject = clause.subject or clause.understood
        return subject and (subject.start, subject.end), (clause.verb.start, clause.verb.end)

    def _is_named_before(self, source: Range | None) -> bool:
        """Whether what is called so stands in front of the source: what she calls a farce."""
        if source is None:
            return False
        before = self.reading.kinds[source[0] - 1]
        # whether he would call her
        asked = "subordinator" in before and self.reading.lower(source[0] - 1) not in _QUESTIONS
        return bool(before & {"relative", "subordinator", "nominal"}) and not asked

    def _is_clause(self, content: Range) -> bool:
        """Whether a content is a clause: it has a finite verb with a subject of its own."""
        kinds = self.reading.kinds
        if kinds[content[0]] & _OPENS_CLAUSE or self.has_verb_quoted(content):
            return True
        if not self._may_be_clause(content):
            return False
        for place in range(content[0] + 1, content[1]):
            kind = kinds[place]
            if "auxiliary" in kind:
                return True
            if kind & _MAY_PART:
                break
        return self._is_finite(content) and self._holds_clause(content)

    def has_verb_quoted(self, content: Range) -> bool:
        """Whether a quotation begins with the verb of a content's first noun: his side "deserved more"."""
        noun = self.reading.groups.beginning(content[0])
        if noun is None or noun.end >= content[1] or "quotation" not in self.reading.kinds[noun.end]:
            return False
        first = self.reading.words[noun.end].lower().strip("\"“”„'‘’«» ").partition(" ")[0]
        return classes(first)[:1] in FINITE_FORMS

    def _may_be_clause(self, content: Range) -> bool:
        """Whether a content has a finite verb that is not of a clause which tells of its first noun: the way he ran."""
        if not self._is_finite(content):
            return False
        first = self.reading.groups.beginning(content[0])
        inner = self.reading.syntax.clause_of_subject.get(first.end) if first is not None else None
        if inner is None or inner.subject is None or not self._is_behind_pronoun(inner.subject):
            return True
        return any("finite" in clause.verb.tags for clause in self.reading.clauses_in(inner.verb.end, content[1]))

    def _is_finite(self, content: Range) -> bool:
        """Whether a content may have a finite verb after its first word."""
        return any(kind & FINITE for kind in self.reading.kinds[content[0] + 1 : content[1]])

    def _holds_clause(self, content: Range) -> bool:
        start, end = content
        return any(self._is_impersonal(clause) for clause in self.reading.clauses_in(start + 1, end)) or any(
            clause.subject is not None and start <= clause.subject.start and clause.verb.start < end
            and not self._is_added(clause.subject, start) and not self._is_behind_pronoun(clause.subject)
            and self._is_said(clause, start)
            and not ("base" in clause.verb.tags and self._is_object(clause.subject))
            for clause in self.reading.clauses_in(start, end)
        )

    def _is_impersonal(self, clause: Clause) -> bool:
        """Whether a clause has "it" for what follows, which counts as no subject: it is illegal to sell it."""
        it = self.reading.word_class(clause.verb.start - 1) in ("it", "expletive")
        return it and clause.subject is None and clause.kind == "main" and "copula" in clause.verb.tags

    def _is_said(self, clause: Clause, start: int) -> bool:
        """Whether a clause is the content that starts at a token, and not within a noun: read a book [that says so]."""
        if clause.kind != "complement":
            return clause.kind == "main"
        if clause.start > start and self.reading.lower(clause.start) in ("when", "where"):
            return False  # showed no signs of it when he left
        parent = None if clause.parent is None else self.reading.syntax.clauses[clause.parent]
        return parent is None or parent.verb.start < start or parent.kind in ("main", "complement")

    def _is_added(self, subject: Group, start: int) -> bool:
        """Whether a clause stands after a thing and "and": kept its shop [and it grew]."""
        at = subject.start - 1
        return at > start and "conjunction" in self.reading.kinds[at] \
            and not self.reading.clauses_in(start, at)

    def _is_behind_pronoun(self, subject: Group) -> bool:
        """Whether a subject stands after what its clause is about: everything [he] does, the way [she] runs."""
        before = self.reading.groups.before(subject.start)
        return before is not None and self.reading.lower(before.head) in _ABOUT_CLAUSE

    def _is_object(self, group: Group) -> bool:
        """Whether a noun group stands after a verb that is not finite: helping nurses [see]."""
        before = self.reading.groups.before(group.start)
        return before is not None and not before.tags.isdisjoint({"ing", "infinitive"})

    def _finds(self, source: Range) -> bool:
        """Whether a source publishes what it finds: a study, a court."""
        return any("finding-source" in cues.tags(self.reading.lower(place)) for place in range(*source))

    def is_thing(self, source: Range) -> bool:
        """Whether a source is surely nobody: a common noun for no person, no group of people and nothing written."""
        group = self.reading.groups.around(source[0])
        if group is None or self.reading.word_class(source[0]) != "det" \
                or not group.tags.isdisjoint({"person", "named", "subject", "plural"}):
            return False
        head = self.reading.lower(group.head)
        return head not in persons() and head not in _sources() and "medium" not in cues.tags(head)

    def _can_speak(self, source: Range) -> bool:
        """Whether a source can be somebody: no pronoun for a thing, no number."""
        if self.reading.lower(source[1] - 1) in lexicon.load("claims")["force"]:
            return False
        if source[1] - source[0] > 1:
            return True
        if self.reading.lower(source[0]) in _THINGS:
            return False
        return self.reading.groups.around(source[0]) is not None

    def _is_name(self, content: Range) -> bool:
        """Whether a content is a name and nothing more."""
        return content[1] == content[0] + 1 and "capital" in self.reading.kinds[content[0]]

    def _is_naming(self, content: Range) -> bool:
        """Whether a content is somebody or something, and what it is called: the plan reckless, him a liar."""
        groups = self.reading.groups.between(*content)
        if not groups or groups[0].kind != "noun":
            return False
        if any("quotation" in kind for kind in self.reading.kinds[content[0] + 1 : content[1]]):
            return True
        reached = groups[0].end
        alone = content[0] if self.reading.lower(content[0]) in _POINTING else reached - 1
        if self.reading.lower(alone + 1) in _NAMING_ARTICLES and self.reading.groups.beginning(alone + 1) is None:
            return True  # himself a liberal; this a farce
        for group in groups[1:]:
            if self._has_quality(reached, group.start):
                return True
            joined = not self._between(reached, group.start)
            if joined and (named := self._is_name_of(groups[0], group)) is not None:
                return named
            if group.kind == "verb":
                return False
            reached = group.end
        return self._has_quality(reached, content[1])

    def _between(self, start: int, end: int) -> str:
        """The classes of the words between two groups, without adverbs and clitics."""
        return self.reading.syntax.classes[start:end].lstrip("Rs")

    def _has_quality(self, start: int, end: int) -> bool:
        """Whether what something is called stands between two groups: an adjective, "as"."""
        return self._between(start, end)[:1] in _QUALITIES or self.reading.lower(start) in _MARKS

    def _is_name_of(self, first: Group, group: Group) -> bool | None:
        """Whether a group at once after another is what that one is called; None where that is not sure yet."""
        if "person" in group.tags and "person" not in first.tags:
            return False  # called the mayor Ann Lee
        if group.kind == "noun" or not group.tags.isdisjoint({"participle", "past"}):
            return "time" not in group.tags and self.reading.lower(group.start) not in _LYING
        return None

    def _fits(self, wanted: str, content: Range) -> bool:
        """Whether a content is a thing of the kind that is wanted."""
        asked: dict[str, Callable[[Range], bool]] = {
            "matter": self._is_matter, "dared": self._is_dared, "grounds": self._is_grounds, "judged": self._is_judged,
            "likened": self._is_likened, "blamed": self._is_somebody, "doing": self._is_doing,
        }
        if wanted in asked:
            return asked[wanted](content)
        return wanted == "done" and self._is_ordered(content) or self._head(content) in _nouns(wanted)

    def _is_grounds(self, content: Range) -> bool:
        """Whether a content is a thing that can be challenged, and nobody who makes statements."""
        return self._is_matter(content) and not self._is_source(content)

    def _is_judged(self, content: Range) -> bool:
        """Whether a content is what is condemned, and not who is condemned to something: condemned them to die."""
        groups = self.reading.groups.between(*content)
        planned = len(groups) > 1 and "infinitive" in groups[1].tags and self._is_matter(content)
        return planned or not self._is_sent(content)  # condemned the plan to ban it

    def _is_likened(self, content: Range) -> bool:
        """Whether a content is something and what it is like: not "compared to last year"."""
        return self._is_sent(content) and "time" not in self.reading.groups.between(*content)[-1].tags

    def _is_seen_as(self, content: Range) -> bool:
        """Whether a content is something and what it is taken for: the cut as a punishment, the law as unfair."""
        groups = self.reading.groups.between(*content)
        end = groups[0].end if groups and groups[0].kind == "noun" and groups[0].start == content[0] else content[1]
        if end + 1 >= content[1] or self.reading.lower(end) != "as":
            return False
        return self.reading.lower(end + 1) in ("a", "an") or self.reading.word_class(end + 1) == "adj"

    def _is_somebody(self, content: Range) -> bool:
        """Whether a content is a person, a group of people or a name."""
        groups = self.reading.groups.between(*content)
        able = bool(groups) and not groups[0].tags.isdisjoint({"person", "object", "named"})
        return able or self._head(content) in persons()

    def _is_doing(self, content: Range) -> bool:
        """Whether a content is somebody and what that one is doing, or what the source was doing."""
        groups = self.reading.groups.between(*content)
        return any("ing" in group.tags for group in groups[:2])

    def _is_ordered(self, content: Range) -> bool:
        """Whether a content is somebody and what that one is to do."""
        groups = self.reading.groups.between(*content)
        return any("infinitive" in group.tags for group in groups[1:3])

    def _is_matter(self, content: Range) -> bool:
        """Whether a content is no person: she dismissed the idea, but dismissed her cook."""
        groups = self.reading.groups.between(*content)
        if not groups or any(self.reading.lower(place) == "as" for place in range(*content)):
            return True
        return groups[0].tags.isdisjoint({"person", "object", "subject"}) and self._head(content) not in persons()

    def _is_dared(self, content: Range) -> bool:
        """Whether a content is no person whose place is sought: challenged him on it; no: him for his seat."""
        groups, lower = self.reading.groups.between(*content), self.reading.lower
        if self._is_matter(content):
            return True
        first = groups[0].end
        if any(lower(place) in _ON_WHAT for place in range(first, min(content[1], first + _FAR))):
            return True
        return self.reading.word_class(content[0] - 1) in ("past", "third") and lower(first) not in ("for", "in")

    def _is_source(self, content: Range) -> bool:
        """Whether a content only names what makes statements: the Echo, police sources; no: results that show it."""
        groups = self.reading.groups.between(*content)
        if not groups or self.reading.lower(groups[0].end) in _TELLING | {"as"}:
            return False  # cited the bank as the likely buyer
        return "named" in groups[0].tags or self._head(content) in _sources()

    def _is_sent(self, content: Range) -> bool:
        """Whether a content is something, and its fate or its like: condemned them to death; likened it to a war."""
        groups = self.reading.groups.between(*content)
        return bool(groups) and groups[0].end < content[1] and self.reading.lower(groups[0].end) == "to"

    def _head(self, content: Range) -> str:
        """The head of the first noun group of a content, as the lexicon has it; what a range of something is of."""
        partitive = lexicon.load("claims")["partitive"]
        for group in self.reading.groups.between(*content):
            word = self.reading.lower(group.head)
            stem = next((each for each in lemmas(word) if each in _known()), word)
            if stem not in partitive or group.end >= content[1] or self.reading.lower(group.end) != "of":
                return stem
        return ""


@cache
def _nouns(wanted: str) -> frozenset[str]:
    """The nouns for what can be said, or be ordered to be done."""
    words = lexicon.load("claims")
    return frozenset(words[f"{wanted}-noun"]) | (frozenset(words["cue-noun"]) if wanted == "said" else frozenset())


@cache
def _sources() -> frozenset[str]:
    """The nouns for what makes statements: a study, a survey, reports."""
    words = lexicon.load("claims")
    return frozenset([*words["finding-source"], *words["headline-source"]])


@cache
def persons() -> frozenset[str]:
    """The nouns for people and for groups of them."""
    people = lexicon.load("people")
    return frozenset([*people["role"], *people["kin"], *lexicon.load("shares")["group-noun"]])


@cache
def _known() -> frozenset[str]:
    return _nouns("said") | _nouns("done") | persons() | _sources() | frozenset(lexicon.load("claims")["partitive"])
