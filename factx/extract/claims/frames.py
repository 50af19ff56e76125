"""Whether a cue verb speaks: it does with its frame filled, which is read from the groups and clauses around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache

from factx import lexicon
from factx.extract.claims import cues
from factx.extract.claims.cues import Cue
from factx.extract.claims.reading import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CLITIC,
    COMMA,
    DETERMINER,
    END,
    ING,
    NOMINAL,
    PAST,
    PERSON,
    PREPOSITION,
    PRESENT,
    PRONOUN,
    QUOTATION,
    RELATIVE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    Reading,
)
from factx.syntax import Group, Syntax, places
from factx.text.inflection import lemmas

Range = tuple[int, int]

_PARTITIVE = frozenset("range number series lot bit kind sort form couple pair word variety string list".split())
"""Nouns behind which "of" tells what there is: a range of figures, a word of thanks."""
_THINGS = frozenset({"this", "these", "that", "there", "those", "what"})
"""Pronouns that are nobody."""
_NAMED = frozenset({"what", "which", "whom"})
_CLAUSE = ("clause", False)
_MAY_BE_FINITE = frozenset({"finite", "or-past"})
_NOMINAL = frozenset("NnPTJO#")
_VERBS = frozenset("VZDEFG")
_FINITE = AUXILIARY | PAST | PRESENT
_OPENS_CLAUSE = THAT | SUBJECT | SUBORDINATOR
_MAY_PART = PREPOSITION | RELATIVE | SUBORDINATOR | THAT | ING | COMMA | PAST | PRESENT | STOP | QUOTATION
"""What may stand between a thing and a verb that is not its own."""
_QUALITIES = frozenset("J#")
_MARKS = frozenset({"as", "‘", "'"})
"""What a name or a quality begins with, beside those in quotation marks."""
_SURE_BEFORE = PERSON | SUBJECT | AUXILIARY
_SURE_BEHIND = PERSON | DETERMINER | PRONOUN
"""What a form has beside it that is a verb and no noun."""


class Frames:
    """The verbs of a text in their clauses: a sentence is read when the words next to a cue leave it open."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._read: tuple[Range, _Sentence] | None = None

    def speaks(
        self, cue: Cue, at: int, within: Range, source: Range | None, content: Range, *, governed: bool = False
    ) -> bool:
        """Whether the verb at the token `at` is one here, and its source and content are what its sense asks for.

        within: the sentence, as all ranges in tokens of the reading; governed: the content is that of a preposition.
        """
        kinds = self.reading.kinds
        if kinds[at] & CAPITAL and at > within[0]:
            return True  # headlines
        asked = _senses().get(cue.lemma)
        if asked is None and not governed and "clause" in cue.frames and "thing" not in cue.frames \
                and not self._is_finite(content):
            asked = _CLAUSE
        sure = self._is_surely_verb(at)
        if sure and asked is None:
            return True
        if "mind" in cue.frames and source is not None and self._finds(source):
            return True
        if not sure and not kinds[content[0]] & _OPENS_CLAUSE \
                and not self._sentence(_near(at, within) if asked is None else within).is_verb(at) \
                and not self._sentence(within).is_clause(content):
            return False
        if asked is None:
            return True
        wanted, somebody = asked
        if somebody and source is not None and not self._can_speak(source, within):
            return False
        kind = self.reading.kinds[content[0]]
        if not wanted or wanted != "naming" and kind & QUOTATION and not (kind & NOMINAL and "mind" in cue.frames):
            return True
        if wanted == "naming" and content[0] == at + 1 and kind & QUOTATION and not self._is_named_before(source):
            return False  # a show called "The Hill"
        if wanted == "naming":
            return governed or source is not None and (
                content[0] < at or self._is_named_before(source) or self._sentence(within).is_naming(content)
            )
        if wanted != "clause" and self._sentence(within).fits(wanted, content):
            return True
        return content[0] > at and self._is_clause(content, within)

    def _is_named_before(self, source: Range | None) -> bool:
        """Whether what is called so stands in front of the source: what she calls a farce."""
        if source is None:
            return False
        if self.reading.lower(source[0]) in _NAMED:
            return True
        before = self.reading.kinds[source[0] - 1] if source[0] else END
        return bool(before & (RELATIVE | SUBORDINATOR | NOMINAL)) and not before & END

    def _is_clause(self, content: Range, within: Range) -> bool:
        """Whether a content is a clause: it has a finite verb with a subject of its own."""
        kinds = self.reading.kinds
        if kinds[content[0]] & _OPENS_CLAUSE:
            return True
        for place in range(content[0] + 1, content[1]):
            kind = kinds[place]
            if kind & AUXILIARY and not kind & CLITIC:
                return True
            if kind & _MAY_PART:
                break
        return self._is_finite(content) and self._sentence(within).is_clause(content)

    def has_clause(self, words: Range, within: Range) -> bool:
        """Whether there is a clause among the words behind a verb that can be what was said."""
        return self._is_finite(words) and self._sentence(within).is_clause(words)

    def explains(self, noun: int, that: int, within: Range) -> bool:
        """Whether "that" behind a noun begins a clause that tells its content: "the claim that he left"."""
        return self._sentence(within).is_whole(noun, that)

    def verb_of(self, noun: int, within: Range) -> int | None:
        """Where the verb group begins whose subject a noun is."""
        return self._sentence(within).verb_of(noun)

    def main_clause(self, within: Range) -> tuple[Range | None, Range] | None:
        """The subject and the verb group of the last main clause among some words."""
        return self._sentence(within).main_clause()

    def _is_finite(self, content: Range) -> bool:
        """Whether a content may have a finite verb behind its first word."""
        return any(kind & _FINITE for kind in self.reading.kinds[content[0] + 1 : content[1]])

    def _is_surely_verb(self, at: int) -> bool:
        """Whether a form is a verb by what stands next to it."""
        kinds = self.reading.kinds
        before = at - 1
        while before > 0 and kinds[before] & ADVERB:
            before -= 1
        if before < at - 1 and kinds[before] & NOMINAL and self.reading.lower(at - 1).endswith("ly"):
            return True
        if kinds[at] & PAST and kinds[at - 1] & (NOMINAL | RELATIVE) and not kinds[at - 1] & CLITIC and at:
            return True
        return bool(kinds[before] & _SURE_BEFORE and at or kinds[at + 1] & _SURE_BEHIND)

    def _finds(self, source: Range) -> bool:
        """Whether a source publishes what it finds: a study, a court."""
        return any("finding-source" in cues.tags(self.reading.lower(place)) for place in range(*source))

    def _can_speak(self, source: Range, within: Range) -> bool:
        """Whether a source can be somebody: no pronoun for a thing, no number."""
        if source[1] - source[0] > 1 or self.reading.kinds[source[0]] & PERSON:
            return True
        if self.reading.lower(source[0]) in _THINGS:
            return False
        return bool(self.reading.kinds[source[0]] & SUBJECT) or self._sentence(within).group(source[0]) is not None

    def _sentence(self, within: Range) -> _Sentence:
        if self._read is None or self._read[0] != within:
            self._read = within, _Sentence(self.reading, within)
        return self._read[1]


