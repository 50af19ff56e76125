"""The quotations of an article, each with its speaker, and what becomes of it in the sources."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any, Final

from factx.check.alignment import Change, changes, common, passage
from factx.check.matching import Hit, Index
from factx.check.speakers import same_speaker, speaker_at
from factx.check.words import GAP, Alphabet, words_of
from factx.model import Claim, Document, Span
from factx.records import NamedTuple
from factx.render.keys import Lines
from factx.resolve.parties import speaker_of
from factx.text.quotations import quotations
from factx.text.tokens import tokenise

MARKS: Final = "\"“”„«»‘’'` \t\n,."
FEWEST: Final = 3
"""How many words a quotation has at least that nobody is said to have said: others may be titles, or words in doubt."""
FURTHEST: Final = 5000
"""How many characters before a quotation the claim that it is of begins at most."""
ENOUGH: Final = 0.6
"""The part of a quotation's words that a passage must have, in order, if the quotation is to render it."""
SHORT: Final = 3
"""How many words a quotation has at most that is found word for word or not at all."""


class Piece(NamedTuple):
    """A stretch of a quotation from which nothing is left out."""

    number: int
    """In the index."""
    span: Span
    words: tuple[str, ...]


class Quoted(NamedTuple):
    """A quotation, without its marks."""

    span: Span
    text: str
    pieces: tuple[Piece, ...]
    speaker: str | None


def quoted_in(document: Document, index: Index) -> list[Quoted]:
    """The quotations of an article; the index seeks them from now on."""
    return [
        Quoted(span, document.text[slice(*span)], pieces, claim and speaker_of(claim) or None)
        for span, claim in spans(document)
        if (pieces := tuple(pieces_of(document.text, span, index)))
    ]


def spans(document: Document) -> Iterator[tuple[Span, Claim | None]]:
    """The place of each quotation, with the claim that it is of."""
    tokens = tokenise(document.text)
    claims = [claim for claim in document.claims if claim.style != "indirect"]
    starts = [claim.span.start for claim in claims]
    for quotation in quotations(tokens):
        start, end = tokens.span(quotation.start, quotation.end)
        words = document.text[start:end]
        bare = words.strip(MARKS)
        if not bare:
            continue
        first = start + words.index(bare)
        span = Span(first, first + len(bare))
        around = [
            claim for claim in claims[bisect_left(starts, span.start - FURTHEST) : bisect_left(starts, span.end)]
            if any(part.span.start < span.end and span.start < part.span.end for part in claim.content)
        ]  # fmt: skip
        claim = min(around, key=lambda claim: claim.span.end - claim.span.start, default=None)
        if claim or len(words_of(bare)) >= FEWEST:
            yield span, claim


def pieces_of(text: str, span: Span, index: Index) -> Iterator[Piece]:
    start = span.start
    for gap in [*GAP.finditer(text, *span), None]:
        end = gap.start() if gap else span.end
        words = words_of(text[start:end])
        if words:
            yield Piece(index.add(words), Span(start, end), tuple(words))
        start = gap.end() if gap else end


class Found(NamedTuple):
    """The outcome of looking for a piece in the sources."""

    status: str
    doc: str | None = None
    start: int | None = None
    end: int | None = None
    text: str | None = None
    changes: tuple[Change, ...] = ()
    speaker: str | None = None


def found(piece: Piece, text: str, hit: Hit | None) -> Found:
    """The outcome for a piece of the article's `text`, given its best hit."""
    if hit is None or not hit.verbatim and (len(piece.words) <= SHORT or hit.common < ENOUGH * len(piece.words)):
        return Found("not-found")
    start, end = (hit.start, hit.end) if hit.verbatim else passage(piece.words, hit.source.text, hit.start, hit.end)
    words = hit.source.text[start:end]
    if not hit.verbatim and not renders(piece, words):
        return Found("not-found")
    differing = () if hit.verbatim else changes(text[slice(*piece.span)], words)
    place = hit.offset + start, hit.offset + end
    speaker = speaker_at(hit.source.text, start, end)
    # Where only marks and blanks between words differ, or case, nothing does.
    status = "altered" if differing else "verbatim"
    return Found(status, hit.source.doc, *place, " ".join(words.split()), differing, speaker)


def renders(piece: Piece, words: str) -> bool:
    """Whether a passage has enough of a piece's words, and not much else."""
    letters = Alphabet()
    one, other = letters.add(list(piece.words)), letters.add(words_of(words))
    return common(one, other) >= ENOUGH * max(len(one), len(other))


def rows(document: Document, quoted: Sequence[Quoted], hits: Sequence[Hit | None]) -> list[dict[str, Any]]:
    """The quotations in the report."""
    lines = Lines(document.text)
    return [row(lines, each, hits) for each in quoted]


def row(lines: Lines, quoted: Quoted, hits: Sequence[Hit | None]) -> dict[str, Any]:
    parts = [found(piece, lines.text, hits[piece.number]) for piece in quoted.pieces]
    known = [part for part in parts if part.status != "not-found"]
    states = {part.status for part in parts}
    status = states.pop() if len(states) == 1 else "altered"
    first = known[0] if known else Found("not-found")
    missing = [Change(" ".join(piece.words), "") for piece, part in zip(quoted.pieces, parts, strict=True)
               if part.status == "not-found" and known]  # fmt: skip
    differing = [*(change for part in known for change in part.changes), *missing]
    return {
        "text": " ".join(quoted.text.split()), "status": status, "start": quoted.span.start, "end": quoted.span.end,
        "line": lines.place(quoted.span.start)[0], "source": first.doc,
        "source_start": first.start, "source_end": known[-1].end if known and known[-1].doc == first.doc else first.end,
        "source_text": " … ".join(part.text for part in known if part.text) or None,
        "changes": [change._asdict() for change in differing],
        "speaker": quoted.speaker, "source_speaker": first.speaker,
        "same_speaker": same_speaker(quoted.speaker, first.speaker),
    }  # fmt: skip
