"""People: grouping, titles, the parts of a name, and the lists of names."""

from __future__ import annotations

from pathlib import Path

import pytest

import factx
from factx.lexicon.names import List, code, fold, look_up
from factx.model import Document
from factx.resolve.coreference import gender

ARTICLE = """Belgian Prime Minister Louise Maes has met striker-turned-minister Tom Claes, her deputy.

Maes said the talks went well. Ms Maes and Mr Claes, minister of transport, will meet again.

“It was time,” said opposition leader Pieter van den Broeck. Van den Broeck walked out.
"""


def people(text: str) -> Document:
    return factx.extract(text, kinds={"person"})


def test_mentions_are_grouped_with_all_their_titles() -> None:
    document = people(ARTICLE)
    assert [(entity.name, entity.titles) for entity in document.entities] == [
        ("Louise Maes", ("Belgian Prime Minister", "Ms")),
        ("Tom Claes", ("minister", "deputy", "Mr", "minister of transport")),
        ("Pieter van den Broeck", ("opposition leader",)),
    ]
    assert [len(entity.mentions) for entity in document.entities] == [3, 2, 2]


def test_a_mention_belongs_to_one_entity() -> None:
    document = people(ARTICLE)
    held = [mention for entity in document.entities for mention in entity.mentions]
    assert sorted(held, key=lambda id: int(id[1:])) == [person.id for person in document.people]
    assert {person.entity for person in document.people} == {entity.id for entity in document.entities}


@pytest.mark.parametrize(
    ("text", "given", "family", "suffix"),
    [
        ("Maria Ivanova spoke.", "Maria", "Ivanova", None),
        ("Hans-Peter Keller spoke.", "Hans-Peter", "Keller", None),
        ("J.K. Barlow spoke.", "J.K.", "Barlow", None),
        ("Ludwig van der Berg spoke.", "Ludwig", "van der Berg", None),
        ("President Park Min-ho spoke.", "Min-ho", "Park", None),
        ("Robert Hale Jr. spoke.", "Robert", "Hale", "Jr."),
        ("Mr Tanaka spoke.", None, "Tanaka", None),
    ],
)
def test_the_parts_of_a_name(text: str, given: str | None, family: str | None, suffix: str | None) -> None:
    (person,) = people(text).people
    assert (person.given, person.family, person.suffix) == (given, family, suffix)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The mother of Anna Schmidt came.", [()]),
        ("Anna Schmidt, Mrs Ida Kent and others came.", [(), ("Mrs",)]),
        ("Anna Schmidt, the chief executive of Acme, came.", [("chief executive of Acme",)]),
        ("The former Acme chairman Karl Brandt resigned.", [("former Acme chairman",)]),
        ("King of the Belgians Philippe Renard spoke.", [("King of the Belgians",)]),
        ("Anna Schmidt, president and chief executive, came.", [("president and chief executive",)]),
        ("The shadow health minister, Ann Lee, left.", [("shadow health minister",)]),
        ("He met the mayor, Ann Lee and Tom Ray there.", [(), ()]),
        ("After a call to his sister, Lee gave up. Tom Lee wept.", [()]),
        ("Climate activist Ann Lee met bus driver Tom Ray.", [("Climate activist",), ("bus driver",)]),
        ("Last week farmer Tom Ray sold it.", [("farmer",)]),
        ("DSP Anita Rao met Tan Sri Azmi Rahmat.", [("DSP",), ("Tan Sri",)]),
        ("Anna Schmidt, her mother and her son came.", [()]),
    ],
)
def test_titles(text: str, titles: list[tuple[str, ...]]) -> None:
    assert [entity.titles for entity in people(text).entities] == titles


@pytest.mark.parametrize("by", ["By", "BY", "by"])
def test_an_authors_line_is_noted(by: str) -> None:
    document = people(f"{by} Ann Lee\n\nTom Ray left. He was seen by Ida Kent.")
    assert [(person.text, "byline" in person.notes) for person in document.people] == [
        ("Ann Lee", True), ("Tom Ray", False), ("Ida Kent", False),
    ]


def test_notes_name_the_cues() -> None:
    (person,) = people("Mr Tanaka said so.").people
    assert any(note.startswith("title:courtesy +") for note in person.notes)


@pytest.mark.parametrize(
    ("name", "titles", "told"),
    [
        ("Maria Ivanova", (), "f"),
        ("Kim Lee", ("Mr",), "m"),
        ("Park", ("spokeswoman",), "f"),
        ("Park", ("leader",), None),
        ("Robert Hale", ("candidate",), "m"),
    ],
)
def test_gender(name: str, titles: tuple[str, ...], told: str | None) -> None:
    assert gender(name, titles) == told


@pytest.mark.parametrize(
    ("which", "word", "listed"),
    [
        ("given", "svetlana", "f2"),
        ("surnames", "smith", "3"),
        ("surnames", "zzyzx", ""),
        ("places", "new_york", "2"),
        ("words", "freedom", "3"),
        ("words", "", ""),
        ("given", "日本", ""),
    ],
)
def test_a_list_gives_a_word_its_value(which: List, word: str, listed: str) -> None:
    assert look_up(which, word) == listed


def test_the_lists_hold_what_folding_gives() -> None:
    assert fold("fernández") == "fernandez"
    assert fold("łukasz") == "lukasz"
    assert fold("o’brien") == "o'brien"


def test_every_group_of_the_lists_is_found() -> None:
    path = Path(factx.__file__).parent / "lexicon" / "names" / "names.txt"
    for line in path.read_text(encoding="ascii").splitlines():
        if line[0] not in "#@":
            head, first, *_ = line.split(" ")
            entry, _, listed = first.partition("=")
            assert code(head + entry) == listed


@pytest.mark.parametrize(("text", "authors"), [
    ("By Ola Berg, Ann Lee and Tom Ray\n\nThe road was shut, Ed Hay said.", ["Ola Berg", "Ann Lee", "Tom Ray"]),
    ("Ola Berg left.\n\nReporting by Ann Lee; editing by Tom Ray", ["Ann Lee", "Tom Ray"]),
    ("The road was shut.\n\n- By Ola Berg in Oslo", ["Ola Berg"]),
    ("The road was shut by Ola Berg.\n\nBy Ola Berg it was not shut, as we all know by now, said the police.", []),
])
def test_authors_are_noted(text: str, authors: list[str]) -> None:
    people = factx.extract(text, kinds={"person"}).people
    assert [person.text for person in people if "byline" in person.notes] == authors
