"""Clauses: each verb group with its subject and its complement, by expressions over groups."""

from __future__ import annotations

import regex

N = "[npWkoqw#T]"
PP = r"(?:I(?:R?J)?[npWkoqw#T](?:CR?[nW#])?|IJ|ITJ|Ig[nW]?)"
ASIDE = r"(?:,[^,¶vac]{1,24},|\([^()¶]{1,30}\)|–[^–¶]{1,24}–|,[wIRgeSyJn][^,¶\"]{1,24},)"
OBJECT = rf"(?:R|J|t|g|e|f|n|W|o|#|T|{PP})"
REL = rf"(?:,?I?w(?:R|,R,)*(?:[npWk]R?)?[vac]{OBJECT}*,?)"
REDUCED = rf"(?:[pnWk]R*[vac](?:{PP})*)"
PART = rf"(?:,?[efg](?:R|J|n|W|o|{PP})*,?|J(?:{PP}|t)+|t(?:n|W|o|J|R|{PP})*)"
COORD = r"(?:(?:,[nW]){0,4},?C[npW])"
BETWEEN = rf"(?:R|{PP}|{ASIDE}|{REL}|{PART}|{COORD}|,R,?|,{PP},|\"(?=[^\"]*$))"
FREE = r"(?<!I|IR|IJ|IRJ|[¶,Sy:;–(\"][npW](?:In){0,2}(?:,n)*,?C|w[va]|wR[va])"
MANY = r"(?:(?<=[¶S,C]R?)J(?=I|[va]))"
GENERAL = regex.compile(rf"(?<=(?P<s>{FREE}(?:{N}|{MANY})){BETWEEN}{{0,5}}?)[vac]")
EMBEDDED = regex.compile(rf"(?<=(?P<s>{FREE}{N})(?:{BETWEEN}|{REDUCED}|S[^¶vac]{{1,10}}[vac]{OBJECT}*){{0,5}}?)[vac]")
NEAR = regex.compile(rf"(?<=(?P<s>x|{FREE}(?:[npWkqw#T]|{MANY}))(?:R|,R,|{PP}|R,|{COORD}){{0,4}}?)[vac]")
PRONOUN = regex.compile(rf"(?<=(?P<s>{FREE}[pkw])(?:R|J|,R,|,IW,|,In,){{0,3}})[vac]")
"""As NEAR, a pronoun that can be nothing else."""
COORDINATED = regex.compile(r"(?<=C(?:R|,R,|,In,){0,2})[vac]")
LISTED = regex.compile(r"(?<=,R?)[vac](?=[^¶]{1,30}C)")
LOCATIVE = regex.compile(r"(?<=[¶]I(?:n|TJ)(?:In)*,?)[a](?P<s>n)")
FREE_RELATIVE = regex.compile(rf"(?<=(?P<s>q)(?:[npWk]R*)?[vac]{OBJECT}*)[a]")
EXISTENTIAL = regex.compile(r"(?<=xR*)[vac][Re!STI]*(?P<s>[nW#T])|(?<=xR*)[vac](?P<none>)|axR*(?P<s>[nW#T])")
QUESTION = regex.compile(r"(?<![npWowk#T]R?)[a](?P<s>[npWk#T](?:C[nW])?)(?:R*(?P<v>[vgec])|(?P<copula>))")
INVERTED = regex.compile(r"(?<=(?:[\",]R?))[c](?P<s>[np])(?=[,¶\"I.]|R|,|$)")
"""said Ann Lee"""
FINITE = [regex.compile(p) for p in (
    r"(?<=[pkxw](?:R|,[^,¶vac]{1,8},)*)f", r"(?<=C[R]*)f(?=R*(?:[nWok#T]|I))(?<=[¶][^¶]*v[^¶]*)",
    r"(?<=¶[^¶vacf]*n[^¶vacf]*)f(?=[^¶vac]*¶)",
)]
EXPLETIVE = regex.compile(r"(?<=kR*)a[R!]*J(?=[tS])")


def subject(letters: str, at: int) -> tuple[int, int] | None:
    """The verb's place and its subject's among the items, for the finite verb at `at`."""
    if hit := EXISTENTIAL.match(letters, at):
        return (at, hit.start("s")) if hit["none"] is None else None
    if EXPLETIVE.match(letters, at):
        return None
    if hit := PRONOUN.match(letters, at):
        return at, hit.start("s")
    if letters[at] == "a" and (hit := QUESTION.match(letters, at)):
        return (hit.start("v") if hit["v"] else at), hit.start("s")
    if hit := INVERTED.match(letters, at):
        return at, hit.start("s")
    if hit := NEAR.match(letters, at):
        return at, hit.start("s")
    if COORDINATED.match(letters, at):
        return at, -1
    for pattern in (LOCATIVE, FREE_RELATIVE, GENERAL, EMBEDDED):
        if hit := pattern.match(letters, at):
            return at, hit.start("s")
    return (at, -1) if LISTED.match(letters, at) else None


def promote(letters: str) -> str:
    """Participles that are the past tense of their clause."""
    for pattern in FINITE:
        letters = pattern.sub("v", letters)
    return letters
