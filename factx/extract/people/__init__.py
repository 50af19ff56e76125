"""People: runs of capitalised words, judged by named cues and by what the document shows elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factx.extract.people.candidates import Candidate, candidates
from factx.extract.people.evidence import weigh, weights
from factx.extract.people.grammar import grammar
from factx.extract.people.memory import Memory
from factx.extract.people.words import Words
from factx.rules import Found
from factx.tokens import Tokens

__all__ = ["Mention", "find", "grammar"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A person's name where it stands: its parts, and the title written before it."""

    title: tuple[int, int] | None
    """The tokens of the title, None where there is none."""
    given: str | None
    family: str | None
    suffix: str | None
    gender: str | None


@cache
def _words() -> Words:
    return Words()


def judged(tokens: Tokens) -> list[Candidate]:
    """Every candidate with its cues and score, in the text's order."""
    words = _words()
    found = list(candidates(grammar.find(tokens), tokens, words))
    full = [name for name in found if name.rule == "full-name"]
    lone = [name for name in found if name.rule == "lone-name"]
    for name in full:
        weigh(name, tokens, words, None)
    memory = Memory(full, lone, tokens)
    for name in found:
        weigh(name, tokens, words, memory)
    return found


def find(tokens: Tokens) -> list[Found[Mention]]:
    """The mentions of people, in the text's order."""
    return [_found(name, tokens) for name in judged(tokens) if name.score > 0]


def _found(name: Candidate, tokens: Tokens) -> Found[Mention]:
    table = weights("lone" if name.rule == "lone-name" else "full")
    notes = tuple(f"{cue} {table[cue]:+.1f}" for cue in name.cues if cue in table)
    return Found(name.rule, name.start, name.end, Mention(None, None, None, None, None), notes)
