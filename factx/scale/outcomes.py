"""What becomes of an input that goes to a worker process."""

from __future__ import annotations

from typing import TypeVar

S = TypeVar("S")
"""What goes to a worker: an input."""
R = TypeVar("R")
"""What it comes to."""


class Died(Exception):  # noqa: N818 (told of, not raised)
    """What became of the process that worked on an input."""


class ReaderDiedError(Exception):
    """The process that reads the inputs died: what it had not handed on is not worked on."""
