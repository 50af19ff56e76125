"""Different figures that two speakers give in one document for the same: what is measured or said, whose, and when."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from factx.model import Claim, Conflict, Date, Part, Percentage
from factx.records import NamedTuple
from factx.resolve.comparable import (
    VOTES,
    group_asked,
    mode,
    same_group,
    same_measure,
    same_time,
    setting,
    words_of,
)
from factx.resolve.parties import claim_around, inside, may_be_anybody, speaker_of

_BESIDE = 100
"""The most figures that one is compared with: it bounds the work in a book-length text."""
_STATING = frozenset(["asserts", "accuses", "concedes"])
"""The stances of whoever says how something is, and not how it may be or should be."""
_ARTICLES = frozenset(["the", "a", "an", "of"])
_NEAR = 1.1
"""Two figures may be one, rounded, if the greater is at most this many times the other."""
_ASKED = 5.0
"""By how many points two answers to one question may differ."""


class Told(NamedTuple):
    """A figure with the claim that it stands in, and by what it is compared."""

    share: Percentage
    claim: Claim
    speaker: frozenset[str]
    """The words by which the speaker is called."""
    votes: bool
    """Whether it is a person's share of votes, or of nothing stated."""
    days: tuple[Date, ...]
    whole: frozenset[str]
    setting: frozenset[str]
    apart: Hashable
    """Figures that have another are not for the same."""


def conflicts(
    claims: Sequence[Claim], dates: Sequence[Date], percentages: Sequence[Percentage]
) -> Iterator[Conflict]:
    """The pairs of figures that exclude each other, in the order of what they are for."""
    by_id: Mapping[str, Date] = {date.id: date for date in dates}
    for given in _by_subject(claims, percentages).values():
        if len({speaker_of(claim) for _, claim in given}) > 1:
            told = [_told(share, claim, by_id) for share, claim in given]
            yield from _among([each for each in told if not _lead(each)])


def _among(told: Sequence[Told]) -> Iterator[Conflict]:
    """The conflicts among figures for one subject."""
    alike: dict[Hashable, list[Told]] = {}
    for each in told:
        alike.setdefault(each.apart, []).append(each)
    for same in alike.values():
        for i, first in enumerate(same):
            others = same[i + 1:i + 1 + _BESIDE]
            yield from (_conflict(first, other) for other in others if _exclude(first, other))


def _by_subject(
    claims: Sequence[Claim], percentages: Sequence[Percentage]
) -> dict[tuple[Hashable, ...], list[tuple[Percentage, Claim]]]:
    """The figures that somebody gives, each with its claim, by what they are for."""
    around: dict[str, list[Claim]] = {}
    for claim in claims:
        for id in claim.percentages:
            around.setdefault(id, []).append(claim)
    found: dict[tuple[Hashable, ...], list[tuple[Percentage, Claim]]] = {}
    for share in percentages if around else ():
        within = around.get(share.id)
        told = None if within is None else claim_around(share, within)
        if told is None or told.source is None or may_be_anybody(told):
            continue
        subject = _subject(share)
        if subject is not None and (subject[0] == "person" or told.stance in _STATING):
            found.setdefault(subject, []).append((share, told))
    return found


def _told(share: Percentage, claim: Claim, dates: Mapping[str, Date]) -> Told:
    """A figure with what tells when, where and of whom its claim says it."""
    days = [dates[id] for id in claim.dates if id in dates]
    speaker, whole = frozenset(speaker_of(claim).lower().split()) - _ARTICLES, words_of(share.of)
    text, moved = _content(share, claim)
    if share.entity is not None and _votes(share):
        asked = group_asked(text, share.span.start - moved, share.span.end - moved)
        return Told(share, claim, speaker, True, tuple(days), whole, asked, None)
    spans = [part.span for part in claim.content]
    own = [date for date in days if any(start <= date.span.start < end for start, end in spans)]
    apart = mode(text), bool(own), bool(whole)
    return Told(share, claim, speaker, False, tuple(own), whole, setting(_blanked(text, moved, share, own)), apart)


