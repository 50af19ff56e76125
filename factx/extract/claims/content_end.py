"""Where the content that a cue brings in ends, by evidence that is counted in the open.

Nothing marks the end of indirect speech but its sentence's. It may end earlier where a comma, a dash or a conjunction
stands; what stands around each of these is evidence (boundaries.py), whose names are looked up in a table of weights
(lexicon/content-end.txt, fitted by tests/tools/fit_content_end.py), and the first place where they add up to
nothing or more ends the content.
"""

from __future__ import annotations

from factx import lexicon
from factx.extract.claims import cues, quoted
from factx.extract.claims.boundaries import LEADING, Evidence, candidates, names
from factx.extract.claims.end_rules import is_dash, place_of, verdict
from factx.extract.claims.reading import (
    ADVERB,
    AUXILIARY,
    BREAK,
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
    PRESENT,
    PRONOUN,
    QUOTATION,
    RELATIVE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TO,
    Reading,
)


class _Weights(dict[Evidence, int]):
    """What an observation weighs, in hundredths; one made before costs one look-up."""

    LIMIT = 100_000

    def __missing__(self, evidence: Evidence) -> int:
        if len(self) >= self.LIMIT:
            self.clear()
        named = lexicon.load("content-end")["weight"]
        weight = self[evidence] = sum([round(100 * float(named[name])) for name in names(evidence) if name in named])
        return weight


_WEIGHTS = _Weights()


_SENTENCE_ENDS = STOP | END
_OTHER_CLAUSE = CONJUNCTION | COMMA | PAST | PRESENT | AUXILIARY
_CLOSE = 6
"""Tokens in which an accused one and the word "of" stand."""
_OWNS = CLITIC | DETERMINER


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
    if named or front & RELATIVE or not kinds[cue] & CUE or kinds[cue - 1] & _OWNS:
        end = _main_verb(reading, start, end, named=named)
    # The vote - which critics say was rigged - is over.
    within = source[0] > 0 and kinds[source[0] - 1] & BREAK and is_dash(reading, source[0] - 1)
    fronted = _fronted(reading, start)
    for at, evidence in candidates(reading, start, end, source, cue):
        if fronted and kinds[at] & COMMA and kinds[at + 1] & _SUBJECTS and not kinds[at + 1] & _LINKING:
            fronted = False  # that if it rains, [they will stay]
            continue
        if within and is_dash(reading, at):
            return at
        if _charge_follows(reading, at, end, cue):
            continue
        if evidence[0][4:] == ("none",) and kinds[at + 1] & RELATIVE and any(
            each[:3] == ("behind", "resumes", "none") for each in evidence
        ):
            continue  # the plan, which he said was bad, would fail
        if sum(map(_WEIGHTS.__getitem__, evidence)) >= 0 or verdict(place_of(reading, start, at, end, cue, evidence)):
            return at
    return end


def _charge_follows(reading: Reading, at: int, end: int, cue: int) -> bool:
    """Whether what somebody is accused of stands behind a place: accused Warsaw on Thursday [of breaking its word]."""
    known = cues.verb(reading.lower(cue))
    if known is None or known.stance != "accuses" or at > cue + _CLOSE:
        return False
    for place in range(at, min(end, at + _CLOSE)):
        if reading.lower(place) == "of":
            return bool(reading.kinds[place + 1] & ING)
        if reading.kinds[place] & _OTHER_CLAUSE:
            return False
    return False


def _names(reading: Reading, cue: int) -> bool:
    """Whether a verb gives a name: what she called a farce, what she described as one."""
    known = cues.verb(reading.lower(cue))
    return known is not None and ("naming" in known.frames or reading.lower(cue + 1) == "as")


def _fronted(reading: Reading, start: int) -> bool:
    """Whether a content begins with a subordinate clause, behind which its main one follows."""
    first = start + 1 if reading.kinds[start] & THAT else start
    return bool(reading.kinds[first] & SUBORDINATOR) and reading.lower(first) in LEADING


_SUBJECTS = PERSON | SUBJECT | CAPITAL | NOMINAL | DETERMINER | PRONOUN
_LINKING = CONJUNCTION | ING | SUBORDINATOR | RELATIVE
_RESTS = COMMA | BREAK | COLON | CONJUNCTION | SUBORDINATOR | RELATIVE | THAT | PRONOUN | QUOTATION
_NOT_FINITE = frozenset({"be", "been", "being", "having"})


def _main_verb(reading: Reading, start: int, end: int, *, named: bool) -> int:
    """Where a content inside a subject meets its verb: critics who say [the vote was rigged] have left.

    named: whether it is a name, and so has no verb of its own: what she called [a farce] was over.
    """
    kinds = reading.kinds
    finite, further = named or bool(kinds[start] & TO), False
    whole = not kinds[start] & THAT
    for i in range(start, end):
        kind = kinds[i]
        whole = whole or finite
        if kind & COMMA and whole and i + 1 < end and kinds[i + 1] & AUXILIARY:
            return i  # "the report, which says it is over, was late"
        if kind & _RESTS and (not kind & DETERMINER or kind & THAT):
            finite = False
        elif kind & AUXILIARY and not (kind & CLITIC and kind & NOMINAL):
            if kinds[i - 1] & TO or reading.lower(i) in _NOT_FINITE:
                continue
            if finite and further:
                return i
            finite, further = True, False
        elif kind & PAST and kinds[i - 1] & PRONOUN and not kinds[i - 1] & RELATIVE:
            finite, further = True, False
        elif not kind & ADVERB:
            further = True
    return end
