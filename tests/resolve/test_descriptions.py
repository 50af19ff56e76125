"""What a description says of whom it denotes."""

from __future__ import annotations

import pytest

from factx import lexicon
from factx.resolve.descriptions import (
    HEAD_ENDS,
    clash,
    covered,
    covering,
    described,
    gender_of_noun,
    in_scene,
    is_kin,
    is_office,
    is_person,
    is_trade,
)

HEADS = {
    "the mayor": "mayor", "the former mayor": "mayor", "the mayor of Leeds": "mayor", "the mayor, who left": "mayor",
    "the attorney": "lawyer", "the district attorney": "prosecutor", "the U.S. attorney": "prosecutor",
    "the vice-president": "president", "the co-founder": "founder", "the ex-wife": "wife", "his wife": "wife",
    "Ann's wife": "wife", "the 54-year-old": "", "the 54-year-old striker": "striker", "the Serb": "serb",
    "the pilot from Cork": "pilot", "the pilot at the port": "pilot", "the pilot with a limp": "pilot",
    "the pilot whose boat sank": "pilot", "the pilot for the port": "pilot", "the pilot in charge": "pilot",
    "the pilot on board": "pilot", "the adviser to the port": "advisor", "the pilot near the port": "pilot",
    "the pilot by the port": "pilot", "the writer about ports": "writer", "the pilot (retired)": "pilot",
    "the pilot – retired": "pilot", "the pilot - retired": "pilot", "the pilot--retired": "pilot",
}  # fmt: skip


@pytest.mark.parametrize("text", HEADS)
def test_a_description_has_a_head(text: str) -> None:
    about = described(text)
    assert about is not None
    assert about.head == HEADS[text]


@pytest.mark.parametrize(
    ("text", "determiner"),
    [("the mayor", "definite"), ("this mayor", "definite"), ("that mayor", "definite"), ("his aide", "owned"),
     ("her aide", "owned"), ("their aide", "owned"), ("its boss", "owned"), ("Ann’s aide", "owned"),
     ("the Halls’ aide", "owned"), ("Kenya's aide", "definite"), ("a mayor", "indefinite"), ("an aide", "indefinite"),
     ("one mayor", "indefinite"), ("another mayor", "indefinite"), ("Mayor", "bare"), ("Leeds mayor", "bare")],
)  # fmt: skip
def test_determiners(text: str, determiner: str) -> None:
    about = described(text)
    assert about is not None
    assert about.determiner == determiner


@pytest.mark.parametrize("text", ["mayor", "those", "", "the"])
def test_no_description(text: str) -> None:
    assert described(text) is None or not is_person(described(text).noun)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("the mayor", set()), ("the former mayor", set()), ("the foreign minister", {"foreign"}),
        ("the Kenyan minister", {"kenya"}), ("Kenya's minister", {"kenya"}), ("the US minister", {"america"}),
        ("the Leeds mayor", {"Leeds"}), ("the mayor of Leeds", {"Leeds"}), ("the tired mayor", set()),
        ("the port manager", {"port"}), ("the GOP nominee", {"republican"}), ("the 54-year-old port manager", {"port"}),
        ("the head of the Office for Coast Care", {"Office", "Coast", "Care", "OCC"}), ("Acme’s boss", {"Acme"}),
    ],
)  # fmt: skip
def test_what_tells_one_from_others(text: str, telling: set[str]) -> None:
    about = described(text)
    assert about is not None
    assert set(about.telling) == telling


@pytest.mark.parametrize(
    ("noun", "gender"),
    [("spokeswoman", "f"), ("spokesman", "m"), ("actress", "f"), ("actor", "m"), ("pilot", None), ("woman", "f"),
     ("human", None), ("irishwoman", "f"), ("irishman", "m"), ("mum", "f"), ("plumber", None), ("postman", "m")],
)  # fmt: skip
def test_genders(noun: str, gender: str | None) -> None:
    assert gender_of_noun(noun) == gender


def test_ages_and_nations() -> None:
    aged, child, serb, pilot = map(described, ("the 54-year-old", "the mother of two", "the Serb", "the Dutch pilot"))
    assert aged is not None
    assert (aged.age, aged.nation) == ("54", None)
    assert child is not None
    assert child.age == ""
    assert serb is not None
    assert serb.nation == "serbia"
    assert pilot is not None
    assert pilot.nation == "netherlands"


def test_how_heads_relate() -> None:
    assert "senator" in covered("lawmaker")
    assert "lawmaker" in covering("senator")
    assert clash("judge", "lawyer")
    assert clash("striker", "coach")
    assert not clash("judge", "judge")
    assert not clash("judge", "doctor")
    assert not clash("pilot", "baker")
    assert not clash("striker", "goalkeeper")
    assert in_scene("defendant")
    assert not in_scene("striker")
    assert is_kin("aunt")
    assert is_office("mayor")
    assert not is_office("striker")
    assert is_trade("baker")
    assert not is_trade("veteran")
    assert not is_trade("serb")
    assert not is_trade("")


@pytest.mark.parametrize(
    "noun", ["postman", "postwoman", "salesperson", "limnologist", "phlebotomician", "mayor", "serb"]
)
def test_nouns_for_people(noun: str) -> None:
    assert is_person(noun)


@pytest.mark.parametrize("noun", ["54", "human", "us", "kremlin", "port", "talisman"])
def test_nouns_for_other_things(noun: str) -> None:
    assert not is_person(noun)


def test_the_lexicon_of_roles_agrees_with_itself() -> None:
    roles, listed = lexicon.load("roles"), lexicon.load("people")
    assert set(roles["person"]).isdisjoint(set(listed["role"]) - {"actor"})
    heads = {word for row in roles["general"].values() for word in row.split()} | set(roles["general"])
    assert heads.isdisjoint(roles["same"])
    assert set(roles["office"]).isdisjoint(roles["same"])
    nations = lexicon.load("nations")
    assert set(nations["name"].values()) <= set(nations["nation"])


def test_what_ends_a_head_is_found_at_its_place() -> None:
    found = HEAD_ENDS.search("the mayor of Leeds")
    assert found is not None
    assert found.start() == len("the mayor")
