"""Team sheets and score sheets, where a name may be any word: Subs not used: Given, Harper. Booked: Love."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from factx.expressions import compiled
from factx.extract.people.candidates import Candidate
from factx.extract.people.cues import cues
from factx.extract.people.words import Word, Words
from factx.text.tokens import BLANKS, BREAKS, Tokens

SURE = frozenset(
    {"subs", "substitutes", "booked", "bookings", "cautioned", "cautions", "bat", "bowling", "batting", "overs"}
)
LABELS = frozenset(
    "sub substitute replacements bench scorer scorers goalscorers tries try conversions"
    " conversion penalties pens team teams line-up lineup lineups ups xi squad goalkeepers goalkeeper defenders"
    " midfielders forwards strikers goals assists names victims dead injured jurors defendants suspects"
    " nominees survivors".split()
)
"""Words before the colon that opens a list of people."""
BEFORE = frozenset(":,;(-–—") | {"for", "and", "&", "c", "b", "st"}
"""What stands before a name in such a list."""
AFTER = frozenset(",;.()&") | {"for", "and", "", "c", "b", "st", "lbw", "not", "run", "retired"}
LOWER = frozenset(
    "for and van der den de di da du la le al el not used capt captain c b st lbw run out retired hurt absent pen pens"
    " og min mins".split()
)
"""Words in small letters that such a list may have."""
DASHES = frozenset("-–—")
LABEL = 8
"""The most tokens before the colon."""
TEAM = 16
"""The same of a team's name and its formation: Newcastle United (4-2-3-1)."""
FEWEST = 5
"""The fewest names by which a list without such a word is a team's: Leeds: Hay, Lund, Short, Oyelaran, Hill."""
_COLON = compiled(
    r":(?<=[\w)]:)(?=\s+(?:[^\W\d_a-z][\w.'’-]*+[ \xa0]?){1,4}(?:[-,;(.–]|\d|(?:and|for|c|b|lbw|not|run)\b|$))",
    re.MULTILINE,
)
"""A colon before what can be a list of names."""


def listed(tokens: Tokens, words: Words) -> set[int]:
    """The tokens with which the names on sheets begin."""
    texts = tokens.words
    found: set[int] = set()
    for colon in _COLON.finditer(tokens.source):
        place = tokens.at(colon.start())
        labelled = _says_players(texts, place)
        if not labelled and not _may_be_team(texts, place):
            continue
        items = list(_items(texts, place + 1))
        if not labelled and (len(items) < FEWEST or any(_is_long(texts[end]) for _, end in items)):
            continue
        names = {start: words[texts[start]] for start, _ in items}
        known = [word for word in names.values() if _is_known(word)]
        if labelled == "sure" or known and 2 * len(known) >= len(items):
            found.update([start for start, word in names.items() if word.place < 2 or word.family > 1])
    return found


def _says_players(texts: Sequence[str], colon: int) -> str:
    """Whether the words before a colon say that players follow: "sure" (Subs not used), "likely" (Goals), or ""."""
    aside = False
    for i in range(colon - 1, max(-1, colon - LABEL), -1):
        word = texts[i].rstrip(BLANKS)
        if not word or word[0] in BREAKS or word == ",":
            return ""
        aside = word == ")" or aside and word != "("  # Team (from), but not: (for, against, goals)
        if word.lower() in SURE:
            return "sure"
        if word.lower() in LABELS and not aside:
            return "likely"
    return ""


def _may_be_team(texts: Sequence[str], colon: int) -> bool:
    """Whether a colon follows what can be a team's name, at the beginning of a sentence: Newcastle (4-4-2)."""
    for i in range(colon - 1, max(-1, colon - TEAM), -1):
        word = texts[i].rstrip(BLANKS)
        if not word or word[0] in BREAKS:
            return i < colon - 1
        if word.islower():
            return False
    return colon < TEAM


def _is_long(token: str) -> bool:
    """Whether it is a team's score rather than a player's number, minute or goals."""
    return len(token.rstrip(BLANKS)) > 2 and token[0].isdigit()


def _items(texts: Sequence[str], first: int) -> Iterator[tuple[int, int]]:
    """The token ranges of the names in the list that begins at `first`."""
    if texts[first][:1] in BREAKS:
        first += 1
    before = ":"
    begin = -1
    several = False
    """Whether the last name had several words: what is in brackets after it is a club."""
    for i in range(first, len(texts)):
        word = texts[i].rstrip(BLANKS)
        if word in AFTER or word[0].isdigit():
            if begin >= 0:
                yield begin, i
                several = i > begin + 1
            begin = -1
        elif word[0].isupper():
            if begin < 0 and (before in BEFORE or before[0].isdigit()) and not (several and before == "("):
                begin = i
        elif word in DASHES and texts[i] != word:
            begin = -1  # Scorers: England - Smith
        elif word.islower() and word not in LOWER or word[0] in BREAKS or word == ":":
            return
        if not word or word == "." and (i + 1 == len(texts) or not texts[i + 1]):
            return
        before = word
    if begin >= 0:
        yield begin, len(texts) - 1


def _is_known(word: Word) -> bool:
    """Whether a word may be a player's name as far as the lists tell."""
    listed = word.family > 0 or word.given > 1 or not word.common
    return word.place < 2 and (word.family > 1 or word.profile.may_name and listed)


def on_sheets(names: Iterable[Candidate], lone: Iterable[Candidate], sheets: Container[int]) -> None:
    """Add to the names on sheets that they are players', and to the same names elsewhere: Day's cross."""
    for name in names:
        if name.title in sheets or name.start in sheets:
            name.add(cues("on-sheet"))
            name.shows = "person"
    players = {name.name.key for name in names if name.shows == "person" and name.start in sheets}
    for name in lone:
        if name.name.key in players and name.start not in sheets:
            name.add(cues("player"))
