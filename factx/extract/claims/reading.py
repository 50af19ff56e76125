"""A text as the claim rules read it: people, quotations and asides are single tokens, and each has its kind."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, cached_property

from factx.engine.tags import TagSet, kinds
from factx.expressions import compiled
from factx.extract.claims import cues
from factx.model import Person, Span
from factx.syntax import Group, Syntax
from factx.syntax.items import Items
from factx.syntax.sentence import Clause
from factx.syntax.words import NAME
from factx.text import numbers
from factx.text.quotations import Quotation
from factx.text.tokens import Tokens

# What a token can be in a clause, one bit each; the commonest first, as small numbers are quicker.
(
    NOMINAL, DETERMINER, PREPOSITION, CAPITAL, COMMA, PRONOUN, SUBJECT, CONJUNCTION, SUBORDINATOR, RELATIVE, AUXILIARY,
    ADVERB, PAST, PRESENT, ING, CUE, END, STOP, COLON, BREAK, QUOTATION, PERSON, ASIDE, THAT, TIME, CLITIC, TO,
    TRIGGER, HEDGE, NOUNLIKE,
) = (1 << bit for bit in range(30))
# NOMINAL is a name, a noun or an adjective, for all that is known. SUBJECT: he, she, they ... PAST is a participle
# too in most verbs. PRESENT: a form that may be a noun (claims, report); NOUNLIKE: that mostly is. BREAK is a
# semicolon, a dash, an opening bracket. ASIDE: what stands in round brackets, or a dash's other half. TRIGGER
# may be a cue of any sort.

_TAGGED = (
    ("determiner", DETERMINER), ("pronoun", PRONOUN), ("subject-pronoun", PRONOUN | SUBJECT),
    ("object-pronoun", PRONOUN), ("preposition", PREPOSITION), ("conjunction", CONJUNCTION),
    ("subordinator", SUBORDINATOR), ("relative", RELATIVE), ("wh-word", SUBORDINATOR), ("be", AUXILIARY),
    ("have", AUXILIARY), ("do", AUXILIARY), ("modal", AUXILIARY), ("negation", ADVERB), ("adverb", ADVERB),
    ("past", PAST), ("participle", PAST), ("base", PRESENT), ("third", PRESENT), ("ing", ING), ("cue", CUE | TRIGGER),
    ("cue-noun", TRIGGER), ("weekday", TIME), ("month", TIME), ("time-noun", TIME), ("that", THAT),
    ("mostly-noun", NOUNLIKE), ("hedge", HEDGE),
)
_TELLING = ~(TIME | TRIGGER | HEDGE | NOUNLIKE)
"""What says what a word is in its clause: one of which nothing is known so is a noun or an adjective."""
_MARKS = {
    ",": COMMA, ":": COLON | TRIGGER, ";": BREAK, "(": BREAK, "[": BREAK, "–": BREAK, "—": BREAK, "―": BREAK,
    "--": BREAK, ".": STOP, "?": STOP, "!": STOP, "...": STOP, "…": STOP, "-": NOMINAL, "/": NOMINAL,
    "&": CONJUNCTION,
}
_WORDS = {"to": PREPOSITION | TO, "and": CONJUNCTION, "or": CONJUNCTION, "according": TRIGGER,
          "words": NOMINAL | TRIGGER, "per": PREPOSITION | TRIGGER}
_MAKING = TRIGGER | QUOTATION
_SURE = CUE | COLON | QUOTATION
"""The triggers that need nothing behind them."""
_BEHIND_NOUN = THAT | TO | PREPOSITION
"""What a noun that is a cue, and "according", have behind them."""
_PARTS = COMMA | COLON
_BEFORE_PER = COMMA | END | PREPOSITION | SUBORDINATOR | CONJUNCTION | ADVERB
_LAYERS = {
    "figure": NOMINAL, "quotation": QUOTATION, "term": QUOTATION | NOMINAL, "person": PERSON | NOMINAL | CAPITAL,
    "aside": ASIDE, "acronym": NOMINAL | CAPITAL,
}
_UNIT = compiled(r"%|\b(?:percent|per cent|pct)\b")
_TERM_WORDS = 6
"""A quotation of no more tokens, which no stop or comma ends, is a `term`: a part of the sentence around it."""
_SINGLES = frozenset({"'", "’"})
_ASIDE_WORDS = 12
_LABEL = compiled(r"^[\"“]?([^\W\d_][^\n:“\"]{0,50}:)(?=\s)", re.MULTILINE)
_IN_A_FIRM = compiled(r", (?=(?:Inc|Ltd|LLC|LLP|Corp|PLC|S\.A|N\.V)\b)")
"""The comma in the name of a company: Acme Metals Co., Ltd."""
_VERB_CLITICS = frozenset({"'ll", "'ve", "'d", "'re", "'m"})


_GROUPS: TagSet = frozenset({"noun-group", "verb-group"})
_ONE: dict[int, int] = {}
"""Each kind once: a few hundred numbers stay at hand where one a token would not."""


class _Kinds(dict[str, int]):
    """Token to its kind; a token seen before costs one look-up."""

    LIMIT = 50_000

    def __missing__(self, token: str) -> int:
        if len(self) >= self.LIMIT:
            self.clear()
        kind = _kind(token)
        self[token] = kind = _ONE.setdefault(kind, kind)
        return kind


def _kind(token: str) -> int:
    bare = token.strip()
    if not bare:
        return END
    if not bare[0].isalpha() and (mark := _mark(bare, bare == token)):
        return mark
    lower = bare.lower().replace("’", "'")
    if lower in _WORDS:
        return _WORDS[lower]
    kind = _tagged(cues.tags(bare))
    if lower[0] == "'":
        kind |= CLITIC | (AUXILIARY if lower in _VERB_CLITICS else NOMINAL)
    if not kind & _TELLING:
        kind |= NOMINAL
    if bare[0].isupper() or bare[0] == "@":
        kind |= CAPITAL
    return kind


def _mark(bare: str, glued: bool) -> int:
    """The kind of a mark; 0 where the token is none."""
    if bare in _MARKS:
        # A hyphen between blanks is a dash.
        return BREAK if bare == "-" and not glued else _MARKS[bare]
    if bare in ("'", "’"):
        return CLITIC | NOMINAL  # the judges' ruling
    return BREAK if bare[0] in "\"“”‘`«»„" or bare == "''" else 0


@cache
def _tagged(tags: TagSet) -> int:
    """What a word is by its tags."""
    kind = 0
    for tag, bit in _TAGGED:
        if tag in tags:
            kind |= bit
    return kind


class _Lowers(dict[str, str]):
    """Token to its bare form in small letters, with a plain apostrophe."""

    def __missing__(self, token: str) -> str:
        if len(self) >= _Kinds.LIMIT:
            self.clear()
        self[token] = lower = token.strip().lower().replace("’", "'")
        return lower


_KINDS = _Kinds()
_LOWERS = _Lowers()


class Groups:
    """The groups of a text, to look up by their tokens; each is made when it is first asked for."""

    def __init__(self, items: Items) -> None:
        self._items = items
        self._origin = items.origin
        self._known: dict[int, Group | None] = {}

    def _item(self, number: int) -> Group | None:
        """The group that an item is, if it is one."""
        if number not in self._known:
            one = not kinds.tags[self._items.kinds[number]].isdisjoint(_GROUPS)
            self._known[number] = self._items.group(number) if one else None
        return self._known[number]

    def around(self, place: int) -> Group | None:
        """The group that a token stands in."""
        return self._item(bisect_right(self._origin, place) - 1) if 0 <= place < self._origin[-1] else None

    def beginning(self, place: int) -> Group | None:
        """The group that begins at a token."""
        group = self.around(place)
        return group if group is not None and group.start == place else None

    def between(self, start: int, end: int) -> list[Group]:
        """The groups from the one around the token `start`, or the next one, to the last that begins before `end`."""
        first = max(bisect_right(self._origin, start) - 1, 0)
        last = min(bisect_left(self._origin, end), len(self._items))
        return [group for number in range(first, last) if (group := self._item(number)) is not None]

    def before(self, end: int) -> Group | None:
        """The group that ends in front of a token."""
        group = self.around(end - 1)
        return group if group is not None and group.end == end else None


class Reading:
    """The collapsed tokens of a text, with the kind of each one."""

    def __init__(self, tokens: Tokens, quotations: Iterable[Quotation], people: Sequence[Person]) -> None:
        self.uncollapsed = tokens
        self.people = people
        self.tokens = tokens.collapse(_layers(tokens, quotations, [person.span for person in people]))
        # One more than there are tokens, so that there is always a next one.
        self.words = [*self.tokens.words, ""]
        words = self.words.copy()
        for index in self.tokens.marked:
            words[index] = ""  # what was made one token comes but once: it is not worth remembering
        self.kinds = list(map(_KINDS.__getitem__, words))
        self.quotations: list[int] = []
        """The places of quotations."""
        for index, layer in self.tokens.marked.items():
            self.kinds[index] = kind = _LAYERS[layer]
            if kind & QUOTATION:
                self.quotations.append(index)
        self.origin = self.tokens.origin or list(range(len(self.tokens) + 1))
        """The index of each token's first one before people, quotations and asides were made single tokens."""

    def lower(self, index: int) -> str:
        """A token in small letters, with a plain apostrophe."""
        return _LOWERS[self.words[index]]

    def word_class(self, place: int) -> str:
        """The class of a token, by its name in `factx.syntax.words.CLASSES`; "" for a place outside the text."""
        return NAME.get(self.syntax.classes[place : place + 1], "")

    def is_quotation(self, place: int) -> bool:
        """Whether a token is a quotation, of speech or of a term."""
        return bool(self.kinds[place] & QUOTATION)

    def is_aside(self, place: int) -> bool:
        return self.tokens.marked.get(place) == "aside"

    @cached_property
    def triggers(self) -> list[int]:
        """The places where a statement may be made: most of their sentences make none, and all others none at all."""
        found: list[int] = []
        for place, kind in enumerate(self.kinds):
            if kind & _MAKING:
                behind = self.kinds[place + 1]
                if kind & _SURE or behind & _BEHIND_NOUN or behind & _PARTS and self.lower(place) == "words" \
                        or self.lower(place) == "per" and (place == 0 or self.kinds[place - 1] & _BEFORE_PER):
                    found.append(place)
        return found

    @cached_property
    def syntax(self) -> Syntax:
        """The groups and clauses of the sentences where statements may be made: all others are read as empty ones."""
        tokens = self.tokens
        words = [""] * len(tokens)
        end = 0
        for place in self.triggers:
            if place >= end:
                start, end = tokens.sentence_of(place)
                words[start:end] = tokens.words[start:end]
        marked = {place: layer for place, layer in tokens.marked.items() if words[place]}
        read = Tokens(tokens.source, words, marked, starts=tokens.starts, ends=tokens.ends)
        return Syntax(read, {place: "person" for place, layer in marked.items() if layer == "person"})

    def titled(self, place: int) -> int:
        """Where the title begins that stands before the name at a token; that token where there is none."""
        offset = self.tokens.starts[place]
        title = self._titles.get(offset)
        start = offset - len(title) - 1 if title else offset
        return self.tokens.at(start) if title and self.tokens.source.startswith(title, start) else place

    @cached_property
    def _titles(self) -> dict[int, str]:
        return {person.span.start: person.title for person in self.people if person.title}

    def clauses_in(self, start: int, end: int) -> Sequence[Clause]:
        """The clauses whose verbs begin between two tokens."""
        first = bisect_left(self._verbs, start)
        return self.syntax.clauses[first : bisect_left(self._verbs, end)]

    def clauses_behind(self, place: int) -> Sequence[Clause]:
        """The clauses of a token's sentence whose verbs begin there or behind it."""
        return self.clauses_in(place, self.tokens.sentence_of(place)[1])

    @cached_property
    def _verbs(self) -> list[int]:
        return self.syntax.verb_starts

    @cached_property
    def groups(self) -> Groups:
        """The groups, by their places."""
        return Groups(self.syntax.parts)

    @cached_property
    def labels(self) -> Counter[str]:
        """How often each few words open a line with a colon behind them: the speakers of an interview."""
        return Counter(_LABEL.findall(self.tokens.source))

    @cached_property
    def speakers(self) -> frozenset[str]:
        """The labels of an interview: those that come back, where one of them mostly asks."""
        asked: Counter[str] = Counter()
        source = self.tokens.source
        for label in _LABEL.finditer(source):
            end = source.find("\n", label.end())
            asked[label[1]] += source[label.end() : end if end >= 0 else len(source)].rstrip(" \"”")[-1:] == "?"
        again = [label for label, count in self.labels.items() if count > 1]
        return frozenset(again) if any(2 * asked[label] >= self.labels[label] for label in again) else frozenset()


