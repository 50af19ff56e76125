"""What an input is, told by its first bytes.

Each function is given the beginning of an input, some thousands of bytes, and says whether it is of one form. What
people write themselves must not pass: a letter has "From:" too, and prose brackets.
"""

from __future__ import annotations

import re
from typing import Final

SPACE: Final = rb"(?:\xef\xbb\xbf)?+\s*+"
"""What may stand before anything else: a byte order mark and blanks."""
PAGE: Final = re.compile(rb"""(?xi) \A (?:\xef\xbb\xbf)?+ (?: \s++ | <!--.{0,2000}?--> | <\?xml[^>]{0,200}> )*+
    <(?: !doctype\s+html | html | head | body ) [\s>]""")
ROOT: Final = re.compile(
    rb"""(?xs) \A (?:\xef\xbb\xbf)?+
    (?: \s++ | <\?.{0,500}?\?> | <!--.{0,4000}?--> | <!DOCTYPE\s[^\[>]{0,500} (?:\[.{0,4000}?\]\s*+)?+ > )*+
    < (?:[\w.-]{1,40}:)? ([A-Za-z][\w.-]{0,60}) (?=[\s/>])"""
)
"""The root of XML, after the prolog."""
HEADER: Final = re.compile(rb"(?:[!-9;-~]{1,60}+:[^\n]*+\n(?:[\ \t][^\n]*+\n)*+)*+")
"""The fields of a mail's header, each with its continuation lines."""
MBOX: Final = re.compile(
    rb"\AFrom \S{1,200}+ ++[A-Z][a-z]{2} [A-Z][a-z]{2} [ 0-9]?[0-9] [0-9:]{5,8}[^\n]{0,40}\n(?:>?[!-9;-~]{1,60}+:| )"
)
JSON: Final = re.compile(
    rb"\A" + SPACE + rb"(?:(?:var |window\.)[\w.]{1,100} = )?+"
    rb'(?:\[\s*+(?:\{\s*+["}]|\])|\{\s*+(?:"(?:[^"\\]|\\.){0,200}+"\s*+:|\}\s*+\Z))'
)
ARRAY: Final = re.compile(rb"\A" + SPACE + rb"\[\s*+(?:\{|\]|\Z)")
LINES_OF_JSON: Final = re.compile(rb"\A" + SPACE + rb'\{[^\n]*+\}[ \t\r]*+\n\s*+(?:\{"|\Z)')
SUBTITLES: Final = re.compile(
    rb"\A" + SPACE + rb"(?:WEBVTT(?=\s)|[0-9]{1,6}\s*?\n[0-9]{1,2}:[0-9]{2}:[0-9]{2}[,.][0-9]{1,3} --> [0-9])"
)
WARC: Final = re.compile(rb"\AWARC/[01]\.[0-9]+\r?\n")
RESPONSE: Final = re.compile(rb"\AHTTP/[0-9.]{1,3} [1-5][0-9]{2}[^\n]{0,100}\n(?:[!-9;-~]{1,60}+:[^\n]*+\n)+")
SNAPSHOT: Final = re.compile(rb"(?im)^(?:from:\s*<saved by |snapshot-content-location:)")
HEADED_TABLE: Final = re.compile(
    rb'\A(?:\xef\xbb\xbf)?+(?:sep=.\r?\n)?+"?[\w .:/-]{1,40}"?(?:[,;\t|]"?[\w .:/-]{0,40}"?){1,200}+\r?\n'
)
KNOWN_COLUMNS: Final = frozenset(
    b"text body content articlebody fulltext article article_text full_text description summary story".split()
)
OTHER_COLUMNS: Final = frozenset(
    b"id _id title headline date published publishedat published_at pubdate url link author authors byline source "
    b"publication publisher created_at".split()
)


def is_page(beginning: bytes) -> bool:
    """Whether the input begins like HTML."""
    return b"<" in beginning and PAGE.match(beginning) is not None


def root(beginning: bytes) -> str | None:
    """The name of the root element, without its prefix, if the input begins like XML."""
    found = ROOT.match(beginning) if b"<" in beginning else None
    return found[1].decode("ascii") if found else None


def is_mail(beginning: bytes) -> bool:
    """Whether the input begins like a mail, with fields that only programs write: people write "From:" too."""
    header = HEADER.match(beginning.replace(b"\r\n", b"\n"))
    names = {line.split(b":")[0].lower() for line in header[0].split(b"\n")} if header else set()
    return b"from" in names and not names.isdisjoint({b"message-id", b"mime-version", b"received"})


def is_mbox(beginning: bytes) -> bool:
    """Whether the input begins like a mailbox: with the line that parts mails, and a header's first field."""
    return MBOX.match(beginning.replace(b"\r\n", b"\n")) is not None


def is_mhtml(beginning: bytes) -> bool:
    """Whether the input begins like a page that a browser saved as a mail."""
    return is_mail(beginning) and SNAPSHOT.search(beginning) is not None


def is_json(beginning: bytes) -> bool:
    return JSON.match(beginning) is not None


def is_json_array(beginning: bytes) -> bool:
    return ARRAY.match(beginning) is not None


def is_json_lines(beginning: bytes) -> bool:
    """Whether the first line is an object, and so is what follows."""
    return LINES_OF_JSON.match(beginning) is not None


def is_table(beginning: bytes) -> bool:
    """Whether the first line names columns, one with a text and another with what tables of articles have."""
    header = HEADED_TABLE.match(beginning)
    if header is None:
        return False
    names = {name.strip(b' "').lower() for name in re.split(rb"[,;\t|]", header[0].strip())}
    return not names.isdisjoint(KNOWN_COLUMNS) and not names.isdisjoint(OTHER_COLUMNS)


def is_subtitles(beginning: bytes) -> bool:
    return SUBTITLES.match(beginning) is not None


def is_warc(beginning: bytes) -> bool:
    return WARC.match(beginning) is not None


def is_response(beginning: bytes) -> bool:
    return RESPONSE.match(beginning) is not None


def is_tar(beginning: bytes) -> bool:
    return beginning[257:262] == b"ustar"
