"""Word documents: all that is read in them, in its order."""

from __future__ import annotations

import made
import pytest

docx = pytest.importorskip("docx", reason="writes Word documents")


@pytest.fixture
def text(factx, tmp_path):
    """The text of a Word document."""

    def read(document: object) -> str:
        path = tmp_path / "a.docx"
        path.write_bytes(made.saved(document))
        result = factx("--show-text", path)
        assert (result.exit_code, result.stderr) == (0, "")
        return result.stdout

    return read


def test_headings_runs_breaks_and_tables(text):
    document = docx.Document()
    document.add_heading("The headline", 0)
    paragraph = document.add_paragraph("Prices rose ")
    paragraph.add_run("3%").bold = True
    paragraph.add_run(" on\tMonday,\nshe said.")
    table = document.add_table(2, 2)
    for i, cell in enumerate(["Party", "Share", "Reds", "40%"]):
        table.cell(i // 2, i % 2).text = cell
    document.add_paragraph("")
    document.add_paragraph("The end.")
    paragraphs = ["The headline", "Prices rose 3% on\tMonday,\nshe said.", "Party\tShare\nReds\t40%", "The end."]
    assert text(document) == "\n\n".join(paragraphs)


def test_what_was_inserted_counts_and_what_was_deleted_does_not(text):
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    xml = (
        "<w:p {}><w:r><w:t>It rose </w:t></w:r><w:ins w:id='1' w:author='a'><w:r><w:t>4%</w:t></w:r></w:ins>"
        "<w:del w:id='2' w:author='a'><w:r><w:delText>3%</w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t xml:space='preserve'> here</w:t></w:r></w:hyperlink></w:p>"
    )
    document.element.body.insert(0, parse_xml(xml.format(nsdecls("w"))))
    boxed = "<w:sdt {}><w:sdtContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(1, parse_xml(boxed.format(nsdecls("w"))))
    assert text(document) == "It rose 4% here\n\nIn a box."


def test_prefixes_are_any_and_formulas_and_copies_for_older_programs_are_left_out(factx, tmp_path):
    body = (
        "<x:p><x:r><x:t>It rose </x:t></x:r><m:oMath><m:r><m:t>y=2</m:t></m:r></m:oMath><mc:AlternateContent>"
        "<mc:Choice><x:r><x:t>3%.</x:t></x:r></mc:Choice><mc:Fallback><x:r><x:t>3%.</x:t></x:r></mc:Fallback></mc:AlternateContent>"
        "</x:p>"
    )
    path = tmp_path / "a.docm"
    names = "xmlns:x='x' xmlns:m='m' xmlns:mc='mc'"
    xml = f"<x:document {names}><x:body>{body}</x:body></x:document>"
    path.write_bytes(made.packed({"word/document.xml": xml.encode()}))
    assert factx("--show-text", path).stdout == "It rose 3%."


def test_footnotes_come_last(text):
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    document.add_paragraph("The text.")
    note = "<w:footnote w:id='1'><w:p><w:r><w:t>The note.</w:t></w:r></w:p></w:footnote>"
    notes = f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>"
    uri = PackURI("/word/footnotes.xml")
    part = Part(uri, CONTENT_TYPE.WML_FOOTNOTES, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    assert text(document) == "The text.\n\nThe note."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04nonsense", "damaged, or not a .zip: "),
        (b"Plain text.", "damaged, or not a .zip: "),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or encrypted Office file (save it as .docx without a password)"),
        (made.packed({"a.txt": b"3%"}), "damaged, or not a Word document: "),
        (made.packed({"[Content_Types].xml": b"<", "word/document.xml": b""}), "damaged, or not a Word document: "),
        (made.packed({str(i): b"\0" * (2 << 20) for i in range(80)}), "unpacks to 160 MiB, "),
    ],
)
def test_what_is_none_is_named_and_the_others_are_done(factx, tmp_path, data, said):
    path, other = tmp_path / "a.docx", tmp_path / "b.txt"
    path.write_bytes(data)
    other.write_text("It rose 3%.")
    result = factx("--only", "percentages", "--no-header", path, other)
    assert (result.exit_code, result.stdout.count("\n"), result.stderr.count("\n")) == (2, 1, 1)
    assert result.stderr.startswith(f"factx: {path}: {said}")


def test_one_without_text(factx, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(made.word(()))
    result = factx(path)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "no text in this document" in result.stderr
