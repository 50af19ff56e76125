"""Web archives: each page that was fetched is a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import BinaryIO, Final

from factx.expressions import compiled
from factx.read import http
from factx.read.documents import documents
from factx.read.input import LARGEST, Input, Item, PassedOver, Problem, ReadOptions, UnreadableError

LARGEST_HEADER: Final = 1 << 16
DIGITS: Final = compiled(r"[0-9]{1,18}")


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The pages, each called after its address; what is none is counted."""
    passed: Counter[str] = Counter()
    number = 0
    while fields := header(stream):
        number += 1
        length = fields.get("content-length", "")
        if not DIGITS.fullmatch(length):
            raise UnreadableError(f"record {number}: damaged: it does not say how long it is")
        size = int(length)
        url = fields.get("warc-target-uri", "").strip("<>")
        kind, name = fields.get("warc-type", ""), url or f"{doc}:{number}"
        if kind not in ("response", "resource", "conversion") or url.startswith("dns:"):
            skip(stream, size)
            continue
        if size > LARGEST:
            skip(stream, size)
            yield Problem(name, f"larger than {LARGEST >> 20} MiB: left out")
            continue
        data = stream.read(size)
        if len(data) < size:
            raise UnreadableError(f"record {number}: damaged: it ends too early")
        inner = options._replace(form="auto", archived=True)
        try:
            if kind == "response" and data.startswith(b"HTTP/"):
                yield from http.documents_in(data, name, inner, url)
            elif fields.get("content-type", "text/").startswith(("text/", "application/")):
                inner = inner._replace(form="text") if kind == "conversion" else inner
                for item in documents(partial(BytesIO, data), name, inner):
                    yield item._replace(url=url) if isinstance(item, Input) else item
            else:
                passed[fields["content-type"]] += 1
        except UnreadableError as error:
            passed[str(error).partition(":")[0]] += 1
    if not number:
        raise UnreadableError("not a web archive: it does not begin with WARC/")
    if passed:
        yield PassedOver(doc, passed, "response", "")


def header(stream: BinaryIO) -> dict[str, str] | None:
    """The fields of the next record, by their names in small letters; None at the end."""
    line = stream.readline(LARGEST_HEADER)
    while line in (b"\r\n", b"\n"):
        line = stream.readline(LARGEST_HEADER)
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        raise UnreadableError("damaged, or not a web archive: a record does not begin with WARC/")
    fields: dict[str, str] = {}
    while (line := stream.readline(LARGEST_HEADER)).strip():
        name, _, value = line.decode("utf-8", "replace").partition(":")
        fields[name.strip().lower()] = value.strip()
    return fields


def skip(stream: BinaryIO, size: int) -> None:
    """Pass over some bytes."""
    while size > 0 and (data := stream.read(min(size, 1 << 20))):
        size -= len(data)
