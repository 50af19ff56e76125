"""Makes article text safe for one line of a table, a terminal or a shell script."""

from __future__ import annotations

import re

from factx.model import as_read

# Control characters that a terminal might obey, and changes of direction that would reverse its line.
UNSAFE = "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]"


def one_line(text: str) -> str:
    """The text on one line, with single blanks and nothing that a terminal might obey."""
    return printable(" ".join(as_read(text).split()))


def one_name(name: str) -> str:
    """A document's name on one line, as a shell takes it: two names are never one, and none is obeyed by a terminal."""
    if name.isprintable() and not name.startswith("$'"):
        return name
    return "$'" + "".join(map(escaped, name)) + "'"


def escaped(letter: str) -> str:
    """A character between $' and '."""
    if letter in "\\'":
        return "\\" + letter
    if letter.isprintable():
        return letter
    code = ord(letter)
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file's name that is no UTF-8
        return f"\\x{code - 0xDC00:02x}"
    known = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\x1b": "\\e"}
    return known.get(letter) or (f"\\U{code:08x}" if code > 0xFFFF else f"\\u{code:04x}")


def printable(text: str) -> str:
    """The text unchanged, except for a mark in place of each character that a terminal might obey."""
    return text if text.isprintable() else re.sub(UNSAFE, "\ufffd", text)  # all unsafe characters are unprintable
