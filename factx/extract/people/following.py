"""The evidence that stands after a candidate: its verb, its pronoun, an age, an apposition, what it has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from factx.extract.people.candidates import Candidate
from factx.extract.people.cues import Cues, cues
from factx.extract.people.places import are_streets, is_bearing, is_ground
from factx.extract.people.titles import is_adverb
from factx.extract.people.words import HYPHENS, MARKS, Profile, Word, Words
from factx.extract.people.works import NAMED_FOR, SEATS, is_body, is_place, is_several, is_ticker
from factx.text.tokens import BLANKS


def _with_blank(words: str) -> frozenset[str]:
    """The tokens of some words, with and without a blank after them."""
    return frozenset(f"{word}{blank}" for word in words.split() for blank in ("", " "))


PRONOUNS = _with_blank("he she his her him himself herself who whose")
SELF = _with_blank("himself herself")
NEUTER = _with_blank("it its itself")
POINTING = PRONOUNS | NEUTER
ITS_VERBS = frozenset(
    f"{verb} " for verb in "will would had has was is could should may might planned expected".split()
)
"""Verbs that "it" is the subject of."""
SAINTS = frozenset({"st", "st.", "saint", "san", "santa", "sao", "sant"})
PEOPLE = frozenset({"role", "kin", "rank"})
"""Tags of nouns for people."""
LOCATED = frozenset({"based", "headquartered", "area"})
"""Words that a hyphen joins only to places: a Santa Clara-based firm."""
AGENTS = frozenset(
    "lawyer lawyers attorney attorneys barrister solicitor agent publicist doctor doctors bodyguard bodyguards barber"
    " biographer therapist physician".split()
)
"""Who acts for a person, and seldom for a firm: Flores' lawyer."""
CURRENCIES = frozenset("£$€₹₦¥")
JOINS = HYPHENS | {"–"}
PAIRED = _with_blank(
    "ticket plan pact talks summit debate meeting bill coalition alliance duo feud partnership rivalry"
)
"""What two people have together: the Hale–Lund ticket."""
ROYAL = frozenset("queen king prince princess duke duchess empress lady".split())
CLOSING = frozenset({",", ".", ";", ")", ""})
GOING_ON = frozenset(
    f"{word} " for word in "was were in on at near off sank ran left lay lies went hit struck broke began sails".split()
)
MARKET = _with_blank(
    "rose fell climbed dropped slid slipped gained lost jumped surged tumbled plunged skidded added eased advanced"
    " edged closed ended sank shed soared rallied"
)
"""What a share does, before a price: Lira rose 25 cents to $4."""
PRICES = _with_blank("cent cents pence p penny pennies yen rupees baht won kobo sen francs")
PARTNERS = frozenset("sons son co co. company bros bros. brothers daughters partners associates".split())
"""What stands after a name and an ampersand in a firm's name: Hale & Sons."""
STATES = frozenset(
    "Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Mass. Md. Mich. Minn. Miss. Mo. Mont. N.C."
    " N.D. N.H. N.J. N.M. N.Y. Neb. Nev. Okla. Ont. Ore. Pa. Que. R.I. S.C. S.D. Tenn. Tex. Va. Vt. Wash. Wis. Wyo."
    .split()
)
"""States and provinces as they are abbreviated after a town."""
CRAFT = _with_blank("spacecraft telescope rover trawler ferry tanker freighter")
"""What has a name of its own, in small letters after it."""
PLACED = _with_blank("second third fourth fifth sixth")
OF_FIRMS = frozenset(
    "leader champion winner host owner rival partner sponsor holder member trader backer broker retailer buyer seller"
    " supplier operator publisher developer contractor maker producer brother sister".split()
)
"""What a firm, a team or a country may be too."""
PLURAL = frozenset({"are", "were", "have", "do", "don't", "aren't"})
"""Verbs of several, or of a firm."""
YEAR_OLD = ["-", "year", "-", "old "]
NEAR = 5
"""How many tokens after a name its pronoun may stand."""
STAFF = frozenset("analyst analysts economist economists strategist trader broker chairman chairwoman founder".split())
"""Whom firms have, in small letters after a firm's name and before their own."""
PUBS = frozenset({"arms", "inn", "tavern", "hotel", "theatre", "club"})
POLLS = _with_blank("poll polls survey surveys")
LEGAL = _with_blank("plc p.l.c. ltd llc")
"""Legal forms in small letters."""
SEATED = _with_blank(" ".join(SEATS))
ALIAS = frozenset({"alias ", "aka ", "a.k.a. "})


