"""Groups: runs of words that are one to the rules above, by expressions over the classes of words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from factx.engine.tags import TagSet
from factx.records import NamedTuple
from factx.syntax.patterns import ClassPatterns
from factx.syntax.verbs import verb_forms
from factx.syntax.words import CLASSES, LETTER, NAME, REMEMBERED

Kind: TypeAlias = Literal["noun", "verb", "preposition"]

PHRASES: Final = {
    # What stands before the head of a noun group: a very big, well-known, 12, growing.
    "word": "<noun|propn|adj|participle|ing|num>",
    # Slow-and-steady, bread-and-butter.
    "and": "<cconj> <hyphen&glued>",
    "described": "<adv&!wh>{0,2}+ (?: <adj|num> | (?<! <noun|propn> ) <participle|ing> )"
                 " (?: <hyphen> <and>? <word> ){0,3}+",
    "compound": "<noun|propn> (?: <hyphen> (?: <and>? <word> | <adp> ) | <ampersand> <noun|propn> ){0,3}+",
    "several": "<adj> <comma>? <cconj>? <adv&!wh>? (?= <adj> <adj|num|noun|propn> | <adj> <hyphen> )"
               " | <adj> <comma>? <cconj> <adv&!wh>?"
               " (?= <adj> <noun|propn> | <noun|adj> <hyphen> <participle> <noun> )",
    # Like-for-like, over-the-counter; under-25s; 18- to 24-year-olds.
    "joined": "(?: <adp> <hyphen> (?: <adp|det> <hyphen> (?: <word> | <adp|sconj> ) | <num> )"
              " | <num> <hyphen|dash> <adp|to|cconj> (?= <num> <hyphen> ) )",
    "modifier": "(?: <several> | <described> | <compound> | <joined> )",
    "head": "(?: <adj|participle|ing|num> <hyphen> )? <noun|propn> (?: <hyphen> <noun|propn|num>"
            " | (?: <ampersand> <noun|propn> )?+ (?: (?<= <propn> ) <num&!figure>{1,2}+ )?+ )",
    # Without an article, a participle opens a group only where it is no verb of the words before.
    "first": "(?: <several> | <adv&!wh>{0,2} <adj|num> (?: <hyphen> <and>? <word> )?+"
             " | <adv&!wh> <hyphen> <adj|ing|participle>"
             " | (?<! <aux|noun|propn|pron|adv|negation> ) <participle> (?: <hyphen> <word> )?+ (?! <propn> )"
             " | <compound> | <joined> )",
    "determiner": "<det|possessive>{1,2}+",
    "owner": "(?: <determiner> <modifier>{0,5} | (?: <first> <modifier>{0,4} )? ) <head> <genitive>",
    # Most groups: nothing follows that may belong to them, which is soon told.
    "plain": "<det|possessive>? <adj>{0,2} <noun|propn>{1,3} "
             " (?! <noun|propn|adj|participle|ing|num|adv|hyphen|ampersand|genitive> )",
    # A noun or a figure is to come: most adverbs, adjectives and participles stand before none, which is soon told.
    "headed": "(?= <determiner>? (?: <joined> | <adv|adj|num|participle|ing|hyphen|comma|cconj> )*+ <noun|propn>"
              " | <determiner>? <adv|adj>{0,2} <figure> )",
    # The 54-year-old.
    "aged": "<word> <hyphen> <noun> <hyphen> <adj> (?! <hyphen|noun|propn|num|participle|ing> | <comma|cconj>? <adj> )",
    "between": "<adv&!wh|negation>{0,3}",
}  # fmt: skip

GROUPS: Final[ClassPatterns] = ClassPatterns(
    "groups",
    {
        "noun": "<plain> | <pron&!possessive>"
                " | <headed> (?: <determiner> <aged> | <owner>{1,2} <modifier>{0,5} <head>"
                " | <determiner> <modifier>{0,6} <head> | <first> <modifier>{0,5} <head> | <head>"
                " | <determiner>? <adv|adj>{0,2} <figure> )"
                " | <determiner> <adv>? (?: <word> <hyphen> ){0,2} <adj>"
                " (?! <hyphen|noun|propn|adj|num|participle|comma|cconj> )",
        "infinitive": "<to> <between> (?: <aux&base|aux&participle> <between> ){0,2} <verb|aux>",
        "finite": "(?: <aux&!ing&!participle> (?: <between> <aux&!modal> )* <between> <verb>"
                  " | <verb&base|verb&third|verb&past> )",
        "auxiliary": "<aux&!ing&!participle> (?: <between> <aux&!modal> )*",
        "ing": "<aux&ing> <adv>? <verb>? | <ing>",
        "participle": "<aux&participle> <participle>? | <participle>",
    },
    PHRASES,
    single="<adp> (?! <hyphen> ) | <adv> (?! <adv|adj|num|participle|ing|hyphen> )"
           " | <adj> (?! <noun|propn|adv|adj|num|participle|ing|hyphen|comma|cconj|adp> )",
    runs=LETTER["end"],  # sentences that nobody asks for are read as empty ones
)  # fmt: skip


class Group(NamedTuple):
    """The tokens `start` to `end` (exclusive), one to the rules for clauses; `head` is the one that the group is of.

    tags: what a rule may ask of it: `noun-group` with `person`, `time`, `figure`, `named`, `plural`, `owned` or the
        kind of its pronoun, or `verb-group` with its form, tense, voice and more (see `factx.syntax.verbs`).
    """

    kind: Kind
    start: int
    end: int
    head: int
    tags: TagSet


@lru_cache(REMEMBERED)
def noun_group(letters: str) -> tuple[int, TagSet]:
    """The place of a noun group's head, and its tags, by the classes of its words."""
    head = _head(letters)
    name = NAME.get(letters[head], "participle")  # the accused, which may be a form of the past elsewhere
    own = CLASSES[name][1].split()
    tags = {"noun-group"} | ({"named"} if name == "propn" else {"plural"} if name == "plural" else set())
    if own[0] == "pron":
        tags.update(own)
    if "%" in letters:
        tags.add("figure" if letters[head] == "%" else "with-figure")
    if "s" in letters or letters[0] == "O":
        tags.add("owned")
    return head, frozenset(tags)


