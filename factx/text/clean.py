"""Text as it reads, where more stands in it than its words: soft hyphens, divided words, entities, broken letters.

The rules see the clean text; every offset is taken back to the text as it stands. A text without any of this, as most
are, is searched once.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from factx import lexicon
from factx.expressions import compiled
from factx.model import Marked, Part, Span
from factx.records import NamedTuple

INVISIBLE: Final = "\u200b\u200c\u200d\u2060\ufeff"
LIGATURES: Final = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
CONTINUED: Final = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What the second and third bytes of a letter in UTF-8 become when they are taken for letters of Windows or Latin-1."""
TWICE: Final = compiled(f"â€[{CONTINUED}\ufffd]|[ÃÄÅ][{CONTINUED}]|Â[\xa0-¿]")
"""A letter that was decoded twice: Ã¼ for ü."""
DIVIDED: Final = compiled(r"([^\W\d_]+)([-\xad\u2010][ \t]*\r?\n[ \t]*(?:\r?\n[ \t]*)?)([^\W\d_]+)(\S*)([ \t]?)")
"""A word with a hyphen at a line's end, what goes on in the next line, and the blank after it."""
MARKS: Final = compiled(
    r"(?P<soft>\xad+)"
    rf"|(?P<invisible>[{INVISIBLE}]+)"
    r"|(?P<ligature>[\ufb00-\ufb06])"
    r"|(?P<accented>[^\W\d_][\u0300-\u036f]+)"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    rf"|(?P<twice>{TWICE.pattern})"
)


SUSPECT: Final = compiled(f"[\xad{INVISIBLE}\ufb00-\ufb06\u0300-\u036f&âÃÄÅÂ]")
"""What every mark begins with, or has in it: a text without it is done with in one quick search."""


class Edit(NamedTuple):
    """A piece of the text as it stands, and what it reads as."""

    start: int
    end: int
    text: str


class Clean:
    """A text as it reads, and the way back to the one that stands there."""

    def __init__(self, source: str, edits: list[Edit]) -> None:
        self.source = source
        self.edits = edits
        pieces: list[str] = []
        self.starts: list[int] = []
        """Where each edit begins in the clean text."""
        self.ends: list[int] = []
        done = length = 0
        for edit in edits:
            pieces += (source[done : edit.start], edit.text)
            length += edit.start - done
            self.starts.append(length)
            length += len(edit.text)
            self.ends.append(length)
            done = edit.end
        self.text = "".join([*pieces, source[done:]])

    def back(self, span: Span) -> Span:
        """The span in the text as it stands: without what reads as nothing at its edges."""
        before = bisect_right(self.ends, span.start)  # edits that end at or before it
        start = self._moved(span.start, before)
        if before < len(self.edits) and self.starts[before] < span.start:
            start = self.edits[before].start  # inside of what reads as several characters
        passed = bisect_left(self.ends, span.end)
        end = self._moved(span.end, passed)
        if passed < len(self.edits) and self.starts[passed] < span.end:
            end = self.edits[passed].end
        return Span(start, max(start, end))

    def _moved(self, offset: int, passed: int) -> int:
        """An offset after that many edits, taken back."""
        return offset - self.ends[passed - 1] + self.edits[passed - 1].end if passed else offset

    def restored(self, fact: Any) -> Any:
        """A fact with each span and each piece of text as it stands."""
        changed: dict[str, Any] = {}
        for name in getattr(fact, "_fields", ()):
            value = getattr(fact, name)
            match value:
                case Span():
                    changed[name] = self.back(value)
                case Part():
                    changed[name] = self.part(value)
                case (Part(), *_):
                    changed[name] = tuple(map(self.part, value))
        span = changed.get("span")
        if isinstance(span, Span) and hasattr(fact, "text"):
            changed["text"] = self.standing(span, fact.text)
        return fact._replace(**changed) if changed else fact

    def part(self, part: Part) -> Part:
        span = self.back(part.span)
        return Part(span, self.standing(span, part.text))

    def reading(self, span: Span) -> str:
        """The clean text of a span of the text as it stands."""
        pieces: list[str] = []
        done = span.start
        for edit in self.edits[bisect_left(self.edits, (span.start,)) :]:
            if edit.end > span.end:
                break
            pieces += (self.source[done : edit.start], edit.text)
            done = edit.end
        return "".join(pieces) + self.source[done : span.end]

    def standing(self, span: Span, reads: str) -> str:
        """The text at a span as it stands, with what it reads as."""
        text = self.source[span.start : span.end]
        return text if text == reads else Marked(text, reads)


