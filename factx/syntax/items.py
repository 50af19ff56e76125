"""The items of a text: its groups, and the words in none, each with the tags that rules over groups ask for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from itertools import accumulate, pairwise
from operator import add
from typing import Final

from factx import lexicon
from factx.engine.family import Family
from factx.engine.tags import TagSet, kinds, quoted
from factx.expressions import compiled
from factx.records import lazy, make
from factx.syntax.groups import GROUPS, Group, noun_group
from factx.syntax.groups import tag_sets as group_tag_sets
from factx.syntax.traits import MARK, times, traits_of
from factx.syntax.verbs import verb_tags
from factx.syntax.words import CLASSES, LETTER, NAME
from factx.text.tokens import Tokens, offsets

OVER_GROUPS: Final = Family(
    "factx.syntax.inversion_rules", "factx.syntax.past_rules", "factx.syntax.clause_rules",
    "factx.syntax.subject_rules", "factx.syntax.portion_rules", "factx.syntax.content_rules",
)
"""The grammars whose rules are over groups."""


class Items(Tokens):
    """The text with each group one token, and the tags of every token.

    pieces: the letters of each item's classes; kinds: the character of its tags.
    """

    origin: Sequence[int]

    def __init__(self, tokens: Tokens, pieces: list[str], origin: Sequence[int], kinds: str) -> None:
        self.source = tokens.source
        self.tokens = tokens
        self.pieces = pieces
        self.origin = origin
        self.kinds = kinds
        self.marked = {}

    # Few ask for these.

    @cached_property
    def words(self) -> list[str]:  # type: ignore[override]
        every, origin = self.tokens.words, self.origin
        return ["".join(every[start:end]) for start, end in pairwise(origin)]

    @cached_property
    def starts(self) -> list[int]:  # type: ignore[override]
        return list(map(self.tokens.starts.__getitem__, self.origin))

    @cached_property
    def ends(self) -> list[int]:  # type: ignore[override]
        return [hit.start() for hit in _ENDS.finditer(self.kinds)]

    @cached_property
    def tags(self) -> list[TagSet]:  # type: ignore[override]
        return list(map(kinds.tags.__getitem__, self.kinds))

    def __len__(self) -> int:
        return len(self.pieces)

    @lazy
    def encoded(self) -> str:
        """The items as the rules over groups see them, a character each."""
        return OVER_GROUPS.tagger.tag(self)

    def sentence_of(self, index: int) -> tuple[int, int]:
        """The range of the sentence around the item `index`."""
        number = bisect_left(self.ends, index)
        start = self.ends[number - 1] + 1 if number else 0
        return start, self.ends[number] if number < len(self.ends) else len(self)

    def with_tags(self, changed: Mapping[int, TagSet]) -> Items:
        """These items, some with other tags."""
        places = sorted(changed)
        every = [changed[place] for place in places]
        found = Items(self.tokens, self.pieces, self.origin, _changed(self.kinds, places, map(kinds.of, every)))
        found.encoded = _changed(self.encoded, places, map(OVER_GROUPS.tagger.of, every))
        return found

    def group(self, place: int) -> Group:
        """The group at an item; a number or an article that stands for one is a noun group of its own."""
        tags = kinds.tags[self.kinds[place]]
        start, end = self.origin[place], self.origin[place + 1]
        if "verb-group" in tags:  # made as tuples, since clauses have so many
            return make(Group, ("verb", start, end, end - 1, tags))  # type: ignore[no-any-return]
        if "noun-group" in tags:
            head = start + noun_group(self.pieces[place])[0]
            return make(Group, ("noun", start, end, head, tags))  # type: ignore[no-any-return]
        return Group("noun", start, end, start, ALONE)

    @property
    def groups(self) -> list[Group]:
        """The groups, in the text's order."""
        found: list[Group] = []
        start = 0
        for letters, kind in zip(self.pieces, self.kinds, strict=True):
            end = start + len(letters)
            tags = kinds.tags[kind]
            if "noun-group" in tags:
                found.append(Group("noun", start, end, start + noun_group(letters)[0], tags))
            elif "verb-group" in tags:
                found.append(Group("verb", start, end, end - 1, tags))
            start = end
        return found

    @property
    def verbs(self) -> list[Group]:
        """The verb groups, in the text's order."""
        every = kinds.tags
        return [self.group(place) for place, kind in enumerate(self.kinds) if "verb-group" in every[kind]]


def _changed(characters: str, places: Iterable[int], others: Iterable[str]) -> str:
    """Characters, those at some places replaced by others."""
    parts: list[str] = []
    last = 0
    for place, other in zip(places, others, strict=True):
        parts += characters[last:place], other
        last = place + 1
    return "".join([*parts, characters[last:]])


def items_of(tokens: Tokens, classes: str, marks: Mapping[int, str]) -> Items:
    """The items of a text; which of its participles are past forms is not decided yet.

    classes: the letter of each token's class; marks: tokens of what has been found in the text (a person, a date, a
        figure) with the tag that a noun group has for it.
    """
    pieces: list[str] = GROUPS.pieces.findall(classes)
    traits = traits_of(tokens, marks)
    if "%" in classes:
        pieces = _cut(pieces, classes, traits)
    pieces = _parted(pieces, traits)
    origin = offsets(pieces)
    own_traits = map(traits.__getitem__, map(slice, origin, origin[1:]))
    return Items(tokens, pieces, origin, "".join(map(_kinds.__getitem__, map(add, pieces, own_traits))))


