"""Rules that decide about single tokens: for each token, the first rule that fits.

Those that look one way, at what stands before their token or at what follows it, are run by `re`, in half the time that
`regex` takes. `re` can't look back at what is of any length: so those that look back run over the text from its end,
where that stands ahead; what such a rule asks of the tokens after its own, if it is of any length, is looked for by
itself.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from factx import expressions
from factx.engine.rules import Grammar, Match
from factx.records import NamedTuple, lazy
from factx.text.tokens import Tokens

if TYPE_CHECKING:
    import re

V = TypeVar("V")


class Option(NamedTuple):
    """One of the alternatives of a rule.

    rule: the rule's number; captures: by name, the numbers of the groups that capture under it.
    behind: what must stand after its token, where that is looked for by itself.
    """

    rule: int
    captures: dict[str, list[int]]
    behind: re.Pattern[str] | None


class Fit(Match):
    """A token that an option fits, and what is captured around it.

    size: the length of the text, where it was read from its end; behind: what was looked for by itself.
    """

    __slots__ = ("_behind", "_captures", "_size")

    def __init__(
        self, tokens: Tokens, place: int, hit: Any, option: Option, size: int | None, behind: re.Match[str] | None
    ) -> None:
        self.tokens = tokens
        self.start: int = place
        self.end: int = place + 1
        self._hit = hit
        self._captures = option.captures
        self._size = size
        self._behind = behind

    def span_of(self, name: str) -> tuple[int, int] | None:
        """The token range captured under `name`."""
        for number in self._captures.get(name, ()):
            start, end = self._hit.span(number)
            if end > start:
                return (start, end) if self._size is None else (self._size - end, self._size - start)
        if self._behind is not None and name in self._behind.re.groupindex:
            start, end = self._behind.span(name)
            return (start, end) if end > start else None
        return None

    def spans_of(self, name: str) -> list[tuple[int, int]]:
        """The token ranges captured under `name`: one at most."""
        where = self.span_of(name)
        return [where] if where else []


class Deciding(Grammar[V]):
    """A grammar whose rules decide on tokens, one at a time: each matches from its token on."""

    def deciding(
        self, tokens: Tokens, tagged: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[tuple[int, str, V]]:
        """The rule that decides at each place of a range: the first that fits there, as declared, with its id and
        values.

        What a rule matches may reach over the places of others.
        """
        for token in self._opening.finditer(tagged, start, end):
            place = token.start()
            hit = self.first.match(tagged, place)
            if hit is None:
                continue
            rule = self.rules[self.number(hit)]
            if (values := rule.read(Match(tokens, hit, 0, f"{hit.lastgroup}_"))) is not None:
                yield place, rule.id, values
            elif further := next(self.at(tokens, tagged, place), None):
                yield place, *further

    def work_out(self) -> None:
        """Ask for every pattern, so that the cache has them all."""
        super().work_out()
        _ = self._opening, self.first

    @lazy
    def _opening(self) -> re.Pattern[str]:
        """The tokens that a rule can match from: most are none, and `re` finds them sooner than `regex`."""
        return expressions.thaw(self._cache.get("beginning", lambda: self.compiler.beginning()))


class OneWay(Grammar[V]):
    """A grammar whose rules decide on tokens, and look one way.

    backwards: whether they look back. Then each alternative of a rule is one token, with looks at what stands before
        and after it.
    """

    def __init__(self, name: str, *, backwards: bool = False, **given: Any) -> None:
        super().__init__(name, **given)
        self.backwards = backwards
        self._alone: dict[str, re.Pattern[str]] = {}

    def deciding(self, tokens: Tokens, tagged: str) -> Iterator[tuple[int, str, V]]:
        """The rule that decides at each place: the first that fits there, as declared, with its id and values."""
        every, options = self._every
        rules, size = self.rules, len(tagged) if self.backwards else None
        for hit in every.finditer(tagged if size is None else tagged[::-1]):
            option, behind = options[hit.lastindex or 0], None
            place = hit.start() if size is None else size - hit.end()
            if option.behind is None or (behind := option.behind.match(tagged, place + 1)):
                rule = rules[option.rule]
                if (values := rule.read(Fit(tokens, place, hit, option, size, behind))) is not None:
                    yield place, rule.id, values
                    continue
            # It is none of this alternative: a later one may fit, which is seldom asked.
            if later := next(self._from(tokens, tagged, place, option.rule), None):
                yield place, *later

    def later(self, tokens: Tokens, tagged: str, place: int, rule: str) -> Iterator[tuple[str, V]]:
        """The rules declared after `rule` that fit at a place, with their values: for where it does not do."""
        return self._from(tokens, tagged, place, self._numbers[rule] + 1)

    def _from(self, tokens: Tokens, tagged: str, place: int, number: int) -> Iterator[tuple[str, V]]:
        for rule in self.rules[number:]:
            fit = self.matcher(rule).match(tagged, place)
            if fit is not None and (values := rule.read(Match(tokens, fit, 0))) is not None:
                yield rule.id, values

    @lazy
    def _numbers(self) -> dict[str, int]:
        return {rule.id: number for number, rule in enumerate(self.rules)}

    def places_of(self, rule: str, tagged: str) -> list[tuple[int, int]]:
        """The token ranges that a rule of those that do not look back matches: for functions that veto nothing."""
        pattern = self._alone.get(rule) or self._by_itself(rule)
        return [hit.span() for hit in pattern.finditer(tagged)]

    def work_out(self) -> None:
        """Ask for every pattern, so that the cache has them all."""
        super().work_out()
        _ = self._every
        for rule in self.rules if not self.backwards else ():
            self._by_itself(rule.id)

    def _by_itself(self, rule: str) -> re.Pattern[str]:
        source = self._cache.get(f"alone {rule}", lambda: self.compiler.alone(rule))
        pattern = self._alone[rule] = expressions.thaw(source)
        return pattern

    @lazy
    def _every(self) -> tuple[re.Pattern[str], list[Option]]:
        """The alternatives of all rules as one pattern, and each by the number of the empty group at its end."""
        source, options = self._cache.get("deciding", lambda: self.compiler.deciding(self.backwards))
        pattern = expressions.thaw(source)
        found = [Option(0, {}, None)] * (pattern.groups + 1)
        groups = sorted(pattern.groupindex.items(), key=lambda each: each[1])
        captures: dict[str, list[int]] = {}
        for name, number in groups:
            if name.startswith("option"):
                rule, behind = options[int(name.removeprefix("option"))]
                found[number] = Option(rule, captures, behind and expressions.thaw(behind))
                captures = {}
            else:
                captures.setdefault(name.partition("_")[2], []).append(number)
        return pattern, found
