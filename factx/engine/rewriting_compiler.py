"""Compiles class rules to character patterns when the cache has none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from factx import expressions
from factx.engine import notation
from factx.engine.alphabet import FIRST, Alphabet, terms
from factx.engine.known_tags import refuse_unknown
from factx.engine.notation import Choice
from factx.engine.passes import ClassRule, Kept, Pass, key, together
from factx.engine.tags import MARKS, Lookup, TagSet, Vocabulary, shape

_SEQUENCES = 2
"""Sequences before a word that are looked at one after the other, at most, with no look at their last token."""


class RewriterCompiler:
    """The rules of a rewriter, parsed; what it is given is what `Rewriter` is.

    Raises ValueError, naming the rule, where a pattern can't be read or names a tag that no word carries.
    """

    def __init__(
        self, name: str, rules: Sequence[ClassRule], phrases: Mapping[str, str], classes: Mapping[str, TagSet],
        lexicons: Iterable[str], lookup: Lookup, lookup_tags: Callable[[], Iterable[TagSet]],
    ) -> None:
        self._name = name
        self._rules = rules
        self._classes = classes
        self._phrases = {phrase: notation.parse(text, phrases) for phrase, text in phrases.items()}
        self._choices = [self._read(rule, phrases) for rule in rules]
        spelled = self._spelled()
        self._named = frozenset(tag for text in spelled for option in terms(text) for _, tag in option)
        words = {tag[1:] for tag in self._named if tag.startswith("=")}
        for tag in sorted(self._named):
            # What no rule asks of a word now, one may ask once it has another class: so no set without it is the same.
            spelled.setdefault(tag if tag[0] != "=" else f"'{tag[1:]}'", 0)
        self._known = Vocabulary.read(lexicons, self._named, words).known
        self._sets = self._reached(lookup, lookup_tags)
        self._refuse_unknown()
        self._alphabet = Alphabet(self._sets, spelled)
        accepted = self._alphabet.accepted.__getitem__
        self._speller = notation.Speller(self._phrases, accepted, ())
        self._back = notation.Speller(notation.Turned(self._phrases, backwards=True), accepted, ())
        self._alone: dict[str, Pass] = {}

    def _read(self, rule: ClassRule, phrases: Mapping[str, str]) -> list[Choice]:
        try:
            return [notation.parse(part, phrases) for part in rule.parts()]
        except ValueError as error:
            raise ValueError(f"rule {rule.id} of {self._name}: {error}") from error

    def _spelled(self) -> Counter[str]:
        """The tag expressions of phrases, rules and classes, each as often as it will be spelled."""
        choices = [*self._phrases.values(), *(choice for parts in self._choices for choice in parts)]
        spelled = Counter(text for choice in choices for text in notation.expressions(choice, self._phrases))
        for name, tags in self._classes.items():
            spelled["&".join(sorted(tags))] += 100  # so that a class's characters are few ranges
            spelled[f"or-{name}"] += 20
        return spelled

    def _reached(self, lookup: Lookup, lookup_tags: Callable[[], Iterable[TagSet]]) -> set[TagSet]:
        """Every set of tags that a word can have, by the lists at first and by the rules then."""
        sets = {frozenset(tags) for tags in lookup_tags()}
        for word, tags in self._known.items():
            sets.update(tags | lookup(form) for form in (word, word.title(), word.upper()))
        sets.update(
            lookup(mark) | shape(mark + blank) & self._named for mark in (*MARKS, "/", "") for blank in ("", " ", "\n")
        )
        reached = set(sets)
        while sets:
            sets = {self._become(each, name) for each in sets for name in _able(each)} - reached
            reached |= sets
        return reached

    def _refuse_unknown(self) -> None:
        carried = frozenset().union(*self._sets)
        for rule, parts in zip(self._rules, self._choices, strict=True):
            for choice in parts:
                try:
                    refuse_unknown(choice, carried | {"any"}, self._phrases)
                except ValueError as error:
                    raise ValueError(f"rule {rule.id} of {self._name}: {error}") from error

    def _class_of(self, tags: TagSet) -> str:
        """The class of a word that has these tags."""
        return next(name for name, own in self._classes.items() if own <= tags)

    def _become(self, tags: TagSet, name: str) -> TagSet:
        """The tags of a word that had `tags` and is left the class `name`."""
        was = self._class_of(tags)
        return frozenset(tags - self._classes[was] - {f"or-{name}"} | self._classes[name] | {f"or-{was}"})

    def tagger(self) -> tuple[dict[str, str], dict[str, list[str]], dict[str, str]]:
        """The parts of a ClassTagger: a letter a tag, the words' tags, the characters of tag sets."""
        codes = {tag: chr(FIRST + place) for place, tag in enumerate(sorted(self._named))}
        known = {word: sorted(tags) for word, tags in self._known.items()}
        return codes, known, {key(tags, codes): self._character(tags) for tags in self._sets}

    def _character(self, tags: TagSet) -> str:
        return self._alphabet.character[self._alphabet.mask(tags)]

    def class_of(self) -> dict[str, str]:
        """The class of each character."""
        return {self._character(tags): self._class_of(tags) for tags in self._sets}

    def others(self) -> dict[str, str]:
        """The characters of the words that can have each class, and have another one."""
        return {
            name: "".join(sorted({self._character(tags) for tags in self._sets if f"or-{name}" in tags}))
            for name in self._classes
        }

    def one(self, id: str) -> Pass:
        """A rule by itself."""
        if id not in self._alone:
            self._alone[id] = self._compile_alone(id)
        return self._alone[id]

    def _compile_alone(self, id: str) -> Pass:
        place = next(place for place, rule in enumerate(self._rules) if rule.id == id)
        rule = self._rules[place]
        able = self._becoming(rule.becomes)
        word, before, backwards, _ = self._pass([(rule, self._choices[place])], frozenset(able))
        frozen = None if before is None else expressions.freeze(before, re.VERBOSE)
        return Pass(expressions.freeze(word, re.VERBOSE), frozen, able, backwards)

    def _becoming(self, name: str) -> dict[str, str]:
        """For each character whose word can have the class, the character it becomes."""
        return {
            self._character(tags): self._character(self._become(tags, name))
            for tags in self._sets if f"or-{name}" in tags
        }

    def passes(self) -> list[Kept]:
        """The passes in their order."""
        passes: list[Kept] = []
        rules = list(zip(self._rules, self._choices, strict=True))
        for (becomes, wide), group in groupby(rules, key=lambda pair: together(pair[0])):
            able = self._becoming(becomes)
            at_once = list(group)
            for some in [[each] for each in at_once] if wide else [at_once]:
                word, before, backwards, targets = self._pass(some, frozenset(able))
                was = "".join(sorted(targets))
                frozen = None if before is None else expressions.freeze(before, re.VERBOSE)
                word_frozen = expressions.freeze(word, re.VERBOSE)
                passes.append((word_frozen, frozen, was, "".join(map(able.__getitem__, was)), backwards))
        return passes

    def _pass(
        self, rules: Sequence[tuple[ClassRule, Sequence[Choice]]], able: frozenset[str]
    ) -> tuple[str, str | None, bool, frozenset[str]]:
        """The patterns of rules that run at once: for the word with what stands around it; and for what stands before
        it, if neither that nor what follows can be looked back for. Whether they are for the text read from its end,
        and the characters of the words in question."""
        targets = [self._targets(rule, parts[1], able) for rule, parts in rules]
        every = frozenset().union(*targets)
        forwards = self._lengths(before for _, (before, _, _) in rules)
        if (backwards := self._lengths(after for _, (_, _, after) in rules)) is None and forwards is None:
            if len(rules) > 1:
                ids = ", ".join(rule.id for rule, _ in rules)
                raise ValueError(f"rules of {self._name} that run at once look too far both ways, if not wide: {ids}")
            (_, (before, _, after)), = rules
            # What stands right before the word tells mostly that the rule does not apply.
            last = self._speller.ends(before)
            behind = "" if last is None else f"(?<={self._speller.characters(last)}.)"
            word = f"{self._speller.characters(every)}{behind}{self._ahead(after)}"
            return word, self._back.plain(notation.for_re(before, self._phrases, backwards=True)), False, every
        turned = forwards is None or backwards is not None and backwards < forwards
        around = [self._around(before, after, turned) for _, (before, _, after) in rules]
        # A search for the words in question leads; then each rule tells first whether the word is one of its own.
        of_word: dict[frozenset[str], list[str]] = {}
        for its, where in zip(targets, around, strict=True):
            of_word.setdefault(its, []).append(where)
        spell = self._speller.characters
        each = [f"(?<={spell(its)})(?:{'|'.join(asked)})" for its, asked in of_word.items()]
        alone = f"(?:{'|'.join(around)})" if len(of_word) == 1 else f"(?:{'|'.join(each)})"
        return f"{spell(every)}{alone}", None, turned, every

    def _lengths(self, choices: Iterable[Choice]) -> int | None:
        """The number of fixed sequences that patterns stand for, each needing a look-behind; None if too many."""
        try:
            return sum(len(notation.fixed(choice, self._phrases)) for choice in choices)
        except ValueError:
            return None

    def _around(self, before: Choice, after: Choice, turned: bool) -> str:
        """What stands around a word, for the place after it: at what is right beside it first, which mostly tells.

        turned: for a text that is read from its end, in which what is before the word stands after it.
        """
        speller, behind, ahead = (self._back, after, before) if turned else (self._speller, before, after)
        sequences = [notation.for_re((items,), self._phrases, backwards=turned)
                     for items in notation.fixed(behind, self._phrases)]
        each = "" if ((),) in sequences else "|".join(f"(?<={speller.plain(items)}.)" for items in sequences)
        beside = ""
        if len(sequences) > _SEQUENCES:
            last = self._speller.begins(behind) if turned else self._speller.ends(behind)
            beside = "" if last is None else f"(?<={speller.characters(last)}.)"
        if turned:
            ahead = notation.for_re(ahead, self._phrases, backwards=True)
        looked = f"(?={speller.plain(ahead)})" if ahead != ((),) else ""
        return f"{beside}{looked}(?:{each})"

    def _ahead(self, after: Choice) -> str:
        """A look ahead at what stands after the word in question."""
        return f"(?={self._speller.plain(after)})" if after != ((),) else ""

    def _targets(self, rule: ClassRule, target: Choice, able: frozenset[str]) -> frozenset[str]:
        """The characters that the word in question can be."""
        targets = self._speller.begins(target) or frozenset()
        if not (targets := targets & able):
            raise ValueError(f"rule {rule.id} of {self._name}: no word of the kind can become {rule.becomes}")
        return targets


def _able(tags: TagSet) -> list[str]:
    """The other classes that a word can have."""
    return [tag.removeprefix("or-") for tag in tags if tag.startswith("or-")]
