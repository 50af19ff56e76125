"""Descriptions of people by what they are: the mayor, a retired postman, the Serb, Ohio's 54-year-old governor."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from factx import lexicon
from factx.expressions import compiled
from factx.extract.people import Gender
from factx.records import NamedTuple
from factx.syntax.words import classes

Determiner: TypeAlias = Literal["definite", "owned", "indefinite", "bare"]

HEAD_ENDS = compiled(r",| who\b| whose\b|\s(?:of|for|from|at|in|on|with|to|by|near|about)\s|[(–—]|\s-\s|--")
"""Words and marks that end the head of a title or of a description."""
WORD = compiled(r"[^\W\d_](?:\.[^\W\d_]\b)*[\w-]*|\d+-\w[\w-]*")
REMEMBERED = 2_000
"""How many descriptions and words are remembered."""

_DETERMINED = compiled(
    r"(?:(?P<definite>[Tt](?:he|his|hat))|(?P<owned>[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)|(?P<indefinite>[Aa]n?|[Oo]ne|[Aa]nother))"
    r"\s+(?=\S)"
)
_OWNER = compiled(r"((?:[\w.&-]+\s+){0,4}?[\w.&-]+)(?:[’']s|(?<=s)[’'])\s+(?=\S)")
_AGE = compiled(r"([\w]+(?:-\w+)?)-year-old$", re.IGNORECASE)
_CHILDREN = compiled(r" of (?:one|two|three|four|five|six|seven|eight|nine|ten|\d\d?)\b")
_COMPLEMENT = compiled(r"\s(?:of|for|from|at|to|with)\s(?:the\s)?([^,.;:?!()–—\n]{1,60})")
_PERSONAL = ("man", "woman", "person", "ologist", "ician")
"""Endings of nouns for people."""
_NOT_PERSONAL = frozenset("ottoman talisman human superhuman".split())
_TITLES = ("honorific", "courtesy", "role", "rank", "short-rank")
"""The sections of the lexicon people whose words are nouns for people."""
_MANY = ("sh", "ch", "ese", "ss")
"""Endings of adjectives for a people that stand for all of it too: the French, the Chinese."""
_KIN = frozenset(
    "wife husband widow widower son daughter brother sister father mother uncle aunt nephew niece cousin grandson"
    " friend granddaughter grandfather grandmother fiance fiancee girlfriend boyfriend partner neighbour"
    " neighbor".split()
)
_FREE = frozenset("presidential former then longtime current outgoing own late new ex co".split())
"""Words that go with an office without making it another one."""
UNDER = frozenset({"vice", "deputy", "shadow"})
"""Words that make an office the one below it."""


class Description(NamedTuple):
    """A noun phrase that describes one person, taken apart.

    head: the noun, by the word that stands for its other forms too (`same` in roles.txt); "" in "the 54-year-old".
    age: as it is written; "" where the words tell of the person's own life too: the father of two.
    telling: what tells this one from others of that head, names with a capital, nations by theirs: prime, Ohio, kenya.
    """

    determiner: Determiner
    noun: str
    head: str
    telling: frozenset[str]
    nation: str | None
    gender: Gender | None
    age: str | None


@lru_cache(REMEMBERED)
def described(text: str) -> Description | None:
    """The description that a noun phrase is; None if it has no noun, or no sign of being one."""
    determined = _DETERMINED.match(text)
    kind = determined.lastgroup if determined else None
    noun = text[determined.end():] if determined else text
    owner = _OWNER.match(noun)
    if owner is not None:
        noun = noun[owner.end():]
        kind = "definite" if nation_of(owner[1].rpartition(" ")[2].lower()) else "owned"
    end = HEAD_ENDS.search(noun)
    words = _words(noun[: end.start()] if end else noun)
    if not words or kind is None and not text[0].isupper():
        return None
    if len(words) > 1 and (compound := _roles()["same"].get(" ".join(words[-2:]).lower())):
        words[-2:] = [compound]
    ages = [found[1].lower() for word in words if (found := _AGE.match(word))]
    last = "" if _AGE.match(words[-1]) else words[-1].lower()
    telling = telling_of([*WORD.findall(owner[1] if owner else ""), *words[:-1]])
    if end is not None:
        telling |= complement_of(noun, end.start())
    nation = nation_of(last) or next((word for word in telling if word in _nations()[1]), None)
    determiner: Determiner = kind or "bare"  # type: ignore[assignment]
    age = ages[0] if ages else "" if end and _CHILDREN.match(noun, end.start()) else None
    return Description(determiner, last, stands_for(last), telling, nation, gender_of_noun(last), age)


def _words(noun: str) -> list[str]:
    """The words of a noun phrase, those joined to a noun for a person apart: vice-president."""
    words = WORD.findall(noun)
    if "-" in words[-1] if words else False:
        *first, last = words[-1].split("-")
        if is_person(last.lower()) and first != [""]:
            words[-1:] = [*first, last]
    return words


def complement_of(text: str, start: int) -> frozenset[str]:
    """The names in what belongs to a noun that ends at an offset, and their initials: the head | of the World Bank."""
    found = _COMPLEMENT.match(text, start)
    names = [word for word in WORD.findall(found[1]) if word[0].isupper()] if found else []
    initials = ["".join([name[0] for name in names])] if len(names) > 1 else []
    return telling_of(names + initials)


def telling_of(words: list[str]) -> frozenset[str]:
    """The words before a head that tell whom it denotes: not those that merely adorn it."""
    return frozenset([told for word in words if (told := _told(word))])


@lru_cache(REMEMBERED)
def _told(word: str) -> str:
    """A word as it tells of somebody; "" if it does not."""
    lower = word.lower()
    nation = _nations()[0].get(lower)
    if nation is not None:
        return nation
    if lower in _roles()["same"]:
        return stands_for(lower)
    if lower in _FREE or not word[0].isalpha() or _AGE.match(word):
        return ""
    if lower in lexicon.load("people")["modifier"]:
        return lower
    if word[0].isupper():
        return word
    return lower if classes(lower)[:1] in ("N", "n") else ""


def is_person(noun: str) -> bool:
    """Whether a noun, in lower case and the singular, is one for a person."""
    return noun in _nouns() or noun.endswith(_PERSONAL) and noun not in _NOT_PERSONAL or noun in _demonyms()


def is_office(head: str) -> bool:
    """Whether a head denotes somebody only by what the text says of that person: the mayor; not: the striker."""
    return head in _roles()["office"]


def is_home(word: str) -> bool:
    """Whether a telling word is a name, of a place, a firm, a party."""
    return word[0].isupper() or word in _nations()[1]


def is_nation(word: str) -> bool:
    return word in _nations()[1]


def stands_for(noun: str) -> str:
    """The word that stands for a noun and others that mean the same: lawyer, for attorney."""
    return _roles()["same"].get(noun, noun)


def nation_of(word: str) -> str | None:
    """The nation that a word in lower case names, or whose people it is for."""
    return _nations()[0].get(word)


@lru_cache(REMEMBERED)
def covered(head: str) -> frozenset[str]:
    """The heads that a head can stand for, itself not among them: lawmaker for senator."""
    return frozenset(_roles()["general"].get(head, "").split())


def is_kin(head: str) -> bool:
    """Whether a head says whose relative somebody is."""
    return head in _KIN


def may_be_many(about: Description) -> bool:
    """Whether a description may be of a whole people: the French."""
    return about.noun.endswith(_MANY) and about.noun in _demonyms()


def is_trade(head: str) -> bool:
    """Whether a head says what somebody does, so that who is known to do something else is hardly meant: the baker."""
    return head != "" and head not in _roles()["any"] and head not in _demonyms()


def in_scene(head: str) -> bool:
    """Whether a head is a part in a scene, of which the others are known not to be meant: the defendant."""
    return head in _roles()["scene"]


@lru_cache(REMEMBERED)
def _part(head: str) -> str:
    """The part in a scene that a head is, or is one of: player for striker; "" if it is none."""
    scene = _roles()["scene"]
    return head if head in scene else next((part for part in scene if head in covered(part)), "")


def clash(one: str, other: str) -> bool:
    """Whether two heads are different parts in one scene: judge and defendant."""
    part, played = _part(one), _part(other)
    return part != played and part != "" and _roles()["scene"].get(part) == _roles()["scene"].get(played)


@cache
def _roles() -> lexicon.Sections:
    return lexicon.load("roles")


@cache
def _nouns() -> dict[str, str]:
    """The nouns for people, each with the gender that it implies."""
    people = lexicon.load("people")
    titles = {noun: gender for tag in _TITLES for noun, gender in people.get(tag, {}).items()}
    return titles | {noun: titles.get(noun, "") for noun in _roles()["same"]} | dict(_roles()["person"])


@lru_cache(REMEMBERED)
def gender_of_noun(noun: str) -> Gender | None:
    """The gender that a noun implies: actress, spokesman, Irishwoman."""
    if noun.endswith("woman"):
        return "f"
    gender = _nouns().get(noun) or ("m" if noun.endswith("man") and is_person(noun) else "")
    return "f" if gender == "f" else "m" if gender == "m" else None


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(word for words in lexicon.load("nations")["nation"].values() for word in words.split())


@cache
def _nations() -> tuple[dict[str, str], frozenset[str]]:
    """Words for nations and their people, each with the nation; and the nations."""
    listed = lexicon.load("nations")["nation"]
    words = {word: nation for nation, others in listed.items() for word in others.split()}
    names = {nation: nation for nation in listed} | dict(lexicon.load("nations")["name"])
    return words | names, frozenset(listed)


@lru_cache(REMEMBERED)
def covering(head: str) -> frozenset[str]:
    """The heads that can stand for a head: lawmaker, politician ... for senator."""
    return frozenset(general for general in _roles()["general"] if head in covered(general))


@lru_cache(REMEMBERED)
def nation_words(nation: str) -> tuple[str, ...]:
    """The words for a nation and its people."""
    listed = lexicon.load("nations")
    names = [name for name, other in listed["name"].items() if other == nation]
    return nation.replace("-", " "), *listed["nation"][nation].split(), *names


@lru_cache(REMEMBERED)
def spelled(head: str) -> tuple[str, ...]:
    """The nouns that a head stands for: attorney, barrister, ... for lawyer."""
    return head, *[noun for noun, other in _roles()["same"].items() if other == head]
