"""Turns statements into claims: which contains which, who speaks, when, and the facts inside each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Generic, TypeAlias, TypeVar

from factx.engine.rules import Finding
from factx.expressions import compiled
from factx.extract.claims import Statement
from factx.model import Claim, Date, Entity, Fact, Part, Percentage, Person, Span
from factx.resolve.speakers import Speaker, Speakers
from factx.text.tokens import Tokens

_APART = compiled(r"\b(?:which|who|that|where|when|because|while)\b|[;:]")
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
    part, source_text = tokens.part, tokens.source
    spoken = _spoken(found, tokens, Speakers(tokens, named.facts, entities))
    spoken.sort(key=lambda each: (each[0].start, -each[0].end))
    claims: list[Claim] = []
    for number, (statement, source, speaker) in enumerate(spoken, 1):
        rule, start, end, values, notes = statement
        span = tokens.span(start, end)
        claims.append(Claim(
            f"c{number}", span, source_text[span.start:span.end], rule,
            source,
            part(*values.cue),
            tuple([part(*each) for each in values.content]),
            values.style,
            values.stance,
            tuple([part(*each) for each in values.hedges]) if values.hedges else (),
            speaker and speaker.entity.id,
            speaker and speaker.entity.name,
            dated.ids(span) if dates else (),
            named.ids(span),
            figured.ids(span) if percentages else (),
            None,
            _said_on(values, tokens, dated) if dates else None,
            notes,
            speaker and speaker.found,
        ))
    return _nested(claims)


Spoken: TypeAlias = tuple[Finding[Statement], Part | None, Speaker | None]


def _spoken(found: Sequence[Finding[Statement]], tokens: Tokens, speakers: Speakers) -> list[Spoken]:
    """Each statement with its source and speaker: those in quotations last, as others refer to somebody else there."""
    values = [statement.values for statement in found]
    sources = [each.source and tokens.part(*each.source) for each in values]
    whose: list[Speaker | None] = [None] * len(found)
    quoted = sorted([
        (start, end, number)
        for number, each in enumerate(values) if each.style == "direct"
        for start, end in each.content
    ])
    inside: list[tuple[int, int]] = []
    reached = 0
    for number in sorted(range(len(found)), key=lambda number: values[number].cue):
        source = sources[number]
        if source is None:
            continue
        at = values[number].cue[0]
        place = bisect_right(quoted, (at, len(tokens))) - 1
        if place >= 0 and at < quoted[place][1]:
            inside.append((number, quoted[place][2]))
        else:
            # Ann Lee rejected the claim by Tom Hall. She ...: who speaks in a content is not who goes on.
            whose[number] = speakers.of(source, passing=at < reached)
        reached = max(reached, *[end for start, end in values[number].content if start > at], 0)
    for number, other in inside:
        source, around = sources[number], whose[other]
        if source is not None:
            whose[number] = speakers.of(source, around.entity.id if around else "")
    return list(zip(found, sources, whose, strict=True))


F = TypeVar("F", bound=Fact)


class _Inside(Generic[F]):
    """Facts sorted by place, to look up those inside a span."""

    def __init__(self, facts: Iterable[F]) -> None:
        self.facts = sorted(facts, key=attrgetter("span"))
        self.starts = [fact.span.start for fact in self.facts]

    def ids(self, span: Span) -> tuple[str, ...]:
        if not self.starts:
            return ()
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
        if open_claims:
            start = claim.span.start
            open_claims = [other for other in open_claims if other.span.end > start]
            around = [other for other in open_claims if claim.cue is not None and _holds(other, claim.cue.span)]
            if around:
                claim = claim._replace(parent=min(around, key=lambda other: other.span.end - other.span.start).id)
        result.append(claim)
        open_claims.append(claim)
    return result


def _holds(claim: Claim, cue: Span) -> bool:
    """Whether a cue stands in a claim's content."""
    return any(part.span.start <= cue.start and cue.end <= part.span.end for part in claim.content)


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
