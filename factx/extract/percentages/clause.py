"""What each figure of a sentence is of and whose it is: the rules' roles, handed on to the figures beside."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from factx import lexicon
from factx.engine.rules import Finding
from factx.extract.percentages.compared import readings
from factx.extract.percentages.figure import Figure, Range
from factx.extract.percentages.reading import Reading
from factx.extract.percentages.roles import roles
from factx.extract.percentages.view import View
from factx.extract.percentages.words import kinds
from factx.text.tokens import Tokens

SHARED = ("percent", "percentage-point", "ratio")
"""The units of what can be a share of a whole."""

IMPERSONAL = frozenset(["it", "its", "they", "them", "their"])

PARTING = frozenset("and but while whereas with compared against for who which that".split())
"""Between two figures: the second has a subject or a whole of its own."""

MONTHS = lexicon.load("time")["month"]

SHARED_WITH = "as of the figure beside"
SUPPORT = "support of no whole"
"""Why a figure has a role that no rule gives it."""


def assign(tokens: Tokens, found: Sequence[Finding[Figure]]) -> list[Finding[Figure]]:
    """The figures with their roles: rules over words say of what they are and whose, and where those are silent the
    clauses say whose, and what is measured or said."""
    if not found:
        return []
    clauses, origin = sentences(tokens, found)
    index = {origin[place]: place for place in clauses.marked}
    places = [index[_extent(fact)[0]] for fact in found]
    wholes: dict[Range, str] = {}
    best = _best(clauses, wholes)
    view = View(clauses)
    for place, fact in zip(places, found, strict=True):
        if fact.values.mod == "MARGIN":
            best.pop(("holder", place), None)
    of, holder, pronoun, ruled = _ruled(view, best)
    _hand_on(clauses, [(place, fact.values) for place, fact in zip(places, found, strict=True)], of, holder, wholes)

    read = readings(view, places, of)

    def original(where: Range | None) -> Range | None:
        return None if where is None else (origin[where[0]], origin[where[1] - 1] + 1)

    assigned: list[Finding[Figure]] = []
    for place, fact in zip(places, found, strict=True):
        reading = _fitting(read.get(place), of.get(place), holder.get(place))
        whose = reading.holder
        stands_for = pronoun.get(whose) if whose else None
        given = {"of": of.get(place), "holder": whose, "property": reading.property, "predicate": reading.predicate}
        figure = fact.values._replace(
            of=original(given["of"]), holder=original(whose), property=original(reading.property),
            predicate=original(reading.predicate), pronoun=original(stands_for),
            role_rules=tuple(_role_rules(place, given, ruled, wholes, reading.rule)),
        )
        assigned.append(fact._replace(values=figure))
    return assigned


def _fitting(reading: Reading | None, of: Range | None, holder: Range | None) -> Reading:
    """A reading beside the roles that rules gave: no words have two roles."""
    if reading is None:
        return Reading("", holder=holder)
    holder = holder or reading.holder
    if holder is not None and of is not None and overlap(holder, of):
        holder = None
    property = reading.property
    if property is not None and any(where is not None and overlap(property, where) for where in (of, holder)):
        property = None
    return reading._replace(holder=holder, property=property)


def overlap(one: Range, other: Range) -> bool:
    """Whether two ranges have a token in common."""
    return one[0] < other[1] and other[0] < one[1]


def _ruled(
    view: View, best: Mapping[tuple[str, int], tuple[str, Range]]
) -> tuple[dict[int, Range], dict[int, Range], dict[Range, Range], dict[tuple[str, int], str]]:
    """Each figure's whole and holder, the pronoun that a holder stands for, and the rule of each role."""
    of: dict[int, Range] = {}
    holder: dict[int, Range] = {}
    pronoun: dict[Range, Range] = {}
    ruled: dict[tuple[str, int], str] = {}
    for (part, place), (rule, where) in best.items():
        if part == "of":
            of[place] = where
        elif where[1] - where[0] == 1 and view.word(where[0]) in IMPERSONAL:
            named = view.referent(where[0])
            holder[place] = where if named is None else view.whose(named) or named
            pronoun[holder[place]] = where
        else:
            holder[place] = where
        ruled[part, place] = rule
    return of, holder, pronoun, ruled


def _role_rules(
    place: int, given: Mapping[str, Range | None], ruled: Mapping[tuple[str, int], str], wholes: Mapping[Range, str],
    reading: str,
) -> Iterator[tuple[str, str]]:
    """The rule of each role that the figure at `place` has, or the reason where no rule gave it."""
    for role, where in given.items():
        if where is None:
            continue
        match role:
            case "of":
                support = SUPPORT if where == (place + 1, place + 2) else SHARED_WITH
                yield role, ruled.get((role, place)) or wholes.get(where) or support
            case "holder":
                yield role, ruled.get((role, place)) or reading or SHARED_WITH
            case _:
                yield role, reading


def _best(tokens: Tokens, wholes: dict[Range, str]) -> dict[tuple[str, int], tuple[str, Range]]:
    """For each role and figure, the first-declared rule that assigns it and the tokens it assigns. Wholes given for no
    particular figure are added to `wholes`, each with its rule."""
    order = {rule.id: number for number, rule in enumerate(roles.rules)}
    best: dict[tuple[str, int], tuple[str, Range]] = {}
    for match in roles.find(tokens):
        for role in match.values:
            if role.figure is None:
                wholes.setdefault(role.where, match.rule)
                continue
            key = (role.role, role.figure)
            if key not in best or order[match.rule] < order[best[key][0]]:
                best[key] = match.rule, role.where
    return best


