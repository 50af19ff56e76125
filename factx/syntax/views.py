"""A text as rules may see it once its sentences are read: word by word, or with each group as one token.

Either way a token has the tags of its class or group in that sentence, and its own beside them: those of its shape, of
the lexicons that list it and of the rules that quote it. A group has those of its head, a verb group those of its
verb's base form too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property, lru_cache
from itertools import product
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, TypeVar

from factx.engine.rules import Grammar
from factx.engine.tags import TagSet, Vocabulary, shape, shapes
from factx.syntax import Syntax
from factx.syntax.items import END, PARAGRAPH
from factx.syntax.items import tag_sets as item_tag_sets
from factx.syntax.words import CLASSES, LETTER, PAST_PARTICIPLE
from factx.text.tokens import Tokens, is_break, strip

View: TypeAlias = Literal["words", "groups"]
V = TypeVar("V")
EMPTY: Final[Mapping[str, Collection[str]]] = MappingProxyType({})
LIMIT: Final = 50_000
"""How many words are remembered with their tags: a corpus has no end of them."""

CLASS_TAGS: Final[TagSet] = frozenset(tag for _, own in CLASSES.values() for tag in own.split())
"""The tags that the classes of words have."""
GROUP_TAGS: Final[TagSet] = frozenset((
    "noun-group", "named", "owned", "person", "time", "with-figure", "verb-group", "finite", "infinitive", "auxiliary",
    "copula", "passive", "perfect", "future", "present", "negated", "or-past", "clause", "hearer", "naming",
    "clause-alone", "whose",
))  # fmt: skip
"""The tags that groups alone have; they share others, such as `past` and `plural`, with words."""
INSIDE: Final = {"noun": "noun-group", "propn": "noun-group&named", "singular": "noun-group&!plural",
                 "verb": "verb-group", "aux": "verb-group", "third": "verb-group&present"}  # fmt: skip
"""Tags of words that always stand in a group, with what a rule that sees groups asks for instead."""


def view_of(tags: Collection[str]) -> View | None:
    """The view of a text for a rule that names these tags: words, groups, or None if plain tokens have them all.

    Raises ValueError where the rule sees groups, and asks for a word that is always inside one.
    """
    if GROUP_TAGS.isdisjoint(tags):
        return None if CLASS_TAGS.isdisjoint(tags) else "words"
    if inside := next((tag for tag in INSIDE if tag in tags), None):
        raise ValueError(f"a rule that names groups sees no <{inside}>, which is inside one: <{INSIDE[inside]}>")
    return "groups"


class SyntaxGrammar(Grammar[V]):
    """Rules over the words or the groups of sentences.

    read: gives the sentences of a text; tags: those that the rules name, words that they quote among them;
    lists: further words by the tag that they carry.
    """

    def __init__(
        self, name: str, view: View, read: Callable[[Tokens], Syntax], *, tags: Collection[str],
        lexicons: Iterable[str] = (), lists: Mapping[str, Collection[str]] = EMPTY,
    ) -> None:
        super().__init__(name, lexicons=lexicons, lookup_tags=self.tag_sets, own=True)
        self.view = view
        self._read = read
        self._named: TagSet = frozenset({"end", *tags})
        self._lists = lists
        self._sets: list[TagSet] = []

    def seen(self, tokens: Tokens) -> Tokens:
        """The words or groups of a text, with the tags that the rules name."""
        syntax = self._read(tokens)
        _ = syntax.clauses  # with them it is decided which participles are past forms
        return self._words(syntax) if self.view == "words" else self._groups(syntax)

    def _words(self, syntax: Syntax) -> Tokens:
        tokens, items = syntax.tokens, syntax.items
        assert items.tags is not None
        assert items.origin is not None
        decided = list(syntax.classes.replace(PAST_PARTICIPLE, LETTER["participle"]))
        for start, own in zip(items.origin, items.tags, strict=False):
            if "past" in own and syntax.classes[start] == PAST_PARTICIPLE:
                decided[start] = LETTER["past"]
        found = Tokens(tokens.source, tokens.words, None, None, tokens.starts, tokens.ends)
        found.tags = [
            self._together(_class_tags(word, letter), word) for word, letter in zip(tokens.words, decided, strict=True)
        ]
        return found

    def _groups(self, syntax: Syntax) -> Tokens:
        items = syntax.items
        assert items.tags is not None
        assert items.origin is not None
        groups = {group.start: group for group in syntax.groups}
        found = Tokens(items.source, items.words, None, items.origin, items.starts, items.ends)
        found.tags = []
        for start, word, own in zip(items.origin, items.words, items.tags, strict=False):
            group = groups.get(start)
            base = syntax.lemma(group) if group and group.kind == "verb" else ""
            found.tags.append(self._together(own, syntax.tokens.words[group.head] if group else word, base))
        return found

    @cached_property
    def _together(self) -> Callable[..., TagSet]:
        """The named ones among the tags of a class or group, of a word, and of its base form."""
        named, listed = self._named, self._listed

        @lru_cache(LIMIT)
        def together(own: TagSet, word: str, base: str = "") -> TagSet:
            lower = strip(word).lower()
            return own & named | shape(word) & named | listed.get(lower, NONE) | listed.get(base, NONE)

        return together

    @cached_property
    def _listed(self) -> dict[str, TagSet]:
        """The words that lexicons and rules know. A tag that classes or groups have is theirs, not a lexicon's."""
        words = {tag[1:] for tag in self._named if tag.startswith("=")}
        known = Vocabulary.read(self.lexicons, self._named, words).known
        found = {word: tags - (CLASS_TAGS | GROUP_TAGS) for word, tags in known.items()}
        for tag in self._named.intersection(self._lists):
            for word in self._lists[tag]:
                found[word] = found.get(word, NONE) | {tag}
        return found

    def tag_sets(self) -> list[TagSet]:
        """Every set of named tags that a token can have."""
        if not self._sets:
            named = self._named
            both = item_tag_sets() if self.view == "groups" else {*_BY_LETTER.values(), END, PARAGRAPH}
            read = {frozenset(tag for tag in own & named if tag[0] != "=") for own in both}
            listed = {NONE, *self._listed.values()}
            listed |= {one | other for one, other in product(listed, listed)} if self.view == "groups" else set()
            shaped = {own & named for own in shapes()}
            self._sets = list({one | two | three for one, two, three in product(read, listed, shaped)})
        return self._sets


NONE: Final[TagSet] = frozenset()


def _class_tags(word: str, letter: str) -> TagSet:
    if letter == "¶":
        return PARAGRAPH if is_break(word) else END
    return _BY_LETTER[letter]


_BY_LETTER: Final[dict[str, TagSet]] = {
    letter: frozenset(own.split()) - {"glued"} for letter, own in CLASSES.values()
}
