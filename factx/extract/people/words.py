"""What one word tells of names: the lists that hold it, and the cues it gives from where it stands."""

from __future__ import annotations

from functools import cache
from typing import Literal, TypeAlias

from factx import lexicon
from factx.extract.people.cues import Cues, cues
from factx.lexicon.names import fold, look_up
from factx.tokens import strip

Gender: TypeAlias = Literal["f", "m"]

_NONE: frozenset[str] = frozenset()
_SYLLABLES = frozenset({"syllable", "syllables"})
_LETTERED = ("capital", "upper", "mixed", "letter")
_TITLES = ("courtesy", "honorific", "role", "nationality")
_UNSEEN = ("unseen",)

_OWN = (
    "nationality", "organisation", "place-word", "other", "calendar", "courtesy", "honorific", "role", "modifier",
    "function", "name-start", "kin", "famous", "syllables", "eastern",
)
_BEFORE = (
    "courtesy", "honorific", "role", "kin", "saying", "hearing", "doing", "place-before", "place-noun-before",
    "modifier", "nationality",
)
_AFTER = ("saying", "doing", "auxiliary", "relative", "regime", "organisation", "place-word", "role", "kin")


class Word:
    """A distinct word of a text, looked up once.

    given, family, place, common: how usual it is as such, from 3 to 0 (not listed).
    first, inner, last, only: the cues it gives as that part of a name; before, after: as its neighbour.
    first_of_name, last_of_name: the same where both words are names, whatever else they may be too.
    title: the cue it gives as the title's last word; behind_comma: what it begins behind a name and a comma.
    """

    __slots__ = (
        "after", "before", "begins_place", "behind_comma", "common", "family", "first", "first_of_name", "folded",
        "form", "gender", "given", "initial", "inner", "is_body", "is_title", "last", "last_of_name", "only",
        "parts_names", "place", "tags", "text", "title",
    )

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        lower = fold(text.lower())
        if lower[-1:] == "." and len(lower) > 1 and lower.find(".") == len(lower) - 1:
            lower = lower[:-1]
        self.folded = lower
        self.form = form(text)
        short = self.form == "upper" and len(text) == 2
        self.initial = self.form in ("initial", "letter") or short and lower not in ACRONYMS
        self.tags = _NONE if self.initial else vocabulary.tags.get(lower, _NONE)
        self.given = self.family = self.place = self.common = 0
        self.begins_place = False
        self.gender: Gender | None = None
        ending = False
        if self.form in _LETTERED and not self.initial:
            ending = self._look_up(vocabulary)
        own = self._cues(ending) if self.form in _LETTERED or self.initial else _UNSEEN
        (self.first, self.inner, self.last, self.only, self.first_of_name, self.last_of_name) = _parts(own)
        self.parts_names = (  # in a headline, since it is so common and so seldom a name
            self.common == 3 and self.form == "capital"
            and self.given < 2 and self.family < 3 and "famous" not in self.tags
        )
        told = lower if self.form == "mark" or lower in TELLING else "-ed" if lower[-2:] == "ed" else ""
        (self.is_title, self.is_body, self.title, self.behind_comma, self.before, self.after) = _standing(
            self.tags, self.form, told
        )
        if self.place:
            self.behind_comma = "place"

    def _look_up(self, vocabulary: Vocabulary) -> bool:
        """Read the lists; whether the word ends as unlisted surnames do."""
        lower = self.folded
        bare = lower.replace("'", "")
        if value := look_up("given", bare):
            self.given = int(value[1])
            self.gender = "f" if value[0] == "f" else "m" if value[0] == "m" else None
        self.family = int(look_up("surnames", bare) or 0)
        place = look_up("places", lower)
        self.begins_place = place != ""
        self.place = int(place or 0)
        self.common = int(look_up("words", lower) or 0)
        if not self.common and len(lower) > 3:
            syllables = vocabulary.syllables
            for i in range(2, min(len(lower) - 1, 7)):
                if lower[:i] in syllables and lower[i:] in syllables:
                    self.tags |= _SYLLABLES
                    break
        return self.family < 2 and len(lower) > 4 and lower.endswith(vocabulary.endings)

    def _cues(self, ending: bool) -> tuple[str, ...]:
        if self.initial:
            return ("initial",)
        ranks = ("given", self.given), ("family", self.family), ("place", self.place), ("word", self.common)
        own = [f"{name}-{rank}" for name, rank in ranks if rank]
        if self.tags:
            own += [tag for tag in _OWN if tag in self.tags]
        if self.form != "capital":
            own.append(self.form)
        if ending:
            own.append("family-ending")
        return tuple(own) if own else ("unlisted",)


