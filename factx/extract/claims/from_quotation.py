"""Statements in quotation marks whose cue stands behind it: "It is over," Ann Lee said as she left, "now"."""

from __future__ import annotations

from itertools import pairwise

from factx.extract.claims import cues, phrases, quoted
from factx.extract.claims.boundaries import LEADING
from factx.extract.claims.content_end import content_end
from factx.extract.claims.cues import SPEAKING, Cue
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
    NOUNLIKE,
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
from factx.extract.claims.sentence import Parts, Range, Scene
from factx.extract.claims.shapes import Shape

_PARTS = COMMA | BREAK | COLON
_FINITE = PAST | PRESENT
_LONGEST_ASIDE = 24
"""Tokens that may stand between the two halves of a quotation."""
_CLOSE = 2
"""Tokens in front of a quotation among which the verb stands that brings it in."""
_RELATIVES = frozenset({"what", "which", "whom"})
_FEW = 10
"""Tokens that may part a conjunction from the quotation that it joins."""
_OWNING = DETERMINER | CLITIC
_BEFORE_NOUN = _OWNING | PREPOSITION
_EARLY = frozenset({"early", "late"})
"""Adjectives that open an adverbial: late on Friday."""
_CONTENT = QUOTATION | THAT | SUBJECT
"""What a verb has behind it that brings in a content of its own."""


def parts(
    scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Source | None
) -> Parts | None:
    """The statement whose quotation stands in front of the clause that attributes it."""
    if group.passive or group.participle or group.infinitive or cue.frames.isdisjoint(SPEAKING):
        return None
    if source is not None and not source.inherited and not _is_quoted(scene, source.range):
        lead = source.range[0]
        if lead > scene.low and scene.reading.lower(lead - 1) == "as":
            lead -= 1
        content = _CONTENT if "hearer" in cue.frames else _CONTENT | PERSON
        front, said, after = _front(scene, lead, shape.cue_end, content), source.range, shape.cue_end
        if front is not None:
            front = _without_subordinate(scene, front, source.range)
        if "hearer" in cue.frames and not scene.kinds[after] & _PARTS:
            after = phrases.behind(scene.reading, after, scene.high)
    else:
        front, said = _front(scene, group.start, shape.cue_end, 0), _behind(scene, group, shape.cue_end)
        after = said[1]
    if front is None or said[0] == said[1]:
        return None
    found = [*quoted.earlier(scene.reading, front[0], scene.reached), front]
    return Parts(group.start, shape.cue_end, said, found + resumed(scene, front, after, group.cue))


def _is_quoted(scene: Scene, source: Range) -> bool:
    """Whether what stands in front of a verb is what was said, and not who said it: "It is a shame" added the mayor."""
    return source[1] == source[0] + 1 and bool(scene.kinds[source[0]] & QUOTATION)


def _behind(scene: Scene, group: Predicate, start: int) -> Range:
    """Whoever stands behind the verb, if that is its subject: said Ann Lee. Else an empty range."""
    kinds = scene.kinds
    if kinds[start] & QUOTATION:
        return start, start
    near = phrases.behind(scene.reading, start, scene.high)
    after = kinds[near] if near < scene.high else END
    verbal = after & AUXILIARY or after & CUE and after & _FINITE
    if near > start and kinds[near - 1] & (PERSON | SUBJECT) and verbal:
        return start, start  # state governor Ann Lee said; said he does
    return start, phrases.source_behind(scene.reading, start, scene.high)


def _without_subordinate(scene: Scene, front: Range, source: Range) -> Range | None:
    """A content in front without an attribution of its own: none of it where that is another's."""
    kinds, reading = scene.kinds, scene.reading
    start, end = front
    cued = [
        place for place in range(start, end - 1)
        if kinds[place] & CUE and kinds[place] & _FINITE and not kinds[place] & NOUNLIKE
    ]
    if not cued:
        return front
    led = {reading.lower(start), reading.lower(start - 1) if start > scene.low else ""}
    if not led.isdisjoint(LEADING) and end - 2 - cued[-1] < _CLOSE + 1:
        return None  # when someone shouted "Go," Lee joked
    same = reading.tokens.text(*source).lower()
    length = source[1] - source[0]
    if any(reading.tokens.text(place - length, place).lower() == same for place in cued if place - length >= scene.low):
        return end - 1, end
    return front


