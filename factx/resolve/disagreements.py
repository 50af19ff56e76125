"""Finds contradictions within a document: differing figures, claims and denials, weekdays that do not fit a date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date as day

from factx.expressions import compiled
from factx.model import Claim, Conflict, Date, Percentage
from factx.resolve.comparable import VOTES, group_asked, same_group, same_measure, same_time

_BESIDE = 500
"""The most figures or claims, on each side, that one is compared with: it bounds the work in a book-length text."""
WEEKDAY = "conflict:weekday"
"""The note on a date that does not fall on the weekday written with it."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def conflicts(
    claims: Sequence[Claim], dates: Sequence[Date], percentages: Sequence[Percentage], written: str | None = None
) -> list[Conflict]:
    """The contradictions within a document, which was written on the day `written`."""
    return [*_figures(claims, dates, percentages), *_counts(claims), *_denials(claims), *_weekdays(dates, written)]


def _weekdays(dates: Iterable[Date], written: str | None) -> Iterable[Conflict]:
    for date in dates:
        # If the year was only guessed from another date of the text, the guess may be the error.
        if WEEKDAY not in date.notes or date.anchor not in (None, written):
            continue
        try:
            weekday = _WEEKDAYS[day.fromisoformat(date.value[:10]).weekday()]
        except ValueError:
            continue  # the year is unknown, so there is no correct weekday to name
        yield Conflict(
            facts=(date.id,), speakers=(), text=f"“{' '.join(date.text.split())}”: {date.value[:10]} was a {weekday}.",
        )


def _figures(
    claims: Sequence[Claim], dates: Sequence[Date], percentages: Sequence[Percentage]
) -> Iterable[Conflict]:
    """Different shares of the same whole that two speakers give for one holder at one time."""
    by_holder: dict[str, list[Percentage]] = {}
    for share in percentages:
        if share.entity is not None and _votes(share):
            by_holder.setdefault(share.entity, []).append(share)
    if not by_holder:
        return
    around: dict[str, list[Claim]] = {}
    for claim in claims:
        for id in claim.percentages:
            around.setdefault(id, []).append(claim)
    by_id = {date.id: date for date in dates}
    for shares in by_holder.values():
        yield from _of_one_holder(shares, around, by_id)


def _of_one_holder(
    shares: Sequence[Percentage], around: Mapping[str, Sequence[Claim]], dates: Mapping[str, Date]
) -> Iterable[Conflict]:
    """Different shares of one holder; around: the claims around each share, dates: each date, by their ids."""
    def days(claim: Claim) -> list[Date]:
        return [dates[id] for id in claim.dates if id in dates]

    around_each = ((share, claim_around(share, around.get(share.id, ()))) for share in shares)
    told = [(share, claim) for share, claim in around_each if claim is not None and claim.source is not None]
    for i, first in enumerate(told):
        others = (second for second in told[i + 1:i + 1 + _BESIDE] if _exclude(*first, *second))
        yield from (_told(*first, *two) for two in others if same_time(days(first[1]), days(two[1])))


def _exclude(first: Percentage, one: Claim, second: Percentage, other: Claim) -> bool:
    """Whether two shares that two speakers give of the same cannot both hold."""
    if not _apart(first, second) or same_speaker(one, other) or _lead(first, one) or _lead(second, other):
        return False
    return same_measure(first, second) and same_group(_asked(first, one), _asked(second, other))


def _asked(share: Percentage, claim: Claim) -> frozenset[str]:
    """Those among whom alone a share is counted, as the claim that it stands in tells."""
    part = next(part for part in claim.content if part.span.start <= share.span.start < part.span.end)
    text = part.text.removeprefix("that ")
    moved = part.span.end - len(text)
    return group_asked(text, share.span.start - moved, share.span.end - moved)


