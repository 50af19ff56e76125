"""Statements that a verb brings in: where its source and its content stand."""

from __future__ import annotations

from factx.extract.claims import cues, phrases, quoted
from factx.extract.claims.boundaries import opening, opens_claim
from factx.extract.claims.content_end import content_end
from factx.extract.claims.cues import Cue
from factx.extract.claims.predicates import Predicate, Source
from factx.extract.claims.reading import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
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
    PRONOUN,
    QUOTATION,
    RELATIVE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
)
from factx.extract.claims.sentence import Parts, Range, Scene
from factx.extract.claims.shapes import Shape
from factx.text import numbers

_TOLD = frozenset({
    "said-that-outright", "said-that", "told-that", "said-quotation", "told-somebody", "told-outright", "vowed-to",
    "called-for",
})
"""The rules whose content a passive has too: was told that."""
_QUOTING = frozenset({"said-quotation", "said-in-passing"})
_THAT = frozenset({"said-that-outright", "said-that", "told-that"})
"""The rules whose content begins with "that": behind them a participle is no adjective ("the reported losses")."""
_LONG_QUOTATION = 9
"""Tokens from which on a quotation is no title of a work."""
_FINITE = PAST | PRESENT
_SUBJECTS = PERSON | CAPITAL | DETERMINER | PRONOUN | NOMINAL
_MATTERS = frozenset({"thing", "naming"})
_HEARD = frozenset({"hearer", "order"})
_SPEAKING = frozenset({"clause", "quote"})
_TALKING = frozenset({"clause", "hearer", "quote"})
"""The frames of verbs whose participle brings in a quotation of its own: adding, "..."."""
_NAMELESS = frozenset({"named", "identified", "quoted"})
"""What a source asks not to be: nothing is said by it."""
_LEADING = 4
"""Words in front of a participle that opens its sentence, at most."""
_CHAINED = frozenset({"said-that", "told-that", "told-somebody"})
"""The rules whose content may be taken from a relative clause behind the noun in front."""
_NEAR = 4
"""Tokens in which the verb of a relative clause without another subject follows "that"."""
_LONGEST_ASIDE = 20
"""Tokens that may stand between the two halves of a quotation."""
_RELATIVES = frozenset({"what", "which", "who", "that"})
_BARE = frozenset({"said-outright", "said-something"})
"""The rules whose content has no "that", colon or quotation mark."""


def parts(scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Source | None) -> Parts | None:
    reading, kinds = scene.reading, scene.kinds
    kind = kinds[group.cue]
    after = kinds[shape.cue_end] if shape.cue_end < scene.high else END
    if shape.place == "opening":
        return _opening(scene, cue, group, shape)
    if shape.place == "extracted":
        return _extracted(scene, group, shape, source)
    if group.passive:
        return None if scene.rule == "said-in-those-years" else _passive(scene, cue, group, shape)
    if shape.place in ("passive", "ordered", "rumoured"):
        return None
    if after & _SUBJECTS and not after & TIME and group.start == group.cue and kind & _FINITE \
            and scene.inverted != shape.cue_end and not cue.frames <= _HEARD:
        # "It was over, said Ann Lee".
        if inverted := _inverted(scene, cue, group, shape):
            return inverted
        scene.inverted = shape.cue_end
    if group.participle and leads(scene, group.start):
        return _participle_first(scene, cue, group, shape)
    if source is None or scene.rule in _BARE and group.infinitive and cue.frames <= _MATTERS:
        return None  # held a meeting to discuss the plan
    if scene.rule == "said-meanwhile" and source.inherited:
        return None
    if kind & PAST and not group.helped and after & NOMINAL and not after & (PERSON | CAPITAL | QUOTATION) \
            and scene.rule not in _THAT and "attributive" in cues.tags(reading.lower(group.cue)):
        return None
    if scene.rule == "said-in-those-years" and not (cue.lemma == "say" and _opens_content(scene, shape, source)):
        return None
    spoken = None if source.inherited else quoted.before(reading, source.range[0], scene.low)
    if shape.place == "after" and not (spoken and _answers(scene, spoken)):
        return _after(scene, cue, group, shape, source)
    if shape.place == "after" or scene.rule == "said-meanwhile":
        # "It was over," Ann Lee said of the war.
        if not spoken:
            return _told_how(scene, cue, group, shape, source.range)
        end = shape.cue_end
        while end < scene.high and not kinds[end] & (COMMA | STOP | QUOTATION):
            end += 1
        shape = shape._replace(content=end)
    return _before(scene, cue, group, shape, source.range)


