"""Web pages: the article without its frame, its headline, its byline and its date."""

from __future__ import annotations

import json

import made
import pytest

pytest.importorskip("trafilatura", reason='reading .html needs "factx[html]"')

LINKED = 'type="application/ld+json"'


@pytest.fixture
def document(factx):
    """The text and the date of a page."""

    def read(page: str | bytes, *options: str) -> tuple[str, str | None]:
        result = factx("--show-text", "-f", "jsonl", "--input", "html", *options, input=page)
        assert (result.exit_code, result.stderr) == (0, "")
        [line] = map(json.loads, result.stdout.splitlines())
        return line["text"], line["date"]

    return read


def test_the_article_and_nothing_around_it(document):
    assert document(made.page()) == (made.TEXT, made.DAY)


def test_a_headline_and_a_byline_that_only_the_metadata_have(document):
    page = made.page().replace(f"<h1>{made.HEADLINE}</h1>", "").replace(f'<p class="byline">{made.BYLINE}</p>', "")
    assert document(page)[0] == made.TEXT


def test_a_byline_outside_of_the_article(document):
    byline = f'<p class="byline">{made.BYLINE}</p>'
    page = made.page().replace(byline, "").replace("<main>", f'<main><div class="byline">{made.BYLINE}</div>')
    assert document(page)[0] == made.TEXT


def test_several_authors(document):
    byline = f'<p class="byline">{made.BYLINE}</p>'
    links = '<div class="meta"><a rel="author" href="/j">Jane Doe</a>, <a rel="author" href="/t">Tim Roe</a></div>'
    page = made.page().replace(byline, "").replace("<article>", links + "<article>")
    assert "By Jane Doe and Tim Roe" in document(page)[0].split("\n\n")[:3]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta name="date" content="2021-02-03">', "2021-02-03"),
        (f"<script {LINKED}>{{\"@type\": \"NewsArticle\", \"datePublished\": \"2021-02-03T23:59:00-08:00\"}}</script>",
         "2021-02-03"),
        ('<meta property="article:published_time" content="2035-01-02">', "2035-01-02"),
        ("", None),
    ],
)  # fmt: skip
def test_the_day_is_what_the_page_says_not_a_year_somewhere_nor_the_clock(document, head, day):
    published = f'<meta property="article:published_time" content="{made.DAY}T06:00:00+02:00">'
    assert document(made.page().replace(published, head))[1] == day


def test_paragraphs_lists_and_tables_keep_their_lines(document):
    inner = (
        "<p>Prices\n   rose by 3%,<br>she <b>said</b>&nbsp;again.</p><h2>What next</h2>"
        "<ul><li>First of all</li><li>Second of all</li></ul>"
        "<table><tr><th>Party</th><th>Share</th></tr><tr><td>Reds</td><td>40%</td></tr></table>"
    )
    text = document(made.page().replace("</article>", f"{inner}</article>"))[0]
    assert text == "\n\n".join(
        [made.TEXT, "Prices rose by 3%,\nshe said again.", "What next", "First of all\nSecond of all",
         "Party\tShare\nReds\t40%"]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("cp1252", '<meta charset="iso-8859-1">'),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'),
        ("utf-16", ""),
        ("utf-8-sig", '<meta charset="latin-1">'),
        ("shift_jis", "<meta charset=shift_jis>"),
    ],
)
def test_encodings(document, encoding, declared):
    page = made.page().replace('<meta charset="utf-8">', declared).replace("©", "(c)")
    assert document(page.encode(encoding))[0] == made.TEXT


def test_a_page_that_is_not_in_the_encoding_it_names(factx):
    page = made.page().encode().replace(b"twenty years", b"twenty\xff years")
    result = factx("--show-text", input=page)
    assert (result.exit_code, result.stdout) == (0, made.TEXT.replace("twenty", "twenty\ufffd"))
    said = f"not UTF-8 at byte {page.index(b'twenty') + 6}: marks replace bad bytes (--encoding names another)"
    assert result.stderr == f"factx: -: {said}\n"


def test_xhtml_with_its_declaration(document):
    page = '<?xml version="1.0" encoding="UTF-8"?>\n' + made.page()
    assert document(page)[0] == made.TEXT


def test_a_page_of_one_sentence(document):
    assert document("<p>Prices rose 3%.</p>") == ("Prices rose 3%.", None)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "an image (it needs text recognition first: tesseract)"),
        (b"\x89NO\r\n\x1a\n\0\0\0\rIHDR", "binary: a NUL at byte 7 (if it is text, name its --encoding"),
        (b"", "not a web page: there are no tags in it (--input text reads it as it is)"),
        (b"Plain text.", "not a web page: there are no tags in it (--input text reads it as it is)"),
        (b"<!DOCTYPE html><html><head><title>App</title></head><body><div id=root></div></body></html>", "no text in"),
        (b"<html><body><script>render('3%')</script></body></html>", "no text in this page (if scripts fill it in, "),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or encrypted Office file (save it as .docx without a password)"),
    ],
)
def test_what_is_no_page_is_named_and_the_others_are_done(factx, tmp_path, data, said):
    path, other = tmp_path / "a.html", tmp_path / "b.txt"
    path.write_bytes(data)
    other.write_text("It rose 3%.")
    result = factx("--only", "percentages", "--no-header", path, other)
    assert (result.exit_code, result.stdout.count("\n"), result.stderr.count("\n")) == (2, 1, 1)
    assert result.stderr.startswith(f"factx: {path}: {said}")


def test_a_page_nested_without_end(factx):
    result = factx("--show-text", input="<html>" + "<div>" * 20_000 + "Deep down.")
    assert result.exit_code in (0, 2)
    assert "Traceback" not in result.stderr


REFERENCES = "&#1; &#xFFFE; &#0; &#xD800; &#031; &#1 &#55296; &#57343;".split()


@pytest.mark.parametrize("control", ["\x01", "\x00", "\x1f", "\ufffe", *REFERENCES])
@pytest.mark.parametrize("mark", ["<sup>1</sup>", '<span style="display:none">x</span>'])
def test_characters_that_no_page_may_have(document, control, mark):
    said = f"<p>Rents{control} rose 3%, Ann Lee said{mark}{control} on Monday, and nobody there was glad of it.</p>"
    page = made.page().replace("<p>The council", f"{said}<p>The council")
    assert "rose 3%, Ann Lee said" in document(page)[0]
