"""Looks up single words: the lists that contain a word, and the cues that it gives in each position."""

from __future__ import annotations

from functools import cache
from typing import Literal, TypeAlias

from factx import lexicon
from factx.engine.tags import TagSet, spellings
from factx.extract.people.cues import EVERY, Cues, cues
from factx.lexicon.names import as_name, code, fold, values
from factx.records import lazy

Gender: TypeAlias = Literal["f", "m"]

_NONE: TagSet = frozenset()
_NAMESAKES = ("storm-name", "assistant-name")
_UNTAGGED = ("family-ending", "eponym", *_NAMESAKES)
"""Sections that give their words no tag."""
_SYLLABLES = frozenset({"syllable", "syllables"})
_LETTERED = ("capital", "upper", "mixed", "letter")
_TITLES = ("courtesy", "honorific", "rank", "role", "kin", "nationality", "vessel", "place-start", "organisation")
_UNSEEN = ("unseen",)
_OFFICES = frozenset({"courtesy", "honorific", "rank", "short-rank", "role", "kin"})
_QUALIFIERS = _OFFICES | {"modifier", "nationality"}
_IN_CAPITALS = frozenset({"rank", "short-rank", "post-nominal", "country-code"})
"""What an abbreviation is in capitals alone: the DI is a detective, Di is a particle."""
_WITH_INITIALS = _IN_CAPITALS | {"suffix", "name-start", "credit", "legal-form"}
_TITLE_TAGS = frozenset({"courtesy", "honorific"})
_ROLE = frozenset({"role"})
_NAMES_NOBODY = frozenset({"nationality", "other", "calendar", "function"})
_ABBREVIATED = frozenset({"abbreviated"})
_MODIFIER = frozenset({"modifier"})
_FOLLOWING = frozenset({"and", "in", "as", "named", "called", "of", "at", "for", "from", "to"})
_LEADING = frozenset({",", "(", "-", "‐", "‑", "–", "'s", "'"})
_HUMAN = frozenset({"role", "kin", "rank"})
_FIRST_NAME = frozenset({"first-name"})

HOPELESS = -1.5
"""The most that a word alone weighs which no context is asked about."""

_OWN = (
    "nationality", "organisation", "place-word", "other", "calendar", "courtesy", "honorific", "role", "modifier",
    "function", "name-start", "kin", "famous", "syllables", "eastern", "vessel",
)
_BEFORE = (
    "courtesy", "honorific", "role", "kin", "saying", "hearing", "doing", "place-before", "place-noun-before",
    "modifier", "nationality", "vessel", "work", "naming", "greeting",
)
_AFTER = ("saying", "doing", "auxiliary", "relative", "regime", "firm", "organisation", "place-word", "role", "kin")


class Word:
    """A distinct word, looked up once: as written, folded, and with what is known about it.

    given, family, place, common: how common it is as a given name, a surname, a place and a word, from 3 to 0 (not
        listed).
    """

    __slots__ = ("common", "family", "folded", "form", "given", "place", "profile", "tags", "text")

    def __init__(self, text: str, folded: str, profile: Profile) -> None:
        self.text = text
        self.folded = folded
        self.profile = profile
        self.form = profile.form
        self.tags = profile.tags
        self.given = profile.given
        self.family = profile.family
        self.place = profile.place
        self.common = profile.common


