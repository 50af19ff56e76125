"""The sentences of a text, without taking it apart into tokens."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factx.model import Part, Span
from factx.text.clean import clean
from factx.text.tokens import BLANKS, BREAK, sentence_ends, unwrap


def sentences(text: str) -> list[Part]:
    """The sentences in order, without the blanks around them; a paragraph ends one too. Each tells how it reads."""
    read_as = clean(text)
    reads = read_as.text if read_as else text
    parts = [Part(span, reads[span.start : span.end]) for span in _spans(reads)]
    return list(map(read_as.part, parts)) if read_as else parts


def _spans(text: str) -> Iterator[Span]:
    """The spans of the sentences in a clean text."""
    plain = unwrap(text)
    breaks = [hit.span() for hit in BREAK.finditer(plain)]
    firsts, lasts = [0, *(end for _, end in breaks)], [*(start for start, _ in breaks), len(plain)]
    for first, last in zip(firsts, lasts, strict=True):
        for start, end in pairwise([first, *sentence_ends(plain, first, last), last]):
            bare = plain[start:end].strip(BLANKS)
            if bare:
                start = plain.index(bare, start)
                yield Span(start, start + len(bare))