def _told_how(scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Range) -> Parts | None:
    """The talks had failed, Ann Lee said late on Monday: what follows is no clause, but how it was said."""
    front = scene.kinds[source[0] - 1] if source[0] > scene.low else END
    if not front & COMMA or "clause" not in cue.frames or not cue.frames.isdisjoint({"mind", "order"}):
        return None
    end = scene.stop(scene.high)
    if any(kind & (COLON | QUOTATION) for kind in scene.kinds[shape.cue_end : end]) \
            or scene.frames.has_clause((shape.cue_end, end)):
        return None
    return _before(scene, cue, group, shape._replace(content=end), source)


def _opens_content(scene: Scene, shape: Shape, source: Source) -> bool:
    """Whether the words behind a verb are a clause with an adverbial in front, and none stands before the verb."""
    start = source.range[0]
    front = scene.kinds[start - 1] if start > scene.low else END
    if source.inherited or front & (COMMA | QUOTATION):
        return False
    return scene.frames.has_clause((shape.content, scene.stop(scene.high)))


def _answers(scene: Scene, spoken: Range) -> bool:
    """Whether the quotation in front is the content, whatever stands behind the cue: it opens the sentence."""
    if scene.rule in _QUOTING or scene.kinds[spoken[1] - 1] & NOMINAL:
        return False
    origin = scene.reading.origin
    long = origin[spoken[1]] - origin[spoken[1] - 1] >= _LONG_QUOTATION
    return long or spoken[1] - 1 - scene.low <= 1


def _after(scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Source) -> Parts | None:
    """Ann Lee said that it was over."""
    reading, kinds = scene.reading, scene.kinds
    if "quote" in cue.frames and scene.rule not in _QUOTING and scene.rule != "said-colon" \
            and not (scene.rule == "called-for" and "about" in cue.frames):
        return None
    start = shape.content
    if kinds[start] & THAT and (start + 1 >= scene.high or kinds[start + 1] & (STOP | END)):
        return None  # do you believe that?
    if reading.lower(start) == "not" and start + 3 < scene.high and reading.lower(start + 3) in _NAMELESS:
        return None
    if start >= scene.high:
        # A colon at the end of its paragraph: the next one is what was said.
        after = scene.high + 1
        if scene.rule == "said-colon" and after < len(kinds):
            end = after + 1 if kinds[after] & QUOTATION else scene.stop(scene.paragraph_end(after))
            more = quoted.going_on(reading, end) if kinds[after] & QUOTATION else []
            return Parts(group.start, shape.cue_end, source.range, [(after, end), *more]) if end > after else None
        return None
    if scene.rule == "called-for" and kinds[start] & AUXILIARY and not kinds[start] & NOMINAL:
        return None  # all they want to talk about is football
    if scene.rule in _CHAINED and any(
        each.start == start and each.kind == "relative" for each in reading.clauses_in(start, start + _NEAR)
    ):
        return None  # to learn in a way that is useful
    end = content_end(reading, start, scene.high, source.range, group.cue)
    if end <= start:
        return None
    if (scene.rule in _BARE or scene.rule == "said-on-a-day") and not _takes(scene, cue, source.range, start, end):
        return None
    parts = [(start, end)]
    if scene.rule == "said-quotation" and not source.inherited:
        front = quoted.before(reading, source.range[0], scene.low)
        if front is not None and not kinds[front[1] - 1] & NOMINAL:
            parts.insert(0, front)
        elif front is None and quoted.runs_on(reading, start) and kinds[start - 1] & COMMA \
                and kinds[source.range[0] - 1] & COMMA and source.range[0] - 2 >= scene.low:
            front = scene.clause(source.range[0] - 1)
            parts[:0] = [front] if front[0] < front[1] else []
    if kinds[end - 1] & QUOTATION:
        parts += quoted.going_on(reading, end)
    return Parts(group.start, shape.cue_end, source.range, parts, not source.inherited)


