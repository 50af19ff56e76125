"""Finds the stance of a claim: that of its cue, changed by the words around it."""

from __future__ import annotations

from bisect import bisect_left

from factx import lexicon
from factx.extract.claims import cues
from factx.extract.claims.cues import Cue
from factx.extract.claims.reading import Range, Reading
from factx.model import Stance

BE = lexicon.load("claims")["be"].keys() | {"'s"}

_NEGATED: dict[Stance, Stance] = {"denies": "asserts", "doubts": "asserts"}
"""What a negated cue does: "did not deny" lets a thing stand; all others hold back."""
_DIRECTED: dict[tuple[str, str], Stance] = {
    ("call", "for"): "urges", ("call", "on"): "urges", ("call", "upon"): "urges", ("call", "out"): "accuses",
    ("agree", "with"): "supports", ("warn", "against"): "urges", ("push", "for"): "urges", ("press", "for"): "urges",
    ("argue", "against"): "denies", ("speak", "against"): "accuses", ("complain", "about"): "accuses",
    ("ask", "for"): "asks", ("rule", "out"): "denies", ("respond", "to"): "asserts",
}
_HOLDING_BACK = frozenset({("short", "of"), ("no", "longer")})
"""Words in front of a cue that negate it."""
_LIGHT = frozenset({"reiterate", "repeat"})
_DEGREES = BE | {"more", "less", "most", "as"}
"""Before these "likely" is no adverb: is likely to."""
_UNNAMED = frozenset({"source", "sources"})
_HEARSAY = frozenset({"reports", "rumors", "rumours"})
"""Sources without a name, where nothing more is said of them."""
_FALSELY = frozenset({"falsely", "baselessly", "wrongly", "erroneously", "incorrectly", "misleadingly"})
"""Adverbs by which the writer denies what somebody says, where they stand at the cue."""
_GROUNDS = frozenset({"evidence", "proof", "basis", "foundation"})
_LACKING = frozenset("with citing offering providing giving presenting producing".split())
"""In front of "no" and the grounds that a claim has not."""
_LONGEST_UNNAMED = 3
_LONGEST_WHOLE = 6


def stance(reading: Reading, group: Range, at: int, cue: Cue, source: Range | None, ordering: bool) -> Stance:
    """The stance of the cue at token `at`, in its verb group; `ordering` where somebody else is to do the content."""
    found = _own_stance(reading, at, cue, ordering)
    if reading.lower(group[0] - 1) == "nor":
        return "declines"  # has neither confirmed nor denied
    held_back = (reading.lower(group[0] - 2), reading.lower(group[0] - 1)) in _HOLDING_BACK
    neither = source is not None and reading.lower(source[0]) == "neither"
    negated = held_back or neither  # stopped short of saying; no longer says; neither of them would say
    for i in range(group[0], at):
        word = reading.lower(i)
        tags = cues.tags(word)
        if "declining" in tags:
            return "declines"
        negated = negated or "negation" in tags or word == "neither"
    return _NEGATED.get(found, "declines") if negated else found


def _own_stance(reading: Reading, at: int, cue: Cue, ordering: bool) -> Stance:
    """A cue's stance with its preposition or noun, before anything negates it: call [for]; repeat a [doubt]."""
    if "bearing" in cue.frames or cue.lemma in _LIGHT:
        nouns = (cues.noun(reading.lower(i)) for i in range(at + 1, min(at + 5, len(reading.kinds))))
        if (noun := next(filter(None, nouns), None)) is not None:
            return noun.stance
    directed = _DIRECTED.get((cue.lemma, reading.lower(at + 1)))
    ordered: Stance = "urges" if ordering and cue.stance in ("asserts", "asks") else cue.stance
    return directed or ordered


def hedges(
    reading: Reading, group: Range, cue: int, source: Range | None, parts: list[Range], places: list[int]
) -> list[Range]:
    """The words that weaken a statement, outside quotations: "reportedly", "sources said"; `places` of candidates."""
    found: list[Range] = []
    for start, end in (group, *parts) if places else ():
        place = bisect_left(places, start)
        while place < len(places) and (i := places[place]) < end:
            likely = reading.lower(i) == "likely" and reading.lower(i - 1) in _DEGREES
            if i != cue and not likely and reading.lower(i + 1) != "to":
                found.append((i, i + 1))
            place += 1
    found += [(i, i + 1) for i in range(*group) if reading.lower(i) in _FALSELY]
    if (baseless := without_evidence(reading, group[1])) is not None:
        found.append(baseless)
    if source is not None and (hearsay := _hearsay(reading, group, source)) is not None:
        found.append(hearsay)
    return sorted(found)


def without_evidence(reading: Reading, after: int) -> Range | None:
    """The words at a token, or behind a comma there, by which a claim has no grounds: without giving any evidence."""
    start = after + 1 if "comma" in reading.kinds[after] else after
    words = [reading.lower(place) for place in range(start, min(start + _LONGEST_WHOLE, len(reading.words)))]
    lacks = words[:1] == ["without"] or words[1:2] == ["no"] and words[0] in _LACKING
    found = next((number for number, word in enumerate(words) if word in _GROUNDS), None)
    return (start, start + found + 1) if lacks and found else None


def _hearsay(reading: Reading, group: Range, source: Range) -> Range | None:
    """A source without a name, with its verb: sources said."""
    words, head = source[1] - source[0], reading.lower(source[1] - 1)
    if words > _LONGEST_UNNAMED or head not in _UNNAMED and (head not in _HEARSAY or words > 1):
        return None
    whole = min(source[0], group[0]), max(source[1], group[1])
    return whole if whole[1] - whole[0] <= _LONGEST_WHOLE else None
