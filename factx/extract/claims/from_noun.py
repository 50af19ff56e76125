"""Statements that a noun brings in: Ann Lee's claim that it was over; an allegation that it was late."""

from __future__ import annotations

from factx import lexicon
from factx.extract.claims import cues, phrases
from factx.extract.claims.content_end import content_end
from factx.extract.claims.cues import Cue
from factx.extract.claims.kinds import GENITIVE, Kinds
from factx.extract.claims.reading import Range
from factx.extract.claims.sentence import Parts, Scene
from factx.extract.claims.shapes import Shape
from factx.lexicon.inflection import lemmas
from factx.syntax import Group

_OWNERS: Kinds = frozenset({"nominal", "capital", "determiner"})
_NO_OWNER = ("aux", "adp", "base", "third", "past")
"""Classes of words that are no part of an owner: they echo [Lee]'s fears."""
_ISSUING = frozenset("make made publish issue release spread raise give gave given file print air circulate".split())
"""Verbs that put out what their object says: [published a rumour] that it was over."""
_POSSESSIVES = {*lexicon.load("claims")["possessive"], "whose"}


def noun(scene: Scene, at: int, shape: Shape) -> tuple[Cue, Parts] | None:
    """Ann Lee's recent claim that it was over."""
    reading = scene.reading
    cue = cues.noun(reading.lower(at))
    group = reading.groups.around(at)
    verbal = group is not None and group.start < at and not group.tags.isdisjoint({"finite", "infinitive"})
    that_day = scene.rule == "claim-that" and reading.word_class(shape.content) == "det"
    inside = scene.rule == "claim-is-that" and (group is None or group.start not in reading.syntax.clause_of_subject)
    if cue is None or verbal or that_day or inside:
        return None  # cannot hope to win; it is fair to report that; its announcement that day
    behind = scene.rule == "claim-that" and shape.content > shape.cue_end
    owned = _issued(scene, at, group, shape) \
        or (_behind_noun(scene, at, shape) if behind else _owned(scene, at, cue, shape))
    if owned is None:
        return None
    start, source = owned
    end = _noun_content(scene, at, shape.content, source)
    return (cue, Parts(start, shape.cue_end, source, [(shape.content, end)])) if end > shape.content else None


def _noun_content(scene: Scene, at: int, start: int, source: Range | None) -> int:
    """Where the content of the noun at a token ends that begins at `start`; there where it is none."""
    reading = scene.reading
    end = content_end(reading, start, scene.high, source or (at, at), at)
    if scene.rule == "claim-that":
        return _front(scene, at, start, end) or _noun_verb(scene, at, start, end)
    if scene.rule != "claim-about":
        return end
    if "to" in scene.kinds[start]:
        return _noun_verb(scene, at, start, end)
    about = reading.groups.beginning(start)
    if about is not None and _is_time(scene, about):
        return start  # their forecast for the second time
    return min(end, phrases.behind(reading, start, scene.high))


def _front(scene: Scene, noun: int, start: int, end: int) -> int | None:
    """Where a content ends whose noun stands in an adverbial in front: Amid claims [that it was over], Ann Lee left."""
    reading = scene.reading
    group = reading.groups.around(noun)
    first = scene.low if group is None else group.start - 1
    if group is None or first != scene.low:
        return None
    commas = (place for place in range(start, end) if "comma" in scene.kinds[place])
    return next((place for place in commas if place + 1 in reading.syntax.clause_of_subject), None)


def _behind_noun(scene: Scene, at: int, shape: Shape) -> tuple[int, Range] | None:
    """The source named after a noun: a claim [by Ann Lee] that it was over."""
    source = shape.cue_end + 1, shape.content
    whole = phrases.behind(scene.reading, *source) == source[1]
    return (at, source) if whole else None


def _owned(scene: Scene, at: int, cue: Cue, shape: Shape) -> tuple[int, Range | None] | None:
    """The start of a noun's group after its owner, and the owner: [Ann Lee]'s recent claim, [her] claim."""
    reading, kinds = scene.reading, scene.kinds
    group = reading.groups.around(at)
    first = scene.reading.back({"adverb"}, max(scene.low, at if group is None else group.start), scene.low)
    start = at  # his earlier claim
    while start > first and not kinds[start - 1] >= GENITIVE and reading.lower(start - 1) not in _POSSESSIVES:
        start -= 1
    if start > scene.low and reading.lower(start - 1) in _POSSESSIVES:
        return start, (start - 1, start)
    if start > scene.low and kinds[start - 1] >= GENITIVE:
        owner = _owner(scene, start - 1)
        return (start, (owner, start - 1)) if owner < start - 1 else None
    if "unowned" not in cues.tags(cue.lemma):
        return None
    told = scene.rule == "claim-that" and scene.frames.explains(at, shape.content)
    return (at, None) if told or scene.rule == "claim-is-that" else None


def _issued(scene: Scene, at: int, group: Group | None, shape: Shape) -> tuple[int, Range] | None:
    """Where the verb begins whose object a noun is, and who puts it out: Ann Lee [made the argument] that it was."""
    reading = scene.reading
    verb = None if group is None or group.head != at else reading.groups.before(group.start)
    if verb is None or scene.rule != "claim-that" or shape.content > shape.cue_end \
            or _ISSUING.isdisjoint(lemmas(reading.lower(verb.head))):
        return None
    predicate = scene.predicates.at(verb.head)
    source = None if predicate is None or predicate.passive else scene.predicates.source(predicate, None)
    if predicate is None or source is None or scene.frames.is_thing(source.range) \
            or not scene.frames.explains(at, shape.content):
        return None
    return predicate.start, source.range


def _owner(scene: Scene, clitic: int) -> int:
    """Where whoever owns something begins: [the new mayor]'s claim."""
    kinds, owner = scene.kinds, clitic
    while owner > scene.low and kinds[owner - 1] & _OWNERS and "determiner" not in kinds[owner] \
            and not scene.reading.word_class(owner - 1).startswith(_NO_OWNER):
        owner -= 1
    return owner


def _is_time(scene: Scene, group: Group) -> bool:
    """Whether a noun group tells when: for the second time."""
    return "time" in group.tags or scene.reading.lower(group.head) in ("time", "times")


def _noun_verb(scene: Scene, noun: int, start: int, end: int) -> int:
    """The end of a content whose noun is a subject: the claim [that it was over] was false."""
    verb = scene.frames.verb_of(noun)
    while verb is not None and "adverb" in scene.kinds[verb - 1]:
        verb -= 1
    return verb if verb is not None and start + 2 < verb < end else end
