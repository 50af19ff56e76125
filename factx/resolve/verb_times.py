"""What a verb group tells of the time of its clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from factx import lexicon

if TYPE_CHECKING:
    from factx.syntax import Group, Syntax


def told(syntax: Syntax, verb: Group) -> int:
    """-1 if a verb group puts its clause in the past, 1 in the future, 2 if that is sure; 0 if it tells nothing."""
    tags, words = verb.tags, [word.lower() for word in syntax.tokens[verb.start : verb.end]]
    if "infinitive" in tags:
        governor = [word.lower() for word in syntax.tokens[max(0, verb.start - 3) : verb.start]]
        return _told_by_governor(governor) or _told_by_bidding(syntax, verb)
    if words[0] in ("should", "would") and "perfect" in tags:
        return 0  # the ban would have ended on Friday
    if "future" in tags or words[0] in ("should", "would", "shall"):
        return 1
    if syntax.tokens[verb.start] in _MAY and "perfect" not in tags:
        return 1
    if ("base" in tags or words[0] in _DO_NOT) and _is_imperative(syntax, verb):
        return 1
    if not _words()["planned"].keys().isdisjoint(words):
        return -1 if "had" in words else 1
    if not tags.isdisjoint({"past", "perfect", "participle"}) and "modal" not in tags:
        return _told_by_past(syntax, verb, words)
    return _told_by_present(syntax, verb, words[-1]) if "present" in tags else 0


def _told_by_past(syntax: Syntax, verb: Group, words: list[str]) -> int:
    """The tense of a past form: they have cancelled trains on Friday is ahead, she was leaving in May undecided."""
    if words[0] in ("has", "have") and words[-1] in _words()["calls-off"]:
        return 1
    going = words[0] in ("was", "were") and words[-1][-3:] == "ing" and syntax.lemma(verb) in _words()["scheduled"]
    return 0 if going else -1


def _told_by_present(syntax: Syntax, verb: Group, last: str) -> int:
    """The tense that a verb in the present stands for; `last` is the last word of its group."""
    before = syntax.tokens[verb.start - 1].lower() if verb.start else ""
    if before in _RELATIVE and last in _ALIKE:
        return -1  # the bank, which cut its rate in May, meets next month
    if before == "-" or before[:1].isdigit() or before in lexicon.load("numbers")["number-word"]:
        return 0  # a radio run by rebels; four runs
    if "base" in verb.tags and verb.start > 1 and syntax.tokens[verb.start - 2] == "-":
        return 0  # a first-place finish
    after = "".join(syntax.tokens[verb.end : verb.end + 1])
    if "copula" in verb.tags:
        return 2 if _is_set(after) or (after == "out" and _is_on_a_day(syntax, verb.end + 1)) else 0
    if before in _words()["habit"]:
        return 0  # the rains usually arrive in June
    if "passive" in verb.tags:
        return 2 if _is_set(last) and after != "on" else 0  # "it is shut on Mondays"
    lemma = syntax.lemma(verb)
    if lemma in _CEASES and after[-3:] == "ing":
        return 2  # ferries stop running on Friday
    if lemma in _words()["scheduled"] or after in _words()["scheduled-with"].get(lemma, "").split():
        return 2
    return 1 if lemma in _words()["intends"] else 0


def _is_on_a_day(syntax: Syntax, place: int) -> bool:
    """Whether "on" or "in" and a name follow a place, as of a day: the book is out in October."""
    words = syntax.tokens[place : place + 2]
    return len(words) == 2 and words[0] in ("on", "in") and words[1].istitle()


def may_happen(syntax: Syntax, verb: Group) -> bool:
    """Whether "could" tells what may yet happen, and not what somebody was able to do: could fall, could not see."""
    if syntax.tokens[verb.start] != "could" or "perfect" in verb.tags:
        return False
    words = {word.lower() for word in syntax.tokens[max(0, verb.start - _SUBJECT) : verb.end + 1]}
    return words.isdisjoint(_UNABLE) and syntax.lemma(verb) not in _PERCEIVES


def is_put_off(words: Sequence[str]) -> bool:
    """Whether the last two words move something to another day: put off, brought forward."""
    if len(words) < 2:
        return False
    participle, particle = words[-2:]
    return particle in _words()["puts-off-with"].get(participle, "").split()


def _is_set(participle: str) -> bool:
    """Whether "is" and a participle tell what is to come: is closed, is forecast."""
    return participle in _words()["set-for"] or participle in _words()["planned-for"]


def _told_by_governor(before: list[str]) -> int:
    """The tense of an infinitive by the words before it: due to leave, is to leave, had been due to leave."""
    if before[-1:] == ["had"]:
        return -1
    if not before or before[-1] not in _words()["plans"]:
        return 0
    return -1 if "had" in before or "previously" in before else 1


def _told_by_bidding(syntax: Syntax, verb: Group) -> int:
    """What the verb tells that binds somebody to what an infinitive says: they agreed, or told us, to leave."""
    place = syntax.verbs.index(verb)
    if not place:
        return 0
    bids = syntax.verbs[place - 1]
    between, lemma = syntax.tokens[bids.end : verb.start], syntax.lemma(bids)
    far = _BIDDEN if lemma in _words()["bids"] else _SELF if lemma in _words()["binds"] else -1
    if len(between) > far or "," in between:
        return 0
    if "ing" in bids.tags and syntax.tokens[bids.start - 1] != ",":
        return 0  # jailed for threatening to kill
    if "had" in syntax.tokens[bids.start : bids.end] or "perfect" in verb.tags:
        return -1
    passive = "passive" in bids.tags and "or-past" not in bids.tags
    return 0 if passive and "present" not in bids.tags else 1


def _is_imperative(syntax: Syntax, verb: Group) -> bool:
    """Whether a plain form has no subject before it: please apply by Friday."""
    return not verb.start or syntax.tokens[verb.start - 1].lower() in _BEFORE_IMPERATIVE


def _words() -> Mapping[str, Mapping[str, str]]:
    return lexicon.load("tense")


_RELATIVE = frozenset(["which", "who", "that"])
_ALIKE = frozenset(
    "cut put set hit let shut quit split spread beat cost hurt cast bid burst shed upset broadcast".split()
)
"""Verbs whose past is spelt as their present."""
_MAY = frozenset("may might must can".split())
"""Modal verbs of what is to come, as they are spelt within a sentence."""
_CEASES = frozenset(["stop", "cease", "quit"])
_UNABLE = frozenset("not n't n’t only hardly barely never no none nobody neither few".split())
_SUBJECT = 10
"""How many words before "could" its subject may be denied by: none of them could be found."""
_PERCEIVES = frozenset("see hear feel smell tell afford remember be".split())
"""Verbs with which "could" is the past of "can"."""
_DO_NOT = frozenset(["do", "don't", "don’t"])
_BIDDEN = 6
"""How many words stand at most between the verb that tells somebody to do something and the infinitive."""
_SELF = 2
"""The same for a verb that binds its subject: they agreed again, or on Friday, to meet."""
_BEFORE_IMPERATIVE = frozenset("please never just always not so then – — : “ \" ‘ '".split())
