"""Rules for where a content ends beyond doubt, behind those for where it goes on (going_on_rules.py).

Each looks at one place where the content may end, and says that it does (True), or nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from factx.extract.claims import cues
from factx.extract.claims.boundaries import DASHES, SAYING, Place
from factx.extract.claims.frames import persons
from factx.extract.claims.going_on_rules import GOING_ON
from factx.extract.claims.kinds import FINITE, Kinds
from factx.extract.claims.reading import Reading
from factx.syntax.sentence import Clause

_CONTRASTING: Final = frozenset({"while", "whereas", "although", "though"})
_VOWING: Final = frozenset({"clause", "hearer", "naming", "to", "order"})
"""The frames of verbs whose participle behind a comma belongs to who said what stands before."""
_CONCEDING: Final = frozenset({"though", "although", "but"})
_SPOKEN: Final = SAYING | {"quote", "naming"}
_FORMS: Final[Kinds] = frozenset({"past", "present", "ing"})
_STARTS: Final[Kinds] = frozenset({"that", "determiner", "pronoun", "person", "quotation", "subordinator"})
_DID: Final = frozenset({"did", "would", "could"})
_NOT: Final = frozenset({"not", "n't", "never"})
_GIVING: Final = frozenset({"give", "provide", "offer", "identify", "name"})
"""Verbs whose negation tells what somebody held back: but gave no details."""
_AFTER: Final = frozenset({"after", "when"})
_SETTINGS: Final = frozenset({"in", "on", "at", "during"})
_TENSES: Final = frozenset({"past", "present"})
_OPEN: Final = frozenset({"passive", "modal", "future", "perfect"})
"""What a verb is that a participle or a base form behind "and" may go on with."""
_GOING_ON: Final[Kinds] = FINITE | {"that", "quotation", "conjunction", "comma"}
_FURTHER: Final[Kinds] = FINITE | {"that", "subject-pronoun", "comma", "conjunction"}
_NEAR: Final = 8
"""Tokens in which a subject and its verb of saying stand."""


Rule = Callable[[Place], "bool | None"]


def verdict(place: Place) -> bool | None:
    """What the first rule says that has a say; None where none has."""
    return next((said for rule in _RULES if (said := rule(place)) is not None), None)


def _saying(place: Place) -> bool | None:
    """Ann Lee challenged the result [saying that ...]."""
    if not place.observed >= {"unmarked", "ing", "thing"} or place.first != place.at:
        return None
    return _speaks(place.reading, place.at, place.end)


def _quoted_again(place: Place) -> bool | None:
    """“It was over,” she said, referring to the war[, “and it was late.”]"""
    kinds, after = place.reading.kinds, place.after
    speech = after > place.at and "quotation" in kinds[after] and "nominal" not in kinds[after]
    if not speech or "ing" not in kinds[place.cue]:
        return None
    return cues.tags(place.reading.lower(place.cue)).isdisjoint(_SPOKEN)


def _according(place: Place) -> bool | None:
    """Police say it was an accident[, according to the Echo]; [, as per the Echo]."""
    reading, after = place.reading, place.after
    named = "trigger" in reading.kinds[after] and reading.lower(after) == "according" \
        or reading.lower(after) == "as" and reading.lower(after + 1) == "per"
    return True if named and place.comma else None


def _adding(place: Place) -> bool | None:
    """Ann Lee said it was over[, adding that it was late]."""
    kinds, after = place.reading.kinds, place.after
    starts = "ing" in kinds[after] and kinds[after + 1] & (_STARTS | {"comma", "colon"})
    return True if starts and place.comma and place.reading.lower(after) == "adding" else None


def _vowing(place: Place) -> bool | None:
    """Ann Lee said it would fight the tax[, vowing not to give in]; [, calling it a sham]."""
    reading, after = place.reading, place.after
    if not place.comma or "ing" not in reading.kinds[after] or "cue" not in reading.kinds[after]:
        return None
    said = cues.verb(reading.lower(after))
    if said is None or "mind" in said.frames or said.frames.isdisjoint(_VOWING):
        return None
    own = cues.verb(reading.lower(place.cue))
    return True if own is not None and "clause" in own.frames else None


def _somebody_else_says(place: Place) -> bool | None:
    """It will close, she said[, the mayor told reporters]; [, he added, ...]; [, while critics say it will not]."""
    if not place.says:
        return None
    return True if contrasts(place) or _trails(place) or _interrupts(place) else None


def contrasts(place: Place) -> bool:
    """Whether others say something else: ..., while critics say it will not; but no: but he says it will not."""
    reading, after = place.reading, place.after
    other = reading.lower(after) == "but" and "subject-pronoun" not in reading.kinds[after + 1]
    return place.says and (other or reading.lower(after) in _CONTRASTING)


def _people_close_to_it_said(place: Place) -> bool | None:
    """He has ruled out a sale[, people close to the talks said]; [, but clerks who tried it concluded that ...]."""
    reading, after = place.reading, place.after
    if not place.comma:
        return None
    joined = "conjunction" in reading.kinds[after]
    clause = reading.syntax.clause_of_subject.get(after + joined)
    if clause is None or clause.kind == "relative" or "finite" not in clause.verb.tags \
            or "passive" in clause.verb.tags or "cue" not in reading.kinds[clause.verb.head] \
            or cues.tags(reading.lower(clause.verb.head)).isdisjoint(SAYING):
        return None
    behind = reading.kinds[clause.verb.end : place.end]
    if joined:
        return True if behind and "that" in behind[0] else None
    return None if any(kind & _GOING_ON for kind in behind) else True


def _though_she_declines(place: Place) -> bool | None:
    """The mayor said it will close[, though he declines to say when]."""
    reading, after = place.reading, place.after
    somebody = "subject-pronoun" in reading.kinds[after + 1] or reading.lower(after + 1) == "it"
    if not place.comma or reading.lower(after) not in _CONCEDING or not somebody:
        return None
    verb = after + 2
    while reading.kinds[verb] & {"adverb", "auxiliary"}:
        verb += 1
    says = "cue" in reading.kinds[verb] and reading.kinds[verb] & {"past", "present"}
    return True if says or "declining" in cues.tags(reading.lower(verb)) else None


def _but_did_not_say_why(place: Place) -> bool | None:
    """The mayor said the hall will close [but did not say when]; [but would not elaborate]."""
    reading, verb = place.reading, place.after + 3
    if reading.lower(place.after) != "but" or reading.lower(place.after + 1) not in _DID \
            or reading.lower(place.after + 2) not in _NOT or verb >= place.end:
        return None
    known = cues.verb(reading.lower(verb))
    says = known is not None and not known.frames.isdisjoint(_SPOKEN) and "mind" not in known.frames
    return True if says or reading.lower(verb) in _GIVING else None


def _while_promising(place: Place) -> bool | None:
    """The owner vowed to stay [while promising to help]."""
    kinds, after = place.reading.kinds, place.after
    says = "ing" in kinds[after + 1] and "cue" in kinds[after + 1]
    return True if says and place.reading.lower(after) == "while" else None


def _same_verb_again(place: Place) -> bool | None:
    """Ann Lee said it was over [and said it was late]; said that it was over [and warned that it was late]."""
    reading, kinds, cue = place.reading, place.reading.kinds, place.cue
    if "conjunction" not in kinds[place.after]:
        return None
    verb = _behind_adverbs(place)
    if "auxiliary" in kinds[verb] and place.at == verb - 1 and "negation" in cues.tags(reading.lower(verb + 1)):
        return True if _repeats_denial(place, verb) else None
    if verb >= place.end or "cue" not in kinds[verb]:
        return None
    same = reading.lower(verb) == reading.lower(cue)
    if verb + 1 < place.end and "that" in kinds[verb + 1] and (_has_that(place) or _names(place)):
        same = kinds[verb] & _FORMS == kinds[cue] & _FORMS
    return True if same else None


def _repeats_denial(place: Place, verb: int) -> bool:
    """Whether two words behind a conjunction are those in front of the cue: did not say why and [did not] stop."""
    lower, cue = place.reading.lower, place.cue
    return (lower(verb), lower(verb + 1)) == (lower(cue - 2), lower(cue - 1))


def _has_that(place: Place) -> bool:
    """Whether a content begins with "that", or a noun with "that" behind it: rejected the idea that it was late."""
    kinds = place.reading.kinds
    if "that" in kinds[place.start]:
        return True
    noun = place.reading.groups.around(place.start)
    return noun is not None and noun.kind == "noun" and noun.end < place.at and "that" in kinds[noun.end]


def _names(place: Place) -> bool:
    """Whether a content is no clause, because its cue takes none: called it a farce."""
    known = cues.verb(place.reading.lower(place.cue))
    return known is not None and "clause" not in known.frames


def _which_critics_say(place: Place) -> bool | None:
    """Ann Lee said it was quiet since the vote[, which critics say was rigged]."""
    kinds, after = place.reading.kinds, place.after
    if not place.says or "relative" not in kinds[after]:
        return None
    said = next((each for each in range(after + 1, min(place.end - 1, after + _NEAR)) if "cue" in kinds[each]), None)
    return True if said is not None and kinds[said + 1] & {"auxiliary", "past"} else None


def _and_warns(place: Place) -> bool | None:
    """Ann Lee said sales rise each May [and dismissed the report]: the verb has the cue's subject and its tense."""
    reading = place.reading
    if "conjunction" not in reading.kinds[place.after] or reading.word_class(place.at - 1) == "adv":
        return None  # more and more; both often and well paid
    verb = _behind_adverbs(place)
    own = reading.syntax.clause_of_verb.get(place.cue)
    joined = None if own is None else _joined_to(reading, verb, own)
    if own is None or joined is None:
        return None
    inner = [each for each in reading.clauses_in(place.start, place.at) if "finite" in each.verb.tags]
    if inner and _says_more(reading, joined, inner[-1]):
        return True
    if inner and _goes_on(inner[-1], joined):
        return None
    return True if _shares_subject(joined, own) else None


