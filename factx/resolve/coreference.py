"""Groups mentions by person: decides which names in a document are the same person's, and which form is the fullest.

Full names come first, each a new person unless it agrees with a known one. A name alone then goes to a person whose
name includes it and whose title and gender it does not contradict; see `families` if there are several.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from factx.engine.rules import Finding
from factx.extract.people import Gender, Mention, gender_of
from factx.lexicon.names import look_up, short_forms
from factx.model import Entity, Person
from factx.resolve.aliases import born, links
from factx.resolve.families import COURTESIES, Families, Someone
from factx.resolve.same_name import agree
from factx.text.spelling import alike, swapped
from factx.text.tokens import Tokens

NEAR = 40
"""The most people sharing a word that a name is compared with, so that a list of a thousand Marias is not quadratic."""

JUNIORS = frozenset({"Jr.", "Jr", "II", "Jnr"})
CHILD_OF = frozenset("bin ibn binti binte bint bte anak a/l a/p s/o d/o".split())
"""What stands before a father's name, in the place of a surname."""
LOOSE = frozenset({"bin", "ibn"})
"""The same of those who are called by it too, if seldom: bin Salman; but King Salman is the father."""
RELATIVES = frozenset(
    "father mother son daughter brother sister uncle aunt nephew niece grandfather grandmother grandson granddaughter"
    " cousin".split()
)
"""What somebody is of another one, who may have the same name at the end of a longer one."""
APART = (
    (frozenset({"lady"}), frozenset({"president", "governor", "premier"})),
    (frozenset({"prince", "princess"}), frozenset({"king", "queen"})),
)
"""Offices of which nobody has the second while having the first."""
SONS = frozenset({"son ", "father ", "namesake ", "son, ", "father, "})
FATHER = 60
"""How many words before a junior's name they may stand."""
SCENE = 40
"""How many words before a misspelt surname its bearer was named."""
SPELLED = 6
"""The fewest letters of a word that is recognised when it is misspelt."""


def group(found: Sequence[Finding[Mention]], tokens: Tokens) -> tuple[list[Person], list[Entity]]:
    """The mentions as facts, each with its person, and the people in order of first mention."""
    mentions = [mention.values for mention in found]
    titles = [_texts(mention.titles, tokens) if mention.titles else () for mention in mentions]
    register = _Register(found, tokens)
    # Full names first, then those that are said to be another name of somebody's.
    aliases = register.aliases
    turns = [len(mention.words) == 1 and 1 + (i not in aliases) for i, mention in enumerate(mentions)]
    for i in sorted(range(len(found)), key=turns.__getitem__):
        register.add(i, titles[i])
    someone_of = register.person_of
    spans = [tokens.span(start, end) for _, start, end, _, _ in found]
    one: dict[object, Any] = {}
    """Of names and notes that are alike, the one that is kept: a large text has a hundred thousand mentions."""
    texts: list[str] = [one.setdefault(text, text) for text in (tokens.source[start:end] for start, end in spans)]
    ids = [f"p{i}" for i in range(1, len(found) + 1)]
    people: dict[Someone, Entity] = {}
    persons: list[Person] = []
    for i, (rule, _, _, mention, notes) in enumerate(found):
        someone = someone_of[i]
        entity = people.get(someone)
        if entity is None:
            entity = people[someone] = _entity(
                f"e{len(people) + 1}", someone, mentions, texts, titles, ids, register.born
            )
        persons.append(Person(
            ids[i], spans[i], texts[i], rule, entity.name, titles[i][0] if titles[i] else None, entity.id,
            mention.given, mention.family, mention.suffix, one.setdefault(notes, notes),
        ))
    return persons, list(people.values())


