"""The types of the stage: clauses, and a text as it is read."""

from __future__ import annotations

from typing import Literal, Protocol, TypeAlias

from factx.records import NamedTuple, lazy
from factx.syntax.groups import Group
from factx.syntax.items import Items

ClauseKind: TypeAlias = Literal["main", "complement", "relative", "adverbial", "participle", "infinitive", "absolute"]
"""An absolute is a participle with a subject of its own: with [prices rising], its [harbour blocked] by ice."""


class Sentence(NamedTuple):
    """A sentence's items, and its first predicate's number."""

    start: int
    end: int
    first: int


class Predicate(NamedTuple):
    """A verb with what was found around it, by their places among the items."""

    verb: int
    subject: int | None
    understood: int | None
    begins: int
    """Where its clause begins: at the word that opens it, else at its subject."""
    kind: ClauseKind
    sentence: Sentence


class Reader(Protocol):
    """The interface that computes the parts of clauses, by their numbers."""

    items: Items
    predicates: list[Predicate]

    def kind(self, number: int) -> ClauseKind: ...
    def parent(self, number: int) -> int | None: ...
    def begins(self, number: int) -> int: ...
    def end(self, number: int) -> int: ...
    def objects(self, number: int) -> list[Group]: ...
    def phrases(self, number: int) -> list[Group]: ...


class Clause:
    """A verb group with what belongs to it; each part is worked out when it is first asked for."""

    def __init__(self, reader: Reader, number: int) -> None:
        self._reader = reader
        self._predicate = reader.predicates[number]
        self.number = number

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Clause) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def __repr__(self) -> str:
        return f"Clause{self._parts()}"

    def _parts(self) -> tuple[object, ...]:
        return self.kind, self.start, self.end, self.verb, self.subject, self.understood, self.parent

    @lazy
    def verb(self) -> Group:
        return self._reader.items.group(self._predicate.verb)

    @lazy
    def subject(self) -> Group | None:
        """Its own subject."""
        place = self._predicate.subject
        return None if place is None else self._reader.items.group(place)

    @lazy
    def understood(self) -> Group | None:
        """The subject shared with another clause: she came and [has seen] it, to leave."""
        place = self._predicate.understood
        return None if place is None else self._reader.items.group(place)

    @lazy
    def objects(self) -> list[Group]:
        """What its verb does something to: she gave [the boy] [a book]."""
        return self._reader.objects(self.number)

    @lazy
    def phrases(self) -> list[Group]:
        """The prepositional phrases after its verb: it fell [by a third] [in May]."""
        return self._reader.phrases(self.number)

    @property
    def kind(self) -> ClauseKind:
        return self._reader.kind(self.number)

    @lazy
    def parent(self) -> int | None:
        """The index of the clause that it stands in, or depends on; None for main clauses."""
        return self._reader.parent(self.number)

    @lazy
    def start(self) -> int:
        """Its first token, without the marks around it."""
        return self._reader.items.origin[self._reader.begins(self.number)]

    @lazy
    def end(self) -> int:
        """The token after it, without the marks around it."""
        return self._reader.items.origin[self._reader.end(self.number)]
