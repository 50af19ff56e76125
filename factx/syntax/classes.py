"""Each word's class in its sentence: the likeliest one, then what the rules leave."""

from __future__ import annotations

from factx.syntax.class_rules import word_classes
from factx.syntax.words import LETTER, is_common
from factx.text.tokens import Tokens

_OPENING = frozenset('"“‘`(:«\'')


def classes_of(tokens: Tokens) -> str:
    """A letter a token: see `factx.syntax.words.CLASSES`."""
    tagged = list(map(word_classes.tagger.__getitem__, tokens.words))
    for start, end in tokens.sentences:
        while start < end - 1 and tokens.words[start][0] in _OPENING:
            start += 1
        word = tokens[start]
        if word[:1].isupper() and (len(word) == 1 or not word.isupper()):
            if is_common(word.lower()):
                tagged[start] = word_classes.tagger[word.lower()]
    return word_classes.rewrite("".join(tagged)).translate(_letters())


def _letters() -> dict[int, str]:
    letters = {ord(character): LETTER[name] for character, name in word_classes.class_of.items()}
    return letters | {ord(c): "F" for c in word_classes.with_other("participle", "past")}
