"""The evidence that a candidate's neighbours give: what stands before it, what follows it."""

from __future__ import annotations

from collections.abc import Sequence

from factx.extract.people.candidates import Candidate
from factx.extract.people.cues import Cues, cues
from factx.extract.people.labels import LABEL, is_known, is_label, is_place, opens_line
from factx.extract.people.titles import is_adverb
from factx.extract.people.words import HYPHENS, MARKS, Profile, Word, Words
from factx.extract.people.works import (
    BODIES,
    SEATS,
    begins_title,
    ends_title,
    is_body,
    is_maker,
    is_place_for,
    is_several,
)
from factx.text.tokens import BLANKS, Tokens


def _with_blank(words: str) -> frozenset[str]:
    """The tokens of some words, with and without a blank after them."""
    return frozenset(f"{word}{blank}" for word in words.split() for blank in ("", " "))


PRONOUNS = _with_blank("he she his her him himself herself who whose")
BORN = _with_blank("née nee né Née")
SELF = _with_blank("himself herself")
NEUTER = _with_blank("it its itself")
SUBJECTS = frozenset({"he ", "she ", "He ", "She "})
JOINING = frozenset({"that ", "and ", "because ", "when ", "but ", "while ", "as ", "if "})
"""Words before a pronoun that stands for the subject before them: Lira was so happy that she wept."""
DASHES = frozenset({"— ", "– ", "-- ", "- "})
SAINTS = frozenset({"st", "st.", "saint", "san", "santa", "sao", "sant"})
FORMERLY = frozenset({"formerly", "then", "previously", "now", "once", "originally"})
"""What was formerly known as something else is no person."""
PEOPLE = frozenset({"role", "kin", "rank"})
"""Tags of nouns for people."""
HUMANS = frozenset("man woman boy girl child baby teenager youth lad guy person student pupil".split())
LOCATED = frozenset({"based", "headquartered", "area"})
"""Words that a hyphen joins only to places: a Santa Clara-based firm."""


def weigh(name: Candidate, tokens: Tokens, words: Words) -> None:
    """Add the cues from the neighbours of a name."""
    found = name.evidence
    article = _look_back(name, tokens.words, words, found)
    if name.end < len(tokens.words):
        _look_ahead(name, tokens.words, words, found, article=article)
    else:
        found.append(cues("after:end"))
    score = name.score
    lone = name.name.lone
    for group in found:
        score += group.lone if lone else group.full
        if group.shows:
            name.shows = group.shows
    name.score = score


def _look_back(name: Candidate, texts: Sequence[str], words: Words, found: list[Cues]) -> bool:
    """Add the cues from what stands before a name; whether that is "the"."""
    title = name.title
    if title == 0:
        found.append(cues("before:end"))
        _open_line(name, texts, words, found)
        return False
    before = words[texts[title - 1]].profile
    found.append(before.before)
    if name.name.lone and "place-before" not in before.tags:
        only = name.name.words[0].profile
        if only.is_given:
            found.append(cues("given-alone"))
        elif only.plain_given:
            found.append(cues("plain-given"))
    literal = before.literal
    if texts[title - 1] in BORN:
        found.append(cues("before:née"))
    if literal == "the" and name.name.lone and name.name.words[0].profile.is_title:
        found.append(cues("the-title"))  # the Emir; but "the Emir government"
    if before.form == "mark":
        _behind_mark(name, literal, texts, words, found)
        if literal in JOINS and name.name.lone and name.end < len(texts) and texts[name.end] in PAIRED:
            found.append(cues("paired"))
    elif title > 1:
        _behind_word(name, before, texts, words, found)
    if name.end < len(texts) and texts[name.end][0:1] in ENDING_QUOTES and ends_title(texts, title, words):
        found.append(cues("in-title"))
    return literal == "the"


ENDING_QUOTES = frozenset({"”", '"', "’", "'", "»"})


