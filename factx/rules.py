"""Rules: regular expressions over tags, each with its examples, and the grammars that run them.

A pattern is `regex` syntax with blanks free, over atoms that stand for one token each:

    <month>             a token that carries the tag, or a phrase that the grammar names; captured under that name
    <capital&!month>    tags joined by | (or), & (and) and ! (not); & binds tighter; not captured
    'of'                that word, in any case; inside <> too: <month|'the'>
    <any>               any token

No atom matches a sentence's end unless it names `end`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

import regex

from factx.compiled import Store
from factx.tags import OTHER, Lookup, Tagger, TagSet, quoted
from factx.tokens import Tokens

V = TypeVar("V")

_ATOM = regex.compile(r"(?<!\(\?P?)<(?P<expression>[^<>=!][^<>]*|![^<>]+)>|'(?P<word>[^'\s]+)'")
_TERM = regex.compile(r"\s*(?P<not>!?)\s*(?:'(?P<word>[^'\s]+)'|(?P<tag>[\w-]+))\s*")
_NAME = regex.compile(r"[\w-]+")
_PIECE = regex.compile(r"\s*(?:(?P<atom>" + _ATOM.pattern.replace("?P<expression>", "?:").replace("?P<word>", "?:")
                       + r")|(?P<look>\(\?<?[=!])|(?P<group>\((?:\?(?:[:>]|P?<\w+>))?)|(?P<other>[^\s)|]))")
_QUANTIFIER = regex.compile(r"\s*(?:(?P<optional>[?*]|\{0?,\d*\}|\{0\})|\+|\{[^}]*\})[?+]?")
_STEP = regex.compile(r"\\.|\[(?:\\.|[^\]])*\]|\(\?[^:)(]*[:=!>]?|[()|]|[?*+]|\{[^}]*\}")

_PARTED = "\x00"
"""Stands between the runs of tokens that rules see; no atom matches it."""


class Found(NamedTuple, Generic[V]):
    """What a rule found: the tokens `start` to `end` (exclusive) and what they mean."""

    rule: str
    start: int
    end: int
    values: V
    notes: tuple[str, ...] = ()


class Match:
    """Tokens that a rule's pattern fits. Names are those of atoms and groups, with `-` or `_` alike."""

    __slots__ = ("_hit", "_shift", "end", "start", "tokens")

    def __init__(self, tokens: Tokens, hit: regex.Match[str], shift: int) -> None:
        self.tokens = tokens
        self._hit = hit
        self._shift = shift
        self.start: int = hit.start() + shift
        self.end: int = hit.end() + shift

    @property
    def text(self) -> str:
        """The text matched, from its first token to its last."""
        return self.tokens.text(self.start, self.end)

    def __contains__(self, name: str) -> bool:
        return self.span_of(name) is not None

    def __getitem__(self, name: str) -> str | None:
        """The text of the last tokens captured under `name`; None where there are none, or no such name."""
        where = self.span_of(name)
        return self.tokens.text(*where) if where else None

    def span_of(self, name: str) -> tuple[int, int] | None:
        """The token range of the last capture under `name`."""
        try:
            start, end = self._hit.span(name.replace("-", "_"))
        except (IndexError, regex.error):
            return None
        return (start + self._shift, end + self._shift) if end > start else None

    def spans_of(self, name: str) -> list[tuple[int, int]]:
        """The token ranges captured under `name`, in order."""
        try:
            spans = self._hit.spans(name.replace("-", "_"))
        except (IndexError, regex.error):
            return []
        return [(start + self._shift, end + self._shift) for start, end in spans if end > start]

    def all(self, name: str) -> list[str]:
        """The texts captured under `name`, in order."""
        return [self.tokens.text(*where) for where in self.spans_of(name)]


