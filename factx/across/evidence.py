"""What to compare with other documents: a document's figures, statements, and the days of its events."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from typing import Final

from factx.across.events import told
from factx.across.names import levelled
from factx.expressions import compiled
from factx.model import Claim, Date, Document, Fact, Percentage, Span
from factx.records import NamedTuple
from factx.resolve.comparable import group_asked
from factx.resolve.disagreements import STATEMENTS, content_words, denies
from factx.resolve.parties import claim_around, speaker_of
from factx.text.sentences import sentences

TOPICS: Final = 25
"""How many words tell what a document is about."""
LONG_WORD: Final = 4
"""How many letters such a word has at least."""
NO_NAMES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december this that they there these those when what with from after before "
    "nobody".split()
)
"""Words that have a capital for other reasons, or at the beginning of a sentence."""
FEWEST_WORDS: Final = 3
LONGEST_CONTENT: Final = 60
"""How many words a content that is compared has, at least and at most."""
NEGATIONS: Final = frozenset({"not", "never", "no", "nobody", "nothing", "without", "cannot", "can't", "won't"})
STATEMENT: Final = compiled(
    rf"(?:(?:an?|the|any|all|such|these|those|his|her|their) )?+(?:\w+ )?(?:{'|'.join(sorted(STATEMENTS))})s? that "
)
"""What names that which is rejected as something that is true or not."""
PARTS: Final = re.compile(r"[,;]?\s+(?:and|but|or)\s+that\s+|;\s+|(?<=[\w)’”\"][.!?])[’”\"]?\s+(?=[\"“‘A-Z])")
"""What separates the statements of a content."""
SMALL: Final = frozenset("a an the of in to for and or all its his her their this that these those some any".split())


class Place(NamedTuple):
    """Where a fact stands, when that was written, and who says so; no speaker means the document itself."""

    doc: str
    written: str | None
    fact: str
    line: int
    speaker: str | None
    text: str
    """Its sentence, or its content."""


class Figure(NamedTuple):
    """A percentage, with what it can be compared by: words without articles, in small letters."""

    place: Place
    value: str
    low: float
    high: float
    unit: str
    mod: str | None
    change: str | None
    decimals: int | None
    """Those that are written; None where it is written in words."""
    holder: frozenset[str]
    property: frozenset[str]
    whole: frozenset[str]
    predicate: frozenset[str]
    names: frozenset[str]
    """The names in its sentence but for the speaker's; if there are none, those that the document is about."""
    group: frozenset[str]
    """Those among whom alone it is counted: among women."""
    time: tuple[str, str] | None
    """The days that its sentence names."""
    label: str
    """Whose and of what it is, in words."""


class Saying(NamedTuple):
    """A statement with its speaker."""

    place: Place
    words: frozenset[str]
    denied: bool
    """Whether the speaker denies it, or states that it is not so."""
    content: str


class Event(NamedTuple):
    """An event that happens once, with its days."""

    place: Place
    verb: str
    about: frozenset[str]
    """The words that tell to what it happened."""
    names: frozenset[str]
    topics: frozenset[str]
    """What the document is about, since a name need not tell what it happened to: the mill opened."""
    context: frozenset[str]
    """The names in the document."""
    begin: str
    until: str
    value: str
    """The days as written."""


class Evidence(NamedTuple):
    """All of a document that can disagree with another."""

    figures: tuple[Figure, ...]
    sayings: tuple[Saying, ...]
    events: tuple[Event, ...]


def evidence(document: Document, bounds: Iterable[Span] | None = None) -> Evidence:
    """The evidence of a document; `bounds`: its sentences, if already known."""
    finder = Finder(document, bounds)
    return Evidence(tuple(finder.figures()), tuple(finder.sayings()), tuple(finder.events()))