def _subject(share: Percentage) -> tuple[Hashable, ...] | None:
    """What a figure is for: a person's part of the votes, somebody's quantity, what is said of so many."""
    if share.mod == "MARGIN":
        return None
    if share.entity is not None and _votes(share):
        return "person", share.entity
    moved = share.unit, share.change is None
    if share.property is not None:
        return "property", *moved, words_of(share.property), words_of(share.holder)
    if share.predicate is not None and share.of is not None and share.holder is None:
        return "predicate", *moved, words_of(share.of), words_of(share.predicate)
    voted = share.of is not None and not VOTES.isdisjoint(words_of(share.of))
    return ("votes", *moved, words_of(share.holder)) if voted and share.holder is not None else None


def _votes(share: Percentage) -> bool:
    """Whether the share is one of votes or support, or of nothing stated, and no change of it."""
    if share.unit != "percent" or share.change is not None:
        return False
    return share.of is None or bool(VOTES & set(share.of.text.lower().split()))


def _exclude(one: Told, other: Told) -> bool:
    """Whether two figures that two speakers give for the same cannot both hold."""
    if not _apart(one, other) or not same_group(one.setting, other.setting):
        return False
    if one.votes:
        said_by_two = speaker_of(one.claim).lower() != speaker_of(other.claim).lower()
        return said_by_two and same_measure(one.share, other.share) and same_time(one.days, other.days)
    # The speakers have no word in common by which they may be the same: the bank, the Bank of Maravia.
    if not one.speaker.isdisjoint(other.speaker) or not same_group(one.whole, other.whole):
        return False
    return same_time(one.days, other.days)


def _apart(one: Told, other: Told) -> bool:
    """Whether two figures differ by more than rounding, or by more than polls do where they are of votes or answers."""
    first, second = one.share, other.share
    if first.change != second.change:
        return True  # a rise and a fall
    low, high = sorted((first, second), key=lambda share: share.low)
    if low.mod in ("MORE_THAN", "EQUAL_OR_MORE") or high.mod in ("LESS_THAN", "EQUAL_OR_LESS"):
        return False
    apart = high.low - low.high
    if one.votes:
        return apart > max(5.0, low.high)
    return apart > (0 if first.property else _ASKED) and high.low > _NEAR * low.high


def _lead(told: Told) -> bool:
    """Whether the share is a lead: ahead by 5%."""
    start = told.share.span.start
    parts = told.claim.content
    fronts = [part.text[:start - part.span.start] for part in parts if part.span.start < start < part.span.end]
    return told.share.change is None and any(front.split()[-1:] == ["by"] for front in fronts)


def _content(share: Percentage, claim: Claim) -> tuple[str, int]:
    """The text of the content that a figure stands in, and where that begins."""
    part = next(part for part in claim.content if part.span.start <= share.span.start < part.span.end)
    text = part.text.removeprefix("that ")
    return text, part.span.end - len(text)


def _blanked(text: str, moved: int, share: Percentage, dates: Iterable[Date]) -> str:
    """The content around a figure, without the figure, what has a role for it, and the dates."""
    parts: Iterable[Part | None] = (share.holder, share.property, share.of, share.predicate)
    spans = [share.span, *(part.span for part in parts if part is not None), *(date.span for date in dates)]
    for start, end in spans:
        first, last = max(start - moved, 0), min(end - moved, len(text))
        if first < last:
            text = f"{text[:first]}{'|' * (last - first)}{text[last:]}"
    return text


def _conflict(one: Told, other: Told) -> Conflict:
    """The conflict of two figures, in words."""
    speakers = speaker_of(one.claim), speaker_of(other.claim)
    values = (_DIRECTIONS.get(each.share.change or "", "") + each.share.value_text for each in (one, other))
    told = ", ".join(f"{value} according to {inside(speaker)}" for value, speaker in zip(values, speakers, strict=True))
    return Conflict(
        facts=(one.share.id, other.share.id, one.claim.id, other.claim.id), speakers=speakers,
        text=f"{_label(one.share, other.share)}: {told}.",
    )


_DIRECTIONS = {"rise": "up ", "fall": "down "}


def _label(one: Percentage, other: Percentage) -> str:
    """What two figures are for, in words."""
    whole = one.of if one.predicate is not None else None
    parts = (one.holder or other.holder, one.property or other.property, whole, one.predicate)
    label = " – ".join([" ".join(part.text.split()) for part in parts if part is not None]) or "the same holder"
    return label[0].upper() + label[1:]