def _layers(
    tokens: Tokens, quotations: Iterable[Quotation], people: Iterable[Span]
) -> list[tuple[int, int, str]]:
    """Quotations, outside them what stands in brackets and "46 per cent", outside these people, and then acronyms."""
    found = list(quotations)
    nexts = [*(each.start for each in found[1:]), len(tokens)]
    layers = [
        (each.start, min(_closed(tokens, each.end), after), _layer(tokens, each.start, each.end))
        for each, after in zip(found, nexts, strict=False)
    ]
    layers = _joined(layers, _asides(tokens))
    if figures := _figures(tokens):
        layers = _joined(layers, figures)
    layers = _joined(layers, _named(tokens, sorted(people)))
    for more in (_firms(tokens), _acronyms(tokens)):
        if more:
            layers = _joined(layers, more)
    return layers


def _named(tokens: Tokens, people: list[Span]) -> list[tuple[int, int, str]]:
    """The tokens of people's mentions, which ascend."""
    starts = tokens.starts
    found: list[tuple[int, int, str]] = []
    first = 0
    for start, end in people:
        first = bisect_right(starts, start, first) - 1
        last = first + 1
        while starts[last] < end:
            last += 1
        found.append((first, last, "person"))
    return found


def _closed(tokens: Tokens, end: int) -> int:
    """The end of a quotation whose closing mark is followed by an outer quotation's: he wrote "it's 'over'"'."""
    words = tokens.words
    if end < len(words) and words[end][:1] in ("'", "’") and words[end].strip() in ("'", "’") \
            and words[end - 1][-1:].strip():
        return end + 1
    return end