def _cut(pieces: list[str], classes: str, traits: str) -> list[str]:
    """The pieces, those cut that run from a figure on into a time: it fell [6%] [last month]."""
    origin = list(accumulate(map(len, pieces), initial=0))
    place = len(classes)
    while (place := classes.rfind("%", 0, place)) >= 0:
        number = bisect_right(origin, place) - 1
        if place + 1 < origin[number + 1] and "at-time" in kinds.tags[traits[place + 1]]:
            letters, size = pieces[number], place + 1 - origin[number]
            pieces[number : number + 1] = [letters[:size], *GROUPS.pieces.findall(letters[size:])]
    return pieces


def _parted(pieces: list[str], traits: str) -> list[str]:
    """The pieces, those cut that are two noun groups with a time between: the judge [yesterday]."""
    origin = list(accumulate(map(len, pieces), initial=0))
    for place in reversed(times.places(traits)):
        number = bisect_right(origin, place) - 1
        start, end = origin[number], origin[number + 1]
        letters = pieces[number]
        if letters[place + 1 - start : place + 2 - start] == "-":  # the 30-year-old Ann Lee
            continue
        if end - start > 1 and (at := _parting(traits, start, place, end)) is not None:
            size = at - start
            pieces[number : number + 1] = [letters[:size], *GROUPS.pieces.findall(letters[size:])]
            origin[number : number + 2] = [start, at, end]
    return pieces


def _parting(traits: str, start: int, place: int, end: int) -> int | None:
    """The start of the second noun group, if a time at `place` splits a piece in two; None if it is one group."""
    own = kinds.tags[traits[place]]
    if "day" in own:
        return place if start < place == end - 1 else None
    after = kinds.tags[traits[place + 1]] if place + 1 < end else _NONE
    if place + 1 == end or "at-time" in after or "time" in after:
        return None
    if MARK + "person" in kinds.tags[traits[end - 1]] or "weekday" in own and place == start > 0 \
            and "=on" in kinds.tags[traits[start - 1]]:
        return place + 1
    return None


class Having(dict[str, bool]):
    """Whether a tag set has one of some tags, by its character."""

    def __init__(self, *tags: str) -> None:
        super().__init__()
        self._tags = frozenset(tags)

    def __missing__(self, kind: str) -> bool:
        found = self[kind] = not self._tags.isdisjoint(kinds.tags[kind])
        return found


_NONE: TagSet = frozenset()


class _Kinds(dict[str, str]):
    """From the letters of an item's classes, and as many characters of its words' traits, to that of its tags."""

    LIMIT = 8_000
    """How many are remembered: a corpus has no end of them."""

    def __missing__(self, key: str) -> str:
        if len(self) >= self.LIMIT:
            self.clear()
        size = len(key) // 2
        found = self[key] = kinds.of(tags_of(key[:size], key[size:]))
        return found


_kinds = _Kinds()


def tags_of(letters: str, traits: str) -> TagSet:
    """The tags of an item by its words' classes and traits."""
    if letters[0] == LETTER["end"]:
        return PARAGRAPH if any("paragraph" in kinds.tags[trait] for trait in set(traits)) else END
    form = GROUPS.form(letters)
    if form is None and len(letters) == 1:
        return _word_tags(letters, traits)
    if form not in ("noun", None):  # what was cut after a figure is a noun group
        return verb_tags(form, letters, traits)
    head, tags = noun_group(letters)
    of_head = kinds.tags[traits[head]]
    mark = next((trait for trait in of_head if trait.startswith(MARK)), None)
    if mark is not None:
        return tags | {mark.removeprefix(MARK)}
    if "time" in of_head and not letters.startswith(_SHARE):  # three-quarters of them
        return tags | {"time"}
    return tags | {"whose"} if "=whose" in kinds.tags[traits[0]] and len(letters) > 1 else tags


_SHARE: Final = f"{LETTER['num']}{LETTER['hyphen']}"
"""What a share in words begins with: three-quarters."""


@cache
def _word_tags(letter: str, traits: str) -> TagSet:
    """The tags of a word in no group: those of its class, and the word itself where its class is a closed one."""
    also = kinds.tags[traits]
    own = frozenset(CLASSES[NAME[letter]][1].split())
    closed = {trait for trait in also if trait.startswith("=")}
    return own | (closed or also & {"stop"})


ALONE: TagSet = frozenset({"noun-group"})
END: TagSet = frozenset({"end"})
PARAGRAPH: TagSet = frozenset({"end", "paragraph"})
_ENDS = compiled(f"[{kinds.of(END)}{kinds.of(PARAGRAPH)}]")


@cache
def tag_sets() -> frozenset[TagSet]:
    """Every tag set that an item can have."""
    classes = {name: frozenset(own.split()) for name, (_, own) in CLASSES.items()}
    words = {
        classes[name] | {quoted(word)}
        for word, names in lexicon.load("syntax")["closed"].items() for name in names.split()
    }
    stops = {classes["mark"] | {"stop"}}
    return frozenset({END, PARAGRAPH, *classes.values(), *words, *stops, *group_tag_sets()})
