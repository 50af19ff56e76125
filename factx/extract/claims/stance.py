"""What a cue does with the content it brings in: its own stance, turned by what stands around it."""

from __future__ import annotations

from factx.extract.claims import cues
from factx.extract.claims.cues import Cue
from factx.extract.claims.reading import END, Reading
from factx.model import Stance

_NEGATED: dict[Stance, Stance] = {"denies": "asserts", "doubts": "asserts"}
"""What a negated cue does: "did not deny" lets a thing stand; all others hold back."""
_DIRECTED: dict[tuple[str, str], Stance] = {
    ("call", "for"): "urges", ("call", "on"): "urges", ("call", "upon"): "urges", ("call", "out"): "accuses",
    ("agree", "with"): "supports", ("warn", "against"): "urges", ("push", "for"): "urges", ("press", "for"): "urges",
    ("argue", "against"): "denies", ("speak", "against"): "accuses", ("complain", "about"): "accuses",
    ("ask", "for"): "asks", ("respond", "to"): "asserts",
}
_BEARING = frozenset({"express", "voice", "raise", "convey", "articulate", "reiterate", "cast", "have", "offer", "repeat"})
"""Verbs that leave the stance to their object: expressed doubt."""


def stance(reading: Reading, group: tuple[int, int], at: int, cue: Cue) -> Stance:
    """The stance of the cue at token `at`, in its verb group."""
    helpers = [reading.lower(i) for i in range(group[0], at)]
    if any(cues.tags(helper) & {"declining"} for helper in helpers):
        return "declines"
    found = cue.stance
    following = reading.lower(at + 1) if at + 1 < len(reading.kinds) and not reading.kinds[at + 1] & END else ""
    found = _DIRECTED.get((cue.lemma, following), found)
    if cue.lemma in _BEARING:
        for i in range(at + 1, min(at + 5, len(reading.kinds))):
            noun = cues.noun(reading.lower(i))
            if noun is not None:
                found = noun.stance
                break
    if any("negation" in cues.tags(helper) for helper in helpers):
        return _NEGATED.get(found, "declines")
    return found