def _layer(tokens: Tokens, start: int, end: int) -> str:
    """Whether a quotation is one of speech, or a term."""
    if not 3 <= end - start <= _TERM_WORDS + 2:
        return "quotation"
    last = end - 2
    while last > start + 1 and tokens.words[last].strip() in _SINGLES:
        last -= 1  # "He said 'go,'"
    return "quotation" if tokens.words[last].rstrip()[-1:] in ",.?!" else "term"


def _asides(tokens: Tokens) -> list[tuple[int, int, str]]:
    """What stands in round brackets within a sentence, where it is short."""
    found: list[tuple[int, int, str]] = []
    source, words = tokens.source, tokens.words
    offset = source.find("(")
    while offset >= 0:
        start = tokens.at(offset)
        offset = source.find("(", offset + 1)
        for i in range(start + 1, min(start + _ASIDE_WORDS + 2, len(words))):
            word = words[i]
            if not word or word[0] == "(" or word[0] == "\n":
                break
            if word[0] == ")":
                found.append((start, i + 1, "aside"))
                break
    return found


def _figures(tokens: Tokens) -> list[tuple[int, int, str]]:
    """Percentages, which are one word to their group: 46 per cent of voters."""
    found: list[tuple[int, int, str]] = []
    words = tokens.words
    reached = 0
    for hit in _UNIT.finditer(tokens.source):
        unit = tokens.at(hit.start())
        end = unit + (2 if hit[0].startswith("per ") else 1)
        start = unit
        while start > reached and (_is_number(words[start - 1]) or words[start - 1] == "-" and start < unit):
            start -= 1
        if start < unit:
            found.append((start, end, "figure"))
            reached = end
    return found