def _behind_mark(name: Candidate, literal: str, texts: Sequence[str], words: Words, found: list[Cues]) -> None:
    """Add the cues of a mark before a name, and of what stands before the mark."""
    title = name.title
    kind = MARKS.get(literal)
    if kind == "end":
        _open_line(name, texts, words, found)
    elif literal == "," or literal == ".":
        second = words[texts[title - 2]].profile if title > 1 else None
        if second is not None and second.form == "number":
            found.append(cues("before:number-stop"))
        elif second is not None and second.after_comma == "apposition":
            found.append(cues("before:role-comma"))
        elif second is not None and title > 3 and texts[title - 2] in BODIES and texts[title - 3] in OWNERS:
            found.append(cues("before:body-comma"))  # Lovric's firm, Gradnja Lovric
        elif second is not None and second.place > 1 and _is_of_university(texts, title - 3, words):
            found.append(cues("before:campus"))  # the University of California, Berkeley
    elif kind == "closing":
        if title > 1 and words[texts[title - 2]].folded in RETIRED:
            found.append(cues("behind-rank"))
    elif kind == "quote":
        _then_pronoun(name, texts, words, found)
        second = words[texts[title - 2]].profile if title > 1 else None
        if name.end < len(texts) and "saying" in words[texts[name.end]].tags:
            found.append(cues("quote-name-saying"))
        if begins_title(texts, name.end, words, longer=title < name.start):
            found.append(cues("in-title"))
        elif second is not None and "naming" in second.tags:
            found.append(cues("before:naming"))
        elif second is not None and second.literal == "as" and _is_called(texts, title - 2, words):
            found.append(cues("before:known-as"))


def _is_of_university(texts: Sequence[str], i: int, words: Words) -> bool:
    """Whether the word at `i` is the "of" behind what may have a campus: University of."""
    return i > 0 and texts[i] == "of " and words[texts[i - 1]].folded in ("university", "college", "institute")


RETIRED = frozenset({"rtd", "retd", "ret", "retired"})
"""What stands in brackets between a rank and a name: Maj. Gen. (rtd) Anna Hale."""


def _behind_word(name: Candidate, before: Profile, texts: Sequence[str], words: Words, found: list[Cues]) -> None:
    """Add the cues of a word before a name together with the one before it."""
    title, literal = name.title, before.literal
    second = words[texts[title - 2]]
    if literal == "and":
        if name.name.lone and f"{second.folded} {name.name.folded[0]}" in words.vocabulary.eponyms:
            found.append(cues("eponym"))  # Marks and Spencer
    elif literal == "in":
        found.append(cues("before:in"))
    elif literal in CALLING and _is_called(texts, title - 1, words):
        found.append(cues("before:known-as"))
    elif literal in PREPOSITIONS:
        _behind_preposition(title, literal, texts, words, found)
    elif "work" in before.tags and not is_maker(name.end, texts, words):
        found.append(cues("before:work-title"))
    elif before.form == "lower" and not before.tags.isdisjoint(PEOPLE):
        if texts[title - 2] in OWNERS and ("kin" in before.tags or _is_ones_own(texts[title - 1].rstrip(BLANKS))):
            found.append(cues("before:own-kin"))  # her daughter Akiru, his friend Bonosus
    elif before.form == "number" and second.profile.literal == "in":
        found.append(cues("before:in-year"))
    elif before.form == "lower" and texts[title - 1] in LONGING and texts[title - 2] in LONGERS:
        found.append(cues("before:missing"))  # we all miss Gordon
    elif "saying" in before.tags:
        if second.profile.literal == "," and title > 2:
            second = words[texts[title - 3]]  # "It is over", says Hale
        if MARKS.get(second.profile.literal) == "quote":
            found.append(cues("before:quote-saying"))


LONGING = frozenset({"miss ", "missed ", "mourn ", "mourned ", "adore ", "adored ", "forgive ", "forgave "})
LONGERS = frozenset({"we ", "We ", "I ", "they ", "They ", "all ", "always ", "will ", "’ll ", "'ll ", "still "})
"""What stands before verbs of what one feels for somebody."""


def _is_ones_own(noun: str) -> bool:
    """Whether a noun behind "his" is of one person, and of no firm or team: his friend; not: their rivals."""
    return noun not in OF_FIRMS and (noun[-1] != "s" or noun[-2:] == "ss")


PREPOSITIONS = frozenset({"of", "at", "for", "from", "to"})
CALLING = frozenset({"as", "named", "called"})


def _behind_preposition(title: int, literal: str, texts: Sequence[str], words: Words, found: list[Cues]) -> None:
    """Add the cues of a preposition before a name and of the word that it belongs to."""
    tags = words[texts[title - 2]].tags
    if literal == "of" and texts[title - 2] == ", " and title > 2 and texts[title - 3].rstrip(BLANKS).isdecimal():
        found.append(cues("before:home"))  # aged 22, of Porth
    if literal == "of" and _is_full(texts, title - 2, words):
        found.append(cues("before:person-of"))  # Avi Katz of Skadden Arps
    if literal == "of" and title > 2 and texts[title - 3] == "The " and _is_inner_title(texts, title - 2, words):
        found.append(cues("in-titled"))  # Her last book, The Trial of Maria Wren
    if literal == "of" and "kin" in tags and texts[title - 2].rstrip(BLANKS)[-1] != "s":
        found.append(cues("before:kin-of"))  # husband of Merle
    elif not tags.isdisjoint(OFFICES):
        found.append(cues("before:role-of" if literal == "of" else "before:role-at"))
        if texts[title - 2].rstrip(BLANKS) in SEATS:
            found.append(cues("before:seat"))  # the MP for Ivanova
    elif "travel" in tags:
        found.append(cues("before:travel"))


