"""The evidence that stands before a candidate: a title's preposition, a verb, a mark, the beginning of a line."""

from __future__ import annotations

from collections.abc import Sequence

from factx import lexicon
from factx.extract.people.candidates import Candidate
from factx.extract.people.cues import Cues, cues
from factx.extract.people.following import JOINS, OF_FIRMS, PAIRED, PEOPLE
from factx.extract.people.labels import LABEL, is_known, is_label, is_place, opens_line
from factx.extract.people.places import is_address, is_beside_place, is_settled, is_street
from factx.extract.people.titles import is_noun
from factx.extract.people.words import MARKS, Profile, Word, Words
from factx.extract.people.works import BODIES, KINDS, SEATS, begins_title, ends_title, is_maker
from factx.text.tokens import BLANKS

BORN = frozenset({"née ", "nee ", "né ", "Née ", "née", "nee", "né", "Née"})
SUBJECTS = frozenset({"he ", "she ", "He ", "She "})
JOINING = frozenset({"that ", "and ", "because ", "when ", "but ", "while ", "as ", "if "})
"""Words before a pronoun that stands for the subject before them: Lira was so happy that she wept."""
DASHES = frozenset({"— ", "– ", "-- ", "- "})
FORMERLY = frozenset({"formerly", "then", "previously", "now", "once", "originally"})
"""What was formerly known as something else is no person."""
NO_THINGS = PEOPLE | {"function", "honorific", "capital-title"}
LINKING = frozenset(", is was are were be been also has have had which that".split())
"""What stands between a thing and "known as"."""
HOW_KNOWN = frozenset("only simply just better best locally widely also popularly".split())
HUMANS = frozenset("man woman boy girl child baby teenager youth lad guy person student pupil".split())
ENDING_QUOTES = frozenset({"”", '"', "’", "'", "»"})
RETIRED = frozenset({"rtd", "retd", "ret", "retired"})
"""What stands in brackets between a rank and a name: Maj. Gen. (rtd) Anna Hale."""
PREPOSITIONS = frozenset({"of", "at", "for", "from", "to"})
CALLING = frozenset({"as", "named", "called"})
OFFICES = frozenset({"role", "honorific", "rank"})
OWNERS = frozenset({"his ", "her ", "their ", "my ", "our ", "'s ", "’s "})
LONGING = frozenset({"miss ", "missed ", "mourn ", "mourned ", "adore ", "adored ", "forgive ", "forgave "})
ANIMALS = frozenset(
    "dog cat horse mare gelding filly colt pony parrot puppy kitten labrador terrier spaniel greyhound sheepdog"
    " elephant tiger lion gorilla panda orca dolphin donkey goat cow bull stallion racehorse".split()
)
READ = frozenset({"read ", "reads ", "reading ", "reread ", "re-read "})
RIVALS = frozenset(
    "rival competitor supplier operator parent partner sponsor distributor contractor lender insurer subsidiary"
    " affiliate owner publisher broadcaster".split()
)
"""What a firm is to another."""
ITS = frozenset({"its ", "Its ", "in "})
"""Words before that: its rival Lira, shares in rival Lira."""
HIRED = frozenset(
    f"{word} " for word in "polled surveyed commissioned funded sponsored operated published insured audited brewed"
    " distributed marketed manufactured underwritten".split()
)
"""What is done by firms, and seldom by people: voters polled by Lira."""
SHARED = frozenset({"shares ", "Shares ", "stock ", "Stock ", "stake ", "trading "})
"""What is had in a firm: shares in Lira fell."""
ASKS = frozenset({"Does ", "Did "})
"""What opens a question before its subject: Did Lira pay?"""
OPERATORS = frozenset("operator retailer supplier insurer lender broadcaster distributor brewer subsidiary".split())
"""What firms are far more often than people."""
TELLING = LONGING | READ | {"old ", "by ", "nearby ", *(f"{noun} " for noun in (*RIVALS, *ANIMALS)), *KINDS}
"""Words before a name that tell something together with what is before them."""
LONGERS = frozenset({"we ", "We ", "I ", "they ", "They ", "all ", "always ", "will ", "’ll ", "'ll ", "still "})
"""What stands before verbs of what one feels for somebody."""


