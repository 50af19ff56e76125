"""Whose name a source gives: that of the one person whom it is about, or nobody's."""

from __future__ import annotations

import pytest

import factx
from factx.extract import people
from factx.model import Span
from factx.resolve import coreference
from factx.resolve.naming import named_by
from factx.text.tokens import tokenise

NAMED: dict[str, str | None] = {
    "Ann Lee": "Ann Lee",
    "Mayor Ann Lee": "Ann Lee",
    "Ann Lee, the mayor,": "Ann Lee",
    "Ann Lee of Leeds": "Ann Lee",
    "Ann Lee, 54,": "Ann Lee",
    "Ann Lee, who left,": "Ann Lee",
    "Reed's attorney, Ann Lee,": "Ann Lee",
    "Tom Hall's attorney, Ann Lee,": "Ann Lee",
    "Tom Hall's wife Ann Lee": "Ann Lee",
    "Iceland's minister of fisheries Ann Lee": "Ann Lee",
    "Mother of three Ann Lee": "Ann Lee",
    "Chairman of the doctors' union Ann Lee": "Ann Lee",
    "Founder and owner Ann Lee": "Ann Lee",
    "Minister of state for sport Ann Lee": "Ann Lee",
    "The secretary for trade and industry Ann Lee": "Ann Lee",
    "The club's founder and president, Ann Lee,": "Ann Lee",
    "The town's Water Board (TWB) chief Ann Lee": "Ann Lee",
    "The Water Union (WU) secretary, Ann Lee,": "Ann Lee",
    "Labour's Ann Lee": "Ann Lee",
    "Cope & Hart's Ann Lee": "Ann Lee",
    "WHO chief Ann Lee": "Ann Lee",
    "One, Ann Lee,": "Ann Lee",
    "The spokesman for Tom Hall, Ann Lee,": "Ann Lee",
    "Democrat Ann Lee": "Ann Lee",
    "Ann Lee, mayor of Leeds and friend of Tom Hall,": "Ann Lee",
    "Ann Lee's lawyer": None,
    "A friend of Ann Lee": None,
    "A friend of actor Tom Hall": None,
    "Sources close to Ann Lee": None,
    "The Ann Lee campaign": None,
    "Ann Lee and Tom Hall": None,
    "Ann Lee of Leeds and Tom Hall of Cork": None,
    "Ann Lee, Tom Hall and Kate Ray": None,
    "Police and Mayor Ann Lee": None,
    "The mayor and the pilot Ann Lee": None,
    "The mayor and the pilot, Ann Lee,": None,
    "A spokesman for the town and the miller Ann Lee": None,
    "Some players, including Ann Lee,": None,
    "Players, Ann Lee among them,": None,
    "Doctors treating Ann Lee": None,
    "Neither Tom Hall nor Ann Lee": None,
    "The firm, founded by Ann Lee,": None,
    "Two aides, Ann Lee and Tom Hall,": None,
}


@pytest.mark.parametrize("source", NAMED)
def test_name(source: str) -> None:
    names = {claim.name for claim in factx.extract(f"{source} said that it was late.").claims}
    assert names == {NAMED[source]}


def named(source: str) -> str | None:
    """The name by which a phrase denotes somebody."""
    tokens = tokenise(source)
    mentions, _ = coreference.group(people.find(tokens), tokens)
    person = named_by(source, Span(0, len(source)), mentions)
    return person and person.text


GOVERNING = (
    "of to with for by from on at about against in than like as over toward towards including near around under behind"
    " following who whose that which"
)


@pytest.mark.parametrize("word", GOVERNING.split())
def test_whom_a_word_governs_is_not_the_head(word: str) -> None:
    assert named(f"the people {word} Ann Lee") is None
    assert named(f"the pilot {word} striker Ann Lee") is None


@pytest.mark.parametrize("word", "some many several two three four five both most all few other others".split())
def test_several_are_nobody(word: str) -> None:
    assert named(f"{word} pilot, Ann Lee") is None


@pytest.mark.parametrize("word", ["and", "or", "nor", "&"])
def test_two_are_nobody(word: str) -> None:
    assert named(f"Ann Lee {word} Tom Hall") is None
    assert named(f"police {word} Ann Lee") is None
    assert named(f"Ann Lee of Leeds {word} Tom Hall of Cork") is None


@pytest.mark.parametrize("word", "who whose of for from at in on with to by near about".split())
def test_what_may_follow_a_name(word: str) -> None:
    assert named(f"the pilot Ann Lee {word} the port") == "Ann Lee"


PHRASES: dict[str, str | None] = {
    "Ann Lee": "Ann Lee",
    "Ann Lee Jr.": "Ann Lee Jr.",
    "another, Ann Lee": "Ann Lee",
    "the late Ann Lee": "Ann Lee",
    "a tearful Ann Lee": "Ann Lee",
    "the pilot – Ann Lee": "Ann Lee",
    "the pilot - Ann Lee": "Ann Lee",
    "the pilot--Ann Lee": "Ann Lee",
    "the pilot (Ann Lee)": "Ann Lee",
    "the pilot; Ann Lee": "Ann Lee",
    "the pilot of Tyne and Wear, Ann Lee": "Ann Lee",
    "the old and tired pilot Ann Lee": None,
    "the writer and pilot Ann Lee": "Ann Lee",
    "the writer and the pilot Ann Lee": None,
    "the head of the port Ann Lee": "Ann Lee",
    "the roof of the port Ann Lee": None,
    "the head of the pilots' guild Ann Lee": "Ann Lee",
    "a friend of pilot Ann Lee": None,
    "those that met Ann Lee": None,
    "boats carrying Ann Lee": None,
    "Acme, Ann Lee": None,
    "the pilots, Ann Lee": None,
    "the port, run by Ann Lee": None,
    "the pilot, a friend of Ann Lee": None,
    "Ann Lee, Tom Hall": "Ann Lee",
    "Ann Lee, Tom Hall and others": None,
    "Ann Lee, pilot Tom Hall and others": None,
    "Ann Lee, and her aide": None,
    "Ann Lee, wife and mother": "Ann Lee",
    "Ann Lee's boat": None,
    "the Hall boys' aunt Ann Lee": "Ann Lee",
}


@pytest.mark.parametrize("phrase", PHRASES)
def test_phrase(phrase: str) -> None:
    assert named(phrase) == PHRASES[phrase]
