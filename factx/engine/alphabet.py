"""Encodes a token's tags as one character; tag sets that no rule distinguishes share one."""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from factx.engine.tags import Lookup, TagSet, kinds, quoted, spellings
from factx.text.tokens import Tokens

_TERM = r"\s*(?P<not>!?)\s*(?:'(?P<word>[^'\s]+)'|(?P<tag>[\w-]+))\s*"

FIRST = 0xA1
OTHER = chr(FIRST)
"""The character of tokens that carry no tag the rules name."""


def terms(expression: str) -> list[list[tuple[bool, str]]]:
    """Parses a tag expression into alternatives of terms, each a negation flag and a tag; `any` has no term.

    Raises ValueError if it is not one.
    """
    options: list[list[tuple[bool, str]]] = []
    for option in expression.split("|"):
        read = [(text, re.fullmatch(_TERM, text)) for text in option.split("&")]
        if (wrong := next((text for text, term in read if term is None), None)) is not None:
            raise ValueError(f"not a tag expression: <{expression}> at {wrong!r}")
        options.append([
            (term["not"] == "!", quoted(term["word"].lower()) if term["word"] else term["tag"])
            for _, term in read if term and term["tag"] != "any"
        ])
    return options


class Alphabet:
    """The character of each tag set, and the characters that each tag expression accepts.

    expressions: each with how often it is spelled; those spelled often get few ranges of characters.

    An expression accepts no set with `end` in it unless it names `end` or `paragraph`.
    """

    def __init__(self, sets: Iterable[TagSet], expressions: Mapping[str, int]) -> None:
        every = list(dict.fromkeys([frozenset(), *sets]))
        carrying: dict[str, set[int]] = {}
        for index, tags in enumerate(every):
            for tag in tags:
                carrying.setdefault(tag, set()).add(index)
        everything = set(range(len(every)))
        inside = everything - carrying.get("end", set())
        accepting: dict[str, set[int]] = {}
        for expression in expressions:
            found: set[int] = set()
            options = terms(expression)
            crosses = any(tag in ("end", "paragraph") for option in options for _, tag in option)
            within = everything if crosses else inside
            for option in options:
                left = set(within)
                for negated, tag in option:
                    left = left - carrying.get(tag, set()) if negated else left & carrying.get(tag, set())
                found |= left
            accepting[expression] = found
        signatures = [0] * len(every)
        for bit, expression in enumerate(sorted(accepting, key=lambda known: expressions[known])):
            for index in accepting[expression]:
                signatures[index] |= 1 << bit
        classes = {signatures[0]: OTHER}
        for signature in sorted(set(signatures), key=_place):
            classes.setdefault(signature, chr(FIRST + len(classes)))
        self.bits = {tag: 1 << bit for bit, tag in enumerate(sorted(frozenset().union(*every)))}
        """Each tag's bit: a set is the number that has the bits of its tags."""
        self.character: dict[int, str] = {
            self.mask(tags): classes[signature] for tags, signature in zip(every, signatures, strict=True)
        }
        self.accepted: dict[str, frozenset[str]] = {
            expression: frozenset(classes[signatures[index]] for index in indexes)
            for expression, indexes in accepting.items()
        }

    def mask(self, tags: TagSet) -> int:
        """A tag set as a number."""
        return sum(map(self.bits.__getitem__, tags))


def _place(signature: int) -> int:
    """A number's place in Gray's order, in which neighbours differ in one bit, and most seldom in the highest."""
    place = signature
    while signature := signature >> 1:
        place ^= signature
    return place


Packed: TypeAlias = tuple[bytes, str, bytes]
"""What `Characters` are made of."""


class Characters(dict[int, str]):
    """From a tag set, as a number, to its character; "" for a set that is not foreseen.

    A short text has few sets of some thousands: these are searched for, so that a start need not wait for all. Where
    there are more, all are unpacked.

    keys: the sets that are foreseen, each in as many bytes, in ascending order; every: from each to its character,
        written by `marshal`.
    """

    FEW = 24

    def __init__(self, keys: bytes, characters: str, every: bytes) -> None:
        super().__init__()
        self._keys = keys
        self._characters = characters
        self._width = len(keys) // len(characters)
        self._every = every
        self._unpacked: dict[bytes, str] | None = None

    @staticmethod
    def packed(character: Mapping[int, str]) -> Packed:
        """What they are made of, for these sets with these characters."""
        width = (max(character).bit_length() + 7) // 8 or 1
        ordered = {mask.to_bytes(width, "big"): character[mask] for mask in sorted(character)}
        return b"".join(ordered), "".join(ordered.values()), marshal.dumps(ordered)

    def __missing__(self, mask: int) -> str:
        if self._unpacked is None and len(self) >= self.FEW:
            self._unpacked = marshal.loads(self._every)
        key = mask.to_bytes(self._width, "big")
        found = self[mask] = self._searched(key) if self._unpacked is None else self._unpacked.get(key, "")
        return found

    def _searched(self, key: bytes) -> str:
        keys, width, low, high = self._keys, self._width, 0, len(self._characters)
        while low < high:
            middle = (low + high) // 2
            begin = middle * width
            if keys[begin:begin + width] < key:
                low = middle + 1
            else:
                high = middle
        return self._characters[low] if keys[low * width:(low + 1) * width] == key else ""

    def foreseen(self, mask: int) -> str:
        """The character of a set that is foreseen. Raises KeyError for another."""
        if not (found := self[mask]):
            raise KeyError(mask)
        return found


