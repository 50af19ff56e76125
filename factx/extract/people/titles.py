"""The titles and roles around a name: "Russian President", "main opposition candidate", ", chairman of the board"."""

from __future__ import annotations

from factx.extract.people.words import Word, Words
from factx.tokens import Tokens

OFFICES = frozenset({"courtesy", "honorific", "role", "kin"})
QUALIFIERS = OFFICES | {"modifier", "nationality"}
LINKS = frozenset({"of", "the", "and", "for"})
ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "then", "whose", "our", "my"})
LONGEST = 12


def before(tokens: Tokens, words: Words, start: int, end: int) -> tuple[int, int] | None:
    """The title that ends where the name begins: `start` to `end` is what stood before it in capitals."""
    texts = tokens.words
    first = end
    office = False
    for i in range(end - 1, max(-1, end - LONGEST), -1):
        word = words[texts[i]]
        if word.tags & QUALIFIERS and word.form != "mark":
            office = office or bool(word.tags & OFFICES)
        elif word.folded in "-‐‑" and word.form == "mark" and i > 0 and texts[i] == texts[i].rstrip():
            continue
        elif not (office and _capital(word)):  # Microsoft chairman, Labour Party leader
            break
        first = i
    if office:
        return first, end
    # President of the Republic of Belarus
    for i in range(end - 1, max(-1, end - LONGEST), -1):
        word = words[texts[i]]
        if "role" in word.tags and i + 1 < end and words[texts[i + 1]].folded in ("of", "for"):
            found = before(tokens, words, i, i + 1)
            return (found[0] if found else i), end
        if not (_capital(word) or word.folded in LINKS):
            return None
    return None


def _capital(word: Word) -> bool:
    return word.form in ("capital", "upper", "initial") and not word.tags & {"function", "calendar"}


def after(tokens: Tokens, words: Words, end: int) -> tuple[int, int] | None:
    """The office in apposition behind a name: ", the chief executive of Acme,"."""
    texts = tokens.words
    if end + 1 >= len(texts) or words[texts[end]].folded != ",":
        return None
    begin = end + 1
    while begin < len(texts) and words[texts[begin]].folded in ARTICLES:
        begin += 1
    office = 0
    for i in range(begin, min(begin + LONGEST, len(texts))):
        word = words[texts[i]]
        if word.form == "mark" and word.folded not in ("-", "&"):
            return (begin, i) if office and word.folded in (",", ".", "", ")", ";", "–", "—") else None
        if word.tags & OFFICES and not office:
            if i - begin > 5:
                return None
            office = i
        elif word.folded == "and" and office:
            return begin, i
        elif not office and "function" in word.tags or "saying" in word.tags and "role" not in word.tags:
            return None
    return (begin, len(texts)) if office and begin + LONGEST > len(texts) else None
