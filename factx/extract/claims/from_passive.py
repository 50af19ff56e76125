"""Statements introduced by a passive: Ann Lee was accused by Tom Hall of fraud; she was told that it was over."""

from __future__ import annotations

from factx.extract.claims import phrases, quoted
from factx.extract.claims.content_end import content_end
from factx.extract.claims.cues import Cue
from factx.extract.claims.frames import wants_clause, wants_somebody
from factx.extract.claims.predicates import Predicate
from factx.extract.claims.reading import Range
from factx.extract.claims.sentence import Parts, Scene
from factx.extract.claims.shapes import Shape

_TOLD = frozenset({
    "said-that-outright", "said-that", "told-that", "said-quotation", "told-somebody", "told-outright", "vowed-to",
    "called-for",
})
"""The rules whose content a passive has too: was told that."""
_BARE = frozenset({"said-outright", "told-outright", "told-somebody", "said-something"})
"""The rules that match before a content that nothing marks."""
_GOVERNED = frozenset({"called-for", "told-to"})
"""The rules whose cue ends before what they match."""
_QUESTIONS = frozenset("if whether how why what who which".split())
"""What opens the content of a passive that asks: On Monday, she was asked [if] it was over."""
_JUDGING = ("accuses", "supports")


def passive(scene: Scene, cue: Cue, group: Predicate, shape: Shape) -> Parts | None:
    """The statement that a passive's rule makes; `by` gives the source."""
    if scene.rule == "said-in-those-years" or scene.rule == "vowed-to" and "mind" in cue.frames:
        return None  # the vote is expected to be close: by nobody
    source, behind = _agent(scene, cue, group.cue + 1 if scene.rule in _GOVERNED else shape.cue_end)
    if shape.place in ("ordered", "rumoured"):
        return _to_do(scene, group, shape, source)
    if shape.place == "before" and "hearer" in cue.frames and scene.reading.lower(behind) not in _QUESTIONS:
        return _heard(scene, group)
    begins = scene.predicates.complement(group) if source is None and scene.rule in _BARE else None
    if begins is not None:
        return _clause(scene, cue, group, begins)
    if source is not None and "that" in scene.kinds[behind]:
        # It was alleged by the mayor that the clerk had lied.
        return Parts(group.start, group.cue + 1, source, [(behind, _end(scene, group, behind, source))])
    if scene.rule == "vowed-to" and shape.content + 1 not in scene.reading.syntax.clause_of_verb:
        return None  # prizes were offered to different units
    if scene.rule in _TOLD or cue.stance == "asks":
        return _told(scene, group, shape, source, behind)
    return _judged(scene, cue, group, shape, source, behind)


def _to_do(scene: Scene, group: Predicate, shape: Shape, source: Range | None) -> Parts:
    """Residents were told to boil their water; the painting is said to have hung in a bank."""
    if shape.place == "ordered":
        content = shape.content, _end(scene, group, shape.content, source)
        return Parts(group.start, group.cue + 1, source, [content])
    content = shape.content, _end(scene, group, shape.content, None)
    front = _of_whom(scene, group)
    return Parts(group.start, shape.cue_end, None, [content] if front is None else [front, content])


def _of_whom(scene: Scene, group: Predicate) -> Range | None:
    """Of whom it is said: [Two men] are believed to have fled; [two men] left and are believed to have fled."""
    front = in_front(group)
    if front is not None:
        return front, group.start
    shared = group.clause.understood
    own = None if shared is None else scene.reading.syntax.clause_of_subject.get(shared.start)
    if shared is None or own is None or own.verb.start > group.start:
        return None
    return shared.start, scene.reading.back({"adverb"}, own.verb.start, shared.end)


def _agent(scene: Scene, cue: Cue, behind: int) -> tuple[Range | None, int]:
    """The agent, and the token after it: was accused [by Tom Hall] of fraud."""
    if scene.reading.lower(behind) != "by":
        return None, behind
    end = phrases.behind(scene.reading, behind + 1, scene.high, phrases=cue.stance not in _JUDGING)
    # Told by inspectors | last year.
    times = (group.start for group in scene.reading.groups.between(behind + 2, end) if "time" in group.tags)
    end = next((start for start in times if "preposition" not in scene.kinds[start - 1]), end)
    return ((behind + 1, end), end) if end > behind + 1 else (None, behind)


def _end(scene: Scene, group: Predicate, start: int, source: Range | None) -> int:
    """The end of a passive's content."""
    return content_end(scene.reading, start, scene.high, source or (group.start, group.start), group.cue)


def _told(scene: Scene, group: Predicate, shape: Shape, source: Range | None, behind: int) -> Parts | None:
    """She was told that it was over; was asked about it."""
    if behind >= scene.high or scene.kinds[behind] & {"comma", "stop"}:
        return None
    if scene.rule == "said-that" and scene.reading.lower(group.cue + 1) == "as":
        return None  # was seen as a sign that it was over
    asked = scene.rule == "said-on-a-day" and scene.reading.lower(shape.content) in _QUESTIONS  # was asked in May why
    later = shape.content > behind and "that" in scene.kinds[shape.content]  # told by a clerk in May that
    start = shape.content if (asked or scene.rule in _TOLD) and source is None or later else behind
    if scene.reading.lower(start) in ("about", "of"):
        start += 1
    end = _end(scene, group, start, source)
    return Parts(group.start, shape.cue_end, source, [(start, end)]) if end > start else None


def _clause(scene: Scene, cue: Cue, group: Predicate, begins: int) -> Parts | None:
    """It is understood [two men had left]; the court was told [the hall would close]."""
    subject = group.clause.subject
    nobody = subject is not None and "it" in subject.tags
    if not nobody and "hearer" not in cue.frames:
        return None
    return Parts(group.start, group.cue + 1, None, [(begins, _end(scene, group, begins, None))])


def _heard(scene: Scene, group: Predicate) -> Parts | None:
    """It was over, the court was told."""
    front = in_front(group)
    if front is None or front <= scene.low:
        return None
    content = quoted.before(scene.reading, front, scene.low)
    if content is None and "comma" in scene.kinds[front - 1]:
        content = scene.clause(front - 1)
    whole = content is not None and scene.whole(content) and not scene.subordinate(content)
    return Parts(group.start, group.cue + 1, None, [content]) if content is not None and whole else None


def _judged(
    scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Range | None, behind: int
) -> Parts | None:
    """Ann Lee was accused of fraud; the plan was called a farce by Tom Hall."""
    kinds, front = scene.kinds, in_front(group)
    if front is None or not _may_judge(cue, source):
        return None
    end = group.start
    while end > front + 1 and "comma" in kinds[end - 1]:
        end -= 1
    parts = [(front, end)]
    if scene.reading.lower(behind) in ("of", "for", "as"):
        last = _end(scene, group, behind, source or (front, group.start))
        parts += [(behind, last)] if last > behind + 1 else []
    return Parts(group.start, shape.cue_end, source, parts)


def _may_judge(cue: Cue, source: Range | None) -> bool:
    """Whether a passive without a clause can say something: not "it was attacked", "the body was found by them"."""
    if not cue.frames & {"thing", "naming"}:
        return False
    if source is not None:
        return not wants_clause(cue.lemma)
    return not wants_somebody(cue.lemma) and ("naming" in cue.frames or cue.stance in _JUDGING)


def in_front(group: Predicate) -> int | None:
    """The start of the subject in front of a predicate."""
    subject = group.clause.subject
    return subject.start if subject is not None and subject.start < group.start else None