def _front(scene: Scene, at: int, behind: int, content: int) -> Range | None:
    """The quotation in front of a clause that starts at `at`, where it is the content of its cue.

    behind: what follows the cue's words; content: the kinds that bring in another content there.
    """
    reading, kinds = scene.reading, scene.kinds
    if at == scene.low:
        front = quoted.sentence_before(reading, scene.low)
        return None if front is None or _has_content(scene, behind) else front
    front = quoted.before(reading, at, scene.low)
    if front is None and behind + 1 < scene.high and kinds[at - 1] & kinds[behind + 1] & QUOTATION \
            and kinds[behind] & COMMA:
        return _phrase(scene, at), at  # a "sudden whim" she said, "mainly for the money"
    if front is None:
        return None
    quotation = front[1] - 1
    if quotation > scene.low and quoted.is_title(reading, quotation) and _has_content(scene, behind):
        return None  # on "Face the Nation," she said it was late
    # While Lee said "no," Hall said "yes".
    return front if quotation == scene.low or not kinds[behind] & content else None


def _phrase(scene: Scene, end: int) -> int:
    """Where the words between two commas begin that end at a token."""
    start = end
    while start > scene.low and not scene.kinds[start - 1] & _PARTS:
        start -= 1
    return start


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
            # told "Good Morning": a hearer; wrote in her memoir, "Hard Years": a work
            within = place > after and (kinds[place - 1] & CUE or place - 1 > after)
            return None if within and quoted.is_title(scene.reading, place) else place
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
            if cue is not None and not cue.frames.isdisjoint(SPEAKING):
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


def as_saying(scene: Scene, group: Predicate, shape: Shape, source: Source | None) -> Parts | None:
    """Ann Lee was quoted by the Echo as saying it was over; "It is over," the Echo quoted Ann Lee as saying."""
    reading, kinds, high = scene.reading, scene.kinds, scene.high
    if group.passive:
        subject = scene.predicates.source(group, None)
        said = None if subject is None else subject.range
    else:
        said = group.cue + 1, shape.cue_end - 2
    if said is None or said[0] >= said[1]:
        return None
    first = group.start if group.passive else shape.cue_end - 1
    start = _content_behind(scene, shape.content)
    if start < high:
        end = content_end(reading, start, high, said, shape.cue_end - 1)
        more = quoted.going_on(reading, end) if kinds[end - 1] & QUOTATION else []
        return Parts(first, shape.cue_end, said, [(start, end), *more]) if end > start else None
    lead = said[0] if group.passive else source.range[0] if source is not None else group.start
    front = _front(scene, lead, shape.cue_end, 0)
    if front is None and lead > scene.low + 1 and kinds[lead - 1] & COMMA:
        front = scene.clause(lead - 1)
    if front is None or not scene.whole(front):
        return None
    return Parts(first, shape.cue_end, said, [front, *quoted.going_on(reading, high)])


def _content_behind(scene: Scene, start: int) -> int:
    """The start of what is said behind "as saying" and its adverbials; the sentence's end where there is none."""
    kinds, high = scene.kinds, scene.high
    if start >= high or kinds[start] & (STOP | END):
        return high
    adverbial = kinds[start] & (PREPOSITION | TIME | ADVERB) or scene.reading.lower(start) in _EARLY
    if not adverbial or kinds[start] & QUOTATION:
        return start
    opens = next((place for place in range(start, high) if kinds[place] & (QUOTATION | THAT)), None)
    if opens is not None:
        return opens
    return start if scene.frames.has_clause((start, high)) else high


def without_relative(scene: Scene, cue: Cue, found: Parts) -> Parts:
    """A statement whose source does not begin with what it gives a name to: what [the mayor] called "a farce"."""
    source = found.source
    if "naming" not in cue.frames or source is None or source[1] == source[0] + 1:
        return found
    relative = scene.reading.lower(source[0]) in _RELATIVES
    return found._replace(source=(source[0] + 1, source[1])) if relative else found
