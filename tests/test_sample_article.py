"""The sample article, as a careful reader reads it: the facts below, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx import Document, extract

ARTICLE = Path(__file__).parent.parent / "seeds" / "000_89fc8f7768fb4c4c.txt"
PUTIN, LUKASHENKO, TIKHANOVSKAYA = "Vladimir Putin", "Alexander Lukashenko", "Svetlana Tikhanovskaya"

DATES = [
    ("2020-08-16", "DATE", "2020-08-16", ()),
    ("last Sunday", "DATE", "2020-08-09", ()),
    ("26 years", "DURATION", "P26Y", ()),
    ("Sunday (August 15)", "DATE", "2020-08-15", ("conflict:weekday",)),
    ("Sunday afternoon", "TIME", "2020-08-16TAF", ()),
    ("last week", "DATE", "2020-W32", ()),
]
PEOPLE = {
    PUTIN: (["Russian President"], ["Vladimir Putin", "Putin", "Putin"]),
    LUKASHENKO: (
        ["Belarusian leader", "President of the Republic of Belarus"],
        ["Alexander Lukashenko", *["Lukashenko"] * 3, "Lukashenko", "Alexander Lukashenko", *["Lukashenko"] * 4],
    ),
    TIKHANOVSKAYA: (["main opposition candidate", "Ms"], ["Svetlana Tikhanovskaya", "Tikhanovskaya"]),
}
PERCENTAGES = [
    ("80%", 80, 80, "MORE_THAN", "the vote", "his victory", LUKASHENKO),
    ("80.1%", 80.1, 80.1, None, "the vote", "Lukashenko", LUKASHENKO),
    ("10.12%", 10.12, 10.12, None, "the vote", "Svetlana Tikhanovskaya", TIKHANOVSKAYA),
    ("60-70%", 60, 70, None, "support", "Tikhanovskaya", TIKHANOVSKAYA),  # "she", by her name in the sentence
]
CLAIMS = [
    # source, cue, how the content begins; stance, style, speaker, and the cue of the claim that it stands in
    ("Reports", "suggest", "that some protesters have been killed", "suggests", "indirect", None, None),
    ("opponents of Lukashenko", "say", "was rigged to re-elect him", "asserts", "indirect", None, None),
    ("Lukashenko", "citing", "official results that show", "asserts", "indirect", LUKASHENKO, None),
    ("Lukashenko", "has denied", "any poll manipulation", "denies", "indirect", LUKASHENKO, None),
    ("official results", "show", "his victory with over 80% of the vote", "asserts", "indirect", None, "citing"),
    ("The Kremlin", "said", "external pressure was being applied to the country", "asserts", "indirect", None, None),
    ("The Kremlin", "said", "Putin has told Lukashenko that Russia was ready", "asserts", "indirect", None, None),
    ("Putin", "has told", "that Russia was ready to assist Belarus", "asserts", "indirect", PUTIN, "said"),
    ("President of the Republic of Belarus Alexander Lukashenko", "informed", "the developments following",
     "asserts", "indirect", LUKASHENKO, None),
    ("a Kremlin communique", "According to", "both sides expressed confidence that", "asserts", "indirect", None, None),
    ("both sides", "expressed confidence", "that all existing problems will be settled soon", "asserts", "indirect",
     None, "According to"),
    ("the Kremlin statement", "added", "“The main thing is to prevent destructive", "asserts", "direct", None, None),
    ("reports", "reveal", "that state workers are being forced", "asserts", "indirect", None, None),
    ("Lukashenko", "claimed", "victory in last week’s election", "asserts", "indirect", LUKASHENKO, None),
    ("The Central Election Commission", "declared", "that Lukashenko has bagged", "asserts", "indirect", None, None),
    ("Ms Tikhanovskaya", "saying", "that she has got 60-70% support", "asserts", "indirect", TIKHANOVSKAYA, None),
    ("Ms Tikhanovskaya", "has challenged", "the result", "doubts", "indirect", TIKHANOVSKAYA, None),
]


@pytest.fixture(scope="module")
def document() -> Document:
    return extract(ARTICLE.read_bytes().decode("utf-8"))


def test_dates(document):
    assert [(date.text, date.type, date.value, date.notes) for date in document.dates] == DATES
    assert document.date == "2020-08-16"


def test_people(document):
    text = {person.id: person.text for person in document.people}
    found = {e.name: (list(e.titles), sorted(text[mention] for mention in e.mentions)) for e in document.entities}
    assert found == {name: (titles, sorted(mentions)) for name, (titles, mentions) in PEOPLE.items()}


def test_percentages(document):
    names = {entity.id: entity.name for entity in document.entities}
    assert [
        (found.text, found.low, found.high, found.mod, found.of.text, found.holder.text, names[found.entity])
        for found in document.percentages
    ] == PERCENTAGES


def test_claims(document):
    """All of them, in the text's order; of a source and a content that go on, how they begin."""
    cues = {claim.id: claim.cue.text for claim in document.claims}
    found = [
        (
            claim.source.text, claim.cue.text, claim.content[0].text, claim.stance, claim.style, claim.name,
            cues.get(claim.parent),
        )
        for claim in document.claims
    ]
    assert [
        (source[: len(wanted[0])], cue, content[: len(wanted[2])], *rest)
        for (source, cue, content, *rest), wanted in zip(found, CLAIMS, strict=True)
    ] == CLAIMS


def test_a_source_ends_where_its_words_do(document):
    assert [claim.source.text for claim in document.claims if claim.source.text not in {row[0] for row in CLAIMS}] == [
        "Lukashenko – who has been in power for 26 years"
    ] * 2


def test_reports_that_nobody_signed_are_hedged(document):
    assert [[hedge.text for hedge in claim.hedges] for claim in document.claims if claim.hedges] == [
        ["Reports suggest"], ["reports reveal"],
    ]


def test_what_disagrees(document):
    named = {fact.id: fact.text for fact in document.facts}
    assert [[named[id] for id in conflict.facts if id[0] in "nd"] for conflict in document.conflicts] == [
        ["10.12%", "60-70%"], ["Sunday (August 15)"],
    ]
