"""The sidebar: disagreements, people, time line, percentages, claims by speaker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factx.model import Conflict, Fact, as_read
from factx.render.html.markup import line, section
from factx.render.html.page import Sheet, doubts
from factx.render.html.people import people
from factx.render.html.percentages import shares
from factx.render.html.speakers import speakers
from factx.render.html.timeline import timeline
from factx.render.layout import KIND_OF

SECTIONS = {"person": people, "date": timeline, "percentage": shares, "claim": speakers}


def side(sheet: Sheet, kinds: Iterable[str]) -> Iterator[str]:
    """The sections that have something to show; disagreements come first, being the most important."""
    yield disagreements(sheet)
    for kind, shown_as in SECTIONS.items():
        if kind in kinds:
            yield shown_as(sheet)
    for kind in sorted(set(kinds).difference(KIND_OF.values())):
        yield own(sheet, kind)


def disagreements(sheet: Sheet) -> str:
    conflicts = sheet.document.conflicts
    rows = "".join(disagreement(sheet, conflict) for conflict in conflicts)
    return section(sheet.number, "conflicts", "Disagreements", f"{len(conflicts):,}", rows and f"<ul>{rows}</ul>")


def disagreement(sheet: Sheet, conflict: Conflict) -> str:
    """The reason in words, and a link to each fact that takes part."""
    facts = [fact for id in conflict.facts if (fact := sheet.facts.get(id))]
    links = "".join(f"<li>{in_short(sheet, fact)} {sheet.to_line(fact)}</li>" for fact in facts)
    return f'<li class="card conflict"><p>{line(conflict.text)}</p><ul class="parties">{links}</ul></li>\n'


def in_short(sheet: Sheet, fact: Fact) -> str:
    """A link with the fact's text, or for a claim, whose text is long, with its source and cue."""
    if fact.kind != "claim":
        return sheet.to_mark(fact)
    source, cue = getattr(fact, "source", None), getattr(fact, "cue", None)
    return sheet.to_mark(fact, line(" ".join(as_read(part.text) for part in (source, cue) if part)) or None)


def own(sheet: Sheet, kind: str) -> str:
    """The facts of a user-defined kind."""
    facts = [fact for fact in sheet.document.facts if fact.kind == kind]
    cards = "".join(
        f'<li class="card" id="f{sheet.name(fact.id)}"><div class="gist"><p>{sheet.to_mark(fact)} '
        f"{line(fact.value_text) if fact.value_text != fact.text else ''}{doubts(fact)}</p></div>"
        f'{sheet.excerpt(fact)}<p class="foot">{sheet.to_line(fact)}</p>{sheet.why(fact)}</li>\n'
        for fact in facts
    )
    title = kind.replace("-", " ").capitalize()
    return section(sheet.number, f"own-{kind}", title, f"{len(facts):,}", cards and f"<ol>{cards}</ol>")
