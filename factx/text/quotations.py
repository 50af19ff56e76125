"""Finds quotations: in marks of every kind, unbalanced ones, and those continued over several paragraphs.

A quotation ends with its paragraph at the latest, so that an unclosed mark costs one paragraph at most. One that
continues in the next paragraph, where an opening mark is repeated, is one quotation a paragraph, each but the last
`continued`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from factx.expressions import compiled
from factx.records import NamedTuple
from factx.text.tokens import Tokens

# Begins with a character class, which `re` can search for: an alternation would be tried at every character.
_DOUBLE = compiled(r"[\"“”„«»`'‘’](?:(?<![`'‘’])|(?<=`)`|(?<=')'|(?<=‘)‘|(?<=’)’)")
_SINGLE = compiled("['‘’]")
_SINGLE_OPENING = compiled(r"‘(?=\w)|'(?<![\w'’‘]')(?=[^\W\d_])(?!(?:em|til|tis|twas|cause|bout|n)\b)")
_SINGLE_CLOSING = compiled(r"['’](?<=[^\s(\[].)(?!\w)")
_MISTYPED = compiled(r"[.,!?]['’](?!\w)")
_LABEL = compiled(r"[A-Z][A-Z.'’ -]{1,30}:|\([A-Z][A-Z. ]+\)")
"""What begins a paragraph of a transcript that is quoted: "JONES: We won." """
_ATTRIBUTED = compiled(
    r",(?= (?:said|says) (?:[A-Z]|an? |the )"
    r"| (?:he|she|they|I|(?:Mr\.? |Ms\.? |Mrs\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?:said|says|told|added)\b)"
)
"""The words in an unclosed quotation that show where it should have been closed."""
_OPENS = "“„«``‘‘"
_CLOSES = "”»''’’"
_STOPS = frozenset(",.!?…”\"")
"""What a quotation in single marks ends with that holds others."""
_LONGEST_SINGLE = 1500
"""In code points. A single mark may be an apostrophe, so its closing mark is sought no further than this."""
_DEEPEST = 12
"""Marks among which a quotation that holds others in the same marks is closed, at most: a bound on the work."""


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
    return _quotations(tokens, _breaks(tokens), 0, len(tokens.source))


class QuotedPlaces:
    """Whether a token stands in a quotation, for those who ask about few: paragraphs are read one by one, on demand."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._paragraphs: dict[int, list[Quotation]] = {}

    @cached_property
    def _breaks(self) -> list[int]:
        return _breaks(self._tokens)

    def __contains__(self, place: int) -> bool:
        return any(each.start <= place < each.end for each in self._of_paragraph(bisect_left(self._breaks, place)))

    def _of_paragraph(self, number: int) -> list[Quotation]:
        found = self._paragraphs.get(number)
        if found is None:
            tokens, breaks = self._tokens, self._breaks
            first = tokens.starts[breaks[number - 1] + 1] if number else 0
            last = tokens.starts[breaks[number]] if number < len(breaks) else len(tokens.source)
            found = self._paragraphs[number] = _quotations(tokens, breaks, first, last)
        return found


def _breaks(tokens: Tokens) -> list[int]:
    """The tokens that end a paragraph: a sentence's end is empty."""
    words = tokens.words
    return [place for place in tokens.ends if words[place]]


def _quotations(tokens: Tokens, breaks: Sequence[int], first: int, last: int) -> list[Quotation]:
    """The quotations in the paragraphs between two offsets."""
    found = list(_doubles(tokens, breaks, first, last))
    singles = _singles(tokens, first, last)
    if singles:
        inside = bytearray(len(tokens))
        for quotation in found:
            inside[quotation.start:quotation.end] = b"\1" * (quotation.end - quotation.start)
        held = bytearray(len(tokens))
        kept: list[Quotation] = []
        for single in singles:
            if inside.find(1, single.start, single.end) >= 0:
                if not _encloses(tokens, single, inside):
                    continue
                held[single.start:single.end] = b"\1" * (single.end - single.start)
            kept.append(single)
        found = sorted([*(each for each in found if not held[each.start]), *kept])
    return found


def _encloses(tokens: Tokens, single: Quotation, inside: bytearray) -> bool:
    """Whether a quotation in single marks holds those in double ones that it meets, and is surely closed."""
    whole = not inside[single.start] and not inside[single.end - 1]
    return whole and tokens.words[single.end - 2].rstrip()[-1:] in _STOPS


class _Mark(NamedTuple):
    """A double mark, by its place in the text."""

    start: int
    end: int
    opens: bool
    """Whether it can open a quotation where none is open."""
    reopens: bool
    """Whether it can open one where one is open already: that one was never closed, or holds it."""


