"""The evidence that a candidate is a person: cues from its words, its neighbours and its other mentions."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from factx.extract.people.candidates import Candidate, Name
from factx.extract.people.cues import Cues, cues
from factx.extract.people.words import HYPHENS, MARKS, Words
from factx.lexicon.names import look_up
from factx.text.tokens import Tokens

HOPELESS = -1.5
"""A word that weighs less than this by itself is a person's name in no context: London, Israeli, Police."""

LISTING = frozenset(f"{word}{blank}" for word in (",", "and", "&", ";", "or") for blank in ("", " "))
PRONOUNS = frozenset(
    f"{word}{blank}" for word in "he she his her him himself herself who whose".split() for blank in ("", " ")
)

NEUTER = frozenset(f"{word}{blank}" for word in ("it", "its", "itself") for blank in ("", " "))
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


def weigh(name: Candidate, tokens: Tokens, words: Words) -> None:
    """Add the cues from the neighbours of a name."""
    found = name.evidence
    article = _look_back(name, tokens, words, found)
    if name.end < len(tokens.words):
        _look_ahead(name, tokens, words, found, article=article)
    else:
        found.append(cues("after:end"))
    lone = name.name.lone
    name.context = sum([group.lone for group in found]) if lone else sum([group.full for group in found])
    name.score += name.context


def _look_back(name: Candidate, tokens: Tokens, words: Words, found: list[Cues]) -> bool:
    """Add the cues from what stands before a name; whether that is "the"."""
    title, texts = name.title, tokens.words
    if title == 0:
        found.append(cues("before:end"))
        return False
    before = words[texts[title - 1]].profile
    found.append(before.before)
    literal = before.literal
    second = words[texts[title - 2]].profile if title > 1 else before
    if literal in ("", ",", ".", "as", "of", "at", "for"):
        if literal == "," or literal == ".":
            if second.form == "number":
                found.append(cues("before:number-stop"))
            elif second.after_comma == "apposition":
                found.append(cues("before:role-comma"))
        elif literal == "as" and second.literal in ("known", "called"):
            found.append(cues("before:known-as"))
        elif literal and "role" in second.tags:
            found.append(cues("before:role-of"))
        elif not literal and "saying" in before.tags and MARKS.get(second.literal) == "quote":
            found.append(cues("before:quote-saying"))
    elif MARKS.get(literal) == "quote" and _in_title(texts, name.end, words):
        found.append(cues("in-title"))
    return literal == "the"


def _in_title(texts: Sequence[str], end: int, words: Words) -> bool:
    """Whether a name begins the quoted title of a work: “Anna Hale's Diary”."""
    for i in range(end, min(end + 6, len(texts))):
        word = words[texts[i]]
        if word.form == "mark":
            if MARKS.get(word.folded) == "quote":
                return i > end
            if word.folded not in ("'", "'s", "-", "&"):
                return False
        elif word.form == "lower" and "function" not in word.tags and word.folded != "s":
            return False
    return False


def _look_ahead(name: Candidate, tokens: Tokens, words: Words, found: list[Cues], *, article: bool) -> None:
    """Add the cues from what stands behind a name."""
    end, texts = name.end, tokens.words
    after = words[texts[end]].profile
    found.append(after.after)
    name.acts = after.after.acts
    if article and "regime" in after.tags:
        found.append(cues("the-regime"))
    near = texts[end:end + 6]
    if not PRONOUNS.isdisjoint(near[:5]):
        found.append(cues("after:pronoun"))
        name.acts = True
    elif not NEUTER.isdisjoint(near):
        found.append(cues("after:neuter"))
    if end + 1 == len(texts):
        return
    literal = after.literal
    follows = words[texts[end + 1]]
    if literal == "," or literal == "(":
        kind = follows.profile.after_comma
        if kind:
            found.append(cues(f"after:{literal}{kind}"))
            if kind == "number" and literal == "," and _is_age(texts, end + 1):
                found.append(cues("after:age"))
    elif literal in HYPHENS and follows.folded in LOCATED:
        found.append(cues("after:based"))
    elif MARKS.get(literal) == "possessive" and "kin" in follows.tags:
        found.append(cues("after:kin-of"))
    elif "auxiliary" in after.tags and "founded" in follows.tags:
        found.append(cues("after:founded"))
    elif "saying" in after.tags and MARKS.get(follows.profile.literal) in ("colon", "comma", "quote"):
        found.append(cues("after:saying-quote"))


def _is_age(texts: Sequence[str], i: int) -> bool:
    """Whether the number at `i` is an age: Ann Lee, 45, or 45; not 45,000 nor 12:30."""
    return len(texts[i]) < 3 and texts[i].isdecimal() and i + 1 < len(texts) and texts[i + 1][:1] in (",", ";", ".", "")


def add_up(groups: Iterable[Sequence[Candidate]]) -> None:
    """Add to each candidate what the others of its group show, which have the same name: all evidence counts."""
    for group in groups:
        if len(group) == 1:
            continue
        second, best = sorted([name.score for name in group])[-2:]
        mean = sum([name.context for name in group]) / len(group)
        acts = ("acts-often",) if sum([name.acts for name in group]) > 1 else ()
        shown = cues(f"together:{_degree(mean)}", *acts)
        of_best = cues(f"{_verdict(best)}-elsewhere")
        of_second = cues(f"{_verdict(second)}-elsewhere")
        for name in group:
            name.add(of_best if name.score < best else of_second)
            name.add(shown)


def _degree(evidence: float) -> str:
    """The mean evidence of a name's mentions in a few degrees."""
    for least, degree in DEGREES:
        if evidence > least:
            return degree
    return "-3"


DEGREES = ((0.8, "+3"), (0.2, "+2"), (-0.2, "+1"), (-0.5, "0"), (-0.9, "-1"), (-1.5, "-2"))


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
