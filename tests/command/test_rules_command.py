"""`factx rules`, and the rule and reasons beside each fact with --why."""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path

import click
import pytest

import factx
from factx import catalogue
from factx.command import rules_command
from factx.extract.percentages.finding import grammar
from factx.extract.percentages.links import links
from factx.extract.percentages.ratios import ratios
from factx.extract.percentages.roles import roles as role_rules

sys.path.insert(0, str(Path(__file__).parents[1]))
from test_corpus import lines  # the marked sentences are read in one place

TEXT = "Ann Lee said on Sunday that prices rose 3%. Ms Lee denied it.\n"
KNOWN = {entry.id for entry in catalogue.entries()}
CUES = {cue.name for cue in catalogue.cues()}


class TestKnown:
    """A rule that a fact names, and a cue that its reasons name, is one that `factx rules ID` explains."""

    @pytest.mark.parametrize("number", range(8))
    def test_of_every_fact_in_the_marked_sentences(self, number):
        for param in list(lines())[number::8]:
            line = param.values[0]
            document = factx.extract(line.text, date=line.date, kinds={line.kind}, ratios=True)
            for fact in document.facts:
                assert fact.rule in KNOWN
                if fact.kind == "person":
                    assert {note.split(" ")[0] for note in fact.notes} <= CUES

    def test_of_every_fact_of_the_sample_article(self):
        [article] = Path(__file__).parents[2].glob("seeds/*.txt")
        assert {fact.rule for fact in factx.extract(article.read_text("utf-8")).facts} <= KNOWN


class TestListing:
    def test_into_a_pipe_it_is_rows(self, factx):
        header, *rows = (line.split("\t") for line in factx("rules").stdout.splitlines())
        assert header == ["kind", "id", "description"]
        assert {kind for kind, *_ in rows} == {"date", "person", "percentage", "claim"}
        assert {id for _, id, _ in rows} == KNOWN
        assert all(description for *_, description in rows)

    def test_the_roles_of_percentages_have_a_heading_of_their_own(self, factx):
        shown = list(rules_command.shown("percentages", (), terminal=True, everything=False) or ())
        titles = [click.unstyle(line) for line in shown if line and not line.startswith(("  ", "factx"))]
        figures, roles = len(grammar.rules) + len(ratios.rules), len(role_rules.rules) + len(links.rules)
        assert titles == [f"Percentages  {figures}", f"Roles of percentages  {roles}"]
        assert sum(line.startswith("percentage\t") for line in factx("rules").stdout.splitlines()) == figures + roles

    @pytest.mark.parametrize("kind", ["claims", "claim"])
    def test_of_one_kind(self, factx, kind):
        _, *rows = factx("rules", kind).stdout.splitlines()
        assert {row.split("\t")[0] for row in rows} == {"claim"}

    def test_on_a_terminal_it_is_by_kind(self):
        shown = "\n".join(rules_command.shown(None, (), terminal=True, everything=False) or ())
        for heading in ("Dates", "People", "Percentages", "Claims"):
            assert f"{heading}  " in shown
        assert "factx rules ID tells more" in shown


