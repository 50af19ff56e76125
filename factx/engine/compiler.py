"""Compiles a grammar's rules to patterns over characters when the cache has none."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

import regex

from factx import expressions
from factx.engine import frozen, notation
from factx.engine.alphabet import Alphabet, terms
from factx.engine.known_tags import known_tags, refuse_unknown, refuse_unknown_in
from factx.engine.tags import Lookup, TagSet, Vocabulary, shape

_COMMON = {
    "the": 60, ",": 50, "of": 28, "and": 26, "to": 25, "a": 22, "in": 21, "-": 10, "for": 9, "on": 9, "is": 9,
    "that": 9, "from": 6, "at": 6, "by": 6, "with": 6, "as": 6, "it": 6, "was": 6, "one": 5, "last": 5, "two": 4,
    "10": 10, "2020": 5, "day": 4, "year": 6, "years": 6, "house": 400,
}
"""The commonest words, and some that stand for many, by how often they are met in 1,000 words of news, about."""


_FEW = 12
"""The sequences after a token that are looked for with what stands before it, at most: others are, by themselves."""


class Compiler:
    """The phrases and rules of a grammar, parsed.

    family: the rules and the phrases of all grammars, this one among them, that are to have the same alphabet.

    Raises ValueError, naming the rule, if a pattern can't be read or names a tag that nothing carries.
    """

    def __init__(
        self,
        name: str,
        rules: Mapping[str, str],
        phrases: Mapping[str, str],
        triggers: Collection[str],
        captures: Collection[str] | None,
        lexicons: Iterable[str],
        lookup: Lookup | None,
        lookup_tags: Callable[[], Iterable[TagSet]],
        marks: Collection[str],
        family: Sequence[tuple[Mapping[str, str], Mapping[str, str]]] = (),
    ) -> None:
        self._name = name
        self._phrases = phrases
        self._known = known_tags(lexicons, lookup_tags(), marks)
        self._rules = {id: self._read(f"rule {id}", text) for id, text in rules.items()}
        parsed = self._parsed = {phrase: self._read(f"phrase <{phrase}>", text) for phrase, text in phrases.items()}
        self._trigger = "|".join(sorted(triggers))
        self._check_triggers(triggers)
        spelled: Counter[str] = Counter()
        for its_rules, its_phrases in family or [(rules, phrases)]:
            spelled.update(_expressions(its_rules, its_phrases))
        if triggers:
            spelled[self._trigger] += 1
        tags = {tag for text in spelled for option in terms(text) for _, tag in option}
        words = {tag[1:] for tag in tags if tag.startswith("=")}
        self._vocabulary = Vocabulary.read(lexicons, tags, words, lookup)
        self._alphabet = Alphabet(self._vocabulary.sets(lookup_tags(), marks), spelled)
        accepted = self._alphabet.accepted.__getitem__
        self._speller = notation.Speller(parsed, accepted, captures, self._often())
        self._ahead = notation.Speller(notation.Turned(parsed), accepted, captures)
        self._back = notation.Speller(notation.Turned(parsed, backwards=True), accepted, captures)

    def _read(self, what: str, text: str) -> notation.Choice:
        try:
            choice = notation.parse(text, self._phrases)
            refuse_unknown(choice, self._known, self._phrases)
        except ValueError as error:
            raise ValueError(f"{what} of {self._name}: {error}") from error
        return choice

    def _check_triggers(self, triggers: Collection[str]) -> None:
        try:
            for trigger in triggers:
                refuse_unknown_in(trigger, self._known, self._phrases)
        except ValueError as error:
            raise ValueError(f"triggers of {self._name}: {error}") from error

    def _often(self) -> dict[str, int]:
        """The frequency of each character, estimated from the commonest words."""
        vocabulary, alphabet, often = self._vocabulary, self._alphabet, dict[str, int]()
        for word, count in _COMMON.items():
            tags = vocabulary.known.get(word, frozenset()) | (shape(f"{word} ") & vocabulary.named)
            character = alphabet.character.get(alphabet.mask(tags & alphabet.bits.keys()), "")
            often[character] = often.get(character, 0) + count
        return often

    def rule(self, id: str) -> bytes:
        """A rule over characters, as a compiled pattern."""
        try:
            return frozen.freeze(self._speller.source(self._rules[id]))
        except (ValueError, regex.error) as error:
            raise ValueError(f"rule {id} of {self._name}: {error}") from error

    def beginning(self) -> bytes:
        """The tokens that a match of any rule can begin with, as a pattern of `re`."""
        begins = [self._speller.begins(choice) for choice in self._rules.values()]
        every = frozenset().union(*(each for each in begins if each is not None))
        return expressions.freeze("." if None in begins else self._speller.characters(every))

    def first(self) -> bytes:
        """All rules as one pattern, in which the first that fits wins: an empty group at the end of each names it."""
        begins = [self._speller.begins(choice) for choice in self._rules.values()]
        guard = frozenset().union(*(each for each in begins if each is not None))
        lead = "" if None in begins else f"(?={self._speller.characters(guard)})"
        rules = "|".join(
            f"(?:{self._speller.source(choice).replace('(?P<', f'(?P<rule{number}_')})(?P<rule{number}>)"
            for number, choice in enumerate(self._rules.values())
        )
        return frozen.freeze(f"{lead}(?:{rules})")

    def deciding(self, backwards: bool) -> tuple[bytes, list[tuple[int, bytes | None]]]:
        """The alternatives of all rules as one pattern of `re`, each with an empty group at its end, `option0`.

        Each alternative comes with its rule's number, and a pattern for what precedes its token if that is searched for
        by itself. backwards: for a text that is read from its end. See `factx.engine.deciding`.
        """
        options: list[tuple[int, bytes | None]] = []
        sources: list[str] = []
        begins: list[frozenset[str] | None] = []
        for number, (id, choice) in enumerate(self._rules.items()):
            for items in choice:
                try:
                    source, behind = self._backwards(items) if backwards else (self._forwards((items,)), None)
                except ValueError as error:
                    raise ValueError(f"rule {id} of {self._name}: {error}") from error
                token = ((notation.sides(items)[1],),) if backwards else (items,)
                begins.append(self._speller.begins(token))
                sources.append(f"{source}(?P<option{len(options)}>)")
                options.append((number, None if behind is None else expressions.freeze(behind)))
        lead = "" if None in begins else f"(?={self._speller.characters(frozenset().union(*begins))})"  # type: ignore[arg-type]
        numbers = itertools.count()
        every = re.sub(r"\(\?P<(?!option)", lambda _: f"(?P<capture{next(numbers)}_", "|".join(sources))
        return expressions.freeze(f"{lead}(?:{every})" if backwards else f"{lead}(?={every})."), options

    def alone(self, id: str) -> bytes:
        """A rule by itself, as a pattern of `re` that captures nothing."""
        return expressions.freeze(re.sub(r"\(\?P<\w+>", "(?:", self._forwards(self._rules[id])))

    def _forwards(self, choice: notation.Choice) -> str:
        return self._ahead.plain(notation.for_re(choice, self._parsed))

    def _backwards(self, items: notation.Sequence) -> tuple[str, str | None]:
        """A token with its context, for a text read from its end, and apart from it the context of unbounded length."""
        before, token, after = notation.sides(items)
        one = notation.Item(notation.Raw("."), "")
        apart: list[notation.Item] = []
        for look in after:
            assert isinstance(look.node, notation.Group)
            moved = look.node._replace(inside=tuple((one, *each) for each in look.node.inside))
            try:  # what is ahead of the token is looked at from before it, if it is not too much
                self._back.plain(
                    notation.for_re(((notation.Item(moved, ""),),), self._parsed, backwards=True, most=_FEW)
                )
                before.append(notation.Item(moved, ""))
            except ValueError:
                apart.append(look)
        read = notation.for_re(((*before, token),), self._parsed, backwards=True)
        return self._back.plain(read), self._forwards((tuple(apart),)) if apart else None

    def parsed(self, id: str) -> notation.Choice:
        """A rule's pattern, parsed."""
        return self._rules[id]

    def phrase(self, name: str) -> notation.Choice:
        """A phrase's pattern, parsed."""
        return self._parsed[name]

    def needed(self, id: str) -> list[frozenset[str]]:
        """Sets of characters, in a rule's order as far as it has one: every match holds one of each set."""
        return self._speller.needs(self._rules[id])

    def part(self, items: notation.Sequence) -> regex.Pattern[str]:
        """Some of a rule's items, as a pattern over characters."""
        return regex.compile(self._speller.source((items,)), regex.VERBOSE, cache_pattern=False)

    def begins(self) -> dict[str, str | None]:
        """The characters that each rule's matches begin with; None if any."""
        begins = {id: self._speller.begins(choice) for id, choice in self._rules.items()}
        return {id: None if first is None else "".join(first) for id, first in begins.items()}

    def needs(self) -> tuple[dict[str, int], list[int], dict[str, tuple[int, ...]]]:
        """The needs that each character meets, as bits; the needs of each rule; by character, the rules worth a look.

        A rule is worth a look for the characters of its need that fewest meet, one without a need always: under "".
        """
        numbers: dict[frozenset[str], int] = {}
        needed: list[int] = []
        opened: dict[str, list[int]] = {}
        for rule, choice in enumerate(self._rules.values()):
            needs = set(self._speller.needs(choice))
            needed.append(sum(1 << numbers.setdefault(need, len(numbers)) for need in needs))
            for character in self._speller.rarest(needs) if needs else ("",):
                opened.setdefault(character, []).append(rule)
        bits: dict[str, int] = {}
        for need, number in numbers.items():
            for character in need:
                bits[character] = bits.get(character, 0) | 1 << number
        return bits, needed, {character: tuple(rules) for character, rules in opened.items()}

    def trigger(self) -> bytes:
        """The class of the tokens that open a run, as a pattern of `re`, which finds one character sooner."""
        return expressions.freeze(self._speller.single(self._trigger), re.VERBOSE)

    def tagger(self) -> tuple[dict[str, int], dict[str, int], dict[int, str]]:
        """A Tagger's data: the tags' bits, the words' tags, the characters of tag sets."""
        known = {word: self._alphabet.mask(tags) for word, tags in self._vocabulary.known.items()}
        return self._alphabet.bits, known, self._alphabet.character


def _expressions(rules: Mapping[str, str], phrases: Mapping[str, str]) -> Iterator[str]:
    """The tag expressions of a grammar's phrases and rules, each as often as it will be spelled."""
    parsed = {name: notation.parse(text, phrases) for name, text in phrases.items()}
    for text in (*phrases.values(), *rules.values()):
        yield from notation.expressions(notation.parse(text, phrases), parsed)
