"""A text as rules may see it once its sentences are read: word by word, or with each group as one token.

A rule that names constituents above groups (an apposition, a coordination) sees each of those kinds as one token too.
Either way a token has the tags of its class or group in that sentence, and its own beside them: those of its shape, of
the lexicons that list it and of the rules that quote it. A group has those of its head, a verb group those of its
verb's base form too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property, lru_cache
from itertools import pairwise, product
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from factx.engine.rules import Grammar
from factx.engine.tags import TagSet, Vocabulary, shape, shapes
from factx.syntax import Syntax
from factx.syntax.items import END, PARAGRAPH
from factx.syntax.items import tag_sets as item_tag_sets
from factx.syntax.words import CLASSES, LETTER, PAST_PARTICIPLE
from factx.text.tokens import Tokens, is_break, strip

if TYPE_CHECKING:
    from factx.syntax.constituent_rules import ConstituentKind
    from factx.syntax.constituents import Constituent

View: TypeAlias = str
"""`words` or `groups`; after the latter the tags of the constituents that are one token: `groups age apposition`."""
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
CONSTITUENT_TAGS: Final[dict[ConstituentKind, str]] = {
    "adverb": "adverb-group", "preposition": "preposition-group", "apposition": "apposition", "age": "age",
    "brackets": "brackets", "coordination": "coordination",
}  # fmt: skip
"""The tags of constituents above groups, by their kinds; they share those of their heads with groups."""
SENTENCE_TAGS: Final[TagSet] = CLASS_TAGS | GROUP_TAGS | frozenset(CONSTITUENT_TAGS.values())
"""All tags that the reading of a sentence gives."""
INSIDE: Final = {"noun": "noun-group", "propn": "noun-group&named", "singular": "noun-group&!plural",
                 "verb": "verb-group", "aux": "verb-group", "third": "verb-group&present"}  # fmt: skip
"""Tags of words that always stand in a group, with what a rule that sees groups asks for instead."""


def view_of(tags: Collection[str]) -> View | None:
    """The view of a text for a rule that names these tags: words, groups, or None if plain tokens have them all.

    Raises ValueError where the rule sees groups, and asks for a word that is always inside one.
    """
    above = sorted(set(CONSTITUENT_TAGS.values()).intersection(tags))
    if GROUP_TAGS.isdisjoint(tags) and not above:
        return None if CLASS_TAGS.isdisjoint(tags) else "words"
    if inside := next((tag for tag in INSIDE if tag in tags), None):
        raise ValueError(f"a rule that names groups sees no <{inside}>, which is inside one: <{INSIDE[inside]}>")
    return " ".join(["groups", *above])


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
        self.view, *above = view.split()
        self._above = {kind for kind, tag in CONSTITUENT_TAGS.items() if tag in above}
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
        groups = {group.start: group for group in syntax.groups}
        above = self._outermost(syntax)
        origin: list[int] = []
        tags: list[TagSet] = []
        done = 0
        for start, word, own in zip(items.origin, items.words, items.tags, strict=False):
            if start < done:
                continue
            origin.append(start)
            if (one := above.get(start)) is not None:
                done = one.end
                tags.append(self._together(_tags_of(one, own), syntax.tokens.words[one.head]))
                continue
            group = groups.get(start)
            base = syntax.lemma(group) if group and group.kind == "verb" else ""
            tags.append(self._together(own, syntax.tokens.words[group.head] if group else word, base))
        every = syntax.tokens.words
        origin.append(len(every))
        words = ["".join(every[start:end]) for start, end in pairwise(origin)]
        found = Tokens(items.source, words, None, origin, [syntax.tokens.starts[start] for start in origin])
        found.tags = tags
        return found

    def _outermost(self, syntax: Syntax) -> dict[int, Constituent]:
        """The constituents that are one token, by their first tokens: one in another of these is part of that."""
        found: dict[int, Constituent] = {}
        done = 0
        for each in syntax.constituents if self._above else ():
            if each.kind in self._above and each.start >= done:
                found[each.start] = each
                done = each.end
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
        found = {word: tags - SENTENCE_TAGS for word, tags in known.items()}
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
            heads = {own & named - NOUN_GROUPS for own in both if "noun-group" in own} if self._above else set()
            read |= {
                own | more & named | {CONSTITUENT_TAGS[kind]}
                for own in heads for kind in self._above for more in (NONE, *_NOUNS)
            }
            listed = {NONE, *self._listed.values()}
            listed |= {one | other for one, other in product(listed, listed)} if self.view == "groups" else set()
            shaped = {own & named for own in shapes()}
            self._sets = list({one | two | three for one, two, three in product(read, listed, shaped)})
        return self._sets


NONE: Final[TagSet] = frozenset()
NOUN_GROUPS: Final[TagSet] = frozenset({"noun-group", "plural"})
_NOUNS: Final = NOUN_GROUPS, frozenset({"plural"})


def _class_tags(word: str, letter: str) -> TagSet:
    if letter == "¶":
        return PARAGRAPH if is_break(word) else END
    return _BY_LETTER[letter]


def _tags_of(one: Constituent, first: TagSet) -> TagSet:
    """The tags of a constituent; `first` are those of its first item. Noun groups that are joined are one."""
    joined = one.kind == "coordination" and "noun-group" in first
    return one.tags | {CONSTITUENT_TAGS[one.kind]} | (NOUN_GROUPS if joined else NONE)


_BY_LETTER: Final[dict[str, TagSet]] = {
    letter: frozenset(own.split()) - {"glued"} for letter, own in CLASSES.values()
}
