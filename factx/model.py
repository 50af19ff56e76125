"""The results: facts, the entities that they mention, and the document that holds them.

Every offset is a half-open range of code points of the text as it was read, so that
`text[span.start:span.end]`, jq's `.[start:end]` and a fact's `text` are the same string.
"""

from __future__ import annotations

import builtins
from typing import Final, Literal, Protocol, TypeAlias

from factx.records import NamedTuple

DateType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]
Unit: TypeAlias = Literal["percent", "percentage-point", "basis-point", "permille", "ratio"]
Bound: TypeAlias = Literal["MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS", "APPROX", "MARGIN"]
Change: TypeAlias = Literal["rise", "fall"]
Style: TypeAlias = Literal["direct", "indirect", "mixed"]
Stance: TypeAlias = Literal[
    "asserts", "denies", "accuses", "doubts", "concedes", "promises", "asks", "suggests", "urges", "supports",
    "declines",
]  # fmt: skip
Kind: TypeAlias = Literal["date", "person", "percentage", "claim"]

UNIT_SUFFIX: Final[dict[Unit, str]] = {
    "percent": "%",
    "percentage-point": " percentage points",
    "basis-point": " basis points",
    "permille": "‰",
    "ratio": "",
}


class Marked(str):
    """Text as it stands, with more in it than its words, such as a hyphen at a line's end; `reads` is without."""

    reads: str

    def __new__(cls, text: str, reads: str) -> Marked:
        made = super().__new__(cls, text)
        made.reads = reads
        return made

    def __reduce__(self) -> tuple[type[Marked], tuple[str, str]]:
        return Marked, (str(self), self.reads)


def as_read(text: str) -> str:
    """A fact's text, or a part's, as it reads."""
    return text.reads if isinstance(text, Marked) else text


class Span(NamedTuple):
    """A half-open range of code points, `start` inclusive and `end` exclusive."""

    start: int
    end: int


class Part(NamedTuple):
    """A piece of the text that plays a role in a fact: a source, a cue, a holder."""

    span: Span
    text: str


class Fact(Protocol):
    """Something the text states, where it stands, and the rule that found it."""

    @property
    def kind(self) -> str:
        """Its kind: date, person, percentage, claim or a user-defined one."""

    @property
    def id(self) -> str:
        """Its name in the document; facts refer to one another by it."""

    @property
    def span(self) -> Span:
        """Its place in the document's text."""

    @property
    def text(self) -> str:
        """The document's text at that place."""

    @property
    def rule(self) -> str:
        """The id of the rule that found it."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Remarks on it for the reader: reasons, doubts."""

    @property
    def value_text(self) -> str:
        """Its value in one line."""


class Date(NamedTuple):
    """A temporal expression in TIMEX3 terms (ISO-TimeML).

    id, span, text, rule, notes: as in every Fact
    type: DATE, TIME, DURATION or SET
    value: TIMEX3's value: 2020-08-09, 2020-W32, P26Y, 2020-08-16TAF, XXXX-WXX-7, PRESENT_REF
    mod: TIMEX3's mod: START, MID, END, APPROX, MORE_THAN, …
    quant: of a SET, TIMEX3's quant: EVERY, EACH, SOME
    freq: of a SET, TIMEX3's freq: 2X, 3D
    begin: the first day that it covers, as an ISO date: of late June, the 21st; None if there is none
    until: the last day that it covers, as an ISO date; None if there is none
    anchor: the id of the date, or the ISO date, that the value was resolved against
    """

    id: str
    span: Span
    text: str
    rule: str
    type: DateType
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    begin: str | None = None
    until: str | None = None
    anchor: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def kind(self) -> Literal["date"]:
        return "date"

    @property
    def value_text(self) -> str:
        return self.value


class Person(NamedTuple):
    """One mention of a named person; the mentions of one person share an entity.

    id, span, text, rule, notes: as in every Fact
    name: the fullest form of the name in the document
    title: the title or role that this mention was given, as written: "Russian President"
    entity: the id of the person's Entity
    given, family, suffix: the parts of the name, None where it does not tell them
    """

    id: str
    span: Span
    text: str
    rule: str
    name: str
    title: str | None
    entity: str
    given: str | None = None
    family: str | None = None
    suffix: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def kind(self) -> Literal["person"]:
        return "person"

    @property
    def value_text(self) -> str:
        return self.name


class Percentage(NamedTuple):
    """A share or a change in percent or a related unit; a range keeps both its ends.

    id, span, text, rule, notes: as in every Fact
    low: the figure, or the lower one of a range
    high: equal to `low` except in a range: "60-70%" is 60 and 70
    unit: percent, percentage-point, basis-point, permille or ratio
    mod: the bound that the words set: MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS, APPROX, MARGIN
    of: the whole that it is a share of: "the vote"
    holder: whose figure it is
    property: the quantity that is measured: "sales" in "Acme's sales rose 4%", "stake" in "a 12% stake"
    predicate: what is said of the share: "fear it" in "61% of tenants fear it"
    change: rise or fall, if the figure says how much something changed
    entity: the id of the person that `holder` names, if it names one
    role_rules: each role that is filled, with the id of its rule or, if it has none, the reason: `--why` shows them
    """

    id: str
    span: Span
    text: str
    rule: str
    low: float
    high: float
    unit: Unit
    mod: Bound | None
    of: Part | None
    holder: Part | None
    property: Part | None
    predicate: Part | None
    change: Change | None
    entity: str | None = None
    notes: tuple[str, ...] = ()
    role_rules: tuple[tuple[str, str], ...] = ()

    @builtins.property  # a field has the plain name
    def kind(self) -> Literal["percentage"]:
        return "percentage"

    @builtins.property
    def value_text(self) -> str:
        """The figure with its unit, without its bound: 80%, 60–70%, 2.5 percentage points."""
        figures = f"{self.low:.15g}" if self.low == self.high else f"{self.low:.15g}–{self.high:.15g}"
        return figures + UNIT_SUFFIX[self.unit]


