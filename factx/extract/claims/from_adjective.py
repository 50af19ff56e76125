"""Statements that an adjective introduces: Ann Lee is sure that it is over; residents are worried about the dam.

A noun after "of" may do the work of one: Ann Lee is of the view that it is over.
"""

from __future__ import annotations

from typing import Final

from factx.extract.claims import cues
from factx.extract.claims.content_end import content_end
from factx.extract.claims.cues import Cue
from factx.extract.claims.reading import Range
from factx.extract.claims.sentence import Parts, Scene
from factx.extract.claims.shapes import Shape
from factx.lexicon.inflection import lemmas

_LINKING: Final = frozenset("remain feel become seem sound stay grow".split())
"""Verbs that tell what somebody is, beside "be"."""
_ABOUT: Final = frozenset({"about", "of"})
"""The prepositions that introduce what somebody is sure or worried about."""
_UNSURE: Final = frozenset({"whether", "if", "how"})
_NOTHING: Final = frozenset({"it", "this", "that"})
"""Content that says nothing by itself: they are sure of it."""


def feeling(scene: Scene, at: int, shape: Shape) -> tuple[Cue, Parts] | None:
    """The statement whose cue is the adjective or the noun `at`, after a verb that links it to its subject."""
    word, first = scene.reading.lower(at), at
    if scene.rule == "is-of-the-view":
        while scene.reading.lower(first) != "of":
            first -= 1
    cue, verb = cues.adjective(word) or cues.noun(word), _linking(scene, first)
    predicate = None if cue is None or verb is None else scene.predicates.at(verb)
    if cue is None or verb is None or predicate is None or predicate.participle:
        return None
    source = scene.predicates.source(predicate, None)
    found = _content(scene, at, verb, source.range) if source is not None else None
    if source is None or found is None:
        return None
    end, content = found
    return cue, Parts(predicate.start, end, source.range, [content])


def _linking(scene: Scene, at: int) -> int | None:
    """The last verb of the group that says of somebody what the adjective `at` means: is sure, remains worried."""
    verbs = scene.reading.syntax.clause_of_verb
    if (own := verbs.get(at)) is not None and own.verb.start < at:
        return at if "passive" in own.verb.tags else None  # a participle: is concerned
    verb = scene.reading.back({"adverb"}, at, scene.low) - 1
    clause = verbs.get(verb)
    if clause is None:
        return None
    links = "copula" in clause.verb.tags or not _LINKING.isdisjoint(lemmas(scene.reading.lower(verb)))
    return verb if links else None


def _content(scene: Scene, at: int, verb: int, source: Range) -> tuple[int, Range] | None:
    """Where the cue ends, and the clause or the thing after it that somebody is sure of."""
    reading, after = scene.reading, at + 1
    if reading.lower(after) in _ABOUT:
        thing = content_end(reading, after + 1, scene.high, source, verb)
        vague = reading.lower(after + 1) in _NOTHING and bool(scene.kinds[after + 2] & {"comma", "stop", "conjunction"})
        return None if thing <= after + 1 or vague else (after + 1, (after + 1, thing))
    clause = reading.syntax.clause_of_subject.get(after)
    opens = "that" in scene.kinds[after] and _has_verb(scene, after) or reading.lower(after) in _UNSURE
    if not opens and clause is None:
        return None
    end = content_end(reading, after, scene.high, source, verb)
    return (after, (after, end)) if end > after + 1 else None


def _has_verb(scene: Scene, that: int) -> bool:
    """Whether a clause with a subject and a verb of its own follows "that"."""
    return any(
        clause.subject is not None and clause.subject.start > that and clause.kind != "relative"
        for clause in scene.reading.clauses_behind(that + 1)
    )
