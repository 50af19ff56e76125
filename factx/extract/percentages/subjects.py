"""Whose a figure is by the clause that it stands in: the verb before it, how it hangs on that, and the verb's subject.

Rules see what stands close to a figure. A subject can be far: "Lee is a favourite, leading Ray by 5%"; "The fund has
bought land, or 5% of the town". The clause is read from its letters here, right to left.
"""

from __future__ import annotations

from factx import lexicon
from factx.engine.tags import TagSet
from factx.extract.percentages.figure import Range
from factx.extract.percentages.letters import Clause, link
from factx.extract.percentages.phrases import named_or_group, stands_for_holder, trim
from factx.extract.percentages.words import kinds
from factx.lexicon.names import look_up

NOMINAL = "NCBD#-s"
"""What a noun phrase is made of."""
VERBAL = "VX"
GIVEN = frozenset(["given", "awarded", "granted", "allotted", "allocated", "handed"])
"""Who is given something has it."""
ABLE = frozenset(["likely", "unlikely", "able", "unable", "ready", "set", "due", "sure", "certain"])
PERIODS = frozenset(["year", "month", "week", "quarter", "decade", "century", "season", "years", "months", "weeks"])
FLOATING = frozenset(["only", "just", "still", "both", "each", "all"])
"""Between a subject and its verb, though they could begin a noun phrase."""
BE = frozenset("is are was were be been being am 'm 're ’m ’re isn't aren't wasn't weren't".split())
HAVE = frozenset("has have had having 've ’ve hasn't haven't hadn't".split())


def led(clause: Clause, place: int) -> Range | None:
    """Who has the second figure of a score, the first of which is at `place`: "Lee leads Ray by 5%, 44% to 39%"."""
    at, letters = place - clause.first, clause.letters
    if letters[at + 1:at + 2] not in ("t", "-", "d") or letters[at + 2:at + 3] != "%":
        return None
    v = max(letters.rfind("V", 0, at), letters.rfind("X", 0, at))
    hit = link("object").match(letters, v + 1, at) if v >= 0 and "lead-verb" in kinds(clause.lower[v]) else None
    return hit and _owner(clause, hit.span())


def holder(clause: Clause, place: int) -> Range | None:
    """Who has the figure at `place`, by the verb before it."""
    at = place - clause.first
    letters = clause.letters
    if _is_subject(clause, at):
        return None
    v = at - 1
    while v >= 0 and letters[v] not in "VX":
        if letters[v] in "RJTw." or at - v > 30:
            return _gapped(clause, at, v + 1)
        v -= 1
    if v < 0:
        return _gapped(clause, at, 0)
    path = letters[v + 1:at]
    roles = _roles(clause, v)
    if not _hangs(clause, v, at, path, roles):
        return _gapped(clause, at, v + 1)
    whose = _whose(clause, v)
    # "It is 5% of the land": what "it" stands for is no subject of the sentence as often as not.
    return None if whose and "copula" in roles and letters[whose[0] - clause.first] == "p" else whose


def _gapped(clause: Clause, at: int, start: int) -> Range | None:
    """Who has a figure before any verb, or without a verb of its own: "The fund, with a cushion of 5%, has sold
    nothing"; "Lee rose to 5 percent and Ray to 7 percent"."""
    letters = clause.letters
    hit = (
        link("without verb").fullmatch(letters, start, at) or link("headline").fullmatch(letters, start, at)
        or link("gap").search(letters, max(start, at - 24), at)
    )
    if hit is None:
        return None
    if hit.re is link("gap") and clause.lower[hit.start("first")] != clause.lower[hit.start("second")]:
        return None
    return _owner(clause, hit.span("who"))


def _whose(clause: Clause, v: int) -> Range | None:
    """Who the subject of the verb at `v` denotes; of a participle without one, that of the clause it belongs to."""
    subject = _subject(clause, v)
    whose = subject and (_people(clause, subject) or _owner(clause, subject))
    if whose is None and clause.lower[v].endswith("ing") and clause.letters[v - 1:v] not in ("X", ""):
        subject = _first(clause, v)
        whose = subject and _owner(clause, subject)
    return whose or None