class Finder:
    """Finds in one document what can be compared."""

    def __init__(self, document: Document, bounds: Iterable[Span] | None) -> None:
        self.document = document
        self.text = document.text
        self.sentences = list(bounds or [part.span for part in sentences(document.text)])
        self.starts = [span.start for span in self.sentences]
        self.dates = {date.id: date for date in document.dates}
        self.entities = {entity.id: entity.name for entity in document.entities}

    def sentence(self, fact: Fact) -> Span:
        place = bisect_right(self.starts, fact.span.start) - 1
        return self.sentences[place] if place >= 0 else fact.span

    @cached_property
    def topics(self) -> tuple[frozenset[str], frozenset[str]]:
        """The long words that the document has most of, and its names."""
        words = [word for word in map(bare, self.text.split()) if len(word) >= LONG_WORD]
        common = Counter(word.casefold() for word in words).most_common(TOPICS)
        names = frozenset(word.casefold() for word in words if word[0].isupper())
        return frozenset(word for word, _ in common), names - NO_NAMES

    @cached_property
    def about(self) -> frozenset[str]:
        """The names that the document has most of; that in a dateline is in capitals."""
        names = (capitals(self.text[slice(*sentence)]) for sentence in self.sentences)
        where = frozenset(word.casefold() for word in map(bare, self.text.split()) if word.isupper())
        return self.topics[0] & where.union(*names)

    def names(self, sentence: Span, claim: Claim | None) -> frozenset[str]:
        """The names in a sentence besides those by which a claim's speaker is called."""
        speaker = claim.source.text.split() if claim and claim.source else ()
        return capitals(self.text[slice(*sentence)]) - {bare(word).casefold() for word in speaker}

    def place(self, fact: Fact, claim: Claim | None, text: str | None = None) -> Place:
        line = self.text.count("\n", 0, fact.span.start) + 1
        words = text if text is not None else self.text[slice(*self.sentence(fact))]
        speaker = speaker_of(claim) or None if claim else None
        return Place(self.document.id or "", self.document.date, fact.id, line, speaker, " ".join(words.split()))

    def figures(self) -> Iterator[Figure]:
        around: dict[str, list[Claim]] = {}
        shares = self.document.percentages
        for claim in self.document.claims if shares else ():
            for id in claim.percentages:
                around.setdefault(id, []).append(claim)
        for share in shares:
            if share.mod != "MARGIN" and (share.holder or share.of or share.property):
                yield self.figure(share, claim_around(share, around.get(share.id, ())))

    def figure(self, share: Percentage, claim: Claim | None) -> Figure:
        sentence = self.sentence(share)
        known = self.entities.get(share.entity or "")
        holder = frozenset(levelled(known).words[-1:]) if known else plain_words(share.holder and share.holder.text)
        whose = known or share.holder and share.holder.text
        parts = (whose, share.property and share.property.text, share.of and share.of.text,
                 share.predicate and share.predicate.text)  # fmt: skip
        label = " – ".join([" ".join(words.split()) for words in parts if words])
        return Figure(
            self.place(share, claim), share.value_text, share.low, share.high, share.unit, share.mod, share.change,
            decimals(share.text), holder, plain_words(share.property and share.property.text),
            plain_words(share.of and share.of.text), plain_words(share.predicate and share.predicate.text),
            self.names(sentence, claim) or self.about,
            group_asked(self.text[slice(*sentence)], *(place - sentence.start for place in share.span)),
            self.time(sentence, share.span.start), label,
        )  # fmt: skip

    def time(self, sentence: Span, near: int) -> tuple[str, str] | None:
        """The days that the nearest date of a sentence covers."""
        inside = [
            date for date in self.dates.values()
            if sentence.start <= date.span.start < sentence.end and date.begin and date.until
        ]
        if not inside:
            return None
        nearest = min(inside, key=lambda date: abs(date.span.start - near))
        return nearest.begin or "", nearest.until or ""

    def sayings(self) -> Iterator[Saying]:
        for claim in self.document.claims:
            content = " … ".join(part.text for part in claim.content)
            if claim.source is None:
                continue
            if claim.stance == "denies" and not denies(claim):
                # Who rejects a suggestion that it was so, denies that it was.
                if not (statement := STATEMENT.match(content)):
                    continue
                content = content[statement.end() :]
            yield from sayings_of(claim.stance, content, partial(self.place, claim, claim))

    def events(self) -> Iterator[Event]:
        for date in self.dates.values():
            if date.type == "DATE" and date.begin and date.until and not date.mod:
                start, end = self.sentence(date)
                event = told(self.text[start : date.span.start], self.text[date.span.end : end])
                if event is not None:
                    yield self.event(date, *event)

    def event(self, date: Date, verb: str, about: frozenset[str], names: frozenset[str]) -> Event:
        inside = [claim for claim in self.document.claims if date.id in claim.dates]
        claim = min(inside, key=lambda claim: claim.span.end - claim.span.start, default=None)
        days = date.begin or "", date.until or ""
        return Event(
            self.place(date, claim), verb, about, names, *self.topics, *days, " ".join(date.text.split())
        )  # fmt: skip


def sayings_of(stance: str, content: str, place: Callable[[str], Place]) -> Iterator[Saying]:
    """The statements that can be compared in a content: the boats were safe and that nobody had asked.

    `place` is called with each on one line.
    """
    if stance in ("asserts", "accuses", "denies"):
        for part in PARTS.split(content):
            if saying := saying_of(stance, part, place):
                yield saying


def saying_of(stance: str, content: str, place: Callable[[str], Place]) -> Saying | None:
    content = content.removeprefix("that ")
    words = content_words(content)
    if not FEWEST_WORDS <= len(words) <= LONGEST_CONTENT:
        return None
    negated = not NEGATIONS.isdisjoint(words) or any(word.endswith(("n't", "n’t")) for word in words)
    content = " ".join(content.split())
    return Saying(place(content), words - NEGATIONS, (stance == "denies") != negated, content)


def plain_words(text: str | None) -> frozenset[str]:
    """The words of a phrase without articles, in small letters, and in the singular as far as an s tells."""
    words = (bare(word).casefold() for word in (text or "").split())
    return frozenset(word.removesuffix("s") if len(word) > 3 else word for word in words if word and word not in SMALL)


def capitals(sentence: str) -> frozenset[str]:
    """The names in a sentence: the words with a capital that do not begin it."""
    words = map(bare, sentence.split()[1:])
    return frozenset(word.casefold() for word in words if word[:1].isupper()) - NO_NAMES


def bare(word: str) -> str:
    """A word without the marks around it, and without 's."""
    return word.strip(".,;:!?\"“”‘’'()").removesuffix("’s").removesuffix("'s")


def decimals(text: str) -> int | None:
    """The number of digits after the decimal point; None if the figure is written in words."""
    digits = [word for word in text.replace("%", " ").replace("–", " ").split() if word[:1].isdigit()]
    return len(digits[0].partition(".")[2]) if digits else None
