"""Article text in HTML, escaped so that nothing in it is markup or reverses the page's direction."""

from __future__ import annotations

import re
from html import escape

from factx.model import as_read

# Controls, changes of direction, surrogates and noncharacters: each is shown as a mark.
UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def shown(text: str) -> str:
    """The text escaped for an element or a quoted attribute."""
    return escape(UNSAFE.sub("\ufffd", text))


def line(text: str) -> str:
    """The same as it reads, on one line, with single blanks."""
    return shown(" ".join(as_read(text).split()))


def counted(count: int, one: str, several: str) -> str:
    return f"{count:,} {one if count == 1 else several}"


def anchor(*names: str) -> str:
    """The name of a place in the page, made from names that may contain anything."""
    return "-".join("_".join(shown(name).split()) for name in names)


def section(number: int, topic: str, title: str, count: str, body: str) -> str:
    """A section of the sidebar below its heading; "" if it has nothing to show."""
    if not body:
        return ""
    name = anchor(topic, str(number))
    return (
        f'<section class="{anchor(topic)}" id="{name}" aria-labelledby="{name}-title t{number}-title">'
        f'<h3 id="{name}-title">{shown(title)} <span class="count">{shown(count)}</span></h3>\n{body}</section>\n'
    )
