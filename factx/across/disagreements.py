"""Disagreements between documents: figures, numbers or days that differ, statements that another one denies."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date as day
from itertools import chain, combinations
from typing import Final, TypeVar

from factx.across.events import once
from factx.across.evidence import Event, Figure, Place, Saying
from factx.records import NamedTuple
from factx.resolve.comparable import same_group
from factx.resolve.disagreements import differ, frame
from factx.resolve.parties import inside

T = TypeVar("T", Figure, Saying, Event)
V = TypeVar("V")
MOST: Final = 60
"""The most figures or events about one thing that are compared with one another."""
SHARED: Final = 0.7
"""The part of the shorter statement's words that the other must have too."""
FEWEST: Final = 3
RAREST: Final = 3
"""How many words of a denial, the rarest, find statements that it may deny: these have all of them but one."""
SHARED_TOPICS: Final = 4
"""How many words that tell what a document is about two documents share at least if they are about the same."""
NEAR_DAYS: Final = 31
"""How far apart two documents without days of their own may be to speak of one time."""
LONGEST_TOLD: Final = 80
"""How many characters of a text tell at most what happened."""
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
    """The words that attribute something within a sentence: a speaker with the document, or the document alone."""
    doc = os.path.basename(place.doc) or place.doc
    return f"{inside(place.speaker)} ({doc})" if place.speaker else doc


def accounts(kind: str, what: str, parties: Iterable[Party]) -> Disagreement:
    """One disagreement in words: each version with everybody who gives it."""
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
    by_id: dict[tuple[str, str, str], list[T]] = {}
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


def key_of(each: Figure | Saying | Event) -> tuple[str, str, str]:
    return each.place.doc, each.place.fact, each.place.text


def disagreements(
    figures: Iterable[Figure], sayings: Sequence[Saying], events: Iterable[Event]
) -> list[Disagreement]:
    """All disagreements between documents: figures, numbers, denials, days."""
    denied = [saying for saying in sayings if saying.denied]
    by_figure = grouped((figure_key(figure), figure) for figure in figures)
    by_number = grouped((number_key(saying), saying) for saying in sayings if not saying.denied)
    by_event = grouped((key, event) for event in events for key in event_keys(event))
    found = [
        *differing_figures(by_figure),
        *denials(denied, (saying for saying in sayings if not saying.denied)),
        *differing_numbers(by_number),
        *differing_days(by_event),
    ]
    return list({each.parties: each for each in found}.values())


def grouped(pairs: Iterable[tuple[str, V]]) -> Iterable[list[V]]:
    """The items grouped by key; an item with an empty key is left out."""
    groups: dict[str, list[V]] = {}
    for key, item in pairs:
        if key:
            groups.setdefault(key, []).append(item)
    return groups.values()


def figure_key(figure: Figure) -> str:
    """A key that figures for the same thing share; "" if nothing says what the figure is for."""
    about = figure.holder or figure.property | figure.whole
    return f"{figure.unit} {bool(figure.change)} {' '.join(sorted(about))}" if about else ""


def number_key(saying: Saying) -> str:
    """The words of a statement without its numbers; "" where there is none, or too few words."""
    if not any(map(str.isdigit, saying.content)) or len(saying.words) <= FEWEST:
        return ""
    words, numbers = frame(saying.content)
    return " ".join(words) if numbers else ""


def event_keys(event: Event) -> list[str]:
    """The keys that accounts of the same event share: its verb with each word."""
    return [f"{event.verb} {about}" for about in sorted(event.about)]


def differing_figures(blocks: Iterable[Sequence[Figure]]) -> Iterator[Disagreement]:
    """The same property, holder and whole, of the same time, with figures that exclude each other."""
    for block in blocks:
        found = [pair for pair in pairs(block) if same_thing(*pair) and same_time(*pair) and exclude(*pair)]
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
    if bool(one.property) != bool(other.property) or not same_group(one.group, other.group):
        return False
    words = (one.property, other.property), (one.whole, other.whole), (one.predicate, other.predicate)
    shared = [(a, b) for a, b in words if a and b]
    if not shared or not all(a <= b or b <= a for a, b in shared):
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
    return apart(*(reach(each.low, each.high, each.mod, each.decimals) for each in (one, other)))


def apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] > other[1] or other[0] > one[1]


def reach(low: float, high: float, mod: str | None, decimals: int | None) -> tuple[float, float]:
    """The least and the greatest value that a figure as written allows; `decimals`: None for one in words."""
    exact = IN_WORDS if decimals is None else 0.5 * 10.0**-decimals
    match mod:
        case "MORE_THAN" | "EQUAL_OR_MORE":
            return low - exact, float("inf")
        case "LESS_THAN" | "EQUAL_OR_LESS":
            return float("-inf"), high + exact
        case "APPROX":
            exact += max(1.0, 0.05 * abs(high))
    return low - exact, high + exact


