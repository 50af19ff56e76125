"""What was probably meant by a word that is none of those that are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def suggestion(word: str, known: Iterable[str], close_enough: float = 0.6) -> str:
    """A sentence with the word that was probably meant; empty if none is close. Case and hyphens don't count."""
    from difflib import get_close_matches

    bare = {bared(each): each for each in sorted(known)}
    same = [bared(word)] if bared(word) in bare else []
    close = same or get_close_matches(bared(word), bare, n=2, cutoff=close_enough)
    return meant([bare[each] for each in close])


def meant(words: Sequence[str]) -> str:
    return f" Did you mean {' or '.join(words)}?" if words else ""


def bared(word: str) -> str:
    return word.replace("-", "").casefold()


def is_short_for(word: str, name: str) -> bool:
    """Whether a word has letters of a name, in its order and from its first on: md for markdown, txt for text."""
    letters = iter(name)
    return len(word) > 1 and word[:1] == name[:1] and all(letter in letters for letter in word)
