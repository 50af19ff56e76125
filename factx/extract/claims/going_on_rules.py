"""Rules for where a content goes on beyond doubt: no comma or conjunction there ends it. They come before end_rules.py.

Each looks at one place where the content may end, and says that it does not (False), or nothing.
"""

from __future__ import annotations

from typing import Final

from factx.extract.claims import cues
from factx.extract.claims.boundaries import LEADING, Place
from factx.extract.claims.kinds import FINITE, Kinds
from factx.syntax.sentence import Clause

_SUBJECTS: Final[Kinds] = frozenset({"person", "subject-pronoun", "capital", "nominal", "determiner", "pronoun"})
_LINKING: Final[Kinds] = frozenset({"conjunction", "ing", "subordinator", "relative"})
_CLOSE: Final = 6
"""Tokens in which an accused one and the word "of" stand."""
_OTHER_CLAUSE: Final[Kinds] = frozenset({"conjunction", "comma", "past", "present", "auxiliary"})
_FURTHER: Final[Kinds] = FINITE | {"that", "subject-pronoun", "comma", "conjunction"}
_MAY_BE_FINITE: Final = frozenset({"finite", "or-past"})
_JOINED: Final = frozenset({"and", "but", "or", "contrasting", "time", "as", "reason"})
"""What is observed where a clause of its own may begin."""
_COMPARED: Final = frozenset("more less fewer better worse longer higher lower bigger sooner harder greater".split())
NEAR: Final = 8
"""Tokens in which a subject and its verb of saying stand."""
_COUNTING: Final = frozenset({"num", "figure"})
_ASKING: Final = frozenset("when where how why who what which whether if".split())
_JOINING: Final = frozenset({"or", "and"})
_PORTIONS: Final = frozenset({"half", "third", "quarter", "majority", "most"})


def trails(place: Place) -> bool:
    """Whether a subject and a verb of saying end the sentence: ..., the campaign told reporters on Friday."""
    kinds, after, end = place.reading.kinds, place.after, place.end
    said = next((each for each in range(after, min(end, after + NEAR)) if "cue" in kinds[each]), None)
    if said is None or end - said > NEAR:
        return False
    return not any(kind & _FURTHER for kind in kinds[said + 1 : end])


def _main_clause_comes(place: Place) -> bool | None:
    """The mayor said that if it rains[,] they will stay; said in those years[,] they stayed: something leads to it."""
    reading, kinds, start = place.reading, place.reading.kinds, place.start
    behind = kinds[place.at + 1]
    if "comma" not in kinds[place.at] or place.says and trails(place) or not behind & _SUBJECTS or behind & _LINKING \
            or any("comma" in kind for kind in kinds[start : place.at]):
        return None
    first = start + 1 if "that" in kinds[start] else start
    leads = "subordinator" in kinds[first] and reading.lower(first) in LEADING or _is_adverbial(place, first) \
        or (reading.lower(first), reading.lower(first + 1)) == ("other", "than")
    return False if leads else None


def _if_it_rains(place: Place) -> bool | None:
    """The mayor said it was late and that if it rained[,] they would stay: a clause inside leads to its main one."""
    reading = place.reading
    if not place.comma or "new-subject" not in place.observed or place.says:
        return None
    before = [each for each in reading.clauses_in(place.start, place.at) if each.kind != "infinitive"]
    last = before[-1] if before else None
    if last is None or last.kind != "adverbial" or last.start <= place.start:
        return None
    led = reading.lower(last.start) in LEADING and reading.kinds[last.start - 1] & {"that", "conjunction"}
    return False if led else None


def _is_adverbial(place: Place, first: int) -> bool:
    """Whether a content begins with a preposition that the cue does not govern, and a clause stands after a place."""
    reading, known = place.reading, cues.verb(place.reading.lower(place.cue))
    subject = "new-subject" in place.observed or reading.word_class(place.first) == "it"  # it is illegal to sell it
    if known is None or not subject or "no-verb-before" not in place.observed:
        return False
    timed = reading.groups.beginning(first)
    opens = reading.word_class(first) in ("adp", "ing") or reading.lower(first) == "regardless" \
        or timed is not None and timed.kind == "noun" and "time" in timed.tags and timed.end == place.at
    return opens and reading.lower(first) not in cues.governed(known.lemma)


