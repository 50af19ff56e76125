"""Bytes to text: never a guess that loses letters."""

from __future__ import annotations

import codecs
import re

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
        if wide := unmarked_utf16(data):
            return data.decode(wide), f"no mark of its encoding: read as {wide} (--encoding names another)"
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
    assumed = "mac-roman" if is_of_a_mac(data) else "cp1252"
    try:
        return data.decode(assumed), f"{failed}: read as {assumed} (--encoding names another)"
    except UnicodeDecodeError:
        raise UnreadableError(f"{failed} (try --encoding latin-1)") from None


def unmarked_utf16(data: bytes) -> str | None:
    """The encoding of text whose every other byte is nearly always NUL, as English in UTF-16 has it; else None."""
    sample = data[:4096]
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = sample[first::2], sample[1 - first :: 2]
        if len(data) % 2 == 0 and len(high) > 8 and high.count(0) > 0.7 * len(high) and not low.count(0):
            try:
                data.decode(name)
            except UnicodeDecodeError:
                continue
            return name
    return None


MISPLACED = (
    r"(?<=[a-z])[À-ÖØ-ÞŠŽŒŸ]|[À-ÖØ-ÞŠŽŒŸ](?![\w’'. -])|(?<!\w)[ÒÓÔÕ](?=[A-Za-z])|(?<=[.,!?])[ÒÓÔÕ]"
    r"|(?<=[A-Za-z])[¡-¿“„‘‡†‹ˆ‰](?=[a-z])|(?<=[a-z])[Œ-Ÿ](?=[a-z])"
)
"""Characters where no English text has them: capitals with accents after small letters, signs within words."""


def is_of_a_mac(data: bytes) -> bool:
    """Whether text that is not UTF-8 makes sense as an old Mac wrote it and not as Windows did."""
    as_windows, as_mac = (data.decode(name, "replace") for name in ("cp1252", "mac-roman"))
    strange = len(re.findall(MISPLACED, as_windows)) + as_windows.count("\ufffd")
    return strange > 2 * len(re.findall(MISPLACED, as_mac))


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark at the start of `data` indicates."""
    return next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None)
