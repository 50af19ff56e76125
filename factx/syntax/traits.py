"""The traits of words beside their class: closed words, times, forms of be, the complements that verbs take.

A word's traits are one character, so that a text's are a string beside that of its classes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from factx import lexicon
from factx.engine.tags import TagSet, kinds, quoted
from factx.lexicon.inflection import regular
from factx.syntax.words import irregular, lemma
from factx.text.tokens import Tokens, is_break, strip

ROLES: Final = ("clause", "hearer", "naming", "clause-alone")
"""What a verb takes: a clause (argue), also without "that"; somebody, and a clause or an infinitive (tell); somebody,
and a name (call); a clause and no thing (say)."""
BASE: Final = "base:"
"""Before the roles that a form has as a base form: found takes what find does, or what to found does."""
MARK: Final = "mark:"
"""Before the tag of what was found at a word: a person, a time, a figure."""
_YEAR: Final = 4
"""The digits of a number that may be a year."""
_DAYS: Final = ("yesterday", "today", "tonight", "tomorrow")
"""Nouns that follow a noun group as adverbs do."""
_STOPS: Final = (".", "!", "?", "…")
_FUTURE: Final = ("will", "shall", "'ll", "’ll", "won't", "won’t")
_NOT: Final = ("n't", "n’t")


def traits_of(tokens: Tokens, marks: Mapping[int, str]) -> str:
    """The traits of each token as a character; `marks` are tokens of what was found, each with its tag."""
    if not marks:
        return "".join(map(_traits.__getitem__, tokens.words))
    found = list(map(_traits.__getitem__, tokens.words))
    for place, tag in marks.items():
        found[place] = _marked(found[place], tag)
    return "".join(found)


class _Traits(dict[str, str]):
    """From a token to the character of its traits."""

    LIMIT = 50_000
    """How many tokens are remembered: a corpus has no end of them."""

    def __missing__(self, word: str) -> str:
        if len(self) >= self.LIMIT:
            self.clear()
        lower = strip(word).lower()
        year = len(lower) == _YEAR and lower.isdecimal()
        found = _character("time" if year else _known().get(lower, ""), lower.endswith(_NOT))
        if not lower and is_break(word):
            found = kinds.of(_PARAGRAPH)
        self[word] = found
        return found


class Times:
    """The words that are times, by their traits, of which there are few."""

    def __init__(self) -> None:
        self._characters: list[str] = []

    def known(self, traits: str) -> str:
        """The character of a word's traits, which is kept if it is a time."""
        if not kinds.tags[traits].isdisjoint({"time", "day"}) and traits not in self._characters:
            self._characters.append(traits)
        return traits

    def places(self, traits: str) -> list[int]:
        """The words of a text that are times."""
        found: list[int] = []
        for character in self._characters:
            place = traits.find(character)
            while place >= 0:
                found.append(place)
                place = traits.find(character, place + 1)
        found.sort()
        return found


times = Times()


@cache
def _character(traits: str, negated: bool) -> str:
    """The character of a word's traits."""
    own: TagSet = frozenset(traits.split())
    return times.known(kinds.of(own | {"not"} if negated else own))


_traits = _Traits()
_PARAGRAPH: TagSet = frozenset({"paragraph"})


@cache
def _marked(traits: str, tag: str) -> str:
    return times.known(kinds.of(kinds.tags[traits] | {MARK + tag}))


@cache
def _known() -> dict[str, str]:
    """The words that have traits, with these."""
    known: dict[str, str] = lexicon.derived("traits", __file__, _read, "syntax/words")
    return known


def _read() -> dict[str, str]:
    words, time = lexicon.load("syntax"), lexicon.load("time")
    found: dict[str, list[str]] = {}

    def add(trait: str, entries: object) -> None:
        for entry in entries:  # type: ignore[attr-defined]
            found.setdefault(entry, []).append(trait)

    for closed in words["closed"]:
        add(quoted(closed), [closed])
    add("stop", _STOPS)
    add("time", {*words["time-noun"], *time["month"], *time["weekday"]})
    add("weekday", time["weekday"])
    add("day", _DAYS)
    add("at-time", {*words["time"], *time["month"], *time["weekday"]})
    add("be", words["be"])
    add("have", words["have"])
    add("will", _FUTURE)
    add("not", ["never"])
    for verb, roles in _roles().items():
        for form in _forms(verb):
            if lemma(form, "D") == verb:
                add(roles, [form])
            if lemma(form, "V") == verb:
                add(" ".join(BASE + role for role in roles.split()), [form])
    return {word: " ".join(traits) for word, traits in found.items()}


def _forms(verb: str) -> set[str]:
    """All that may be a form of a verb."""
    doubled = verb + verb[-1]
    spelled = {stem + end for stem in (verb, doubled) for end in ("ed", "ing")}
    return {verb, *regular(verb), verb + "s", verb + "es", *spelled, *irregular().get(verb, ())}


def _roles() -> dict[str, str]:
    """The verbs that take something, with what they take."""
    words, cues = lexicon.load("syntax"), lexicon.load("claims")["cue-verb"]
    taking = {role: {*words[f"{role}-verb"]} for role in ROLES}
    for verb, value in cues.items():
        frames = value.split()[1:]
        if "clause" in frames or "quote" in frames:
            taking["clause"].add(verb)
        if "hearer" in frames or "order" in frames:
            taking["hearer"].add(verb)
    return {verb: " ".join(role for role in ROLES if verb in taking[role]) for verb in set().union(*taking.values())}
