"""Bytes to text: never a guess that loses letters."""

from __future__ import annotations

import codecs

from factx.read.input import UnreadableError

# The longer marks first: UTF-32's begins with UTF-16's.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str | None]:
    """The text of `data`, and a warning if its encoding had to be assumed.

    An encoding that the caller names is the only one tried. A byte order mark is not part of the text.
    """
    named = encoding or marked_encoding(data)
    if named is None and (nul := data.find(0)) >= 0:
        raise UnreadableError(f"binary: a NUL at byte {nul} (if it is text, name its --encoding: utf-16-le, utf-8)")
    try:
        return data.decode(named or "utf-8").removeprefix("\ufeff"), None
    except UnicodeError as error:
        # Some codecs (punycode, idna) say no more than that they failed.
        failed = f"not {(named or 'utf-8').upper()}" + (
            f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        )
        if named:
            raise UnreadableError(f"{failed} (try another --encoding)") from None
    try:
        return data.decode("cp1252"), f"{failed}: read as cp1252 (--encoding names another)"
    except UnicodeDecodeError:
        raise UnreadableError(f"{failed} (try --encoding latin-1)") from None


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark at the start of `data` indicates."""
    return next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None)
