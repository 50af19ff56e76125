"""What one word tells of names: the lists that hold it, and the cues it gives from where it stands."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, TypeAlias

from factx import lexicon
from factx.lexicon.names import fold, look_up
from factx.tokens import strip

Gender: TypeAlias = Literal["f", "m"]

_NONE: frozenset[str] = frozenset()
_SYLLABLES = frozenset({"syllable", "syllables"})
_LETTERED = ("capital", "upper", "mixed", "letter")

_NEGATIVE = ("nationality", "organisation", "place-word", "other", "calendar", "courtesy", "honorific", "role", "modifier", "function",
             "name-start", "kin", "famous", "syllables", "eastern")
_BEFORE = ("courtesy", "honorific", "role", "kin", "saying", "hearing", "doing", "place-before", "place-noun-before", "modifier",
           "nationality")
_AFTER = ("saying", "doing", "auxiliary", "relative", "regime", "organisation", "place-word", "role", "kin")


class Word:
    """A distinct word of a text, looked up once.

    given, family, place, common: how usual it is as such, from 3 to 0 (not listed).
    first, inner, last, only: the cues it gives as that part of a name; before, after: as its neighbour.
    first_of_name, last_of_name: the same where both words are names, whatever else they may be too.
    """

    __slots__ = ("after", "before", "common", "family", "first", "folded", "form", "gender", "given", "hope", "initial", "inner", "first_of_name", "last_of_name", "last",
                 "only", "place", "tags", "text")

    def __init__(self, text: str, tags: dict[str, frozenset[str]], endings: frozenset[str], syllables: Collection[str]) -> None:
        self.text = text
        self.hope: bool | None = None
        lower = fold(text.lower())
        if lower[-1:] == "." and len(lower) > 1 and lower.find(".") == len(lower) - 1:
            lower = lower[:-1]
        self.folded = lower
        self.form = form(text)
        short = self.form == "upper" and len(text) == 2
        self.initial = self.form in ("initial", "letter") or short and lower not in ACRONYMS
        self.tags = _NONE if self.initial else tags.get(lower, _NONE)
        self.given = self.family = self.place = self.common = 0
        self.gender: Gender | None = None
        if self.form in _LETTERED and len(lower) > 1:
            bare = lower.replace("'", "")
            if value := look_up("given", bare):
                self.given = int(value[1])
                self.gender = "f" if value[0] == "f" else "m" if value[0] == "m" else None
            self.family = int(look_up("surnames", bare) or 0)
            self.place = int(look_up("places", lower) or 0)
        if self.form in _LETTERED or self.form == "lower":
            self.common = int(look_up("words", lower) or 0)
        ending = self.family < 2 and any(lower[-n:] in endings for n in (2, 3, 4, 5, 6) if len(lower) > n + 1)
        if len(lower) > 3 and not self.common and any(
            lower[:i] in syllables and lower[i:] in syllables for i in range(2, len(lower) - 1)
        ):
            self.tags |= _SYLLABLES
        cues = self._cues(ending)
        self.first = tuple(f"first:{cue}" for cue in cues)
        self.inner = tuple(f"inner:{cue}" for cue in cues)
        self.last = tuple(f"last:{cue}" for cue in cues)
        plain = [cue for cue in cues if cue[:-1] not in ("place-", "word-")] or ["listed"]
        self.first_of_name = tuple(f"first:{cue}" for cue in plain)
        self.last_of_name = tuple(f"last:{cue}" for cue in plain)
        self.only = tuple(f"only:{cue}" for cue in cues)
        self.before = tuple(f"before:{cue}" for cue in self._neighbour(_BEFORE))
        self.after = tuple(f"after:{cue}" for cue in self._neighbour(_AFTER))

    def _cues(self, ending: bool) -> list[str]:
        cues = [f"{name}-{rank}" for name, rank in (("given", self.given), ("family", self.family), ("place", self.place),
                                                    ("word", self.common)) if rank]
        cues += [tag for tag in _NEGATIVE if tag in self.tags]
        if self.initial:
            cues = ["initial"]
        elif self.form != "capital":
            cues.append(self.form)
        if ending:
            cues.append("family-ending")
        if not cues:
            cues.append("unlisted")
        return cues

    def _neighbour(self, wanted: tuple[str, ...]) -> list[str]:
        cues = [tag for tag in wanted if tag in self.tags]
        if self.form in ("mark", "number") or self.folded in ("the", "a", "an", "of", "and", "by", "s"):
            cues.append(MARKS.get(self.folded, self.folded if self.form == "mark" else self.form)
                        if self.form != "lower" else self.folded)
        elif self.form != "lower":
            cues.append("capital" if not self.common or "function" not in self.tags else "function")
        elif not cues:
            cues.append("function" if "function" in self.tags else "past" if self.folded[-2:] == "ed" else "word")
        return cues


ACRONYMS = frozenset({"us", "uk", "eu", "un", "tv", "pm", "mp", "ai", "uae"})
MARKS = {"": "end", "(": "opening", "[": "opening", ")": "closing", "]": "closing", ",": "comma", ".": "stop", ":": "colon",
         ";": "semicolon", "-": "hyphen", "'s": "possessive", "'": "possessive", '"': "quote", "“": "quote", "”": "quote",
         "``": "quote", "''": "quote", "–": "dash", "—": "dash", "--": "dash", "/": "slash", "&": "ampersand"}


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


class Words(dict[str, Word]):
    """Token, with the blanks behind it or without, to its Word."""

    LIMIT = 100_000

    def __init__(self) -> None:
        super().__init__()
        self.tags: dict[str, frozenset[str]] = {}
        for name in ("people", "people-others"):
            for tag, entries in lexicon.load(name).items():
                if tag != "family-ending":
                    for entry in entries:
                        self.tags[entry] = self.tags.get(entry, _NONE) | {tag}
        people = lexicon.load("people")
        self.endings = frozenset(people["family-ending"])
        self.syllables = people["syllable"]
        self.genders = {word: value for tag in ("courtesy", "honorific", "role") for word, value in people[tag].items() if value}

    def __missing__(self, token: str) -> Word:
        if len(self) >= self.LIMIT:
            self.clear()
        bare = strip(token)
        word = Word(bare, self.tags, self.endings, self.syllables) if bare == token else self[bare]
        self[token] = word
        return word

    def gender(self, word: Word) -> Gender | None:
        """The gender that a title tells: Mrs., King, spokeswoman."""
        value = self.genders.get(word.folded)
        return "f" if value == "f" else "m" if value == "m" else None
