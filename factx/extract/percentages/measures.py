"""Noun phrases of what is measured: their owner, and the name of the quantity."""

from __future__ import annotations

from functools import lru_cache

from factx import lexicon
from factx.extract.percentages.figure import Range
from factx.extract.percentages.phrases import is_article, stands_for_holder
from factx.lexicon.names import look_up
from factx.records import NamedTuple
from factx.syntax.words import listed
from factx.text.tokens import Tokens


class Measured(NamedTuple):
    """A phrase taken apart: `property` is the quantity, `holder` whose it is, `whole` all but its article."""

    property: Range | None
    holder: Range | None
    whole: Range


_TIMES = ("month", "month-or-word", "season")
_LANDS = frozenset(["country", "nation", "world"])
"""Beside the words for places, what is a place after "in" and somebody elsewhere."""
ABSTRACT = ("ship", "tion", "sion", "ment", "ness", "ance", "ence", "ism", "ity")
"""The ends of nouns for what is no person or thing."""


def measured(tokens: Tokens, start: int, end: int) -> Measured:
    """The parts of a noun phrase with its prepositional ones: Ford's [van sales], [sales] at Ford, [Brent crude]."""
    phrase = start, end
    start = _inside(tokens, start, end)
    whole = start, end
    split = governed(tokens, start + 1, end)
    owner, begins = _owner(tokens, start, split)
    head = tokens.lower[split - 1]
    if owner is not None and head in lexicon.load("shares")["forecast-noun"] and not head.startswith("target"):
        return Measured((begins, split), None, whole)  # the bank's forecast is of no growth of its own
    if owner is None and names_somebody(tokens, start, split) and not _is_quality(tokens, start, split):
        return Measured(None, phrase, whole)
    ends = split
    if owner is None and split < end:
        owner, ends = _owner_behind(tokens, split, end)
    return Measured((begins, ends), owner, whole)


def _inside(tokens: Tokens, start: int, end: int) -> int:
    """Where the name of a quantity begins, after articles and praise."""
    praise = lexicon.load("shares")["praise"]
    for place in range(start, end - 1):
        lower = tokens.lower[place]
        if tokens[place][:1].isupper() and tokens[place + 1][:1].isupper() and not is_article(lower):
            return place  # New South Wales
        if not (is_article(lower) or lower in praise or lower == "of" and place > start):
            return place
    return max(start, end - 1)


def governed(tokens: Tokens, start: int, end: int) -> int:
    """The start of the first prepositional phrase in a noun phrase, or the phrase's end."""
    owning = lexicon.load("shares")["owning"]
    places = (place for place in range(start, end) if tokens.lower[place] in owning)
    return next((place for place in places if tokens[place - 1] != "-"), end)  # no like-for-like


def _owner_behind(tokens: Tokens, split: int, end: int) -> tuple[Range | None, int]:
    """The owner that a preposition names, and where the quantity ends: sales at [Ford], the number of visas."""
    after = split + 1
    while after < end - 1 and is_article(tokens.lower[after]):
        after += 1
    stop = governed(tokens, after + 1, end)
    preposition, head = tokens.lower[split], tokens.lower[split - 1]
    words = lexicon.load("shares")
    if preposition == "of" and head in words["completed-noun"] and not (
        head in words["priced-noun"] and names_somebody(tokens, after, stop)
    ):
        return None, stop  # the number of Democrats
    if is_time(tokens.lower[stop - 1]) or preposition == "among":
        return None, split  # growth in May; "among" tells of the whole
    if preposition in ("in", "across") and _is_setting(tokens, head, after, stop):
        return None, split
    if (owner := _governed_owner(tokens, split, after, stop)) is not None:
        return owner, split
    return None, stop if preposition == "of" else split


def _is_setting(tokens: Tokens, head: str, start: int, end: int) -> bool:
    """Whether words after a quantity and "in" tell where: rents in Lisbon; no shares in Ford, no confidence in Lee."""
    if head in ("shares", "stock"):
        return False
    words = lexicon.load("shares")
    trusted = head in words["support-noun"] or head in words["mass-noun"]
    return is_place(tokens, start, end) or tokens[end - 1][:1].isupper() and not trusted


def _governed_owner(tokens: Tokens, split: int, after: int, stop: int) -> Range | None:
    """The owner that a preposition at a token governs: at [Ford], in [its 11 parks]; sales at [the airline].

    after: where its phrase begins after the article.
    """
    words, preposition = lexicon.load("shares"), tokens.lower[split]
    if preposition == "of" and tokens.lower[split - 1] in ("shares", "stock"):
        return (split + 1, stop) if after > split + 1 else (after, stop)
    first = tokens.lower[split + 1] if after > split + 1 else ""
    if preposition == "at" and first and tokens.lower[split - 1] in words["earned-noun"] and (
        tokens.lower[stop - 1] in lexicon.load("people-others")["organisation"]
    ):
        return split + 1, stop
    own = first in words["possessive"]
    if own and preposition in ("at", "across") or names_somebody(tokens, after, stop):
        return split + 1 if own or first in ("the", "a") else after, stop
    return None


