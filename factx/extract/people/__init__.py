"""People: runs of capitalised words, judged by weighted cues from each place and from the rest of the document."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from factx.engine.rules import Finding
from factx.extract.people import titles
from factx.extract.people.candidates import Candidate, Mention
from factx.extract.people.evidence import add_up, line_up, weigh
from factx.extract.people.grammar import grammar, runs
from factx.extract.people.memory import Memory
from factx.extract.people.name_runs import Readings
from factx.extract.people.words import Gender, Words
from factx.extract.people.words import forget as forget_words
from factx.text.tokens import Tokens

__all__ = ["Gender", "Mention", "find", "gender_of", "grammar"]


@cache
def _words() -> Words:
    return Words()


@cache
def _readings() -> Readings:
    return Readings(_words())


def forget() -> None:
    """Clear all caches, for new weights."""
    _words.cache_clear()
    _readings.cache_clear()
    forget_words()


def judged(tokens: Tokens) -> list[Candidate]:
    """Every candidate that could be a person, with its cues and score, in the text's order."""
    words, texts = _words(), tokens.words
    names = list(_readings().candidates(runs(tokens), tokens))
    full = [name for name in names if not name.name.lone]
    for name in full:
        weigh(name, tokens, words)
    in_full = _groups(full)
    memory = Memory(in_full, [name.name for name in names if name.name.lone], tokens)
    names = [name for name in names if not name.name.hopeless or memory.knows(name.name)]
    lone = [name for name in names if name.name.lone]
    for name in lone:
        weigh(name, tokens, words)
    alone = _groups(lone)
    memory.recall(in_full, alone)
    add_up(in_full)
    add_up(alone)
    line_up(names, texts)
    return names


def _groups(names: Iterable[Candidate]) -> list[list[Candidate]]:
    """The candidates grouped by name."""
    same: dict[str, list[Candidate]] = {}
    for name in names:
        same.setdefault(name.name.key, []).append(name)
    return list(same.values())


def find(tokens: Tokens) -> list[Finding[Mention]]:
    """The mentions of people, in the text's order."""
    words = _words()
    return [_found(name, tokens, words) for name in judged(tokens) if name.score > 0]


def _found(name: Candidate, tokens: Tokens, words: Words) -> Finding[Mention]:
    mention = name.name.untitled()
    if held := titles.around(tokens.words, words, name.start, name.end):
        gender: Gender | None = None
        for start, end in held:
            for text in tokens.words[start:end]:
                gender = gender or words.gender(words[text])
        mention = Mention(mention.words, held, mention.given, mention.family, mention.suffix, gender or mention.gender)
    return Finding(name.name.rule, name.start, name.end, mention, name.notes)


def gender_of(name: str, held: Iterable[str]) -> Gender | None:
    """The gender that a person's titles imply, or else the given name; None if neither does."""
    words = _words()
    for title in held:
        for word in title.split():
            if gender := words.gender(words[word]):
                return gender
    given, _, family = name.partition(" ")
    first = words[given].profile
    return first.gender if family or first.given > first.family else None
