"""The evidence that a candidate is a person: cues from its words, its neighbours and its other mentions."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from factx.extract.people.candidates import Candidate, Name
from factx.extract.people.cues import Cues, cues
from factx.extract.people.words import HYPHENS, MARKS, Words
from factx.lexicon.names import look_up

HOPELESS = -1.5
"""A word that weighs less than this by itself is a person's name in no context: London, Israeli, Police."""

LISTING = frozenset(f"{word}{blank}" for word in (",", "and", "&", ";", "or") for blank in ("", " "))
PRONOUNS = frozenset(
    f"{word}{blank}" for word in "he she his her him himself herself who whose".split() for blank in ("", " ")
)

LOCATED = frozenset({"based", "headquartered", "area"})
"""Words that a hyphen joins only to places: a Santa Clara-based firm."""


def judge(name: Name, eponyms: Container[str]) -> None:
    """Collect the cues that a name itself and its title give, and sum their weights."""
    found = [cues("name")]
    if name.lone:
        found.append(name.words[0].profile.only)
    else:
        _full(name, eponyms, found)
    if name.end > name.last:
        found.append(cues("suffix"))
    if name.office is not None:
        office = name.office.profile
        first = name.words[0].profile
        # Mr. Speaker is not a name, Mr. King is.
        is_role = "courtesy" in office.tags and first.is_title and first.family < 3
        found.append(cues("title:role") if is_role else office.title)
    name.evidence = tuple(found)
    name.weight = sum([group.lone for group in found]) if name.lone else sum([group.full for group in found])
    name.hopeless = name.lone and name.office is None and name.weight <= HOPELESS


def _full(name: Name, eponyms: Container[str], found: list[Cues]) -> None:
    """Add the cues of a name's words, and of their combination."""
    words = name.words
    count = len(words)
    first, last = words[0].profile, words[-1].profile
    if name.partial:
        found += (cues("words-1", "particle"), last.only)
        return
    eastern = name.eastern
    named = eastern or (
        first.given >= 2 and last.family >= 2 and (first.given == 3 or first.place < 2) and not last.is_body
    )
    found += (
        cues(f"words-{min(count, 5)}"),
        first.first_of_name if named else first.first,
        last.last_of_name if named else last.last,
    )
    if count > 2:
        found += [word.profile.inner for word in words[1:-1]]
    if eastern:
        found.append(cues("family-first"))
    if first.begins_place and look_up("places", "_".join(name.folded)):
        found.append(cues("place-name"))
    if first.given and last.family:
        found.append(cues("given+family"))
    elif first.given >= 2:
        found.append(cues("given+other"))
    if name.last - name.start > count:
        found.append(cues("particle" if name.tokens[1][0].isalpha() else "joined"))
    if " ".join(name.folded) in eponyms:
        found.append(cues("eponym"))


def weigh(name: Candidate, texts: Sequence[str], words: Words) -> None:
    """Add the cues from the neighbours of a name."""
    found = name.evidence
    title, end = name.title, name.end
    article = False
    if title > 0:
        before = words[texts[title - 1]].profile
        found.append(before.before)
        literal = before.literal
        if literal == "the":
            article = True
        elif literal == "," or literal == ".":
            second = words[texts[title - 2]].profile if title > 1 else before
            if second.form == "number":
                found.append(cues("before:number-stop"))
            elif second.after_comma == "apposition":
                found.append(cues("before:role-comma"))
        elif title > 1 and "saying" in before.tags and MARKS.get(words[texts[title - 2]].profile.literal) == "quote":
            found.append(cues("before:quote-saying"))
    else:
        found.append(cues("before:end"))
    if end < len(texts):
        after = words[texts[end]].profile
        found.append(after.after)
        name.acts = after.after.acts
        if article and "regime" in after.tags:
            found.append(cues("the-regime"))
        if not PRONOUNS.isdisjoint(texts[end:end + 5]):
            found.append(cues("after:pronoun"))
            name.acts = True
        literal = after.literal
        if end + 1 < len(texts):
            if literal == "," or literal == "(":
                kind = words[texts[end + 1]].profile.after_comma
                if kind:
                    found.append(cues(f"after:{literal}{kind}"))
            elif literal in HYPHENS and words[texts[end + 1]].folded in LOCATED:
                found.append(cues("after:based"))
            elif MARKS.get(literal) == "possessive" and "kin" in words[texts[end + 1]].tags:
                found.append(cues("after:kin-of"))
    else:
        found.append(cues("after:end"))
    score = name.score
    if name.name.lone:
        for group in found:
            score += group.lone
    else:
        for group in found:
            score += group.full
    name.score = score


def consult(groups: Iterable[Sequence[Candidate]]) -> None:
    """Add to each candidate the cues from the others of its group, which have the same name."""
    for group in groups:
        if len(group) == 1:
            continue
        second, best = sorted([name.score for name in group])[-2:]
        acts = ("acts-often",) if sum([name.acts for name in group]) > 1 else ()
        of_best = cues(f"{_verdict(best)}-elsewhere", *acts)
        of_second = cues(f"{_verdict(second)}-elsewhere", *acts)
        for name in group:
            name.add(of_best if name.score < best else of_second)


def line_up(names: Sequence[Candidate], texts: Sequence[str]) -> None:
    """Add the cues that names next to each other in an enumeration give each other."""
    scores = [name.score for name in names]
    end = -9
    for i, other in enumerate(names):
        gap = other.title - end
        if 1 <= gap <= 2 and texts[end] in LISTING and texts[other.title - 1] in LISTING:
            names[i - 1].add(cues(f"beside-{_verdict(scores[i])}"))
            other.add(cues(f"beside-{_verdict(scores[i - 1])}"))
        end = other.end


def _verdict(score: float) -> str:
    return "person" if score > 1 else "likely" if score > 0 else "unlikely" if score > -2 else "nobody"
