"""Finds whom a text calls what: the people to whom titles, appositions and clauses of being give a noun."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from factx.expressions import compiled
from factx.extract.people import Gender
from factx.model import Entity, Person
from factx.records import NamedTuple
from factx.resolve.descriptions import (
    REMEMBERED,
    WORD,
    Description,
    complement_of,
    described,
    gender_of_noun,
    is_person,
    nation_words,
    spelled,
    telling_of,
)
from factx.syntax.words import classes
from factx.text.tokens import Tokens

_APPOSED = compiled(
    r"(?:,? \(|, (?:who is|who was) |, (?:\d\d?, )?| [–—-] | (?:is|was|became|remains|works as|worked as) )"
    r"(?P<words>[^.;:?!()\"“”]*)"
)
"""What stands between a name and the noun in apposition to it, or said of it: Ann Lee, a retired | postman."""
_HOME = frozenset((" of ", " from ", ", of ", ", from ", " ("))
"""What stands between a name and where somebody is from."""
_FOR = compiled(r"(?P<complement> (?:of|for|at|to|with|in) [^,.;:?!()]{1,60})?(?P<comma>,)? ")
"""What stands between a noun and the name that it is for: the minister | of fisheries | Jon Arnarson."""
_CLOSED = compiled(r"\s*(?:[,.;:)–—]|$|-\s|who\b)")
"""What follows a name in apposition."""
_JOINED = compiled(r" and (?!(?:the|an?|his|her) )(?:[\w-]+ ){0,3}?(?P<last>[\w-]+) ")
"""What stands between two nouns and the name of whom both are for: founder | and chief executive | Ann Lee."""
_NEW = frozenset({"a", "an", "one", "another"})
"""Articles before a noun for somebody not known yet."""
_LONGEST = 8
"""How many words of a noun phrase before its noun are looked at."""
_GENITIVE = frozenset({"'s", "’s", "'", "’", "-"})
_CAMPAIGN = compiled(r"(?:[’']s)? (?:(?:presidential )?campaign|running mate)\b")
_AGED = compiled(r"\S+-year-old $")
_ROOM = 120
"""How many code points around a noun are looked at."""
OPENING = 400
"""How far into a text somebody may be described before being named."""
_SOON = 700
"""How far after such a description the name may stand."""
_DETERMINERS = frozenset("TO#")
_INSIDE = frozenset("NnPJ#%EGRTOCs-")
"""The classes of words within a noun phrase."""


class Bearing(NamedTuple):
    """A person whom the text gives a noun to.

    words: what tells this one from others of that head; surely: whether the text says so, and not only suggests it.
    """

    entity: str
    head: str
    words: frozenset[str]
    surely: bool = True


class Called(NamedTuple):
    """The people whom a text describes with certain nouns.

    loose: the offsets of those nouns where they are nobody's; unnamed: where somebody without a name is introduced so,
        and the gender that the noun implies.
    """

    bearings: list[Bearing]
    loose: list[int]
    unnamed: list[tuple[int, Gender | None]]


@lru_cache(REMEMBERED)
def _is_inside(words: str) -> bool:
    """Whether words can all stand before a noun: a former chief; not: met the."""
    return all(word[0].isupper() or classes(word)[:1] in _INSIDE for word in WORD.findall(words))


@lru_cache(REMEMBERED)
def _forms(word: str) -> frozenset[str]:
    """The ways in which a word, given in lower case, is written."""
    if len(word) < 3:
        return frozenset({word.upper()})  # US, MP
    return frozenset((word, word.capitalize(), word.title(), word.upper()))


def _is_noun(word: re.Match[str] | None) -> bool:
    """Whether a word is a common noun, so that one before it describes it."""
    return word is not None and word[0].islower() and (classes(word[0])[:1] in ("N", "n") or is_person(word[0]))


def _leads_to_name(between: str) -> bool:
    """Whether only words before a noun stand between a word and a name: Kenya | 's former champion | Wilson Kiprop."""
    near = between[0] in " ’'" and "," not in between and between.count(" ") < 6
    return near and _is_inside(between.replace("’s", "").replace("'s", ""))


