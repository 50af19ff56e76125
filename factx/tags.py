"""Tokens to tags, and tags to one character a token, for the rules to run over.

A token carries the tags of its shape (`capital`, `year`, `hyphen`) and of the lexicons that list it (`month`).
To a grammar each *set* of tags is one character, and only the tags that its rules name count.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cache, cached_property
from typing import TypeAlias

from factx import lexicon
from factx.tokens import Tokens, is_break, strip

TagSet: TypeAlias = frozenset[str]

_MARKS: dict[str, tuple[str, ...]] = {
    "hyphen": ("-", "‐", "‑"),
    "minus": ("−",),
    "dash": ("–", "—", "―", "--", "---", "_"),
    "apostrophe": ("'", "’", "‘", "`"),
    "double-quote": ('"', "“", "”", "„", "«", "»", "``", "''"),
    "opening": ("(", "[", "{", "“", "‘", "``", "«"),
    "closing": (")", "]", "}", "”", "''", "»"),
    "stop": (".", "!", "?", "…", "...", ".."),
    "comma": (",",),
    "colon": (":",),
    "semicolon": (";",),
    "currency": ("$", "£", "€", "¥", "₹", "₽", "₩", "₪", "₦", "₱", "฿"),
    "percent-sign": ("%", "％", "﹪"),
}
_MARK_TAGS: dict[str, set[str]] = {}
for _tag, _marks in _MARKS.items():
    for _mark in _marks:
        _MARK_TAGS.setdefault(_mark, set()).add(_tag)


def shape(word: str) -> TagSet:
    """The tags that a token's own letters, digits or marks give it."""
    bare = strip(word)
    if not bare:
        return frozenset({"end"} if not word else {"end", "paragraph"} if is_break(word) else {"blank"})
    glued = {"glued"} if len(bare) == len(word) else set()
    first = bare[0]
    if first.isdecimal():
        return frozenset(_number(bare) | glued)
    if first.isalpha():
        return frozenset(_letters(bare))
    if first.isnumeric() and not first.isdigit():  # "½", but not the "²" of a footnote
        return frozenset({"number", "fraction"} | glued)
    if first in "@#" and len(bare) > 1:
        return frozenset({"handle"})
    if first in "'’" and len(bare) > 1 and bare != "''":
        return frozenset({"clitic"})
    return frozenset({"mark"} | _MARK_TAGS.get(bare, set()) | glued)


def _letters(bare: str) -> set[str]:
    if "://" in bare or bare.startswith("www."):
        return {"url"}
    tags = {"word"}
    if "." in bare[:-1]:
        tags.add("initialism")
    elif bare[-1] == "." and len(bare) == 2:
        tags.add("initial")
    if bare.islower():
        tags.add("lower")
    elif bare.isupper() and len(bare) > 1 and bare[-1] != ".":
        tags.add("upper")
    elif bare[0].isupper():
        tags.add("capital")
    else:
        tags.add("mixed")
    return tags


def _number(bare: str) -> set[str]:
    tags = {"number"}
    if "," in bare:
        return tags | {"thousands"}
    if "." in bare:
        return tags | ({"decimal"} if bare.count(".") == 1 else {"dotted"})
    tags |= {"integer", "two-digits" if len(bare) == 2 else "four-digits" if len(bare) == 4 else "other-digits"}
    value = int(bare) if len(bare) < 5 else -1
    if len(bare) <= 2:
        tags |= ({"day"} if 1 <= value <= 31 else set()) | ({"month-number"} if 1 <= value <= 12 else set())
        tags |= {"hour"} if value <= 24 else set()
        tags |= {"minute"} if value <= 59 and len(bare) == 2 else set()
    elif len(bare) == 4 and 1000 <= value < 2200:
        tags.add("year")
    return tags


@cache
def _shapes() -> tuple[frozenset[TagSet], frozenset[TagSet]]:
    """Every set that `shape` can give: to words, and to all else."""
    words = "a A Ab AB aB Ab. A. a. A.B. a.b. aB.C www.a http://a ab. AB. aB. 一".split()
    numbers = [f"{n:0{width}}" for n in range(100) for width in (1, 2)]
    numbers += ["100", "1000", "2200", "0001", "12345", "1,000", "1.5", "1.5.5", "½"]
    marks = [*_MARK_TAGS, "&", "@"]
    others = {shape(token + blank) for token in (*numbers, *marks) for blank in ("", " ")}
    others |= {shape(token) for token in ("'s", "@a", "", "\n", " ")}
    return frozenset(map(shape, words)), frozenset(others)


Lookup: TypeAlias = Callable[[str], TagSet]
"""From a bare token, as written, to the tags that a large list gives it."""


FIRST = 0xA1
OTHER = chr(FIRST)
"""A token that carries no tag that the rules name: the empty set sorts first."""


