"""Rules: regular expressions over tags, each with its examples, and the grammars that run them.

A pattern is `regex` syntax with blanks free, over atoms that stand for one token each:

    <month>             a token that carries the tag, or a phrase that the grammar names; captured under that name
    <capital&!month>    tags joined by | (or), & (and) and ! (not); & binds tighter; not captured
    'of'                that word, in any case; inside <> too: <month|'the'>
    <any>               any token

No atom matches a sentence's end unless it names `end`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from factx import expressions, lexicon
from factx.cache import Cache
from factx.engine import frozen
from factx.engine.alphabet import OTHER, Tagger
from factx.engine.tags import Lookup, TagSet
from factx.records import NamedTuple
from factx.text.tokens import Tokens

if TYPE_CHECKING:
    import re

    import regex

    from factx.engine.compiler import Compiler
    from factx.engine.family import Family

V = TypeVar("V")

_COMPILING = ("tags", "known_tags", "alphabet", "notation", "compiler")
"""The modules that compile patterns: what they made is cached until one of them changes."""
_SHORT = 24
"""The longest runs, in tokens, whose matches are remembered."""
_LIMIT = 8_000
"""How many runs are remembered: a corpus has no end of them."""


class Finding(NamedTuple, Generic[V]):
    """A rule's finding: the tokens `start` to `end` (exclusive) and their values."""

    rule: str
    start: int
    end: int
    values: V
    notes: tuple[str, ...] = ()


class _Groups(dict[str, int]):
    """The numbers of a pattern's groups by their names; 0 for a name that it has not, for which asking costs more."""

    def __init__(self, pattern: regex.Pattern[str]) -> None:
        super().__init__({"": 0, **pattern.groupindex})  # never empty, which would be taken for unknown

    def __missing__(self, name: str) -> int:
        found = self[name] = self.get(name.replace("-", "_"), 0)
        return found


_groups: dict[regex.Pattern[str], _Groups] = {}


def _groups_of(pattern: regex.Pattern[str]) -> _Groups:
    found = _groups[pattern] = _Groups(pattern)
    return found


class Match:
    """Tokens that a rule's pattern fits. Names are those of atoms and groups, with `-` or `_` alike."""

    __slots__ = ("_hit", "_prefix", "_shift", "end", "start", "tokens")

    def __init__(self, tokens: Tokens, hit: regex.Match[str], shift: int, prefix: str = "") -> None:
        self.tokens = tokens
        self._hit = hit
        self._shift = shift
        self._prefix = prefix  # where several rules are one pattern, captures are named by the rule and the name
        start, end = hit.span()
        self.start: int = start + shift
        self.end: int = end + shift

    @property
    def text(self) -> str:
        """The text matched, from its first token to its last."""
        return self.tokens.text(self.start, self.end)

    def __contains__(self, name: str) -> bool:
        return self.span_of(name) is not None

    def __getitem__(self, name: str) -> str | None:
        """The text of the last tokens captured under `name`; None if there are none."""
        where = self.span_of(name)
        return self.tokens.text(*where) if where else None

    def span_of(self, name: str) -> tuple[int, int] | None:
        """The token range of the last capture under `name`."""
        hit = self._hit
        number = (_groups.get(hit.re) or _groups_of(hit.re))[self._prefix + name]
        if not number:
            return None
        start, end = hit.span(number)
        return (start + self._shift, end + self._shift) if end > start else None

    def spans_of(self, name: str) -> list[tuple[int, int]]:
        """The token ranges captured under `name`, in order."""
        hit, shift = self._hit, self._shift
        number = (_groups.get(hit.re) or _groups_of(hit.re))[self._prefix + name]
        return [(start + shift, end + shift) for start, end in hit.spans(number) if end > start] if number else []

    def all(self, name: str) -> list[str]:
        """The texts captured under `name`, in order."""
        return [self.tokens.text(*where) for where in self.spans_of(name)]


