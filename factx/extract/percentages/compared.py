"""The roles of all figures of a text: those of its own clause, and for one set beside another, those of the other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Literal, TypeAlias

from factx import lexicon
from factx.extract.percentages.changed import BARE_CHANGE
from factx.extract.percentages.figure import Range, Reading
from factx.extract.percentages.gapped import TOLD_BEHIND, left_out, subject_again
from factx.extract.percentages.measures import governed, is_place, names_somebody
from factx.extract.percentages.noun_reading import EXTREMES
from factx.extract.percentages.phrases import is_article
from factx.extract.percentages.qualities import QUALITY
from factx.extract.percentages.reading import DIVIDED, Reader
from factx.extract.percentages.view import View
from factx.extract.percentages.words import MOVING, kinds

STANDING_IN = frozenset({"growth itself", BARE_CHANGE})
"""The rules for what tells of no quantity of its own."""
COUNTERPART = "counterpart of the figure before"
BEHIND = 8
"""The items after a figure among which its owner is looked for: 33% to £427.9m [in Premium Wear]."""
DASHES = frozenset(["–", "—", "-"])
FAR = 30
"""The tokens between two figures of which none is set beside the other."""


def readings(view: View, figures: Sequence[int], shares: Collection[int]) -> dict[int, Reading]:
    """The reading of each figure, by its token, that has one; of those in `shares` the whole is known."""
    reader = Reader(view)
    every = frozenset(figures)
    found: dict[int, Reading] = {}
    for figure in figures:
        readings = (_cleared(view, each, every) for each in reader.read(figure, share=figure in shares))
        first = next((each for each in readings if each is not None), None)
        if first is not None:
            found[figure] = _with_stake(view, _at_somebody(view, figure, first))
    for one, other in pairwise(sorted(figures)):
        if one in found and other - one <= FAR:
            beside = _beside(view, one, other, found)
            if beside is not None:
                found[other] = beside
            if other in found:
                found[other] = _named(view, found[other], found[one])
    return found


def _named(view: View, reading: Reading, first: Reading) -> Reading:
    """A reading with a name for its pronoun, where the figure before has one: most like Lee; 9% dislike [him]."""
    if reading.holder is None or first.holder is None or view.word(reading.holder[0]) not in ("him", "her"):
        return reading
    alone = reading.holder[1] - reading.holder[0] == 1  # no "her rival"
    return reading._replace(holder=first.holder) if alone else reading


def _cleared(view: View, reading: Reading, figures: frozenset[int]) -> Reading | None:
    """A reading without what is no role: a pronoun that names nobody, words with a figure among them.

    None where nothing is left, and another may be looked for; one of no roles where none should be.
    """
    if reading.holder is not None and view.is_pronoun(reading.holder):
        reading = reading._replace(holder=None)
        if reading.property is None:
            return reading
    if reading.property is not None:
        start, end = reading.property
        head = view.word(governed(view.tokens, start + 1, end) - 1)
        untold = head in ("time", "part") or view.is_pronoun(reading.property)
        if untold or head in lexicon.load("shares")["survey-noun"]:
            return None
        if not figures.isdisjoint(range(start, end)):
            reading = reading._replace(property=None)
    if reading.holder is not None and not figures.isdisjoint(range(*reading.holder)):
        reading = reading._replace(holder=None)
    return reading if reading.property or reading.holder or reading.predicate else None


def _at_somebody(view: View, figure: int, reading: Reading) -> Reading:
    """A reading with the owner that is named after the figure: sales rose 3% [at Acme]; no place: 3% in Asia."""
    if reading.property is None or reading.holder is not None or reading.rule in TOLD_BEHIND:
        return reading
    item = view.item(figure)
    for place in range(item + 1, item + BEHIND):
        if not view.tags[place].isdisjoint({"comma", "end", "verb-group", "figure", "cconj"}):
            return reading
        where = view.after(place - 1, "at", "in")
        if where is not None and _is_owner(view, where, inside=view.items.lower[place] == "in"):
            return reading._replace(holder=where)
    return reading


def _is_owner(view: View, where: Range, *, inside: bool) -> bool:
    """Whether a noun group after "at" or "in" is somebody's; inside: whether it is "in", before a place or a group."""
    if view.is_time(where) or not names_somebody(view.tokens, *where):
        return False
    first = where[0]
    many = view.tokens[first].islower() and not is_article(view.word(first))  # a fall of 3% in women is nobody's
    return not inside or not many and not is_place(view.tokens, *where)


