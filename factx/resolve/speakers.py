"""Finds the speaker: the person whom the source of a statement denotes, by name, pronoun or description."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from factx import lexicon
from factx.expressions import compiled
from factx.extract.claims.boundaries import LEADING
from factx.extract.people import Gender
from factx.model import Entity, Part, Person, Span
from factx.records import NamedTuple
from factx.resolve import initials
from factx.resolve.antecedents import PRONOUNS, Antecedents
from factx.resolve.descriptions import Description, described, is_person
from factx.resolve.naming import named_by
from factx.resolve.references import References
from factx.text.tokens import Tokens

_NOR = (" nor ", " nor\n")
_RELATED = compiled(
    r"(?: (?:of|from|at|in) (?:(?!and |but |said |that )[^,.;:])+)?,? |, (?:(?!and |but |said |that )[^.;:])*, "
    r"|, (?:an?|the) (?:(?!and |but |said |that )[^,.;:])* "
)
"""What stands between a name and the "who" that refers to it."""
_PLURAL = compiled(r"who (?:have|are|were|say)\b")
_OPENING = compiled(r"(?:The|An?|His|Her|Their)(?: [a-z-]+\b(?![’'])){1,4}")
"""The first words of a sentence that a noun for a person may open."""
_JOINING = compiled(r"\b(?:which|when|where|and|but|while|because|after|before) $")
"""What stands in front of a pronoun in a clause that goes on with the one before."""
_BODY = compiled(r"(?:[Tt]he )?(?:[A-Z]\w+ )+(?:Guard|Corps|Service|Force)")
"""A body that the noun for one of its people stands for: the Coast Guard."""
_ANOTHER = compiled(r"(?i:(?:the )?other|another) ")
"""What opens the description of somebody who is not the one before: the other driver."""
_IN_FRONT = LEADING | frozenset("despite given amid following during in with by without under for".split())
"""What opens a clause or a phrase in front of the subject."""
_SAYS = compiled(r" [a-z]+")
"""What follows a name that is the subject of its clause."""
_EMPHATIC = (" himself", " herself", " itself", " themselves")
"""What a source may end with that says nothing more of who it is."""
_AMONG = frozenset({"including", "like", "among"})
_ROOM = 60
"""How much text is looked at around a name, in code points."""
_SOON = 2
"""How many sentences after somebody unnamed a pronoun still refers to that person."""


def _plain(source: Part) -> Part:
    """A source without the pronoun that stresses it: Ann Lee [herself]."""
    last = next((word for word in _EMPHATIC if source.text.endswith(word)), "")
    size = len(source.text) - len(last)
    return Part(Span(source.span.start, source.span.start + size), source.text[:size]) if last else source


class Speaker(NamedTuple):
    """The person whom a source denotes, and how that was found."""

    entity: Entity
    found: str


class Speakers:
    """Finds speakers, source by source in the text's order: a pronoun refers to an earlier speaker or subject."""

    def __init__(self, tokens: Tokens, people: Sequence[Person], entities: Sequence[Entity]) -> None:
        self.tokens = tokens
        self.people = people
        """The mentions, in the text's order."""
        self.entities = {entity.id: entity for entity in entities}
        self.antecedents = Antecedents(tokens, people, self.entities)
        self.starts = self.antecedents.starts
        self.references = References(self.antecedents)
        self.unnamed: list[tuple[int, Gender | None]] = []
        """The offsets of sources that are people without a name, in order, and their gender."""

    def of(self, source: Part, around: str | None = None, *, passing: bool = False) -> Speaker | None:
        """The one person whom the source denotes.

        around: the speaker of the quotation that the source stands in: "I" refers to that person, "she" does not.
        passing: whether it stands in what somebody else says, to whom a pronoun after it refers.
        """
        span, text = _plain(source)
        lower = text.lower()
        entity: str | None = None
        found = "by name"
        if lower in PRONOUNS:
            entity, found = self._pronoun(span, PRONOUNS[lower], around), f"{lower}: the likeliest person named before"
        elif lower in lexicon.load("people")["relative"] and not self._is_acronym(span, text):
            entity, found = self._relative(span), f"{lower}: the name before it"
        elif lower == "i":
            entity, found = around or None, "I: the speaker of the quotation"
        elif (person := self._named(span, text)) is not None:
            entity = person.entity
        elif (officer := initials.bearer(self.tokens.source, span, text, self.people)) is not None:
            entity, found = officer.entity, f"{text}: the initials of that person's office"
        elif lower == "the latter":
            entity, found = self._last_of_several(span), "the latter: the last of the people named before"
        elif _BODY.fullmatch(text):
            entity = None
        elif not self._is_several(span, text) and (about := described(text)) is not None \
                and self.references.is_person(about):
            whom = None if _ANOTHER.match(text) else self.references.denoted(span, about, around)
            if whom is not None:
                entity, found = whom
            elif around is None:
                self.unnamed.append((span.start, about.gender))
        if entity is None:
            return None
        if around is None and not passing:
            self.antecedents.resolved.append((span.start, entity))
        return Speaker(self.entities[entity], found)

    def _named(self, span: Span, text: str) -> Person | None:
        """The mention whose person the source denotes by name."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        if first == last or self.tokens.source.endswith(_NOR, 0, span.start):
            return None
        named = self.people[first:last]
        if named[0].span == span and " and " not in text:
            return named[0]
        person = named_by(self.tokens.source, span, named)
        if person is not None and person.title is None and person.span.start > span.start:
            self.references.introduced.append((person.entity, text.partition(",")[0]))
        return person

    def _last_of_several(self, span: Span) -> str | None:
        """The person named last before a source, in the sentence before it or its own, if somebody else was too."""
        index = bisect_left(self.starts, span.start) - 1
        far = self.antecedents.sentence(span.start) - 1
        named = [person.entity for person in self.people[max(0, index - 3): index + 1]
                 if self.antecedents.sentence(person.span.start) >= far]
        return named[-1] if len(set(named)) > 1 else None

    def _is_several(self, span: Span, text: str) -> bool:
        """Whether a source names somebody and others: Kenya's Ann Lee and the chairman."""
        return " and " in text and bisect_left(self.starts, span.start) < bisect_left(self.starts, span.end)

    def _is_acronym(self, span: Span, text: str) -> bool:
        """Whether a word in capitals is a name and no pronoun: WHO."""
        return text.isupper() and not self.tokens.in_capitals(self.tokens.at(span.start))

    def _relative(self, span: Span) -> str | None:
        """The person named just before "who", in the same sentence."""
        low = self.tokens.starts[self.tokens.sentence_of(self.tokens.at(span.start))[0]]
        index = bisect_left(self.starts, span.start) - 1
        if index < 0 or self.starts[index] < low:
            return None
        source, name = self.tokens.source, self.people[index].span
        between = source[name.end:span.start]
        before = source[max(low, name.start - _ROOM):name.start].rpartition(",")[2].split()
        one_of = bool(before) and (before[0] in _AMONG or before[-1] in _AMONG or before[-2:] == ["such", "as"])
        if one_of or _PLURAL.match(source, span.start):
            return None
        return self.people[index].entity if _RELATED.fullmatch(between) and len(between) < _ROOM else None

    def _pronoun(self, span: Span, wanted: Gender, around: str | None) -> str | None:
        """The person whom a pronoun refers to, unless it is somebody whose name is not given."""
        described_first = self._subject(span, wanted)
        if described_first is not None:
            start, about = described_first
            whom = self.references.denoted(Span(start, span.start), about, around)
            if whom is None and around is None:
                self.unnamed.append((span.start, wanted))
            return whom[0] if whom else None
        if (named_behind := self._behind(span, wanted)) is not None:
            return named_behind
        spoken_of = self.antecedents.spoken_of(span)
        likeliest = self.antecedents.likeliest(
            span.start, wanted, self.antecedents.last(span.start),
            lambda entity: entity != around and entity not in spoken_of,
        )
        if self.unnamed and self._meant_unnamed(span.start, wanted, likeliest):
            if around is None:
                self.unnamed.append((span.start, wanted))
            return None
        return likeliest

    def _behind(self, span: Span, wanted: Gender) -> str | None:
        """The person named behind what a pronoun opens: Though he said so, or Despite his denials, Tom Hall knew."""
        source, low = self.tokens.source, self.tokens.sentence_of(self.tokens.at(span.start))[0]
        if source[self.tokens.starts[low] : span.start].strip().lower() not in _IN_FRONT:
            return None
        place, sentence = bisect_left(self.starts, span.end), self.antecedents.sentence
        if place == len(self.people) or sentence(self.starts[place]) != sentence(span.end):
            return None
        person = self.people[place]
        start = self.starts[place] - (len(person.title) + 1 if person.title else 0)
        named = source.endswith(", ", 0, start) and self.antecedents.fits(person.entity, wanted)
        return person.entity if named and _SAYS.match(source, person.span.end) else None

    def _subject(self, span: Span, wanted: Gender) -> tuple[int, Description] | None:
        """The description that opens a pronoun's sentence, where nobody is named after it: The mayor came, and he said.

        It is not who the pronoun refers to where who says it stands at the end: The mayor will go, he said.
        """
        start = self.tokens.starts[self.tokens.sentence_of(self.tokens.at(span.start))[0]]
        opening = _OPENING.match(self.tokens.source, start, span.start)
        if opening is None or not _JOINING.search(self.tokens.source, start, span.start) \
                or bisect_left(self.starts, start) < bisect_left(self.starts, span.start):
            return None
        words = opening[0].split()
        head = next((number for number, word in enumerate(words) if number and is_person(word)), None)
        about = described(" ".join(words[: head + 1])) if head is not None else None
        return None if about is None or about.gender not in (None, wanted) else (start, about)

    def _meant_unnamed(self, offset: int, wanted: Gender, likeliest: str | None) -> bool:
        """Whether the last source is a person without a name whom a pronoun can refer to."""
        place = bisect_left(self.unnamed, offset, key=itemgetter(0)) - 1
        if place < 0:
            return False
        start, gender = self.unnamed[place]
        last = self.antecedents.last(offset)
        far = self.antecedents.sentence(offset) - self.antecedents.sentence(start) > _SOON
        if gender not in (None, wanted) or far or last is not None and last[0] > start:
            return False
        since = bisect_left(self.starts, start)
        return likeliest not in [each.entity for each in self.people[since:bisect_left(self.starts, offset)]]
