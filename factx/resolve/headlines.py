"""Verbs of plans that a sentence's syntax does not show: a headline's infinitive, and a present read as a noun."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from factx import lexicon

if TYPE_CHECKING:
    from factx.syntax import Group, Syntax


def is_infinitive_plan(syntax: Syntax, verb: Group, place: int) -> bool:
    """Whether a headline tells by an infinitive what will be done on a day: Minister to visit Baku Saturday."""
    if "infinitive" not in verb.tags or verb.start > place or syntax.tokens[-1] in _STOPS:
        return False
    subject = syntax.tokens[verb.start - 1].lower() if verb.start else ""
    if not subject.isalpha() or subject in _NO_SUBJECTS:
        return False
    return not any("finite" in each.tags for each in syntax.verbs)


def is_verb_unread(syntax: Syntax, place: int) -> bool:
    """Whether a verb in the present is read as a noun: the court rules on Friday, Lee visits Ohio on Friday."""
    if any("finite" in verb.tags for verb in syntax.verbs if verb.start < place):
        return False
    for at, word in enumerate(syntax.tokens[1 : place + 1], 1):
        before, after = syntax.tokens[at - 1], syntax.tokens[at + 1] if at < place else ""
        if word[-1:] == "s" and word[:-1] in _words()["scheduled"]:
            if before == "," or (before[:1].isalpha() and after.lower() not in _AFTER_A_NOUN):
                return True  # the ban, in place since June, ends on Friday
        elif before == "," and word in _words()["scheduled"] and after in ("on", "in", "at"):
            return True  # the rules, in force since February, end in June
        elif at < _OF_SUBJECT and _is_of_subject(syntax, at, place):
            return True  # lawmakers return on Monday
        elif word == "open" and syntax.tokens[at - 1][-1:] == "s":
            return True  # doors open at 7 p.m. on Saturday
    return False


def _is_of_subject(syntax: Syntax, at: int, place: int) -> bool:
    """Whether a noun at a place is a verb in the present, since its sentence begins with a plural and has none."""
    subject, word, after = syntax.tokens[at - 1 : at + 2] if at + 1 < len(syntax.tokens) else ("", "", "")
    if word not in _words()["scheduled"] or subject[-1:] != "s" or not subject.isalpha():
        return False
    near = (verb for verb in syntax.verbs if place < verb.start <= place + _NEAR_VERB)
    showed = any("infinitive" not in verb.tags for verb in near)
    return after in ("on", "in", "at") and not showed  # "Sales report on Friday showed"


def _words() -> Mapping[str, Mapping[str, str]]:
    return lexicon.load("tense")


_STOPS = frozenset([".", "!", "?", "…", ":"])
_NO_SUBJECTS = frozenset("how what when where which who and or in on at as only not".split())
"""Words before an infinitive that are not who will do it."""
_AFTER_A_NOUN = frozenset("of on in at by from for to with about and or , - –".split())
_OF_SUBJECT = 4
"""Before which place in its sentence a verb stands that is read as a noun after its subject."""
_NEAR_VERB = 4
"""Within how many words after "on" a verb is that of the sentence: Sales report on Friday showed."""
