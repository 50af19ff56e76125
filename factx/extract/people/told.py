"""Finds words that are hardly names where the text tells that they are: Snuggle, who left; alias Lala; BRIGGSON: No."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence, Set

from factx.extract.people.candidates import Candidate
from factx.extract.people.labels import is_label, speakers
from factx.extract.people.memory import Memory
from factx.extract.people.name_runs import Single
from factx.extract.people.words import Word, Words
from factx.text.tokens import BLANKS

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
NICKNAMED = ("alias ", "aka ", "a.k.a. ", "nicknamed ")
"""What stands between a person's name and a word that the person is called by."""
CAUGHT = ("b ", "c ")
"""What a scorecard has before the bowler and the catcher."""
NEXT = frozenset((*CAUGHT, *NICKNAMED))
BEHIND = frozenset({", ", "et", ":", ": "})
"""How what tells of a word begins that stands after it."""


def told(
    hopeless: Sequence[Single], memory: Memory, names: Sequence[Candidate], sheets: Set[int], texts: list[str],
    words: Words,
) -> list[int]:
    """The places of words that are hardly names, where the text tells that they are: by a full name, by a neighbour."""
    sure = _sure(hopeless, sheets, texts) | speakers(hopeless, texts, words)
    parts = memory.parts
    known = [
        start for word, start in hopeless
        if word.folded in parts and "abbreviated" not in word.tags or word.text in sure
    ]
    joint = {i for name in names if ", " in name.name.tokens for i in range(name.start, name.end)} if known else ()
    starts = [start for start in known if start not in joint]  # of KHUMALO, Sipho
    function = SURNAMES.intersection((*memory.families, *memory.given))
    if function or sheets:
        taken = {i for name in names for i in range(name.title, name.end)}.union(starts)
        if function:
            starts += [i for i in _capitalised(function, texts) if i not in taken]
        starts += [i for i in sheets if i not in taken]
    return starts


def _sure(hopeless: Sequence[Single], sheets: Set[int], texts: list[str]) -> set[str]:
    """The words of which one place tells by itself that they are names: on a team's sheet, before "who"."""
    last = len(texts) - 1
    sure: set[str] = set()
    for word, start in hopeless:
        after = texts[start + 1][:2] if start < last and "abbreviated" not in word.tags else ""
        if start in sheets or (after in BEHIND or texts[start - 1] in NEXT) and _is_told(word, start, texts):
            sure.add(word.text)
    return sure


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
