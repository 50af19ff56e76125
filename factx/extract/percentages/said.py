"""The predicate of a share: from the clause whose subject it is, that encloses its brackets, or that modifies it."""

from __future__ import annotations

from bisect import bisect_left

from factx import lexicon
from factx.extract.percentages.figure import Range
from factx.extract.percentages.phrases import can_be_asked, named_or_group
from factx.extract.percentages.predicate import is_told, predicate
from factx.extract.percentages.view import View
from factx.extract.percentages.words import TO, kinds
from factx.syntax.sentence import Clause

LEADS = frozenset(["lead", "edge", "advantage"])
NEAR = 8
"""How many clauses away a clause is looked for that belongs to another."""
BEFORE = 6
"""How far before a share the first of two that are joined may stand: 62% of girls in towns and 54%."""
WANTING = "what a share is to do"
"""The rule of a share that somebody wants or expects to do or to be something."""
APART = frozenset(["despite", "after", "because", "amid", "before", "since", "without", "until"])
"""Prepositions that lead from a share to something else."""
PURPOSE = frozenset(["need", "needs", "needed"])
"""Verbs whose infinitive mostly tells what the share is for: they need 60% of the vote to win."""
BY = 5
"""How far before the first of two figures its "by" may stand: "by an overwhelming margin of"."""


def said_of(view: View, item: int) -> Clause | None:
    """The clause that tells something of the figure at an item."""
    before = view.tags[item - 1]
    clause = view.by_subject.get(view.origin[item])
    if "genitive" in before and "time" in view.tags[item - 2]:
        return None  # it fell from Friday's 9% after ...
    if clause is not None:
        # "whose debt is 90% may close": what follows a verb is no subject of the next.
        follows = "verb-group" in before and "clause" not in before
        leads = view.word(clause.verb.start) in LEADS and view.word(clause.verb.start + 1) == "over"
        other = follows or leads or view.joined_on(item, clause) is not None or _is_far_absolute(view, item, clause)
        return None if other else clause  # no 53% to 39% lead over Ray
    if (joined := _joined(view, item)) is not None:
        return joined
    if view.items.lower[item + 1] == "of" and "relative" in view.tags[item + 2]:
        return view.by_verb.get(view.origin[item + 3])  # nurses, 40% of whom are men
    apposed = "comma" in before or view.items.lower[item - 1] == "or"  # a third of them, or 35%, say so
    if before.isdisjoint({"opening", "dash", "hyphen"}) and not (apposed and "comma" in view.tags[item + 1]):
        amount = view.items.lower[item - 1] == "or" and "num" in view.tags[item - 2]  # worth $5 million, or 8% of
        return None if amount else _reduced(view, item)
    return _around(view, view.origin[item])


def _is_far_absolute(view: View, item: int, clause: Clause) -> bool:
    """Whether a participle after "with" belongs to another noun: with 53% of the votes despite the row [unleashed]."""
    if clause.kind != "absolute" or "infinitive" in clause.verb.tags:
        return False
    _, end = view.with_phrases(item)
    between = range(view.place_of.get(end, item), view.place_of[clause.verb.start])
    return any("adp" in view.tags[place] and view.items.lower[place] in APART for place in between)


def wanted(view: View, item: int) -> Clause | None:
    """The clause of what somebody wants or expects a share to do: the council wants 30% of homes [to be cheap]."""
    start, end = view.with_phrases(item)
    before = view.head(item - 1) if "verb-group" in view.tags[item - 1] else ""
    clause = view.by_verb.get(end) if before and before not in PURPOSE else None
    if clause is None or clause.understood is None or "infinitive" not in clause.verb.tags:
        return None
    return clause if clause.understood.start == start else None


def _joined(view: View, item: int) -> Clause | None:
    """The clause that tells the same of two shares: 62% of girls and 54% of boys [passed]."""
    if view.items.lower[item - 1] not in ("and", "or"):
        return None
    for place in range(item - 2, max(item - BEFORE, -1), -1):
        if "figure" in view.tags[place]:
            clause = view.by_subject.get(view.origin[place])
            return clause if clause is not None and view.origin[item] < clause.verb.start else None
    return None


def _around(view: View, start: int) -> Clause | None:
    """The clause that goes on after a figure in brackets: three in four (74%) of them [say so]."""
    first = bisect_left(view.verbs, start)
    for clause in view.clauses[first:first + NEAR]:
        group = clause.subject
        follows = "finite" in clause.verb.tags and clause.verb.start == start + 2
        if follows and (group is None or group.start > start):
            return clause  # a third of them, or 35%, [say so]
        if group is not None and group.start < start < clause.verb.start and (
            view.is_share(group.start, start) or clause.verb.start == start + 2 and view.word(start - 1) == "or"
        ):
            return clause
    return None


