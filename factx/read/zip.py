"""Archives of documents: each member is a separate document, named archive/member."""

from __future__ import annotations

import stat
import struct
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from io import SEEK_END, BufferedReader, BytesIO, FileIO
from lzma import LZMAError
from pathlib import PurePosixPath
from typing import BinaryIO, Final, cast
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from factx.read.documents import documents
from factx.read.forms import READERS, reader, suffix_of, wanted
from factx.read.input import LARGEST, Item, PassedOver, Problem, ReadOptions, UnreadableError, whole

MOST_MEMBERS: Final = 1_000_000
LARGEST_GROWTH: Final = 100
"""How many times its own size an archive may unpack to, if that is more than the largest document."""

DAMAGED = (BadZipFile, LargeZipFile, NotImplementedError, LZMAError, struct.error)
WORD, OFFICE, OPEN = "word/document.xml", "[Content_Types].xml", "mimetype"
DOCUMENTS = {WORD: "docx", "xl/workbook.xml": "xlsx"}
"""The forms that are archives themselves, by a member that each has; the next by what their first member says."""
MEDIA_TYPES = {b"application/epub+zip": "epub", b"application/vnd.oasis.opendocument.text": "odt"}


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The documents in an archive, in order; a problem with one does not stop the others."""
    source = seekable(stream)
    with archive(source) as opened:
        if form := form_inside(opened):
            source.seek(0)
            yield from reader(form)(source, doc, options)
            return
        if options.archived:
            raise UnreadableError("an archive within an archive (unpack it first)")
        inner = options._replace(archived=True, form="auto" if options.form == "zip" else options.form)
        files = [info for info in opened.infolist() if is_file(info)]
        members = [info for info in files if wanted(info.filename, options.globs)]
        for info in members:
            name = f"{doc}/{info.filename}"
            if leads_out(info.filename):
                yield Problem(name, "a path that leads out of the archive: not read (pack it anew without ..)")
            else:
                yield from documents(partial(member, opened, info), name, inner)
        if not members:
            sought = ", ".join(options.globs or READERS)
            yield Problem(doc, f"no file to read in this archive ({sought}; --glob names others)", fatal=False)
        elif not options.globs and len(members) < len(files):
            yield PassedOver(doc, suffix_counts([info.filename for info in files if not wanted(info.filename, ())]))


def form_inside(opened: ZipFile) -> str | None:
    """The form of document that the archive is; UnreadableError if it is one that is not read."""
    names = set(opened.namelist())
    for name, form in DOCUMENTS.items():
        if name in names:
            return form
    if OPEN in names and opened.getinfo(OPEN).file_size < 200:
        try:
            kind = opened.read(OPEN).strip()
        except (*DAMAGED, ValueError, RuntimeError):
            kind = b""
        if kind in MEDIA_TYPES:
            return MEDIA_TYPES[kind]
    if any(name.endswith(".iwa") for name in names):
        raise UnreadableError("a document of Pages, Numbers or Keynote (export it as .docx, .xlsx or PDF)")
    if OFFICE in names or OPEN in names:
        raise UnreadableError("an office document or a book, not an archive of texts (save it as .docx or as text)")
    return None


def suffix_counts(names: list[str]) -> Counter[str]:
    """The number of files with each suffix."""
    return Counter(suffix_of(name)[0] or "without a suffix" for name in names)


def seekable(stream: BinaryIO) -> BinaryIO:
    """The stream itself if it is a plain file, whose parts can be read in any order; else its bytes in memory."""
    plain = isinstance(stream, BufferedReader) and isinstance(stream.raw, FileIO) and stream.seekable()
    return stream if plain else BytesIO(whole(stream))


@contextmanager
def archive(source: BinaryIO) -> Iterator[ZipFile]:
    """The archive in a file, after a check that it unpacks to no more than a genuine archive would."""
    try:
        opened = ZipFile(source)
    except (*DAMAGED, ValueError) as error:
        raise UnreadableError(f"damaged, or not a .zip: {error}") from None
    with opened:
        members = opened.infolist()
        size = source.seek(0, SEEK_END)
        unpacked = sum(info.file_size for info in members)
        if len(members) > MOST_MEMBERS or sum(info.compress_size for info in members) > size:
            raise UnreadableError("members that overlap, or too many of them: not an archive of documents")
        if unpacked > max(LARGEST, LARGEST_GROWTH * size):
            growth = f"{unpacked >> 20} MiB, {unpacked // size} times its size"
            raise UnreadableError(f"unpacks to {growth}: not read (unpack it first if that is intended)")
        yield opened


@contextmanager
def member(opened: ZipFile, info: ZipInfo) -> Iterator[BinaryIO]:
    """The bytes of one member."""
    if info.flag_bits & 1:
        raise UnreadableError("encrypted: it asks for a password (unpack it first)")
    try:
        stream = opened.open(info)
    except (*DAMAGED, ValueError) as error:
        raise UnreadableError(f"damaged: {error}") from None
    try:
        with stream:
            yield cast(BinaryIO, stream)
    except DAMAGED as error:
        raise UnreadableError(f"damaged: {error}") from None


def is_file(info: ZipInfo) -> bool:
    """Whether a member is a file that is neither hidden nor a link."""
    link = stat.S_ISLNK(info.external_attr >> 16)
    # A damaged archive has members without a name, which Python's own test for a folder does not expect.
    return bool(info.filename) and not (info.is_dir() or hidden(info.filename) or link)


def hidden(name: str) -> bool:
    """Whether a member is hidden, or one of a Mac's own."""
    path = PurePosixPath(name.replace("\\", "/"))
    return any(part == "__MACOSX" or (part.startswith(".") and part not in ("..", ".")) for part in path.parts)


def leads_out(name: str) -> bool:
    """Whether a member's name is a path outside the archive."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or path.parts[:1] != () and path.parts[0].endswith(":")