class _Register:
    """The people of a document: where each name leads, by its words, by its initials, and by the place it stands at."""

    def __init__(self, found: Sequence[Finding[Mention]], tokens: Tokens) -> None:
        self.found = found
        self.tokens = tokens
        self.named: dict[tuple[str | None, ...], Someone] = {}
        """By full name, or by a surname that one person has, with gender and titles."""
        self.by_word: dict[str, dict[Someone, None]] = {}
        self.by_initials: dict[str, Someone] = {}
        self.person_of: dict[int, Someone] = {}
        """By mention."""
        self.families = Families(found, tokens)
        self.born = born(found, tokens)
        self.aliases = self.born | links(found, tokens)
        """The mentions by another name, each with one of the same person."""

    def add(self, i: int, titles: tuple[str, ...]) -> None:
        """Find the person of the mention `i`, new unless its name is known."""
        mention = self.found[i].values
        words = mention.words
        gender = mention.gender
        alone = len(words) == 1
        key = (*words, gender, *titles) if alone else (*words, mention.suffix)
        someone = self.named.get(key)
        if someone is None:
            someone = self._find(i, key, titles)
        if mention.suffix:
            someone.suffix = someone.suffix or mention.suffix
        elif alone and words[0] == someone.words[-1]:
            someone.styles.add(titles != () and not COURTESIES.isdisjoint(map(str.lower, titles)))
        if gender:
            someone.genders[gender] = someone.genders.get(gender, 0) + 1
        if titles:
            someone.offices.update(map(_office, titles))
        own = someone.mentions
        if not own or own[-1] < i:
            own.append(i)
        else:
            insort(own, i)
        self.person_of[i] = someone

    def _find(self, i: int, key: tuple[str | None, ...], titles: tuple[str, ...]) -> Someone:
        """The person of a mention whose words and titles are not known to be one person's: known otherwise, or new."""
        mention = self.found[i].values
        words = mention.words
        someone, sure = self.person_of.get(self.aliases[i]) if i in self.aliases else None, False
        if someone is None:
            someone, sure = self._known(i, set(map(_office, titles)))
        if someone is None:
            someone, sure = Someone(words), True
            if len(words) == 1 and self.families.shares_surname(i):
                surname = self.found[i + 1].values.words[-1]
                someone.names.add((*words, surname))
                self.by_word.setdefault(surname, {})[someone] = None
        else:
            someone.names.add(words)
            if len(words) > len(someone.words) and i not in self.born:
                someone.words = words
        self._enter(mention, someone)
        if len(words) > 1 or sure and words[0] == someone.words[-1]:
            self.named[key] = someone
        return someone

    def _enter(self, mention: Mention, someone: Someone) -> None:
        """Let the words and the initials of a mention lead to its person."""
        words = mention.words
        for word in words:
            self.by_word.setdefault(word, {})[someone] = None
        if mention.family is not None and len(words) > 1:
            family = mention.family.lower().replace("-", " ")
            if mention.given is not None and mention.given.lower().endswith(" ben"):
                family = f"ben {family}"
            if " " in family:
                someone.surnames.add(family)
        if mention.family is not None and " " in mention.family:
            before = mention.family.lower().split()[-2]
            if before in CHILD_OF and len(words) > 1:
                someone.fathers[words[-1]] = before in LOOSE
        if len(words) > 2:
            self.by_initials.setdefault("".join([word[0] for word in words]), someone)  # AMLO, JFK
        if len(words) > 1 and mention.family is not None and " " in mention.family:
            parts = f"{mention.given or ''} {mention.family}".lower().split()
            self.by_initials.setdefault("".join([part[0] for part in parts]), someone)  # MBK, with its particle

    def _known(self, i: int, offices: set[str]) -> tuple[Someone | None, bool]:
        """The known person whom the mention `i` names, if any, and whether it can be nobody else."""
        words = self.found[i].values.words
        near: list[Someone] = []
        for word in (words[-1],) if len(words) == 1 else (words[-1], words[0]):
            if word in self.by_word:
                near += islice(reversed(self.by_word[word]), NEAR)
        if len(words) > 1:
            return self._known_in_full(i, near, offices) if near else None, True
        if near:
            return self._known_alone(i, near, offices)
        return self.by_initials.get(words[0]) or self._familiar(words[0]) or self._misspelt(words[0], i), True

    def _known_in_full(self, i: int, near: list[Someone], offices: set[str]) -> Someone | None:
        """The one of these people whom a name of several words names, if any."""
        mention = self.found[i].values
        if not offices.isdisjoint(RELATIVES):  # his son Omar Hale is not he, Sayed Omar Hale
            near = [someone for someone in near if len(someone.words) <= len(mention.words)]
        whole = " ".join(mention.words)
        if bearers := [someone for someone in near if whole in someone.surnames]:  # Ben Barka, of Mehdi Ben Barka
            fitting = [someone for someone in bearers if someone.is_of_gender(mention.gender)]
            if fitting or not mention.titles:
                return (fitting or bearers)[0]
            return self._spouse(mention.words[-1], bearers, mention.gender)
        if mention.suffix in JUNIORS:
            father = self._tells_of_father(i)
            near = [someone for someone in near if someone.suffix or not (father or self._is_senior(someone, i))]
        return _with_suffix(mention, near) or _same(mention, near)

    def _known_alone(self, i: int, near: Sequence[Someone], offices: set[str]) -> tuple[Someone | None, bool]:
        """The one of these people whom a name alone stands for, if any, and whether it can be nobody else."""
        mention = self.found[i].values
        word = mention.words[0]
        if mention.given is not None and not offices.isdisjoint(RELATIVES):
            return None, True  # her father Abdul Basit is not she, Laiba Abdul Basit
        if (parent := self._parent(i, offices)) is not None:
            return parent, False
        bearers = [someone for someone in near if someone.may_be(mention) and not _apart(someone.offices, offices)]
        if len(bearers) > 1 and mention.family is not None and " " in mention.family:
            bearers = [someone for someone in bearers if word in someone.fathers] or bearers  # bin Salman
        unknown = not bearers or mention.gender and not any(someone.gender() for someone in bearers)
        spouse = self._spouse(word, near, mention.gender) if mention.titles and unknown else None
        if spouse is None and not bearers and len(near) == 1 and "mr" in {office.rstrip(".") for office in offices}:
            bearers = [someone for someone in near if _is_of_open_gender(someone, word)]
        if spouse is not None or not bearers:
            return spouse, True
        someone = self.families.likeliest(i, bearers, offices) if len(bearers) > 1 else bearers[0]
        if len(someone.words) == 1 and someone.fuller is None and word not in someone.words:
            someone.fuller = f"{self._text(someone.mentions[0])} {mention.family}"  # Mr Hale, of Tom and Sue Hale
        return someone, len(bearers) == 1

    def _parent(self, i: int, offices: set[str]) -> Someone | None:
        """The parent, named without a surname, whom a courtesy title and the children's surname mean."""
        j, mention = self.families.parent(i, offices), self.found[i].values
        parent = self.person_of.get(j) if j is not None else None
        if j is None or parent is None or len(parent.words) > 1:
            return None
        parent.fuller = parent.fuller or f"{self._text(j)} {mention.family}"
        return parent

    def _is_senior(self, someone: Someone, i: int) -> bool:
        """Whether a person has been named with an initial and without Jr.: Ray J. Hale, before Ray Hale Jr."""
        before = [self.found[j] for j in someone.mentions if j < i]
        words = self.tokens.words
        return any(len(words[j]) < 4 and words[j][1:2] == "." for one in before for j in range(one.start + 1, one.end))

    def _tells_of_father(self, i: int) -> bool:
        """Whether the words before a junior's name say that his father is named too: the son of Mayor Ray Hale."""
        start = self.found[i].start
        return not SONS.isdisjoint(self.tokens.words[max(0, start - FATHER):start])

    def _familiar(self, word: str) -> Someone | None:
        """The one person whose given name has a familiar form: Jim, of James Hale."""
        meant = {
            someone for full in short_forms().get(word, ()) for someone in self.by_word.get(full, ())
            if someone.words[0] == full and len(someone.words) > 1
        }
        return meant.pop() if len(meant) == 1 else None

    def _misspelt(self, word: str, i: int) -> Someone | None:
        """The one person whose surname a word must be meant for, but for a letter: one in no list, or one near by."""
        listed = look_up("surnames", word) or look_up("given", word)
        if len(word) < SPELLED + bool(listed) or look_up("surnames", word) == "3" or look_up("given", word) == "3":
            return None
        meant = {
            someone for name, bearers in self.by_word.items() if alike(word, name) or swapped(word, name)
            for someone in bearers if someone.words[-1] == name and len(someone.words) > 1
        }
        if len(meant) != 1 or listed and not self._is_scene(i, *meant):
            return None
        return meant.pop()

    def _is_scene(self, i: int, someone: Someone) -> bool:
        """Whether the mention `i` acts, and the only person named shortly before it is this one."""
        found, start = self.found, self.found[i].start
        before = [self.person_of.get(j) for j in range(max(0, i - 3), i) if start - found[j].end < SCENE]
        return bool(before) and set(before) == {someone}

    def _spouse(self, surname: str, bearers: Sequence[Someone], gender: Gender | None) -> Someone | None:
        """The spouse whom a courtesy title and surname name, if all known bearers are of the other gender."""
        for someone in bearers:
            if someone.words[-1] != surname:
                continue
            for i in someone.mentions:
                other = self.families.partner(i)
                partner = None if other is None else self.person_of.get(other)
                if partner is None or other is None or partner.gender() not in (None, gender):
                    continue
                if len(partner.words) == 1:
                    partner.fuller = f"{self._text(other)} {self.found[i].values.family}"
                return partner
        wedded = {self.person_of[i] for i in self.families.wedded() if i in self.person_of}
        fits = [someone for someone in wedded if someone.gender() == gender and someone.words[-1] != surname]
        return fits[0] if len(fits) == 1 else None

    def _text(self, i: int) -> str:
        start, end = self.tokens.span(self.found[i].start, self.found[i].end)
        return " ".join(self.tokens.source[start:end].split())