def _takes(scene: Scene, cue: Cue, source: Range, start: int, end: int) -> bool:
    """Whether the words behind a cue can be its content, and are no mere adverb, hearer or object."""
    kinds = scene.kinds
    frames = cue.frames
    if kinds[start] & AUXILIARY and scene.reading.lower(source[0] - 1) == "what":
        return False  # what she said was funny
    if end == start + 1 and (
        kinds[start] & THAT  # would not know that
        or kinds[start] & ADVERB and not kinds[start] & DETERMINER
        or kinds[start] & PRONOUN and not kinds[start] & DETERMINER and ("hearer" in frames or "thing" not in frames)
        or cue.lemma == "say" and numbers.value([scene.reading.lower(start)]) is not None  # the clock says ten
    ):
        return False
    if frames <= {"about"}:
        return False
    if kinds[start] & TIME and not kinds[start + 1] & CLITIC and (
        end - start <= 5 or cue.lemma == "say" and not scene.frames.has_clause((start, end))
    ):
        return False
    if "hearer" in frames and "thing" not in frames and opening(scene.reading, start) == "thing":
        # "told the clerk": heard, not said.
        heard = phrases.behind(scene.reading, start, end)
        said = PREPOSITION | SUBORDINATOR | THAT
        to_do = TO if "order" in frames else 0
        further = any(kind & (QUOTATION | to_do) for kind in kinds[start:end])
        return heard < end and (further or bool(kinds[heard] & said)
                                or scene.frames.has_clause((heard, end)))
    return not frames <= {"to", "mind"}


def _before(scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Range) -> Parts | None:
    """It was over, Ann Lee said."""
    reading, kinds = scene.reading, scene.kinds
    if source[0] == scene.low:
        front = quoted.sentence_before(reading, scene.low)
        parts = [front, *quoted.going_on(reading, scene.high)] if front else quoted.going_on(reading, shape.content)
        return Parts(group.start, shape.cue_end, source, parts) if parts else None
    lead = source[0]
    if reading.lower(lead - 1) == "as" and "clause" in cue.frames:
        # "As Ann Lee said, it was over"; "It was over, as Ann Lee said".
        lead -= 1
        if lead == scene.low:
            rest = _rest(scene, shape.content, source, source, group.cue)
            return Parts(group.start, shape.cue_end, source, rest) if rest else None
    front = quoted.before(reading, lead, scene.low)
    if front is not None and not cue.frames.isdisjoint(_TALKING):
        return None  # from_quotation.py has read it
    if front is None:
        relative = kinds[source[0]] & RELATIVE
        if relative or not kinds[lead - 1] & COMMA or lead - 2 < scene.low or "quote" in cue.frames:
            return None
        front = scene.clause(lead - 1)
    rest = _rest(scene, shape.content, front, source, group.cue)
    if not rest and (not scene.whole(front) or scene.subordinate(front)):
        return None
    # "But, Ann Lee said, it was over": nothing of it stands in front.
    parts = [*quoted.earlier(reading, front[0], scene.reached), front, *rest] if front[0] < front[1] else rest
    if any(kinds[i] & QUOTATION for part in parts for i in range(*part)):
        parts += quoted.going_on(reading, scene.high)
    return Parts(group.start, shape.cue_end, source, parts)


