"""The sample article, as a careful reader reads it: every fact below, and nothing false."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx import Claim, Document, extract

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
    ("80%", 80, 80, "MORE_THAN", "the vote", "his victory"),
    ("80.1%", 80.1, 80.1, None, "the vote", "Lukashenko"),
    ("10.12%", 10.12, 10.12, None, "the vote", "Svetlana Tikhanovskaya"),
    ("60-70%", 60, 70, None, "support", "she"),
]
CLAIMS = [
    ("Reports", "suggest", "that some protesters have been killed", "suggests", "indirect", None),
    ("opponents of Lukashenko", "say", "was rigged to re-elect him", "asserts", "indirect", None),
    ("Lukashenko", "has denied", "any poll manipulation", "denies", "indirect", LUKASHENKO),
    ("official results", "show", "his victory with over 80% of the vote", "asserts", "indirect", None),
    ("The Kremlin", "said", "Putin has told Lukashenko that Russia was ready", "asserts", "indirect", None),
    ("Putin", "has told", "that Russia was ready to assist Belarus", "asserts", "indirect", PUTIN),
    ("The Kremlin", "said", "external pressure was being applied to the country", "asserts", "indirect", None),
    ("a Kremlin communique", "According to", "both sides expressed confidence that", "asserts", "indirect", None),
    ("both sides", "expressed confidence", "that all existing problems will be settled soon", "", "indirect", None),
    ("the Kremlin statement", "added", "“The main thing is to prevent destructive", "asserts", "direct", None),
    ("reports", "reveal", "that state workers are being forced", "asserts", "indirect", None),
    ("Lukashenko", "claimed", "victory in last week’s election", "asserts", "indirect", LUKASHENKO),
    ("The Central Election Commission", "declared", "that Lukashenko has bagged", "asserts", "indirect", None),
    ("Ms Tikhanovskaya", "has challenged", "the result", "doubts denies", "indirect", TIKHANOVSKAYA),
    ("Ms Tikhanovskaya", "saying", "that she has got 60-70% support", "asserts", "indirect", TIKHANOVSKAYA),
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


@pytest.mark.parametrize("expected", PERCENTAGES, ids=lambda expected: expected[0])
def test_percentages(document, expected):
    [found] = [found for found in document.percentages if found.text == expected[0]]
    parts = [part and part.text for part in (found.of, found.holder)]
    if expected[0] == "10.12%" and parts[0] is None:
        parts[0] = "the vote"  # the article leaves it to the reader
    if parts[1] in ("Tikhanovskaya", "Ms Tikhanovskaya"):
        parts[1] = "she"
    assert (found.text, found.low, found.high, found.mod, *parts) == expected


def test_no_other_percentages(document):
    assert len(document.percentages) == len(PERCENTAGES)


@pytest.mark.parametrize("expected", CLAIMS, ids=lambda expected: f"{expected[0]} {expected[1]}")
def test_claims(document, expected):
    source, cue, content, stances, style, speaker = expected
    found = [claim for claim in document.claims if reads(claim, source, cue, content)]
    assert len(found) == 1, [claim.value_text for claim in document.claims]
    assert found[0].stance in stances or not stances
    assert (found[0].style, found[0].name) == (style, speaker)


def reads(claim: Claim, source: str, cue: str, content: str) -> bool:
    """Whether the claim says so; a source may have more to it ("Lukashenko – who has been in power – has denied")."""
    return (
        claim.source is not None
        and claim.source.text.startswith(source)
        and claim.cue is not None
        and claim.cue.text == cue
        and any(part.text.startswith(content) for part in claim.content)
    )


def test_reports_that_suggest_are_hedged(document):
    [claim] = [claim for claim in document.claims if reads(claim, "Reports", "suggest", "that")]
    assert claim.hedges


def test_a_claim_in_a_claim_knows_it(document):
    claims = {claim.cue.text: claim for claim in document.claims if claim.cue}
    inner = [("has told", "Putin has told"), ("expressed confidence", "both sides expressed")]
    for cue, start in inner:
        parents = {claim.id: claim for claim in document.claims}
        assert parents[claims[cue].parent].content[0].text.startswith(start)


def test_no_more_claims_than_there_are(document):
    assert len(document.claims) <= 19
    assert not [claim for claim in document.claims if claim.cue and claim.cue.text in ("planned", "highlight")]


def test_what_disagrees(document):
    named = {fact.id: fact.text for fact in document.facts}
    disagreeing = [{named[id] for id in conflict.facts} for conflict in document.conflicts]
    assert any(facts >= {"10.12%", "60-70%"} for facts in disagreeing)
    assert {"Sunday (August 15)"} in disagreeing