def look_back(name: Candidate, texts: Sequence[str], words: Words, found: list[Cues]) -> bool:
    """Add the cues from what stands before a name; whether that is "the"."""
    title = name.title
    if title == 0:
        found.append(cues("before:end"))
        _open_line(name, texts, words, found)
        return False
    before = words[texts[title - 1]].profile
    found.append(before.before)
    literal = before.literal
    if name.lone:
        only = name.name.words[0].profile
        if only.given_cue is not None and "place-before" not in before.tags:
            found.append(only.given_cue)
        if literal == "the":
            if only.is_title:
                found.append(cues("the-title"))  # the Emir; but "the Emir government"
            elif f"the {name.name.folded[0]}" in words.vocabulary.eponyms:
                found.append(cues("eponym"))  # The Hague
    if texts[title - 1] in BORN:
        found.append(cues("before:née"))
    if before.form == "mark":
        _behind_mark(name, literal, texts, words, found)
        if literal in JOINS and name.lone and name.end < len(texts) and texts[name.end] in PAIRED:
            found.append(cues("paired"))
    elif texts[title - 1] in ASKS:
        if name.end < len(texts) and texts[name.end].islower():
            found.append(cues("before:asks"))  # Did Lira pay?
    elif title > 1 and (before.follows or texts[title - 1] in TELLING):
        _behind_word(name, before, texts, words, found)
    if not name.lone and is_street(name.name.words[-1], texts, title, name.end):
        found.append(cues("at-street"))  # at Larkin Marsh
    if name.end < len(texts) and _closes_quote(texts[name.end]) and ends_title(texts, title, words):
        found.append(cues("in-title"))
    return literal == "the"


def _closes_quote(token: str) -> bool:
    """Whether a token is a closing quotation mark: not the ’s of a possessive."""
    return token[0:1] in ENDING_QUOTES and token[1:2] != "s"


def _behind_mark(name: Candidate, literal: str, texts: Sequence[str], words: Words, found: list[Cues]) -> None:
    """Add the cues of a mark before a name, and of what stands before the mark."""
    title = name.title
    kind = MARKS.get(literal)
    if kind == "end":
        _open_line(name, texts, words, found)
    elif title < 2:
        if kind == "quote":
            _behind_quote(name, texts, words, found)
    elif literal == "," or literal == ".":
        if literal == "," and texts[title - 2] in ANIMALS:
            found.append(cues("before:animal"))  # her cat, Olaf
        elif literal == "," and words[texts[title - 2]].form == "lower" and "vessel" in words[texts[title - 2]].tags:
            found.append(cues("before:vessel"))  # an oil tanker, Olaf
        if cue := _of_comma(name, texts, words):
            found.append(cues(cue))
    elif kind == "closing":
        if words[texts[title - 2]].folded in RETIRED:
            found.append(cues("behind-rank"))
    elif kind == "quote":
        _behind_quote(name, texts, words, found)


def _of_comma(name: Candidate, texts: Sequence[str], words: Words) -> str:
    """The cue of what stands before the comma or the stop before a name, or ""."""
    title, first = name.title, name.name.words[0]
    second = words[texts[title - 2]].profile
    if second.form == "number":
        return "before:number-stop"
    if not name.lone and is_address(texts, title - 2):
        return "before:street"  # of Dunn Street, Hartley Vale
    if "kin" in second.tags and texts[title - 2][-1:] == "s" and texts[title - 1] == ", ":
        return "before:kin-comma"  # her sons, Paul and Tom
    if second.after_comma == "apposition":
        return "before:role-comma"
    if title > 3 and texts[title - 2] in BODIES and texts[title - 3] in OWNERS:
        return "before:body-comma"  # Lovric's firm, Gradnja Lovric
    if second.place > 1 and (first.place or not first.given) and _is_of_university(texts, title - 3, words):
        return "before:campus"  # the University of California, Berkeley
    return ""


def _behind_quote(name: Candidate, texts: Sequence[str], words: Words, found: list[Cues]) -> None:
    """Add the cues of a quotation mark before a name: of a quotation, of a work's title, of a nickname."""
    title = name.title
    _then_pronoun(name, texts, words, found)
    if name.end < len(texts) and "saying" in words[texts[name.end]].tags:
        found.append(cues("quote-name-saying"))
    second = words[texts[title - 2]].profile if title > 1 else None
    if begins_title(texts, name.end, words, longer=title < name.start):
        found.append(cues("in-title"))
    elif second is not None and "naming" in second.tags:
        found.append(cues("before:naming"))
    elif second is not None and second.literal == "as" and (cue := _called(texts, title - 2, words)):
        found.append(cues(cue))


def _is_of_university(texts: Sequence[str], i: int, words: Words) -> bool:
    """Whether the word at `i` is the "of" after what may have a campus: University of."""
    return i > 0 and texts[i] == "of " and words[texts[i - 1]].folded in ("university", "college", "institute")


