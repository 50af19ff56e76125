"""Statements in quotation marks whose cue stands behind it: "It is over," Ann Lee said as she left, "now"."""

from __future__ import annotations

from itertools import pairwise

from factx.extract.claims import cues, phrases, quoted
from factx.extract.claims.content_end import content_end
from factx.extract.claims.cues import Cue
from factx.extract.claims.predicates import Predicate, Source
from factx.extract.claims.reading import (
    ADVERB,
    AUXILIARY,
    BREAK,
    CLITIC,
    COLON,
    COMMA,
    CONJUNCTION,
    CUE,
    DETERMINER,
    END,
    ING,
    NOMINAL,
    PAST,
    PERSON,
    PREPOSITION,
    PRESENT,
    QUOTATION,
    RELATIVE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
)
from factx.extract.claims.rules import Shape
from factx.extract.claims.sentence import Parts, Range, Scene

_SPEAKING = frozenset({"clause", "quote", "hearer"})
_PARTS = COMMA | BREAK | COLON
_FINITE = PAST | PRESENT
_LONGEST_ASIDE = 24
"""Tokens that may stand between the two halves of a quotation."""
_FEW = 10
"""Tokens that may part a conjunction from the quotation that it joins."""
_OWNING = DETERMINER | CLITIC
_BEFORE_NOUN = _OWNING | PREPOSITION
_CONTENT = QUOTATION | THAT | SUBJECT | PERSON
"""What a verb has behind it that brings in a content of its own."""


def parts(
    scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Source | None
) -> Parts | None:
    """The statement whose quotation stands in front of the clause that attributes it."""
    if group.passive or group.participle or group.infinitive or cue.frames.isdisjoint(_SPEAKING):
        return None
    if source is not None and not source.inherited:
        lead = source.range[0]
        if lead > scene.low and scene.reading.lower(lead - 1) == "as":
            lead -= 1
        front = _front(scene, lead, shape.cue_end)
        said: Range | None = source.range
        after = shape.cue_end
    else:
        front, said, after = _front(scene, group.start, shape.cue_end), None, shape.cue_end
        if front is not None and not scene.kinds[after] & QUOTATION:
            end = phrases.source_behind(scene.reading, after, scene.high)
            said, after = ((after, end), end) if end > after else (None, after)
    if front is None or said is None:
        return None
    found = [*quoted.earlier(scene.reading, front[0], scene.reached), front]
    return Parts(group.start, shape.cue_end, said, found + resumed(scene, front, after, group.cue))


def _front(scene: Scene, at: int, behind: int) -> Range | None:
    """The quotation in front of a clause that starts at `at`, where it is the content of its cue.

    behind: what follows the cue's words.
    """
    reading, kinds = scene.reading, scene.kinds
    if at == scene.low:
        front = quoted.sentence_before(reading, scene.low)
        return None if front is None or _has_content(scene, behind) else front
    front = quoted.before(reading, at, scene.low)
    if front is None:
        return None
    quotation = front[1] - 1
    if quotation > scene.low and quoted.is_title(reading, quotation) and _has_content(scene, behind):
        return None  # on "Face the Nation," she said it was late
    if not kinds[behind] & _CONTENT:
        return front
    governed = quotation > scene.low and any(
        kind & CUE for kind in kinds[max(scene.low, quotation - 2) : quotation]
    )
    # While Lee said "no," Hall said "yes".
    return None if governed else front


def _has_content(scene: Scene, behind: int) -> bool:
    """Whether a sentence behind a quotation brings in a content of its own: "Why?" He added: "Why not?"."""
    kind = scene.kinds[behind]
    if kind & (_PARTS | PREPOSITION):
        return any(
            here & QUOTATION and kinds & _PARTS
            for kinds, here in pairwise(scene.kinds[behind : min(scene.high, behind + _LONGEST_ASIDE)])
        )
    return not kind & (STOP | END | ADVERB | TIME | SUBORDINATOR)


def resumed(
    scene: Scene, front: Range, after: int, cue: int
) -> list[Range]:
    """What goes on behind the clause that attributes a quotation: its second half, or the quotations after it."""
    reading, kinds, high = scene.reading, scene.kinds, scene.high
    end = scene.stop(high)
    half = _second(scene, after, end)
    if half is not None and kinds[after] & COMMA and kinds[after + 1] & CONJUNCTION \
            and any(kind & (AUXILIARY | PAST) for kind in kinds[after + 2 : half]):
        return []  # she said, but he left, and what he called "a farce" went on
    if half is not None and _is_attributed(scene, after, half):
        return []
    if half is not None:
        return [_half(scene, after, half, end), *quoted.going_on(reading, high)]
    if after + 1 < end and kinds[after] & COMMA and _goes_on(scene, front, after + 1):
        stop = content_end(reading, after + 1, high, (cue, cue), cue)
        if stop > after + 1:
            return [(after + 1, stop), *(quoted.going_on(reading, high) if stop >= end else [])]
    return quoted.going_on(reading, high)


def _second(scene: Scene, after: int, end: int) -> int | None:
    """The next quotation in the sentence that is no title or term within its words."""
    kinds = scene.kinds
    for place in range(after, min(end, after + _LONGEST_ASIDE)):
        if kinds[place] & QUOTATION and kinds[place - 1] & (_PARTS | CONJUNCTION | ADVERB | CUE):
            # told "Good Morning": a hearer
            return None if kinds[place - 1] & CUE and quoted.is_title(scene.reading, place) else place
    return None


def _is_attributed(scene: Scene, after: int, quotation: int) -> bool:
    """Whether a later verb brings in the quotation: "It is over," she said before adding, "for now"."""
    kinds = scene.kinds
    for place in range(after + 1, quotation):
        kind = kinds[place]
        if not kind & CUE or kinds[place - 1] & (_OWNING if kind & ING else _BEFORE_NOUN):
            continue
        if kind & ING:
            cue = cues.verb(scene.reading.lower(place))
            if cue is not None and not cue.frames.isdisjoint(_SPEAKING):
                return True
        elif kind & _FINITE and kinds[place - 1] & (SUBJECT | PERSON | NOMINAL | RELATIVE | CONJUNCTION):
            return True
    return False


def _half(scene: Scene, after: int, quotation: int, end: int) -> Range:
    """The second half of a quotation, with words of the sentence that it is part of."""
    kinds = scene.kinds
    start = quotation
    while start > after + 1 and not kinds[start - 1] & _PARTS:
        start -= 1
    if kinds[after] & COMMA and kinds[after + 1] & CONJUNCTION and quotation - after <= _FEW:
        start = after + 1  # but despite the tone, "I hope so"
    behind = quotation + 1
    if start == quotation and (behind >= end or scene.kinds[behind] & (_PARTS | CONJUNCTION)):
        return start, behind
    return start, end


def _goes_on(scene: Scene, front: Range, start: int) -> bool:
    """Whether the words behind a comma go on with what was said: the quotation was a part of their clause."""
    kind = scene.kinds[start]
    if kind & (AUXILIARY | PRESENT) and not kind & (NOMINAL | CONJUNCTION | CUE):
        return True
    embedded = front[1] - front[0] > 1
    return embedded and not kind & (ING | CONJUNCTION | SUBORDINATOR | PREPOSITION | ADVERB)