def denials(denied: Sequence[Saying], said: Iterable[Saying]) -> Iterator[Disagreement]:
    """Statements that somebody else denies in nearly the same words."""
    by_word: dict[str, list[int]] = {}
    counts = Counter(word for saying in denied for word in saying.words)
    for i, saying in enumerate(denied):
        rare = sorted(saying.words, key=lambda word: (counts[word], -len(word), word))
        for word in rare[:RAREST]:
            if len(found := by_word.setdefault(word, [])) < MOST:
                found.append(i)
    for saying in said if denied else ():
        shared = Counter(chain.from_iterable([by_word[word] for word in saying.words if word in by_word]))
        for i in sorted(i for i, count in shared.items() if count >= RAREST - 1):
            denial = denied[i]
            if denial.place.doc == saying.place.doc or not near(denial.words, saying.words):
                continue
            if other_speaker(saying, denial):
                yield Disagreement(
                    "denial",
                    f"Said by {by_whom(saying.place)}, denied by {by_whom(denial.place)}: {saying.content}",
                    (Party(saying.place, saying.content), Party(denial.place, f"denied: {denial.content}")),
                )


def near(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= FEWEST and shared >= SHARED * min(len(one), len(other)) and 2 * shared >= max(len(one), len(other))


def other_speaker(one: Saying, other: Saying) -> bool:
    """Whether two speakers are named and are not the same by name."""
    a, b = (set((saying.place.speaker or "").casefold().split()) - {"the", "a"} for saying in (one, other))
    return bool(a and b) and not (a <= b or b <= a)


def differing_numbers(blocks: Iterable[Sequence[Saying]]) -> Iterator[Disagreement]:
    """Statements in the same words but for one number: 300 people marched, 5,000 people marched."""
    for block in blocks:
        for group in together([pair for pair in pairs(block) if one_number_differs(*pair)]):
            parties = tuple([Party(each.place, each.content) for each in group])
            told = "; ".join(f"according to {by_whom(party.place)}: {party.said}" for party in parties)
            yield Disagreement("numbers", told[0].upper() + told[1:], parties)


def one_number_differs(one: Saying, other: Saying) -> bool:
    """Whether two speakers give different numbers; percentages are compared as figures, by what they are of."""
    counted = zip(frame(one.content)[1], frame(other.content)[1], strict=True)
    unlike = [pair for pair in counted if differ(*pair)]
    return len(unlike) == 1 and unlike[0][0][0] != "%" and other_speaker(one, other)


def differing_days(blocks: Iterable[Sequence[Event]]) -> Iterator[Disagreement]:
    """Accounts of the same event that give different days; two can have several words in common, thus several keys."""
    for group in together([pair for block in blocks for pair in pairs(block) if days_differ(*pair)]):
        what = happening(max(group, key=lambda event: len(event.names)))
        yield accounts("dates", what, [Party(each.place, each.value) for each in group])


def happening(event: Event) -> str:
    """What happened, in the words of the text: The ferry terminal of Tilbrook opened."""
    text = event.place.text
    places = (re.search(rf"(?<!\w){re.escape(word)}(?:['’]s)?(?!\w)", text, re.IGNORECASE) for word in event.about)
    spans = [found.span() for found in places if found]
    told = text[min(spans)[0] : max(end for _, end in spans)] if spans else ""
    if not told or len(told) > LONGEST_TOLD:
        told = " ".join(sorted(event.about, key=text.casefold().find))
    if not re.search(rf"\b{event.verb}\b", told, re.IGNORECASE):
        told += f" was {event.verb}" if "passive" in once()[event.verb] else f" {event.verb}"
    return told if told[0].isupper() else f"The {told}"


def days_differ(one: Event, other: Event) -> bool:
    return not overlap((one.begin, one.until), (other.begin, other.until)) and same_event(one, other)


def same_event(one: Event, other: Event) -> bool:
    """Whether two tell of one thing: all words of one are among the other's, its names too.

    Where one has no name, the documents are about the same, a name among it; and where the other has one, the document
    without it names it too, and what else tells of the thing: the terminal, the ferry terminal of Tilbrook.
    """
    if not one.names or not other.names:
        topics = one.topics & other.topics
        if len(topics) < SHARED_TOPICS or not one.context & other.context & topics:
            return False
        fewer, more = sorted((one, other), key=lambda event: (len(event.names), len(event.about)))
        more_names = more.names <= fewer.context
        return fewer.about <= more.about and more_names and more.about - fewer.about - more.names <= fewer.topics
    if not (one.names <= other.names or other.names <= one.names):
        return False
    shorter, longer = sorted((one.about, other.about), key=len)
    return shorter <= longer and 2 * len(shorter) > len(longer)
