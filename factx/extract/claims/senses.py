"""The verbs that attribute in some of their senses alone, and what tells these senses."""

from __future__ import annotations

from functools import cache

from factx import lexicon


@cache
def senses() -> dict[str, tuple[str, bool]]:
    """The verbs that speak in some of their senses: what their content must be, and whether somebody must say it."""
    found: dict[str, tuple[str, bool]] = {}
    for verb, value in lexicon.load("claims")["sense"].items():
        wanted = [each for each in value.split() if each != "somebody"]
        found[verb] = (wanted[0] if wanted else "", "somebody" in value)
    return found


def wants_somebody(verb: str) -> bool:
    """Whether a verb attributes only where somebody is its subject: attack, back."""
    return senses().get(verb, ("", False))[1]


def wants_clause(verb: str) -> bool:
    """Whether a verb attributes only where a clause follows: find, prove."""
    return senses().get(verb, ("", False))[0] == "clause"


def needs_that(verb: str) -> bool:
    """Whether a verb attributes only where "that" or another sure sign of a clause follows: consider, see."""
    return senses().get(verb, ("",))[0] == "that"
