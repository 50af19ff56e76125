"""What documents disagree about: figures, statements and denials, numbers, days."""

from __future__ import annotations

import json
from itertools import chain
from pathlib import Path

import pytest

from factx import extract
from factx.across.disagreements import disagreements
from factx.across.evidence import evidence
from factx.render import FORMATS

ARTICLES = Path(__file__).parents[1] / "questions" / "articles"


def found(*texts: str, dates: tuple[str, ...] = ("2024-03-04", "2024-03-06")) -> list[tuple[str, ...]]:
    """The kind of each disagreement, and what each side says."""
    all_of = [evidence(extract(text, id=str(i), date=dates[i % 2])) for i, text in enumerate(texts)]
    return [
        (each.kind, *(party.said for party in each.parties))
        for each in disagreements(
            list(chain.from_iterable(each.figures for each in all_of)),
            list(chain.from_iterable(each.sayings for each in all_of)),
            list(chain.from_iterable(each.events for each in all_of)),
        )
    ]


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("Acme's sales rose 4%, it said.", "Acme's sales rose 9%, analysts said.", ("figures", "up 4%", "up 9%")),
        ("Acme's sales rose 4%.", "Acme's sales fell 4%.", ("figures", "up 4%", "down 4%")),
        ("Lee won 62% of the vote.", "Lee won 38% of the vote.", ("figures", "62%", "38%")),
        ("61% of tenants fear it.", "16% of tenants fear it.", ("figures", "61%", "16%")),
        ("Mayor Ann Lee said 61% of tenants fear it.", "Tom Hale said 16% of tenants fear it.",
         ("figures", "61%", "16%")),
        ("Among women, Lee won 62% of the vote.", "Lee won 38% of the vote among women.", ("figures", "62%", "38%")),
    ],
)
def test_figures_that_exclude_each_other(one: str, other: str, said: tuple[str, ...]) -> None:
    assert found(one, other) == [said]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme's sales rose 4%.", "Acme's sales rose 4.2%."),  # rounded
        ("Lee won 33% of the vote.", "Lee won a third of the vote."),
        ("Lee won more than 50% of the vote.", "Lee won 62% of the vote."),
        ("Acme's sales rose 4%.", "Acme's costs rose 9%."),
        ("Acme's sales rose 4%.", "Bolt's sales rose 9%."),
        ("Acme's sales rose 4% in May 2023.", "Acme's sales rose 9% in July 2023."),
        ("61% of tenants fear it.", "16% of tenants want it."),
        ("61% of tenants fear it.", "16% of owners fear it."),
        ("Lee won 62% of the vote.", "Lee won 38% of the vote among women."),
        ("Among men, Lee won 62% of the vote.", "Lee won 38% of the vote among women."),
        ("Acme's sales rose 4%, it said.", "The council of Leeds met."),
        ("Shops in Norwell raised prices. Inflation is 7%.", "Shops in Cardin raised prices. Inflation is 30%."),
        ("Inflation in Norwell is 7% since May.", "Inflation in Cardin is 30% since May."),
    ],
)
def test_figures_that_may_both_hold(one: str, other: str) -> None:
    assert found(one, other) == []


def test_figures_of_other_years_may_both_hold() -> None:
    texts = "Lee won 62% of the vote.", "Lee won 38% of the vote."
    assert found(*texts, dates=("2020-03-04", "2024-03-06")) == []


