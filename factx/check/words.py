"""Words as they are compared: without case, accents, apostrophes and marks."""

from __future__ import annotations

import re
import string
import unicodedata
from itertools import repeat
from typing import Final

WORD: Final = re.compile(r"[^\W_]+(?:['’‘ʼ]+[^\W_]+)*")
UNKNOWN: Final = "\0"
LIMIT: Final = 500_000
"""How many spellings are remembered."""
GAP: Final = re.compile(r"\s*(?:\[[^\]]*\]|\(?(?:\.\s?){3,}\)?|…)\s*")
"""What an editor leaves out of a quotation, or puts in: ... and [the mayor]."""
MARKS: Final = ("“", "”", "–", "—", "…", "\u00a0")
"""Marks that are not ASCII, and separate words."""
FOLDED: Final = bytes.maketrans(
    (string.ascii_uppercase + string.punctuation.replace("'", "")).encode(),
    (string.ascii_lowercase + " " * (len(string.punctuation) - 1)).encode(),
)


def tokens(text: str) -> list[bytes]:
    """The words of a text as they are compared; quickly, since sources are long.

    Those that are not in Latin letters are lost, and a symbol between two words joins them: `spans_of` has more then.
    """
    if not text.isascii():
        text = text.replace("’", "'").replace("‘", "'")
        for mark in MARKS:
            text = text.replace(mark, " ")
        if not text.isascii():
            text = unicodedata.normalize("NFKD", text)
    return text.encode("ascii", "ignore").translate(FOLDED, b"'").split()


def token(word: str) -> bytes:
    """One word as it is compared; those that are not in Latin letters as they are."""
    return b"".join(tokens(word)) or word.casefold().encode("utf-8", "replace")


def spans_of(text: str) -> list[tuple[int, int]]:
    """The place of each word."""
    return [found.span() for found in WORD.finditer(text)]


def words_of(text: str) -> list[str]:
    """The words of a text, as written."""
    return WORD.findall(text)


class Alphabet(dict[bytes, str]):
    """A character for each word that is sought, UNKNOWN for all others: so a text is a short string."""

    def add(self, words: list[str]) -> str:
        """The words as characters, which are new for new words."""
        return "".join([self.setdefault(token(word), character(len(self))) for word in words])

    def read(self, text: str) -> str:
        """A text's words as characters."""
        return "".join(map(self.get, tokens(text), repeat(UNKNOWN)))

    def read_slowly(self, text: str) -> str:
        """The same, for each word that `spans_of` has."""
        return "".join([self.get(token(word), UNKNOWN) for word in words_of(text)])


def character(number: int) -> str:
    """The character of a word by its number; surrogates are passed over."""
    code = number + 1
    return chr(code if code < 0xD800 else code + 0x800)
