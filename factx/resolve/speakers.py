"""Finds the speaker: the person whom the source of a statement denotes, by name, pronoun or description."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from factx.extract.people import Gender
from factx.model import Entity, Part, Person, Span
from factx.resolve.coreference import gender
from factx.resolve.offices import HEAD_ENDS, KINDS_OF, VAGUE, by_title, has_small_head, title_words
from factx.text.quotations import quotations
from factx.text.tokens import Tokens

_PRONOUN: dict[str, Gender] = {
    "he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}
# Begins with a character class, which `re` can search for: a boundary would be tried at every character.
_GENDERED = re.compile(r"[HhSs](?<=\b.)(?ai:(?<=h)(?:e|is|im|imself|er|ers|erself)|(?<=s)he)\b")
_NEAR = 120
"""How far after a name a pronoun for it is looked for, in code points."""
_FRONT = 80
"""How much of the clause before a name is considered, in code points."""
_LOOK_BACK = 40
_MODIFIES = re.compile(r" (?:campaign|supporters?|team|voters?|administration|aides?|officials?|rally|event|camp)\b")
"""Words after which a name does not denote the person: the Clinton campaign."""
_SUBJECT = 2.5
"""The weight of a mention that opens its sentence."""
_KNOWN = 0.7
"""The weight of a gender that is known and fits."""
_OUTVOTING = 3
"""The fewest mentions whose pronouns can outvote the gender that a name implies."""
_FARTHEST = 8
"""How many sentences back a pronoun's antecedent is looked for."""
_LONG_AGO = 2_000
"""How many mentions back a description's person is looked for: it bounds the work in a book-length text."""
_OPENERS = frozenset({"but", "and", "the", "mr.", "ms.", "mrs.", "yet", "so", "while", "when", "if", "as"})
_GOVERNING = frozenset("of to with for by from on at about against against in than like as over toward towards".split())
_AGED = re.compile(r"(?:the|this) \d{1,3}-year-old\b(?: (?P<noun>\w+))?", re.IGNORECASE)
"""Descriptions that refer to somebody just named: the 34-year-old mother of two."""
_KIN: dict[str, Gender] = {
    "man": "m", "father": "m", "actor": "m", "boy": "m", "grandfather": "m", "businessman": "m",
    "woman": "f", "mother": "f", "actress": "f", "girl": "f", "grandmother": "f", "businesswoman": "f",
}
_BLANK = frozenset({"man", "woman", "one", "person", "other"})
"""Nouns that can describe anybody."""
_RELATIVE = frozenset({"who", "whose", "whom"})
_DESCRIPTION = re.compile(
    r"(?:(?P<definite>[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]his|[Tt]hat|[Oo]ur|[Mm]y)\s+|[Aa]n?\s+|(?=[A-Z]))"
    r"(?P<noun>.+)",
    re.DOTALL,
)
_DESCRIBES = re.compile(r"(?:an?|the|his|her|their|our|my|one|another|former|[a-z])\b", re.IGNORECASE)
_PAIRED = re.compile(r"\band\b|&")
_SEGMENTS = re.compile(r",\s|\s[–—-]\s|--")
"""Marks that separate a name from its apposition."""
_PLACE = re.compile(r"(?:[A-Z][\w.]*\s)+\w+$")


