"""A report for people: one page with the articles, their facts marked and listed beside them.

The page requests nothing from any network, and its policy forbids it to: only its own style and script are
allowed, identified by their digests.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from factx.model import Document
from factx.read import Problem
from factx.records import NamedTuple
from factx.render.html.footnotes import grounds
from factx.render.html.marks import article
from factx.render.html.markup import anchor, counted, line, shown
from factx.render.html.overview import Noted, noted, overview
from factx.render.html.page import Sheet, css_class, rules_of, weights
from factx.render.html.sidebar import side
from factx.render.layout import KIND_OF, Layout
from factx.render.wording import calendar_day, document_name

PEEK = '<div id="peek" role="tooltip" hidden></div>\n<div id="told" class="unseen" role="status"></div>'
WEB = re.compile(r"https?://[^\s\"'<>\\]+\Z", re.IGNORECASE)
"""An address that a link may lead to."""
LONG = 2000
"""With more facts than this, parts out of sight are not laid out, so that the page opens at once."""
LISTED = 12
"""With more documents than this, their list is folded away."""
UNFOLDED = 3
"""With more documents than this, each is folded until it is asked for."""
CLAIM_SAMPLE = (("source", "who"), ("cue", "says"), ("content", "what"))


def frame(documents: Iterable[Document], errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    """The page is written once the last document is read, since the table of contents comes first."""
    listed: list[Listed] = []
    pages: list[tuple[str, str, str]] = []
    over: list[Noted] = []
    rules, cues = Counter[tuple[str, str]](), Counter[str]()
    for number, document in enumerate(documents, 1):
        sheet = Sheet(number, document)
        pages.append((heading(sheet), origin(document), "".join(page(sheet, layout))))
        over.append(noted(number, document_name(document) or "unnamed", document))
        day = calendar_day(document.date) if document.date else ""
        listed.append(Listed(document_name(document) or "unnamed", day, kind_counts(document), len(document.conflicts)))
        rules.update((fact.kind, rule) for fact in document.facts for rule in rules_of(fact))
        cues.update(cue for fact in document.facts for cue, _ in weights(fact))
    title = f"Facts in {listed[0].name if len(listed) == 1 else counted(len(listed), 'document', 'documents')}"
    yield head(title, long=rules.total() > LONG)
    yield bar(layout)
    yield '<main id="top">\n'
    yield unread(errors)
    yield f'<h1 class="unseen">{line(title)}</h1>\n' if len(listed) == 1 else contents(title, listed, layout)
    if len(listed) > 1:
        yield '<section class="overview" aria-label="All documents together">\n'
        yield from overview(over, "claim" in layout.kinds)
        yield "</section>\n"
    for number, parts in enumerate(pages, 1):
        yield document_section(number, *parts, folded=len(listed) > UNFOLDED)
    yield from grounds(rules, cues)
    yield f"</main>\n{PEEK}\n<script>{asset('report.js')}</script>\n</body>\n</html>\n"


class Listed(NamedTuple):
    """A document's row in the table of contents."""

    name: str
    written: str
    counts: dict[str, int]
    conflicts: int


def head(title: str, *, long: bool) -> str:
    policy = (
        f"default-src 'none'; style-src '{digest('report.css')}'; script-src '{digest('report.js')}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="generator" content="factx">\n'
        f"<title>{line(title)}</title>\n<style>{asset('report.css')}</style>\n</head>\n"
        + ('<body class="long">\n' if long else "<body>\n")
    )


def bar(layout: Layout) -> str:
    """The bar that stays in sight, with the legend, whose boxes show and hide each kind of mark."""
    own = sorted(layout.kinds.difference(KIND_OF.values()))
    boxes = "".join(
        f'<label><input type="checkbox" checked hidden data-kind="{kind}" id="show-{kind}"> {sample}</label>\n'
        for kind, sample in (
            ("date", '<span class="date">dates</span>'),
            ("person", '<span class="person">people</span>'),
            ("percentage", '<span class="percentage">percentages</span>'),
            ("own", f'<span class="own">{line(", ".join(own).replace("-", " "))}</span>'),
            ("claim", " ".join(f'<span class="{role} claim l0">{word}</span>' for role, word in CLAIM_SAMPLE)),
        )
        if kind in layout.kinds or kind == "own" and own
    )
    return (
        '<header class="bar"><a class="skip" href="#top">Skip to the text</a><a class="brand" href="#top">factx</a>\n'
        f'<fieldset class="legend"><legend>Marks</legend>\n{boxes}</fieldset>\n'
        '<p class="keys"><kbd>←</kbd> <kbd>→</kbd> go from mark to mark</p></header>\n'
    )


