"""Turns statements into claims: which contains which, who speaks, when, and the facts inside each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Generic, TypeAlias, TypeVar

from factx.engine.rules import Finding
from factx.extract.claims import Statement
from factx.model import Claim, Date, Entity, Fact, Part, Percentage, Person, Span
from factx.resolve.speakers import Speaker, Speakers
from factx.text.tokens import Tokens

_APART = re.compile(r"\b(?:which|who|that|where|when|because|while)\b|[;:]")
"""Words and marks that separate a date from the cue of the same sentence."""


def link(
    found: Sequence[Finding[Statement]],
    tokens: Tokens,
    people: Sequence[Person],
    entities: Sequence[Entity],
    dates: Sequence[Date],
    percentages: Sequence[Percentage],
) -> list[Claim]:
    """The statements as facts, in the text's order, each with its speaker and the facts inside."""
    dated, named, figured = _Inside(dates), _Inside(people), _Inside(percentages)
    speakers = Speakers(tokens, named.facts, entities)
    part = tokens.part
    spoken = _spoken(found, tokens, speakers)
    spoken.sort(key=lambda each: (each[0].start, -each[0].end))
    claims: list[Claim] = []
    for number, (statement, source, speaker) in enumerate(spoken, 1):
        values = statement.values
        span = tokens.span(statement.start, statement.end)
        claims.append(Claim(
            f"c{number}", span, tokens.source[span.start:span.end], statement.rule,
            source,
            part(*values.cue),
            tuple([part(*each) for each in values.content]),
            values.style,
            values.stance,
            tuple([part(*each) for each in values.hedges]) if values.hedges else (),
            speaker and speaker.entity.id,
            speaker and speaker.entity.name,
            dated.ids(span),
            named.ids(span),
            figured.ids(span),
            said_on=_said_on(values, tokens, dated),
            notes=statement.notes,
        ))
    return _nested(claims)


Spoken: TypeAlias = tuple[Finding[Statement], Part | None, Speaker | None]


def _spoken(found: Sequence[Finding[Statement]], tokens: Tokens, speakers: Speakers) -> list[Spoken]:
    """Each statement with its source and speaker: those in quotations last, as others refer to somebody else there."""
    quoted = sorted(
        (*content, number) for number, statement in enumerate(found) if statement.values.style == "direct"
        for content in statement.values.content
    )
    starts = [start for start, _, _ in quoted]
    spoken: dict[int, Spoken] = {}
    inside: list[tuple[int, int]] = []
    for number, statement in sorted(enumerate(found), key=lambda each: each[1].values.cue):
        at = statement.values.cue[0]
        place = bisect_right(starts, at) - 1
        if place >= 0 and at < quoted[place][1]:
            inside.append((number, quoted[place][2]))
        else:
            source = tokens.part(*statement.values.source) if statement.values.source else None
            spoken[number] = statement, source, speakers.of(source) if source else None
    for number, other in inside:
        statement = found[number]
        source = tokens.part(*statement.values.source) if statement.values.source else None
        around = spoken[other][2] if other in spoken else None
        who = speakers.of(source, around.entity.id if around else "") if source else None
        spoken[number] = statement, source, who
    return list(spoken.values())


F = TypeVar("F", bound=Fact)


class _Inside(Generic[F]):
    """Facts sorted by place, to look up those inside a span."""

    def __init__(self, facts: Iterable[F]) -> None:
        self.facts = sorted(facts, key=attrgetter("span"))
        self.starts = [fact.span.start for fact in self.facts]

    def ids(self, span: Span) -> tuple[str, ...]:
        start, end = span
        first = bisect_left(self.starts, start)
        if first == len(self.starts) or self.starts[first] >= end:
            return ()
        return tuple([fact.id for fact in self.facts[first:bisect_left(self.starts, end)] if fact.span[1] <= end])


def _nested(claims: list[Claim]) -> list[Claim]:
    """The claims, each with its parent: the innermost claim whose content contains its cue."""
    result: list[Claim] = []
    open_claims: list[Claim] = []
    for claim in claims:
        open_claims = [other for other in open_claims if other.span.end > claim.span.start]
        parent: Claim | None = None
        cue = claim.cue
        if cue is not None and open_claims:
            around = [
                other for other in open_claims
                if any(part.span.start <= cue.span.start and cue.span.end <= part.span.end for part in other.content)
            ]
            parent = min(around, key=lambda other: other.span.end - other.span.start, default=None)
        if parent is not None:
            claim = claim._replace(parent=parent.id)
        result.append(claim)
        open_claims.append(claim)
    return result


def _said_on(values: Statement, tokens: Tokens, dates: _Inside[Date]) -> str | None:
    """The date nearest to the cue, in its sentence but outside the content and the source."""
    if not dates.facts:
        return None
    low, high = tokens.sentence_of(values.cue[0])
    start, end = tokens.starts[low], tokens.starts[high]
    first, last = bisect_left(dates.starts, start), bisect_left(dates.starts, end)
    if first == last:
        return None
    cue = tokens.starts[values.cue[1]]
    contents = [(tokens.starts[first], tokens.starts[last]) for first, last in values.content]
    source = (tokens.starts[values.source[0]], tokens.starts[values.source[1]]) if values.source else (0, 0)
    best: tuple[int, str] | None = None
    for date in dates.facts[first:last]:
        where = date.span
        if where.end > end or date.type not in ("DATE", "TIME"):
            continue
        if any(a <= where.start < b for a, b in (*contents, source)):
            continue
        distance = abs(where.start - cue)
        between = tokens.source[min(where.end, cue):max(where.start, cue)]
        if tokens.source.startswith(("'s", "’s"), where.end) or _APART.search(between):
            continue
        if distance < 80 and between.count(",") < 2 and (best is None or distance < best[0]):
            best = distance, date.id
    return best[1] if best else None
