"""Groups mentions by person: decides which names in a document are the same person's, and which form is the fullest.

Full names come first, each a new person unless it agrees with a known one. A name alone then goes to a person whose
name includes it and whose title and gender it does not contradict. If several share the surname, it goes to the one
named first: newspapers write out the others in full each time. If several share the given name, it goes to the one
named most often.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Sequence
from itertools import islice

from factx.engine.rules import Finding
from factx.extract.people import Gender, Mention, gender_of
from factx.model import Entity, Person
from factx.text.tokens import Tokens

NEAR = 40
"""The most people sharing a word that a name is compared with, so that a list of a thousand Marias is not quadratic."""


class _Someone:
    """A person, as known from the mentions so far."""

    __slots__ = ("genders", "mentions", "names", "offices", "words")

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words
        """The fullest name so far."""
        self.names = {words}
        self.mentions: list[int] = []
        """Their indexes, ascending."""
        self.genders: dict[Gender, int] = {}
        self.offices: set[str] = set()


def group(found: Sequence[Finding[Mention]], tokens: Tokens) -> tuple[list[Person], list[Entity]]:
    """The mentions as facts, each with its person, and the people in order of first mention."""
    mentions = [mention.values for mention in found]
    titles = [_texts(mention.titles, tokens) if mention.titles else () for mention in mentions]
    someone_of = _assigned(mentions, titles)
    spans = [tokens.span(start, end) for _, start, end, _, _ in found]
    texts = [tokens.source[start:end] for start, end in spans]
    ids = [f"p{i}" for i in range(1, len(found) + 1)]
    people: dict[_Someone, Entity] = {}
    persons: list[Person] = []
    for i, (rule, _, _, mention, notes) in enumerate(found):
        someone = someone_of[i]
        entity = people.get(someone)
        if entity is None:
            entity = people[someone] = _entity(f"e{len(people) + 1}", someone, mentions, texts, titles, ids)
        persons.append(Person(
            ids[i], spans[i], texts[i], rule, entity.name, titles[i][0] if titles[i] else None, entity.id,
            mention.given, mention.family, mention.suffix, notes,
        ))
    return persons, list(people.values())


def _assigned(mentions: Sequence[Mention], titles: Sequence[tuple[str, ...]]) -> list[_Someone]:
    """The person of each mention."""
    person_of: dict[int, _Someone] = {}
    named: dict[tuple[str | None, ...], _Someone] = {}  # by full name, or by surname, gender and titles
    by_word: dict[str, dict[_Someone, None]] = {}
    by_initials: dict[str, _Someone] = {}
    full = [i for i, mention in enumerate(mentions) if len(mention.words) > 1]
    alone = [i for i, mention in enumerate(mentions) if len(mention.words) == 1]
    for i in full + alone:
        mention = mentions[i]
        words, gender, held = mention.words, mention.gender, titles[i]
        key = words if len(words) > 1 else (*words, gender, *held)
        someone = named.get(key)
        if someone is None:
            offices = {_office(title) for title in held}
            someone = _known(mention, offices, by_word, by_initials)
            if someone is None:
                someone = _Someone(words)
            else:
                someone.names.add(words)
                if len(words) > len(someone.words):
                    someone.words = words
            for word in words:
                by_word.setdefault(word, {})[someone] = None
            if len(words) > 2:
                by_initials.setdefault("".join([word[0] for word in words]), someone)  # AMLO, JFK
            if len(words) > 1 or words[0] == someone.words[-1]:
                named[key] = someone  # a surname that several share is always the first one's
        if gender:
            someone.genders[gender] = someone.genders.get(gender, 0) + 1
        if held:
            someone.offices.update(map(_office, held))
        insort(someone.mentions, i)
        person_of[i] = someone
    return [person_of[i] for i in range(len(mentions))]


def _known(
    mention: Mention, offices: set[str], by_word: dict[str, dict[_Someone, None]], by_initials: dict[str, _Someone]
) -> _Someone | None:
    """The known person that a mention names, if any."""
    words = mention.words
    near: list[_Someone] = []
    for word in (words[-1],) if len(words) == 1 else (words[-1], words[0]):
        if word in by_word:
            near += islice(reversed(by_word[word]), NEAR)
    if near:
        return _same(mention, offices, near)
    return by_initials.get(words[0]) if len(words) == 1 else None


def gender(name: str, titles: Iterable[str]) -> Gender | None:
    """The gender that a person's titles imply, or else the given name; None if neither does."""
    return gender_of(name, titles)


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of several words can be one person's."""
    if one == other:
        return True
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(long) == 2 and one == other[::-1]:
        return True  # Higuchi Ichiyo, Ichiyo Higuchi
    if len(short) < len(long) and any(long[i:i + len(short)] == short for i in range(len(long) - len(short) + 1)):
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
    """Whether two words differ by at most one letter: transliterations, misspellings."""
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
    """The person that a mention names, the likeliest of those who share a word with it."""
    words = mention.words
    if len(words) > 1:
        return next((p for p in near if any(len(name) > 1 and _agree(words, name) for name in p.names)), None)
    best: tuple[tuple[bool, bool, int], _Someone] | None = None
    for someone in near:
        if words[0] not in someone.words:
            continue
        genders = someone.genders
        if mention.gender and genders and mention.gender != max(genders, key=genders.__getitem__):
            continue
        surname = words[0] == someone.words[-1] or len(someone.words) == 1
        likely = -someone.mentions[0] if surname else len(someone.mentions)
        score = not offices.isdisjoint(someone.offices), surname, likely
        if best is None or score > best[0]:
            best = score, someone
    return best[1] if best else None


def _office(title: str) -> str:
    """The head noun of a title: president, for "Russian President" and "President of the Republic"."""
    return title.lower().partition(" of ")[0].rpartition(" ")[2]


def _texts(ranges: Iterable[tuple[int, int]], tokens: Tokens) -> tuple[str, ...]:
    return tuple([" ".join(tokens.text(*where).split()) for where in ranges])


def _entity(
    id: str, someone: _Someone, mentions: Sequence[Mention], texts: Sequence[str], titles: Sequence[tuple[str, ...]],
    ids: Sequence[str],
) -> Entity:
    own = someone.mentions
    if len(own) == 1:
        return Entity(id, " ".join(texts[own[0]].split()), tuple(dict.fromkeys(titles[own[0]])), (ids[own[0]],))
    full = len(someone.words) > 1
    forms = [texts[i] for i in own if not full or len(mentions[i].words) > 1]
    held = dict.fromkeys([title for i in own for title in titles[i]])
    return Entity(id, _name(forms), tuple(held), tuple([ids[i] for i in own]))


def _name(texts: Sequence[str]) -> str:
    """The fullest form: preferably not in capitals, with the most words besides initials, then the most frequent."""
    forms: dict[str, int] = {}
    for text in texts:
        form = " ".join(text.split())
        forms[form] = forms.get(form, 0) + 1
    if len(forms) == 1:
        return form

    def fullness(form: str) -> tuple[bool, int, int, int]:
        words = form.split()
        return not form.isupper(), sum([len(word.strip(".")) > 1 for word in words]), forms[form], len(form)

    return max(forms, key=fullness)
