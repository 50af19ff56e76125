"""The last line of the table: how much was found in all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factx.model import Document
from factx.render.layout import KIND_OF

if TYPE_CHECKING:
    from factx.across.people import Named

KNOWN: Final = 100_000
"""The most names of people that are compared: of more, mentions alone are counted."""


class Summary:
    """Counts of the facts found so far, for the last line."""

    def __init__(self, kinds: frozenset[str]) -> None:
        self.kinds = kinds
        self.documents = self.facts = self.disagreements = 0
        self.counts: dict[str, int] = {}
        self.first: Document | None = None
        self.named: list[Named] = []

    def add(self, document: Document) -> None:
        """Count a document's facts; its people are kept, since one whom several documents name is counted once."""
        self.documents += 1
        self.facts += len(document.facts)
        self.disagreements += len(document.conflicts)
        for fact in document.facts:
            self.counts[fact.kind] = self.counts.get(fact.kind, 0) + 1
        if self.documents == 1:
            self.first = document
        elif len(self.named) <= KNOWN:
            self.keep([document] if self.first is None else [self.first, document])
            self.first = None

    def keep(self, documents: list[Document]) -> None:
        from factx.across.people import people_of

        for document in documents:
            mentioned = {person.entity for person in document.people}
            self.named += [named for named in people_of(document) if named.entity in mentioned]

    def people(self) -> int | None:
        """The number of people, as `--group people` counts them; None if there are too many to compare."""
        if self.first is not None:
            return len({person.entity for person in self.first.people})
        if len(self.named) > KNOWN:
            return None
        from factx.across.people import one_person

        return len(one_person(self.named))

    def line(self) -> str:
        """157 documents: 310 dates, 1,983 mentions of 412 people, 96 percentages, 720 claims, 3 disagreements"""
        parts = []
        for title, kind in KIND_OF.items():
            if kind == "person" and self.counts.get(kind):
                people = self.people()
                of = "" if people is None else f" of {counted(people, 'person', 'people')}"
                parts.append(counted(self.counts[kind], "mention", "mentions") + of)
            elif self.counts.get(kind):
                parts.append(counted(self.counts[kind], kind, title))
        parts += [f"{self.counts[own]:,} {own}" for own in sorted(set(self.counts).difference(KIND_OF.values()))]
        if self.disagreements:
            parts.append(counted(self.disagreements, "disagreement", "disagreements"))
        return f"{counted(self.documents, 'document', 'documents')}: {', '.join(parts)}"


def counted(count: int, one: str, several: str) -> str:
    return f"{count:,} {one if count == 1 else several}"
