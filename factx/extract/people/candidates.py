"""Candidate names: `Name` holds what a run's words alone show, once for each distinct run; `Candidate`, one place."""

from __future__ import annotations

from collections.abc import Sequence

from factx.extract.people.cues import Cues
from factx.extract.people.words import Gender, Word, form
from factx.records import NamedTuple
from factx.text.tokens import BLANKS

PARTICLES = frozenset({"particle", "name-start"})


OPENING, CLOSING = frozenset("\"“‘'"), frozenset("\"”’'")
SERVANTS = frozenset({"abdul", "abdel", "abd", "abdal", "abdur", "abdoul"})
"""What Arabic given names begin with, and hardly anything else: Abdul Karim."""
KUNYAS = frozenset({"abu", "umm"})
"""Father of, mother of: with the word after it a name of two words, Abu Omar."""


class Mention(NamedTuple):
    """A person's name in the text: its parts, and the title written with it."""

    words: tuple[str, ...]
    """The words of the name, folded, the family name last, without particles and marks."""
    titles: tuple[tuple[int, int], ...]
    """The token ranges of the title or role before the name, and of the one in apposition after it."""
    given: str | None
    family: str | None
    suffix: str | None
    gender: Gender | None
    """By the title or the given name."""
    fuller: str | None = None
    """The full name, where only the name of a thing has it: Harvey, of The Steve Harvey Show."""


class Name:
    """The name in a run of words, wherever the run occurs: indexes count from the run's first token.

    The name is the tokens `start` to `end`, its title `title` to `start`; `last` is where its suffix (Jr.) begins, or
    its end. `words` are those of the name proper: no particles, marks or suffix.
    """

    __slots__ = (
        "burmese", "eastern", "end", "evidence", "folded", "hopeless", "is_firm", "key", "last", "lone", "mention",
        "notes", "office", "partial", "rule", "shows", "start", "title", "tokens", "weight", "words",
    )

    def __init__(
        self, rule: str, title: int, start: int, end: int, last: int, words: Sequence[Word], run: Sequence[str],
        office: Word | None = None,
    ) -> None:
        self.rule = rule
        self.lone = rule == "lone-name"
        self.title = title
        self.start = start
        self.end = end
        self.last = last
        self.words = words
        self.tokens = tuple(run[start:end])
        self.office = office
        """The last word of its title."""
        first = words[0]
        single = len(words) == 1
        self.folded: tuple[str, ...] = (first.folded,) if single else tuple([word.folded for word in words])
        self.key = first.text if single else " ".join([word.text for word in words])
        """The same for every run that contains the same name."""
        self.eastern = (
            1 < len(words) <= 3 and "eastern" in first.tags and all("syllable" in word.tags for word in words[1:])
        )
        """Whether the family name may stand first: Chinese, Korean, Vietnamese."""
        self.burmese = "burmese" in first.tags and all("burmese" in word.tags for word in words)
        """Whether every word is one of Burmese names, which have no family name."""
        self.partial = single or len(words) == 2 and "name-start" in first.tags and (
            last - start > 2 or not words[1].given
        ) and first.folded not in KUNYAS and not (first.given == 3 and words[1].family > 1)
        """Whether it is a family name of several words alone: van der Berg, De Villiers; but Ben Hale is none."""
        self.evidence: tuple[Cues, ...] = ()
        """The cues from the name itself."""
        self.weight = 0.0
        """Their total weight."""
        self.hopeless = False
        """Whether that is so low that no context can make it a person's."""
        self.is_firm = False
        """Whether it ends with a firm's legal form: Norton Co."""
        self.shows = ""
        """What its title settles: a "person", a "thing", or nothing."""
        self.mention: Mention | None = None
        self.notes: tuple[str, ...] | None = None

    def parts(self) -> tuple[str | None, str | None]:
        """The given and the family name, as written; one word alone, or after a particle, is a family name."""
        words, tokens = self.words, self.tokens
        count = len(words)
        last = self.last - self.start
        if self.partial and count > 1 and self.folded[0] not in SERVANTS:
            return None, _text(tokens[:last])  # La Roche
        if last == count <= 2 and not self.eastern:
            return (None, words[0].text) if count == 1 else (words[0].text, words[1].text)
        if count == 1:
            return None, _text(tokens[:last])
        if self.eastern:
            return _text(tokens[1:last]), _text(tokens[:1])
        forms = [form(token.rstrip(BLANKS)) for token in tokens[:last]]
        split = 1
        while split < last and (forms[split] in ("initial", "mark") or forms[split - 1] == "mark"):
            split += 1
        if count > 2 and last == count and "eastern" not in words[0].tags:
            split = last - 1  # all but the last, since no particle marks where the family name begins
            before = words[split - 1]
            if split > 1 and "name-start" in before.tags and before.given < 3 and "burmese" not in before.tags:
                split -= 1  # David La Roche
        if split >= last:
            return None, _text(tokens[:last])
        return _text(tokens[:split]), _text(tokens[split:last])

    def joined_tail(self) -> str:
        """The key of its last words if hyphens join them and others stand before: Ann Lee-Kent; else ""."""
        tokens = self.tokens[: self.last - self.start]
        first = len(tokens) - 1
        while first > 1 and tokens[first - 1] in ("-", "‐", "‑"):
            first -= 2
        if first <= 0 or first == len(tokens) - 1:
            return ""
        return " ".join([token.rstrip(BLANKS) for token in tokens[first::2]])

    def nickname(self) -> str | None:
        """The nickname in quotation marks within a name, case-folded, if it is one word: Wei, of Lim "Wei" Hock."""
        for i, token in enumerate(self.tokens[1:-2], 1):
            if token in OPENING and self.tokens[i + 2].rstrip(BLANKS) in CLOSING:
                return self.tokens[i + 1].rstrip(BLANKS).lower()
        return None

    def untitled(self) -> Mention:
        """The name's mention without a title."""
        if self.mention is None:
            given, family = self.parts()
            suffix = self.tokens[-1].rstrip(BLANKS) if self.end > self.last else None
            # What ends a name is its surname, a particle elsewhere or not: Rina Das.
            own: Sequence[Word] = [*(word for word in self.words[:-1] if not word.tags & PARTICLES), self.words[-1]]
            if len(own) < len(self.words) and self.words[0].given == 3 and not self.partial:
                own = [self.words[0], *[word for word in own if word is not self.words[0]]]  # Ben Hale
            if self.eastern or not own:
                own = self.words  # An Jung-hwan
            folded = [word.folded for word in own]
            if self.eastern:
                folded.append(folded.pop(0))
            elif suffix is not None and len(folded) == 1:
                folded.append(suffix.lower())  # Charles II is not Charles III
            gender = self.words[self.eastern].profile.gender if given is not None else None
            if "eastern" in self.words[0].tags and not self.eastern:
                gender = None  # Nguyen Thi Mai, Kim Lee: the first word may be the family name
            self.mention = Mention(tuple(folded), (), given, family, suffix, gender)
        return self.mention