def _people(clause: Clause, where: Range) -> Range | None:
    """A noun phrase that stands before "who": people, whatever its noun."""
    behind = clause.lower[where[1]:where[1] + 2]
    whom = clause.first + where[0], clause.first + where[1]
    return whom if "who" in behind and stands_for_holder(clause.tokens, whom) else None


def _roles(clause: Clause, v: int) -> TagSet:
    word = clause.lower[v]
    if word in BE:
        return frozenset({"copula"})
    if word in HAVE:
        return frozenset({"hold-verb"})
    return kinds(word)


def _of_ones_own(clause: Clause, v: int) -> bool:
    """Whether the verb's subject has a possessor: "Acme's share is 5%"; "Her share is 5%"."""
    subject = _subject(clause, v)
    return subject is not None and (
        "s" in clause.letters[subject[0]:subject[1]] or clause.lower[subject[0]] in lexicon.load("shares")["possessive"]
    )


def _is_passive(clause: Clause, v: int) -> bool:
    at = v - 1
    while at >= 0 and clause.letters[at] == "A":
        at -= 1
    if clause.lower[v] in GIVEN or clause.lower[v].endswith("ing"):
        return False
    return at >= 0 and clause.lower[at] in BE


def _is_subject(clause: Clause, at: int) -> bool:
    """Whether a verb's subject begins with the figure: "5% of them said"."""
    letters = clause.letters
    end = at + 1
    if letters[end:end + 1] == "R":
        return True
    if at and letters[at - 1] in "tbo@P":
        return False  # "fell to 5% in a poll released today"
    if letters[end:end + 1] in ("o", "P"):
        end += 1
        while end < len(letters) and letters[end] in "NCBD#-soP" and end - at < 14:
            end += 1
    if end >= len(letters) or letters[end] not in "VXA":
        return False
    while end < len(letters) and letters[end] == "A":
        end += 1
    if end >= len(letters) or letters[end] not in VERBAL or clause.lower[end].endswith("ing"):
        return False
    return letters[end] == "X" or letters[end + 1:end + 2] not in ("b", "P", "@", ".", "")


def _hangs(clause: Clause, v: int, at: int, path: str, roles: TagSet) -> bool:
    """Whether the verb at `v` makes the figure its subject's, given what stands between."""

    def fits(name: str) -> bool:
        return link(name).fullmatch(path) is not None

    if fits("standing"):
        absolute = link("absolute").match(clause.letters, at)
        return "say-verb" not in roles and not absolute and not _loan(clause, v, at)
    if _is_passive(clause, v):
        return False
    possessive = lexicon.load("shares")["possessive"]
    if fits("its") and any(word in possessive for word in clause.lower[v + 1:at]):
        return not _loan(clause, v, at)
    if "hold-verb" in roles:
        return any(map(fits, ("direct", "measure", "continued", "moved", "list by"))) and not _loan(clause, v, at)
    if "copula" in roles:
        after = clause.lower[at + 1] if at + 1 < len(clause.lower) else ""
        share = (
            after in ("of", "behind", "ahead", "below", "above") or "U" in path or "on" in clause.lower[v + 1:at]
        )
        return fits("direct") and (share or _of_ones_own(clause, v))
    if "lead-verb" in roles and (fits("score") or fits("by")):
        return True
    if "say-verb" in roles:
        return False
    if "lead-verb" in roles or "reach-verb" in roles or not roles.isdisjoint(("rise-verb", "fall-verb", "drift-verb")):
        own = lexicon.load("shares")["own-noun"]
        return fits("direct") or fits("continued") or fits("own") and not own.keys().isdisjoint(clause.lower[v + 1:at])
    return fits("moved")


