"""Whether two words are one, misspelt or transliterated in another way."""

from __future__ import annotations

SHORTEST = 6
"""The fewest letters of words that may differ by one: Hale and Hall are two."""


def alike(one: str, other: str) -> bool:
    """Whether two words differ by at most one letter: transliterations, misspellings."""
    if one == other:
        return True
    if len(one) > len(other):
        one, other = other, one
    if len(one) < SHORTEST or len(other) - len(one) > 1 or one[0] != other[0]:
        return False
    i = 0
    while i < len(one) and one[i] == other[i]:
        i += 1
    return one[i:] == other[i + 1:] or one[i + 1:] == other[i + 1:]


def swapped(one: str, other: str) -> bool:
    """Whether two neighbouring letters are swapped between two words: Kowalczyk, Kowalcyzk."""
    if len(one) != len(other) or len(one) < SHORTEST or one[0] != other[0]:
        return False
    differ = [i for i in range(len(one)) if one[i] != other[i]]
    if len(differ) != 2 or differ[1] != differ[0] + 1:
        return False
    i, j = differ
    return one[i] == other[j] and one[j] == other[i]
