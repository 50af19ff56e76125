"""The article itself, its facts marked in place: by colour and line, or by brackets if there is no colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from factx.model import Document
from factx.read import Problem
from factx.render.keys import Lines
from factx.render.layers import Layer, Paragraph, in_common, paragraphs
from factx.render.layout import KIND_OF, Layout
from factx.render.plain import one_line, printable
from factx.render.styled import Run, painted, wrapped
from factx.render.wording import calendar_day, document_name, why

STYLES: Final = {
    "date": "teal",
    "person": "bold magenta",
    "percentage": "bold green",
    "own": "orange",
    "source": "bold blue",
    "cue": "italic blue",
    "content": "underline",
}
BRACKETS: Final = {"source": ("{%s<", "}"), "cue": ("{%s=", "}"), "content": ("{%s:", "}")}
"""The brackets of a claim's source, cue and content; every other fact is in [id:…]."""
LEGEND: Final = {
    "date": (("date", "d1", "date"),),
    "person": (("person", "p1", "person"),),
    "percentage": (("percentage", "n1", "percentage"),),
    "claim": (("source", "c1", "who"), ("cue", "c1", "says"), ("content", "c1", "what")),
}
INDENT: Final = 4


def pieces(document: Document, layout: Layout) -> Iterator[str]:
    return (f"{line}\n" for line in lines(document, layout))


def lines(document: Document, layout: Layout) -> Iterator[str]:
    """The document below an empty line and its name, with its lines wrapped to the width."""
    name = document_name(document) or "unnamed"
    written = f"  written {calendar_day(document.date)}" if document.date else ""
    yield ""
    yield from laid_out([Run("bold underline", name), Run("grey", written)], layout)
    for number, paragraph in enumerate(paragraphs(document)):
        if not (number and paragraph.follows):
            yield ""
        yield from laid_out(styled(paragraph) if layout.color else bracketed(paragraph), layout)
    if layout.why and document.facts:
        yield ""
        narrower = layout._replace(width=layout.width - INDENT)
        for reason in reasons(document):
            first, *rest = laid_out([Run("", reason)], narrower)
            yield first
            yield from (" " * INDENT + line for line in rest)


def frame(bodies: Iterable[str], errors: Sequence[Problem], layout: Layout) -> Iterator[str]:
    """The legend of the marks, then the documents."""
    yield "\n".join(laid_out(legend(layout), layout)) + "\n"
    yield from bodies


def legend(layout: Layout) -> list[Run]:
    samples = [sample for kind in LEGEND if kind in layout.kinds for sample in LEGEND[kind]]
    samples += [("own", f"{own}-1", own) for own in sorted(layout.kinds.difference(KIND_OF.values()))]
    runs: list[Run] = []
    for role, id, word in samples:
        opening, closing = ("", "") if layout.color else brackets(role, id)
        runs += [Run("", "  " if runs else ""), Run(STYLES[role], opening + printable(word) + closing)]
    return runs


def styled(paragraph: Paragraph) -> Iterator[Run]:
    """Each stretch in the styles of all its layers; of two colours, the uppermost shows."""
    for text, layers in paragraph.stretches:
        yield Run(" ".join(dict.fromkeys(STYLES[role_of(layer)] for layer in layers)), shown(text))


def bracketed(paragraph: Paragraph) -> Iterator[Run]:
    """The same with brackets, closed and opened again so that they nest even where facts overlap."""
    open: tuple[Layer, ...] = ()
    for text, layers in (*paragraph.stretches, ("", ())):
        same = in_common(open, layers)
        closing = "".join(brackets(layer.role, layer.fact.id)[1] for layer in reversed(open[same:]))
        opening = "".join(brackets(layer.role, layer.fact.id)[0] for layer in layers[same:])
        yield Run("", closing + opening + shown(text))
        open = layers


def brackets(role: str, id: str) -> tuple[str, str]:
    opening, closing = BRACKETS.get(role, ("[%s:", "]"))
    return opening % printable(id), closing


def shown(text: str) -> str:
    """The text made safe for a terminal; tabs become blanks, since their width varies."""
    return printable(text.replace("\t", " "))


def role_of(layer: Layer) -> str:
    return layer.role if layer.role in STYLES else "own"


def laid_out(runs: Iterable[Run], layout: Layout) -> Iterator[str]:
    return (painted(line, layout.color) for line in wrapped(runs, layout.width))


def reasons(document: Document) -> Iterator[str]:
    """Each fact with its value, its rule, and why: its notes and the rules of its roles."""
    lines = Lines(document.text, document.times)
    for fact in document.facts:
        value = "" if fact.kind == "claim" or fact.value_text == fact.text else f" = {one_line(fact.value_text)}"
        because = f": {one_line(why(fact))}" if why(fact) else ""
        place = lines.shown(fact.span.start)
        yield f"{place}  {printable(fact.id)}  {one_line(fact.text)}{value}  ({one_line(fact.rule)}{because})"
