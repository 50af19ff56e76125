"""Finds passages in sources: an index of the word triples of what is sought, through which each source runs once.

So no source is kept, and a passage that is rendered word for word is found by one look-up a word, others by the
triples that they share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from factx.check.alignment import common
from factx.check.words import UNKNOWN, Alphabet, spans_of
from factx.records import NamedTuple

TRIPLE: Final = 3
STRIDE: Final = 2
"""Every other triple of a source is looked up: of five words in a row, one at least."""
FEW: Final = 5
"""What has fewer words is sought by its rarest word."""
KNOWN: Final = re.compile(f"[^{UNKNOWN}]{{{TRIPLE},}}")
COMMON: Final = 8
"""The most places of one triple: it tells little where more have it."""
KEPT: Final = 3
"""How many triples are kept at least, the rarest ones, of what has only such."""
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
        self.alphabet = alphabet
        self.codes = alphabet.read(source.text)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        return spans_of(self.source.text)

    @cached_property
    def letters(self) -> frozenset[str]:
        """The characters of the words that are sought, and are in it."""
        return frozenset(self.codes)

    def is_exact(self) -> bool:
        """Whether each word has its character; if not, the text is read again, slowly."""
        if len(self.codes) == len(self.spans):
            return True
        self.codes = self.alphabet.read_slowly(self.source.text)
        return False

    def hit(self, common: int, verbatim: bool, first: int, last: int) -> Hit:
        """The passage of the words `first` to `last` (exclusive)."""
        start, end = self.spans[first][0], self.spans[last - 1][1]
        offset = max(0, start - AROUND)
        around = self.source._replace(text=self.source.text[offset : end + AROUND])
        return Hit(common, verbatim, around, offset, start - offset, end - offset)


class Index:
    """An index of the quotations to look for: by word triples, and short ones by their rarest word."""

    def __init__(self) -> None:
        self.alphabet = Alphabet()
        self.sought: list[str] = []
        self.hits: list[Hit | None] = []
        self.shared: list[int] = []
        """How many triples the best passage shares, in line."""
        self.done: set[int] = set()
        """What was found word for word."""

    def add(self, words: Sequence[str]) -> int:
        """Seek these words; the number by which the hit is known. Nothing is added once a source was read."""
        self.sought.append(self.alphabet.add(list(words)))
        self.hits.append(None)
        self.shared.append(0)
        return len(self.sought) - 1

    @cached_property
    def short(self) -> dict[str, list[int]]:
        """The quotations of few words, by the rarest word of each."""
        counts = Counter(letter for codes in self.sought for letter in set(codes))
        found: dict[str, list[int]] = {}
        for number, codes in enumerate(self.sought):
            if 0 < len(codes) < FEW:
                found.setdefault(min(codes, key=counts.__getitem__), []).append(number)
        return found

    @cached_property
    def rarest(self) -> frozenset[str]:
        """The words by which what has few words is sought."""
        return frozenset(self.short)

    @cached_property
    def places(self) -> dict[str, list[tuple[int, int]]]:
        """The places of each word triple; a common triple is kept only for quotations without rarer ones."""
        each = [
            [codes[i : i + TRIPLE] for i in range(len(codes) - TRIPLE + 1)] if len(codes) >= FEW else []
            for codes in self.sought
        ]
        counts = Counter(triple for triples in each for triple in triples)
        found: dict[str, list[tuple[int, int]]] = {}
        for number, triples in enumerate(each):
            kept = [i for i, triple in enumerate(triples) if counts[triple] <= COMMON]
            if len(kept) < KEPT:
                kept = sorted(range(len(triples)), key=lambda i: counts[triples[i]])[:KEPT]
            for i in kept:
                found.setdefault(triples[i], []).append((number, i))
        return found

    def search(self, source: Source) -> Read:
        """Look for all that is sought in a source."""
        read = Read(source, self.alphabet)
        places, codes, done = self.places, read.codes, self.done
        votes: dict[int, list[int]] = {}
        for run in KNOWN.finditer(codes) if places else ():
            start, end = run.span()
            for place in [i for i in range(start, end - TRIPLE + 1, STRIDE) if codes[i : i + TRIPLE] in places]:
                for number, inside in places[codes[place : place + TRIPLE]]:
                    if number not in done:
                        votes.setdefault(number, []).append(place - inside)
        for number, lines in votes.items():
            if len(lines) > self.shared[number]:
                self.judge(read, number, lines)
        for letter in read.letters & self.rarest:
            for number in self.short[letter]:
                if number in done:
                    continue
                if self.sought[number] in read.codes:
                    self.verbatim(read, number)
                elif len(self.sought[number]) > TRIPLE and self.hits[number] is None:
                    self.near(read, number, read.codes.find(letter) - self.sought[number].index(letter))
        return read

    def verbatim(self, read: Read, number: int) -> bool:
        """Whether the source has what is sought word for word; then it is kept."""
        at = read.codes.find(self.sought[number])
        if at < 0:
            return False
        if not read.is_exact():
            at = read.codes.find(self.sought[number])
            if at < 0:
                return False
        self.hits[number] = read.hit(len(self.sought[number]), True, at, at + len(self.sought[number]))
        self.done.add(number)
        return True

    def judge(self, read: Read, number: int, lines: list[int]) -> None:
        """Keep a passage of the source, if it is better than those before."""
        line, shared = Counter(lines).most_common(1)[0]
        if shared > self.shared[number] and not self.verbatim(read, number):
            self.shared[number] = shared
            self.near(read, number, line)

    def near(self, read: Read, number: int, line: int) -> None:
        """Keep the passage that would begin at a word, if it has more of what is sought than those before."""
        sought = self.sought[number]
        slack = SLACK + len(sought) // 4
        first, last = max(0, line - slack), min(len(read.codes), line + len(sought) + slack)
        found = common(sought, read.codes[first:last])
        best = self.hits[number]
        if found > (best.common if best else 0) and read.is_exact():
            self.hits[number] = read.hit(found, False, first, last)
