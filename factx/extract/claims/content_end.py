"""Where the content that a cue brings in ends.

Nothing marks the end of indirect speech but its sentence's. It may end earlier where a comma, a dash or a conjunction
stands (boundaries.py). There a rule decides (end_rules.py) or, where none has a say, what is observed is weighed in the
open: lexicon/content-end.txt lists it, fitted by tests/tools/fit_content_end.py. The first place where the weights add
up to nothing or more ends the content.
"""

from __future__ import annotations

from functools import cache

from factx import lexicon
from factx.extract.claims import cues, quoted
from factx.extract.claims.boundaries import Content
from factx.extract.claims.end_rules import contrasts, verdict
from factx.extract.claims.kinds import Kinds
from factx.extract.claims.reading import Reading

_SENTENCE_ENDS: Kinds = frozenset({"stop", "end"})
_PARTING: Kinds = frozenset({"comma", "break"})
_OWNS: Kinds = frozenset({"clitic", "determiner"})


def content_end(reading: Reading, start: int, stop: int, source: tuple[int, int], cue: int) -> int:
    """The token behind the content that starts at `start`; its sentence ends at `stop`."""
    kinds = reading.kinds
    end = stop
    while end > start and kinds[end - 1] & _SENTENCE_ENDS:
        end -= 1
    spoken = quoted.content_end(reading, start, end, cue)
    if spoken is not None:
        return spoken
    # The three tokens in front show whether the cue is a noun, or a relative clause's verb.
    front = kinds[cue - 1] | kinds[cue - 2] | kinds[cue - 3] if cue > 2 else kinds[0] | kinds[cue - 1]
    named = source[0] > 0 and reading.lower(source[0] - 1) == "what" and _names(reading, cue)
    if named or "relative" in front or "cue" not in kinds[cue] or kinds[cue - 1] & _OWNS:
        end = _outer_verb(reading, start, end, cue) if "relative" in front else end
        end = _main_verb(reading, start, end, named=named)
    for place in Content(reading, start, end, cue).places():
        said = verdict(place)
        if said or said is None and weight(place.observed) >= 0:
            return place.at
    return end


def others_say(reading: Reading, start: int, stop: int, cue: int) -> int:
    """The token at which others begin to say something else: It is shut[, but clerks say it will open]; else `stop`."""
    return next((place.at for place in Content(reading, start, stop, cue).places() if contrasts(place)), stop)


@cache
def weight(observed: frozenset[str]) -> float:
    """What all that is observed at a place weighs together: at 0 and above it ends the content."""
    return round(sum([each for needed, each in _weights() if observed >= needed]), 2)


@cache
def _weights() -> list[tuple[frozenset[str], float]]:
    """The table: what must be observed, with its weight."""
    table = lexicon.load("content-end")["weight"]
    return [(frozenset(names.split(" & ")), float(given)) for names, given in table.items()]


def _names(reading: Reading, cue: int) -> bool:
    """Whether a verb gives a name: what she called a farce, what she described as one."""
    known = cues.verb(reading.lower(cue))
    return known is not None and ("naming" in known.frames or reading.lower(cue + 1) == "as")


_RESTS: Kinds = frozenset({
    "comma", "break", "colon", "conjunction", "subordinator", "relative", "that", "pronoun", "quotation",
})
_NOT_FINITE = frozenset({"be", "been", "being", "having"})


def _outer_verb(reading: Reading, start: int, end: int, cue: int) -> int:
    """Where the verb of a subject stands that the cue is a part of: the clerk who reported [the call] recalled it."""
    for clause in reading.clauses_in(start + 1, end):
        if clause.subject is not None and clause.subject.end < cue and "finite" in clause.verb.tags \
                and not reading.kinds[clause.verb.start - 1] & {"conjunction", "relative"}:
            place = clause.verb.start
            while place > start + 1 and reading.kinds[place - 1] & _PARTING:
                place -= 1
            return place
    return end


def _main_verb(reading: Reading, start: int, end: int, *, named: bool) -> int:
    """Where a content inside a subject meets its verb: critics who say [the vote was rigged] have left.

    named: whether it is a name, and so has no verb of its own: what she called [a farce] was over.
    """
    kinds = reading.kinds
    finite, further = named or "to" in kinds[start], False
    whole = "that" not in kinds[start]
    for i in range(start, end):
        kind = kinds[i]
        whole = whole or finite
        if "comma" in kind and whole and i + 1 < end and "auxiliary" in kinds[i + 1]:
            return i  # "the report, which says it is over, was late"
        if kind & _RESTS and ("determiner" not in kind or "that" in kind):
            finite = False
        elif "auxiliary" in kind and not ("clitic" in kind and "nominal" in kind):
            if "to" in kinds[i - 1] or reading.lower(i) in _NOT_FINITE:
                continue
            if finite and further:
                return i
            finite, further = True, False
        elif "past" in kind and "pronoun" in kinds[i - 1] and "relative" not in kinds[i - 1]:
            finite, further = True, False
        elif "adverb" not in kind:
            further = True
    return end
