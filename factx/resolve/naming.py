"""Finds whose name a noun phrase gives to the one person whom it denotes: Ann Lee, in "Reed's attorney, Ann Lee"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factx import lexicon
from factx.expressions import compiled
from factx.model import Person, Span
from factx.resolve.descriptions import HEAD_ENDS, REMEMBERED, WORD, is_person
from factx.syntax.words import classes

_SEGMENTS = compiled(r"[,;(–—-](?:(?<=[,;])\s|(?<=\()|(?<=\s[–—-])\s|(?<=-)-)")
"""Marks that separate a name from its apposition."""
_BRACKETED = compiled(r"(?<= )\([A-Z][\w&-]*\)(?= )")
_POSSESSED = compiled(r"[’'](?:s\b|(?=\s|$))")
_COMPLETE = compiled(
    r"[\s,)]*(?:Jr\.?|Sr\.?|III?|IV)?\s*(?:$|(?:who|whose|of|for|from|at|in|on|with|to|by|near|about)\b)"
)
"""What may follow a name that heads its segment: the mayor Ann Lee | of Leeds."""
_LETTERS = compiled(r"\s+([A-Z]{2,4})\b(?=[\s,]|$)")
_GOVERNING = frozenset(
    "of to with for by from on at about against in than like as over toward towards including whose who that which"
    " near around under behind following".split()
)
_OF = frozenset({"of", "for"})
_ADDED = frozenset({"and", "or", "nor", "&"})
_ADDS = compiled(r"(?:and|or|&)\s+(?:(?:an?|the|his|her|their|other|several|some|two|three)\s|[A-Z])")
_TWO = compiled(r"[Tt]he (?:[a-z-]+ )*and [A-Z]")
"""An office in small letters, and a title of the next one: the dean and Professor | Mara Klein."""
_ONE = frozenset({"one", "another"})
_SEVERAL = frozenset("some many several two three four five both most all few other others".split())


def named_by(source: str, span: Span, named: Sequence[Person]) -> Person | None:
    """The mention of the person whom a noun phrase denotes; None if it is nobody's name, or several people's.

    named: the mentions within it, in order.
    """
    text = source[span.start:span.end]
    if len(named) == 1 and " and " not in text:
        person = named[0]
        title = person.title or ""
        titled = title and text.startswith(title) and person.span.start == span.start + len(title) + 1
        led = titled or person.span.start == span.start
        if led and (person.span.end == span.end or source[person.span.end] == ","):
            return person
    bounds = [span.start]
    for mark in _SEGMENTS.finditer(_BRACKETED.sub(_blank, text)):
        bounds += [span.start + mark.start(), span.start + mark.end()]
    bounds.append(span.end)
    segments = list(zip(bounds[::2], bounds[1::2], strict=True))
    for number, (start, end) in enumerate(segments):
        inside = [person for person in named if start <= person.span.start and person.span.end <= end]
        head = next((person for person in inside if _heads(source, start, end, person)), None)
        if head is not None:
            return None if _is_one_of_several(source, head, inside, segments[number + 1:], named) else head
        if inside and number or number == 0 and not _is_one(source[start:end]):
            return None
    return None


def _blank(letters: re.Match[str]) -> str:
    """As many blanks as an abbreviation in brackets is long: the Water Board (TWB) chief."""
    return " " * len(letters[0])


def _heads(source: str, start: int, end: int, person: Person) -> bool:
    """Whether a name is what a segment of a phrase is about: actor Tom Hall; not: a friend of Tom Hall."""
    after = _without_letters(source[person.span.end:end])
    if after and (_POSSESSED.match(after) or not _COMPLETE.match(after)):
        return False
    before = source[start:person.span.start].strip()
    if not before or _TWO.match(before):
        return not before
    return _leads_to(before, person.title is not None and before.endswith(person.title))


def _without_letters(after: str) -> str:
    """What stands after a name, without letters in capitals that belong to no name: Ann Lee [MP]."""
    while letters := _LETTERS.match(after):
        if letters[1].lower() not in lexicon.load("people")["post-nominal"]:
            break
        after = after[letters.end():]
    return after


@lru_cache(REMEMBERED)
def _leads_to(before: str, titled: bool) -> bool:
    """Whether words lead to a name that they describe: the minister of fisheries | Jon Arnarson."""
    words = [word.lower() if word != "&" and not word.isupper() else word for word in before.split()]
    if words[-1] in _GOVERNING or words[-1] in _ADDED:
        return False
    described = titled or is_person(words[-1].strip(".").lower()) or words[-1].endswith(("’s", "'s"))
    if not described and len(words) > 1 and classes(words[-1])[:1] == "G" and classes(words[-2])[:1] in ("N", "n"):
        return False  # doctors treating Ann Lee
    if not described and _is_office(words):
        return True
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word in _ADDED and word != "&":
            # The founder and chief executive Ann Lee; but: the police and the mayor Ann Lee.
            if described and _is_ministry(before.split()):
                continue
            if not place or not is_person(words[place - 1].lower()) or classes(words[place + 1])[:1] in ("T", "O"):
                return False
        elif word == "of" and described and _is_body(before.split(), place):
            continue  # Bureau of Mines agent Ann Lee
        elif word in _GOVERNING:
            # What is behind the preposition is no person, so that the name is of the one before it.
            if described or not place or not is_person(words[place - 1].lower()):
                return False
        elif before.islower() and classes(word)[:1] in ("D", "Z", "M"):
            return False
    return True


def _is_office(words: Sequence[str]) -> bool:
    """Whether all that "of" and "for" bring in is one person's charge: minister of state for sport and art."""
    place = next((place for place, word in enumerate(words) if word in _OF), 0)
    if not place or not is_person(words[place - 1]) or not _ADDED.isdisjoint(words[:place]):
        return False
    return not any(
        word in _GOVERNING - _OF or is_person(word) or word in _ADDED and classes(words[number])[:1] in ("T", "O")
        for number, word in enumerate(words[place + 1 :], place + 2)
    )