class _OfKinds(dict[int, str]):
    """From the character that a tag set has everywhere to the one that it has in a grammar: for `str.translate`."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self._tagger = tagger

    def __missing__(self, kind: int) -> str:
        found = self[kind] = self._tagger.of(kinds.tags[chr(kind)])
        return found


class Tagger(dict[str, str]):
    """Token to its character. A dict, so that a token seen before costs one look-up.

    bits: each tag that counts, as one bit; known: words to the bits of their tags.
    """

    LIMIT = 50_000
    """How many tokens are remembered: a corpus has no end of them."""

    def __init__(
        self, bits: dict[str, int], known: dict[str, int], character: Characters, lookup: Lookup | None = None
    ) -> None:
        super().__init__()
        self._bits = bits
        self._named = frozenset(bits)
        self._known = known
        self._character = character
        self._lookup = lookup
        self._masks: dict[TagSet, int] = {}
        self._made: dict[TagSet, str] = {}
        self._of_kinds = _OfKinds(self)

    def __missing__(self, word: str) -> str:
        if len(self) >= self.LIMIT:
            self.clear()
        if self._lookup is None:
            _, lower, shape = spellings[word]
            if lower not in self._known and lower[-1:] != ".":  # most words: what they are spelled like tells all
                character = self[word] = self._made.get(shape) or self.of(shape)
                return character
        own, listed = self._known_and_listed(word)
        # An odd spelling of a known word may carry a set that was not foreseen; the word's own set was.
        character = self._character[own | listed] or self._character.foreseen(own)
        self[word] = character
        return character

    def _known_and_listed(self, word: str) -> tuple[int, int]:
        """The tags of a token as bits: those of the lexicons and its shape, and those of the large list."""
        bare, lower, shape = spellings[word]
        own = self._known.get(lower)
        if own is None:
            own = 0
            # An abbreviation goes by its entry without the dot too; an initial is no such word.
            if lower[-1:] == "." and lower[:1].isalpha() and len(lower) > 2 and lower[:-1] in self._known:
                own, bare = self._known[lower[:-1]], bare[:-1]
        own |= self._masks.get(shape) or self._mask(shape)
        return own, self._mask(self._lookup(bare)) if self._lookup and bare[:1].isalpha() else 0

    def _mask(self, tags: TagSet) -> int:
        mask = self._masks.get(tags)
        if mask is None:
            mask = self._masks[tags] = sum(map(self._bits.__getitem__, self._named & tags))
        return mask

    def tags(self, tokens: Tokens, index: int) -> list[str]:
        """The tags of a token that rules name, in alphabetical order; the words that they quote are left out."""
        if index in tokens.marked:
            return [tokens.marked[index]]
        if tokens.tags is not None:
            return sorted(tag for tag in tokens.tags[index] if tag in self._bits and not tag.startswith("="))
        own, listed = self._known_and_listed(tokens.words[index])
        return [tag for tag, bit in self._bits.items() if bit & (own | listed) and not tag.startswith("=")]

    def tag(self, tokens: Tokens) -> str:
        """The tokens as characters, one each; one that `collapse` made, or whose tags are given, has these alone."""
        if tokens.kinds:
            return tokens.kinds.translate(self._of_kinds)
        if tokens.tags is not None:
            return "".join(map(self.of, tokens.tags))
        if not tokens.marked:
            return "".join(map(self.__getitem__, tokens.words))
        words = tokens.words.copy()
        for index in tokens.marked:
            words[index] = ""  # what was made one token comes but once: it is not worth remembering
        characters = list(map(self.__getitem__, words))
        for index, tag in tokens.marked.items():
            characters[index] = self._character[self._bits.get(tag, 0)] or OTHER
        return "".join(characters)

    def of(self, tags: TagSet) -> str:
        """The character of a tag set."""
        known = self._made.get(tags)
        if known is None:
            known = self._made[tags] = self._character[self._mask(tags)] or OTHER
        return known
