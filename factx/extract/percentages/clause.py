"""What each figure of a sentence is of and whose it is: the rules' roles, handed on to the figures beside."""

from __future__ import annotations

from collections.abc import Sequence
from factx import lexicon
from factx.extract.percentages.figure import Figure, Range
from factx.extract.percentages.roles import referents, roles
from factx.extract.percentages.words import kinds
from factx.lexicon.names import look_up
from factx.rules import Found
from factx.tokens import Tokens


def assign(tokens: Tokens, found: Sequence[Found[Figure]]) -> list[Found[Figure]]:
    """The figures with their `of` and `holder`."""
    if not found:
        return []
    sentences, origin = _sentences(tokens, found)
    index = {origin[place]: place for place in sentences.marked}
    figures = [index[_extent(fact)[0]] for fact in found]
    best: dict[tuple[str, int], tuple[int, str, Range]] = {}
    loose: dict[str, list[Range]] = {"of": [], "subject": [], "name": []}
    order = {rule.id: number for number, rule in enumerate(roles.rules)}
    for match in roles.find(sentences):
        for role in match.values:
            if role.figure is None:
                loose[role.role].append(role.where)
                continue
            key = (role.role, role.figure)
            if key not in best or order[match.rule] < best[key][0]:
                best[key] = (order[match.rule], match.rule, role.where)
    if any(part == "holder" and sentences[where[0]].lower() in PRONOUNS for (part, _), (*_, where) in best.items()):
        for match in referents.find(sentences):
            for role in match.values:
                loose[role.role].append(role.where)
    of: dict[int, Range] = {}
    holder: dict[int, Range] = {}
    pronoun: dict[Range, Range] = {}
    for (part, figure), (_, rule, where) in best.items():
        if part == "of":
            of[figure] = where
        elif (name := _antecedent(sentences, where, loose)) is not None:
            holder[figure] = name
            pronoun[name] = where
        elif rule != "its-measured":
            holder[figure] = where
    _hand_on(sentences, [(place, fact.values) for place, fact in zip(figures, found)], of, holder, loose["of"])

    def original(where: Range | None) -> Range | None:
        return None if where is None else (origin[where[0]], origin[where[1] - 1] + 1)

    assigned: list[Found[Figure]] = []
    for place, fact in zip(figures, found):
        whose = holder.get(place)
        stands_for = pronoun.get(whose) if whose else None
        figure = fact.values._replace(
            of=original(of.get(place)), holder=original(whose), pronoun=original(stands_for)
        )
        assigned.append(fact._replace(values=figure))
    return assigned


def _hand_on(
    tokens: Tokens, figures: Sequence[tuple[int, Figure]], of: dict[int, Range], holder: dict[int, Range],
    wholes: Sequence[Range],
) -> None:
    """Give the figures that lack a role that of the one they are joined to."""
    own = frozenset(of)
    for (before, _), (place, _) in zip(figures, figures[1:]):
        if _joined(tokens, before, place):
            for known in (of, holder):
                if before in known and place not in known:
                    known[place] = known[before]
    for (place, _), (after, _) in reversed(list(zip(figures, figures[1:]))):
        if _joined(tokens, place, after) and after in of and place not in of:
            of[place] = of[after]
    for place, figure in figures:
        if place in of and figure.change is not None and place not in own:
            del of[place]
        if place in of or figure.change is not None or figure.unit not in ("percent", "percentage-point", "ratio"):
            continue
        start = tokens.sentence_of(place)[0]
        before = [where for where in of.values() if start <= where[0] < place]
        before += [where for where in wholes if start <= where[0] < place]
        if before and _is_share(tokens, place):
            of[place] = max(before)
    for place in list(holder):
        if of.get(place) is not None and _overlap(of[place], holder[place]):
            del holder[place]


def _antecedent(tokens: Tokens, where: Range, loose: dict[str, list[Range]]) -> Range | None:
    """What a pronoun stands for in its sentence: "he" the last name before it, "it" and "they" the first subject."""
    if where[1] - where[0] > 1 or (pronoun := tokens[where[0]].lower()) not in PRONOUNS:
        return None
    start = tokens.sentence_of(where[0])[0]
    found = loose["name" if pronoun in PERSONAL else "subject"]
    before = sorted(candidate for candidate in found if start <= candidate[0] and candidate[1] <= where[0])
    if pronoun in IMPERSONAL:
        before = [candidate for candidate in before if not _is_person(tokens, candidate)]
    if not before:
        return None
    return before[-1] if pronoun in PERSONAL else before[0]


def _is_person(tokens: Tokens, where: Range) -> bool:
    """Whether a name begins as one of a person."""
    start = where[0]
    while start < where[1] - 1 and not tokens[start][0].isupper():
        start += 1
    first = tokens[start].lower()
    if first in lexicon.load("shares")["determiner"]:
        return False
    return first in lexicon.load("people")["honorific"] or look_up("given", first) != ""


PERSONAL = frozenset(["he", "she", "him", "his", "her"])
IMPERSONAL = frozenset(["it", "its", "they", "them", "their"])
PRONOUNS = PERSONAL | IMPERSONAL


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _joined(tokens: Tokens, one: int, other: int) -> bool:
    """Whether nothing but small words stands between two figures: "from 5% to 8%", "6 percent, up from 4"."""
    words = lexicon.load("shares")
    if other - one > 12:
        return False
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
    return tokens[other - 1].lower() in words["preposition"].keys() | words["filler"].keys() or tokens[other - 1] in ",(-–"


PARTING = frozenset(["and", "but", "while", "whereas", "with", "compared", "against", "for", "who", "which", "that"])
MONTHS = lexicon.load("time")["month"]


def _is_share(tokens: Tokens, place: int) -> bool:
    """Whether a figure can be of a whole named before: no level or step of something measured."""
    words = lexicon.load("shares")
    after = tokens[place + 1].lower() if place + 1 < len(tokens) else ""
    if place > 1 and tokens[place - 1].lower() == "of" and tokens[place - 2].lower() in words["thing-noun"]:
        return False
    if after == "turnout":
        return False
    return after not in words["thing-noun"] or after in words["support-noun"]


def _sentences(tokens: Tokens, found: Sequence[Found[Figure]]) -> tuple[Tokens, list[int]]:
    """The sentences with figures, each figure made one token, and each token's index in `tokens`."""
    words: list[str] = []
    origin: list[int] = []
    marked: dict[int, str] = {}
    done = -1
    for fact in found:
        start, end = _extent(fact)
        first, last = tokens.sentence_of(fact.start)
        if first > done:
            if done >= 0:
                words += [tokens.words[i] for i in range(at, done)] + [""]
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


def _extent(fact: Found[Figure]) -> Range:
    """The figure with the words that bound it."""
    qualifier = fact.values.qualifier
    if qualifier is None:
        return fact.start, fact.end
    return min(fact.start, qualifier[0]), max(fact.end, qualifier[1])