@cache
def _standing(tags: frozenset[str], form: str, told: str) -> tuple[bool, bool, Cues, str, Cues, Cues]:
    """What a word's tags and form make of it: whether a title, whether a body; then its cues beside a name."""
    behind_comma = (
        "number" if form == "number"
        else "place" if "nationality" in tags or form == "initial"
        else "apposition" if told in APPOSED or "role" in tags or "kin" in tags
        else ""
    )
    return (
        not tags.isdisjoint(("courtesy", "honorific", "role")), not tags.isdisjoint(("organisation", "place-word")),
        cues(next((f"title:{tag}" for tag in _TITLES if tag in tags), "title:other")), behind_comma,
        _at("before", _neighbour(_BEFORE, tags, form, told)), _at("after", _neighbour(_AFTER, tags, form, told)),
    )


def _neighbour(wanted: tuple[str, ...], tags: frozenset[str], form: str, told: str) -> tuple[str, ...]:
    own = ["regime"] if "regime" in wanted and "regime" in tags else [tag for tag in wanted if tag in tags]
    if form == "number":
        own.append("number")
    elif form == "mark":
        own.append(MARKS.get(told, told))
    elif form != "lower":
        own.append("function" if "function" in tags else "capital")
    elif told in PLAIN:
        own.append(told)
    elif not own:
        own.append("function" if "function" in tags else "past" if told == "-ed" else "word")
    return tuple(own)


@cache
def _parts(own: tuple[str, ...]) -> tuple[Cues, ...]:
    """What a word with these cues gives as the first, inner, last and only word, and as first and last of a name."""
    plain = tuple(cue for cue in own if cue[:-1] not in ("place-", "word-")) or ("listed",)
    roles = [(part, own) for part in ("first", "inner", "last", "only")] + [("first", plain), ("last", plain)]
    return tuple(_at(part, of) for part, of in roles)


@cache
def _at(part: str, own: tuple[str, ...]) -> Cues:
    return cues(*[f"{part}:{cue}" for cue in own])


def forget() -> None:
    """Weigh every word's cues afresh: for other weights."""
    for known in (_standing, _parts, _at):
        known.cache_clear()


ACRONYMS = frozenset({"us", "uk", "eu", "un", "tv", "pm", "mp", "ai", "uae"})
APPOSED = frozenset({"who", "whose", "the", "a", "an", "his", "her"})
PLAIN = frozenset({"the", "a", "an", "of", "and", "by", "b", "c", "lbw"})
TELLING = APPOSED | PLAIN
HYPHENS = frozenset("-‐‑")
MARKS = {
    "": "end", "(": "opening", "[": "opening", ")": "closing", "]": "closing", ",": "comma", ".": "stop", ":": "colon",
    ";": "semicolon", "-": "hyphen", "'s": "possessive", "'": "possessive", '"': "quote", "“": "quote", "”": "quote",
    "``": "quote", "''": "quote", "–": "dash", "—": "dash", "--": "dash", "/": "slash", "&": "ampersand",
}
"""What a mark is called as a neighbour; fold() has made every apostrophe straight."""


def form(text: str) -> str:
    """How a token is written: capital, upper, lower, mixed, initial, letter, number or mark."""
    first = text[:1]
    if not first.isalpha():
        return "number" if first.isdigit() else "mark"
    if text[-1] == "." and (len(text) == 2 or "." in text[:-1] and len(text) <= 6) and text.isupper():
        return "initial"
    if text.islower():
        return "lower"
    if len(text) == 1:
        return "letter"
    if text.isupper():
        return "upper"
    return "capital" if first.isupper() else "mixed"


class Vocabulary:
    """The small lexicons, as look-ups want them."""

    def __init__(self) -> None:
        self.tags: dict[str, frozenset[str]] = {}
        for name in ("people", "people-others"):
            for tag, entries in lexicon.load(name).items():
                if tag not in ("family-ending", "eponym"):
                    for entry in entries:
                        self.tags[entry] = self.tags.get(entry, _NONE) | {tag}
        people = lexicon.load("people")
        self.endings = tuple(people["family-ending"])
        self.eponyms = lexicon.load("people-others")["eponym"]
        self.syllables = people["syllable"]
        self.genders = {
            word: value for tag in ("courtesy", "honorific", "role") for word, value in people[tag].items() if value
        }


class Words(dict[str, Word]):
    """Token, with the blanks behind it or without, to its Word."""

    LIMIT = 30_000
    """How many are remembered: a corpus has no end of them."""

    def __init__(self) -> None:
        super().__init__()
        self.vocabulary = Vocabulary()

    def __missing__(self, token: str) -> Word:
        if len(self) >= self.LIMIT:
            self.clear()
        bare = strip(token)
        word = Word(bare, self.vocabulary) if bare == token else self[bare]
        self[token] = word
        return word

    def gender(self, word: Word) -> Gender | None:
        """The gender that a title tells: Mrs., King, spokeswoman."""
        value = self.vocabulary.genders.get(word.folded)
        return "f" if value == "f" else "m" if value == "m" else None
