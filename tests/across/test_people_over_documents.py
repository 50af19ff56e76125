"""People over documents: who is one person, who is not, and why."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from factx import extract
from factx.across.names import akin, block, levelled, same
from factx.across.people import one_person, people_of
from factx.render import FORMATS

ARTICLES = Path(__file__).parents[1] / "questions" / "articles"


def people(*texts: str, date: str | None = "2024-03-04") -> list[set[str]]:
    """The documents of each person, by their numbers, of several or alone."""
    named = [each for number, text in enumerate(texts) for each in people_of(extract(text, id=str(number), date=date))]
    return [{each.doc for each in someone.members} for someone in one_person(named)]


@pytest.mark.parametrize(
    "texts",
    [
        ("Mayor Ann Lee spoke.", "Ann Lee, who was in Leeds, left."),
        ("José Álvarez spoke.", "Mr Jose Alvarez left."),
        ("Ann B. Lee spoke.", "Mayor Ann Lee left."),
        ("Anne-Marie Duval said so.", "Anne Marie Duval left."),
        ("Minister Sergei Ivanov spoke.", "Minister Sergey Ivanov left."),
        ("Mayor Thomas Hale spoke.", "The mayor, Tom Hale, left. Mayor Tom Hale slept."),
        ("President Alexander Lukashenko spoke.", "President Alexander Lukashenka left."),
        ("Mayor Ann Lee spoke.", "Mayor A. Lee left."),
        ("Pope Francis spoke.", "Pope Francis left."),
        ("Tom Hale, 41, a striker, spoke.", "Tom Hale, 42, left."),
        ("Mayor Dennis Falk spoke.", "Mayor Denis Falk left."),
        ("Tom Oduya Hale spoke. Tom Hale left.", "Tom Hale slept."),
        ("Tom Hale slept.", "Tom Oduya Hale spoke. Tom Hale left."),
        ("Ann Lee, 34, an executive, spoke.", "Swimmer Ann Lee, 34, left."),
    ],
)
def test_are_one(texts: tuple[str, ...]) -> None:
    assert people(*texts) == [{"0", "1"}]


@pytest.mark.parametrize(
    "texts",
    [
        ("Mayor Ann Lee spoke.", "Midfielder Ann Lee left."),
        ("Mr Kim Lee spoke.", "Ms Kim Lee left."),
        ("Tom Hale, 41, spoke.", "Tom Hale, 66, left."),
        ("Judge Tom Hale spoke.", "Said Tom Hale, a striker for Norwell: no."),
        ("Ann B. Lee spoke.", "Ann C. Lee left."),
        ("Mr Lee spoke.", "Mr Lee left."),
        ("Ann Lee spoke.", "A. Lee left."),  # no office speaks for it
        ("President Lee spoke.", "President Ann Lee left."),
        ("John Park Jr. spoke.", "John Park Sr. left."),
        ("Chief executive Ann Lee spoke.", "Swimmer Ann Lee, 19, left."),
        ("Ann Lee, 15, spoke.", "Minister Ann Lee left."),
        ("Tom Oduya Hale spoke. Tom Hale left.", "Tom Wekesa Hale spoke. Tom Hale left."),
        ("Ann Lee spoke.", "Ann Le left."),
    ],
)
def test_are_two(texts: tuple[str, ...]) -> None:
    assert sorted(map(sorted, people(*texts))) == [["0"], ["1"]]


def test_a_document_with_both_forms_joins_those_who_have_one() -> None:
    texts = "Tom Oduya Hale spoke.", "Tom Hale slept.", "Tom Oduya Hale sang. Tom Hale left."
    documents = [extract(text, id=str(number)) for number, text in enumerate(texts)]
    (someone,) = one_person(each for document in documents for each in people_of(document))
    assert (someone.name, len(someone.members)) == ("Tom Oduya Hale", 3)
    assert someone.notes == {"also Tom Hale: 2 has both forms": None}


def test_a_lifetime_keeps_namesakes_apart() -> None:
    old, new = (list(people_of(extract("Tom Hale spoke.", id=day, date=day))) for day in ("1888-05-01", "2024-05-01"))
    assert [someone.notes for someone in one_person([*old, *new])] == [
        {}, {"not Tom Hale of 1888-05-01: a lifetime between them": None},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Ann Lee", "ANN LEE", "the same name"),
        ("Ann Lee", "Anna Lee", None),
        ("Mohamed Salah", "Mohammed Salah", "the same name"),
        ("Viktor Petrovich Orban", "Viktor Orban", "a longer form"),
        ("Ann Lee", "Lee Ann Park", None),
        ("Peter Okafor", "Peter Okafar", "another spelling"),
        ("Bill Stone", "William Stone", "a short form"),
        ("B. Stone", "William Stone", None),
        ("W. Stone", "William Stone", "initials"),
    ],
)
def test_names_that_can_be_one(one: str, other: str, how: str | None) -> None:
    assert akin(levelled(one), levelled(other)) == how
    if how:
        assert block(one) == block(other)


def test_initials_in_the_middle_may_lack() -> None:
    assert same(levelled("John F. Stone"), levelled("John Stone"))
    assert not same(levelled("John F. Stone"), levelled("John G. Stone"))


class TestCommand:
    def test_the_most_named_first_with_why(self, factx) -> None:
        found = json.loads(factx("--group", "people", "--json", ARTICLES).stdout)
        assert found["schema"] == "factx-people/1"
        first = found["people"][0]
        assert (first["name"], first["mentions"], len(first["documents"])) == ("Ann Lee", 11, 6)
        assert first["notes"] == ["also A. Lee: initials, mayor too"]
        assert first["titles"] == ["Mayor"]
        assert sum(len(each["claims"]) for each in first["documents"]) == first["claims"]
        names = [(each["name"], each["titles"]) for each in found["people"]]
        assert names.count(("Ann Lee", ["Midfielder"])) == 1
        assert sorted(name for name, _ in names) == [
            "Ann Lee", "Ann Lee", "Jose Alvarez", "José Álvarez", "Peter A. Okafor", "Thomas Hale", "Thomas Hale",
        ]  # fmt: skip

    def test_only_facts_that_hold_are_counted(self, factx) -> None:
        asked = ("--group", "people", "--where", "stance=denies", "--no-header")
        rows = [row.split("\t")[:5] for row in factx(*asked, ARTICLES).stdout.splitlines()]
        assert rows == [["Ann Lee", "0", "1", "1", "0"]]

    @pytest.mark.parametrize("form", FORMATS)
    def test_in_every_format(self, factx, form: str) -> None:
        result = factx("--group", "people", "--format", form, ARTICLES)
        assert result.exit_code == 0
        assert result.stdout.count("Okafor") >= 1


def test_somebody_in_many_documents_takes_time_that_grows_with_them(
    lines_run: Callable[[Callable[[], object]], int],
) -> None:
    """What looks at all documents at each one runs nine times as many lines."""
    one = next(people_of(extract("Mayor Ann Lee spoke.", id="0", date="2024-03-04")))
    other = one._replace(name="Ann Mary Lee", forms=("Ann Mary Lee", "Ann Lee"), gender="m")

    def lines(documents: int) -> int:
        named = [each._replace(doc=str(number)) for number in range(documents) for each in (one, other)]
        return lines_run(lambda: one_person(named))

    lines(10)  # what is worked out once
    assert lines(600) < 4 * lines(200)


def test_titles_over_documents_come_once_whatever_their_capitals() -> None:
    texts = ("Mayor Ann Lee spoke.", "The mayor, Ann Lee, and mayor Ann Lee of Hull left.")
    named = [each for number, text in enumerate(texts) for each in people_of(extract(text, id=str(number)))]
    [someone] = one_person(named)
    assert someone.titles == ("Mayor",)