def _near(at: int, within: Range) -> Range:
    """The words around a token that tell its class."""
    return max(within[0], at - _BEFORE), min(within[1], at + _BEHIND)


_BEFORE, _BEHIND = 10, 7


class _Sentence:
    """The groups and clauses of a sentence, asked for by the tokens of the reading."""

    def __init__(self, reading: Reading, within: Range) -> None:
        self.reading = reading
        origin, kinds = reading.origin, reading.kinds
        self.first = origin[within[0]]
        people = places(
            (origin[place] - self.first, origin[place + 1] - self.first, "person")
            for place in range(*within) if kinds[place] & PERSON
        )
        self.syntax = Syntax(reading.uncollapsed.between(self.first, origin[within[1]]), people)
        self.groups = self.syntax.groups
        self.starts = [group.start for group in self.groups]

    def token(self, place: int) -> int:
        return self.reading.origin[place] - self.first

    def group(self, place: int) -> Group | None:
        """The group that a token stands in."""
        token = self.token(place)
        number = bisect_right(self.starts, token) - 1
        return self.groups[number] if number >= 0 and token < self.groups[number].end else None

    def _from(self, place: int) -> int:
        """The number of the first group that ends behind a token's beginning."""
        token = self.token(place)
        number = bisect_right(self.starts, token)
        return number - 1 if number and self.groups[number - 1].end > token else number

    def is_verb(self, at: int) -> bool:
        """Whether a form is a verb by its class, and no adjective within a noun group."""
        token = self.token(at)
        group = self.group(at)
        if self.syntax.classes[token + 1 : token + 2] == "#":
            return True  # cites four cases
        classes = self.syntax.classes
        # A verb may be taken for the first word of its object, with the adverbs in front.
        opens = group is None or group.kind == "verb" or not classes[group.start : token].strip("R")
        return classes[token] in _VERBS and opens

    def is_clause(self, content: Range) -> bool:
        start, end = self.token(content[0]), self.token(content[1])
        if not any(start < group.start < end and not group.tags.isdisjoint(_MAY_BE_FINITE) for group in self.groups):
            return False
        return any(
            clause.subject is not None and start <= clause.subject.start and clause.verb.start < end
            and clause.kind in ("main", "complement") and "finite" in clause.verb.tags
            and not ("base" in clause.verb.tags and self._is_object(clause.subject))
            for clause in self.syntax.clauses
        )

    def is_whole(self, noun: int, that: int) -> bool:
        """Whether "that" opens a clause with a subject, whose verb is not at once followed by that of the noun."""
        token = self.token(that)
        inner = next((each for each in self.syntax.clauses if each.verb.start > token and each.subject), None)
        if inner is None or inner.subject is None or inner.kind == "relative" or inner.subject.start <= token - 1 \
                or "finite" not in inner.verb.tags:
            return False
        verb = self.verb_of(noun)
        return verb is None or self.token(verb) > inner.verb.end

    def verb_of(self, noun: int) -> int | None:
        token = self.token(noun)
        for clause in self.syntax.clauses:
            if clause.subject is not None and clause.subject.start <= token < clause.subject.end <= clause.verb.start:
                return bisect_left(self.reading.origin, clause.verb.start + self.first)
        return None

    def main_clause(self) -> tuple[Range | None, Range] | None:
        # A base form is less sure to be a verb: the following comment.
        finite = [clause for clause in self.syntax.clauses if "finite" in clause.verb.tags]
        finite = [clause for clause in finite if "base" not in clause.verb.tags] or finite
        clause = next((each for each in reversed(finite) if each.kind == "main"), finite[-1] if finite else None)
        if clause is None:
            return None
        subject = clause.subject or clause.understood
        return subject and self._range(subject), self._range(clause.verb)

    def _range(self, group: Group) -> Range:
        """A group in tokens of the reading."""
        origin = self.reading.origin
        return bisect_right(origin, group.start + self.first) - 1, bisect_left(origin, group.end + self.first)

    def _is_object(self, group: Group) -> bool:
        """Whether a noun group stands behind a verb that is not finite: helping nurses [see]."""
        number = bisect_left(self.starts, group.start) - 1
        before = self.groups[number] if number >= 0 else None
        return before is not None and before.end == group.start and not before.tags.isdisjoint({"ing", "infinitive"})

    def is_naming(self, content: Range) -> bool:
        """Whether a content is somebody or something, and what it is called: the plan reckless, him a liar."""
        end = self.token(content[1])
        number = self._from(content[0])
        if number == len(self.groups) or self.groups[number].kind != "noun":
            return False
        letters = self.syntax.classes
        reached = self.groups[number].end
        for group in (*self.groups[number + 1 :], None):
            last = end if group is None or group.start > end else group.start
            between = letters[reached:last].lstrip("Rs")
            if '"' in between or between[:1] in _QUALITIES or reached < last and self.syntax.tokens[reached] in _MARKS:
                return True
            if group is None or group.start >= end:
                return False
            if not between and (group.kind == "noun" or not group.tags.isdisjoint({"participle", "past"})):
                return "time" not in group.tags
            if group.kind == "verb":
                return False
            reached = group.end
        return False

    def fits(self, wanted: str, content: Range) -> bool:
        """Whether a content is a thing of the kind that is wanted."""
        if wanted == "matter":
            return self._is_matter(content)
        if wanted == "done" and self._is_ordered(content) or wanted == "doing" and self._is_doing(content):
            return True
        return wanted not in ("clause", "doing") and self._head(content) in _nouns(wanted)

    def _is_doing(self, content: Range) -> bool:
        """Whether a content is somebody and what that one is doing."""
        number = self._from(content[0])
        return any("ing" in group.tags for group in self.groups[number + 1 : number + 2])

    def _is_ordered(self, content: Range) -> bool:
        """Whether a content is somebody and what that one is to do."""
        number = self._from(content[0])
        tokens = self.syntax.tokens
        first = self.groups[number].end if number < len(self.groups) else 0
        if tokens[first : first + 1] == ["to"]:
            return self.syntax.classes[first + 1 : first + 2] not in _NOMINAL  # directed traffic to the bridge
        return any("infinitive" in group.tags for group in self.groups[number + 1 : number + 3])

    def _is_matter(self, content: Range) -> bool:
        """Whether a content is no person: she dismissed the idea, but dismissed her cook."""
        number = self._from(content[0])
        if number == len(self.groups) or any(self.reading.lower(place) == "as" for place in range(*content)):
            return True
        tags = self.groups[number].tags
        return tags.isdisjoint({"person", "object", "subject"}) and self._head(content) not in _persons()

    def _head(self, content: Range) -> str:
        """The head of the first noun group of a content, as the lexicon has it; what a range of something is of."""
        end = self.token(content[1])
        number = self._from(content[0])
        tokens = self.syntax.tokens
        while number < len(self.groups) and self.starts[number] < end:
            group = self.groups[number]
            if group.kind != "noun":
                return ""
            word = tokens[group.head].lower()
            stem = next((each for each in lemmas(word) if each in _known()), word)
            if stem not in _PARTITIVE or group.end >= end or tokens[group.end] != "of":
                return stem
            number += 1
        return ""


@cache
def _senses() -> dict[str, tuple[str, bool]]:
    """The verbs that speak in some of their senses: what their content must be, and whether somebody must say it."""
    found: dict[str, tuple[str, bool]] = {}
    for verb, value in lexicon.load("claims")["sense"].items():
        wanted = [each for each in value.split() if each != "somebody"]
        found[verb] = (wanted[0] if wanted else "", "somebody" in value)
    return found


@cache
def _nouns(wanted: str) -> frozenset[str]:
    """The nouns for what can be said, or be ordered to be done."""
    words = lexicon.load("claims")
    return frozenset(words[f"{wanted}-noun"]) | (frozenset(words["cue-noun"]) if wanted == "said" else frozenset())


@cache
def _persons() -> frozenset[str]:
    """The nouns for people and for groups of them."""
    people = lexicon.load("people")
    return frozenset([*people["role"], *people["kin"], *lexicon.load("shares")["group-noun"]])


@cache
def _known() -> frozenset[str]:
    return _nouns("said") | _nouns("done") | _persons() | _PARTITIVE