def _behind_word(name: Candidate, before: Profile, texts: Sequence[str], words: Words, found: list[Cues]) -> None:
    """Add the cues of a word before a name together with the one before it."""
    title, literal = name.title, before.literal
    if texts[title - 1] == "old " and texts[title - 4:title - 1] == ["-", "year", "-"]:
        found.append(cues("before:aged"))  # 90-year-old Lira
    if literal in ("in", "of") and texts[title - 2] in SHARED:
        found.append(cues("before:shares"))  # shares in Lira fell
    if literal == "in":
        found.append(cues("before:in"))
    elif literal == "and":
        if name.lone and is_beside_place(texts[title - 2], words, name.name.words[0]):
            found.append(cues("beside-place"))  # Perth and Darwin
        if name.lone and f"{words[texts[title - 2]].folded} {name.name.folded[0]}" in words.vocabulary.eponyms:
            found.append(cues("eponym"))  # Marks and Spencer
    elif literal in PREPOSITIONS:
        office = name.name.office
        is_behind_place = not name.lone and office is not None and office.place >= 2
        _behind_preposition(title, literal, texts, words, found, is_behind_place=is_behind_place)
    elif literal in CALLING:
        if cue := _called(texts, title - 1, words):
            found.append(cues(cue))
    elif cue := _of_noun(name, before, texts, words) or _of_verb(name, before, texts, words):
        found.append(cues(cue))


def _of_noun(name: Candidate, before: Profile, texts: Sequence[str], words: Words) -> str:
    """The cue of a noun or a number before a name together with the word before it, or ""."""
    title = name.title
    noun = texts[title - 1].rstrip(BLANKS)
    if noun in ANIMALS:
        return "before:animal"  # the racehorse Olaf
    if noun == "nearby":
        return "before:nearby"  # from nearby Clementine
    if name.lone and noun in OPERATORS:
        return "before:operator"  # the radio operator Lira
    if name.lone and noun in RIVALS and not ITS.isdisjoint(texts[max(0, title - 3):title - 1]):
        return "before:its-rival"  # its bigger rival Lira
    if texts[title - 1] in KINDS and (_is_said_by(name.end, texts, words) or not is_maker(name.end, texts, words)):
        return "before:firm-noun"  # the company Janney Scott
    if "work" in before.tags and not is_maker(name.end, texts, words):
        return "before:work-title"
    if before.form == "lower" and not before.tags.isdisjoint(PEOPLE):
        if texts[title - 2] in OWNERS and ("kin" in before.tags or _is_ones_own(noun)):
            return "before:own-kin"  # her daughter Akiru, his friend Bonosus
    elif before.form == "number" and words[texts[title - 2]].profile.literal == "in":
        return "before:in-year"
    return ""


def _is_said_by(end: int, texts: Sequence[str], words: Words) -> bool:
    """Whether a verb of saying follows a name: the company Lira said."""
    return end < len(texts) and "saying" in words[texts[end]].tags


def _of_verb(name: Candidate, before: Profile, texts: Sequence[str], words: Words) -> str:
    """The cue of a verb before a name together with the word before it, or ""."""
    title = name.title
    verb = texts[title - 1]
    if verb in READ:
        return "" if name.lone else "before:read"  # she read Anna Hale on the train
    if verb == "by ":
        return "before:by-firm" if name.lone and texts[title - 2] in HIRED else ""  # polled by Lira
    if verb in LONGING and texts[title - 2] in LONGERS:
        return "before:missing"  # we all miss Gordon
    if "saying" in before.tags:
        second = words[texts[title - 2]]
        if second.profile.literal == "," and title > 2:
            second = words[texts[title - 3]]  # "It is over", says Hale
        if MARKS.get(second.profile.literal) == "quote":
            return "before:quote-saying"
    return ""


def _is_ones_own(noun: str) -> bool:
    """Whether a noun after "his" is of one person, and of no firm or team: his friend; not: their rivals."""
    return noun not in OF_FIRMS and (noun[-1] != "s" or noun[-2:] == "ss")


