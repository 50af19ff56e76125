"""Questions over all documents: people, disagreements, counts. Each document gives a record, all of them the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any, Final

from factx.across.disagreements import Disagreement, Party, disagreements
from factx.across.evidence import Evidence, evidence
from factx.across.people import Named, Somebody, one_person, people_of
from factx.model import Document
from factx.questions.grid import Column, Grid, Row
from factx.records import NamedTuple
from factx.render.layout import KIND_OF, Layout


class Share(NamedTuple):
    """One document's facts about a person."""

    named: Named
    mentions: int
    claims: tuple[Row, ...]
    percentages: tuple[Row, ...]


def people_in(document: Document, kept: Document) -> list[Share]:
    """A document's facts about each person; facts outside `kept` help to identify people but are not counted."""
    mentions: dict[str, int] = {}
    for person in kept.people:
        mentions[person.entity] = mentions.get(person.entity, 0) + 1
    said: dict[str | None, list[Row]] = {}
    for claim in kept.claims:
        said.setdefault(claim.entity, []).append({"id": claim.id, "stance": claim.stance, "text": claim.value_text})
    figures: dict[str | None, list[Row]] = {}
    for share in kept.percentages:
        figures.setdefault(share.entity, []).append({"id": share.id, "text": share.value_text})
    return [
        Share(named, mentions.get(named.entity, 0), tuple(said.get(named.entity, ())),
              tuple(figures.get(named.entity, ())))
        for named in people_of(document)
        if named.entity in mentions or named.entity in said or named.entity in figures
    ]  # fmt: skip


def people_grid(records: Iterable[list[Share]], layout: Layout) -> Grid:
    """The people of all documents, the most named first."""
    shares = {(share.named.doc, share.named.entity): share for share in chain.from_iterable(records)}
    found = one_person(share.named for share in shares.values())
    rows = [person_row(someone, [shares[each.doc, each.entity] for each in someone.members]) for someone in found]
    rows.sort(key=lambda row: (-row["mentions"], -len(row["documents"]), row["name"]))
    for number, row in enumerate(rows, 1):
        row["id"] = number
    return Grid("factx-people/1", "people", PEOPLE, rows)


def person_row(someone: Somebody, shares: Sequence[Share]) -> Row:
    names = dict.fromkeys(form for named in someone.members for form in named.forms)
    return {
        "id": 0, "name": someone.name, "names": list(names), "titles": list(someone.titles),
        "mentions": sum(share.mentions for share in shares),
        "claims": sum(len(share.claims) for share in shares),
        "percentages": sum(len(share.percentages) for share in shares),
        "documents": [
            {"doc": share.named.doc, "date": share.named.written, "entity": share.named.entity,
             "mentions": share.mentions, "claims": list(share.claims), "percentages": list(share.percentages)}
            for share in shares
        ],
        "notes": list(someone.notes),
    }  # fmt: skip


PEOPLE: Final = (
    Column("name", lambda row: row["name"], style="bold"),
    Column("mentions", lambda row: str(row["mentions"]), number=True),
    Column("documents", lambda row: str(len(row["documents"])), number=True),
    Column("claims", lambda row: str(row["claims"]), number=True),
    Column("figures", lambda row: str(row["percentages"]), number=True),
    Column("titles", lambda row: "; ".join(row["titles"])),
    Column("note", lambda row: "; ".join(row["notes"]), style="orange"),
)


class Contradictions(NamedTuple):
    """A document's own disagreements, and its evidence for disagreements with others."""

    doc: str
    date: str | None
    within: tuple[Row, ...]
    evidence: Evidence


def contradictions_in(document: Document, kept: Document) -> Contradictions:
    """The contradictions of a document."""
    within = tuple(
        {
            "kind": "within", "text": conflict.text, "documents": [document.id or ""],
            "parties": [within_row(document, id) for id in conflict.facts],
        }
        for conflict in kept.conflicts
    )  # fmt: skip
    return Contradictions(document.id or "", document.date, within, evidence(kept))