def _is_ministry(words: Sequence[str]) -> bool:
    """Whether "and" stands within the name of an office: Health and Family Welfare Minister."""
    if len(words) < 2 or words[-2].lower() in _ADDED:
        return False  # Police and Mayor
    *charge, last = (word for word in words if word.lower() not in _ADDED | _OF)
    capital = all(word[0].isupper() for word in (*charge, last))
    return capital and not any(is_person(word.strip(",.").lower()) for word in charge)


def _is_body(words: Sequence[str], place: int) -> bool:
    """Whether "of" at a place stands in a name that a noun follows: Bureau of Mines agent; not: friend of singer."""
    named = all(words[each][0].isupper() for each in (place - 1, place + 1)) if place else False
    return named and place + 2 < len(words) and not is_person(words[place - 1].lower()) and words[-1].islower()


@lru_cache(REMEMBERED)
def _is_one(segment: str) -> bool:
    """Whether words without a name of their own are a description of one person: Reed's attorney."""
    head = HEAD_ENDS.split(_BRACKETED.sub(_blank, segment), maxsplit=1)[0]
    words = WORD.findall(head)
    if not words or not _has_offices(head.split()) or words[0].lower() in _SEVERAL:
        return False
    last = words[-1].lower()
    return is_person(last) or last in _ONE or words[-1].islower() and classes(last)[:1] != "n"


def _has_offices(words: Sequence[str]) -> bool:
    """Whether all that "and" joins are offices of one person: the club's founder and president."""
    return all(
        0 < place < len(words) - 1 and is_person(words[place - 1].lower()) and is_person(words[-1].lower())
        and classes(words[place + 1])[:1] not in ("T", "O", "Z", "D")
        for place, word in enumerate(words) if word in _ADDED
    )


def _is_one_of_several(
    source: str, head: Person, inside: Sequence[Person], behind: Sequence[tuple[int, int]], named: Sequence[Person]
) -> bool:
    """Whether others are named beside a name in its phrase: Ann Lee of Leeds and Tom Hall; Ann Lee, Tom Hall and ..."""
    for person in inside:
        if person.span.start > head.span.start:
            words = source[head.span.end:person.span.start].lower().split()
            if not _ADDED.isdisjoint(words):
                return True
    starts = {person.span.start - len(person.title or "") - bool(person.title) for person in named}
    if any(_ADDS.match(source, start, end) for start, end in behind):
        return True
    return bool(behind) and (behind[0][0] in starts or behind[0][0] in {person.span.start for person in named}) \
        and not _ADDED.isdisjoint(source[behind[0][0]:behind[-1][1]].split())