def _head(letters: str) -> int:
    """The last noun or name; after an article the common noun before a name: "the athlete Ann Lee".

    Of the 54-year-[old], which has no noun of its own, the adjective.
    """
    if letters.endswith("-J"):
        return len(letters) - 1
    nouns = [place for place, letter in enumerate(letters) if letter in "NnP"] or [letters.rfind("%")]
    head = nouns[-1]
    if head < 0:
        return len(letters) - 1
    if letters[0] in "TO" and letters[head] == "P" and letters[head + 1 :] == "":
        before = next((place for place in range(head, -1, -1) if letters[place] != "P"), 0)
        if letters[before] in "Nn":
            return before
    return head


def possessors(groups: Sequence[Group], classes: str) -> list[Group]:
    """The noun groups inside others: the owner before 's, and my, his, their."""
    found: list[Group] = []
    for group in groups:
        if group.kind == "noun":
            letters = classes[group.start : group.end]
            for place, letter in enumerate(letters):
                if letter == "s" and place:
                    offset, tags = noun_group(letters[:place])
                    found.append(Group("noun", group.start, group.start + place, group.start + offset, tags))
                elif letter == "O":
                    at = group.start + place
                    found.append(Group("noun", at, at + 1, at, frozenset({"noun-group", "pron", "possessive"})))
    return found


def tag_sets() -> set[TagSet]:
    """Every tag set that a group can have."""
    pronouns = (letter for letter, own in CLASSES.values() if own.startswith("pron"))
    letters = ["N", "n", "P", "%", "%N", "%n", "%P", *pronouns, "T", "J"]
    nouns = {noun_group(owner + letter)[1] for letter in letters for owner in ("", "O")}
    return nouns | {tags | {mark} for tags in nouns for mark in MARKS} | verb_forms()


MARKS: Final = ("person", "time", "figure", "whose")
"""What a noun group is by its head or its owner: what has been found in the text before is among it."""
