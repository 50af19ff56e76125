"""Noun groups found without a parser: a source before its verb, behind it, and the hearer that a verb takes."""

from __future__ import annotations

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

Range = tuple[int, int]

_PHRASE_PREPOSITIONS = frozenset(
    "of in for at from with on about by against over near behind under between among to around across inside outside "
    "within without involving including like".split()
)
"""The prepositions that tie two nouns to one group: "a spokesman for the mayor"."""
_LINKS = frozenset({"link", "call", "conference", "message"})
"""What a means may be called more fully: by video link."""
_WALL = END | COMMA | COLON | BREAK | STOP
_PLAIN = frozenset({
    NOMINAL, NOMINAL | CAPITAL, NOMINAL | CAPITAL | PERSON, NOMINAL | QUOTATION, NOMINAL | QUOTATION | CAPITAL,
})
"""The kinds that always go on with a group, and most tokens are of: a noun, a name, a person, a term."""
_CLAUSAL = PAST | PRESENT | AUXILIARY | ADVERB
_FRESH = CUE | _WALL
_CLAUSE_ENDS = _WALL | QUOTATION | CONJUNCTION | THAT | SUBORDINATOR
_NAMED = PERSON | QUOTATION
_CLAUSE_BEGINS = RELATIVE | SUBORDINATOR | AUXILIARY
_TIES = PREPOSITION | PAIR | DETERMINER
_GROUP_ENDS = _WALL | AUXILIARY | RELATIVE | SUBORDINATOR | THAT
_DANGLING = PREPOSITION | CONJUNCTION | DETERMINER
_LONGEST_RELATIVE = 14
_LONGEST = 60
"""Tokens of a group, at most: a bound on the work."""


def before(reading: Reading, end: int, floor: int) -> int | None:
    """Where the noun group that ends just before `end` starts; None where none ends there."""
    start = _before(reading, end, floor)
    kinds = reading.kinds
    last = (end if start is None else start) - 1
    if last < floor or not kinds[last] & _CLAUSAL or kinds[last] & _FRESH:
        return start
    # A relative clause may end the group: the officials whose laws were struck down.
    for i in range(last, max(floor, last - _LONGEST_RELATIVE) - 1, -1):
        kind = kinds[i]
        if kind & RELATIVE and reading.lower(i) in ("who", "whose"):
            outer = _before(reading, i, floor)
            return start if outer is None else outer
        if kind & _CLAUSE_ENDS and not kind & ASIDE or kind & CUE:
            return start
    return start


def _before(reading: Reading, end: int, floor: int) -> int | None:
    kinds = reading.kinds
    floor = max(floor, end - _LONGEST)
    i = end - 1
    start: int | None = None
    while i >= floor:
        kind = kinds[i]
        if kind in _PLAIN:
            start = i
            i -= 1
            continue
        if kind & _WALL and not kind & ASIDE:
            break
        if kind & ASIDE:
            i -= 1
            continue
        if kind & QUOTATION and not kind & NOMINAL:
            break
        if kind & _NAMED:
            start = i
        elif kind & THAT and i < end - 1:
            break
        elif kind & SUBJECT and kind & PRONOUN and not kind & RELATIVE:
            return i if start is None else start
        elif kind & DETERMINER:
            if start is None and not kind & PRONOUN:
                return None
            start = i
            # A group in front of the determiner is another one, unless a preposition or "and" ties them.
            previous = kinds[i - 1] if i > floor else END
            if not previous & _TIES:
                return i
        elif kind & PRONOUN and not kind & RELATIVE:
            if start is None:
                start = i
                previous = kinds[i - 1] if i > floor else END
                if not previous & (PREPOSITION | DETERMINER):
                    return i
            else:
                following = kinds[i + 1]
                if following & PREPOSITION:
                    start = i
                return start
        elif kind & _CLAUSE_BEGINS and not (kind & CLITIC and kind & NOMINAL):
            break
        elif kind & PREPOSITION:
            if start is None:
                return None
            if reading.lower(i) not in _PHRASE_PREPOSITIONS:
                break
            if kind & TO and not kinds[i + 1] & (DETERMINER | CAPITAL | PRONOUN | PERSON | CLITIC):
                reduced = i - 2 >= floor and kinds[i - 1] & (ING | PAST) and kinds[i - 2] & (NOMINAL | CAPITAL)
                if not reduced:  # "Democrats trying to regain the Senate"
                    return None if start == i + 1 else start
                i -= 1
                continue
            previous = kinds[i - 1] if i > floor else END
            if previous & PAIR and i - 2 >= floor and kinds[i - 2] & PREPOSITION:
                i -= 2  # in and around the city
                continue
            if previous & PAIR and i - 3 >= floor and kinds[i - 2] & (NOMINAL | CAPITAL) and kinds[i - 3] & PREPOSITION:
                i -= 2  # in Leeds and around the country
                continue
            if previous & (_WALL | CONJUNCTION | SUBORDINATOR | AUXILIARY | THAT):
                break
            reduced = previous & PAST and i - 2 >= floor and kinds[i - 2] & (NOMINAL | ASIDE | PERSON)
            if previous & (PAST | PRESENT) and not previous & NOMINAL and not reduced \
                    and not _noun_here(reading, i - 1, floor):
                break
        elif kind & PAIR:
            if start is None:
                return None
            previous = kinds[i - 1] if i > floor else END
            if not previous & (NOMINAL | ASIDE | CAPITAL | PRONOUN):
                break
            if _verb_before(reading, i, floor):
                break
        elif kind & CONJUNCTION:
            break
        elif kind & NOMINAL or kind & CAPITAL and not kind & (PAST | ING):
            start = i
        elif kind & PAST:
            previous = kinds[i - 1] if i > floor else END
            following = kinds[i + 1] if i + 1 < end else 0
            word = reading.lower(i - 1) if i > floor else ""
            reduced = following & PREPOSITION and not following & TO and previous & (NOMINAL | ASIDE)
            opening = previous & (END | QUOTATION) and not kind & CUE and following & (CAPITAL | NOMINAL)
            if previous & (DETERMINER | CLITIC) or word in ("those", "-") or reduced or opening:
                start = i  # "the jailed owner", "people moved to tears", "Retired general Ann Lee"
            elif previous & SUBJECT and i - 2 >= floor and kinds[i - 2] & (NOMINAL | PRONOUN | CAPITAL):
                # "everyone I met": a clause without its relative.
                i -= 1
            elif i == end - 1 or not previous & ADVERB:
                break
        elif kind & ING:
            previous = kinds[i - 1] if i > floor else END
            if previous & (DETERMINER | CLITIC | NOMINAL | ADVERB) and not previous & _WALL:
                start = i
            else:
                break
        elif kind & PRESENT:
            if _noun_here(reading, i, floor):
                start = i
            else:
                break
        elif kind & ADVERB:
            if start is None:
                i -= 1
                continue
            previous = kinds[i - 1] if i > floor else END
            if not previous & DETERMINER:
                break
        elif kind & TIME:
            start = i
        else:
            break
        i -= 1
    return start