def _rest(scene: Scene, comma: int, front: Range, source: Range, cue: int) -> list[Range]:
    """What goes on behind the words that interrupt a content."""
    reading, kinds = scene.reading, scene.kinds
    if comma + 1 >= scene.high or not kinds[comma] & COMMA:
        return []
    start = comma + 1
    if comma > cue + 1 and scene.whole(front) and not scene.whole((start, scene.stop(scene.high))):
        return []  # on X, formerly Twitter
    if quoted.continues(reading, start, scene.high):
        return [(start, scene.stop(scene.high))]
    if kinds[start] & ING and cues.tags(reading.lower(start)).isdisjoint(_TALKING):
        # "It was over," Ann Lee said, glancing at the clock, "and it was late."
        for i in range(start, min(scene.high - 1, start + _LONGEST_ASIDE)):
            if kinds[i] & COMMA and kinds[i + 1] & QUOTATION:
                return [(i + 1, i + 2)]
            if kinds[i] & CUE and kinds[i] & PAST:
                break
    if kinds[front[1] - 1] & QUOTATION or kinds[start] & ING:
        return []
    if kinds[start] & (SUBORDINATOR | CONJUNCTION) and opens_claim(reading, start + 1, scene.high):
        return []  # it was over, she said, although they said that it was not
    end = content_end(reading, start, scene.high, source, cue)
    return [(start, end)] if end > start else []


def _inverted(scene: Scene, cue: Cue, group: Predicate, shape: Shape) -> Parts | None:
    """It was over, said Ann Lee, who left."""
    reading, kinds = scene.reading, scene.kinds
    start, high = shape.cue_end, scene.high
    front = quoted.before(reading, group.start, scene.low)
    if front is not None and not cue.frames.isdisjoint(_TALKING):
        return None  # from_quotation.py has read it
    if front is None:
        own = in_front(group) is not None and not _shared(scene, group, start)
        if group.start - 1 <= scene.low or not kinds[group.start - 1] & COMMA or own:
            return None
        near = phrases.behind(reading, start, high)
        far = near
        if near < high and kinds[near] & COMMA and cue.frames <= _SPEAKING:
            far = phrases.source_behind(reading, start, high)
        whole = (far >= high or bool(kinds[far] & (STOP | END | PREPOSITION)) or phrases.is_medium(reading, far)) and (
            "thing" not in cue.frames or bool(kinds[near - 1] & PERSON)
        )
        if near <= start or not whole and not kinds[near] & COMMA:
            return None
        front = scene.clause(group.start - 1)
        if not scene.whole(front):
            return None
    end = phrases.source_behind(reading, start, high)
    if end <= start:
        return None
    parts = [*quoted.earlier(reading, front[0], scene.reached), front]
    if end + 1 < high and kinds[end] & COMMA and kinds[end + 1] & QUOTATION:
        parts.append((end + 1, end + 2))
    elif kinds[front[1] - 1] & QUOTATION:
        parts += quoted.going_on(reading, high)
    return Parts(group.start, shape.cue_end, (start, end), parts)


def _extracted(scene: Scene, group: Predicate, shape: Shape, source: Source | None) -> Parts | None:
    """What Ann Lee said was a fifth: the relative pronoun is the subject of the content."""
    if source is None or source.inherited or group.passive or group.infinitive:
        return None
    relative = source.range[0] - 1
    if relative < scene.low or scene.reading.lower(relative) not in _RELATIVES:
        return None
    before = scene.kinds[relative - 1] if relative > scene.low else END
    if scene.reading.lower(relative) == "what" and before & (END | THAT | CONJUNCTION | SUBORDINATOR):
        return None  # what she said was funny
    end = content_end(scene.reading, shape.content, scene.high, source.range, group.cue)
    return Parts(group.start, shape.cue_end, source.range, [(relative, relative + 1), (shape.content, end)])


def _shared(scene: Scene, group: Predicate, start: int) -> bool:
    """Whether the subject in front is another verb's, and a definite noun behind: It was shut, said the mayor."""
    return scene.predicates.is_shared(group) and scene.reading.lower(start) == "the" \
        and scene.kinds[group.start - 1] & COMMA > 0


