"""A figure, as the rules for percentages find it, with the tokens that qualify it."""

from __future__ import annotations

from typing import TypeAlias

from factx.model import Bound, Change, Unit
from factx.records import NamedTuple

Range: TypeAlias = tuple[int, int]
"""A token range: the first, and the one after the last."""


class Figure(NamedTuple):
    """A number or a pair of them in hundredths, with the tokens that say what it is of, and whose."""

    low: float
    high: float
    unit: Unit
    mod: Bound | None = None
    change: Change | None = None
    qualifier: Range | None = None
    """The words that `mod` was read from: "over", "or more"."""
    of: Range | None = None
    holder: Range | None = None
    property: Range | None = None
    predicate: Range | None = None
    pronoun: Range | None = None
    """The pronoun that `holder` stands for, where the sentence has a name for it."""
    role_rules: tuple[tuple[str, str], ...] = ()
    """Each role that is filled ("of", "holder", "property", "predicate") with its rule's id, or a reason in words."""


class Reading(NamedTuple):
    """The roles that the clause around a figure tells, as ranges of tokens, and the rule that told them."""

    rule: str
    property: Range | None = None
    holder: Range | None = None
    predicate: Range | None = None
    of: Range | None = None
