"""Archives of documents: each member is a separate document, named archive/member."""

from __future__ import annotations

import stat
import struct
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from io import SEEK_END, BufferedReader, BytesIO, FileIO
from lzma import LZMAError
from pathlib import PurePosixPath
from typing import BinaryIO, Final, cast
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from factx.read.directory import some_at_a_time
from factx.read.documents import documents
from factx.read.forms import READERS, reader, suffix_of, wanted
from factx.read.input import LARGEST, Item, PassedOver, Problem, ReadOptions, UnreadableError, whole

MOST_MEMBERS: Final = 1_000_000
MOST_PARTS: Final = 20_000
"""Of a document that is an archive."""
LARGEST_GROWTH: Final = 100
"""How many times its own size an archive may unpack to, if that is more than the largest document."""

DAMAGED = (BadZipFile, LargeZipFile, NotImplementedError, LZMAError, struct.error)
WORD, OFFICE, OPEN = "word/document.xml", "[Content_Types].xml", "mimetype"
XLSB = "xl/workbook.bin"
DOCUMENTS = {WORD: "docx", "xl/workbook.xml": "xlsx"}
"""The forms that are archives themselves, by a member that each has; the next by what their first member says."""
MEDIA_TYPES = {b"application/epub+zip": "epub", b"application/vnd.oasis.opendocument.text": "odt"}


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The documents in an archive, in order; a problem with one does not stop the others."""
    source = seekable(stream)
    if form := form_inside(checked(source), source):
        source.seek(0)
        yield from reader(form)(source, doc, options)
        return
    if options.archived:
        raise UnreadableError("an archive within an archive (unpack it first)")
    inner = options._replace(archived=True, form="auto" if options.form == "zip" else options.form)
    found = 0
    passed: Counter[str] = Counter()
    for opened in some_at_a_time(source):
        for info in filter(is_file, opened.infolist()):
            name = f"{doc}/{info.filename}"
            if not wanted(info.filename, options.globs):
                passed[suffix_to_say(info.filename)] += 1
                continue
            found += 1
            if leads_out(info.filename):
                yield Problem(name, "a path that leads out of the archive: not read (pack it anew without ..)")
            else:
                yield from documents(partial(member, opened, info), name, inner)
    yield from what_was_not_read(doc, found, passed, options)


def what_was_not_read(doc: str, found: int, passed: Counter[str], options: ReadOptions) -> Iterator[Item]:
    """What to say of an archive some of whose members, or all, are not to be read."""
    if not found:
        sought = ", ".join(options.globs or READERS)
        yield Problem(doc, f"no file to read in this archive ({sought}; --glob names others)", fatal=False)
    elif passed and not options.globs:
        yield PassedOver(doc, passed)


def form_inside(names: Iterable[str], source: BinaryIO) -> str | None:
    """The form of document that an archive with these names is; UnreadableError if it is one that is not read."""
    told: set[str] = set()
    for name in names:
        if name in DOCUMENTS or name in (OFFICE, OPEN, XLSB):
            told.add(name)
        elif name.endswith(".iwa"):
            told.add(".iwa")
    if form := next((form for name, form in DOCUMENTS.items() if name in told), None):
        return form
    if OPEN in told and (kind := media_type(source)) in MEDIA_TYPES:
        return MEDIA_TYPES[kind]
    if ".iwa" in told:
        raise UnreadableError("a document of Pages, Numbers or Keynote (export it as .docx, .xlsx or PDF)")
    if XLSB in told:
        raise UnreadableError("a binary Excel workbook (save it as .xlsx)")
    if OFFICE in told or OPEN in told:
        raise UnreadableError("an office document or a book, not an archive of texts (save it as .docx or as text)")
    return None


def media_type(source: BinaryIO) -> bytes:
    """The media type that an archive declares."""
    with archive(source) as opened:
        try:
            info = opened.getinfo(OPEN)
            return opened.read(OPEN).strip() if info.file_size < 200 else b""
        except (*DAMAGED, ValueError, RuntimeError):
            return b""


def suffix_to_say(name: str) -> str:
    """The suffix of a file that is passed over."""
    return suffix_of(name)[0] or "without a suffix"


def seekable(stream: BinaryIO) -> BinaryIO:
    """The stream itself if it is a plain file, whose parts can be read in any order; else its bytes in memory."""
    plain = isinstance(stream, BufferedReader) and isinstance(stream.raw, FileIO) and stream.seekable()
    return stream if plain else BytesIO(whole(stream))


def checked(source: BinaryIO) -> Iterator[str]:
    """The names of an archive's members; UnreadableError if it unpacks to more than a genuine archive would."""
    size = source.seek(0, SEEK_END)
    count = packed = unpacked = 0
    try:
        for opened in some_at_a_time(source):
            for info in opened.infolist():
                count, packed, unpacked = count + 1, packed + info.compress_size, unpacked + info.file_size
                yield info.filename
            if count > MOST_MEMBERS or packed > size:
                raise UnreadableError("members that overlap, or too many of them: not an archive of documents")
    except (*DAMAGED, ValueError, OSError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(f"damaged, or not a .zip: {error}") from None
    if unpacked > max(LARGEST, LARGEST_GROWTH * size):
        growth = f"{unpacked >> 20} MiB, {unpacked // size} times its size"
        raise UnreadableError(f"unpacks to {growth}: not read (unpack it first if that is intended)")


@contextmanager
def archive(source: BinaryIO) -> Iterator[ZipFile]:
    """The archive that is one document, after a check that it is no larger than a genuine one."""
    if sum(1 for _ in checked(source)) > MOST_PARTS:
        raise UnreadableError(f"more than {MOST_PARTS} parts: not a document")
    with ZipFile(source) as opened:
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
