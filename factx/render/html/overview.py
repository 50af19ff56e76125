"""The first page of a report on many documents: what they say together, each with links to where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, get_args

from factx.across.disagreements import Disagreement, disagreements
from factx.across.evidence import Evidence, evidence
from factx.across.people import Named, Somebody, one_person, people_of
from factx.model import Document, Stance
from factx.records import NamedTuple
from factx.render.html.markup import anchor, counted, line, shown
from factx.render.html.timeline import day_key
from factx.render.wording import day_range

FIRST: Final = 40
"""How many people are listed before the rest is folded away."""
KINDS: Final = {"d": "dates", "n": "percentages", "c": "claims"}
"""The kinds that cards can be asked for, by the letter of their ids."""


class Noted(NamedTuple):
    """The parts of a document that the first page needs."""

    number: int
    name: str
    id: str
    people: tuple[tuple[Named, int, int], ...]
    """Each with the numbers of mentions and claims."""
    evidence: Evidence
    dates: tuple[tuple[str, str, str, str], ...]
    """The first and the last day, the words and the id of each date that has days."""
    within: tuple[str, ...]
    """What disagrees within it."""


def noted(number: int, name: str, document: Document) -> Noted:
    mentions: dict[str, int] = {}
    for person in document.people:
        mentions[person.entity] = mentions.get(person.entity, 0) + 1
    said: dict[str | None, int] = {}
    for claim in document.claims:
        said[claim.entity] = said.get(claim.entity, 0) + 1
    people = tuple((named, mentions[named.entity], said.get(named.entity, 0)) for named in people_of(document)
                   if named.entity in mentions)  # fmt: skip
    dates = tuple((date.begin, date.until, date.text, date.id) for date in document.dates if date.begin and date.until)
    within = tuple(conflict.text for conflict in document.conflicts)
    return Noted(number, name, document.id or "", people, evidence(document), dates, within)


def overview(documents: Sequence[Noted], stances: bool) -> Iterator[str]:
    """The questions to ask, the disagreements, the people and the timeline; `stances`: whether there are claims."""
    yield ask(stances)
    yield from disagree(documents)
    yield from people(documents)
    yield from timeline(documents)


def ask(stances: bool) -> str:
    """The fields by which documents and cards are chosen; they are shown where the script runs."""
    kinds = "".join(f'<option value="{letter}">{kind}</option>' for letter, kind in KINDS.items())
    known = "".join(f"<option>{stance}</option>" for stance in get_args(Stance))
    return (
        '<div class="ask" role="search" aria-label="Documents and facts" hidden>\n'
        '<label>search <input type="search" id="ask-text" autocomplete="off"></label>\n'
        '<label>person <select id="ask-person"><option value="">all</option></select></label>\n'
        f'<label>kind <select id="ask-kind"><option value="">all</option>{kinds}</select></label>\n'
        + (f'<label>stance <select id="ask-stance"><option value="">all</option>{known}</select></label>\n'
           if stances else "")
        + '<output id="ask-found"></output></div>\n'
    )  # fmt: skip


def folded(name: str, title: str, count: int, body: str, *, is_open: bool) -> str:
    return (
        f'<details class="over {name}"{" open" if is_open else ""}><summary><h2 id="over-{name}">{title} '
        f'<span class="count">{count:,}</span></h2></summary>\n{body}</details>\n'
    )


def disagree(documents: Sequence[Noted]) -> Iterator[str]:
    """The disagreements: those between documents first, then those within one."""
    numbers = {document.id: document.number for document in documents}
    found = disagreements(
        [figure for document in documents for figure in document.evidence.figures],
        [saying for document in documents for saying in document.evidence.sayings],
        [event for document in documents for event in document.evidence.events],
    )
    rows = [disagreement(each, numbers) for each in found]
    rows += [
        f'<li><p>{line(text)}</p><p class="foot"><a href="#t{document.number}">{line(document.name)}</a></p></li>\n'
        for document in documents
        for text in document.within
    ]
    if rows:
        yield folded("conflicts", "Disagreements", len(rows), f"<ul>{''.join(rows)}</ul>", is_open=True)


def disagreement(found: Disagreement, numbers: dict[str, int]) -> str:
    links = " · ".join(
        f'<a href="#m{anchor(str(numbers[party.place.doc]), party.place.fact)}">{line(party.place.doc)}</a>'
        for party in found.parties
        if party.place.doc in numbers
    )
    return f'<li><p>{line(found.text)}</p><p class="foot">{links}</p></li>\n'


def people(documents: Sequence[Noted]) -> Iterator[str]:
    """The people of all documents, the most named first."""
    counts = {(named.doc, named.entity): (document.number, mentions, claims)
              for document in documents for named, mentions, claims in document.people}  # fmt: skip
    found = one_person(named for document in documents for named, _, _ in document.people)
    ranked = sorted(found, key=lambda each: (-sum(counts[m.doc, m.entity][1] for m in each.members), each.name))
    rows = [somebody(each, counts) for each in ranked]
    if not rows:
        return
    head = "".join(f'<th scope="col">{name}</th>' for name in ("name", "mentions", "claims"))
    head += '<th scope="col" class="words">documents</th>'
    body = f"<table><thead><tr>{head}</tr></thead>\n<tbody>{''.join(rows[:FIRST])}</tbody>"
    if rest := rows[FIRST:]:
        body += f'</table><details><summary>{len(rest):,} more</summary><table class="rest">{"".join(rest)}'
        body += "</table></details>\n"
    else:
        body += "</table>\n"
    yield folded("people", "People", len(rows), body, is_open=True)


def somebody(someone: Somebody, counts: dict[tuple[str, str], tuple[int, int, int]]) -> str:
    """A person's row: name and titles, the counts, and a link to the person in each document."""
    own = [counts[named.doc, named.entity] for named in someone.members]
    links = " ".join(
        f'<a href="#e{anchor(str(number), named.entity)}" title="{line(named.doc)}">{number}</a>'
        for named, (number, _, _) in zip(someone.members, own, strict=True)
    )
    note = f'<p class="quiet">{line("; ".join(someone.notes))}</p>' if someone.notes else ""
    return (
        f'<tr><th scope="row"><span class="person">{line(someone.name)}</span> '
        f'<span class="quiet">{line("; ".join(someone.titles))}</span>{note}</th>'
        f'<td>{sum(each[1] for each in own):,}</td><td>{sum(each[2] for each in own) or "–"}</td>'
        f'<td class="words">{links}</td></tr>\n'
    )


def timeline(documents: Iterable[Noted]) -> Iterator[str]:
    """The days that the documents tell of, each with its dates."""
    stops: dict[tuple[str, str], list[str]] = {}
    for document in documents:
        for begin, until, text, id in document.dates:
            link = f'<a href="#m{anchor(str(document.number), id)}" title="{line(document.name)}">{line(text)}</a>'
            stops.setdefault((begin, until), []).append(link)
    rows = "".join(
        f'<li class="stop"><h3><time datetime="{shown(days[0])}">{shown(day_range(*days))}</time> '
        f'<span class="count">{counted(len(links), "date", "dates")}</span></h3><p>{" · ".join(links)}</p></li>\n'
        for days, links in sorted(stops.items(), key=lambda stop: (day_key(stop[0][0]), day_key(stop[0][1])))
    )
    if rows:
        yield folded("dates", "Timeline", len(stops), f'<ol class="stops">{rows}</ol>', is_open=len(stops) <= FIRST)
