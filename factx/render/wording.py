"""Facts in words, for the formats that people read."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Final

from factx.model import Bound, Change, Claim, Document, Fact, Part, Percentage
from factx.read import STDIN
from factx.render.plain import one_line, printable

BOUND_WORDS: Final[dict[Bound | None, str]] = {
    None: "",
    "MORE_THAN": "more than ",
    "LESS_THAN": "less than ",
    "EQUAL_OR_MORE": "at least ",
    "EQUAL_OR_LESS": "at most ",
    "APPROX": "about ",
    "MARGIN": "± ",
}
FRAMES: Final[dict[str, str]] = {
    "clause": "a clause", "quote": "a quotation", "hearer": "a hearer", "to": "to do something",
    "order": "somebody to do something", "thing": "a thing", "naming": "what it is called", "about": "a topic",
    "mind": "a thought", "bearing": "what it shows",
}  # fmt: skip
"""What cues can take, as the lexicon of verbs has it, in words."""
CHANGE_WORDS: Final[dict[Change | None, str]] = {None: "", "rise": "up ", "fall": "down "}


def document_name(document: Document) -> str:
    return "standard input" if document.id == STDIN else printable(document.id or "")


def qualifier(percentage: Percentage) -> str:
    """The words before a figure: "more than ", "up about ", or none."""
    return CHANGE_WORDS[percentage.change] + BOUND_WORDS[percentage.mod]


def name_beside(piece: Part, name: str | None) -> str:
    """The person's name in brackets, if the words do not show it ("she")."""
    written = one_line(piece.text).replace("’", " ").replace("'", " ").split()
    return "" if name is None or set(name.split()) & set(written) else f" ({one_line(name)})"


def noted(notes: tuple[str, ...]) -> str:
    # A cue with its weight is left as it is: `factx rules` takes its name.
    return ", ".join(note if " " in note else note.replace(":", ": ") for note in notes)


def why(fact: Fact) -> str:
    """A fact's notes, the rule of each role that a percentage has, a claim's cue and how its speaker was found."""
    return noted((*fact.notes, *(f"{role}: {rule}" for role, rule in role_rules(fact))))


def role_rules(fact: Fact) -> tuple[tuple[str, str], ...]:
    """Each role that a fact has filled, with the id of its rule or, if it has none, the reason in words."""
    if isinstance(fact, Claim):
        reasons = ("cue", cue_frame(fact)), ("speaker", fact.speaker_by)
        return tuple([(role, reason) for role, reason in reasons if reason])
    return fact.role_rules if isinstance(fact, Percentage) else ()


def cue_frame(claim: Claim) -> str | None:
    """The lexicon's entry for a claim's cue, in words: "say asserts; takes a clause"."""
    from factx.extract.claims import cues

    for word in reversed(claim.cue.text.split() if claim.cue else ()):
        if found := cues.verb(word.strip(",")) or cues.noun(word):
            takes = " or ".join([FRAMES[frame] for frame in FRAMES if frame in found.frames])
            return f"{found.lemma} {found.stance}" + (f"; takes {takes}" if takes else "")
    return None


def nested(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, int]]:
    """The claims in the text's order, each followed by those in its content, with its depth."""
    known = {claim.id for claim in claims}
    inside: dict[str | None, list[Claim]] = {}
    for claim in claims:
        inside.setdefault(claim.parent if claim.parent in known else None, []).append(claim)
    waiting = [(claim, 0) for claim in reversed(inside.get(None, []))]
    while waiting:
        claim, depth = waiting.pop()
        yield claim, depth
        waiting += [(child, depth + 1) for child in reversed(inside.get(claim.id, []))]


def day_range(begin: str | None, until: str | None) -> str:
    """The days that a value covers, shared parts written once: Sun 9 Aug 2020; 3–9 Aug 2020; 28 Jul – 3 Aug 2020."""
    if not begin or not until:
        return ""
    if begin == until:
        return calendar_day(begin)
    try:
        first, last = datetime.date.fromisoformat(begin), datetime.date.fromisoformat(until)
    except ValueError:  # before the year 1 or after 9999
        return f"{begin} – {until}"
    end = f"{last.day} {last:%b} {last.year}"
    if first.year != last.year:
        return f"{first.day} {first:%b} {first.year} – {end}"
    return f"{first.day}–{end}" if first.month == last.month else f"{first.day} {first:%b} – {end}"


def calendar_day(day: str) -> str:
    """An ISO date as people write it, with its weekday."""
    try:
        date = datetime.date.fromisoformat(day)
    except ValueError:
        return day
    return f"{date:%a} {date.day} {date:%b} {date.year}"
