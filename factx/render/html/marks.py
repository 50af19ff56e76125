"""The article with its facts marked in place, in layers: claims as lines under the text, all else as boxes in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factx.render.html.markup import shown
from factx.render.html.page import Sheet
from factx.render.layers import Layer, in_common, paragraphs

ROLES: Final = frozenset({"date", "person", "percentage", "source", "cue", "content"})


def article(sheet: Sheet) -> Iterator[str]:
    """The text in paragraphs, each with the number of its line in the file."""
    writer = Writer(sheet)
    for paragraph in paragraphs(sheet.document):
        near = ' class="next"' if paragraph.follows else ""
        yield f'<p{near} data-line="{sheet.lines.place(paragraph.start)[0]}">'
        for stretch in paragraph.stretches:
            yield writer.enter(stretch.layers) + shown(stretch.text)
        yield writer.enter(()) + "</p>\n"


class Writer:
    """Opens and closes the elements of the layers, so that they nest even where layers overlap."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.open: list[tuple[Layer, bool]] = []
        self.marked: set[str] = set()
        self.reachable: set[str] = set()

    def enter(self, layers: tuple[Layer, ...]) -> str:
        """The tags that lead from the open layers to these; layers at the bottom of both stay open."""
        # Links can't contain links: only the uppermost handle becomes one.
        link = max((i for i, layer in enumerate(layers) if layer.handle), default=-1)
        wanted = [(layer, i == link) for i, layer in enumerate(layers)]
        same = in_common(self.open, wanted)
        closing = "".join("</a>" if linked else "</span>" for _, linked in reversed(self.open[same:]))
        self.open = wanted
        return closing + "".join(self.tag(layer, linked) for layer, linked in wanted[same:])

    def tag(self, layer: Layer, linked: bool) -> str:
        """The start tag of a layer; each fact gets one id, and one stop for the keyboard."""
        id = layer.fact.id
        name = self.sheet.name(id)
        classes = layer.role if layer.role in ROLES else "own"
        if layer.fact.kind == "claim":
            classes += f" claim l{layer.lane}"
        named = ""
        if layer.handle and id not in self.marked:
            self.marked.add(id)
            named = f' id="m{name}"'
        if not linked:
            return f'<span class="{classes}"{named} data-f="{name}">'
        again = ' tabindex="-1"' if id in self.reachable else ""
        self.reachable.add(id)
        return f'<a class="{classes}"{named} data-f="{name}" href="#f{name}"{again}>'