class Claim(NamedTuple):
    """An attributed statement: who (source) says (cue) what (content), after PARC and PolNeAR.

    id, span, text, rule, notes: as in every Fact
    source: who is said to say it, in the text's words
    cue: the words that attribute: "said", "according to"
    content: at least one part; a quotation that its source interrupts has several
    style: direct, in the source's own words; indirect; or mixed
    stance: the source's attitude to the content, by the cue: asserts, denies, accuses, doubts, concedes, promises, ...
    hedges: the words that weaken it: "reportedly"
    entity: the id of the speaker's Entity, if the source denotes one named person, by pronoun too
    name: that person's name
    dates, people, percentages: the ids of the facts inside the claim's span
    parent: the id of the claim whose content this one is part of
    said_on: the id of the date that says when it was said
    speaker_by: how the speaker was found, in words: `--why` shows it
    """

    id: str
    span: Span
    text: str
    rule: str
    source: Part | None
    cue: Part | None
    content: tuple[Part, ...]
    style: Style
    stance: Stance
    hedges: tuple[Part, ...]
    entity: str | None
    name: str | None
    dates: tuple[str, ...]
    people: tuple[str, ...]
    percentages: tuple[str, ...]
    parent: str | None = None
    said_on: str | None = None
    notes: tuple[str, ...] = ()
    speaker_by: str | None = None

    @property
    def kind(self) -> Literal["claim"]:
        return "claim"

    @property
    def value_text(self) -> str:
        """Source – cue – content, on one line; a part that the text does not give is left out."""
        content = " … ".join(as_read(part.text) for part in self.content)
        parts = (self.source and as_read(self.source.text), self.cue and as_read(self.cue.text), content)
        return " – ".join(" ".join(part.split()) for part in parts if part)


class Custom(NamedTuple):
    """A fact of a user-defined kind, from a rules file or another package: a case number, a statute.

    id, span, text, rule, notes: as in every Fact
    kind: the kind that its rule or its package names
    value: what the rule makes of it
    """

    id: str
    span: Span
    text: str
    rule: str
    kind: str
    value: str
    notes: tuple[str, ...] = ()

    @property
    def value_text(self) -> str:
        return self.value


class Entity(NamedTuple):
    """A person, and the mentions of that person in the document.

    id: its name in the document; facts refer to it by it
    name: the fullest form of the name in the document
    titles: every title and role that the document gives, in order of first appearance
    mentions: the ids of the mentions, in the text's order
    """

    id: str
    name: str
    titles: tuple[str, ...]
    mentions: tuple[str, ...]


class Conflict(NamedTuple):
    """Facts that cannot all hold, with the reason in words.

    facts: their ids
    speakers: who says them, where somebody does
    text: the reason
    """

    facts: tuple[str, ...]
    speakers: tuple[str, ...]
    text: str


class Document(NamedTuple):
    """A text, the day it was written if that is known, and the facts in it.

    id: its name, as the caller gave it
    text: the text as it was read, to which all offsets refer
    date: ISO, a month if no more was given; from the caller or read off the dateline; never the clock's
    facts: in the text's order; of those that start together, the longer first
    entities: the people in it
    conflicts: facts that cannot all hold
    title, url, byline, publication: what its input says of it; the facts do not depend on it
    language: its language as a code (fr), if it is a long text that looks like another than English
    times: of subtitles: each offset from which on the text is heard at another second of the recording, and that
        second
    """

    id: str | None
    text: str
    date: str | None
    facts: tuple[Fact, ...]
    entities: tuple[Entity, ...]
    conflicts: tuple[Conflict, ...] = ()
    title: str | None = None
    url: str | None = None
    byline: str | None = None
    publication: str | None = None
    language: str | None = None
    times: tuple[tuple[int, int], ...] = ()

    @property
    def dates(self) -> tuple[Date, ...]:
        """The dates among the facts."""
        return tuple(fact for fact in self.facts if isinstance(fact, Date))

    @property
    def people(self) -> tuple[Person, ...]:
        """The mentions of people among the facts."""
        return tuple(fact for fact in self.facts if isinstance(fact, Person))

    @property
    def percentages(self) -> tuple[Percentage, ...]:
        """The percentages among the facts."""
        return tuple(fact for fact in self.facts if isinstance(fact, Percentage))

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims among the facts."""
        return tuple(fact for fact in self.facts if isinstance(fact, Claim))