def within_row(document: Document, id: str) -> Row:
    fact = next((fact for fact in document.facts if fact.id == id), None)
    line = document.text.count("\n", 0, fact.span.start) + 1 if fact else None
    text = fact.value_text if fact else None
    return {"doc": document.id or "", "date": document.date, "fact": id, "line": line, "speaker": None, "text": text}


def disagreements_grid(records: Iterable[Contradictions], layout: Layout) -> Grid:
    """The disagreements as a grid: those between documents first, then those within one."""
    known = list(records)
    found = disagreements(
        chain.from_iterable(each.evidence.figures for each in known),
        list(chain.from_iterable(each.evidence.sayings for each in known)),
        chain.from_iterable(each.evidence.events for each in known),
    )
    rows = [*map(disagreement_row, found), *(row for each in known for row in each.within)]
    return Grid("factx-disagreements/1", "disagreements", DISAGREEMENTS, rows)


def disagreement_row(found: Disagreement) -> Row:
    return {
        "kind": found.kind, "text": found.text, "documents": [party.place.doc for party in found.parties],
        "parties": list(map(party_row, found.parties)),
    }  # fmt: skip


def party_row(party: Party) -> Row:
    place = party.place
    return {"doc": place.doc, "date": place.written, "fact": place.fact, "line": place.line,
            "speaker": place.speaker, "text": party.said}  # fmt: skip


DISAGREEMENTS: Final = (
    Column("kind", lambda row: row["kind"], style="cyan"),
    Column("disagreement", lambda row: row["text"]),
    Column("documents", lambda row: ", ".join(dict.fromkeys(row["documents"])), style="grey"),
)


def counts_in(document: Document, kept: Document) -> Row:
    """The number of facts of each kind in a document; people are counted as well as their mentions."""
    counts = {"people": len({person.entity for person in kept.people}), "facts": len(kept.facts)}
    for fact in kept.facts:
        counts[fact.kind] = counts.get(fact.kind, 0) + 1
    return {"doc": kept.id or "", "date": kept.date, "counts": counts}


def counts_grid(records: Iterable[Row], layout: Layout) -> Grid:
    """The counts of each document, and below them those of all, if there are several."""
    kinds: list[str] = [kind for kind in KIND_OF.values() if kind in layout.kinds]
    kinds += sorted(layout.kinds.difference(KIND_OF.values()))
    names = {"date": "dates", "person": "mentions", "percentage": "percentages", "claim": "claims"}
    titles = {names.get(kind, kind): kind for kind in kinds}
    if "mentions" in titles:
        before = {"dates": "date"} if "dates" in titles else {}
        titles = before | {"people": "people"} | titles
    titles["facts"] = "facts"
    rows: list[Row] = []
    total = dict.fromkeys(titles, 0)
    for record in records:
        counts = {title: record["counts"].get(key, 0) for title, key in titles.items()}
        rows.append({"doc": record["doc"], "date": record["date"], **counts})
        for title, count in counts.items():
            total[title] += count
    columns = (Column("doc", lambda row: row["doc"], style="bold"),
               *(Column(title, counter(title), number=True) for title in titles))  # fmt: skip
    last = {"doc": "total", **total} if len(rows) > 1 else None
    return Grid("factx-count/1", "documents", columns, rows, {"total": total}, last)


def counter(title: str) -> Callable[[Row], str]:
    return lambda row: str(row[title])


QUESTIONS: Final[dict[str, tuple[Callable[[Document, Document], Any], Callable[[Iterable[Any], Layout], Grid]]]] = {
    "people": (people_in, people_grid),
    "disagreements": (contradictions_in, disagreements_grid),
    "count": (counts_in, counts_grid),
}
"""For each question over documents: what is kept of each, the facts asked for beside it, and the answer from all."""