class Tagger(dict[str, str]):
    """Token to the character of its tag set. A dict, so that a token seen before costs one look-up.

    `named` are the tags that the rules name: sets that differ in nothing else share a character. A named tag that
    neither shape nor lexicon gives is one that `Tokens.collapse` will. `words` are the words that rules quote.
    """

    LIMIT = 200_000
    """How many tokens are remembered: a corpus has no end of them."""

    def __init__(
        self,
        lexicons: Iterable[str],
        named: Collection[str],
        words: Iterable[str],
        lookup: Lookup | None = None,
        lookup_tags: Iterable[TagSet] = (),
    ) -> None:
        super().__init__()
        self.lookup = lookup
        self.named = named = frozenset(named) | {"end"}
        self.known = self._know(lexicons, named, words)
        lettered, others = _shapes()
        word_shapes = {tags & named for tags in lettered}
        known_words: set[TagSet] = {tags for entry, tags in self.known.items() if entry[0].isalpha()} | {frozenset()}
        sets = {known | word_shape for known in known_words for word_shape in word_shapes}
        if lookup is not None:
            sets |= {looked_up | word_shape for looked_up in {tags & named for tags in lookup_tags}
                     for word_shape in word_shapes}
            # A word that the lexicons or the rules know has what the large list gives that same word, and no other.
            sets |= {known | (lookup(written) & named) | word_shape
                     for entry, known in self.known.items() if entry[0].isalpha()
                     for written in (entry, entry.title(), entry.upper()) for word_shape in word_shapes}
        sets |= {tags & named for tags in others}
        sets |= {known | (shape(entry + blank) & named) for entry, known in self.known.items()
                 if not entry[0].isalpha() for blank in ("", " ")}
        carried = frozenset().union(*sets)
        self.layers = {tag: frozenset({tag}) for tag in named - carried}
        sets.update(self.layers.values())
        often = {tag: sum(tag in tags for tags in sets) for tag in named}
        sets.add(frozenset())
        ordered = sorted(sets, key=lambda tags: sorted(((often[tag], tag) for tag in tags), reverse=True))
        self.character = {tags: chr(FIRST + i) for i, tags in enumerate(ordered)}

    @staticmethod
    def _know(lexicons: Iterable[str], named: TagSet, words: Iterable[str]) -> dict[str, TagSet]:
        """Each word of the lexicons with those of its tags that are named."""
        known: dict[str, TagSet] = {}
        empty: TagSet = frozenset()
        with_tag: dict[tuple[TagSet, str], TagSet] = {}

        def add(entries: Iterable[str], tag: str) -> None:
            for entry in entries:
                before = known.get(entry, empty)
                if (before, tag) not in with_tag:
                    with_tag[before, tag] = before | {tag}
                known[entry] = with_tag[before, tag]

        for name in lexicons:
            for tag, entries in lexicon.load(name).items():
                if tag in named:
                    add(entries, tag)
        for word in words:
            add((word,), quoted(word))
        return known

    def __missing__(self, word: str) -> str:
        if len(self) >= self.LIMIT:
            self.clear()
        own, looked_up = self._tags(word)
        # Odd spellings of a word that the lexicons know may be a set that was not foreseen: its own tags are.
        character = self.character.get(own | looked_up) or self.character[own]
        self[word] = character
        return character

    def tags(self, word: str) -> TagSet:
        """The named tags of a token."""
        own, looked_up = self._tags(word)
        return own | looked_up

    def _tags(self, word: str) -> tuple[TagSet, TagSet]:
        """The named tags of a token: by lexicon and shape, and by the large list."""
        bare = strip(word)
        lower = bare.lower()
        known = self.known.get(lower)
        if known is None:
            known = frozenset()
            # An abbreviation goes by its entry without the dot too; an initial is no such word.
            if lower[-1:] == "." and lower[:1].isalpha() and len(lower) > 2 and lower[:-1] in self.known:
                known, bare = self.known[lower[:-1]], bare[:-1]
        own = known | (shape(word) & self.named)
        if self.lookup is None or not bare[:1].isalpha():
            return own, frozenset()
        return own, self.lookup(bare) & self.named

    def tag(self, tokens: Tokens) -> str:
        """One character a token."""
        if not tokens.marked:
            return "".join(map(self.__getitem__, tokens.words))
        characters = list(map(self.__getitem__, tokens.words))
        for index, tag in tokens.marked.items():
            characters[index] = self.character.get(self.layers.get(tag, frozenset()), OTHER)
        return "".join(characters)

    @cached_property
    def carriers(self) -> dict[str, frozenset[str]]:
        """Each named tag, and the characters of the sets that hold it."""
        found: dict[str, set[str]] = {tag: set() for tag in self.named}
        for tags, character in self.character.items():
            for tag in tags:
                found[tag].add(character)
        return {tag: frozenset(characters) for tag, characters in found.items()}


def quoted(word: str) -> str:
    """The tag of a word that a rule quotes."""
    return f"={word}"
