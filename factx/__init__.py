"""Facts in English news text: dates, people, percentages and claims, by rules, with exact offsets.

    >>> import factx
    >>> document = factx.extract("Ann Lee said on Monday that prices rose 3%.", date="2024-05-08")
    >>> [fact.value_text for fact in document.dates]
    ['2024-05-06']
    >>> [claim] = document.claims
    >>> claim.name, claim.stance, claim.content[0].text
    ('Ann Lee', 'asserts', 'that prices rose 3%')
    >>> document.text[claim.span.start : claim.span.end] == claim.text
    True

`extract` makes a `Document` of a text. Its `facts` are in the text's order, each a `Date`, `Person`, `Percentage` or
`Claim`, or a `Custom` one of a kind of your own; `Fact` is what they have in common. What plays a role in a fact, such
as a claim's source, is a `Part`; where anything stands is a `Span`. An `Entity` is a person whom several mentions name,
a `Conflict` what cannot all be true. All of them are named tuples, whose fields are the keys of the JSON.

Also public are `factx.rulefile.load`, for rules of your own, and `factx.spark.extract_facts`, for many machines.
"""

from __future__ import annotations

import factx.extract  # noqa: F401 (so that it is done before the function takes its name)

TYPE_CHECKING = False  # type checkers know the name; `typing` itself is imported on first use, like all else
if TYPE_CHECKING:
    from factx.model import Claim, Conflict, Custom, Date, Document, Entity, Fact, Part, Percentage, Person, Span
    from factx.pipeline import extract

__all__ = [
    "Claim",
    "Conflict",
    "Custom",
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


def __dir__() -> list[str]:
    """The names of `__all__` too, though they are not imported yet."""
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> object:
    """Import the names of `__all__` on first use: `factx --help` needs no rules, and starts at once."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("factx.pipeline" if name == "extract" else "factx.model"), name)
