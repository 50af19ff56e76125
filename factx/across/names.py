"""Names levelled, so that the spellings of one name compare equal: accents, hyphens, initials, transliterations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from factx import lexicon
from factx.records import NamedTuple

LETTERS: Final = str.maketrans({
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ħ": "h",
    "’": None, "'": None, "‘": None, "`": None, "ʻ": None, "ʼ": None, ".": " ", "-": " ", "‐": " ", "‑": " ",
    ",": " ",
})  # fmt: skip
SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})
VOWELS: Final = re.compile(r"(?<=.)[aeiouyjw]+")
DOUBLED: Final = re.compile(r"(.)\1+")
SOUNDS: Final = (("kh", "k"), ("ck", "k"), ("ph", "f"), ("q", "k"), ("c", "k"), ("gh", "g"), ("dh", "d"), ("z", "s"))
LONG: Final = 6
"""How many letters a word has at least in which one may differ."""
SHORT: Final = 4
"""How many it has at least where one may be doubled: Denis, Dennis."""
REMEMBERED: Final = 4_096


class Levelled(NamedTuple):
    """A name in comparable words."""

    words: tuple[str, ...]
    """Without initials, except where the name has only these before its family name."""
    initials: tuple[str, ...]
    """Those between the first word and the last."""
    suffix: str

    @property
    def full(self) -> bool:
        """Whether it has a given and a family name."""
        return len(self.words) > 1


@lru_cache(REMEMBERED)
def levelled(name: str) -> Levelled:
    """The name without accents, case, hyphens and apostrophes, its initials and its suffix apart."""
    plain = "".join([letter for letter in unicodedata.normalize("NFKD", name.casefold()) if not combining(letter)])
    words = plain.translate(LETTERS).split()
    suffix = words.pop() if len(words) > 1 and words[-1] in SUFFIXES else ""
    inner = range(1, len(words) - 1)
    kept = tuple([spelled(word) for i, word in enumerate(words) if i not in inner or len(word) > 1])
    return Levelled(kept, tuple([words[i] for i in inner if len(words[i]) == 1]), suffix)


def combining(letter: str) -> bool:
    return unicodedata.combining(letter) != 0


def spelled(word: str) -> str:
    """The usual spelling of a given name."""
    return lexicon.load("across")["spelling"].get(word, word)


@lru_cache(REMEMBERED)
def block(name: str) -> str:
    """The sound of a family name: those who can be one person are in one block."""
    word = levelled(name).words[-1:]
    sound = word[0] if word else ""
    for written, heard in SOUNDS:
        sound = sound.replace(written, heard)
    return VOWELS.sub("", DOUBLED.sub(r"\1", sound)).removesuffix("h") or sound


def same(one: Levelled, other: Levelled) -> bool:
    """Whether two names are the same but for accents, hyphens and initials in the middle that do not differ."""
    if one.words != other.words or one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    return not (one.initials and other.initials) or one.initials == other.initials


def akin(one: Levelled, other: Levelled) -> str | None:
    """In words, how two full names could belong to one person, given other evidence; None if they could not."""
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return None
    if one.initials and other.initials and one.initials != other.initials:
        return None
    if len(one.words) == len(other.words):
        return _word_for_word(one.words, other.words)
    short, long = sorted((one.words, other.words), key=len)
    rest = iter(long)
    inside = all(word in rest for word in short)
    return "a longer form" if inside and (short[0] == long[0] or len(short) > 1 and short[-1] == long[-1]) else None


def _word_for_word(one: Sequence[str], other: Sequence[str]) -> str | None:
    """In words, how two names of equally many words could be one person's: one word at most may differ."""
    differing = [(x, y) for x, y in zip(one, other, strict=True) if x != y]
    if not differing:
        return "the same name"
    if len(differing) > 1:
        return None
    if alike(*differing[0]):
        return "another spelling"
    return _given_for_given(*differing[0]) if one[1:] == other[1:] else None


def _given_for_given(one: str, other: str) -> str | None:
    """In words, how two given names could be one: Larry, Lawrence; L., Lawrence."""
    if short_for(one, other) or short_for(other, one):
        return "a short form"
    return "initials" if initial_of(one, other) else None


def alike(one: str, other: str, long: int = LONG) -> bool:
    """Whether two words differ by a doubled letter, or two long ones by one that is added, lacks or is another."""
    if len(one) > len(other):
        one, other = other, one
    if len(one) >= SHORT and DOUBLED.sub(r"\1", one) == DOUBLED.sub(r"\1", other):
        return True
    if len(one) < long or len(other) - len(one) > 1 or one[0] != other[0]:
        return False
    place = next((i for i, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), len(one))
    return one[place:] == other[place + 1 :] or one[place + 1 :] == other[place + 1 :]


def initial_of(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]


@cache
def short_forms() -> dict[str, frozenset[str]]:
    return {short: frozenset(full.lower().split()) for short, full in lexicon.load("people")["short-form"].items()}


def short_for(one: str, other: str) -> bool:
    """Whether a given name is the familiar form of another: Larry, Lawrence."""
    return other in {spelled(full) for full in short_forms().get(one, ())}
