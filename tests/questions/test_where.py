"""--where: facts of which a condition holds, in every format; what is mistyped is told with a way out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factx import extract
from factx.questions.where import WrongQuestionError, condition, selected
from factx.render import FORMATS

ARTICLES = Path(__file__).parent / "articles"
TEXT = (
    "NORWELL, March 4, 2024 – Mayor Ann Lee said on Monday that 62% of residents backed it. Tom Hale denied that "
    "prices rose 7.5% last year. Reports suggest a fall of 3% in May 2023. Hale spoke in 1998."
)
DOCUMENT = extract(TEXT, id="news/a.txt")


def texts(*conditions: str) -> list[str]:
    facts = selected(DOCUMENT, [condition(each) for each in conditions]).facts
    return [fact.text if fact.kind != "claim" else fact.stance for fact in facts]


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        (["stance=denies"], ["denies"]),
        (["stance!=asserts"], ["denies", "suggests"]),
        (["kind=claim", "name~lee"], ["asserts"]),
        (["kind=claims", "name~LEE"], ["asserts"]),
        (["name=Tom Hale", "kind=person"], ["Tom Hale", "Hale"]),
        (["name!=Tom Hale"], ["asserts", "Ann Lee", "suggests"]),
        (["name!~hale"], ["asserts", "Ann Lee", "suggests"]),
        (["of.text~resid"], ["62%"]),
        (["of~resid"], ["62%"]),
        (["percentage.of!="], ["62%"]),
        (["low>7"], ["62%", "7.5%"]),
        (["low > 7.5"], ["62%"]),
        (["low>=7.5"], ["62%", "7.5%"]),
        (["low=3.0"], ["3%"]),
        (["high<7.5%"], ["3%"]),
        (["value=62%"], ["62%"]),
        (["low<1,000", "change=rise"], ["7.5%"]),
        (["begin>=2024-03"], ["March 4, 2024", "Monday"]),
        (["begin>2024-03"], []),
        (["begin=2024-03-04"], ["March 4, 2024", "Monday"]),
        (["begin=2023"], ["last year", "May 2023"]),
        (["until<2023-12-31"], ["May 2023", "1998"]),
        (["until<=2023-12-31"], ["last year", "May 2023", "1998"]),
        (["begin<1 Jan 2000"], ["1998"]),
        (["value>2023-05"], ["March 4, 2024", "Monday"]),
        (["value<=2023-05"], ["May 2023", "1998"]),
        (["type=DATE", "value~W"], []),
        (["content.text~backed"], ["asserts"]),
        (["sentence~tom hale", "kind=percentage"], ["7.5%"]),
        (["written=2024", "low>0"], ["62%", "7.5%", "3%"]),
        (["written<2024", "low>0"], []),
        (["doc~news/", "text=62%"], ["62%"]),
        (["doc=other"], []),
        (["line=1", "start<30", "kind=date"], ["March 4, 2024"]),
        (["text>t", "kind=person"], ["Tom Hale"]),
        (["title="], ["Tom Hale", "Hale"]),
        (["title=Mayor"], ["Ann Lee"]),
        (["mod=MORE_THAN"], []),
        (["value>=50"], ["62%"]),
    ],
)
def test_facts_of_which_all_conditions_hold(conditions: list[str], found: list[str]) -> None:
    assert texts(*conditions) == found


@pytest.mark.parametrize("asked", ["name~zoe", "name~ZOË", "name~álvarez", "name~alvarez"])
def test_accents_do_not_keep_names_apart(asked: str) -> None:
    document = extract("Mayor Zoë Alvarez spoke.")
    assert [fact.text for fact in selected(document, [condition(asked)]).facts] == ["Zoë Alvarez"]
    assert not selected(document, [condition("name!~zoe")]).facts


@pytest.mark.parametrize("kinds", ["claims", "people", "percentages", "dates"])
def test_the_day_of_a_dateline_is_known_whatever_kinds_are_asked_for(factx, kinds: str) -> None:
    asked = ("--only", kinds, "--fields", "written", "--no-header", "--where", "written>=2024-03-13")
    days = set(factx(*asked, ARTICLES).stdout.split())
    assert days == {"2024-03-13", "2024-03-16"}
    assert json.loads(factx("--only", kinds, "--json", ARTICLES / "07-budget.txt").stdout)["documents"][0]["date"] == (
        "2024-03-13"
    )


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("stanc=denies", "There is no key 'stanc'. Did you mean stance"),
        ("date>2024", "There is no key 'date'. A document has the day written, and a date begin and until."),
        ("xyz=1", "There is no key 'xyz'. They are those of the JSON: factx schema explains them."),
        ("stance=denied", "stance is never 'denied'. Did you mean denies?"),
        ("kind=pepole", "kind is never 'pepole'. Did you mean people"),
        ("stance==denies", "There is no operator '=='. Did you mean =?"),
        ("name=~lee", "There is no operator '=~'. Did you mean ~?"),
        ("low=>5", "There is no operator '=>'. Did you mean >=?"),
        ("low~~5", "There is no operator '~~'. There are = != ~ !~ > >= < <="),
        ("denies", "'denies' has no operator: write KEY=VALUE, such as stance=denies or name~lee."),
        ("low>much", "low is a number, and 'much' is none."),
        ("begin>soon", "begin is a day, and 'soon' is none: write 2020-08-16, 2020-08 or 2020."),
        ("=3", "There is no key ''."),
    ],
)
def test_what_is_mistyped_is_told_with_a_way_out(factx, written: str, message: str) -> None:
    with pytest.raises(WrongQuestionError) as error:
        condition(written)
    assert str(error.value).startswith(message.rstrip("?"))
    result = factx("--where", written, input=TEXT)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in " ".join(result.stderr.split())


def test_kinds_of_ones_own_have_their_keys() -> None:
    assert condition("case.value~cv", ["case"]).holds
    with pytest.raises(WrongQuestionError):
        condition("case.value~cv")


@pytest.mark.parametrize("form", FORMATS)
def test_in_every_format_nothing_else_is_printed(factx, form: str) -> None:
    result = factx("--format", form, "--where", "stance=denies", "--where", "name~hale", input=TEXT)
    assert result.exit_code == 0
    assert "denied" in result.stdout
    if form not in ("html", "text"):  # which show the whole article
        assert "Lee" not in result.stdout
        assert "62%" not in result.stdout
    assert (">62%</a>" in result.stdout) is False


def test_what_belongs_to_a_fact_stays_with_it(factx) -> None:
    [document] = json.loads(factx("--json", "--where", "stance=denies", input=TEXT).stdout)["documents"]
    assert [fact["name"] for fact in document["facts"]] == ["Tom Hale"]
    assert [(entity["name"], entity["mentions"]) for entity in document["entities"]] == [("Tom Hale", [])]


def test_readers_see_no_document_without_facts_that_programs_do(factx) -> None:
    asked = ("--where", "stance=denies", ARTICLES)
    table = factx("--format", "table", *asked).stdout
    assert "07-budget.txt" in table
    assert "05-sport.txt" not in table
    assert "Dates" not in table
    assert len(json.loads(factx("--json", *asked).stdout)["documents"]) == 8


@pytest.mark.parametrize(("written", "status"), [("stance=denies", 0), ("stance=promises", 1)])
def test_the_exit_status_is_of_what_holds(factx, written: str, status: int) -> None:
    assert factx("-e", "--where", written, input=TEXT).exit_code == status
    assert factx("-e", "--group", "people", "--where", written, input=TEXT).exit_code == status


def test_conditions_can_be_set_elsewhere(factx, monkeypatch, tmp_path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTX_WHERE", "kind=person;name~tom hale")
    assert factx("--no-header", "--fields", "text", input=TEXT).stdout.split() == ["Tom", "Hale", "Hale"]
    monkeypatch.delenv("FACTX_WHERE")
    (tmp_path / "factx.toml").write_text('where = ["kind=percentage", "low>7"]\n', "utf-8")
    assert factx("--no-header", "--fields", "text", input=TEXT).stdout.split() == ["62%", "7.5%"]
