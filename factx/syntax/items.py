"""The items of a text: its groups, and the words between them, each with the tags that rules over groups ask for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factx import lexicon
from factx.engine.tags import TagSet, quoted
from factx.syntax.groups import Group
from factx.syntax.groups import tag_sets as group_tag_sets
from factx.syntax.words import CLASSES, NAME
from factx.text.tokens import Tokens, is_break, strip


def items_of(tokens: Tokens, classes: str, groups: Sequence[Group]) -> Tokens:
    """The text with each group collapsed to one token, and the tags of every token."""
    words: list[str] = []
    starts: list[int] = []
    origin: list[int] = []
    tags: list[TagSet] = []
    done = 0
    every, places = tokens.words, tokens.starts
    for _, start, end, _, own in groups:
        if done < start:
            between = every[done:start]
            words += between
            tags += map(_word_tags, between, classes[done:start])
            starts += places[done:start]
            origin += range(done, start)
        words.append("".join(every[start:end]))
        tags.append(own)
        starts.append(places[start])
        origin.append(start)
        done = end
    words += every[done:]
    tags += map(_word_tags, every[done:], classes[done:])
    starts += places[done:]
    origin += range(done, len(every) + 1)
    ends = [place for place, own in enumerate(tags) if "end" in own]
    found = Tokens(tokens.source, words, None, origin, starts, ends)
    found.tags = tags
    return found


@cache
def _word_tags(word: str, letter: str) -> TagSet:
    """The tags of a word in no group: those of its class, and the word itself where its class is a closed one."""
    if letter == "¶":
        return PARAGRAPH if is_break(word) else END
    lower = strip(word).lower()
    own = frozenset(CLASSES[NAME[letter]][1].split())
    return own | {quoted(lower)} if lower in _closed() else own | _MARKS.get(lower, frozenset())


END: TagSet = frozenset({"end"})
PARAGRAPH: TagSet = frozenset({"end", "paragraph"})
_MARKS: dict[str, TagSet] = dict.fromkeys((".", "!", "?", "…"), frozenset({"stop"}))


@cache
def _closed() -> frozenset[str]:
    return frozenset(lexicon.load("syntax")["closed"])


@cache
def tag_sets() -> frozenset[TagSet]:
    """Every tag set that an item can have."""
    classes = {name: frozenset(own.split()) for name, (_, own) in CLASSES.items()}
    words = {
        classes[name] | {quoted(word)}
        for word, names in lexicon.load("syntax")["closed"].items() for name in names.split()
    }
    stops = {classes["mark"] | {"stop"}}
    return frozenset({END, PARAGRAPH, *classes.values(), *words, *stops, *group_tag_sets()})


