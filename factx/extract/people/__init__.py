"""People: runs of capitalised words, judged by weighted cues from each place and from the rest of the document."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import cache
from operator import attrgetter

from factx.engine.rules import Finding
from factx.extract.people import things, titles
from factx.extract.people.bylines import authors
from factx.extract.people.candidates import Candidate, Mention
from factx.extract.people.firms import Firms, shared, tell_apart
from factx.extract.people.forms_of_names import gender_by_form
from factx.extract.people.grammar import grammar, over_lines, runs
from factx.extract.people.inverted import joined
from factx.extract.people.memory import Memory
from factx.extract.people.mentions import add_up, line_up
from factx.extract.people.name_runs import Readings
from factx.extract.people.sheets import listed, on_sheets
from factx.extract.people.surroundings import weigh
from factx.extract.people.told import told
from factx.extract.people.words import Gender, Words
from factx.extract.people.words import forget as forget_words
from factx.text.tokens import Tokens

__all__ = ["Gender", "Mention", "find", "gender_of", "grammar"]


OF_OTHERS = frozenset({"of", "for", "to", "at", "from"})
"""What in a title leads to somebody else or something else."""
LOST = -4.0
"""A full name that weighs less than this by itself is nobody's in any context: Supreme Court, New York."""


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
    names, hopeless = _readings().candidates(over_lines(runs(tokens), texts), tokens)
    sheets = listed(tokens, words)
    names = joined(names, texts, words)
    in_full = _weigh_full(names, tokens)
    firms = Firms(in_full, names, texts)
    firms.tell_full(in_full, texts)
    memory = Memory(in_full, [name.name for name in names if name.lone], [word for word, _ in hopeless], tokens)
    memory.pair(names, texts)
    if starts := told(hopeless, memory, names, sheets, texts, words):
        more = [Candidate(_readings().alone(texts[start]), start) for start in starts]
        names = sorted((*names, *more), key=attrgetter("start"))
    lone = [name for name in names if name.lone]
    for name in lone:
        weigh(name, tokens, words)
    if sheets:
        on_sheets(names, lone, sheets)
    firms.tell_lone(lone, memory)
    both = shared(in_full, lone, firms, tokens)
    for name in lone if both else ():
        if bearers := both.get(name.name.folded[0]):
            tell_apart(name, bearers, texts, of_firm=name.name.folded[0] in firms.surnames)
    alone = _groups([name for name in lone if name.name.folded[0] not in both] if both else lone)
    memory.recall(in_full, alone)
    things.tell(lone, memory, words, texts)
    add_up(in_full)
    add_up(alone)
    line_up(names, texts)
    return names


def _weigh_full(names: Iterable[Candidate], tokens: Tokens) -> list[list[Candidate]]:
    """The candidates of several words, grouped by name, each weighed by what is next to it unless it is lost."""
    full = [name for name in names if not name.lone]
    for name in full:
        if name.score > LOST:
            weigh(name, tokens, _words())
    return _groups(full)


def _groups(names: Iterable[Candidate]) -> list[list[Candidate]]:
    """The candidates grouped by name."""
    same: dict[str, list[Candidate]] = {}
    for name in names:
        same.setdefault(name.name.key, []).append(name)
    return list(same.values())


def find(tokens: Tokens) -> list[Finding[Mention]]:
    """The mentions of people, in the text's order."""
    words = _words()
    people = [name for name in judged(tokens) if name.score > 0]
    bylines = authors(people, tokens.words)
    return [_found(name, tokens, words, bylines) for name in people]


def _found(name: Candidate, tokens: Tokens, words: Words, bylines: Container[int]) -> Finding[Mention]:
    mention = name.name.untitled()
    if held := titles.around(tokens.words, words, name.start, name.end):
        gender = _gender_by(held, tokens.words, words) or mention.gender
        mention = Mention(mention.words, held, mention.given, mention.family, mention.suffix, gender)
    if name.fuller:
        mention = mention._replace(fuller=name.fuller)
    notes = (*name.notes, "byline") if name.start in bylines else name.notes
    return Finding(name.name.rule, name.start, name.end, mention, notes)


def _gender_by(held: Iterable[tuple[int, int]], texts: Sequence[str], words: Words) -> Gender | None:
    """The gender that titles imply: by their words before those of somebody else, an aide for | Mrs Hale."""
    for start, end in held:
        for text in texts[start:end]:
            word = words[text]
            if gender := words.gender(word):
                return gender
            if word.profile.literal in OF_OTHERS:
                break
    return None


def gender_of(name: str, held: Iterable[str]) -> Gender | None:
    """The gender that a person's titles imply, or else the given name or the form of the whole; None if none does."""
    words = _words()
    for title in held:
        for word in title.split():
            if gender := words.gender(words[word]):
                return gender
    given, _, family = name.partition(" ")
    first = words[given].profile
    known = first.gender if family or first.given > first.family else None
    eastern = "eastern" in words[given].tags
    formed = gender_by_form(name.split(), vietnamese=eastern) if family else None
    return formed or known if eastern else known or formed
