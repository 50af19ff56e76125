"""Finds contradictions within a document: differing figures, claims and denials, weekdays that do not fit a date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date as day

from factx.expressions import compiled
from factx.model import Claim, Conflict, Date, Percentage
from factx.resolve.parties import inside, same_speaker, speaker_of

_BESIDE = 500
"""The most figures or claims, on each side, that one is compared with: it bounds the work in a book-length text."""
WEEKDAY = "conflict:weekday"
"""The note on a date that does not fall on the weekday written with it."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def conflicts(
    claims: Sequence[Claim], dates: Sequence[Date], percentages: Sequence[Percentage], written: str | None = None
) -> list[Conflict]:
    """The contradictions within a document, which was written on the day `written`."""
    figures: Iterable[Conflict] = ()
    if claims and len(percentages) > 1:
        from factx.resolve import figures as differing  # for few documents

        figures = differing.conflicts(claims, dates, percentages)
    return [*figures, *_counts(claims), *_denials(claims), *_weekdays(dates, written)]


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


_DIGIT = compiled(r"\d")
_NUMBER = compiled(r"([^\w\s]?)(\d{1,3}(?:,\d{3})+|\d+)((?:\.\d+)?)(\D{0,2})")
_NEAR = 1.1
"""Two counts may be the same one, rounded, if the greater is at most this many times the other."""
_PERCENT = (["percent"], ["pct"], ["percentage"])
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
            if same_speaker(claim, other) or not _differ_in_one(numbers, counted):
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


def _differ_in_one(one: Sequence[tuple[str, float]], other: Sequence[tuple[str, float]]) -> bool:
    """Whether two contents in the same words differ in one number, a count: percentages are compared as figures."""
    unlike = [first for first, second in zip(one, other, strict=True) if differ(first, second)]
    return len(unlike) == 1 and unlike[0][0] != "%"


def frame(content: str) -> tuple[tuple[str, ...], list[tuple[str, float]]]:
    """The words of a content with "#" for its numbers, and the numbers, each with its unit; years count as words."""
    words: list[str] = []
    numbers: list[tuple[str, float]] = []
    bare = [word.strip(".,;:!?\"“”‘’'()") for word in content.lower().split()[:_LONGEST]]
    for place, word in enumerate(bare):
        number = None if word.isalpha() else _NUMBER.fullmatch(word)
        if number is None or len(number[2]) == 4 and not (number[1] or number[3] or number[4]):
            words += [word] if word and word != "that" else []
        else:
            words.append("#")
            unit = "%" if bare[place + 1:place + 2] in _PERCENT or bare[place + 1:place + 3] == ["per", "cent"] else ""
            numbers.append((number[1] + number[4] or unit, float(number[2].replace(",", "") + number[3])))
    return tuple(words), numbers


def differ(one: tuple[str, float], other: tuple[str, float]) -> bool:
    low, high = sorted((one[1], other[1]))
    return one[0] == other[0] and high > _NEAR * low


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
