"""The claims of a document by speaker."""

from __future__ import annotations

from factx.model import Claim
from factx.render.html.markup import line, section
from factx.render.html.page import Sheet, doubts, quoted

ARTICLES = ("the ", "a ", "an ")


def speakers(sheet: Sheet) -> str:
    """Each speaker in the order of the first claim, a named person under the name, others as the text calls them."""
    groups: dict[str, list[Claim]] = {}
    for claim in sheet.document.claims:
        groups.setdefault(claim.entity or called(claim), []).append(claim)
    body = "".join(group(sheet, claims) for claims in groups.values())
    return section(sheet.number, "claims", "Claims by speaker", f"{len(sheet.document.claims):,}", body)


def called(claim: Claim) -> str:
    """The source's words without their article: The Kremlin and the Kremlin are the same."""
    words = " ".join(claim.source.text.split()).casefold() if claim.source else ""
    return next((words.removeprefix(article) for article in ARTICLES if words.startswith(article)), words)


def group(sheet: Sheet, claims: list[Claim]) -> str:
    first = claims[0]
    name = line(first.name) if first.name else quoted(first.source) or "No one named"
    if first.entity and sheet.document.people:
        name = f'<a href="#e{sheet.name(first.entity)}">{name}</a>'
    count = f' <span class="count">{len(claims):,}</span>' if len(claims) > 1 else ""
    cards = "".join(card(sheet, claim, quoted(claim.source) == name) for claim in claims)
    return f'<section class="speaker"><h4>{name}{count}</h4><ul>{cards}</ul></section>\n'


def card(sheet: Sheet, claim: Claim, named: bool) -> str:
    """A claim; its source is not repeated if it is `named` by the heading."""
    hedges = f' <span class="hedged">hedged: {", ".join(map(quoted, claim.hedges))}</span>' if claim.hedges else ""
    content = " … ".join(quoted(part) for part in claim.content)
    handle = quoted(claim.cue) or "claims"
    source = f'<span class="who{" same" if named else ""}">{quoted(claim.source)}</span> ' if claim.source else ""
    return (
        f'<li class="card" id="f{sheet.name(claim.id)}"><div class="gist"><p>{source}'
        f'{sheet.to_mark(claim, handle)} <span class="stance {claim.stance}">{claim.stance}</span>{hedges}'
        f"{said_on(sheet, claim)}{doubts(claim)}</p>{within(sheet, claim)}</div>"
        f'<blockquote>{content}</blockquote><p class="foot">{sheet.to_line(claim)} '
        f'<span class="quiet style">{claim.style}</span> '
        f'<button type="button" class="quote">copy as quotation</button></p>{sheet.why(claim)}</li>\n'
    )


def within(sheet: Sheet, claim: Claim) -> str:
    """A link to the claim that reports it: the one whose content it is part of."""
    outer = sheet.facts.get(claim.parent or "")
    if not isinstance(outer, Claim):
        return ""
    words = f"{line(outer.name or '') or quoted(outer.source)} {quoted(outer.cue)}".strip() or "another claim"
    return f'<p class="within">as reported: <a href="#f{sheet.name(outer.id)}">{words}</a></p>'


def said_on(sheet: Sheet, claim: Claim) -> str:
    date = sheet.facts.get(claim.said_on or "")
    return f' <span class="quiet">said {line(date.text)}</span>' if date else ""