class Speakers:
    """Finds speakers, statement by statement in the text's order: a pronoun refers to an earlier speaker or subject."""

    def __init__(self, tokens: Tokens, people: Sequence[Person], entities: Sequence[Entity]) -> None:
        self.tokens = tokens
        self.people = people
        """The mentions, in the text's order."""
        self.starts = [person.span.start for person in people]
        self.entities = {entity.id: entity for entity in entities}
        self.last: tuple[int, Entity] | None = None
        """The offset of the last source that was resolved, and its speaker."""
        # Filled on demand: most mentions are never looked up.
        self.weights: dict[int, float] = {}
        self.genders: dict[str, Gender | None] = {}

    @cached_property
    def opened(self) -> list[int]:
        """The offsets at which quotations start."""
        return [self.tokens.starts[quotation.start] for quotation in quotations(self.tokens)]

    @cached_property
    def closed(self) -> list[int]:
        """The offsets at which they end, in the same order."""
        return [self.tokens.starts[quotation.end] for quotation in quotations(self.tokens)]

    @cached_property
    def ended(self) -> list[int]:
        """The offsets at which sentences end, each where the next one or a paragraph break begins."""
        return [self.tokens.starts[index] for index in self.tokens.ends]

    @cached_property
    def mentions(self) -> dict[str, list[int]]:
        """For each entity, the indexes of its mentions in `people`."""
        found: dict[str, list[int]] = {}
        for place, person in enumerate(self.people):
            found.setdefault(person.entity, []).append(place)
        return found

    @cached_property
    def titled(self) -> dict[str, list[tuple[Entity, tuple[str, ...]]]]:
        return by_title(self.entities.values())

    def first(self, entity: Entity) -> int:
        """The offset at which a person is first named."""
        return self.starts[self.mentions[entity.id][0]]

    def gender(self, entity: str) -> Gender | None:
        """The gender that titles and given names imply, unless the pronouns after a person's mentions outvote it."""
        if entity in self.genders:
            return self.genders[entity]
        known = gender(self.entities[entity].name, self.entities[entity].titles)
        votes = {"m": 0, "f": 0}
        mentions = self.mentions.get(entity, ())
        for place in mentions if known is None or len(mentions) >= _OUTVOTING else ():
            end = self.people[place].span.end
            stop = self.starts[place + 1] if place + 1 < len(self.starts) else len(self.tokens.source)
            found = _GENDERED.search(self.tokens.source, end, min(stop, end + _NEAR))
            if found is not None and self.weight(place) >= _SUBJECT:
                pronoun = found[0].lower()
                votes[_PRONOUN[pronoun]] += 2 if pronoun in ("he", "she") else 1
        most: Gender = "f" if votes["f"] > votes["m"] else "m"
        count, against = max(votes.values()), min(votes.values())
        if known is None and count > max(1, against) or known != most and count >= 3 * max(2, against):
            known = most
        self.genders[entity] = known
        return known

    def of(self, source: Part) -> Entity | None:
        """The one person whom the source denotes."""
        span, text = source
        lower = text.lower()
        if lower in _PRONOUN:
            speaker = self._pronoun(span, _PRONOUN[lower])
        elif lower in _RELATIVE and not self._is_acronym(span, text):
            speaker = self._relative(span)
        else:
            speaker = self._named(span, text) or self._described(span, text)
            if speaker is None and (aged := _AGED.match(text)):
                speaker = self._pronoun(span, _KIN.get(aged["noun"] or ""))
        if speaker is not None:
            self.last = span.start, speaker
        return speaker

    def _named(self, span: Span, text: str) -> Entity | None:
        """The person whose name heads the source, or stands in apposition to its head."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        if first == last:
            return None
        named = self.people[first:last]
        if named[0].span == span and _plain(text):
            return self.entities.get(named[0].entity)
        if named[-1].span.end == span.end and named[-1].title and text.startswith(named[-1].title):
            return self.entities.get(named[-1].entity)
        place = 0
        for segment in _SEGMENTS.split(text):
            start = span.start + text.index(segment, place)
            place = start - span.start + len(segment)
            head = HEAD_ENDS.search(segment)
            end = start + (head.start() if head else len(segment))
            heads = [person for person in named if start <= person.span.start and person.span.end <= end]
            several = len(heads) > 1 or len(named) > 1 or place <= len(segment)
            if several and _PAIRED.search(self.tokens.source[start:end]):
                return None
            if heads and start > span.start:
                self._introduce(text, heads[-1])
            if heads:
                rest = self.tokens.source[heads[-1].span.end:end]
                return self.entities.get(heads[-1].entity) if len(rest) <= 1 + len(_suffix(rest)) else None
            if start == span.start and not _DESCRIBES.match(segment) and not has_small_head(segment[: end - start]):
                return None
        return None

    def _introduce(self, text: str, person: Person) -> None:
        """Remember the description before a name: The mayor of Leeds, Ann Lee, ... the mayor."""
        description = _DESCRIPTION.match(text.partition(",")[0])
        if description is not None and (words := title_words(description["noun"])) and words[-1] not in _BLANK:
            holders = self.titled.setdefault(words[-1], [])
            if all(entity.id != person.entity for entity, _ in holders):
                holders.append((self.entities[person.entity], words))

    def _is_acronym(self, span: Span, text: str) -> bool:
        """Whether a word in capitals is a name and no pronoun: WHO."""
        return text.isupper() and not self.tokens.in_capitals(self.tokens.at(span.start))

    def _relative(self, span: Span) -> Entity | None:
        """The person named just before "who", in the same sentence."""
        low = self.tokens.starts[self.tokens.sentence_of(self.tokens.at(span.start))[0]]
        index = bisect_left(self.starts, span.start) - 1
        if index < 0 or self.people[index].span.start < low:
            return None
        between = self.tokens.source[self.people[index].span.end:span.start]
        if re.search(r"\b(?:and|but|said|that)\b|[;:.]", between) or between.startswith(("’s", "'s")):
            return None
        return self.entities.get(self.people[index].entity) if len(between) < 60 else None

    def _pronoun(self, span: Span, wanted: Gender | None) -> Entity | None:
        """The likeliest person of that gender: the last speaker, or the subject of this sentence or a recent one."""
        index = bisect_left(self.starts, span.start)
        here = self._sentence(span.start)
        best: tuple[float, str] | None = None
        for back in range(index - 1, max(-1, index - _LOOK_BACK), -1):
            person = self.people[back]
            distance = here - self._sentence(person.span.start)
            if distance > _FARTHEST or best is not None and _SUBJECT + 1.0 + _KNOWN - distance <= best[0]:
                break
            score = self.weight(back) - distance + (1.0 if self.last and self.last[1].id == person.entity else 0.0)
            if best is not None and score + _KNOWN <= best[0]:
                continue
            known = self.gender(person.entity)
            if known is not None and known != (wanted or known):
                continue
            score += _KNOWN if known else 0.0
            if best is None or score > best[0]:
                best = score, person.entity
        known = self.gender(self.last[1].id) if self.last else None
        if self.last and known in (None, wanted or known):
            distance = here - self._sentence(self.last[0])
            score = 3.2 - distance + (_KNOWN if known else 0.0)
            if distance <= _FARTHEST and (best is None or score > best[0]):
                best = score, self.last[1].id
        return self.entities.get(best[1]) if best else None

    def _sentence(self, offset: int) -> int:
        return bisect_right(self.ended, offset)

    def weight(self, place: int) -> float:
        known = self.weights.get(place)
        if known is None:
            known = self.weights[place] = self._weight(place)
        return known

    def _weight(self, place: int) -> float:
        """How likely a pronoun is to refer to a mention: most for its sentence's subject, least in a quotation."""
        tokens, person = self.tokens, self.people[place]
        source, span = tokens.source, person.span
        quoted = bisect_right(self.opened, span.start)
        if quoted and span.start < self.closed[quoted - 1]:
            return -2.0
        if source.startswith(("’s", "'s"), span.end):
            return 0.6
        ended = self._sentence(span.start)
        low = tokens.starts[tokens.ends[ended - 1] + 1] if ended else 0
        if low >= span.start:
            return _SUBJECT
        before = source[max(low, span.start - _FRONT):span.start].strip()
        before = before.removesuffix(person.title or "").rstrip().lower()
        if not before or before.endswith(("”", '"', "''")) or before in _OPENERS:
            return _SUBJECT
        word = before.rpartition(" ")[2].strip(".,“\"'’")
        if word in ("the", "a", "an") or _MODIFIES.match(source, span.end):
            return 0.2
        if word in _GOVERNING:
            return 0.0
        first = place == 0 or self.people[place - 1].span.start < low
        if before.endswith(",") or first and before.count(" ") < 3:
            return 1.8
        return 1.2 if first else 0.8

    def _described(self, span: Span, text: str) -> Entity | None:
        """The person whose title the source gives: the mayor, the Belarusian leader; a judge named later."""
        match = _DESCRIPTION.match(text)
        words = title_words(match["noun"]) if match else ()
        if match is None or not words:
            return None
        if not match["definite"]:
            # A new person, who will be named soon.
            holders = {entity.id: entity for head in KINDS_OF.get(words[-1], (words[-1],))
                       for entity, _ in self.titled.get(head, ())}
            below = [entity for entity in holders.values() if self.first(entity) > span.start]
            headline = not text[0].islower() and match.start("noun") == 0
            if len(below) == len(holders) and (len(below) == 1 or below and headline):
                return min(below, key=self.first)
            return None
        telling = set(words[:-1]) - VAGUE
        fitting = {entity.id: entity for entity, title in self.titled.get(words[-1], ()) if telling <= set(title)}
        if not fitting and _PLACE.match(match["noun"]):
            # The Ohio senator: any senator fits whose title names no other place.
            fitting = {
                entity.id: entity for entity, title in self.titled.get(words[-1], ())
                if not set(title[:-1]) - VAGUE
            }
        if len(fitting) <= 1:
            return next(iter(fitting.values()), None)
        index = bisect_left(self.starts, span.start)
        for back in range(index - 1, max(-1, index - _LONG_AGO), -1):
            if self.people[back].entity in fitting:
                return fitting[self.people[back].entity]
        return None


def _plain(text: str) -> bool:
    """Whether a source that is a single mention consists of plain words, with nothing to split it at."""
    words = text.split()
    return all(map(str.isalpha, words)) and _SPLITTING.isdisjoint(words)


_SPLITTING = frozenset("and who whose of for from at in on with to by near about".split())


_SUFFIX = re.compile(r"[\s,]*(?:[’']s?|Jr\.?|Sr\.?|III?)?\s*$")


def _suffix(text: str) -> str:
    """The suffix that may follow a name at the end of the source's head: 's, Jr."""
    match = _SUFFIX.match(text)
    return match[0] if match else ""
