"""What is said of a share: the clause whose subject it is, in which it stands in brackets, or which belongs to it."""

from __future__ import annotations

from bisect import bisect_left

from factx.extract.percentages.figure import Range
from factx.extract.percentages.view import View
from factx.extract.percentages.words import kinds
from factx.syntax.sentence import Clause

NEAR = 8
"""How many clauses away a clause is looked for that belongs to another."""
BY = 5
"""How far before the first of two figures its "by" may stand: "by an overwhelming margin of"."""


def said_of(view: View, item: int) -> Clause | None:
    """The clause that tells something of the figure at an item."""
    before = view.tags[item - 1] if item else frozenset()
    clause = view.by_subject.get(view.origin[item])
    if clause is not None:
        # "whose debt is 90% may close": what follows a verb is no subject of the next.
        return None if "verb-group" in before and "clause" not in before else clause
    if before.isdisjoint({"opening", "dash", "hyphen"}):
        return _reduced(view, item)
    return _around(view, view.origin[item])


def _around(view: View, start: int) -> Clause | None:
    """The clause that goes on behind a figure in brackets: three in four (74%) of them [say so]."""
    first = bisect_left(view.verbs, start)
    for clause in view.clauses[first:first + NEAR]:
        group = clause.subject
        if group is not None and group.start < start < clause.verb.start and view.is_share(group.start, group.end):
            return clause
    return None


def _reduced(view: View, item: int) -> Clause | None:
    """A relative or participle clause of the figure itself: the 31% [who view him so], with 8% [saying so]."""
    start, end = view.with_phrases(item)
    absolute = any(word.lower() == "with" for word in view.items[max(0, item - 3):item])
    definite = not {view.word(place) for place in range(max(0, start - 1), start + 1)}.isdisjoint({"the", "of"})
    behind = view.place_of.get(end, item + 1)
    for place in range(behind, min(behind + 3, len(view.tags))):
        tags = view.tags[place]
        clause = view.by_verb.get(view.origin[place])
        if clause is None:
            if "relative" in tags and place == behind or absolute and "participle" in tags:
                continue
            return None
        if "relative" in view.tags[place - 1] and place == behind + 1 or "ing" in tags and absolute:
            return clause
        return clause if "participle" in tags and place == behind and definite and not absolute else None
    return None


def divided(view: View, item: int) -> Range | None:
    """What those say who are divided so: by 64% to 22%, tenants [oppose it]; they [back it] by 64% to 22%."""
    second = item + 2
    if second >= len(view.tags) or "figure" not in view.tags[second] or view.items[item + 1].lower() not in _TO:
        return None
    by = next((place for place in range(item - 1, max(item - BY, -1), -1) if view.items[place].lower() == "by"), None)
    if by is None:
        return None
    fronted = by == 0 or "end" in view.tags[by - 1]
    clause = _opinion(view, view.origin[second if fronted else by], behind=fronted)
    if clause is None or fronted:
        return None if clause is None else view.predicate(clause)
    if second + 1 < len(view.tags) and "sconj" in view.tags[second + 1]:
        return view.origin[second + 1], clause.end  # they say by 64% to 22% [that it is dear]
    return clause.verb.start, view.origin[by]


_TO = ("to", "-", "–", "—")


def _opinion(view: View, token: int, *, behind: bool) -> Clause | None:
    """The clause of a sentence that is nearest behind or before a token, if it tells what somebody says or chooses."""
    first, last = view.tokens.sentence_of(token)
    number = bisect_left(view.verbs, token) - (not behind)
    if not 0 <= number < len(view.clauses) or not first <= view.verbs[number] < last:
        return None
    clause = view.clauses[number]
    return None if kinds(view.word(clause.verb.head)).isdisjoint({"say-verb", "choose-verb"}) else clause


def chosen(view: View, clause: Clause) -> Range | None:
    """Whom those who are asked choose: 42% [prefer Lee], are pleased with Lee, think that Lee is the best."""
    verb = kinds(view.word(clause.verb.head))
    item: int | None = view.item(clause.verb.start) + 1
    if not clause.verb.tags.isdisjoint({"copula", "passive"}):
        item = _pleased_with(view, item)
    elif "say-verb" in verb:
        item = _told_of(view, clause)
    elif "choose-verb" not in verb:
        return None
    elif item is not None and item < len(view.tags) and view.items[item].lower() in ("for", "of"):
        item += 1  # vote for Lee, approve of Lee
    tags = view.tags[item] if item is not None and item < len(view.tags) else frozenset()
    somebody = {"named", "person", "subject"} if "say-verb" in verb else {"named", "person", "object"}
    return view.range(item) if item is not None and "noun-group" in tags and not tags.isdisjoint(somebody) else None


def _pleased_with(view: View, item: int | None) -> int | None:
    """Whom one is pleased or dissatisfied with, the words for it beginning at an item."""
    while item is not None and item + 1 < len(view.tags) and not view.tags[item].isdisjoint({"adv", "adj", "participle"}):
        item += 1
    return item + 1 if item is not None and view.items.words[item : item + 1] == ["with "] else None


def _told_of(view: View, clause: Clause) -> int | None:
    """Whom one thinks something of: think that [Lee] would win; say [Lee]."""
    number = view.number_of[clause.verb.start]
    near = view.clauses[number + 1:number + NEAR]
    told = next((other for other in near if other.parent == number and other.kind == "complement"), None)
    if told is None:
        return view.item(clause.verb.start) + 1
    return view.item(told.subject.start) if told.subject is not None and "modal" in told.verb.tags else None
