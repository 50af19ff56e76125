"""The places where a content may end, and the evidence at each: what stands before and behind it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

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


LEADING = frozenset("when while as if although though because since after before until unless once whereas".split())
"""What may open a clause that stands before the main one."""

Evidence: TypeAlias = tuple[str, ...]
"""One observation: its sort, and what was seen."""

_NAMES = {
    # link, clause, mark, whether a verb has been
    "at": ("bias", "link {0}", "link {0} {1}", "mark {2}", "done {0} {3}", "clause {1} {3} {2}"),
    "next": ("next {0} {1}",),  # link, class
    "pronoun": ("pronoun {0} {1}",),  # link, whose
    "verb": ("verb {0} {1} {2}", "verb {0} {1} {3}"),  # the cue's form, this one's, mark and conjunction, clause
    "cue": ("cue {0} {1}", "cue {2}"),  # the cue's form, this one's, link
    "later": ("later {0} {1}",),  # link or mark, what comes
    "behind": ("behind {0} {1}", "behind {0} {2}"),  # what comes, whether a verb has been, class
    "place": ("distance {0} {1}", "order {2}"),  # mark, distance, number
    "tail": ("tail {0}",),  # link
    "lemma": ("lemma {0} {1} {2}",),  # the cue's, whether its content is a thing, whether a mark stands here
    "under": ("under {0}", "under mark {1}", "under {1} {2}"),  # link, mark, whether a verb has been
    "new": ("new", "new {0}", "new {1}"),  # link, clause
    "stop": ("stop",),
}
"""The names of each sort's weights: what was seen is counted alone, or with something else."""


def names(evidence: Evidence) -> list[str]:
    """The keys in the weight table for one piece of evidence."""
    return [name.format(*evidence[1:]) for name in _NAMES[evidence[0]]]


STOPPED: Evidence = ("stop",)
_BEFORE_NOUNS = AUXILIARY | PREPOSITION | COMMA | BREAK | CONJUNCTION | SUBORDINATOR
"""What stands in front of a form in -ing that is no participle of the words before."""
_MARK = COMMA | COLON | BREAK
_LINK = CONJUNCTION | SUBORDINATOR | ADVERB | PREPOSITION | RELATIVE
_NUMBERS = "01234"
_VERB = AUXILIARY | PAST
_FORM = _VERB | PRESENT | ING
_SEEN = _CANDIDATE | _VERB | ING | STOP
"""What is looked at on the way; all else is passed over."""
_CLAUSE_LINK = CONJUNCTION | SUBORDINATOR | RELATIVE
DASHES = frozenset({"–", "—", "―", "--", "-"})
_DISTANCES = ("2",) * 3 + ("6",) * 4 + ("12",) * 6 + ("25",) * 13
"""Tokens from the content's start: at most so many; beyond them all it is far."""


def candidates(
    reading: Reading, start: int, end: int, source: tuple[int, int], cue: int
) -> Iterator[tuple[int, list[Evidence]]]:
    """Each token before which the content may end, with the evidence there."""
    kinds, words, lower = reading.kinds, reading.words, reading.lower
    clause = form = lemma = speaker = ""
    under = False
    has = "none"
    boundaries = 0
    for i in range(start, end):
        kind = kinds[i]
        parted = bool(kinds[i - 1] & QUOTATION) and i > start and ends_with_comma(words[i - 1])
        if not kind & _SEEN and not parted:
            continue
        if kind & _VERB:
            has = "verb"
        if i == start:
            continue
        if kind & STOP and words[i].strip() == "." and not (words[i] == "." and words[i + 1][:1].isalnum()):
            # An abbreviation has its stop with it: this one ends a sentence, whatever follows.
            yield i, [STOPPED]
            return
        saying = kind & ING and kind & CUE and not kinds[i - 1] & _BEFORE_NOUNS
        if not (kind & _CANDIDATE or saying or parted) or kind & ASIDE:
            continue
        mark = ""
        j = i
        if kind & _MARK:
            mark = words[i].strip()
            mark = "-" if mark in DASHES else mark
            j = i + 1
        elif parted:
            mark = ","
        elif kinds[i - 1] & _MARK:
            continue
        if j >= end:
            continue
        word = lower(j)
        if not mark and word not in _OPENERS and not saying:
            continue
        if not boundaries:  # many contents have none
            clause, form, lemma = opening(reading, start), _form(kinds[cue]), _lemma(lower(cue))
            under = _subordinate(reading, source[0])
            speaker = lower(source[0]) if source[1] - source[0] == 1 and kinds[source[0]] & PRONOUN else "name"
        boundaries += 1
        kind = kinds[j]
        known = word in _WORDS
        link = f"{mark}{word if known else _class(kind)}"
        k = j + 1 if known and kind & _LINK else j
        while k < end and kinds[k] & ADVERB and not kinds[k] & PREPOSITION:
            k += 1
        following = kinds[k] if k < end else END
        cls = _class(following)
        far = _DISTANCES[i - start] if i - start < len(_DISTANCES) else "far"
        evidence: list[Evidence] = [
            ("at", link, clause, mark, has),
            ("next", link, cls),
            ("later", link if kind & _CLAUSE_LINK else mark, _later(kinds, k, end)),
            ("place", mark, far, _NUMBERS[min(boundaries, 4)]),
        ]
        if following & SUBJECT:
            whose = "same" if lower(k) == speaker else "other" if speaker != "name" else "after name"
            evidence.append(("pronoun", link, whose))
        if following & _FORM:
            this = _form(following)
            evidence.append(("verb", form, this, f"{mark}and" if kind & CONJUNCTION else mark, clause))
            if following & CUE:
                evidence.append(("cue", form, this, link))
        if mark == ",":
            evidence.append(("behind", _behind(kinds, k, end), has, cls))
        evidence.append(("lemma", lemma, clause if clause == "thing" else "clause", "mark" if mark else "word"))
        if under:
            evidence.append(("under", link, mark, has))
        if end - i < 4:
            evidence.append(("tail", link))
        if opens_claim(reading, k, end):
            evidence.append(("new", link, clause))
        yield i, evidence


