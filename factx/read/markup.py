"""Tags in a field or a feed: whether there are any, and the text without them."""

from __future__ import annotations

import html
import re
from typing import Final

TAGS: Final = re.compile(
    r"(?i)</(?:p|div|span|a|b|i|em|strong|li|ul|ol|h[1-6]|br|blockquote|td|table|body|html|article|section)>"
    r"|<(?:br|p|hr)\s*/?>|<(?:p|div|a|img|span)\s[^<>]*>"
)
RARE: Final = 400
"""The characters for each tag that a text has at least which is no page."""
ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
UNSEEN: Final = re.compile(r"(?is)<(script|style|template|noscript|head)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)")
BLOCK: Final = re.compile(
    r"(?i)</?(?:p|div|li|ul|ol|h[1-6]|blockquote|table|article|section|figure|figcaption|pre|hr|dd|dt|dl|header|footer"
    r"|tr)\b[^<>]*>"
)
BREAK: Final = re.compile(r"(?i)<br\b[^<>]*>")
CELL: Final = re.compile(r"(?i)</t[dh]\b[^<>]*>")
TAG: Final = re.compile(r"</?[A-Za-z][^<>]*>|<![^<>]*>|<\?[^<>]*>")


def looks_like_html(text: str) -> bool:
    """Whether a text has tags, or entities, as HTML has them."""
    return has_tags(text) or ("&" in text and ENTITY.search(text) is not None)


def has_tags(text: str) -> bool:
    """Whether a text is HTML: it has paragraphs as tags, or many tags; one that strayed into a long text is none."""
    if "<" not in text:
        return False
    found = [tag[0] for tag in TAGS.finditer(text)]
    starts = bool(found) and text.lstrip().startswith(found[0])
    return starts or RARE * len(found) > len(text) or any(BLOCK.match(tag) or BREAK.match(tag) for tag in found)


def without_tags(text: str) -> str:
    """The visible text of some HTML, an empty line between its blocks; it needs no package, unlike a whole page."""
    if "<" in text:
        text = UNSEEN.sub(" ", text)
        if BLOCK.search(text):
            text = re.sub(r"\s+", " ", text)
        text = TAG.sub("", CELL.sub("\t", BREAK.sub("\n", BLOCK.sub("\n\n", text))))
    text = html.unescape(text)
    text = re.sub(r"[ \xa0]*\n[ ]*", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
