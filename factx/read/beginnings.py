"""Recognises the form of an input by its first bytes.

Each function is given the beginning of an input, some thousands of bytes, and says whether it is of one form. What
people write themselves must not pass: a letter has "From:" too, and prose brackets. Most inputs are prose: what its
first character rules out is not looked at further, and no expression is compiled for it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

PAGE: Final = rb"""(?xi) \A (?: \s++ | <!--.{0,2000}?--> | <\?xml[^>]{0,200}> )*+
    <(?: !doctype\s+html | html | head | body ) [\s>]"""
ROOT: Final = rb"""(?xs) \A
    (?: \s++ | <\?.{0,500}?\?> | <!--.{0,4000}?--> | <!DOCTYPE\s[^\[>]{0,500} (?:\[.{0,4000}?\]\s*+)?+ > )*+
    < (?:[\w.-]{1,40}:)? ([A-Za-z][\w.-]{0,60}) (?=[\s/>])"""
"""The root of XML, after the prolog."""
HEADER: Final = rb"(?:[!-9;-~]{1,60}+:[^\n]*+\n(?:[\ \t][^\n]*+\n)*+)*+"
"""The fields of a mail's header, each with its continuation lines."""
MBOX: Final = (
    rb"From \S{1,200}+ ++[A-Z][a-z]{2} [A-Z][a-z]{2} [ 0-9]?[0-9] [0-9:]{5,8}[^\n]{0,40}\n(?:>?[!-9;-~]{1,60}+:| )"
)
JSON: Final = (
    rb"(?:(?:var |window\.)[\w.]{1,100} = )?+"
    rb'(?:\[\s*+(?:\{\s*+["}]|\])|\{\s*+(?:"(?:[^"\\]|\\.){0,200}+"\s*+:|\}\s*+\Z))'
)
ARRAY: Final = rb"\[\s*+(?:\{|\]|\Z)"
LINES_OF_JSON: Final = rb'\{[^\n]*+\}[ \t\r]*+\n\s*+(?:\{"|\Z)'
SUBTITLES: Final = rb"WEBVTT(?=\s)|[0-9]{1,6}\s*?\n[0-9]{1,2}:[0-9]{2}:[0-9]{2}[,.][0-9]{1,3} --> [0-9]"
RESPONSE: Final = rb"HTTP/[0-9.]{1,3} [1-5][0-9]{2}[^\n]{0,100}\n(?:[!-9;-~]{1,60}+:[^\n]*+\n)+"
SNAPSHOT: Final = rb"(?im)^(?:from:\s*<saved by |snapshot-content-location:)"
KNOWN_COLUMNS: Final = frozenset(
    b"text body content articlebody fulltext article article_text full_text description summary story".split()
)
OTHER_COLUMNS: Final = frozenset(
    b"id _id title headline date published publishedat published_at pubdate url link author authors byline source "
    b"publication publisher created_at".split()
)


@cache
def compiled(source: bytes) -> re.Pattern[bytes]:
    return re.compile(source)


def after_blanks(beginning: bytes) -> bytes:
    """The beginning without a byte order mark and blanks."""
    return beginning.removeprefix(b"\xef\xbb\xbf").lstrip()


def is_page(beginning: bytes) -> bool:
    """Whether the input begins like HTML."""
    bare = after_blanks(beginning)
    return bare.startswith(b"<") and compiled(PAGE).match(bare) is not None


def root(beginning: bytes) -> str | None:
    """The name of the root element, without its prefix, if the input begins like XML."""
    bare = after_blanks(beginning)
    found = compiled(ROOT).match(bare) if bare.startswith(b"<") else None
    return found[1].decode("ascii") if found else None


def is_mail(beginning: bytes) -> bool:
    """Whether the input begins like a mail, with fields that only programs write: people write "From:" too."""
    if b":" not in beginning.split(b"\n", 1)[0]:
        return False
    header = compiled(HEADER).match(beginning.replace(b"\r\n", b"\n"))
    names = {line.split(b":")[0].lower() for line in header[0].split(b"\n")} if header else set()
    return b"from" in names and not names.isdisjoint({b"message-id", b"mime-version", b"received"})


def is_mbox(beginning: bytes) -> bool:
    """Whether the input begins like a mailbox: with the line that parts mails, and a header's first field."""
    return beginning.startswith(b"From ") and compiled(MBOX).match(beginning.replace(b"\r\n", b"\n")) is not None


def is_mhtml(beginning: bytes) -> bool:
    """Whether the input begins like a page that a browser saved as a mail."""
    return is_mail(beginning) and compiled(SNAPSHOT).search(beginning) is not None


def is_json(beginning: bytes) -> bool:
    bare = after_blanks(beginning)
    return bare[:1] in (b"[", b"{", b"v", b"w") and compiled(JSON).match(bare) is not None


def is_json_array(beginning: bytes) -> bool:
    bare = after_blanks(beginning)
    return bare.startswith(b"[") and compiled(ARRAY).match(bare) is not None


def is_json_lines(beginning: bytes) -> bool:
    """Whether the first line is an object, and so is what follows."""
    bare = after_blanks(beginning)
    return bare.startswith(b"{") and compiled(LINES_OF_JSON).match(bare) is not None


def is_table(beginning: bytes) -> bool:
    """Whether the first line names columns, one with a text and another with what tables of articles have."""
    lines = beginning.removeprefix(b"\xef\xbb\xbf").split(b"\n", 2)
    header = lines[1] if lines[0].startswith(b"sep=") and len(lines) > 2 else lines[0]
    if len(lines) < 2 or len(header) > 2000 or b". " in header:
        return False
    for mark in (b",", b";", b"\t", b"|"):
        names = {name.strip(b' "\r').lower() for name in header.split(mark)}
        if not names.isdisjoint(KNOWN_COLUMNS) and not names.isdisjoint(OTHER_COLUMNS):
            return True
    return False


def is_subtitles(beginning: bytes) -> bool:
    bare = after_blanks(beginning)
    return (bare[:1].isdigit() or bare.startswith(b"WEBVTT")) and compiled(SUBTITLES).match(bare) is not None


def is_warc(beginning: bytes) -> bool:
    return beginning.startswith((b"WARC/1.", b"WARC/0."))


def is_response(beginning: bytes) -> bool:
    return beginning.startswith(b"HTTP/") and compiled(RESPONSE).match(beginning) is not None


def is_tar(beginning: bytes) -> bool:
    return beginning[257:262] == b"ustar"