def _is_number(word: str) -> bool:
    first = word[:1]
    return first.isdigit() or first.isalpha() and numbers.value([word.rstrip().lower()]) is not None


def _acronyms(tokens: Tokens) -> list[tuple[int, int, str]]:
    """Names in capitals that would be pronouns otherwise: the US, WHO chief."""
    found: list[tuple[int, int, str]] = []
    for hit in cues.names_in_capitals().finditer(tokens.source):
        at = tokens.at(hit.start())
        if tokens[at] == hit[0] and not tokens.in_capitals(at):
            found.append((at, at + 1, "acronym"))
    return found


def _firms(tokens: Tokens) -> list[tuple[int, int, str]]:
    """What ends the names of companies, comma and all: Acme Metals Co., Ltd."""
    places = [tokens.at(comma.start()) for comma in _IN_A_FIRM.finditer(tokens.source)]
    return [(place - 1, place + 2, "acronym") for place in places if place]


def _joined(layers: list[tuple[int, int, str]], more: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """`layers` and those of `more` that overlap nothing, both ascending."""
    joined: list[tuple[int, int, str]] = []
    i = reached = 0
    count = len(layers)
    for item in more:
        start, end, _ = item
        while i < count and layers[i][1] <= start:
            joined.append(layers[i])
            i += 1
        if start >= reached and (i == count or end <= layers[i][0]):
            joined.append(item)
            reached = end
    return joined + layers[i:]