def _compared(place: Place) -> bool | None:
    """Ann Lee said 4% were ill[,] compared with 3% last year; but 4% say they are ill[, compared with 3% last year]."""
    reading = place.reading
    if not place.comma or reading.lower(place.after) != "compared":
        return None
    own = reading.syntax.clause_of_verb.get(place.cue)
    said = None if own is None else own.subject or own.understood
    if said is None:
        return False
    counted = any(reading.word_class(each) in _COUNTING for each in range(said.start, said.end))
    return counted or reading.lower(said.start) in _PORTIONS or reading.lower(said.head) in _PORTIONS


def _charge_follows(place: Place) -> bool | None:
    """Ann Lee accused Warsaw [on] Thursday of breaking its word: what somebody is accused of stands after."""
    reading, at = place.reading, place.at
    known = cues.verb(reading.lower(place.cue))
    if known is None or known.stance != "accuses" or at > place.cue + _CLOSE:
        return None
    if place.comma and "relative" in place.observed:
        commas = [each for each in range(place.first, place.end) if "comma" in reading.kinds[each]]
        return False if commas and reading.lower(commas[0] + 1) == "of" else None  # Tom Hall, who left, of fraud
    for each in range(at, min(place.end, at + _CLOSE)):
        if reading.lower(each) == "of":
            return False if "ing" in reading.kinds[each + 1] else None
        if reading.kinds[each] & _OTHER_CLAUSE:
            return None
    return None


def _that_in_winter(place: Place) -> bool | None:
    """Ann Lee said it was bad that in winter[,] the road was shut: the clause after "that" has no verb yet."""
    reading = place.reading
    if not place.observed >= {"comma", "new-subject"} or place.says:
        return None
    that = next((at for at in range(place.at - 1, place.start, -1) if reading.word_class(at) == "sconj"
                 and "that" in reading.kinds[at]), None)
    if that is None or reading.clauses_in(that, place.at):
        return None
    return False if reading.word_class(that + 1) in ("adp", "adv") else None


def _resumes(place: Place) -> bool | None:
    """Ann Lee said the plan[,] which Tom Hall backed, would fail: the verb comes after the relative clause."""
    if not place.comma or not place.observed >= {"relative", "no-verb-before"}:
        return None
    reading = place.reading
    comma = next((each for each in range(place.first + 1, place.end - 1) if "comma" in reading.kinds[each]), None)
    verbs = () if comma is None else reading.clauses_in(comma + 1, comma + 2)
    return False if any(not clause.verb.tags.isdisjoint(_MAY_BE_FINITE) for clause in verbs) else None


def _its_verb_comes(place: Place) -> bool | None:
    """Ann Lee said that Tom Hall[,] who must leave[,] is ill; it found that the mill[,] a ruin, is safe."""
    reading, at = place.reading, place.at
    speaks = "ing" in reading.kinds[place.after] and "cue" in reading.kinds[place.after]
    if not place.comma or place.says or speaks or place.observed & _JOINED:
        return None
    for clause in reading.clauses_in(place.after, place.end):
        subject, verb = clause.subject, clause.verb
        if subject is None or "finite" not in verb.tags or not place.start <= subject.start < subject.end <= at:
            continue
        parted = reading.back({"adverb"}, verb.start, at)
        near = at in (subject.end, parted - 1) and "comma" in reading.kinds[parted - 1]
        before = reading.clauses_in(place.start, at)
        return False if near and not any(each.subject == subject for each in before) else None
    return None


def _that_comma_he_left(place: Place) -> bool | None:
    """Ann Lee said that, contrary to what they claim[,] he left: an aside stands just after "that"."""
    kinds = place.reading.kinds
    if not place.comma or "that" not in kinds[place.start] or "comma" not in kinds[place.start + 1] \
            or place.reading.lower(place.start + 2) == "as":
        return None
    return False if not any("comma" in kind for kind in kinds[place.start + 2 : place.at]) else None


def _the_more_the_better(place: Place) -> bool | None:
    """Ann Lee said the more they sell[,] the more they earn."""
    lower, start = place.reading.lower, place.start
    first = start + 1 if "that" in place.reading.kinds[start] else start
    both = lower(first) == lower(place.after) == "the"
    return False if both and {lower(first + 1), lower(place.after + 1)} <= _COMPARED else None


