"""Tokens to tags: those of its shape (`capital`, `year`, `hyphen`) and of the lexicons that list it (`month`)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cache
from typing import TypeAlias

from factx import lexicon
from factx.expressions import compiled
from factx.text.tokens import BLANKS, is_break, strip

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
MARKS = tuple(_MARK_TAGS)
"""The marks that have a tag of their own."""


class _Spellings(dict[str, tuple[str, str, TagSet]]):
    """Each token's bare form, its lower case, and the tags of its shape: every grammar asks for them."""

    LIMIT = 50_000
    """How many are remembered: a corpus has no end of them."""

    def __missing__(self, word: str) -> tuple[str, str, TagSet]:
        if len(self) >= self.LIMIT:
            self.clear()
        bare = word.rstrip(BLANKS)
        if bare.islower() and bare.isalpha():  # most are
            found = self[word] = bare, bare, _WORDS["lower"]
            return found
        bare = strip(bare)
        lower = bare.lower()
        found = self[word] = bare, bare if lower == bare else lower, _shape(word, bare)
        return found


spellings = _Spellings()


def shape(word: str) -> TagSet:
    """The tags that a token's own letters, digits or marks give it: one set for all that are alike."""
    return _shape(word, strip(word))


def _shape(word: str, bare: str) -> TagSet:
    if bare.isalpha():  # most are
        case = _case(bare)
        return _WORDS["prefixed" if case == "mixed" and _PREFIXED.match(bare) else case]
    found = _other_shape(word, bare)
    return _shared.setdefault(found, found)


def _other_shape(word: str, bare: str) -> TagSet:
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


_WORDS: dict[str, TagSet] = {case: frozenset({"word", case}) for case in ("lower", "upper", "capital", "mixed")}
_WORDS["prefixed"] = frozenset({"word", "mixed", "elided"})
_shared: dict[TagSet, TagSet] = {}
_PREFIXED = compiled("(?:ka|kwa|de|di|da|du|la|le|van|von|mac|mc|fitz)[A-Z][a-z]{2}")
"""A small word that is written on to a name: kaMagwaza, deGrasse; not "eBay"."""


def _case(word: str) -> str:
    if word.islower():
        return "lower"
    if word.isupper() and len(word) > 1 and word[-1] != ".":
        return "upper"
    return "capital" if word[0].isupper() else "mixed"


def _letters(bare: str) -> set[str]:
    if "://" in bare or bare.startswith("www."):
        return {"url"}
    tags = {"word"}
    if "." in bare[:-1]:
        tags.add("initialism")
    elif bare[-1] == "." and len(bare) == 2:
        tags.add("initial")
    tags.add(_case(bare))
    if bare[0].islower() and (elided := _ELIDED.match(bare)) and bare[elided.end() - 1].isupper():
        tags.add("elided")
    return tags


_ELIDED = compiled(r"[^\W\d_]{1,4}['’][^\W\d_]")
"""A small word that has lost its vowel, and the name it is written on to: d'Artagnan, dell'Acqua; not "isn't"."""


_DOTTED_TIME = compiled(r"(?:[01]\d|2[0-3])\.[0-5]\d")
"""A time of the clock with a dot: 17.30."""


def _number(bare: str) -> set[str]:
    tags = {"number"}
    if "," in bare:
        return tags | {"thousands"}
    if "." in bare:
        tags |= {"decimal"} if bare.count(".") == 1 else {"dotted"}
        return tags | {"dotted-time"} if _DOTTED_TIME.fullmatch(bare) else tags
    tags |= {"integer", "two-digits" if len(bare) == 2 else "four-digits" if len(bare) == 4 else "other-digits"}
    value = int(bare) if len(bare) < 5 and bare.isdecimal() else -1  # "7th" is two tokens, but may be asked for
    if len(bare) <= 2:
        tags |= ({"day"} if 1 <= value <= 31 else set()) | ({"month-number"} if 1 <= value <= 12 else set())
        tags |= {"hour"} if 0 <= value <= 24 else set()
        tags |= {"minute"} if 0 <= value <= 59 and len(bare) == 2 else set()
    elif len(bare) == 4 and 1000 <= value < 2200:
        tags.add("year")
    return tags


