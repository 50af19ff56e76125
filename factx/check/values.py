"""Figures and dates of an article, by value: a third is 33.3%, last Tuesday its date.

Of each source's paragraphs those are read that may have such a value, and share most words with the article's
sentence.
"""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from factx.across.disagreements import apart, reach
from factx.across.evidence import SMALL, bare, decimals
from factx.check.matching import Source
from factx.model import Date, Document, Fact, Percentage
from factx.pipeline import extract
from factx.render.keys import Lines, plain_number

BEST: Final = 5
"""How many paragraphs are read for a value."""
HINTS: Final = {
    "percentage": re.compile(
        r"%|\bper ?cent|\bpercent|\bthirds?\b|\bhalf\b|\bquarters?\b|\bfifths?\b|\bin (?:ten|five|four|three|\d+)\b"
        r"|\bbasis points?|\bout of\b|\btenths?\b|\bpc\b", re.I,
    ),
    "date": re.compile(
        r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
        r"|\b\d{4}\b|\b(?:yester|to)day\b|\btomorrow\b|\btonight\b|\b(?:last|next|this) (?:week|month|year)"
        r"|\d[/.-]\d+[/.-]\d", re.I,
    ),
}  # fmt: skip
"""What a paragraph has that has such a value."""
LONG: Final = 4
"""How many letters a word has at least that tells what a sentence is about."""
PARAGRAPH: Final = re.compile(r"[^\n]+")
DATELINE: Final = 400
"""How much of a text is read for its dateline."""
AS_WRITTEN: Final = 100
"""What a paragraph that has the value in one of its usual forms has over others."""
MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
RELATED: Final = 2
"""How many words two sentences share at least that give different values for one thing."""


class Sought(NamedTuple):
    """A value of the article, the words of its sentence, and how the value is mostly written."""

    fact: Fact
    words: frozenset[str]
    forms: re.Pattern[str]


class Candidate(NamedTuple):
    """A paragraph that may have the value."""

    shared: int
    order: int
    doc: str
    date: str | None
    offset: int
    text: str


class Values:
    """The values of one kind in an article."""

    def __init__(self, document: Document, kind: str) -> None:
        self.kind = kind
        lines = Lines(document.text)
        self.sought = [
            Sought(fact, topics(document.text[slice(*lines.sentence(*fact.span))]), written(fact))
            for fact in document.facts
            if fact.kind == kind and is_value(fact) and not is_dateline(fact, document)
        ]
        self.by_word: dict[str, list[int]] = {}
        for number, sought in enumerate(self.sought):
            for word in sought.words:
                self.by_word.setdefault(word, []).append(number)
        self.best: list[list[Candidate]] = [[] for _ in self.sought]
        self.seen = 0

    def search(self, source: Source) -> None:
        """Keep the paragraphs of a source that may have one of the values."""
        hint = HINTS[self.kind]
        if not self.sought or not hint.search(source.text):
            return
        for paragraph in PARAGRAPH.finditer(source.text):
            text = paragraph[0]
            if not hint.search(text):
                continue
            shared = Counter(number for word in topics(text) for number in self.by_word.get(word, ()))
            for number, count in shared.items():
                if self.sought[number].forms.search(text):
                    count += AS_WRITTEN
                self.seen += 1
                best = self.best[number]
                if len(best) < BEST or count > best[0].shared:
                    date = source.date or dateline(source.text[:DATELINE])
                    candidate = Candidate(count, -self.seen, source.doc, date, paragraph.start(), text)
                    (heapq.heappushpop if len(best) >= BEST else heapq.heappush)(best, candidate)

    def rows(self, document: Document) -> list[dict[str, Any]]:
        """The values in the report."""
        return [row(document, sought, sorted(best, reverse=True), MATCHES[self.kind])
                for sought, best in zip(self.sought, self.best, strict=True)]  # fmt: skip


def is_dateline(fact: Fact, document: Document) -> bool:
    """Whether it says when the article was written."""
    return isinstance(fact, Date) and fact.begin == fact.until == document.date and fact.span.start < DATELINE // 4