def contents(title: str, documents: list[Listed], layout: Layout) -> str:
    """The table of contents: the documents, each a link, with the counts of their facts."""
    titles = {title: kind for title, kind in KIND_OF.items() if kind in layout.kinds}
    rows = "".join(
        f'<tr><th scope="row"><a href="#t{number}">{line(document.name)}</a></th><td>{shown(document.written)}</td>'
        + "".join(f"<td>{document.counts.get(kind, 0) or '–'}</td>" for kind in titles.values())
        + f"<td>{document.conflicts or '–'}</td></tr>\n"
        for number, document in enumerate(documents, 1)
    )
    columns = "".join(f'<th scope="col">{title}</th>' for title in ("document", "written", *titles, "disagree"))
    table = f"<table><thead><tr>{columns}</tr></thead>\n<tbody>{rows}</tbody></table>" if rows else ""
    if len(documents) > LISTED:
        table = f"<details><summary>{len(documents):,} documents</summary>\n{table}</details>"
    return (
        f'<nav class="contents" aria-labelledby="contents"><h1 id="contents">{line(title)}</h1>\n{table}</nav>\n'
    )


def kind_counts(document: Document) -> dict[str, int]:
    """The number of facts of each kind; for people, the number of persons, not of mentions."""
    counts = Counter(fact.kind for fact in document.facts)
    counts["person"] = len({person.entity for person in document.people})
    return counts


def unread(errors: Sequence[Problem]) -> str:
    rows = "".join(f"<li><b>{line(error.doc)}</b>: {line(error.message)}</li>" for error in errors)
    return f'<section class="unread"><h2>Not read</h2><ul>{rows}</ul></section>\n' if rows else ""


def heading(sheet: Sheet) -> str:
    name = line(document_name(sheet.document)) or "unnamed"
    return f'<h2 id="t{sheet.number}-title">{name}</h2>\n<p class="written">{written(sheet.document)}</p>'


def origin(document: Document) -> str:
    """A document's metadata from its input: title, author, publication, and a link to its URL."""
    parts = [f"<cite>{line(document.title)}</cite>"] if document.title else []
    parts += [line(part) for part in (document.byline, document.publication) if part]
    if document.url:
        url = line(document.url)
        parts.append(f'<a href="{url}" rel="noopener noreferrer">{url}</a>' if WEB.match(document.url) else url)
    return f'<p class="origin">{" · ".join(parts)}</p>\n' if parts else ""


def document_section(number: int, heading: str, origin: str, body: str, *, folded: bool) -> str:
    """A document, which unfolds where there are many.

    Where scripts run, what is in `noscript` is text to the browser, so that the page opens at once; the script makes
    it part of the page when it is asked for. Without scripts it is part of the page as it stands.
    """
    opening = f'<section class="document" id="t{number}" aria-labelledby="t{number}-title">\n'
    if not folded:
        return f"{opening}<header>{heading}\n{origin}</header>\n{body}</section>\n"
    return (
        f'{opening}<details class="fold"><summary><span class="header">{heading}</span></summary>\n'
        f'<noscript><div class="unfolded">{origin}{body}</div></noscript></details></section>\n'
    )


def page(sheet: Sheet, layout: Layout) -> Iterator[str]:
    """A document below its heading: the article and the sidebar."""
    name = line(document_name(sheet.document)) or "unnamed"
    beside = "".join(side(sheet, layout.kinds))
    yield f'<article aria-label="Text of {name}">\n'
    yield from article(sheet)
    yield "</article>\n"
    if beside:
        yield f'<aside aria-label="Facts of {name}" tabindex="0">\n{summary(sheet, layout)}{beside}</aside>\n'


def written(document: Document) -> str:
    if document.date:
        day = shown(document.date)
        return f'Written <time datetime="{day}">{shown(calendar_day(document.date))}</time>'
    return "Date of writing unknown" if document.dates else ""


def summary(sheet: Sheet, layout: Layout) -> str:
    """The counts of the facts, each a link to its section."""
    counts = kind_counts(sheet.document)
    disagreements = len(sheet.document.conflicts)
    topics = [("conflicts", disagreements, "disagreement" if disagreements == 1 else "disagreements")]
    for kind, topic in (("person", "people"), ("date", "dates"), ("percentage", "percentages"), ("claim", "claims")):
        topics += [(topic, counts.get(kind, 0), topic)]
    topics += [(f"own-{kind}", counts[kind], kind) for kind in sorted(counts) if css_class(kind) == "own"]
    links = "".join(
        f'<li><a href="#{anchor(topic, str(sheet.number))}"><b>{count:,}</b> {line(title.replace("-", " "))}</a></li>'
        for topic, count, title in topics
        if count
    )
    return f'<ul class="summary" aria-label="What was found">{links}</ul>\n'


@cache
def asset(name: str) -> str:
    """A file of the package that is included in the page unchanged."""
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as text:
        return text.read()


def digest(name: str) -> str:
    """The digest by which the page's policy recognises its own style and script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(asset(name).encode("utf-8")).digest()).decode("ascii")
