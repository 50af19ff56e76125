"""With --csv-safe, cells that a spreadsheet would run as a formula become plain text."""

from __future__ import annotations

import csv
import io
import json

import pytest

LINE = json.dumps({"id": "=HYPERLINK(\"http://a\")", "text": "=cmd|' /C calc'!A0 said prices rose 3%."})


def cells(factx, *options: str) -> list[str]:
    text = factx("--input", "jsonl", "--only", "percentages", "-f", "csv", "--no-header", *options, input=LINE).stdout
    [row] = csv.reader(io.StringIO(text))
    return row


def test_nothing_is_changed_unasked(factx):
    assert cells(factx)[0] == '=HYPERLINK("http://a")'


def test_formulas_get_an_apostrophe(factx):
    assert cells(factx, "--csv-safe")[0] == "'=HYPERLINK(\"http://a\")"
    assert cells(factx, "--csv-safe")[1:] == cells(factx)[1:]


@pytest.mark.parametrize("cell", ["=1+1", "+1+1", "-2+3", "@SUM(A1)", " =1+1", "\uff1d1+1", "-", "-3-4", "+49 30 1234"])
def test_what_begins_a_formula(cell):
    from factx.render.rows import no_formula

    assert no_formula(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "80%", "-3", "-3.5", "+4", "a=b", "'=1", "“-”", "2020-08-16", "1990s"])
def test_what_does_not(cell):
    from factx.render.rows import no_formula

    assert no_formula(cell) == cell