def _told(first: Percentage, one: Claim, second: Percentage, other: Claim) -> Conflict:
    """The conflict of two shares, in words."""
    holder = first.holder or second.holder
    who = " ".join(holder.text.split()) if holder else "the same holder"
    speakers = speaker_of(one), speaker_of(other)
    return Conflict(
        facts=(first.id, second.id, one.id, other.id),
        speakers=speakers,
        text=f"{who}: {first.value_text} according to {inside(speakers[0])}, "
             f"{second.value_text} according to {inside(speakers[1])}.",
    )


_SMALL = ("The ", "A ", "An ", "His ", "Her ", "Its ", "Their ")


def inside(speaker: str) -> str:
    """A speaker's name or description as written within a sentence."""
    return speaker[0].lower() + speaker[1:] if speaker.startswith(_SMALL) else speaker


def _votes(share: Percentage) -> bool:
    """Whether the share is one of votes or support, or of nothing stated, and no change of it."""
    if share.unit != "percent" or share.change is not None:
        return False
    return share.of is None or bool(VOTES & set(share.of.text.lower().split()))


def _apart(first: Percentage, second: Percentage) -> bool:
    """Whether two figures differ by more than rounding."""
    if first.mod in ("MARGIN",) or second.mod in ("MARGIN",):
        return False
    low, high = sorted((first, second), key=lambda share: share.low)
    if low.mod in ("MORE_THAN", "EQUAL_OR_MORE") or high.mod in ("LESS_THAN", "EQUAL_OR_LESS"):
        return False
    return high.low - low.high > max(5.0, low.high)


def _lead(share: Percentage, claim: Claim) -> bool:
    """Whether the share is a lead: ahead by 5%."""
    start = share.span.start
    fronts = [part.text[:start - part.span.start] for part in claim.content if part.span.start < start < part.span.end]
    return any(front.split()[-1:] == ["by"] for front in fronts)


def claim_around(share: Percentage, claims: Iterable[Claim]) -> Claim | None:
    """The innermost claim whose content contains the share."""
    around = [
        claim for claim in claims
        if any(part.span.start <= share.span.start and share.span.end <= part.span.end for part in claim.content)
    ]
    return min(around, key=lambda claim: claim.span.end - claim.span.start, default=None)


_DIGIT = compiled(r"\d")
_NUMBER = compiled(r"([^\w\s]?)(\d{1,3}(?:,\d{3})+|\d+)((?:\.\d+)?)(\D{0,2})")
_NEAR = 1.1
"""Two counts may be the same one, rounded, if the greater is at most this many times the other."""
_LONGEST = 40
"""The most words of a content that are compared."""


def _counts(claims: Iterable[Claim]) -> Iterable[Conflict]:
    """Claims by two speakers in the same words except for one number: 300 people marched, 5,000 people marched."""
    said: dict[tuple[str, ...], list[tuple[Claim, list[tuple[str, float]]]]] = {}
    for claim in claims:
        if claim.source is None or claim.stance != "asserts" or len(claim.content) > 1:
            continue
        if not _DIGIT.search(claim.content[0].text):
            continue  # most have none
        words, numbers = frame(claim.content[0].text)
        if not numbers or len(words) < 3 or len(set(words) - _LITTLE) < 3:
            continue
        others = said.setdefault(words, [])
        for other, counted in others[-_BESIDE:]:
            if same_speaker(claim, other) or sum(map(differ, numbers, counted)) != 1 or numbers == counted:
                continue
            speakers = speaker_of(other), speaker_of(claim)
            one, two = (
                f"{inside(speaker_of(each))}: {' '.join(each.content[0].text.split())}" for each in (other, claim)
            )
            yield Conflict(
                facts=(other.id, claim.id), speakers=speakers, text=f"According to {one}; according to {two}.",
            )
            break
        others.append((claim, numbers))


