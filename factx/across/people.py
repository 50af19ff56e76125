"""People over documents: whose mentions in several documents are one person's, and why.

The same full name is one person, unless something speaks against it: another gender, a field that hardly goes with
the other's, an age that does not fit, a lifetime between the documents. So is a longer name where a document has the
shorter one for it too. Names that are only akin (another spelling, a
short or a longer form, initials) are one person's where an office or a year of birth is the same too. A name alone
stays with its document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from factx import lexicon
from factx.across.names import REMEMBERED, Levelled, akin, block, levelled, same, short_forms
from factx.model import Document, Entity
from factx.records import NamedTuple
from factx.resolve.coreference import distinct, gender

AGE: Final = re.compile(r"\s*(?:, (?:aged? )?|\s\((?:aged? )?)(\d{2})(?=[,.);])")
"""An age after a name: Ann Lee, 34, ...; Ann Lee (34)"""
APPOSED: Final = re.compile(r", (?:\d{2}, )?(?:an?|the) ((?:[\w’'-]+ ){0,5}[\w’'-]+)")
"""What somebody is called after the name: Ann Lee, 34, a striker for Norwell Rovers"""
LIFETIME: Final = 80
"""The most years between the documents that name one person."""
SPREAD: Final = 2
"""The most years by which two years of birth may differ that follow from ages."""
GROWN: Final = 21
"""The age below which hardly anybody has an office in the fields of people who are grown up."""
NEAR: Final = 40
"""The most people with one office and initial that somebody is compared with."""
SMALL: Final = frozenset("of the and for in at to a an de la former ex then acting deputy vice late".split())
COURTESY: Final = frozenset("mr mrs ms miss dr prof professor sir lady dame lord mx sheikh comrade uncle aunt".split())


class Named(NamedTuple):
    """A person as one document names them."""

    doc: str
    written: str | None
    entity: str
    name: str
    forms: tuple[str, ...]
    """The full forms that the document writes, the one that it is known by first."""
    titles: tuple[str, ...]
    gender: str | None
    """By a title, since a given name tells nothing that the same name elsewhere does not."""
    born: int | None
    """The year of birth that an age makes likely."""
    fields: frozenset[str]
    """The fields that titles, and what stands after a name, tell."""


class Somebody:
    """A person over documents: what their documents say, and the notes on why they are one."""

    def __init__(self, first: Named) -> None:
        self.members: list[Named] = []
        self.names: dict[Levelled, None] = {}
        self.genders: Counter[str] = Counter()
        self.offices: set[str] = set()
        self.fields: set[str] = set()
        self.born: int | None = None
        self.years: tuple[int, int] | None = None
        """The first and the last year in which a document was written."""
        self.called: Counter[str] = Counter()
        """The names by which documents know the person, with the number of each."""
        self.notes: dict[str, None] = {}
        self.add(first)

    @property
    def titles(self) -> tuple[str, ...]:
        """All that the documents call the person, each once."""
        return distinct(named.titles for named in self.members)

    def add(self, named: Named) -> None:
        self.members.append(named)
        self.called[named.name] += 1
        self.names |= dict.fromkeys(full_forms(named))
        if named.gender:
            self.genders[named.gender] += 1
        for title in named.titles:
            self.offices |= offices(title)
        self.fields |= named.fields
        self.born = self.born or named.born
        if named.written:
            year = year_of(named.written)
            self.years = spanned(self.years, (year, year))

    def join(self, other: Somebody, note: str | None) -> None:
        for named in other.members:
            self.add(named)
        self.notes |= other.notes
        if note:
            self.notes[note] = None

    @property
    def name(self) -> str:
        """The form that most documents use; of these the fullest."""
        return max(self.called, key=lambda form: (not form.isupper(), self.called[form], len(form)))


def people_of(document: Document) -> Iterator[Named]:
    """The people whom a document names."""
    ages: dict[str, int] = {}
    forms: dict[str, dict[str, None]] = {}
    called: dict[str, frozenset[str]] = {}
    for person in document.people:
        forms.setdefault(person.entity, {})[" ".join(person.text.split())] = None
        if document.date and (age := AGE.match(document.text, person.span.end)):
            ages.setdefault(person.entity, int(age[1]))
        if apposed := APPOSED.match(document.text, person.span.end):
            called[person.entity] = called.get(person.entity, frozenset()) | fields_in(apposed[1])
    for entity in document.entities:
        yield Named(
            document.id or "", document.date, entity.id, entity.name,
            tuple({entity.name: None} | {form: None for form in forms.get(entity.id, ()) if " " in form}),
            entity.titles, by_title(entity), born(document.date, ages.get(entity.id)),
            called.get(entity.id, frozenset()).union(*map(fields, entity.titles)),
        )  # fmt: skip


def born(written: str | None, age: int | None) -> int | None:
    return year_of(written) - age if written and age else None


def by_title(entity: Entity) -> str | None:
    """The gender that titles tell: that of a given name is left aside."""
    return titled_gender(entity.titles) if entity.titles else None


@lru_cache(REMEMBERED)
def titled_gender(titles: tuple[str, ...]) -> str | None:
    return gender("", titles)


@lru_cache(REMEMBERED)
def offices(title: str) -> frozenset[str]:
    """The words of a title that name an office: all but courtesy titles and small words."""
    words = {word.strip(".,()").removesuffix("’s").removesuffix("'s") for word in title.casefold().split()}
    return frozenset(words - SMALL - COURTESY - {""})


@cache
def field_of() -> dict[str, str]:
    words = lexicon.load("across")
    known = ("sport", "politics", "law", "faith", "science", "arts", "business")
    return {title: field for field in known for title in words[field]}


@cache
def apart() -> frozenset[tuple[str, str]]:
    pairs = [(one, other) for one, others in lexicon.load("across")["apart"].items() for other in others.split()]
    return frozenset(pairs + [(other, one) for one, other in pairs])


@lru_cache(REMEMBERED)
def fields(title: str) -> frozenset[str]:
    known = field_of()
    head = title.casefold().partition(" of ")[0].split()
    return frozenset({known[word] for word in head[-1:] if word in known})


@lru_cache(REMEMBERED)
def fields_in(words: str) -> frozenset[str]:
    """The fields of the words that can head a title: "the oldest striker in the league"."""
    known = field_of()
    return frozenset({known[word] for word in words.casefold().split() if word in known})


def full_forms(named: Named) -> Iterator[Levelled]:
    """The name, and the forms that a document has for it with the same given and family name: Ann Lee, Ann Mary Lee."""
    name = levelled(named.name)
    yield name
    for form in map(levelled, named.forms[1:] if name.full else ()):
        if form.full and (form.words[0], form.words[-1]) == (name.words[0], name.words[-1]):
            yield form


def spanned(one: tuple[int, int] | None, other: tuple[int, int]) -> tuple[int, int]:
    """The first and the last year of two spans of years."""
    return other if one is None else (min(one[0], other[0]), max(one[1], other[1]))


def year_of(day: str) -> int:
    return int(day[: day.index("-", 1)])


def against(one: Somebody, other: Somebody) -> str | None:
    """In words, the evidence against two people being one; None if there is none."""
    if one.genders and other.genders and set(one.genders).isdisjoint(other.genders):
        return "another gender"
    if one.born and other.born and abs(one.born - other.born) > SPREAD:
        return "another age"
    if too_young(one, other) or too_young(other, one):
        return "too young for that office"
    if one.years and other.years:
        first, last = spanned(one.years, other.years)
        if last - first > LIFETIME:
            return "a lifetime between them"
    pairs = [(a, b) for a in one.fields for b in other.fields]
    if pairs and all(pair in apart() for pair in pairs):
        return f"another field: {', '.join(sorted(one.fields | other.fields))}"
    return None


def too_young(one: Somebody, other: Somebody) -> bool:
    """Whether somebody was hardly grown up when the other had an office that people have later."""
    grown = other.fields.intersection(lexicon.load("across")["grown"])
    return bool(one.born and grown and other.years and other.years[1] - one.born < GROWN)


def one_person(named: Iterable[Named]) -> list[Somebody]:
    """The people of documents, each with all that is theirs, in the order in which they first come up."""
    blocks: dict[str, list[Named]] = {}
    for each in named:
        blocks.setdefault(block(each.name), []).append(each)
    found: list[Somebody] = []
    for members in blocks.values():
        found += in_block(members)
    return found


def in_block(members: Sequence[Named]) -> list[Somebody]:
    """The people among those whose family names sound alike."""
    namesakes = Namesakes()
    alone: list[Somebody] = []
    reigning: dict[tuple[str, str], Somebody] = {}
    for named in members:
        someone = Somebody(named)
        name = levelled(named.name)
        if name.full:
            namesakes.add(someone)
        elif not join_reigning(reigning, someone, name):
            alone.append(someone)
    return [*joined(namesakes), *reigning.values(), *alone]


class Namesakes:
    """People by their full names; those whom nothing keeps apart are one."""

    def __init__(self) -> None:
        self.by_name: dict[tuple[str, ...], list[Somebody]] = {}

    def __iter__(self) -> Iterator[Somebody]:
        return iter(dict.fromkeys(someone for same_named in self.by_name.values() for someone in same_named))

    def add(self, someone: Somebody) -> None:
        """Join somebody to the namesake who fits best, or keep them apart with a note that says why."""
        fitting: list[Somebody] = []
        reasons: dict[str, None] = {}
        near = (other for name in someone.names for other in self.by_name.get(name.words, ()))
        for other in dict.fromkeys(near):
            if not same_name(someone, other):
                continue
            reason = against(someone, other)
            if reason:
                reasons[f"not {other.name} of {other.members[0].doc}: {reason}"] = None
            else:
                fitting.append(other)
        if not fitting:
            someone.notes |= reasons
            self.put(someone)
            return
        best = max(fitting, key=lambda other: (len(other.offices & someone.offices), len(other.members)))
        best.join(someone, form_in_common(best, someone))
        for other in fitting:
            if other is not best and same_name(best, other) and not against(best, other):
                self.remove(other)
                best.join(other, form_in_common(best, other))
        self.put(best)

    def put(self, someone: Somebody) -> None:
        """Let somebody be found by each of their names."""
        for name in someone.names:
            same_named = self.by_name.setdefault(name.words, [])
            if someone not in same_named:
                same_named.append(someone)

    def remove(self, someone: Somebody) -> None:
        for words in {name.words for name in someone.names}:
            self.by_name[words].remove(someone)


def same_name(one: Somebody, other: Somebody) -> bool:
    """Whether two people have a name in common, and no names that cannot be one person's: Ann B. Lee, Ann C. Lee."""
    pairs = [(a, b) for a in one.names for b in other.names]
    return any(same(a, b) for a, b in pairs) and all(akin(a, b) for a, b in pairs)


