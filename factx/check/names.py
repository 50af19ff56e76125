"""The people whom an article names: whether the sources name them, and so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from factx.across.names import SHORT, Levelled, akin, alike, levelled, same
from factx.check.matching import Hit, Index, Read
from factx.check.words import token, words_of
from factx.model import Document, Person
from factx.records import NamedTuple
from factx.render.keys import Lines

LOOKED_AT: Final = 20
"""The most places where a person's family name stands that are looked at."""
TITLES: Final = frozenset(
    "mr mrs ms dr miss mayor minister prime president judge sir lady lord prof professor the".split()
)
"""What stands before a name and tells nobody apart."""


class Near(NamedTuple):
    """A name in a source that is almost the one sought."""

    doc: str
    start: int
    end: int
    text: str
    alone: bool
    """Whether it is the family name, with no other before it."""
    same: bool = False
    """Whether it is the name itself, but for an initial."""


class Names:
    """The people of an article, each sought by the full name, and by a part of it where that is not found."""

    def __init__(self, document: Document, index: Index) -> None:
        self.index = index
        self.people: dict[str, Person] = {}
        for person in document.people:
            self.people.setdefault(person.entity, person)
        self.numbers = {entity: index.add(words_of(person.name)) for entity, person in self.people.items()}
        self.near: dict[str, Near] = {}
        self.looked: dict[str, int] = {}
        self.by_word: dict[str, list[str]] = {}
        for entity, person in self.people.items():
            words = words_of(person.name)
            for word in {words[0], words[-1]} if len(words) > 1 else ():
                self.by_word.setdefault(index.alphabet[token(word)], []).append(entity)
        self.letters = frozenset(self.by_word)

    def search(self, read: Read) -> None:
        """Look at the places of a source where a part of a name stands whose whole is not found."""
        for letter in read.letters & self.letters:
            for entity in self.by_word[letter]:
                hit = self.index.hits[self.numbers[entity]]
                near = self.near.get(entity)
                if hit and hit.verbatim or near and near.same or self.looked.get(entity, 0) > LOOKED_AT:
                    continue
                for name in names_at(read, letter):
                    self.looked[entity] = self.looked.get(entity, 0) + 1
                    self.judge(entity, name)

    def judge(self, entity: str, name: Near) -> None:
        """Keep a name if it can be a person's, other than by being the same."""
        sought, found = levelled(self.people[entity].name), levelled(name.text)
        if same(sought, found):
            self.near[entity] = name._replace(same=True)
            return
        if name.alone:
            if found.words[-1:] == sought.words[-1:]:
                self.near.setdefault(entity, name)
        elif entity in self.near and not self.near[entity].alone:
            return
        elif akin(sought, found) or is_misspelt(sought, found):
            self.near[entity] = name

    def rows(self, document: Document) -> list[dict[str, Any]]:
        lines = Lines(document.text)
        return [self.row(lines, entity, person) for entity, person in self.people.items()]

    def row(self, lines: Lines, entity: str, person: Person) -> dict[str, Any]:
        """A person in the report; who is named by the family name alone is found, with a note."""
        hit = self.index.hits[self.numbers[entity]]
        near = self.near.get(entity)
        place: tuple[str, int, int, str] | None = None
        status, note = "not-found", None
        if hit and hit.verbatim:
            status, place = "verbatim", where(hit)
        elif near:
            status, place = "verbatim" if near.alone or near.same else "altered", near[:4]
            note = "by the family name alone" if near.alone else None
        doc, start, end, text = place or (None, None, None, None)
        return {
            "text": person.text, "status": status, "start": person.span.start, "end": person.span.end,
            "line": lines.place(person.span.start)[0], "name": person.name, "source": doc,
            "source_start": start, "source_end": end, "source_text": text, "note": note,
        }  # fmt: skip


def is_misspelt(sought: Levelled, found: Levelled) -> bool:
    """Whether one word of two differs by a letter: Denis Falk, Denis Falck."""
    pairs = [(a, b) for a, b in zip(sought.words, found.words, strict=False) if a != b]
    return len(sought.words) == len(found.words) and len(pairs) == 1 and alike(*pairs[0], long=SHORT)


def where(hit: Hit) -> tuple[str, int, int, str]:
    text = " ".join(hit.source.text[hit.start : hit.end].split())
    return hit.source.doc, hit.offset + hit.start, hit.offset + hit.end, text


def names_at(read: Read, letter: str) -> Iterator[Near]:
    """The capitalised words around each place of a word."""
    if not read.is_exact():
        return
    at = read.codes.find(letter)
    while at >= 0:
        first = last = at
        while first and is_name(read, first - 1) and follows(read, first - 1):
            first -= 1
        while last + 1 < len(read.spans) and is_name(read, last + 1) and follows(read, last):
            last += 1
        start, end = read.spans[first][0], read.spans[last][1]
        text = read.source.text[start:end].removesuffix("'s").removesuffix("’s")
        if text[:1].isupper():
            yield Near(read.source.doc, start, start + len(text), text, first == last)
        at = read.codes.find(letter, at + 1)


def is_name(read: Read, place: int) -> bool:
    start, end = read.spans[place]
    word = read.source.text[start:end]
    return word[0].isupper() and word.casefold().rstrip(".") not in TITLES


def follows(read: Read, place: int) -> bool:
    """Whether only a blank, a hyphen or an initial's stop is between a word and the next."""
    between = read.source.text[read.spans[place][1] : read.spans[place + 1][0]]
    return between in (" ", "-", ". ", ".", "\u00a0")