def test_those_who_say_the_same_are_on_one_side(factx) -> None:
    texts = "Lee won 62% of the vote.", "Lee won 38% of the vote.", "Lee won 62% of the vote, Tom Hale said."
    assert found(*texts) == [("figures", "62%", "38%", "62%")]


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("The ministry said the council had hidden the report.", "Ann Lee denied that the council hid the report.", []),
        ("Tom Hale said the council had hidden the report.", "Ann Lee denied the council had hidden the report.",
         ["denial"]),
        ("Tom Hale said the mill would close in June.", "Ann Lee said the mill would not close in June.", ["denial"]),
        ("Tom Hale said the mill would close in June.", "Tom Hale said the mill would not close in June.", []),
        ("Tom Hale said the mill would close.", "Ann Lee denied that her sister sold the boat.", []),
        ("Police said 300 people marched to the mill.", "Ann Lee said 5,000 people marched to the mill.", ["numbers"]),
        ("Police said 300 people marched to the mill.", "Ann Lee said 310 people marched to the mill.", []),
        ("Tom Hale said the boats were unsafe and that 150 jobs would go.", "Ann Lee denied the boats were unsafe.",
         ["denial"]),
        ("Tom Hale said the boats were unsafe and that 150 jobs would go.", "Ann Lee said 400 jobs would go.",
         ["numbers"]),
        ('"The boats were all safe. Nobody asked for a ship," Tom Hale said.',
         '"We were right. The boats were not all safe," Ann Lee said.', ["denial"]),
        ("Tom Hale said the mill would close in June.", "Ann Lee rejected claims that the mill would close in June.",
         ["denial"]),
        ("Tom Hale said the mill would close in June.", "Ann Lee dismissed a wild rumour that the mill would close in "
         "June.", ["denial"]),
        ("Tom Hale said the mill would close in June.", "Ann Lee rejected a plan that the mill would close in June.",
         []),
    ],
)  # fmt: skip
def test_statements(one: str, other: str, kinds: list[str]) -> None:
    assert [kind for kind, *_ in found(one, other)] == kinds


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("The Norwell bridge opened on 3 May 1998.", "The Norwell bridge opened in June 1999.", ["dates"]),
        ("The Norwell bridge opened in May 1998.", "The Norwell bridge opened on 3 May 1998.", []),
        ("The Norwell bridge opened on 3 May 1998.", "The Cardin bridge opened in June 1999.", []),
        ("Acme was founded in 1962 by two sisters.", "Acme, which was founded in 1971, makes rope.", ["dates"]),
        ("Police arrested two men in Leeds on 3 May 2021.", "Police arrested two men in Leeds on 5 May 2021.", []),
        ("The Norwell bridge was painted in 1998.", "The Norwell bridge was painted in 1999.", []),
        ("The ferry terminal of Norwell opened in 1963.", "The bus terminal of Norwell opened in 1980.", []),
        ("The Norwell mill, which two sisters from Cardin ran, closed in 1998.", "The Norwell mill closed in 1999.",
         ["dates"]),
    ],
)
def test_days(one: str, other: str, kinds: list[str]) -> None:
    assert [kind for kind, *_ in found(one, other)] == kinds


PLACE = "Norwell council paid for the ferry terminal, and sailors of Norwell use its rooms in winter."


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("The terminal opened in 1963.", "The ferry terminal of Norwell opened in 1964.",
         "The ferry terminal of Norwell"),
        ("The terminal opened in 1963.", "The terminal opened in 1964.", "The terminal"),
        ("The terminal opened in 1963.", "The bus terminal of Norwell opened in 1964.", None),
        ("The terminal opened in 1963.", "The ferry terminal of Cardin opened in 1964.", None),
    ],
)  # fmt: skip
def test_what_has_its_name_in_one_document_alone(one: str, other: str, said: str | None) -> None:
    texts = [f"{one} {PLACE}", f"{other} {PLACE.replace('ferry', 'bus') if 'bus' in other else PLACE}"]
    told = [each.text for each in disagreements([], [], chain.from_iterable(
        evidence(extract(text, id=str(i))).events for i, text in enumerate(texts)))]  # fmt: skip
    assert told == ([] if said is None else [f"{said} opened: 1963 according to 0, 1964 according to 1."])


def test_two_who_disagree_with_a_third_are_in_one_row() -> None:
    bridges = "The Norwell bridge", "The bridge of Norwell", "Norwell bridge"
    days = [f"{bridge} opened in {year}." for bridge, year in zip(bridges, (1963, 1964, 1963), strict=True)]
    events = chain.from_iterable(evidence(extract(text, id=str(i))).events for i, text in enumerate(days))
    assert [len(each.parties) for each in disagreements([], [], events)] == [3]


class TestCommand:
    def test_each_with_its_documents_and_speakers(self, factx) -> None:
        report = json.loads(factx("--group", "disagreements", "--json", ARTICLES).stdout)
        assert report["schema"] == "factx-disagreements/1"
        rows = {tuple(Path(doc).name[:2] for doc in row["documents"]): row for row in report["disagreements"]}
        assert {documents: row["kind"] for documents, row in rows.items()} == {
            ("01", "02"): "dates", ("01", "03", "08"): "figures", ("03", "02"): "denial", ("06", "07"): "denial",
        }  # fmt: skip
        parties = rows["01", "03", "08"]["parties"]
        assert [(party["speaker"], party["text"]) for party in parties] == [
            ("the statistics office", "7.5%"), ("José Álvarez", "9.1%"), ("José Álvarez", "7.5%"),
        ]  # fmt: skip
        kinds = [row["kind"] for row in report["disagreements"]]
        assert sorted(kinds) == ["dates", "denial", "denial", "figures", "figures"]

    @pytest.mark.parametrize("form", FORMATS)
    def test_in_every_format(self, factx, form: str) -> None:
        result = factx("--group", "disagreements", "--format", form, ARTICLES)
        assert result.exit_code == 0
        assert "9.1%" in result.stdout