OFFICES = frozenset({"role", "honorific", "rank"})
OWNERS = frozenset({"his ", "her ", "their ", "my ", "our ", "'s ", "’s "})


def _is_inner_title(texts: Sequence[str], i: int, words: Words) -> bool:
    """Whether "The" before the noun at `i` has its capital within a sentence, as a work's title has: nobody's office."""
    noun = words[texts[i]]
    if noun.form != "capital" or noun.profile.is_title or i < 2 or noun.common < 2 or "place-noun-before" in noun.tags:
        return False
    return texts[i - 2] == ", " or texts[i - 2][:1].islower()


def _is_full(texts: Sequence[str], i: int, words: Words) -> bool:
    """Whether a person's full name ends at `i`, to judge by its last two words."""
    if i < 1:
        return False
    given, family = words[texts[i - 1]], words[texts[i]]
    return given.given > 1 and given.place < 2 and family.form == "capital" and family.family > 0 and family.place < 2


def _is_called(texts: Sequence[str], i: int, words: Words) -> bool:
    """Whether somebody is called so behind the "as" or the "named" at `i`: known as, a friend named; no former name."""
    if i == 0:
        return False
    before = words[texts[i - 1]]
    if words[texts[i]].profile.literal != "as":
        if i > 1 and texts[i] == "called " and texts[i - 1] == ", ":
            return _is_full(texts, i - 2, words)  # Nikola Babic, called Niko by all
        return before.folded in HUMANS or not before.tags.isdisjoint(PEOPLE)
    return before.profile.literal in ("known", "called") and (i < 2 or words[texts[i - 2]].folded not in FORMERLY)


def _open_line(name: Candidate, texts: Sequence[str], words: Words, found: list[Cues]) -> None:
    """Add the cues of a name that opens a sentence or a line: “HALE: Good morning”; “Sue slept badly. She rose.”"""
    end = name.end
    if is_label(texts, name.title, end, shortest=3 if is_known(name) else LABEL):
        found.append(cues("dateline" if is_place(name, texts) else "label"))
    if texts[end - 1].isupper() and not DASHES.isdisjoint(texts[end:end + 7]) and opens_line(texts, name.title):
        found.append(cues("dateline"))  # LINCOLN, Neb. — Police said
    _then_pronoun(name, texts, words, found)


def _then_pronoun(name: Candidate, texts: Sequence[str], words: Words, found: list[Cues]) -> None:
    """Add the cues of a pronoun behind a name that opens a sentence, which must stand for it or for another one."""
    end = name.end
    if name.name.lone and not SUBJECTS.isdisjoint(texts[end:end + 25]):
        only = _is_only(texts, end, words)
        found.append(cues("then:pronoun", "then:only-pronoun") if only else cues("then:pronoun"))


def _is_only(texts: Sequence[str], end: int, words: Words) -> bool:
    """Whether only a name can be who the pronoun after it is: Indo left Rome in May. She was old."""
    for i in range(end, end + 25):
        if texts[i] in SUBJECTS:
            return texts[i][0].isupper() or texts[i - 1] in JOINING
        if texts[i][:1].isupper() and not _is_nobody(words[texts[i]]):
            return False
    return False


def _is_nobody(word: Word) -> bool:
    """Whether a word is a place's, a nation's or a month's name, and no person's."""
    named = word.given > 1 or word.family > 1
    return not named and (word.place > 0 or not word.tags.isdisjoint(("nationality", "calendar")))


