"""Whose name a source gives: that of the one person whom it is about, or nobody's."""

from __future__ import annotations

import pytest

import factx

NAMED: dict[str, str | None] = {
    "Ann Lee": "Ann Lee",
    "Mayor Ann Lee": "Ann Lee",
    "Ann Lee, the mayor,": "Ann Lee",
    "Ann Lee of Leeds": "Ann Lee",
    "Ann Lee, 54,": "Ann Lee",
    "Ann Lee, who left,": "Ann Lee",
    "Reed's attorney, Ann Lee,": "Ann Lee",
    "Tom Hall's attorney, Ann Lee,": "Ann Lee",
    "Tom Hall's wife Ann Lee": "Ann Lee",
    "Iceland's minister of fisheries Ann Lee": "Ann Lee",
    "Mother of three Ann Lee": "Ann Lee",
    "Chairman of the doctors' union Ann Lee": "Ann Lee",
    "Founder and owner Ann Lee": "Ann Lee",
    "Labour's Ann Lee": "Ann Lee",
    "Cope & Hart's Ann Lee": "Ann Lee",
    "WHO chief Ann Lee": "Ann Lee",
    "One, Ann Lee,": "Ann Lee",
    "The spokesman for Tom Hall, Ann Lee,": "Ann Lee",
    "Democrat Ann Lee": "Ann Lee",
    "Ann Lee, mayor of Leeds and friend of Tom Hall,": "Ann Lee",
    "Ann Lee's lawyer": None,
    "A friend of Ann Lee": None,
    "A friend of actor Tom Hall": None,
    "Sources close to Ann Lee": None,
    "The Ann Lee campaign": None,
    "Ann Lee and Tom Hall": None,
    "Ann Lee of Leeds and Tom Hall of Cork": None,
    "Ann Lee, Tom Hall and Kate Ray": None,
    "Police and Mayor Ann Lee": None,
    "The mayor and the pilot Ann Lee": None,
    "Some players, including Ann Lee,": None,
    "Players, Ann Lee among them,": None,
    "Doctors treating Ann Lee": None,
    "Neither Tom Hall nor Ann Lee": None,
    "The firm, founded by Ann Lee,": None,
    "Two aides, Ann Lee and Tom Hall,": None,
}


@pytest.mark.parametrize("source", NAMED)
def test_name(source: str) -> None:
    names = {claim.name for claim in factx.extract(f"{source} said that it was late.").claims}
    assert names == {NAMED[source]}