def gender(name: str, titles: Iterable[str]) -> Gender | None:
    """The gender that a person's titles imply, or else the given name; None if neither does."""
    return gender_of(name, titles)


def _with_suffix(mention: Mention, near: Iterable[Someone]) -> Someone | None:
    """The one who has the surname and the suffix of a mention that is these alone: Hale Jr."""
    words, suffix = mention.words, mention.suffix
    if suffix is None or len(words) != 2 or words[1] != suffix.lower():
        return None
    return next((
        someone for someone in near
        if someone.words[-1] == words[0] and someone.suffix and someone.suffix.strip(".") == suffix.strip(".")
    ), None)


def _same(mention: Mention, near: Iterable[Someone]) -> Someone | None:
    """The first of these people whom a name of several words can name."""
    words = mention.words
    return next((
        someone for someone in near
        if not someone.contradicts(mention) and any(len(name) > 1 and agree(words, name) for name in someone.names)
        and all(agree(words, name) for name in someone.names if len(name) == len(words) > 2)  # of the same short form
    ), None)


def _is_of_open_gender(someone: Someone, surname: str) -> bool:
    """Whether only a rare given name tells the gender of the one with a surname: Mr Rich, of Jodee Rich."""
    words = someone.words
    if len(words) < 2 or words[-1] != surname or someone.fathers or not COURTESIES.isdisjoint(someone.offices):
        return False
    return look_up("given", words[0])[1:] != "3"