def _joined_to(reading: Reading, verb: int, own: Clause) -> Clause | None:
    """The clause whose verb begins behind a conjunction, where it has the tense of the cue and is sure to be a verb."""
    joined = next(iter(reading.clauses_in(verb, verb + 1)), None)
    same = joined is not None and bool(joined.verb.tags & own.verb.tags & _TENSES)
    return joined if same and joined is not None and "base" not in joined.verb.tags else None


def _shares_subject(joined: Clause, own: Clause) -> bool:
    """Whether two verbs have one subject."""
    subject = own.subject or own.understood
    return subject is not None and subject == (joined.subject or joined.understood)


def _goes_on(inner: Clause, joined: Clause) -> bool:
    """Whether the last verb of a content is joined to one behind: it rose and fell; it should not be cut but kept."""
    several = "base" in inner.verb.tags  # dogs bark and she wants a fence
    return not several and not inner.verb.tags.isdisjoint(joined.verb.tags & _TENSES | _OPEN)


def _says_more(reading: Reading, joined: Clause, inner: Clause) -> bool:
    """Whether a verb says what the subject of the clause before can't: the landing was rough but denied any fault."""
    cue, subject = cues.verb(reading.lower(joined.verb.head)), inner.subject
    if cue is None or "mind" in cue.frames or subject is None or not subject.tags.isdisjoint({"person", "subject"}):
        return False
    if cue.stance == "denies":
        return True
    thing = subject.tags.isdisjoint({"named", "relative", "object"}) and reading.lower(subject.head) not in persons()
    return thing and "noun-group" in subject.tags


