"""The fields of a record by the names that they usually have: first by whole names, then by the words in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from factx.records import NamedTuple

Record = dict[str, Any]
DEEPEST: Final = 6
NOTHING: Final[tuple[Any, ...]] = (None, "", [], {})


def names(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


class Field(NamedTuple):
    """A field of a record, with the names it may go by, lower case and without marks, in order of preference."""

    names: tuple[str, ...]
    like: Callable[[frozenset[str], str], bool] = lambda words, last: False
    """Whether another name with these words, of which one is the last, is that of such a field."""


def ending(last_words: str, but: str = "") -> Callable[[frozenset[str], str], bool]:
    """Names whose last word is one of these, if none of the others is in them."""
    known, excluded = frozenset(last_words.split()), frozenset(but.split())
    return lambda words, last: last in known and words.isdisjoint(excluded)


def having(some: str, others: str) -> Callable[[frozenset[str], str], bool]:
    """Names with one word of each of two sets."""
    first, second = frozenset(some.split()), frozenset(others.split())
    return lambda words, last: not words.isdisjoint(first) and not words.isdisjoint(second)


NO_PROSE: Final = "alt link button image img photo caption type length title url hash lang language error footer cookie"
FULL: Final = Field(
    names(
        "text fulltext selftext articletext articlebody bodytext maintext body content contentencoded contenthtml "
        "contenttext contentplain bodyhtml article story transcript plaintext"
    ),
    ending("text body content story article html", NO_PROSE + " short"),
)
"""A whole text."""
SHORT: Final = Field(
    names("message tweet post status comment caption summary description abstract leadparagraph snippet excerpt"),
    ending("description summary abstract excerpt snippet message paragraph", NO_PROSE),
)
"""What may be all there is of a text."""
IDS: Final = Field(
    names("id idstr docid documentid articleid uuid guid uri key accessionnumber itemid postid tweetid statusid")
)
DATES: Final = Field(
    names(
        "date datepublished published publishedat publicationdate publishdate pubdate webpublicationdate publishedtime "
        "firstpublished publishedon createdat created datecreated createdutc timestamp time datetime day issued posted "
        "postedat dateposted versioncreated updated updatedat modified datemodified lastmodified seendate"
    ),
    having(
        "publish published publication pub post posted create created issued release released article story news",
        "date time timestamp at on day datetime",
    ),
)
TITLES: Final = Field(
    names("title headline webtitle heading subject name header"),
    ending("title headline", "job book series sub page section site channel album"),
)
URLS: Final = Field(
    names("url link weburl permalink canonicalurl sourceurl articleurl href shareurl uri guid"),
    ending("url link", "image img thumb thumbnail photo avatar video icon logo media author profile next comments"),
)
BYLINES: Final = Field(
    names("byline author authors dccreator creator writer reporter authorname by account user"),
    lambda words, last: last in ("author", "authors", "byline") or words >= {"author", "name"},
)
PUBLICATIONS: Final = Field(
    names("publication sourcename source publisher outlet newspaper journal sitename site feed medianame domain"),
    having("source publisher outlet media newspaper publication journal site", "name title"),
)
INNER: Final = (
    "rendered text plaintext plain value html content body main original name displayname screenname username "
    "default en title #text $t $oid $date _ url href"
).split()
"""The usual names of the value in a field that is an object: {"rendered": "<p>…"}."""
WRAPPERS: Final = frozenset(
    "_source article attributes content data doc document fields headers info item legacy meta metadata node object "
    "post properties record result status story tweet".split()
)
"""Objects in which the parts of a record can stand; those in others are of something else."""


@lru_cache(1 << 14)
def plain(name: str) -> str:
    """A field's name without capitals and marks: articleBody and article_body are one."""
    return re.sub(r"[\s_.:-]", "", name).lower()


@lru_cache(1 << 14)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name: story_text, storyText, Story Text."""
    return tuple(word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name))


@lru_cache(1 << 14)
def is_like(field: Field, name: str) -> bool:
    """Whether a name is that of a field by the words in it."""
    words = words_of(name)
    return bool(words) and field.like(frozenset(words), words[-1])


def usual(record: Record, field: Field, top: bool = False, depth: int = 0) -> Any:
    """The value of a field, at the top or, unless `top`, in an object below; None if there is none."""
    fields = {plain(str(key)): value for key, value in reversed(list(record.items()))}
    for name in field.names:
        if (value := valued(fields.get(name))) not in NOTHING:
            return value
    for key, each in record.items():
        if is_like(field, str(key)) and (value := valued(each)) not in NOTHING:
            return value
    if not top and depth < DEEPEST:
        for key, each in record.items():
            if isinstance(each, dict) and str(key).lower() in WRAPPERS:
                found = usual(each, field, top, depth + 1)
                if found not in NOTHING:
                    return found
    return None


def valued(value: Any) -> Any:
    """A value, or that in an object."""
    return inner(value) if isinstance(value, dict) else value


def inner(value: Record, depth: int = 0) -> Any:
    """The value in a field that is an object, by the usual names."""
    fields = {plain(str(key)) or key: each for key, each in value.items()}
    for name in INNER:
        found = fields.get(name)
        if isinstance(found, dict) and depth < DEEPEST:
            found = inner(found, depth + 1)
        if found not in NOTHING:
            return found
    return None


def value_at(record: Record, path: str) -> Any:
    """The value at a dotted path; a key that has the dots itself goes first."""
    if path in record:
        return valued(record[path])
    found: Any = record
    for step in path.split("."):
        if isinstance(found, list) and step.isdecimal() and int(step) < len(found):
            found = found[int(step)]
        elif isinstance(found, dict) and step in found:
            found = found[step]
        else:
            return None
    return inner(found) if isinstance(found, dict) and isinstance(inner(found), str) else found
