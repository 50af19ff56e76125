"""Groups mentions by person: decides which names in a document are the same person's, and which form is the fullest.

Full names come first, each a new person unless it agrees with a known one. A name alone then goes to a person whose
name includes it and whose title and gender it does not contradict; see `families` if there are several.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from functools import cache, lru_cache
from itertools import islice, pairwise

from factx import lexicon
from factx.engine.rules import Finding
from factx.extract.people import Gender, Mention, gender_of
from factx.lexicon.names import look_up
from factx.model import Entity, Person
from factx.resolve.families import COURTESIES, Families, Someone
from factx.text.spelling import alike, swapped
from factx.text.tokens import BLANKS, Tokens

NEAR = 40
"""The most people sharing a word that a name is compared with, so that a list of a thousand Marias is not quadratic."""

JUNIORS = frozenset({"Jr.", "Jr", "II", "Jnr"})
CHILD_OF = frozenset("bin ibn binti binte bint bte anak a/l a/p s/o d/o".split())
"""What stands before a father's name, in the place of a surname."""
LOOSE = frozenset({"bin", "ibn"})
"""The same of those who are called by it too, if seldom: bin Salman; but King Salman is the father."""
SONS = frozenset({"son ", "father ", "namesake ", "son, ", "father, "})
FATHER = 60
"""How many words before a junior's name they may stand."""
BORN = 25
"""How many words after a name at birth its pronoun may stand."""
CALLING = {"Born ": 2, "Known as ": 1, "Nicknamed ": 1}
"""What opens a sentence and says that its subject has another name too, with the fewest words of that name."""
SPELLED = 6
"""The fewest letters of a word that is recognised when it is misspelt."""


def group(found: Sequence[Finding[Mention]], tokens: Tokens) -> tuple[list[Person], list[Entity]]:
    """The mentions as facts, each with its person, and the people in order of first mention."""
    mentions = [mention.values for mention in found]
    titles = [_texts(mention.titles, tokens) if mention.titles else () for mention in mentions]
    register = _Register(found, tokens)
    # Full names first, then those that are said to be another name of somebody's.
    turns = [len(mention.words) == 1 and 1 + (register.alias(i) is None) for i, mention in enumerate(mentions)]
    for i in sorted(range(len(found)), key=turns.__getitem__):
        register.add(i, titles[i])
    someone_of = register.person_of
    spans = [tokens.span(start, end) for _, start, end, _, _ in found]
    texts = [tokens.source[start:end] for start, end in spans]
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
            mention.given, mention.family, mention.suffix, notes,
        ))
    return persons, list(people.values())


