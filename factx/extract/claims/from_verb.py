"""Statements that a verb brings in: where its source and its content stand."""

from __future__ import annotations

from factx.extract.claims import behind_verb, cues, phrases, quoted
from factx.extract.claims.boundaries import opens_claim
from factx.extract.claims.content_end import content_end
from factx.extract.claims.cues import SPEAKING, Cue
from factx.extract.claims.from_passive import in_front, passive
from factx.extract.claims.predicates import Predicate, Source
from factx.extract.claims.reading import (
    ADVERB,
    AUXILIARY,
    BREAK,
    CAPITAL,
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
    TIME,
)
from factx.extract.claims.sentence import Parts, Range, Scene
from factx.extract.claims.shapes import Shape

_THAT = frozenset({"said-that-outright", "said-that", "told-that"})
"""The rules whose content begins with "that": behind them a participle is no adjective ("the reported losses")."""
_LONG_QUOTATION = 9
"""Tokens from which on a quotation is no title of a work."""
_FINITE = PAST | PRESENT
_SUBJECTS = PERSON | CAPITAL | DETERMINER | PRONOUN | NOMINAL
_MATTERS = frozenset({"thing", "naming"})
_HEARD = frozenset({"hearer", "order"})
_UNHEARD = frozenset({"clause", "quote"})
_LEADING_IN = COMMA | CONJUNCTION | PREPOSITION | END | BREAK
"""What a participle has in front that tells what its clause's subject does."""
_LEADING = 4
"""Words in front of a participle that opens its sentence, at most."""
_LONGEST_ASIDE = 20
"""Tokens that may stand between the two halves of a quotation."""


def parts(scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Source | None) -> Parts | None:
    """The statement that a verb brings in, by the shape of a rule."""
    if shape.place == "opening":
        return _opening(scene, cue, group, shape)
    if shape.place == "extracted":
        return behind_verb.extracted(scene, group, shape, source)
    if group.passive:
        return passive(scene, cue, group, shape)
    if shape.place in ("passive", "ordered", "rumoured"):
        return None
    if _may_invert(scene, cue, group, shape):
        # "It was over, said Ann Lee".
        if inverted := _inverted(scene, cue, group, shape):
            return inverted
        scene.inverted = shape.cue_end
    if group.participle and leads(scene, group.start):
        return _participle_first(scene, cue, group, shape)
    if source is None or not _fits(scene, cue, group, shape, source):
        return None
    if shape.place == "clause":
        begins = None if source.inherited else scene.predicates.complement(group)
        if begins is None:
            return None
        shape = shape._replace(place="after", content=begins)
    return _beside(scene, cue, group, shape, source)


def _may_invert(scene: Scene, cue: Cue, group: Predicate, shape: Shape) -> bool:
    """Whether the subject may stand behind the verb, and has not been looked for in vain."""
    kinds, end = scene.kinds, shape.cue_end
    behind = kinds[end] if end < scene.high else END
    return bool(behind & _SUBJECTS) and not behind & TIME and group.start == group.cue \
        and bool(kinds[group.cue] & _FINITE) and scene.inverted != end and not cue.frames <= _HEARD


def _fits(scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Source) -> bool:
    """Whether a rule can be right about a verb with such a subject."""
    kinds, end = scene.kinds, shape.cue_end
    to_do = group.infinitive and cue.frames <= _MATTERS
    if scene.rule in behind_verb.BARE and (to_do or cue.frames <= {"thing"} and _modifies(scene, group)):
        return False  # held a meeting to discuss the plan; groups opposing the plan
    if scene.rule == "said-meanwhile" and source.inherited:
        return False
    if scene.rule == "said-in-those-years":
        return cue.lemma == "say" and _opens_content(scene, shape, source)
    behind = kinds[end] if end < scene.high else END
    adjective = kinds[group.cue] & PAST and not group.helped and scene.rule not in _THAT \
        and behind & NOMINAL and not behind & (PERSON | CAPITAL | QUOTATION)
    return not adjective or "attributive" not in cues.tags(scene.reading.lower(group.cue))


def _modifies(scene: Scene, group: Predicate) -> bool:
    """Whether a participle belongs to the noun in front: groups [opposing it]; but Ann Lee left, [opposing it]."""
    front = scene.kinds[group.start - 1] if group.start > scene.low else END
    return group.participle and not group.helped and not front & _LEADING_IN