def _is_thing(place: Place) -> bool:
    """Whether the cue takes a thing and no clause, and its content has no verb yet."""
    reading, cue = place.reading, cues.verb(place.reading.lower(place.cue))
    takes = cue is not None and "clause" not in cue.frames
    return takes and "thing" in place.observed and not reading.clauses_in(place.start, place.at)


def _and_others_left(place: Place) -> bool | None:
    """Ann Lee praised the plan [and others have left]: behind a thing, a subject with a verb of its own."""
    reading = place.reading
    relative = any("relative" in kind for kind in reading.kinds[place.start : place.at])
    if relative or "conjunction" not in reading.kinds[place.after] or not _is_thing(place):
        return None
    clause = reading.syntax.clause_of_subject.get(place.after + 1)
    return True if clause is not None and "finite" in clause.verb.tags else None


def _after_it_burned(place: Place) -> bool | None:
    """The owner vowed to rebuild [after the mill burned down]: what is to be done is not done after what was."""
    reading, known = place.reading, cues.verb(place.reading.lower(place.cue))
    if not place.observed >= {"time", "new-subject"} or "question" in place.observed \
            or reading.lower(place.after) not in _AFTER \
            or known is None or "mind" in known.frames:
        return None
    ordered = "order" in known.frames and any(
        "infinitive" in clause.verb.tags for clause in reading.clauses_in(place.start, place.at)
    )
    clause = reading.syntax.clause_of_subject.get(place.first)
    to_do = ordered or "to-do" in place.observed
    return True if to_do and clause is not None and "past" in clause.verb.tags else None


