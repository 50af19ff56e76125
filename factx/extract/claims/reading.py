"""A text as the claim rules read it: people, quotations and asides are single tokens, and each has its kinds."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import compress

from factx.engine import tags
from factx.expressions import compiled
from factx.extract.claims import kinds
from factx.extract.claims.kinds import Kind, Kinds
from factx.extract.claims.layers import layers
from factx.model import Person
from factx.syntax import Group, Syntax
from factx.syntax.items import Items
from factx.syntax.sentence import Clause
from factx.syntax.words import NAME
from factx.text.quotations import Quotation
from factx.text.tokens import Tokens

Range = tuple[int, int]
"""Tokens of a reading, from one to before another."""
_MAKING: Kinds = frozenset({"trigger", "quotation"})
_SURE: Kinds = frozenset({"cue", "feeling", "colon", "quotation"})
"""The triggers that need nothing after them."""
_PARTS: Kinds = frozenset({"comma", "colon"})
_BEFORE_PER: Kinds = frozenset({"comma", "end", "preposition", "subordinator", "conjunction", "adverb"})
_LABEL = compiled(r"^[\"“]?([^\W\d_][^\n:“\"]{0,50}:)(?=\s)", re.MULTILINE)
_GROUPS: tags.TagSet = frozenset({"noun-group", "verb-group"})


class _Lowers(dict[str, str]):
    """Token to its bare form in small letters, with a plain apostrophe."""

    LIMIT = 50_000

    def __missing__(self, token: str) -> str:
        if len(self) >= self.LIMIT:
            self.clear()
        self[token] = lower = _lower(token)
        return lower


def _lower(token: str) -> str:
    return token.strip().lower().replace("’", "'")


_LOWERS = _Lowers()


class _Making(dict[Kinds, bool]):
    """Whether what is of some kinds may make a statement."""

    def __missing__(self, own: Kinds) -> bool:
        found = self[own] = not _MAKING.isdisjoint(own)
        return found


_making = _Making()


class Groups:
    """The groups of a text, to look up by their tokens; each is made when it is first asked for."""

    def __init__(self, items: Items) -> None:
        self._items = items
        self._origin = items.origin
        self._known: dict[int, Group | None] = {}

    def _item(self, number: int) -> Group | None:
        """The group that an item is, if it is one."""
        if number not in self._known:
            one = not tags.kinds.tags[self._items.kinds[number]].isdisjoint(_GROUPS)
            self._known[number] = self._items.group(number) if one else None
        return self._known[number]

    def around(self, place: int) -> Group | None:
        """The group that a token stands in."""
        return self._item(bisect_right(self._origin, place) - 1) if 0 <= place < self._origin[-1] else None

    def beginning(self, place: int) -> Group | None:
        """The group that begins at a token."""
        group = self.around(place)
        return group if group is not None and group.start == place else None

    def between(self, start: int, end: int) -> list[Group]:
        """The groups from the one around the token `start`, or the next one, to the last that begins before `end`."""
        first = max(bisect_right(self._origin, start) - 1, 0)
        last = min(bisect_left(self._origin, end), len(self._items))
        return [group for number in range(first, last) if (group := self._item(number)) is not None]

    def before(self, end: int) -> Group | None:
        """The group that ends in front of a token."""
        group = self.around(end - 1)
        return group if group is not None and group.end == end else None


_BEYOND = ("",) * 8


class Reading:
    """The collapsed tokens of a text, with the kinds of each one."""

    def __init__(self, tokens: Tokens, quotations: Iterable[Quotation], people: Sequence[Person]) -> None:
        self.uncollapsed = tokens
        self.people = people
        self.tokens = tokens.collapse(layers(tokens, quotations, [person.span for person in people]))
        # One more than there are tokens, an end, so that there is always a next one, and at -1 one before.
        self.words = [*self.tokens.words, ""]
        words = self.words.copy()
        for index in self.tokens.marked:
            words[index] = ""  # what was made one token comes but once: it is not worth remembering
        self.kinds = list(map(kinds.of, words))
        self.quotations: list[int] = []
        """The places of quotations."""
        lowers = list(map(_LOWERS.__getitem__, words))
        for index, layer in self.tokens.marked.items():
            self.kinds[index] = kinds.LAYERS[layer]
            lowers[index] = _lower(self.words[index])
            if "quotation" in self.kinds[index]:
                self.quotations.append(index)
        self.lower: Callable[[int], str] = [*lowers, *_BEYOND].__getitem__
        """A token in small letters, with a plain apostrophe; "" for a few places behind the text: rules look there."""
        self.origin = self.tokens.origin or list(range(len(self.tokens) + 1))
        """The index of each token's first one before people, quotations and asides were made single tokens."""

    def word_class(self, place: int) -> str:
        """The class of a token, by its name in `factx.syntax.words.CLASSES`; "" for a place outside the text."""
        return NAME.get(self.syntax.classes[place : place + 1], "")

    def quotations_in(self, start: int, end: int) -> Sequence[int]:
        """The places of the quotations among the tokens `start` to `end` (exclusive)."""
        if not self.quotations:
            return ()
        return self.quotations[bisect_left(self.quotations, start) : bisect_left(self.quotations, end)]

    def is_quotation(self, place: int) -> bool:
        """Whether a token is a quotation, of speech or of a term."""
        return "quotation" in self.kinds[place]

    def find(self, wanted: AbstractSet[Kind], start: int, end: int) -> int | None:
        """The first token between two places that is one of some kinds."""
        own = self.kinds
        return next((place for place in range(start, end) if own[place] & wanted), None)

    def skip(self, passed: AbstractSet[Kind], start: int, end: int) -> int:
        """The first token from `start` on that is none of some kinds; `end` where all are."""
        while start < end and self.kinds[start] & passed:
            start += 1
        return start

    def back(self, passed: AbstractSet[Kind], end: int, low: int) -> int:
        """Where the tokens begin, no earlier than `low`, that end in front of `end` and are all one of some kinds."""
        while end > low and self.kinds[end - 1] & passed:
            end -= 1
        return end

    def is_aside(self, place: int) -> bool:
        return self.tokens.marked.get(place) == "aside"

    @cached_property
    def triggers(self) -> list[int]:
        """The places where a statement may be made: most of their sentences make none, and all others none at all."""
        own, found = self.kinds, list[int]()
        for place in compress(range(len(own)), map(_making.__getitem__, own)):
            kind, behind = own[place], own[place + 1]
            if kind & _SURE or kinds.tells(own, place) or behind & _PARTS and self.lower(place) == "words" \
                    or self.lower(place) == "per" and own[place - 1] & _BEFORE_PER:
                found.append(place)
        return found

    @cached_property
    def syntax(self) -> Syntax:
        """The groups and clauses of the sentences where statements may be made: all others are read as empty ones."""
        tokens = self.tokens
        words = [""] * len(tokens)
        end = 0
        for place in self.triggers:
            if place >= end:
                start, end = tokens.sentence_of(place)
                words[start:end] = tokens.words[start:end]
        marked = {place: layer for place, layer in tokens.marked.items() if words[place]}
        read = Tokens(tokens.source, words, marked, starts=tokens.starts, ends=tokens.ends)
        return Syntax(read, {place: "person" for place, layer in marked.items() if layer == "person"})

    def is_minute(self, place: int) -> bool:
        """Whether a token is the second half of a time: 10:42."""
        return place > 1 and self.lower(place).isdigit() and self.lower(place - 1) == ":" \
            and self.lower(place - 2).isdigit()

    def titled(self, place: int) -> int:
        """The start of the title before the name at a token; that token if there is none."""
        offset = self.tokens.starts[place]
        title = self._titles.get(offset)
        start = offset - len(title) - 1 if title else offset
        return self.tokens.at(start) if title and self.tokens.source.startswith(title, start) else place

    @cached_property
    def _titles(self) -> dict[int, str]:
        return {person.span.start: person.title for person in self.people if person.title}

    def clauses_in(self, start: int, end: int) -> Sequence[Clause]:
        """The clauses whose verbs begin between two tokens."""
        first = bisect_left(self._verbs, start)
        return self.syntax.clauses[first : bisect_left(self._verbs, end)]

    def clauses_behind(self, place: int) -> Sequence[Clause]:
        """The clauses of a token's sentence whose verbs begin there or after it."""
        return self.clauses_in(place, self.tokens.sentence_of(place)[1])

    @cached_property
    def _verbs(self) -> list[int]:
        return self.syntax.verb_starts

    @cached_property
    def groups(self) -> Groups:
        """The groups, by their places."""
        return Groups(self.syntax.parts)

    @cached_property
    def labels(self) -> Counter[str]:
        """The number of lines that each label opens, such as the speakers of an interview."""
        return Counter(_LABEL.findall(self.tokens.source))

    @cached_property
    def speakers(self) -> frozenset[str]:
        """The labels of an interview: those that come back, where one of them mostly asks."""
        asked: Counter[str] = Counter()
        source = self.tokens.source
        for label in _LABEL.finditer(source):
            end = source.find("\n", label.end())
            asked[label[1]] += source[label.end() : end if end >= 0 else len(source)].rstrip(" \"”")[-1:] == "?"
        again = [label for label, count in self.labels.items() if count > 1]
        return frozenset(again) if any(2 * asked[label] >= self.labels[label] for label in again) else frozenset()
