"""factx check: an article's quotations, figures, dates and names against its sources."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from factx.check.alignment import changes, in_common
from factx.check.matching import Index, Source
from factx.check.words import tokens, words_of
from factx.command.check_command import FORMATS

ARTICLES = Path(__file__).parents[1] / "questions" / "articles"
TRANSCRIPT = ARTICLES / "04-transcript.txt"


@pytest.fixture
def checked(factx, tmp_path: Path):
    """The report on a text against others."""

    def run(article: str, *sources: str, date: str = "2024-03-05") -> dict[str, Any]:
        (tmp_path / "article.txt").write_text(article, "utf-8")
        names = []
        for number, text in enumerate(sources):
            (tmp_path / f"{number}.txt").write_text(text, "utf-8")
            names.append(tmp_path / f"{number}.txt")
        done = factx("check", tmp_path / "article.txt", "--json", "--date", date, "--against", *names)
        assert (done.exit_code, done.stderr) == (0, "")
        report: dict[str, Any] = json.loads(done.stdout)
        return report

    return run


SPEECH = (
    "ANN LEE: Good evening. We will not raise the rent this year, whatever the council of Cardin may think of it.\n\n"
    "TOM HALE: I have nothing to add to what the mayor’s office said in May.\n"
)


@pytest.mark.parametrize(
    ("quoted", "status", "differing"),
    [
        ("We will not raise the rent this year", "verbatim", []),
        ("we will not raise the rent this year, whatever the council of Cardin may think", "verbatim", []),
        ("I have nothing to add to what the mayor's office said in May", "verbatim", []),
        ("We will never raise the rent this year", "altered", [("never", "not")]),
        ("We will raise the rent this year, whatever the council of Cardin may think of it", "altered", [("", "not")]),
        ("We will really not raise the rent this year", "altered", [("really", "")]),
        ("We will not raise the rent ... whatever the council of Cardin may think", "verbatim", []),
        ("We will not raise the rent this year, whatever [they] may think of it", "verbatim", []),
        ("Nobody pays for the roof of the old mill", "not-found", []),
        ("The council of Cardin is an ass", "not-found", []),
        ("Raise the council of Cardin this year", "not-found", []),
    ],
)
def test_a_quotation_is_verbatim_altered_or_not_found(checked, quoted: str, status: str, differing) -> None:
    [row] = checked(f'The mayor spoke. "{quoted}," Ann Lee said.', SPEECH)["quotations"]
    assert (row["status"], [(each["article"], each["source"]) for each in row["changes"]]) == (status, differing)
    if status != "not-found":
        assert SPEECH[row["source_start"] : row["source_end"]].replace("\n", " ").startswith(row["source_text"][:20])


def test_the_best_source_is_named(checked) -> None:
    article = '"We will not raise the rent this year," Ann Lee said.'
    near = "We will not raise the rates this year, she said."
    [row] = checked(article, "Nothing.", near, SPEECH)["quotations"]
    assert (row["status"], Path(row["source"]).name) == ("verbatim", "2.txt")


@pytest.mark.parametrize(
    ("said", "speaker", "same"),
    [("Ann Lee said", "ANN LEE", True), ("Lee said", "ANN LEE", True), ("Tom Hale said", "ANN LEE", False),
     ("the report says", "ANN LEE", False)],
)  # fmt: skip
def test_who_says_it_in_the_transcript(checked, said: str, speaker: str, same: bool) -> None:
    [row] = checked(f'"We will not raise the rent this year," {said}.', SPEECH)["quotations"]
    assert (row["source_speaker"], row["same_speaker"]) == (speaker, same)


def test_who_says_it_in_an_article(checked) -> None:
    source = 'The council met.\n"We will not raise the rent this year," Mr Hale said on Monday. Others wept.'
    [row] = checked('"We will not raise the rent this year," Ann Lee said.', source)["quotations"]
    assert (row["source_speaker"], row["same_speaker"]) == ("Hale", False)


@pytest.mark.parametrize(
    ("article", "source", "status", "value"),
    [
        ("A third of tenants left the town.", "In all, 33.3% of tenants left the town.", "verbatim", "33.3%"),
        ("About 33% of tenants left the town.", "A third of the tenants left.", "verbatim", "33.3333333333333"),
        ("Some 40% of tenants left the town.", "In all, 33.3% of tenants left the town.", "altered", "33.3%"),
        ("Rents rose 4% in the town.", "Rents in the town fell 4%.", "altered", "4%"),
        ("Some 40% of tenants left the town.", "Some 40% of birds sing.", "not-found", None),
        ("Some 40% of tenants left the town.", "Nobody counted the tenants.", "not-found", None),
    ],
)
def test_figures_are_sought_by_value(checked, article: str, source: str, status: str, value: str | None) -> None:
    [row] = checked(article, source)["percentages"]
    assert (row["status"], row["source_value"]) == (status, value)


@pytest.mark.parametrize(
    ("article", "source", "status"),
    [
        ("The mill of Norwell burned last Tuesday.", "The mill of Norwell burned on 27 February 2024.", "verbatim"),
        ("The mill of Norwell burned on February 27.", "Norwell, 2024-02-27: the mill burned.", "verbatim"),
        ("The mill of Norwell burned on February 27.", "The mill of Norwell burned on 28 February.", "altered"),
        ("The mill of Norwell burned on February 27.", "It rained in Cardin on 1 May.", "not-found"),
        ("The mill of Norwell burned last week.", "The mill of Norwell burned on 27 February 2024.", "verbatim"),
        ("The mill of Norwell burned on February 27.", "The mill of Norwell burned in February 2024.", "not-found"),
    ],
)
def test_dates_are_sought_by_value(checked, article: str, source: str, status: str) -> None:
    assert [row["status"] for row in checked(article, source)["dates"]] == [status]


@pytest.mark.parametrize(("day", "status"), [("27", "verbatim"), ("28", "altered")])
def test_a_day_of_a_source_whose_year_is_unknown(factx, tmp_path, day: str, status: str) -> None:
    (tmp_path / "article.txt").write_text(f"NORWELL, 4 March 2024 – The mill of Norwell burned on {day} February.")
    (tmp_path / "speech.txt").write_text("ANN LEE: The mill of Norwell burned on 27 February.")
    done = factx("check", tmp_path / "article.txt", "--against", tmp_path / "speech.txt", "--json")
    assert [row["status"] for row in json.loads(done.stdout)["dates"]] == [status]


def test_a_figure_that_the_article_has_too_is_no_other_for_another(checked) -> None:
    article = "Two in five boats of the Norwell ferry failed the inspection, and 15% of boats were sold."
    rows = checked(article, "About 40% of the boats of the Norwell ferry failed the inspection.")["percentages"]
    assert [(row["text"], row["status"]) for row in rows] == [("Two in five", "verbatim"), ("15%", "not-found")]


@pytest.mark.parametrize(
    ("article", "source", "status", "found"),
    [
        ("Mayor José Álvarez left.", "Mayor Jose Alvarez spoke.", "verbatim", "Jose Alvarez"),
        ("Mayor Ann Lee left.", "ANN LEE: No.", "verbatim", "ANN LEE"),
        ("Mayor Peter A. Okafor left.", "Mayor Peter Okafor spoke.", "verbatim", "Peter Okafor"),
        ("Mayor Peter Okafor left.", "Later Mr Okafor spoke.", "verbatim", "Okafor"),
        ("Mayor Peter Okafor left.", "Mayor Peter Okafar spoke.", "altered", "Peter Okafar"),
        ("Mayor Sergei Ivanov left.", "Mayor S. Ivanov spoke.", "altered", "S. Ivanov"),
        ("Mayor Denis Falck left.", "Mayor Denis Falk spoke.", "altered", "Denis Falk"),
        ("Mayor Ann Lee left.", "Mayor Tom Lee spoke.", "not-found", None),
        ("Mayor Ann Lee left.", "Nobody spoke.", "not-found", None),
    ],
)
def test_people_are_sought_by_name(checked, article: str, source: str, status: str, found: str | None) -> None:
    assert [(row["status"], row["source_text"]) for row in checked(article, source)["people"]] == [(status, found)]


class TestCommand:
    def test_the_json_is_in_the_articles_order(self, factx) -> None:
        report = json.loads(factx("check", ARTICLES / "01-council-vote.txt", "--json", "--against", ARTICLES).stdout)
        assert list(report) == ["schema", "doc", "quotations", "percentages", "dates", "people", "errors"]
        assert report["schema"] == "factx-check/1"
        [row] = report["quotations"]
        assert (row["status"], row["source"]) == ("altered", str(TRANSCRIPT))
        assert [(each["article"], each["source"]) for each in row["changes"]] == [("cannot keep", "can't go on")]
        text = (ARTICLES / "01-council-vote.txt").read_text("utf-8")
        for kind in ("quotations", "percentages", "dates", "people"):
            starts = [row["start"] for row in report[kind]]
            assert starts == sorted(starts)
            assert [" ".join(text[row["start"] : row["end"]].split()) for row in report[kind]] == [
                row["text"] for row in report[kind]
            ]

    @pytest.mark.parametrize("form", FORMATS)
    def test_in_every_format(self, factx, form: str) -> None:
        done = factx("check", ARTICLES / "07-budget.txt", "--against", TRANSCRIPT, "--format", form)
        assert done.exit_code == 0
        assert "verbatim" in done.stdout

    @pytest.mark.parametrize(
        ("article", "status"),
        [('"We spoke to everybody who came," Ann Lee said.', 0), ('"We spoke to everybody," Tom Hale said.', 1),
         ('"We spoke to nobody who came," Ann Lee said.', 1), ("Zoe Pike wept.", 1)],
    )  # fmt: skip
    def test_the_exit_status_tells_whether_all_is_found(self, factx, tmp_path, article: str, status: int) -> None:
        (tmp_path / "a.txt").write_text(article, "utf-8")
        assert factx("check", "-e", tmp_path / "a.txt", "--against", TRANSCRIPT).exit_code == status
        assert factx("check", tmp_path / "a.txt", "--against", TRANSCRIPT).exit_code == 0

    def test_a_collection_is_a_source(self, factx, tmp_path) -> None:
        assert factx("collect", tmp_path / "a.db", ARTICLES).exit_code == 0
        done = factx("check", ARTICLES / "02-union-answer.txt", "--against", tmp_path / "a.db")
        assert "Nobody asked us, and nobody will\t\t" + str(TRANSCRIPT) in done.stdout

    def test_an_article_is_no_source_of_itself(self, factx) -> None:
        done = factx("check", ARTICLES / "08-feature.txt", "--against", ARTICLES, "--format", "tsv")
        assert "not-found\tMy mother came home white with flour" in done.stdout

    def test_what_cannot_be_read_is_told(self, factx, tmp_path) -> None:
        done = factx("check", ARTICLES / "08-feature.txt", "--against", tmp_path / "none", TRANSCRIPT)
        assert done.exit_code == 2
        assert "none: No such file or directory" in done.stderr
        assert "Ann Lee" in done.stdout
        assert factx("check", tmp_path / "none", "--against", TRANSCRIPT).exit_code == 2

    def test_where_no_source_can_be_read_nothing_is_told_of_the_article(self, factx, tmp_path) -> None:
        done = factx("check", ARTICLES / "08-feature.txt", "--against", tmp_path / "none")
        assert (done.exit_code, done.stdout) == (2, "")

    def test_one_article_at_a_time(self, factx) -> None:
        done = factx("check", ARTICLES, "--against", TRANSCRIPT)
        assert done.exit_code == 2
        assert "holds 8 documents: check one article at a time." in done.stderr

    def test_without_sources_it_is_wrong_usage(self, factx) -> None:
        assert factx("check", ARTICLES / "01-council-vote.txt").exit_code == 2
        assert factx("check", ARTICLES / "01-council-vote.txt", "--against").exit_code == 2


class TestWords:
    @pytest.mark.parametrize(
        ("one", "other"),
        [("“Don’t,” she said", '"Don\'t" she said'), ("José’s", "Jose's"), ("a—b – c", "a b c"), ("10,000", "10 000")],
    )
    def test_typography_makes_no_difference(self, one: str, other: str) -> None:
        assert tokens(one) == tokens(other)

    def test_a_text_whose_words_do_not_line_up_is_read_slowly(self) -> None:
        index = Index()
        number = index.add(words_of("the rent was never raised"))
        text = "a€b ☃ и так «x»y " * 5 + "But the rent was never raised."
        index.search(Source("a", text, None))
        hit = index.hits[number]
        assert hit is not None
        assert hit.source.text[hit.start : hit.end] == "the rent was never raised"

    def test_what_two_have_in_common(self) -> None:
        random.seed(3)
        for _ in range(50):
            one, other = ("".join(random.choices("abcd", k=random.randrange(12))) for _ in range(2))
            assert in_common(one, other) == slow(one, other)

    def test_rapidfuzz_finds_the_same(self) -> None:
        similarity = pytest.importorskip("rapidfuzz.distance.LCSseq", reason="rapidfuzz is not installed").similarity
        random.seed(4)
        for _ in range(50):
            one, other = ("".join(random.choices("abcdefgh", k=random.randrange(40))) for _ in range(2))
            assert in_common(one, other) == similarity(one, other)

    def test_changes_are_in_the_words_as_written(self) -> None:
        assert changes("We, the mayor, said", "We said it") == (("the mayor", ""), ("", "it"))


def slow(one: str, other: str) -> int:
    if not one or not other:
        return 0
    if one[-1] == other[-1]:
        return slow(one[:-1], other[:-1]) + 1
    return max(slow(one[:-1], other), slow(one, other[:-1]))
