"""Whom a text calls by a noun, gives a nation or an age: by what stands around the names alone, without titles."""

from __future__ import annotations

import pytest

from factx.extract import people
from factx.resolve import coreference
from factx.resolve.bearers import Bearers
from factx.text.tokens import tokenise


def bearers_of(text: str) -> tuple[Bearers, dict[str, str]]:
    tokens = tokenise(text)
    mentions, entities = coreference.group(people.find(tokens), tokens)
    return Bearers(tokens, mentions, ()), {entity.id: entity.name for entity in entities}


CALLED: dict[str, list[str]] = {
    "Pilot Ann Lee left.": ["Ann Lee"],
    "PILOT ANN LEE LEFT AND TOM HALL SANG. Ann Lee ran.": ["Ann Lee"],
    "The pilot Ann Lee left.": ["Ann Lee"],
    "The pilot, Ann Lee, left.": ["Ann Lee"],
    "The pilot, Ann Lee.": ["Ann Lee"],
    "To the pilot, Ann Lee said no.": [],
    "The pilot of the port Ann Lee left.": ["Ann Lee"],
    "The pilot for the port, Ann Lee, left.": ["Ann Lee"],
    "The pilot of striker Ann Lee left.": [],
    "The pilot of Ann Lee left.": [],
    "The pilot's boat, Ann Lee, left.": [],
    "The pilot and striker Ann Lee left.": ["Ann Lee"],
    "The pilot and the striker Ann Lee left.": [],
    "The pilot and port Ann Lee left.": [],
    "The pilot boat Ann Lee left.": [],
    "The co-pilot-elect Ann Lee left.": [],
    "The autopilot Ann Lee left.": [],
    "Ann Lee, pilot, left.": ["Ann Lee"],
    "Ann Lee, a pilot, left.": ["Ann Lee"],
    "Ann Lee, 54, a pilot, left.": ["Ann Lee"],
    "Ann Lee, a retired port pilot, left.": ["Ann Lee"],
    "Ann Lee, an author and pilot, left.": ["Ann Lee"],
    "Ann Lee, who is a pilot, left.": ["Ann Lee"],
    "Ann Lee, who was the pilot, left.": ["Ann Lee"],
    "Ann Lee, who met a pilot, left.": [],
    "Ann Lee, in a pilot's hat, left.": [],
    "Ann Lee, said a pilot, left.": [],
    "Ann Lee is a pilot.": ["Ann Lee"],
    "Ann Lee was the pilot.": ["Ann Lee"],
    "Ann Lee became a pilot.": ["Ann Lee"],
    "Ann Lee remains the pilot.": ["Ann Lee"],
    "Ann Lee works as a pilot.": ["Ann Lee"],
    "Ann Lee worked as a pilot.": ["Ann Lee"],
    "Ann Lee saw the pilot.": [],
    "Ann Lee (a pilot) left.": ["Ann Lee"],
    "Ann Lee – a pilot – left.": ["Ann Lee"],
    "Ann Lee - a pilot - left.": ["Ann Lee"],
    "Ann Lee left; a pilot sang.": [],
    "The pilot left.\n\nAnn Lee sang.": ["Ann Lee"],
    "A pilot left.\n\nAnn Lee, 54, sang.": ["Ann Lee"],
    "A pilot left.\n\n“Well,” Ann Lee said.": ["Ann Lee"],
    "A pilot left.\n\n\"Well,\" Ann Lee said.": ["Ann Lee"],
    "A pilot left.\n\nA “very good” Ann Lee sang.": [],
    "A pilot left.\n\nThen 54-year-old Ann Lee sang.": [],
    "A pilot left.\n\n54-year-old Ann Lee sang.": ["Ann Lee"],
    "A pilot left.\n\nMayor Ann Lee sang.": [],
    "A pilot left.\n\nAnn Lee, the mayor of Leeds, sang.": [],
    "A pilot left. Ann Lee sang.": [],
    "Ann Lee saw a pilot.\n\nAnn Lee sang.": [],
    "It was then that they all saw the pilot.\n\nAnn Lee sang.": [],
    "A pilot left." + " It rained." * 70 + "\n\nAnn Lee sang.": [],
    "It rained." + " It rained." * 40 + " A pilot left.\n\nAnn Lee sang.": [],
    "It rained." + " It rained." * 30 + " A pilot left.\n\nAnn Lee sang.": ["Ann Lee"],
}


