"""Groups mentions by person: decides which names in a document are the same person's, and which form is the fullest.

Full names come first, each a new person unless it agrees with a known one. A name alone then goes to a person whose
name includes it and whose title and gender it does not contradict. If several share the surname, it goes to the only
one whom its paragraph has mentioned, then to one who was called so before, then to the one with whom one of the last
sentences opened, since the scene is about that one; else to the one named first: newspapers write out the others in
full each time. If several share the given name, it goes to the one named most often.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from itertools import islice

from factx import lexicon
from factx.engine.rules import Finding
from factx.extract.people import Gender, Mention, gender_of
from factx.model import Entity, Person
from factx.text.tokens import BLANKS, Tokens

NEAR = 40
"""The most people sharing a word that a name is compared with, so that a list of a thousand Marias is not quadratic."""


SCENE = 3
"""How many sentences back somebody must have been named for a scene to be about that person."""
OPENING = 8
"""How many tokens into a sentence whom it is about is named."""


class _Places:
    """Where the mentions stand in their sentences: worked out for those that are asked for."""

    def __init__(self, found: Sequence[Finding[Mention]], tokens: Tokens) -> None:
        self.found = found
        self.ends = tokens.ends

    def sentence(self, place: int) -> int:
        """The number of a mention's sentence."""
        return bisect_left(self.ends, self.found[place].start)

    def last(self, mentions: Sequence[int], place: int) -> int:
        """The sentence before a mention, not far, that one of `mentions` opens; -1 if there is none."""
        here = self.sentence(place)
        for other in reversed(mentions[: bisect_left(mentions, place)]):
            number = self.sentence(other)
            if here - number > SCENE:
                break
            if self.found[other].start - (self.ends[number - 1] + 1 if number else 0) < OPENING:
                return number
        return -1


class _Someone:
    """A person, as known from the mentions so far."""

    __slots__ = ("genders", "mentions", "names", "offices", "suffix", "words")

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words
        """The fullest name so far."""
        self.names = {words}
        self.mentions: list[int] = []
        """Their indexes, ascending."""
        self.genders: dict[Gender, int] = {}
        self.offices: set[str] = set()
        self.suffix: str | None = None

    def contradicts(self, mention: Mention) -> bool:
        """Whether a mention is another's by its suffix: a junior is not the third."""
        return bool(mention.suffix and self.suffix and mention.suffix.strip(".") != self.suffix.strip("."))

    def may_be(self, mention: Mention) -> bool:
        """Whether a name alone is a word of this person's, and no gender is against it."""
        gender = self.gender()
        word = mention.words[0]
        return any(word in name for name in self.names) and not (
            mention.gender and gender and mention.gender != gender
        )

    def gender(self) -> Gender | None:
        """The gender that most mentions imply."""
        genders = self.genders
        return max(genders.items(), key=lambda item: item[1])[0] if genders else None


def group(found: Sequence[Finding[Mention]], tokens: Tokens) -> tuple[list[Person], list[Entity]]:
    """The mentions as facts, each with its person, and the people in order of first mention."""
    mentions = [mention.values for mention in found]
    titles = [_texts(mention.titles, tokens) if mention.titles else () for mention in mentions]
    register = _Register(found, tokens)
    lone = [len(mention.words) == 1 for mention in mentions]
    for i in sorted(range(len(found)), key=lone.__getitem__):
        register.add(i, titles[i])
    someone_of = register.person_of
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


