"""A text as the claim rules read it: people, quotations and asides are single tokens."""

from __future__ import annotations

from collections.abc import Iterable

from factx.extract.claims import cues
from factx.model import Span
from factx.tokens import Tokens

# What a token can be in a clause, one bit each.
END, COMMA, COLON, BREAK = 1, 2, 4, 8
"""A sentence's end; a comma; a colon; a semicolon, a dash or an opening bracket."""
NOMINAL, DETERMINER, PRONOUN, SUBJECT = 16, 32, 64, 128
"""A name, a noun or an adjective, for all that is known; he, she, they … as `SUBJECT`."""
PREPOSITION, CONJUNCTION, SUBORDINATOR, RELATIVE = 256, 512, 1024, 2048
AUXILIARY, ADVERB, PAST, PRESENT, ING = 4096, 8192, 16384, 32768, 65536
"""`PAST` is a participle too in most verbs; `PRESENT` a form that is often a noun (claims, report)."""
QUOTATION, PERSON, ASIDE, THAT = 131072, 262144, 524288, 1048576
CUE, TIME, STOP, CLITIC, CAPITAL, TO, PAIR, NOUNLIKE = (
    2097152, 4194304, 8388608, 16777216, 33554432, 67108864, 134217728, 268435456)
"""A cue verb in any form; a word that dates; . ? !; 's and the like; a capital; "to"; "and", "or", "&"."""

_TAGGED = (
    ("determiner", DETERMINER), ("pronoun", PRONOUN), ("subject-pronoun", PRONOUN | SUBJECT),
    ("object-pronoun", PRONOUN), ("preposition", PREPOSITION), ("conjunction", CONJUNCTION),
    ("subordinator", SUBORDINATOR), ("relative", RELATIVE), ("wh-word", SUBORDINATOR), ("be", AUXILIARY),
    ("have", AUXILIARY), ("do", AUXILIARY), ("modal", AUXILIARY), ("negation", ADVERB), ("adverb", ADVERB),
    ("past", PAST), ("participle", PAST), ("base", PRESENT), ("third", PRESENT), ("ing", ING), ("cue", CUE),
    ("weekday", TIME), ("month", TIME), ("time-noun", TIME), ("that", THAT), ("mostly-noun", NOUNLIKE),
)
_MARKS = {
    ",": COMMA, ":": COLON, ";": BREAK, "(": BREAK, "[": BREAK, "–": BREAK, "—": BREAK, "―": BREAK, "--": BREAK,
    ".": STOP, "?": STOP, "!": STOP, "...": STOP, "…": STOP, "-": NOMINAL, "/": NOMINAL, "&": CONJUNCTION | PAIR,
}
_LAYERS = {"quotation": QUOTATION, "term": QUOTATION | NOMINAL, "person": PERSON | NOMINAL | CAPITAL, "aside": ASIDE}
"""`term` is a quotation of a few words that no stop or comma ends: part of the sentence around it, most often."""
_TERM_WORDS = 6
_ASIDE_WORDS = 12


class _Kinds(dict[str, int]):
    """Token to its bits; a token seen before costs one look-up."""

    def __missing__(self, token: str) -> int:
        if len(self) > 200_000:
            self.clear()
        self[token] = kind = self._of(token)
        return kind

    @staticmethod
    def _of(token: str) -> int:
        bare = token.strip()
        if not bare:
            return END
        if bare in _MARKS:
            # A hyphen between blanks is a dash.
            return BREAK if bare == "-" and len(token) > 1 else _MARKS[bare]
        lower = bare.lower().replace("’", "'")
        kind = 0
        for tag, bit in _TAGGED:
            if tag in cues.tags(bare):
                kind |= bit
        if lower == "to":
            return PREPOSITION | TO
        if lower in ("and", "or"):
            return CONJUNCTION | PAIR
        if lower[0] == "'":
            kind |= CLITIC | (AUXILIARY if lower in ("'ll", "'ve", "'d", "'re", "'m") else NOMINAL)
        if not kind or kind == TIME:
            kind |= NOMINAL
        if bare[0].isupper():
            kind |= CAPITAL
        return kind


_KINDS = _Kinds()


class Reading:
    """The collapsed tokens of a text with what each one is."""

    __slots__ = ("kinds", "tokens", "words")

    def __init__(self, tokens: Tokens, quotations: Iterable[tuple[int, int]], people: Iterable[Span]) -> None:
        self.tokens = tokens.collapse(_layers(tokens, quotations, people))
        self.words = self.tokens.words
        kinds = list(map(_KINDS.__getitem__, self.words))
        for index, layer in self.tokens.marked.items():
            kinds[index] = _LAYERS[layer]
        self.kinds = kinds

    def lower(self, index: int) -> str:
        return self.words[index].strip().lower().replace("’", "'")


def _layers(
    tokens: Tokens, quotations: Iterable[tuple[int, int]], people: Iterable[Span]
) -> list[tuple[int, int, str]]:
    """Quotations, and outside them what stands in brackets, and outside both people."""
    layers = [(start, end, _layer(tokens, start, end)) for start, end in quotations]
    layers = _joined(layers, _asides(tokens))
    found = ((tokens.at(span.start), tokens.at(span.end - 1) + 1, "person") for span in sorted(people))
    return _joined(layers, list(found))


def _layer(tokens: Tokens, start: int, end: int) -> str:
    """Whether a quotation is one of speech, or a term."""
    if end - start > _TERM_WORDS + 2 or end - start < 3:
        return "quotation"
    return "quotation" if tokens.words[end - 2].rstrip()[-1:] in ",.?!" else "term"


def _asides(tokens: Tokens) -> list[tuple[int, int, str]]:
    """What stands in round brackets within a sentence, where it is short."""
    words = tokens.words
    found: list[tuple[int, int, str]] = []
    opened = -1
    for i, word in enumerate(words):
        if word[:1] == "(":
            opened = i
        elif opened >= 0 and word[:1] == ")":
            found.append((opened, i + 1, "aside"))
            opened = -1
        elif opened >= 0 and (not word or i - opened > _ASIDE_WORDS):
            opened = -1
    return found


def _joined(layers: list[tuple[int, int, str]], more: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """`layers` and those of `more` that overlap nothing, both ascending."""
    kept: list[tuple[int, int, str]] = []
    i = 0
    reached = 0
    for item in more:
        while i < len(layers) and layers[i][1] <= item[0]:
            i += 1
        if item[0] >= reached and (i == len(layers) or item[1] <= layers[i][0]):
            kept.append(item)
            reached = item[1]
    return sorted(layers + kept)
