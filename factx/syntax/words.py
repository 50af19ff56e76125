"""The classes that a word can have: from the lexicons, else from its ending; the commonest first.

Classes are the Universal Dependencies' (UPOS), those of nouns, verbs and auxiliaries divided by their form.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache
from typing import Final

from factx import lexicon
from factx.engine.tags import TagSet
from factx.lexicon.mapped import MappedList

CLASSES: Final[dict[str, tuple[str, str]]] = {
    "noun": ("N", "noun singular"), "plural": ("n", "noun plural"), "propn": ("P", "propn"),
    "base": ("V", "verb base"), "third": ("Z", "verb third"), "past": ("D", "verb past"),
    "participle": ("E", "verb participle"), "ing": ("G", "verb ing"),
    "modal": ("M", "aux modal"), "aux-base": ("b", "aux base"), "aux-third": ("z", "aux third"),
    "aux-past": ("d", "aux past"), "aux-participle": ("e", "aux participle"), "aux-ing": ("g", "aux ing"),
    "adj": ("J", "adj"), "adp": ("I", "adp"), "sconj": ("S", "sconj"), "ampersand": ("&", "cconj ampersand"),
    "cconj": ("C", "cconj"), "wh-adv": ("y", "adv wh"), "adv": ("R", "adv"), "det": ("T", "det"),
    "figure": ("%", "num figure"), "num": ("#", "num"), "intj": ("U", "intj"),
    "poss": ("O", "pron possessive"), "subject-pron": ("p", "pron subject"), "object-pron": ("o", "pron object"),
    "relative": ("w", "pron relative"), "wh-pron": ("q", "pron wh"), "expletive": ("x", "pron expletive"),
    "it": ("k", "pron it"), "pron": ("W", "pron"),
    "to": ("t", "part to"), "genitive": ("s", "part genitive"), "negation": ("!", "part negation"),
    "comma": (",", "punct comma"), "hyphen": ("-", "punct hyphen glued"), "break": ("–", "punct hyphen"),
    "dash": ("–", "punct dash"),
    "colon": (":", "punct colon"), "semicolon": (";", "punct semicolon"),
    "quotation": ("Q", "punct double-quote quotation"),
    "quote": ('"', "punct double-quote"),
    "opening": ("(", "punct opening"), "closing": (")", "punct closing"), "mark": (".", "punct"), "end": ("¶", "end"),
}  # fmt: skip
"""Each class with its letter and the tags that a rule may ask for."""

LETTER: Final = {name: letter for name, (letter, _) in CLASSES.items()}
NAME: Final = {letter: name for name, letter in LETTER.items()}
PAST_PARTICIPLE: Final = "F"
"""The letter of a participle that is a form of the past too."""
UPOS: Final = {PAST_PARTICIPLE: "VERB"} | {letter: tags.split()[0].upper() for letter, tags in CLASSES.values()}

REMEMBERED: Final = 50_000
"""How many words, or groups by their classes, are remembered: a corpus has no end of them."""

_ENDINGS: Final = (
    ("ing", "GNJ"), ("ed", "EDJ"), ("ly", "RJ"), ("ous", "J"), ("ful", "J"), ("able", "J"), ("ible", "J"), ("al", "JN"),
    ("ive", "JN"), ("ic", "JN"), ("less", "J"), ("ish", "J"), ("ary", "JN"), ("ss", "N"), ("us", "N"), ("is", "N"),
    ("s", "nZ"),
)  # fmt: skip
"""Endings of words that no lexicon has, with the classes that they tell of."""

_CAPITAL_CLOSED: Final = frozenset("may will us it in well one back home mark can might most united".split())
"""Words of closed classes that are something else where they are capitalised within a sentence."""


@cache
def _closed() -> dict[str, str]:
    """The words of closed classes, each with the letters of its classes."""
    listed = lexicon.load("syntax")["closed"]
    return {word: "".join(LETTER[name] for name in classes.split()) for word, classes in listed.items()}


@cache
def _open() -> MappedList:
    return MappedList(os.path.join(os.path.dirname(lexicon.__file__), "classes", "classes.txt"))


def guess(lower: str) -> str:
    """The letters of the classes of a lower-case word that no lexicon has."""
    if lower.endswith("ing") and _is_of_noun(lower):
        return "NGJ"  # canyoning
    return next((letters for ending, letters in _ENDINGS if lower.endswith(ending)), "NVJ")


@lru_cache(REMEMBERED)
def listed(lower: str) -> str:
    """The letters of a lower-case word's classes by the lexicons; "" where they do not have it."""
    return _closed().get(lower) or (_open().code(lower).partition(":")[0] if len(lower) > 1 else "")


