"""Tells places whose names look like people's by their neighbours: the Dara Morga caves; Larkin Marsh, west of."""

from __future__ import annotations

from collections.abc import Sequence

from factx.extract.people.words import Word, Words
from factx.text.tokens import BLANKS

GROUND = frozenset(
    "region regions area valley mountain mountains hill hills desert peninsula province district cave caves coast basin"
    " plateau massif gorge canyon forest forests jungle oasis enclave suburb township settlement archipelago oilfield"
    " gasfield islands island atoll reef river lake creek dam reservoir estuary delta glacier volcano crossing pass"
    " junction roundabout checkpoint".split()
)
"""Land and water that have names, in small letters after the name: the Dara Morga valley."""
SETTLED = frozenset(
    "city cities town towns village villages hamlet suburb district province municipality township county commune"
    " prefecture island port emirate neighbourhood neighborhood settlement resort oasis peninsula"
    " north south east west outskirts".split()
)
"""What stands before "of" and its name: the northern city of Ramona."""
SIDES = frozenset("north south east west northeast northwest southeast southwest".split())
LENGTHS = frozenset("kilometres kilometers km miles kms".split())
STREETS = frozenset(
    "place lane gully avenue drive creek heights gardens close crescent terrace way court square row walk mews parade"
    " hill bridge bay beach falls marsh street road point junction crossing".split()
)
"""The last words of the names of streets and places; those of people have some too."""
AT = frozenset({"at ", "off ", "along ", "in ", "near ", "outside ", "around ", "towards ", "into "})
"""What stands before a street's name, and seldom before somebody's."""
NOUNS_BEFORE = 2
"""How many words may stand between a name and the ground that it names: the Dara Morga mountain cave complex."""


def is_ground(texts: Sequence[str], end: int) -> bool:
    """Whether the name with an article that ends before the token `end` is that of land or water after it."""
    for text in texts[end:end + 1 + NOUNS_BEFORE]:
        word = text.rstrip(BLANKS)
        if word in GROUND:
            return True
        if not word.islower() or word.endswith("ed") or word in _LINKS:
            return False
    return False


_LINKS = frozenset("of in at on and or to for from with by is was were are has had as that who which said says".split())


def is_bearing(texts: Sequence[str], comma: int) -> bool:
    """Whether the comma at a place is followed by where a place lies: , west of Leeds; , some 40 km from Leeds."""
    first = texts[comma + 1]
    if first[:1].isupper() or not (first[:1].isdigit() or first.rstrip(BLANKS) in _OPENING):
        return False
    after = [text.rstrip(BLANKS).lower() for text in texts[comma + 1:comma + 8]]
    words = [word for word in after if word not in _ABOUT]
    if words[1:2] and words[0].isdecimal() and words[1] in LENGTHS:
        return True
    sides = next((i for i, word in enumerate(words) if word not in SIDES), len(words))
    return sides > 0 and words[sides:sides + 1] == ["of"]


_ABOUT = frozenset("about some around just roughly nearly -".split())
_OPENING = _ABOUT | SIDES


def is_settled(texts: Sequence[str], of: int) -> bool:
    """Whether the "of" at a place follows a place's noun or a side: the holy city | of; 20 km north | of."""
    return of > 0 and texts[of - 1].rstrip(BLANKS) in SETTLED


def is_street(last: Word, texts: Sequence[str], title: int, end: int) -> bool:
    """Whether a name's last word and the one before the name make it a street's or a place's: at Larkin Marsh."""
    owned = end < len(texts) and texts[end][:1] in "'’"
    return texts[title - 1] in AT and last.folded in STREETS and not owned  # but at Nathan Lane's house


def is_address(texts: Sequence[str], street: int) -> bool:
    """Whether the word at a place ends the name of a street: of Dunn Street | , Hartley Vale."""
    word = texts[street].rstrip(BLANKS)
    named = word.istitle() and word.lower() in ("street", "road", "avenue", "lane", "drive", "close", "crescent")
    return named and street > 0 and texts[street - 1][:1].isupper()


def are_streets(texts: Sequence[str], end: int) -> bool:
    """Whether two names share the word for streets that follows the second: Arnold and Wilson avenues."""
    last = end
    if texts[end] == "and ":
        last += 1
        while last < min(end + 4, len(texts)) and texts[last][:1].isupper():
            last += 1
    return last < len(texts) and texts[last].rstrip(BLANKS) in _SEVERAL


_SEVERAL = frozenset(
    "streets roads avenues lanes drives rivers counties districts terminals airports refineries".split()
)


def is_beside_place(before: str, words: Words, first: Word) -> bool:
    """Whether a place stands before "and", and the name alone after it may be a place's too: Perth and Darwin."""
    other = words[before]
    return bool(first.place) and other.place >= 2 and not (other.given >= 2 or other.family >= 2)
