"""Figures and dates of an article, by value: a third is 33.3%, last Tuesday its date.

The sources that share most words with an article's sentence, and the words that its value is mostly written in, are
kept; in them those paragraphs are read that may have such a value.
"""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, Final

from factx.across.disagreements import apart, reach
from factx.across.evidence import SMALL, bare, decimals
from factx.check.matching import Index, Read, Source
from factx.check.words import words_of
from factx.model import Date, Document, Fact, Percentage
from factx.pipeline import extract
from factx.records import NamedTuple
from factx.render.keys import Lines, plain_number

BEST: Final = 4
"""How many sources are kept for a value, and how many of their paragraphs are read."""
MANY: Final = 40
"""How many of the article's values a word may be near."""
WEIGHED: Final = 10
"""How many words of a sentence, the longest, sources are weighed by."""
MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
HINTS: Final = {
    "percentage": ("%", "per cent", "percent", "third", "half", "quarter", "fifth", "tenth", "points", " of ", " in "),
    "date": (*map(str.lower, MONTHS), "day", "tomorrow", "tonight", "week", "month", "year", "19", "20", "/"),
}  # fmt: skip
"""What a paragraph has one of, in small letters, that has such a value."""
LONG: Final = 4
"""How many letters a word has at least that tells what a sentence is about."""
DAY_OF_MONTH: Final = re.compile(r"XXXX-\d\d-\d\d")
"""A day whose year is not known."""
PARAGRAPH: Final = re.compile(r"[^\n]+")
DATELINE: Final = 400
"""How much of a text is read for its dateline."""
AS_WRITTEN: Final = 100
"""What a paragraph that has the value in one of its usual forms has over others."""
RELATED: Final = 2
"""How many words two sentences share at least that give different values for one thing."""


class Sought(NamedTuple):
    """A value of the article, and the words of its sentence."""

    fact: Fact
    words: frozenset[str]


class Candidate(NamedTuple):
    """A paragraph that may have the value."""

    shared: int
    offset: int
    text: str
    source: Source


class Values:
    """The values of one kind in an article."""

    def __init__(self, document: Document, kind: str, index: Index) -> None:
        self.document = document
        self.kind = kind
        self.lines = Lines(document.text)
        dateline = dateline_of(document)
        self.sought = [
            Sought(fact, topics(self.lines.sentence(fact.span).text))
            for fact in document.facts
            if fact.kind == kind and is_value(fact) and fact is not dateline
        ]
        self.by_letter: dict[str, list[int]] = {}
        for number, sought in enumerate(self.sought):
            telling = sorted(sought.words, key=lambda word: (-len(word), word))[:WEIGHED]
            # The article's own words, and their plurals: sources are compared by whole words.
            words = [form for word in telling for form in (word, f"{word}s")] + words_of(usual(sought.fact))
            for letter in dict.fromkeys(index.alphabet.add(words)):
                self.by_letter.setdefault(letter, []).append(number)
        # What many sentences have tells little of one.
        self.by_letter = {letter: found for letter, found in self.by_letter.items() if len(found) <= MANY}
        self.letters = frozenset(self.by_letter)
        self.best: list[list[tuple[int, int, Source]]] = [[] for _ in self.sought]
        self.least = [0] * len(self.sought)
        """How many words a source has at most that is worth nothing to a value any more."""
        self.seen = 0

    def search(self, read: Read) -> None:
        """Keep a source for the values of whose sentences it has most words."""
        self.seen += 1
        least = self.least
        shared = map(self.by_letter.__getitem__, read.letters & self.letters)
        for number, count in Counter(chain.from_iterable(shared)).items():
            if count > least[number]:
                best = self.best[number]
                if len(best) < BEST:
                    heapq.heappush(best, (count, -self.seen, read.source))
                else:
                    heapq.heapreplace(best, (count, -self.seen, read.source))
                if len(best) == BEST:
                    least[number] = best[0][0]

    def rows(self) -> list[dict[str, Any]]:
        """The values in the report."""
        facts = [sought.fact for sought in self.sought]
        return [
            row(self.lines, sought, list(self.candidates(sought, best)), MATCHES[self.kind], facts)
            for sought, best in zip(self.sought, self.best, strict=True)
        ]

    def candidates(self, sought: Sought, best: Sequence[tuple[int, int, Source]]) -> list[Candidate]:
        """The paragraphs of the sources kept that may have a value, the likeliest first."""
        found: list[Candidate] = []
        forms = written(sought.fact)
        for _, _, source in sorted(best, key=lambda each: (-each[0], -each[1])):
            for offset, text, words in paragraphs(source.text, self.kind):
                shared = len(sought.words & words)
                if shared:
                    bonus = AS_WRITTEN if forms.search(text) else 0
                    found.append(Candidate(shared + bonus, offset, text, source))
        return heapq.nlargest(BEST, found, key=lambda each: each.shared)


