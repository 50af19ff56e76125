"""Evidence about a name from the rest of the document: full names with the same word, titles, firms and places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from factx.extract.people.candidates import Candidate, Name
from factx.extract.people.cues import cues
from factx.extract.people.words import Word
from factx.lexicon.names import look_up, short_forms
from factx.text.spelling import SHORTEST, alike, swapped
from factx.text.tokens import Tokens

_OF_PEOPLES = ("ans", "ites", "ese")
"""Endings of the names of peoples: Tigrayans."""
HONOURING = frozenset(
    "muhammad mohammad mohammed mohamad mohamed mohd muhammed muhamad md nur nurul siti syed sayed wan nik".split()
)
"""First names of so many that people are called by the second: Muhammad Fauzi Yusoff is Fauzi."""
DEEDS = frozenset({"after:saying", "after:doing", "after:past", "after:auxiliary", "after:possessive"})
"""Cues of what somebody does or has, and an adjective cannot."""
SHORT = 60
"""A text of so few tokens hardly names anybody twice: that it does not tells nothing."""


class Memory:
    """The words of a document's names, by their part in full names and by their use alone."""

    def __init__(
        self, full: Iterable[Sequence[Candidate]], lone: Iterable[Name], hopeless: Iterable[Word], tokens: Tokens
    ) -> None:
        """full: the candidates with full names, grouped by name; hopeless: the words that are hardly names alone."""
        self.titled: set[str] = set()
        self.lone: dict[str, int] = {}
        self.titled.update([name.folded[0] for name in lone if name.office is not None])
        alone = self.lone
        for word in (*[name.words[0] for name in lone], *hopeless):
            if word.form != "upper":
                alone[word.folded] = alone.get(word.folded, 0) + 1
        self.long = len(tokens) > SHORT
        self.words = tokens.words
        self.texts = set(tokens.words)
        full = list(full)
        for group in full:
            self._look_for_surname(group)
        self.families: dict[str, int] = {}
        self.given: dict[str, int] = {}
        self._of_family: dict[str, set[str]] = {}
        self.relatives: dict[str, set[str]] = {}
        """By given name, the given names of those with the same family name."""
        self.middle: set[str] = set()
        self.nicknames: set[str] = set()
        self.tails: set[str] = set()
        """Family names of several words joined by hyphens."""
        self.others: set[str] = set()
        self.things: set[str] = set()
        self.bearers: dict[str, str] = {}
        """By word, the full name that a thing bears: The Steve Harvey Show."""
        self.initials: set[str] = set()
        for group in full:
            self._learn(group)
        self.parts: Set[str] = self.initials.union(self.middle, self.given, self.families)
        """The words of the full names of people, and their initials."""

    def _learn(self, group: Sequence[Candidate]) -> None:
        """Remember the words of one full name, as a person's or as others'."""
        name = group[0].name
        sure = 0
        for each in group:
            if each.score > 0 and each.shows != "thing":
                sure += 2 if each.score > 2 else 1
            elif name.is_firm:  # of Rahul Events Ltd, Rahul may own it
                self.others.update([word.folded for word in name.words if word.common or not word.given])
            else:
                self.others.update(name.folded)
                if len(name.folded) > 2:
                    self._bear(name)
                if each.shows == "thing":
                    self.things.update(name.folded)
        if sure:
            self._learn_parts(name, sure)

    def _learn_parts(self, name: Name, sure: int) -> None:
        """Remember the parts of a person's name."""
        words = name.folded
        given, family = words[0], words[-1]
        if name.eastern:
            given, family = family, given
        self.families[family] = self.families.get(family, 0) + sure
        if len(words) > 1:
            self.given[given] = self.given.get(given, 0) + sure
            self.relatives.setdefault(given, self._of_family.setdefault(family, set())).add(given)
            self.middle.update(words[1:-1])
            if given in HONOURING and len(words) > 2:
                self.given[words[1]] = self.given.get(words[1], 0) + sure
            self.initials.add("".join([word[0] for word in words]))
            if len(name.tokens) > len(words):
                self._learn_joined(name, sure)

    def _learn_joined(self, name: Name, sure: int) -> None:
        """Remember what a name with marks or particles has besides its words: a nickname, a surname with a hyphen."""
        if nickname := name.nickname():
            self.given[nickname] = self.given.get(nickname, 0) + sure
            self.nicknames.add(nickname)
        if tail := name.joined_tail():
            self.tails.add(tail)
        if name.last - name.start > len(name.words):
            self.initials.add("".join([token[0].lower() for token in name.tokens if token[0].isalpha()]))

    def _look_for_surname(self, group: Sequence[Candidate]) -> None:
        """Add to candidates of one full name the cue that its last word stands alone elsewhere."""
        last = group[0].name.folded[-1]
        if last in self.titled or last in self.lone:
            found = cues("surname-titled" if last in self.titled else "surname-alone")
            for name in group:
                name.add(found)

    def _bear(self, thing: Name) -> None:
        """Remember the person whose name a thing's begins with."""
        given, family, *rest = thing.words
        if given.given >= 2 and family.family and any(word.profile.is_body for word in rest):
            for word in (given, family):
                self.bearers.setdefault(word.folded, f"{given.text} {family.text}")

    def pair(self, names: Sequence[Candidate], texts: Sequence[str]) -> None:
        """Remember a given name that shares the surname of the full name after it: Isla and Ewan Hale."""
        for one, other in pairwise(names):
            joined = one.lone and not other.lone and other.title == other.start == one.end + 1
            if joined and texts[one.end] == "and " and other.score > 2 and one.name.words[0].given >= 2:
                self.given.setdefault(one.name.folded[0], 1)

    def knows(self, word: str) -> bool:
        """Whether a word is part of a person's full name."""
        return word in self.parts

    def recall(self, full: Iterable[Sequence[Candidate]], lone: Iterable[Sequence[Candidate]]) -> None:
        """Add to the candidates, grouped by name, the cues from the rest of the document."""
        for group in full:
            self._recall_full(group)
        for group in lone:
            own = group[0].name.words[0].profile
            unlisted = own.unlisted and not group[0].name.folded[0].endswith(_OF_PEOPLES)
            plain = own.only_name or unlisted and any(name.acts or name.shows == "person" for name in group)
            if names := self._of_lone(group[0].name.folded[0], plain=plain):
                found = cues(*names)
                for name in group:
                    name.add(found)
            word = group[0].name.words[0]
            if "nationality" in word.tags and word.folded in self.families:
                self._look_for_deeds(group)
            if word.profile.given_and_word and len(self.relatives.get(word.folded, ())) > 1:
                self._look_inside(group)
            bearer = self.bearers.get(group[0].name.folded[0])
            if bearer and not self.knows(group[0].name.folded[0]):
                for name in group:
                    name.fuller = bearer

    def _look_inside(self, group: Iterable[Candidate]) -> None:
        """Add to a given name that is a word too that it has its capital within a sentence: Ann left, Mark stayed."""
        for name in group:
            before = self.words[name.title - 1] if name.title else ""
            if before[:1].islower() or before in (", ", "; "):
                name.add(cues("given-inside"))

    def _look_for_deeds(self, group: Iterable[Candidate]) -> None:
        """Add to a surname that is a nation's adjective too that it acts, or that an article makes it a people's."""
        for name in group:
            before = self.words[name.title - 1] if name.title else ""
            found = {cue for each in name.evidence for cue in each.names}
            if before in ("the ", "The "):
                name.add(cues("the-people"))  # the Welsh cheered
            elif not found.isdisjoint(DEEDS):
                name.add(cues("surname-acts"))  # Welsh had led

    def _of_lone(self, word: str, *, plain: bool) -> list[str]:
        """plain: whether the word is listed as a name and as nothing else."""
        names = self._of_part(word)
        if word in self.nicknames:
            names.append("nickname-alone")
        elif not names and self._is_misspelt(word):
            names.append("misspelt-surname")
        if word in self.initials and len(word) > 1:
            names.append("initials-of-full-name")
        if word in self.titled:
            names.append("titled-elsewhere")
        names += self._of_others(word)
        often = self.lone.get(word, 0)
        if often > 2:
            names.append("often-alone")
        elif often < 2 and (self.long or not plain):
            names.append("alone-once")
        if self._is_word(word):
            names.append("lower-elsewhere")
        return names

    def _of_part(self, word: str) -> list[str]:
        """The cue of the part that a word is of a person's full name: of the surname, of the given name, of neither."""
        for part, known in ("surname", self.families), ("given", self.given):
            if word in known:
                return [f"{part}-of-full-name" if known[word] >= 2 else f"{part}-of-weak-name"]
        if any(full in self.given for full in short_forms().get(word, ())):
            return ["given-of-full-name"]  # Jim, of James Hale
        return ["middle-of-full-name"] if word in self.middle else []

    def _of_others(self, word: str) -> list[str]:
        """The cues of a word that is part of a name that is no person's."""
        if word not in self.others:
            return []
        is_thing = word in self.things and word not in self.families and word not in self.given
        return ["in-other-name", "part-of-thing"] if is_thing else ["in-other-name"]

    def _is_misspelt(self, word: str) -> bool:
        """Whether a word in no list is a person's surname but for a letter."""
        if len(word) < SHORTEST or look_up("surnames", word) or look_up("given", word) or look_up("words", word):
            return False
        return any(
            (alike(word, name) and word != f"{name}s") or swapped(word, name)  # not: the Roosevelts
            for name in self.families if name[:1] == word[:1]
        )

    def _recall_full(self, group: Sequence[Candidate]) -> None:
        """Add to the candidates of one full name that its last word is another person's too, or a word of the text."""
        one = group[0].name
        last = one.folded[-1]
        word = ("lower-elsewhere",) if self._is_word(last) else ()
        again = one.key in self.tails
        bearers = 9 if again else self.families.get(last, 0)  # each sure person counts two
        if not (bearers or word):
            return
        known = "surname-again" if again or one.partial else "surname-known"
        for name in group:
            if bearers > (2 if name.score > 2 else name.score > 0):
                name.add(cues(known, *word))
            elif word:
                name.add(cues(*word))

    def _is_word(self, name: str) -> bool:
        """Whether the document has the name in lower case too."""
        return name in self.texts or f"{name} " in self.texts
