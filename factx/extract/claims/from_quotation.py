"""Statements in quotation marks whose cue stands after it: "It is over," Ann Lee said as she left, "now"."""

from __future__ import annotations

from itertools import pairwise

from factx.extract.claims import cues, phrases, quoted
from factx.extract.claims.boundaries import LEADING
from factx.extract.claims.content_end import content_end
from factx.extract.claims.cues import SPEAKING, Cue
from factx.extract.claims.kinds import OWNING, Kinds
from factx.extract.claims.predicates import Predicate, Source
from factx.extract.claims.reading import Range
from factx.extract.claims.sentence import Parts, Scene
from factx.extract.claims.shapes import Shape

_PARTS: Kinds = frozenset({"comma", "break", "colon"})
_ENDS: Kinds = frozenset({"comma", "stop", "end", "break"})
_FINITE: Kinds = frozenset({"past", "present"})
_LONGEST_ASIDE = 24
"""Tokens that may stand between the two halves of a quotation."""
_CLOSE = 2
"""Tokens in front of a quotation among which the verb stands that brings it in."""
_LONGEST_NAME = 16
"""Tokens between a quotation and its verb that may name who said it, at most."""
_NAMING: Kinds = frozenset({"person", "capital", "determiner", "nominal"})
_NOT_NAMED: Kinds = frozenset({"auxiliary", "colon", "break", "end", "that", "subordinator", "subject-pronoun"})
"""What stands in no name of who said something."""
_RELATIVES = frozenset({"what", "which", "whom"})
_FEW = 10
"""Tokens that may part a conjunction from the quotation that it joins."""
_BEFORE_NOUN: Kinds = OWNING | frozenset({"preposition"})
_EARLY = frozenset({"early", "late"})
"""Adjectives that open an adverbial: late on Friday."""
_CONTENT: Kinds = frozenset({"quotation", "that", "subject-pronoun"})
"""What a verb has after it that brings in a content of its own."""
_UNHEARD_CONTENT: Kinds = _CONTENT | frozenset({"person"})
"""The same after a verb that has nobody told after it."""


def parts(
    scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Source | None
) -> Parts | None:
    """The statement whose quotation stands in front of the clause that attributes it."""
    if group.passive or group.participle or group.infinitive:
        return None
    if source is not None and not source.inherited and not _is_quoted(scene, source.range):
        said, after = source.range, shape.cue_end
        front = _before_subject(scene, cue, said, after)
        if front is None and (named := _named_between(scene, group.start)) is not None:
            front, said = _before_subject(scene, cue, named, after), named
        if "hearer" in cue.frames and not scene.kinds[after] & _PARTS:
            after = phrases.behind(scene.reading, after, scene.high)
    elif (named := _named_between(scene, group.start)) is not None:
        front, said, after = _before_subject(scene, cue, named, shape.cue_end), named, shape.cue_end
    else:
        front, said = _front(scene, group.start, shape.cue_end, frozenset()), _behind(scene, group, shape.cue_end)
        after = said[1]
    if front is None or said[0] == said[1]:
        return None
    found = [*quoted.earlier(scene.reading, front[0], scene.reached), front]
    return Parts(group.start, shape.cue_end, said, found + resumed(scene, front, after, group.cue))


def _named_between(scene: Scene, verb: int) -> Range | None:
    """All the words between a quotation and a verb, where they can be its source: “It is over,” [her aide, Tom Hall,]

    A comma among them that none follows parts other words from the source: “a farce” of a vote, Tom Hall
    """
    kinds, start = scene.kinds, verb
    walls = _NOT_NAMED if "comma" in kinds[verb - 1] else _NOT_NAMED | {"comma"}
    while start > scene.low and "quotation" not in kinds[start - 1]:
        start -= 1
        if kinds[start] & walls or verb - start > _LONGEST_NAME:
            return None
    end = verb - 1 if "comma" in kinds[verb - 1] else verb
    opens = start > scene.low and kinds[start] & _NAMING and "nominal" not in kinds[start - 1]
    finite = any("finite" in clause.verb.tags for clause in scene.reading.clauses_in(start, verb))
    return (start, end) if opens and start < end and not finite else None


def _before_subject(scene: Scene, cue: Cue, subject: Range, behind: int) -> Range | None:
    """The quotation in front of a verb's subject: "It is over," [as] Ann Lee said."""
    lead = subject[0]
    if scene.reading.lower(lead - 1) == "as":
        lead -= 1
    front = _front(scene, lead, behind, _CONTENT if "hearer" in cue.frames else _UNHEARD_CONTENT)
    bare = not scene.kinds[behind] & _PARTS
    if front is not None and bare and _is_led(scene, front[0]) and scene.frames.has_clause((behind, scene.high)):
        return None  # even though it was “a farce,” she said the vote was over
    return None if front is None else _without_subordinate(scene, front, subject)


def _is_led(scene: Scene, start: int) -> bool:
    """Whether words begin with what opens a clause in front of another: while, even though."""
    return any(scene.reading.lower(place) in LEADING for place in (start, start + 1))


