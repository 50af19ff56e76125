"""Output: each format, and what article text must not do to it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from factx.model import Claim, Date, Document, Fact, Part, Span
from factx.render import FORMATS, PIECE, Layout, format_named, renderer
from factx.render import printed as pieces
from factx.render.table import ROWS, SECTION_ROWS
from factx.render.wording import day_range, nested

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
SCHEMA = json.loads((ROOT / "factx" / "render" / "schema.json").read_text("utf-8"))
HOSTILE = "\x1b]0;owned\x07\x1b[31m3%\x9b2J \u202e[bold]:smile:\u2028 \x7f\t\r\n"
"""Text that a terminal would obey, that a library might take for markup, or that would break a line."""


def date(number: int, start: int, text: str, value: str = "2020") -> Date:
    return Date(id=f"d{number}", span=Span(start, start + len(text)), text=text, rule="year", type="DATE", value=value)


def document(*facts: Fact, text: str = "", id: str = "a.txt") -> Document:
    return Document(id=id, text=text, date=None, facts=facts, entities=())


def printed(form: str, *documents: Document, **layout: object) -> str:
    return "".join(renderer(form)(documents, [], Layout(**layout)))  # type: ignore[arg-type]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_golden(factx, golden, monkeypatch, form, seed):
    monkeypatch.chdir(ROOT)
    result = factx("--format", form, seed.relative_to(ROOT))
    assert (result.exit_code, result.stderr) == (0, "")
    golden(f"{seed.stem}.{form}", result.stdout)


IN_PIECES = sorted(set(FORMATS) - {"table", "html"})
"""The formats whose output for a document depends on no other."""


@pytest.mark.parametrize("form", IN_PIECES)
def test_a_large_document_is_never_printed_as_a_whole(form):
    """What is printed of it can take more memory than its facts."""
    text = "2020\n" * 4 * PIECE
    large = document(*(date(number, 5 * number, "2020") for number in range(4 * PIECE)), text=text)
    small = document(date(1, 0, "2020"), text="2020\n")
    named, layout = format_named(form), Layout()
    few, *many = (list(pieces(named, each, layout)) for each in (small, large, small))
    assert len(few) == 1
    assert max(len(each.body) for each in many[0]) < 0.3 * sum(len(each.body) for each in many[0])
    assert all(each.found for each in many[0])
    text = printed(form, small, large, small)
    assert text.count("2020") > 4 * PIECE
    if form == "json":
        Draft202012Validator(SCHEMA).validate(json.loads(text))
        assert [len(each["facts"]) for each in json.loads(text)["documents"]] == [1, 4 * PIECE, 1]


class TestJson:
    def test_it_keeps_to_the_schema(self, factx, tmp_path):
        Draft202012Validator.check_schema(SCHEMA)
        result = factx("--json", *SEEDS, tmp_path / "missing")
        Draft202012Validator(SCHEMA).validate(json.loads(result.stdout))

    def test_every_key_is_in_the_schema_and_in_its_order(self, factx):
        for fact in json.loads(factx("--json", *SEEDS).stdout)["documents"][0]["facts"]:
            assert list(fact) == list(SCHEMA["$defs"][fact["kind"]]["properties"])

    def test_a_line_is_a_fact_of_the_object(self, factx):
        [whole] = json.loads(factx("--json", *SEEDS).stdout)["documents"]
        lines = factx("--format", "jsonl", *SEEDS).stdout.splitlines()
        assert [json.loads(line) for line in lines] == whole["facts"]

    def test_offsets_lines_and_columns_give_the_text(self, factx):
        text = SEEDS[0].read_text("utf-8")
        for line in factx("--format", "jsonl", SEEDS[0]).stdout.splitlines():
            fact = json.loads(line)
            assert text[fact["start"] : fact["end"]] == fact["text"]
            assert "\n".join(text.split("\n")[fact["line"] - 1 :])[fact["column"] - 1 :].startswith(fact["text"])

    def test_nothing_at_all(self, factx):
        empty = {"schema": "factx/1", "documents": [], "errors": []}
        assert json.loads(printed("json")) == empty
        assert printed("jsonl") == ""

    @pytest.mark.parametrize("form", ["json", "jsonl"])
    def test_no_terminal_obeys_it_and_nothing_is_lost(self, form):
        text = printed(form, document(date(1, 0, HOSTILE), text=HOSTILE, id="\x9b.txt"))
        assert not set(text) & set("\x1b\x07\x7f\x9b\u202e\u2028")
        fact = json.loads(text) if form == "jsonl" else json.loads(text)["documents"][0]["facts"][0]
        assert (fact["text"], fact["doc"]) == (HOSTILE, "\x9b.txt")

    def test_numbers_are_as_written(self, factx):
        text = factx("--only", "percentages", "--format", "jsonl", input="It rose 3% or 2.50%, say 10,000%.").stdout
        assert [json.loads(line)["low"] for line in text.splitlines()] == [3, 2.5, 10000]
        assert '"low": 3,' in text


class TestRows:
    @pytest.mark.parametrize("form", ["tsv", "csv"])
    def test_a_fact_a_line_whatever_the_text(self, form):
        text = printed(form, document(date(1, 0, HOSTILE), date(2, 0, 'a "b", c'), text=HOSTILE, id="a\tb.txt"))
        assert text.count("\n") == 3
        assert not set(text) & set("\x1b\x07\x7f\x9b\u202e\u2028\r")
        separator = {"tsv": "\t", "csv": ","}[form]
        rows = list(csv.reader(io.StringIO(text), delimiter=separator, quotechar='"' if form == "csv" else None))
        assert {len(row) for row in rows} == {5}
        assert rows[2][3] == 'a "b", c'

    def test_fields(self, factx):
        options = ("--only", "percentages", "--no-header", "--fields")
        text = "Some 80% of the vote was\n hers, up by 2 percentage points."

        def cells(fields: str) -> list[str]:
            return factx(*options, fields, input=text).stdout.split("\n")[0].split("\t")

        assert cells("kind,value,low,unit") == ["percentage", "80%", "80", "percent"]
        assert cells("date.value,percentage.value,claim.source,mods"[:-5]) == ["", "80%", ""]
        assert cells("line,column,notes") == ["1", "6", ""]

    def test_parts_in_cells(self):
        part = Part(Span(3, 9), "his\n  own")
        claim = Claim(
            id="c1", span=Span(0, 9), text="x", rule="r", source=part, cue=None, content=(part, part), style="direct",
            stance="asserts", hedges=(), entity=None, name=None, dates=("d1", "d2"), people=(), percentages=(),
        )  # fmt: skip
        fields = ("claim.source", "source.start", "source.text", "cue", "cue.end", "content", "dates", "date.source")
        row = printed("tsv", document(claim), fields=fields[:-1], header=False).rstrip("\n").split("\t")
        assert row == ["his own", "3", "his own", "", "", "his own … his own", "d1; d2"]

    def test_the_header_names_the_columns(self):
        assert printed("tsv") == "doc\tkind\tline\ttext\tvalue\n"
        assert printed("csv", fields=("id", "text")) == "id,text\n"
        assert printed("tsv", header=False) == ""


class TestTable:
    def test_article_text_is_neither_markup_nor_obeyed(self):
        text = printed("table", document(date(1, 0, HOSTILE, HOSTILE), text=HOSTILE, id=HOSTILE), color=True)
        assert "[bold]:smile:" in text
        assert not set(text.replace("\x1b[", "")) & set("\x1b\x07\x7f\x9b\u202e\u2028\r\t")
        assert "\x1b[2J" not in text
        assert "\x1b[31m" not in text

    @pytest.mark.parametrize("width", [40, 60, 80, 200])
    def test_it_is_as_wide_as_the_terminal_and_cuts_nothing(self, width):
        words = "a reckoning of everything that had been promised and of everything that had been done"
        found = document(date(1, 0, words), date(2, 0, "unbreakable" * 9), text=words)
        text = printed("table", found, width=width)
        assert max(map(len, text.splitlines())) <= width
        for word in words.split():
            assert word[:5] in text
        assert "".join(text.split()).count("…") == 0

    def test_color_only_where_it_is_wanted(self):
        assert "\x1b[" in printed("table", document(date(1, 0, "x")), color=True)
        assert "\x1b" not in printed("table", document(date(1, 0, "x")))

    def test_long_sections_are_cut_with_a_word_on_how_to_get_the_rest(self):
        found = document(*(date(i, 0, f"date-{i}-") for i in range(SECTION_ROWS + 7)))
        text = printed("table", found)
        assert f"date-{SECTION_ROWS - 1}-" in text
        assert f"date-{SECTION_ROWS}-" not in text
        assert "… and 7 more (--format tsv prints every fact)" in text

    def test_documents_beyond_what_anyone_reads_are_counted(self):
        many = document(*(date(i, 0, "x") for i in range(ROWS)))
        text = printed("table", many, many, many)
        assert f"… and {2 * ROWS:,} more facts in 2 more documents (--format tsv prints every fact)" in text

    def test_several_documents_have_a_heading_each(self):
        text = printed("table", document(date(1, 0, "x"), id="a"), document(id="b"))
        assert text.startswith("a\n")
        assert "\nb\n  nothing found\n" in text

    def test_a_kind_that_was_asked_for_and_is_not_there_is_said(self, factx):
        text = factx("--only", "dates,percentages", "--format", "table", input="It was in 2020.").stdout
        assert "Percentages  none" in text
        assert "People" not in text


@pytest.mark.parametrize(
    ("begin", "until", "shown"),
    [
        ("2020-08-16", "2020-08-16", "Sun 16 Aug 2020"),
        ("2020-08-03", "2020-08-09", "3–9 Aug 2020"),
        ("2020-07-28", "2020-08-03", "28 Jul – 3 Aug 2020"),
        ("2019-12-30", "2020-01-05", "30 Dec 2019 – 5 Jan 2020"),
        ("-0099-01-01", "-0099-12-31", "-0099-01-01 – -0099-12-31"),
        (None, None, ""),
    ],
)
def test_days_are_written_as_people_write_them(begin, until, shown):
    assert day_range(begin, until) == shown


def test_claims_stand_below_those_that_hold_them():
    def claim(number: int, parent: int | None) -> Claim:
        return Claim(
            id=f"c{number}", span=Span(0, 1), text="x", rule="r", source=None, cue=None, content=(), style="direct",
            stance="asserts", hedges=(), entity=None, name=None, dates=(), people=(), percentages=(),
            parent=f"c{parent}" if parent else None,
        )  # fmt: skip

    tree = nested((claim(1, None), claim(2, 3), claim(3, 1), claim(4, None), claim(5, 1), claim(6, 99)))
    assert [(claim.id, depth) for claim, depth in tree] == [
        ("c1", 0), ("c3", 1), ("c2", 2), ("c5", 1), ("c4", 0), ("c6", 0),
    ]  # fmt: skip