class Profile:
    """The properties of a word, from its form and the lists; words with the same properties share a profile.

    literal: the word itself if it matters (a mark, a function word); "-ed" for words with that ending; else "".
    given, family, place, common: as in `Word`.
    first, inner, last, only: the cues it gives as that part of a name; before, after: as a neighbour of one.
    first_of_name, last_of_name: the same if both words are known as names, whatever other lists have them.
    title: the cue it gives as the last word of a title; after_comma: what it begins after a name and a comma.
    is_title, is_office, qualifies: whether it is a title, an office or a relation, a word that goes with either.
    may_name: whether it may well be a name; only_title: whether it is a title and no name at all.
    given_and_word: whether it is a given name and a common word: Mark, Grace, Will.
    plain_given: whether it is listed as a given name and as nothing else; only_name: whether as a surname; unlisted:
        whether as nothing.
    is_given: whether it is a common given name and hardly anything else.
    follows, leads: whether, before or after a name, it tells more together with the word on its other side.
    is_body: whether it is part of an organisation's or a place's name; is_proper: whether it may be.
    """

    def __init__(self, form: str, initial: bool, tags: TagSet, literal: str, code: str, ending: bool) -> None:
        self.form = form
        self.tags = tags
        self.literal = literal
        listed = values(code)
        given, place = listed["given"], listed["places"]
        self.gender: Gender | None = "f" if given[:1] == "f" else "m" if given[:1] == "m" else None
        self.given = int(given[1:] or 0)
        self.family = int(listed["surnames"] or 0)
        self.begins_place = place != ""
        self.place = int(place or 0)
        self.common = int(listed["words"] or 0)
        self._initial, self._ending = initial, ending
        self._place_among_names(form, tags)
        self._place_among_titles(form, tags, literal)

    def _place_among_names(self, form: str, tags: TagSet) -> None:
        """Set what the lists of names, places and words tell together."""
        place = self.begins_place
        self.is_given = form == "capital" and self.given == 3 and self.place < 2 and self.common < 2 and not tags
        self.is_body = not tags.isdisjoint(("organisation", "place-word"))
        self.may_name = self.place < 2 and self.common < 3 and not self.is_body and tags.isdisjoint(_NAMES_NOBODY)
        self.only_title = not tags.isdisjoint(("courtesy", "degree", "rank", "abbreviated")) or (
            "honorific" in tags and not self.given and self.family < 3
        )
        self.plain_given = self.given == 2 and not (self.family or place or self.common or tags) and form == "capital"
        self.given_and_word = self.given > 1 < self.common
        self.only_name = self.family > 0 and form == "capital" and not (place or self.common or tags)
        self.unlisted = form == "capital" and not (self.given or self.family or place or self.common or tags)
        self.parts_names = (  # in a headline, since it is so common and so seldom a name
            form == "capital" and "famous" not in tags and not self.is_body and (
                self.common == 3 and self.given < 2 and self.family < 3
                or self.common == 2 and not self.given and self.family < 2 and not place
            )
        )

    def _place_among_titles(self, form: str, tags: TagSet, literal: str) -> None:
        """Set what a word is to a name next to it: a title, an office, a link."""
        self.is_title = not tags.isdisjoint(("courtesy", "honorific", "rank", "role"))
        self.is_office = not tags.isdisjoint(_OFFICES)
        self.qualifies = form != "mark" and not tags.isdisjoint(_QUALIFIERS)
        self.is_proper = form in ("capital", "upper", "initial") and tags.isdisjoint(("function", "calendar"))
        self.follows = literal in _FOLLOWING or form == "number" or "work" in tags or "saying" in tags or (
            form == "lower" and not tags.isdisjoint(_HUMAN)
        )
        self.leads = literal in _LEADING or "auxiliary" in tags or "saying" in tags
        self.after_comma = (
            "place" if self.place
            else "number" if form == "number"
            else "place" if "nationality" in tags or "country-code" in tags or form == "initial"
            else "apposition" if literal in APPOSED or "role" in tags or "kin" in tags
            else ""
        )

    # Looked up on first use: a word stands in few positions.

    @lazy
    def before(self) -> Cues:
        return _at("before", _neighbour(_BEFORE, self.tags, self.form, self.literal))

    @lazy
    def after(self) -> Cues:
        return _at("after", _neighbour(_AFTER, self.tags, self.form, self.literal))

    @lazy
    def title(self) -> Cues:
        return cues(next((f"title:{tag}" for tag in _TITLES if tag in self.tags), "title:other"))

    @lazy
    def first(self) -> Cues:
        return _at("first", self._own)

    @lazy
    def inner(self) -> Cues:
        return _at("inner", self._own)

    @lazy
    def last(self) -> Cues:
        return _at("last", self._own)

    @lazy
    def only(self) -> Cues:
        return _at("only", self._own)

    @lazy
    def first_of_name(self) -> Cues:
        return _at("first", self._own_as_name)

    @lazy
    def last_of_name(self) -> Cues:
        return _at("last", self._own_as_name)

    @lazy
    def given_cue(self) -> Cues | None:
        """The cue of a given name that hardly is anything else, where it stands alone."""
        return cues("given-alone") if self.is_given else cues("plain-given") if self.plain_given else None

    @lazy
    def alone(self) -> tuple[Cues, ...]:
        """The cues of a name that this word is."""
        own = (cues(EVERY), self.only)
        if self.form == "upper" and not (self.given or self.family or self.common):
            return *own, cues("acronym")
        return own

    @lazy
    def hopeless(self) -> bool:
        """Whether the word alone is a person's name in few contexts: London, Israeli, Police."""
        return self.only_title or sum([found.lone for found in self.alone]) <= HOPELESS

    @lazy
    def _own_as_name(self) -> tuple[str, ...]:
        return tuple([cue for cue in self._own if cue[:-1] not in ("place-", "word-")]) or ("listed",)

    @lazy
    def _own(self) -> tuple[str, ...]:
        """The properties that are cues in a name."""
        if self._initial:
            return ("initial",)
        if self.form not in _LETTERED:
            return _UNSEEN
        ranks = ("given", self.given), ("family", self.family), ("place", self.place), ("word", self.common)
        own = [f"{name}-{rank}" for name, rank in ranks if rank]
        if self.tags:
            own += [tag for tag in _OWN if tag in self.tags]
        if self.form != "capital":
            own.append(self.form)
        if self._ending:
            own.append("family-ending")
        return tuple(own) if own else ("unlisted",)


