"""Article text in HTML: nothing in it is markup, and nothing in it turns the page about."""

from __future__ import annotations

import re
from html import escape

# Controls, changes of direction, halves of characters, and what is no character: each is shown as a mark.
UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def shown(text: str) -> str:
    """The text as it is to be read, fit for an element and for an attribute in quotes."""
    return escape(UNSAFE.sub("\ufffd", text))


def line(text: str) -> str:
    """The same on one line, its blanks single."""
    return shown(" ".join(text.split()))


def counted(count: int, one: str, several: str) -> str:
    return f"{count:,} {one if count == 1 else several}"


def anchor(*names: str) -> str:
    """A name for a place in the page, of names that may hold anything."""
    return "-".join("_".join(shown(name).split()) for name in names)


def section(number: int, topic: str, title: str, count: str, body: str) -> str:
    """A section of the side under its heading; none where it has nothing to show."""
    if not body:
        return ""
    name = anchor(topic, str(number))
    return (
        f'<section class="{anchor(topic)}" id="{name}" aria-labelledby="{name}-title t{number}-title">'
        f'<h3 id="{name}-title">{shown(title)} <span class="count">{shown(count)}</span></h3>\n{body}</section>\n'
    )
