"""The outcomes of work in a worker process."""

from __future__ import annotations

from typing import TypeVar

S = TypeVar("S")
"""An input, sent to a worker."""
R = TypeVar("R")
"""The result for an input."""


class Died(Exception):  # noqa: N818 (returned, not raised)
    """How the process that worked on an input died."""


class ReaderDiedError(Exception):
    """The process that reads the inputs died: those that it had not passed on are lost."""