def _reduced(view: View, item: int) -> Clause | None:
    """A relative or participle clause of the figure itself: the 31% [who view him so], with 8% [saying so]."""
    start, end = view.with_phrases(item)
    behind = view.place_of.get(end, item + 1)
    if view.tags[behind].isdisjoint(_REDUCED) or view.items.lower[behind] == "compared":
        return None
    inside = behind > item + 2 and view.items.lower[item + 1] != "of"
    if inside and "relative" in view.tags[behind]:
        return None  # it fell 8% in the group that walked
    absolute = "with" in view.items.lower[max(0, item - 3):item]
    of_share = view.word(start - 1) == "of" and view.head(item - 2) not in lexicon.load("shares")["thing-noun"]
    definite = of_share or view.word(start) == "the"
    place = behind
    while "relative" in view.tags[place]:
        place += 1
    clause = view.by_verb.get(view.origin[place])
    if clause is None or "relative" in view.tags[place - 1]:
        return clause
    told = definite or "or-past" in clause.verb.tags and is_told(view, clause)
    form = "ing" if absolute else "participle" if told else ""
    return clause if form in view.tags[place] else None


_REDUCED = frozenset({"relative", "participle", "ing"})
"""What such a clause begins with."""


def divided(view: View, item: int) -> tuple[Range, Range | None] | None:
    """The whole and the predicate of figures that divide a group: by 64% to 22%, [tenants] [oppose it].

    Or the other way round: they back it by 64% to 22%.
    """
    second = item + 2
    if "figure" not in view.tags[second] or view.items.lower[item + 1] not in TO:
        return None
    by = next((place for place in range(item - 1, max(item - BY, -1), -1) if view.items.lower[place] == "by"), None)
    if by is None:
        return None
    fronted = "end" in view.tags[by - 1] or "comma" in view.tags[by - 1] and "comma" in view.tags[second + 1]
    clause = _opinion(view, view.origin[second if fronted else by], behind=fronted)
    if clause is None:
        return None
    subject = view.subject(clause)
    many = subject is not None and "plural" in view.tags[view.item(subject[0])]
    who = subject if subject is not None and (many or can_be_asked(view.tokens, subject)) else None
    if fronted:
        return predicate(view, clause), who
    if "sconj" in view.tags[second + 1]:
        return (view.origin[second + 1], clause.end), who  # they say by 64% to 22% [that it is dear]
    return (clause.verb.start, view.origin[by]), who


def _opinion(view: View, token: int, *, behind: bool) -> Clause | None:
    """The clause of a sentence that is nearest after or before a token, if it tells what somebody says or chooses."""
    first, last = view.tokens.sentence_of(token)
    number = bisect_left(view.verbs, token) - (not behind)
    near = view.clauses[max(0, number):number + NEAR]
    clause = next((each for each in near if not behind or "finite" in each.verb.tags), None)  # those asked [oppose it]
    if clause is None or not first <= clause.verb.start < last:
        return None
    return None if kinds(view.word(clause.verb.head)).isdisjoint({"say-verb", "choose-verb"}) else clause


def chosen(view: View, clause: Clause) -> Range | None:
    """The holder whom those asked choose: 42% prefer [Lee], are pleased with [Lee], think that [Lee] is the best."""
    following = view.clauses[view.number_of[clause.verb.start] + 1:][:1]
    if following and "infinitive" in following[0].verb.tags and following[0].verb.start == clause.verb.end:
        return chosen(view, following[0])  # they plan to vote for Lee
    found = _chosen(view, clause)
    asked = "say-verb" in kinds(view.word(clause.verb.head))
    return None if found is None else _somebody(view, found, asked=asked)


def _chosen(view: View, clause: Clause) -> int | None:
    """The item at which it stands whom those who are asked choose."""
    verb = kinds(view.word(clause.verb.head))
    item = view.item(clause.verb.start) + 1
    if "negated" in clause.verb.tags:
        return None
    if not clause.verb.tags.isdisjoint({"copula", "passive"}):
        return _pleased_with(view, item)
    if "say-verb" in verb:
        return _told_of(view, clause)
    if "choose-verb" in verb:
        return item + (view.items.lower[item] in ("for", "of"))  # vote for Lee, approve of Lee
    return None


def _somebody(view: View, item: int, *, asked: bool) -> Range | None:
    """The person whom a noun group at an item names; asked: whether an object pronoun there is the person asked."""
    tags, where = view.tags[item], view.range(item)
    if where[0] == where[1]:
        return None  # the text is cut off: 74% say they trust
    if not view.tags[item + 1].isdisjoint({"participle", "past"}):
        return None  # they want Lee replaced
    if view.word(view.origin[item]) in ("either", "neither", "any", "no"):
        return None
    known = not tags.isdisjoint({"named", "person", "subject" if asked else "object"})
    named = known or named_or_group(view.tokens, where)
    return where if named else None


def _pleased_with(view: View, item: int) -> int | None:
    """The person one is pleased or dissatisfied with, in words that begin at an item."""
    while not view.tags[item].isdisjoint({"adv", "adj", "participle"}):
        item += 1
    return item + 1 if view.items.lower[item] == "with" else None


def _told_of(view: View, clause: Clause) -> int | None:
    """The person about whom one thinks something: think that [Lee] would win; say [Lee]."""
    number = view.number_of[clause.verb.start]
    near = view.clauses[number + 1:number + NEAR]
    told = next((other for other in near if other.parent == number and other.kind == "complement"), None)
    if told is None:
        return view.item(clause.verb.start) + 1
    if "choose-verb" in kinds(view.word(told.verb.head)):
        return _chosen(view, told)  # they said they would vote for Lee
    return view.item(told.subject.start) if told.subject is not None and "modal" in told.verb.tags else None
