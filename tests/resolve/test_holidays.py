"""Movable feasts over many years, as almanacs have them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from factx.resolve import holidays
from factx.text.calendar import UNKNOWN, Unit

ALMANAC = {
    "easter": """2000-04-23 2001-04-15 2002-03-31 2003-04-20 2004-04-11 2005-03-27 2006-04-16 2007-04-08 2008-03-23
        2009-04-12 2010-04-04 2011-04-24 2012-04-08 2013-03-31 2014-04-20 2015-04-05 2016-03-27 2017-04-16 2018-04-01
        2019-04-21 2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16
        2029-04-01 2030-04-21 1818-03-22 1943-04-25 1954-04-18 1981-04-19 2049-04-18 2076-04-19""",
    "orthodox easter": """2000-04-30 2001-04-15 2002-05-05 2003-04-27 2004-04-11 2005-05-01 2006-04-23 2007-04-08
        2008-04-27 2009-04-19 2010-04-04 2011-04-24 2012-04-15 2013-05-05 2014-04-20 2015-04-12 2016-05-01 2017-04-16
        2018-04-08 2019-04-28 2020-04-19 2021-05-02 2022-04-24 2023-04-16 2024-05-05 2025-04-20""",
    "rosh hashanah": """2000-09-30 2001-09-18 2002-09-07 2003-09-27 2004-09-16 2005-10-04 2006-09-23 2007-09-13
        2008-09-30 2009-09-19 2010-09-09 2011-09-29 2012-09-17 2013-09-05 2014-09-25 2015-09-14 2016-10-03 2017-09-21
        2018-09-10 2019-09-30 2020-09-19 2021-09-07 2022-09-26 2023-09-16 2024-10-03 2025-09-23""",
    "hanukkah": """2010-12-02 2011-12-21 2012-12-09 2013-11-28 2014-12-17 2015-12-07 2016-12-25 2017-12-13 2018-12-03
        2019-12-23 2020-12-11 2021-11-29 2022-12-19 2023-12-08 2024-12-26""",
    "lunar new year": """2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-18
        2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28
        2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17""",
    "diwali": """2010-11-05 2011-10-26 2012-11-13 2013-11-03 2014-10-23 2015-11-11 2016-10-30 2017-10-19 2018-11-07
        2019-10-27 2020-11-14 2021-11-04 2022-10-24 2023-11-12""",
    "thanksgiving": "2018-11-22 2019-11-28 2020-11-26 2021-11-25 2022-11-24 2023-11-23 2024-11-28",
    "memorial day": "2018-05-28 2019-05-27 2020-05-25 2021-05-31 2022-05-30 2023-05-29 2024-05-27",
    "labor day": "2018-09-03 2019-09-02 2020-09-07 2021-09-06 2022-09-05 2023-09-04 2024-09-02",
    "election day": "2000-11-07 2004-11-02 2008-11-04 2012-11-06 2016-11-08 2020-11-03 2024-11-05",
}
CASES = [(name, day) for name, days in ALMANAC.items() for day in days.split()]


@pytest.mark.parametrize(("name", "day"), CASES, ids=lambda value: value.replace(" ", "-"))
def test_day(name: str, day: str) -> None:
    found = holidays.day(name, int(day[:4]))
    assert found is not None
    assert (found.unit, found.value) == (Unit.DAY, day)


def test_islamic_feasts_are_right_to_a_day() -> None:
    """The calendar is reckoned, the month begins with the moon that is seen."""
    seen = "2018-06-15 2019-06-04 2020-05-24 2021-05-13 2022-05-02 2023-04-21 2024-04-10".split()
    for day in map(date.fromisoformat, seen):
        found = holidays.day("eid al - fitr", day.year)
        assert found is not None
        assert abs(date.fromordinal(found.first) - day) <= timedelta(days=1)


def test_what_is_open_without_a_year() -> None:
    assert holidays.open_form("christmas") == "XXXX-12-25"
    assert holidays.open_form("easter") == holidays.open_form("labor day") == UNKNOWN[Unit.DAY]
    assert holidays.day("no such day", 2020) is None