class Bearers:
    """The people of a text by what it calls them; a noun is looked for when it is first asked for."""

    def __init__(self, tokens: Tokens, people: Sequence[Person], entities: Iterable[Entity]) -> None:
        self.tokens = tokens
        self.source = tokens.source
        self.people = people
        self.starts = [person.span.start for person in people]
        self._called: dict[frozenset[str], Called] = {}
        self.titled: dict[str, list[Bearing]] = {}
        """The bearers of titles, and of what they have been found to be called, by head."""
        self.heads: dict[str, set[str]] = {}
        """The same by person."""
        self._of_nation: dict[str, set[str]] = {}
        for entity in entities:
            for title in entity.titles:
                if about := described(title[:1].upper() + title[1:]):
                    self.give(entity.id, about)

    def give(self, entity: str, about: Description) -> None:
        """Note that a person is called so."""
        self.titled.setdefault(about.head, []).append(Bearing(entity, about.head, about.telling))
        self.heads.setdefault(entity, set()).add(about.head)

    def called(self, heads: frozenset[str]) -> Called:
        """The people whom the text describes with one of the heads' nouns."""
        known = self._called.get(heads)
        if known is None:
            known = self._called[heads] = self._search(heads)
        return Called(self.with_title(heads) + known.bearings, known.loose, known.unnamed)

    def with_title(self, heads: frozenset[str]) -> list[Bearing]:
        """The people who have one of the heads as a title, or have been found to be described so."""
        return [bearing for head in heads.intersection(self.titled) for bearing in self.titled[head]]

    @cached_property
    def _words(self) -> set[str]:
        return set(self.tokens.words)

    def _found(self, word: str) -> Iterator[tuple[int, int]]:
        """The spans of a word in the text, in small letters, capitals or with one."""
        source = self.source
        for form in _forms(word):
            if form.isalpha() and form not in self._words and f"{form} " not in self._words:
                continue
            start = source.find(form)
            while start >= 0:
                end = start + len(form)
                after = source[end:end + 1]
                if not (source[start - 1:start].isalnum() or after.isalnum() or after == "-"):
                    yield start, end
                start = source.find(form, end)

    def _search(self, heads: frozenset[str]) -> Called:
        called = Called([], [], [])
        if "nominee" in heads:
            called.bearings.extend(Bearing(entity, "nominee", frozenset(), surely=False) for entity in self._running())
        for head in heads:
            for noun in spelled(head):
                for start, end in self._found(noun):
                    self._note(called, head, noun, start, end)
        return called

    def _note(self, called: Called, head: str, noun: str, start: int, end: int) -> None:
        """Note whom a noun at a place is for."""
        entity = self._attached(start, end)
        surely = entity is not None
        article, words = self._before(start)
        if entity is None and (article in _NEW or self._opens(start, words)):
            entity = self._named_soon(end)
            if entity is None and article in _NEW:
                called.unnamed.append((start, gender_of_noun(noun)))
        if entity is None:
            called.loose.append(start)
        else:
            called.bearings.append(Bearing(entity, head, telling_of(words) | complement_of(self.source, end), surely))

    def _running(self) -> set[str]:
        """The people who have a campaign or a running mate."""
        return {person.entity for person in self.people if _CAMPAIGN.match(self.source, person.span.end)}

    def of_nation(self, nation: str) -> set[str]:
        """The people whose nation the text gives: Kenya's Wilson Kiprop, Kenyan President Daniel Mutua."""
        known = self._of_nation.get(nation)
        if known is None:
            spans = [span for word in nation_words(nation) for span in self._found(word)]
            known = self._of_nation[nation] = self._with(spans)
        return known

    def of_age(self, age: str) -> set[str]:
        """The people whose age the text gives: Ann Lee, 54; 54-year-old Ann Lee."""
        found = re.finditer(rf"\b{re.escape(age)}\b(?:-year-old\b)?", self.source, re.IGNORECASE)
        return self._with(hit.span() for hit in found)

    def _with(self, spans: Iterable[tuple[int, int]]) -> set[str]:
        found = [self._attached(start, end, modifier=True) for start, end in spans]
        return {entity for entity in found if entity is not None}

    def _attached(self, start: int, end: int, *, modifier: bool = False) -> str | None:
        """The person whom the noun at a place is for; `modifier`: it may be a word before that noun."""
        source = self.source
        after = bisect_left(self.starts, end)
        following = self.people[after] if after < len(self.people) else None
        between = source[end:min(following.span.start, end + _ROOM)] if following else "\n"
        if following is not None and between == " ":
            return following.entity
        owner = source.startswith(("’s", "'s"), end)
        if not modifier and (owner or source[end:end + 1] == " " and _is_noun(WORD.match(source, end + 1))):
            return None  # the chief | economist
        if after and self._is_apposed(self.people[after - 1], start, modifier=modifier):
            return self.people[after - 1].entity
        if following is None or "\n" in between:
            return None
        attached = _leads_to_name(between) if modifier else self._is_for(following, between)
        return following.entity if attached else None

    def _is_apposed(self, person: Person, start: int, *, modifier: bool) -> bool:
        """Whether the noun at a place is in apposition to the person before it; `modifier`: or says where from."""
        if person.span.end > start:
            return False
        gap = self.source[person.span.end:start][:_ROOM]
        apposed = _APPOSED.fullmatch(gap)
        return modifier and gap in _HOME or apposed is not None and _is_inside(apposed["words"])

    def _is_for(self, person: Person, between: str) -> bool:
        """Whether a noun describes the person named after it, by the words between the two."""
        joined = _JOINED.fullmatch(between)
        if joined is not None and is_person(joined["last"].lower()):
            return True
        link = _FOR.fullmatch(between)
        if link is None:
            return False
        if link["comma"]:
            return _CLOSED.match(self.source, person.span.end) is not None
        last = WORD.findall(between)[-1].lower()
        return classes(last)[:1] in ("N", "n", "#") and not is_person(last)

    def _opens(self, start: int, words: list[str]) -> bool:
        """Whether a noun phrase opens the text: the director of the port has resigned."""
        if start > OPENING:
            return False
        begins = self.source.rfind("\n", 0, start) + 1
        return len(WORD.findall(self.source[begins:start])) <= len(words) + 1

    def _named_soon(self, end: int) -> str | None:
        """The person whom a new paragraph names first, after an opening that describes somebody: a postman has won."""
        if end > OPENING:
            return None
        place = bisect_left(self.starts, end)
        named = {person.entity for person in self.people[:place]}
        for person in self.people[place:]:
            start = person.span.start
            if start - end > _SOON:
                break
            if person.entity not in named:
                before = _AGED.sub("", self.source[max(0, start - _ROOM):start])
                opens = not before or before.endswith(("\n", ". ", ",” ", '," '))
                return person.entity if person.title is None and opens and "\n" in self.source[end:start] else None
        return None

    def _before(self, start: int) -> tuple[str, list[str]]:
        """The article of the noun at an offset, in lower case, and the words between them."""
        place = self.tokens.at(start)
        words: list[str] = []
        for at in range(place - 1, max(-1, place - _LONGEST), -1):
            word = self.tokens[at]
            if word in _GENITIVE:
                continue
            if classes(word.lower())[:1] in _DETERMINERS:
                return word.lower(), words
            if not word[:1].isalpha() or not _is_inside(word):
                break
            words.append(word)
        return "", words
