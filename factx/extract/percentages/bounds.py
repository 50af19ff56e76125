"""The bounds of a figure: over, up to, or more, plus or minus."""

from __future__ import annotations

from functools import cache
from typing import cast

from factx import lexicon
from factx.extract.percentages.figure import Range
from factx.extract.percentages.words import kinds
from factx.model import Bound
from factx.records import NamedTuple
from factx.text.tokens import Tokens

LONGEST = 5
"""The tokens of the longest phrase that is a bound."""

NEGATED: dict[Bound, Bound] = {"MORE_THAN": "EQUAL_OR_LESS", "LESS_THAN": "EQUAL_OR_MORE"}
"""The bound that is left of one denied: "not above 5 percent"."""

DENIED = 6
"""How far before a bound its negation may stand: "will not be allowed to exceed 5 percent"."""

UP_TO = ("up", "to")

BEFORE_BOUND = frozenset([",", "-", "("])
"""Between a figure and a bound after it."""


class Qualifier(NamedTuple):
    """A bound, and the tokens that set it; None where no phrase beside the figure does."""

    mod: Bound
    where: Range | None


@cache
def _phrases(side: str) -> tuple[dict[tuple[str, ...], Bound], frozenset[str]]:
    """The phrases of one side, and the words that stand nearest to the figure in them."""
    # ">=" is two tokens; in the lexicon "=" with blanks around it parts a phrase from what it means.
    entries = lexicon.load("bounds")[side].items()
    phrases = {tuple(phrase.replace("=", " =").split()): cast(Bound, mod) for phrase, mod in entries}
    return phrases, frozenset(phrase[-1 if side == "before" else 0] for phrase in phrases)


def bound(tokens: Tokens, start: int, end: int) -> Qualifier | None:
    """The bound that the words beside the tokens `start` to `end` set."""
    return _before(tokens, start, end) or _after(tokens, end) or _margin_of_error(tokens, start)


def _before(tokens: Tokens, start: int, end: int) -> Qualifier | None:
    phrases, nearest = _phrases("before")
    idle, lost = lexicon.load("bounds")["idle"], lexicon.load("bounds")["run-together"]
    while (word := tokens.lower[start - 1]) in idle:
        start -= 1
    words = tuple(tokens.lower[max(0, start - LONGEST):start]) if word in nearest else ()
    size = next((size for size in range(len(words), 0, -1) if words[-size:] in phrases), 0)
    if size:
        first = start - size
        if words[-size:] == UP_TO and _is_level(tokens, first, end):
            return None
        mod = phrases[words[-size:]]
        return Qualifier(NEGATED[mod] if mod in NEGATED and _is_denied(tokens, first) else mod, (first, start))
    # Newswire loses blanks: "ofabout 5 percent".
    for size in range(2, min(len(word) - 3, 7)):
        if (word[size:],) in phrases and ((word[:size],) in phrases or word[:size] in lost):
            return Qualifier(phrases[word[size:],], (start - 1, start))
    return None


def _is_denied(tokens: Tokens, first: int) -> bool:
    """Whether the bound that begins at the token `first` is denied: "must not be above", "no party won more than"."""
    words = lexicon.load("bounds")
    in_subject = False
    for place in range(first - 1, max(-1, first - 1 - DENIED), -1):
        word = tokens.lower[place]
        if word == "no":
            return True
        if word in words["negation"] or word.endswith(("n't", "n’t")):
            return not in_subject  # "not all parties won more than"
        tags = kinds(tokens[place]) if word[:1].isalpha() else frozenset()
        if word in words["within-negation"] or "verb" in tags and "say-verb" not in tags:
            continue
        # Behind the verb stands the subject: "no party", "no other candidate".
        if "noun" not in tags or not in_subject and "verb" not in kinds(tokens.lower[place + 1]):
            return False
        in_subject = True
    return False


def _is_level(tokens: Tokens, first: int, end: int) -> bool:
    """Whether the "up to" at the token `first` tells of a level that was reached: "Labour are up to 35 percent"."""
    words = lexicon.load("bounds")
    place = first - 1
    while tokens.lower[place] in words["before-level"]:
        place -= 1
    verb = tokens.lower[place]
    if verb in words["verb-of-level"]:
        return True
    if verb not in words["be"]:
        return False
    # "up to 5 percent cheaper", "of sales": how much at most; "from 4 percent", "in May": how much by now.
    after = tokens.lower[end]
    if after not in words["after-level"] and after[:1].isalnum():
        return False
    # "Fines are up to 5 percent" tells of no level.
    return words["limit"].keys().isdisjoint(tokens.lower[max(0, place - LONGEST):place])


def _after(tokens: Tokens, end: int) -> Qualifier | None:
    phrases, nearest = _phrases("after")
    if tokens.lower[end] in BEFORE_BOUND:
        end += 1
    if tokens.lower[end] in nearest:
        words = tuple(tokens.lower[end:min(end + 3, len(tokens))])
        for size in range(len(words), 0, -1):
            if words[:size] in phrases:
                place = end + size
                return None if _leads_on(tokens, place) else Qualifier(phrases[words[:size]], (end, place))
    return None


def _leads_on(tokens: Tokens, place: int) -> bool:
    """Whether a number stands at `place`, or money: a bound before it is of that, "45 percent, plus or minus 3"."""
    after = tokens.lower[place]
    return after[:1].isdigit() or after in ("$", "£", "€", "¥") or after in lexicon.load("numbers")["number-word"]


def _margin_of_error(tokens: Tokens, start: int) -> Qualifier | None:
    """A poll's margin of error: its figure is one to both sides."""
    words = tokens.lower[max(0, start - 14):start]
    if "error" not in words:
        return None
    at = len(words) - 1 - words[::-1].index("error")
    parted = not {"", ";", ","}.isdisjoint(words[at:])
    return Qualifier("MARGIN", None) if "margin" in words[max(0, at - 4):at] and not parted else None
