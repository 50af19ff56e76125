"""Who says what: a claim's speaker in words, whether two are the same, and the claim that a figure stands in."""

from __future__ import annotations

from collections.abc import Iterable

from factx.model import Claim, Percentage

_SMALL = ("The ", "A ", "An ", "His ", "Her ", "Its ", "Their ")


def inside(speaker: str) -> str:
    """A speaker's name or description as written within a sentence."""
    return speaker[0].lower() + speaker[1:] if speaker.startswith(_SMALL) else speaker


def claim_around(share: Percentage, claims: Iterable[Claim]) -> Claim | None:
    """The innermost claim whose content contains the share."""
    around = [
        claim for claim in claims
        if any(part.span.start <= share.span.start and share.span.end <= part.span.end for part in claim.content)
    ]
    return min(around, key=lambda claim: claim.span.end - claim.span.start, default=None)


def speaker_of(claim: Claim) -> str:
    return claim.name or (" ".join(claim.source.text.split()) if claim.source else "")


_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which", "that", "we", "i", "you", "one", "some", "others"})


def may_be_anybody(claim: Claim) -> bool:
    """Whether a claim's speaker is a pronoun."""
    return speaker_of(claim).lower() in _PRONOUNS


def same_speaker(one: Claim, other: Claim) -> bool:
    """Whether two claims may have the same speaker: a pronoun may be anybody."""
    said = speaker_of(one).lower(), speaker_of(other).lower()
    return said[0] == said[1] or not _PRONOUNS.isdisjoint(said)
