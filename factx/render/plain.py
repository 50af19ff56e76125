"""Makes article text safe for one line of a table, a terminal or a shell script."""

from __future__ import annotations

import re

from factx.model import as_read

# Control characters that a terminal might obey, and changes of direction that would reverse its line.
UNSAFE = "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]"


def one_line(text: str) -> str:
    """The text on one line, with single blanks and nothing that a terminal might obey."""
    return printable(" ".join(as_read(text).split()))


def printable(text: str) -> str:
    """The text unchanged, except for a mark in place of each character that a terminal might obey."""
    return text if text.isprintable() else re.sub(UNSAFE, "\ufffd", text)  # all unsafe characters are unprintable
