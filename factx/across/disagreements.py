"""What cannot all be true of what several documents say: figures, statements and denials, days, numbers."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date as day
from itertools import combinations
from typing import Final, NamedTuple, TypeVar

from factx.across.evidence import Event, Figure, Place, Saying
from factx.resolve.disagreements import differ, frame, inside

T = TypeVar("T", Figure, Event)
MOST: Final = 60
"""The most figures or events about one thing that are compared with one another."""
SHARED: Final = 0.7
"""The part of the shorter statement's words that the other must have too."""
FEWEST: Final = 3
SHARED_TOPICS: Final = 4
"""How many words that tell what a document is about two documents share at least if they are about the same."""
NEAR_DAYS: Final = 31
"""How far apart two documents without days of their own may be to speak of one time."""
IN_WORDS: Final = 2.0
"""How exact a share in words is: a third is 33%."""


class Party(NamedTuple):
    """One side of a disagreement: where it stands, and what it says in short."""

    place: Place
    said: str


class Disagreement(NamedTuple):
    """Accounts in different documents that cannot all be true."""

    kind: str
    """figures, denial, dates or numbers."""
    text: str
    parties: tuple[Party, ...]


def by_whom(place: Place) -> str:
    """Who says it, within a sentence: a speaker, and the document."""
    doc = os.path.basename(place.doc) or place.doc
    return f"{inside(place.speaker)} ({doc})" if place.speaker else doc


def accounts(kind: str, what: str, parties: Iterable[Party]) -> Disagreement:
    """What several say differently; those who say the same are named together."""
    parties = tuple(dict.fromkeys(parties))
    by_value: dict[str, list[Party]] = {}
    for party in parties:
        by_value.setdefault(party.said, []).append(party)
    told = (f"{value} according to {listed(same)}" for value, same in by_value.items())
    return Disagreement(kind, f"{what}: {', '.join(told)}.", parties)


def listed(parties: Sequence[Party]) -> str:
    return " and ".join([by_whom(party.place) for party in parties])


def together(pairs: Iterable[tuple[T, T]]) -> list[list[T]]:
    """The pairs joined where they share one: those who disagree about one thing."""
    groups: list[list[T]] = []
    by_id: dict[tuple[str, str], list[T]] = {}
    for one, other in pairs:
        group = by_id.get(key_of(one)) or by_id.get(key_of(other))
        if group is None:
            group = []
            groups.append(group)
        for each in (one, other):
            taken = by_id.get(key_of(each))
            if taken is group:
                continue
            for moved in taken or [each]:
                group.append(moved)
                by_id[key_of(moved)] = group
    return [group for group in groups if by_id[key_of(group[0])] is group]


def key_of(each: Figure | Event) -> tuple[str, str]:
    return each.place.doc, each.place.fact


def disagreements(
    figures: Iterable[Figure], sayings: Callable[[], Iterable[Saying]], events: Iterable[Event]
) -> list[Disagreement]:
    """What documents disagree about; `sayings` are gone through twice."""
    return [*differing_figures(figures), *denials(sayings), *numbers(sayings), *differing_days(events)]


def differing_figures(figures: Iterable[Figure]) -> Iterator[Disagreement]:
    """The same property, holder and whole, of the same time, with figures that exclude each other."""
    blocks: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        about = figure.holder or figure.property | figure.whole
        if about:
            blocks.setdefault((figure.unit, figure.change is not None, about), []).append(figure)
    for block in blocks.values():
        found = [
            pair for pair in pairs(block) if same_thing(*pair) and same_time(*pair) and exclude(*pair)
        ]  # fmt: skip
        for group in together(found):
            what = max((figure.label for figure in group), key=len)
            yield accounts("figures", what, [Party(each.place, f"{change(each)}{each.value}") for each in group])


def change(figure: Figure) -> str:
    return {"rise": "up ", "fall": "down "}.get(figure.change or "", "")


def pairs(block: Sequence[T]) -> Iterator[tuple[T, T]]:
    """The pairs of different documents."""
    for one, other in combinations(block[:MOST], 2):
        if one.place.doc != other.place.doc:
            yield one, other


def same_thing(one: Figure, other: Figure) -> bool:
    """Whether two figures of one holder measure the same; what one of them lacks, the other may have."""
    shared = False
    for a, b in ((one.property, other.property), (one.whole, other.whole), (one.predicate, other.predicate)):
        if a and b:
            if a != b and not (a < b or b < a):
                return False
            shared = True
    if not shared:
        return False
    if one.property and not other.property or other.property and not one.property:
        return False
    if one.holder:
        return True
    return not one.names or not other.names or not one.names.isdisjoint(other.names)


def same_time(one: Figure, other: Figure) -> bool:
    """Whether both speak of one time: the days that they name, or about when they were written."""
    if one.time and other.time:
        shorter, longer = sorted((length(one.time), length(other.time)))
        return overlap(one.time, other.time) and longer <= 3 * shorter
    times = [each.time or (each.place.written, each.place.written) for each in (one, other)]
    (a, b), (c, d) = times
    if a is None or b is None or c is None or d is None:
        return True
    try:
        apart = max((ordinal(c) - ordinal(b)), (ordinal(a) - ordinal(d)))
    except ValueError:
        return False
    return apart <= NEAR_DAYS and (length((a, b)) <= NEAR_DAYS and length((c, d)) <= NEAR_DAYS)


def overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def length(days: tuple[str, str]) -> int:
    try:
        return ordinal(days[1]) - ordinal(days[0]) + 1
    except ValueError:
        return 366


def ordinal(value: str) -> int:
    return day.fromisoformat(value).toordinal()


def exclude(one: Figure, other: Figure) -> bool:
    """Whether both figures cannot hold, however they were rounded; a rise excludes a fall."""
    if one.change and other.change and one.change != other.change:
        return True
    (a, b), (c, d) = reach(one), reach(other)
    return a > d or c > b


def reach(figure: Figure) -> tuple[float, float]:
    """The least and the greatest value that a figure as written allows."""
    exact = IN_WORDS if figure.decimals is None else 0.5 * 10.0**-figure.decimals
    low, high = figure.low - exact, figure.high + exact
    match figure.mod:
        case "MORE_THAN" | "EQUAL_OR_MORE":
            return low, float("inf")
        case "LESS_THAN" | "EQUAL_OR_LESS":
            return float("-inf"), high
        case "APPROX":
            wide = max(1.0, 0.05 * abs(figure.high))
            return low - wide, high + wide
        case _:
            return low, high


def denials(sayings: Callable[[], Iterable[Saying]]) -> Iterator[Disagreement]:
    """What one says and another denies, in nearly the same words."""
    denied = [saying for saying in sayings() if saying.denied]
    by_word: dict[str, list[int]] = {}
    counts: dict[str, int] = {}
    for saying in denied:
        for word in saying.words:
            counts[word] = counts.get(word, 0) + 1
    for i, saying in enumerate(denied):
        rare = sorted(saying.words, key=lambda word: (counts[word], -len(word), word))
        for word in rare[: max(FEWEST, len(rare) - int(SHARED * len(rare)) + 1)]:
            by_word.setdefault(word, []).append(i)
    if not denied:
        return
    for said in sayings():
        if said.denied:
            continue
        for i in sorted({i for word in said.words for i in by_word.get(word, ())[:MOST]}):
            denial = denied[i]
            if denial.place.doc != said.place.doc and near(denial.words, said.words) and other_speaker(said, denial):
                one, other = by_whom(said.place), by_whom(denial.place)
                yield Disagreement(
                    "denial", f"Said by {one}, denied by {other}: {said.content}",
                    (Party(said.place, said.content), Party(denial.place, f"denied: {denial.content}")),
                )


def near(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= FEWEST and shared >= SHARED * min(len(one), len(other)) and 2 * shared >= max(len(one), len(other))


def other_speaker(one: Saying, other: Saying) -> bool:
    """Whether two speakers are named and are not the same by name."""
    a, b = (set((saying.place.speaker or "").casefold().split()) - {"the", "a"} for saying in (one, other))
    return bool(a and b) and not (a <= b or b <= a)


def numbers(sayings: Callable[[], Iterable[Saying]]) -> Iterator[Disagreement]:
    """Statements in the same words but for one number: 300 people marched, 5,000 people marched."""
    said: dict[tuple[str, ...], list[tuple[Saying, list[tuple[str, float]]]]] = {}
    for saying in sayings():
        if saying.denied or not any(map(str.isdigit, saying.content)):
            continue
        words, found = frame(saying.content)
        if not found or len(saying.words) < FEWEST + 1:
            continue
        others = said.setdefault(words, [])
        for other, counted in others:
            pairs_of = [pair for pair in zip(found, counted, strict=True) if differ(*pair)]
            # Percentages are compared as figures, by what they are of.
            if other.place.doc != saying.place.doc and len(pairs_of) == 1 and pairs_of[0][0][0] != "%":
                yield Disagreement(
                    "numbers", f"According to {by_whom(other.place)}: {other.content}; "
                    f"according to {by_whom(saying.place)}: {saying.content}",
                    (Party(other.place, other.content), Party(saying.place, saying.content)),
                )
                break
        if len(others) < MOST:
            others.append((saying, found))


def differing_days(events: Iterable[Event]) -> Iterator[Disagreement]:
    """What happened once, on different days."""
    blocks: dict[tuple[str, object], list[Event]] = {}
    for event in events:
        for name in event.names or [event.about]:
            blocks.setdefault((event.verb, name), []).append(event)
    found: dict[tuple[str, ...], tuple[Event, Event]] = {}
    for block in blocks.values():
        for one, other in pairs(block):
            if not overlap((one.begin, one.until), (other.begin, other.until)) and same_event(one, other):
                found[one.place.doc, one.place.fact, other.place.doc, other.place.fact] = one, other
    for group in together(found.values()):
        first = group[0]
        about = sorted(first.names or first.about, key=first.place.text.casefold().find)
        what = " ".join(about).title() if first.names else f"The {' '.join(about)}"
        yield accounts("dates", f"{what} {first.verb}", [Party(each.place, each.value) for each in group])


def same_event(one: Event, other: Event) -> bool:
    """Whether two tell of one thing: all names of one are in the other, and most of their other words.

    Without names, the words are the same, and the documents are about the same, a name among it.
    """
    if not one.names or not other.names:
        topics = one.topics & other.topics
        return one.about == other.about and len(topics) >= SHARED_TOPICS and bool(one.context & other.context & topics)
    if not (one.names <= other.names or other.names <= one.names):
        return False
    shared = len(one.about & other.about)
    return one.about == other.about or shared >= 2 and 2 * shared > max(len(one.about), len(other.about))
