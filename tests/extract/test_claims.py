"""Claims across sentences: speakers, nesting, date of saying, disagreements; and hostile quotation marks."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import factx
from factx import lexicon
from factx.extract.claims import cues
from factx.model import Claim, Document, Stance
from factx.resolve import figures


def claims(text: str, date: str | None = None) -> tuple[Claim, ...]:
    return factx.extract(text, date=date).claims


def speakers(text: str) -> list[str | None]:
    return [claim.name for claim in claims(text)]


@pytest.mark.parametrize(("text", "names"), [
    ("Ann Lee said it was late. She added that she was tired.", ["Ann Lee", "Ann Lee"]),
    ("Mary Hall met Tom Lee. “It was a long and pleasant evening,” he said.", ["Tom Lee"]),
    ("Senator Ann Lee arrived. The senator said it was late.", ["Ann Lee"]),
    ("Ann Lee, who runs the farm, said the well was dry.", ["Ann Lee"]),
    ("Tom Hall met Ann Lee. The 34-year-old mother of two said she was glad.", ["Ann Lee"]),
    ("The 12-year-old said he had seen the car.", [None]),
    ("The mayor of Leeds, Ann Lee, said it was late. The mayor added that she was tired.", ["Ann Lee", "Ann Lee"]),
    ("Kate said it was late. Kevin said it was early. “It is high noon by my watch,” she said.",
     ["Kate", "Kevin", "Kate"]),
    ("A spokesman for Ann Lee said the well was dry.", [None]),
    ("Ann Lee and Tom Hall said the well was dry.", [None]),
    ("The Lee campaign said the well was dry.", [None]),
    ("The well is dry, a report said.", [None]),
    ("The rain had stopped for Ann Lee, WHO said.", [None]),
    ("TOM HALL PRAISED ANN LEE, WHO SAID THE WELL WAS DRY.", [None, "ANN LEE"]),
])
def test_the_speaker_is_the_person_whom_the_source_denotes(text: str, names: list[str | None]) -> None:
    assert speakers(text) == names


def test_a_long_s_is_no_letter_of_a_pronoun() -> None:
    text = "Ann Lee left. Ann Lee was late. Ann Lee won and hiſ dog barked. She said it was late."
    assert speakers(text) == ["Ann Lee"]


def test_a_claim_in_another_one_has_it_as_parent() -> None:
    outer, inner = claims("The Kremlin said that Mr. Orlov told the envoy that talks would go on.")
    assert outer.parent is None
    assert inner.parent == outer.id
    assert outer.content[0].text == "that Mr. Orlov told the envoy that talks would go on"


def test_the_day_of_saying_is_no_part_of_what_was_said() -> None:
    document = factx.extract("Ann Lee said on Monday that the shop would open on Friday.", date="2024-05-08")
    (claim,) = document.claims
    said_on = next(date for date in document.dates if date.id == claim.said_on)
    assert said_on.text == "Monday"
    assert len(claim.dates) == 2


@pytest.mark.parametrize(("text", "hedges"), [
    ("Ann Lee said the boat was allegedly stolen.", ["allegedly"]),
    ("The boat was stolen, sources said.", ["sources said"]),
    ("Ann Lee said the boat “was probably stolen from the pier”.", []),
    ("Ann Lee said the boat is likely to sink.", []),
    ("Ann Lee said the lock was supposed to open in May.", []),
    ("Ann Lee said the boat is likely lost.", []),
    ("Ann Lee said the boat likely sank.", ["likely"]),
    ("Ann Lee said the boat was more likely lost.", []),
    ("Ann Lee said the boat was perhaps late and possibly lost.", ["perhaps", "possibly"]),
    ("Ann Lee allegedly said the boat was reportedly late.", ["allegedly", "reportedly"]),
    ("The boat was apparently lost, Ann Lee said, or allegedly sold.", ["apparently", "allegedly"]),
    ("Ann Lee called for a probe into the alleged theft.", ["alleged"]),
    ("“It was allegedly late,” Ann Lee said.", []),
    ("Reports said the boat was lost.", ["Reports said"]),
    ("Rumors said the boat was lost.", ["Rumors said"]),
    ("Rumours said the boat was lost.", ["Rumours said"]),
    ("Two reports said the boat was lost.", []),
    ("A source said the boat was lost.", ["A source said"]),
    ("Two police sources told the Echo the boat was lost.", ["Two police sources told"]),
    ("A source close to Ann Lee said the boat was lost.", []),
    ("The boat was lost, one source said.", ["one source said"]),
    ("The boat was lost, sources on the pier said.", []),
    ("Ann Lee falsely claimed that the boat was lost.", ["falsely"]),
    ("Ann Lee said the boat was falsely reported lost.", []),
    ("Ann Lee said, without offering any proof, that the boat was lost.", ["without offering any proof"]),
    ("The boat was lost, Ann Lee claimed, with no evidence.", ["with no evidence"]),
    ("The boat was lost, Ann Lee said, without", []),
    ("Ann Lee said, with evidence, that the boat was lost.", []),
    ("Ann Lee said, without a smile, that the boat was lost.", []),
])
def test_hedges_stand_outside_quotations(text: str, hedges: list[str]) -> None:
    assert [hedge.text for claim in claims(text) for hedge in claim.hedges] == hedges


@pytest.mark.parametrize(
    "text", ["The mayor endorsed Ann Lee last", "Tom Hall said, without", "Ann Lee backed a plan earlier"]
)
def test_a_text_may_end_anywhere(text: str) -> None:
    assert all(claim.span.end <= len(text) for claim in claims(text))


def test_each_style() -> None:
    styles = [claim.style for claim in claims(
        "Ann Lee said it was late. “It is far too late for that,” Ann Lee said. "
        "Ann Lee said the talks on the new road were “a complete waste of time”."
    )]
    assert styles == ["indirect", "direct", "mixed"]


@pytest.mark.parametrize(("text", "style"), [
    ("Tom Hall said the plan was “a folly from the day it was drawn up”.", "mixed"),
    ("Tom Hall said the lock was “shut for the whole of the spring and half of the summer”.", "mixed"),
    ("Tom Hall said: “It was shut for the whole of the spring and half of the summer.”", "direct"),
    ("Tom Hall said that “it was shut for the whole of the spring and half of the summer, and nobody knew why”.",
     "direct"),
    ("Tom Hall said the lock was shut.", "indirect"),
])
def test_a_content_of_quotation_alone_is_direct(text: str, style: str) -> None:
    assert [claim.style for claim in claims(text)] == [style]


def test_two_sides_give_one_person_two_shares() -> None:
    document = factx.extract(
        "The election board said that Ann Lee received 12% of the vote. Ann Lee said that she has got 55% of the vote."
    )
    assert len(document.conflicts) == 1
    assert document.conflicts[0].speakers == ("The election board", "Ann Lee")


@pytest.mark.parametrize("text", [
    "The board said that Ann Lee received 12% of the vote. The board said that Tom Hall received 55% of the vote.",
    "The board said that Ann Lee received 12% of the vote. The paper said Ann Lee received 12.3% of the vote.",
    "The board said that sales of Ann Lee rose 12%. Ann Lee said sales rose 55%.",
    "The board said that Ann Lee leads by 2% of the vote. The paper said that Ann Lee has 42% of the vote.",
    "The police said 300 people marched to the port. The union said 310 people marched to the port.",
    "The police said the mill was built in 1890. The union said the mill was built in 1980.",
    "He said 300 people marched to the port. The union said 5,000 people marched to the port.",
])
def test_figures_that_can_both_hold_are_no_conflict(text: str) -> None:
    assert factx.extract(text).conflicts == ()


def test_two_sides_count_the_same_differently() -> None:
    document = factx.extract(
        "The police said 300 people marched to the port. The union said 5,000 people marched to the port."
    )
    (conflict,) = document.conflicts
    assert conflict.speakers == ("The police", "The union")
    assert conflict.facts == tuple(claim.id for claim in document.claims)
    assert conflict.text == (
        "According to the police: 300 people marched to the port; "
        "according to the union: 5,000 people marched to the port."
    )


def test_the_weekday_of_a_date_is_checked() -> None:
    (conflict,) = factx.extract("They met on Sunday (August 15).", date="2020-08-20").conflicts
    assert "Sunday (August 15)" in conflict.text


def test_a_claim_and_its_denial() -> None:
    document = factx.extract(
        "The auditor said that Mr. Hall took bribes from builders. Mr. Hall denied that he took bribes from builders."
    )
    assert [conflict.speakers for conflict in document.conflicts] == [("The auditor", "Hall")]


@pytest.mark.parametrize("mark", ['"', "''", "“", "”", "‘", "'", "``", "«", "(", "“ said "])
def test_a_thousand_marks_are_read(mark: str) -> None:
    document: Document = factx.extract(f"Ann Lee said {mark}" * 1000)
    assert isinstance(document.claims, tuple)


@given(st.text(alphabet="\"'“”‘’«» said,.:Ann Lee\n(", max_size=120))
@example("\"”'A':«")
def test_every_claim_is_a_slice_and_has_a_content(text: str) -> None:
    for claim in claims(text):
        assert text[claim.span.start:claim.span.end] == claim.text
        assert claim.content
        for part in (claim.source, claim.cue, *claim.content, *claim.hedges):
            assert part is None or text[part.span.start:part.span.end] == part.text


def test_the_lexicon_has_several_hundred_verbs_and_a_stance_for_each() -> None:
    verbs = lexicon.load("claims")["cue-verb"]
    assert len(verbs) > 350
    assert {value.split()[0] for value in verbs.values()} <= set(get_args(Stance))
    assert cues.tags("denied") >= {"cue", "past", "participle", "thing"}


def test_what_disagrees_is_looked_for_nearby(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a text of a book's length, a figure of a holder is not held against all others of theirs."""
    held = 0
    exclude = figures._exclude

    def counted(*pair: figures.Told) -> bool:
        nonlocal held
        held += 1
        return exclude(*pair)

    monkeypatch.setattr(figures, "_exclude", counted)
    monkeypatch.setattr(figures, "_BESIDE", 5)
    said = ("Tom Ray said Ann Lee won {}% of the vote.\n\n", "Kim Hall said Ann Lee won {}% of the vote.\n\n")
    text = "".join(said[n % 2].format(n % 90 + 5) for n in range(40))
    assert len([fact for fact in factx.extract(text).percentages if fact.entity]) == 40
    assert 0 < held <= 40 * 5


def test_a_text_may_end_behind_a_source_in_front() -> None:
    [claim] = factx.extract("In the second year, according to the clerk").claims
    assert claim.source is not None
    assert claim.source.text == "the clerk"


@pytest.mark.parametrize(("paragraph", "parts"), [("A mill and its ghosts", 2), ("We went home.", 3)])
def test_a_headline_in_quotation_marks_is_nobodys(paragraph: str, parts: int) -> None:
    text = f"“It was over,” said Ann Lee. “We left.”\n\n“{paragraph}”\n\nThe mill stands in Leeds."
    [claim] = factx.extract(text).claims
    assert len(claim.content) == parts
