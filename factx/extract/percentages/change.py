"""Which way a figure says that something moved; a level that was reached, held or left says neither."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Literal

from factx import lexicon
from factx.extract.percentages.figure import Range
from factx.extract.percentages.measures import is_time
from factx.extract.percentages.phrases import is_article
from factx.extract.percentages.words import CURRENCIES, kinds
from factx.model import Change
from factx.records import NamedTuple
from factx.text.tokens import Tokens

LEVELS = frozenset(["above", "below", "under"])
"""Bounds of what a movement comes to, and not of its size."""

PARTING = frozenset(["and", "'s", "’s"])
"""Between a verb and a figure that is not its own."""

AWAY: dict[str, Change] = {"ahead": "rise", "above": "rise", "behind": "fall", "below": "fall"}
"""After a figure and before a time: takings are 5% ahead of last year."""

EARLIER = frozenset(["last", "previous", "same"])

ADJECTIVES = 7
"""The tokens of the longest run of adjectives between an article and its figure, the article among them."""

AMOUNT = 6
"""The tokens of the longest amount in another unit: "by nearly 20,000 tonnes of coal"."""

THING = 4
"""The tokens of the longest quantity between the noun of a change and its figure, with the preposition before it."""

GAP = 9
"""How many tokens may stand between a figure and one whose change is the same."""

JOINTS = frozenset(["and", "or", "but"])
OF_LEVEL = frozenset(["to", "from", "of", "compared", "including"])
"""After a figure they lead on to a level or a whole."""

TIMES = frozenset(["this", "last", "next"])
"""They begin a time without a preposition."""

REACH = 10
"""How far before "by" the verb may stand: "cut its lending rate for small firms by 2%"."""


class Word(NamedTuple):
    """The kind of change that a word, in lower case, expresses."""

    direction: Change | None
    """Of a verb, or of "up" and "lower"."""
    moved: Change | None
    """Of a noun: "rise"."""
    verb: bool
    noun: bool
    preposition: bool
    surely_verb: bool
    idle: bool
    """A filler between a movement and its figure."""
    auxiliary: bool


@lru_cache(20_000)
def _word(word: str) -> Word:
    words = lexicon.load("shares")
    tags = kinds(word) if word[:1].isalpha() else frozenset()
    direction: Change | None = None
    moved: Change | None = None
    if "rise-verb" in tags or word in words["up-word"]:
        direction = "rise"
    elif "fall-verb" in tags or word in words["down-word"]:
        direction = "fall"
    if word in words["rise-noun"]:
        moved = "rise"
    elif word in words["fall-noun"]:
        moved = "fall"
    idle = word in words["filler"] or word in words["adverb"] or word in lexicon.load("percentages")["leading-word"]
    verb, noun = "verb" in tags, "noun" in tags
    plural = word.endswith("s") and word[:-1] in words["noun-too"]  # "lengthened sentences by 5 percent"
    return Word(direction, moved, verb, noun, word in words["preposition"], verb and not (noun or plural), idle,
                word in words["auxiliary"])


def along(tokens: Tokens, first: Range, second: Range) -> bool:
    """Whether the change of the figure before holds for the second one too, which has no verb of its own: "were up 10%
    and 12%", "rose 3% in Asia and 1% in Europe"."""
    between = tokens.lower[first[1]:second[0]]
    if len(between) > GAP or not _is_alone(tokens.lower[second[1]]):
        return False  # a noun or a verb of its own: "and 4 percent voted"
    while between and (between[-1] == "by" or _word(between[-1]).idle):
        between.pop()
    if _are_times(between):
        return True
    joint = between.pop() if between else ""
    if joint in JOINTS and between[-1:] in ([], [","]) or _is_name_joined(tokens, first[1], second[0]):
        return True
    if joint not in JOINTS and joint != ",":
        return False
    return _is_setting(between) and not _is_subject(tokens, second[1])


def _are_times(between: Sequence[str]) -> bool:
    """Whether a joint parts two times, which are all that stands between two figures: in May and last year."""
    joint = next((place for place, word in enumerate(between) if word in ("and", "but", ",")), None)
    if joint is None or joint == 0:
        return False
    times = between[joint - 1], between[-1]
    known = lexicon.load("syntax")["time-noun"]
    plain = all(_word(word).preposition or word in TIMES or word in known or is_time(word) for word in (
        *between[:joint], *between[joint + 1:]
    ))
    return plain and all(word in known or is_time(word) for word in times)


