"""The verb group around a cue, found by walking back from it: auxiliaries, adverbs, "refused to"."""

from typing import NamedTuple

from factx.extract.claims import cues
from factx.extract.claims.reading import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CLITIC,
    DETERMINER,
    END,
    ING,
    NOMINAL,
    PAST,
    PREPOSITION,
    PRESENT,
    PRONOUN,
    RELATIVE,
    TIME,
    TO,
    Reading,
)

BE = frozenset("is are was were be been being 's 're am 'm isn't wasn't weren't aren't".split())
_FEWEST = 12
"""How many words stand in front of a cue in its verb group, at most."""


class VerbGroup(NamedTuple):
    """A cue verb with what belongs to it on its left."""

    start: int
    cue: int
    infinitive: bool
    """To say: no finite verb in the group, so its subject is the clause's."""
    participle: bool
    """Saying: the same."""
    passive: bool
    helped: bool
    """Whether an auxiliary stands in it, or a verb that takes an infinitive, so that the cue is surely a verb."""


_BELONGING = AUXILIARY | ADVERB | CLITIC | TO | TIME
_FINITE = AUXILIARY | TO
_OTHERWISE = PREPOSITION | DETERMINER | PRONOUN
"""What an adverb may be too that belongs to no verb."""
_FORMS = PAST | PRESENT | ING


def verb_group(reading: Reading, cue: int, low: int) -> VerbGroup:
    """The verb group that the cue ends, in the sentence that starts at `low`."""
    kinds = reading.kinds
    if cue == low or not _belongs(reading, cue - 1, kinds[cue]):
        return VerbGroup(cue, cue, False, bool(kinds[cue] & ING), False, False)
    start = cue
    floor = max(low, cue - _FEWEST)
    helpers: list[str] = []
    kept = surely = False
    while start > floor:
        kind = kinds[start - 1]
        word = reading.lower(start - 1)
        if (
            kind & AUXILIARY and not kind & CLITIC
            or kind & ADVERB and not kind & _OTHERWISE
            or word in _EMPHATIC and start - 1 > floor and kinds[start - 2] & (NOMINAL | AUXILIARY | CAPITAL)
            or kind & CLITIC and (kind & AUXILIARY or _is_or_has(reading, start, cue))
        ):
            start -= 1
        elif kind & TO and all("adverb" in cues.tags(helper) for helper in helpers):
            if "base" not in cues.tags(reading.lower(cue)):
                break  # "points to reports"
            start -= 1
            before = start
            while before > floor and kinds[before - 1] & ADVERB:
                before -= 1
            if before - 1 > floor and reading.lower(before - 1) == "on":
                before -= 1  # went on to say
            if before > floor and cues.tags(reading.lower(before - 1)) & _CATENATIVE:
                start = before - 1
                helpers += [reading.lower(i) for i in range(before - 1, start + 1)]
                surely = True
        elif start == cue and kinds[cue] & ING and "catenative-participle" in cues.tags(word):
            start -= 1
            kept = True
        elif (kind & TIME or word.isdigit()) and start - 1 > floor \
                and (dated := _date(reading, start - 1, floor)) is not None:
            start = dated
        else:
            break
        helpers.append(word)
    if start == cue:
        return VerbGroup(cue, cue, False, bool(kinds[cue] & ING), False, False)
    be = helped = False
    first = word = ""
    for i in range(start, cue):
        kind = kinds[i]
        word = reading.lower(i)
        helped = helped or bool(kind & AUXILIARY)
        be = be or word in BE
        if not first and (kind & _FINITE or "adverb" not in cues.tags(word)):
            first = word
    be = be and word != "to"
    ing = bool(kinds[cue] & ING)
    passive = be and not ing and bool(kinds[cue] & PAST)
    return VerbGroup(start, cue, first == "to", ing and not be and not kept, passive, helped or surely)


def _belongs(reading: Reading, at: int, cue: int) -> bool:
    """Whether the token in front of a cue of the kind `cue` can belong to its verb group."""
    kind = reading.kinds[at]
    return bool(
        kind & _BELONGING or kind & _FORMS and cue & ING or kind & PRONOUN and reading.lower(at) in _EMPHATIC
    ) or reading.words[at][:1].isdigit()


_EMPHATIC = frozenset("both all each himself herself itself themselves".split())
"""Pronouns that stand with a subject: the two have both said."""
_CATENATIVE = frozenset({"catenative", "catenative-word"})


def _is_or_has(reading: Reading, start: int, cue: int) -> bool:
    """Whether the 's before `start` is a verb: a participle follows, with adverbs at most between."""
    kinds = reading.kinds
    if not kinds[cue] & (ING | PAST) or reading.lower(start - 1) != "'s":
        return False
    if kinds[cue] & PAST and not kinds[cue] & ING and cue == start:
        return False
    return all(kinds[i] & (ADVERB | AUXILIARY) for i in range(start, cue))


def _date(reading: Reading, last: int, floor: int) -> int | None:
    """Where the date between a subject and its verb starts: "Ann Lee on Tuesday said", "Ann Lee this week said"."""
    kinds = reading.kinds
    i = last
    while i > floor and (kinds[i - 1] & TIME or cues.tags(reading.lower(i - 1)) & {"time-modifier"}):
        i -= 1
    if i > floor and reading.lower(i - 1) in ("on", "late", "early", "in"):
        i -= 1
    elif i == last:
        return None
    if i <= floor or kinds[i - 1] & (END | PRESENT):
        return None
    return i if kinds[i - 1] & (NOMINAL | CAPITAL | PRONOUN | ADVERB | RELATIVE) else None
