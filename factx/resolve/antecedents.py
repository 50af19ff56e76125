"""Finds whom a pronoun refers to: weighs the people named before it by where in their sentences they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache

from factx.expressions import compiled
from factx.extract.people import Gender, gender_of
from factx.model import Entity, Person, Span
from factx.text.quotations import quotations
from factx.text.tokens import Tokens

PRONOUNS: dict[str, Gender] = {
    "he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}
# Begins with a character class, which `re` can search for: a boundary would be tried at every character.
_GENDERED = compiled(r"[HhSs](?<=\b.)(?ai:(?<=h)(?:e|is|im|imself|er|ers|erself)|(?<=s)he)\b")
_NEAR = 120
"""How far after a name a pronoun for it is looked for, in code points."""
_FRONT = 80
"""How much of the clause before a name is considered, in code points."""
_LOOK_BACK = 40
"""How many mentions back an antecedent is looked for."""
FARTHEST = 8
"""How many sentences back a pronoun's antecedent is looked for."""
_MODIFIES = compiled(r" (?:campaign|supporters?|team|voters?|administration|aides?|officials?|rally|event|camp)\b")
"""Words after which a name does not denote the person: the Clinton campaign."""
SUBJECT = 2.5
"""The weight of a mention that opens its sentence."""
_OPENS = 1.8
"""The least weight of a mention that is the subject of its sentence."""
_SPOKE = 1.0
"""The weight of having spoken last."""
_LAST_SOURCE = 3.2
"""The weight of the last source, wherever in its sentence it stands."""
_SOURCE = 1.8
"""The weight of an earlier one: it may be a pronoun, which renews whom it refers to."""
_KNOWN = 0.7
"""The weight of a gender that is known and fits."""
_OUTVOTING = 3
"""The fewest mentions whose pronouns can outvote the gender that a name implies."""
_TRAILING = compiled(r" [a-z]+(?: [a-z]+)?(?: on \w+| yesterday| today)?[.!]?\s*")
"""A verb of saying, where it ends its sentence."""
_NEXT_CLAUSE = compiled(r"[,;](?: and| but| while| as| so| yet)\b")
_VOTING = 12
"""The most mentions whose pronouns are looked for."""
_OPENERS = frozenset({"but", "and", "the", "mr.", "ms.", "mrs.", "yet", "so", "while", "when", "if", "as"})
_GOVERNING = frozenset("of to with for by from on at about against in than like as over toward towards".split())


_gender_of = lru_cache(4_000)(gender_of)
"""The gender that a name and titles imply: the same people are in one text after another."""


def _anybody(entity: str) -> bool:
    return True


