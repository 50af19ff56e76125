"""People: runs of capitalised words, judged by named cues and by what the document shows elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from factx.extract.people import titles
from factx.extract.people.candidates import Candidate, candidates
from factx.extract.people.evidence import consult, hopeful, line_up, weigh
from factx.extract.people.grammar import grammar, runs
from factx.extract.people.memory import Memory
from factx.extract.people.words import Gender, Words
from factx.extract.people.words import forget as forget_words
from factx.rules import Found
from factx.tokens import Tokens

__all__ = ["Gender", "Mention", "find", "gender_of", "grammar"]


class Mention(NamedTuple):
    """A person's name where it stands: its parts, and the title written with it."""

    words: tuple[str, ...]
    """The words of the name, folded, the family name last, without particles and marks."""
    titles: tuple[tuple[int, int], ...]
    """The tokens of the title or role before the name, and of the one in apposition behind it."""
    given: str | None
    family: str | None
    suffix: str | None
    gender: Gender | None
    """What the given name and the title tell."""


PARTICLES = frozenset({"particle", "name-start"})


@cache
def _words() -> Words:
    return Words()


def forget() -> None:
    """Look every word up afresh: for new weights."""
    _words.cache_clear()
    forget_words()


def judged(tokens: Tokens) -> list[Candidate]:
    """Every candidate worth a thought, with its cues and score, in the text's order."""
    words = _words()
    found = list(candidates(runs(tokens), tokens, words))
    full = [name for name in found if not name.lone]
    lone = [name for name in found if name.lone]
    for name in full:
        weigh(name, tokens, words)
    memory = Memory(full, lone, tokens)
    lone = [name for name in lone if hopeful(name, memory)]
    for name in lone:
        weigh(name, tokens, words)
    for kind in (full, lone):
        for name in kind:
            memory.recall(name)
        consult(kind)
    names = sorted(full + lone, key=lambda name: name.start)
    line_up(names, tokens)
    return names


def find(tokens: Tokens) -> list[Found[Mention]]:
    """The mentions of people, in the text's order."""
    words = _words()
    return [_found(name, tokens, words) for name in judged(tokens) if name.score > 0]


def _found(name: Candidate, tokens: Tokens, words: Words) -> Found[Mention]:
    held = titles.around(tokens, words, name.title, name.start, name.end)
    given, family = name.parts(tokens)
    suffix = tokens.text(name.end - 1, name.end) if name.end > name.last else None
    gender: Gender | None = None
    for start, end in held:
        for text in tokens.words[start:end]:
            gender = gender or words.gender(words[text])
    if gender is None and given is not None:
        gender = name.names[0].gender
    if name.lone and suffix is None:
        proper = [name.names[0].folded]
    else:
        own = [word for word in name.names if not word.tags & PARTICLES] or name.names
        proper = [word.folded for word in own]
        if name.eastern:
            proper.append(proper.pop(0))
        elif suffix is not None and len(proper) == 1:
            proper.append(suffix.lower())  # Charles II is not Charles III
    return Found(
        name.rule, name.start, name.end, Mention(tuple(proper), held, given, family, suffix, gender), name.notes
    )


def gender_of(name: str, held: Iterable[str]) -> Gender | None:
    """The gender that a person's titles tell, or else the given name; None where neither does."""
    words = _words()
    for title in held:
        for word in title.split():
            if told := words.gender(words[word]):
                return told
    given, _, family = name.partition(" ")
    return words[given].gender if family else None
