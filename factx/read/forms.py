"""Chooses the reader of an input by its first bytes and its name.

A reader is a module here with a function `read(stream, doc, options)`; READERS has its suffixes. It is
imported when the first such input turns up, and costs nothing until then.
"""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from io import BufferedReader, RawIOBase
from typing import BinaryIO, cast

from factx.read.input import Input, Problem, Reader, ReadOptions, UnreadableError

READERS = {
    ".txt": "text", ".md": "text", ".text": "text",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf", ".docx": "docx", ".eml": "mail", ".zip": "zip",
}  # fmt: skip

EXTRAS = {"html": "web pages", "pdf": "PDF", "docx": "Word documents"}
"""The readers that need extra packages; the extra that installs these has the reader's name."""

GZIP = b"\x1f\x8b\x08"
SIGNATURES = {b"%PDF-": "pdf", b"PK\x03\x04": "zip", b"PK\x05\x06": "zip"}
FOREIGN = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old or encrypted Office file (save it as .docx without a password)",
    b"{\\rtf": "rich text, RTF (save it as .docx or as text)",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive (unpack it first)",
    b"Rar!\x1a\x07": "a RAR archive (unpack it first)",
    b"\xfd7zXZ\0": "compressed with xz (unpack it first: xz -dc)",
    b"\x28\xb5\x2f\xfd": "compressed with zstd (unpack it first: zstd -dc)",
    b"BZh91AY&SY": "compressed with bzip2 (unpack it first: bzip2 -dc)",
}
"""The first bytes of inputs that no reader here can read."""

PAGE = rb"""(?xi) \A (?:\xef\xbb\xbf)?+ (?: \s++ | <!--.{0,2000}?--> | <\?xml[^>]{0,200}> )*+
    <(?: !doctype\s+html | html | head | body ) [\s>]"""
HEADER = rb"(?:[!-9;-~]{1,60}+:[^\n]*+\n(?:[\ \t][^\n]*+\n)*+)*+"
"""The fields of a mail's header, each with its continuation lines."""


def documents(
    opened: Callable[[], AbstractContextManager[BinaryIO]], doc: str, options: ReadOptions
) -> Iterator[Input | Problem]:
    """The texts in an input named `doc`; an error that stops the reading becomes a problem."""
    try:
        with opened() as stream, peekable(stream) as source:
            suffix, packed = suffix_of(doc)
            if packed or (options.form == "auto" and source.peek().startswith(GZIP)):
                import gzip

                source = buffered(gzip.GzipFile(fileobj=source))
            form = options.form if options.form != "auto" and suffix != ".zip" else form_of(source.peek(), suffix)
            yield from reader(form)(source, doc, options)
    except OSError as error:
        yield Problem(doc, error.strerror or str(error))
    except UnreadableError as error:
        yield Problem(doc, str(error))
    except (EOFError, zlib.error) as error:
        yield Problem(doc, f"damaged: {error}")
    except RecursionError:
        yield Problem(doc, "damaged: its parts are nested without end")


@contextmanager
def peekable(stream: BinaryIO) -> Iterator[BufferedReader]:
    """The stream itself if it can be peeked at, else a buffered one around it."""
    if isinstance(stream, BufferedReader):
        yield stream
    else:
        over = buffered(stream)
        try:
            yield over
        finally:
            over.detach()  # the caller's stream stays open


def buffered(stream: object) -> BufferedReader:
    """A buffered reader around a stream of any sort."""
    return cast(BufferedReader, BufferedReader(cast(RawIOBase, stream)))


def form_of(beginning: bytes, suffix: str) -> str:
    """The reader for an input: a binary one by its first bytes, text by its name, or else by its beginning."""
    for signature, message in FOREIGN.items():
        if beginning.startswith(signature):
            raise UnreadableError(message)
    for signature, form in SIGNATURES.items():
        # A PDF may have some bytes before its signature; a .docx is a .zip too.
        if beginning.startswith(signature) or (form == "pdf" == READERS.get(suffix) and signature in beginning):
            return "docx" if form == "zip" and suffix == ".docx" else form
    form = READERS.get(suffix, "")
    if form in ("", "pdf", "docx", "zip"):
        # The name says nothing, or a web page (of an error, a login) was saved under the name of the file wanted.
        return "html" if is_page(beginning) else form or ("mail" if is_mail(beginning) else "text")
    return form


def is_page(beginning: bytes) -> bool:
    """Whether the input begins like HTML."""
    return b"<" in beginning and re.match(PAGE, beginning) is not None


def is_mail(beginning: bytes) -> bool:
    """Whether the input begins like a mail, with fields that only programs write: people write "From:" too."""
    header = re.match(HEADER, beginning.replace(b"\r\n", b"\n"))
    names = {line.split(b":")[0].lower() for line in header[0].split(b"\n")} if header else set()
    return b"from" in names and not names.isdisjoint({b"message-id", b"mime-version", b"received"})


def reader(form: str) -> Reader:
    """The reader of that name, imported now; UnreadableError names the extra that it lacks."""
    try:
        return cast(Reader, import_module(f"factx.read.{form}").read)
    except ImportError as error:
        if form not in EXTRAS:
            raise
        missing = f'reading {EXTRAS[form]} needs more packages: pip install "factx[{form}]"'
        raise UnreadableError(f"{missing} ({error.msg.splitlines()[0]})") from None


def wanted(path: str, globs: tuple[str, ...]) -> bool:
    """Whether to read a file of a directory or an archive; patterns with a slash are matched against its whole path."""
    if not globs:
        return suffix_of(path)[0] in READERS
    from fnmatch import fnmatch

    name = os.path.basename(path)
    return any(fnmatch(path if "/" in pattern else name, pattern) for pattern in globs)


def suffix_of(path: str) -> tuple[str, bool]:
    """The suffix in lower case, without .gz, and whether there was a .gz."""
    stem, suffix = os.path.splitext(path.lower())
    return (os.path.splitext(stem)[1], True) if suffix == ".gz" else (suffix, False)
