"""Groups: runs of words that are one to the rules above, by expressions over classes."""

from __future__ import annotations

from typing import NamedTuple

import regex

T = {  # tuning sketch: letters
}
MOD = r"(?:R{0,2}(?:[J#EFG]|y(?!.))(?:-[JNnPEG#])?|[NnP](?:-[NnPJEFG#])?|[JR],?C?R?J(?=R*[J#NnP])|J,J(?=[J,NnP])|J,J,?CJ(?=[NnP]))"
HEAD = r"(?:[NnP](?:-[NnP#])?(?:#(?=-))?)"
FIRST = r"(?:R{0,2}(?:[J#]|(?<![bdzegMNnPWpowqR!])[EF])(?:-[JNnPEG#])?|[NnP](?:-[NnPJEFG#])?|J,?C?R?J(?=[J#NnP])|R-[JEFG]|J,J(?=[J,NnP]))"
POSS = rf"(?:(?:[TO]{MOD}{{0,5}}|{FIRST}?{MOD}{{0,4}}){HEAD}s)"
NOUN = rf"(?:{POSS}{{1,2}}{MOD}{{0,5}}?{HEAD}++(?![NnP])|[TO]{{1,2}}{MOD}{{0,6}}{HEAD}|{FIRST}{MOD}{{0,5}}{HEAD}|{HEAD}|[TO]R?J(?![-NnPJ#EFG,C])|[poWkwqx])"
MID = r"[R!]"
VERB = rf"(?P<t>t{MID}{{0,2}}(?:[be]{MID}{{0,2}}){{0,2}}[VEFGDbeg])|(?P<v>[Mbdz](?:{MID}{{0,3}}[beg])*(?:{MID}{{0,3}}[VEFGD])|[VDZ])|(?P<a>[Mbdz](?:{MID}{{0,3}}[beg])*)|(?P<g>g?{MID}{{0,1}}(?<!R)G|g{MID}?[EFV]?|G)|(?P<e>e[EF]|E|e)|(?P<f>F)"
PATTERN = regex.compile(rf"(?P<n>{NOUN})|{VERB}")


class Group(NamedTuple):
    kind: str
    start: int
    end: int


def groups_of(classes: str) -> list[Group]:
    found = []
    for hit in PATTERN.finditer(classes):
        kind = hit.lastgroup or ""
        start, end = hit.span()
        found.append(Group(kind, start, end))
    return found
