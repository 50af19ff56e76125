"""Words as they are compared: without case, accents, marks, and the shape of apostrophes."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

WORD: Final = re.compile(r"[^\W_]+(?:['.,][^\W_]+)*")
"""A word or a number: didn't, 3.5, 10,000."""
APOSTROPHES: Final = str.maketrans("’‘ʼ`", "''''")
UNKNOWN: Final = "\0"
LIMIT: Final = 500_000
"""How many spellings are remembered."""
GAP: Final = re.compile(r"\s*(?:\[[^\]]*\]|\(?(?:\.\s?){3,}\)?|…|\[…\])\s*")
"""What an editor leaves out of a quotation, or puts in: ... and [the mayor]."""


def plain(word: str) -> str:
    """A word as it is compared."""
    word = word.casefold()
    if not word.isascii():
        word = "".join([letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter)])
    return word


def spans_of(text: str) -> list[tuple[int, int]]:
    """The place of each word."""
    return [found.span() for found in WORD.finditer(text.translate(APOSTROPHES))]


def words_of(text: str) -> list[str]:
    """The words of a text, as written."""
    return WORD.findall(text.translate(APOSTROPHES))


class Alphabet(dict[str, str]):
    """A character for each word that is sought, UNKNOWN for all others: so a text is a short string."""

    def __init__(self) -> None:
        super().__init__()
        self.characters: dict[str, str] = {}

    def add(self, words: list[str]) -> str:
        """The words as characters, which are new for new words."""
        return "".join([self.characters.setdefault(plain(word), character(len(self.characters))) for word in words])

    def __missing__(self, word: str) -> str:
        if len(self) >= LIMIT:
            self.clear()
        found = self[word] = self.characters.get(plain(word), UNKNOWN)
        return found

    def read(self, text: str) -> str:
        """A text's words as characters."""
        return "".join(map(self.__getitem__, words_of(text)))


def character(number: int) -> str:
    """The character of a word by its number; surrogates are passed over."""
    code = number + 1
    return chr(code if code < 0xD800 else code + 0x800)