def _opening(scene: Scene, cue: Cue, group: Predicate, shape: Shape) -> Parts | None:
    """Said Ann Lee: "It is over"."""
    at = shape.content
    while at < scene.high and not scene.kinds[at] & QUOTATION:
        at += 1
    if at >= scene.high:
        return None
    parts = [(at, scene.stop(scene.high)), *quoted.going_on(scene.reading, scene.high)]
    return Parts(group.start, shape.cue_end, (shape.content, at - 1), parts)


def in_front(group: Predicate) -> int | None:
    """Where the subject of a predicate begins that stands in front of it."""
    subject = group.clause.subject
    return subject.start if subject is not None and subject.start < group.start else None


def leads(scene: Scene, start: int) -> bool:
    """Whether a participle stands at the front of its sentence: Claiming, after claiming, a month after claiming."""
    kinds, low = scene.kinds, scene.low
    if start == low:
        return True
    if start - low > _LEADING or not kinds[start - 1] & (PREPOSITION | SUBORDINATOR):
        return False
    return not any(kind & (COMMA | AUXILIARY | PAST | SUBJECT | PERSON | QUOTATION) for kind in kinds[low:start])


def _participle_first(scene: Scene, cue: Cue, group: Predicate, shape: Shape) -> Parts | None:
    """Claiming that it was over, Ann Lee left."""
    kinds = scene.kinds
    if shape.place != "after" or scene.rule == "said-in-those-years":
        return None
    for i in range(shape.content + 1, scene.high - 2):
        if kinds[i] & COMMA and kinds[i + 1] & (PERSON | SUBJECT | DETERMINER | CAPITAL):
            end = phrases.behind(scene.reading, i + 1, scene.high)
            if i + 1 < end < scene.high and kinds[end] & (AUXILIARY | PAST | PRESENT | ADVERB):
                return Parts(group.start, shape.cue_end, (i + 1, end), [(shape.content, i)])
    return None


def _passive(scene: Scene, cue: Cue, group: Predicate, shape: Shape) -> Parts | None:
    """Ann Lee was accused by Tom Hall of fraud; was told that it was over."""
    reading, kinds, high = scene.reading, scene.kinds, scene.high
    source: Range | None = None
    after = shape.cue_end if scene.rule not in ("called-for", "told-to") else group.cue + 1
    if after < high and reading.lower(after) == "by":
        end = phrases.behind(reading, after + 1, high, phrases=cue.stance not in ("accuses", "supports"))
        if end > after + 1:
            source, after = (after + 1, end), end
    if shape.place == "ordered":
        end = content_end(reading, shape.content, high, source or (group.start, group.start), group.cue)
        return Parts(group.start, group.cue + 1, source, [(shape.content, end)])
    if shape.place == "rumoured":
        front = in_front(group)
        end = content_end(reading, shape.content, high, (group.start, group.start), group.cue)
        parts = [(shape.content, end)] if front is None else [(front, group.start), (shape.content, end)]
        return Parts(group.start, shape.cue_end, None, parts)
    told = scene.rule in _TOLD
    if told or cue.stance == "asks":
        if after >= high or kinds[after] & (COMMA | STOP):
            return None
        start = shape.content if told and source is None else after
        if reading.lower(start) in ("about", "of"):
            start += 1
        end = content_end(reading, start, high, source or (group.start, group.start), group.cue)
        return Parts(group.start, shape.cue_end, source, [(start, end)]) if end > start else None
    front, front_end = in_front(group), group.start
    while front is not None and front_end > front + 1 and kinds[front_end - 1] & COMMA:
        front_end -= 1
    judges = "naming" in cue.frames or cue.stance in ("accuses", "supports")
    if front is None or not cue.frames & {"thing", "naming"} or source is None and not judges:
        return None
    parts = [(front, front_end)]
    if after < high and kinds[after] & PREPOSITION and reading.lower(after) in ("of", "for", "as"):
        end = content_end(reading, after, high, source or (front, group.start), group.cue)
        parts += [(after, end)] if end > after + 1 else []
    return Parts(group.start, shape.cue_end, source, parts)