def _with_stake(view: View, reading: Reading) -> Reading:
    """A reading with what a stake is in: Lee's stake [in Acme] has shrunk to 14%."""
    if reading.property is None or reading.holder is None:
        return reading
    last = reading.property[1] - 1
    if view.word(last) not in lexicon.load("shares")["stake-noun"] or view.word(last) in ("share", "shares"):
        return reading  # its market share in Peru
    item = view.item(last)
    owner = view.after(item, "of")  # the stake of Lee in Acme
    where = view.after(item if owner is None else view.item(owner[0]), "in")
    return reading if where is None or view.is_time(where) else reading._replace(of=where)


Comparison: TypeAlias = Literal["same", "compared", "change", "beside"]
"""How a figure is set beside the one before: as the same at another time, as another's, as a change of it, in a row."""


def _beside(view: View, one: int, other: int, found: dict[int, Reading]) -> Reading | None:
    """The reading of a figure that is set beside one before it; None if it stays as it is."""
    first, own = found[one], found.get(other)
    told_behind = own is not None and own.rule in TOLD_BEHIND
    if (listed := _listed(view, one, other, first, own)) is not None:
        return listed
    if own is not None and own.rule == "gapped" and _is_owner_again(first, own):
        return own._replace(property=first.property)  # Leeds rents rose 4% and [York] by 6%
    if (own is None or not own.property) and _is_it_again(view, one, other):
        return None if first.property is None else _again(first)._replace(predicate=None)
    comparison = _comparison(view, one, other)
    if own is None and _is_of_time(view, one, other):
        return _again(first)
    if comparison == "compared":
        return _compared(view, other, first, own)
    if comparison == "same" and not told_behind:
        again = _again(first)
        return again._replace(holder=None) if first.property is None and _is_score(view, one, other) else again
    if comparison == "change" and first.predicate is not None and (own is None or own.predicate is None):
        return Reading("change of the share before", predicate=first.predicate)
    if comparison == "change" and own is None and first.property is not None and view.word(other - 1) in DASHES:
        return _again(first)  # it rose 4% to a record – 9% higher than in May
    return None if own is None else _own_beside(view, one, other, first, own, beside=comparison == "beside")


def _own_beside(view: View, one: int, other: int, first: Reading, own: Reading, *, beside: bool) -> Reading | None:
    """The reading of a figure with one of its own: somebody's quantity beside another of theirs; a bare change."""
    if beside and own.property and not own.holder and first.property:
        return own._replace(holder=first.holder)
    return _again(first) if own.rule == BARE_CHANGE and _in_one_clause(view, one, other) else None


def _listed(view: View, one: int, other: int, first: Reading, own: Reading | None) -> Reading | None:
    """The reading of a figure in a row with the one before: 80% wool and 20% silk; 3% in Leeds, 4% in York."""
    if first.rule == QUALITY:
        return _of_quality(view, other, first)
    if {",", "and", "while", "but"}.isdisjoint(view.lower[one + 1:other]):
        return None
    if own is None and (again := subject_again(view, one, other, first)) is not None:
        return again
    told_behind = own is not None and own.rule in TOLD_BEHIND
    if not told_behind and (elsewhere := _elsewhere(view, one, other, first)) is not None:
        return elsewhere
    if own is None and _is_at_other_time(view, one, other):
        return _again(first)
    weak = own is None or not (own.property or own.predicate or own.rule == "gapped")
    return left_out(view, one, other, first) if weak else None