def _loan(clause: Clause, v: int, at: int) -> bool:
    words = lexicon.load("shares")
    lower = clause.lower
    return any(word in words["loan-noun"] for word in lower[v + 1:at + 4]) or any(
        word in words["forecast-noun"] for word in lower[max(v + 1, at - 3):at + 4])


def _subject(clause: Clause, v: int) -> Range | None:
    """The noun phrase that is the subject of the verb at `v`, as places in the clause."""
    letters, lower = clause.letters, clause.lower
    at = v
    while at > 0:
        before = letters[at - 1]
        if before in 'XAV"' or before == "D" and lower[at - 1] in FLOATING:
            at -= 1
        elif before == "t" and at > 1 and (letters[at - 2] in "VXA" or lower[at - 2] in ABLE):
            at -= 2
        elif before == "t" and (opened := link("plan").search(letters, max(0, at - 8), at)):
            at = opened.start()
        else:
            break
    if at == 0:
        return None
    before = letters[at - 1]
    if before in "RTw":
        return _antecedent(clause, at - 1)
    if before == "p":
        return at - 1, at
    if before in NOMINAL:
        if lower[at - 1] in PERIODS:
            # "which last year had": when it was, and not who.
            start = at - 1
            while start > 0 and letters[start - 1] in "DNB#" and at - start < 4:
                start -= 1
            if start and letters[start - 1] in "RT":
                return _antecedent(clause, start - 1)
        return _phrase_before(clause, at)
    finite = at < v or not lower[v].endswith("ing")
    if before in ",d)" and finite:
        return _before_aside(clause, at - 1, before.replace(")", "("))
    return _first(clause, at - 1)


def _before_aside(clause: Clause, end: int, mark: str) -> Range | None:
    """The subject before an aside that ends at `end`: "The bank, which sells tea, has"; "one which, he says, has"."""
    nearest: Range | None = None
    for at in range(end - 1, max(0, end - 26), -1):
        if clause.letters[at] == mark:
            if clause.letters[at - 1] in "RT":
                return _antecedent(clause, at - 1)
            nearest = nearest or _phrase_before(clause, at)
    return nearest


def _antecedent(clause: Clause, at: int) -> Range | None:
    """The noun phrase before a relative; where a mark parts the two, the one that it is of: "Lee of Ohio, who"."""
    apart = at > 0 and clause.letters[at - 1] in ",d"
    nearest = _phrase_before(clause, at - apart, whole=False)
    if not (apart and nearest and nearest[0] and clause.lower[nearest[0] - 1] in ("of", "from", "in")):
        return nearest
    return _phrase_before(clause, nearest[0] - 1, whole=False) or nearest


def _phrase_before(clause: Clause, end: int, *, whole: bool = True) -> Range | None:
    """The noun phrase that ends before `end`; if whole, the one that its prepositions hang on."""
    letters = clause.letters
    for _ in range(4):
        start = end
        while start > 0 and (letters[start - 1] in NOMINAL or letters[start - 2:start] in ("DA", "sA")):
            start -= 1
            if letters[start] == "D" and not (start and letters[start - 1] in "Ds"):
                break
            paired = start > 1 and letters[start - 1] == "+" and letters[start] in "CN"
            if paired and letters[start - 2] == letters[start]:
                start -= 1
        if start > 1 and letters[start - 1] == "+" and letters[start - 2] == "C" and letters[end - 1] == "C":
            start -= 1
            while start > 0 and letters[start - 1] in NOMINAL:
                start -= 1
        if start == end:
            return None
        if "+" in letters[start:end]:
            # "Ohio, Iowa and Maine"
            while start > 1 and letters[start - 1] == "," and letters[start - 2] in NOMINAL:
                start -= 1
                while start > 0 and letters[start - 1] in NOMINAL:
                    start -= 1
        if start and letters[start - 1] == "w":
            return _antecedent(clause, start - 1)
        if start and letters[start - 1] == "%":
            return None
        if not whole or not start or letters[start - 1] not in "oPbt@":
            return start, end
        if start < 2 or letters[start - 2] not in NOMINAL:
            return None if letters[start - 2:start - 1] in ("%", "V") else (start, end)
        end = start - 1
    return None


