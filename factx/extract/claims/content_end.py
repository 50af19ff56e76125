"""Where the content that a cue brings in ends, by evidence that is counted in the open.

Nothing marks the end of indirect speech but its sentence's. It may end earlier where a comma, a dash or a conjunction
stands; what stands around each of these is looked up in a table of weights (lexicon/content-end.txt, fitted by
tests/tools/fit_content_end.py), and the first whose weights add up to more than nothing ends the content.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factx import lexicon
from factx.extract.claims import cues
from factx.extract.claims.reading import (
    ADVERB,
    ASIDE,
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
    NOUNLIKE,
    PAIR,
    PAST,
    PERSON,
    PREPOSITION,
    PRESENT,
    PRONOUN,
    QUOTATION,
    RELATIVE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    Reading,
)

_CANDIDATE = COMMA | COLON | BREAK | CONJUNCTION | SUBORDINATOR | PREPOSITION
_WORDS = frozenset(
    "and but or which who while though although when after before because since if as even saying adding "
    "with including despite in on at for to by from during until unless where whose whom than not so yet then just "
    "only "
    "he she they it we i there that this these his her their some one according compared".split()
)
_OPENERS = frozenset("and but or while though although when after before as in on at during because since even with "
                     "so yet "
                     "who which where despite until".split())


@cache
def weights() -> dict[str, float]:
    return {name: float(value) for name, value in lexicon.load("content-end")["weight"].items()}


def content_end(reading: Reading, start: int, stop: int, source: tuple[int, int], cue: int) -> int:
    """The token behind the content that starts at `start`; its sentence ends at `stop`."""
    kinds = reading.kinds
    end = stop
    while end > start and kinds[end - 1] & (STOP | END):
        end -= 1
    table = weights()
    for at, evidence in candidates(reading, start, end, source, cue):
        if _certain(reading, at, end, cue, evidence):
            return at
        if sum(map(table.get, evidence, _ZEROS)) > 0:
            return at
    return end


_STARTS = THAT | DETERMINER | PRONOUN | PERSON | QUOTATION | SUBORDINATOR


def _certain(reading: Reading, at: int, end: int, cue: int, evidence: list[str]) -> bool:
    """Whether another statement begins here beyond doubt, whatever the weights say."""
    kinds = reading.kinds
    if evidence[0] == _STOPPED:
        return True
    if kinds[at] & ING:
        # Comma or not: challenged the result saying that ...
        return "link saying thing" in evidence and _speaks(reading, at, end)
    after = at + 1 if kinds[at] & COMMA else at
    if after > at and "new" in evidence and _trails(reading, after, end):
        return True
    if kinds[after] & CONJUNCTION:
        # The same verb again: said it was over and said it was late.
        after += 1
        while after < end and kinds[after] & ADVERB:
            after += 1
        return after < end and bool(kinds[after] & CUE) and reading.lower(after) == reading.lower(cue)
    if after > at and kinds[after] & RELATIVE and "new" in evidence:
        # Lee said it was since the vote, which critics say was rigged.
        for i in range(after + 1, min(end - 1, after + 8)):
            if kinds[i] & CUE:
                return bool(kinds[i + 1] & (AUXILIARY | PAST))
    return False


def _trails(reading: Reading, start: int, end: int) -> bool:
    """Whether a subject and a verb of saying end the sentence: ..., the campaign told reporters on Friday."""
    kinds = reading.kinds
    for i in range(start, min(end, start + 8)):
        if kinds[i] & CUE:
            return end - i <= 8 and not any(
                kind & (AUXILIARY | PAST | PRESENT | THAT | SUBJECT | COMMA | CONJUNCTION) for kind in kinds[i + 1:end]
            )
    return False


def _speaks(reading: Reading, at: int, end: int) -> bool:
    """Whether a participle begins a statement of its own."""
    tags = cues.tags(reading.lower(at))
    return "citing" in tags or "clause" in tags and at + 1 < end and bool(reading.kinds[at + 1] & _STARTS)


_STOPPED = "stop"
_BEFORE_NOUNS = AUXILIARY | PREPOSITION | COMMA | BREAK | CONJUNCTION | SUBORDINATOR
"""What stands in front of a form in -ing that is no participle of the words before."""
_ZEROS = (0.0,) * 64


_DISTANCES = (2, 6, 12, 25)


def candidates(
    reading: Reading, start: int, end: int, source: tuple[int, int], cue: int
) -> Iterator[tuple[int, list[str]]]:
    """Each token before which the content may end, with the evidence there."""
    kinds = reading.kinds
    clause = opening(reading, start)
    form = _form(kinds[cue])
    speaker = reading.lower(source[0]) if source[1] - source[0] == 1 and kinds[source[0]] & PRONOUN else "name"
    verbs = 0
    boundaries = 0
    for i in range(start, end):
        kind = kinds[i]
        if kind & (AUXILIARY | PAST):
            verbs += 1
        saying = kind & ING and kind & CUE and not kinds[i - 1] & _BEFORE_NOUNS
        if kind & STOP and i > start and reading.words[i].strip() == ".":
            # An abbreviation has its stop with it: this one ends a sentence, whatever follows.
            yield i, [_STOPPED]
            return
        if i == start or not (kind & _CANDIDATE or saying) or kind & ASIDE:
            continue
        mark = ""
        j = i
        if kind & (COMMA | COLON | BREAK):
            mark = reading.words[i].strip()
            mark = "-" if mark in ("–", "—", "―", "--", "-") else mark
            j = i + 1
        elif kinds[i - 1] & (COMMA | BREAK | COLON):
            continue
        if j >= end:
            continue
        word = reading.lower(j)
        if not mark and word not in _OPENERS and not saying:
            continue
        boundaries += 1
        kind = kinds[j]
        link = f"{mark}{word}" if word in _WORDS else f"{mark}{_class(kind)}"
        evidence = ["bias", f"link {link}", f"link {link} {clause}", f"mark {mark}"]
        k = j + 1 if kind & (CONJUNCTION | SUBORDINATOR | ADVERB | PREPOSITION | RELATIVE) and word in _WORDS else j
        while k < end and kinds[k] & ADVERB and not kinds[k] & PREPOSITION:
            k += 1
        following = kinds[k] if k < end else END
        cls = _class(following)
        evidence.append(f"next {link} {cls}")
        if following & SUBJECT:
            same = reading.lower(k) == speaker
            evidence.append(f"pronoun {link} {'same' if same else 'other' if speaker != 'name' else 'after name'}")
        if following & (PAST | PRESENT | AUXILIARY | ING):
            evidence.append(f"verb {form} {_form(following)} {mark}{'and' if kind & CONJUNCTION else ''}")
            evidence.append(f"verb {form} {_form(following)} {clause}")
            if following & CUE:
                evidence.append(f"cue {form} {_form(following)}")
                evidence.append(f"cue {link}")
        later = _later(kinds, k, end)
        evidence.append(f"later {link if kind & (CONJUNCTION | SUBORDINATOR | RELATIVE) else mark} {later}")
        evidence.append(f"done {link} {'verb' if verbs else 'none'}")
        evidence.append(f"clause {clause} {'verb' if verbs else 'none'} {mark}")
        if mark == ",":
            evidence.append(f"behind {_behind(kinds, k, end)} {'verb' if verbs else 'none'}")
            evidence.append(f"behind {_behind(kinds, k, end)} {cls}")
        if _new_claim(reading, k, end):
            evidence += ["new", f"new {link}", f"new {clause}"]
        distance = i - start
        evidence.append(f"distance {mark} {next((str(far) for far in _DISTANCES if distance <= far), 'far')}")
        evidence.append(f"order {min(boundaries, 4)}")
        if end - i < 4:
            evidence.append(f"tail {link}")
        yield i, evidence


def opening(reading: Reading, start: int) -> str:
    """What the content begins with, which tells a clause from a thing."""
    kind = reading.kinds[start]
    if kind & THAT:
        return "that"
    if kind & TO:
        return "to"
    if kind & SUBJECT:
        return "pronoun"
    if kind & QUOTATION:
        return "quotation"
    if kind & SUBORDINATOR:
        return "wh"
    # A noun group with a verb behind it is a clause.
    kinds = reading.kinds
    for i in range(start, min(start + 12, len(kinds))):
        if kinds[i] & (COMMA | STOP | END | BREAK | COLON | RELATIVE):
            break
        kind = kinds[i]
        following = kinds[i + 1] if i + 1 < len(kinds) else END
        if kind & AUXILIARY and not kind & CLITIC or (
            kind & PAST and not kind & NOMINAL and following & (DETERMINER | PRONOUN | TO | THAT | PERSON)
        ):
            return "clause"
    return "thing"


def _form(kind: int) -> str:
    if kind & AUXILIARY:
        return "auxiliary"
    if kind & ING:
        return "ing"
    if kind & PAST:
        return "past"
    return "present" if kind & PRESENT else "none"


def _class(kind: int) -> str:
    if kind & QUOTATION:
        return "quotation"
    if kind & PERSON:
        return "person"
    if kind & ING:
        return "saying" if kind & CUE else "ing"
    if kind & AUXILIARY:
        return "auxiliary"
    if kind & PAST:
        return "said" if kind & CUE else "past"
    if kind & SUBJECT:
        return "subject"
    if kind & DETERMINER:
        return "determiner"
    if kind & PRONOUN:
        return "pronoun"
    if kind & THAT:
        return "that"
    if kind & TO:
        return "to"
    if kind & PREPOSITION:
        return "preposition"
    if kind & PRESENT and not kind & NOMINAL:
        return "present"
    if kind & TIME:
        return "time"
    if kind & CAPITAL:
        return "capital"
    if kind & ADVERB:
        return "adverb"
    return "noun" if kind & NOMINAL else "other"


_SAYING = frozenset({"clause", "hearer"})
_SUBJECTS = PERSON | SUBJECT | CAPITAL | NOMINAL


def _new_claim(reading: Reading, start: int, end: int) -> bool:
    """Whether what follows brings in a statement of its own: a few words' subject, and a verb of saying."""
    kinds = reading.kinds
    for i in range(start, min(end, start + 7)):
        kind = kinds[i]
        if kind & CUE and kind & (PAST | PRESENT) and i > start and not kind & NOUNLIKE:
            return not cues.tags(reading.lower(i)).isdisjoint(_SAYING) and bool(kinds[i - 1] & _SUBJECTS)
        if kind & (COMMA | BREAK | COLON | STOP | PAST | ING | CONJUNCTION) or kind & AUXILIARY and not kind & CLITIC:
            return False
    return False


def _behind(kinds: list[int], start: int, end: int) -> str:
    """What follows the next comma: a verb, whose subject stands in front of both; or a list goes on."""
    for i in range(start, min(end, start + 24)):
        kind = kinds[i]
        if kind & PAIR and i > start and i - start < 6 and not any(k & (AUXILIARY | PAST) for k in kinds[start:i]):
            return "list"
        if kind & COMMA and i > start:
            following = kinds[i + 1] if i + 1 < end else END
            if following & AUXILIARY or following & PAST and not following & NOMINAL:
                return "resumes"
            return "comma"
    return "nothing"


def _later(kinds: list[int], start: int, end: int) -> str:
    """Whether a cue, another verb or none comes in what follows, before its next comma."""
    seen = "none"
    for i in range(start, min(end, start + 14)):
        kind = kinds[i]
        if kind & (COMMA | BREAK | COLON) and not kind & ASIDE and i > start:
            break
        if kind & CUE and kind & (PAST | PRESENT) and i > start and kinds[i - 1] & _SUBJECTS:
            return "cue"
        if kind & (AUXILIARY | PAST) and not kind & NOMINAL:
            seen = "verb"
    return seen
