"""Article text made fit for one line of a table, a terminal or a shell script."""

from __future__ import annotations

import re

# Controls that a terminal might obey, and the changes of direction that would turn its line about.
UNSAFE = "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]"


def one_line(text: str) -> str:
    """The text on one line, its blanks single, and nothing in it that a terminal obeys."""
    return printable(" ".join(text.split()))


def printable(text: str) -> str:
    """The text as it stands, but for a mark in place of each character that a terminal might obey."""
    return text if text.isprintable() else re.sub(UNSAFE, "\ufffd", text)  # what is unsafe is not printable
