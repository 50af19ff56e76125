"""What the words beside a date tell of its tense at a glance, which must be what reading its sentence tells."""

from __future__ import annotations

import pytest

from factx.extract import dates
from factx.resolve import glance
from factx.resolve.tense import Tenses
from factx.text.tokens import tokenise

SIDES: dict[str, int] = {
    "Police in the port said that three crew were rescued on Friday.": -1,
    "Rebels struck the depot in the hills on Friday.": -1,
    "On Friday, engineers at the mine agreed to go back.": -1,
    "The minister gave an interview to Le Temps in Dakar on Friday.": -1,
    "The bridge will be opened on Friday.": 1,
    "The union will meet in Lagos on Friday.": 1,
    "She would also return to Oslo on Friday.": 1,
    "The king is to tour the flooded valleys on Friday.": 1,
    "He had to leave the camp on Friday.": -1,
    "On Friday, the two sides will talk again.": 1,
    "Friday's talks had failed.": -1,
    "Both spoke at Friday's debate.": -1,
    "The fee is payable on Friday.": 1,
    "They met at its last summit in Oslo and its next session on Friday.": 1,
    "A union, whose last strike on Friday failed, meets in Rome.": -1,
    # The sentence must be read for these.
    "The vote is on Friday.": 0,
    "The deal is signed on Friday.": 0,
    "The team played in Rome and meets Lazio on Friday.": 0,
    "The plane was due to land on Friday.": 0,
    "They shut the road until Friday.": 0,
    "A newly formed league on Friday.": 0,
    "The flood-hit towns on Friday.": 0,
    "He read the will on Friday.": 0,
    "They could be charged on Friday.": 0,
    "Friday's talks will decide.": 0,
    "They plan to skip Friday's talks.": 0,
    "The shops on Friday.": 0,
}


@pytest.mark.parametrize("text", SIDES)
def test_the_side_of_a_date(text: str) -> None:
    tokens = tokenise(text)
    fact = next(fact for fact in dates.find(tokens) if tokens[fact.start] == "Friday")
    told = Tenses(tokens).told(fact.start, fact.end)
    assert told._glance() == SIDES[text]
    assert SIDES[text] in (0, (told.tense > 0) - (told.tense < 0))


def test_a_long_way_before_a_date_is_not_looked_at() -> None:
    words = "It began " + "in a town of the north " * 5 + "on Friday."
    tokens = tokenise(words)
    place = next(place for place in range(len(tokens)) if tokens[place] == "Friday")
    assert glance.side(tokens, place, place + 1) == 0
    near = tokenise("It began in a town of the north on Friday.")
    assert glance.side(near, len(near) - 2, len(near) - 1) == -1