@cache
def _profile(form: str, initial: bool, tags: TagSet, literal: str, code: str, ending: bool) -> Profile:
    return Profile(form, initial, tags, literal, code, ending)


def _neighbour(wanted: tuple[str, ...], tags: TagSet, form: str, literal: str) -> tuple[str, ...]:
    own = ["regime"] if "regime" in wanted and "regime" in tags else [tag for tag in wanted if tag in tags]
    if form == "number":
        own.append("number")
    elif form == "mark":
        own.append(MARKS.get(literal, literal))
    elif form != "lower":
        own.append("function" if "function" in tags else "capital")
    elif literal in PLAIN:
        own.append(literal)
    elif not own:
        own.append("function" if "function" in tags else "past" if literal == "-ed" else "word")
    return tuple(own)


@cache
def _at(part: str, own: tuple[str, ...]) -> Cues:
    return cues(*[f"{part}:{cue}" for cue in own])


def forget() -> None:
    """Clear the caches of cues, for other weights."""
    for known in (_profile, _at):
        known.cache_clear()


ACRONYMS = frozenset("us uk eu un tv fm ai uae uc".split())
APPOSED = frozenset({"who", "whose", "the", "a", "an", "his", "her"})
PLAIN = frozenset({"the", "a", "an", "of", "and", "by", "b", "c", "lbw"})
TELLING = APPOSED | PLAIN | {"as", "at", "for", "from", "to", "in", "known", "called", "named"}
HYPHENS = frozenset("-‐‑")
MARKS = {
    "": "end", "(": "opening", "[": "opening", ")": "closing", "]": "closing", ",": "comma", ".": "stop", ":": "colon",
    ";": "semicolon", "-": "hyphen", "'s": "possessive", "'": "possessive", '"': "quote", "“": "quote", "”": "quote",
    "``": "quote", "''": "quote", "–": "dash", "—": "dash", "--": "dash", "/": "slash", "&": "ampersand",
}
"""The name of a mark in the cues of neighbours; fold() has made every apostrophe straight."""


def form(text: str) -> str:
    """The written form of a token: capital, upper, lower, mixed, initial, letter, number or mark."""
    first = text[:1]
    if not first.isalpha():
        return "number" if first.isdigit() else "mark"
    if text[-1] == "." and (len(text) == 2 or "." in text[:-1] and len(text) <= 10) and text.isupper():
        return "initial"
    if text.islower():
        return "lower"
    if len(text) == 1:
        return "letter"
    if text.isupper():
        return "upper"
    return "capital" if first.isupper() else "mixed"