def is_alias(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the tokens between two names tell that both are one person's: ", also known as", "(born", ", alias"."""
    if not 0 < end - start <= LONGEST_LINK or words[start].rstrip(BLANKS).lower() not in OPENINGS:
        return False
    between = [word.rstrip(BLANKS).lower() for word in words[start:end]]
    if between[-1] in QUOTES:
        between.pop()
    link = " ".join([word for word in between if word not in FILLERS])
    return link in LINKS or link in CALLED and between[0] == ","


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
        self.born = _born(found, tokens)
        words = tokens.words
        self.links = {
            i for i, (one, other) in enumerate(pairwise(found), 1)
            if 0 < other.start - one.end <= LONGEST_LINK and is_alias(words, one.end, other.start)
        }
        """The mentions that are said to be of the person named before."""

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
        insort(someone.mentions, i)
        self.person_of[i] = someone

    def _find(self, i: int, key: tuple[str | None, ...], titles: tuple[str, ...]) -> Someone:
        """The person of a mention whose words and titles are not known to be one person's: known otherwise, or new."""
        mention = self.found[i].values
        words = mention.words
        someone, sure = self._alias_of(i), False
        if someone is None:
            someone, sure = self._known(i, {_office(title) for title in titles})
        if someone is None:
            someone, sure = Someone(words), True
        else:
            someone.names.add(words)
            if len(words) > len(someone.words) and i not in self.born:
                someone.words = words
        self._enter(mention, someone)
        if len(words) > 1 or sure and words[0] == someone.words[-1]:
            self.named[key] = someone
        return someone

    def alias(self, i: int) -> int | None:
        """The mention next to the mention `i` that is said to be of the same person: the rapper Kanu, born Ada Lee."""
        return i - 1 if i in self.links else i + 1 if i + 1 in self.links else self.born.get(i)

    def _alias_of(self, i: int) -> Someone | None:
        """The person named beside the mention `i` by another name, if that one is known yet."""
        other = self.alias(i)
        return None if other is None else self.person_of.get(other)

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
        mention = self.found[i].values
        words = mention.words
        near: list[Someone] = []
        for word in (words[-1],) if len(words) == 1 else (words[-1], words[0]):
            if word in self.by_word:
                near += islice(reversed(self.by_word[word]), NEAR)
        if not near:
            known = self.by_initials.get(words[0]) or self._misspelt(words[0]) if len(words) == 1 else None
            return known, True
        if len(words) > 1:
            whole = " ".join(words)
            if born := next((someone for someone in near if whole in someone.surnames), None):
                return born, True  # Ben Barka, of Mehdi Ben Barka
            if mention.suffix in JUNIORS and self._tells_of_father(i):
                near = [someone for someone in near if someone.suffix is not None]
            return _with_suffix(mention, near) or _same(mention, near), True
        bearers = [someone for someone in near if someone.may_be(mention)]
        if len(bearers) > 1 and mention.family is not None and " " in mention.family:
            bearers = [someone for someone in bearers if words[0] in someone.fathers] or bearers  # bin Salman
        if not bearers and mention.titles:
            return self._spouse(words[0], near, mention.gender), True
        if len(bearers) < 2:
            return bearers[0] if bearers else None, True
        return self.families.likeliest(i, bearers, offices), False

    def _tells_of_father(self, i: int) -> bool:
        """Whether the words before a junior's name say that his father is named too: the son of Mayor Ray Hale."""
        start = self.found[i].start
        return not SONS.isdisjoint(self.tokens.words[max(0, start - FATHER):start])

    def _misspelt(self, word: str) -> Someone | None:
        """The one person whose surname a word in no list must be meant for, but for a letter."""
        if len(word) < SPELLED or look_up("surnames", word) or look_up("given", word):
            return None
        meant = {
            someone for name, bearers in self.by_word.items() if alike(word, name) or swapped(word, name)
            for someone in bearers if someone.words[-1] == name and len(someone.words) > 1
        }
        return meant.pop() if len(meant) == 1 else None

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
        fits = [someone for someone in wedded if someone.gender() == gender and someone not in bearers]
        return fits[0] if len(fits) == 1 else None

    def _text(self, i: int) -> str:
        start, end = self.tokens.span(self.found[i].start, self.found[i].end)
        return " ".join(self.tokens.source[start:end].split())


def _born(found: Sequence[Finding[Mention]], tokens: Tokens) -> dict[int, int]:
    """The mentions of another name that open a sentence, each with one of the person whom the text has named most.

    That is whom such a sentence is about: Born Ann Hale, she moved to Leeds; Known as Nan, she ran it.
    """
    words = tokens.words
    born: dict[int, int] = {}
    if not any(map(tokens.source.__contains__, CALLING)):
        return born
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
        born[i] = next(j for j in range(i) if most in found[j].values.words)
    return born


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
    if len(short) == 2 and len(long) == 3 and long[1:] == short[::-1] or long[:2] == short[::-1]:
        return True  # Wei Ling, Sim Wei Ling
    if len(long) == 2 and (_is_patronymic(one, other) or _is_patronymic(other, one)):
        return True
    if not alike(one[-1], other[-1]):
        return False
    rest = iter(long)
    if len(short) > 1 and all(word in rest for word in short):
        return True  # Otto Jespersen, Jens Otto Harry Jespersen
    if len(short) > 2 and short[1:] == long[1:] and short[0][0] == long[0][0]:
        return True  # Peter or Pierre Charles L'Enfant; but the brothers Nawaf and Mishal al-Ahmad al-Sabah
    if one[0] == other[0] or alike(one[0], other[0]) or _is_short(one[0], other[0]) or _is_short(other[0], one[0]):
        return True
    a, b = one[0].replace(".", ""), other[0].replace(".", "")
    initials = min(len(a), len(b)) <= 2 and a[0] == b[0]
    return initials and one[-1] == other[-1]


def _is_patronymic(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether an initial before a name is that of the father named after it: G. Kumaresan, Kumaresan a/l Gopal."""
    initial = one[0].rstrip(".")
    return len(initial) == 1 and one[1] == other[0] and other[1][:1] == initial and len(other[1]) > 2


@cache
def _short_forms() -> dict[str, list[str]]:
    return {short: full.split() for short, full in lexicon.load("people")["short-form"].items()}


def _is_short(one: str, other: str) -> bool:
    """Whether a given name is the familiar form of another: Larry, Lawrence."""
    return other in _short_forms().get(one, ())


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
        if not someone.contradicts(mention) and any(len(name) > 1 and _agree(words, name) for name in someone.names)
    ), None)


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
        spelled = [word for word in words if len(word.strip(".")) > 1 and not (word.isupper() and len(word) < 4)]
        return not form.isupper(), len(spelled), forms[form], len(form)

    return max(forms, key=fullness)