def _noun_here(reading: Reading, i: int, floor: int) -> bool:
    """Whether a form such as "reports" is a noun, by what stands in front."""
    previous = reading.kinds[i - 1] if i > floor else END
    if reading.kinds[i] & CAPITAL and i > floor and not previous & END:
        return True
    return bool(previous & (DETERMINER | CLITIC | ING | PREPOSITION) or previous & NOMINAL and not previous & PERSON
                or previous & (END | COMMA | QUOTATION | SUBORDINATOR | THAT | CONJUNCTION) or previous & PAST)


def _verb_before(reading: Reading, i: int, floor: int) -> bool:
    """Whether a verb stands between the token `i` and the start of its clause."""
    kinds = reading.kinds
    j = i - 1
    while j >= floor:
        kind = kinds[j]
        if kind & (_WALL | SUBORDINATOR | THAT | QUOTATION):
            return False
        if kind & AUXILIARY and not kind & CLITIC or kind & (PAST | PRESENT) and not kind & (NOMINAL | CAPITAL) \
                and not _noun_here(reading, j, floor):
            return True
        j -= 1
    return False


def _is_third(word: str) -> bool:
    """Whether a verb's form is that of the third person: says, but press."""
    return word.endswith("s") and not word.endswith("ss")


def is_medium(reading: Reading, i: int) -> bool:
    """Whether "by" tells by what means something was said: by phone, by e-mail, by video link."""
    kinds = reading.kinds
    if reading.lower(i) != "by" or not kinds[i] & PREPOSITION:
        return False
    means = i + 3 if reading.words[i + 1:i + 3] == ["e", "-"] else i + 1
    after = means + 1
    return "means" in cues.tags(reading.lower(means)) and (
        not kinds[after] & NOMINAL or reading.lower(after) in _LINKS  # but a letter by radio stations
    )


def behind(reading: Reading, start: int, stop: int, *, phrases: bool = True) -> int:
    """Where the noun group that starts at `start` ends (exclusive); `start` where there is none."""
    kinds = reading.kinds
    i = start
    stop = min(stop, start + _LONGEST)
    while i < stop:
        kind = kinds[i]
        if kind in _PLAIN:
            i += 1
            continue
        if kind & QUOTATION and not kind & NOMINAL:
            break
        if kind & ASIDE and i > start or kind & _NAMED:
            i += 1
        elif kind & _GROUP_ENDS and not (kind & CLITIC and kind & NOMINAL):
            break
        elif kind & SUBJECT:
            return i + 1 if i == start else i
        elif kind & DETERMINER:
            if i > start and not kinds[i - 1] & _TIES:
                break
            i += 1
        elif kind & PRONOUN:
            if i > start and not kinds[i - 1] & (PREPOSITION | PAIR):
                break
            i += 1
            if i < stop and not kinds[i] & PREPOSITION:
                break
        elif kind & PREPOSITION:
            if i == start or not phrases or reading.lower(i) not in _PHRASE_PREPOSITIONS or i + 1 >= stop:
                break
            if not kinds[i + 1] & (NOMINAL | DETERMINER | CAPITAL | PRONOUN | PERSON | ING) or is_medium(reading, i):
                break
            i += 1
        elif kind & PAIR:
            if i == start or i + 1 >= stop or not kinds[i + 1] & (NOMINAL | DETERMINER | CAPITAL | PERSON):
                break
            i += 1
        elif kind & CONJUNCTION:
            break
        elif kind & NOMINAL or kind & CAPITAL:
            i += 1
        elif kind & TIME:
            break
        elif kind & (PAST | ING | PRESENT | ADVERB) and i > start and (
                kinds[i - 1] & (DETERMINER | CLITIC) or reading.words[i - 1] == "-") \
                or kind & (PAST | PRESENT) and i == start and i + 1 < stop and kinds[i + 1] & NOMINAL \
                or kind & NOUNLIKE and i == start and i + 1 < stop and kinds[i + 1] & PREPOSITION \
                or kind & PRESENT and i > start and kinds[i - 1] & NOMINAL and i + 1 < stop and (
                    kinds[i + 1] & (_WALL | PREPOSITION)
                    or kinds[i + 1] & NOMINAL and not kinds[i - 1] & PERSON and not _is_third(reading.lower(i))):
            i += 1
        else:
            break
    while i > start and kinds[i - 1] & _DANGLING and not kinds[i - 1] & PRONOUN:
        i -= 1
    return i
