"""What a figure is of, whose it is, what it measures and what is said of it, by the clause that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

import factx
from factx.model import Part, Percentage

ROLES = ("of", "holder", "property", "predicate")

# Sentence: for each figure, its whole, holder, property and predicate.
SENTENCES: dict[str, list[tuple[str | None, ...]]] = {
    # What moves is measured; its owner has the figure.
    "Core inflation eased to 2.9% in June.": [(None, None, "Core inflation", None)],
    "The grocer's van sales rose 4%.": [(None, "grocer", "van sales", None)],
    "Sales at Norvik fell 3% to 2 billion.": [(None, "Norvik", "Sales", None)],
    "Halden Bank's net profit rose 19% to 2.1 billion crowns.": [(None, "Halden Bank", "net profit", None)],
    "Output shrank by 2% in April.": [(None, None, "Output", None)],
    "Prices were up 2.5% on the year.": [(None, None, "Prices", None)],
    "The index closed 2 percent lower.": [(None, None, "index", None)],
    "Shares in Norvik slid 11% after the warning.": [(None, "Norvik", "Shares", None)],
    "The number of homes sold last month was 6,720, up 2.6 percent.": [(None, None, "number of homes", None)],
    "Profit before tax was 40 million euros, up 7%.": [(None, None, "Profit", None)],
    "Incomes from wages and rents gained 0.1 percent.": [(None, None, "Incomes from wages", None)],
    "Child poverty rose 2 percent.": [(None, None, "Child poverty", None)],
    # Somebody moves it.
    "The bank raised its rate to 5%.": [(None, "The bank", "rate", None)],
    "The bank raised interest rates to 5%.": [(None, None, "interest rates", None)],
    "Brightwater Foods lifted its full-year dividend by 8%.": [(None, "Brightwater Foods", "full-year dividend", None)],
    "Investors expect sales to grow 5%.": [(None, None, "sales", None)],
    "With prices rising 4%, demand fell.": [(None, None, "prices", None)],
    # Two figures of one thing.
    "Youth unemployment in Brelland stood at 17.4%, down from 19.1%.": [
        (None, None, "Youth unemployment", None), (None, None, "Youth unemployment", None)],
    "The tax rate will fall to 18% from 20%.": [(None, None, "tax rate", None), (None, None, "tax rate", None)],
    # Before a noun.
    "She bought a 12% stake in the mill.": [("the mill", "She", "stake", None)],
    "There is a 40% chance of snow.": [(None, None, "chance of snow", None)],
    "A 6% drop in bookings hurt the chain.": [(None, None, "bookings", None)],
    "Teachers got a 3% pay rise.": [(None, "Teachers", "pay", None)],
    "The port saw 9% growth.": [(None, "The port", "growth", None)],
    "The mayor wants a 10% cut in parking fees.": [(None, "The mayor", "parking fees", None)],
    # After a noun.
    "A turnout of 37% was low.": [(None, None, "turnout", None)],
    "An increase of 5% in fares was agreed.": [(None, None, "fares", None)],
    "Unemployment, at 6%, is a worry.": [(None, None, "Unemployment", None)],
    # Subjects of what is said.
    "Some 61% of tenants fear eviction.": [("tenants", None, None, "fear eviction")],
    "53% describe themselves as liberal.": [(None, None, None, "describe themselves as liberal")],
    "More than 70% of voters oppose the merger.": [("voters", None, None, "oppose the merger")],
    "Half (51%) of nurses agree.": [("nurses", None, None, "agree")],
    "It has nine mines, of which 30 percent are shut.": [("nine mines", None, None, "are shut")],
    "42% prefer Lee to Ray.": [(None, "Lee", None, "prefer Lee to Ray")],
    "Only 31% are satisfied with Dana Whitlock.": [(None, "Dana Whitlock", None, "are satisfied with Dana Whitlock")],
    "Asked about it, 62% said they knew and 4% are undecided.": [
        (None, None, None, "said they knew"), (None, None, None, "are undecided")],
    "With 97% of ballots counted, nobody left.": [("ballots counted", None, None, "counted")],
    # Whoever has, gets or causes it.
    "The island is home to 60% of the seals.": [("the seals", "The island", None, None)],
    "Farmers received only 4% of the subsidy.": [("the subsidy", "Farmers", None, None)],
    "Alcohol caused 6% of the deaths.": [("the deaths", "Alcohol", None, None)],
    "The fund sold nine offices, or 10% of its assets.": [("its assets", "The fund", None, None)],
    "The pump is 90% efficient.": [(None, "The pump", None, None)],
    "Women are 23% less likely to own land.": [(None, "Women", None, None)],
    "Farms whose debt is above 90% may close.": [(None, "Farms", "debt", None)],
    # One figure beside another.
    "Acme's sales rose 4%, compared with 3% in the spring.": [
        (None, "Acme", "sales", None), (None, "Acme", "sales", None)],
    "Turnout was 38 percent, against 41 percent in 2019.": [
        (None, None, "Turnout", None), (None, None, "Turnout", None)],
    "Some 61% of tenants fear eviction, up 5 percentage points from May.": [
        ("tenants", None, None, "fear eviction"), (None, None, None, "fear eviction")],
    "Some 51% of nurses agree, compared with 40% of doctors.": [
        ("nurses", None, None, "agree"), ("doctors", None, None, "agree")],
    "Acme's profit rose 4%, while its sales fell 2%.": [
        (None, "Acme", "profit", None), (None, "Acme", "sales", None)],
    "The index fell 2%, a drop of 3% since June.": [(None, None, "index", None), (None, None, "index", None)],
    "Ridership on the harbour ferries climbed 14%.": [(None, None, "Ridership on the harbour ferries", None)],
    "The authority said on Tuesday that freight volumes had fallen 6%.": [(None, None, "freight volumes", None)],
    "Some 61% of tenants fear eviction, compared with 40% in the city.": [
        ("tenants", None, None, "fear eviction"), ("the city", None, None, "fear eviction")],
    "The bank said in a statement it was cutting its lending rate to 7.35 percent.": [
        (None, "The bank", "lending rate", None)],
    # Contests.
    "Lee came second with 41%.": [(None, "Lee", None, None)],
    "Lee rose to 5 percent and Ray to 7 percent.": [(None, "Lee", None, None), (None, "Ray", None, None)],
    "Gomez is ahead, leading Reed by 46 percent to 35 percent.": [
        (None, "Gomez", None, None), (None, "Reed", None, None)],
    "Labour is down one point since last week on 36%.": [(None, "Labour", None, None)],
    "Dana Whitlock leads with 48 percent, while Omar Reyes trails on 41 percent.": [
        (None, "Dana Whitlock", None, None), (None, "Omar Reyes", None, None)],
}


def text(part: Part | None) -> str | None:
    return None if part is None else part.text


def test_roles() -> None:
    for sentence, expected in SENTENCES.items():
        found = factx.extract(sentence, kinds={"percentage"}).percentages
        assert [tuple(text(getattr(figure, role)) for role in ROLES) for figure in found] == expected, sentence


def test_no_words_have_two_roles() -> None:
    """A whole, a holder and a property are apart; what is said may have the holder in it."""
    for figure in figures():
        spans = sorted(part.span for part in (figure.of, figure.holder, figure.property) if part is not None)
        assert all(one.end <= other.start for one, other in pairwise(spans)), figure


def test_each_role_names_its_rule_or_reason() -> None:
    for figure in figures():
        filled = [role for role in ROLES if getattr(figure, role) is not None]
        assert [role for role, _ in figure.role_rules] == filled, figure
        assert all(rule for _, rule in figure.role_rules), figure


_, *BLOCKS = Path(__file__).with_name("roles.txt").read_text("utf-8").strip().split("\n\n")
PASSAGES = [block.split("\n    ") for block in BLOCKS]


def figures() -> Iterator[Percentage]:
    """Every figure of the sentences and of the passages, all in one text."""
    passages = [re.sub(r"[\[\]]", "", passage) for passage, *_ in PASSAGES]
    yield from factx.extract("\n\n".join([*SENTENCES, *passages]), kinds={"percentage"}).percentages


def described(figure: Percentage) -> str:
    """A figure's roles and change, as the passages have them."""
    parts = [f"{role}: {text(getattr(figure, role))}" for role in ROLES if getattr(figure, role) is not None]
    return "; ".join([*parts, *([figure.change] if figure.change else [])]) or "-"