def _first(clause: Clause, end: int) -> Range | None:
    """The subject that a clause which ends at `end` begins with: that of what is said, if somebody says something."""
    letters, lower = clause.letters, clause.lower
    where = max((hit.start() for hit in link("where").finditer(letters, 0, end)), default=-1)
    at = max(letters.rfind(".", 0, end), where) + 1
    for _ in range(4):
        while at < end and letters[at] in '"A+J,d(T':
            at += 1
        while at < end and letters[at] in "PtobV@":
            comma = letters.find(",", at, end)
            if comma < 0:
                return None
            at = comma + 1
        stop = at
        while stop < end and letters[stop] in NOMINAL + "p":
            stop += 1
        if stop == at:
            return None
        verb = stop
        while verb < end and letters[verb] not in "VRTw":
            verb += 1
        if verb == end or letters[verb] != "V" or "say-verb" not in kinds(lower[verb]):
            return at, stop
        following = letters[verb + 1:end]
        if not link("clause").match(following):
            return at, stop
        at = verb + 1
    return None


def _owner(clause: Clause, where: Range) -> Range | None:
    """Who a noun phrase denotes, or whose what it denotes is; None where nobody."""
    tokens, first, letters = clause.tokens, clause.first, clause.letters
    start, end = trim(tokens, (first + where[0], first + where[1]))
    if named_or_group(tokens, (start, end)):
        return start, end
    head = clause.lower[end - first - 1]
    if not _is_measured(head):
        return None
    if clause.lower[start - first] in lexicon.load("shares")["possessive"]:
        return start, start + 1
    owner: Range | None = None
    clitic = letters.rfind("s", start - first, end - first - 1)
    if clitic > start - first:
        owner = start, first + clitic
        if head in lexicon.load("shares")["thing-name"] and not look_up("places", clause.lower[clitic - 1]):
            return None  # "China's index", but not "Rally's index"
    elif (hit := link("of").match(letters, end - first)) and clause.lower[end - first] in ("of", "for"):
        owner = trim(tokens, (first + hit.start("who"), first + hit.end("who")))
    elif head not in lexicon.load("shares")["thing-name"] and (
        hit := link("name").match(letters, start - first, end - first - 1)
    ):
        owner = first + hit.start("who"), first + hit.end("who")
        return owner if _is_name(clause, owner) else None
    return owner if owner and named_or_group(tokens, owner) else None


def _is_name(clause: Clause, where: Range) -> bool:
    """Whether the word before a measured noun is a name, not a nationality ("British exports") or a common noun that
    begins a sentence ("Company profits")."""
    word = clause.lower[where[0] - clause.first]
    time = lexicon.load("time")
    common = word in lexicon.load("shares")["group-noun"] or word in lexicon.load("people-others")["nationality"] or (
        word in time["month"] or word in time["month-or-word"])
    return not common and named_or_group(clause.tokens, where)


def _is_measured(word: str) -> bool:
    words = lexicon.load("shares")
    return word in words["thing-noun"] or word in words["support-noun"]


def subjects(clause: Clause) -> list[Range]:
    """The subjects, and the owners of subjects, that a later "it" or "they" can stand for."""
    return _denoting(clause, "subject", "owner")


def names(clause: Clause) -> list[Range]:
    """The names that a later "he" or "she" can stand for."""
    return _denoting(clause, "proper")


def _denoting(clause: Clause, *shapes: str) -> list[Range]:
    """What the clause's parts of these shapes denote, where they are names or groups."""
    first = clause.first
    found = [
        (first + hit.start("who"), first + hit.end("who"))
        for shape in shapes for hit in link(shape).finditer(clause.letters)
    ]
    return [where for where in found if named_or_group(clause.tokens, where)]