def look_ahead(name: Candidate, texts: Sequence[str], words: Words, found: list[Cues], *, article: bool) -> None:
    """Add the cues from what stands after a name."""
    end = name.end
    token = texts[end]
    after = words[token].profile
    if token[-3:] == "ly ":
        after = _behind_adverb(name, texts, words) or after  # Lira strongly denied
    first = after.after
    found.append(first)
    name.acts = first.acts
    if end + 1 < len(texts) and texts[end].rstrip(BLANKS) in STAFF and texts[end + 1][:1].isupper():
        found.append(cues("after:staff"))  # Maria Ivanova analyst Tom Ray
    if article and not name.lone and name.name.folded[-1] in PUBS:
        found.append(cues("the-body"))  # the Harvey Arms
    if article and len(name.name.words) > 2 and name.name.words[-1].profile.is_body:
        found.append(cues("the-body"))  # the Sam Maguire Cup
    if "firm" in after.tags and (name.shows == "person" or any(group.shows == "person" for group in found)):
        found.append(cues("person-owns"))  # a farmer named Zawadi owns
    if (name.lone or article) and token[:1].islower() and are_streets(texts, end):
        found.append(cues("after:streets"))  # Ivanova and Wilson avenues
    if name.lone and after.form == "number" and "calendar" in name.name.words[0].tags:
        found.append(cues("dated"))  # April 3
    if token in POLLS and not name.lone and name.title and texts[name.title - 1] in ("A ", "a ", "The ", "the "):
        found.append(cues("after:poll"))  # a Hale-Lund poll
    if token in LEGAL:
        found.append(cues("legal-form"))  # Ivanova plc
    elif token in ("<", "(") and is_ticker(texts, end):
        found.append(cues("after:ticker"))  # Ivanova <IVA.L>
    if token in CRAFT and not article:
        found.append(cues("after:vessel"))  # the Galileo and Ulysses spacecraft
    if article:
        _in_noun_phrase(token, after, found)
        if token[:1].islower() and is_ground(texts, end):
            found.append(cues("the-place"))  # the Tora Bora caves
        if _is_like_ship(name) and _closes(token, after):
            found.append(cues("the-full"))  # the Mary Ellen sank
    near = texts[end:end + NEAR]
    if not POINTING.isdisjoint(near):
        _point(name, near, found)
    if end + 1 < len(texts):
        if not name.lone and (token in NAMED_FOR or article and is_place(texts, end)):
            found.append(cues("after:building"))  # Shaukat Khanum hospital
        if "post-nominal" in after.tags and not texts[end + 1][:1].isupper():
            found.append(cues("after:post-nominal"))  # Lira MP
        if after.leads or token in LEADING:
            _go_on(name, after, texts, words, found, article=article)


def _behind_adverb(name: Candidate, texts: Sequence[str], words: Words) -> Profile | None:
    """The verb after an adverb that follows a name which is no place's: Lira strongly denied."""
    end = name.end
    if end + 1 == len(texts) or name.lone and name.name.words[0].place or not is_adverb(texts[end][:-1]):
        return None
    verb = words[texts[end + 1]].profile
    acts = verb.literal == "-ed" or not verb.tags.isdisjoint(("saying", "doing"))
    return verb if verb.form == "lower" and acts else None


def _point(name: Candidate, near: Sequence[str], found: list[Cues]) -> None:
    """Add the cues of the pronouns among the words after a name."""
    if near[0] in SELF:
        found.append(cues("after:himself"))  # Lira himself
    if not PRONOUNS.isdisjoint(near):
        found.append(cues("after:pronoun"))
        name.acts = True
    elif "" not in near and not _is_object(near):
        found.append(cues("after:neuter"))  # Lira said it would close


def _is_object(near: Sequence[str]) -> bool:
    """Whether the only neuter pronoun is the object of the verb after the name: Lira | called it a farce."""
    if near[1:2] != ["it "] or not near[0].islower():
        return False
    return NEUTER.isdisjoint(near[2:]) and ITS_VERBS.isdisjoint(near[2:3])


def _go_on(
    name: Candidate, after: Profile, texts: Sequence[str], words: Words, found: list[Cues], *, article: bool
) -> None:
    """Add the cues of a mark or a word after a name together with what follows it."""
    end, literal = name.end, after.literal
    if texts[end] in SEATED and texts[end + 1][:1].isupper():
        found.append(cues("after:seat"))
    if literal == ",":
        _before_comma(name, texts, words, found, article=article)
    elif literal == "(":
        if name.lone and _is_released(texts, end):
            found.append(cues("after:(year"))
        elif name.lone and "courtesy" in words[texts[end + 1]].tags:
            found.append(cues("after:(courtesy"))  # Pastor (Mrs) Ann Lee
        elif texts[end + 1].isdecimal() and texts[end + 2:end + 5:2] == ["-", "-"]:
            found.append(cues("after:(formation"))  # Trent (4-3-3)
        elif kind := words[texts[end + 1]].profile.after_comma:
            found.append(cues(f"after:({kind}"))
    elif literal in JOINS:
        _before_hyphen(name, texts, words, found)
    elif MARKS.get(literal) == "possessive":
        _before_possessive(name, texts, words, found)
    else:
        _before_word(texts, after, words[texts[end + 1]], end, found)