def ends_with_comma(quotation: str) -> bool:
    """Whether a comma stands within the marks at a quotation's end, where it parts the words around: was "mad," and."""
    return quotation.rstrip("\"”’'» ")[-1:] == ","


def _lemma(word: str) -> str:
    known = cues.verb(word)
    return known.lemma if known else "noun"


_FEW = 3
"""Words, at most, between a subordinator and the source that it governs."""


def _subordinate(reading: Reading, source: int) -> bool:
    """Whether the source stands in a clause that a main clause may follow: If the mayor says it is over, we go."""
    kinds = reading.kinds
    for i in range(source - 1, max(source - 1 - _FEW, -1), -1):
        kind = kinds[i]
        if kind & (END | COMMA):
            return False
        if kind & SUBORDINATOR and reading.lower(i) in LEADING:
            return True
    return False


_CLAUSE_END = COMMA | STOP | END | BREAK | COLON | RELATIVE
_TELLING = _CLAUSE_END | _VERB


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
        kind = kinds[i]
        if not kind & (_TELLING | ING):
            continue
        if kind & _CLAUSE_END or kind & ING and kind & CUE and i > start and not kind & AUXILIARY:
            break  # defended the plan saying it was
        following = kinds[i + 1] if i + 1 < len(kinds) else END
        if kind & AUXILIARY and not kind & CLITIC or (
            kind & PAST and not kind & NOMINAL and following & (DETERMINER | PRONOUN | TO | THAT | PERSON)
        ):
            return "clause"
    return "thing"


@cache
def _form(kind: int) -> str:
    if kind & AUXILIARY:
        return "auxiliary"
    if kind & ING:
        return "ing"
    if kind & PAST:
        return "past"
    return "present" if kind & PRESENT else "none"


@cache
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


SAYING = frozenset({"clause", "hearer"})
_SUBJECTS = PERSON | SUBJECT | CAPITAL | NOMINAL | ASIDE
_NO_SUBJECT = COMMA | BREAK | COLON | STOP | PAST | ING | CONJUNCTION
_SUBJECT_ENDS = _NO_SUBJECT | CUE | AUXILIARY


def opens_claim(reading: Reading, start: int, end: int) -> bool:
    """Whether what follows brings in a statement of its own: a few words' subject, and a verb of saying."""
    kinds = reading.kinds
    for i in range(start, min(end, start + 7)):
        kind = kinds[i]
        if not kind & _SUBJECT_ENDS:
            continue
        verb = kind & CUE and kind & (PAST | PRESENT) and i > start
        if verb and (not kind & NOUNLIKE or i in reading.syntax.clause_of_verb):
            return not cues.tags(reading.lower(i)).isdisjoint(SAYING) and bool(kinds[i - 1] & _SUBJECTS)
        if kind & _NO_SUBJECT or kind & AUXILIARY and not kind & CLITIC:
            return False
    return False


_LISTING = PAIR | COMMA


def _behind(kinds: list[int], start: int, end: int) -> str:
    """What follows the next comma: a verb, whose subject stands in front of both; or a list goes on."""
    for i in range(start, min(end, start + 24)):
        kind = kinds[i]
        if not kind & _LISTING:
            continue
        if kind & PAIR and i > start and i - start < 6 and not any(k & _VERB for k in kinds[start:i]):
            return "list"
        if kind & COMMA and i > start:
            following = kinds[i + 1] if i + 1 < end else END
            if following & AUXILIARY or following & PAST and not following & NOMINAL:
                return "resumes"
            return "comma"
    return "nothing"


_COMING = _MARK | CUE | _VERB


def _later(kinds: list[int], start: int, end: int) -> str:
    """Whether a cue, another verb or none comes in what follows, before its next comma."""
    seen = "none"
    for i in range(start, min(end, start + 14)):
        kind = kinds[i]
        if not kind & _COMING:
            continue
        if kind & _MARK and not kind & ASIDE and i > start:
            break
        if kind & CUE and kind & (PAST | PRESENT) and i > start and kinds[i - 1] & _SUBJECTS:
            return "cue"
        if kind & _VERB and not kind & NOMINAL:
            seen = "verb"
    return seen
