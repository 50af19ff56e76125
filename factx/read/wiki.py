"""Dumps of MediaWiki: each article is a document, without its markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from factx.read.input import Input, Item, PassedOver, ReadOptions
from factx.read.records import day_of
from factx.read.xml import Records, first_text, local

COMMENT: Final = re.compile(r"(?s)<!--.*?(?:-->|\Z)")
UNSEEN: Final = re.compile(
    r"(?is)<(ref|math|gallery|timeline|syntaxhighlight|source|score|imagemap|templatestyles|nowiki)\b"
    r"(?:[^<>]*/>|[^<>]*>.*?(?:</\1\s*>|\Z))"
)
TAG: Final = re.compile(r"</?[A-Za-z][^<>]*>")
BRACES: Final = re.compile(r"\{\{|\}\}|\{\||\n\s*\|\}")
BRACKETS: Final = re.compile(r"\[\[|\]\]")
ADDRESS: Final = re.compile(r"\[(?:https?:)?//[^\s\]]{1,2000}+\s*+([^\]\n]{0,500})\]")
HEADING: Final = re.compile(r"(?m)^\s*=+\s*(.*?)\s*=+\s*$")
END: Final = re.compile(
    r"(?m)^(?:See also|References|Notes|Footnotes|Citations|Bibliography|Further reading|External links|Sources)\n"
)
MEDIA: Final = re.compile(r"(?i)\s*(?:file|image|media|category|[a-z]{2,3}(?:-[a-z]+)?)\s*:")
MAGIC: Final = re.compile(r"__[A-Z]+__")


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The articles; redirects, talk and other pages are counted and passed over."""
    passed = 0
    records = Records({"page"})
    for page in records.read(stream):
        title = first_text(page, "title") or doc
        revisions = [each for each in page if local(each.tag) == "revision"]
        parts = {local(each.tag): each.text or "" for each in (revisions[-1] if revisions else ())}
        markup = parts.get("text", "")
        elsewhere = (first_text(page, "ns") or "0") != "0" or any(local(each.tag) == "redirect" for each in page)
        if elsewhere or re.match(r"(?i)\s*#redirect\b", markup) or not markup.strip():
            passed += 1
            continue
        day = day_of(parts.get("timestamp"), "timestamp")[0]
        site = records.outside.get("siteinfo/sitename")
        yield Input(title, without_markup(markup), day, title, address(records, title), publication=site)
    if passed:
        yield PassedOver(doc, {"that are no articles": passed}, "page", "")


def address(records: Records, title: str) -> str | None:
    """The article's address, if the dump says where the wiki is."""
    base = records.outside.get("siteinfo/base", "")
    return f"{base.rpartition('/')[0]}/{title.replace(' ', '_')}" if base.startswith("http") else None


def without_markup(text: str) -> str:
    """The text of an article: what a reader of the page sees, without its boxes, tables, notes and lists of sources."""
    text = UNSEEN.sub("", COMMENT.sub("", text))
    text = links(nested_out(text))
    text = ADDRESS.sub(r"\1", text)
    text = "\n".join(map(without_quotes, MAGIC.sub("", text).split("\n")))
    text = TAG.sub(" ", re.sub(r"(?i)<br\b[^<>]*>", "\n", text))
    text = re.sub(r"(?m)^[*#:;]+[ \t]*", "", HEADING.sub(r"\n\1\n", text))
    text = html.unescape(html.unescape(text))
    if found := END.search(text):
        text = text[: found.start()]
    text = re.sub(r"\(\s*[,;]?\s*\)", "", text)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+", " ", text)).strip()


def without_quotes(line: str) -> str:
    """A line without the marks of bold and italics; of an odd number of bold ones, one is italics and an apostrophe."""
    if "''" not in line:
        return line
    line = re.sub(r"'''(?=s\b)", "'", line) if line.count("'''") % 2 else line
    return re.sub(r"'{2,5}", "", line)


def nested_out(text: str) -> str:
    """The text without its templates and tables, which can stand in one another."""
    kept: list[str] = []
    depth = done = 0
    for mark in BRACES.finditer(text):
        if mark[0] in ("{{", "{|"):
            if not depth:
                kept.append(text[done : mark.start()])
            depth += 1
        elif depth:
            depth -= 1
            done = mark.end()
        if not depth and mark[0] not in ("{{", "{|"):
            done = max(done, mark.end())
    return "".join(kept) + ("" if depth else text[done:])


def links(text: str) -> str:
    """The text with the words of its links in their places; files and categories are left out."""
    open_at: list[int] = []
    pieces: list[str] = []
    done = 0
    for mark in BRACKETS.finditer(text):
        pieces.append(text[done : mark.start()])
        done = mark.end()
        if mark[0] == "[[":
            open_at.append(len(pieces))
        elif open_at:
            start = open_at.pop()
            inside = "".join(pieces[start:])
            del pieces[start:]
            target, _, words = inside.partition("|")
            shown = words or target.lstrip(":").partition("#")[0]
            pieces.append("" if MEDIA.match(target) else shown.rpartition("|")[2])
    return "".join(pieces) + text[done:]
