"""Web pages: the headline, the byline and the main text, with the date of publication that the page gives."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from configparser import ConfigParser
from copy import deepcopy
from typing import Any, BinaryIO

import lxml.etree
import lxml.html
import trafilatura
from trafilatura.settings import DEFAULT_CONFIG

from factx.expressions import compiled
from factx.read.decode import decode, marked_encoding
from factx.read.embedded import article_in
from factx.read.input import Input, Item, Problem, ReadOptions, UnreadableError, whole

for name in ("trafilatura", "htmldate", "courlan", "charset_normalizer"):
    logging.getLogger(name).setLevel(logging.CRITICAL)  # their warnings are of no use to our users

LARGEST_PAGE = 16 << 20
"""In bytes. Articles have a hundredth of that; the search for the main text goes over a page many times."""
CHARSET = re.compile(rb"""(?xi) <meta [^>]{0,200}? charset \s*=\s* ["']? ([\w:-]{1,40})""")
DATES = {"original_date": True, "extensive_search": False, "max_date": "9999-12-31"}
"""Take the date of first publication, only from what is marked as a date, and without regard to the clock."""

BLOCKS = frozenset(
    "article blockquote body cell code dd div dl dt figcaption h1 h2 h3 h4 h5 h6 head item li list ol p pre quote row "
    "section table td th tr ul".split()
)
ROWS, CELLS = frozenset(["row", "tr", "item", "li"]), frozenset(["cell", "td", "th"])
UNSEEN = (
    "//head | //script | //style | //noscript | //template | //comment()"
    " | //*[contains(@style, 'display:none') and not(self::html or self::body)]"
)
"""What a reader does not see; a page that is hidden as a whole is shown by its scripts."""
BYLINE, AUTHOR = ".//*[contains(concat(' ', @class), ' byline')]", ".//*[@rel='author' or @itemprop='author']"


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The page as one text."""
    data = whole(stream, LARGEST_PAGE)
    declared = None if options.encoding else declared_encoding(data)
    text, warning = as_declared(data, declared) if declared else decode(data, options.encoding)
    if warning:
        yield Problem(doc, warning, fatal=False)
    if not re.search("<[a-zA-Z!?]", text):
        raise UnreadableError("not a web page: there are no tags in it (--input text reads it as it is)")
    yield article_of(parsed(text), doc)


def article_of(page: Any, doc: str) -> Input:
    """The main text of a page, with its headline and byline; UnreadableError if there is none."""
    drop_note_marks(page)
    hidden = article_in(page)
    visible = everything_in(deepcopy(page)) if hidden else ""
    found: Any = trafilatura.bare_extraction(
        page, with_metadata=True, include_comments=False, date_extraction_params=DATES, config=short_pages_too()
    )
    paragraphs = list(blocks(found.body)) if found else []
    title, author, day = (found.title, found.author, found.date) if found else (None, None, None)
    if hidden and len(visible) < len(hidden.text) / 2:  # what is shown is no more than a beginning
        paragraphs = re.split(r"\n\s*\n", hidden.text)
        title, author, day = hidden.title or title, hidden.byline or author, day or hidden.date
    if not paragraphs:
        raise UnreadableError("no text in this page (if scripts fill it in, save it from a browser once they have)")
    opening = "\n".join(paragraphs[:4])
    headline, names = title or "", byline(page, author)
    if not says(opening, headline) and not says(headline, paragraphs[0]):
        paragraphs.insert(0, headline)
    if not says(opening, names):
        paragraphs.insert(1 if says(paragraphs[0], headline) else 0, names)
    return Input(
        doc,
        "\n\n".join(paragraphs),
        day,
        title=headline or None,
        url=found.url if found else None,
        byline=re.sub(r"(?i)^by\s+", "", names) or None,
        publication=found.sitename if found else None,
    )


def drop_note_marks(page: Any) -> None:
    """Take out the raised figures that refer to notes: said¹."""
    for mark in list(page.iter("sup")):
        previous = mark.getprevious()
        before = (previous.tail if previous is not None else mark.getparent().text) or ""
        if re.fullmatch(r"\s*\[?(?:\d{1,3}|[*†‡a-z])\]?\s*", mark.text_content()) and not before[-1:].isdigit():
            mark.drop_tree()


def everything(text: str, quoted: bool = False) -> str:
    """All visible text of a page that has nothing but main text, such as one in a mail.

    quoted: whether what a mail quotes gets the marks that it has in plain text.
    """
    page = parsed(text)
    for element in page.xpath(QUOTED_MAIL) if quoted else ():
        lines = ["> " + line for block in blocks(element) for line in (*block.split("\n"), "")]
        for child in list(element):
            element.remove(child)
        element.tag, element.text = "div", ""
        for line in lines:
            lxml.etree.SubElement(element, "br").tail = line
    return everything_in(page)


CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    "|&#0*(?:[0-8]|1[124-9]|2[0-9]|3[01]|5(?:529[6-9]|5[3-9]\\d\\d|6\\d{3}|7[0-2]\\d\\d|73[0-3]\\d|734[0-3])|6553[45])"
    "(?![0-9]);?"
    "|&#[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]|[fF]{3}[efEF]|[dD][89a-fA-F][0-9a-fA-F]{2})(?![0-9a-fA-F]);?"
)
"""Characters that no browser shows, and that a tree takes from a page but not from us, and references to them."""
QUOTED_MAIL = (
    "//*[(self::blockquote[@type='cite'] or @class='gmail_quote' and self::blockquote or @class='protonmail_quote')"
    " and not(ancestor::blockquote)]"
)
"""The elements in which mail programs put the mail that is answered."""


def everything_in(page: Any) -> str:
    """All visible text of a page, whose scripts and the like are taken out."""
    for element in page.xpath(UNSEEN):
        if element.getparent() is not None:  # the root of a damaged page can be any of them
            element.drop_tree()
    return "\n\n".join(blocks(page))


def parsed(text: str) -> Any:
    """The page's tree."""
    parser = lxml.html.HTMLParser(encoding="utf-8")
    text = bounded(CONTROL.sub("", text))
    try:
        return lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except lxml.etree.ParserError:  # nothing in it
        return lxml.html.document_fromstring(b"<p/>")


