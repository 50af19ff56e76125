"""Texts that are not English are told by their function words; English, mixed texts and headlines are not accused."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx.text.language import foreign

SEEDS = Path(__file__).parents[2] / "seeds"
OTHERS = dict(
    line.split("\t") for line in Path(__file__).with_name("languages.tsv").read_text(encoding="utf-8").splitlines()
)


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages(code):
    found = foreign(OTHERS[code])
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_news_in_english(seed):
    assert foreign(seed.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Le Monde",
        "Macron: « La France est de retour »",
        "PARIS — “La situation est grave et les prix sont en hausse dans la région,” the mayor told reporters. He said "
        "that the council would meet again and that it had not yet been told of the plans for the library in town.",
        OTHERS["fr"] + " The mayor said that the council would meet again and that it had not been told of it. " * 3,
        "The mayor said so. " * 60 + OTHERS["de"] * 3 + "The mayor said so and left for the north. " * 60,
        "Rents up, taxes down, mayor out, council in: week in Leeds, Hull, York, Bath, Ely, Ripon, Wells, Truro, Derby",
        "3% 4% 5% " * 50,
    ],
)
def test_who_is_not_accused(text):
    assert foreign(text) is None
