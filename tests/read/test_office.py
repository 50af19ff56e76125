"""OpenDocument, rich text, books, subtitles and Markdown: the text that a reader of them sees."""

from __future__ import annotations

import json

import made
import pytest

RENTS = "Mayor Dana Webb said on Tuesday that rents rose 4%."


class TestOpenDocument:
    def packed(self, body: str, **more: bytes) -> bytes:
        names = 'xmlns:office="o" xmlns:text="t" xmlns:table="b"'
        content = f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body>"
        kind = b"application/vnd.oasis.opendocument.text"
        return made.packed({"mimetype": kind, "content.xml": f"{content}</office:document-content>".encode(), **more})

    def test_headings_paragraphs_lists_and_tables(self, reads):
        cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
        row = f"<table:table-row>{cell.format('a')}{cell.format('b')}</table:table-row>"
        body = (
            "<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes><text:h>Rents</text:h>"
            "<text:p>Mayor<text:s/>Dana <text:span>Webb</text:span> left.<text:note><text:note-citation>1"
            "</text:note-citation><text:note-body><text:p>The note.</text:p></text:note-body></text:note></text:p>"
            f"<text:list><text:list-item><text:p>One.</text:p></text:list-item></text:list><table:table>{row}</table:table>"
        )
        text = "Rents\n\nMayor Dana Webb left.\n\nThe note.\n\nOne.\n\na\n\nb"
        for name in ("a.odt", "a", "a.zip"):
            assert reads(name, self.packed(body)).each("text") == [text]

    def test_what_cannot_be_read_is_named(self, reads):
        assert "no text in this document" in reads("a.odt", self.packed("")).said
        assert "it has no content.xml" in reads("a.odt", made.packed({"x": b""})).said
        locked = {"META-INF/manifest.xml": b"<manifest:encryption-data/>"}
        assert "encrypted: it asks for a password" in reads("a.odt", self.packed("x", **locked)).said


class TestRichText:
    @pytest.mark.parametrize(
        ("marked", "text"),
        [
            (rb"One\par Two", "One\n\nTwo"),
            (rb"Zo\'eb \'93no\'94", "Zoë “no”"),
            (rb"Zo\u235\'eb W\u8217?s", "Zoë W’s"),
            (rb"{\uc0 Zo\u235 W}", "ZoëW"),
            (rb"{\uc2 a\u235 xyb}", "aëb"),
            (rb"\u55357?\u56832?", "😀"),
            (rb"{\fonttbl{\f0 Calibri;}}{\*\generator X;}{\info{\author Tom}}a", "a"),
            (rb"a{\pict\wmetafile8 0100ff}b{\deleted c}d", "abd"),
            (rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt words}}", "words"),
            (rb"a\~b\_c\-d\{e\}\\", "a\xa0b\u2011cd{e}\\"),
            (rb"a\emdash b\tab c\line d", "a—b\tc\nd"),
            (b"on\ne\r\nword", "oneword"),
            (rb"\ansicpg1251 \'cf\'e0", "Па"),
            (rb"{a{b}c", "abc"),
        ],
    )
    def test_words_and_signs(self, reads, marked, text):
        assert reads("a.rtf", b"{\\rtf1\\ansi\\deff0 " + marked + b"}").each("text") == [text]

    def test_what_it_is_shows_without_a_name(self, reads):
        assert reads("a.doc", b"{\\rtf1 Hello}").each("text") == ["Hello"]
        assert "no text in this document" in reads("a.rtf", b"{\\rtf1 }").said
        assert "nested without end" in reads("a.rtf", b"{\\rtf1 " + b"{" * 5000).said


