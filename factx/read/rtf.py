"""Rich text (RTF): its text, without fonts, pictures and what is marked as deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from factx.read.exports import articles
from factx.read.input import Item, ReadOptions, UnreadableError, whole

TOKEN: Final = re.compile(
    rb"\\([a-z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
"""A word with its number, a byte, a sign, a brace, text."""
LEFT_OUT: Final = frozenset(
    "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf "
    "listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping datastore latentstyles "
    "fldinst xmlnstbl filetbl nonshppict annotation atnid atnauthor bkmkstart bkmkend mmathPr pgdsctbl".split()
)
"""Groups that have no text of the document."""
MARKS: Final = {
    "par": "\n\n", "line": "\n", "sect": "\n\n", "page": "\n\n", "row": "\n", "cell": "\t", "tab": "\t",
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
SIGNS: Final = {"~": "\xa0", "_": "\u2011", "-": "", "\n": "\n\n", "\r": "\n\n"}
DEEPEST: Final = 1000
CHARSETS: Final = {"ansi": "cp1252", "mac": "mac-roman", "pc": "cp437", "pca": "cp850"}


class State:
    """The settings of a group: whether its text is left out, and how many bytes replace a character of \\u."""

    def __init__(self, hidden: bool = False, substitutes: int = 1, deleted: bool = False) -> None:
        self.hidden = hidden
        self.substitutes = substitutes
        self.deleted = deleted


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The document as one text, or the articles of an export. Its dates are not used: they are those of its file."""
    text = text_of(whole(stream), options.encoding)
    if not text:
        raise UnreadableError("no text in this document")
    yield from articles(text, doc, options)


def text_of(data: bytes, encoding: str | None = None) -> str:
    """The text of a document, an empty line between its paragraphs."""
    charset = encoding or "cp1252"
    pieces: list[str] = []
    raw = bytearray()
    states = [State()]
    skip = 0  # the bytes to come that stand for a character given by its number

    def flush() -> None:
        if raw:
            pieces.append(raw.decode(charset, "replace"))
            raw.clear()

    for token in TOKEN.finditer(data):
        word, number, code, sign, brace, plain = token.groups()
        state = states[-1]
        shown = not (state.hidden or state.deleted)
        if brace == b"{":
            if len(states) > DEEPEST:
                raise UnreadableError("damaged: its groups are nested without end")
            states.append(State(state.hidden, state.substitutes, state.deleted))
        elif brace == b"}":
            skip = 0
            if len(states) > 1:
                states.pop()
        elif code or plain:
            given = bytes([int(code, 16)]) if code else plain
            skip, given = max(0, skip - len(given)), given[skip:]
            if shown:
                raw += given
        elif sign == b"*":
            state.hidden = True
        elif sign:
            skip = 0
            if shown:
                flush()
                pieces.append(SIGNS.get(sign.decode("latin-1"), sign.decode("latin-1") if sign in b"\\{}" else ""))
        elif word:
            name, value = word.decode("ascii"), int(number) if number else None
            if name == "u" and value is not None:
                skip = state.substitutes
                if shown:
                    flush()
                    pieces.append(chr(value % 65536))
            elif name in MARKS and shown:
                flush()
                pieces.append(MARKS[name])
            else:
                flush()
                charset = charset if encoding else charset_named(name, value, charset)
                obey(name, value, state)
    flush()
    return tidy("".join(pieces))


def charset_named(name: str, value: int | None, charset: str) -> str:
    """The charset of the bytes after this word."""
    if name == "ansicpg" and value:
        try:
            "".encode(f"cp{value}")
        except LookupError:
            return charset
        return f"cp{value}"
    return CHARSETS.get(name, charset)


def obey(name: str, value: int | None, state: State) -> None:
    """Change what the group's text is, as the word says."""
    if name in LEFT_OUT:
        state.hidden = True
    elif name == "uc":
        state.substitutes = min(value or 0, 16)
    elif name in ("deleted", "v"):
        state.deleted = value != 0
    elif name == "plain":
        state.deleted = False


def tidy(text: str) -> str:
    """The text with at most one empty line, and with characters given as two numbers made one."""
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return re.sub(r"\s*\n\s*\n\s*", "\n\n", re.sub(r"[ \t]+\n", "\n", text)).strip()
