"""Facts in English news text: dates, people, percentages and claims, by rules, with exact offsets.

    >>> import factx
    >>> document = factx.extract("Ann Lee said on Monday that prices rose 3%.", date="2024-05-08")
    >>> [fact.value_text for fact in document.dates]
    ['2024-05-06']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import factx.extract  # noqa: F401 (so that it is done before the function takes its name)
from factx.model import (
    Claim,
    Conflict,
    Date,
    Document,
    Entity,
    Fact,
    Part,
    Percentage,
    Person,
    Span,
)

if TYPE_CHECKING:
    from factx.pipeline import extract

__all__ = [
    "Claim",
    "Conflict",
    "Date",
    "Document",
    "Entity",
    "Fact",
    "Part",
    "Percentage",
    "Person",
    "Span",
    "extract",
]
__version__ = "0.1.0"

# The first import of the package `factx.extract` gives this module that attribute; the function has the name instead.
del extract


def __getattr__(name: str) -> object:
    """`extract`, imported on first use: `factx --help` needs no rules."""
    if name == "extract":
        from factx.pipeline import extract

        return extract
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
