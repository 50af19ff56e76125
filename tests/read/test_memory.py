"""No form makes memory grow with the number of its records: they come as a stream, and none is kept."""

from __future__ import annotations

import gc
import io
import json
import os
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factx.read import Input, ReadOptions
from factx.read import read as files
from factx.read.documents import documents

STATM = "/proc/self/statm"
pytestmark = pytest.mark.skipif(not os.path.exists(STATM), reason="needs Linux's account of memory")
MANY, SOME = 200_000, 12_000
GROWTH = 8 << 20
"""The bytes that may come after the first quarter of the records: a few for each of many, whatever each is like."""
LEFT = 0.05
"""The objects that may be left by each of these records: what was parsed is remembered for a while."""


def text(number: int) -> str:
    return f"Rents rose 3%, Ann Lee said on 5 May 2024. No. {number}."


def jsonl(number: int) -> str:
    return json.dumps({"id": f"a{number}", "date": "2024-05-08", "text": text(number)}) + "\n"


def json_array(number: int) -> str:
    return ("," if number else "[") + jsonl(number)


def of_an_api(number: int) -> str:
    return ("," if number else '{"status": "ok", "articles": [') + jsonl(number)


def csv(number: int) -> str:
    return ("" if number else "id,date,text\n") + f'a{number},2024-05-08,"{text(number)}"\n'


def tsv(number: int) -> str:
    return ("" if number else "id\tdate\ttext\n") + f"a{number}\t2024-05-08\t{text(number)}\n"


def lines(number: int) -> str:
    return text(number) + "\n"


def rss(number: int) -> str:
    day = f"Wed, 08 May 2024 {number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02} GMT"
    item = f"<guid>g{number}</guid><pubDate>{day}</pubDate><description>{text(number)}</description>"
    return ("" if number else '<rss version="2.0"><channel>') + f"<item><title>T</title>{item}</item>\n"


def atom(number: int) -> str:
    entry = f"<id>g{number}</id><updated>2024-05-08T09:00:00Z</updated><summary>{text(number)}</summary>"
    head = "" if number else '<feed xmlns="http://www.w3.org/2005/Atom">'
    return f"{head}<entry><title>T</title>{entry}</entry>\n"


def newsml(number: int) -> str:
    head = "" if number else '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
    body = f"<contentSet><inlineXML><html><body><p>{text(number)}</p></body></html></inlineXML></contentSet>"
    return f'{head}<newsItem guid="g{number}">{body}</newsItem>\n'


def wiki(number: int) -> str:
    head = "" if number else '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/">'
    revision = f"<timestamp>2024-05-08T09:00:00Z</timestamp><text>{text(number)}</text>"
    return f"{head}<page><title>P{number}</title><ns>0</ns><revision>{revision}</revision></page>\n"


def mbox(number: int) -> str:
    head = f"From a@b Wed May  8 09:00:00 2024\nFrom: Ann <a@b.example>\nSubject: S\nMessage-ID: <{number}@b>\n"
    return f"{head}Date: Wed, 08 May 2024 09:00:00 +0000\n\n{text(number)}\n\n"


def warc(number: int) -> str:
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n{text(number)}"
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/{number}\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n{body}\r\n\r\n"


def tar(number: int) -> str:
    data = text(number)
    member = tarfile.TarInfo(f"d/{number}.txt")
    member.size = len(data)
    return member.tobuf().decode() + data + "\0" * (-len(data) % 512)


class Endless(io.RawIOBase):
    """The records of a form, made as they are read."""

    def __init__(self, make: Callable[[int], str], count: int) -> None:
        self.pieces = (make(number).encode() for number in range(count))
        self.left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]
        pieces, size = [self.left], len(self.left)
        while size < len(into) and (piece := next(self.pieces, b"")):
            pieces.append(piece)
            size += len(piece)
        data = b"".join(pieces)
        taken, self.left = data[: len(into)], data[len(into) :]
        into[: len(taken)] = taken
        return len(taken)


class Taken:
    """The memory that is taken: its bytes and its objects."""

    def __init__(self) -> None:
        gc.collect()
        self.objects = sys.getallocatedblocks()
        with open(STATM) as account:
            self.bytes = int(account.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def has_grown(self, records: int) -> bool:
        """Whether there is more now, after so many records."""
        now = Taken()
        return now.bytes - self.bytes > GROWTH or now.objects - self.objects > LEFT * records


def zip(path: Path, count: int) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(count):
            archive.writestr(f"d/{number}.txt", text(number))


def xlsx(path: Path, count: int) -> None:
    rows = "".join(f'<row><c t="s"><v>{number}</v></c></row>' for number in range(count + 1))
    shared = "".join(f"<si><t>{text(number)}</t></si>" for number in range(count))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {"s": "worksheet", "t": "sharedStrings"}
    related = "".join(f'<Relationship Id="{id}" Type="{kind}/{part}" Target="{id}.xml"/>' for id, part in parts.items())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet r:id="s"/></sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels", f"<Relationships>{related}</Relationships>")
        archive.writestr("xl/t.xml", f"<sst><si><t>text</t></si>{shared}</sst>")
        archive.writestr("xl/s.xml", f"<worksheet><sheetData>{rows}</sheetData></worksheet>")


@pytest.mark.parametrize(("make", "count"), [(zip, SOME), (xlsx, 60_000)], ids=["zip", "xlsx"])
def test_so_it_is_where_members_can_be_read_in_any_order(
    make: Callable[[Path, int], None], count: int, tmp_path: Path
) -> None:
    path = tmp_path / f"many.{make.__name__}"
    make(path, count)
    given = (item for item in files((str(path),), ReadOptions()) if isinstance(item, Input))
    assert next(given).text.endswith("No. 0.")
    before = Taken()
    assert sum(1 for _ in given) == count - 1
    assert not before.has_grown(count)


def read(form: str, make: Callable[[int], str], count: int) -> Iterator[Input]:
    opened = lambda: io.BufferedReader(Endless(make, count))  # noqa: E731
    for item in documents(opened, "records", ReadOptions(form=form)):
        if isinstance(item, Input):
            yield item


@pytest.mark.parametrize(
    ("form", "make", "count"),
    [
        ("lines", lines, MANY), ("csv", csv, MANY), ("jsonl", jsonl, MANY), ("json", json_array, MANY),
        ("json", of_an_api, MANY // 2), ("csv", tsv, SOME), ("feed", rss, SOME), ("feed", atom, SOME),
        ("wiki", wiki, SOME), ("nitf", newsml, SOME), ("mbox", mbox, SOME), ("warc", warc, SOME), ("tar", tar, SOME),
    ],
    ids=lambda given: getattr(given, "__name__", None),
)  # fmt: skip
def test_memory_is_that_of_a_few_records(form: str, make: Callable[[int], str], count: int) -> None:
    quarter = max(count // 4, 60_000 if make is of_an_api else 0)  # so much of an object is read whole
    number, before = 0, Taken()
    for number, item in enumerate(read(form, make, count), start=1):
        assert item.text.endswith(f"No. {number - 1}.")
        if number == quarter:
            before = Taken()
    assert number == count
    assert not before.has_grown(count - quarter)
