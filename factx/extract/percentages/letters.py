"""A sentence as letters, one for what each of its tokens is: a clause can be read from them by its shape.

    N noun  C name  B noun that may be a verb  V verb  X auxiliary  A adverb  D determiner  p pronoun  R T w relatives
    o t b @ P prepositions (of, to, by, at and with, others)  J conjunction  + and, or  U up, down  # number  % figure
    s 's  - hyphen inside a word  d dash  , ( ) " marks  . the rest
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factx import lexicon
from factx.extract.percentages.words import kinds
from factx.text.tokens import Tokens

LETTERS = {
    "of": "o", "to": "t", "by": "b", "at": "@", "with": "@", "and": "+", "or": "+", "that": "T", "whose": "w",
    ",": ",", "(": "(", ")": ")", "%": "%", "": ".", "'s": "s", "’s": "s", "'": "s", "’": "s", "&": "N", "/": "N",
    "$": "#", "£": "#", "€": "#", '"': '"', "“": '"', "”": '"', "``": '"', "''": '"',
    "estimated": "B", "as": "?", "than": "D", "last": "D", "next": "D",
    "-": "d", "–": "d", "—": "d", "--": "d", "―": "d",
}
UNSURE = re.compile("[dVB?]")
"""What only the tokens beside it decide."""
SECTIONS = (
    ("auxiliary", "X"), ("pronoun", "p"), ("relative", "R"), ("determiner", "D"), ("possessive", "D"), ("filler", "D"),
    ("up-word", "U"), ("down-word", "U"), ("preposition", "P"), ("conjunction", "J"), ("adverb", "A"),
)
"""The closed classes, the first that has a word decides."""


_LEAD = "[AD]{0,3}[Pto@b]?[AD]{0,3}"
_THING = "[NCBD#s-]{1,6}"
LINKS = {
    "without verb": rf"[\"A+]{{0,3}}(?P<who>{_THING}),@[AD]{{0,3}}(?:[NB]{{1,3}}o{_LEAD})?",
    "gap": rf"(?P<first>[Ptob@])[AD]{{0,3}}%[^VXRTJwp.]{{0,10}}[,+]{{1,2}}"
           rf"(?P<who>{_THING})(?P<second>[Ptob@])[AD]{{0,3}}$",
    "direct": rf",?[ADU]{{0,4}}{_LEAD}",
    "measure": rf"[AD]{{0,3}}[NCBs-]{{0,5}}\"?o{_LEAD}",
    "continued": rf"[^VXRTJwp.]{{0,24}}(?:[#%][^VXRTJwp.]{{0,8}},\+?|,\+|d|\+|\(){_LEAD}",
    "standing": rf"[^VXRTJwp.%]{{0,10}}@{_LEAD}|[^VXRTJwp.]{{0,16}},@[AD]{{0,3}}(?:[NB]{{1,3}}o{_LEAD})?",
    "moved": rf"[^VXRTJwp.%]{{0,16}},U{_LEAD}",
    "by": rf"(?:{_THING})?(?:[Pto@]{_THING}){{0,2}},?b{_LEAD}(?:[NB]{{1,2}}o{_LEAD})?",
    "list by": rf"[NCD#,+-]{{1,14}}b{_LEAD}",
    "score": rf"{_THING},?{_LEAD}|{_THING}b#?[NCB]{{1,2}}(?:[Pto@]{_THING}){{0,3}},{_LEAD}",
    "object": _THING,
    "absolute": rf"%(?:o{_THING})?V",
    "of": rf"[oP](?P<who>{_THING})",
    "subject": r"(?<![oPbt@DNCB#sRw-])(?P<who>[NCBD#-]{1,8}+)"
               r"(?:[oPbt@][NCBD#s-]{1,8}+){0,2}(?:,[^.]{1,24}?,)?[A\"]{0,4}(?=[VX]|,?[Pob@t]?R)",
    "owner": r"(?<![NCBD#-])(?P<who>D{0,2}[NCB#-]{1,7})s(?=[NCB])",
    "proper": r"(?<!C)(?P<who>C{1,4}+)(?!N)",
    "plan": "V[DNB]{1,5}t$",
    "headline": rf"[\"A+d]{{0,3}}(?P<who>[NCBD#s-]{{1,9}})U{_LEAD}",
    "name": "D{0,2}(?P<who>C{1,3})",
    "where": "R(?=[NCBD])",
    "clause": 'T?"?[ADNC#Bps-]+A?[VX]',
    "its": rf"[U]?D{_THING}(?:[PtobU@]{_THING})?(?:tA?V)?U?{_LEAD}",
    "own": rf"[NCB]{{0,3}}b?{_LEAD}",
}
"""How a figure can hang on a verb, as what stands between the two."""


@cache
def link(name: str) -> re.Pattern[str]:
    """The pattern of that name in LINKS, compiled on first use."""
    return re.compile(LINKS[name])


@cache
def _closed() -> dict[str, str]:
    words = lexicon.load("shares")
    found: dict[str, str] = {}
    for section, letter in SECTIONS:
        for word in words[section]:
            found.setdefault(word, letter)
    return found | LETTERS


@lru_cache(maxsize=8192)
def _letter(word: str) -> str:
    """What a word is wherever it stands."""
    closed = _closed().get(word.lower())
    if closed is not None:
        return closed
    if not word[0].isalpha():
        return "#" if word[0].isdigit() else "."
    tags = kinds(word)
    if "noun" not in tags:
        return "V" if "verb" in tags else "A"
    return "C" if word[0].isupper() else "B" if "verb" in tags else "N"


class Clause:
    """A sentence with figures, each token a letter."""

    def __init__(self, tokens: Tokens, first: int, last: int) -> None:
        self.tokens = tokens
        self.first = first
        self.words = tokens[first:last]
        self.lower = [word.lower() for word in self.words]
        letters = list(map(_letter, self.words))
        for place in tokens.marked:
            if first <= place < last:
                letters[place - first] = "%"
        for hit in UNSURE.finditer("".join(letters)):
            i, letter = hit.start(), hit[0]
            before = letters[i - 1] if i else "."
            after = letters[i + 1] if i + 1 < len(letters) else "."
            if letter == "?":
                letters[i] = "J" if after == "C" else "P"  # "as Lee won"; "as many as 5"
            elif letter == "d" and self.words[i] == "-" and self._glued(i):
                letters[i] = "-"
            elif letter == "V" and after in "NBC":
                # "the listed firms", "of registered voters"
                if before in "Ds-" or before in "oP@b" and self.lower[i].endswith("ed"):
                    letters[i] = "N"
            elif letter == "B" and self._is_verb(letters, i, after):
                letters[i] = "V"
        self.letters = "".join(letters)

    def _is_verb(self, letters: list[str], i: int, after: str) -> bool:
        """Whether what may be a noun or a verb is a verb, going by the words beside."""
        before = letters[i - 1] if i else "."
        if before == "A":
            mover = "".join(letters[max(0, i - 3):i]).rstrip("A")[-1:]
            return mover in ("p", "X") or after in "DC%t"
        if before == "t":
            return after not in "Po" or letters[i - 2] == "V"
        if before == "N":
            return after in "D%" and self.lower[i - 1].endswith("s")
        if before in ",d":
            return self.lower[i].endswith("ing") and after in "DC%tbP"
        return before in "pXR" or before == "C" and after in "DC%t"

    def _glued(self, i: int) -> bool:
        whole = self.tokens.words
        at = self.first + i
        return at > 0 and whole[at] == "-" and not whole[at - 1][-1:].isspace()
