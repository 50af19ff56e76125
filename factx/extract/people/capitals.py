"""The names in a line of capitals, where a capital tells nothing: POLICE SEEK ANN LEE; MAYOR OKAFOR; DR SUE LEE."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factx.extract.people.candidates import Name
from factx.extract.people.words import Word

TITLES_ALONE = frozenset({"courtesy", "rank"})
COURTESIES = frozenset({"MR", "MS", "DR"})
"""Courtesies that are a person's initials too, but not in a line of capitals: MR LOWE; MS Dhoni."""
OFFICES = frozenset({"CLERK", "MEMBER", "CHAIR", "COUNSEL", "MODERATOR", "HOST"})
"""Offices before a name in a line of capitals, and there alone: CLERK DUNN: Here."""
NO_NAMES = frozenset({"function", "courtesy", "honorific", "rank", "role", "kin", "post-nominal"})


def in_capitals(read: list[Word], run: Sequence[str], titles: Mapping[str, Word]) -> Iterator[Name]:
    """The names in a line of capitals: given names with the word after them, or any single word, titled or not."""
    i = 0
    while i < len(read):
        word = read[i]
        width = 1
        if word.form == "upper":
            if _is_title_in_capitals(read, i):
                width = 1 + _width_in_capitals(read, i + 1)
                words = read[i + 1:i + width]
                rule = "full-name" if len(words) > 1 else "lone-name"
                office = titles["Officer" if word.text in OFFICES else word.text.capitalize()]
                yield Name(rule, i, i + 1, i + width, i + width, words, run, office)
                i += width
                continue
            width = _width_in_capitals(read, i)
            if width > 1:
                yield Name("full-name", i, i, i + width, i + width, read[i:i + width], run)
            elif not word.common or word.family >= 2:
                yield Name("lone-name", i, i, i + 1, i + 1, (word,), run)
        i += width


def _is_title_in_capitals(read: list[Word], i: int) -> bool:
    """Whether a word in capitals can only be the title of the name after it: MR. LOWE, DR SUE LEE."""
    word = read[i]
    if i + 1 == len(read) or read[i + 1].form != "upper":
        return False
    if word.text not in COURTESIES and (word.tags.isdisjoint(TITLES_ALONE) or word.family > 1 and word.text[-1] != "."):
        return _is_office_in_capitals(read, i)
    return read[i + 1].tags.isdisjoint(NO_NAMES)


def _is_office_in_capitals(read: list[Word], i: int) -> bool:
    """Whether an office in capitals has nothing but a surname after it: MAYOR OKAFOR; not: MAYOR QUITS, CLERK SUE."""
    name = read[i + 1]
    if "role" not in read[i].tags and read[i].text not in OFFICES or i + 2 < len(read):
        return False
    if name.place > 1 or not name.tags.isdisjoint(NO_NAMES):
        return False
    return name.common == 0 or name.family > 1 and name.common < 3 or name.family > 2


def _width_in_capitals(read: list[Word], i: int) -> int:
    """The number of words of the name at `i`: ANN LEE, MARY ROSE ANN HALE, OMAR AL NASSER."""
    rest = read[i + 1:i + 5]
    if len(rest) > 1 and "name-start" in rest[0].tags and not read[i].common and rest[1].form == "upper":
        return 3 if rest[1].family or not rest[1].common else 1
    width = 0
    for j, word in enumerate(rest if read[i].given >= 2 else ()):
        if word.form != "upper":
            break
        if _pair(read[i + j], word):
            width = j + 2
        elif word.given < 2:
            break
    return width or 1


def _pair(given: Word, family: Word) -> bool:
    """Whether two words in capitals are a given name and a family name: DONALD TRUMP, but not GRACE WINS."""
    common = family.common >= 2 and "famous" not in family.tags
    return given.given >= 2 and given.common < 3 and family.family > (2 if common else 0)
