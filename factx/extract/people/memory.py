"""What a document has shown of its names: who was named in full, what was a firm or a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factx.extract.people.candidates import Candidate
from factx.extract.people.cues import cues
from factx.tokens import Tokens


class Memory:
    """The names of a document, in full and alone."""

    def __init__(self, full: Iterable[Candidate], lone: Iterable[Candidate], tokens: Tokens) -> None:
        self.families: Counter[str] = Counter()
        self.given: Counter[str] = Counter()
        self.middle: set[str] = set()
        self.others: Counter[str] = Counter()
        self.wholes: Counter[tuple[str, ...]] = Counter()
        for name in full:
            words = name.names
            if name.score > 0:
                self.families[words[-1].folded] += 2 if name.score > 2 else 1
                if len(words) > 1:
                    self.given[words[0].folded] += 2 if name.score > 2 else 1
                    self.middle.update(word.folded for word in words[1:-1])
                self.wholes[tuple(word.folded for word in words)] += 1
            else:
                for word in words:
                    self.others[word.folded] += 1
        self.initials = {"".join([word[0] for word in name]) for name in self.wholes if len(name) > 1}
        self.titled = {name.names[0].folded for name in lone if name.title < name.start}
        self.lone = Counter([name.names[0].folded for name in lone if name.names[0].form != "upper"])
        self.tokens = set(tokens.words)

    def knows(self, word: str) -> bool:
        """Whether the word is part of a person's full name."""
        return word in self.families or word in self.given or word in self.middle or word in self.initials

    def recall(self, name: Candidate) -> None:
        """Add what the rest of the document says of a name."""
        last = name.names[-1].folded
        told: list[str] = []
        if name.lone:
            if last in self.families:
                told.append("surname-of-full-name" if self.families[last] >= 2 else "surname-of-weak-name")
            elif last in self.given:
                told.append("given-of-full-name" if self.given[last] >= 2 else "given-of-weak-name")
            elif last in self.middle:
                told.append("middle-of-full-name")
            if last in self.initials and len(last) > 1:
                told.append("initials-of-full-name")
            if last in self.titled:
                told.append("titled-elsewhere")
            if last in self.others:
                told.append("in-other-name")
            often = self.lone.get(last, 0)
            if often != 2:
                told.append("often-alone" if often > 2 else "alone-once")
        else:
            if self.families.get(last, 0) > (2 if name.score > 2 else name.score > 0):
                told.append("surname-again" if name.partial else "surname-known")
            if last in self.titled:
                told.append("surname-titled")
            elif last in self.lone:
                told.append("surname-alone")
        if last in self.tokens or f"{last} " in self.tokens:
            told.append("lower-elsewhere")
        if told:
            name.add(cues(*told))
