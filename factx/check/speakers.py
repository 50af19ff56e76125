"""The speaker at a place of a source: from a transcript's labels, or from the attribution of an article's quotation."""

from __future__ import annotations

import re
from typing import Final

from factx.across.names import levelled
from factx.check.names import TITLES
from factx.expressions import compiled
from factx.model import Claim
from factx.resolve.parties import speaker_of

LABEL: Final = compiled(
    r"^[ \t>*]*+((?:[A-Z][\w.’'-]*+(?:[ \t](?:of |de |the )?+)?+){1,6}+)(?:\([^)\n]*+\))?+[ \t]*+:(?=\s)", re.MULTILINE
)
"""What begins a turn: ANN LEE:, Mr. Okafor:, Q:"""
NEAR: Final = 300
"""How many characters before and after a passage are read at least, to find who is said to say it."""
FEW: Final = 2
"""How many labels make a transcript."""


def speaker_at(text: str, start: int, end: int) -> str | None:
    """The name of the speaker at a place; None if it is nobody's quotation."""
    labels = list(LABEL.finditer(text, 0, start + 1))
    if labels and (len(labels) >= FEW or LABEL.search(text, end)):
        return " ".join(labels[-1][1].split())
    if not is_quoted(text, start):
        return None
    from factx.pipeline import extract

    # The paragraph, so far as it is near: the one before it says who speaks on.
    first = max(text.rfind("\n", 0, max(0, text.rfind("\n", 0, start))), text.rfind(". ", 0, max(0, start - NEAR)))
    ends = text.find("\n", end), text.find(". ", end + NEAR)
    around = text[first + 1 : min([at + 1 for at in ends if at >= 0], default=len(text))]
    place = start - first - 1
    claims = extract(around, kinds={"person", "claim"}).claims
    saying = [claim for claim in claims if says(claim, place)]
    claim = min(saying, key=lambda claim: claim.span.end - claim.span.start, default=None)
    return speaker_of(claim) or None if claim else None


def is_quoted(text: str, start: int) -> bool:
    """Whether a source has itself in quotation marks what stands at a place: else it is the source that says it."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”") or before.rfind("‘") > before.rfind("’")


def says(claim: Claim, place: int) -> bool:
    return any(part.span.start <= place < part.span.end for part in claim.content)


def same_speaker(one: str | None, other: str | None) -> bool | None:
    """Whether two are one by name: all words of one are the other's; None where one of them is not known."""
    if not one or not other:
        return None
    a, b = (set(levelled(name).words) - TITLES for name in (one, other))
    return a <= b or b <= a if a and b else None
