"""Where the content that a cue brings in ends."""

from __future__ import annotations

from factx.extract.claims.reading import (
    AUXILIARY, BREAK, COLON, COMMA, CONJUNCTION, CUE, END, ING, PAST, QUOTATION, RELATIVE, STOP, SUBJECT, Reading,
)


def content_end(reading: Reading, start: int, stop: int, source: tuple[int, int], cue: int) -> int:
    """The token behind the content that starts at `start`; its sentence ends at `stop`."""
    kinds = reading.kinds
    end = stop
    while end > start and kinds[end - 1] & (STOP | END):
        end -= 1
    i = start + 1
    while i < end:
        kind = kinds[i]
        if kind & COMMA:
            nxt = kinds[i + 1] if i + 1 < end else END
            if nxt & ING and nxt & CUE:
                return i
            if nxt & CONJUNCTION and i + 2 < end and reading.lower(i + 1) == "but":
                return i
        elif kind & BREAK and reading.words[i].strip() == ";":
            return i
        i += 1
    return end
