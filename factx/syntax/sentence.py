"""The types of the stage: clauses, and a text as it is read."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from factx.syntax.groups import Group

ClauseKind: TypeAlias = Literal["main", "complement", "relative", "adverbial", "participle", "infinitive"]


class Clause(NamedTuple):
    """A verb group with what belongs to it.

    start, end: its tokens, without the marks around them.
    subject: its own; understood: that of another clause which it shares (she came and [has seen] it, to leave).
    parent: the index of the clause that it stands in, or depends on; None for main clauses.
    """

    kind: ClauseKind
    start: int
    end: int
    verb: Group
    subject: Group | None
    understood: Group | None
    parent: int | None
