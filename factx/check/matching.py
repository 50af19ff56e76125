"""Finds passages in sources: an index of the word triples of what is sought, through which each source runs once.

So no source is kept, and a passage that is rendered word for word is found by one look-up a word, others by the
triples that they share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final, NamedTuple

from factx.check.alignment import common
from factx.check.words import UNKNOWN, Alphabet, spans_of

TRIPLE: Final = 3
KNOWN: Final = re.compile(f"[^{UNKNOWN}]{{2,}}")
COMMON: Final = 300
"""The most places of one triple: one that more have tells nothing."""
SLACK: Final = 4
"""How many words more than it has itself a passage may have, on each side, and a quarter of its length."""
AROUND: Final = 3000
"""How many characters of the source before and after a passage are kept, to find who speaks."""


class Source(NamedTuple):
    """A text in which things are sought."""

    doc: str
    text: str
    date: str | None


class Hit(NamedTuple):
    """The best passage so far for what is sought."""

    common: int
    """How many of its words it has."""
    verbatim: bool
    source: Source
    """Of the text, what is around the passage."""
    offset: int
    """Where that begins in the whole text."""
    start: int
    end: int
    """The passage and some words around it, in the text as kept."""


class Read:
    """A source as the index reads it; where its words stand is worked out where something is found."""

    def __init__(self, source: Source, alphabet: Alphabet) -> None:
        self.source = source
        self.codes = alphabet.read(source.text)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        return spans_of(self.source.text)

    def hit(self, common: int, verbatim: bool, first: int, last: int) -> Hit:
        """The passage of the words `first` to `last` (exclusive)."""
        start, end = self.spans[first][0], self.spans[last - 1][1]
        offset = max(0, start - AROUND)
        around = self.source._replace(text=self.source.text[offset : end + AROUND])
        return Hit(common, verbatim, around, offset, start - offset, end - offset)


class Index:
    """What is sought, by its word triples; by pairs, and single words, what has no more."""

    def __init__(self) -> None:
        self.alphabet = Alphabet()
        self.sought: list[str] = []
        self.hits: list[Hit | None] = []
        self.shared: list[int] = []
        """How many triples the best passage shares."""
        self.places: dict[int, dict[str, list[tuple[int, int]]]] = {1: {}, 2: {}, TRIPLE: {}}
        self.common = common()

    def add(self, words: Sequence[str]) -> int:
        """Seek these words; the number by which the hit is known."""
        codes = self.alphabet.add(list(words))
        number = len(self.sought)
        self.sought.append(codes)
        self.hits.append(None)
        self.shared.append(0)
        size = min(TRIPLE, len(codes))
        for place in range(len(codes) - size + 1) if size else ():
            self.places[size].setdefault(codes[place : place + size], []).append((number, place))
        return number

    def search(self, source: Source) -> Read:
        """Look for all that is sought in a source."""
        read = Read(source, self.alphabet)
        votes: dict[int, list[int]] = {}
        for run in KNOWN.finditer(read.codes) if self.places[2] or self.places[TRIPLE] else ():
            self.vote(read.codes, *run.span(), votes)
        for codes, places in self.places[1].items():
            if (at := read.codes.find(codes)) >= 0:
                for number, _ in places:
                    votes.setdefault(number, []).append(at)
        for number, lines in votes.items():
            self.judge(read, number, lines)
        return read

    def vote(self, codes: str, start: int, end: int, votes: dict[int, list[int]]) -> None:
        """Note for what is sought where it would begin, by each triple that a stretch of known words has."""
        for size in (TRIPLE, 2):
            index = self.places[size]
            if not index:
                continue
            for place in [i for i in range(start, end - size + 1) if codes[i : i + size] in index]:
                found = index[codes[place : place + size]]
                for number, inside in found if len(found) <= COMMON else ():
                    votes.setdefault(number, []).append(place - inside)

    def judge(self, read: Read, number: int, lines: list[int]) -> None:
        """Keep a passage of the source, if it is better than those before."""
        best = self.hits[number]
        sought = self.sought[number]
        if best and best.verbatim or 2 * len(lines) < self.shared[number]:
            return
        if (at := read.codes.find(sought)) >= 0:
            self.hits[number] = read.hit(len(sought), True, at, at + len(sought))
            return
        line, _ = Counter(lines).most_common(1)[0]
        slack = SLACK + len(sought) // 4
        first, last = max(0, line - slack), min(len(read.codes), line + len(sought) + slack)
        shared = self.common(sought, read.codes[first:last])
        if shared > (best.common if best else 0):
            self.hits[number] = read.hit(shared, False, first, last)
            self.shared[number] = len(lines)
