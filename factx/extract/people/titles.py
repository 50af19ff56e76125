"""The titles and roles around a name: "Russian President", "main opposition candidate", ", chairman of the board"."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache

from factx import lexicon
from factx.extract.people.words import HYPHENS, Word, Words
from factx.lexicon.mapped import MappedList
from factx.text.tokens import BLANKS

LINKS = frozenset({"of", "the", "and", "for"})
DEFINITE = frozenset({"the", "his", "her", "its", "their", "our", "my"})
ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "then", "whose", "our", "my"})
WHOSE = frozenset({"his", "her", "their"})
TIMES = frozenset("week weekend month year day night morning afternoon evening hour minute time".split())
"""Nouns that stand before a title and are no part of it: last week farmer Tom Ray sold it."""
ENDS = frozenset({",", ".", ";", ":", ")", "(", "–", "—", "", "”", '"', "!", "?"})
BARE = frozenset({"lower", "mark", "number"})
"""Forms of words that end a title only if they are a title or the like by themselves."""
COURTESIES = frozenset({"mr", "mrs", "ms", "miss"})
"""Titles that nothing but an office stands before."""
LONGEST = 12


def around(texts: Sequence[str], words: Words, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The titles of the name `start` to `end`, as token ranges: before it, and in apposition after it."""
    found: tuple[tuple[int, int], ...] = ()
    if start:
        last = words[texts[start - 1]]
        if last.profile.qualifies or last.form not in BARE:
            title = before(texts, words, start)
            if title:
                found = (title,)
        elif texts[start - 1] == ", " and _closes(texts, end):
            title = _definite(texts, words, start - 1)
            if title:
                found = (title,)
    if end + 1 < len(texts) and texts[end] == ", ":
        title = after(texts, words, end + 1)
        if title:
            found += (title,)
    return found


def _closes(texts: Sequence[str], end: int) -> bool:
    """Whether an apposition can end here: not in "after a call to his sister, Lee gave up"."""
    return end == len(texts) or texts[end].rstrip(BLANKS) in ENDS


def _definite(texts: Sequence[str], words: Words, end: int) -> tuple[int, int] | None:
    """The title, with an article, that ends at the comma before a name: the shadow health secretary, Ann Lee."""
    title = before(texts, words, end)
    if title is None:
        return None
    for i in range(title[0] - 1, max(-1, title[0] - 5), -1):
        word = words[texts[i]]
        if word.folded in DEFINITE:
            return i + 1, end
        if word.form != "lower" or not word.tags.isdisjoint(("function", "saying", "doing", "auxiliary")):
            return None
    return None


def before(texts: Sequence[str], words: Words, end: int) -> tuple[int, int] | None:
    """The title that ends where the name begins."""
    first = end
    office = False
    for i in range(end - 1, max(-1, end - LONGEST), -1):
        word = words[texts[i]]
        profile = word.profile
        if profile.qualifies:
            if first < end and words[texts[first]].folded in COURTESIES and not profile.is_office:
                break  # leading Mr. | Hale
            office = office or profile.is_office
        elif office and i == first - 1 and words[texts[first]].form == "lower" and is_noun(word):
            pass  # bus driver, climate activist
        elif word.folded in HYPHENS and i > 0 and texts[i] == texts[i].rstrip(BLANKS):
            continue
        elif not (office and profile.is_proper):  # Microsoft chairman, Labour Party leader
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
            found = before(texts, words, i + 1)
            return (found[0] if found else i), end
        if not (word.profile.is_proper or word.folded in LINKS):
            return None
    return None


@cache
def _classes() -> MappedList:
    return MappedList(os.path.join(os.path.dirname(lexicon.__file__), "classes", "classes.txt"))


def is_adverb(word: str) -> bool:
    """Whether a word, folded and in small letters, is an adverb before all else."""
    return _classes().code(word)[:1] == "R"


def is_noun(word: Word) -> bool:
    """Whether a word in small letters can only tell what somebody does: the rice of a rice farmer."""
    return (
        word.form == "lower" and word.folded not in TIMES and _classes().code(word.folded)[:1] == "N"
        and word.tags.isdisjoint(("function", "saying", "doing", "hearing", "auxiliary"))
    )


def after(texts: Sequence[str], words: Words, begin: int) -> tuple[int, int] | None:
    """The office in apposition that begins after a name's comma: "the chief executive of Acme,"."""
    while begin < len(texts) and words[texts[begin]].folded in ARTICLES:
        begin += 1
    office = 0
    for i in range(begin, min(begin + LONGEST, len(texts))):
        word = words[texts[i]]
        if word.form == "mark" and word.folded not in ("-", "&"):
            return (begin, i) if office and word.folded in (",", ".", "", ")", ";", "–", "—") else None
        if word.profile.is_office and not office:
            follows = words[texts[i + 1]] if i + 1 < len(texts) else word
            if i - begin > 5 or (word.form == "capital" or "kin" in word.tags) and _capital(follows):
                return None  # Ann Lee, Mrs Ida Kent; Lee, his brother Tom Lee
            office = i
        elif word.folded == "and" and office:
            if words[texts[begin - 1]].folded in WHOSE:
                return None  # Lee, her mother and her son
            if i + 1 == len(texts) or not words[texts[i + 1]].profile.is_office:
                return begin, i  # but "president and chief executive"
        elif not office and "function" in word.tags or "saying" in word.tags and "role" not in word.tags:
            return None
    return (begin, len(texts)) if office and begin + LONGEST > len(texts) else None


def _capital(word: Word) -> bool:
    """Whether it is a capitalised word that is no part of a title."""
    return word.profile.is_proper and not word.profile.qualifies
