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
CUE, TIME, STOP, CLITIC, CAPITAL, TO, PAIR = 2097152, 4194304, 8388608, 16777216, 33554432, 67108864, 134217728
"""A cue verb in any form; a word that dates; . ? !; 's and the like; a capital; "to"; "and", "or", "&"."""

_TAGGED = (
    ("determiner", DETERMINER), ("pronoun", PRONOUN), ("subject-pronoun", PRONOUN | SUBJECT),
    ("object-pronoun", PRONOUN), ("preposition", PREPOSITION), ("conjunction", CONJUNCTION),
    ("subordinator", SUBORDINATOR), ("relative", RELATIVE), ("wh-word", SUBORDINATOR), ("be", AUXILIARY),
    ("have", AUXILIARY), ("do", AUXILIARY), ("modal", AUXILIARY), ("negation", ADVERB), ("adverb", ADVERB),
    ("past", PAST), ("participle", PAST), ("base", PRESENT), ("third", PRESENT), ("ing", ING), ("cue", CUE),
    ("weekday", TIME), ("month", TIME), ("time-noun", TIME), ("that", THAT),
)
_MARKS = {
    ",": COMMA, ":": COLON, ";": BREAK, "(": BREAK, "[": BREAK, "–": BREAK, "—": BREAK, "―": BREAK, "--": BREAK,
    ".": STOP, "?": STOP, "!": STOP, "...": STOP, "…": STOP, "-": NOMINAL, "/": NOMINAL, "&": CONJUNCTION | PAIR,
}
_LAYERS = {"quotation": QUOTATION | NOMINAL, "person": PERSON | NOMINAL | CAPITAL, "aside": ASIDE, "dash": BREAK}


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
    """Quotations, and outside them people and what stands in brackets."""
    layers = [(start, end, "quotation") for start, end in quotations]
    taken = iter([*layers, (len(tokens), len(tokens), "")])
    start, end, _ = next(taken)
    inner: list[tuple[int, int, str]] = []
    for span in sorted(people):
        first, last = tokens.at(span.start), tokens.at(span.end - 1) + 1
        while end <= first:
            start, end, _ = next(taken)
        if last <= start and (not inner or first >= inner[-1][1]):
            inner.append((first, last, "person"))
    return sorted(layers + inner)
