"""The dateline of a text, which says on what day it was written: LONDON, 16 Aug 2020 (Reuters) -."""

from __future__ import annotations

import string
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from factx import lexicon
from factx.expressions import compiled

if TYPE_CHECKING:
    from factx.engine.rules import Finding
    from factx.extract.dates import Expression
    from factx.text.calendar import Period
    from factx.text.tokens import Tokens

# What finds dates is imported on use: a text in whose head nothing looks like a dateline's day does not wait for it.

HEAD: Final = 120
"""The number of tokens at the head of a text among which a dateline is looked for."""
HEADER_WORDS: Final = frozenset(
    "date dated published posted updated modified created issued first last on by at and of".split()
)
AFTER: Final = frozenset(["", *"- -- – — _ ( ) | : ; / • · By by BY at".split()])
"""What may follow a dateline."""
LONGEST: Final = 1_200
"""A number of characters that so many tokens hardly exceed."""
REST: Final = 400
"""How many characters after a date tell what follows it, and whether lines are broken where a sentence goes on."""
YEAR: Final = compiled(
    r"\d[^\n\d]{1,20}\d{4}(?!,? (?!by\b|at\b|[ap]\.?m\b)[a-z])|\d{4}[-./]\d|\d[/.-]\d{1,2}[/.-]\d\d|['’]\d\d|\d{8}"
)
"""The year in what looks like a day, where no sentence goes on after it."""
STOP: Final = compiled(r"[.!?…]\W")
"""What may end a sentence."""


def day(text: str) -> str | None:
    """The day of a text's dateline, for those who don't ask for its dates."""
    years = (found.span() for found in YEAR.finditer(text, 0, LONGEST))
    end = max((end for start, end in years if _may_begin_with(text[: start + 1])), default=None)
    if end is None:
        return None
    from factx.extract import dates
    from factx.text.calendar import iso
    from factx.text.tokens import tokenise

    tokens = tokenise(text[: end + REST])
    period = dateline(dates.find(tokens), tokens)
    return iso(period.first) if period is not None else None


def _may_begin_with(head: str) -> bool:
    """Whether the last line of a text's head, a digit at its end, may lead to the day of a dateline.

    Most do not: they are of a sentence, or of the address of a page.
    """
    before = STOP.split(head.splitlines()[-1])[-1].split()
    return not any(word.islower() and word.strip(string.punctuation) not in _words_before() for word in before)


@cache
def _words_before() -> frozenset[str]:
    """The words in small letters that may stand before the year of a dateline."""
    return HEADER_WORDS.union("in the this".split(), *lexicon.shipped("time").values())


def dateline(found: Sequence[Finding[Expression]], tokens: Tokens) -> Period | None:
    """The day on a line of its own, or before a dash, at the head of a text: LONDON, 16 Aug 2020 (Reuters) -."""
    from factx.extract.dates.expression import Known, Timed
    from factx.text.calendar import Unit

    for fact in found:
        if fact.start > HEAD:
            break
        what = fact.values.what
        if isinstance(what, Timed) and what.day is not None:
            what = what.day
        if not isinstance(what, Known) or what.period.unit is not Unit.DAY:
            continue
        line = tokens.sentence_of(fact.start)[0]
        before = (tokens[i] for i in range(line, fact.start))
        after = tokens[fact.end].strip() if fact.end < len(tokens) else ""
        if after in AFTER and all(not word.islower() or word in HEADER_WORDS for word in before):
            return what.period
    return None
