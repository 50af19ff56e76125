"""Groups: runs of words that are one to the rules above, by expressions over the classes of words."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

from factx.syntax.patterns import ClassPatterns

Kind: TypeAlias = Literal["noun", "finite", "infinitive", "auxiliary", "ing", "participle", "past_participle"]

PHRASES: Final = {
    # What stands before the head of a noun group: a very big, well-known, 12, growing.
    "word": "<noun|propn|adj|participle|ing|num>",
    "described": "<adv&!wh>{0,2}+ <adj|num|participle|ing> (?: <hyphen> <word> )?+",
    "compound": "<noun|propn> (?: <hyphen> <word> )?+",
    "several": "<adj> <comma>? <cconj>? <adv&!wh>? (?= <adj> <adj|num|noun|propn> | <adj> <hyphen> )"
               " | <adj> <comma>? <cconj> <adv&!wh>? (?= <adj> <noun|propn> )",
    "modifier": "(?: <several> | <described> | <compound> )",
    "head": "<noun|propn> (?: <hyphen> <noun|propn|num> )?+",
    # Without an article, a participle opens a group only where it is no verb of the words before.
    "first": "(?: <several> | <adv&!wh>{0,2} <adj|num> (?: <hyphen> <word> )?+ | <adv&!wh> <hyphen> <adj|ing|participle>"
             " | (?<! <aux|noun|propn|pron|adv|negation> ) <participle> (?: <hyphen> <word> )?+ | <compound> )",
    "determiner": "<det|possessive>{1,2}+",
    "owner": "(?: <determiner> <modifier>{0,5} | <first>? <modifier>{0,4} ) <head> <genitive>",
    "between": "<adv&!wh|negation>{0,3}",
}  # fmt: skip

GROUPS: Final[ClassPatterns] = ClassPatterns(
    "groups",
    {
        "noun": "<owner>{1,2} <modifier>{0,5} <head> | <determiner> <modifier>{0,6} <head>"
                " | <first> <modifier>{0,5} <head> | <head> | <pron&!possessive>"
                " | <determiner> <adv>? <adj> (?! <hyphen|noun|propn|adj|num|participle|comma|cconj> )",
        "infinitive": "<to> <between> (?: <aux&base|aux&participle> <between> ){0,2} <verb|aux>",
        "finite": "(?: <aux&!ing&!participle> (?: <between> <aux&!modal> )* <between> <verb>"
                  " | <verb&base|verb&third|verb&past> )",
        "auxiliary": "<aux&!ing&!participle> (?: <between> <aux&!modal> )*",
        "ing": "<aux&ing> <adv>? <verb>? | <ing>",
        "past_participle": "<participle&or-past>",
        "participle": "<aux&participle> <participle>? | <participle>",
    },
    PHRASES,
)


class Group(NamedTuple):
    kind: str
    start: int
    end: int


def groups_of(classes: str) -> list[Group]:
    return [Group(hit.lastgroup or "", *hit.span()) for hit in GROUPS.compiled.over(classes).finditer(classes)]
