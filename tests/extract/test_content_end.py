"""Where a content ends: each weight of the table has an example that shows what it weighs."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx import lexicon
from factx.extract import people
from factx.extract.claims.boundaries import MEANING, Content, Place
from factx.extract.claims.content_end import content_end, weight
from factx.extract.claims.end_rules import verdict
from factx.extract.claims.reading import CUE, Reading
from factx.resolve import coreference
from factx.text.quotations import quotations
from factx.text.tokens import tokenise

TABLE = Path(lexicon.__file__).with_name("content-end.txt")


def examples() -> list[tuple[str, str]]:
    """The names of each weight with its example, in which | marks the place."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if " = " in line and line[0] != "#"]
    return [(line.partition(" = ")[0], line.partition("  # ")[2]) for line in lines]


def read(marked: str) -> list[tuple[Place, bool]]:
    """The places of each content that may begin behind a cue of a sentence, and whether each is the marked one."""
    before, _, behind = marked.partition("|")
    text = before.rstrip() + behind if behind[:1] == "," else before + behind.lstrip()
    place = len(before.rstrip()) if behind[:1] == "," else len(before)
    tokens = tokenise(text)
    found, _ = coreference.group(people.find(tokens), tokens)
    reading = Reading(tokens, quotations(tokens), found)
    end = reading.tokens.sentence_of(0)[1] - 1
    cues = [cue for cue in range(end) if reading.kinds[cue] & CUE]
    places = [each for cue in cues for each in Content(reading, cue + 1, end, cue).places()]
    return [(each, reading.tokens.starts[each.at] == place) for each in places]


@pytest.mark.parametrize(("names", "example"), examples(), ids=[names for names, _ in examples()])
def test_example_shows_what_is_weighed(names: str, example: str) -> None:
    needed = set(names.split(" & "))
    assert needed <= set(MEANING)
    at = [place for place, marked in read(example) if marked]
    assert at, "no content may end at the mark"
    assert any(needed <= place.observed for place in at), [sorted(place.observed) for place in at]


def test_every_observation_is_weighed_or_asked_for() -> None:
    used = {name for names, _ in examples() for name in names.split(" & ")}
    rules = Path(lexicon.__file__).parents[1].joinpath("extract", "claims", "end_rules.py").read_text(encoding="utf-8")
    assert {name for name in MEANING if name not in used and f'"{name}"' not in rules} == set()


def test_every_observation_has_a_meaning() -> None:
    found = {name for _, example in examples() for place, _ in read(example) for name in place.observed}
    assert found <= set(MEANING)


def test_weights_add_up() -> None:
    assert weight(frozenset({"any", "says"})) == round(weight(frozenset({"any"})) + weight(frozenset({"says"})), 2)


def test_the_first_place_where_they_reach_nothing_ends_the_content() -> None:
    places = [place for place, _ in read("Ann Lee praised the plan and the crew, which had failed, a farce.")]
    first = next(each for each in places if verdict(each) or verdict(each) is None and weight(each.observed) >= 0)
    reading, start = first.reading, first.start
    assert content_end(reading, start, first.end, (0, 1), first.cue) == first.at
