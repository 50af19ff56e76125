"""Finds whom a name alone stands for in a text that has several people of that name: siblings, couples, namesakes.

It goes to the one who has its office, then its gender; not to one whom the text calls by the given name; to the only
one whom its paragraph has mentioned; to one who was called so before, with Mr or Ms or without; then to the one with
whom one of the last sentences opened, since the scene is about that one; else to the one named first: newspapers write
out the others in full each time. If several share the given name, it goes to the one named most often.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from factx.engine.rules import Finding
from factx.extract.people import Gender, Mention
from factx.lexicon.names import look_up
from factx.text.tokens import BLANKS, Tokens

SCENE = 3
"""How many sentences back somebody must have been named for a scene to be about that person."""
OPENING = 8
"""How many tokens into a sentence whom it is about is named."""


PRONOUNS: dict[str, Gender] = {
    **dict.fromkeys(("he", "his", "himself"), "m"), **dict.fromkeys(("she", "hers", "herself"), "f"),
}
"""Those that can be the subject's: in "Lee proposed to her" she is another."""
COURTESIES = frozenset({"mr", "mrs", "ms", "miss", "mr.", "mrs.", "ms."})
"""Titles that everybody has: they say nothing of the office."""
MARRIAGE = frozenset({"wife", "husband", "married", "weds", "wed", "marries", "spouse", "widow", "widower"})
"""Words between two names that make them a couple."""
PARENTS = frozenset({"mother", "father", "mum", "dad", "mom", "grandmother", "grandfather", "widow", "widower"})
RELATED = MARRIAGE | PARENTS
TOLD = 24
"""How many words may stand between somebody and a relative named in the next sentence."""
RECENT = 6
"""How many mentions before one a parent was named."""
PAIR = frozenset({"They ", "they ", "couple "})
MARRIED_BY = PAIR | {"he ", "He ", "she ", "She "}
MARRIED = 14
"""How many words after the name of the other one it may be said that the two married."""
PLURAL = frozenset("brothers sisters siblings twins cousins parents couple brother sister spouses the his her".split())
"""Titles of two people that a surname after the second is also the first one's."""
FAMOUS = frozenset("madonna adele prince cher beyonce rihanna shakira harry william kate meghan diana charles".split())
"""Given names by which somebody is known whose surname another one beside is not likely to share."""
WEDDED = 7
"""How many words may stand between the names of a couple."""
OPENING_QUOTES = frozenset("\"'“‘")
CLOSING_QUOTES = frozenset("\"”’»")


class Someone:
    """A person, as known from the mentions so far."""

    __slots__ = (
        "fathers", "fuller", "genders", "mentions", "names", "offices", "styles", "suffix", "surnames",
        "words",
    )

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words
        """The fullest name so far."""
        self.names = {words}
        self.fathers: dict[str, bool] = {}
        """The father's name, by which nobody calls a person, Hassan, of Aisyah binti Hassan; or nobody with a title."""
        self.mentions: list[int] = []
        """Their indexes, ascending."""
        self.surnames: set[str] = set()
        """Those of several words, in lower case: ben barka."""
        self.genders: dict[Gender, int] = {}
        self.offices: set[str] = set()
        self.suffix: str | None = None
        self.fuller: str | None = None
        """The name with the surname that only the other one of a couple has: Tom Hale, of "Tom and Sue Hale"."""
        self.styles: set[bool] = set()
        """Whether the surname alone has stood with Mr or Ms, and without: a text keeps to one for each."""

    def contradicts(self, mention: Mention) -> bool:
        """Whether a mention is another's by its suffix: a junior is not the third."""
        return bool(mention.suffix and self.suffix and mention.suffix.strip(".") != self.suffix.strip("."))

    def may_be(self, mention: Mention) -> bool:
        """Whether a name alone is a word of this person's, and no gender is against it."""
        word = mention.words[0]
        if word in self.fathers and not (self.fathers[word] and not mention.titles):
            return False
        return any(word in name for name in self.names) and self.is_of_gender(mention.gender)

    def is_of_gender(self, gender: Gender | None) -> bool:
        """Whether nothing that the text says is against a gender."""
        own = self.gender() if gender else None
        return own is None or own == gender

    def gender(self) -> Gender | None:
        """The gender that most mentions imply."""
        genders = self.genders
        if not genders:
            return None
        most: Gender = max(genders, key=genders.__getitem__)
        return most