LONG = re.compile(r"<[A-Za-z][^<]{8000}")
LONG_TAG = compiled(r"<[A-Za-z](?=[^<]{8000})(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+'|[\"'])*+>?")
QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
MOST_ATTRIBUTES = 200


def bounded(text: str) -> str:
    """The page without the attributes of tags that have very many: the parser compares each with all others."""
    return LONG_TAG.sub(few_attributes, text) if LONG.search(text) else text


def few_attributes(tag: re.Match[str]) -> str:
    """The tag, without its attributes if there are too many."""
    many = len(QUOTED.sub("", tag[0]).split()) > MOST_ATTRIBUTES
    return re.split(r"[\s/>]", tag[0], maxsplit=1)[0] + ">" if many else tag[0]


def declared_encoding(data: bytes) -> str | None:
    """The encoding that the page itself names, if Python knows it; None if there is a byte order mark."""
    declared = None if marked_encoding(data) else CHARSET.search(data, 0, 4096)
    if declared is None:
        return None
    encoding = declared[1].decode("ascii").lower()
    if encoding in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"):
        return "cp1252"  # as browsers do
    if encoding.startswith(("utf-16", "utf-32")):
        return "utf-8"  # it could not be read where it is said
    try:
        "".encode(encoding)
    except (LookupError, ValueError):
        return None
    return encoding


def as_declared(data: bytes, encoding: str) -> tuple[str, str | None]:
    """The page's text in the encoding that it names; bad bytes become marks, as in browsers, and give a warning."""
    try:
        return decode(data, encoding)
    except UnreadableError as error:
        where = str(error).partition(" (")[0]
        return data.decode(encoding, "replace"), f"{where}: marks replace bad bytes (--encoding names another)"


def short_pages_too() -> ConfigParser:
    """Settings that keep the paragraphs of a page of two sentences."""
    settings: ConfigParser = deepcopy(DEFAULT_CONFIG)
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "1"
    return settings


def byline(page: Any, author: str | None) -> str:
    """The byline that the page shows, or else one made from its metadata."""
    shown = [[" ".join(element.text_content().split()) for element in page.xpath(path)] for path in (BYLINE, AUTHOR)]
    lines, authors = ([text for text in texts if 0 < len(text) < 120] for texts in shown)
    if lines:
        return lines[0]
    names = list(dict.fromkeys(authors)) or (author or "").split("; ")
    return "By " + " and ".join(names) if any(names) else ""


def says(text: str, line: str) -> bool:
    """Whether the text contains the line, regardless of case, blanks and a leading "By"."""
    sought = re.sub(r"^by\s+", "", " ".join(line.split()).casefold())
    return sought in " ".join(text.split()).casefold()


def blocks(body: Any) -> Iterator[str]:
    """The paragraphs of a tree, a table or a list as one of them: a line a row, a tab between cells."""
    lines: list[str] = []
    pieces: list[str] = []
    for event, element in lxml.etree.iterwalk(body, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if element.tag in CELLS:
            pieces.append("\t" if event == "end" else "")
        elif element.tag in BLOCKS:
            text = as_lines("".join(pieces))
            pieces.clear()
            if text:
                lines.append(text)
            if lines and element.tag not in ROWS:
                yield "\n".join(lines)
                lines.clear()
        elif element.tag in ("lb", "br") and event == "start":
            pieces.append("\n")
        text = element.text if event == "start" else element.tail
        pieces.append(re.sub(r"\s+", " ", text or ""))


def as_lines(text: str) -> str:
    """The text without blanks around its lines, and with at most one empty line between two."""
    lines = "\n".join(" ".join(line.split(" ")).strip() for line in text.split("\n"))
    return re.sub(r" {2,}", " ", re.sub(r"\n{3,}", "\n\n", lines)).strip()
