"""The titles and roles around a name: "Russian President", "main opposition candidate", ", chairman of the board"."""

from __future__ import annotations

from factx.extract.people.words import Word, Words
from factx.tokens import Tokens

OFFICES = frozenset({"courtesy", "honorific", "role", "kin"})
QUALIFIERS = OFFICES | {"modifier", "nationality"}
LINKS = frozenset({"of", "the", "and", "for"})
ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "then", "whose", "our", "my"})
LONGEST = 12


def around(tokens: Tokens, words: Words, title: int, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The titles of the name `start` to `end`, as token ranges: before it, and in apposition behind it.

    `title` to `start` is what stood before it in capitals.
    """
    texts = tokens.words
    found: tuple[tuple[int, int], ...] = ()
    last = words[texts[start - 1]] if start else None
    if last is not None and last.form not in ("mark", "number") and (last.tags or last.form != "lower"):
        held = before(tokens, words, start)
        if held:
            found = (held,)
    if end + 1 < len(texts) and texts[end] == ", ":
        held = after(tokens, words, end + 1)
        if held:
            found += (held,)
    return found


def before(tokens: Tokens, words: Words, end: int) -> tuple[int, int] | None:
    """The title that ends where the name begins."""
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
    if words[texts[end - 1]].folded in LINKS:
        return None
    # President of the Republic of Belarus
    for i in range(end - 1, max(-1, end - LONGEST), -1):
        word = words[texts[i]]
        if "role" in word.tags and i + 2 < end and words[texts[i + 1]].folded in ("of", "for"):
            found = before(tokens, words, i + 1)
            return (found[0] if found else i), end
        if not (_capital(word) or word.folded in LINKS):
            return None
    return None


def _capital(word: Word) -> bool:
    return word.form in ("capital", "upper", "initial") and not word.tags & {"function", "calendar"}


def after(tokens: Tokens, words: Words, begin: int) -> tuple[int, int] | None:
    """The office in apposition that begins behind a name's comma: "the chief executive of Acme,"."""
    texts = tokens.words
    while begin < len(texts) and words[texts[begin]].folded in ARTICLES:
        begin += 1
    office = 0
    for i in range(begin, min(begin + LONGEST, len(texts))):
        word = words[texts[i]]
        if word.form == "mark" and word.folded not in ("-", "&"):
            return (begin, i) if office and word.folded in (",", ".", "", ")", ";", "–", "—") else None
        if word.tags & OFFICES and not office:
            follows = words[texts[i + 1]] if i + 1 < len(texts) else word
            if i - begin > 5 or word.form == "capital" and _capital(follows) and not follows.tags & QUALIFIERS:
                return None  # Ann Lee, Mrs Ida Kent
            office = i
        elif word.folded == "and" and office:
            return begin, i
        elif not office and "function" in word.tags or "saying" in word.tags and "role" not in word.tags:
            return None
    return (begin, len(texts)) if office and begin + LONGEST > len(texts) else None
