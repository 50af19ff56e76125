"""The layout of facts, and the abilities of the terminal."""

from __future__ import annotations

import os
from typing import Final

from factx.model import Kind
from factx.records import NamedTuple

KIND_OF: Final[dict[str, Kind]] = {"dates": "date", "people": "person", "percentages": "percentage", "claims": "claim"}
"""The command's names for the kinds, in the order in which they are shown."""


class Layout(NamedTuple):
    """The settings of a format; each format uses those that concern it."""

    kinds: frozenset[str] = frozenset(KIND_OF.values())
    fields: tuple[str, ...] = ()
    """The columns of rows; if empty, the default ones."""
    header: bool = True
    safe: bool = False
    """Whether cells that a spreadsheet would run as a formula are made harmless."""
    why: bool = False
    """Whether each fact is shown with the rule that found it, and its reasons."""
    context: bool = False
    """Whether each fact is shown with its sentence."""
    sparse: bool = False
    """Whether kinds of which there is no fact are passed over, instead of said to have none."""
    width: int = 100
    color: bool = False


def terminal_width() -> int:
    """COLUMNS, else the terminal's width, else one that fits a page."""
    columns = os.environ.get("COLUMNS", "")
    try:
        # As shutil.get_terminal_size, but without its imports, which would slow the start of every run.
        width = int(columns) if columns.isdecimal() else os.get_terminal_size(1).columns
    except OSError:
        width = 0
    return max(40, width or 100)


def wants_color(choice: str, terminal: bool) -> bool:
    """Whether to use colours: decided by the option, then NO_COLOR, FORCE_COLOR and TERM=dumb, then the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if forced := os.environ.get("FORCE_COLOR"):
        return forced != "0"
    return terminal and os.environ.get("TERM") != "dumb"