def _beside(scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Source) -> Parts | None:
    """The content behind a verb with its subject in front; or that in front of both, if the quotation there answers."""
    spoken = None if source.inherited else quoted.before(scene.reading, source.range[0], scene.low)
    if shape.place == "after" and not (spoken and _answers(scene, spoken)):
        return behind_verb.after(scene, cue, group, shape, source)
    if shape.place == "after" or scene.rule == "said-meanwhile":
        # "It was over," Ann Lee said of the war.
        if not spoken:
            return _told_how(scene, cue, group, shape, source.range)
        end = shape.cue_end
        while end < scene.high and not scene.kinds[end] & (COMMA | STOP | QUOTATION):
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
    if scene.rule in behind_verb.QUOTING or scene.kinds[spoken[1] - 1] & NOMINAL:
        return False
    origin = scene.reading.origin
    long = origin[spoken[1]] - origin[spoken[1] - 1] >= _LONG_QUOTATION
    return long or spoken[1] - 1 - scene.low <= 1


def _before(scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Range) -> Parts | None:
    """It was over, Ann Lee said."""
    lead = source[0]
    if lead == scene.low:
        content = _sentence_before(scene, shape)
    elif scene.reading.lower(lead - 1) == "as" and "clause" in cue.frames:
        # "As Ann Lee said, it was over"; "It was over, as Ann Lee said".
        opens = all(kind & (CONJUNCTION | ADVERB | COMMA) for kind in scene.kinds[scene.low : lead - 1])
        content = _rest(scene, shape.content, source, source, group.cue) if opens \
            else _interrupted(scene, cue, group, shape, source, lead - 1)
    else:
        content = _interrupted(scene, cue, group, shape, source, lead)
    return Parts(group.start, shape.cue_end, source, content) if content else None


def _sentence_before(scene: Scene, shape: Shape) -> list[Range]:
    """“It is over!” Ann Lee said."""
    front = quoted.sentence_before(scene.reading, scene.low)
    if front is None:
        return quoted.going_on(scene.reading, shape.content)
    return [front, *quoted.going_on(scene.reading, scene.high)]


def _interrupted(
    scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Range, lead: int
) -> list[Range]:
    """It was over, Ann Lee said, and it was late: what ends in front of `lead`, and what goes on behind."""
    front = _in_front_of(scene, cue, source, lead)
    if front is None:
        return []
    rest = _rest(scene, shape.content, front, source, group.cue)
    if not rest and (not scene.whole(front) or scene.subordinate(front)):
        return []
    # "But, Ann Lee said, it was over": nothing of it stands in front.
    parts = rest
    if front[0] < front[1]:
        parts = [*quoted.earlier(scene.reading, front[0], scene.reached), front, *rest]
    if any(scene.kinds[place] & QUOTATION for part in parts for place in range(*part)):
        parts += quoted.going_on(scene.reading, scene.high)
    return parts


def _in_front_of(scene: Scene, cue: Cue, source: Range, lead: int) -> Range | None:
    """The words in front of a source that may be its content."""
    front = quoted.before(scene.reading, lead, scene.low)
    if front is not None:
        return front if cue.frames.isdisjoint(SPEAKING) else None  # from_quotation.py has read it
    relative = scene.kinds[source[0]] & RELATIVE
    if relative or not scene.kinds[lead - 1] & COMMA or lead - 2 < scene.low or "quote" in cue.frames:
        return None
    return scene.clause(lead - 1)


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
    if kinds[start] & ING and cues.tags(reading.lower(start)).isdisjoint(SPEAKING):
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
    if front is not None and not cue.frames.isdisjoint(SPEAKING):
        return None  # from_quotation.py has read it
    if front is None:
        if group.start - 1 <= scene.low or not kinds[group.start - 1] & COMMA:
            return None
        near = phrases.behind(reading, start, high)
        far = near
        if near < high and kinds[near] & COMMA and cue.frames <= _UNHEARD:
            far = phrases.source_behind(reading, start, high)
        whole = (far >= high or bool(kinds[far] & (STOP | END | PREPOSITION)) or phrases.is_medium(reading, far)) and (
            "thing" not in cue.frames or bool(kinds[near - 1] & PERSON)
        )
        # A subject in front may be another verb's: to rebuild a bridge which fell, say engineers.
        own = in_front(group) is not None and not _shared(scene, group, start) and not (whole and cue.lemma == "say")
        if own or near <= start or not whole and not kinds[near] & COMMA:
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


