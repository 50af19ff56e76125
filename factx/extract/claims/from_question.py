"""Questions that a participle without a subject reports: Asked about the leak, Ann Lee said the pumps had failed."""

from __future__ import annotations

from typing import Final

from factx.extract.claims import cues, phrases
from factx.extract.claims.boundaries import ends_with_comma
from factx.extract.claims.cues import Cue
from factx.extract.claims.kinds import Kinds
from factx.extract.claims.reading import Range
from factx.extract.claims.sentence import Parts, Scene
from factx.extract.claims.shapes import Shape

_VAGUE: Final[Kinds] = frozenset({"pronoun"})
_ADDING: Final[Kinds] = frozenset({"ing", "cue"})
_TIMES: Final = frozenset(["when", "if", "whenever"])
"""What may stand before the participle: Ann Lee, [when] asked."""


def asked(scene: Scene, at: int, shape: Shape) -> tuple[Cue, Parts] | None:
    """The question whose cue is the participle `at`: nobody says who asked, or "by" does."""
    cue, start = cues.verb(scene.reading.lower(at)), shape.content
    before = at - 1 if scene.reading.lower(at - 1) in _TIMES else at
    end = _end(scene, start, inserted="comma" in scene.kinds[before - 1])
    if cue is None or end <= start or end == start + 1 and scene.kinds[start] & _VAGUE:
        return None
    about = start if scene.reading.lower(start - 1) == "about" and start - 1 == shape.cue_end else shape.cue_end
    return cue, Parts(at, about, _asker(scene, shape.cue_end), [(start, end)], spoke=False)


def _asker(scene: Scene, by: int) -> Range | None:
    """Who asked: asked by [a reporter] if it was over; None where nobody says."""
    if scene.reading.lower(by) != "by":
        return None
    end = phrases.behind(scene.reading, by + 1, scene.high)
    return (by + 1, end) if end > by + 1 else None


def _end(scene: Scene, start: int, *, inserted: bool) -> int:
    """The end of a question: a comma after which its sentence's main clause begins; else that of the sentence.

    inserted: whether it stands between a subject and its verb: Ann Lee, asked about the leak[,] left.
    """
    commas = [place for place in range(start + 1, scene.high - 1) if _is_comma(scene, place)]
    opening = next((at for at in commas if _opens_clause(scene, at + 1, inserted=inserted)), None)
    if opening is None:
        opening = next((at for at in commas if _opens_noun(scene, at + 1)), None)
    if opening is None:
        return scene.stop(scene.high)
    return opening + 1 if scene.reading.is_quotation(opening) else opening


def _is_comma(scene: Scene, place: int) -> bool:
    """Whether a comma stands at a token, within the marks of a quotation too."""
    quoted = scene.reading.is_quotation(place) and ends_with_comma(scene.reading.words[place])
    return quoted or "comma" in scene.kinds[place]


def _opens_clause(scene: Scene, place: int, *, inserted: bool) -> bool:
    """Whether a clause that is no relative one begins at a token, or what else is said."""
    clause = scene.reading.syntax.clause_of_subject.get(scene.reading.skip({"adverb"}, place, scene.high))
    if clause is not None and clause.kind != "relative":
        return True
    verb = "auxiliary" in scene.kinds[place] or scene.reading.word_class(place) in ("past", "third")
    return inserted and verb or "quotation" in scene.kinds[place] or scene.kinds[place] >= _ADDING


def _opens_noun(scene: Scene, place: int) -> bool:
    """Whether a noun phrase begins at a token: only one in five [of those who left], said so."""
    group = scene.reading.groups.beginning(scene.reading.skip({"adverb"}, place, scene.high))
    return group is not None and group.kind == "noun" and group.tags.isdisjoint({"relative", "person"})
