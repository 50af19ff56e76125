"""Recognises works and bodies whose names look like people's: “Waiting for Anna Hale”, Ela Karta, a charity."""

from __future__ import annotations

from collections.abc import Sequence

from factx.extract.people.words import MARKS, Words
from factx.text.tokens import BLANKS


def begins_title(texts: Sequence[str], end: int, words: Words, *, longer: bool) -> bool:
    """Whether a name begins the quoted title of a work: “Anna Hale's Diary”."""
    for i in range(end, min(end + 6, len(texts))):
        word = words[texts[i]]
        if word.form == "mark":
            if MARKS.get(word.folded) == "quote":
                return longer or i > end
            if word.folded not in ("'", "'s", "-", "&"):
                return False
        elif word.form == "lower" and "function" not in word.tags and word.folded != "s":
            return False
    return False


def ends_title(texts: Sequence[str], title: int, words: Words) -> bool:
    """Whether a name ends the quoted title of a work: “Waiting for Anna Hale”."""
    other = False
    for i in range(title - 1, max(-1, title - 7), -1):
        word = words[texts[i]]
        function = "function" in word.tags
        if word.form == "mark":
            return other and MARKS.get(word.folded) == "quote"
        if word.form == "lower" and not function:
            return False
        other = other or word.form == "capital"
    return False


KINDS = frozenset(
    f"{noun} " for noun in (
        "company firm chain brand retailer label startup start-up supermarket brewer brewery carmaker manufacturer"
        " giant conglomerate airline bank insurer bakery publisher band group"
    ).split()
)
"""What a firm is, before its name."""


def is_maker(end: int, texts: Sequence[str], words: Words) -> bool:
    """Whether a name after a work can be its maker's: the song Ann Lee wrote; not: the novel Jane Eyre.

    end: the token after the name.
    """
    if end == len(texts):
        return False
    after = words[texts[end]]
    if after.folded in ("is", "was", "are", "were"):
        return end + 1 < len(texts) and texts[end + 1].rstrip(BLANKS).endswith("ing")  # the film Ann Lee is making
    return after.form == "lower" and (
        after.profile.literal == "-ed" or not after.tags.isdisjoint(("saying", "doing", "auxiliary"))
    )


NAMED_FOR = frozenset(
    f"{noun}{blank}" for noun in (
        "hospital school stadium airport bridge road street college university library mosque"
    ).split() for blank in ("", " ", "\xa0")
)
"""What is named after somebody, in small letters after the name."""
PLACES = NAMED_FOR | {"park", "highway", "square", "reserve", "building", "cemetery", "memorial", "museum", "arena"}
"""The same with an article before the name and a word before the noun: the Abdul Rahman marine park."""


def is_place(texts: Sequence[str], end: int) -> bool:
    """Whether a name with an article is that of a place: the Abdul Rahman marine park."""
    return texts[end].islower() and texts[end + 1].rstrip(BLANKS) in PLACES


SEATS = frozenset(
    "assemblyman assemblywoman assemblyperson assemblymember MP MLA MLC MNA MPA councillor congressman congresswoman"
    " lawmaker mayor legislator resident native".split()
)
"""What somebody is of a place, after its name and before the own name: Telang Usan assemblyman Dennis Ngau."""
BODIES = frozenset(
    "charity company firm agency newspaper website weekly daily magazine club village town city suburb district startup"
    " start-up think-tank tank ngo nonprofit non-profit retailer brand restaurant hotel bank brewery brewer airline"
    " hospital school university college foundation band trawler ferry ship vessel outlet broadcaster publisher"
    " monastery mosque temple cathedral island river volcano township hamlet neighbourhood neighborhood".split()
)
"""What no person is, after a name and a comma."""
SEVERAL = frozenset(
    "consultants architects developers contractors organisers organizers promoters makers publishers brewers builders"
    " solicitors auditors accountants brokers jewellers jewelers printers carmakers retailers manufacturers"
    " distributors administrators liquidators engineers surveyors insurers bookmakers"
    " operators producers distillers".split()
)
"""What a firm is, after a name, a comma and "the"."""
OTHERS = frozenset("at with by to from and who whose as".split())
"""Words after which the body is another one: an employee at a company."""
CLOSING = frozenset(", . ) ; in of that which on near for based outside north south east west run founded".split())


def is_ticker(texts: Sequence[str], opening: int) -> bool:
    """Whether the bracket at a place holds a share's letters: <IVA.L>, (NYSE: IVA), (IVA.O)."""
    inside = [text.rstrip(BLANKS) for text in texts[opening + 1:opening + 5]]
    if texts[opening] == "<":
        return bool(inside) and inside[0].isupper() and any(text[:1] == ">" for text in inside)
    if len(inside) < 3:
        return False
    first, mark, last = inside[:3]
    if mark == ":":
        return first in EXCHANGES and last.isupper()
    letters, dot, market = first.rpartition(".") if mark == ")" else (first, mark, last)
    return dot == "." and len(letters) > 1 and letters.isupper() and market in MARKETS


EXCHANGES = frozenset("NYSE NASDAQ Nasdaq LSE ASX TSX TSE AMEX HKEX BSE NSE OTC AIM SGX JSE Euronext NYSEARCA".split())


MARKETS = frozenset("L O N K AX TO DE PA AS MI MC ST HK SI KS NS BO TA SA JO".split())
"""What a market is written with behind the letters of a share: (MOO.L)."""


def is_several(texts: Sequence[str], article: int) -> bool:
    """Whether the apposition whose article stands at a place is of a firm's trade: Hale Partners, the architects,"""
    return any(
        text.rstrip(BLANKS) in SEVERAL and after.rstrip(BLANKS) in CLOSING
        for text, after in zip(texts[article + 1:article + 3], texts[article + 2:article + 4], strict=False)
    )


def is_body(texts: Sequence[str], article: int) -> bool:
    """Whether the apposition whose article stands at a place says that a name is a body's or a place's: , a charity,"""
    for i in range(article + 1, min(article + 6, len(texts) - 1)):
        word = texts[i].rstrip(BLANKS)
        if word in BODIES and texts[i + 1].rstrip(BLANKS) in CLOSING:
            return True
        if not (word.isalpha() or word == "-") or word in CLOSING or word in OTHERS:
            return False
    return False
