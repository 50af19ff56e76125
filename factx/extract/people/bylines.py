"""Tells the authors of a text from those whom it is about: By Ann Lee and Tom Ray; Reporting by Ann Lee."""

from __future__ import annotations

from collections.abc import Sequence

from factx.extract.people.candidates import Candidate
from factx.extract.people.labels import opens_line
from factx.text.tokens import BLANKS, BREAKS

BY = frozenset({"By ", "BY ", "by "})
LENGTH = 8
"""The most tokens that follow a name on the author's line: "By Ann Lee, AP science writer"."""
CREDITS = frozenset(
    "reporting written writing editing edited photos photographs photography words text story compiled graphics"
    " translated".split()
)
"""What one has done for a text, before "by": Reporting by Ann Lee; editing by Tom Ray."""
LEADING = frozenset({"- ", "– ", "— ", "-- ", "(", "* ", "; ", "additional ", "Additional ", "and "})
"""What may stand before "by" on the author's line, and before what somebody has done."""
JOINING = frozenset({", ", "and ", "& ", ", and "})


def authors(people: Sequence[Candidate], texts: Sequence[str]) -> set[int]:
    """The starts of the authors' names."""
    found: set[int] = set()
    end = -1
    for name in people:
        joined = end >= 0 and 0 < name.title - end <= 2 and JOINING.issuperset(texts[end:name.title])
        if joined or name.title and texts[name.title - 1] in BY and _is_credited(name, texts):
            found.add(name.start)
            end = name.end
        else:
            end = -1
    return found


def _is_credited(name: Candidate, texts: Sequence[str]) -> bool:
    """Whether the "by" before a name stands on an author's line, or after what the author has done."""
    by = name.title - 1
    if by and texts[by - 1].rstrip(BLANKS).lower() in CREDITS:
        return _opens(texts, by - 1)
    return _opens(texts, by) and (
        name.end + LENGTH > len(texts) or any(text[:1] in BREAKS for text in texts[name.end:name.end + LENGTH] if text)
    )


def _opens(texts: Sequence[str], i: int) -> bool:
    """Whether a line begins at `i`, but for a dash or the like."""
    return opens_line(texts, i) or texts[i - 1] in LEADING
