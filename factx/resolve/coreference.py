"""Mentions to people: which names in a document are the same person's, and what that person is called.

Full names come first, each its own person unless it agrees with one already there. A name alone then goes to the
person it is part of and whose title and gender it does not contradict. Where several bear a surname, that is the one
named first: newspapers write the others out in full each time, to tell them apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from factx.extract.people import Gender, Mention, gender_of
from factx.model import Entity, Person
from factx.rules import Found
from factx.tokens import Tokens


class _Someone:
    """A person, as far as the document has named them."""

    __slots__ = ("genders", "mentions", "names", "offices", "words")

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words
        """The fullest name so far."""
        self.names: set[tuple[str, ...]] = {words}
        self.mentions: list[int] = []
        self.genders: Counter[Gender] = Counter()
        self.offices: set[str] = set()


def group(found: Sequence[Found[Mention]], tokens: Tokens) -> tuple[list[Person], list[Entity]]:
    """The mentions as facts, each with its person, and the people, in the order in which they are first named."""
    people: list[_Someone] = []
    of: dict[int, _Someone] = {}
    titles = [_titles(mention, tokens) for mention in found]
    order = sorted(range(len(found)), key=lambda i: (len(found[i].values.words) < 2, i))
    by_word: dict[str, list[_Someone]] = {}
    bare: dict[str, _Someone] = {}
    for i in order:
        mention = found[i].values
        if len(mention.words) == 1 and not (titles[i] or mention.gender) and mention.words[0] in bare:
            of[i] = bare[mention.words[0]]
            of[i].mentions.append(i)
            continue
        near = by_word.get(mention.words[-1], []) + by_word.get(mention.words[0], [])
        offices = {_office(title) for title in titles[i]}
        someone = _same(i, mention, offices, near) if near else None
        if someone is None and len(mention.words) == 1:
            someone = _initialled(mention, people)
        if someone is None:
            someone = _Someone(mention.words)
            people.append(someone)
        of[i] = someone
        someone.mentions.append(i)
        someone.names.add(mention.words)
        if len(mention.words) > len(someone.words):
            someone.words = mention.words
        if mention.gender:
            someone.genders[mention.gender] += 1
        someone.offices |= offices
        for word in mention.words:
            known = by_word.setdefault(word, [])
            if someone not in known:
                known.append(someone)
        if mention.words[0] == someone.words[-1] and not (titles[i] or mention.gender):
            bare[mention.words[0]] = someone  # a surname that several bear is always the first one's
    return _facts(found, tokens, of, titles)


def gender(name: str, titles: Iterable[str]) -> Gender | None:
    """The gender that a person's titles tell, or else the given name; None where neither does."""
    return gender_of(name, titles)


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of several words can be one person's."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
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


def _same(place: int, mention: Mention, offices: set[str], near: Iterable[_Someone]) -> _Someone | None:
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
        last = max((i for i in someone.mentions if i < place), default=-1)
        score = not offices.isdisjoint(someone.offices), surname, -someone.mentions[0] if surname else last
        if best is None or score > best[0]:
            best = score, someone
    return best[1] if best else None


def _office(title: str) -> str:
    """What a title comes to: president, of "Russian President" and of "President of the Republic"."""
    return title.lower().partition(" of ")[0].rpartition(" ")[2]


def _initialled(mention: Mention, people: Iterable[_Someone]) -> _Someone | None:
    """The person whose initials are the whole mention: AMLO, JFK."""
    letters = mention.words[0].replace(".", "")
    if not 2 < len(letters) < 5:
        return None
    return next((p for p in people if len(p.words) == len(letters) and "".join(w[0] for w in p.words) == letters), None)


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
        mentions = sorted(someone.mentions)
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
