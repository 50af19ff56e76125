"""Makes the sections of lexicons whose words stand in one row each, with all that they are to every kind of fact.

`verbs.txt` has a row for each verb, `words.txt` one for each word of a closed class, `nouns.txt` one for each noun and
each other word of an open class. A lexicon that rules name has the sections of its own file, and some made here:

- `say = cue:asserts,clause say` gives `say = asserts clause` in [cue-verb] of claims, `say` in [say-verb] of shares;
- `the = det; determiner` gives `the` in [determiner] of both;
- `claim, claims = cue-noun:asserts clause-noun` gives both in [cue-noun] of claims and in [clause-noun] of syntax.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

Section = dict[str, str]
Read = Callable[[str], Mapping[str, Section]]

SOURCES: Final = ("verbs", "words", "nouns")
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
    "syntax": {"clause-verb": "clause", "hearer-verb": "hearer", "naming-verb": "naming",
               "clause-alone-verb": "clause-alone"},
    "tense": {"scheduled": "scheduled", "intends": "intends", "puts-off": "puts-off", "bids": "bids", "binds": "binds"},
}  # fmt: skip
"""The sections of verbs of each lexicon, each with the role of its verbs."""
WORDS: Final = {
    "shares": (
        "determiner", "possessive", "pronoun", "object-pronoun", "preposition", "conjunction", "relative", "auxiliary",
        "adverb",
    ),
    "claims": (
        "be", "have", "do", "modal", "negation", "adverb", "determiner", "subject-pronoun", "pronoun", "object-pronoun",
        "relative", "wh-word", "that", "preposition", "subordinator", "conjunction", "particle", "possessive",
    ),
    "syntax": ("be", "have", "do", "s-clitic"),
    "people": ("auxiliary", "relative"),
    "people-others": ("function",),
    "time": ("function-word", "possessive"),
}  # fmt: skip
"""The sections of closed classes of each lexicon."""
NOUNS: Final = {
    "claims": (
        "cue-noun", "cue-adjective", "medium", "standard", "unowned", "said-noun", "done-noun", "mostly-noun",
        "headline-source", "no-speaker", "finding-source", "means", "weekday", "month", "time-noun", "plain-word",
        "hedge", "attributive", "force", "toll", "partitive", "gathering",
    ),
    "shares": (
        "rise-noun", "fall-noun", "noun-too", "stake-noun", "support-noun", "loan-noun", "forecast-noun", "thing-noun",
        "thing-name", "group-noun", "asked-noun", "change-noun", "completed-noun", "index-name", "stand-in", "had-noun",
        "set-noun", "priced-noun", "pace", "mass-noun", "survey-noun", "forecaster", "share-word", "not-adverb",
        "degree-adjective", "praise", "change-time", "part-of-time", "earned-noun",
    ),
    "percentages": ("numbered-noun", "rate-word", "index-word", "paged-or-salted"),
    "syntax": ("clause-noun", "destination", "time-noun", "time", "describing"),
    "tense": ("planned-event", "plan", "reported"),
    "time": (
        "month", "month-or-word", "weekday", "weekday-or-word", "weekdays", "unit", "units", "clock-unit",
        "clock-units", "length-word", "season", "season-or-word", "half-way", "day-part", "day-part-plural",
        "clock-word", "deictic-day", "portion-noun", "set-word", "decade-word", "period", "tonight", "counted",
        "street", "sport", "measured-in-tens", "game", "weekday-title", "night-title", "programme", "feast-title",
        "known-for", "of-a-month", "of-a-half", "generation", "quartered", "kind",
    ),
    "roles": ("scene", "any", "office", "person"),
    "people": ("role", "trade", "kin", "honorific", "modifier", "regime", "vessel", "work", "named-after"),
    "people-others": ("organisation", "place-word", "place-noun-before", "calendar"),
}  # fmt: skip
"""The sections of nouns and other words of open classes of each lexicon. A few of their words have their row in
`words.txt`: half, may, last."""
BOTH_APOSTROPHES: Final = ("shares", "syntax")
"""The lexicons that have a word with an apostrophe in both spellings: isn't, isn’t."""
FROM: Final[dict[str, dict[str, str]]] = {
    name: dict.fromkeys(VERBS.get(name, ()), "verbs")
    | dict.fromkeys(WORDS.get(name, ()), "words")
    | dict.fromkeys(NOUNS.get(name, ()), "nouns")
    for name in {**VERBS, **WORDS, **NOUNS}
}
"""The sections made here, each with the file of its words, or of most."""
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
    """A role's parameters in a row: the list after its colon, separated by blanks; None if it has no such role."""
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
    """The sections of closed classes, and those of nouns and other words."""
    if name not in FROM:
        return {}
    found: dict[str, Section] = {section: {} for section in (*WORDS.get(name, ()), *NOUNS.get(name, ()))}
    for word, listed in rows(read):
        spellings = {word, word.replace("'", "’")} if name in BOTH_APOSTROPHES else {word}
        for entry in listed.split():
            lexicon, section, value = parted(entry)
            if lexicon in ("", name) and section in found:
                found[section] |= dict.fromkeys(sorted(spellings), value)
    if name == "syntax":
        classes = ((word, row.partition(";")[0]) for word, row in read("words")["word"].items())
        found["closed"] = {word: listed for word, listed in classes if listed}
    return found


def rows(read: Read) -> Iterator[tuple[str, str]]:
    """The words of `words.txt` and of `nouns.txt`, each with the sections that its row names."""
    for word, value in read("words")["word"].items():
        yield word, value.partition(";")[2]
    for part in read("nouns").values():
        for forms, listed in part.items():
            for word in forms.split(", "):
                yield word, listed


def parted(entry: str) -> tuple[str, str, str]:
    """The lexicon that a row names with a section, "" if none, the section, and the value of the word there."""
    lexicon, _, rest = entry.partition(":")
    section, _, value = rest.partition(":")
    if section in FROM.get(lexicon, ()):
        return lexicon, section, value.replace(",", " ")
    return "", lexicon, rest.replace(",", " ")