class Antecedents:
    """The people of a text, as a pronoun or a description may refer back to them."""

    def __init__(self, tokens: Tokens, people: Sequence[Person], entities: Mapping[str, Entity]) -> None:
        self.tokens = tokens
        self.people = people
        """The mentions, in the text's order."""
        self.starts = [person.span.start for person in people]
        self.entities = entities
        self.resolved: list[tuple[int, str]] = []
        """The offset of each source that has been resolved, ascending, and its speaker."""
        # Filled on demand: most mentions are never looked up.
        self._weights: dict[int, float] = {}
        self._genders: dict[str, Gender | None] = {}

    @cached_property
    def _quoted(self) -> tuple[list[int], list[int]]:
        """The offsets at which quotations start, and those at which they end: not of those that nothing closes."""
        starts, found = self.tokens.starts, [each for each in quotations(self.tokens) if each.closed]
        return [starts[each.start] for each in found], [starts[each.end] for each in found]

    @cached_property
    def _ended(self) -> list[int]:
        """The offsets at which sentences end, each where the next one or a paragraph break begins."""
        return [self.tokens.starts[index] for index in self.tokens.ends]

    @cached_property
    def mentions(self) -> dict[str, list[int]]:
        """For each entity, the indexes of its mentions in `people`."""
        found: dict[str, list[int]] = {}
        for place, person in enumerate(self.people):
            found.setdefault(person.entity, []).append(place)
        return found

    def first(self, entity: str) -> int:
        """The offset at which a person is first named."""
        return self.starts[self.mentions[entity][0]]

    def last(self, offset: int) -> tuple[int, str] | None:
        """The last source before an offset that was resolved, and its speaker."""
        place = bisect_left(self.resolved, (offset, ""))
        return self.resolved[place - 1] if place else None

    def seen(self, offset: int, entity: str) -> int:
        """The offset at which a person was last referred to before another offset; -1 if nowhere."""
        mentions = self.mentions[entity]
        before = bisect_left(mentions, bisect_left(self.starts, offset))
        named = self.starts[mentions[before - 1]] if before else -1
        spoke = next((place for place, speaker in reversed(self.resolved) if speaker == entity and place < offset), -1)
        return max(named, spoke)

    def sentence(self, offset: int) -> int:
        """The number of the sentence at an offset."""
        return bisect_right(self._ended, offset)

    def subject(self, offset: int) -> str | None:
        """The person who is the subject of the sentence at an offset, if one opens it."""
        sentence = self.sentence(offset)
        for place in range(bisect_left(self.starts, offset) - 1, -1, -1):
            if self.sentence(self.starts[place]) != sentence:
                return None
            if self.weight(place) >= _OPENS:
                return self.people[place].entity
        return None

    def is_quoted(self, offset: int) -> bool:
        """Whether an offset is inside a quotation."""
        opened, closed = self._quoted
        before = bisect_right(opened, offset)
        return before > 0 and offset < closed[before - 1]

    def spoken_of(self, source: Span) -> set[str]:
        """The people named after a source in its clause or in the quotation before: no speaker names himself there."""
        text, number = self.tokens.source, bisect_right(self._ended, source.end)
        end = self._ended[number] if number < len(self._ended) else len(text)
        if clause := _NEXT_CLAUSE.search(text, source.end, end):
            end = clause.start()
        begin = self._quotation_before(source.start)
        if begin == source.start and _TRAILING.fullmatch(text, source.end, end) and text.endswith(", ", 0, begin):
            low = self.tokens.starts[self.tokens.sentence_of(self.tokens.at(begin))[0]]
            first = bisect_left(self.starts, low)
            # Ann Lee will stay, she said: another one says so.
            if first < bisect_left(self.starts, begin) and self.weight(first) >= SUBJECT:
                return {self.people[first].entity}
        places = [bisect_left(self.starts, offset) for offset in (begin, source.start, source.end, end)]
        named = [*self.people[places[0]:places[1]], *self.people[places[2]:places[3]]]
        return {person.entity for person in named}

    def _quotation_before(self, offset: int) -> int:
        """The start of the quotation that ends at an offset, or the offset: "he said" is as near as its quotation."""
        opened, closed = self._quoted
        before = bisect_right(closed, offset) - 1
        return opened[before] if before >= 0 and closed[before] == offset else offset

    def gender(self, entity: str) -> Gender | None:
        """The gender that titles and given names imply, unless the pronouns after a person's mentions outvote it."""
        if entity in self._genders:
            return self._genders[entity]
        known = _gender_of(self.entities[entity].name, self.entities[entity].titles)
        votes = {"m": 0, "f": 0}
        mentions = self.mentions.get(entity, ())
        for place in mentions[:_VOTING] if known is None or len(mentions) >= _OUTVOTING else ():
            end = self.people[place].span.end
            stop = self.starts[place + 1] if place + 1 < len(self.starts) else len(self.tokens.source)
            found = _GENDERED.search(self.tokens.source, end, min(stop, end + _NEAR))
            if found is not None and self.weight(place) >= SUBJECT:
                pronoun = found[0].lower()
                votes[PRONOUNS[pronoun]] += 2 if pronoun in ("he", "she") else 1
        most: Gender = "f" if votes["f"] > votes["m"] else "m"
        count, against = max(votes.values()), min(votes.values())
        if known is None and count > max(1, against) or known != most and count >= 3 * max(2, against):
            known = most
        self._genders[entity] = known
        return known

    def fits(self, entity: str, wanted: Gender | None) -> bool:
        """Whether a person can be of a gender, for all that is known of both."""
        return wanted is None or self.gender(entity) in (None, wanted)

    def likeliest(
        self, offset: int, wanted: Gender | None, last: tuple[int, str] | None,
        allowed: Callable[[str], bool] = _anybody, farthest: int = FARTHEST, least: float = -FARTHEST,
    ) -> str | None:
        """The person whom a pronoun most likely refers to: the last speaker, or the subject of a recent sentence.

        wanted: the pronoun's gender; last: the offset of the last source, and its speaker; allowed: who can be meant;
        least: the weight that a person must have, unless nobody else can be meant.
        """
        ended, starts, people = self._ended, self.starts, self.people
        here = bisect_right(ended, self._quotation_before(offset))
        spoke = last[1] if last else None
        best: tuple[float, str] | None = None
        others: set[str] = set()
        index = bisect_left(starts, offset)
        for back in range(index - 1, max(-1, index - _LOOK_BACK), -1):
            distance = here - bisect_right(ended, starts[back])
            if distance > farthest or best is not None and SUBJECT + _SPOKE + _KNOWN - distance <= best[0]:
                break
            entity = people[back].entity
            score = self.weight(back) - distance + (_SPOKE if spoke == entity else 0.0)
            if best is not None and score + _KNOWN <= best[0] or not self.fits(entity, wanted) or not allowed(entity):
                continue
            others.add(entity)
            score += _KNOWN if self.gender(entity) else 0.0
            if best is None or score > best[0]:
                best = score, entity
        weight = _LAST_SOURCE
        for place in range(bisect_left(self.resolved, (offset, "")) - 1, -1, -1):
            start, entity = self.resolved[place]
            distance = here - bisect_right(ended, start)
            if distance > farthest or best is not None and weight + _KNOWN - distance <= best[0]:
                break
            if self.fits(entity, wanted) and allowed(entity):
                others.add(entity)
                score = weight - distance + (_KNOWN if self.gender(entity) else 0.0)
                if best is None or score > best[0]:
                    best = score, entity
            weight = _SOURCE
        if best is None or best[0] < least and len(others) > 1:
            return None
        return best[1]

    def weight(self, place: int) -> float:
        """The weight of a mention as an antecedent: highest for its sentence's subject, lowest in a quotation."""
        known = self._weights.get(place)
        if known is None:
            known = self._weights[place] = self._weight(place)
        return known

    def _weight(self, place: int) -> float:
        source, person = self.tokens.source, self.people[place]
        span = person.span
        if self.is_quoted(span.start):
            return -2.0
        if source.startswith(("’s", "'s"), span.end):
            return 0.6
        ended = self.sentence(span.start)
        low = self.tokens.starts[self.tokens.ends[ended - 1] + 1] if ended else 0
        if low >= span.start:
            return SUBJECT
        before = source[max(low, span.start - _FRONT):span.start].strip()
        before = before.removesuffix(person.title or "").rstrip().lower()
        if not before or before.endswith(("”", '"', "''")) or before in _OPENERS:
            return SUBJECT
        if before.partition(" ")[0] == "for" and source.startswith(",", span.end):
            return _OPENS  # for singers such as Ann Lee, his songs are a gift
        word = before.rpartition(" ")[2].strip(".,“\"'’")
        if word in ("the", "a", "an") or _MODIFIES.match(source, span.end):
            return 0.2
        if word in _GOVERNING:
            return 0.0
        first = place == 0 or self.starts[place - 1] < low
        if before.endswith(",") or first and before.count(" ") < 3:
            return 1.8
        return 1.2 if first else 0.8
