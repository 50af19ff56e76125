"""`factx rules --try`: what rules find in a text, or how far each got and what it lacked."""

from __future__ import annotations

import re

import click
import pytest

from factx import catalogue
from factx.command import rule_trial
from factx.command.rule_trial import Trial, trials

ENTRIES = catalogue.entries()


def one(id: str, text: str) -> Trial:
    [outcome] = trials(text, [entry for entry in ENTRIES if entry.id == id], every=True)
    return outcome


def row(id: str, text: str) -> tuple[str, str, str]:
    outcome = one(id, text)
    return outcome.status, outcome.text, outcome.lacked


class TestFound:
    def test_a_fact_with_its_value(self):
        assert row("iso-date", "Out on 2020-08-16.") == ("found", "2020-08-16", "")
        assert row("calendar-date", "It opened on 3 May 2020.") == ("found", "3 May 2020", "= 2020-05-03")

    def test_a_role(self):
        assert row("held-by", "Some 45% is held by Acme Metals.") == ("found", "Acme Metals", "")

    def test_a_share_in_words(self):
        assert row("some-in-all", "One in five is poor.") == ("found", "One in five", "= 20")

    @pytest.mark.parametrize(
        ("id", "text", "expected"),
        [
            ("month-and-year", "It opened on 3 May 2020.", ("found", "May 2020", "but calendar-date is longer")),
            ("name-at", "The poll gave Lee 5%, and put Lee at 4%.", ("found", "Lee", "")),
            ("subject-of-having", "Lee has 5% of Acme's 5% stake.", ("found", "Lee", "")),
            ("name-beside", "The vote put Lee at 34%.", ("found", "34%", "but name-at comes first")),
            ("said-something", "Ann Lee said that it rained.", ("found", "said", "but said-that-outright comes first")),
        ],
    )
    def test_but_for_another_rule(self, id, text, expected):
        assert row(id, text) == expected


class TestVetoed:
    def test_by_its_function_which_is_named_with_its_place(self):
        status, text, lacked = row("spaced-digits", "He won 5 5% stakes.")
        assert (status, text) == ("vetoed", "5 5%")
        assert re.fullmatch(
            r"fits, and was vetoed by the rule's function \(factx/extract/percentages/grammar\.py:\d+\)", lacked
        )

    def test_by_the_evidence_for_names(self):
        assert row("lone-name", "It was sold in London.") == (
            "vetoed", "London", "fits, but the evidence is against a person's name")

    def test_by_what_comes_after_the_rules(self):
        assert row("was-accused", "He read by the fire.") == ("vetoed", "read", "fits, but has no source or no content")


class TestPartial:
    @pytest.mark.parametrize(
        ("id", "text", "expected"),
        [
            ("said-that", "Ann Lee said by phone of it.",
             ("said", "then needs <that-clause>; found 'by' (lower, preposition)")),
            ("calendar-date", "It was the 3rd of the list in May.", ("the 3rd of", "then needs <month-name>")),
            ("held-by", "Some 45% is held in Leeds.",
             ("Some 45% is held", "then needs 'by'; found 'in' (preposition, word)")),
            ("whole-after-of", "It lost 5%", ("5%", "then needs 'of'; found the end of the text")),
            ("whole-after-of", "It lost 5%\n\nIt won 4%", ("5%", "then needs 'of'; found the end of the sentence")),
            ("possessor", "They repaid Acme's 5% loan.",
             ("Acme's 5%", "then needs no <noun>{0,4} <loan-noun|'margin'> after it; found 'loan' (loan-noun")),
            ("range-of-one-unit", "It grew 5 of 10 percent.", ("5", "then needs <to-in-one-unit>; found 'of'")),
            ("told-to", "It was ordered by the town.",
             ("ordered by the town", "then needs <infinitive>; found '.' (stop)")),
        ],
    )  # fmt: skip
    def test_it_says_how_far_and_what_was_lacking(self, id, text, expected):
        status, fitted, lacked = row(id, text)
        assert (status, fitted) == ("partial", expected[0])
        assert lacked.startswith(expected[1])

    def test_a_figure_is_shown_as_it_is_written(self):
        outcome = one("share-owned-by", "In all, five per cent of the mine was lost.")
        assert outcome.text == "five per cent of the mine was"

    def test_a_person_is_one_word_to_the_rules_of_claims(self):
        assert row("speaker-colon", "Ann Lee said no.")[1:] == (
            "Ann Lee", "then needs ':'; found 'said' (clause, cue, governing, lower, participle, past)")

    def test_nothing_fits(self):
        assert row("said-that", "It rained.") == ("none", "", "needs <saying>")
        assert row("said-that", "") == ("none", "", "needs <saying>")

    @pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
    def test_a_reject_is_near_its_rule(self, entry):
        """One reject at least would be found if a piece of the pattern were dropped; of one tag there is no piece."""
        if entry.rule.pattern == "<length-word>":
            pytest.skip("a single tag")
        assert any(one(entry.id, sentence).status != "none" for sentence in entry.rule.rejects)


class TestCommand:
    def test_into_a_pipe_it_is_rows(self, factx):
        result = factx("rules", "--try", "Ann Lee said by phone of it.", "said-that")
        assert result.stdout == (
            "rule\tstatus\ttext\tlacked\n"
            "said-that\tpartial\tsaid\tthen needs <that-clause>; found 'by' (lower, preposition)\n")

    def test_of_a_kind_every_rule_is_there(self, factx):
        rows = factx("rules", "--try", "It rained.", "claims").stdout.splitlines()[1:]
        assert {row.split("\t")[0] for row in rows} == {entry.id for entry in ENTRIES if entry.kind == "claim"}

    def test_without_an_id_only_those_that_begin_to_fit(self, factx):
        rows = [row.split("\t") for row in factx("rules", "--try", "It rose on 3 May by 5%.").stdout.splitlines()[1:]]
        assert {status for _, status, *_ in rows} == {"found", "vetoed", "partial"}
        assert [status for _, status, *_ in rows] == sorted(
            (status for _, status, *_ in rows), key=["found", "vetoed", "partial"].index)
        assert ["calendar-date", "found", "3 May", "= XXXX-05-03"] in rows
        assert "said-that" not in {id for id, *_ in rows}

    def test_on_a_terminal(self):
        entries = [entry for entry in ENTRIES if entry.id in ("figure", "iso-date")]
        outcomes = trials("It rose by 5%.", entries, every=True)
        assert [click.unstyle(line) for line in rule_trial.lines(outcomes, terminal=True)] == [
            "found    figure    '5%'", f"none     iso-date  {outcomes[1].lacked}"]
        assert list(rule_trial.lines([], terminal=True)) == ["No rule begins to fit."]

    def test_a_rule_of_ones_own(self, factx, tmp_path):
        file = tmp_path / "court.toml"
        file.write_text(
            '[[rule]]\nid = "docket"\nkind = "case"\npattern = "<integer> \':\' <two-digits>"\n'
            'examples = {"In 1:19 it was." = "1:19"}\n', "utf-8")  # fmt: skip
        rows = factx("rules", "--rules", file, "--try", "In 1:123 it was.", "docket").stdout.splitlines()
        assert rows[1].startswith("docket\tpartial\t1:\tthen needs <two-digits>; found '123'")

    def test_a_mistyped_id_gets_a_suggestion(self, factx):
        result = factx("rules", "--try", "It rained.", "said-taht")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "There is no rule 'said-taht'. Did you mean said-that" in result.stderr
