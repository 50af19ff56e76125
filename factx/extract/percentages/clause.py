"""The whole and the holder of each figure in a sentence: the roles by rule, passed on to figures beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factx import lexicon
from factx.engine.rules import Finding
from factx.extract.percentages.compared import readings
from factx.extract.percentages.excerpt import REFERRING, Excerpt, ends
from factx.extract.percentages.figure import Figure, Range, Reading
from factx.extract.percentages.handed import hand_on
from factx.extract.percentages.headline import is_headline, lowered
from factx.extract.percentages.qualities import ABSOLUTE, QUALITY
from factx.extract.percentages.reading import HELD
from factx.extract.percentages.roles import roles
from factx.extract.percentages.said import WANTING
from factx.extract.percentages.view import View
from factx.extract.percentages.words import kinds
from factx.text.tokens import Tokens

IMPERSONAL = frozenset(["it", "its", "they", "their"])

CONTINUED = "subject-of-having-before"
"""The rule of a holder whose verb's object a figure continues."""
SHARED_WITH = "as of the figure beside"
SUPPORT = "support of no whole"
"""Why a figure has a role that no rule gives it."""


def assign(part: Excerpt, found: Sequence[Finding[Figure]]) -> list[Finding[Figure]]:
    """The figures of an excerpt with their roles, as findings in the text that it is from: rules over words say of what
    they are and whose, and where those are silent the clauses say whose, and what is measured or said."""
    lone = alone(part.tokens, found)
    beside = [fact for fact, each in zip(found, lone, strict=True) if not each]
    assigned = iter(_assigned(part, beside) if beside else ())
    text = part.origin
    return [
        Finding(fact.rule, text[fact.start], text[fact.end - 1] + 1, fact.values, fact.notes) if each
        else next(assigned)
        for fact, each in zip(found, lone, strict=True)
    ]


def alone(tokens: Tokens, found: Sequence[Finding[Figure]]) -> list[bool]:
    """Which figures are all that their line has, or follow another in a table's row: nothing says of what they are."""
    words = tokens.words
    lone: list[bool] = []
    follows = False
    for number, fact in enumerate(found):
        start, end = fact.start, fact.end
        goes_on = number + 1 < len(found) and _is_next_cell(words, end, found[number + 1].start)
        over = _line_ends(words, end)
        if follows:
            lone.append(over or goes_on)
        else:
            lone.append(over and (not start or ends(words[start - 1])))
        follows = goes_on
    return lone


def _is_next_cell(words: Sequence[str], end: int, start: int) -> bool:
    """Whether a figure at `start` is the next cell of the row in which another ends: 3% 4%; 3%|4%; 3%,4%."""
    return start == end or start == end + 1 and (words[end].rstrip() == "|" or words[end] == ",")


def _line_ends(words: Sequence[str], end: int) -> bool:
    """Whether a line ends at a token, a bar at its end aside."""
    if end < len(words) and words[end][:1] == "|":
        end += 1
    return end == len(words) or ends(words[end])


def _assigned(part: Excerpt, found: Sequence[Finding[Figure]]) -> list[Finding[Figure]]:
    """The figures that have something beside them, with their roles."""
    clauses, origin = sentences(part.tokens, found)
    index = {origin[place]: place for place in clauses.marked}
    places = [index[_extent(part.tokens, fact)[0]] for fact in found]
    wholes: dict[Range, str] = {}
    best = _best(clauses, wholes)
    view = View(clauses)
    wholes = {(start, _verb_in(view, start, end)): rule for (start, end), rule in wholes.items()}
    of, holder, pronoun, ruled = _ruled(view, best)
    hand_on(view, [(place, fact.values) for place, fact in zip(places, found, strict=True)], of, holder, wholes)
    read = readings(view, places, of)
    text = part.origin
    extents = {place: _extent(part.tokens, fact) for place, fact in zip(places, found, strict=True)}

    def original(where: Range | None) -> Range | None:
        if where is None:
            return None
        start, last = where[0], where[1] - 1
        end = extents[last][1] if last in extents else origin[last] + 1
        return text[origin[start]], text[end - 1] + 1

    assigned: list[Finding[Figure]] = []
    for place, fact in zip(places, found, strict=True):
        figure = fact.values
        figure = figure._replace(qualifier=part.original(figure.qualifier))
        if place in read or place in of or place in holder:
            reading = _with_rules(place, read.get(place), of.get(place), holder.get(place), ruled)
            reading = _cut(view, reading, margin=figure.mod == "MARGIN")
            figure = figure._replace(
                of=original(reading.of), holder=original(reading.holder), property=original(reading.property),
                predicate=original(reading.predicate),
                pronoun=None if reading.holder is None else original(pronoun.get(reading.holder)),
                role_rules=tuple(_role_rules(place, reading, ruled, wholes)),
            )
        assigned.append(Finding(fact.rule, text[fact.start], text[fact.end - 1] + 1, figure, fact.notes))
    return assigned


def _with_rules(
    place: int, told: Reading | None, of: Range | None, holder: Range | None, ruled: Mapping[tuple[str, int], str]
) -> Reading:
    """The reading of the figure at `place`, as its clause tells it, with the whole and the holder that rules gave."""
    if told is not None and told.predicate is not None and ruled.get(("holder", place)) == CONTINUED:
        holder = None  # a share that has its own verb is no object that goes on
    reading = _fitting(told, of, holder, place)
    if ("of", place) in ruled and reading.rule != ABSOLUTE:
        return reading._replace(of=of)
    return reading if reading.rule == HELD else reading._replace(of=reading.of or of)