class _Places:
    """The places of mentions in their sentences, computed on demand."""

    def __init__(self, found: Sequence[Finding[Mention]], tokens: Tokens) -> None:
        self.found = found
        self.ends = tokens.ends
        self.words = tokens.words

    def sentence(self, place: int) -> int:
        """The number of a mention's sentence."""
        return bisect_left(self.ends, self.found[place].start)

    def _subject(self, begin: int, end: int) -> int:
        """The offset in the sentence from `begin` at which its subject is expected: after any quotation."""
        if self.words[begin][:1] in OPENING_QUOTES:
            for i in range(end - 1, begin, -1):
                if self.words[i][:1] in CLOSING_QUOTES:
                    return i + 1
            return end - OPENING  # "I begged Ann to stay": she is in the quotation
        return begin

    def last(self, mentions: Sequence[int], place: int) -> int:
        """The sentence before a mention, not far, that one of `mentions` opens; -1 if there is none.

        Whom the text has just called Mrs Lee it does not call Lee: her sentence counts for another "Mrs Lee" alone.
        """
        here = self.sentence(place)
        plain = not self.found[place].values.titles
        for other in reversed(mentions[: bisect_left(mentions, place)]):
            number = self.sentence(other)
            if here - number > SCENE:
                break
            mention = self.found[other].values
            if plain and mention.titles and len(mention.words) == 1:
                continue
            begin = self._subject(self.ends[number - 1] + 1 if number else 0, self.found[other].start)
            first = not other or self.found[other - 1].start < begin  # "Ann Lee left with Tom Lee" is about Ann
            if first and self.found[other].start - begin < OPENING:
                return number
        return -1


