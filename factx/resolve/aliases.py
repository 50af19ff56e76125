"""Other names that a text says a person has: Ann Hale, known as Nan; the rapper Kanu, whose real name is Ada Lee."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factx.engine.rules import Finding
from factx.extract.people import Mention
from factx.text.tokens import BLANKS, Tokens

BORN = 25
"""How many words after a name at birth its pronoun may stand."""
CALLING = {"Born ": 2, "Known as ": 1, "Nicknamed ": 1}
"""What opens a sentence and says that its subject has another name too, with the fewest words of that name."""
LONGEST_LINK = 9
QUOTES = frozenset("\"'“‘")
FILLERS = frozenset(
    ", ( – — - also better widely commonly popularly more best often once formerly professionally".split()
)
LINKS = frozenset({
    "known as", "known by the name", "known by his nickname", "known by her nickname", "known by her pseudonym",
    "known by his pseudonym", "born", "born as", "alias", "aka", "a.k.a.", "a.k.a", "né", "née", "nee", "nicknamed",
    "who goes by", "who performs as", "who writes as", "was a pen name of", "is the pen name of", "was the pen name of",
    "whose real name is", "whose real name was", "whose full name is", "whose given name is", "whose birth name was",
    "is the stage name of", "was the pseudonym of", "is a pseudonym of",
})
CALLED = frozenset({"called", "dubbed"})
"""The same, but only after a comma: Ann Lee, called Nan; not: Lee called Hall."""
OPENINGS = FILLERS.union([link.partition(" ")[0] for link in LINKS])
"""What can stand after the first of two names that are one person's."""
OPENING_TOKENS = frozenset(
    f"{word}{blank}" for opening in OPENINGS for word in (opening, opening.capitalize()) for blank in ("", " ")
)
ARTICLES = frozenset({"a", "an", "the", "his", "her"})
APART = frozenset(
    "of to with for by in from at who whose and man woman brother sister son daughter wife husband".split()
)
"""Words after which another one is described: the brother of a man known as Nan."""


def links(found: Sequence[Finding[Mention]], tokens: Tokens) -> dict[int, int]:
    """The mentions next to each other of which the text says that they are one person's: Kanu, born Ada Lee."""
    words = tokens.words
    others: dict[int, int] = {}
    end = -LONGEST_LINK - 1
    for i, (_, start, stop, _, _) in enumerate(found):
        if start - end <= LONGEST_LINK and words[end] in OPENING_TOKENS and is_alias(words, end, start):
            others[i] = i - 1
            others.setdefault(i - 1, i)
        end = stop
    return others


def is_alias(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the tokens between two names tell that both are one person's: ", also known as", "(born", ", alias"."""
    if not 0 < end - start <= LONGEST_LINK or words[start].rstrip(BLANKS).lower() not in OPENINGS:
        return False
    between = [word.rstrip(BLANKS).lower() for word in words[start:end]]
    if between[-1] in QUOTES:
        between.pop()
    if between[:1] == [","] and between[1:2] != [] and between[1] in ARTICLES:
        between = _without_description(between)
    link = " ".join([word for word in between if word not in FILLERS])
    return link in LINKS or link in CALLED and between[0] == ","


def _without_description(between: list[str]) -> list[str]:
    """The words between two names without what the first one is called: , a blogger | better known as."""
    for i in range(3, len(between)):
        if between[i] in FILLERS or between[i] in ("known", "nicknamed"):
            return [",", *between[i:]]
        if not between[i].isalpha() or between[i - 1] in APART:
            break
    return between


def born(found: Sequence[Finding[Mention]], tokens: Tokens) -> dict[int, int]:
    """The mentions of another name that open a sentence, each with one of the person whom the text has named most.

    That is whom such a sentence is about: Born Ann Hale, she moved to Leeds; Known as Nan, she ran it.
    """
    words = tokens.words
    others: dict[int, int] = {}
    if not any(map(tokens.source.__contains__, CALLING)):
        return others
    for i, mention in enumerate(found):
        start, end = mention.start, mention.end
        begin = tokens.sentence_of(start)[0] if words[start - 1] in ("Born ", "as ", "Nicknamed ") else start
        fewest = CALLING.get("".join(words[begin:start]))
        if not (i and fewest and end < len(words)):
            continue
        after = {word.rstrip(BLANKS).lower() for word in words[end:end + BORN]}
        if len(mention.values.words) < fewest or after.isdisjoint(("he", "she", "his", "her")):
            continue
        named = Counter([other.values.words[-1] for other in found[:i]])
        most = max(named, key=lambda name: named[name])
        others[i] = next(j for j in range(i) if most in found[j].values.words)
    return others
