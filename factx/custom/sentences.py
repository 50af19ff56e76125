"""Reads the sentences of a text for rules that name classes of words, groups or clauses."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from factx.syntax import Syntax, places
from factx.text.tokens import Tokens

_read: WeakKeyDictionary[Tokens, Syntax] = WeakKeyDictionary()


def syntax_of(tokens: Tokens) -> Syntax:
    """The sentences of a text, its people, dates and figures found before: each is one token to a group."""
    known = _read.get(tokens)
    if known is None:
        from factx.extract import dates, people, percentages

        marks = places((each.start, each.end, "time") for each in dates.find(tokens))
        marks |= places((each.start, each.end, "figure") for each in percentages.find(tokens))
        marks |= places((each.start, each.end, "person") for each in people.find(tokens))
        known = _read[tokens] = Syntax(tokens, marks)
    return known
