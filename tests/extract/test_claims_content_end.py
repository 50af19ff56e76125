"""Where a content ends: each weight of the table has an example that shows what it weighs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factx import lexicon
from factx.extract import people
from factx.extract.claims.boundaries import MEANING, Content, Place
from factx.extract.claims.content_end import content_end, weight
from factx.extract.claims.end_rules import verdict
from factx.extract.claims.reading import Reading
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
    cues = [cue for cue in range(end) if "cue" in reading.kinds[cue]]
    places = [each for cue in cues for each in Content(reading, cue + 1, end, cue).places()]
    return [(each, reading.tokens.starts[each.at] == place) for each in places]


@pytest.mark.parametrize(("names", "example"), examples(), ids=[names for names, _ in examples()])
def test_example_shows_what_is_weighed(names: str, example: str) -> None:
    needed = set(names.split(" & "))
    assert needed <= set(MEANING)
    at = [place for place, marked in read(example) if marked]
    assert at, "no content may end at the mark"
    assert any(needed <= place.observed for place in at), [sorted(place.observed) for place in at]


OBSERVED = {
    "Ann Lee said that it was red, green, blue and white and she left.": """
        , green | comma asserts that verb-before complement-on list words
        , blue | comma asserts that verb-before complement-on list words verb-later
        and white | unmarked and asserts that verb-before complement-on list third words verb-later
        and she | unmarked and asserts that verb-before complement-on third fourth new-subject noun pronoun same-tense
            verb-later""",
    "Critics who praised the plan, a farce that had failed, while others left.": """
        , a | comma supports takes-thing thing relative-cue no-complement no-verb-before near det noun bare-noun
            verb-later
        , while | comma supports takes-thing thing relative-cue no-complement verb-before contrasting new-subject noun
            of-content same-tense verb-later""",
    "When Ann Lee said it was “mad,” and the crew denied it, they left.": """
        and the | comma and asserts clause under complement-on verb-before quoted new-subject noun det same-tense says
            says-later verb-later
        , they | comma asserts clause under verb-before quoted new-subject noun pronoun same-tense verb-later""",
    "Ann Lee has accused the crew – the best, including Tom Hall – of leaving.": """
        – the | dash accuses takes-thing thing no-complement no-verb-before near words
        , including | comma accuses takes-thing thing no-complement no-verb-before including ing shared
        – of | dash accuses takes-thing thing no-complement no-verb-before third reason ing of-content shared""",
    "Ann Lee said it was late or even over when Tom Hall left it.": """
        or even | unmarked or asserts clause complement-on verb-before words verb-later
        when Tom Hall | unmarked time asserts clause complement-on verb-before new-subject noun person same-tense
            of-content verb-later""",
    "Ann Lee told the crew saying it was over.": """
        saying it | unmarked asserts takes-thing thing no-complement no-verb-before near ing says
            verb-later""",
    "Ann Lee praised the man who said it was over and left.": """
        and left | unmarked and supports takes-thing thing no-complement verb-before participle of-content""",
    "Ann Lee said it was over saying little.": "",
}
"""Sentences with what is observed at the places of the content of their first cue, but for "any"."""


@pytest.mark.parametrize("sentence", OBSERVED)
def test_what_is_observed(sentence: str) -> None:
    found = [place for place, _ in read(sentence)]
    places = [place for place in found if place.cue == found[0].cue]
    words = [place.reading.tokens.text(place.at, place.at + 2) for place in places]
    expected = re.split(r"\n {8}(?! )", OBSERVED[sentence])[1:]
    given = [(at, sorted(place.observed - {"any"})) for at, place in zip(words, places, strict=True)]
    assert given == [(at, sorted(names.split())) for at, _, names in (line.partition(" | ") for line in expected)]


def test_every_observation_is_weighed_or_asked_for() -> None:
    used = {name for names, _ in examples() for name in names.split(" & ")}
    folder = Path(lexicon.__file__).parents[1] / "extract" / "claims"
    rules = "".join((folder / f"{name}_rules.py").read_text(encoding="utf-8") for name in ("end", "going_on"))
    assert {name for name in MEANING if name not in used and f'"{name}"' not in rules} == set()


def test_every_observation_that_is_weighed_has_a_meaning() -> None:
    assert {name for names, _ in examples() for name in names.split(" & ")} <= set(MEANING)


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
