"""The extent of a source in front of its verb: its quantity, its office, its apposition; not when and how it spoke."""

from __future__ import annotations

from factx.expressions import compiled
from factx.extract.claims import coordination, cues, datelines
from factx.extract.claims.frames import persons
from factx.extract.claims.kinds import PARTING
from factx.extract.claims.phrases import before
from factx.extract.claims.reading import Range, Reading
from factx.lexicon.names import look_up
from factx.syntax import Group

_ADVERBIAL = frozenset({"adp", "adv", "wh-adv", "sconj", "ing"})
"""What begins an adverbial after a comma: Ann Lee, speaking in Leeds, said."""
_BELONGING = frozenset({"of", "including", "excluding"})
"""Prepositions and participles that tell who is meant: critics, including the bishop, say."""
_YEAR = compiled(r"[12]\d{3}")
_HOURS = frozenset({"late", "early"})
_NUMBERS = frozenset({"num", "figure"})
PORTIONS = frozenset({"half", "third", "quarter", "majority"})
_MORE_OR_LESS = frozenset(
    "more than less fewer at least most nearly almost about around roughly over only just".split()
)
ARTICLES = frozenset({"a", "an", "another", "one", "some"})


def phrase(reading: Reading, subject: Group, end: int) -> Range:
    """A subject with what belongs to it up to its verb, without the adverbials between them."""
    for place in range(end - 2, subject.end - 1, -1):
        if reading.kinds[place] & PARTING:
            if not _is_adverbial(reading, place + 1) and not _is_said_between(reading, place + 1, end):
                break
            end = place
    while end > subject.end and (start := _adverbial_before(reading, end, subject.end)) is not None:
        end = start
    first = _from(reading, subject, end)
    return (first, end) if subject.tags & {"subject", "relative"} else coordination.whole(reading, first, end)


def _adverbial_before(reading: Reading, end: int, low: int) -> int | None:
    """Where the mark, adverb, time or statement begins that ends at a token, in a subject from `low` on."""
    last, word = reading.kinds[end - 1], reading.word_class(end - 1)
    adverb = "adverb" in last or word == "adv" and "aside" not in last
    if last & PARTING or adverb:
        return end - 1
    timed = _time_before(reading, end)
    timed = _statement_before(reading, end) if timed is None else timed
    if timed is None or timed < low:
        return None
    relative = any(group.kind == "verb" for group in reading.groups.between(low, timed))
    return None if relative else timed


def _opens(reading: Reading, place: int) -> bool:
    """Whether a token opens its sentence."""
    return place == 0 or reading.word_class(place - 1) == "end"


def _from(reading: Reading, subject: Group, end: int) -> int:
    """The start of a subject, including its quantity: more than half of voters."""
    start = datelines.behind(reading, subject.start, end) if _opens(reading, subject.start) else subject.start
    if start > subject.start and reading.is_quotation(start) and start + 1 < end:
        start += 1  # HULL, May 14 – “It is over,” [Ann Lee, a clerk,] said
    if reading.is_minute(start):
        start += 1  # 10:42 Police say
    start = _office_before(reading, subject) or _behind_antecedent(reading, subject) or start
    part = start + 1 if reading.lower(start) in ARTICLES else start
    if reading.word_class(start) in _NUMBERS or reading.lower(part) in PORTIONS | _MORE_OR_LESS:
        while reading.lower(start - 1) in _MORE_OR_LESS:
            start -= 1
    return start


def _office_before(reading: Reading, subject: Group) -> int | None:
    """The start of an office in front of a name and a comma, where it opens the sentence.

    [The head of police], Tom Hall says.
    """
    if "person" not in subject.tags or "comma" not in reading.kinds[subject.start - 1]:
        return None
    start = before(reading, subject.start - 1)
    office = None if start is None else reading.groups.beginning(start)
    if start is None or office is None or not office.tags.isdisjoint({"person", "plural"}) \
            or reading.lower(office.head) not in persons() or reading.lower(start) in ARTICLES:
        return None
    opens = start
    while opens > 0 and reading.word_class(opens - 1) in ("cconj", "adv", "comma"):
        opens -= 1
    return start if _opens(reading, opens) else None


def _behind_antecedent(reading: Reading, subject: Group) -> int | None:
    """The start of a name after a thing: the bridge [Mayor Tom Hall] built; a treaty [Norway] says it cannot sign."""
    last = subject.end - 1
    country = reading.lower(subject.start) in ("a", "an") and reading.word_class(last) == "propn" \
        and bool(look_up("places", reading.lower(last)))
    if not country and "person" not in reading.kinds[last] or reading.word_class(subject.start) != "det":
        return None
    start = last if country else reading.titled(last)
    thing = start - 1
    if thing <= subject.start:
        return None
    return start if reading.word_class(thing) in ("noun", "plural") else None


def _is_adverbial(reading: Reading, place: int) -> bool:
    """Whether what begins at a token after a comma tells how or when: not "now a farmer"."""
    if "relative" in reading.kinds[place + 1] and reading.word_class(place) == "adp":
        return False  # the crash - in which nine died -
    named = reading.groups.beginning(place + 1) if reading.word_class(place) in ("adv", "ing") else None
    if named is not None and named.kind == "noun" and (
        reading.word_class(place) == "adv" or named.start == named.head and reading.lower(named.head) in persons()
    ):
        return False  # now a farmer; managing editor of the Echo
    return reading.word_class(place) in _ADVERBIAL and reading.lower(place) not in _BELONGING


def _is_said_between(reading: Reading, place: int, end: int) -> bool:
    """Whether somebody says so between commas: Her parents, [she told the court], believed him."""
    clause = reading.syntax.clause_of_subject.get(place)
    if clause is None or clause.kind == "relative" or clause.verb.end > end:
        return False
    return "clause" in clause.verb.tags or "hearer" in clause.verb.tags


def _statement_before(reading: Reading, end: int) -> int | None:
    """The start of the words that name the medium: The bank [in a statement]."""
    group = reading.groups.before(end)
    if group is None or group.kind != "noun" or reading.lower(group.start - 1) != "in" \
            or reading.word_class(group.start) != "det":
        return None
    return group.start - 1 if "medium" in cues.tags(reading.lower(group.head)) else None


def _time_before(reading: Reading, end: int) -> int | None:
    """The start of a time that ends a phrase: Ann Lee [on Tuesday]."""
    group = reading.groups.before(end)
    if group is None or "time" not in group.tags:
        year = end - 2 if _YEAR.fullmatch(reading.lower(end - 1)) else 0
        return year if year > 0 and reading.lower(year) == "in" else None
    start = group.start
    if reading.lower(start - 1) == "of":
        return None  # the Person of the Year
    if reading.word_class(start - 1) == "adp":
        start -= 1
    while "aside" not in reading.kinds[start - 1] and (
        reading.word_class(start - 1) == "adv" or reading.lower(start - 1) in _HOURS
    ):
        start -= 1
    return start