def _doubles(tokens: Tokens, breaks: Sequence[int], first: int, last: int) -> Iterator[Quotation]:
    text = tokens.source
    marks: list[_Mark] = []
    stop = 0
    for found in _DOUBLE.finditer(text, first, last):
        if found.start() >= stop:
            yield from _paired(tokens, marks, stop)
            marks = []
            after = bisect_right(breaks, tokens.at(found.start()))
            stop = tokens.starts[breaks[after]] if after < len(breaks) else len(text)
        marks.append(_mark(text, *found.span()))
    yield from _paired(tokens, marks, stop)


def _paired(tokens: Tokens, marks: list[_Mark], stop: int) -> Iterator[Quotation]:
    """The quotations of a paragraph that ends at `stop`, by its marks."""
    place = 0
    while place < len(marks):
        opening = marks[place]
        place += 1
        if not opening.opens:
            continue
        closing = _closing(marks, place)
        if closing is not None:
            place = closing + 1
            yield Quotation(tokens.at(opening.start), _behind(tokens, marks[closing].end))
            continue
        end = marks[place].start if place < len(marks) else stop
        yield _unclosed(tokens, opening, end)


def _closing(marks: list[_Mark], place: int) -> int | None:
    """The mark that closes a quotation opened before `place`, after all that are opened and closed within it."""
    depth = 1
    for here in range(place, min(place + _DEEPEST, len(marks))):
        depth += 1 if marks[here].reopens else -1
        if not depth:
            return here
    return None


def _unclosed(tokens: Tokens, opening: _Mark, end: int) -> Quotation:
    """A quotation without a closing mark: it ends at a wrong one, with what is attributed, or with what is left."""
    text = tokens.source
    start = tokens.at(opening.start)
    last = tokens.at(end) if end < len(text) else len(tokens)
    if last - 1 > start and not tokens[last - 1]:
        last -= 1  # the end of the sentence before the next mark
    if text.find("‘", opening.end, end) < 0 and (wrong := _MISTYPED.search(text, opening.end, end)):
        return Quotation(start, _behind(tokens, wrong.end()))
    continued = _goes_on(tokens, last)
    if not continued and (attributed := _ATTRIBUTED.search(text, opening.end, end)):
        return Quotation(start, _behind(tokens, attributed.end()), closed=False)
    return Quotation(start, last, closed=False, continued=continued)


def _behind(tokens: Tokens, offset: int) -> int:
    """The token that starts at or after an offset."""
    return bisect_left(tokens.starts, offset)


def _mark(text: str, start: int, end: int) -> _Mark:
    """Whether a double mark can open or close, by its shape and its neighbours."""
    mark = text[start:end]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    blank = after.isspace()
    leans_right = not blank and after not in ",.;:!?)]" and (before.isspace() or before in "([{-–—/‘'")
    if mark in _OPENS:
        # “Mistyped“ and „German“: one that closes stands after a word or its stop, and before no other.
        closes = mark in "“«" and not before.isspace() and not after.isalnum() and before not in "([{-–—/‘'"
        return _Mark(start, end, opens=True, reopens=not closes)
    if mark in _CLOSES and mark != "''":
        return _Mark(start, end, opens=leans_right, reopens=leans_right)
    if _LABEL.match(text, end) and (not start or before == "\n"):
        return _Mark(start, end, opens=False, reopens=True)
    if before.isspace() and blank:
        # " Spaced " marks open and close in turn; after a figure one stands for inches.
        return _Mark(start, end, opens=not text[max(start - 4, 0) : start].strip()[-1:].isdigit(), reopens=False)
    opens = not blank and not (before.isalnum() or before in ".,!?;:")
    # A mark after a blank and directly before a word opens a quotation; one after a figure stands for inches.
    return _Mark(start, end, opens=opens, reopens=leans_right and before.isspace() and after.isalnum())


def _goes_on(tokens: Tokens, stop: int) -> bool:
    """Whether the paragraph after the break `stop` begins with an opening mark."""
    return stop + 1 < len(tokens) and tokens[stop + 1] in ("“", '"', "``", "«", "„")


def _singles(tokens: Tokens, first: int, last: int) -> list[Quotation]:
    """Quotations in single marks. The apostrophe of a plural closes one only if no better mark follows."""
    text = tokens.source
    if text.find("'", first, last) < 0 and text.find("‘", first, last) < 0:
        return []
    begin = _SINGLE_OPENING.search(text, first, last)
    if begin is None:
        return []
    found: list[Quotation] = []
    opened: int | None = None
    close: int | None = None

    def finish() -> None:
        if opened is not None and close is not None:
            found.append(Quotation(tokens.at(opened), tokens.at(close) + 1, single=True))

    for place in (mark.start() for mark in _SINGLE.finditer(text, begin.start(), last)):
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
