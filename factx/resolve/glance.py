"""The tense of a date's clause from the words beside it alone, so that few sentences need to be parsed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factx import lexicon
from factx.lexicon.inflection import regular
from factx.text.tokens import Tokens

REACH = 24
"""How many words on either side of a date a glance takes in."""
_GROUP = 4
"""The words just before a past form that can make it another one."""


def side(tokens: Tokens, start: int, end: int) -> int:
    """The sign of the tense around the tokens `start` to `end`, as `tense` reads it; 0 where a glance does not tell.

    The nearest verb before the date counts, else the nearest one after it.
    """
    first, last = tokens.sentence_of(start)
    begin = max(first, start - REACH - _GROUP)
    before = tokens[begin:start]
    after = tokens[end : min(last, end + REACH)]
    if not lexicon.load("tense")["opens-clause"].keys().isdisjoint(map(str.lower, before[-2:])):
        return min(_told(after, range(len(after))) or 0, 0)  # he said that on Friday he left
    found = _told(before, range(len(before) - 1, max(-1, len(before) - REACH - 1), -1))
    if found is not None or start - first > REACH:
        return found or 0
    if start - first <= _FRONT:
        return _told(after, range(len(after))) or 0
    # Before it may stand a verb that has not been known: ask us in May, he said.
    clause = next((at for at, word in enumerate(after) if word in _PARTS), len(after))
    return min(_told(after, range(clause)) or 0, 0)


def looks_ahead(words: Sequence[str], nouns: range) -> bool:
    """Whether a word among these may be of a verb that looks ahead; `nouns` are the places of nouns."""
    verbs, stops = _planned_verbs(), _stops()
    for at, word in enumerate(map(str.lower, words)):
        if word == "to":
            if _of_infinitive(words, at) is not None:
                return True
        elif (word in verbs and at not in nouns) or (word in stops and word not in _CLITICS):
            return True
    return False


def _told(words: Sequence[str], places: range) -> int | None:
    """The tense by the first word that shows it; 0 if the sentence must be parsed, None if no word shows it."""
    senses = _senses()
    for at in places:
        word = words[at].lower()
        sense = senses.get(word)
        if sense is None:
            if word[-2:] == "ed" and _is_regular_past(words, at):
                return _of_past(words, at)
        elif sense == "past":
            return _of_past(words, at)
        elif sense == "future":
            return 0 if at and words[at - 1].lower() in _NOUN_FOLLOWS else 1
        elif sense == "to":
            if (told := _of_infinitive(words, at)) is not None:
                return told
        elif sense == "verb":
            before = _before_verb(words, at)
            if before != "to":
                return 1 if before in FUTURE else 0
        elif sense == "stop" or (at and words[at - 1].lower() in _BEFORE_IS):
            return 0
    return None


def _of_past(words: Sequence[str], at: int) -> int:
    """The tense by a past form: after a modal or a form of be it may be a participle of something to come."""
    if _before_verb(words, at) in FUTURE:
        return 1
    group = [word.lower() for word in words[max(0, at - _GROUP) : at]]
    if group[-1:] in (["has"], ["have"]) and words[at] in lexicon.load("tense")["calls-off"]:
        return 0
    return -1 if MAYBE_AHEAD.isdisjoint(group) else 0


def _of_infinitive(words: Sequence[str], at: int) -> int | None:
    """The tense by "to" and the word before it: is to leave; None if they show none, as before a name or an article."""
    after = words[at + 1] if at + 1 < len(words) else "a"
    if not after.islower() or after in _NOUN_FOLLOWS:
        return None
    governor = words[at - 1].lower() if at else ""
    if governor == "had":
        return -1
    if governor not in lexicon.load("tense")["plans"]:
        return None if _bids().isdisjoint(map(str.lower, words[max(0, at - _BIDDEN) : at])) else 0
    unsure = governor == "due" or not {"had", "previously"}.isdisjoint(words[max(0, at - 3) : at])
    return 0 if unsure else 1


def _before_verb(words: Sequence[str], at: int) -> str:
    """The word before a verb, in lower case, without the adverbs and the forms of be and have between."""
    while at > 0:
        at -= 1
        word = words[at].lower()
        if word not in _WITHIN_VERB and word[-2:] != "ly":
            return word
    return ""


def _is_regular_past(words: Sequence[str], at: int) -> bool:
    """Whether a word in -ed is a past form, and none that stands before its noun."""
    word, before = words[at], [word.lower() for word in words[max(0, at - 2) : at]]
    if len(word) < 5 or not word.islower() or word[-3] == "e":
        return False
    adverb = before[-1:] and (before[-1].endswith("ly") or before[-1] in _ADVERBS)
    return _NOUN_FOLLOWS.isdisjoint(before if adverb else before[-1:])


_FRONT = 2
"""How many words before a date that opens its sentence."""


@cache
def _senses() -> dict[str, str]:
    """The words that tell a tense, or for which the sentence must be read, each with what it is."""
    return (
        dict.fromkeys(lexicon.load("tense")["past"], "past")
        | dict.fromkeys(_stops(), "stop") | dict.fromkeys(_planned_verbs(), "verb")
        | dict.fromkeys(_CLITICS, "clitic") | dict.fromkeys(FUTURE, "future") | {"to": "to"}
    )


@cache
def _planned_verbs() -> frozenset[str]:
    """Verbs whose present tells what is planned, and "be": only a word before them tells at a glance."""
    words = lexicon.load("tense")
    return frozenset(["be", *words["scheduled"], *words["intends"]])


@cache
def _bids() -> frozenset[str]:
    """The forms of verbs that bind somebody to what an infinitive after them says: they agreed to meet."""
    words = lexicon.load("tense")
    verbs = [*words["bids"], *words["binds"]]
    forms = (form for verb in verbs for form in (verb, regular(verb).past, regular(verb).third))
    return frozenset([*forms, "told", "swore", "bade"])


@cache
def _stops() -> frozenset[str]:
    """The words for which the sentence must be read."""
    words = lexicon.load("tense")
    present = (regular(verb).third for verb in _planned_verbs())
    sections = ("planned", "planned-for", "plans", "limit", "set-for", "plan", "opens-clause")
    return MAYBE_AHEAD.union(present, (word for section in sections for word in words[section]), _CLITICS, ";")


_BIDDEN = 7
"""How many words before an infinitive stands at most the verb that bids somebody to do it."""
_PARTS = frozenset([",", ";", ":", "”", '"', "’"])
"""Marks after which another clause may begin."""
_CLITICS = frozenset(["'s", "’s"])
_BEFORE_IS = frozenset("it he she that this there here what who where everything everyone".split())
"""Words after which 's is "is", and no genitive."""
FUTURE = frozenset("will shall would should ’ll 'll".split())
"""Words of the future, and of the future as it was seen from the past."""
MAYBE_AHEAD = FUTURE.union("may might can could must to be is are being get not unless if when".split())
"""Words before a verb in -ed by which it may tell of what is to come: it will be published on Friday."""
_WITHIN_VERB = frozenset("be been have not also soon now then again first never".split())
_ADVERBS = frozenset(["still", "once", "yet", "now", "then"])
_NOUN_FOLLOWS = frozenset("a an the this these those its his her their our my your -".split())
"""Words by which one in -ed is no verb, and "will" a noun: a [newly formed] group, her will."""
