"""Saved pages as programs keep them: archives of the web, responses, MHTML, and pages with their text in a script."""

from __future__ import annotations

import gzip
import io
import tarfile
import time

import made
import pytest

pytest.importorskip("trafilatura", reason='pages need "factx[html]"')
MORE = "The council has met twice since and will meet again before the summer, its clerk wrote in a short note."


PACKED = "Content-Encoding: gzip\r\n"


def page(text: str) -> bytes:
    return made.page([text, MORE]).encode()


def response(body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def record(kind: str, url: str, data: bytes, form: str = "application/http; msgtype=response") -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
    return f"{head}Content-Type: {form}\r\nContent-Length: {len(data)}\r\n\r\n".encode() + data + b"\r\n\r\n"


class TestArchives:
    RECORDS = (
        record("warcinfo", "x", b"software: x", "application/warc-fields"),
        record("request", "https://e.org/1", b"GET / HTTP/1.1\r\n\r\n"),
        record("response", "https://e.org/1", response(page("Rents rose 3%."))),
        record("response", "https://e.org/i.png", response(b"\x89PNG", "image/png")),
        record("response", "https://e.org/404", response(b"<p>none</p>", status="404 Not Found")),
        record("response", "https://e.org/2", response(gzip.compress(page("Rents fell 4%.")), more=PACKED)),
        record("conversion", "https://e.org/3", b"Rents stood at 5%.", "text/plain"),
    )

    @pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a"])
    def test_each_page_is_a_document_and_what_is_none_is_counted(self, reads, name):
        pack = gzip.compress if name.endswith(".gz") else bytes
        read = reads(name, b"".join(map(pack, self.RECORDS)))
        assert read.each("id") == read.each("url") == ["https://e.org/1", "https://e.org/2", "https://e.org/3"]
        for figure, text in zip(("3%", "4%", "5%"), read.each("text"), strict=True):
            assert figure in text
        assert read.each("date") == [made.DAY, made.DAY, None]
        assert read.said == (
            "factx: 2 responses passed over: 1 image/png, 1 a response with the status 404\n"
        )
        assert read.status == 0

    def test_one_that_is_damaged(self, reads):
        read = reads("a.warc", b"".join(self.RECORDS)[:-10])
        assert (len(read.documents), read.status) == (2, 2)
        assert "record 7: damaged: it ends too early" in read.said
        assert "a record does not begin with WARC/" in reads("a.warc", self.RECORDS[0] + b"junk\r\n").said

    @pytest.mark.parametrize("length", ["-1", "-447", "", "1e3", "٣", "9" * 30])
    def test_a_record_that_does_not_say_how_long_it_is(self, reads, length):
        record = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {length}\r\n\r\nHTTP/1.1 200 OK\r\n\r\nText."
        assert "record 1: damaged: it does not say how long it is" in reads("a.warc", record.encode()).said

    @pytest.mark.parametrize("form", ["plain", "chunked", "gzip"])
    def test_a_response_that_was_saved(self, reads, form):
        data, more = page("Rents rose 3%."), ""
        if form == "chunked":
            half = len(data) // 2
            pieces = b"".join(b"%x;a=b\r\n%b\r\n" % (len(part), part) for part in (data[:half], data[half:]))
            data, more = pieces + b"0\r\n\r\n", "Transfer-Encoding: chunked\r\n"
        elif form == "gzip":
            data, more = gzip.compress(data), PACKED
        read = reads("a.txt", response(data, more=more))
        assert read.each("title") == [made.HEADLINE]
        assert "Rents rose 3%." in read.each("text")[0]
        assert "2019" not in read.each("text")[0]

    def test_a_response_without_a_page(self, reads):
        assert "a response with the status 500: no page" in reads("a", response(b"x", status="500 Oops")).said
        assert "image/png: no text in it" in reads("a", response(b"x", "image/png")).said

    def test_mhtml(self, reads):
        head = "From: <Saved by Blink>\nSnapshot-Content-Location: https://e.org/a\nDate: Fri, 1 Jan 2021 09:00:00\n"
        parts = 'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="B"\n\n--B\n'
        body = "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        data = (head + parts + body).encode() + page("Rents rose 3%.") + b"\n--B--\n"
        for name in ("a.mhtml", "a.mht", "a"):
            [document] = reads(name, data).documents
            assert (document["url"], document["date"]) == ("https://e.org/a", made.DAY)
            assert document["title"] == made.HEADLINE
            assert "Rents rose 3%." in document["text"]


class TestScripts:
    ARTICLE = "Rents rose 3% in Leeds, the mayor said Monday.\\n\\nAll taxes fell by 2%, and she will stay for years."
    TEXT = "Rents up\n\nBy Lena Ray\n\n" + ARTICLE.replace("\\n", "\n")

    @pytest.mark.parametrize(
        "script",
        [
            '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", "headline": '
            '"Rents up", "datePublished": "2023-03-09", "author": [{"name": "Lena Ray"}], "articleBody": "%s"}]}'
            "</script>",
            '<script id="__NEXT_DATA__" type="application/json">{"props": {"article": {"title": "Rents up", "author": '
            '"Lena Ray", "published": "2023-03-09T09:00:00Z", "body": "%s"}}}</script>',
            '<script>window.__STATE__ = {"story": {"headline": "Rents up", "byline": "Lena Ray", "date": "2023-03-09", '
            '"body": [{"type": "p", "text": "%s"}]}}; run();</script>',
        ],
    )
    def test_the_text_is_in_a_script_alone(self, reads, script):
        shown = "<!doctype html><html><head><title>Rents up</title></head><body><div>Loading</div>"
        [document] = reads("a.html", f"{shown}{script % self.ARTICLE}</body></html>").documents
        assert (document["text"], document["date"], document["byline"]) == (self.TEXT, "2023-03-09", "Lena Ray")

    def test_a_page_that_shows_its_text_is_read_as_it_shows_it(self, reads):
        data = '<script type="application/ld+json">{"articleBody": "Something else that is rather long. %s"}</script>'
        assert reads("a.html", made.page(head=data % ("x " * 60))).each("text") == [made.TEXT]


@pytest.mark.parametrize(
    "tag",
    [
        "<div " + " ".join(f"a{i}" for i in range(20_000)) + ">",
        "<div " + " ".join(f'a{i}="x>y"' for i in range(20_000)) + ">",
        "<img " + " ".join(f"a{i}='{i}'" for i in range(20_000)),
    ],
)
def test_a_tag_with_very_many_attributes_takes_no_time(reads, tag):
    began = time.process_time()
    [text] = reads("a.html", f"<html><body><article>{tag}<p>Rents rose 3%.</p><p>{MORE}</p></article>").each("text")
    assert "Rents rose 3%." in text or "<img" in tag
    assert time.process_time() - began < 3


def test_an_image_within_a_tag_stays_one(reads):
    image = f'<img src="data:image/png;base64,{"A" * 50_000}" alt="x">'
    assert "Rents rose 3%." in reads("a.html", f"<html><body>{image}<p>Rents rose 3%.</p><p>{MORE}</p>").each("text")[0]


class TestTar:
    def tar(self, mode: str, **members: bytes) -> bytes:
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode=f"w:{mode}") as archive:
            for name, data in members.items():
                info = tarfile.TarInfo(name)
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
        return packed.getvalue()

    @pytest.mark.parametrize(
        ("mode", "names"),
        [("", ["a.tar", "a"]), ("gz", ["a.tar.gz", "a.tgz", "a"]), ("bz2", ["a.tar.bz2"]), ("xz", ["a.txz"])],
    )
    def test_each_member_is_a_document(self, reads, mode, names):
        table = b"id,date,text\nx,2023-03-09,It fell 4%.\n"
        members = {"d/a.txt": b"It rose 3%.", "b.csv": table, "c.jpg": b"x", ".hidden.txt": b"x", "../out.txt": b"x"}
        data = self.tar(mode, **members)
        for name in names:
            read = reads(name, data)
            assert read.each("text") == ["It rose 3%.", "It fell 4%."]
            assert read.each("id") == [f"{name}/d/a.txt", "x"]
            assert read.status == 2
            assert "a path that leads out of the archive: not read" in read.said
            assert "factx: 1 file passed over: 1 .jpg; --glob reads them" in read.said

    def test_damaged(self, reads):
        data = self.tar("", **{"a.txt": b"x" * 5000})
        assert reads("a.tar", data[:2000]).status == 2
        assert "damaged, or not a .tar" in reads("a.tar", b"\0" * 300 + b"junk" * 200).said

    def test_others_that_are_compressed(self, reads):
        import bz2
        import lzma

        assert reads("a.txt.bz2", bz2.compress(b"It rose.")).each("text") == ["It rose."]
        assert reads("a", lzma.compress(b"It rose.")).each("text") == ["It rose."]
        assert "damaged" in reads("a.txt.xz", lzma.compress(b"It rose." * 99)[:-20]).said
        assert reads("a.txt.bz2", b"It rose.").status == 2

    def test_zstd(self, reads, monkeypatch):
        import sys

        zstandard = pytest.importorskip("zstandard", reason='.zst needs "factx[zst]"')
        data = zstandard.ZstdCompressor().compress(b"It rose.")
        assert reads("a.txt.zst", data).each("text") == ["It rose."]
        assert reads("c.txt.zst", data + data).each("text") == ["It rose.It rose."]
        assert "damaged: compressed data ended" in reads("b.txt.zst", data[:-4]).said
        monkeypatch.delitem(sys.modules, "factx.read.zst")
        monkeypatch.setitem(sys.modules, "zstandard", None)
        assert 'pip install "factx[zst]" (or unpack it: zstd -d)' in reads("a.txt.zst", data).said


def test_pages_that_begin_with_a_comment_or_are_hidden_as_a_whole(reads):
    from factx.read.html import everything

    assert everything('<//x"><head><title>One</title></head><body><p>Rents rose 3%.') == "Rents rose 3%."
    assert everything("<!-- made by a program --><!DOCTYPE html><p>Rents rose 3%.</p><!-- end -->") == "Rents rose 3%."
    assert everything('<html style="display:none"><body style="display:none"><p>Rents rose 3%.') == "Rents rose 3%."
