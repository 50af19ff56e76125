"""Where quotations stand: every kind of mark, unbalanced ones and those that go on over paragraphs.

A quotation never leaves its paragraph, so that a mark that is never closed costs a paragraph at most; one that goes
on in the next paragraph, with an opening mark there again, is one quotation a paragraph, `continued` but for the last.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from factx.text.tokens import Tokens

# Begins with a class, so that `re` can search for it: a choice would be tried at every character.
_DOUBLE = re.compile(r"[\"“”„«»`'](?:(?<![`'])|(?<=`)`|(?<=')')")
_SINGLE = re.compile("['‘’]")
_SINGLE_OPENING = re.compile(r"‘(?=\w)|'(?<![\w'’‘]')(?=[^\W\d_])(?!(?:em|til|tis|twas|cause|bout|n)\b)")
_SINGLE_CLOSING = re.compile(r"['’](?<=[^\s(\[].)(?!\w)")
_OPENS = "“„«``"
_CLOSES = "”»''"
_LONGEST_SINGLE = 1500
"""Code points; a single mark may be an apostrophe, so its quotation is not looked for further than this."""


class Quotation(NamedTuple):
    """The tokens `start` to `end` (exclusive), marks and all."""

    start: int
    end: int
    closed: bool = True
    """Whether its closing mark is there; else it ends with the paragraph, or where the next one begins."""
    continued: bool = False
    """Whether the next paragraph goes on with it."""
    single: bool = False


@lru_cache(maxsize=1)  # two stages ask for those of the same text
def quotations(tokens: Tokens) -> list[Quotation]:
    """The quotations of a text, disjoint and in its order; those inside another one are left out."""
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
    """Whether a double mark opens, closes or is none (inches): its own shape says so, or else what it leans on."""
    mark = text[start:end]
    if mark in _OPENS:
        return "open"
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
        # A mark that leans on the word after it, with a blank before, opens again: the one before was never closed.
        return "open" if leans_right and before.isspace() and after.isalnum() else "close"
    return "open" if not after.isspace() and not (before.isalnum() or before in ".,!?;:") else None


def _goes_on(tokens: Tokens, stop: int) -> bool:
    """Whether the paragraph after the break `stop` begins with an opening mark."""
    return stop + 1 < len(tokens) and tokens[stop + 1] in ("“", '"', "``", "«", "„")


def _singles(tokens: Tokens) -> list[Quotation]:
    """Quotations in single marks. An apostrophe closes none where a better close, behind a stop, is to be had."""
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
            # "the workers’ rights’": a plural's apostrophe holds only until a better close comes.
            close = place
            if text[close - 1] != "s":
                finish()
                opened = close = None
    finish()
    return found
