"""Mentions to people: which names in a document are the same person's, and what that person is called.

Full names come first, each its own person unless it agrees with one already there. A name alone then goes to the
person it is part of and whose title and gender it does not contradict. Where several bear a surname, that is the one
named first: newspapers write the others out in full each time, to tell them apart. Of those who share a given name it
is the one named most.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from factx.extract.people import Gender, Mention, gender_of
from factx.model import Entity, Person
from factx.rules import Found
from factx.tokens import Tokens

NEAR = 40
"""How many people who share a word are looked at: a list of a thousand Marias must not take the square of it."""


class _Someone:
    """A person, as far as the document has named them."""

    __slots__ = ("genders", "mentions", "names", "offices", "words")

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words
        """The fullest name so far."""
        self.names: set[tuple[str, ...]] = {words}
        self.mentions: list[int] = []
        """Ascending."""
        self.genders: Counter[Gender] = Counter()
        self.offices: set[str] = set()


def group(found: Sequence[Found[Mention]], tokens: Tokens) -> tuple[list[Person], list[Entity]]:
    """The mentions as facts, each with its person, and the people, in the order in which they are first named."""
    of: dict[int, _Someone] = {}
    titles = [_titles(mention, tokens) for mention in found]
    order = sorted(range(len(found)), key=lambda i: (len(found[i].values.words) < 2, i))
    by_word: dict[str, dict[_Someone, None]] = {}
    by_initials: dict[str, _Someone] = {}
    bare: dict[str, _Someone] = {}
    for i in order:
        mention = found[i].values
        words = mention.words
        plain = not (titles[i] or mention.gender)
        if len(words) == 1 and plain and words[0] in bare:
            of[i] = bare[words[0]]
            insort(of[i].mentions, i)
            continue
        offices = {_office(title) for title in titles[i]}
        near = [
            someone for word in dict.fromkeys((words[-1], words[0]))
            for someone in islice(reversed(by_word.get(word, {})), NEAR)
        ]
        someone = _same(mention, offices, near) if near else by_initials.get(words[0]) if len(words) == 1 else None
        if someone is None:
            someone = _Someone(words)
        of[i] = someone
        insort(someone.mentions, i)
        someone.names.add(words)
        if len(words) > len(someone.words):
            someone.words = words
        if mention.gender:
            someone.genders[mention.gender] += 1
        someone.offices |= offices
        for word in words:
            by_word.setdefault(word, {})[someone] = None
        if len(words) > 2:
            by_initials.setdefault("".join([word[0] for word in words]), someone)  # AMLO, JFK
        if plain and words[0] == someone.words[-1]:
            bare[words[0]] = someone  # a surname that several bear is always the first one's
    return _facts(found, tokens, of, titles)


def gender(name: str, titles: Iterable[str]) -> Gender | None:
    """The gender that a person's titles tell, or else the given name; None where neither does."""
    return gender_of(name, titles)


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of several words can be one person's."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(long) == 2 and one == other[::-1]:
        return True  # Higuchi Ichiyo, Ichiyo Higuchi
    if any(long[i:i + len(short)] == short for i in range(len(long) - len(short) + 1)):
        return True  # López Obrador, Andrés Manuel López Obrador
    if not _alike(one[-1], other[-1]):
        return False
    rest = iter(long)
    if len(short) > 1 and all(word in rest for word in short) or len(short) > 2 and short[1:] == long[1:]:
        return True  # Otto Jespersen, Jens Otto Harry Jespersen; Peter or Pierre Charles L'Enfant
    if one[0] == other[0] or _alike(one[0], other[0]):
        return True
    a, b = one[0].replace(".", ""), other[0].replace(".", "")
    initials = min(len(a), len(b)) <= 2 and a[0] == b[0]
    return initials and one[-1] == other[-1]


def _alike(one: str, other: str) -> bool:
    """Whether two words differ by no more than a letter: transliterations, slips."""
    if one == other:
        return True
    if len(one) > len(other):
        one, other = other, one
    if len(one) < 6 or len(other) - len(one) > 1 or one[0] != other[0]:
        return False
    i = 0
    while i < len(one) and one[i] == other[i]:
        i += 1
    return one[i:] == other[i + 1:] or one[i + 1:] == other[i + 1:]


def _same(mention: Mention, offices: set[str], near: Iterable[_Someone]) -> _Someone | None:
    """The person among those with a word in common whom a mention names; the likeliest where several may be."""
    words = mention.words
    if len(words) > 1:
        return next((p for p in near if any(len(name) > 1 and _agree(words, name) for name in p.names)), None)
    best: tuple[tuple[bool, bool, int], _Someone] | None = None
    for someone in near:
        if words[0] not in someone.words:
            continue
        known = someone.genders.most_common(1)
        if mention.gender and known and mention.gender != known[0][0]:
            continue
        surname = words[0] == someone.words[-1] or len(someone.words) == 1
        likely = -someone.mentions[0] if surname else len(someone.mentions)
        score = not offices.isdisjoint(someone.offices), surname, likely
        if best is None or score > best[0]:
            best = score, someone
    return best[1] if best else None


def _office(title: str) -> str:
    """What a title comes to: president, of "Russian President" and of "President of the Republic"."""
    return title.lower().partition(" of ")[0].rpartition(" ")[2]


def _titles(found: Found[Mention], tokens: Tokens) -> tuple[str, ...]:
    return tuple([" ".join(tokens.text(*where).split()) for where in found.values.titles])


def _facts(
    found: Sequence[Found[Mention]], tokens: Tokens, of: dict[int, _Someone], titles: list[tuple[str, ...]]
) -> tuple[list[Person], list[Entity]]:
    persons: list[Person] = []
    entities: list[Entity] = []
    numbers: dict[_Someone, str] = {}
    names: dict[_Someone, str] = {}
    for i, mention in enumerate(found):
        someone = of[i]
        if someone not in numbers:
            numbers[someone] = f"e{len(numbers) + 1}"
            names[someone] = _name(someone, found, tokens)
        span = tokens.span(mention.start, mention.end)
        values = mention.values
        persons.append(Person(
            id=f"p{i + 1}", span=span, text=tokens.source[span.start:span.end], rule=mention.rule, notes=mention.notes,
            name=names[someone], title=titles[i][0] if titles[i] else None, entity=numbers[someone],
            given=values.given, family=values.family, suffix=values.suffix,
        ))
    for someone, number in numbers.items():
        mentions = someone.mentions
        held = dict.fromkeys(title for i in mentions for title in titles[i])
        entities.append(Entity(id=number, name=names[someone], titles=tuple(held),
                               mentions=tuple(f"p{i + 1}" for i in mentions)))
    return persons, entities


def _name(someone: _Someone, found: Sequence[Found[Mention]], tokens: Tokens) -> str:
    """The fullest form: most words, initials not counted, rather not in capitals, the most frequent of those."""
    full = len(someone.words) > 1
    forms = Counter([
        " ".join(tokens.text(found[i].start, found[i].end).split())
        for i in someone.mentions if not full or len(found[i].values.words) > 1
    ])
    if len(forms) == 1:
        return next(iter(forms))

    def fullness(form: str) -> tuple[bool, int, int, int]:
        words = form.split()
        return not form.isupper(), sum(len(word.strip(".")) > 1 for word in words), forms[form], len(form)

    return max(forms, key=fullness)
