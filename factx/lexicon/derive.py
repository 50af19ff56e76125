"""Makes the sections of lexicons whose words stand in one row each, with all that they are to every kind of fact.

`verbs.txt` has a row for each verb, `words.txt` one for each word of a closed class. A lexicon that rules name has the
sections of its own file, and some made here: the row `say = cue:asserts,clause say` gives `say = asserts clause` in
[cue-verb] of claims, and `say` in [say-verb] of shares; `the = det; determiner` gives `the` in [determiner] of both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

Section = dict[str, str]
Read = Callable[[str], Mapping[str, Section]]

SOURCES: Final = ("verbs", "words")
"""The lexicons that others are made of: rules do not name their sections."""

VERBS: Final = {
    "shares": {
        "hold-verb": "hold", "choose-verb": "choose", "lead-verb": "lead", "rise-verb": "move:up",
        "fall-verb": "move:down", "drift-verb": "move:either", "reach-verb": "reach", "say-verb": "say",
        "other-verb": "other",
    },
    "claims": {
        "cue-verb": "cue", "governs": "governs", "plain-verb": "plain", "catenative": "catenative",
        "catenative-participle": "catenative:participle", "declining-verb": "declining", "sense": "speaks",
    },
    "syntax": {"clause-verb": "clause", "hearer-verb": "hearer", "naming-verb": "naming"},
}  # fmt: skip
"""The sections of verbs of each lexicon, each with the role of its verbs."""
WORDS: Final = {
    "shares": (
        "determiner", "possessive", "pronoun", "object-pronoun", "preposition", "conjunction", "relative", "auxiliary",
        "adverb",
    ),
    "claims": (
        "be", "have", "do", "modal", "negation", "adverb", "determiner", "subject-pronoun", "pronoun", "object-pronoun",
        "relative", "wh-word", "that", "preposition", "subordinator", "conjunction", "particle",
    ),
    "syntax": ("be", "have", "do", "s-clitic"),
    "people": ("auxiliary", "relative"),
}  # fmt: skip
"""The sections of closed classes of each lexicon."""
BOTH_APOSTROPHES: Final = ("shares", "syntax")
"""The lexicons that have a word with an apostrophe in both spellings: isn't, isn’t."""
FROM: Final[dict[str, dict[str, str]]] = {
    name: dict.fromkeys(VERBS.get(name, ()), "verbs") | dict.fromkeys(words, "words") for name, words in WORDS.items()
}
"""The sections made here, each with the file of its words."""
FROM["claims"]["irregular-verb"] = "verbs"
FROM["syntax"]["closed"] = "words"
FROM["syntax"]["saying"] = "verbs"


def sections(name: str, read: Read) -> dict[str, Section]:
    """The sections of a lexicon that are made here; `read` gives those of a file."""
    return _of_verbs(name, read) | _of_words(name, read)


def _of_verbs(name: str, read: Read) -> dict[str, Section]:
    if name not in VERBS:
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
    if name == "syntax":
        saying = [verb for verb, roles in file["verb"].items() if _takes_clause(roles)]
        found["saying"] = {form: "" for verb in saying for form in _all_forms(verb, irregular.get(verb, ""))}
    if name == "shares":
        for verbs in found.values():
            verbs |= {verb: file["share-forms"].get(verb) or _forms(irregular.get(verb, "")) for verb in verbs}
    return found


def _value(roles: str, wanted: str) -> str | None:
    """What a row says of a role: the list after its colon, separated by blanks; None if it has no such role."""
    for role in roles.split():
        name, _, value = role.partition(":")
        if wanted == role:
            return ""
        if wanted == name and name in ("cue", "speaks", "governs"):
            return value.replace(",", " ")
    return None


def _forms(irregular: str) -> str:
    """A verb's past, participle and -ing form, each once."""
    return " ".join(dict.fromkeys(irregular.split()[:3]))


def _takes_clause(roles: str) -> bool:
    """Whether a clause with "that" can be a verb's content, with or without a hearer."""
    frames = (_value(roles, "cue") or "").split()
    return any(wanted in frames or wanted in roles.split() for wanted in ("clause", "hearer"))


def _all_forms(verb: str, irregular: str) -> tuple[str, ...]:
    """A verb's base and its other forms."""
    from factx.lexicon.inflection import regular

    return verb, *(irregular.split() or regular(verb))


def _of_words(name: str, read: Read) -> dict[str, Section]:
    if name not in WORDS:
        return {}
    found: dict[str, Section] = {section: {} for section in WORDS[name]}
    if name == "syntax":
        found["closed"] = {}
    for word, value in read("words")["word"].items():
        classes, _, listed = value.partition(";")
        if name == "syntax" and classes:
            found["closed"][word] = classes
        spellings = {word, word.replace("'", "’")} if name in BOTH_APOSTROPHES else {word}
        for entry in listed.split():
            lexicon, _, section = entry.rpartition(":")
            if lexicon in ("", name) and section in found:
                found[section] |= dict.fromkeys(sorted(spellings), "")
    return found