@lru_cache(500)
def paragraphs(text: str, kind: str) -> list[tuple[int, str, frozenset[str]]]:
    """The paragraphs that may have a value: where they begin, their text and what they are about."""
    found = []
    for paragraph in PARAGRAPH.finditer(text):
        small = paragraph[0].lower()
        if any(hint in small for hint in HINTS[kind]):
            found.append((paragraph.start(), paragraph[0], topics(paragraph[0])))
    return found


def dateline_of(document: Document) -> Date | None:
    """The date that says when the article was written."""
    first = next((fact for fact in document.facts if isinstance(fact, Date)), None)
    return first if first is not None and first.begin == first.until == document.date else None


def usual(fact: Fact) -> str:
    """The words that a value is mostly written in: 7.5; 4 March Mar Monday."""
    if isinstance(fact, Percentage):
        return plain_number(fact.low)
    assert isinstance(fact, Date)
    year, month, day = (fact.begin or "").rsplit("-", 2)
    words = [year, *MONTH_WORDS[int(month) - 1]]
    return " ".join([*words, str(int(day)), weekday(fact.begin or "")] if fact.begin == fact.until else words)


MONTH_WORDS: Final = [
    (full, full[:3])
    for full in "January February March April May June July August September October November December".split()
]


def weekday(day: str) -> str:
    import datetime

    try:
        return f"{datetime.date.fromisoformat(day):%A}"
    except ValueError:
        return ""


def written(fact: Fact) -> re.Pattern[str]:
    """The forms in which a value is mostly written: 7.5; 4 March, March 4, Mar. 4, 2024-03-04."""
    if isinstance(fact, Percentage):
        return re.compile(rf"(?<![\d.,]){re.escape(plain_number(fact.low))}(?![\d]|[.,]\d)")
    assert isinstance(fact, Date)
    begin = fact.begin or ""
    year, month, day = begin.rsplit("-", 2)
    name = MONTHS[int(month) - 1]
    if begin != fact.until:
        return re.compile(rf"\b{name}|\b{year}\b")
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


def facts_in(candidate: Candidate, kind: str) -> Iterator[Fact]:
    """The values of a paragraph, its dates counted from when the source was written."""
    date = None
    if kind == "date":
        date = candidate.source.date or dateline(candidate.source.text[:DATELINE])
    facts = read(candidate.text, date, kind).facts
    return (fact for fact in facts if is_value(fact) or isinstance(fact, Date) and DAY_OF_MONTH.fullmatch(fact.value))


def row(
    lines: Lines, sought: Sought, candidates: Sequence[Candidate], judge: Callable[[Any, Any], bool | None],
    article: Sequence[Fact],
) -> dict[str, Any]:
    """A value in the report: the same in a source, or another for the same thing, or none.

    What the article has too elsewhere, of the values of that kind, is no other value for this.
    """
    fact = sought.fact
    found: tuple[str, Candidate, Fact] | None = None
    for candidate in candidates:
        facts = list(facts_in(candidate, fact.kind))
        if same := [each for each in facts if judge(fact, each)]:
            found = "verbatim", candidate, same[0]
            break
        other = [each for each in facts if judge(fact, each) is False and not any(judge(one, each) for one in article)]
        if other and not found and candidate.shared % AS_WRITTEN >= max(RELATED, len(sought.words) // 2):
            found = "altered", candidate, other[0]
    values = {"text": fact.text, "status": found[0] if found else "not-found", "start": fact.span.start,
              "end": fact.span.end, "line": lines.place(fact.span.start)[0],
              "value": fact.value_text, "source": None, "source_start": None, "source_end": None,
              "source_text": None, "source_value": None}  # fmt: skip
    if found:
        _, candidate, each = found
        values |= {"source": candidate.source.doc, "source_start": candidate.offset + each.span.start,
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
    """Whether an article's date can be a source's: the same days, or days around it; None for days of other lengths.

    A source without a year may have its day in any: on 28 April.
    """
    if one.begin is None or one.until is None:
        return None
    if other.begin is None or other.until is None:
        return one.begin.endswith(other.value.removeprefix("XXXX")) if one.begin == one.until else None
    if one.begin <= other.begin and other.until <= one.until:
        return True
    return None if (one.begin == one.until) != (other.begin == other.until) else False


MATCHES: Final[dict[str, Callable[[Any, Any], bool | None]]] = {"percentage": same_figure, "date": same_days}
