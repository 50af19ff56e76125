"""Whether two full names can be one person's: with and without a middle name, an initial, a familiar form."""

from __future__ import annotations

from factx.lexicon.names import short_forms
from factx.text.spelling import alike


def agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of several words can be one person's."""
    if one == other:
        return True
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return _is_part(short, long) or _is_reversed(short, long) or (
        len(long) == 2 and (_is_patronymic(one, other) or _is_patronymic(other, one))
    ) or alike(one[-1], other[-1]) and _is_varied(short, long)


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name is some words of a longer one: López Obrador, of Andrés Manuel López Obrador."""
    size = len(short)
    return size < len(long) and any(long[i:i + size] == short for i in range(len(long) - size + 1))


def _is_reversed(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether two words are in another order: Higuchi Ichiyo, Ichiyo Higuchi; Wei Ling, Sim Ling Wei, Ling Wei Sim."""
    turned = short[::-1]
    return long[:2] == turned or len(short) == 2 and len(long) == 3 and long[1:] == turned


def _is_varied(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether two names with one surname differ as a person's may: by middle names, an initial, a familiar form."""
    rest = iter(long)
    if len(short) > 1 and all(word in rest for word in short):
        return True  # Otto Jespersen, Jens Otto Harry Jespersen
    one, other = short[0], long[0]
    if len(short) == len(long) > 2:
        if short[1:] == long[1:] and one[0] == other[0]:
            return True  # Peter or Pierre Charles L'Enfant; but the brothers Nawaf and Mishal al-Ahmad al-Sabah
        if not all(map(_is_middle, short[1:-1], long[1:-1])):
            return False  # Ulugh Arslan Khan is not Ulugh Qutlugh Khan
    if one == other or alike(one, other) or _is_short(one, other) or _is_short(other, one):
        return True
    a, b = one.replace(".", ""), other.replace(".", "")
    initials = min(len(a), len(b)) <= 2 and a[0] == b[0]
    return initials and short[-1] == long[-1]


def _is_middle(one: str, other: str) -> bool:
    """Whether two middle names can be one, for one of them may be an initial or misspelt."""
    return one == other or alike(one, other) or one[0] == other[0] and min(len(one), len(other)) < 3


def _is_patronymic(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether an initial before a name is that of the father named after it: G. Kumaresan, Kumaresan a/l Gopal."""
    initial = one[0].rstrip(".")
    return len(initial) == 1 and one[1] == other[0] and other[1][:1] == initial and len(other[1]) > 2


def _is_short(one: str, other: str) -> bool:
    """Whether a given name is the familiar form of another: Larry, Lawrence."""
    return other in short_forms().get(one, ())
