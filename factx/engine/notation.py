"""Parses the notation of rules: the items of a pattern, its first characters, and what it can't match without."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from typing import TypeAlias

import regex

from factx.records import NamedTuple

Accepted: TypeAlias = Callable[[str], frozenset[str]]
"""From a tag expression to the characters that it stands for."""


class Atom(NamedTuple):
    """One token: a tag expression, and the name that it is captured under."""

    expression: str
    name: str | None


class Phrase(NamedTuple):
    """A pattern that the grammar names, captured under that name."""

    name: str


class Group(NamedTuple):
    """A part in brackets; `look` if it is a look-around, which matches no token."""

    opening: str
    inside: Choice
    look: bool


class Raw(NamedTuple):
    """A piece for `regex` alone to read: an anchor, a back reference."""

    text: str


class Item(NamedTuple):
    node: Atom | Phrase | Group | Raw
    quantifier: str

    @property
    def optional(self) -> bool:
        return self.quantifier.startswith(("?", "*", "{0", "{,"))


Sequence: TypeAlias = tuple[Item, ...]
Choice: TypeAlias = tuple[Sequence, ...]


@cache
def _piece() -> regex.Pattern[str]:
    """One piece of a pattern, compiled on use: most runs find the rules in the cache and read no pattern."""
    return regex.compile(_PIECE, regex.VERBOSE)


_PIECE = r"""\s*+(?:
        (?P<group>\((?:\?(?:P?<\w+>|[:>]))?(?!\?)) | (?P<look>\(\?<?[=!])
      | <(?P<expression>[^<>]+)> | '(?P<word>[^'\s]+)'
      | (?P<or>\|) | (?P<close>\)) | (?P<raw>\\.|[^\s?*+{('"])
    )\s*+(?P<quantifier>(?:[?*+]|\{[\d,]+\})[?+]?)?"""


def parse(pattern: str, phrases: Mapping[str, object]) -> Choice:
    """Parses a pattern. Raises ValueError, naming the place, if it can't be read."""
    choice, place = _choice(pattern, 0, phrases)
    if place < len(pattern):
        raise ValueError(f"a bracket too many at {place} of {pattern!r}")
    return choice


def _choice(pattern: str, place: int, phrases: Mapping[str, object]) -> tuple[Choice, int]:
    options: list[Sequence] = []
    items: list[Item] = []
    while place < len(pattern) and (piece := _piece().match(pattern, place)):
        place = piece.end()
        node: Atom | Phrase | Group | Raw
        if piece["close"]:
            return (*options, tuple(items)), piece.start("close")
        if piece["or"]:
            options.append(tuple(items))
            items = []
            continue
        if opening := piece["group"] or piece["look"]:
            inside, place = _choice(pattern, piece.end(piece.lastgroup or 0), phrases)
            node = Group(opening, inside, piece["look"] is not None)
            close = _piece().match(pattern, place)
            if close is None or not close["close"]:
                raise ValueError(f"a bracket that is never closed at {piece.start()} of {pattern!r}")
            place, piece = close.end(), close
        elif name := piece["expression"]:
            plain = name.replace("-", "_").isidentifier()
            node = Phrase(name) if name in phrases else Atom(name, name if plain and name != "any" else None)
        elif piece["word"]:
            node = Atom(f"'{piece['word']}'", None)
        else:
            node = Raw(piece["raw"])
        items.append(Item(node, piece["quantifier"] or ""))
    if pattern[place:].strip():
        raise ValueError(f"can't be read from {place} on: {pattern!r}")
    return (*options, tuple(items)), len(pattern)


def expressions(choice: Choice, phrases: Mapping[str, Choice]) -> Iterator[str]:
    """The tag expressions of its atoms and of its phrases' atoms, each as often as it will be spelled."""
    for items in choice:
        for item in items:
            if isinstance(item.node, Atom):
                yield item.node.expression
            elif isinstance(item.node, Phrase):
                yield from expressions(phrases.get(item.node.name, ()), phrases)
            elif isinstance(item.node, Group):
                yield from expressions(item.node.inside, phrases)


MOST = 200
"""The sequences that are looked back for one by one, at most."""


def fixed(choice: Choice, phrases: Mapping[str, Choice], most: int = MOST) -> list[Sequence]:
    """The sequences of atoms that a pattern stands for, each of one length: what can be looked back for.

    Raises ValueError where there is no end of them, or where they are more than `most`.
    """
    found: list[Sequence] = []
    for items in choice:
        options: list[Sequence] = [()]
        for item in items:
            each = _once(item.node, phrases, most)
            least, last = _times(item.quantifier)
            if len(options) * sum(len(each) ** count for count in range(least, last + 1)) > most:
                raise ValueError(f"more than {most} sequences to look back for: {written(items)}")
            repeated = [_joined(pick) for count in range(least, last + 1) for pick in product(each, repeat=count)]
            options = [(*before, *after) for before in options for after in repeated]
        found += options
    return list(dict.fromkeys(found))


def _once(node: Atom | Phrase | Group | Raw, phrases: Mapping[str, Choice], most: int) -> list[Sequence]:
    if isinstance(node, Phrase):
        return fixed(phrases[node.name], phrases, most)
    if isinstance(node, Group) and not node.look:
        inside = fixed(node.inside, phrases, most)
        captured = node.opening.startswith("(?P<")
        return [(Item(node._replace(inside=(items,)), ""),) for items in inside] if captured else inside
    return [(Item(node, ""),)]


def _joined(sequences: Iterable[Sequence]) -> Sequence:
    return tuple(item for sequence in sequences for item in sequence)


def _times(quantifier: str) -> tuple[int, int]:
    """The least and the greatest number of repetitions."""
    plain = quantifier[:-1] if len(quantifier) > 1 and quantifier[-1] in "?+" else quantifier
    if plain in ("", "?"):
        return (0, 1) if plain else (1, 1)
    least, _, most = plain.strip("{}").partition(",")
    if not plain.startswith("{") or "," in plain and not most:
        raise ValueError(f"no end of what {quantifier!r} stands for")
    return int(least or 0), int(most or least)


def for_re(
    choice: Choice, phrases: Mapping[str, Choice], *, backwards: bool = False, most: int = MOST
) -> Choice:
    """The pattern as `re` can read it, whose looks back are of one length each.

    backwards: for a text that is read from its end, so that looks ahead are looks back.
    Raises ValueError where there is no end of what a look back stands for, or where it is more than `most` sequences.
    """

    def read(items: Sequence) -> Sequence:
        return tuple(Item(node(item.node), item.quantifier) for item in (reversed(items) if backwards else items))

    def node(own: Atom | Phrase | Group | Raw) -> Atom | Phrase | Group | Raw:
        if isinstance(own, Raw):
            return Raw({"^": "$", "$": "^"}.get(own.text, own.text)) if backwards else own
        if not isinstance(own, Group):
            return own
        if not own.look:
            return own._replace(inside=tuple(map(read, own.inside)))
        sign = own.opening[-1]
        if ("<" in own.opening) == backwards:
            return Group(f"(?{sign}", tuple(map(read, own.inside)), True)
        each = [Item(Group(f"(?<{sign}", (read(items),), True), "") for items in fixed(own.inside, phrases, most)]
        return Group("(?:", (tuple(each),) if sign == "!" else tuple((item,) for item in each), False)

    return tuple(map(read, choice))


class Turned(dict[str, Choice]):
    """Phrases as `re` can read them, each made on use: see `for_re`."""

    def __init__(self, phrases: Mapping[str, Choice], *, backwards: bool = False) -> None:
        super().__init__()
        self._phrases = phrases
        self._backwards = backwards

    def __missing__(self, name: str) -> Choice:
        found = self[name] = for_re(self._phrases[name], self._phrases, backwards=self._backwards)
        return found


def sides(items: Sequence) -> tuple[list[Item], Item, list[Item]]:
    """The looks at what stands before a token, the token, and the looks at what stands after it.

    Raises ValueError where the items are something else.
    """
    looks = [isinstance(item.node, Group) and item.node.look for item in items]
    if looks.count(False) != 1 or items[place := looks.index(False)].quantifier:
        raise ValueError(f"not one token with looks around it: {written(items)}")
    return [*items[:place]], items[place], [*items[place + 1 :]]


def written(items: Sequence) -> str:
    """Items in the notation again, on one line."""
    return " ".join(_written(item.node) + item.quantifier for item in items)


def _written(node: Atom | Phrase | Group | Raw) -> str:
    match node:
        case Atom(expression):
            return expression if expression.startswith("'") and "|" not in expression else f"<{expression}>"
        case Phrase(name):
            return f"<{name}>"
        case Group(opening, inside):
            return f"{opening} {' | '.join(map(written, inside))} )"
        case Raw(text):
            return text


class Speller:
    """Spells patterns for `regex`, given the characters of each tag expression and the pattern of each phrase.

    captures: the names under which atoms and phrases are captured; all if None.
    often: how often characters are met, for those that are met often: what a match needs is best seldom met.
    """

    def __init__(
        self,
        phrases: Mapping[str, Choice],
        accepted: Accepted,
        captures: Collection[str] | None = None,
        often: Mapping[str, int] | None = None,
    ) -> None:
        self._phrases = phrases
        self._accepted = accepted
        self._captures = captures
        self._often = often or {}
        self._known: dict[Atom | Phrase, str] = {}

    def source(self, choice: Choice) -> str:
        """The pattern over characters, after a look-ahead at its first token: most places fail there."""
        first, empty = self._begins(choice)
        spelled = self._spelled(choice)
        leading = choice[0][0] if len(choice) == 1 and choice[0] else None
        if empty or first is None or leading and isinstance(leading.node, Atom) and not leading.optional:
            return spelled  # an atom is its own guard, and `regex` can search for it
        return f"(?={_class(first)})(?:{spelled})"

    def plain(self, choice: Choice) -> str:
        """The pattern over characters."""
        return self._spelled(choice)

    def single(self, expression: str) -> str:
        """One token that a tag expression accepts."""
        return _class(self._accepted(expression))

    def characters(self, characters: frozenset[str]) -> str:
        """One token that has one of the characters."""
        return _class(characters)

    def needs(self, choice: Choice) -> list[frozenset[str]]:
        """Sets of characters: every match holds at least one character of each set."""
        options = [self._needs_of(items) for items in choice]
        if len(options) == 1:
            return options[0]
        if not all(options):
            return []
        each = {need for needs in options for need in needs}
        shared = [need for need in each if all(any(its <= need for its in needs) for needs in options)]
        return [frozenset().union(*map(self.rarest, options)), *shared]

    def rarest(self, needs: Iterable[frozenset[str]]) -> frozenset[str]:
        """The need that the fewest words meet."""
        return min(needs, key=lambda need: sum(self._often.get(character, 1) for character in need))

    def begins(self, choice: Choice) -> frozenset[str] | None:
        """The characters that a match can begin with; None if any."""
        first, empty = self._begins(choice)
        return None if empty else first

    def ends(self, choice: Choice) -> frozenset[str] | None:
        """The characters that a match can end with; None if any."""
        last, empty = self._begins(choice, backwards=True)
        return None if empty else last

    def _needs_of(self, items: Sequence) -> list[frozenset[str]]:
        found: list[frozenset[str]] = []
        for item in items:
            node = item.node
            if item.optional or isinstance(node, Raw):
                continue
            if isinstance(node, Atom):
                found.append(self._accepted(node.expression))
            elif isinstance(node, Phrase):
                found += self.needs(self._phrases[node.name])
            elif not node.opening.endswith("!"):
                found += self.needs(node.inside)
        return found

    def _spelled(self, choice: Choice) -> str:
        return "|".join("".join(self._node(item.node) + item.quantifier for item in items) for items in choice)

    def _node(self, node: Atom | Phrase | Group | Raw) -> str:
        if isinstance(node, Raw):
            return node.text
        if isinstance(node, Group):
            return f"{node.opening}{self._spelled(node.inside)})"
        known = self._known.get(node)
        if known is None:
            if isinstance(node, Phrase):
                known = f"({self._captured(node.name) or '?:'}{self._spelled(self._phrases[node.name])})"
            elif not (characters := self._accepted(node.expression)):
                raise ValueError(f"no token can carry <{node.expression}>")
            else:
                known = _class(characters)
                if node.name and (capture := self._captured(node.name)):
                    known = f"({capture}{known})"
            self._known[node] = known
        return known

    def _captured(self, name: str) -> str:
        """The opening of a group of that name; empty if its captures are not read."""
        return f"?P<{name.replace('-', '_')}>" if self._captures is None or name in self._captures else ""

    def _begins(self, choice: Choice, *, backwards: bool = False) -> tuple[frozenset[str] | None, bool]:
        """The characters that a match can begin with (None if any), and whether it can be empty.

        backwards: those that it can end with.
        """
        first: frozenset[str] | None = frozenset()
        empty = False
        for items in choice:
            for item in reversed(items) if backwards else items:
                begins, passed = self._begins_with(item.node, backwards)
                first = None if first is None or begins is None else first | begins
                if not (passed or item.optional):
                    break
            else:
                empty = True
        return first, empty

    def _begins_with(
        self, node: Atom | Phrase | Group | Raw, backwards: bool
    ) -> tuple[frozenset[str] | None, bool]:
        if isinstance(node, Atom):
            return self._accepted(node.expression), False
        if isinstance(node, Phrase):
            return self._begins(self._phrases[node.name], backwards=backwards)
        if isinstance(node, Group):
            return (frozenset(), True) if node.look else self._begins(node.inside, backwards=backwards)
        return None, True


def _class(characters: frozenset[str]) -> str:
    """A character class of as few ranges as can be; what fits nothing where there are no characters."""
    if not characters:
        return "(?!)"
    ranges: list[list[int]] = []
    for code in sorted(map(ord, characters)):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    inside = "".join(
        _escaped(a) if a == b else f"{_escaped(a)}-{_escaped(b)}" if b > a + 1 else _escaped(a) + _escaped(b)
        for a, b in ranges
    )
    return f"[{inside}]" if len(characters) > 1 or inside in _SPECIAL else inside


_SPECIAL = frozenset("-]\\^[#.*+?(){}|$&~")


def _escaped(code: int) -> str:
    """A character as it is written within a class."""
    return f"\\{chr(code)}" if chr(code) in "-]\\^[&~|" else chr(code)