def _text(tokens: Sequence[str]) -> str:
    return "".join(tokens).rstrip(BLANKS)


class Candidate:
    """A name at its place in the text: the tokens `start` to `end`, with its title `title` to `start`."""

    __slots__ = ("acts", "end", "evidence", "fuller", "lone", "name", "score", "shows", "start", "title")

    def __init__(self, name: Name, offset: int) -> None:
        self.name = name
        self.lone = name.lone
        self.title = offset + name.title
        self.start = offset + name.start
        self.end = offset + name.end
        self.evidence: list[Cues] = []
        """The cues from its neighbours and from the rest of the document."""
        self.score = name.weight
        self.shows = name.shows
        """What its title and its neighbours settle: a "person", a "thing", or nothing."""
        self.fuller: str | None = None
        """The full name, where only the name of a thing has it."""
        self.acts = False
        """Whether its neighbours show the person acting or speaking."""

    def add(self, found: Cues) -> None:
        """Add further cues to the score."""
        self.evidence.append(found)
        self.score += found.lone if self.lone else found.full

    @property
    def cues(self) -> list[str]:
        """The names of all cues."""
        return [cue for found in (*self.name.evidence, *self.evidence) for cue in found.names]

    @property
    def notes(self) -> tuple[str, ...]:
        """The cues of noticeable weight, each with its weight."""
        name = self.name
        if name.lone:
            if name.notes is None:
                name.notes = tuple([note for found in name.evidence for note in found.lone_notes])
            return *name.notes, *[note for found in self.evidence for note in found.lone_notes]
        if name.notes is None:
            name.notes = tuple([note for found in name.evidence for note in found.full_notes])
        return *name.notes, *[note for found in self.evidence for note in found.full_notes]
