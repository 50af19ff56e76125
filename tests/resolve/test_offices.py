"""The words of titles, by which a description finds who bears one."""

from __future__ import annotations

import pytest

from factx.resolve.offices import HEAD_ENDS, has_small_head, title_words

SAME = {
    "Sen.": "senator", "Rep.": "congressman", "congresswoman": "congressman", "Gov.": "governor", "Gen.": "general",
    "Prof.": "professor", "Dr": "doctor", "Sgt.": "sergeant", "Lt.": "lieutenant", "Col.": "colonel",
    "Capt.": "captain", "GOP": "republican", "candidate": "nominee", "Justice": "judge", "premier": "minister",
    "spokeswoman": "spokesman", "chairwoman": "chairman", "Democrat": "democratic", "ex-mayor": "mayor",
    "pilot": "pilot",
}  # fmt: skip


@pytest.mark.parametrize("title", SAME)
def test_titles_that_mean_the_same(title: str) -> None:
    assert title_words(title) == (SAME[title],)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Russian President", ("russian", "president")),
        ("mayor of Leeds", ("mayor",)),
        ("chief pilot, and a friend", ("chief", "pilot")),
        ("pilot who sang", ("pilot",)),
        ("pilot whose boat sank", ("pilot",)),
        ("spokesman for the port", ("spokesman",)),
        ("man from Leeds", ("man",)),
        ("man at the port", ("man",)),
        ("man in Leeds", ("man",)),
        ("man on board", ("man",)),
        ("man with a boat", ("man",)),
        ("adviser to the port", ("adviser",)),
        ("house by the port", ("house",)),
        ("house near the port", ("house",)),
        ("book about the port", ("book",)),
        ("pilot (retired)", ("pilot",)),
        ("pilot – retired", ("pilot",)),
        ("pilot - retired", ("pilot",)),
        ("pilot--retired", ("pilot",)),
        ("vice-chair", ("vice-chair",)),
        ("", ()),
    ],
)
def test_a_title_ends_with_its_head(title: str, words: tuple[str, ...]) -> None:
    assert title_words(title) == words


def test_what_ends_a_head_is_found_at_its_place() -> None:
    found = HEAD_ENDS.search("the mayor of Leeds")
    assert found is not None
    assert found.start() == len("the mayor")


@pytest.mark.parametrize(("segment", "small"), [("the mayor", True), ("Ann Lee", False), ("", False), ("5", False)])
def test_a_description_ends_in_small_letters(segment: str, small: bool) -> None:
    assert has_small_head(segment) is small