def _behind_preposition(
    title: int, literal: str, texts: Sequence[str], words: Words, found: list[Cues], *, is_behind_place: bool
) -> None:
    """Add the cues of a preposition before a name, or before its place, and of the word that it belongs to."""
    tags = words[texts[title - 2]].tags
    if literal == "of" and texts[title - 2] == ", " and title > 2 and texts[title - 3].rstrip(BLANKS).isdecimal():
        found.append(cues("before:home"))  # aged 22, of Porth
    if literal == "of" and is_settled(texts, title - 1):
        found.append(cues("before:settled"))  # the northern city of Ramona
    if literal == "of" and _is_full(texts, title - 2, words):
        found.append(cues("before:person-of"))  # Avi Katz of Skadden Arps
    if literal in ("of", "for") and title > 4 and _is_after_work(texts, title - 2, words):
        found.append(cues("in-titled"))  # a memoir, Wings for Ivanova
    elif literal == "of" and title > 2 and texts[title - 3] == "The " and _is_inner_title(texts, title - 2, words):
        found.append(cues("in-titled"))  # Her last book, The Trial of Maria Wren
    if literal == "of" and "kin" in tags and texts[title - 2].rstrip(BLANKS)[-1] != "s":
        found.append(cues("before:kin-of"))  # husband of Merle
    elif not tags.isdisjoint(OFFICES):
        if is_behind_place and literal != "at":
            found.append(cues("before:role"))  # the envoy to Kenya Ann Lee
            return
        found.append(cues("before:role-of" if literal == "of" else "before:role-at"))
        if texts[title - 2].rstrip(BLANKS) in SEATS:
            found.append(cues("before:seat"))  # the MP for Ivanova
    elif "travel" in tags:
        found.append(cues("before:travel"))


def _is_after_work(texts: Sequence[str], i: int, words: Words) -> bool:
    """Whether the noun at `i` begins a title behind a work and a comma: a memoir, | Wings for."""
    if words[texts[i]].form != "capital" or words[texts[i]].profile.is_title:
        return False
    return texts[i - 1] == ", " and "work" in words[texts[i - 2]].tags and words[texts[i - 2]].form == "lower"


def _is_inner_title(texts: Sequence[str], i: int, words: Words) -> bool:
    """Whether "The" before the noun at `i` has its capital within a sentence, as in a work's title; and no office."""
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


def _called(texts: Sequence[str], i: int, words: Words) -> str:
    """The cue of the "as", "named" or "called" at `i`, by who or what is called so: known as; no former name; or ""."""
    if i == 0:
        return ""
    before = words[texts[i - 1]]
    if words[texts[i]].profile.literal != "as":
        if i > 1 and texts[i] == "called " and texts[i - 1] == ", ":
            somebody = _is_full(texts, i - 2, words)  # Nikola Babic, called Niko by all
        else:
            somebody = before.folded in HUMANS or not before.tags.isdisjoint(PEOPLE)
        return "before:known-as" if somebody else ""
    if before.folded in HOW_KNOWN and i > 1:
        i, before = i - 1, words[texts[i - 2]]  # known only as Lira
    if before.profile.literal not in ("known", "called") or i > 1 and words[texts[i - 2]].folded in FORMERLY:
        return ""
    return "before:thing-as" if i > 1 and _is_thing(texts, i - 2, words) else "before:known-as"


def _is_thing(texts: Sequence[str], i: int, words: Words) -> bool:
    """Whether what is called so is a thing by the noun that ends at `i`: the software, known as Red Wolf."""
    while i > 0 and texts[i].rstrip(BLANKS) in LINKING:
        i -= 1
    word = words[texts[i]]
    if word.folded in ("it", "they", "these", "this"):
        return True
    if word.form != "lower" or not word.tags.isdisjoint(NO_THINGS) or word.folded in HUMANS:
        return False
    return is_noun(word) and word.folded not in lexicon.load("roles")["person"]


def _open_line(name: Candidate, texts: Sequence[str], words: Words, found: list[Cues]) -> None:
    """Add the cues of a name that opens a sentence or a line: “HALE: Good morning”; “Sue slept badly. She rose.”"""
    end = name.end
    if texts[end:end + 1] and texts[end][:1] == ":" and (
        is_label(texts, name.title, end, shortest=3 if is_known(name) else LABEL)
    ):
        found.append(cues("dateline" if is_place(name, texts) else "label"))
    if texts[end - 1].isupper() and not DASHES.isdisjoint(texts[end:end + 7]) and opens_line(texts, name.title):
        found.append(cues("dateline"))  # LINCOLN, Neb. — Police said
    _then_pronoun(name, texts, words, found)


def _then_pronoun(name: Candidate, texts: Sequence[str], words: Words, found: list[Cues]) -> None:
    """Add the cues of a pronoun after a name that opens a sentence, which must stand for it or for another one."""
    end = name.end
    if name.lone and not SUBJECTS.isdisjoint(texts[end:end + 25]):
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