class TestBooks:
    def test_each_chapter_in_the_order_of_the_book(self, reads):
        pytest.importorskip("trafilatura", reason='books need "factx[html]"')
        items = '<item id="b" href="two.xhtml"/><item id="a" href="one%20a.xhtml"/><item id="n" href="nav.xhtml"/>'
        said = "<dc:title>A book</dc:title><dc:creator>Lena Ray</dc:creator>"
        package = (
            f'<package xmlns="o" xmlns:dc="d"><metadata>{said}</metadata>'
            f'<manifest>{items}</manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
        )
        members = {
            "mimetype": b"application/epub+zip", "OEBPS/content.opf": package.encode(),
            "OEBPS/two.xhtml": b"<html><body><p>Two.</p></body></html>",
            "OEBPS/one a.xhtml": b"<html><head><title>x</title></head><body><p>One.</p></body></html>",
            "OEBPS/nav.xhtml": b"<html><body><p>Contents</p></body></html>",
        }  # fmt: skip
        read = reads("a.epub", made.packed(members))
        assert read.each("text") == ["One.", "Two."]
        assert read.each("id") == ["a.epub/OEBPS/one a.xhtml", "a.epub/OEBPS/two.xhtml"]
        assert (read.each("title"), read.each("byline")) == (["A book"] * 2, ["Lena Ray"] * 2)
        within = reads("b.zip", made.packed({"a.epub": made.packed(members)}))
        assert within.each("text") == ["One.", "Two."]
        assert "no text in this book" in reads("c.epub", made.packed({"mimetype": b"application/epub+zip"})).said


class TestSubtitles:
    @pytest.mark.parametrize(
        ("subtitles", "text"),
        [
            ("1\n00:00:01,000 --> 00:00:03,000\nOne two\n\n2\n00:00:03,000 --> 00:00:05,500\nthree.\n",
             "One two three."),
            ("\ufeff1\r\n00:00:01,000 --> 00:00:03,000\r\n<i>One</i>\r\ntwo.\r\n", "One two."),
            ("WEBVTT - x\nKind: captions\n\nNOTE no\n\nSTYLE\n::cue {}\n\nid\n00:01.000 --> 00:03.000 line:0\nOne.\n",
             "One."),
            ("WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann Lee>One\n\n00:03.000 --> 00:04.000\n<v Ann Lee>two.</v>\n\n"
             "00:04.000 --> 00:05.000\n<v Bob>Three.", "Ann Lee: One two.\n\nBob: Three."),
            ("WEBVTT\n\n00:01.000 --> 00:03.000\n>> One.\n\n00:03.000 --> 00:04.000\n>> Two. [APPLAUSE]\n",
             "One.\n\nTwo."),
            ("WEBVTT\n\n00:01.000 --> 00:02.000\nOne.\n\n00:09.000 --> 00:10.000\nTwo.\n", "One.\n\nTwo."),
            ("1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\n00:00:02,000 --> 00:00:03,000\nOne\ntwo\n\n3\n"
             "00:00:03,000 --> 00:00:04,000\ntwo\nthree.\n", "One two three."),
            ("1\n00:00:01,000 --> 00:00:02,000\nIt was\n\n2\n00:00:02,000 --> 00:00:03,000\n1990.\n", "It was 1990."),
        ],
    )  # fmt: skip
    def test_what_is_said_as_running_text(self, reads, subtitles, text):
        for name in ("a.srt" if subtitles[0] != "W" else "a.vtt", "a"):
            assert reads(name, subtitles).each("text") == [text]

    SPOKEN = (
        "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann Lee>The budget will fall by 4%, and\n\n"
        "00:04.900 --> 00:07.500\n<v Ann Lee>7% of schools will close.\n\n"
        "1:02:09.000 --> 1:02:12.000\n<v Tom Hale>That is wrong. It is 9%.\n"
    )

    def test_the_place_of_a_fact_is_when_it_is_said(self, factx, tmp_path):
        (tmp_path / "a.vtt").write_text(self.SPOKEN)
        asked = ("--only", "percentages", "--no-header", "--fields", "time,line,text")
        printed = ["00:00:01\t00:00:01\t4%", "00:00:04\t00:00:04\t7%", "01:02:09\t01:02:09\t9%"]
        assert factx(*asked, tmp_path / "a.vtt").stdout.splitlines() == printed
        assert factx("collect", tmp_path / "a.db", tmp_path / "a.vtt").exit_code == 0
        assert factx(*asked, tmp_path / "a.db").stdout.splitlines() == printed
        asked = ("-f", "jsonl", "--only", "percentages", "--fields", "time")
        lines = factx(*asked, tmp_path / "a.vtt").stdout.splitlines()
        assert [(fact["line"], fact["time"]) for fact in map(json.loads, lines)] == [
            (1, "00:00:01"), (1, "00:00:04"), (3, "01:02:09")
        ]  # fmt: skip
        for form in ("table", "markdown", "html", "text"):
            assert "01:02:09" in factx("-f", form, "--why", tmp_path / "a.vtt").stdout, form

    @pytest.mark.parametrize(
        ("condition", "found"),
        [("time>=0:04", 2), ("time>1:02", 1), ("time<1:02:09", 2), ("time=4", 1), ("time~01:02", 1), ("time=", 0)],
    )
    def test_facts_are_asked_for_by_the_time(self, factx, tmp_path, condition, found):
        (tmp_path / "a.vtt").write_text(self.SPOKEN)
        asked = ("--only", "percentages", "--no-header", "--where", condition)
        assert len(factx(*asked, tmp_path / "a.vtt").stdout.splitlines()) == found

    def test_what_is_no_time(self, factx, tmp_path):
        (tmp_path / "a.vtt").write_text(self.SPOKEN)
        done = factx("--where", "time>noon", tmp_path / "a.vtt")
        assert (done.exit_code, "write 0:12:30" in done.stderr) == (2, True)

    def test_a_text_has_no_times(self, factx, tmp_path):
        (tmp_path / "a.txt").write_text("It rose 9%.")
        assert factx("--no-header", "--fields", "time,line", tmp_path / "a.txt").stdout == "\t1\n"

    def test_none_at_all(self, reads):
        assert "no subtitles in it" in reads("a.srt", "Just text.").said


