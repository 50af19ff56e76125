"""The evidence that other candidates give: those with the same name, and the neighbours in an enumeration."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factx.extract.people.candidates import Candidate
from factx.extract.people.cues import cues

LISTING = frozenset(f"{word}{blank}" for word in (",", "and", "&", ";", "or") for blank in ("", " "))
HEADS = frozenset({
    "before:in", "before:place-noun-before", "before:vessel", "before:role", "before:kin", "before:kin-comma",
    "before:travel",
})
"""What stands before an enumeration and says what all its names are."""
SHOWN = (("person", "shown-elsewhere"), ("thing", "thing-elsewhere"))
MANY = 4
"""The number of single names from which an enumeration is a list of surnames, or of something else."""


def add_up(groups: Iterable[Sequence[Candidate]]) -> None:
    """Add to each candidate what the others of its group show, which have the same name: all evidence counts."""
    for group in groups:
        if len(group) == 1:
            continue
        second, best = sorted([name.score for name in group])[-2:]
        settled = {name.shows for name in group}
        shown = [cue for kind, cue in SHOWN if kind in settled]
        if "thing" in settled and any(found.place for name in group for found in name.evidence):
            shown.append("place-elsewhere")
        if sum([name.acts for name in group]) > 1:
            shown.append("acts-often")
        if "person" in settled and "thing" not in settled and _is_sure(group):
            best, second = max(best, 1.1), max(second, 1.1)
        if best <= 1 and min([name.score for name in group]) > 0 and not shown and _are_plain(group):
            continue  # each is somebody by what is next to it: that others are too is nothing against it
        of_best = cues(f"{_elsewhere(best)}-elsewhere", *shown)
        of_second = cues(f"{_elsewhere(second)}-elsewhere", *shown)
        for name in group:
            name.add(of_best if name.score < best else of_second)


def _are_plain(group: Sequence[Candidate]) -> bool:
    """Whether mentions have a surname that is nothing else, and one of them acts: Masese denied it."""
    name = group[0].name
    return name.lone and name.words[0].profile.only_name and any(each.acts for each in group)


def _is_sure(group: Iterable[Candidate]) -> bool:
    """Whether one mention has what only a person has: an age, Mr, a turn to speak."""
    for name in group:
        for found in name.evidence:
            if found.sure:
                return True
    return False


def line_up(names: Sequence[Candidate], texts: Sequence[str]) -> None:
    """Add the cues that names next to each other in an enumeration give each other."""
    end, first = -9, 0
    beside: list[int] = []
    for i, other in enumerate(names):
        gap = other.title - end
        if 1 <= gap <= 2 and texts[end] in LISTING and texts[other.title - 1] in LISTING:
            beside.append(i)
        else:
            if i - first > 1:
                _enumerate(names[first:i])
            first = i
        end = other.end
    if len(names) - first > 1:
        _enumerate(names[first:])
    pairs = [(names[i - 1], names[i], names[i - 1].score, names[i].score) for i in beside]
    for one, other, score, others_score in pairs:
        one.add(cues(f"beside-{_verdict(others_score)}"))
        other.add(cues(f"beside-{_verdict(score)}"))


def _enumerate(names: Sequence[Candidate]) -> None:
    """Add what stands before the first name of an enumeration (in A, B and C), and what most of its names are."""
    heads = [cue for group in names[0].evidence for cue in group.names if cue in HEADS]
    if heads:
        found = cues(f"list-{heads[-1]}")
        for name in names[1:]:
            name.add(found)
    lone = [name for name in names if name.lone]
    if len(lone) >= MANY:
        profiles = [name.name.words[0].profile for name in lone]
        named = 3 * sum([profile.may_name for profile in profiles]) > 2 * len(lone)
        known = 3 * sum([profile.family >= 2 or profile.given >= 2 for profile in profiles]) > len(lone)
        found = cues("list:surnames" if named and known else "list:words")
        for name in lone:
            name.add(found)


def _verdict(score: float) -> str:
    return "person" if score > 1 else "likely" if score > 0 else "unlikely" if score > -2 else "nobody"


def _elsewhere(score: float) -> str:
    """As `_verdict`, and whether a mention leaves it open, or is sure."""
    return "sure" if score > 2.5 else "open" if -0.8 < score <= 0 else _verdict(score)