def clean(text: str) -> Clean | None:
    """The text as it reads; None if that is how it stands."""
    divided = "-\n" in text or "-\r" in text or "- \n" in text or "\xad" in text or "\u2010" in text
    if not divided and text.isascii() and "&" not in text:
        return None
    edits = list(divisions(text)) if divided else []
    taken = {place for edit in edits for place in range(edit.start, edit.end)}
    if SUSPECT.search(text):
        edits += (edit for edit in marks(text) if taken.isdisjoint(range(edit.start, edit.end)))
    return Clean(text, sorted(edits)) if edits else None


def decoded_twice(text: str) -> str | None:
    """The first letter of a text that was decoded twice, as it stands; None if there is none."""
    found = TWICE.search(text) if "Ã" in text or "â€" in text else None
    return found[0] if found else None


def marks(text: str) -> Iterator[Edit]:
    """The edits for what stands in words or for letters."""
    twice = decoded_twice(text) is not None
    reached = 0
    for telling in SUSPECT.finditer(text):
        place = telling.start()
        if place < reached:
            continue
        combining = "\u0300" <= telling[0] <= "\u036f"
        found = MARKS.match(text, max(reached, place - 1) if combining else place)
        if found is None:
            continue
        start, end = found.span()
        reached = end
        match found.lastgroup:
            case "soft":
                reads = ""
            case "invisible":
                # Between two words that nothing else parts, it parts them.
                before, after = text[start - 1 : start], text[end : end + 1]
                reads = " " if before.islower() and after.isupper() else ""
            case "ligature":
                reads = LIGATURES[found[0]]
            case "accented":
                reads = composed(found[0])
            case "entity":
                reads = unescaped(found[0])
            case _:
                reads = decoded_once(found[0]) if twice else found[0]
        if reads != found[0]:
            yield Edit(start, end, reads)


def composed(letters: str) -> str:
    """Letters and the accents after them as one, where there is such a letter."""
    import unicodedata

    return unicodedata.normalize("NFC", letters)


def unescaped(entity: str) -> str:
    """The character that an entity of HTML stands for; the entity itself if HTML has none of that name."""
    import html

    return html.unescape(entity)


def decoded_once(letters: str) -> str:
    """The character that these letters are the bytes of."""
    data = bytearray()
    for letter in letters:
        try:
            data += letter.encode("cp1252")
        except UnicodeEncodeError:
            data.append(ord(letter) if ord(letter) < 256 else 0x9D)  # a byte that was lost: most often of a quote
    return data.decode("utf-8", "ignore") or letters


def divisions(text: str) -> Iterator[Edit]:
    """The edits that put words together which are divided at a line's end; the line then ends after the word."""
    words: Counter[str] | None = None
    for found in DIVIDED.finditer(text):
        head, mark, tail, rest, blank = found.groups()
        if len(head) < 2 or not tail.islower() or len(tail) < 2 and not rest:
            continue
        if words is None:
            words = Counter(re.findall(r"[a-z]+(?:-[a-z]+)*(?![\w-])", text.lower()))
        start, end = found.span(2)
        hyphen = "-" if mark[0] != "\xad" and is_compound(head.lower(), tail, words) else ""
        yield Edit(start, end, hyphen)
        if blank:
            yield Edit(found.end() - 1, found.end(), "\n\n" if mark.count("\n") == 2 else "\n")


def is_compound(head: str, tail: str, words: Counter[str]) -> bool:
    """Whether a hyphen at a line's end belongs to the word: by its spelling elsewhere, else by its parts."""
    compound, whole = words[f"{head}-{tail}"], words[head + tail]
    if compound != whole:
        return compound > whole
    known = lexicon.load("hyphens")
    return head in known["kept"] or (head in known["kept-before-words"] and words[tail] > 0)