def _is_released(texts: Sequence[str], end: int) -> bool:
    """Whether a year in brackets is that of a work in a list: Stoker (2013), Belle (2014); but: Hale (2013) argues."""
    year, close, after = (*texts[end + 1:end + 4], "", "", "")[:3]
    return len(year) == 4 and year.isdecimal() and close[:1] == ")" and close + after[:1] in (") a", "),", ").")


def _before_word(texts: Sequence[str], after: Profile, second: Word, end: int, found: list[Cues]) -> None:
    """Add the cue of a word after a name together with the one after it."""
    if "auxiliary" in after.tags:
        if "founded" in second.tags:
            found.append(cues("after:founded"))
    elif "saying" in after.tags:
        if MARKS.get(second.profile.literal) in ("colon", "comma", "quote"):
            found.append(cues("after:saying-quote"))
    elif known := WITH_NEXT.get(texts[end]):
        cue, holds = known
        if holds(texts, end + 1):
            found.append(cues(cue))


def _is_price(texts: Sequence[str], i: int) -> bool:
    """Whether a share's price or its change stands at `i`: 25 cents, 9.5 to 200.5."""
    if not texts[i][:1].isdigit() or i + 2 >= len(texts):
        return False
    return texts[i + 1] in PRICES or texts[i + 1] == "to " and "." in texts[i] + texts[i + 2]


def _is_partner(texts: Sequence[str], i: int) -> bool:
    return texts[i].rstrip(BLANKS).lower() in PARTNERS


def _is_partner_in_name(texts: Sequence[str], i: int) -> bool:
    return texts[i][:1].isupper() and _is_partner(texts, i)


def _is_of_one(texts: Sequence[str], i: int) -> bool:
    """Whether the "who" before `i` follows the name of one: it was Hale who; not: Palestinians who."""
    return texts[i - 2].rstrip(BLANKS)[-1] != "s"


def _is_name(texts: Sequence[str], i: int) -> bool:
    return texts[i][:1].isupper()


def _is_al(texts: Sequence[str], i: int) -> bool:
    return texts[i].startswith("al.")


def _is_rank_alone(texts: Sequence[str], i: int) -> bool:
    """Whether nothing that the rank before `i` could belong to follows: Hale second and Lund third."""
    return texts[i][:1] in ",.;a"


WITH_NEXT: Final[Mapping[str, tuple[str, Callable[[Sequence[str], int], bool]]]] = {
    "& ": ("after:partners", _is_partner),  # Lira & Sons
    "and ": ("after:partners", _is_partner_in_name),  # Lira and Sons
    "who ": ("after:who", _is_of_one),
    "et ": ("after:et-al", _is_al),
    **dict.fromkeys(MARKET, ("after:market", _is_price)),  # Lira rose 3 cents
    **dict.fromkeys(ALIAS, ("after:alias", _is_name)),  # Lira alias Ann Lee
    **dict.fromkeys(PLACED, ("after:placed", _is_rank_alone)),
}
"""The words after a name that are a cue together with the next one: which cue, and what must be true of the next."""
LEADING: Final = SEATED | WITH_NEXT.keys()
"""The words after a name whose own neighbours tell more."""


def _is_like_ship(name: Candidate) -> bool:
    """Whether a name with "the" can be a ship's: the Mary Ellen, the Queen Ida; not: the Dalai Lama, the Smiths."""
    office = name.name.office
    if office is not None:
        return office.folded in ROYAL
    first = name.name.words[0]
    return not name.lone and first.given > 1 and not first.profile.is_title


def _closes(token: str, after: Profile) -> bool:
    """Whether no noun goes with the name before a token: a verb follows, a comma, "in" or the like."""
    if after.form == "mark":
        return after.literal in CLOSING
    return token in GOING_ON or after.form == "lower" and (
        after.literal == "-ed" or not after.tags.isdisjoint(("doing", "saying", "auxiliary"))
    )


def _in_noun_phrase(token: str, after: Profile, found: list[Cues]) -> None:
    """Add the cues of the word that a name with "the" stands before."""
    if "regime" in after.tags:
        found.append(cues("the-regime"))
    elif "vessel" in after.tags and after.form == "lower":
        found.append(cues("after:vessel"))  # the Mary Ellen ferry
    elif after.form == "number" and len(token.rstrip(BLANKS)) == 1:
        found.append(cues("numbered"))  # the Queen Mary 2


