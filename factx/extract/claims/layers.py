"""Quotations, asides, figures, people and acronyms: the tokens of each are one for the rules of claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from factx.expressions import compiled
from factx.extract.claims import cues
from factx.model import Span
from factx.syntax.words import LETTER, classes
from factx.text import numbers
from factx.text.quotations import Quotation
from factx.text.tokens import Tokens

Layer = tuple[int, int, str]
"""The tokens from one to before another, and what they are."""

_UNIT = compiled(r"%|percent\b(?<=\bpercent)|per cent\b(?<=\bper cent)|pct\b(?<=\bpct)")
"""Each alternative begins with a letter of its own: `re` then finds it four times as fast as behind `\b`."""
FINITE_FORMS = {LETTER[name] for name in ("past", "third", "modal", "aux-past", "aux-third")}
"""The classes of the verbs by which a short quotation is half a clause, and no term: his side "deserved more"."""
_TERM_WORDS = 6
"""A quotation of no more tokens, which no stop or comma ends, is a `term`: a part of the sentence around it."""
_SINGLES = frozenset({"'", "’"})
_ASIDE_WORDS = 12
_STOPS = frozenset({".", "?", "!"})
_LONGEST_SITE = 60
_LONGEST_VERB = 12
_SITE_END = compiled(r"\.(?:com|org|net|co|gov|edu|tv|info)\b")
_SITE = compiled(r"[\w.-]*[\w-]$")
_IN_A_FIRM = compiled(r", (?=(?:Inc|Ltd|LLC|LLP|Corp|PLC|S\.A|N\.V)\b)")
"""The comma in the name of a company: Acme Metals Co., Ltd."""

_SENTENCE_WORD = compiled(r"-(?:all|how|it|so|you|me|no)(?=s?\b)")
"""What a verb is joined to where the two are a noun: a tell-all, her know-how, a know-it-all, her say-so."""
_WORD_BEFORE = compiled(r"[A-Za-z]+$")
_WORDS_BEHIND = compiled(r"(?:-[A-Za-z]+)*s?")


def layers(tokens: Tokens, quotations: Iterable[Quotation], people: Iterable[Span]) -> list[Layer]:
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
    for more in (_firms(tokens), _sites(tokens), _joined_words(tokens), _acronyms(tokens)):
        if more:
            layers = _joined(layers, more)
    return layers


def _named(tokens: Tokens, people: list[Span]) -> list[Layer]:
    """The tokens of people's mentions, which ascend."""
    starts = tokens.starts
    found: list[Layer] = []
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
    if not 3 <= end - start <= _TERM_WORDS + 2 or classes(tokens.words[start + 1].rstrip())[:1] in FINITE_FORMS:
        return "quotation"
    last = end - 2
    while last > start + 1 and tokens.words[last].strip() in _SINGLES:
        last -= 1  # "He said 'go,'"
    return "quotation" if tokens.words[last].rstrip()[-1:] in ",.?!" else "term"


def _asides(tokens: Tokens) -> list[Layer]:
    """What stands in round brackets within a sentence, where it is short."""
    found: list[Layer] = []
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
                if words[i - 1].rstrip() not in _STOPS:  # but a sentence in brackets is one
                    found.append((start, i + 1, "aside"))
                break
    return found


def _figures(tokens: Tokens) -> list[Layer]:
    """Percentages, which are one word to their group: 46 per cent of voters."""
    found: list[Layer] = []
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


def _acronyms(tokens: Tokens) -> list[Layer]:
    """Names in capitals that would be pronouns otherwise: the US, WHO chief."""
    found: list[Layer] = []
    for hit in cues.names_in_capitals().finditer(tokens.source):
        at = tokens.at(hit.start())
        if tokens[at] == hit[0] and not tokens.in_capitals(at):
            found.append((at, at + 1, "acronym"))
    return found


def _sites(tokens: Tokens) -> list[Layer]:
    """The names of sites, whose stop ends nothing: Homes.com."""
    found: list[Layer] = []
    source = tokens.source
    for hit in _SITE_END.finditer(source):
        name = _SITE.search(source, max(0, hit.start() - _LONGEST_SITE), hit.start())
        start, end = tokens.at(name.start() if name else hit.start()), tokens.at(hit.end() - 1) + 1
        if name and start + 1 < end and not (found and found[-1][1] > start):
            found.append((start, end, "acronym"))
    return found


def _joined_words(tokens: Tokens) -> list[Layer]:
    """Nouns of a verb and a little word: a tell-all."""
    found: list[Layer] = []
    source = tokens.source
    for hit in _SENTENCE_WORD.finditer(source):
        first = _WORD_BEFORE.search(source, max(0, hit.start() - _LONGEST_VERB), hit.start())
        last = _WORDS_BEHIND.match(source, hit.end())
        if first is None or last is None:
            continue
        start, end = tokens.at(first.start()), tokens.at(last.end() - 1) + 1
        if start + 1 < end and not (found and found[-1][1] > start):
            found.append((start, end, "acronym"))
    return found


def _firms(tokens: Tokens) -> list[Layer]:
    """What ends the names of companies, comma and all: Acme Metals Co., Ltd."""
    places = [tokens.at(comma.start()) for comma in _IN_A_FIRM.finditer(tokens.source)]
    return [(place - 1, place + 2, "acronym") for place in places if place]


def _joined(layers: list[Layer], more: list[Layer]) -> list[Layer]:
    """`layers` and those of `more` that overlap nothing, both ascending."""
    joined: list[Layer] = []
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
