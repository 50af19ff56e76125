"""Rules that leave a word one of its classes: a pattern over tags with the word in question in square brackets.

    [<noun>] may become a verb:   "'to' [<noun>]", becomes "base"

A token is one character for its tags: those of its class, and `or-CLASS` for each other class that it can have. The
rules run one after the other over the text's string of characters, each on what the ones before have left, as Brill's
transformations do. A rule applies to words that can have the class alone.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from factx import expressions, lexicon
from factx.cache import Cache
from factx.engine.alphabet import FIRST
from factx.engine.tags import Lookup, TagSet, shape, spellings
from factx.records import NamedTuple

if TYPE_CHECKING:
    from factx.engine.notation import Choice

Translations = dict[str, str]

REACH = 48
"""How many words before the word in question a wide rule may look at."""


class ClassRule:
    """What stands around a word, and the class that it leaves the word.

    pattern: with the word in question in square brackets.
    examples: each sentence with the word in it that has the class by this rule; rejects: with one that has it not.
    wide: what stands before the word may be of many lengths, up to `REACH`: it is searched where the rest fits.
    """

    __slots__ = ("becomes", "examples", "id", "pattern", "rejects", "wide")

    def __init__(
        self, id: str, pattern: str, becomes: str, examples: Mapping[str, str], rejects: Mapping[str, str], wide: bool
    ) -> None:
        self.wide = wide
        self.id = id
        self.pattern = pattern
        self.becomes = becomes
        self.examples = examples
        self.rejects = rejects

    def parts(self) -> tuple[str, str, str]:
        """What stands before the word, the word, and what stands after it. Raises ValueError where there is no word."""
        parts = re.fullmatch(_PARTS, self.pattern, re.VERBOSE)
        if parts is None:
            raise ValueError(f"no word stands in square brackets in {self.pattern!r}")
        before, target, after = (part.strip() for part in parts.groups())
        return before, target, after


_FEW = 2
"""Sequences before a word that are looked at one after the other, at most, with no look at their last token."""
_PARTS = r"""((?:[^\['<]|'[^']*'|<[^>]*>)*) \[ (.*?) \] ((?:[^\['<]|'[^']*'|<[^>]*>)*)"""


class Pass(NamedTuple):
    """Rules that run at once over a text.

    word: fits the words in question, each one character; before: what stands before them, up to them, where that may
    be of many lengths; becomes: from the character of a word to the one that it becomes.
    """

    word: re.Pattern[str]
    before: re.Pattern[str] | None
    becomes: Translations

    def places(self, tagged: str) -> list[int]:
        """The words that a rule applies to."""
        found = [hit.start() for hit in self.word.finditer(tagged)]
        if self.before is None or not found:
            return found
        search = self.before.search
        return [place for place in found if search(tagged, max(0, place - REACH), place)]

    def rewrite(self, tagged: str) -> str:
        """The characters that the rules leave."""
        if self.before is None:
            becomes = self.becomes
            return self.word.sub(lambda hit: becomes[hit[0]], tagged)
        if not (places := self.places(tagged)):
            return tagged
        characters = list(tagged)
        for place in places:
            characters[place] = self.becomes[characters[place]]
        return "".join(characters)


class Rewriter:
    """Class rules in their order, with what their words are looked up in.

    classes: the tags of each class; a rule's `becomes` is one of its names.
    lookup, lookup_tags: what gives a bare word its tags, and every set that it can give.
    """

    def __init__(
        self, name: str, *, classes: Mapping[str, TagSet], lexicons: Iterable[str], lookup: Lookup,
        lookup_tags: Callable[[], Iterable[TagSet]],
    ) -> None:
        self.name = name
        self.classes = classes
        self.lexicons = tuple(lexicons)
        self.lookup = lookup
        self.lookup_tags = lookup_tags
        self.phrases: dict[str, str] = {}
        self.rules: list[ClassRule] = []

    def let(self, name: str, pattern: str) -> None:
        """Name a phrase; `<name>` stands for it in the patterns of rules and of later phrases."""
        self.phrases[name] = pattern

    def rule(
        self, id: str, pattern: str, becomes: str, *, examples: Mapping[str, str], rejects: Mapping[str, str],
        wide: bool = False,
    ) -> None:
        """Declare a rule."""
        self.rules.append(ClassRule(id, pattern, becomes, examples, rejects, wide))

    def class_name(self, tags: TagSet) -> str:
        """The class of a word that has these tags."""
        return next(name for name, own in self.classes.items() if own <= tags)

    def become(self, tags: TagSet, name: str) -> TagSet:
        """The tags of a word that had `tags` and is left the class `name`."""
        was = self.class_name(tags)
        return frozenset(tags - self.classes[was] - {f"or-{name}"} | self.classes[name] | {f"or-{was}"})

    @cached_property
    def tagger(self) -> ClassTagger:
        """From tokens to characters."""
        codes, known, character = self._cache.get("tagger", lambda: self._work.tagger())
        return ClassTagger(codes, known, character, self.lookup)

    @cached_property
    def class_of(self) -> dict[str, str]:
        """From a character to the name of its class."""
        names: dict[str, str] = self._cache.get("classes", lambda: self._work.class_of())
        return names

    def with_other(self, name: str, other: str) -> list[str]:
        """The characters of a class whose words can have another one too."""
        return [character for character, of in self.class_of.items() if of == name and character in self._others[other]]

    @cached_property
    def _others(self) -> dict[str, str]:
        """Of each class the characters of the words that can have it, and have another one."""
        others: dict[str, str] = self._cache.get("others", lambda: self._work.others())
        return others

    @cached_property
    def passes(self) -> list[Pass]:
        """The rules: those in a row that leave the same class are one, but for wide ones."""
        kept: list[tuple[bytes, bytes | None, str, str]] = self._cache.get("passes", lambda: self._work.passes())
        return [
            Pass(expressions.thaw(word), None if before is None else expressions.thaw(before),
                 dict(zip(was, becomes, strict=True)))
            for word, before, was, becomes in kept
        ]

    def rewrite(self, tagged: str) -> str:
        """The characters that the rules leave."""
        for each in self.passes:
            tagged = each.rewrite(tagged)
        return tagged

    def trace(self, tagged: str) -> tuple[str, dict[int, str]]:
        """As `rewrite`, and the rule that left each word changed its class, by the word's place: for explanations."""
        by: dict[int, str] = {}
        for _, rules in groupby(self.rules, key=_together):
            seen = tagged
            for rule in rules:
                one = self._work.one(rule.id)
                for place in one.places(seen):
                    if seen[place] == tagged[place]:
                        by[place] = rule.id
                        tagged = tagged[:place] + one.becomes[seen[place]] + tagged[place + 1 :]
        return tagged, by

    @cached_property
    def _cache(self) -> Cache:
        rules = "\n".join(f"{rule.pattern} {rule.becomes}" for rule in self.rules)
        phrases = "\n".join(f"{name} = {pattern}" for name, pattern in self.phrases.items())
        folder = os.path.dirname(__file__)
        files = [os.path.join(folder, f"{module}.py") for module in ("tags", "alphabet", "notation", "rewriting")]
        return lexicon.kept(self.name, (rules, phrases, *expressions.VERSION), files)

    @cached_property
    def _work(self) -> RewriterCompiler:
        return RewriterCompiler(self)


class ClassTagger(dict[str, str]):
    """Token to the character of its tags: those that `lookup` gives its bare text, and those of a small lexicon."""

    LIMIT = 200_000
    """How many tokens are remembered: a corpus has no end of them."""

    def __init__(
        self, codes: Mapping[str, str], known: Mapping[str, list[str]], character: Mapping[str, str], lookup: Lookup
    ) -> None:
        super().__init__()
        self._codes = codes
        self._known = known
        self._character = character
        self._lookup = lookup
        self._made: dict[TagSet, str] = {}
        """The characters of words that have the tags of `lookup` alone: a few hundred sets."""

    def __missing__(self, word: str) -> str:
        if len(self) >= self.LIMIT:
            self.clear()
        bare, lower, shape = spellings[word]
        tags = self._lookup(bare)
        if bare[:1].isalpha() and lower not in self._known:
            found = self[word] = self._made.get(tags) or self._make(tags)
            return found
        own = tags.union(self._known.get(lower, ()), () if bare[:1].isalpha() else shape)
        # An odd spelling of a word that the lexicon knows may carry a set that was not foreseen: the classes do.
        found = self[word] = self._character.get(self._key(own)) or self._character[self._key(tags)]
        return found

    def _make(self, tags: TagSet) -> str:
        found = self._made[tags] = self._character[self._key(tags)]
        return found

    def _key(self, tags: TagSet) -> str:
        return _key(tags, self._codes)


def _key(tags: TagSet, codes: Mapping[str, str]) -> str:
    """A tag set as a string: a letter a tag that rules name."""
    return "".join(sorted([codes[tag] for tag in tags if tag in codes]))


class RewriterCompiler:
    """Compiles class rules to character patterns when the cache has none.

    Raises ValueError, naming the rule, where a pattern can't be read.
    """

    def __init__(self, rewriter: Rewriter) -> None:
        from factx.engine import notation
        from factx.engine.alphabet import Alphabet, terms
        from factx.engine.known_tags import refuse_unknown
        from factx.engine.tags import MARKS, Vocabulary

        self._rewriter = rewriter
        phrases = {name: notation.parse(text, rewriter.phrases) for name, text in rewriter.phrases.items()}
        self._phrases = phrases

        def read(rule: ClassRule) -> list[Choice]:
            try:
                return [notation.parse(part, rewriter.phrases) for part in rule.parts()]
            except ValueError as error:
                raise ValueError(f"rule {rule.id} of {rewriter.name}: {error}") from error

        self._choices = [read(rule) for rule in rewriter.rules]
        choices = [*phrases.values(), *(choice for parts in self._choices for choice in parts)]
        expressions = Counter(text for choice in choices for text in notation.expressions(choice, phrases))
        for name, tags in rewriter.classes.items():
            expressions["&".join(sorted(tags))] += 100  # so that a class's characters are few ranges
            expressions[f"or-{name}"] += 20
        named = {tag for text in expressions for option in terms(text) for _, tag in option}
        words = {tag[1:] for tag in named if tag.startswith("=")}
        for tag in sorted(named):
            # What no rule asks of a word now, one may ask once it has another class: so no set without it is the same.
            expressions.setdefault(tag if tag[0] != "=" else f"'{tag[1:]}'", 0)
        self._named = frozenset(named)
        self._known = Vocabulary.read(rewriter.lexicons, named, words).known
        lookup = rewriter.lookup
        sets = {frozenset(tags) for tags in rewriter.lookup_tags()}
        for word, tags in self._known.items():
            sets.update(tags | lookup(form) for form in (word, word.title(), word.upper()))
        sets.update(
            lookup(mark) | shape(mark + blank) & self._named for mark in (*MARKS, "/", "") for blank in ("", " ", "\n")
        )
        reached = set(sets)
        while sets:
            sets = {self._become(each, name) for each in sets for name in self._able(each)} - reached
            reached |= sets
        self._sets = reached
        carried = frozenset().union(*reached)
        for rule, parts in zip(rewriter.rules, self._choices, strict=True):
            for choice in parts:
                try:
                    refuse_unknown(choice, carried | {"any"}, phrases)
                except ValueError as error:
                    raise ValueError(f"rule {rule.id} of {rewriter.name}: {error}") from error
        self._alphabet = Alphabet(reached, expressions)
        self._speller = notation.Speller(phrases, self._alphabet.accepted.__getitem__, ())
        self._alone: dict[str, Pass] = {}

    def _able(self, tags: TagSet) -> list[str]:
        return [tag.removeprefix("or-") for tag in tags if tag.startswith("or-")]

    def _become(self, tags: TagSet, name: str) -> TagSet:
        return self._rewriter.become(tags, name)

    def tagger(self) -> tuple[dict[str, str], dict[str, list[str]], dict[str, str]]:
        """The parts of a ClassTagger: a letter a tag, the words' tags, the characters of tag sets."""
        codes = {tag: chr(FIRST + place) for place, tag in enumerate(sorted(self._named))}
        known = {word: sorted(tags) for word, tags in self._known.items()}
        return codes, known, {_key(tags, codes): self._character(tags) for tags in self._sets}

    def _character(self, tags: TagSet) -> str:
        return self._alphabet.character[self._alphabet.mask(tags)]

    def class_of(self) -> dict[str, str]:
        """The class of each character."""
        return {self._character(tags): self._rewriter.class_name(tags) for tags in self._sets}

    def others(self) -> dict[str, str]:
        """The characters of the words that can have each class, and have another one."""
        return {
            name: "".join(sorted({self._character(tags) for tags in self._sets if f"or-{name}" in tags}))
            for name in self._rewriter.classes
        }

    def one(self, id: str) -> Pass:
        """A rule by itself."""
        if id not in self._alone:
            self._alone[id] = self._compile_alone(id)
        return self._alone[id]

    def _compile_alone(self, id: str) -> Pass:
        place = next(place for place, rule in enumerate(self._rewriter.rules) if rule.id == id)
        rule = self._rewriter.rules[place]
        able = self._becoming(rule.becomes)
        word, before = self._pass([(rule, self._choices[place])], frozenset(able))
        return Pass(re.compile(word, re.VERBOSE), None if before is None else re.compile(before, re.VERBOSE), able)

    def _becoming(self, name: str) -> dict[str, str]:
        """What each character becomes whose word can have the class."""
        return {
            self._character(tags): self._character(self._become(tags, name))
            for tags in self._sets if f"or-{name}" in tags
        }

    def passes(self) -> list[tuple[bytes, bytes | None, str, str]]:
        """The passes in their order: the two patterns of each, the characters that change, and what these become."""
        passes: list[tuple[bytes, bytes | None, str, str]] = []
        rules = list(zip(self._rewriter.rules, self._choices, strict=True))
        for (becomes, wide), group in groupby(rules, key=lambda pair: _together(pair[0])):
            able = self._becoming(becomes)
            together = list(group)
            for some in [[each] for each in together] if wide else [together]:
                word, before = self._pass(some, frozenset(able))
                frozen = None if before is None else expressions.freeze(before, re.VERBOSE)
                passes.append((expressions.freeze(word, re.VERBOSE), frozen, "".join(able), "".join(able.values())))
        return passes

    def _pass(
        self, rules: Sequence[tuple[ClassRule, Sequence[Choice]]], able: frozenset[str]
    ) -> tuple[str, str | None]:
        """The patterns of rules that run at once: for the word with what stands around it; and, of a wide rule, for
        what stands before it."""
        if rules[0][0].wide:
            (rule, (before, target, after)), = rules
            # What stands right before the word tells mostly that the rule does not apply.
            last = self._speller.ends(before)
            behind = "" if last is None else f"(?<={self._speller.characters(last)}.)"
            word = f"{self._speller.characters(self._targets(rule, target, able))}{behind}{self._ahead(after)}"
            return word, f"(?:{self._speller.plain(before)})\\Z"
        targets = [self._targets(rule, parts[1], able) for rule, parts in rules]
        around = [self._around(before, after) for _, (before, _, after) in rules]
        # A search for the words in question leads; then each rule tells first whether the word is one of its own.
        of_word: dict[frozenset[str], list[str]] = {}
        for its, where in zip(targets, around, strict=True):
            of_word.setdefault(its, []).append(where)
        spell = self._speller.characters
        word = spell(frozenset().union(*targets))
        if len(of_word) == 1:
            return f"{word}(?:{'|'.join(around)})", None
        each = (f"(?<={spell(its)})(?:{'|'.join(asked)})" for its, asked in of_word.items())
        return f"{word}(?:{'|'.join(each)})", None

    def _around(self, before: Choice, after: Choice) -> str:
        """What stands around a word, for the place behind it: at what is right beside it first, which mostly tells."""
        from factx.engine import notation

        sequences = notation.fixed(before, self._phrases)
        behind = "" if () in sequences else "|".join(f"(?<={self._speller.plain((items,))}.)" for items in sequences)
        last = self._speller.ends(before) if len(sequences) > _FEW else None
        beside = "" if last is None else f"(?<={self._speller.characters(last)}.)"
        return f"{beside}{self._ahead(after)}(?:{behind})"

    def _ahead(self, after: Choice) -> str:
        """A look ahead at what stands after the word in question."""
        return f"(?={self._speller.plain(after)})" if after != ((),) else ""

    def _targets(self, rule: ClassRule, target: Choice, able: frozenset[str]) -> frozenset[str]:
        """The characters that the word in question can be."""
        targets = self._speller.begins(target) or frozenset()
        if not (targets := targets & able):
            raise ValueError(f"rule {rule.id} of {self._rewriter.name}: no word of the kind can become {rule.becomes}")
        return targets


def _together(rule: ClassRule) -> tuple[str, bool]:
    """What rules in a row have in common that run at once."""
    return rule.becomes, rule.wide