class TestMarkdown:
    @pytest.mark.parametrize(
        ("marked", "text"),
        [
            ("**Tom Hill** *said* __no__ _now_ ***so***.", "Tom Hill said no now so."),
            ("He [said](https://e.org/a_(b) \"t\") so, [twice][1].\n\n[1]: https://e.org", "He said so, twice."),
            ("> “We will.”\n> > He left.", "“We will.”\nHe left."),
            ("# Rents #\n\nText.\n\nTitle\n=====\n\n---\n\n* One\n1. Two\n- [x] Three",
             "Rents\n\nText.\n\nTitle\n\nOne\nTwo\nThree"),
            ("![Tom said](x.png) Left.[^1]\n\n[^1]: A note.", " Left.\n\n A note."),
            ("```py\nx = 1\n```\nText `3%`.", "Text 3%."),
            ("2 * 3 * 4 and snake_case_name and 5\\*", "2 * 3 * 4 and snake_case_name and 5*"),
            ("See [[Ann Lee]] and [[x|her]] ==now==.", "See Ann Lee and her now."),
            ("Zo&euml; <b>left</b> <https://e.org>.", "Zoë left https://e.org."),
        ],
    )  # fmt: skip
    def test_marks_are_no_words(self, reads, marked, text):
        assert reads("a.md", marked).each("text") == [text]

    def test_what_its_first_lines_say(self, reads):
        front = '---\ntitle: "Rents"\ndate: 2023-03-09T10:00:00\nauthor: Lena Ray\ntags: [a]\n---\n\n# Other\n\nText.'
        [document] = reads("a.md", front).documents
        assert document == {
            "id": "a.md", "date": "2023-03-09", "title": "Rents", "byline": "Lena Ray", "text": "Other\n\nText.",
        }  # fmt: skip
        assert reads("b.md", "Rents up\n===\n\nText.").each("title") == ["Rents up"]
