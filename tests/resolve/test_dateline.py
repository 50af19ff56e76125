"""The day of a dateline is the same whether a text's dates are asked for or not."""

from __future__ import annotations

import pytest

from factx import extract

DAY = "2020-08-16"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("LEEDS, 16 Aug 2020 (NN) - Rain fell.", DAY),
        ("Posted on August 16, 2020 at 10:30 am by Jo Roe\nRain fell.", DAY),
        ("16.08.2020\nRain fell.", DAY),
        ("2020-08-16T10:00:00Z\nRain fell.", DAY),
        ("16/08/20 | Rain fell", DAY),
        ("Rain fell.\n\nPublished: 16th of August 2020\n\nMore rain fell.", DAY),
        ("ROWING - RESULTS.\nCARDIN, Norland 2020-08-16\nResults of the\nsecond day:\n1. Ann Lee 7:12.3", DAY),
        ("Rain fell. LEEDS, Sunday the 16th of August 2020 (NN) - More rain fell.", DAY),
        ("https://news.example/20200816/rain.html\nLEEDS, Aug 16, 2020 (NN) - Rain fell.", DAY),
        ("https://news.example/2020/08/16/rain.html\nRain fell.", None),
        ("Ann Lee said on 16 August 2020: Rain fell.", None),
        ("On 16 August 2020 the mill opened.", None),
        ("In 2019 rain fell.", None),
        ("", None),
        ("16 August 2020", DAY),
    ],
)
def test_is_the_same(text: str, day: str | None) -> None:
    assert {extract(text, kinds={kind}).date for kind in ("date", "person", "percentage", "claim")} == {day}
