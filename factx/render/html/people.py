"""The people of a document: their titles, mentions, claims and figures."""

from __future__ import annotations

from factx.model import Claim, Entity, Percentage, Person, as_read
from factx.render.html.markup import counted, line, section
from factx.render.html.page import Sheet, doubts, quoted, reasons
from factx.render.wording import qualifier


def people(sheet: Sheet) -> str:
    document = sheet.document
    mentions: dict[str, list[Person]] = {}
    for person in document.people:
        mentions.setdefault(person.entity, []).append(person)
    said: dict[str | None, list[Claim]] = {}
    for claim in document.claims:
        said.setdefault(claim.entity, []).append(claim)
    figures: dict[str | None, list[Percentage]] = {}
    for percentage in document.percentages:
        figures.setdefault(percentage.entity, []).append(percentage)
    entities = {entity.id: entity for entity in document.entities}
    cards = [
        card(sheet, entities.get(id) or nameless(id, own), own, said.get(id, []), figures.get(id, []))
        for id, own in mentions.items()
    ]
    count = f"{len(cards):,}"
    return section(sheet.number, "people", "People", count, f"<ol>{''.join(cards)}</ol>" if cards else "")


def nameless(id: str, mentions: list[Person]) -> Entity:
    """An entity for mentions whose entity the document does not list."""
    return Entity(id=id, name=mentions[0].name, titles=(), mentions=tuple(mention.id for mention in mentions))


def card(
    sheet: Sheet, entity: Entity, mentions: list[Person], claims: list[Claim], figures: list[Percentage]
) -> str:
    titles = f'<p class="titles">{" · ".join(map(line, entity.titles))}</p>' if entity.titles else ""
    on_lines = " ".join(
        f'<a class="to person" id="f{sheet.name(mention.id)}" href="#m{sheet.name(mention.id)}" '
        f'aria-label="{line(mention.text)}, {sheet.place(mention)}">{sheet.lines.shown(mention.span.start)}</a>'
        for mention in mentions
    )
    return (
        f'<li class="card" id="e{sheet.name(entity.id)}">'
        f'<div class="gist"><h4>{line(entity.name)}</h4>{titles}</div>'
        f'<p class="mentions">{counted(len(mentions), "mention", "mentions")}, '
        f"{'line' if len(mentions) == 1 else 'lines'} {on_lines}</p>"
        f"{speech(sheet, claims)}{shares(sheet, figures)}{evidence(sheet, mentions)}</li>\n"
    )


def speech(sheet: Sheet, claims: list[Claim]) -> str:
    rows = "".join(
        f'<li><a class="to claim" href="#f{sheet.name(claim.id)}">{quoted(claim.cue) or claim.stance}</a> '
        f"{line(' … '.join(as_read(part.text) for part in claim.content))}</li>"
        for claim in claims
    )
    return f'<ul class="says" aria-label="Says">{rows}</ul>' if rows else ""


def shares(sheet: Sheet, figures: list[Percentage]) -> str:
    rows = "".join(
        f'<li><a class="to percentage" href="#f{sheet.name(figure.id)}">'
        f"{qualifier(figure)}{line(figure.value_text)}</a>{f' of {quoted(figure.of)}' if figure.of else ''}</li>"
        for figure in figures
    )
    return f'<ul class="figures" aria-label="Figures">{rows}</ul>' if rows else ""


def evidence(sheet: Sheet, mentions: list[Person]) -> str:
    """The reasons for each mention, folded away."""
    rows = "".join(
        f'<li id="w{sheet.name(mention.id)}"><p>{sheet.to_mark(mention)} {sheet.to_line(mention)}{doubts(mention)}</p>'
        f"{reasons(mention)}</li>"
        for mention in mentions
    )
    name = line(mentions[0].name)
    return f'<details class="why"><summary aria-label="why {name}">why</summary><ul>{rows}</ul></details>'
