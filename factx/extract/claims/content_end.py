"""Finds the end of the content that a cue introduces.

Nothing marks the end of indirect speech but its sentence's. It may end earlier where a comma, a dash or a conjunction
stands (boundaries.py). There a rule decides (going_on_rules.py, end_rules.py) or, where none has a say, what is
observed is weighed in the open: lexicon/content-end.txt lists it, fitted by tests/tools/fit_content_end.py. The first
place where the weights add up to nothing or more ends the content.
"""

from __future__ import annotations

from functools import cache

from factx import lexicon
from factx.extract.claims import cues, quoted
from factx.extract.claims.boundaries import Content
from factx.extract.claims.end_rules import contrasts, verdict
from factx.extract.claims.kinds import GENITIVE, OWNING, PARTING, Kinds
from factx.extract.claims.reading import Reading

_SENTENCE_ENDS: Kinds = frozenset({"stop", "end", "colon"})


def content_end(reading: Reading, start: int, stop: int, source: tuple[int, int], cue: int) -> int:
    """The token after the content that starts at `start`; its sentence ends at `stop`."""
    end = _without_bracket(reading, start, reading.back(_SENTENCE_ENDS, stop, start))
    end = next((at for at in reading.quotations_in(start + 1, end) if quoted.is_unparted(reading, at)), end)
    spoken = quoted.content_end(reading, start, end, cue)
    if spoken is not None:
        return spoken
    named = reading.lower(source[0] - 1) == "what" and _names(reading, cue)
    inside = reading.find({"relative"}, max(cue - 3, 0), cue) is not None or _modifies(reading, source, cue)
    if inside:
        end = _outer_verb(reading, start, end, cue)
    verbal = "cue" in reading.kinds[cue] or cue in reading.syntax.clause_of_verb
    if named or inside or not verbal or reading.kinds[cue - 1] & OWNING:
        end = _main_verb(reading, start, end, named=named)
    for place in Content(reading, start, end, cue).places():
        said = verdict(place)
        if said or said is None and weight(place.observed) >= 0:
            return _before_relative(reading, start, place.at)
    return end


def _without_bracket(reading: Reading, start: int, end: int) -> int:
    """The end of a content without the bracket that closes around its whole sentence: (Ann Lee says it is over.)"""
    words = reading.words
    if end <= start or words[end - 1][:1] != ")" or any(words[place][:1] == "(" for place in range(start, end)):
        return end
    return reading.back(_SENTENCE_ENDS, end - 1, start)


def _before_relative(reading: Reading, start: int, at: int) -> int:
    """The end of a content without a relative whose clause goes on: She thanked the nurses[, who], she said, ..."""
    if "relative" not in reading.kinds[at - 1]:
        return at
    noun = at - 2 if "comma" in reading.kinds[at - 2] else at - 1
    return noun if noun > start else at


def others_say(reading: Reading, start: int, stop: int, cue: int) -> int:
    """The token at which others begin to say something else: It is shut[, but clerks say it will open]; else `stop`."""
    return next((place.at for place in Content(reading, start, stop, cue).places() if contrasts(place)), stop)


@cache
def weight(observed: frozenset[str]) -> float:
    """The sum of the weights of all observations at a place; 0 and above ends the content."""
    return round(sum([each for needed, each in _weights() if observed >= needed]), 2)


@cache
def _weights() -> list[tuple[frozenset[str], float]]:
    """The table: what must be observed, with its weight."""
    table = lexicon.load("content-end")["weight"]
    return [(frozenset(names.split(" & ")), float(given)) for names, given in table.items()]


def _modifies(reading: Reading, source: tuple[int, int], cue: int) -> bool:
    """Whether a participle tells more of the noun that opens a sentence: [Posts asking] for his name were shared."""
    opens = source[0] == reading.tokens.sentence_of(cue)[0]
    return opens and source[1] == cue and "ing" in reading.kinds[cue]


def _names(reading: Reading, cue: int) -> bool:
    """Whether a verb gives a name: what she called a farce, what she described as one."""
    known = cues.verb(reading.lower(cue))
    return known is not None and ("naming" in known.frames or reading.lower(cue + 1) == "as")


_PARTS: Kinds = frozenset({
    "comma", "break", "colon", "conjunction", "subordinator", "relative", "that", "pronoun", "quotation",
})
_NOT_FINITE = frozenset({"be", "been", "being", "having"})


def _outer_verb(reading: Reading, start: int, end: int, cue: int) -> int:
    """Where the verb of a subject stands that the cue is a part of: the clerk who reported [the call] recalled it."""
    for clause in reading.clauses_in(start + 1, end):
        if clause.subject is not None and clause.subject.end <= cue \
                and not reading.kinds[clause.verb.start - 1] & {"conjunction", "relative"}:
            place = clause.verb.start
            while place > start + 1 and reading.kinds[place - 1] & PARTING:
                place -= 1
            return place
    return end


def _main_verb(reading: Reading, start: int, end: int, *, named: bool) -> int:
    """The end of a content inside a subject, at the subject's verb: critics who say [the vote was rigged] have left.

    named: whether it is a name, and so has no verb of its own: what she called [a farce] was over.
    """
    finite, further = named or "to" in reading.kinds[start], False
    whole = "that" not in reading.kinds[start]
    for place in range(start, end):
        whole = whole or finite
        if whole and _resumes(reading, place, start, end):
            return place
        step = _step(reading, place)
        if step == "auxiliary" and finite and further:
            return place
        if step in ("auxiliary", "past"):
            finite, further = True, False
        elif step == "part":
            finite = False
        elif step == "word":
            further = True
    return end


def _resumes(reading: Reading, comma: int, start: int, end: int) -> bool:
    """Whether a subject gets its verb after a comma: The report, which says it is over[, was] late; [, stunned] us."""
    if "comma" not in reading.kinds[comma] or comma + 1 >= end:
        return False
    verb = next(iter(reading.clauses_in(comma + 1, comma + 2)), None)
    outer = verb is not None and "finite" in verb.verb.tags and verb.subject is not None and verb.subject.end <= start
    return outer or "auxiliary" in reading.kinds[comma + 1]


def _step(reading: Reading, place: int) -> str:
    """What a token is on the way from verb to verb: "auxiliary", "past" or "word"; "part" where another part begins.

    It is "" for what makes no difference: an adverb, an infinitive's verb.
    """
    kinds, kind = reading.kinds, reading.kinds[place]
    if kind & _PARTS and ("determiner" not in kind or "that" in kind):
        return "part"
    if "auxiliary" in kind and not kind >= GENITIVE:
        return "" if "to" in kinds[place - 1] or reading.lower(place) in _NOT_FINITE else "auxiliary"
    if "past" in kind and "pronoun" in kinds[place - 1] and "relative" not in kinds[place - 1]:
        return "past"
    return "" if "adverb" in kind else "word"
