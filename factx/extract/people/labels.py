"""Names in capitals before a colon at the head of a line: a speaker's in a transcript, or the place of a report."""

from __future__ import annotations

from collections.abc import Sequence

from factx.extract.people.candidates import Candidate
from factx.extract.people.words import Word, Words
from factx.text.tokens import BLANKS, BREAKS, Tokens


def opens_line(texts: Sequence[str], i: int) -> bool:
    """Whether a sentence or a line begins at `i`."""
    return i == 0 or not texts[i - 1] or texts[i - 1][0] in BREAKS


LABEL = 5
"""The fewest letters of a word that may be anybody's before the colon: not NOTE, DATE, WHO."""


def is_label(texts: Sequence[str], start: int, end: int, shortest: int = LABEL) -> bool:
    """Whether a name in capitals opens a line and a colon follows, as the speaker's in a transcript."""
    return (
        end < len(texts) and texts[end][0:1] == ":" and opens_line(texts, start)
        and texts[end - 1].isupper() and len(texts[end - 1]) >= shortest
    )


def is_speaker(tokens: Tokens, start: int, end: int) -> bool:
    """Whether two or three words in capitals before a turn are a name that the text has in small letters too."""
    texts = tokens.words
    if not (1 < end - start < 4 and end < len(texts) and texts[end][0:1] == ":" and opens_line(texts, start)):
        return False
    own = [text.rstrip(BLANKS) for text in texts[start:end]]
    return all(text.isupper() for text in own) and " ".join([text.capitalize() for text in own]) in tokens.source


def speakers(hopeless: Sequence[tuple[Word, int]], texts: Sequence[str], words: Words) -> set[str]:
    """The short surnames in capitals that stand before a turn where others have turns too: COX: The county does."""
    short = {word.text for word, i in hopeless if word.family > 1 and is_label(texts, i, i + 1, shortest=2)}
    if not short:
        return short
    others = {texts[i - 1] for i, text in enumerate(texts) if text[:1] == ":" and i and texts[i - 1].isupper()} - short
    surnames = [word for word in map(words.__getitem__, others) if word.family > 1 and word.common < 2]
    return short if len(surnames) > 1 else set()


def is_place(name: Candidate, texts: Sequence[str]) -> bool:
    """Whether a label can be the place that a report is from: in no list, at its head, and the only one."""
    word = name.name.words[0]
    if not name.lone or name.title > HEAD or name.name.office is not None:
        return False
    if word.place == COUNTRY:
        return True
    if word.family or word.given:
        return False
    return not any(
        text[:1] == ":" and i - 1 != name.start and texts[i - 1].isupper() for i, text in enumerate(texts) if i
    )


COUNTRY = 3
"""The rank of countries among places."""
HEAD = 80
"""How many words into a text the place that it is from stands."""


def is_known(name: Candidate) -> bool:
    """Whether a name before a colon is a title's, several words, or a surname and no word: LOWE, MR. HALE."""
    last = name.name.words[-1]
    surname = last.family > 2 or last.family > 1 and last.common < 2
    return not name.lone or name.name.office is not None or surname
