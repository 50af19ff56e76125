"""Constituents above groups: what the rules find, less what the clauses tell to be something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factx.engine.tags import TagSet, kinds
from factx.records import NamedTuple
from factx.syntax.clauses import ClauseReader
from factx.syntax.constituent_rules import ConstituentKind, Found, constituents
from factx.syntax.items import Items
from factx.syntax.sentence import Clause
from factx.text.tokens import Tokens

Range = tuple[int, int]


class Constituent(NamedTuple):
    """The tokens `start` to `end` (exclusive), which groups make up.

    head: the token that it is of, where it has one: the noun of an apposition or of the first member.
    of: the tokens of the group that it belongs to: whose apposition, age or brackets it is.
    members: the tokens of what is coordinated; else none.
    tags: those that its head has as a noun group; none where it is no such group.
    """

    kind: ConstituentKind
    start: int
    end: int
    head: int
    of: Range | None
    members: tuple[Range, ...]
    tags: TagSet


class ConstituentReader:
    """Reads the constituents of a text, by its groups and its clauses."""

    def __init__(self, items: Items, reader: ClauseReader, clauses: Sequence[Clause]) -> None:
        self.items = items
        self._own = reader.by_subject(clauses)
        self._verbs = dict(zip(reader.verb_starts(), clauses, strict=True))
        self._prepositions = reader.prepositions()

    def read(self) -> list[Constituent]:
        """The constituents, in the text's order, those around others first."""
        found = [self._made(Found("preposition", *where, (where,))) for where in self._prepositions]
        found += [constituent for _, constituent in self.found()]
        return sorted(dict.fromkeys(found), key=lambda each: (each.start, -each.end))

    def found(self) -> Iterator[tuple[str, Constituent]]:
        """The rules that find something, each with that."""
        for finding in constituents.find(with_determiners(self.items)):
            kept: Found | None = finding.values
            if finding.values.kind == "coordination":
                kept = self._joined(finding.values)
            elif finding.values.kind == "apposition" and not self._is_apposition(finding.values):
                kept = None
            if kept is not None:
                yield finding.rule, self._made(kept)

    def _made(self, found: Found) -> Constituent:
        """A constituent by its tokens."""
        origin = self.items.origin
        start, end = origin[found.start], origin[found.end]
        first = found.members[0]
        place = first[1] - 1 if found.kind in ("adverb", "preposition", "age") else first[0]
        group = self.items.group(place)
        of = None if found.of is None else (origin[found.of], origin[found.of + 1])
        members = tuple((origin[low], origin[high]) for low, high in found.members)
        return Constituent(
            found.kind, start, end, group.head, of, members if found.kind == "coordination" else (),
            self._tags(place) - NOUN_GROUP if "noun-group" in self._tags(place) else _NONE,
        )

    def _tags(self, place: int) -> TagSet:
        return kinds.tags[self.items.kinds[place]] if 0 <= place < len(self.items) else _NONE

    def _is_subject(self, place: int) -> bool:
        """Whether a noun group is the subject of a clause of its own."""
        return self.items.origin[place] in self._own

    def _is_apposition(self, found: Found) -> bool:
        """Whether a noun group after another one belongs to it: it is no subject, nor what stands in front of one."""
        assert found.of is not None
        if self._is_subject(found.start):
            return False
        opens = "adp" in self._tags(found.of - 1) and not _OPENING.isdisjoint(self._tags(found.of - 2) or _OPENING)
        return not opens

    def _joined(self, found: Found) -> Found | None:
        """The last of some members that are of one sort: at least two; None where they are not coordinated."""
        members = found.members
        last = members[-1]
        if "verb-group" in self._tags(last[0]):
            members = tuple(self._with_one_subject(members))
        elif "noun-group" in self._tags(last[0]):
            if self._is_subject(last[0]) and not self._is_subject(members[0][0]):
                return None
            members = tuple(self._of_one_sort(members))
        return None if len(members) < _LEAST else Found("coordination", members[0][0], found.end, members)

    def _with_one_subject(self, members: Sequence[Range]) -> Iterator[Range]:
        """The last verb groups that have one subject and are all finite, or all infinitives, or all participles."""
        first = len(members) - 1
        while first and self._share(members[first - 1][0], members[-1][0]):
            first -= 1
        yield from members[first:]

    def _share(self, one: int, other: int) -> bool:
        """Whether two verb groups have one subject and one form; after "to buy and" or "will buy and" stands the base
        form alone."""
        first, second = (self._verbs.get(self.items.origin[place]) for place in (one, other))
        if first is None or second is None:
            return False  # an auxiliary before its subject: had she, or has she, left
        forms = [next(form for form in _FORMS if form in self._tags(place)) for place in (one, other)]
        mine, its = (clause.subject or clause.understood for clause in (first, second))
        if "base" in self._tags(other) and its is None:
            return not self._tags(one).isdisjoint(_GOVERNING)
        return forms[0] == forms[1] and mine == its

    def _of_one_sort(self, members: Sequence[Range]) -> Iterator[Range]:
        """The last noun groups that can be coordinated: two of any sort, more of one sort alone."""
        first = len(members) - 2
        if not self._are_joined(members[first], members[-1]):
            return
        if first and self._sort(members[first][0])[0] != self._sort(members[-1][0])[0]:
            return  # the head of the bank, Maria Costa, and the head of the union
        sort = self._sort(members[first][0])
        while first and self._sort(members[first - 1][0])[0] == sort[0] == self._sort(members[-1][0])[0] \
                and not self._is_in_front(members[first - 1][0]):
            first -= 1
        yield from members[first:]

    def _sort(self, place: int) -> tuple[str, bool, bool]:
        """What a noun group is: a name, a time; whether it is plural, and whether it has a word before its noun."""
        tags = self._tags(place)
        sort = next((name for name in _SORTS if name in tags), "common")
        letters = self.items.pieces[place]
        return "named" if sort == "person" else sort, "plural" in tags, letters[0] in "TO" or "s" in letters

    def _are_joined(self, first: Range, last: Range) -> bool:
        """Whether two noun groups with a conjunction between are coordinated, as far as it can be told.

        In "the price of oil and gas" it is the nearer one, in "the man from Leeds and his son" the one that is alike.
        """
        mine, sort = self._sort(first[0]), self._sort(last[0])
        if ("time" in (mine[0], sort[0]) or "figure" in (mine[0], sort[0])) and mine[0] != sort[0]:
            return False
        if first[1] - first[0] > 1:  # with a prepositional phrase
            return mine == sort != self._sort(first[1] - 1) and not self._is_in_front(first[0])
        if "adp" not in self._tags(first[0] - 1) or "noun-group" not in self._tags(first[0] - 2):
            return True
        outer = self._sort(first[0] - 2)
        return mine == sort and (outer != sort or not sort[2])

    def _is_in_front(self, place: int) -> bool:
        """Whether a noun group is in a phrase in front of its sentence: in [May], oil and gas rose."""
        return "adp" in self._tags(place - 1) and not _OPENING.isdisjoint(self._tags(place - 2) or _OPENING)


