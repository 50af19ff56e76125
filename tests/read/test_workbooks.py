"""Excel workbooks as programs write them: texts that cells share, days as numbers, cells and rows that are left out."""

from __future__ import annotations

import datetime
import io
from typing import Any

import pytest
from made import packed

from factx.read.sheets import EPOCHS, is_of_days, number

RENTS = "Rents rose 3% on Monday, Ann Lee said."
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
STYLES = (
    f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="170" formatCode="d\\.m\\.yyyy"/></numFmts><cellStyleXfs>'
    '<xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>'
    "</styleSheet>"
)


def relations(**parts: str) -> str:
    rows = [f'<Relationship Id="{id}" Type="{OFFICE}/{part[0]}" Target="{part[1]}"/>'
            for id, part in ((id, part.split(" ")) for id, part in parts.items())]  # fmt: skip
    return f"<Relationships>{''.join(rows)}</Relationships>"


def workbook(sheets: dict[str, str], strings: str = "", properties: str = "", **more: str) -> bytes:
    """A workbook whose sheets have these rows."""
    names = "".join(f'<sheet name="{name}" sheetId="{i}" r:id="s{i}"/>' for i, name in enumerate(sheets))
    parts = {f"s{i}": f"worksheet worksheets/s{i}.xml" for i in range(len(sheets))}
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(a="officeDocument xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{OFFICE}"><workbookPr {properties}/><sheets>{names}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": relations(t="sharedStrings /xl/strings.xml", f="styles styles.xml", **parts),
        "xl/strings.xml": f"<sst {MAIN}>{strings}</sst>",
        "xl/styles.xml": STYLES,
    }
    for i, rows in enumerate(sheets.values()):
        members[f"xl/worksheets/s{i}.xml"] = f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>"
    return packed({name: text.encode() for name, text in (members | more).items()})


HEADER = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row>'
SHARED = (
    "<si><t>id</t></si><si><t>Date</t></si><si><r><t>Te</t></r><r><rPr><b/></rPr><t>xt</t></r><rPh><t>no</t></rPh></si>"
    f'<si><t xml:space="preserve">{RENTS}</t></si><si><t>A line._x000D_\nAnother, she said.</t></si>'
)


def test_what_excel_writes(reads: Any) -> None:
    rows = (
        HEADER
        + '<row r="2"><c r="A2"><v>7</v></c><c r="B2" s="1"><v>44994</v></c><c r="D2" t="s"><v>3</v></c></row>'
        + '<row r="5"><c r="B5" s="2"><v>44994.5</v></c><c r="D5" t="s"><v>4</v></c></row>'
        + '<row><c t="str"><v>a</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c><c t="inlineStr"><is><t>It '
        + "rained.</t></is></c></row>"
    )
    read = reads("a.xlsx", workbook({"Sheet": rows}, SHARED))
    assert read.documents == [
        {"id": "7", "date": "2023-03-09", "text": RENTS},
        {"id": "a.xlsx:4", "date": "2023-03-09", "text": "A line.\r\nAnother, she said."},
        {"id": "a", "date": None, "text": "It rained."},
    ]
    assert (read.said, read.status) == ("", 0)


def test_days_are_counted_from_1904_where_the_file_says_so(reads: Any) -> None:
    rows = HEADER + '<row r="2"><c r="B2" s="1"><v>43532</v></c><c r="D2" t="s"><v>3</v></c></row>'
    assert reads("a.xlsm", workbook({"S": rows}, SHARED, 'date1904="1"')).each("date") == ["2023-03-09"]


def test_each_sheet_that_has_texts_is_read_and_another_is_named(reads: Any) -> None:
    row = '<row r="2"><c r="A2"><v>{}</v></c><c r="D2" t="s"><v>3</v></c></row>'
    notes = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>'
    sheets = {"May": HEADER + row.format(1), "Notes": notes, "June": HEADER + row.format(2)}
    read = reads("a.xlsx", workbook(sheets, SHARED))
    assert (read.each("id"), read.status) == (["1", "2"], 0)
    assert "sheet 'Notes': no column with a usual name of a text" in read.said


@pytest.mark.parametrize(
    ("sheet", "message"),
    [
        (HEADER + '<row r="2"><c r="D2" t="s"><v>9</v></c></row><row r="99999999"/>', "row 99999999 after row 2"),
        (HEADER + '<row r="2"><c r="D2" t="s"><v>3</v></c></row><row r="1"/>', "row 1 after row 2"),
        (HEADER + "<row>", "not XML"),
    ],
)
def test_what_is_damaged_is_told(reads: Any, sheet: str, message: str) -> None:
    read = reads("a.xlsx", workbook({"S": sheet}, SHARED))
    assert message in read.said


def test_a_part_that_is_missing_is_named(reads: Any) -> None:
    read = reads("a.xlsx", packed({"xl/workbook.xml": f"<workbook {MAIN}><sheets/></workbook>".encode()}))
    assert (read.documents, read.status) == ([], 2)
    assert "no sheets in this workbook" in read.said
    read = reads("a.xlsx", packed({"xl/other.xml": b"<a/>", "[Content_Types].xml": b"<Types/>"}))
    assert (read.status, "it lacks xl/workbook.xml" in read.said) == (2, True)
    read = reads("b.xlsb", packed({"xl/workbook.bin": b"x", "[Content_Types].xml": b"<Types/>"}))
    assert (read.status, "a binary Excel workbook (save it as .xlsx)" in read.said) == (2, True)


def test_what_another_program_writes(reads: Any) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="writes workbooks")
    book = openpyxl.Workbook()
    for row in (["Nr", "Date", "Headline", "Text"], [1, datetime.datetime(2023, 3, 9), "Rents", RENTS]):
        book.active.append(row)
    book.create_sheet("Notes").append(["k", "v"])
    saved = io.BytesIO()
    book.save(saved)
    for name in ("a.xlsx", "a"):
        read = reads(name, saved.getvalue())
        assert read.documents == [{"id": f"{name}/Sheet:1", "date": "2023-03-09", "title": "Rents", "text": RENTS}]


@pytest.mark.parametrize(
    ("format", "of_days"),
    [("yyyy-mm-dd", True), ("[$-407]d. mmmm yyyy;@", True), ("h:mm AM/PM", True), ("[h]:mm", False), ("0.0%", False),
     ('0 "days"', False), ("General", False), ("#,##0\\ _d;[Red]-#,##0", False)],
)  # fmt: skip
def test_formats_of_days(format: str, of_days: bool) -> None:
    assert is_of_days(format) is of_days


@pytest.mark.parametrize(
    ("value", "day"),
    [("1", "1900-01-01T00:00:00"), ("61", "1900-03-01T00:00:00"), ("0.5", "12:00:00"), ("9e9", "9000000000"),
     ("44994.999999", "2023-03-10T00:00:00"), ("-3", "-3"), ("x", "x")],
)  # fmt: skip
def test_days_as_numbers(value: str, day: str) -> None:
    assert number(value, EPOCHS[False]) == day
