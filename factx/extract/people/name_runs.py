"""Reads a run of capitalised words as the names in it, without titles, ranks, countries and weekdays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from factx.extract.people.bounds import (
    begin_of,
    end_of,
    is_acronym,
    is_burmese,
    is_no_end,
    is_no_title,
    is_syllable,
)
from factx.extract.people.candidates import Candidate, Name
from factx.extract.people.capitals import in_capitals
from factx.extract.people.evidence import judge
from factx.extract.people.labels import is_speaker
from factx.extract.people.words import HYPHENS, MARKS, Word, Words
from factx.text.tokens import Tokens

VERBS = frozenset({"saying", "doing", "hearing"})
EASTERN = frozenset({"eastern"})
LETTERED = frozenset({"capital", "upper", "initial", "letter", "mixed"})
PREFIXES = frozenset({"anti", "pro", "ex", "non", "post", "pre", "neo"})
"""What a hyphen joins to a name before it: Anti-Maduro groups."""
MODALS = frozenset({"Will ", "May ", "Can "})
"""Given names that are verbs at the beginning of a question."""
PARTIES = frozenset({"D", "R", "I"})
"""Letters for parties, before a hyphen and a state: Tom Ray, R-Texas."""

Single: TypeAlias = tuple[Word, int]
"""A word, and the index of its token."""


class Readings(dict[str, tuple[Name, ...]]):
    """The names in each run, by its text: many names recur within a text and across texts."""

    LIMIT = 8_000
    """The number of runs remembered at once, which bounds the memory that a corpus takes."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.parted: set[str] = set()
        """The runs that are split differently in a headline, where most words are capitalised."""

    def candidates(self, runs: Iterable[tuple[int, int]], tokens: Tokens) -> tuple[list[Candidate], list[Single]]:
        """The names in the runs, and the words that are no names in most contexts, each in the text's order."""
        texts, words = tokens.words, self.words
        headlines = _Headlines(tokens)
        found: list[Candidate] = []
        hopeless: list[Single] = []
        for start, end in runs:
            if end - start == 1:
                token = texts[start]
                word = words[token]
                if word.profile.hopeless:
                    hopeless.append((word, start))
                else:
                    found.append(Candidate((self.get(token) or self._alone(token))[0], start))
                continue
            if texts[start] in MODALS and _asks(tokens, start, end):
                start += 1
            text = "\0".join(texts[start:end])
            names = self.get(text)
            if names is None:
                names = self._read(text, texts[start:end])
            if texts[start].isupper() and is_speaker(tokens, start, end):
                names = self._judged([_whole(self._words(texts[start:end]), texts[start:end])])
            elif text in self.parted and headlines.hold(start):
                names = self._judged(_parted(self._words(texts[start:end]), texts[start:end], headline=True))
            for name in names:
                if name.hopeless:
                    hopeless.append((name.words[0], start + name.start))
                else:
                    found.append(Candidate(name, start))
        return found, hopeless

    def alone(self, token: str) -> Name:
        """The name that a single word is."""
        return (self.get(token) or self._alone(token))[0]

    def _alone(self, token: str) -> tuple[Name, ...]:
        return self._keep(token, self._judged([Name("lone-name", 0, 0, 1, 1, (self.words[token],), (token,))]))

    def _read(self, text: str, run: Sequence[str]) -> tuple[Name, ...]:
        read = self._words(run)
        if read[0].form == "upper" and all(word.form in ("upper", "mark") for word in read):
            return self._keep(text, self._judged(in_capitals(read, run, self.words)))
        names = self._keep(text, self._judged(_parted(read, run, headline=False)))
        if any(word.profile.parts_names and _parts_headline(read, i) for i, word in enumerate(read)):
            self.parted.add(text)
        return names

    def _words(self, run: Sequence[str]) -> list[Word]:
        return [self.words[token] for token in run]

    def _judged(self, names: Iterable[Name]) -> tuple[Name, ...]:
        judged = tuple(names)
        for name in judged:
            judge(name, self.words.vocabulary.eponyms)
        return judged

    def _keep(self, text: str, names: tuple[Name, ...]) -> tuple[Name, ...]:
        if len(self) >= self.LIMIT:
            self.clear()
            self.parted.clear()
        self[text] = names
        return names


class _Headlines:
    """Tells which sentences capitalise nearly every word, as headlines do: there, a capital is no evidence."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.last: tuple[int, int, bool] = (0, 0, False)

    def hold(self, index: int) -> bool:
        """Whether the sentence around a token is a headline."""
        start, end, headline = self.last
        if not start <= index < end:
            start, end = self.tokens.sentence_of(index)
            texts = self.tokens.words[start:end]
            long = [word for word in texts if len(word) > 5 and word[0].isalpha()]
            headline = (
                len(long) > 2
                and sum([word[0].isupper() for word in long]) > 0.8 * len(long)
                and 5 * (texts.count(", ") + texts.count(",")) <= len(texts)  # a list of names is not one
            )
            self.last = start, end, headline
        return headline


def _asks(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a run begins with the verb of a question, and a full name follows: Will Ann Lee stand?"""
    first, last = tokens.sentence_of(start)
    return end - start > 2 and start == first and any(text[0:1] == "?" for text in tokens.words[end:last])