def written(tokens: Tokens, constituent: Constituent) -> str:
    """A constituent as a line: `apposition: Ann Lee | the mayor`, `coordination: oil | gas`, `adverb: very quickly`.

    What apposition, age or brackets belong to stands first, `–` where that is nothing.
    """
    parts = constituent.members or ((constituent.start, constituent.end),)
    told = [tokens.text(*each) for each in parts]
    if constituent.kind in _BELONGING:
        told.insert(0, tokens.text(*constituent.of) if constituent.of else "–")
    return f"{constituent.kind}: {' | '.join(told)}"


def with_determiners(items: Items) -> Tokens:
    """The items, noun groups tagged with what their first word makes of them."""
    found = Tokens(items.source, items.words, None, items.origin, items.starts, items.ends)
    every = kinds.tags
    found.tags = [
        own if (own := every[kind]).isdisjoint(NOUN_GROUP) else own | _determined(letters, word)
        for kind, letters, word in zip(items.kinds, items.pieces, items.words, strict=True)
    ]
    return found


def _determined(letters: str, words: str) -> TagSet:
    if letters[0] == "O":
        return _DEFINITE
    if letters[0] != "T":
        return _DEFINITE if "s" in letters else _NONE
    return _INDEFINITE if words.split(None, 1)[0].lower() in _INDEFINITE_WORDS else _DEFINITE


NOUN_GROUP: Final[TagSet] = frozenset({"noun-group"})
_NONE: Final[TagSet] = frozenset()
_DEFINITE: Final[TagSet] = frozenset({"definite"})
_INDEFINITE: Final[TagSet] = frozenset({"indefinite"})
_INDEFINITE_WORDS: Final = frozenset("a an another some any one each every no".split())
_OPENING: Final[TagSet] = frozenset({"end", "paragraph", "sconj", "double-quote", "colon", "semicolon"})
_SORTS: Final = ("person", "named", "time", "figure", "with-figure", "pron")
_BELONGING: Final = frozenset(["apposition", "age", "brackets"])
_FORMS: Final = ("finite", "infinitive", "ing", "participle")
_GOVERNING: Final[TagSet] = frozenset({"infinitive", "modal", "future", "base"})
_LEAST: Final = 2
"""The members of a coordination, at least."""