def _elsewhere(view: View, one: int, other: int, first: Reading) -> Reading | None:
    """The reading of a figure that is the first one's for something else, or at another place."""
    if first.rule == COUNTERPART and (again := _counterpart(view, other, first)):
        return again
    return _parallel(view, one, other, first) if first.property and _is_parallel(view, one, other) else None


def _of_quality(view: View, other: int, first: Reading) -> Reading | None:
    """The share that something else is of the same whole: 80% wool and 20% [silk]."""
    assert first.predicate is not None
    if not set(view.lower[first.predicate[1]:other]) <= {",", "and", "or", "but"}:
        return None
    item = view.item(other)
    where = (other + 1, view.range(item)[1]) if "with-figure" in view.tags[item] else view.range(item + 1)
    return first._replace(predicate=where) if where[0] < where[1] else None


def _again(first: Reading) -> Reading:
    """The reading of the figure before; of two who are divided, only the first say so."""
    predicate = None if first.rule == DIVIDED else first.predicate
    return first._replace(rule="as of the figure before", predicate=predicate)


def _compared(view: View, other: int, first: Reading, own: Reading | None) -> Reading | None:
    """The reading of a figure with which another is compared: of the same quantity, of somebody or something else."""
    if own is not None and own.predicate is not None:
        return None
    rule = "compared with the figure before"
    if first.predicate is not None and own is not None and own.rule not in TOLD_BEHIND:
        own = None  # most of Lee's claims (54%) were true, compared to 18% of Ray's
    if own is None or own.rule in STANDING_IN or own.property == first.property:
        return _counterpart(view, other, first) or first._replace(rule=rule)
    if own.property is not None and not _stands_in(view, own.property):
        return own if own.holder else own._replace(holder=first.holder)
    return first._replace(rule=rule, holder=own.holder or first.holder)


def _stands_in(view: View, quantity: Range) -> bool:
    """Whether a noun stands for a quantity named before: an average, the forecast."""
    words, head = lexicon.load("shares"), view.word(quantity[1] - 1)
    return head in words["stand-in"] or head in words["forecast-noun"]


def _counterpart(view: View, other: int, first: Reading) -> Reading | None:
    """The counterpart that a preposition after a second figure names: compared with 6% [for the index]."""
    behind = view.after(view.item(other), "for", "in", "at", "among")
    if behind is None or view.is_time(behind):
        return None
    if view.word(behind[0]) in ("those", "that"):
        owner = view.after(view.item(behind[0]), "of", "at", "for", "in")
        return None if owner is None or first.property is None else first._replace(rule=COUNTERPART, holder=owner)
    if first.predicate is not None:
        return first._replace(rule=COUNTERPART, of=behind)
    if first.holder is not None and names_somebody(view.tokens, *behind):
        return first._replace(rule=COUNTERPART, holder=behind)
    thing = view.after(view.item(other), "for") is not None
    return Reading(COUNTERPART, property=view.measured(*behind).whole) if thing else None


def _is_parallel(view: View, one: int, other: int) -> bool:
    """Whether two figures have each a place or a time, and nothing else parts them: 3% in Leeds, 4% in York."""
    first, second = (view.after(view.item(figure), "in", "at", "on", "among", "for") for figure in (one, other))
    if first is None or second is None:
        return False
    end = view.with_phrases(view.item(first[0]))[1]  # in people over 70 and by 9% in the young
    idle = lexicon.load("shares")["filler"].keys()
    return set(view.lower[end:other]) - idle <= {",", "and", "but", "by"}


def _parallel(view: View, one: int, other: int, first: Reading) -> Reading:
    """The reading of a figure that is the first one's at another place or time: 3% in Leeds, 4% in York."""
    again = _again(first)
    if first.property is not None and first.property[0] > one:  # a fall of 1% in cases and 3% in deaths
        where = view.after(view.item(other), "in")
        return again if where is None else again._replace(property=view.measured(*where).whole)
    if first.holder is not None and first.holder[0] > one:
        return _at_somebody(view, other, again._replace(holder=None))
    return again