class Families:
    """The people of a document who share names, and its mentions."""

    def __init__(self, found: Sequence[Finding[Mention]], tokens: Tokens) -> None:
        self.found = found
        self.tokens = tokens

    @cached_property
    def places(self) -> _Places:
        return _Places(self.found, self.tokens)

    @cached_property
    def alone(self) -> Counter[str]:
        """How often each name stands alone."""
        return Counter([mention.values.words[0] for mention in self.found if len(mention.values.words) == 1])

    @cached_property
    def breaks(self) -> list[int]:
        """The tokens that end paragraphs."""
        words = self.tokens.words
        return [end for end in self.tokens.ends if words[end]]

    def likeliest(self, i: int, bearers: Sequence[Someone], offices: set[str]) -> Someone:
        """Of the people with a name alone: who has the office, the gender; who is in the scene; who was named first."""
        mention = self.found[i].values
        word = mention.words[0]
        gender, pronoun = mention.gender, self._gender_of_pronoun(i)
        held = offices - COURTESIES
        present = [someone for someone in bearers if self._is_present(someone, i)]
        first = min(bearers, key=lambda someone: someone.mentions[0])

        def score(someone: Someone) -> tuple[object, ...]:
            surname = len(someone.words) == 1 or word in {name[-1] for name in someone.names}
            fits = not held.isdisjoint(someone.offices), surname, gender is not None and gender == someone.gender()
            if not surname:
                return *fits, someone.mentions[0] < i, len(someone.mentions)
            return (
                *fits,
                not (held and someone.offices - COURTESIES), pronoun is None or someone.gender() in (None, pronoun),
                someone is first or not self._is_called_by_given(someone), [someone] == present,
                bool(offices & COURTESIES) in someone.styles, self.places.last(someone.mentions, i),
                -someone.mentions[0],
            )

        return max(bearers, key=score)

    def partner(self, i: int) -> int | None:
        """The mention of whom the text makes the wife or the husband of the mention `i`, if one stands beside it.

        Tom and Sue Hale; Tom Hale and his wife, Sue; Tom Hale married Sue Reed.
        """
        found, words = self.found, self.tokens.words
        title = found[i].values.titles[0][0] if found[i].values.titles else found[i].start
        if i and title <= found[i].start and found[i - 1].end + 1 == title and words[title - 1] == "and ":
            before = found[i - 1].values
            if len(before.words) == 1 and (title < found[i].start or not before.titles):
                return i - 1
        for one, other in ((i, i + 1), (i - 1, i)):
            if one >= 0 and other < len(found) and self._weds(found[one].end, found[other].start):
                return other if one == i else one
        return None

    def parent(self, i: int, offices: set[str]) -> int | None:
        """The mention of the parent, or the other one of a couple, whom a courtesy title and a surname mean.

        Their mother, Fiona, wept. Mrs Hale said no. Lena Hale's mother Ruth wept. “It is over,” Ms Hale said.
        """
        if COURTESIES.isdisjoint(offices):
            return None
        gender = self.found[i].values.gender
        couple: int | None = None
        for j in range(i - 1, max(-1, i - 1 - RECENT), -1):
            before = self.found[j].values
            if len(before.words) > 1 or not before.titles:
                continue
            kin, owner = self._kin(j)
            fits = before.gender in (None, gender)
            if fits and couple is None and not MARRIAGE.isdisjoint(kin) and owner in ("his", "her"):
                couple = j  # Their mother, Fiona, and her husband, Karl, wept. Mr Hale
            elif not PARENTS.isdisjoint(kin) and (fits or couple is not None) and self._is_of_family(j, i, owner):
                return j if couple is None else couple
        return None

    def _kin(self, j: int) -> tuple[set[str], str]:
        """What the mention `j` is called before the name, and the word before that: their | mother."""
        words = self.tokens.words
        start, end = self.found[j].values.titles[0]
        owner = words[start - 1].rstrip(BLANKS).lower() if start else ""
        return {word.rstrip(BLANKS).lower() for word in words[start:end]}, owner

    def _is_of_family(self, j: int, i: int, owner: str) -> bool:
        """Whether the relative `j` is that of several, or of somebody with the surname `i`: Lena Hale's mother."""
        if owner == "their":
            return True
        child = self.found[j - 1] if j and owner in ("'s", "’s") else None
        start = self.found[j].values.titles[0][0]
        return child is not None and child.end == start - 1 and child.values.family == self.found[i].values.family

    def _weds(self, start: int, end: int) -> bool:
        """Whether the words between two names make them a couple, be it in two sentences: Lee left. His wife, Sue."""
        between = [word.rstrip(BLANKS).lower() for word in self.tokens.words[start:end]]
        if "" not in between:
            return end - start < WEDDED and not MARRIAGE.isdisjoint(between)
        last = len(between) - between[::-1].index("")
        told = between[last:last + 2]
        return end - start < TOLD and told[:1] in (["his"], ["her"]) and not RELATED.isdisjoint(told[1:])

    def shares_surname(self, i: int) -> bool:
        """Whether the given name `i` stands before another one with a surname that is both's: Tom and Sue Hale."""
        if i + 1 == len(self.found):
            return False
        own, other = self.found[i].values, self.found[i + 1].values
        between = self.tokens.words[self.found[i].end:self.found[i + 1].start]
        if between != ["and "] or len(other.words) != 2 or other.family is None or other.titles or other.gender is None:
            return False
        held = {title.rstrip(BLANKS).lower() for start, end in own.titles for title in self.tokens.words[start:end]}
        if not held <= PLURAL or own.words[0] in FAMOUS:
            return False
        given = look_up("given", own.words[0])
        return given[1:] == "3" or bool(given and held)

    def wedded(self) -> list[int]:
        """The mentions of those of whom the text says that they married: he met Sue Reed. They married."""
        words = self.tokens.words
        starts = [mention.start for mention in self.found]
        found: list[int] = []
        for i in range(len(words) - 1):
            if words[i + 1] != "married " or words[i] not in MARRIED_BY:
                continue
            behind = bisect_left(starts, i)
            if words[i] in PAIR:
                if behind and i - self.found[behind - 1].end < MARRIED:
                    found.append(behind - 1)
            elif behind < len(starts) and starts[behind] == i + 2:
                found.append(behind)
        return found

    def _full(self, someone: Someone) -> int:
        """The number of times a person's name stands in full."""
        return sum([len(self.found[i].values.words) > 1 for i in someone.mentions])

    def _is_called_by_given(self, someone: Someone) -> bool:
        """Whether the text calls a person by the given name alone, as it does to tell a family apart."""
        alone = max([self.alone[word] for word in someone.words[:-1]], default=0)
        return 0 < alone >= self._full(someone)

    def _gender_of_pronoun(self, i: int) -> Gender | None:
        """The gender of the first pronoun after a mention, in its sentence and before the next name."""
        end = self.found[i + 1].start if i + 1 < len(self.found) else len(self.tokens.words)
        for word in self.tokens.words[self.found[i].end:end]:
            if not word:
                break
            if gender := PRONOUNS.get(word.rstrip(BLANKS).lower()):
                return gender
        return None

    def _is_present(self, someone: Someone, i: int) -> bool:
        """Whether a person is mentioned before the mention `i` in its paragraph."""
        place = bisect_left(someone.mentions, i)
        if not place:
            return False
        begin = bisect_left(self.breaks, self.found[i].start)
        return not begin or self.found[someone.mentions[place - 1]].start > self.breaks[begin - 1]
