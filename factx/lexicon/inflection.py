"""The forms of regular verbs, by the rules of spelling."""

from __future__ import annotations

from factx.expressions import compiled
from factx.records import NamedTuple

_SHORT = compiled(r"[^aeiou]*[aeiou][bdgklmnprt]")
"""Verbs of one short syllable, which double their last letter: bagged, netting."""


class Forms(NamedTuple):
    """The past is the participle too."""

    past: str
    ing: str
    third: str


def regular(verb: str) -> Forms:
    """The forms of a verb as they would be spelled if it were regular."""
    if verb.endswith("e"):
        return Forms(verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing", verb + "s")
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        return Forms(verb[:-1] + "ied", verb + "ing", verb[:-1] + "ies")
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    stem = verb + verb[-1] if _SHORT.fullmatch(verb) else verb
    return Forms(stem + "ed", stem + "ing", third)


def lemmas(form: str) -> list[str]:
    """The verbs that `form` may be a regular form of, the likeliest first: "planned" of plan, planne or plann."""
    for ending, least in (("ing", 4), ("ed", 4), ("s", 3)):
        if form.endswith(ending) and len(form) >= least:
            stem = form[: -len(ending)]
            if ending == "s":
                shorter = [stem[:-2] + "y"] if stem.endswith("ie") else [stem[:-1]] if stem.endswith("e") else []
                return [stem, *shorter]
            doubled = [stem[:-1]] if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiou" else []
            changed = [stem[:-1] + "y"] if ending == "ed" and stem.endswith("i") else []
            return [*changed, *doubled, stem, stem + "e"]
    return [form]
