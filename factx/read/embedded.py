"""Articles that a page has only in its scripts: as JSON-LD for search engines, or as the data that it is made of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from factx.expressions import compiled
from factx.read.fields import BYLINES, DATES, FULL, TITLES, plain, usual
from factx.read.markup import looks_like_html, without_tags
from factx.read.records import day_of, joined, stripped
from factx.records import NamedTuple

SHORTEST: Final = 80
"""Fewer characters are no article."""
LARGEST: Final = 8 << 20
MOST: Final = 200_000
"""The number of values looked at in one script."""
JSON: Final = re.compile(r"(?:^|=|\()\s*([{\[])")
PARSED: Final = compiled(r"JSON\.parse\(\s*(\"(?:[^\"\\]|\\.)*+\")")
DECODER: Final = json.JSONDecoder()


class Article(NamedTuple):
    """An article in a script."""

    text: str
    title: str | None
    date: str | None
    byline: str | None


def article_in(page: Any) -> Article | None:
    """The article in the scripts of a page: that of the JSON-LD, or else the longest; None if there is none."""
    data = [(script.get("type") or "", script.text or "") for script in page.iter("script")]
    marked = [found for kind, text in data if "ld+json" in kind for found in articles(values(text))]
    found = marked or [found for kind, text in data if "ld+json" not in kind for found in articles(values(text))]
    return max(found, key=lambda article: len(article.text), default=None)


def values(script: str) -> Iterator[Any]:
    """The values of JSON in a script: all of it, or what is given to a variable."""
    if len(script) > LARGEST or not ("{" in script or "[" in script):
        return
    try:
        yield json.loads(script)
        return
    except (ValueError, RecursionError):
        pass
    for found in list(PARSED.finditer(script))[:5]:
        try:
            yield json.loads(json.loads(found[1]))
        except (ValueError, TypeError, RecursionError):
            continue
    at = 0
    for _ in range(5):
        begins = JSON.search(script, at)
        if begins is None:
            return
        try:
            value, at = DECODER.raw_decode(script, begins.start(1))
            yield value
        except (ValueError, RecursionError):
            at = begins.end()


def articles(found: Iterator[Any]) -> Iterator[Article]:
    """The articles in values of JSON: objects with a long text of a usual name."""
    for value in found:
        left = [value]
        for _ in range(MOST):
            if not left:
                break
            each = left.pop()
            if isinstance(each, dict):
                yield from article(each)
                left += each.values()
            elif isinstance(each, list):
                left += each


def article(record: dict[str, Any]) -> Iterator[Article]:
    """The article that an object is, if it is one."""
    for name, value in record.items():
        if plain(str(name)) not in FULL.names or not isinstance(value, str | list):
            continue
        text = joined(value)
        text = (without_tags(text) if looks_like_html(text) else text).strip()
        if len(text) >= SHORTEST and " " in text:
            day = day_of(usual(record, DATES, top=True), "date")[0]
            title, names = (stripped(usual(record, fields, top=True)) for fields in (TITLES, BYLINES))
            yield Article(text, title, day, names)
