"""What in a document cannot all hold: figures, claims against denials, a weekday against its date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date as day

from factx.model import Claim, Conflict, Date, Percentage

_VOTES = frozenset({"vote", "votes", "support", "ballot", "ballots", "poll", "election"})
"""Wholes of which one holder has one share."""
WEEKDAY = "conflict:weekday"
"""The note of a date whose weekday its day was not."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def conflicts(
    claims: Sequence[Claim], dates: Sequence[Date], percentages: Sequence[Percentage], written: str | None = None
) -> list[Conflict]:
    """The disagreements of a document that was written on the day `written`, each worth reading."""
    return [*_figures(claims, percentages), *_denials(claims), *_weekdays(dates, written)]


def _weekdays(dates: Iterable[Date], written: str | None) -> Iterable[Conflict]:
    for date in dates:
        # A year that was only guessed, from another date of the text, may be the one that is wrong.
        if WEEKDAY not in date.notes or date.anchor not in (None, written):
            continue
        try:
            weekday = _WEEKDAYS[day.fromisoformat(date.value[:10]).weekday()]
        except ValueError:
            continue  # a weekday of no certain year is at odds with nothing that can be named
        yield Conflict(
            facts=(date.id,), speakers=(), text=f"“{' '.join(date.text.split())}”: {date.value[:10]} was a {weekday}.",
        )


def _figures(claims: Sequence[Claim], percentages: Sequence[Percentage]) -> Iterable[Conflict]:
    """Shares of one whole that two sides give to one holder."""
    by_holder: dict[str, list[Percentage]] = {}
    for share in percentages:
        if share.entity is not None and share.unit == "percent" and share.change is None and _votes(share):
            by_holder.setdefault(share.entity, []).append(share)
    for shares in by_holder.values():
        for i, first in enumerate(shares):
            for second in shares[i + 1:]:
                if not _apart(first, second):
                    continue
                one, other = _claim_of(first, claims), _claim_of(second, claims)
                if one is None or other is None or one.source is None or other.source is None:
                    continue
                said = " ".join(one.source.text.split()), " ".join(other.source.text.split())
                if said[0].lower() == said[1].lower() or one.entity is not None and one.entity == other.entity:
                    continue
                holder = first.holder or second.holder
                who = " ".join(holder.text.split()) if holder else "the same holder"
                speakers = one.name or said[0], other.name or said[1]
                yield Conflict(
                    facts=(first.id, second.id, one.id, other.id),
                    speakers=speakers,
                    text=f"{who}: {first.value_text} according to {_inside(speakers[0])}, "
                         f"{second.value_text} according to {_inside(speakers[1])}.",
                )


def _inside(speaker: str) -> str:
    """A speaker as written within a sentence."""
    return speaker[0].lower() + speaker[1:] if speaker.startswith(("The ", "A ", "An ")) else speaker


def _votes(share: Percentage) -> bool:
    """Whether the share is one of votes or support, or does not say of what."""
    return share.of is None or bool(_VOTES & set(share.of.text.lower().split()))


def _apart(first: Percentage, second: Percentage) -> bool:
    """Whether the two can't both be the figure, by more than their rounding."""
    if first.mod in ("MARGIN",) or second.mod in ("MARGIN",):
        return False
    low, high = sorted((first, second), key=lambda share: share.low)
    if low.mod in ("MORE_THAN", "EQUAL_OR_MORE") or high.mod in ("LESS_THAN", "EQUAL_OR_LESS"):
        return False
    return high.low - low.high > max(5.0, low.high)


def _claim_of(share: Percentage, claims: Iterable[Claim]) -> Claim | None:
    """The innermost claim whose content gives the share."""
    around = [
        claim for claim in claims
        if any(part.span.start <= share.span.start and share.span.end <= part.span.end for part in claim.content)
    ]
    return min(around, key=lambda claim: claim.span.end - claim.span.start, default=None)


_LITTLE = frozenset(
    "a an the any all some of to in on for by his her its their that this and or having he she it they".split()
)


def _denials(claims: Sequence[Claim]) -> Iterable[Conflict]:
    """A claim by one named side, and the denial of the same by another, in nearly the same words."""
    denied = [(claim, _words(claim)) for claim in claims if claim.source and _denies(claim)]
    if not denied:
        return
    said = [(claim, _words(claim)) for claim in claims if claim.stance in ("asserts", "accuses") and claim.source]
    for denial, refused in denied:
        for claim, words in said:
            if len(refused) < 3 or len(words) < 3 or denial.source is None or claim.source is None:
                continue
            shared = len(refused & words)
            if shared < 3 or shared / min(len(refused), len(words)) < 0.7:
                continue
            if _within(denial, claim) or _within(claim, denial):
                continue
            if denial.source.text == claim.source.text or denial.entity is not None and denial.entity == claim.entity:
                continue
            one = claim.name or " ".join(claim.source.text.split())
            other = denial.name or " ".join(denial.source.text.split())
            content = " ".join(claim.content[0].text.split())
            yield Conflict(
                facts=(claim.id, denial.id), speakers=(one, other), text=f"{other} denies what {one} says: {content}",
            )
            break


def _denies(claim: Claim) -> bool:
    """Whether the truth of the content is denied, and not its worth: dismissed, rejected."""
    return claim.stance == "denies" and claim.cue is not None and any(
        word.startswith(_OF_TRUTH) for word in claim.cue.text.lower().split()
    )


def _within(inner: Claim, outer: Claim) -> bool:
    return any(part.span.start <= inner.span.start < part.span.end for part in outer.content)


_OF_TRUTH = ("den", "disput", "refut", "rebut", "contradict")


def _words(claim: Claim) -> frozenset[str]:
    words = (word.strip(".,;:!?\"“”‘’'()").lower() for part in claim.content for word in part.text.split())
    return frozenset(word for word in words if word and word not in _LITTLE)