def _hand_on(
    tokens: Tokens, figures: Sequence[tuple[int, Figure]], of: dict[int, Range], holder: dict[int, Range],
    wholes: Collection[Range],
) -> None:
    """Copy a missing role from the coordinated figure."""
    own = frozenset(of)
    joined = [
        (one, other, first.low > second.low)
        for (one, first), (other, second) in pairwise(figures) if _joined(tokens, one, other)
    ]
    for one, other, falling in joined:
        if one in of and not _is_turnout(tokens, other):
            of.setdefault(other, of[one])
        # In a score, "leads, 59 percent to 28 percent", the second figure is somebody else's.
        score = falling and other - one == 2 and tokens[one + 1].lower() in ("to", "-", "–", "—")
        if one in holder and not (score and tokens[one - 1].lower() != "from"):
            holder.setdefault(other, holder[one])
    for one, other, _ in reversed(joined):
        if other in of and one not in of:
            of[one] = of[other]
    for place, figure in figures:
        if place in of and figure.change is not None and place not in own:
            del of[place]
        if place in of or figure.change is not None or figure.mod == "MARGIN" or figure.unit not in SHARED:
            continue
        start = tokens.sentence_of(place)[0]
        spoken_of = [where for where in (*of.values(), *wholes) if start <= where[0] < place]
        if spoken_of and _is_share(tokens, place):
            of[place] = max(spoken_of)
    for place, _ in figures:
        if place not in of and place + 1 < len(tokens) and tokens[place + 1].lower() == "support":
            # "has got 60% support": no whole is named, and what it is of is the support there is.
            of[place] = (place + 1, place + 2)
    for place, whose in list(holder.items()):
        whole = of.get(place)
        undecided = place + 1 < len(tokens) and tokens[place + 1].lower() in ("undecided", "unsure")
        if undecided or whole is not None and whole[0] < whose[1] and whose[0] < whole[1]:
            del holder[place]


def _joined(tokens: Tokens, one: int, other: int) -> bool:
    """Whether no subject or verb of its own stands before the second figure: "from 5% to 8%", "6%, up from 4%"."""
    words = lexicon.load("shares")
    if other - one > 12:
        return False
    if other - one == 2 and tokens[one + 1].lower() in ("and", "or"):
        return True
    # "stands at 40 percent among women in Ohio, a 5 percent rise"
    apposed = tokens[other - 1].lower() in ("a", "an") and tokens[other - 2] == ","
    for at in range(one + 1, other):
        word = tokens[at]
        if not word or word in (":", ";") or word.lower() in PARTING:
            return False
        if not word[0].isalpha() or word.lower() in words["up-word"] or word.lower() in words["down-word"]:
            continue
        tags = kinds(word)
        if word[0].isupper() and word.lower() not in MONTHS and not apposed or "verb" in tags and "noun" not in tags:
            return False
    last = tokens[other - 1]
    return last in ",(-–" or last.lower() in words["preposition"] or last.lower() in words["filler"]


def _is_turnout(tokens: Tokens, place: int) -> bool:
    """Whether a figure is the share of those who voted: of no whole that other figures have."""
    after = tokens[place + 1].lower() if place + 1 < len(tokens) else ""
    before = [tokens[i].lower() for i in range(max(0, place - 2), place)]
    return after == "turnout" or before == ["turnout", "of"]


def _is_share(tokens: Tokens, place: int) -> bool:
    """Whether a figure can be of a whole named before: no level or step of something measured."""
    words = lexicon.load("shares")
    after = tokens[place + 1].lower() if place + 1 < len(tokens) else ""
    if place and tokens[place - 1].lower() in words["part-of-time"]:
        return False
    if place > 1 and tokens[place - 1].lower() == "of" and tokens[place - 2].lower() in words["thing-noun"]:
        return False
    return not _is_turnout(tokens, place) and (after not in words["thing-noun"] or after in words["support-noun"])


def sentences(tokens: Tokens, found: Sequence[Finding[Figure]]) -> tuple[Tokens, list[int]]:
    """The sentences with figures, each figure made one token, and each token's index in `tokens`."""
    words: list[str] = []
    origin: list[int] = []
    marked: dict[int, str] = {}
    at = done = 0
    for fact in found:
        start, end = _extent(fact)
        first, last = tokens.sentence_of(fact.start)
        if first >= done:
            if done:
                words += [*tokens.words[at:done], ""]
                origin += [*range(at, done), done]
            at, done = first, last
        words += tokens.words[at:start]
        origin += range(at, start)
        marked[len(words)] = "figure"
        words.append("%")
        origin.append(start)
        at = end
    words += tokens.words[at:done]
    origin += range(at, done)
    return Tokens("".join(words), words, marked), origin


def _extent(fact: Finding[Figure]) -> Range:
    """The figure with the words that bound it."""
    qualifier = fact.values.qualifier
    if qualifier is None:
        return fact.start, fact.end
    return min(fact.start, qualifier[0]), max(fact.end, qualifier[1])