def _is_name_joined(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a joint and a noun are all that stands between two figures: Acme fell 4% and Halden Bank 3%."""
    words = [tokens[place] for place in range(start, end)]
    named = words[1 + (words[:1] == [","] and words[1:2] == ["and"]):]
    if named and named[0].lower() in lexicon.load("shares")["determiner"]:
        named = named[1:]
    if words[:1] not in (["and"], [","]):
        return False
    return all(word[:1].isupper() for word in named) or words[0] == "and" and all(map(_is_plain_noun, named))


def _is_plain_noun(word: str) -> bool:
    """Whether a word can be of a noun phrase and of no verb: gross margins."""
    known = _word(word)
    return known.noun and not known.verb


def _is_alone(after: str) -> bool:
    """Whether a figure has no noun, verb or whole of its own, by the word after it."""
    if after == "of":
        return False
    follows = _word(after)
    return not after[:1].isalpha() or follows.preposition or follows.idle or after in TIMES


def _is_setting(between: Sequence[str]) -> bool:
    """Whether words are a place, a time or a group in which something rose: in Asia."""
    if not OF_LEVEL.isdisjoint(between[:1]):
        return False
    return all(word[:1].isalnum() and not _word(word).surely_verb for word in between)


def _is_subject(tokens: Tokens, end: int) -> bool:
    """Whether a figure that ends at a token is a subject: rose 5% in May and [10%] in the South are out of work."""
    behind = takewhile(lambda word: word[:1].isalnum(), tokens.lower[end:end + GAP])
    return any(_word(word).auxiliary for word in behind)


def change(tokens: Tokens, start: int, end: int) -> Change | None:
    """Whether the figure at the tokens `start` to `end`, its bound among them, is a rise or a fall."""
    if tokens.lower[end] == "of":
        return None
    if found := _noun_after(tokens, end) or _at_pace(tokens, start, end):
        return found
    if (first := tokens.lower[start]) in LEVELS and tokens.lower[start - 1] != "by" and (
        first != "under" or _word(tokens.lower[start - 1]).surely_verb
    ):
        return None  # "fell below 5 percent", but "fell just under 5 percent"
    return _before(tokens, start)


def _at_pace(tokens: Tokens, start: int, end: int) -> Change | None:
    """Which way something moved at a pace: grew at a 3% annual rate, at a rate of 3%."""
    words, pace = tokens.lower, lexicon.load("shares")["pace"]
    if not pace.keys().isdisjoint(words[end:end + 3]):
        at = start - 1
    elif words[start - 1] == "of" and words[start - 2] in pace:
        at = start - 2
    else:
        return None
    while _word(words[at]).noun or _word(words[at]).idle:
        at -= 1
    return _search(tokens, at - 1, 2, across=False) if words[at] == "at" else None


def _before(tokens: Tokens, start: int) -> Change | None:
    at = _lead_in(tokens, start - 1)
    word = tokens.lower[at]
    if word == "up" and "hold-verb" in kinds(tokens.lower[at - 1]):
        # "make up 5 percent"
        return None
    if word == "by":
        return _search(tokens, at - 1, REACH, across=True)
    if word == "of" and tokens.lower[at - 1] == "average":
        # "by an average of 14%"
        return _before(tokens, at - 1)
    if word == "of":
        noun = _word(tokens.lower[at - 1])
        if noun.moved is None and (moved := _moved_thing(tokens, at - 1)):
            return moved  # a drop in value of 5%
        return noun.direction or noun.moved
    if word in ("or", "("):
        # The amount comes first in another unit: "rose 55.47, or 0.53 percent", "shrank by 300 jobs, or 6 percent".
        last = at - 1 - (tokens.lower[at - 1] == ",")
        by = _by_amount(tokens, last)
        if moved := _up_amount(tokens, last):
            return moved
        return _search(tokens, last, 7, across=False) if by is None else _search(tokens, by - 1, REACH, across=True)
    return _search(tokens, at, 5, across=False)


def _moved_thing(tokens: Tokens, last: int) -> Change | None:
    """The change that a preposition joins to a quantity whose last token is `last`: a collapse of steel output."""
    for place in range(last, max(0, last - THING), -1):
        if tokens.lower[place] in ("in", "of"):
            return _word(tokens.lower[place - 1]).moved
        if place != last and not (_word(tokens.lower[place]).noun or is_article(tokens.lower[place])):
            return None
    return None


def _lead_in(tokens: Tokens, at: int) -> int:
    """The last token, up to `at`, that is not a filler before the figure: "by a surprising", "of anything from"."""
    ranging = lexicon.load("percentages")["ranging-word"]
    while at >= 0:
        word = tokens.lower[at]
        if tokens.lower[at - 1] in ranging:
            at -= 2
        elif word == "between" or _word(word).idle:
            at -= 1
        else:
            break
    # Adjectives of the figure stand between its article and it: "by a smaller-than-expected 5 percent".
    for place in range(at, max(0, at - ADJECTIVES), -1):
        word = tokens.lower[place]
        if word in ("a", "an"):
            return place - 1 if tokens.lower[place - 1] == "by" else at
        known = _word(word)
        if not (known.noun or known.verb) and word not in ("-", "than"):
            break
    return at


def _by_amount(tokens: Tokens, last: int) -> int | None:
    """The "by" before an amount whose last token is `last`: "by $2 billion", "by 20,000 tonnes"."""
    for place in range(last, max(-1, last - AMOUNT), -1):
        word = tokens.lower[place]
        if word == "by":
            return place
        if not (word[:1].isdigit() or word in CURRENCIES or _word(word).noun or _word(word).idle):
            return None
    return None


def _up_amount(tokens: Tokens, last: int) -> Change | None:
    """The direction before an amount whose last token is `last`: up 92 cents, down $2.50."""
    for place in range(last, max(-1, last - AMOUNT), -1):
        word = tokens.lower[place]
        known = _word(word)
        if known.direction is not None and not known.verb:
            return known.direction
        if not (word[:1].isdigit() or word in CURRENCIES or known.noun):
            return None
    return None


def _search(tokens: Tokens, at: int, reach: int, *, across: bool) -> Change | None:
    """The direction of the nearest word that has one, no other verb between; nor a preposition, unless `across`."""
    for i in range(at, max(-1, at - reach), -1):
        word = tokens.lower[i]
        if word in ("", ";", ":"):
            return None
        known = _word(word)
        if across and known.surely_verb and _is_attributing(tokens.lower[i - 1]):
            continue  # it cut its own staff, its planned spending by 5%
        found = known.direction or (known.moved if across else None)
        if found is not None:
            return found if across or _is_its_own(tokens, i, beside=i == at) else None
        if known.surely_verb or not across and (known.preposition or word in PARTING):
            return None
    return None


def _is_its_own(tokens: Tokens, place: int, *, beside: bool) -> bool:
    """Whether a word of direction moves the figure after it; beside: whether nothing stands between the two."""
    known = _word(tokens.lower[place])
    if not beside and not known.surely_verb:
        return False  # "buy up rival 15% stakes", "the rise cost 5 percent"
    # "Acme's increased 40 percent stake" tells of a stake.
    return not (known.verb and _is_attributing(tokens.lower[place - 1]))


def _is_attributing(word: str) -> bool:
    """Whether a participle after a word is an adjective: the, its, Acme's."""
    words = lexicon.load("shares")
    return word in ("'s", "’s") or word in words["determiner"] or word in words["possessive"]


def _noun_after(tokens: Tokens, end: int) -> Change | None:
    """The movement that the figure is the size of: "a 6 percent pay rise", "0.2 points lower"."""
    for i in range(end, min(end + 4, len(tokens))):
        word = tokens.lower[i]
        known = _word(word)
        if known.moved is not None:
            return known.moved
        if found := _compared(tokens, end, word):
            return found if found != "neither" else None
        if not known.noun and word != "-":
            return None
    return None


def _compared(tokens: Tokens, end: int, word: str) -> Change | Literal["neither"] | None:
    """The change that the word directly after a figure gives it: 5% "more", "lower", "down on last year"."""
    words = lexicon.load("shares")
    if word in words["more-word"] or word in words["less-word"]:
        return "rise" if word in words["more-word"] else "fall"
    if word in AWAY and (_is_time_before(tokens, end + 1)):
        return AWAY[word]
    if word in ("up", "down") and tokens.lower[end + 1] not in ("on", "from", "in", "at", "", ",", "."):
        return "neither"
    if word in words["up-word"] or word in words["down-word"]:
        return "rise" if word in words["up-word"] else "fall"
    return None


def _is_time_before(tokens: Tokens, place: int) -> bool:
    """Whether the words at a token are an earlier time: of last year's, a year earlier, 2019 levels, the same month."""
    words = tokens.lower[place:place + 4]
    for at, word in enumerate(words):
        if word in ("'s", "’s"):
            return False  # last year's peak
        if word in ("earlier", "ago") or word in EARLIER and "'s" not in words and "’s" not in words:
            return True
        if word[:2] in ("19", "20") and len(word) == 4 and word.isdigit() or (
            word in lexicon.load("time")["month"] or word == "may"
        ):
            return at + 1 < len(words) and words[at + 1] != "%"
    return False