@cache
def _shapes() -> tuple[frozenset[TagSet], frozenset[TagSet]]:
    """Every set that `shape` can give: to words, and to all else."""
    words = "a A Ab AB aB deAbc Ab. A. a. A.B. a.b. A.B aB.C d'A www.a http://a ab. AB. aB. 一 一. 一.一".split()
    numbers = [f"{n:0{width}}" for n in range(100) for width in (1, 2)]
    numbers += ["100", "1000", "2200", "0001", "12345", "1,000", "1.5", "17.30", "1.5.5", "½"]
    marks = [*_MARK_TAGS, "&", "@"]
    others = {shape(token + blank) for token in (*numbers, *marks) for blank in ("", " ")}
    others |= {shape(token) for token in ("'s", "@a", "", "\n", " ")}
    return frozenset(map(shape, words)), frozenset(others)


def shapes() -> frozenset[TagSet]:
    """Every set of tags that a token's shape can give it."""
    lettered, others = _shapes()
    return lettered | others


def shape_tags() -> TagSet:
    """Every tag that a token's shape can give it."""
    return frozenset().union(*shapes())


class Kinds:
    """Sets of tags that tokens were given, each as one character: a text's are a string, which C code takes apart."""

    FIRST = 0xA1

    def __init__(self) -> None:
        self.tags: dict[str, TagSet] = {}
        self._of: dict[TagSet, str] = {}

    def of(self, tags: TagSet) -> str:
        """The character of a set."""
        known = self._of.get(tags)
        if known is None:
            known = self._of[tags] = chr(self.FIRST + len(self._of))
            self.tags[known] = tags
        return known


kinds = Kinds()


Lookup: TypeAlias = Callable[[str], TagSet]
"""From a bare token, as written, to the tags that a large list gives it."""


class Vocabulary:
    """The words that a grammar knows: by the lexicons, by the rules that quote them, and by a large list.

    named: the tags that count; all others are left out.
    known: the words of the lexicons, and those that rules quote, each with its named tags.
    """

    def __init__(self, named: Collection[str], known: dict[str, TagSet], lookup: Lookup | None = None) -> None:
        self.named = frozenset(named)
        self.known = known
        self.lookup = lookup

    @classmethod
    def read(
        cls, lexicons: Iterable[str], named: Collection[str], words: Collection[str], lookup: Lookup | None = None
    ) -> Vocabulary:
        """From the lexicons of those names; the tag of a word "of" that rules quote is `quoted("of")`."""
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
        return cls({"end", *named, *map(quoted, words)}, known, lookup)

    def sets(self, lookup_tags: Iterable[TagSet], marks: Iterable[str] = ()) -> set[TagSet]:
        """The tag sets that tokens can carry, given those of the large list and the tags of collapsed tokens."""
        named = self.named
        lettered, others = _shapes()
        word_shapes = {tags & named for tags in lettered}
        known_words: set[TagSet] = {frozenset()}
        for entry, known in self.known.items():
            if entry[0].isalpha():
                known_words.add(known)
                if self.lookup is not None:
                    # A known word carries the large list's tags for that word, and no other's.
                    forms = (entry, entry.title(), entry.upper())
                    known_words.update(known | (self.lookup(form) & named) for form in forms)
        known_words.update(tags & named for tags in lookup_tags)
        found = {known | word_shape for known in known_words for word_shape in word_shapes}
        found |= {tags & named for tags in others}
        found |= {known | (shape(entry + blank) & named) for entry, known in self.known.items()
                  if not entry[0].isalpha() for blank in ("", " ")}
        found |= {frozenset({mark}) for mark in named.intersection(marks)}
        return found


def quoted(word: str) -> str:
    """The tag of a word that a rule quotes."""
    return f"={word}"
