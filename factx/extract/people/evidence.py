"""The evidence that a candidate is a person: named cues, each with a weight, summed against 0.

lexicon/people-cues.txt is the table; tests/tools/fit_people.py fits it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factx import lexicon
from factx.extract.people.candidates import Candidate
from factx.extract.people.memory import Memory
from factx.extract.people.words import Word, Words
from factx.lexicon.names import look_up
from factx.tokens import Tokens

HOPELESS = -1.5
"""No context makes up for a word that scores less by itself: London, Israeli, Police."""

ACTING = frozenset({"after:saying", "after:doing", "after:past", "after:pronoun"})
LISTING = frozenset(f"{word}{blank}" for word in (",", "and", "&", ";", "or") for blank in ("", " "))
PRONOUNS = frozenset(
    f"{word}{blank}" for word in "he she his her him himself herself who whose".split() for blank in ("", " ")
)

_tables: dict[bool, dict[str, float]] = {}


def weights(lone: bool) -> dict[str, float]:
    """Cue to weight, for lone names or for full ones."""
    if not _tables:
        for name, table in lexicon.load("people-cues").items():
            _tables[name == "lone"] = {cue: float(value) for cue, value in table.items()}
    return _tables[lone]


def use(tables: dict[bool, dict[str, float]]) -> None:
    """Judge by other weights: what fits them needs."""
    _tables.update(tables)


def hopeful(name: Candidate, memory: Memory) -> bool:
    """Whether a name of one word can be a person's at all."""
    word = name.names[0]
    if name.title < name.start or memory.knows(word.folded):
        return True
    if word.hope is None:
        table = weights(True)
        word.hope = sum([table.get(cue, 0.0) for cue in ("name", *word.only)]) > HOPELESS
    return word.hope


def weigh(name: Candidate, tokens: Tokens, words: Words) -> None:
    """Collect the cues that the name itself and its neighbours give, and sum their weights."""
    texts = tokens.words
    cues: list[str] = ["name"]
    if name.lone:
        cues += name.names[0].only
    else:
        _full(name, tokens, words, cues)
    if name.end > name.last:
        cues.append("suffix")
    if name.title < name.start:
        title = words[texts[name.start - 1]].title
        cues.append("title:role" if title == "title:courtesy" and name.names[0].is_title else title)
    last = len(texts) - 1
    article = False
    if name.title > 0:
        word = words[texts[name.title - 1]]
        cues += word.before
        article = word.folded == "the"
        if name.title > 1 and (word.folded == "," or word.folded == "."):
            second = words[texts[name.title - 2]]
            if second.form == "number":
                cues.append("before:number-stop")
            elif second.behind_comma == "apposition":
                cues.append("before:role-comma")
    else:
        cues.append("before:end")
    if name.end <= last:
        word = words[texts[name.end]]
        cues += word.after
        if article and "after:regime" in word.after:
            cues.append("the-regime")
        if not PRONOUNS.isdisjoint(texts[name.end:name.end + 5]):
            cues.append("after:pronoun")
        if name.end < last and (word.folded == "," or word.folded == "("):
            if kind := words[texts[name.end + 1]].behind_comma:
                cues.append(f"after:{word.folded}{kind}")
    else:
        cues.append("after:end")
    table = weights(name.lone)
    name.cues = cues
    name.score = sum([table.get(cue, 0.0) for cue in cues])


def _full(name: Candidate, tokens: Tokens, words: Words, cues: list[str]) -> None:
    """The cues of the words of a name, and of what they make together."""
    names = name.names
    count = len(names)
    cues.append(f"words-{min(count, 5)}")
    if count == 1:  # behind a particle: van der Berg
        cues += names[0].only
        cues.append("particle")
        return
    first, last = names[0], names[-1]
    eastern = name.eastern
    named = eastern or first.given >= 2 and last.family >= 2 and (first.given == 3 or first.place < 2) and not last.is_body
    cues += first.first_of_name if named else first.first
    cues += last.last_of_name if named else last.last
    for word in names[1:-1]:
        cues += word.inner
    if eastern:
        cues.append("family-first")
    if _listed(names):
        cues.append("place-name")
    if " ".join([word.folded for word in names]) in words.vocabulary.eponyms:
        cues.append("eponym")
    if first.given and last.family:
        cues.append("given+family")
    elif first.given >= 2:
        cues.append("given+other")
    if name.last - name.start > count:
        cues.append("particle" if tokens.words[name.start + 1][0].isalpha() else "joined")


def _listed(names: list[Word]) -> bool:
    """Whether the words together are a place: Hong Kong, San Francisco."""
    return bool(names[0].place or names[0].tags) and look_up("places", "_".join([word.folded for word in names])) != ""


def remember(name: Candidate, memory: Memory) -> None:
    """Add what the rest of the document says of the name."""
    add(name, memory.cues(name))


def consult(names: Iterable[Candidate]) -> None:
    """Let the places where the same name stands tell each other what they hold it for."""
    same: dict[tuple[str, ...], list[Candidate]] = {}
    for name in names:
        same.setdefault(tuple([word.folded for word in name.names]), []).append(name)
    for group in same.values():
        if len(group) == 1:
            continue
        second, best = sorted([name.score for name in group])[-2:]
        acts = ["acts-often"] if sum([not ACTING.isdisjoint(name.cues) for name in group]) > 1 else []
        for name in group:
            other = best if name.score < best else second
            add(name, [f"{_verdict(other)}-elsewhere", *acts])


def line_up(names: Sequence[Candidate], tokens: Tokens) -> None:
    """Let the names of an enumeration tell each other what they are."""
    texts = tokens.words
    scores = [name.score for name in names]
    for i in range(1, len(names)):
        one, other = names[i - 1], names[i]
        gap = other.title - one.end
        if 1 <= gap <= 2 and texts[one.end] in LISTING and texts[other.title - 1] in LISTING:
            for name, beside in ((one, scores[i]), (other, scores[i - 1])):
                add(name, [f"beside-{_verdict(beside)}"])


def _verdict(score: float) -> str:
    return "person" if score > 1 else "likely" if score > 0 else "unlikely" if score > -2 else "nobody"


def add(name: Candidate, cues: list[str]) -> None:
    """Count further cues."""
    name.cues += cues
    table = weights(name.lone)
    for cue in cues:
        name.score += table.get(cue, 0.0)
