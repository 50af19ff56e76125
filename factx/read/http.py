"""Responses of a web server as they came: the page in one, without the header."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import BinaryIO, Final

from factx.read.input import Input, Item, ReadOptions, UnreadableError, whole

FORMS: Final = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "application/pdf": "pdf",
    "application/rss+xml": "feed", "application/atom+xml": "feed", "application/json": "json",
    "application/x-ndjson": "jsonl", "text/csv": "csv",
}  # fmt: skip
"""The forms of what a server says that it sends."""


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The documents in the body."""
    yield from documents_in(whole(stream), doc, options)


def documents_in(response: bytes, doc: str, options: ReadOptions, url: str | None = None) -> Iterator[Item]:
    """The documents in a response; UnreadableError if it is of an error, or of a kind that is not read."""
    from factx.read.documents import documents

    status, fields, body = taken_apart(response)
    if not 200 <= status < 300:
        raise UnreadableError(f"a response with the status {status}: no page")
    kind = fields.get("content-type", "").partition(";")[0].strip().lower()
    form = FORMS.get(kind, "auto")
    if kind.startswith(("image/", "video/", "audio/", "font/")) or kind in ("text/css", "text/javascript"):
        raise UnreadableError(f"{kind}: no text in it")
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", fields.get("content-type", ""))
    inner = options._replace(form="auto" if form == "text" else form, archived=True)
    if charset and not options.encoding and form == "text" and known(charset[1]):
        inner = inner._replace(encoding=charset[1])
    for item in documents(partial(BytesIO, body), doc, inner):
        yield item._replace(url=item.url or url) if isinstance(item, Input) and url else item


def known(encoding: str) -> bool:
    try:
        "".encode(encoding)
    except (LookupError, ValueError):
        return False
    return True


def taken_apart(response: bytes) -> tuple[int, dict[str, str], bytes]:
    """The status, the fields of the header, by their names in small letters, and the body, decoded."""
    header, _, body = response.partition(b"\r\n\r\n")
    bare = response.find(b"\n\n")
    if 0 <= bare < len(header):
        header, body = response[:bare], response[bare + 2 :]
    lines = header.decode("latin-1").splitlines()
    found = re.match(r"HTTP/[0-9.]+ ([0-9]{3})", lines[0] if lines else "")
    if not found:
        raise UnreadableError("not a response of a web server: it does not begin with HTTP/1.1")
    fields = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = unchunked(body)
    return int(found[1]), fields, decompressed(body, fields.get("content-encoding", "").lower())


def unchunked(body: bytes) -> bytes:
    """A body that came in chunks as one; a body that was joined already is left alone."""
    pieces: list[bytes] = []
    at = 0
    while found := CHUNK.match(body, at):
        size = int(found[1], 16)
        if not size:
            return b"".join(pieces)
        pieces.append(body[found.end() : found.end() + size])
        at = found.end() + size
    return b"".join(pieces) or body


CHUNK: Final = re.compile(rb"(?:\r?\n)?([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")


def decompressed(body: bytes, encoding: str) -> bytes:
    """The body without the compression that the header names, unless whoever saved it has undone it."""
    if encoding not in ("gzip", "x-gzip", "deflate") or (encoding != "deflate" and body[:2] != b"\x1f\x8b"):
        if encoding in ("br", "zstd") and b"<" not in body[:2000]:
            raise UnreadableError(f"a page compressed as {encoding}, which is not read (save it uncompressed)")
        return body
    from factx.read.input import LARGEST

    for bits in (47, -15):
        try:
            return zlib.decompressobj(bits).decompress(body, LARGEST)
        except zlib.error:
            continue
    return body
