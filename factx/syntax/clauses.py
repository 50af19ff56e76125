"""Clauses: each verb group with its subject, its kind, its extent and the clause that it depends on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factx.syntax.clause_rules import SHARED, Boundary, boundaries, contents, past, subjects
from factx.syntax.groups import Group
from factx.syntax.sentence import Clause, ClauseKind
from factx.text.tokens import Tokens


class Predicate(NamedTuple):
    """A verb and what was found around it, by their places among the items."""

    verb: int
    subject: int | None
    understood: int | None
    begins: int
    """Where its clause begins: at the word that opens it, else at its subject."""
    kind: ClauseKind


def clauses_of(items: Tokens, groups: Sequence[Group]) -> list[Clause]:
    """The clauses of a text, in the order of their verbs.

    items: the text with its groups collapsed, as `items_of` gives it; past forms among its participles are told there.
    """
    _tell_past_forms(items)
    predicates = list(_predicates(items))
    contents_of = _contents(items, predicates)
    limits = sorted({boundary for finding in boundaries.find(items) for boundary in [finding.values]})
    places = [limit.place for limit in limits]
    group_at = {items.origin[place]: place for place in ()} if items.origin is None else {}
    assert items.origin is not None
    by_start = {group.start: group for group in groups}
    del group_at
    clauses: list[Clause] = []
    index = {predicate.verb: number for number, predicate in enumerate(predicates)}
    governed = {begins: verb for verb, begins in contents_of.items()}
    for predicate in predicates:
        begins, kind = predicate.begins, predicate.kind
        parent: int | None = None
        content = next((start for start in (begins, predicate.subject) if start in governed), None)
        if content is not None and governed[content] < predicate.verb:
            kind, begins, parent = "complement", content, index[governed[content]]
        ends = _end(items, limits, places, predicate, begins, kind)
        if parent is None and kind != "main":
            parent = _parent(predicates, index, predicate, begins)
        clauses.append(Clause(
            kind, items.origin[begins], _last(items, begins, ends), by_start[items.origin[predicate.verb]],
            _group(items, by_start, predicate.subject), _group(items, by_start, predicate.understood), parent,
        ))
    return clauses


def _group(items: Tokens, by_start: dict[int, Group], place: int | None) -> Group | None:
    """The group at an item; a number or an article that stands for one is a group of its own."""
    if place is None:
        return None
    assert items.origin is not None
    start = items.origin[place]
    return by_start.get(start) or Group("noun", start, start + 1, start, frozenset({"noun-group"}))


def _tell_past_forms(items: Tokens) -> None:
    """Give participles that are the past of their clause the tags of a finite verb."""
    tags = items.tags
    assert tags is not None
    for finding in past.find(items):
        own = tags[finding.values]
        tags[finding.values] = own - {"participle", "or-past", "passive"} | {"finite", "past"}


def _predicates(items: Tokens) -> Iterator[Predicate]:
    """The verbs with their subjects, in order."""
    tags = items.tags
    assert tags is not None
    tagged = subjects.tagger.tag(items)
    shared: int | None = None
    moved: dict[int, int] = {}
    before: int | None = None
    """The verb group before."""
    for place, own in enumerate(tags):
        if "end" in own:
            shared = before = None
        if "verb-group" not in own:
            continue
        if "finite" not in own or place in moved:
            subject = moved.get(place)
            yield Predicate(place, subject, None if subject is not None else shared, *_opening(items, place, subject))
            before = place
            continue
        found = next((values for _, values in subjects.at(items, tagged, place)), None)
        subject = found.subject if found else None
        understood = None
        if subject == SHARED:
            subject = None
            if not _is_bare(tags, place, before):
                if own >= {"auxiliary"} or len(items[place].split()) > 1:
                    understood = shared
                else:
                    subject = shared
        elif found is not None and found.verb != place:
            moved[found.verb] = subject if subject is not None else place
            before = place
            continue
        if subject is not None:
            shared = subject
        yield Predicate(place, subject, understood, *_opening(items, place, subject))
        before = place


def _is_bare(tags: Sequence[frozenset[str]], place: int, before: int | None) -> bool:
    """Whether a joined verb is a base form after "to" or a modal: to come and go."""
    return "base" in tags[place] and before is not None and not tags[before].isdisjoint({"infinitive", "modal", "future"})


def _opening(items: Tokens, verb: int, subject: int | None) -> tuple[int, ClauseKind]:
    """Where the clause of a verb begins, and its kind by what opens it."""
    tags = items.tags
    assert tags is not None
    own = tags[verb]
    if "infinitive" in own:
        return verb, "infinitive"
    if "finite" not in own:
        return verb, "participle"
    begins = min(verb, subject) if subject is not None else verb
    if subject is not None and "relative" in tags[subject]:
        return begins, "relative"
    first = begins
    while begins > 0 and ("adv" in tags[begins - 1] and "wh" not in tags[begins - 1] or "comma" in tags[begins - 1]):
        begins -= 1
    opener = tags[begins - 1] if begins else frozenset()
    if "relative" in opener or "wh" in opener and "noun-group" in opener:
        return begins - 1, "relative"
    if "sconj" in opener or "wh" in opener:
        return begins - 1, "adverbial"
    return first, "main"


def _contents(items: Tokens, predicates: Sequence[Predicate]) -> dict[int, int]:
    """From verbs to where the clause that is their content begins."""
    tags = items.tags
    assert tags is not None
    begins = {predicate.subject for predicate in predicates if "finite" in tags[predicate.verb]}
    begins |= {predicate.begins for predicate in predicates}
    tagged = contents.tagger.tag(items)
    found: dict[int, int] = {}
    for predicate in predicates:
        for rule, start in contents.at(items, tagged, predicate.verb):
            if rule != "said-it-was" or start in begins:
                found[predicate.verb] = start
                break
    return found


def _end(
    items: Tokens, limits: Sequence[Boundary], places: Sequence[int], predicate: Predicate, begins: int, kind: ClauseKind
) -> int:
    """The item after a clause."""
    tags = items.tags
    assert tags is not None
    quoted = begins > 0 and "double-quote" in tags[begins - 1]
    number = bisect_left(places, begins)
    while number < len(limits):
        place, reason = limits[number]
        number += 1
        if place <= predicate.verb and reason != "stop":
            continue
        if reason == "stop" or reason in ("and", "because"):
            return place
        if reason == "quote" and (quoted or _inside_quotation(items, begins)):
            return place
        if reason == "bracket" and "(" in items.words[begins - 8 if begins > 8 else 0 : begins]:
            return place
        if reason == "then" and (kind == "adverbial" or _is_fronted(items, begins)):
            return place
    return len(items)


def _is_fronted(items: Tokens, begins: int) -> bool:
    """Whether what stands before in its sentence is a clause in front, with no comma yet: "If you say it is over, ..."."""
    tags = items.tags
    assert tags is not None
    start, _ = items.sentence_of(begins)
    before = tags[start:begins]
    opens = bool(before) and ("sconj" in before[0] or "wh" in before[0] or not before[0].isdisjoint({"ing", "participle"}))
    return opens and not any("comma" in each for each in before)


def _inside_quotation(items: Tokens, place: int) -> bool:
    start, _ = items.sentence_of(place)
    tags = items.tags
    assert tags is not None
    return sum("double-quote" in each for each in tags[start:place]) % 2 == 1


def _last(items: Tokens, begins: int, ends: int) -> int:
    """The token after a clause, without the marks that it ends with."""
    tags = items.tags
    assert tags is not None and items.origin is not None
    while ends > begins + 1 and not tags[ends - 1].isdisjoint({"punct", "end"}):
        ends -= 1
    return items.origin[ends]


def _parent(
    predicates: Sequence[Predicate], index: dict[int, int], predicate: Predicate, begins: int
) -> int | None:
    """The clause before whose verb or subject the clause depends on."""
    number = index[predicate.verb]
    for other in range(number + 1, min(number + 4, len(predicates))):
        if predicates[other].subject == begins - 1:
            return other  # the man who left [is ill]
    return number - 1 if number else None