@dataclass(frozen=True, slots=True)
class Rule(Generic[V]):
    """A pattern over tags, the function that reads what it fits, and sentences that show both.

    The function returns None where the pattern fits and the rule does not hold. Its name is the rule's id, its
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

    triggers: tags; where given, rules see only the runs of tokens that carry a tag the grammar names, around a
        token with one of these. A run is what most rules for local expressions want, and a sixth of the text.
    overlap: "longest" keeps disjoint facts (the longest, then the leftmost, then the first declared); "keep" all.
    lookup, lookup_tags: a large list, and every tag set that it can give.
    """

    def __init__(
        self,
        name: str,
        *,
        lexicons: Iterable[str] = (),
        triggers: Collection[str] = (),
        overlap: str = "longest",
        lookup: Lookup | None = None,
        lookup_tags: Iterable[TagSet] = (),
    ) -> None:
        self.name = name
        self.lexicons = tuple(lexicons)
        self.triggers = frozenset(triggers)
        self.overlap = overlap
        self.lookup = lookup
        self.lookup_tags = tuple(lookup_tags)
        self.rules: list[Rule[V]] = []
        self.phrases: dict[str, str] = {}
        self._spellings: dict[str, str] = {}
        self._compiled: dict[str, tuple[regex.Pattern[str], tuple[frozenset[str], ...]]] = {}

    def let(self, name: str, pattern: str) -> None:
        """Name a phrase; `<name>` stands for it in the patterns of rules and of later phrases."""
        self.phrases[name] = pattern

    def rule(
        self, pattern: str, *, examples: Mapping[str, str], rejects: Sequence[str] = ()
    ) -> Callable[[Callable[[Match], V | None]], Callable[[Match], V | None]]:
        """Declare the decorated function's rule."""

        def declare(read: Callable[[Match], V | None]) -> Callable[[Match], V | None]:
            self.rules.append(Rule(read.__name__.replace("_", "-").strip("-"), pattern, read, examples, tuple(rejects)))
            return read

        return declare

    def find(self, tokens: Tokens) -> list[Found[V]]:
        """What the rules find in `tokens`, in the text's order."""
        tagged, runs = self._runs(self.tagger.tag(tokens))
        present = frozenset(tagged)
        found: list[Found[V]] = []
        for rule in self.rules:
            compiled, needs = self._compile(rule)
            if any(present.isdisjoint(characters) for characters in needs):
                continue
            for hit in compiled.finditer(tagged):
                if hit.end() == hit.start():
                    continue
                match = Match(tokens, hit, runs.shift(hit.start()))
                values = rule.read(match)
                if values is not None:
                    found.append(Found(rule.id, match.start, match.end, values))
        if self.overlap == "longest":
            found = longest(found, len(tokens))
        return sorted(found, key=lambda fact: (fact.start, -fact.end))

    @cached_property
    def tagger(self) -> Tagger:
        named: set[str] = set(self.triggers)
        words: set[str] = set()
        for pattern in (*self.phrases.values(), *(rule.pattern for rule in self.rules)):
            for atom in _ATOM.finditer(pattern):
                if atom["word"]:
                    words.add(atom["word"].lower())
                    continue
                for term in _TERM.finditer(atom["expression"]):
                    if term["word"]:
                        words.add(term["word"].lower())
                    else:
                        named.add(term["tag"])
        named -= {"any", *self.phrases}
        named |= {quoted(word) for word in words}
        return Tagger(self.lexicons, named, words, self.lookup, self.lookup_tags)

    def _runs(self, tagged: str) -> tuple[str, _Runs]:
        """The tag string that the rules see, and how far each place of it is from the tokens'."""
        if not self.triggers:
            return tagged, _Runs([0], [0])
        pieces: list[str] = []
        places = [0]
        shifts = [0]
        length = done = 0
        for hit in self._trigger.finditer(tagged):
            at = hit.start()
            if at < done:
                continue
            start = tagged.rfind(OTHER, done, at) + 1 or done
            end = tagged.find(OTHER, at)
            done = len(tagged) if end < 0 else end
            pieces.append(tagged[start:done])
            places.append(length)
            shifts.append(start - length)
            length += done - start + 1
        return _PARTED.join(pieces), _Runs(places, shifts)

    @cached_property
    def _trigger(self) -> regex.Pattern[str]:
        carriers = self.tagger.carriers
        return self.store.compile(f"[{_ranges(frozenset().union(*(carriers[tag] for tag in self.triggers)))}]")

    @cached_property
    def store(self) -> Store:
        """Where this grammar's compiled patterns are kept between runs."""
        return Store(self.name)

    def _compile(self, rule: Rule[V]) -> tuple[regex.Pattern[str], tuple[frozenset[str], ...]]:
        """The rule's pattern over characters, on first use, and the sets of which a text must hold one each."""
        try:
            return self._compiled[rule.id]
        except KeyError:
            pass
        try:
            compiled = self.store.compile(self._guarded(rule.pattern))
        except (ValueError, regex.error) as error:
            raise ValueError(f"rule {rule.id} of {self.name}: {error}") from error
        self._compiled[rule.id] = compiled, tuple(self._needs(rule.pattern))
        return self._compiled[rule.id]

    def _source(self, pattern: str) -> str:
        """The pattern with its phrases and atoms spelled out as groups and character classes."""
        return _ATOM.sub(self._spelled, pattern)

    def _spelled(self, atom: regex.Match[str]) -> str:
        if (known := self._spellings.get(atom[0])) is not None:
            return known
        name = atom["expression"]
        if name in self.phrases:
            inside = self._source(self.phrases[name])
        elif characters := self._characters(atom):
            inside = f"[{_ranges(characters)}]"
        else:
            raise ValueError(f"no token can carry {atom[0]}")
        if name is not None and name != "any" and _NAME.fullmatch(name):
            inside = f"(?P<{name.replace('-', '_')}>{inside})"
        self._spellings[atom[0]] = inside
        return inside

    def _characters(self, atom: regex.Match[str]) -> frozenset[str]:
        """The characters of the tag sets that an atom stands for."""
        expression = atom["expression"] or f"'{atom['word']}'"
        carriers = self.tagger.carriers
        within = frozenset(self.tagger.character.values())
        if "end" not in expression and "paragraph" not in expression:
            within -= carriers["end"]
        found: frozenset[str] = frozenset()
        for option in expression.split("|"):
            option_characters = within
            for text in option.split("&"):
                term = _TERM.fullmatch(text)
                if term is None:
                    raise ValueError(f"not a tag expression: {atom[0]}")
                if term["tag"] != "any":
                    carrying = carriers[quoted(term["word"].lower()) if term["word"] else term["tag"]]
                    option_characters = option_characters - carrying if term["not"] else option_characters & carrying
            found |= option_characters
        return found

    def _guarded(self, pattern: str) -> str:
        """The pattern's source, behind a look at its first token where it begins with options: most fail there."""
        atom = _ATOM.match(pattern)
        if atom and "|" not in pattern and not _QUANTIFIER.match(pattern, atom.end()):
            return self._source(pattern)  # an atom is its own guard, and `regex` can search for it
        first, optional, _ = self._opening(pattern, 0)
        source = self._source(pattern)
        return source if optional or first is None else f"(?=[{_ranges(first)}])(?:{source})"

    def _opening(self, pattern: str, place: int) -> tuple[frozenset[str] | None, bool, int]:
        """What the choices from `place` on begin with (None: anything), whether they can be empty, where they end."""
        first: frozenset[str] | None = frozenset()
        optional = False
        sequence_optional = True
        while place < len(pattern) and pattern[place] != ")":
            if pattern[place] == "|":
                optional, sequence_optional, place = optional or sequence_optional, True, place + 1
                continue
            piece = _PIECE.match(pattern, place)
            if piece is None:
                place += 1
                continue
            begins: frozenset[str] | None = None
            empty = False
            place = piece.end()
            if piece["atom"]:
                phrase = piece["atom"].strip("<>")
                if phrase in self.phrases:
                    begins, empty, _ = self._opening(self.phrases[phrase], 0)
                elif atom := _ATOM.match(piece["atom"]):
                    begins = self._characters(atom)
            elif piece["group"] or piece["look"]:
                begins, empty, place = self._opening(pattern, place)
                place += 1
                if piece["look"]:
                    begins, empty = frozenset(), True
            if quantifier := _QUANTIFIER.match(pattern, place):
                empty = empty or quantifier["optional"] is not None
                place = quantifier.end()
            if sequence_optional:
                first = None if first is None or begins is None else first | begins
            sequence_optional = sequence_optional and empty
        return first, optional or sequence_optional, place

    def _needs(self, pattern: str) -> Iterator[frozenset[str]]:
        """The character sets of the atoms that every match holds: those outside groups, choices and quantifiers."""
        depth = place = 0
        atoms: list[regex.Match[str]] = []
        while place < len(pattern):
            atom = _ATOM.match(pattern, place)
            step = atom or _STEP.match(pattern, place)
            if step is None:
                place += 1
                continue
            place = step.end()
            if atom:
                rest = pattern[place:].lstrip()
                if depth == 0 and not (rest[:1] in ("?", "*") or rest.startswith(("{0", "{,"))):
                    atoms.append(atom)
            elif step[0].startswith("("):
                depth += 1
            elif step[0] == ")":
                depth -= 1
            elif step[0] == "|" and depth == 0:
                return
        for atom in atoms:
            if atom["expression"] in self.phrases:
                yield from self._needs(self.phrases[atom["expression"]])
            else:
                yield self._characters(atom)


class _Runs(NamedTuple):
    """Where each run begins in the string that rules see, ascending, and how far it stands from the tokens."""

    places: list[int]
    shifts: list[int]

    def shift(self, place: int) -> int:
        return self.shifts[bisect_right(self.places, place) - 1]


def longest(found: Iterable[Found[V]], size: int) -> list[Found[V]]:
    """Of overlapping finds among `size` tokens the longest, then the leftmost, then the first; in that order."""
    taken = bytearray(size)
    kept: list[Found[V]] = []
    for fact in sorted(found, key=lambda fact: (fact.start - fact.end, fact.start)):
        if taken.find(1, fact.start, fact.end) < 0:
            taken[fact.start:fact.end] = b"\1" * (fact.end - fact.start)
            kept.append(fact)
    return kept


def _ranges(characters: Iterable[str]) -> str:
    """Characters as the inside of a character class."""
    ranges: list[list[int]] = []
    for code in sorted(map(ord, characters)):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" if b > a + 1 else chr(a) + chr(b) for a, b in ranges)
