"""From the bytes of an input to its documents: unpacks, chooses the reader, and puts what goes wrong into words."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from io import BufferedReader, RawIOBase
from typing import BinaryIO, Final, cast

from factx.read.forms import form_of, reader, suffix_of
from factx.read.input import Item, Problem, ReadOptions, UnreadableError

SIGNATURES: Final = {b"\x1f\x8b\x08": "gzip", b"BZh": "bz2", b"\xfd7zXZ\0": "lzma", b"\x28\xb5\x2f\xfd": "zstd"}
"""The first bytes of what is compressed."""
DEEPEST: Final = 3
"""How many times an input may be compressed."""


def documents(
    opened: Callable[[], AbstractContextManager[BinaryIO]], doc: str, options: ReadOptions
) -> Iterator[Item]:
    """The texts in an input named `doc`; an error that stops the reading becomes a problem."""
    try:
        with opened() as stream, peekable(stream) as source:
            suffix, packed = suffix_of(doc)
            plain = unpacked(source, packed, options.form)
            form = options.form if options.form != "auto" and suffix != ".zip" else form_of(peek(plain), suffix)
            yield from reader(form)(plain, doc, options)
    except OSError as error:
        yield Problem(doc, error.strerror or str(error))
    except UnreadableError as error:
        yield Problem(doc, str(error))
    except (EOFError, zlib.error) as error:
        yield Problem(doc, f"damaged: {error}")
    except RecursionError:
        yield Problem(doc, "damaged: its parts are nested without end")
    except Exception as error:
        if not isinstance(error, errors_of_unpacking()):
            raise
        yield Problem(doc, f"damaged: {error}")


def errors_of_unpacking() -> tuple[type[Exception], ...]:
    """The exceptions that reading .xz and .zst can raise; the modules are imported only if there is such a file."""
    known = (("_lzma", "LZMAError"), ("zstandard", "ZstdError"))
    return tuple(getattr(sys.modules[module], name) for module, name in known if module in sys.modules)


def unpacked(source: BufferedReader, packed: str | None, form: str) -> BufferedReader:
    """The bytes that are compressed in the source, or the source itself."""
    for _ in range(DEEPEST):
        beginning = source.peek(8)
        found = next((name for signature, name in SIGNATURES.items() if beginning.startswith(signature)), None)
        named, packed = packed, None
        if named is None and (found is None or form not in ("auto", "tar")):
            break
        # What is named so and is not compressed says so itself.
        source = buffered(decompressor(found or named or "", source))
    return source


def decompressor(name: str, source: BinaryIO) -> object:
    """A stream of the bytes that are compressed in another one."""
    if name == "gzip":
        import gzip

        return gzip.GzipFile(fileobj=source)
    if name == "bz2":
        import bz2

        return bz2.BZ2File(source)
    if name == "lzma":
        import lzma

        return lzma.LZMAFile(source)
    try:
        from factx.read.zst import Frames
    except ImportError:
        raise UnreadableError(
            'compressed with zstd: reading it needs a package: pip install "factx[zst]" (or unpack it: zstd -d)'
        ) from None
    return Frames(source)


def peek(source: BufferedReader) -> bytes:
    """The first bytes of a source, as many as tell what it is; it waits for no more than come by themselves."""
    return source.peek(BEGINNING)[:BEGINNING]


BEGINNING: Final = 8192


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
