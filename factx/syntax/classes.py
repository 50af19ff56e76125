"""Each word's class in its sentence: the likeliest one, then what the rules leave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from factx.syntax.verb_class_rules import word_classes
from factx.syntax.words import FIGURE, LETTER, PAST_PARTICIPLE, QUOTATION, is_common
from factx.text.tokens import Tokens, is_break, strip

_NAME = "Xxxx"
"""Any name: no lexicon has it."""
_STANDS_FOR = {"quotation": QUOTATION, "term": "thing", "person": _NAME, "acronym": _NAME, "aside": "perhaps"}
"""What a token that was collapsed is read as, by its mark; any other is a figure."""
_OPENING = frozenset("\"“‘`'(«[")


def classes_of(tokens: Tokens, names: Iterable[int] = ()) -> str:
    """The class of each token as a letter: see `factx.syntax.words.CLASSES`.

    names: tokens that are known to be names. A token that was collapsed is what its mark stands for.
    """
    return word_classes.rewrite(characters_of(tokens, names)).translate(_letters())


def characters_of(tokens: Tokens, names: Iterable[int] = ()) -> str:
    """The characters that the class rules run over; a word that opens a sentence is read without its capital."""
    words = tokens.words
    tagger, opening = word_classes.tagger, _openings
    characters = list(map(tagger.__getitem__, words))
    size = len(words)
    for end in (-1, *tokens.ends):
        place = end + 1
        while place < size and words[place][:1] in _OPENING:
            place += 1
        if place == size or not (word := words[place]):
            continue
        if lower := opening[word]:
            characters[place] = tagger[lower]
        if _is_title_case(words, place):
            for other in range(place + 1, tokens.sentence_of(place)[1]):
                if lower := opening[words[other]]:
                    characters[other] = tagger[lower]
    for place, mark in tokens.marked.items():
        characters[place] = tagger[_STANDS_FOR.get(mark, FIGURE)]
    for place in names:
        if words[place][:1].isupper():
            characters[place] = tagger[_NAME]
    return "".join(characters)


_FEWEST = 4
"""Words of a headline, at least."""


def _is_title_case(words: Sequence[str], start: int) -> bool:
    """Whether a sentence is a headline whose words are capitalised, all but short ones."""
    capitals = small = 0
    for place in range(start, len(words)):
        word = words[place]
        first = word[:1]
        if first.islower():
            small += 1
            if len(word) > _SHORT:
                return False
        elif first.isupper():
            capitals += 1
        elif not first or is_break(word):
            break
        elif first.isalpha():
            small += 1
            if len(word) > _SHORT:
                return False
    return capitals >= _FEWEST and capitals > 2 * small


_SHORT = 5
"""Letters, with the blank after them, of a word that a headline leaves in small letters, at most."""


class _Openings(dict[str, str]):
    """A word that opens a sentence to the word of the language that it is there; "" where its capital stays."""

    LIMIT = 50_000

    def __missing__(self, word: str) -> str:
        if len(self) >= self.LIMIT:
            self.clear()
        bare = strip(word)
        capital = bare[:1].isupper() and (len(bare) == 1 or not bare.isupper())
        found = self[word] = bare.lower() if capital and is_common(bare.lower()) else ""
        return found


_openings = _Openings()


@cache
def _letters() -> dict[int, str]:
    letters = {ord(character): LETTER[name] for character, name in word_classes.class_of.items()}
    past = word_classes.with_other("participle", "past")
    return letters | dict.fromkeys(map(ord, past), PAST_PARTICIPLE)