def _apart(held: set[str], named: set[str]) -> bool:
    """Whether somebody's offices and those of a name alone are two people's: the First Lady and President Hale."""
    return any(
        not held.isdisjoint(these) and not named.isdisjoint(those) and held.isdisjoint(those) for these, those in APART
    )


@lru_cache(2_000)
def _office(title: str) -> str:
    """The head noun of a title: president, for "Russian President" and "President of the Republic"."""
    return title.lower().partition(" of ")[0].rpartition(" ")[2]


def _texts(ranges: Iterable[tuple[int, int]], tokens: Tokens) -> tuple[str, ...]:
    return tuple([" ".join(tokens.text(*where).split()) for where in ranges])


def _entity(
    id: str, someone: Someone, mentions: Sequence[Mention], texts: Sequence[str], titles: Sequence[tuple[str, ...]],
    ids: Sequence[str], born: Container[int],
) -> Entity:
    own = someone.mentions
    fuller = someone.fuller
    if fuller is None and len(someone.words) == 1:
        fuller = next((fuller for i in own if (fuller := mentions[i].fuller)), None)
    if len(own) == 1:
        alone = own[0]
        return Entity(id, fuller or " ".join(texts[alone].split()), tuple(dict.fromkeys(titles[alone])), (ids[alone],))
    full = len(someone.words) > 1
    forms = [texts[i] for i in own if (not full or len(mentions[i].words) > 1) and (i not in born or len(own) == 1)]
    return Entity(id, fuller or _name(forms), distinct(titles[i] for i in own), tuple([ids[i] for i in own]))


def distinct(titles: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Each title once, as it is first written: the Union leader is the union leader."""
    held: dict[str, str] = {}
    for several in titles:
        for title in several:
            held.setdefault(title.casefold(), title)
    return tuple(held.values())


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
        spelled = [word for word in words if len(word.strip(".")) > 1 and not (word.isupper() and len(word) < 4)]
        return not form.isupper(), len(spelled), forms[form], len(form)

    return max(forms, key=fullness)
