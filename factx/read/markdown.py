"""Markdown: the text without its marks; headings, quotations and links keep their words."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from factx.read.decode import decode
from factx.read.fields import BYLINES, DATES, PUBLICATIONS, TITLES, URLS, Field, plain
from factx.read.input import Input, Item, Problem, ReadOptions, whole
from factx.read.markup import TAG
from factx.read.records import day_of

FRONT: Final = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\n(.{0,20000}?)\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
ENTRY: Final = re.compile(r"(?m)^([A-Za-z][\w-]{0,40})[ \t]*[:=][ \t]*(.+)$")
FENCE: Final = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
COMMENT: Final = re.compile(r"(?s)<!--.*?(?:-->|\Z)")
DEFINITION: Final = re.compile(r"(?m)^[ ]{0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*\S[^\n]*$")
IMAGE: Final = re.compile(r"!\[[^\]\n]{0,500}\](?:\([^()\n]{0,2000}\)|\[[^\]\n]{0,200}\])")
WIKI_LINK: Final = re.compile(r"!?\[\[(?:[^\[\]|\n]{0,200}\|)?([^\[\]\n]{1,200})\]\]")
LINK: Final = re.compile(r"\[([^\[\]]{1,1000})\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)|\[[^\[\]\n]{0,200}\])")
NOTE: Final = re.compile(r"\[\^[^\]\s]{1,40}\]:?")
AUTOMATIC: Final = re.compile(r"<((?:https?|mailto):[^<>\s]{1,2000})>")
LINE_START: Final = re.compile(
    r"(?m)^[ \t]{0,3}(?:>[ \t]?)+|^[ \t]{0,12}(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?"
)
HEADING: Final = re.compile(r"(?m)^[ ]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$")
UNDERLINED: Final = re.compile(r"(?m)^([^\s>#-][^\n]*)\n[ ]{0,3}(?:=+|-{2,})[ \t]*$")
RULE: Final = re.compile(r"(?m)^[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
EMPHASIS: Final = (
    re.compile(r"(?<![\w*\\])(\*{1,3})(?=[^\s*])([^*\n]{1,1000}(?:\n[^*\n]{1,1000}){0,5}?)(?<=[^\s*])\1(?![\w*])"),
    re.compile(r"(\*{2,3})(?=[^\s*])([^*\n]{1,1000}(?:\n[^*\n]{1,1000}){0,5}?)(?<=[^\s*])\1"),
    re.compile(r"(?<![\w\\])(_{1,3})(?=[^\s_])([^_\n]{1,1000}(?:\n[^_\n]{1,1000}){0,5}?)(?<=[^\s_])\1(?!\w)"),
    re.compile(r"(==)(?=\S)([^=\n]{1,1000})\1"),
    re.compile(r"(~~)(?=\S)([^~\n]{1,1000})\1"),
    re.compile(r"(`{1,2})([^`\n]{1,1000})\1"),
)
ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The file as one text, with what its first lines say of it."""
    text, warning = decode(whole(stream), options.encoding)
    if warning:
        yield Problem(doc, warning, fatal=False)
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    fields: dict[str, str] = {}
    if front := FRONT.match(text):
        fields = {plain(name): value.strip().strip("\"'[]") for name, value in ENTRY.findall(front[2])}
        text = text[front.end() :]
    day, problem = day_of(first(fields, DATES), "date", options.date_order)
    if problem:
        yield Problem(doc, problem, fatal=False)
    heading = HEADING.search(text) or UNDERLINED.search(text)
    title = first(fields, TITLES) or (without_marks(heading[1]) if heading else "")
    yield Input(
        doc,
        without_marks(text),
        day,
        title=title or None,
        url=first(fields, URLS) or None,
        byline=first(fields, BYLINES) or None,
        publication=first(fields, PUBLICATIONS) or None,
    )


def first(fields: dict[str, str], field: Field) -> str:
    return next((fields[name] for name in field.names if fields.get(name)), "")


def without_code(text: str) -> str:
    """The text without the blocks of code in it."""
    if "```" not in text and "~~~" not in text:
        return text
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        mark = FENCE.match(line)
        if fence and mark and mark[1].startswith(fence):
            fence = ""
        elif not fence and mark:
            fence = mark[1]
        elif not fence:
            lines.append(line)
    return "\n".join(lines)


def without_marks(text: str) -> str:
    """The text without code, and with the words of its links, headings and emphasis."""
    text = DEFINITION.sub("", COMMENT.sub("", without_code(text)))
    text = NOTE.sub("", LINK.sub(r"\1", WIKI_LINK.sub(r"\1", IMAGE.sub("", text))))
    text = RULE.sub("", UNDERLINED.sub(r"\1\n", HEADING.sub(r"\1", LINE_START.sub("", text))))
    text = TAG.sub("", AUTOMATIC.sub(r"\1", text))
    for mark in EMPHASIS:
        text = mark.sub(r"\2", text)
    text = ESCAPED.sub(r"\1", text)
    text = html.unescape(text) if "&" in text else text
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text)).strip("\n")
