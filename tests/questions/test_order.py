"""--sort, --count and -C: facts in another order, how many, and with their sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factx.render import FORMATS

ARTICLES = Path(__file__).parent / "articles"
TEXT = "Sales fell 12% in May 2023. They rose 3% on 4 March 2024, Ann Lee said. Costs: 7.5%. It rained for a week."
FIGURES = ("--only", "percentages", "--fields", "text", "--no-header")


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("low", ["3%", "7.5%", "12%"]),
        ("-low", ["12%", "7.5%", "3%"]),
        ("change", ["12%", "3%", "7.5%"]),
        ("-change", ["3%", "12%", "7.5%"]),  # what has none is last in both
        ("text", ["3%", "7.5%", "12%"]),
        ("-start", ["7.5%", "3%", "12%"]),
    ],
)
def test_facts_are_in_the_order_of_a_key(factx, key: str, found: list[str]) -> None:
    assert factx(*FIGURES, "--sort", key, input=TEXT).stdout.split() == found


def test_dates_are_in_the_order_of_time(factx) -> None:
    def sorted_by(key: str) -> list[str]:
        return factx("--only", "dates", "--fields", "text", "--no-header", "--sort", key, input=TEXT).stdout.split("\n")

    assert sorted_by("value") == sorted_by("begin") == ["May 2023", "4 March 2024", "a week", ""]
    assert sorted_by("-begin") == ["4 March 2024", "May 2023", "a week", ""]


@pytest.mark.parametrize("form", ["tsv", "csv", "jsonl"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_lines_are_in_one_order_over_all_documents(factx, form: str, jobs: str) -> None:
    lines = factx("--format", form, "--only", "dates", "--sort", "begin", "--jobs", jobs, ARTICLES).stdout.splitlines()
    texts = [line for line in lines if "1926" in line or "1927" in line or "16, 2024" in line]
    assert ["May 1926" in texts[0], "3 May 1926" in texts[1], "1927" in texts[2], "16, 2024" in texts[3]] == [True] * 4


@pytest.mark.parametrize("form", ["json", "table", "html", "markdown"])
def test_in_other_formats_each_document_has_its_own(factx, form: str) -> None:
    text = factx("--format", form, "--only", "percentages", "--sort", "-low", input=TEXT).stdout
    places = [text.rindex(figure) for figure in (("12%", "7.5%", "3%") if form != "html" else ("-n1", "-n3", "-n2"))]
    assert places[:2] == sorted(places[:2])


def test_a_key_that_is_none_is_wrong_usage(factx) -> None:
    result = factx("--sort", "beginn", input=TEXT)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "There is no key 'beginn'. Did you mean begin" in result.stderr


class TestCount:
    def test_of_each_document_and_in_all(self, factx) -> None:
        header, *rows, total = factx("--count", ARTICLES).stdout.splitlines()
        assert header.split("\t") == ["doc", "dates", "people", "mentions", "percentages", "claims", "facts"]
        assert len(rows) == 8
        counts = [list(map(int, row.split("\t")[1:])) for row in rows]
        assert total.split("\t") == ["total", *(str(sum(column)) for column in zip(*counts, strict=True))]
        facts = factx("--no-header", ARTICLES).stdout.splitlines()
        assert int(total.split("\t")[-1]) == len(facts)

    def test_of_one_document_there_is_no_total(self, factx) -> None:
        assert factx("--count", "--only", "dates", "--no-header", input=TEXT).stdout == "-\t3\t3\n"

    def test_of_facts_that_hold(self, factx) -> None:
        asked = ("--count", "--where", "change=rise", "--json")
        found = json.loads(factx(*asked, input=TEXT).stdout)
        assert found["schema"] == "factx-count/1"
        assert [row["percentages"] for row in found["documents"]] == [1]
        assert found["total"] == {"dates": 0, "people": 0, "mentions": 0, "percentages": 1, "claims": 0, "facts": 1}

    @pytest.mark.parametrize("form", FORMATS)
    def test_in_every_format(self, factx, monkeypatch, form: str) -> None:
        monkeypatch.setenv("COLUMNS", "200")
        result = factx("--count", "--format", form, ARTICLES)
        assert result.exit_code == 0
        assert "01-council-vote" in result.stdout
        assert form not in ("table", "text") or result.stdout.startswith("Documents  8\n"), "a total is no document"

    @pytest.mark.parametrize("other", [["--group", "people"], ["--sort", "begin"]])
    def test_what_does_not_go_with_it_is_wrong_usage(self, factx, other: list[str]) -> None:
        assert factx("--count", *other, input=TEXT).exit_code == 2


class TestContext:
    def test_rows_have_the_sentence(self, factx) -> None:
        lines = factx("-C", "--only", "percentages", "--fields", "text", input=TEXT).stdout.splitlines()
        assert lines[0] == "text\tsentence"
        assert lines[2] == "3%\tThey rose 3% on 4 March 2024, Ann Lee said."

    def test_the_table_has_it_in_place_of_most_else(self, factx, monkeypatch) -> None:
        monkeypatch.setenv("COLUMNS", "120")
        table = factx("-C", "--format", "table", "--color", "always", input=TEXT).stdout
        assert "They rose \x1b[1m3%\x1b[0m on 4 March 2024, Ann Lee said." in table
        assert "\x1b[1mThey rose 3% on 4 March 2024\x1b[0m, Ann Lee said." in table
        assert "predicate" not in table
