"""The percentages of a document, each with a bar that shows it as a part of a whole."""

from __future__ import annotations

from factx.model import Percentage
from factx.render.html.markup import line, section, shown
from factx.render.html.page import Sheet, doubts, quoted
from factx.render.wording import name_beside, qualifier


def shares(sheet: Sheet) -> str:
    names: dict[str | None, str] = {entity.id: entity.name for entity in sheet.document.entities}
    cards = [card(sheet, percentage, names.get(percentage.entity)) for percentage in sheet.document.percentages]
    body = f"<ol>{''.join(cards)}</ol>" if cards else ""
    return section(sheet.number, "percentages", "Percentages", f"{len(cards):,}", body)


def card(sheet: Sheet, percentage: Percentage, name: str | None) -> str:
    of = f" of {quoted(percentage.of)}" if percentage.of else ""
    holder = percentage.holder
    whose = f"{quoted(holder)}{shown(name_beside(holder, name))}" if holder else ""
    measure = quoted(percentage.property) if percentage.property else ""
    about = f'<span class="whose">{" – ".join(filter(None, (whose, measure)))}</span>' if whose or measure else ""
    predicate = f" {quoted(percentage.predicate)}" if percentage.predicate else ""
    figure = f"{qualifier(percentage)}{line(percentage.value_text)}"
    return (
        f'<li class="card" id="f{sheet.name(percentage.id)}"><div class="gist">'
        f"<p>{sheet.to_mark(percentage, figure)}{of}{predicate} {about}{doubts(percentage)}</p>{bar(percentage)}</div>"
        f'{sheet.excerpt(percentage)}<p class="foot">{sheet.to_line(percentage)}</p>{sheet.why(percentage)}</li>\n'
    )


def bar(percentage: Percentage) -> str:
    """The figure on a scale to a hundred, hatched where a bound leaves it open; a change has none: it is not a part."""
    low, high = percentage.low, percentage.high
    if percentage.unit != "percent" or percentage.change or percentage.mod == "MARGIN" or not 0 <= low <= high <= 100:
        return ""
    known = "open" if percentage.mod in ("LESS_THAN", "EQUAL_OR_LESS") else "part"
    parts = rect(known, low if low < high else 0, high)
    if percentage.mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        parts += rect("open", high, 100)
    return (
        '<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        f"{rect('whole', 0, 100)}{parts}</svg>"
    )


def rect(css_class: str, start: float, end: float) -> str:
    return f'<rect class="{css_class}" x="{start:g}" width="{end - start:g}" height="4"/>'
