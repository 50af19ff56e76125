"""The days of fiscal years whose first month the text tells."""

from __future__ import annotations

import pytest

import factx

YEARS: dict[str, tuple[str, str]] = {
    "The firm's fiscal year begins on July 1. In fiscal 2023 it lost money.": ("2022-07-01", "2023-06-30"),
    "Sales rose in fiscal 2022, the fiscal year that ended on Sept. 30.": ("2021-10-01", "2022-09-30"),
    "The financial year runs from April to March. It grew in FY2022-23.": ("2022-04-01", "2023-03-31"),
    "Its fiscal year starts in February. It lost money in the first quarter of fiscal 2023.": (
        "2022-02-01", "2022-04-30"
    ),
    "It lost money in fiscal 2023.": ("2023-01-01", "2023-12-31"),
    "Its fiscal year begins on July 1. In 2023 it lost money.": ("2023-01-01", "2023-12-31"),
}  # fmt: skip


@pytest.mark.parametrize("text", YEARS)
def test_days(text: str) -> None:
    dates = factx.extract(text, date="2024-05-08", kinds={"date"}).dates
    found = [(date.begin, date.until) for date in dates if date.value[:4] in ("2022", "2023")]
    assert YEARS[text] in found


def test_the_rest_of_a_year_begins_tomorrow() -> None:
    date = factx.extract("The rest of the year will be dry.", date="2024-05-08", kinds={"date"}).dates[0]
    assert (date.begin, date.until) == ("2024-05-09", "2024-12-31")
