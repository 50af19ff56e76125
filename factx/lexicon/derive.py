"""Works out the sections of lexicons whose words stand in one row each, with all that they are to all kinds of fact.

`verbs.txt` has a row a verb. A lexicon that rules name has what they ask for as sections, some read from its own file
and some made here: say = cue:asserts,clause say is `say = asserts clause` in [cue-verb] of claims, and `say` in
[say-verb] of shares.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

Section = dict[str, str]
Sources = Mapping[str, Mapping[str, Section]]

SOURCES: Final = ("verbs",)
"""The lexicons that others are made of: no rule names their sections."""

VERBS: Final = {
    "shares": {
        "hold-verb": "hold", "choose-verb": "choose", "lead-verb": "lead", "rise-verb": "move:up",
        "fall-verb": "move:down", "drift-verb": "move:either", "reach-verb": "reach", "say-verb": "say",
        "other-verb": "other",
    },
    "claims": {
        "cue-verb": "cue", "governs": "governs", "plain-verb": "plain", "catenative": "catenative",
        "catenative-participle": "catenative:participle", "declining-verb": "declining",
    },
    "syntax": {"clause-verb": "clause", "hearer-verb": "hearer", "naming-verb": "naming"},
}  # fmt: skip
"""The sections of verbs of each lexicon, with the role that brings a verb there."""
FROM: Final = {
    "claims": {**dict.fromkeys(VERBS["claims"], "verbs"), "irregular-verb": "verbs"},
    "shares": dict.fromkeys(VERBS["shares"], "verbs"),
    "syntax": dict.fromkeys(VERBS["syntax"], "verbs"),
}
"""The sections that are worked out, each with the file that its words stand in."""


def sections(name: str, read: Callable[[str], Mapping[str, Section]]) -> dict[str, Section]:
    """The sections of a lexicon that are worked out; `read` gives those of a file."""
    if name not in FROM:
        return {}
    file = read("verbs")
    irregular = file["irregular"]
    found: dict[str, Section] = {}
    for section, role in VERBS[name].items():
        found[section] = {}
        for verb, roles in file["verb"].items():
            if (value := _value(roles, role)) is not None:
                found[section][verb] = value
    if name == "claims":
        known = {*found["cue-verb"], *found["plain-verb"]}
        found["irregular-verb"] = {verb: forms for verb, forms in irregular.items() if verb in known}
    if name == "shares":
        for verbs in found.values():
            verbs |= {verb: file["share-forms"].get(verb) or _forms(irregular.get(verb, "")) for verb in verbs}
    return found


def _value(roles: str, wanted: str) -> str | None:
    """What a row tells of a role: what stands behind its colon, with blanks; None where it has not the role."""
    for role in roles.split():
        name, _, value = role.partition(":")
        if wanted == role:
            return ""
        if wanted == name and name in ("cue", "governs"):
            return value.replace(",", " ")
    return None


def _forms(irregular: str) -> str:
    """A verb's past, participle and -ing, each once."""
    return " ".join(dict.fromkeys(irregular.split()[:3]))
