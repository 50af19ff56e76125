"""Reports taken apart, and documents made by hand to be reported."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from factx.model import Claim, Conflict, Custom, Date, Document, Entity, Fact, Part, Percentage, Person, Span
from factx.render import Layout, renderer

VOID = {"meta", "input", "br"}
HOSTILE = (
    "</p></article></section></script></style></title><script>window.owned = 1</script>"
    "<img src=x onerror='window.owned = 2'>\" onmouseover=\"window.owned = 3\" ' autofocus onfocus='window.owned = 4"
    " <!-- & &lt; &#60; &amp;lt; --> ]]> <svg/onload=window.owned=5> javascript:owned"
    " \x00\x1b[31m\x9b2J\x7f \u202etxet\u2066 \ud800 \ufffe `${owned}` {{owned}}"
)
"""Text that a page could take for markup, for the end of its script, or for a change of direction."""


class Page(HTMLParser):
    """A report taken apart; an element that is not closed where it should be fails the test at once."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = text
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.paragraphs: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag != "a" or "a" not in self.open, "a link in a link"
        assert len(attrs) == len(dict(attrs)), attrs
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "p" and "article" in self.open:
            self.paragraphs.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self.open and "p" in self.open:
            self.paragraphs[-1] += data

    def values(self, name: str) -> list[str]:
        """Every value that an attribute has, in the page's order."""
        return [attrs[name] or "" for _, attrs in self.elements if name in attrs]

    @property
    def names(self) -> set[str]:
        """The elements and attributes of the page."""
        return {tag for tag, _ in self.elements} | {name for _, attrs in self.elements for name in attrs}


def report(*documents: Document, **layout: Any) -> str:
    return "".join(renderer("html")(documents, [], Layout(**layout)))


def date(id: str, start: int, end: int, text: str, **more: Any) -> Date:
    span = Span(start, end)
    return Date(id=id, span=span, text=text[start:end], rule="year", **{"type": "DATE", "value": "2020", **more})


def person(id: str, start: int, end: int, text: str, entity: str = "e1", **more: Any) -> Person:
    words = text[start:end]
    rest = {"rule": "full-name", "name": words, "title": None, **more}
    return Person(id=id, span=Span(start, end), text=words, entity=entity, **rest)


def percentage(id: str, start: int, end: int, text: str, **more: Any) -> Percentage:
    roles = dict.fromkeys(("of", "holder", "property", "predicate"))
    rest = {"low": 3, "high": 3, "unit": "percent", "mod": None, **roles, "change": None, **more}
    return Percentage(id=id, span=Span(start, end), text=text[start:end], rule="figure", **rest)


def claim(id: str, source: Span | None, cue: Span | None, content: Span, text: str, **more: Any) -> Claim:
    spans = [span for span in (source, cue, content) if span]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))

    def part(span: Span | None) -> Part | None:
        return Part(span, text[span.start : span.end]) if span else None

    rest = {
        "rule": "said-that", "style": "indirect", "stance": "asserts", "hedges": (), "entity": None, "name": None,
        "dates": (), "people": (), "percentages": (), **more,
    }  # fmt: skip
    return Claim(
        id=id, span=whole, text=text[whole.start : whole.end], source=part(source), cue=part(cue),
        content=(Part(content, text[content.start : content.end]),), **rest,
    )  # fmt: skip


def custom(id: str, start: int, end: int, text: str, kind: str = "case", value: str = "x") -> Custom:
    return Custom(id, Span(start, end), text[start:end], "case-number", kind, value, ())


def document(text: str, *facts: Fact, id: str = "a.txt", **more: Any) -> Document:
    """A document that holds these facts, and an entity for each that a mention names."""
    mentions = [fact for fact in facts if isinstance(fact, Person)]
    entities = {
        fact.entity: Entity(id=fact.entity, name=fact.name, titles=(fact.title,) if fact.title else (), mentions=())
        for fact in mentions
    }
    ordered = tuple(sorted(facts, key=lambda fact: (fact.span.start, -fact.span.end)))
    return Document(id=id, text=text, facts=ordered, **{"date": None, "entities": tuple(entities.values()), **more})


def hostile() -> Document:
    """A document all of whose words are hostile, and are facts."""
    text, size = HOSTILE, len(HOSTILE)
    whole = Span(0, size)
    everything = (
        date("d1", 0, size, text, value=HOSTILE, mod=HOSTILE, begin="2020-01-01", until="2020-01-01", notes=(HOSTILE,)),
        person("p1", 0, size, text, name=HOSTILE, title=HOSTILE, notes=(HOSTILE, f"{HOSTILE} +1.0")),
        percentage("n1", 0, size, text, of=Part(whole, text), holder=Part(whole, text), entity="e1"),
        claim("c1", whole, whole, whole, text, hedges=(Part(whole, text),), name=HOSTILE, rule=HOSTILE),
        custom("k1", 0, size, text, kind=f"case {HOSTILE}", value=HOSTILE),
    )
    conflict = Conflict(facts=("n1", "c1"), speakers=(HOSTILE,), text=HOSTILE)
    return document(text, *everything, id=HOSTILE, conflicts=(conflict,), date="2020-01-02")
