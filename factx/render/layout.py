"""How facts are to be laid out, and what the terminal lets us do."""

import os
from typing import Final, NamedTuple

from factx.model import Kind

KIND_OF: Final[dict[str, Kind]] = {"dates": "date", "people": "person", "percentages": "percentage", "claims": "claim"}
"""What the command calls the kinds, in the order in which people read them."""


class Layout(NamedTuple):
    """What a format needs to know beside the documents; each takes what concerns it."""

    kinds: frozenset[str] = frozenset(KIND_OF.values())
    fields: tuple[str, ...] = ()
    """The columns of rows; none: the default ones."""
    header: bool = True
    safe: bool = False
    """Whether no cell of rows may be taken for a formula by a spreadsheet."""
    why: bool = False
    """Whether each fact is shown with the rule that found it, and its reasons."""
    width: int = 100
    color: bool = False


def terminal_width() -> int:
    """COLUMNS, else the terminal's width, else one that fits a page."""
    columns = os.environ.get("COLUMNS", "")
    try:
        # What shutil.get_terminal_size does, without its imports: they would cost the start of every run.
        width = int(columns) if columns.isdecimal() else os.get_terminal_size(1).columns
    except OSError:
        width = 0
    return max(40, width or 100)


def wants_color(choice: str, terminal: bool) -> bool:
    """The option, then NO_COLOR, FORCE_COLOR and TERM=dumb, then whether it is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if forced := os.environ.get("FORCE_COLOR"):
        return forced != "0"
    return terminal and os.environ.get("TERM") != "dumb"
