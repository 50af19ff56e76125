"""What a cue does with the content it brings in: its own stance, turned by what stands around it."""

from __future__ import annotations

from bisect import bisect_left

from factx import lexicon
from factx.extract.claims import cues
from factx.extract.claims.cues import Cue
from factx.extract.claims.reading import Reading
from factx.model import Stance

Range = tuple[int, int]

BE = lexicon.load("claims")["be"].keys() | {"'s"}

_NEGATED: dict[Stance, Stance] = {"denies": "asserts", "doubts": "asserts"}
"""What a negated cue does: "did not deny" lets a thing stand; all others hold back."""
_DIRECTED: dict[tuple[str, str], Stance] = {
    ("call", "for"): "urges", ("call", "on"): "urges", ("call", "upon"): "urges", ("call", "out"): "accuses",
    ("agree", "with"): "supports", ("warn", "against"): "urges", ("push", "for"): "urges", ("press", "for"): "urges",
    ("argue", "against"): "denies", ("speak", "against"): "accuses", ("complain", "about"): "accuses",
    ("ask", "for"): "asks", ("rule", "out"): "denies", ("respond", "to"): "asserts",
}
_DIRECTABLE = frozenset(lemma for lemma, _ in _DIRECTED)
_LIGHT = frozenset({"reiterate", "repeat"})
_DEGREES = BE | {"more", "less", "most", "as"}
"""Before these "likely" is no adverb: is likely to."""
_UNNAMED = frozenset({"source", "sources"})
_HEARSAY = frozenset({"reports", "rumors", "rumours"})
"""Sources without a name, where nothing more is said of them."""
_LONGEST_WHOLE = 6
_NEGATING = frozenset({"short", "neither"})
"""Words in a verb group that negate it, beside "not": stopped short of saying; neither confirmed nor denied."""


def stance(reading: Reading, group: Range, at: int, cue: Cue, source: Range | None, ordering: bool) -> Stance:
    """The stance of the cue at token `at`, in its verb group; `ordering` where somebody else is to do the content."""
    found: Stance = "urges" if ordering and cue.stance in ("asserts", "asks") else cue.stance
    if group[0] and reading.lower(group[0] - 1) == "nor":
        return "declines"  # has neither confirmed nor denied
    negated = source is not None and reading.lower(source[0]) == "neither"  # neither of them would say
    for i in range(group[0], at):
        word = reading.lower(i)
        tags = cues.tags(word)
        if "declining" in tags:
            return "declines"
        negated = negated or "negation" in tags or word in _NEGATING
    if cue.lemma in _DIRECTABLE and "end" not in reading.kinds[at + 1]:
        found = _DIRECTED.get((cue.lemma, reading.lower(at + 1)), found)
    if "bearing" in cue.frames or cue.lemma in _LIGHT:
        for i in range(at + 1, min(at + 5, len(reading.kinds))):
            noun = cues.noun(reading.lower(i))
            if noun is not None:
                found = noun.stance
                break
    return _NEGATED.get(found, "declines") if negated else found


def hedges(
    reading: Reading, group: Range, cue: int, source: Range | None, parts: list[Range], places: list[int]
) -> list[Range]:
    """What weakens a statement, outside quotations: "reportedly", "sources said"; `places` are those of such words."""
    found: list[Range] = []
    for start, end in (group, *parts) if places else ():
        place = bisect_left(places, start)
        while place < len(places) and (i := places[place]) < end:
            likely = reading.lower(i) == "likely" and reading.lower(i - 1) in _DEGREES
            if i != cue and not likely and reading.lower(i + 1) != "to":
                found.append((i, i + 1))
            place += 1
    if source is not None and source[1] - source[0] <= 3:
        head = reading.lower(source[1] - 1)
        if head in _UNNAMED or head in _HEARSAY and source[1] - source[0] == 1:
            whole = min(source[0], group[0]), max(source[1], group[1])
            if whole[1] - whole[0] <= _LONGEST_WHOLE:
                found.append(whole)
    return sorted(found) if len(found) > 1 else found