@pytest.mark.parametrize("text", CALLED)
def test_called(text: str) -> None:
    bearers, names = bearers_of(text)
    found = {names[bearing.entity] for bearing in bearers.called(frozenset({"pilot"})).bearings}
    assert sorted(found) == CALLED[text]


@pytest.mark.parametrize(
    ("text", "unnamed", "loose"),
    [
        ("A pilot left.", 1, 1), ("One pilot left.", 1, 1), ("Another pilot left.", 1, 1), ("The pilot left.", 0, 1),
        ("An old and tired pilot left.", 1, 1), ("At a press conference in Cork, the pilot left.", 0, 1),
        ("Pilot Ann Lee left.", 0, 0), ("A pilot, Ann Lee, left.", 0, 0),
    ],
)  # fmt: skip
def test_somebody_without_a_name(text: str, unnamed: int, loose: int) -> None:
    called = bearers_of(text)[0].called(frozenset({"pilot"}))
    assert (len(called.unnamed), len(called.loose)) == (unnamed, loose)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The port pilot Ann Lee left.", {"port"}),
        ("Leeds pilot Ann Lee left.", {"Leeds"}),
        ("Kenya's chief pilot Ann Lee left.", {"kenya", "chief"}),
        ("Ann Lee, a pilot at the Port of Cork, left.", {"Port", "Cork", "PC"}),
        ("They saw the pilot Ann Lee.", set()),
    ],
)
def test_words_that_tell_one_from_others(text: str, words: set[str]) -> None:
    (bearing,) = bearers_of(text)[0].called(frozenset({"pilot"})).bearings
    assert set(bearing.words) == words


NATIONS: dict[str, list[str]] = {
    "Kenya's Ann Lee left.": ["Ann Lee"],
    "Kenya’s Ann Lee left.": ["Ann Lee"],
    "Kenyan Ann Lee left.": ["Ann Lee"],
    "Kenya's new head coach Ann Lee left.": ["Ann Lee"],
    "The Kenyan coach, Ann Lee, left.": [],
    "Ann Lee of Kenya left.": ["Ann Lee"],
    "Ann Lee from Kenya left.": ["Ann Lee"],
    "Ann Lee, of Kenya, left.": ["Ann Lee"],
    "Ann Lee, from Kenya, left.": ["Ann Lee"],
    "Ann Lee (Kenya) left.": ["Ann Lee"],
    "Ann Lee, a Kenyan, left.": ["Ann Lee"],
    "In Kenya it rained when Ann Lee left.": [],
    "It was hot in Kenya.\nAnn Lee left.": [],
    "Ann Lee left Kenya.": [],
}


@pytest.mark.parametrize("text", NATIONS)
def test_nation(text: str) -> None:
    bearers, names = bearers_of(text)
    assert sorted(names[entity] for entity in bearers.of_nation("kenya")) == NATIONS[text]


AGES: dict[str, list[str]] = {
    "Ann Lee, 54, left.": ["Ann Lee"],
    "The 54-year-old Ann Lee left.": ["Ann Lee"],
    "The 54-year-old striker Ann Lee left.": ["Ann Lee"],
    "Ann Lee, a 54-year-old striker, left.": ["Ann Lee"],
    "Ann Lee won 54 games.": [],
}


@pytest.mark.parametrize("text", AGES)
def test_age(text: str) -> None:
    bearers, names = bearers_of(text)
    assert sorted(names[entity] for entity in bearers.of_age("54")) == AGES[text]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("The Ann Lee campaign lost.", True), ("Ann Lee's campaign lost.", True),
        ("Ann Lee’s running mate left.", True), ("Ann Lee's presidential campaign lost.", True),
        ("Ann Lee campaigned.", False),
        ("Ann Lee's mate left.", False),
    ],
)  # fmt: skip
def test_whoever_has_a_campaign_is_a_candidate(text: str, runs: bool) -> None:
    assert bool(bearers_of(text)[0].called(frozenset({"nominee"})).bearings) is runs
