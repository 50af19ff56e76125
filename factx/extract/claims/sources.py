"""Who says it: the source of a cue, in front of its verb group or behind it."""

from functools import cache
from typing import NamedTuple

from factx import lexicon
from factx.extract.claims import cues, groups
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
    DETERMINER,
    END,
    ING,
    NOMINAL,
    NOUNLIKE,
    PAST,
    PERSON,
    PREPOSITION,
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
from factx.extract.claims.verbs import VerbGroup

Range = tuple[int, int]


_LONGEST_SUBJECT = 60
"""Tokens from a sentence's start in which its subject is looked for."""


_NOBODY = frozenset({"nobody", "none"})
_PARTED = COMMA | BREAK | ASIDE
"""What stands between a source with an apposition and its verb."""


class Source(NamedTuple):
    """A source; `inherited` where it is that of the clause before: ", adding that"."""

    range: Range
    inherited: bool = False


def in_front(reading: Reading, group: VerbGroup, low: int, last: Range | None) -> Source | None:
    """The source in front of a verb group; `last` is that of the sentence's statement before."""
    kinds = reading.kinds
    v = group.start
    previous = kinds[v - 1] if v > low else END
    if group.participle or group.infinitive or previous & CONJUNCTION:
        start = groups.before(reading, v, low) if group.participle and not previous & CONJUNCTION else None
        if start is not None and (previous & (PERSON | PRONOUN) or start > low and reading.lower(start - 1) == "with"):
            # "with the mayor saying"; but "sent a letter saying" has the clause's subject.
            return Source((start, v))
        found = last or subject(reading, low, v)
        return Source(found, inherited=True) if found else None
    if previous & RELATIVE:
        word = reading.lower(v - 1)
        if word == "where":
            return None
        if word != "that":
            return Source((v - 1, v))
        start = groups.before(reading, v - 1, low)
        return Source((start, v - 1)) if start is not None else None
    if previous & _PARTED:
        found = with_apposition(reading, low, v)
        if found is not None:
            return Source(_without_front(reading, found, low))
        found = last or subject(reading, low, v)
        return Source(found, inherited=True) if found else None
    start = groups.before(reading, v, low)
    if start is None or previous & PRONOUN and reading.lower(v - 1) in _NOBODY:
        return None
    return Source(_without_front(reading, _without_adverbs(reading, (start, v)), low))


def _without_front(reading: Reading, source: Range, low: int) -> Range:
    """A source without the adverbial in front: [Last night] Ann Lee, [In an interview] Ann Lee."""
    kinds = reading.kinds
    start, end = source
    timed = start
    while timed < end - 1 and (
        kinds[timed] & (TIME | ADVERB) or not cues.tags(reading.lower(timed)).isdisjoint(_TIMES)
        or kinds[timed] & PREPOSITION and timed > start and kinds[timed + 1] & TIME
    ):
        timed += 1
    governed = start > low and bool(kinds[start - 1] & PREPOSITION)
    if timed > start and kinds[timed - 1] & TIME and not kinds[timed] & CLITIC and (
        kinds[timed] & (PERSON | CAPITAL | DETERMINER | PRONOUN) or governed
    ):
        return timed, end
    if governed and kinds[end - 1] & PERSON:
        named = end - 1
        while named > start and kinds[named - 1] & CAPITAL:
            named -= 1
        if named > start and kinds[named - 1] & NOMINAL and not _is_role(reading.lower(named - 1)):
            return named, end  # in a radio interview Mayor Ann Lee
    return start, end


@cache
def _roles() -> frozenset[str]:
    people = lexicon.load("people")
    return frozenset([*people["role"], *people["modifier"], *people["kin"]])


def _is_role(word: str) -> bool:
    """Whether a noun in small letters belongs to the name behind it: coach Ann Lee."""
    return word in _roles() or word.endswith(("er", "or", "ist", "man", "woman", "ian"))


_TIMES = frozenset({"time-modifier", "time-noun"})


def subject(reading: Reading, low: int, verb: int) -> Range | None:
    """The subject of the sentence: the first noun group in front of a verb."""
    kinds = reading.kinds
    for i in range(low + 1, min(verb, low + _LONGEST_SUBJECT)):
        kind = kinds[i]
        if kind & AUXILIARY and not (kind & CLITIC and kind & NOMINAL) or kind & PAST and not kind & NOMINAL:
            j = i
            while j > low and kinds[j - 1] & ADVERB:
                j -= 1
            if j == low or kinds[j - 1] & (RELATIVE | DETERMINER):
                continue
            start = groups.before(reading, j, low)
            if start is not None:
                return _without_adverbs(reading, (start, j))
            if kinds[j - 1] & (COMMA | ASIDE | BREAK) and (found := with_apposition(reading, low, j)):
                return found
    return None


def _without_adverbs(reading: Reading, source: Range) -> Range:
    kinds = reading.kinds
    start, end = source
    if end - start > 2 and kinds[end - 1] & TIME and reading.lower(end - 2) == "on":
        end -= 2  # Ann Lee on Sunday opened a school, saying
    while end - 1 > start and kinds[end - 1] & ADVERB and not kinds[end - 1] & PRONOUN:
        end -= 1
    return start, end