def form_in_common(one: Somebody, other: Somebody) -> str | None:
    """A note where two are known by different names, and a document has both."""
    known = {levelled(name).words for name in one.called}
    if any(levelled(name).words in known for name in other.called):
        return None
    shared = {name.words for name in one.names} & {name.words for name in other.names}
    both = next(
        (named.doc for named in (*other.members, *one.members)
         if shared.intersection(form.words for form in full_forms(named) if form != levelled(named.name))), None,
    )  # fmt: skip
    return f"also {other.name}: {both} has both forms" if both is not None else None


def join_reigning(reigning: dict[tuple[str, str], Somebody], someone: Somebody, name: Levelled) -> bool:
    """Whether somebody is known by a given name and a title that one at a time holds: Pope Francis."""
    titles = sorted(someone.offices & set(lexicon.load("across")["reigning"]))
    if not titles or not name.words:
        return False
    key = titles[0], name.words[0]
    if (known := reigning.get(key)) is None:
        reigning[key] = someone
    else:
        known.add(someone.members[0])
    return True


def joined(groups: Iterable[Somebody]) -> list[Somebody]:
    """People whose names are akin and who share an office made one; the one in more documents gives the name."""
    kept: list[Somebody] = []
    by_office: dict[tuple[str, str], list[Somebody]] = {}
    for someone in sorted(groups, key=lambda each: -len(each.members)):
        near = dict.fromkeys(other for key in keys_of(someone) for other in by_office.get(key, ())[-NEAR:])
        for other in near:
            how = kinship(someone, other)
            if how and not against(someone, other):
                other.join(someone, f"also {someone.name}: {how}, {in_common(someone, other)} too")
                break
        else:
            kept.append(someone)
            for key in keys_of(someone):
                by_office.setdefault(key, []).append(someone)
    return kept


def in_common(one: Somebody, other: Somebody) -> str:
    """The office that two people share, as a title has it if it has several words; else the year of birth."""
    shared = one.offices & other.offices
    if not shared:
        return f"born about {one.born}"
    titles = {title for named in (*one.members, *other.members) for title in named.titles}
    within = [title for title in titles if len(offices(title)) > 1 and offices(title) <= shared]
    longest = min(within, key=lambda title: (-len(offices(title)), title[0].isupper(), title), default=None)
    return longest or ", ".join(sorted(shared))


def keys_of(someone: Somebody) -> set[tuple[str, str]]:
    """Each office with the first letter of each given name, of which the familiar form may have another."""
    given = {word for name in someone.names for word in (name.words[0], *short_forms().get(name.words[0], ()))}
    known = [*someone.offices, *(str(someone.born + years) for years in (-1, 0, 1) if someone.born)]
    return {(office, word[0]) for office in known for word in given}


def kinship(one: Somebody, other: Somebody) -> str | None:
    """In words, how the names of two people could be one person's; asked where office or year of birth agree."""
    hows = (akin(a, b) for a in one.names for b in other.names)
    return next((how for how in hows if how and how != "the same name"), None)
