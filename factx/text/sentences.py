"""The sentences of a text as spans, without taking it apart into tokens."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factx.model import Span
from factx.text.tokens import BREAK, sentence_ends, unwrap


def sentences(text: str) -> Iterator[Span]:
    """The sentences in order, without the blanks around them: a paragraph ends one too."""
    bounds = {0, len(text), *sentence_ends(text, 0, len(text))}
    for mark in BREAK.finditer(unwrap(text)):
        bounds.update(mark.span())
    for start, end in pairwise(sorted(bounds)):
        words = text[start:end]
        bare = words.strip()
        if bare:
            first = start + len(words) - len(words.lstrip())
            yield Span(first, first + len(bare))