def with_apposition(reading: Reading, low: int, verb: int) -> Range | None:
    """The source that ends with an apposition: "Ann Lee, a spokeswoman for the mayor, said"."""
    kinds = reading.kinds
    last = verb - 1
    if kinds[last] & ASIDE:
        start = groups.before(reading, verb, low)
        return None if start is None else (start, verb)
    for comma in range(last - 1, low, -1):
        if not kinds[comma] & (COMMA | BREAK):
            continue
        start = groups.before(reading, comma, low)
        if start is None:
            return None
        while start - 2 > low and kinds[start - 1] & PREPOSITION and kinds[start - 2] & COMMA:
            # "Ann Lee, from the port, who was there, said"
            named = groups.before(reading, start - 2, low)
            if named is None:
                break
            start = named
        # What starts with an article, or a small letter, behind a comma is itself an apposition.
        while start - 1 > low and kinds[start - 1] & COMMA and (
            kinds[start] & DETERMINER or not kinds[start] & (CAPITAL | PRONOUN)
        ):
            further = groups.before(reading, start - 1, low)
            if further is None or further > low and kinds[further - 1] & PREPOSITION:
                break  # "In mitigation, his barrister, Ann Lee, said"
            start = further
        first = kinds[comma + 1]
        adverbial = first & (PREPOSITION | ADVERB | SUBORDINATOR | ING) and not first & RELATIVE
        return (start, comma) if adverbial else (start, last)
    return None


def behind(reading: Reading, start: int, high: int) -> int:
    """Where the source that starts behind its verb ends: said Ann Lee, a spokeswoman for the mayor, who ..."""
    kinds = reading.kinds
    end = groups.behind(reading, start, high)
    if end <= start:
        return start
    while end + 1 < high and kinds[end] & (COMMA | ASIDE):
        if kinds[end] & ASIDE:
            end += 1
            continue
        following = kinds[end + 1]
        if following & RELATIVE and not following & THAT:
            return _relative_end(reading, end + 1, high)
        # Ann Lee, from Leeds, who left
        begin = end + 2 if reading.lower(end + 1) in _FROM else end + 1
        following = kinds[begin] if begin < high else END
        if not following & (DETERMINER | CAPITAL | NOMINAL) or following & (QUOTATION | SUBJECT):
            break
        further = groups.behind(reading, begin, high)
        if further <= begin or begin > end + 1 and further < high and not kinds[further] & _WALL:
            break
        end = further
        if end < high and kinds[end] & RELATIVE and reading.lower(end) == "who":
            return _relative_end(reading, end, high)
    return end - 1 if kinds[end - 1] & COMMA else end


def _relative_end(reading: Reading, start: int, high: int) -> int:
    """Where the relative clause of a source behind its verb ends: with the sentence, or at a quotation."""
    kinds = reading.kinds
    i = start
    while i < high and not kinds[i] & (STOP | COLON | BREAK) and not (
        kinds[i] & COMMA and i + 1 < high and (
            kinds[i + 1] & (QUOTATION | ING) or kinds[i + 1] & (PREPOSITION | SUBORDINATOR) and kinds[i + 2] & ING)
    ):
        i += 1
    return i - 1 if kinds[i - 1] & COMMA else i


_FROM = frozenset({"from", "of"})
"""What brings in where somebody lives or works, behind a name and a comma."""
_WALL = COMMA | STOP | END | QUOTATION
_PLURALS = frozenset(
    "people police men women some many others most both few several those media children i you we they all "
    "these percent % third half quarter fifth majority surveyed polled rest number pair couple".split()
)


def _plural(reading: Reading, head: int) -> bool:
    word = reading.lower(head)
    if word in _PLURALS or word.isdigit():
        return True
    return word[-1:] == "s" and word[-2:] != "ss" and not reading.kinds[head] & PERSON


_LINKS = frozenset({"out", "to", "for", "on"})
_HEAD_ENDS = PREPOSITION | COMMA | RELATIVE | ASIDE


def agrees(reading: Reading, source: Range, verb: int) -> bool:
    """Whether a form in the present fits the subject in number: it may be a noun (reports, claims)."""
    kinds = reading.kinds
    start, end = source
    if end - start == 1 and kinds[start] & (SUBJECT | RELATIVE):
        return True
    last = kinds[end - 1]
    if kinds[verb] & NOUNLIKE and (not last & (PERSON | CAPITAL) or last & (DETERMINER | PRONOUN)):
        after = kinds[verb + 1] if verb + 1 < len(kinds) else END
        if not after & (THAT | PRONOUN | DETERMINER | QUOTATION | PERSON) and reading.lower(verb + 1) not in _LINKS:
            return False
        if not kinds[start] & (DETERMINER | CAPITAL | PRONOUN) and reading.lower(end - 1)[-1] != "s":
            return False
        if kinds[verb + 1] & TO and not _plural(reading, end - 1) and reading.lower(verb)[-1] != "s":
            return False  # a restoration plan to revive
    head = start
    paired = some = False
    for i in range(start, end):
        if kinds[i] & _HEAD_ENDS and i > start:
            break
        head = i
        paired = paired or reading.lower(i) == "and"
        some = some or bool(kinds[i] & NOMINAL) and not kinds[i] & CLITIC and _plural(reading, i)
    several = paired or _plural(reading, head)
    cue = reading.lower(verb)
    if cue.endswith("s") and not cue.endswith("ss"):
        bare = end - start == 1 and kinds[start] & NOMINAL and not kinds[start] & (CAPITAL | PERSON | PRONOUN)
        return not bare and (not several or bool(kinds[head] & CAPITAL))
    # People close to her say; eight of ten voters say; a review of records show.
    of_many = _plural(reading, end - 1) and any(reading.lower(i) == "of" for i in range(start + 1, end))
    return several or some or of_many
