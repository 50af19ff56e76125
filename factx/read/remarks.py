"""Remarks on texts of any form: that one is not English, or that its letters were decoded twice."""

from __future__ import annotations

from collections.abc import Iterator

from factx.read.input import Input, Item, Problem
from factx.text.clean import decoded_twice
from factx.text.language import foreign


def remarked(item: Item) -> Iterator[Item]:
    """The item, after the remarks on it if it is a text."""
    if isinstance(item, Input):
        if letters := None if item.text.isascii() else decoded_twice(item.text):
            message = f"letters in it were decoded twice ({letters!r}): they are read as they were meant"
            yield Problem(item.doc, message, fatal=False)
        if language := foreign(item.text):
            yield Problem(item.doc, f"this looks like {language.name}; factx reads English", fatal=False)
            item = item._replace(language=language.code)
    yield item
