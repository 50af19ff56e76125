"""PDF: columns, paragraphs, hyphens and running heads, whatever the order in which the page is stored."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import made
import pytest

pytest.importorskip("pypdfium2", reason='reading .pdf needs "factx[pdf]"')

NUMBERS = "one", "two", "three", "four", "five"
LONG = " ".join(f"Sentence number {number} is about the weather in the north." for number in NUMBERS)


@pytest.fixture
def text(factx, tmp_path):
    """The text of a PDF."""

    def read(data: bytes) -> str:
        path = tmp_path / "a.pdf"
        path.write_bytes(data)
        result = factx("--show-text", path)
        assert (result.exit_code, result.stderr) == (0, "")
        return result.stdout

    return read


@pytest.mark.parametrize("columns", [1, 2])
def test_columns_are_read_one_after_the_other(text, columns):
    assert text(made.printed(columns)) == made.TEXT


def test_three_columns_below_a_headline_and_above_a_line_across(text):
    paragraphs = [LONG.replace("weather", word) for word in ("harvest", "harbour", "hospital")]
    columns = [made.column([paragraph], 24, 60 + 170 * i, 700) for i, paragraph in enumerate(paragraphs)]
    head = (60.0, 740.0, 18.0, "A headline that spans all three columns")
    foot = (60.0, 480.0, 10.0, "And this line, which is about something else, runs across the whole page.")
    # Stored by their distance from the left, and each column from its foot.
    lines = sorted([head, foot, *(line for column in columns for line in column)])
    assert text(made.pdf(lines)).split("\n\n") == [head[3], *paragraphs, foot[3]]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page(text):
    lines = made.column([LONG], 36, 72, 700)
    third = len(lines) // 3
    first = [(72.0, 700 - 12.0 * i, *line[2:]) for i, line in enumerate(lines[:third])]
    second = [(330.0, 700 - 12.0 * i, *line[2:]) for i, line in enumerate(lines[third : 2 * third])]
    last = [(72.0, 700 - 12.0 * i, *line[2:]) for i, line in enumerate(lines[2 * third :])]
    assert text(made.pdf([*first, *second], last)) == LONG


def test_the_rows_of_a_table_stay_together(text):
    rows = [("Party", "Votes", "Share"), ("Reds", "1,204", "41%"), ("Blues", "998", "34%"), ("Greens", "734", "25%")]
    lines = [(72 + 130 * i, 700 - 14 * j, 10, cell) for j, row in enumerate(rows) for i, cell in enumerate(row)]
    shown = text(made.pdf([*made.column([LONG], 75, 72, 780), *lines]))
    for row in rows:
        assert "\t".join(row) in shown.splitlines()


@pytest.mark.parametrize(
    ("before", "after", "mended"),
    [
        ("a long nego-", "tiation began", "a long negotiation began"),
        ("for twenty-", "five years", "for twenty-five years"),
        ("from mid-", "June on", "from mid-June on"),
        ("between 60-", "70% of them", "between 60-70% of them"),
        ("the Anglo-", "French plan", "the Anglo-French plan"),
        ("the mayor –", "who laughed", "the mayor – who laughed"),
        ("the mayor—", "who laughed", "the mayor—who laughed"),
        ("a poll-", "rigging plan, more poll-rigging", "a poll-rigging plan, more poll-rigging"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(text, before, after, mended):
    lead, end = "Here is a line of the text that is as long as any is.", "and so on."
    filled = lead[: len(lead) - len(before) - 1].rpartition(" ")[0] + " " + before
    lines = [lead, filled, f"{after} {end}"]
    shown = text(made.pdf([(72, 700 - 12 * i, 10, line) for i, line in enumerate(lines)]))
    assert f"{mended} {end}" in shown
    assert "\n" not in shown


@pytest.mark.parametrize("numbered", ["- {} -", "{}", "Page {} of 4"])
def test_what_stands_on_every_page_is_read_once_and_page_numbers_not_at_all(text, numbered):
    pages = []
    for number in range(4):
        body = made.column([LONG.replace("north", place) for place in ("west", f"town {number}")], 60, 72, 700)
        pages.append([(72, 760, 9, "The Northwick Post, 8 May 2024"), *body, (300, 40, 9, numbered.format(number + 1))])
    shown = text(made.pdf(*pages))
    assert shown.count("The Northwick Post") == 1
    assert shown.startswith("The Northwick Post, 8 May 2024")
    assert numbered.format(2) not in shown.split("\n\n")
    assert shown.count("town 3") == 5


def test_bullets_belong_to_their_lines(text):
    lines = ["- The first item is long enough to need", "  a second line for its end.", "- The other is not."]
    places = [72 if line.startswith("-") else 84 for line in lines]
    shown = text(made.pdf([(place, 700 - 12 * i, 10, lines[i].strip()) for i, place in enumerate(places)]))
    assert shown == "- The first item is long enough to need a second line for its end.\n\n- The other is not."


class TestProblems:
    def said(self, factx, tmp_path: Path, data: bytes) -> str:
        """The message for an input that can't be read, when another can."""
        path, other = tmp_path / "a.pdf", tmp_path / "b.txt"
        path.write_bytes(data)
        other.write_text("It rose 3%.")
        result = factx("--only", "percentages", "--no-header", path, other)
        assert (result.exit_code, result.stdout.count("\n"), result.stderr.count("\n")) == (2, 1, 1)
        return result.stderr.removeprefix(f"factx: {path}: ")

    def test_broken(self, factx, tmp_path):
        assert self.said(factx, tmp_path, b"%PDF-1.7\nnonsense").startswith("damaged, or not a PDF: ")
        assert self.said(factx, tmp_path, b"nonsense").startswith("damaged, or not a PDF: ")
        assert self.said(factx, tmp_path, b"").startswith("damaged, or not a PDF: ")

    def test_encrypted(self, factx, tmp_path):
        data = Path(__file__).with_name("encrypted.pdf").read_bytes()
        assert self.said(factx, tmp_path, data) == (
            "encrypted: it asks for a password (qpdf --decrypt writes a copy without)\n"
        )

    def test_a_scan(self, factx, tmp_path):
        assert self.said(factx, tmp_path, made.pdf([], [])) == (
            "no text in its 2 pages: a scan? (it needs text recognition first: ocrmypdf)\n"
        )

    def test_a_page_that_is_too_dense(self, factx, tmp_path, monkeypatch):
        from factx.read import pdf

        monkeypatch.setattr(pdf, "MOST_CHARACTERS", 100)
        path = tmp_path / "a.pdf"
        path.write_bytes(made.pdf([(72, 700, 10, "First.")], [(72, 700, 10, "x" * 200)], [(72, 700, 10, "Last.")]))
        result = factx("--show-text", path)
        assert (result.exit_code, result.stdout) == (2, "First.\n\nLast.")
        assert result.stderr == f"factx: {path}: page 2: 200 characters on one page, left out\n"

    def test_one_that_is_too_long(self, factx, tmp_path, monkeypatch):
        from factx.read import pdf

        monkeypatch.setattr(pdf, "MOST_IN_ALL", 10)
        path = tmp_path / "a.pdf"
        path.write_bytes(made.pdf([(72, 700, 10, "First.")], [(72, 700, 10, "Second.")], [(72, 700, 10, "Third.")]))
        result = factx("--show-text", path)
        assert (result.exit_code, result.stdout) == (2, "First.")
        assert result.stderr == f"factx: {path}: page 2: too long, the rest is left out (split it)\n"


def test_letters_whose_place_is_no_number_are_left_out(text):
    lines = made.column([LONG], 75, 72, 700)
    away = (312.0, Decimal("6" * 54 + ".0"), 10.0, "Nowhere on any page")
    assert text(made.pdf([*lines, away])) == LONG
