"""Finds quotations: in marks of every kind, unbalanced ones, and those continued over several paragraphs.

A quotation ends with its paragraph at the latest, so that an unclosed mark costs one paragraph at most. One that
continues in the next paragraph, where an opening mark is repeated, is one quotation a paragraph, each but the last
`continued`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from factx.text.tokens import Tokens

# Begins with a character class, which `re` can search for: an alternation would be tried at every character.
_DOUBLE = re.compile(r"[\"“”„«»`'’](?:(?<![`'’])|(?<=`)`|(?<=')'|(?<=’)’)")
_SINGLE = re.compile("['‘’]")
_SINGLE_OPENING = re.compile(r"‘(?=\w)|'(?<![\w'’‘]')(?=[^\W\d_])(?!(?:em|til|tis|twas|cause|bout|n)\b)")
_SINGLE_CLOSING = re.compile(r"['’](?<=[^\s(\[].)(?!\w)")
_OPENS = "“„«``"
_CLOSES = "”»''’’"
_LONGEST_SINGLE = 1500
"""In code points. A single mark may be an apostrophe, so its closing mark is sought no further than this."""


class Quotation(NamedTuple):
    """The tokens `start` to `end` (exclusive), quotation marks included."""

    start: int
    end: int
    closed: bool = True
    """Whether it has a closing mark; without one, it ends with the paragraph or where the next quotation begins."""
    continued: bool = False
    """Whether it continues in the next paragraph."""
    single: bool = False


@lru_cache(maxsize=1)  # two stages ask for those of the same text
def quotations(tokens: Tokens) -> list[Quotation]:
    """The quotations of a text in order, disjoint: those inside another one are left out."""
    found = list(_doubles(tokens))
    singles = _singles(tokens)
    if singles:
        inside = bytearray(len(tokens))
        for quotation in found:
            inside[quotation.start:quotation.end] = b"\1" * (quotation.end - quotation.start)
        found += [single for single in singles if inside.find(1, single.start, single.end) < 0]
        found.sort()
    return found


def _doubles(tokens: Tokens) -> Iterator[Quotation]:
    text, words, starts = tokens.source, tokens.words, tokens.starts
    opened: int | None = None
    at = stop = 0
    breaks = [i for i in tokens.ends if words[i]]  # a sentence's end is empty
    for mark in _DOUBLE.finditer(text):
        start, end = mark.span()
        at = bisect_right(starts, start, at) - 1
        if opened is not None and at >= stop:
            yield Quotation(opened, stop, closed=False, continued=_goes_on(tokens, stop))
            opened = None
        role = _role(text, start, end, opened is not None)
        if role == "open":
            if opened is not None:
                yield Quotation(opened, at, closed=False)
            after = bisect_left(breaks, at)
            opened, stop = at, breaks[after] if after < len(breaks) else len(tokens)
        elif role == "close" and opened is not None:
            yield Quotation(opened, at + 1)
            opened = None
    if opened is not None:
        yield Quotation(opened, stop, closed=False, continued=_goes_on(tokens, stop))


def _role(text: str, start: int, end: int, is_open: bool) -> str | None:
    """"open" or "close", by a double mark's shape or else by its neighbours; None for a mark of inches."""
    mark = text[start:end]
    if mark in _OPENS:
        # “Mistyped“: one that closes stands behind a word or its stop, and before a blank.
        ends = is_open and mark == "“" and not text[start - 1].isspace() and not text[end : end + 1].strip()
        return "close" if ends else "open"
    if is_open and mark in _CLOSES:
        return "close"
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if not is_open and mark in ("''", '"') and before.isdigit():
        return None
    leans_right = not after.isspace() and (before.isspace() or before in "([{-–—/‘'")
    if mark in _CLOSES:
        return "open" if leans_right else "close"
    if is_open:
        # A mark after a blank and directly before a word opens a new quotation: the last one was never closed.
        return "open" if leans_right and before.isspace() and after.isalnum() else "close"
    return "open" if not after.isspace() and not (before.isalnum() or before in ".,!?;:") else None


def _goes_on(tokens: Tokens, stop: int) -> bool:
    """Whether the paragraph after the break `stop` begins with an opening mark."""
    return stop + 1 < len(tokens) and tokens[stop + 1] in ("“", '"', "``", "«", "„")


def _singles(tokens: Tokens) -> list[Quotation]:
    """Quotations in single marks. The apostrophe of a plural closes one only if no better mark follows."""
    text = tokens.source
    first = _SINGLE_OPENING.search(text) if "'" in text or "‘" in text else None
    if first is None:
        return []
    found: list[Quotation] = []
    opened: int | None = None
    close: int | None = None

    def finish() -> None:
        if opened is not None and close is not None:
            found.append(Quotation(tokens.at(opened), tokens.at(close) + 1, single=True))

    for place in (mark.start() for mark in _SINGLE.finditer(text, first.start())):
        if opened is not None and (place - opened > _LONGEST_SINGLE or "\n" in text[(close or opened):place]):
            finish()
            opened = close = None
        if _SINGLE_OPENING.match(text, place):
            finish()
            opened, close = place, None
        elif opened is not None and (close is None or text[close - 1] == "s") and _SINGLE_CLOSING.match(text, place):
            # "the workers’ rights’": the first apostrophe is taken for the close only until the second is found.
            close = place
            if text[close - 1] != "s":
                finish()
                opened = close = None
    finish()
    return found