def _is_quoted(scene: Scene, source: Range) -> bool:
    """Whether what stands in front of a verb is what was said, and not who said it: "It is a shame" added the mayor."""
    return source[1] == source[0] + 1 and "quotation" in scene.kinds[source[0]]


def _behind(scene: Scene, group: Predicate, start: int) -> Range:
    """Whoever stands after the verb, if that is its subject: said Ann Lee. Else an empty range."""
    kinds = scene.kinds
    if "quotation" in kinds[start]:
        return start, start
    near = phrases.behind(scene.reading, start, scene.high)
    after = kinds[near]
    verbal = "auxiliary" in after or "cue" in after and after & _FINITE
    if near > start and verbal:
        return start, start  # state governor Ann Lee said; said he does
    return start, phrases.source_behind(scene.reading, start, scene.high)


def _without_subordinate(scene: Scene, front: Range, source: Range) -> Range | None:
    """A content in front without an attribution of its own: none of it where that is another's."""
    kinds, reading = scene.kinds, scene.reading
    start, end = front
    if "asked" in (reading.lower(start), reading.lower(start + 1)):
        return None  # asked if the plan was “a farce,” she said no
    cued = [
        place for place in range(start, end - 1)
        if "cue" in kinds[place] and kinds[place] & _FINITE and "mostly-noun" not in kinds[place]
    ]
    if not cued:
        return front
    led = {reading.lower(start), reading.lower(start - 1)}
    if not led.isdisjoint(LEADING) and end - 2 - cued[-1] < _CLOSE + 1:
        return None  # when someone shouted "Go," Lee joked
    same = reading.tokens.text(*source).lower()
    length = source[1] - source[0]
    if any(reading.tokens.text(place - length, place).lower() == same for place in cued if place - length >= scene.low):
        return end - 1, end
    return front


def _front(scene: Scene, at: int, behind: int, content: Kinds) -> Range | None:
    """The quotation in front of a clause that starts at `at`, where it is the content of its cue.

    behind: what follows the cue's words; content: the kinds that bring in another content there.
    """
    reading, kinds = scene.reading, scene.kinds
    if at == scene.low:
        front = quoted.sentence_before(reading, scene.low)
        return None if front is None or _has_content(scene, behind) else front
    front = quoted.before(reading, at, scene.low)
    if front is None:
        return _half_phrase(scene, at, behind)
    quotation = front[1] - 1
    if quotation == scene.low:
        return front
    if quoted.is_title(reading, quotation) and _has_content(scene, behind):
        return None  # on "Face the Nation," she said it was late
    goes_on = not kinds[behind] & _ENDS or "comma" in kinds[behind] and "quotation" in kinds[behind + 1]
    if kinds[behind] & content or goes_on and quoted.only_leads(reading, front):
        return None  # While Lee said "no," Hall said "yes"
    return front


def _half_phrase(scene: Scene, at: int, behind: int) -> Range | None:
    """The words that end with a term where a second quotation follows: [a "mere whim"] she said, "for fun"."""
    kinds = scene.kinds
    halves = "comma" in kinds[behind] and "quotation" in kinds[at - 1] & kinds[behind + 1]
    return (_phrase(scene, at), at) if halves else None


def _phrase(scene: Scene, end: int) -> int:
    """The start of the words between two commas that end at a token."""
    start = end
    while start > scene.low and not scene.kinds[start - 1] & _PARTS:
        start -= 1
    return start


def _has_content(scene: Scene, behind: int) -> bool:
    """Whether a sentence after a quotation brings in a content of its own: "Why?" He added: "Why not?"."""
    kind = scene.kinds[behind]
    if kind & (_PARTS | {"preposition"}):
        return any(
            "quotation" in here and kinds & _PARTS
            for kinds, here in pairwise(scene.kinds[behind : min(scene.high, behind + _LONGEST_ASIDE)])
        )
    if "subordinator" in kind:
        return _leads(scene, behind)
    return not kind & {"stop", "end", "adverb", "time"}


def _leads(scene: Scene, subordinator: int) -> bool:
    """Whether a clause is followed by its main one: "It is late." He says [if it rains, they will stay]."""
    comma = scene.reading.find({"comma"}, subordinator, scene.high)
    return comma is not None and comma + 1 in scene.reading.syntax.clause_of_subject


def resumed(
    scene: Scene, front: Range, after: int, cue: int
) -> list[Range]:
    """The continuation after an attribution: the quotation's second half, or further quotations."""
    reading, kinds, high = scene.reading, scene.kinds, scene.high
    end = scene.stop(high)
    half = _second(scene, after, end)
    if half is not None and "comma" in kinds[after] and "conjunction" in kinds[after + 1] \
            and any(kind & {"auxiliary", "past"} for kind in kinds[after + 2 : half]):
        return []  # she said, but he left, and what he called "a farce" went on
    if half is not None and _is_attributed(scene, after, half):
        return []
    if half is not None:
        return [_half(scene, after, half, end), *quoted.going_on(reading, high)]
    if after + 1 < end and "comma" in kinds[after] and _goes_on(scene, front, after + 1):
        stop = content_end(reading, after + 1, high, (cue, cue), cue)
        if stop > after + 1:
            return [(after + 1, stop), *(quoted.going_on(reading, high) if stop >= end else [])]
    return quoted.going_on(reading, high)