@pytest.mark.parametrize("number", range(8))
def test_roles_in_passages(number: int) -> None:
    for passage, *expected in PASSAGES[number::8]:
        found = factx.extract(re.sub(r"[\[\]]", "", passage), kinds={"percentage", "person"}).percentages
        assert [figure.text for figure in found] == re.findall(r"\[(.*?)\]", passage)
        assert [described(figure) for figure in found] == expected, passage


@pytest.mark.parametrize(("sentence", "whole"), [
    ("Three in ten households rent.", "households"),
    ("One in ten towns lost it.", "towns"),
    ("One in ten farm land lost it.", "farm land"),
    ("One in ten smoke.", None),
    ("One in ten smokes.", None),
    ("One in five in Leeds rents.", None),
    ("One in five, households say, rents.", None),
])
def test_a_ratio_is_one_of_those_who_are_named_behind_it(sentence: str, whole: str | None) -> None:
    [figure] = factx.extract(sentence, kinds={"percentage"}, ratios=True).percentages
    assert text(figure.of) == whole


def test_rows_and_lists_cost_no_clauses_and_have_no_roles() -> None:
    """Only the first figure of a row can be what its label names; one that has a line to itself has nothing."""
    text = "Ann Lee\t45%\t40%\nTurnout:\t60%\n12%\n13%\nRents rose 4%\nfrom 3%\n\n5%\trise"
    found = factx.extract(text, kinds={"percentage"}).percentages
    assert [figure.text for figure in found] == ["45%", "40%", "60%", "12%", "13%", "4%", "3%", "5%"]
    assert [described(figure) for figure in found] == [
        "holder: Ann Lee", "-", "property: Turnout", "-", "-", "property: Rents; rise", "-", "rise",
    ]
    qualified = factx.extract("40%\t45% or more", kinds={"percentage"}).percentages
    assert [figure.mod for figure in qualified] == [None, "EQUAL_OR_MORE"]
