"""The order of the stages: text to tokens, tokens to findings, findings to facts, facts to a document."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, TypeVar, get_args

from factx.findings import Findings
from factx.model import Conflict, Document, Entity, Fact, Kind
from factx.text.clean import clean
from factx.text.tokens import tokenise

if TYPE_CHECKING:
    from factx.custom.extractor import Extractor
    from factx.engine.rules import Finding
    from factx.model import Claim, Date, Percentage, Person
    from factx.syntax import Syntax
    from factx.text.tokens import Tokens

V = TypeVar("V")
KINDS: frozenset[str] = frozenset(get_args(Kind))


def extract(
    text: str,
    *,
    date: str | None = None,
    id: str | None = None,
    kinds: Collection[str] | None = None,
    date_order: str | None = None,
    ratios: bool = False,
    extractors: Sequence[Extractor] = (),
) -> Document:
    """The facts in `text`.

    date: the day it was written, as an ISO date, or its month; if None, that of its dateline, if it has one. Relative
        dates are resolved against it, and stay underspecified without it: no clock is read.
    id: the document's name in the output.
    kinds: the kinds of fact wanted; if None, all. A kind that is left out costs nothing, and nothing is linked to it;
        of the dates, the dateline is read even so.
    date_order: "mdy", "dmy" or "ymd", how to read 03/04/2020; if None, as the rest of the text suggests.
    ratios: whether shares in words ("one in five") are percentages too.
    extractors: extractors for additional kinds of fact.

    Raises ValueError if `date` is not an ISO date, or `date_order` not one of the three.
    """
    if kinds is None:
        kinds = KINDS.union(extractor.kind for extractor in extractors)
    read_as = clean(text)
    found = _document(read_as.text if read_as else text, date, kinds, date_order, ratios, extractors)
    written = date if date is not None and len(date) == len("2020-08") else found.date
    found = found._replace(id=id, text=text, date=written)
    if read_as is None:
        return found
    facts = list(found.facts)
    found = found._replace(facts=())
    for place, fact in enumerate(facts):  # one by one: of a large text they would be too many to have them all twice
        facts[place] = read_as.restored(fact)
    return found._replace(facts=tuple(facts))


def _document(
    text: str,
    date: str | None,
    kinds: Collection[str],
    date_order: str | None,
    ratios: bool,
    extractors: Sequence[Extractor],
) -> Document:
    """The facts in a text that stands as it reads."""
    found = _findings(text, kinds, extractors, ratios=ratios)
    tokens = found.tokens
    people: list[Person] = []
    entities: list[Entity] = []
    dates: list[Date] = []
    percentages: list[Percentage] = []
    claims: list[Claim] = []
    conflicts: Sequence[Conflict] = ()
    # Extractors are imported on use: a kind that is not wanted does not slow the start either.
    if "person" in kinds or "claim" in kinds:
        from factx.resolve import coreference

        people, entities = coreference.group(found.people, tokens)
        found.forget("people")
    if "date" in kinds:
        from factx.resolve import anchor

        dates, date = anchor.anchor(
            _with_own("date", found.dates, extractors, tokens), tokens, date, date_order=date_order, people=people
        )
        found.forget("dates")
    elif date is None:
        from factx.resolve import dateline

        date = dateline.day(text)
    if "percentage" in kinds:
        from factx.resolve import holders

        figures = _with_own("percentage", found.figures(ratios=ratios), extractors, tokens)
        percentages = holders.resolve(figures, tokens, people)
        found.forget("percentages")
        del figures
    if "claim" in kinds:
        from factx.extract import claims as claim_kind
        from factx.resolve import links

        claims = links.link(claim_kind.find(tokens, people), tokens, people, entities, dates, percentages)
    others = [extractor for extractor in extractors if extractor.kind in kinds and extractor.kind not in KINDS]
    own = [fact for extractor in others for fact in extractor.facts(tokens)]
    del tokens, found  # of a large text, the tokens take more memory than the facts
    if len(kinds) > 1:
        from factx.resolve import disagreements as disagreement

        conflicts = disagreement.conflicts(claims, dates, percentages, date)
    facts: list[Fact] = [*dates, *(people if "person" in kinds else ()), *percentages, *claims, *own]
    facts.sort(key=lambda fact: (fact.span.start, -fact.span.end))
    return Document(
        id=None, text=text, date=date, facts=tuple(facts), entities=tuple(entities), conflicts=tuple(conflicts)
    )


def _findings(text: str, kinds: Collection[str], extractors: Sequence[Extractor], *, ratios: bool) -> Findings:
    """What is found in a text before its sentences are read; extractors that read them share it."""
    found = Findings(_tokens(text, kinds, whole=ratios or bool(extractors)), shared=bool(extractors))
    if extractors:
        from factx.custom import sentences

        sentences.share(found)
    return found


def _tokens(text: str, kinds: Collection[str], *, whole: bool) -> Tokens:
    """The tokens of a text: where percentages alone are wanted, and not `whole`, those that can be of one."""
    if whole or set(kinds) != {"percentage"}:
        return tokenise(text, often=len(kinds) > 1 or "claim" in kinds)
    from factx.extract.percentages import tokens_for

    return tokens_for(text)


def read_syntax(text: str) -> Syntax:
    """The sentences of `text` as the rules over clauses see them: people, dates and figures are found before."""
    return Findings(tokenise(text)).syntax


def _with_own(
    kind: str, found: list[Finding[V]], extractors: Sequence[Extractor], tokens: Tokens
) -> list[Finding[V]]:
    """The findings, with those of user-defined rules for that kind, which win over built-in ones of equal length."""
    own = [each for extractor in extractors if extractor.kind == kind for each in extractor.find(tokens)]
    if not own:
        return found
    from factx.engine.rules import longest

    return sorted(longest([*own, *found], len(tokens)), key=lambda each: each.start)


def save_cache() -> None:
    """Write the compiled rules to the on-disk cache, if possible, so that the next process starts faster."""
    from factx.cache import Cache

    Cache.save()
