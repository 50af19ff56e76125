"""The titles of works, which look like names: “Waiting for Anna Hale”, the novel Jane Eyre."""

from __future__ import annotations

from collections.abc import Sequence

from factx.extract.people.words import MARKS, Words


def begins_title(texts: Sequence[str], end: int, words: Words, *, longer: bool) -> bool:
    """Whether a name begins the quoted title of a work: “Anna Hale's Diary”."""
    for i in range(end, min(end + 6, len(texts))):
        word = words[texts[i]]
        if word.form == "mark":
            if MARKS.get(word.folded) == "quote":
                return longer or i > end
            if word.folded not in ("'", "'s", "-", "&"):
                return False
        elif word.form == "lower" and "function" not in word.tags and word.folded != "s":
            return False
    return False


def ends_title(texts: Sequence[str], title: int, words: Words) -> bool:
    """Whether a name ends the quoted title of a work: “Waiting for Anna Hale”."""
    other = False
    for i in range(title - 1, max(-1, title - 7), -1):
        word = words[texts[i]]
        function = "function" in word.tags
        if word.form == "mark":
            return other and MARKS.get(word.folded) == "quote"
        if word.form == "lower" and not function:
            return False
        other = other or word.form == "capital"
    return False


def is_maker(end: int, texts: Sequence[str], words: Words) -> bool:
    """Whether a name behind a work can be its maker's: the song Ann Lee wrote; not: the novel Jane Eyre.

    end: the token after the name.
    """
    if end == len(texts):
        return False
    after = words[texts[end]]
    return after.form == "lower" and (
        after.profile.literal == "-ed" or not after.tags.isdisjoint(("saying", "doing", "auxiliary"))
    )
