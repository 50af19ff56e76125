"""People: runs of capitalised words, judged by weighted cues from each place and from the rest of the document."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache

from factx.engine.rules import Finding
from factx.extract.people import things, titles
from factx.extract.people.bylines import authors
from factx.extract.people.candidates import Candidate, Mention
from factx.extract.people.cues import cues
from factx.extract.people.firms import Firms, shared, tell_apart
from factx.extract.people.grammar import grammar, over_lines, runs
from factx.extract.people.inverted import joined
from factx.extract.people.labels import is_label, speakers
from factx.extract.people.memory import Memory
from factx.extract.people.mentions import add_up, line_up
from factx.extract.people.name_runs import Readings, Single
from factx.extract.people.sheets import listed
from factx.extract.people.surroundings import weigh
from factx.extract.people.words import Gender, Word, Words
from factx.extract.people.words import forget as forget_words
from factx.text.tokens import BLANKS, Tokens

__all__ = ["Gender", "Mention", "find", "gender_of", "grammar"]


WHO = ("who ", "whose ")
"""What tells, after a comma, that any word before it is a name: Snuggle, who ..."""
SURNAMES = frozenset({"you", "he", "an", "so", "her", "to"})
"""Surnames that are function words too: where a full name has one, its capital within a sentence is a name."""
VERBS = {
    "to": frozenset({"said", "says", "told", "was", "is", "has", "had", "voted"}),
    "an": frozenset({"said", "says", "told", "was", "is", "has", "had"}),
    "you": frozenset({"is", "was", "has", "says"}),
}
"""Verbs before which these words are names at the beginning of a sentence too."""
LOST = -4.0
"""A full name that weighs less than this by itself is nobody's in any context: Supreme Court, New York."""
NICKNAMED = ("alias ", "aka ", "a.k.a. ", "nicknamed ")
"""What stands between a person's name and a word that the person is called by."""
CAUGHT = ("b ", "c ")
"""What a scorecard has before the bowler and the catcher."""
NEXT = frozenset((*CAUGHT, *NICKNAMED))
BEHIND = frozenset({", ", "et", ":", ": "})
"""How what tells of a word begins that stands after it."""


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
    on_sheets = listed(tokens, words)
    names = joined(names, texts, words)
    full = [name for name in names if not name.name.lone]
    for name in full:
        if name.score > LOST:
            weigh(name, tokens, words)
    in_full = _groups(full)
    firms = Firms(in_full, names, texts)
    firms.tell_full(in_full)
    memory = Memory(in_full, [name.name for name in names if name.name.lone], [word for word, _ in hopeless], tokens)
    if more := _told(hopeless, memory, names, on_sheets, texts):
        names = sorted((*names, *more), key=lambda name: name.start)
    lone = [name for name in names if name.name.lone]
    for name in lone:
        weigh(name, tokens, words)
    if on_sheets:
        for name in names:
            if name.title in on_sheets or name.start in on_sheets:
                name.add(cues("on-sheet"))
                name.shows = "person"
        players = {name.name.key for name in names if name.shows == "person" and name.start in on_sheets}
        for name in lone:
            if name.name.key in players and name.start not in on_sheets:
                name.add(cues("player"))  # Day's cross, of a player Day
    firms.tell_lone(lone, memory)
    both = shared(in_full, lone, firms, tokens)
    for name in lone:
        if bearers := both.get(name.name.folded[0]):
            tell_apart(name, bearers, texts)
    alone = _groups([name for name in lone if name.name.folded[0] not in both] if both else lone)
    memory.recall(in_full, alone)
    things.tell(lone, memory, words, texts)
    add_up(in_full)
    add_up(alone)
    line_up(names, texts)
    return names


def _told(
    hopeless: Sequence[Single], memory: Memory, names: Sequence[Candidate], on_sheets: set[int], texts: list[str]
) -> list[Candidate]:
    """The words that are hardly names, where the text tells that they are: by a full name, by what is next to them."""
    last = len(texts) - 1
    told = speakers(hopeless, texts, _words())
    for word, start in hopeless:
        after = texts[start + 1][:2] if start < last else ""
        if start in on_sheets or (after in BEHIND or texts[start - 1] in NEXT) and _is_told(word, start, texts):
            told.add(word.text)
    known = [
        start for word, start in hopeless
        if word.text in told or "abbreviated" not in word.tags and memory.knows(word.folded)
    ]
    joint = {i for name in names if ", " in name.name.tokens for i in range(name.start, name.end)} if known else ()
    starts = [start for start in known if start not in joint]  # of KHUMALO, Sipho
    function = SURNAMES.intersection((*memory.families, *memory.given))
    if function or on_sheets:
        taken = {i for name in names for i in range(name.title, name.end)}.union(starts)
        if function:
            starts += [i for i in _capitalised(function, texts) if i not in taken]
        starts += [i for i in on_sheets if i not in taken]
    return [Candidate(_readings().alone(texts[start]), start) for start in starts]


def _capitalised(wanted: Container[str], texts: Sequence[str]) -> Iterator[int]:
    """The places where one of these function words has a capital within a sentence: police said You had left.

    Or where it opens one before a verb that it could not stand before: To said he would go.
    """
    for i, text in enumerate(texts):
        if text[:1].isupper() and (word := text.rstrip(BLANKS).lower()) in wanted:
            after = texts[i + 1].rstrip(BLANKS) if i + 1 < len(texts) else ""
            if i and texts[i - 1][:1].islower() or after in VERBS.get(word, ()):
                yield i


def _is_told(word: Word, start: int, texts: list[str]) -> bool:
    """Whether the neighbours of any word would tell that it is a name."""
    if start and texts[start - 1] in CAUGHT or start > 2 and texts[start - 1] in NICKNAMED:
        return texts[start - 1] in CAUGHT or texts[start - 2] in (", ", "(") and texts[start - 3][:1].isupper()
    end = start + 1
    if end + 1 < len(texts):
        after = texts[end]
        if after == ", ":
            return texts[end + 1] in WHO
        if after == "et ":
            return texts[end + 1][:3] == "al."
        if after[:1] == ":":  # BRIGGSON: Good morning; but not VENUE: Leeds
            return (word.common < 3 or word.family > 2) and is_label(texts, start, end)
    return False


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
        gender: Gender | None = None
        for start, end in held:
            for text in tokens.words[start:end]:
                gender = gender or words.gender(words[text])
        mention = Mention(mention.words, held, mention.given, mention.family, mention.suffix, gender or mention.gender)
    if name.fuller:
        mention = mention._replace(fuller=name.fuller)
    notes = (*name.notes, "byline") if name.start in bylines else name.notes
    return Finding(name.name.rule, name.start, name.end, mention, notes)


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