def _to_meet_talk_and_eat(place: Place) -> bool | None:
    """The mayor said they had come to meet[,] talk [and] eat: one of several infinitives."""
    reading = place.reading
    if not place.observed & {"comma", "and", "or"}:
        return None
    verb = next(iter(reading.clauses_in(place.first, place.first + 1)), None)
    if verb is None or "base" not in verb.verb.tags or verb.subject is not None and not _is_one_thing(place, verb):
        return None
    before = reading.clauses_in(place.start, place.at)
    return False if before and not before[-1].verb.tags.isdisjoint({"infinitive", "base"}) else None


def _is_one_thing(place: Place, verb: Clause) -> bool:
    """Whether what is taken for a subject is in the singular, after "to" and a verb: to spend [time] together, talk."""
    subject = verb.subject
    if subject is None or not place.comma or subject.tags - {"noun-group", "time"}:
        return False
    before = place.reading.groups.before(subject.start)
    return before is not None and before.end == subject.start and "infinitive" in before.tags


def _that_all_of_them_left(place: Place) -> bool | None:
    """The mayor said that the clerks [and] the nurses had left: a clause with "that" has a verb."""
    if not place.observed >= {"that", "no-verb-before", "verb-later"} or place.says:
        return None
    return False if place.observed & {"comma", "and", "or"} else None


def _calls_leeds_yorkshire_a_gem(place: Place) -> bool | None:
    """The Echo calls Leeds[,] Yorkshire[,] “the north's gem”: the name that is given is in quotation marks."""
    reading, known = place.reading, cues.verb(place.reading.lower(place.cue))
    if not place.comma or known is None or "naming" not in known.frames or "thing" not in place.observed \
            or reading.quotations_in(place.start, place.at):
        return None
    named = place.after
    while "capital" in reading.kinds[named] or "comma" in reading.kinds[named] and named > place.after:
        named += 1
    return False if named < place.end and reading.is_quotation(named) else None


def _his_son_7_who_left_was_ill(place: Place) -> bool | None:
    """The clerk said the sister of his son[,] 7, who fell, was ill: a clause with its age has no verb yet."""
    if not place.observed >= {"comma", "no-verb-before"}:
        return None
    reading = place.reading
    aged = reading.word_class(place.after) == "num" and "comma" in reading.kinds[place.after + 1]
    verbs = (each.verb for each in reading.clauses_in(place.after, place.end))
    return False if aged and any("finite" in verb.tags for verb in verbs) else None


def _that_mills_or_shops_must(place: Place) -> bool | None:
    """Ann Lee stressed that “old mills” [–] or ruins – must be kept: the verb stands behind an aside."""
    if place.mark != "dash" or not place.observed >= {"that", "no-verb-before"}:
        return None
    reading, marks = place.reading, ("dash", "closing")
    second = next((at for at in range(place.first, place.end - 1) if reading.word_class(at) in marks), None)
    verbs = () if second is None else reading.clauses_in(second + 1, second + 2)
    return False if any("finite" in clause.verb.tags for clause in verbs) else None


def _new_and_growing_towns(place: Place) -> bool | None:
    """The mayor praised new [and] growing towns: two words for one noun."""
    reading, after = place.reading, place.after
    if "conjunction" not in reading.kinds[after] or reading.word_class(after - 1) != "adj" \
            or reading.word_class(after + 1) not in ("ing", "participle"):
        return None
    described = reading.word_class(after + 2) in ("noun", "plural") and reading.groups.beginning(after + 2) is not None
    return False if described else None


def _when_or_if(place: Place) -> bool | None:
    """Ann Lee has yet to say when, or if[,] it will open: a question of which its words alone have been said."""
    lower, at = place.reading.lower, place.at
    before = lower(at - 2) in _JOINING and lower(at - 1) in _ASKING  # when, or if[,] it will open
    behind = lower(at + 1) in _JOINING and lower(at + 2) in _ASKING  # when[,] or if, it will open
    return False if before and at - 4 <= place.start < at - 2 or behind and at == place.start + 1 else None


GOING_ON: Final = (
    _main_clause_comes, _its_verb_comes, _that_comma_he_left, _the_more_the_better, _if_it_rains, _compared,
    _charge_follows, _that_in_winter, _resumes, _to_meet_talk_and_eat, _that_all_of_them_left,
    _calls_leeds_yorkshire_a_gem, _his_son_7_who_left_was_ill, _that_mills_or_shops_must, _new_and_growing_towns,
    _when_or_if,
)