def is_common(lower: str) -> bool:
    """Whether a word that opens a sentence is one of the language, whose capital says nothing."""
    known = listed(lower)
    if known:
        return known != "A"
    if lower.endswith("ly"):
        return True
    if not lower.endswith(("ing", "ed", "s")):
        return False
    from factx.lexicon.inflection import lemmas

    return any(listed(stem)[:1] in ("N", "V") for stem in lemmas(lower))


def _is_of_noun(lower: str) -> bool:
    """Whether the lexicons have a form's base, and not as a verb."""
    from factx.lexicon.inflection import lemmas

    known = [letters for stem in lemmas(lower) if (letters := listed(stem))]
    return bool(known) and not any("V" in letters for letters in known)


FIGURE: Final = "0%"
"""A token that stands for a figure: a share, with its number and its unit."""
QUOTATION: Final = "“…”"
"""A token that stands for a quotation of speech."""


def classes(word: str) -> str:
    """The letters of the classes that a bare word can have, the likeliest first.

    A word in capitals, or capitalised within a sentence, is a name but for words of closed classes; where it opens a
    sentence, ask for it in lower case.
    """
    first = word[:1]
    if not first.isalpha():
        if word == FIGURE:
            return LETTER["figure"]
        if word == QUOTATION:
            return LETTER["quotation"]
        if first == "@":
            return LETTER["propn"]
        return "#" if first.isdigit() else _closed().get(word.replace("’", "'"), ".") if word else "¶"
    lower = word.lower().replace("’", "'")
    known = listed(lower)
    plain = known.replace("A", "") or ("J" if known else "")
    if first.islower():
        return plain or guess(lower)
    if word == "I" or lower in _closed() and lower not in _CAPITAL_CLOSED and not (len(word) > 1 and word.isupper()):
        return known
    if "A" in known and not (word.isupper() and len(word) > 2):
        return "JP"
    return "P" + plain


@cache
def tag_set(letters: str) -> TagSet:
    """The tags of a word of these classes: those of the first, and `or-CLASS` for each of the others."""
    _, tags = CLASSES[NAME[letters[0]]]
    others = [f"or-{NAME[letter]}" for letter in letters[1:] if letter != letters[0]]
    return frozenset([*tags.split(), *others, *(["common-adj"] if letters[:2] == "PJ" else [])])


@cache
def tag_sets() -> frozenset[TagSet]:
    """Every set of tags that a word can have by the lexicons and by its ending."""
    codes = {*_open().codes(), *_closed().values(), *(letters for _, letters in _ENDINGS)}
    codes |= {"NVJ", "%", "#", ".", "¶", "Q", "JP", "P"}
    plain = {code.partition(":")[0].replace("A", "") or "J" for code in codes}
    return frozenset(tag_set(letters) for code in plain for letters in (code, f"P{code}"))


def tags(word: str) -> TagSet:
    """The tags of a word as a rule for classes asks for them."""
    return tag_set(classes(word))


@cache
def irregular() -> dict[str, list[str]]:
    """The irregular forms of verbs, by their base forms."""
    found: dict[str, list[str]] = {}
    for form, code in _open().entries():
        if base := code.partition(":")[2]:
            found.setdefault(base, []).append(form)
    return found


@cache
def _auxiliaries() -> dict[str, str]:
    """The forms of be, have and do, each with that base form."""
    words = lexicon.load("syntax")
    return {form: verb for verb in ("be", "have", "do") for form in words[verb]}


@lru_cache(REMEMBERED)
def lemma(lower: str, form: str) -> str:
    """The lemma of a verb's form: as listed where it is irregular, else by the rules of spelling."""
    if (auxiliary := _auxiliaries().get(lower)) is not None:
        return auxiliary
    code = _open().code(lower)
    _, _, irregular = code.partition(":")
    if irregular:
        return irregular
    if form == "V":
        return lower
    from factx.lexicon.inflection import lemmas

    return next((found for found in lemmas(lower) if "V" in listed(found)), lower)