class Vocabulary:
    """The small lexicons, arranged for look-ups by word."""

    def __init__(self) -> None:
        self.tags: dict[str, TagSet]
        self.endings: tuple[str, ...]
        self.eponyms: TagSet
        self.syllables: TagSet
        self.genders: dict[str, Gender]
        self.namesakes: dict[str, str]
        """Names that storms and assistants have too, and which of the two."""
        self.tags, self.endings, self.eponyms, self.syllables, self.genders, self.namesakes = lexicon.derived(
            "people-words", __file__, _read
        )
        self._openings = {syllable[:2] for syllable in self.syllables}
        self._plain = _profile("lower", False, _NONE, "", "", False)
        """The profile of most words in small letters."""

    def word(self, text: str, lower: str) -> Word:
        """The `Word` of a text, given as written and in lower case."""
        if lower is text and text.isascii() and text.isalpha() and self._is_plain(text):
            return Word(text, text, self._plain)
        lower = fold(lower)
        if lower[-1:] == "." and len(lower) > 1 and lower.find(".") == len(lower) - 1:
            lower = lower[:-1]
        shape = form(text)
        literal = lower if shape == "mark" or lower in TELLING else "-ed" if lower[-2:] == "ed" else ""
        tags = self.tags.get(lower, _NONE)
        if not tags and lower[-1:] == "s" and "role" in self.tags.get(lower[:-1], _NONE):
            tags = _ROLE
        if shape != "upper" and tags:
            tags = self._in_lower_case(tags, shape == "lower")
        if lower == "then" and shape == "capital":
            tags -= _MODIFIER  # Then Hale left; but: the then president
        if shape == "capital" and text[-1] == "." and len(text) > 2:
            tags |= _ABBREVIATED
        initial = shape in ("initial", "letter") or "short-name" in tags and text[-1] == "."
        if initial or shape == "upper" and len(text) == 2 and lower not in ACRONYMS and "rank" not in tags:
            return Word(text, lower, _profile(shape, True, tags & _WITH_INITIALS, literal, "", False))
        listed = ""
        ending = False
        if shape in _LETTERED:
            listed = code(lower) if "'" not in lower else as_name(code(lower.replace("'", "")))
            if "w" not in listed and self._in_syllables(lower):
                tags |= _SYLLABLES
            if "first-name" in tags:
                listed, tags = as_name(listed), tags - _FIRST_NAME
            ending = len(lower) > 4 and "s2" not in listed and "s3" not in listed and lower.endswith(self.endings)
        return Word(text, lower, _profile(shape, False, tags, literal, listed, ending))

    def _is_plain(self, word: str) -> bool:
        """Whether nothing is known of a word of two small letters or more, and its ending tells nothing."""
        return len(word) > 1 and word[-2:] != "ed" and word not in TELLING and word not in self.tags and not (
            word[-1] == "s" and word[:-1] in self.tags
        )

    def _in_lower_case(self, tags: TagSet, lower: bool) -> TagSet:
        """The tags of a word that is not in capitals: no rank; a trade is a role where it has no capital either."""
        if not tags.isdisjoint(_IN_CAPITALS):
            tags = tags - _IN_CAPITALS
        if lower and "capital-title" in tags:
            return tags - _TITLE_TAGS
        return tags | _ROLE if lower and "trade" in tags else tags

    def _in_syllables(self, word: str) -> bool:
        """Whether a word is two syllables of Chinese or Korean names."""
        if word[:2] not in self._openings:
            return False
        syllables = self.syllables
        return any(word[:i] in syllables and word[i:] in syllables for i in range(2, min(len(word) - 1, 7)))


def _read() -> tuple[dict[str, TagSet], tuple[str, ...], TagSet, TagSet, dict[str, str], dict[str, str]]:
    """The tags of each word; the endings of surnames, eponyms, syllables; titles' genders; what else bears a name."""
    people, others = lexicon.load("people"), lexicon.load("people-others")
    tags: dict[str, TagSet] = {}
    same: dict[TagSet, TagSet] = {}
    for sections in (people, others):
        for tag, entries in sections.items():
            if tag not in _UNTAGGED:
                for entry in entries:
                    own = tags.get(entry, _NONE) | {tag}
                    tags[entry] = same.setdefault(own, own)
    genders = {word: value for tag in ("courtesy", "honorific", "role") for word, value in people[tag].items() if value}
    return (
        tags, tuple(people["family-ending"]), frozenset(others["eponym"]), frozenset(people["syllable"]), genders,
        {name: kind.partition("-")[0] for kind in _NAMESAKES for name in others[kind]},
    )


class Words(dict[str, Word]):
    """Token, with or without the blanks after it, to its Word."""

    LIMIT = 30_000
    """The number of words remembered at once, which bounds the memory that a corpus takes."""

    def __init__(self) -> None:
        super().__init__()
        self.vocabulary = Vocabulary()

    def __missing__(self, token: str) -> Word:
        if len(self) >= self.LIMIT:
            self.clear()
        bare, lower, _ = spellings[token]
        word = self.get(bare)
        if word is None:
            word = self[bare] = self.vocabulary.word(bare, lower)
        self[token] = word
        return word

    def gender(self, word: Word) -> Gender | None:
        """The gender that a title implies: Mrs., King, spokeswoman."""
        return self.vocabulary.genders.get(word.folded)