class TestOne:
    @pytest.mark.parametrize("entry", catalogue.entries(), ids=lambda entry: entry.id)
    def test_all_that_is_known_of_it(self, entry):
        shown = "\n".join(rules_command.rule(entry, everything=False))
        for part in (entry.description, "Pattern", "Examples", "Source", entry.source):
            assert " ".join(part.split())[:60] in " ".join(shown.split())
        assert rules_command.FAILS not in shown
        file, line = entry.source.split(":")
        declared = (Path(catalogue.ROOT).parent / file).read_text("utf-8").splitlines()[int(line) - 1 :]
        assert any(f"def {entry.id.replace('-', '_')}" in text for text in declared[:80])

    def test_a_role_is_marked_in_its_examples(self, factx):
        shown = factx("rules", "held-by").stdout
        assert shown.startswith("held-by  role of a percentage\n")
        assert "✓ The mine is shared: 45% is held by [Acme Metals].  → Acme Metals" in shown

    def test_examples_are_tried_and_what_is_found_is_marked(self, factx):
        shown = factx("rules", "iso-date").stdout
        assert "✓ The [2020-08-16] issue is out.  → 2020-08-16" in shown
        assert "✓ Order 2020-18-16 was shipped." in shown

    def test_an_example_that_fails_is_shown_with_what_is_found(self):
        [entry] = [entry for entry in catalogue.entries() if entry.id == "iso-date"]
        [case] = [catalogue.Case("On 2020-08-16.", "2020-08-17", entry.found("On 2020-08-16."))]
        assert "✗" in rules_command.case_line(case)
        assert "On [2020-08-16].  → 2020-08-16  (expected: 2020-08-17)" in rules_command.case_line(case)

    def test_words_are_a_few_unless_all_are_wanted(self, factx):
        few, whole = (factx("rules", "weekday", *option).stdout for option in ([], ["--all"]))
        assert " more (nouns.txt)" in few
        assert " more" not in whole
        assert "wednesday" in whole

    def test_the_verbs_of_claims_are_there(self, factx):
        assert "<hearer>" in factx("rules", "said-that").stdout
        assert "apprise" in factx("rules", "said-that").stdout

    def test_the_evidence_of_people_is_there(self, factx):
        assert "title:vessel" in factx("rules", "full-name").stdout
        whole = factx("rules", "lone-name", "--all").stdout
        assert [name for name in CUES if name not in whole] == []

    def test_a_cue(self, factx):
        shown = factx("rules", "given+family").stdout
        assert "cue of people" in shown
        assert "as in: Maria Ivanova" in shown

    @pytest.mark.parametrize(
        ("id", "message"),
        [
            ("said-taht", "There is no rule 'said-taht'. Did you mean said-that"),
            ("title:curtesy", "There is no rule 'title:curtesy'. Did you mean title:courtesy"),
            ("claimes", "There is no rule 'claimes'. Did you mean claims"),
            ("xyzzy", "There is no rule 'xyzzy'. factx rules lists all."),
        ],
    )
    def test_a_mistyped_id_gets_a_suggestion(self, factx, id, message):
        result = factx("rules", id)
        assert (result.exit_code, result.stdout) == (2, "")
        assert message in result.stderr


class TestWhy:
    @pytest.mark.parametrize("form", ["tsv", "csv"])
    def test_rows_have_two_columns_more(self, factx, form):
        delimiter = {"tsv": "\t", "csv": ","}[form]
        rows = list(csv.DictReader(factx("--why", "-f", form, input=TEXT).stdout.splitlines(), delimiter=delimiter))
        assert list(rows[0]) == ["doc", "kind", "line", "text", "value", "rule", "notes"]
        assert {row["rule"] for row in rows} <= KNOWN
        assert "title:courtesy" in next(row["notes"] for row in rows if row["text"] == "Lee")

    def test_columns_that_are_chosen_are_not_doubled(self, factx):
        assert factx("-w", "--fields", "rule,text", input=TEXT).stdout.split("\n")[0] == "rule\ttext\tnotes"

    @pytest.mark.parametrize("width", ["60", "120"])
    def test_the_table_has_them_below_each_row(self, factx, monkeypatch, width):
        monkeypatch.setenv("COLUMNS", width)
        lines = [line.strip() for line in factx("--why", "--format", "table", input=TEXT).stdout.splitlines()]
        expected = {"1  Ann Lee": "rule full-name: ", "1  Sunday": "rule weekday", "1  prices": "rule figure"}
        for row, reason in expected.items():
            place = next(place for place, line in enumerate(lines) if line.startswith(row))
            assert lines[place + 1].startswith(reason)
        assert "first:given-3 +" in " ".join(lines), "a cue has the name that factx rules knows"
        assert any(line.startswith("rule said-that: cue: say asserts") for line in lines)

    @pytest.mark.parametrize("form", ["table", "text", "markdown", "html"])
    def test_the_rule_of_each_role_of_a_percentage(self, factx, form):
        text = "Ann Lee won 80% of the vote, up from 60%.\n"
        shown = re.sub(r"<[^>]+>", "", factx("-wf", form, input=text).stdout) if form == "html" else factx(
            "-wf", form, input=text).stdout
        told = " ".join(shown.split())
        assert "of: whole-after-of" in told
        assert "holder: subject-of-having" in told
        assert "of: as of the figure beside" in told

    @pytest.mark.parametrize("form", ["json", "jsonl", "tsv", "csv"])
    def test_it_is_not_in_what_scripts_read(self, factx, form):
        assert "whole-after-of" not in factx("-wf", form, input="Ann Lee won 80% of the vote.\n").stdout

    def test_json_has_them_always(self, factx):
        facts = [json.loads(line) for line in factx("-f", "jsonl", input=TEXT).stdout.splitlines()]
        assert all(fact["rule"] in KNOWN for fact in facts)
        assert factx("-wf", "json", input=TEXT).stdout == factx("-f", "json", input=TEXT).stdout
