"""The evidence that a candidate is a person: what its words, its neighbours and its other mentions tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factx.extract.people.candidates import Candidate
from factx.extract.people.cues import Cues, cues
from factx.extract.people.memory import Memory
from factx.extract.people.words import MARKS, Word, Words
from factx.lexicon.names import look_up
from factx.tokens import Tokens

HOPELESS = -1.5
"""No context makes up for a word that weighs less by itself: London, Israeli, Police."""

LISTING = frozenset(f"{word}{blank}" for word in (",", "and", "&", ";", "or") for blank in ("", " "))
PRONOUNS = frozenset(
    f"{word}{blank}" for word in "he she his her him himself herself who whose".split() for blank in ("", " ")
)


def hopeful(name: Candidate, memory: Memory) -> bool:
    """Whether a name of one word can be a person's at all."""
    word = name.names[0]
    return word.only.lone + cues("name").lone > HOPELESS or name.title < name.start or memory.knows(word.folded)


def weigh(name: Candidate, tokens: Tokens, words: Words) -> None:
    """Collect the cues that the name itself and its neighbours give, and sum their weights."""
    texts = tokens.words
    found = name.evidence
    found.append(cues("name"))
    if name.lone:
        found.append(name.names[0].only)
    else:
        _full(name, tokens, words, found)
    if name.end > name.last:
        found.append(cues("suffix"))
    if name.title < name.start:
        title = words[texts[name.start - 1]]
        found.append(cues("title:role") if "courtesy" in title.tags and name.names[0].is_title else title.title)
    article = False
    if name.title > 0:
        word = words[texts[name.title - 1]]
        found.append(word.before)
        article = word.folded == "the"
        if word.folded == "," or word.folded == ".":
            second = words[texts[name.title - 2]] if name.title > 1 else word
            if second.form == "number":
                found.append(cues("before:number-stop"))
            elif second.behind_comma == "apposition":
                found.append(cues("before:role-comma"))
        elif "saying" in word.tags and name.title > 1 and MARKS.get(words[texts[name.title - 2]].folded) == "quote":
            found.append(cues("before:quote-saying"))
    else:
        found.append(cues("before:end"))
    if name.end < len(texts):
        word = words[texts[name.end]]
        found.append(word.after)
        if article and "regime" in word.tags:
            found.append(cues("the-regime"))
        if not PRONOUNS.isdisjoint(texts[name.end:name.end + 5]):
            found.append(cues("after:pronoun"))
        if (word.folded == "," or word.folded == "(") and name.end + 1 < len(texts):
            kind = words[texts[name.end + 1]].behind_comma
            if kind:
                found.append(cues(f"after:{word.folded}{kind}"))
    else:
        found.append(cues("after:end"))
    name.score = sum([group.lone for group in found]) if name.lone else sum([group.full for group in found])


def _full(name: Candidate, tokens: Tokens, words: Words, found: list[Cues]) -> None:
    """The cues of the words of a name, and of what they make together."""
    names = name.names
    count = len(names)
    if name.partial:
        found += (cues("words-1", "particle"), names[-1].only)
        return
    first, last = names[0], names[-1]
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
        found += [word.inner for word in names[1:-1]]
    if eastern:
        found.append(cues("family-first"))
    if first.begins_place and look_up("places", "_".join([word.folded for word in names])):
        found.append(cues("place-name"))
    if first.given and last.family:
        found.append(cues("given+family"))
    elif first.given >= 2:
        found.append(cues("given+other"))
    if name.last - name.start > count:
        found.append(cues("particle" if tokens.words[name.start + 1][0].isalpha() else "joined"))
    if " ".join([word.folded for word in names]) in words.vocabulary.eponyms:
        found.append(cues("eponym"))


def consult(names: Iterable[Candidate]) -> None:
    """Let the places where the same name stands tell each other what they hold it for."""
    same: dict[tuple[Word, ...], list[Candidate]] = {}
    for name in names:
        same.setdefault(tuple(name.names), []).append(name)
    for group in same.values():
        if len(group) == 1:
            continue
        second, best = sorted([name.score for name in group])[-2:]
        acts = sum([any(found.acts for found in name.evidence) for name in group]) > 1
        for name in group:
            verdict = f"{_verdict(best if name.score < best else second)}-elsewhere"
            name.add(cues(verdict, "acts-often") if acts else cues(verdict))


def line_up(names: Sequence[Candidate], tokens: Tokens) -> None:
    """Let the names of an enumeration tell each other what they are."""
    texts = tokens.words
    scores = [name.score for name in names]
    for i in range(1, len(names)):
        one, other = names[i - 1], names[i]
        gap = other.title - one.end
        if 1 <= gap <= 2 and texts[one.end] in LISTING and texts[other.title - 1] in LISTING:
            one.add(cues(f"beside-{_verdict(scores[i])}"))
            other.add(cues(f"beside-{_verdict(scores[i - 1])}"))


def _verdict(score: float) -> str:
    return "person" if score > 1 else "likely" if score > 0 else "unlikely" if score > -2 else "nobody"