def written(fact: Fact) -> re.Pattern[str]:
    """The forms in which a value is mostly written: 7.5; 4 March, March 4, Mar. 4, 2024-03-04."""
    if isinstance(fact, Percentage):
        return re.compile(rf"(?<![\d.,]){re.escape(plain_number(fact.low))}(?![\d]|[.,]\d)")
    assert isinstance(fact, Date)
    begin = fact.begin or ""
    year, month, day = begin.rsplit("-", 2)
    name = MONTHS[int(month) - 1]
    if begin != fact.until:
        return re.compile(rf"\b{name}|\b{year}\b" if year else name)
    return re.compile(rf"\b0?{int(day)}(?:st|nd|rd|th)? (?:of )?{name}|\b{name}[a-z]*\.? 0?{int(day)}\b|{begin}")


def is_value(fact: Fact) -> bool:
    return not isinstance(fact, Date) or bool(fact.begin and fact.until)


@lru_cache(10_000)
def topics(text: str) -> frozenset[str]:
    """The words that tell what a text is about, in the singular as far as an s tells."""
    words = (bare(word).casefold().removesuffix("s") for word in text.split())
    return frozenset(word for word in words if len(word) >= LONG and word not in SMALL and not word[0].isdigit())


@lru_cache(1000)
def dateline(beginning: str) -> str | None:
    return extract(beginning, kinds={"date"}).date


@lru_cache(2000)
def read(text: str, date: str | None, kind: str) -> Document:
    return extract(text, date=date, kinds={kind}, ratios=True)


def row(
    document: Document, sought: Sought, candidates: Sequence[Candidate], judge: Callable[[Any, Any], bool | None]
) -> dict[str, Any]:
    """A value in the report: the same in a source, or another for the same thing, or none."""
    fact = sought.fact
    found: tuple[str, Candidate, Fact] | None = None
    for candidate in candidates:
        facts = [each for each in read(candidate.text, candidate.date, fact.kind).facts if is_value(each)]
        same = [each for each in facts if judge(fact, each)]
        if same:
            found = "verbatim", candidate, same[0]
            break
        other = [each for each in facts if judge(fact, each) is False]
        if other and not found and candidate.shared % AS_WRITTEN >= max(RELATED, len(sought.words) // 2):
            found = "altered", candidate, other[0]
    values = {"text": fact.text, "status": found[0] if found else "not-found", "start": fact.span.start,
              "end": fact.span.end, "line": document.text.count("\n", 0, fact.span.start) + 1,
              "value": fact.value_text, "source": None, "source_start": None, "source_end": None,
              "source_text": None, "source_value": None}  # fmt: skip
    if found:
        _, candidate, each = found
        values |= {"source": candidate.doc, "source_start": candidate.offset + each.span.start,
                   "source_end": candidate.offset + each.span.end, "source_text": each.text,
                   "source_value": each.value_text}  # fmt: skip
    return values


def same_figure(one: Percentage, other: Percentage) -> bool | None:
    """Whether two figures can be one; None where they are of different sorts: a share and points."""
    units = {"percent" if each.unit == "ratio" else each.unit for each in (one, other)}
    if len(units) > 1 or (one.change is None) != (other.change is None):
        return None
    if one.change != other.change:
        return False
    return not apart(*(reach(each.low, each.high, each.mod, decimals(each.text)) for each in (one, other)))


def same_days(one: Date, other: Date) -> bool | None:
    """Whether two dates can be one: the days of one are within the other's; None for days of other lengths."""
    if one.begin is None or other.begin is None or one.until is None or other.until is None:
        return None
    if one.begin == other.begin and one.until == other.until:
        return True
    return None if (one.begin == one.until) != (other.begin == other.until) else False


MATCHES: Final[dict[str, Callable[[Any, Any], bool | None]]] = {"percentage": same_figure, "date": same_days}


def all_values(document: Document) -> Iterable[Values]:
    return [Values(document, kind) for kind in HINTS]
