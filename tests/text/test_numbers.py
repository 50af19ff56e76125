"""The values of numbers, in every way that English writes them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factx.text import numbers

VALUES = {
    "7": 7,
    "1,000": 1000,
    "1,234,567.5": Fraction("1234567.5"),
    "2.5": Fraction("2.5"),
    ". 5": Fraction("0.5"),
    "12 , 5": Fraction("12.5"),
    "1 000": 1000,
    "zero": 0,
    "Seventeen": 17,
    "twenty - five": 25,
    "twenty five": 25,
    "hundred": 100,
    "a hundred": 100,
    "one hundred and twenty": 120,
    "one - hundred": 100,
    "two thousand and five": 2005,
    "twenty - five hundred": 2500,
    "three hundred thousand": 300_000,
    "two hundred and five thousand": 205_000,
    "one million two hundred thousand and six": 1_200_006,
    "1.2 million": 1_200_000,
    "1.1 bn": 1_100_000_000,
    "four trillion": 4 * 10**12,
    "a dozen": 12,
    "two dozen": 24,
    "half a dozen": 6,
    "a half dozen": 6,
    "a couple": 2,
    "a couple of": 2,
    "three score": 60,
    "half a": Fraction(1, 2),
    "half an": Fraction(1, 2),
    "a half": Fraction(1, 2),
    "half": Fraction(1, 2),
    "half a million": 500_000,
    "a": 1,
    "a quarter": Fraction(1, 4),
    "three quarters": Fraction(3, 4),
    "two - thirds": Fraction(2, 3),
    "one - tenth": Fraction(1, 10),
    "three - tenths of one": Fraction(3, 10),
    "a quarter of a": Fraction(1, 4),
    "two and a half": Fraction(5, 2),
    "three and three quarters": Fraction(15, 4),
    "two and a half million": 2_500_000,
    "one and a half": Fraction(3, 2),
    "½": Fraction(1, 2),
    "2 ½": Fraction(5, 2),
    "5 1 / 4": Fraction(21, 4),
    "10 - 3 / 8": Fraction(83, 8),
    "9 / 32": Fraction(9, 32),
    "three point five": Fraction("3.5"),
    "zero point two five": Fraction("0.25"),
    "point five": Fraction("0.5"),
}

NOT_NUMBERS = [
    "", "percent", "per cent", "one and two", "five ten", "twenty ten", "1 / 0", "and", "point", "1.2.3", "third",
    "quarter", "1 00", "a the", "five of them", "-", "9" * 5000, " ".join(["million"] * 200),
]

ORDINALS = {
    "first": 1,
    "Third": 3,
    "twelfth": 12,
    "twentieth": 20,
    "twenty - first": 21,
    "thirty first": 31,
    "21 st": 21,
    "3 rd": 3,
    "hundredth": 100,
    "two hundredth": 200,
    "hundred and first": 101,
    "one hundred and twenty - fifth": 125,
}

NOT_ORDINALS = ["", "-", "five first", "twenty", "st", "2.5 th", "one", "and first", "ten second", "9" * 5000 + " th"]


@pytest.mark.parametrize("written", VALUES)
def test_value(written: str) -> None:
    assert numbers.value(written.split()) == VALUES[written]


@pytest.mark.parametrize("written", NOT_NUMBERS)
def test_no_value(written: str) -> None:
    assert numbers.value(written.split()) is None


@pytest.mark.parametrize("written", ORDINALS)
def test_ordinal(written: str) -> None:
    assert numbers.ordinal(written.split()) == ORDINALS[written]


@pytest.mark.parametrize("written", NOT_ORDINALS)
def test_no_ordinal(written: str) -> None:
    assert numbers.ordinal(written.split()) is None
