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
    """A temporal expression in TIMEX3 terms (ISO-TimeML)."""

    id: str
    span: Span
    text: str
    rule: str
    type: DateType
    value: str
    """TIMEX3's value: 2020-08-09, 2020-W32, P26Y, 2020-08-16TAF, XXXX-WXX-7, PRESENT_REF."""
    mod: str | None = None
    """TIMEX3's mod: START, MID, END, APPROX, MORE_THAN, …"""
    quant: str | None = None
    """Of a SET, TIMEX3's quant: EVERY, EACH, SOME."""
    freq: str | None = None
    """Of a SET, TIMEX3's freq: 2X, 3D."""
    begin: str | None = None
    """The first day that it covers, as an ISO date: of late June, the 21st; None if there is none."""
    until: str | None = None
    """The last day that it covers, as an ISO date; None if there is none."""
    anchor: str | None = None
    """The id of the date, or the ISO date, that the value was resolved against."""
    notes: tuple[str, ...] = ()

    @property
    def kind(self) -> Literal["date"]:
        return "date"

    @property
    def value_text(self) -> str:
        return self.value


class Person(NamedTuple):
    """One mention of a named person; the mentions of one person share an entity."""

    id: str
    span: Span
    text: str
    rule: str
    name: str
    """The fullest form of the name in the document."""
    title: str | None
    """The title or role that this mention was given, as written: "Russian President"."""
    entity: str
    """The id of the person's Entity."""
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
    """A share or a change in percent or a related unit; a range keeps both its ends."""

    id: str
    span: Span
    text: str
    rule: str
    low: float
    high: float
    """Equal to `low` except in a range: "60-70%" is 60 and 70."""
    unit: Unit
    mod: Bound | None
    of: Part | None
    """The whole that it is a share of: "the vote"."""
    holder: Part | None
    """Whose figure it is."""
    property: Part | None
    """The quantity that is measured: "sales" in "Acme's sales rose 4%", "stake" in "a 12% stake"."""
    predicate: Part | None
    """What is said of the share: "fear it" in "61% of tenants fear it"."""
    change: Change | None
    entity: str | None = None
    """The id of the person that `holder` names, if it names one."""
    notes: tuple[str, ...] = ()
    role_rules: tuple[tuple[str, str], ...] = ()
    """Each role that is filled, with the id of its rule or, if it has none, the reason: `--why` shows them."""

    @builtins.property  # a field has the plain name
    def kind(self) -> Literal["percentage"]:
        return "percentage"

    @builtins.property
    def value_text(self) -> str:
        """The figure with its unit, without its bound: 80%, 60–70%, 2.5 percentage points."""
        figures = f"{self.low:.15g}" if self.low == self.high else f"{self.low:.15g}–{self.high:.15g}"
        return figures + UNIT_SUFFIX[self.unit]


class Claim(NamedTuple):
    """An attributed statement: who (source) says (cue) what (content), after PARC and PolNeAR."""

    id: str
    span: Span
    text: str
    rule: str
    source: Part | None
    cue: Part | None
    content: tuple[Part, ...]
    """At least one part; a quotation that its source interrupts has several."""
    style: Style
    stance: Stance
    """The source's attitude to the content, by the cue: asserts it, denies it, promises it, ..."""
    hedges: tuple[Part, ...]
    entity: str | None
    """The id of the speaker's Entity, if the source denotes one named person, by pronoun too."""
    name: str | None
    """That person's name."""
    dates: tuple[str, ...]
    people: tuple[str, ...]
    percentages: tuple[str, ...]
    """The ids of the facts inside the claim's span."""
    parent: str | None = None
    """The id of the claim whose content this one is part of."""
    said_on: str | None = None
    """The id of the date that says when it was said."""
    notes: tuple[str, ...] = ()
    speaker_by: str | None = None
    """How the speaker was found, in words: `--why` shows it."""

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
    """A fact of a user-defined kind, from a rules file or another package: a case number, a statute."""

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
    """A person, and the mentions of that person in the document."""

    id: str
    name: str
    titles: tuple[str, ...]
    """Every title and role that the document gives, in order of first appearance."""
    mentions: tuple[str, ...]
    """The ids of the mentions, in the text's order."""


class Conflict(NamedTuple):
    """Facts that cannot all hold, with the reason in words."""

    facts: tuple[str, ...]
    speakers: tuple[str, ...]
    text: str


class Document(NamedTuple):
    """A text, the day it was written if that is known, and the facts in it."""

    id: str | None
    text: str
    date: str | None
    """ISO, a month if no more was given; from the caller or read off the dateline; never the clock's."""
    facts: tuple[Fact, ...]
    """In the text's order; of those that start together, the longer first."""
    entities: tuple[Entity, ...]
    conflicts: tuple[Conflict, ...] = ()
    title: str | None = None
    """What its input says of it, this and the next three: the facts do not depend on it."""
    url: str | None = None
    byline: str | None = None
    publication: str | None = None
    language: str | None = None
    """Its language as a code (fr), if it is a long text that looks like another than English."""
    times: tuple[tuple[int, int], ...] = ()
    """Of subtitles: each offset from which on the text is heard at another second of the recording, and that second."""

    @property
    def dates(self) -> tuple[Date, ...]:
        return tuple(fact for fact in self.facts if isinstance(fact, Date))

    @property
    def people(self) -> tuple[Person, ...]:
        return tuple(fact for fact in self.facts if isinstance(fact, Person))

    @property
    def percentages(self) -> tuple[Percentage, ...]:
        return tuple(fact for fact in self.facts if isinstance(fact, Percentage))

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(fact for fact in self.facts if isinstance(fact, Claim))