def _before_comma(name: Candidate, texts: Sequence[str], words: Words, found: list[Cues], *, article: bool) -> None:
    """Add the cues of what follows a name and a comma: an age, a place, an apposition, a clause."""
    i = name.end + 1
    follows = words[texts[i]]
    if follows.text in CURRENCIES and name.title and texts[name.title - 1][:1] == "(":
        found.append(cues("priced"))  # a book (Canongate, £16.99)
    if follows.text in STATES and len(name.name.words) < 3:
        found.append(cues("after:,state"))  # Ava, Mo.
    elif is_bearing(texts, name.end):
        found.append(cues("after:,bearing"))  # Larkin Marsh, west of Leeds
    kind = follows.profile.after_comma
    if not kind:
        return
    found.append(cues(f"after:,{kind}"))
    if kind == "apposition" and follows.folded in ("a", "an", "the") and _is_of_body(name, texts, i):
        found.append(cues("after:,body"))
    if kind == "place":
        if name.lone and name.name.words[0].place:
            found.append(cues("place-in-place"))
    elif kind == "number" and _is_age(texts, i) or texts[i + 2:i + 6] == YEAR_OLD and texts[i + 1].isdecimal():
        found.append(cues("after:age"))
    elif follows.folded == "who":
        if not name.lone or not (article or _is_people(name.name.words[0])):  # the Maasai, or Danes, who live there
            found.append(cues("after:,who"))
    elif kind == "apposition" and _is_office(texts, i, words):
        found.append(cues("after:,office"))


def _is_people(word: Word) -> bool:
    """Whether a word is a nation's people: Danes, Australians."""
    return "nationality" in word.tags and word.folded[-1] == "s" and not word.family


def _is_of_body(name: Candidate, texts: Sequence[str], i: int) -> bool:
    """Whether the apposition whose article is at `i` is a body's: , a charity; , the architects."""
    if is_body(texts, i):
        return True
    joined = name.title > 0 and texts[name.title - 1] in ("and ", "& ")  # Ann Lee and Tom Ray, the organisers
    return texts[i] == "the " and not joined and is_several(texts, i)


def _is_office(texts: Sequence[str], i: int, words: Words) -> bool:
    """Whether the apposition at `i` says what somebody does: the on-loan striker, his lawyer."""
    for j in range(i + 1, min(i + 7, len(texts))):
        word = words[texts[j]]
        if word.form == "mark" and word.folded != "-" or "function" in word.tags and texts[j + 1:j + 2] != ["-"]:
            return False  # but "the on-loan striker"
        if not word.tags.isdisjoint(PEOPLE) and word.form == "lower" and word.folded not in OF_FIRMS:
            after = texts[j + 1:j + 2]
            return bool(after) and (after[0][:1] in ",.;)" or after[0] in ("of ", "at ", "in ", "who ", "for "))
    return False


def _is_age(texts: Sequence[str], i: int) -> bool:
    """Whether the number at `i` is an age: Ann Lee, 45, or 45; not 45,000 nor 12:30."""
    return len(texts[i]) < 3 and texts[i].isdecimal() and i + 1 < len(texts) and texts[i + 1][:1] in (",", ";", ".", "")


def _before_hyphen(name: Candidate, texts: Sequence[str], words: Words, found: list[Cues]) -> None:
    """Add the cues of what a hyphen joins to a name: the Modi-led party, a Santa Clara-based firm, a Hale-Lund plan."""
    end = name.end
    follows = words[texts[end + 1]]
    if follows.folded in LOCATED:
        found.append(cues("after:based"))
    elif "joined" in follows.tags:
        found.append(cues("after:joined"))
    elif (
        name.lone and end + 2 < len(texts) and texts[end + 2] in PAIRED
        and (follows.family or "famous" in follows.tags)
    ):
        found.append(cues("paired"))


def _before_possessive(name: Candidate, texts: Sequence[str], words: Words, found: list[Cues]) -> None:
    """Add the cues of what a name has: his wife, his Law, the Hospital of his that a saint has."""
    follows = words[texts[name.end + 1]]
    if name.lone and "brand" in name.name.words[0].tags:
        found.append(cues("after:brand-s"))  # Macy's raised prices
    if "kin" in follows.tags:
        found.append(cues("after:kin-of"))
    elif follows.text in AGENTS and name.lone and texts[name.end + 2:name.end + 3] != ["general "]:
        found.append(cues("after:lawyer-of"))
    elif follows.form == "capital" and "named-after" in follows.tags:
        found.append(cues("after:named-after"))
    elif follows.form == "capital" and follows.profile.is_body:
        found.append(cues("after:possessive-body"))
    elif not name.lone and name.name.folded[0] in SAINTS:
        found.append(cues("after:saint-s"))
    elif ("auxiliary" in follows.tags or follows.folded in PLURAL) and name.lone:
        found.append(cues("after:brand"))  # Wendy's is cheap
    elif follows.folded == "," or "auxiliary" in follows.tags or follows.folded in PLURAL:
        found.append(cues("after:possessive-end"))