def _owner(tokens: Tokens, start: int, end: int) -> tuple[Range | None, int]:
    """The owner that a phrase begins with, and where the rest begins: Ford's, or the name in "Ford sales"."""
    marks = (place for place in range(start + 1, end - 1) if _is_genitive(tokens, place))
    mark = next(marks, None)
    capital = tokens[end - 1][:1].isupper()
    if mark is not None:
        # "Oman's Investment Authority" is somebody, not Oman's quantity.
        organised = tokens.lower[end - 1] in lexicon.load("people-others")["organisation"]  # Brelland's central bank
        named = organised and _is_group(tokens.lower[end - 1]) or capital and names_somebody(tokens, mark + 1, end)
        return (None, start) if named else ((start, mark), mark + 1)
    if capital or _is_group(tokens.lower[end - 1]) or tokens.lower[end - 1] in ("index", "average"):
        return None, start  # the Reform slate is somebody; the LISPI index has no owner
    for last in range(end - 1, start, -1):
        if _ends_name(tokens, last - 1):
            if last == start + 1 and not tokens.lower[start - 1] and _is_common(tokens.lower[last - 1]):
                return None, start  # "Child poverty" begins a sentence
            if names_somebody(tokens, start, last):
                return (start, last), last
    return None, start


def _is_group(lower: str) -> bool:
    """Whether a word is the head of a phrase for somebody, and of none for what is measured."""
    words = lexicon.load("shares")
    return lower in words["group-noun"] and lower not in words["thing-noun"]


def _is_genitive(tokens: Tokens, place: int) -> bool:
    """Whether a token is 's, or the apostrophe after a plural."""
    return tokens[place] in ("'s", "’s") or tokens[place] in ("'", "’") and tokens[place - 1].endswith("s")


def _ends_name(tokens: Tokens, place: int) -> bool:
    """Whether a name may end at a token, before a noun that is measured: [Ford] sales."""
    word = tokens[place]
    named = len(word) > 1 and word[0].isupper() and not _is_plain(word.lower()) and not _is_period(word)  # no band D
    return named and tokens[place + 1][:1].isalpha()


def names_somebody(tokens: Tokens, start: int, end: int) -> bool:
    """Whether words name somebody, or a group; an index or a currency is none."""
    index = lexicon.load("shares")["index-name"]
    return stands_for_holder(tokens, (start, end), strict=True) and not any(
        tokens.lower[place] in index for place in range(start, end)
    )


def _is_quality(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the head of a phrase begins a sentence and ends as abstract nouns do: Ridership on the ferries."""
    alone = end - start == 1 or tokens.lower[start + 1] in lexicon.load("shares")["preposition"]
    return not tokens.lower[start - 1] and alone and tokens[start].endswith(ABSTRACT)


def _is_period(word: str) -> bool:
    """Whether a word is a year or a part of one, as the wires write it: H1, FY."""
    return word == "FY" or word[1:].isdigit()


def is_time(lower: str) -> bool:
    """Whether a word is a month, a season, a weekday or a number."""
    times = lexicon.load("time")
    return lower.isdigit() or any(lower in times[section] for section in _TIMES)


def is_place(tokens: Tokens, start: int, end: int) -> bool:
    """Whether words name a place, where something is measured: in Lisbon, in the north-eastern city."""
    head = tokens.lower[end - 1]
    name = "_".join(tokens.lower[place] for place in range(start, end))
    if head in _LANDS or head in lexicon.load("people-others")["place-word"]:
        return True
    return any(look_up("places", one) for one in (head, name))


@lru_cache(10_000)
def _is_common(lower: str) -> bool:
    """Whether the lexicon has a word as a common noun or an adjective, and not as a name."""
    letters = listed(lower)
    return bool({"N", "J", "V"} & set(letters)) and "P" not in letters


@lru_cache(10_000)
def _is_plain(lower: str) -> bool:
    """Whether a word that begins with a capital names nobody: New, December, British."""
    times, shares, others = lexicon.load("time"), lexicon.load("shares"), lexicon.load("people-others")
    plain = times["month"], times["weekday"], shares["group-noun"], others["nationality"]
    letters = listed(lower)
    return any(lower in words for words in plain) or "J" in letters or "A" in letters