def _whole(words: list[Word], run: Sequence[str]) -> Name:
    """The name that all words of a run are."""
    return Name("full-name", 0, 0, len(run), len(run), words, run)


def _parted(read: list[Word], run: Sequence[str], *, headline: bool) -> Iterator[Name]:
    """The names of a run, split at parentheses, at compounds and at the verbs of a headline."""
    done = 0
    for i, word in enumerate(read):
        named = headline and i > 0 and "famous" in read[i - 1].tags
        if i < done or not named and (
            word.form == "capital" and not word.profile.parts_names and word.folded not in PREFIXES
        ):
            continue
        width = _gap(read, i, headline=headline)
        if width:
            if i > done:
                yield from _cut(done, read[done:i], run)
            done = i + width
    if done < len(read):
        yield from _cut(done, read[done:], run)


def _gap(read: list[Word], i: int, *, headline: bool) -> int:
    """The number of words from `i` on that stand between two names of a run."""
    word = read[i]
    if word.form != "capital" and (width := _gap_at_mark(read, i)):
        return width
    if word.text == "y" and i > 1 and i + 2 < len(read) and read[i + 1].given >= 2 and read[i + 2].family:
        return 1  # Rafael Lopez y Maria Vega; but Jose Ortega y Gasset
    if word.text in PARTIES and _has_state(read, i):
        return 3  # Tom Ray, R-Texas
    if word.folded in PREFIXES and i + 2 < len(read) and read[i + 1].folded in HYPHENS:
        return 2  # Anti-Maduro groups
    if headline and i and "famous" in read[i - 1].tags and _is_common(word):
        return 1  # Merkel Tells Putin Gas Deal Is Dead
    return int(_is_verb(read, i, headline=headline))


def _gap_at_mark(read: list[Word], i: int) -> int:
    """The same where a mark or a body's letters stand at `i`."""
    word = read[i]
    if word.folded == "(" and _is_place(read[i + 1]):
        return 3  # Erik Breukink (Netherlands) Rabobank, but not Leander (Leo) Nichols
    if _ends_compound(read, i):
        return 2  # the Modi-led BJP, Brazilian-born Luis Oliveira
    if i > 1 and word.form == "upper" and is_acronym(read, i + 1) and _goes_on_as_title(read, i):
        return 1  # Gilbert Osei ILO Director-General
    paired = word.folded in HYPHENS and len(read) == 3 and "famous" in read[0].tags & read[2].tags
    return int(paired)  # the Merkel-Macron plan


def _is_verb(read: list[Word], i: int, *, headline: bool) -> bool:
    """Whether a word is the verb between two names: Thatcher Says Kohl Will Go; but not in Henry To, Than Shwe."""
    word = read[i]
    if not word.profile.parts_names or not (word.tags & VERBS or headline and _parts_headline(read, i)):
        return False
    if any(MARKS.get(other.folded) == "quote" for other in read[max(0, i - 2):i]):
        return False  # Ricky “The Hit” Hale
    surname = i == len(read) - 1 and not word.tags.isdisjoint(EASTERN) and i > 0 and read[i - 1].given >= 2
    return not surname and not is_burmese(read, i)


def _is_common(word: Word) -> bool:
    """Whether a word is so common that it is a word first, even if it is listed as a name: Gas, Deal, Plan."""
    return word.common == 3 and word.given < 3 and word.family < 3 and not word.profile.is_title


def _goes_on_as_title(read: list[Word], i: int) -> bool:
    return i + 1 < len(read) and read[i + 1].profile.is_title


def _parts_headline(read: list[Word], i: int) -> bool:
    """Whether a common word separates the names of a headline."""
    word = read[i]
    return not (
        word.profile.is_title or "modifier" in word.tags or i > 0 and read[i - 1].given >= 2 and bool(word.family)
    )


def _ends_compound(read: list[Word], i: int) -> bool:
    """Whether a hyphen and a lower-case word end a compound before a name."""
    return (
        read[i].folded in HYPHENS and 0 < i < len(read) - 2 and read[i + 1].form == "lower"
        and read[i + 2].form in LETTERED and not is_syllable(read[i + 1])
    )


def _has_state(read: list[Word], i: int) -> bool:
    """Whether a party's letter is followed by a hyphen and a place or its abbreviation."""
    if i + 2 >= len(read) or read[i + 1].folded not in HYPHENS:
        return False
    state = read[i + 2]
    return bool(state.place) or state.text.endswith(".")


def _is_place(word: Word) -> bool:
    return word.given < 2 or word.place == 3 or "nationality" in word.tags


def _cut(offset: int, read: list[Word], run: Sequence[str]) -> Iterator[Name]:
    """The name in a part of a run, if it has one: after the last title, before a weekday or a degree."""
    last, end = end_of(read)
    begin = begin_of(read, last)
    words = [word for word in read[begin:last] if word.form in LETTERED]
    if words and begin < last and is_no_end(words[-1], alone=len(words) == 1, begin=begin):
        return
    if words and not all("credit" in word.tags for word in words):
        rule = "full-name" if len(words) > 1 or begin == 0 and last > 1 else "lone-name"
        before = read[begin - 1]
        office = before if begin and not is_no_title(before) else None
        yield Name(rule, offset, offset + begin, offset + end, offset + last, words, run, office)