def _cut(view: View, reading: Reading, *, margin: bool) -> Reading:
    """A reading whose whole ends where the predicate begins: of [teens] skip breakfast; of [those asked] want it.

    margin: whether it is one of error, which nobody holds.
    """
    if margin:
        reading = reading._replace(holder=None)
    whole, said = reading.of, reading.predicate
    if whole is None or said is None or not whole[0] < said[0] < whole[1]:
        return reading
    clause = view.by_verb.get(said[0])
    finite = clause is not None and "finite" in clause.verb.tags and view.word(said[0] - 1) != "those"
    return reading._replace(of=(whole[0], said[0])) if finite or said[0] < whole[1] - 1 else reading


def _fitting(reading: Reading | None, of: Range | None, holder: Range | None, place: int) -> Reading:
    """A reading beside the roles that rules gave: no words have two roles."""
    if reading is None:
        return Reading("", holder=holder)
    holder = reading.holder if reading.rule in (HELD, QUALITY, WANTING) else holder or reading.holder
    if holder is not None and of is not None and overlap(holder, of):
        holder = None
    property = reading.property
    if property is not None and of is not None and property[0] < of[0] - 1 and (
        of[0] - 1 < place or of[0] < property[1]
    ):
        property = property[0], min(property[1], of[0] - 1)  # the [share] of electricity fell below 30%
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
        if part == "holder" and _verb_in(view, where[0] - 1, where[1]) < where[1]:
            continue  # women who [exercised daily] cut their risk
        if part == "of":
            of[place] = where
        elif where[1] - where[0] == 1 and view.word(where[0]) in IMPERSONAL:
            named = view.referent(where[0])
            elsewhere = named is not None and named[0] < view.tokens.sentence_of(place)[0]
            if elsewhere or named is not None and view.is_possessive(named[0]):
                named = None  # a name of its own sentence alone is put for a pronoun
            # "Acme's profit rose after it cut its stake": who has the profit cut it.
            holder[place] = where if named is None else view.whose(named) or named
            pronoun[holder[place]] = where
        else:
            holder[place] = where
        ruled[part, place] = rule
    return of, holder, pronoun, ruled


def _verb_in(view: View, start: int, end: int) -> int:
    """The first finite verb after the first token of a range, or the range's end: those polled [back] the plan."""
    places = (place for place in range(start + 1, end) if place in view.place_of)
    return next((place for place in places if "finite" in view.tags[view.place_of[place]]), end)


def _role_rules(
    place: int, reading: Reading, ruled: Mapping[tuple[str, int], str], wholes: Mapping[Range, str]
) -> Iterator[tuple[str, str]]:
    """The rule of each role that the figure at `place` has, or the reason where no rule gave it."""
    if reading.of is not None:
        support = SUPPORT if reading.of == (place + 1, place + 2) else SHARED_WITH
        yield "of", ruled.get(("of", place)) or wholes.get(reading.of) or support
    if reading.holder is not None:
        yield "holder", ruled.get(("holder", place)) or reading.rule or SHARED_WITH
    if reading.property is not None:
        yield "property", reading.rule
    if reading.predicate is not None:
        yield "predicate", reading.rule


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


def sentences(tokens: Tokens, found: Sequence[Finding[Figure]]) -> tuple[Tokens, list[int]]:
    """The sentences with figures, each figure made one token, and each token's index in `tokens`."""
    words: list[str] = []
    origin: list[int] = []
    marked: dict[int, str] = {}
    first = at = done = 0
    sentence: list[str] = []

    def copy(to: int) -> None:
        words.extend(sentence[at - first:to - first])
        origin.extend(range(at, to))

    for fact in found:
        start, end = _extent(tokens, fact)
        if tokens.sentence_of(fact.start)[0] >= done:
            copy(done)
            if done:
                words.append("")
                origin.append(done)
            earliest = done
            first, done = tokens.sentence_of(fact.start)
            if tokens.lower[first] in REFERRING:
                first = max(earliest, tokens.sentence_of(first - 2)[0])
            at = first
            sentence = tokens.words[first:done]
            if is_headline(sentence):
                sentence = lowered(sentence)
        copy(start)
        marked[len(words)] = "figure"
        words.append("%")
        origin.append(start)
        if fact.rule == "some-in-all" and _counts(tokens, end):
            words.append("of ")  # three in ten households are three in ten of them
            origin.append(end - 1)
        at = end
    copy(done)
    return Tokens("".join(words), words, marked), origin


def _counts(tokens: Tokens, end: int) -> bool:
    """Whether a whole follows a share that ends at a token: one in ten [towns]; no verb: one in ten smoke."""
    word = tokens.lower[end]
    plain = tokens.words[end - 1][-1:] == " " and word not in lexicon.load("shares")["preposition"]
    many = word.endswith("s") and "verb" not in kinds(word)
    return plain and "noun" in kinds(word) and (many or tokens.lower[end + 1].isalpha())


def _extent(tokens: Tokens, fact: Finding[Figure]) -> Range:
    """The figure with the words that bound it, or the "between" of a range."""
    qualifier = fact.values.qualifier
    if qualifier is None:
        between = fact.values.low < fact.values.high and tokens.lower[fact.start - 1] == "between"
        return fact.start - between, fact.end
    return min(fact.start, qualifier[0]), max(fact.end, qualifier[1])