def _look_ahead(name: Candidate, texts: Sequence[str], words: Words, found: list[Cues], *, article: bool) -> None:
    """Add the cues from what stands behind a name."""
    end = name.end
    after = words[texts[end]].profile
    placed = name.name.lone and name.name.words[0].place
    if texts[end][-3:] == "ly " and end + 1 < len(texts) and not placed and is_adverb(texts[end][:-1]):
        verb = words[texts[end + 1]].profile
        if verb.form == "lower" and (verb.literal == "-ed" or not verb.tags.isdisjoint(("saying", "doing"))):
            after = verb  # Lira strongly denied
    found.append(after.after)
    name.acts = after.after.acts
    if article and len(name.name.words) > 2 and name.name.words[-1].profile.is_body:
        found.append(cues("the-body"))  # the Sam Maguire Cup
    if "firm" in after.tags and (name.shows == "person" or any(group.shows == "person" for group in found)):
        found.append(cues("person-owns"))  # a farmer named Zawadi owns
    if article:
        _in_noun_phrase(texts[end], after, found)
    near = texts[end:end + 5]
    if near[0] in SELF:
        found.append(cues("after:himself"))  # Lira himself
    if not PRONOUNS.isdisjoint(near):
        found.append(cues("after:pronoun"))
        name.acts = True
    elif not NEUTER.isdisjoint(near) and "" not in near:
        found.append(cues("after:neuter"))
    if end + 1 == len(texts):
        return
    literal = after.literal
    if not name.name.lone and is_place_for(texts, end, article=article):
        found.append(cues("after:building"))
    if texts[end].rstrip(BLANKS) in SEATS and texts[end + 1][:1].isupper():
        found.append(cues("after:seat"))
    if literal == ",":
        _before_comma(name, texts, words, found, article=article)
    elif literal == "(":
        if name.name.lone and _is_released(texts, end):
            found.append(cues("after:(year"))
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
    """Add the cues of a word behind a name together with the one behind it."""
    if "auxiliary" in after.tags:
        if "founded" in second.tags:
            found.append(cues("after:founded"))
    elif "saying" in after.tags:
        if MARKS.get(second.profile.literal) in ("colon", "comma", "quote"):
            found.append(cues("after:saying-quote"))
    elif texts[end] == "who " and texts[end - 1].rstrip(BLANKS)[-1] != "s":
        found.append(cues("after:who"))  # it was Hale who; not: Palestinians who
    elif texts[end] == "et " and texts[end + 1][:3] == "al.":
        found.append(cues("after:et-al"))
    elif texts[end] in PLACED and texts[end + 1][:1] in ",.;a":
        found.append(cues("after:placed"))  # Hale second and Lund third


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
    kind = follows.profile.after_comma
    if not kind:
        return
    found.append(cues(f"after:,{kind}"))
    if kind == "apposition" and follows.folded in ("a", "an", "the") and (is_body(texts, i) or (
        follows.folded == "the" and not (name.title and texts[name.title - 1] in ("and ", "& ")) and is_several(texts, i)
    )):
        found.append(cues("after:,body"))
    if kind == "place":
        if name.name.lone and name.name.words[0].place:
            found.append(cues("place-in-place"))
    elif kind == "number" and _is_age(texts, i) or texts[i + 2:i + 6] == YEAR_OLD and texts[i + 1].isdecimal():
        found.append(cues("after:age"))
    elif follows.folded == "who":
        if not (article and name.name.lone):  # the Maasai, who live there
            found.append(cues("after:,who"))
    elif kind == "apposition" and _is_office(texts, i, words):
        found.append(cues("after:,office"))


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
PLACED = _with_blank("second third fourth fifth sixth")
OF_FIRMS = frozenset(
    "leader champion winner host owner rival partner sponsor holder member trader backer broker retailer buyer seller"
    " supplier operator publisher developer contractor maker producer brother sister".split()
)
"""What a firm, a team or a country may be too."""
PLURAL = frozenset({"are", "were", "have", "do", "don't", "aren't"})
"""Verbs of several, or of a firm."""
YEAR_OLD = ["-", "year", "-", "old "]


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
        name.name.lone and end + 2 < len(texts) and texts[end + 2] in PAIRED
        and (follows.family or "famous" in follows.tags)
    ):
        found.append(cues("paired"))


def _before_possessive(name: Candidate, texts: Sequence[str], words: Words, found: list[Cues]) -> None:
    """Add the cues of what a name has: his wife, his Law, the Hospital of his that a saint has."""
    follows = words[texts[name.end + 1]]
    if "kin" in follows.tags:
        found.append(cues("after:kin-of"))
    elif follows.text in AGENTS and name.name.lone and texts[name.end + 2:name.end + 3] != ["general "]:
        found.append(cues("after:lawyer-of"))
    elif follows.form == "capital" and "named-after" in follows.tags:
        found.append(cues("after:named-after"))
    elif follows.form == "capital" and follows.profile.is_body:
        found.append(cues("after:possessive-body"))
    elif not name.name.lone and name.name.folded[0] in SAINTS:
        found.append(cues("after:saint-s"))
    elif ("auxiliary" in follows.tags or follows.folded in PLURAL) and name.name.lone:
        found.append(cues("after:brand"))  # Wendy's is cheap
    elif follows.folded == "," or "auxiliary" in follows.tags or follows.folded in PLURAL:
        found.append(cues("after:possessive-end"))
