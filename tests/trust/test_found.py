"""Regression tests for inputs that the fuzzer found."""

from __future__ import annotations

import pytest

import factx


@pytest.mark.parametrize(
    "text",
    [
        "It was 3% of U.S.C vote",
        "it fell 3% in A.B",
        "一. said 3% 一.一 of",
    ],
)
def test_no_exception(text):
    assert factx.extract(text, date="2020-08-16").percentages