def frame(content: str) -> tuple[tuple[str, ...], list[tuple[str, float]]]:
    """The words of a content with "#" for its numbers, and the numbers, each with its unit; years count as words."""
    words: list[str] = []
    numbers: list[tuple[str, float]] = []
    for word in content.lower().split()[:_LONGEST]:
        word = word.strip(".,;:!?\"“”‘’'()")
        number = None if word.isalpha() else _NUMBER.fullmatch(word)
        if number is None or len(number[2]) == 4 and not (number[1] or number[3] or number[4]):
            words += [word] if word and word != "that" else []
        else:
            words.append("#")
            numbers.append((number[1] + number[4], float(number[2].replace(",", "") + number[3])))
    return tuple(words), numbers


def differ(one: tuple[str, float], other: tuple[str, float]) -> bool:
    low, high = sorted((one[1], other[1]))
    return one[0] == other[0] and high > _NEAR * low


def speaker_of(claim: Claim) -> str:
    return claim.name or (" ".join(claim.source.text.split()) if claim.source else "")


_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which", "that", "we", "i", "you", "one", "some", "others"})


def same_speaker(one: Claim, other: Claim) -> bool:
    """Whether two claims may have the same speaker: a pronoun may be anybody."""
    said = speaker_of(one).lower(), speaker_of(other).lower()
    return said[0] == said[1] or not _PRONOUNS.isdisjoint(said)


_LITTLE = frozenset(
    "a an the any all some of to in on for by his her its their that this and or having he she it they".split()
)


def _denials(claims: Sequence[Claim]) -> Iterable[Conflict]:
    """A claim by one speaker and its denial by another, in nearly the same words."""
    denied = [(claim, content_words(content_of(claim))) for claim in claims if claim.source and denies(claim)]
    if not denied:
        return
    asserted = [claim for claim in claims if claim.stance in ("asserts", "accuses") and claim.source]
    said = [(claim, content_words(content_of(claim))) for claim in asserted]
    starts = [claim.span.start for claim, _ in said]
    for denial, refused in denied:
        place = bisect_left(starts, denial.span.start)
        near = said[max(0, place - _BESIDE):place + _BESIDE]
        claim = next((claim for claim, words in near if _alike(refused, words) and _of_another(denial, claim)), None)
        if claim is not None:
            one, other = speaker_of(claim), speaker_of(denial)
            content = " ".join(claim.content[0].text.split())
            yield Conflict(
                facts=(claim.id, denial.id), speakers=(one, other),
                text=f"Said by {inside(one)}, denied by {inside(other)}: {content}.",
            )


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two contents, by their words, say nearly the same."""
    shared = len(one & other)
    return shared >= 3 and shared / min(len(one), len(other)) >= 0.7


def _of_another(denial: Claim, claim: Claim) -> bool:
    """Whether a claim is by another speaker than a denial, and neither is told within the other."""
    return not (_within(denial, claim) or _within(claim, denial) or same_speaker(denial, claim))


def denies(claim: Claim) -> bool:
    """Whether the cue denies that the content is true: denied, rejected claims; but not rejected, dismissed alone."""
    return claim.stance == "denies" and claim.cue is not None and any(
        word.startswith(_OF_TRUTH) or word.removesuffix("s") in STATEMENTS for word in claim.cue.text.lower().split()
    )


def _within(inner: Claim, outer: Claim) -> bool:
    return any(part.span.start <= inner.span.start < part.span.end for part in outer.content)


_OF_TRUTH = ("den", "disput", "refut", "rebut", "contradict")
STATEMENTS = frozenset("claim allegation accusation report rumour rumor suggestion assertion insinuation".split())
"""What is true or not, so that to reject it is to deny it."""


def content_of(claim: Claim) -> str:
    return " ".join([part.text for part in claim.content])


def content_words(content: str) -> frozenset[str]:
    """The words of a content that tell what it says, in small letters."""
    words = (word.strip(".,;:!?\"“”‘’'()").lower() for word in content.split())
    return frozenset(word for word in words if word and word not in _LITTLE)