def _second(scene: Scene, after: int, end: int) -> int | None:
    """The next quotation in the sentence that is no title or term within its words."""
    kinds = scene.kinds
    for place in range(after, min(end, after + _LONGEST_ASIDE)):
        if "quotation" in kinds[place] and kinds[place - 1] & (_PARTS | {"conjunction", "adverb", "cue"}):
            # told "Good Morning": a hearer; wrote in her memoir, "Hard Years": a work
            within = place > after and ("cue" in kinds[place - 1] or place - 1 > after)
            return None if within and quoted.is_title(scene.reading, place) else place
    return None


def _is_attributed(scene: Scene, after: int, quotation: int) -> bool:
    """Whether a later verb brings in the quotation: "It is over," she said before adding, "for now"."""
    kinds = scene.kinds
    for place in range(after + 1, quotation):
        kind = kinds[place]
        if "cue" not in kind or kinds[place - 1] & (OWNING if "ing" in kind else _BEFORE_NOUN):
            continue
        if "ing" in kind:
            cue = cues.verb(scene.reading.lower(place))
            if cue is not None and not cue.frames.isdisjoint(SPEAKING):
                return True
        elif kinds[place - 1] & {"subject-pronoun", "person", "nominal", "relative", "conjunction"}:
            return True
    return False


def _half(scene: Scene, after: int, quotation: int, end: int) -> Range:
    """The second half of a quotation, with words of the sentence that it is part of."""
    kinds = scene.kinds
    start = quotation
    while start > after + 1 and not kinds[start - 1] & _PARTS:
        start -= 1
    if "comma" in kinds[after] and "conjunction" in kinds[after + 1] and quotation - after <= _FEW:
        start = after + 1  # but despite the tone, "I hope so"
    behind = quotation + 1
    if start == quotation and (behind >= end or scene.kinds[behind] & (_PARTS | {"conjunction"})):
        return start, behind
    return start, end


def _goes_on(scene: Scene, front: Range, start: int) -> bool:
    """Whether the words after a comma go on with what was said: the quotation was a part of their clause."""
    kind = scene.kinds[start]
    if kind & {"auxiliary", "present"} and not kind & {"nominal", "conjunction", "cue"}:
        return True
    embedded = front[1] - front[0] > 1
    return embedded and not kind & {"ing", "conjunction", "subordinator", "preposition", "adverb"}


def as_saying(scene: Scene, group: Predicate, shape: Shape, source: Source | None) -> Parts | None:
    """Ann Lee was quoted by the Echo as saying it was over; "It is over," the Echo quoted Ann Lee as saying."""
    first, lead, said = shape.cue_end - 1, group.start, (group.cue + 1, shape.cue_end - 2)
    if group.passive:
        subject = scene.predicates.source(group, None)
        if subject is None:
            return None
        first, lead, said = group.start, subject.range[0], subject.range
    elif source is not None:
        lead = source.range[0]
    if said[0] >= said[1]:
        return None
    start = _content_behind(scene, shape.content)
    content = _said_in_front(scene, lead, shape.cue_end) if start >= scene.high \
        else _said_behind(scene, start, said, shape.cue_end - 1)
    return Parts(first, shape.cue_end, said, content) if content else None


def _said_behind(scene: Scene, start: int, said: Range, saying: int) -> list[Range]:
    """What stands after "as saying" from a token on."""
    end = content_end(scene.reading, start, scene.high, said, saying)
    if end <= start:
        return []
    more = quoted.going_on(scene.reading, end) if "quotation" in scene.kinds[end - 1] else []
    return [(start, end), *more]


def _said_in_front(scene: Scene, lead: int, behind: int) -> list[Range]:
    """What stands in front of the clause that ends with "as saying" and starts at `lead`."""
    front = _front(scene, lead, behind, frozenset())
    if front is None and lead > scene.low + 1 and "comma" in scene.kinds[lead - 1]:
        front = scene.clause(lead - 1)
    if front is None:
        return []
    return [front, *quoted.going_on(scene.reading, scene.high)]


def _content_behind(scene: Scene, start: int) -> int:
    """The start of what is said after "as saying" and its adverbials; the sentence's end where there is none."""
    kinds, high = scene.kinds, scene.high
    if kinds[start] & {"stop", "end"}:
        return high
    adverbial = kinds[start] & {"preposition", "time", "adverb"} or scene.reading.lower(start) in _EARLY
    if not adverbial:
        return start
    opens = next((place for place in range(start, high) if kinds[place] & {"quotation", "that"}), None)
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