def _even_as(place: Place) -> bool | None:
    """The mayor said the bridge is safe[, even as a lorry fell off it]."""
    reading, after = place.reading, place.after
    if not place.comma or (reading.lower(after), reading.lower(after + 1)) != ("even", "as"):
        return None
    own, clause = reading.syntax.clause_of_verb.get(place.cue), reading.syntax.clause_of_subject.get(after + 2)
    return True if own and clause and own.verb.tags & clause.verb.tags & _TENSES else None


def _in_an_interview(place: Place) -> bool | None:
    """Ann Lee praised the plan [in an interview]: where a thing was spoken of."""
    reading = place.reading
    if place.comma or reading.lower(place.at) not in _SETTINGS or not _is_thing(place):
        return None
    setting = reading.groups.beginning(place.at + 1)
    return True if setting is not None and "medium" in cues.tags(reading.lower(setting.head)) else None


def _behind_adverbs(place: Place) -> int:
    """The token behind a conjunction and adverbs."""
    verb = place.after + 1
    while verb < place.end and "adverb" in place.reading.kinds[verb]:
        verb += 1
    return verb


def _trails(place: Place) -> bool:
    """Whether a subject and a verb of saying end the sentence: ..., the campaign told reporters on Friday."""
    kinds, after, end = place.reading.kinds, place.after, place.end
    said = next((each for each in range(after, min(end, after + _NEAR)) if "cue" in kinds[each]), None)
    if said is None or end - said > _NEAR:
        return False
    return not any(kind & _FURTHER for kind in kinds[said + 1 : end])


def _interrupts(place: Place) -> bool:
    """Whether a subject and a verb of saying stand between commas: When she saw it was late, he added, they left."""
    kinds, after = place.reading.kinds, place.after
    near = range(after + 1, min(place.end - 1, after + _NEAR))
    said = next((each for each in near if "cue" in kinds[each]), None)
    return said is not None and "comma" in kinds[said + 1]


def _speaks(reading: Reading, at: int, end: int) -> bool:
    """Whether a participle begins a statement of its own."""
    tags = cues.tags(reading.lower(at))
    return "citing" in tags or "clause" in tags and at + 1 < end and bool(reading.kinds[at + 1] & _STARTS)


def is_dash(reading: Reading, at: int) -> bool:
    return "break" in reading.kinds[at] and reading.words[at].strip() in DASHES


def _with_its_leader_saying(place: Place) -> bool | None:
    """The party praised the plan[, with its leader calling it a gift]."""
    if not place.comma or place.reading.lower(place.after) != "with":
        return None
    clause = place.reading.syntax.clause_of_subject.get(place.after + 1)
    says = clause is not None and "ing" in clause.verb.tags and "cue" in place.reading.kinds[clause.verb.head]
    return True if says else None


def _second_dash(place: Place) -> bool | None:
    """The vote - which critics say was rigged[ -] is over."""
    reading = place.reading
    own = reading.syntax.clause_of_verb.get(place.cue)
    if own is None or not is_dash(reading, place.at):
        return None
    return True if is_dash(reading, own.start - 1) else None


_RULES: Final[tuple[Rule, ...]] = (
    *GOING_ON, _second_dash, _saying, _quoted_again,
    _according, _adding, _vowing, _with_its_leader_saying, _somebody_else_says, _people_close_to_it_said,
    _though_she_declines, _but_did_not_say_why, _while_promising, _same_verb_again, _which_critics_say,
    _and_others_left, _after_it_burned, _even_as, _in_an_interview, _and_warns,
)