def _in_one_clause(view: View, one: int, other: int) -> bool:
    """Whether no verb with a subject of its own stands between two figures of a sentence."""
    items = range(view.item(one) + 1, view.item(other))
    clauses = (view.by_verb.get(view.origin[place]) for place in items)
    return all(clause is None or clause.subject is None or clause.subject.start < one for clause in clauses)


def _comparison(view: View, one: int, other: int) -> Comparison | None:
    """The way in which a figure is compared with the one before."""
    words = lexicon.load("shares")
    between = view.lower[one + 1:other]
    apart = "" in between
    if not words["comparing"].keys().isdisjoint(between) and (not apart or "that" in between):
        return "compared"
    if between and _only_connects(view, one, other):
        return "same" if not set(between) <= {"and", "or", ","} or len(between) == 1 else None
    if apart:
        return None
    ahead = view.lower[other:other + 3]
    if not {",", "–", "—", "-"}.isdisjoint(between[-8:]) and any(map(_is_change, between[-4:] + ahead)):
        return "change"
    if {"and", "while", ","}.isdisjoint(between):
        return None
    items = range(view.item(one) + 1, view.item(other))
    return None if any("relative" in view.tags[place] for place in items) else "beside"


def _is_at_other_time(view: View, one: int, other: int) -> bool:
    """Whether two figures have each a time, and nothing else parts them: 3% in May and last year 5%."""
    items = range(view.item(one) + 1, view.item(other))
    times = [place for place in items if "noun-group" in view.tags[place]]
    if len(times) != 2 or not all(view.is_time(view.range(place)) for place in times):
        return False
    joints = [place for place in items if not view.tags[place].isdisjoint({"cconj", "comma"})]
    rest = all(not view.tags[place].isdisjoint({"noun-group", "adp", "adv", "cconj", "comma"}) for place in items)
    return rest and joints != [] and times[0] < joints[0] and joints[-1] < times[1]


def _is_owner_again(first: Reading, own: Reading) -> bool:
    """Whether a name stands for the owner of the quantity before: Leeds rents rose 4% and York by 6%."""
    return own.property is None and bool(first.property and first.holder) and first.rule not in TOLD_BEHIND


def _is_it_again(view: View, one: int, other: int) -> bool:
    """Whether a figure is of an "it" in the sentence after the other's: the rate rose to 81%. It is now 90%."""
    start, _ = view.tokens.sentence_of(other)
    clause = view.clause_before(view.item(other))
    if clause is None or clause.subject is None or start < 2 or view.tokens.sentence_of(start - 2)[0] > one:
        return False
    return view.word(clause.subject.start) == "it" and "copula" in clause.verb.tags and one < start


def _is_of_time(view: View, one: int, other: int) -> bool:
    """Whether a figure is the same at another time: it is 8%, below [June's] 9%."""
    return view.word(other - 1) in ("'s", "’s") and view.is_time((other - 2, other - 1))


def _is_score(view: View, one: int, other: int) -> bool:
    """Whether two figures are those of two rivals: they favour Lee, 60% to 30%; no cut by 1 point to 5%."""
    clause = view.clause_before(view.item(one))
    moves = clause is not None and not kinds(view.word(clause.verb.head)).isdisjoint(MOVING)
    return view.lower[one + 1:other] == ["to"] and view.word(one - 1) != "from" and not moves


_CONNECTING = frozenset({"time", "adp", "num", "comma", "adv", "opening", "dash", "hyphen"})


def _only_connects(view: View, one: int, other: int) -> bool:
    """Whether all that stands between two figures joins them: times, prepositions, "up from", "a year ago"."""
    connecting = lexicon.load("shares")["connecting"]
    return all(
        not view.tags[place].isdisjoint(_CONNECTING) or view.items.lower[place] in connecting
        or view.head(place) in EXTREMES
        for place in range(view.item(one) + 1, view.item(other))
    )


def _is_change(word: str) -> bool:
    """Whether a word is a rise or a fall: up, a gain."""
    words = lexicon.load("shares")
    moves = ("up-word", "down-word", "rise-noun", "fall-noun")
    return any(word in words[section] for section in moves)