class Rule(NamedTuple, Generic[V]):
    """A pattern over tags, the function that reads its matches, and sentences that show both.

    The function returns None to veto a match. Its name is the rule's id, its
    docstring the description.
    """

    id: str
    pattern: str
    read: Callable[[Match], V | None]
    examples: Mapping[str, str]
    """Sentence to the value that this rule gives a fact in it."""
    rejects: Sequence[str]
    """Sentences in which this rule finds nothing."""

    @property
    def description(self) -> str:
        return (self.read.__doc__ or "").strip()


class Grammar(Generic[V]):
    """The rules of one kind, with their lexicons.

    triggers: tags and quoted words; if given, rules see only the runs of tokens that carry a tag the grammar
        names, around a token with one of these: what most rules for local expressions want, and a sixth of the text.
    captures: the atoms and phrases whose captures are read (all if None); each one left out makes matching cheaper.
    overlap: "longest" keeps disjoint facts (the longest, then the leftmost, then the first declared); "keep" all.
    lookup, lookup_tags: a large list, and a function that returns every tag set that it can give.
    marks: the tags of the tokens that `Tokens.collapse` makes (a person, a quotation), where rules name them.
    own: whether the rules are a user's.
    family: grammars over the same tokens, which share an alphabet.

    A tag that nothing carries is an error when the rules are compiled.
    """

    def __init__(
        self,
        name: str,
        *,
        lexicons: Iterable[str] = (),
        triggers: Collection[str] = (),
        captures: Collection[str] | None = None,
        overlap: str = "longest",
        lookup: Lookup | None = None,
        lookup_tags: Callable[[], Iterable[TagSet]] = tuple,
        marks: Collection[str] = (),
        own: bool = False,
        family: Family | None = None,
    ) -> None:
        self.name = name
        self.lexicons = tuple(lexicons)
        self.triggers = frozenset(triggers)
        self.captures = captures
        self.overlap = overlap
        self.lookup = lookup
        self.lookup_tags = lookup_tags
        self.marks = frozenset(marks)
        self.own = own
        self.family = family
        if family is not None:
            family.add(self)
        self.rules: list[Rule[V]] = []
        self.phrases: dict[str, str] = {}
        self._beginning: dict[str, list[tuple[Rule[V], regex.Pattern[str]]]] = {}
        """One or two characters to the rules that may match from there on."""
        self._matchers: dict[str, regex.Pattern[str]] = {}
        self._able: dict[int, list[tuple[Rule[V], regex.Pattern[str]]]] = {}
        self._fits: dict[str, list[tuple[Rule[V], regex.Match[str]]]] = {}

    def let(self, name: str, pattern: str) -> None:
        """Name a phrase; `<name>` stands for it in rules and later phrases. Raises ValueError if it has a pattern."""
        if name in self.phrases:
            raise ValueError(f"{self.name} has a phrase <{name}> already")
        self.phrases[name] = pattern

    def rule(
        self, pattern: str, *, examples: Mapping[str, str], rejects: Sequence[str] = ()
    ) -> Callable[[Callable[[Match], V | None]], Callable[[Match], V | None]]:
        """Declare the decorated function's rule."""

        def declare(read: Callable[[Match], V | None]) -> Callable[[Match], V | None]:
            self.rules.append(Rule(read.__name__.replace("_", "-").strip("-"), pattern, read, examples, tuple(rejects)))
            return read

        return declare

    def seen(self, tokens: Tokens) -> Tokens:
        """The tokens that the rules run over: those of the text, unless a grammar has a view of its own."""
        return tokens

    def find(self, tokens: Tokens) -> list[Finding[V]]:
        """The findings of the rules in `tokens`, in the text's order."""
        tagged = self.tagger.tag(tokens)
        found: list[Finding[V]] = []
        for start, end in self.runs(tagged):
            for rule, hit in self._fitting(tagged[start:end]):
                match = Match(tokens, hit, start)
                if (values := rule.read(match)) is not None:
                    found.append(Finding(rule.id, match.start, match.end, values))
        if self.overlap == "longest":
            found = longest(found, len(tokens))
        return sorted(found, key=lambda fact: (fact.start, -fact.end))

    def at(
        self, tokens: Tokens, tagged: str, place: int, only: Collection[str] | None = None
    ) -> Iterator[tuple[str, V]]:
        """The rules that match at the token `place`, in the order declared, each with its id and values.

        For a stage that knows where to look. `tagged` are the tokens as the tagger encodes them, `only` the ids of the
        rules wanted (all if None).
        """
        if self._looks_back:
            # What a place begins with tells little: one search tells the first rule that fits, mostly none.
            hit = self.first.match(tagged, place)
            if hit is None:
                return
            rules = [(rule, self.matcher(rule)) for rule in self.rules[self.number(hit) :]]
        else:
            pair = tagged[place:place + 2]
            rules = self._beginning.get(pair) or self._beginning_with(pair)
        for rule, fit in rules:
            if only is not None and rule.id not in only:
                continue
            hit = fit.match(tagged, place)
            if hit is not None and (values := rule.read(Match(tokens, hit, 0))) is not None:
                yield rule.id, values

    @cached_property
    def first(self) -> regex.Pattern[str]:
        """All rules as one pattern: an empty group at the end of each, `rule0`, tells which has fitted."""
        return frozen.thaw(self._cache.get("first", lambda: self.compiler.first()))

    def number(self, hit: regex.Match[str]) -> int:
        """The number of the rule that fits, of all as one pattern."""
        return int((hit.lastgroup or "").removeprefix("rule"))

    @cached_property
    def _looks_back(self) -> bool:
        """Whether most rules look at what stands before the place, so that what it begins with tells little."""
        return 2 * sum(map(_looks_back, self.rules)) > len(self.rules)

    def _beginning_with(self, characters: str) -> list[tuple[Rule[V], regex.Pattern[str]]]:
        """The rules that may match at one or two characters, whatever comes before and after them."""
        if len(characters) < 2:
            able = [(rule, self.matcher(rule)) for rule in self.rules
                    if (begins := self._begins[rule.id]) is None or characters in begins]
        else:
            first = self._beginning.get(characters[0]) or self._beginning_with(characters[0])
            # What comes before is not known: a rule that looks behind does so at its very beginning.
            able = [(rule, fit) for rule, fit in first
                    if _looks_back(rule) or fit.match(characters, partial=True) is not None]
        if len(self._beginning) >= _LIMIT:
            self._beginning.clear()
        self._beginning[characters] = able
        return able

    @cached_property
    def tagger(self) -> Tagger:
        """From tokens to characters."""
        return self.make_tagger() if self.family is None else self.family.tagger

    def make_tagger(self) -> Tagger:
        """A tagger for this grammar's alphabet."""
        bits, known, character = self._cache.get("tagger", lambda: self.compiler.tagger())
        return Tagger(bits, known, character, self.lookup)

    def runs(self, tagged: str) -> Iterator[tuple[int, int]]:
        """The token ranges that the rules see, one by one."""
        if not self.triggers:
            yield 0, len(tagged)
            return
        end = 0
        for hit in self._trigger.finditer(tagged):
            at = hit.start()
            if at < end:
                continue
            start = tagged.rfind(OTHER, end, at) + 1 or end
            end = tagged.find(OTHER, at)
            end = len(tagged) if end < 0 else end
            yield start, end

    def able(self, run: str) -> list[tuple[Rule[V], regex.Pattern[str]]]:
        """The rules, in the order declared, that the characters of a run allow to match in it."""
        bits, needed, opened = self._needs
        have = 0
        characters = set(run)
        for character in characters:
            have |= bits.get(character, 0)
        able = self._able.get(have)
        if able is None:
            if len(self._able) >= _LIMIT:
                self._able.clear()
            numbers = set(opened.get("", ())).union(*[opened.get(character, ()) for character in characters])
            able = self._able[have] = [
                (rule, self.matcher(rule))
                for rule, needs in [(self.rules[number], needed[number]) for number in sorted(numbers)]
                if needs & have == needs
            ]
        return able

    def _fitting(self, run: str) -> Iterable[tuple[Rule[V], regex.Match[str]]]:
        """The rules that match in a run, each with its matches. Short runs recur: their matches are remembered."""
        known = self._fits.get(run)
        if known is None:
            fits = ((rule, hit) for rule, fit in self.able(run) for hit in fit.finditer(run) if hit.end() > hit.start())
            if len(run) > _SHORT:
                return fits
            if len(self._fits) >= _LIMIT:
                self._fits.clear()
            known = self._fits[run] = list(fits)
        return known

    def work_out(self) -> None:
        """Ask for every pattern, so that the cache has them all."""
        for rule in self.rules:
            self.matcher(rule)

    def matcher(self, rule: Rule[V]) -> regex.Pattern[str]:
        """The rule's pattern over characters. Raises ValueError, naming the rule, if it can't be compiled."""
        known = self._matchers.get(rule.id)
        if known is None:
            data = self._cache.get(f"rule {rule.id}", lambda: self.compiler.rule(rule.id))
            known = self._matchers[rule.id] = frozen.thaw(data)
        return known

    @property
    def patterns(self) -> dict[str, str]:
        """The patterns of the rules, by their ids."""
        return {rule.id: rule.pattern for rule in self.rules}

    @property
    def notation(self) -> str:
        """All that its patterns are compiled from."""
        return "\n".join([
            *(f"{rule.id} {rule.pattern}" for rule in self.rules),
            *(f"{name} = {phrase}" for name, phrase in self.phrases.items()),
            *sorted(self.triggers),
            *(() if self.captures is None else ("captured:", *sorted(self.captures))),
            "marks:", *sorted(self.marks),
        ])

    @cached_property
    def _cache(self) -> Cache:
        notation = self.notation if self.family is None else f"{self.notation}\nfamily: {self.family.version}"
        folder = os.path.dirname(__file__)
        files = [os.path.join(folder, f"{module}.py") for module in _COMPILING]
        if self.lookup:
            files.append(sys.modules[self.lookup.__module__].__file__ or "")
        elif self.lookup_tags is not tuple:
            folder = os.path.dirname(sys.modules[self.lookup_tags.__module__].__file__ or "")
            files += sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".py"))
        return lexicon.kept(self.name, (notation, *frozen.VERSION, *expressions.VERSION), files, own=self.own)

    @cached_property
    def _begins(self) -> dict[str, str | None]:
        """The characters that each rule's matches begin with; None if any."""
        begins: dict[str, str | None] = self._cache.get("begins", lambda: self.compiler.begins())
        return begins

    @cached_property
    def _needs(self) -> tuple[dict[str, int], list[int], dict[str, tuple[int, ...]]]:
        """The needs that each character meets, as bits, the needs of each rule, and the rules worth a look for it."""
        needs: tuple[dict[str, int], list[int], dict[str, tuple[int, ...]]]
        needs = self._cache.get("needs", lambda: self.compiler.needs())
        return needs

    @cached_property
    def _trigger(self) -> re.Pattern[str]:
        return expressions.thaw(self._cache.get("trigger", lambda: self.compiler.trigger()))

    @cached_property
    def compiler(self) -> Compiler:
        """The rules parsed, for what the cache lacks: a run that finds all in the cache does not import it.

        Raises ValueError, naming the rule, if one can't be read or names a tag that nothing carries.
        """
        from factx.engine.compiler import Compiler

        return Compiler(
            self.name, self.patterns, self.phrases, self.triggers, self.captures, self.lexicons, self.lookup,
            self.lookup_tags, self.marks, () if self.family is None else self.family.patterns,
        )


def _looks_back(rule: Rule[Any]) -> bool:
    return rule.pattern.startswith("(?<")


def longest(found: Iterable[Finding[V]], size: int) -> list[Finding[V]]:
    """Of overlapping findings among `size` tokens, keeps the longest, then the leftmost, then the first."""
    taken = bytearray(size)
    kept: list[Finding[V]] = []
    for fact in sorted(found, key=lambda fact: (fact.start - fact.end, fact.start)):
        if taken.find(1, fact.start, fact.end) < 0:
            taken[fact.start:fact.end] = b"\1" * (fact.end - fact.start)
            kept.append(fact)
    return kept
