"""What a token can be in a claim's sentence, by the lexicon and its spelling alone: its kinds, several for most words.

What a word is where it stands, as a class and in a group, syntax/ tells; a kind is what it may be: "report" is a noun
there and a verb here, and has the kind "present" in both.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, Literal, TypeAlias

from factx.engine.tags import TagSet
from factx.extract.claims import cues

Kind: TypeAlias = Literal[
    "nominal", "capital", "person", "determiner", "pronoun", "subject-pronoun", "preposition", "to", "conjunction",
    "subordinator", "relative", "that", "auxiliary", "adverb", "past", "present", "ing", "cue", "mostly-noun", "hedge",
    "time", "clitic", "feeling", "quotation", "aside", "comma", "colon", "stop", "break", "end", "trigger",
]
"""nominal: a name, a noun or an adjective, for all that is known. present: a form that may be a noun too (claims).
quotation: of speech or of a term, which is nominal too. break: a semicolon, a dash, an opening bracket. feeling: an
adjective that may be a cue. trigger: what may be a cue of any sort."""
Kinds: TypeAlias = frozenset[Kind]

END: Final[Kinds] = frozenset({"end"})
"""The kinds of the end of a sentence, and of what would stand after the text's."""
GENITIVE: Final[Kinds] = frozenset({"clitic", "nominal"})
"""What is both owns what follows: the mayor['s] claim; the apostrophe that ends a plural too: the judges['] ruling."""
OWNING: Final[Kinds] = frozenset({"clitic", "determiner"})
"""One of these in front of a word shows that it is a noun: his claim, Lee's claim."""
BEHIND_NOUN: Final[Kinds] = frozenset({"that", "to", "preposition"})
"""One of these stands after a noun that is a cue, and after "according"."""
BEHIND_IS: Final[Kinds] = frozenset({"that", "adverb"})
"""One of these stands after a noun that is a cue and "is": his claim is that."""
FINITE: Final[Kinds] = frozenset({"auxiliary", "past", "present"})
"""One of these may be a finite verb."""
PARTING: Final[Kinds] = frozenset({"comma", "break"})
"""Marks that part the words of a sentence."""

_BY_TAG: Final[dict[str, tuple[Kind, ...]]] = {
    "determiner": ("determiner",), "preposition": ("preposition",), "conjunction": ("conjunction",),
    "pronoun": ("pronoun",), "object-pronoun": ("pronoun",), "subject-pronoun": ("pronoun", "subject-pronoun"),
    "subordinator": ("subordinator",), "wh-word": ("subordinator",), "relative": ("relative",), "that": ("that",),
    "be": ("auxiliary",), "have": ("auxiliary",), "do": ("auxiliary",), "modal": ("auxiliary",),
    "adverb": ("adverb",), "negation": ("adverb",), "hedge": ("hedge",),
    "past": ("past",), "participle": ("past",), "base": ("present",), "third": ("present",), "ing": ("ing",),
    "cue": ("cue", "trigger"), "cue-noun": ("trigger",), "cue-adjective": ("trigger", "feeling"),
    "mostly-noun": ("mostly-noun",),
    "weekday": ("time",), "month": ("time",), "time-noun": ("time",),
}
"""The kinds that a tag of the lexicon gives."""
_UNTELLING: Final[Kinds] = frozenset({"time", "trigger", "feeling", "hedge", "mostly-noun"})
"""Those that leave open what a word is in its clause: with no others it is a noun or an adjective."""
_MARKS: Final[dict[str, Kinds]] = {
    **dict.fromkeys(("(", "[", "–", "—", "―", "--", ";"), frozenset[Kind]({"break"})),
    **dict.fromkeys((".", "?", "!", "...", "…"), frozenset[Kind]({"stop"})),
    **dict.fromkeys(("-", "/"), frozenset[Kind]({"nominal"})),
    ",": frozenset({"comma"}), ":": frozenset({"colon", "trigger"}), "&": frozenset({"conjunction"}),
}
_WORDS: Final[dict[str, Kinds]] = {
    "to": frozenset({"preposition", "to"}), "and": frozenset({"conjunction"}), "or": frozenset({"conjunction"}),
    "according": frozenset({"trigger"}), "words": frozenset({"nominal", "trigger"}),
    "per": frozenset({"preposition", "trigger"}),
}
_VERB_CLITICS: Final = frozenset({"'ll", "'ve", "'d", "'re", "'m"})
LAYERS: Final[dict[str, Kinds]] = {
    "figure": frozenset({"nominal"}), "quotation": frozenset({"quotation"}),
    "term": frozenset({"quotation", "nominal"}), "person": frozenset({"person", "nominal", "capital"}),
    "aside": frozenset({"aside"}), "acronym": frozenset({"nominal", "capital"}),
}
"""The kinds of what several tokens were made one for (layers.py)."""


def tells(own: Sequence[Kinds], noun: int) -> bool:
    """Whether what follows a noun may be what it tells: his claim that, a call for; his claim is that."""
    behind = own[noun + 1]
    return bool(behind & BEHIND_NOUN or "auxiliary" in behind and own[noun + 2] & BEHIND_IS)


class _Kinds(dict[str, Kinds]):
    """Token to its kinds; a token seen before costs one look-up."""

    LIMIT = 50_000

    def __missing__(self, token: str) -> Kinds:
        if len(self) >= self.LIMIT:
            self.clear()
        self[token] = found = _kinds(token)
        return found


of: Final = _Kinds().__getitem__
"""The kinds of a token, as it is written."""


def _kinds(token: str) -> Kinds:
    bare = token.strip()
    if not bare:
        return END
    first = bare[0]
    if not first.isalpha() and (mark := _mark(bare, bare == token)) is not None:
        return mark
    lower = bare.lower().replace("’", "'")
    clitic = "" if first not in "'’" else "verb" if lower in _VERB_CLITICS else "genitive"
    return _WORDS.get(lower) or _of_word(cues.tags(bare), clitic, capital=first.isupper() or first == "@")


def _mark(bare: str, glued: bool) -> Kinds | None:
    """The kinds of a mark; None where the token is none."""
    if bare == "-" and not glued:
        return _MARKS["–"]  # between blanks it is a dash
    if bare in ("'", "’"):
        return GENITIVE
    return _MARKS.get(bare) or (_MARKS["–"] if bare[0] in "\"“”‘`«»„" or bare == "''" else None)


@cache
def _of_word(tags: TagSet, clitic: str, *, capital: bool) -> Kinds:
    """What a word is by its tags and its spelling: a few hundred sets for all words there are."""
    found: set[Kind] = {kind for tag in tags for kind in _BY_TAG.get(tag, ())}
    if clitic:
        found.update(("clitic", "auxiliary" if clitic == "verb" else "nominal"))
    if found <= _UNTELLING:
        found.add("nominal")
    if capital:
        found.add("capital")
    return frozenset(found)
