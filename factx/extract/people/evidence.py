"""The evidence that a candidate is a person: named cues, each with a weight, summed against 0."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factx import lexicon
from factx.extract.people.candidates import Candidate
from factx.extract.people.memory import Memory
from factx.extract.people.words import Word, Words
from factx.lexicon.names import look_up
from factx.tokens import Tokens


_tables: dict[str, dict[str, float]] = {}


def weights(kind: str) -> dict[str, float]:
    """Cue to weight, for full names or for lone ones."""
    if not _tables:
        for name, table in lexicon.load("people-cues").items():
            _tables[name] = {cue: float(value) for cue, value in table.items()}
    return _tables[kind]


def use(tables: dict[str, dict[str, float]]) -> None:
    """Judge by other weights: what fits them needs."""
    _tables.update(tables)


def _listed(names: list[Word]) -> bool:
    """Whether the words together are a place: Hong Kong, San Francisco."""
    return bool(names[0].place or names[0].tags) and look_up("places", "_".join([word.folded for word in names])) != ""


PRONOUNS = frozenset(word + blank for word in "he she his her him himself herself who whose".split() for blank in ("", " "))
OFFICES = frozenset({"courtesy", "honorific", "role"})
HOPELESS = -3.5
"""No context makes up for a word that scores less: London, Israeli, Police."""


def hopeful(candidate: Candidate, memory: Memory) -> bool:
    """Whether a name of one word can be a person's at all."""
    word = candidate.names[0]
    if candidate.title < candidate.start or memory.knows(word.folded):
        return True
    if word.hope is None:
        table = weights("lone")
        word.hope = sum([table.get(cue, 0.0) for cue in ("name", *word.only)]) > HOPELESS
    return word.hope


def remember(candidate: Candidate, memory: Memory) -> None:
    """Add what the rest of the document says."""
    for cue in memory.cues(candidate):
        _add(candidate, cue)


def weigh(candidate: Candidate, tokens: Tokens, words: Words) -> None:
    """Collect the candidate's cues, and sum their weights."""
    names = candidate.names
    texts = tokens.words
    cues: list[str] = ["name"]
    if candidate.rule == "lone-name":
        cues += names[0].only
    else:
        first, last = names[0], names[-1]
        count = len(names)
        cues.append(f"words-{min(count, 5)}")
        if count > 1:
            eastern = "eastern" in first.tags and candidate.parts(tokens)[1] == first.text
            named = first.given >= 2 and last.family >= 2 or eastern
            cues += first.first_of_name if named else first.first
            cues += last.last_of_name if named else last.last
            for word in names[1:-1]:
                cues += word.inner
            if eastern:
                cues.append("family-first")
            if _listed(names):
                cues.append("place-name")
            if first.given and last.family:
                cues.append("given+family")
            elif first.given >= 2:
                cues.append("given+other")
            if candidate.last - candidate.start > count:
                cues.append("particle" if texts[candidate.start + 1][0].isalpha() else "joined")
        else:
            cues += last.only
            cues.append("particle")
    if candidate.end > candidate.last:
        cues.append("suffix")
    if candidate.title < candidate.start:
        title = words[texts[candidate.start - 1]]
        tags = title.tags
        cues.append("title:courtesy" if "courtesy" in tags and not names[0].tags & OFFICES else "title:honorific" if "honorific" in tags else "title:role" if "role" in tags else
                    "title:nationality" if "nationality" in tags else "title:other")
    before = candidate.title - 1
    if before >= 0:
        word = words[texts[before]]
        cues += word.before
        if before and word.folded in (",", ".") :
            second = words[texts[before - 1]]
            if second.form == "number":
                cues.append("before:number-stop")
            elif "role" in second.tags or "kin" in second.tags:
                cues.append("before:role-comma")
    else:
        cues.append("before:end")
    after = candidate.end
    if after < len(texts):
        word = words[texts[after]]
        cues += word.after
        if before >= 0 and "regime" in word.tags and words[texts[before]].folded == "the":
            cues.append("the-regime")
        if not PRONOUNS.isdisjoint(texts[after:after + 5]):
            cues.append("after:pronoun")
        if after + 1 < len(texts) and word.folded in (",", "("):
            second = words[texts[after + 1]]
            if second.form == "number":
                cues.append("after:age" if word.folded == "," else "after:(number")
            elif second.tags & {"nationality"} or second.place or second.form == "initial":
                cues.append("after:country" if word.folded == "(" else "after:comma-place")
            elif second.folded in ("who", "whose", "the", "a", "an", "his", "her") or "role" in second.tags or "kin" in second.tags:
                cues.append("after:apposition")
    else:
        cues.append("after:end")
    table = weights("lone" if candidate.rule == "lone-name" else "full")
    candidate.cues = cues
    candidate.score = sum([table.get(cue, 0.0) for cue in cues])


def consult(names: Iterable[Candidate]) -> None:
    """Let the places where the same name stands tell each other what they hold it for."""
    same: dict[tuple[str, ...], list[Candidate]] = {}
    for name in names:
        same.setdefault(tuple([word.folded for word in name.names]), []).append(name)
    for group in same.values():
        if len(group) < 2:
            continue
        ranked = sorted([name.score for name in group])
        best, second = ranked[-1], ranked[-2]
        acts = sum([not ACTING.isdisjoint(name.cues) for name in group])
        for name in group:
            other = best if name.score < best else second
            _add(name, "person-elsewhere" if other > 1 else "nobody-elsewhere" if other < -2 else "unclear-elsewhere")
            if acts > 1:
                _add(name, "acts-often")


def line_up(names: Sequence[Candidate], tokens: Tokens) -> None:
    """Let the names of an enumeration tell each other what they are."""
    texts = tokens.words
    scores = [name.score for name in names]
    for i in range(1, len(names)):
        one, other = names[i - 1], names[i]
        gap = other.title - one.end
        if 1 <= gap <= 2 and texts[one.end].rstrip() in LISTING and (gap == 1 or texts[one.end + 1].rstrip() in LISTING):
            for name, beside in ((one, scores[i]), (other, scores[i - 1])):
                _add(name, "beside-person" if beside > 1 else "beside-nobody" if beside < -2 else "beside-unclear")


LISTING = frozenset({",", "and", "&", ";", "or"})
ACTING = frozenset({"after:saying", "after:doing", "after:past", "after:pronoun"})


def _add(name: Candidate, cue: str) -> None:
    name.cues.append(cue)
    name.score += weights("lone" if name.rule == "lone-name" else "full").get(cue, 0.0)
