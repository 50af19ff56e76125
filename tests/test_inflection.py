"""The forms of regular verbs."""

from __future__ import annotations

import pytest

from factx.lexicon.inflection import regular


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("ask", "asked asking asks"),
        ("agree", "agreed agreeing agrees"),
        ("argue", "argued arguing argues"),
        ("deny", "denied denying denies"),
        ("convey", "conveyed conveying conveys"),
        ("stress", "stressed stressing stresses"),
        ("veto", "vetoed vetoing vetoes"),
        ("bag", "bagged bagging bags"),
        ("warn", "warned warning warns"),
    ],
)
def test_regular(verb: str, forms: str) -> None:
    assert list(regular(verb)) == forms.split()
