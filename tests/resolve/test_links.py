"""What stands in a claim, which claim it stands in, and when it was said."""

from __future__ import annotations

import pytest

import factx
from factx.render.wording import cue_frame

SAID_ON = {
    "Ann Lee said on Monday that the shop would open on Friday.": "Monday",
    "On Monday, Ann Lee said that the shop would open on Friday.": "Monday",
    "Ann Lee said that the shop would open on Friday.": None,
    "Ann Lee said at noon that the shop would open.": "noon",
    "Ann Lee, who came on Monday, said that the shop would open.": None,
    "Ann Lee came on Monday, when Tom Hall said that the shop would open.": None,
    "It opened on Monday; Ann Lee said that it was late.": None,
    "Monday's paper said that the shop would open.": None,
    "On Monday's show, Ann Lee said that the shop would open.": None,
    "On Monday, in the old town hall, with the mayor, and the council, Ann Lee said that the shop would open.": None,
    "The shop would open, Ann Lee said on Monday.": "Monday",
    "Ann Lee said it was late. Tom Hall came on Monday.": None,
}


@pytest.mark.parametrize("text", SAID_ON)
def test_said_on(text: str) -> None:
    document = factx.extract(text, date="2024-05-08")
    texts = {date.id: date.text for date in document.dates}
    assert texts.get(document.claims[-1].said_on or "") == SAID_ON[text]


def test_a_claim_holds_the_facts_inside_it() -> None:
    text = "On Friday Tom Hall left. Ann Lee said on Monday that Kate Ray won 5% of the vote in 2019. It shut in 2020."
    document = factx.extract(text, date="2024-05-08")
    texts = {fact.id: fact.text for fact in document.facts}
    (claim,) = document.claims
    assert [texts[id] for id in claim.dates] == ["Monday", "2019"]
    assert [texts[id] for id in claim.people] == ["Ann Lee", "Kate Ray"]
    assert [texts[id] for id in claim.percentages] == ["5%"]


def test_a_claim_knows_the_innermost_one_around_it() -> None:
    text = "The port said that Ann Lee told Tom Hall that Kate Ray warned that the lock was shut. The union said no."
    claims = factx.extract(text).claims
    cues = {claim.id: claim.cue.text for claim in claims if claim.cue}
    assert [(cues[claim.id], cues.get(claim.parent or "")) for claim in claims] == [
        ("said", None), ("told", "said"), ("warned", "told"), ("said", None),
    ]


def test_claims_are_numbered_in_the_order_of_the_text() -> None:
    claims = factx.extract("“It is late,” Ann Lee said. Tom Hall said it was early, adding that he was ill.").claims
    assert [(claim.id, claim.span.start) for claim in claims] == sorted(
        [(f"c{number}", claim.span.start) for number, claim in enumerate(claims, 1)]
    )


BY = {
    "Ann Lee said it was late.": "by name",
    "Ann Lee left. She said it was late.": "she: the likeliest person named before",
    "Tom Hall met Ann Lee, who said it was over.": "who: the name before it",
    "Mayor Ann Lee left. The mayor said it was late.": "mayor: what the text calls that person",
    "Ann Lee left. The striker said it was late.": "striker: the likeliest person named before",
    "Ann Lee, 54, left. The 54-year-old said it was late.": "54: what the text calls that person",
    "A judge said it was over. Judge Ann Lee left.": "judge: named below",
    "The port said it was late.": None,
}


@pytest.mark.parametrize("text", BY)
def test_how_a_speaker_was_found(text: str) -> None:
    assert factx.extract(text).claims[-1].speaker_by == BY[text]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Ann Lee said it was late.", "say asserts; takes a clause"),
        ("Ann Lee denied the charge.", "deny denies; takes a clause or a thing"),
        ("Ann Lee’s claim that it was late is wrong.", "claim asserts; takes a clause or to do something or a thing"),
        ("Hall: “It was a long and pleasant evening.”", None),
    ],
)
def test_what_a_cue_takes(text: str, frame: str | None) -> None:
    assert cue_frame(factx.extract(text).claims[-1]) == frame
