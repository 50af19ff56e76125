"""Styled text for a terminal: runs of letters in one style, wrapped to a width and painted with its codes.

The colours are fixed ones of the 256 that terminals know: each has a contrast of at least 4 both on black and on white,
which those of a terminal's own palette have not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from factx.expressions import compiled
from factx.records import NamedTuple

COLORS: Final = {
    "grey": 243, "blue": 63, "cyan": 31, "green": 28, "magenta": 163, "mauve": 133, "orange": 130, "red": 161,
    "teal": 30,
}  # fmt: skip
"""The numbers of colours that can be read on black and on white."""
ATTRIBUTES: Final = {"bold": "1", "italic": "3", "underline": "4"}
CODED: Final = compiled(r"(?:\x1b\[([0-9;]*)m)?([^\x1b]*)")
"""Text, after the codes of its style; those that end a style are empty or 0."""
SINGLE: Final = compiled(r"[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u20a0-\u20bf]*")
"""Latin letters, usual marks and currencies, a column each: rich, whose import is felt, is asked about others alone."""
WORDS: Final = compiled(r"\n|[^\S\n]+|\S+")


class Run(NamedTuple):
    """Text in one style: attributes and at most one colour, apart by blanks ("bold teal")."""

    style: str
    text: str


def codes(style: str) -> str:
    """A style as the terminal's codes for it (ECMA-48's SGR)."""
    return ";".join([ATTRIBUTES.get(word) or f"38;5;{COLORS[word]}" for word in style.split()])


def styled(text: str, style: str) -> str:
    """The text between the codes of its style."""
    return f"\x1b[{codes(style)}m{text}\x1b[0m"


def width_of(text: str) -> int:
    """The width of a text in terminal columns."""
    if text.isascii() or SINGLE.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def wrapped(runs: Iterable[Run], width: int, *, fold: bool = False, hanging: int = 0) -> Iterator[list[Run]]:
    """The runs in lines of at most that width, broken at blanks and ended by line ends; a word may be several runs.

    fold: whether a word that is wider than a line is broken.
    hanging: by how much the first line is wider, since the others are indented.
    """
    line: list[Run] = []
    word: list[Run] = []
    blank: list[Run] = []
    filled = -hanging
    for style, text in (*runs, Run("", "\n")):
        for piece in WORDS.findall(text):
            if not piece.isspace():
                word.append(Run(style, piece))
                continue
            if word:
                length, between = taken(word), taken(blank)
                if line and filled + between + length > width:
                    yield line
                    line, blank, filled, between = [], [], 0, 0
                while fold and filled + between + length > width:
                    head, word = parted(word, width)
                    yield head
                    length = taken(word)
                line += [*blank, *word]
                filled += between + length
                word, blank = [], []
            if piece == "\n":
                if line:
                    yield line
                line, blank, filled = [], [], 0
            elif line:
                blank.append(Run(style, piece))


def taken(runs: Iterable[Run]) -> int:
    """The width of runs beside each other."""
    return sum([width_of(run.text) for run in runs])


def parted(word: Sequence[Run], width: int) -> tuple[list[Run], list[Run]]:
    """A word in two: what of it fills the width, at least a letter, and the rest."""
    left = width
    for place, (style, text) in enumerate(word):
        for at, letter in enumerate(text):
            left -= width_of(letter)
            if left < 0 and (place or at):
                return [*word[:place], Run(style, text[:at])], [Run(style, text[at:]), *word[place + 1 :]]
    return list(word), []


def painted(runs: Iterable[Run], color: bool) -> str:
    """A line as a terminal shows it: each style ends with the line, as pagers require."""
    whole: list[Run] = []
    for run in runs:
        if whole and whole[-1].style == run.style:
            run = Run(run.style, whole.pop().text + run.text)
        whole.append(run)
    if not color:
        return "".join([run.text for run in whole])
    return "".join([f"\x1b[{codes(style)}m{text}\x1b[0m" if style and text else text for style, text in whole])


def fitted(line: str, width: int, indent: int) -> Iterator[str]:
    """A line that may have codes in it, wrapped to that width; all lines but the first are indented."""
    runs = [Run(given.strip("0"), text) for given, text in CODED.findall(line) if text]
    first = len(line) - len(line.lstrip(" "))
    narrower = max(indent, first)
    for number, piece in enumerate(wrapped(runs, width - narrower, fold=True, hanging=narrower - first)):
        text = "".join([f"\x1b[{given}m{text}\x1b[0m" if given else text for given, text in piece])
        yield " " * (indent if number else first) + text