def is_alias(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the tokens between two names tell that both are one person's: ", also known as", "(born", ", alias"."""
    if not 0 < end - start <= LONGEST_LINK:
        return False
    between = [word.rstrip(BLANKS).lower() for word in words[start:end]]
    if between[-1] in QUOTES:
        between.pop()
    link = " ".join([word for word in between if word not in FILLERS])
    return link in LINKS


LONGEST_LINK = 9
QUOTES = frozenset("\"'“‘")
FILLERS = frozenset(", ( also better widely commonly popularly more best often once formerly professionally".split())
LINKS = frozenset({
    "known as", "known by the name", "known by his nickname", "known by her nickname", "known by her pseudonym",
    "known by his pseudonym", "born", "born as", "alias", "aka", "a.k.a.", "a.k.a", "né", "née", "nee", "nicknamed",
    "who goes by", "who performs as", "who writes as", "was a pen name of", "is the pen name of", "was the pen name of",
    "is the stage name of", "was the pseudonym of", "is a pseudonym of",
})


class _Register:
    """The people of a document: where each name leads, by its words, by its initials, and by the place it stands at."""

    def __init__(self, found: Sequence[Finding[Mention]], tokens: Tokens) -> None:
        self.found = found
        self.tokens = tokens
        self.places = _Places(found, tokens)
        self.named: dict[tuple[str | None, ...], _Someone] = {}
        """By full name, or by a surname that one person has, with gender and titles."""
        self.by_word: dict[str, dict[_Someone, None]] = {}
        self.by_initials: dict[str, _Someone] = {}
        self.person_of: dict[int, _Someone] = {}
        """By mention."""

    @cached_property
    def breaks(self) -> list[int]:
        """The tokens that end paragraphs."""
        words = self.tokens.words
        return [end for end in self.tokens.ends if words[end]]

    def add(self, i: int, titles: tuple[str, ...]) -> None:
        """Find the person of the mention `i`, new unless its name is known."""
        mention = self.found[i].values
        words = mention.words
        key = (*words, mention.suffix) if len(words) > 1 else (*words, mention.gender, *titles)
        someone = self.named.get(key)
        if someone is None:
            someone, sure = self._alias_of(i), False
            if someone is None:
                someone, sure = self._known(i, {_office(title) for title in titles})
            if someone is None:
                someone, sure = _Someone(words), True
            else:
                someone.names.add(words)
                if len(words) > len(someone.words):
                    someone.words = words
            self._enter(mention, someone)
            if len(words) > 1 or sure and words[0] == someone.words[-1]:
                self.named[key] = someone
        someone.suffix = someone.suffix or mention.suffix
        if mention.gender:
            someone.genders[mention.gender] = someone.genders.get(mention.gender, 0) + 1
        if titles:
            someone.offices.update(map(_office, titles))
        insort(someone.mentions, i)
        self.person_of[i] = someone

    def _alias_of(self, i: int) -> _Someone | None:
        """The person named just before, if the mention `i` is what else they are called."""
        if not i or not is_alias(self.tokens.words, self.found[i - 1].end, self.found[i].start):
            return None
        return self.person_of.get(i - 1)

    def _enter(self, mention: Mention, someone: _Someone) -> None:
        """Let the words and the initials of a mention lead to its person."""
        words = mention.words
        for word in words:
            self.by_word.setdefault(word, {})[someone] = None
        if len(words) > 2:
            self.by_initials.setdefault("".join([word[0] for word in words]), someone)  # AMLO, JFK
        if len(words) > 1 and mention.family is not None and " " in mention.family:
            parts = f"{mention.given or ''} {mention.family}".lower().split()
            self.by_initials.setdefault("".join([part[0] for part in parts]), someone)  # MBK, with its particle

    def _known(self, i: int, offices: set[str]) -> tuple[_Someone | None, bool]:
        """The known person whom the mention `i` names, if any, and whether it can be nobody else."""
        mention = self.found[i].values
        words = mention.words
        near: list[_Someone] = []
        for word in (words[-1],) if len(words) == 1 else (words[-1], words[0]):
            if word in self.by_word:
                near += islice(reversed(self.by_word[word]), NEAR)
        if not near:
            return self.by_initials.get(words[0]) if len(words) == 1 else None, True
        if len(words) > 1:
            return _same(mention, near), True
        bearers = [someone for someone in near if someone.may_be(mention)]
        if len(bearers) < 2:
            return bearers[0] if bearers else None, True
        return self._likeliest(i, bearers, offices), False

    def _likeliest(self, i: int, bearers: Sequence[_Someone], offices: set[str]) -> _Someone:
        """Of the people with a name alone: who has the office, the gender; who is in the scene; who was named first."""
        mention = self.found[i].values
        word, gender = mention.words[0], mention.gender
        present = [someone for someone in bearers if self._is_present(someone, i)]

        def score(someone: _Someone) -> tuple[bool, bool, bool, bool, bool, int, int]:
            surname = word == someone.words[-1] or len(someone.words) == 1
            return (
                not offices.isdisjoint(someone.offices), surname, gender is not None and gender == someone.gender(),
                surname and [someone] == present, surname and (word,) in someone.names,
                self.places.last(someone.mentions, i) if surname else -1,
                -someone.mentions[0] if surname else len(someone.mentions),
            )

        return max(bearers, key=score)

    def _is_present(self, someone: _Someone, i: int) -> bool:
        """Whether a person is mentioned before the mention `i` in its paragraph."""
        place = bisect_left(someone.mentions, i)
        if not place:
            return False
        begin = bisect_left(self.breaks, self.found[i].start)
        return not begin or self.found[someone.mentions[place - 1]].start > self.breaks[begin - 1]


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
    if len(short) > 1 and all(word in rest for word in short):
        return True  # Otto Jespersen, Jens Otto Harry Jespersen
    if len(short) > 2 and short[1:] == long[1:] and short[0][0] == long[0][0]:
        return True  # Peter or Pierre Charles L'Enfant; but the brothers Nawaf and Mishal al-Ahmad al-Sabah
    if one[0] == other[0] or _alike(one[0], other[0]) or _is_short(one[0], other[0]) or _is_short(other[0], one[0]):
        return True
    a, b = one[0].replace(".", ""), other[0].replace(".", "")
    initials = min(len(a), len(b)) <= 2 and a[0] == b[0]
    return initials and one[-1] == other[-1]


@cache
def _short_forms() -> dict[str, list[str]]:
    return {short: full.split() for short, full in lexicon.load("people")["short-form"].items()}


def _is_short(one: str, other: str) -> bool:
    """Whether a given name is the familiar form of another: Larry, Lawrence."""
    return other in _short_forms().get(one, ())


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


def _same(mention: Mention, near: Iterable[_Someone]) -> _Someone | None:
    """The first of these people whom a name of several words can name."""
    words = mention.words
    return next((
        someone for someone in near
        if not someone.contradicts(mention) and any(len(name) > 1 and _agree(words, name) for name in someone.names)
    ), None)


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
    fuller = next((fuller for i in own if (fuller := mentions[i].fuller)), None) if len(someone.words) == 1 else None
    if len(own) == 1:
        alone = own[0]
        return Entity(id, fuller or " ".join(texts[alone].split()), tuple(dict.fromkeys(titles[alone])), (ids[alone],))
    full = len(someone.words) > 1
    forms = [texts[i] for i in own if not full or len(mentions[i].words) > 1]
    held = dict.fromkeys([title for i in own for title in titles[i]])
    return Entity(id, fuller or _name(forms), tuple(held), tuple([ids[i] for i in own]))


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
