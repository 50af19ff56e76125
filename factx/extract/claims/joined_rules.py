"""Rules for where another verb of who speaks ends a content: Ann Lee said it was over [and warned that it was late].

Each looks at one place where the content may end, and says that it does (True), that it does not (False), or nothing.
"""

from __future__ import annotations

from typing import Final

from factx.extract.claims import cues
from factx.extract.claims.boundaries import SAYING, Place
from factx.extract.claims.frames import persons
from factx.extract.claims.kinds import Kinds
from factx.extract.claims.reading import Reading
from factx.syntax.sentence import Clause

_CONCEDING: Final = frozenset({"though", "although", "but"})
SPOKEN: Final = SAYING | {"quote", "naming"}
_FORMS: Final[Kinds] = frozenset({"past", "present", "ing"})
_DID: Final = frozenset({"did", "would", "could"})
_DID_NOT: Final = frozenset({"didn't", "wouldn't"})
_NOT: Final = frozenset({"not", "n't", "never"})
_GIVING: Final = frozenset({"give", "provide", "offer", "identify", "name"})
"""Verbs whose negation tells what somebody held back: but gave no details."""
TENSES: Final = frozenset({"past", "present"})
_PRESENT_MODALS: Final = frozenset({"can", "cannot", "will", "may", "must"})
_OPEN: Final = frozenset({"passive", "modal", "future", "perfect"})
"""What a verb is that a participle or a base form after "and" may go on with."""


def though_she_declines(place: Place) -> bool | None:
    """The mayor said it will close[, though he declines to say when]."""
    reading, after = place.reading, place.after
    somebody = "subject-pronoun" in reading.kinds[after + 1] or reading.lower(after + 1) == "it"
    if reading.lower(after) not in _CONCEDING or not somebody:
        return None
    verb = after + 2
    while reading.kinds[verb] & {"adverb", "auxiliary"}:
        verb += 1
    says = "cue" in reading.kinds[verb] and reading.kinds[verb] & {"past", "present"}
    return True if says or "declining" in cues.tags(reading.lower(verb)) else None


def but_did_not_say_why(place: Place) -> bool | None:
    """The mayor said the hall will close [but did not say when]; [but would not elaborate]."""
    reading, verb = place.reading, place.after + 3
    did = reading.lower(place.after + 1)
    if did in _DID_NOT:
        verb -= 1
    elif did not in _DID or reading.lower(place.after + 2) not in _NOT:
        return None
    if reading.lower(place.after) != "but" or verb >= place.end:
        return None
    known = cues.verb(reading.lower(verb))
    says = known is not None and not known.frames.isdisjoint(SPOKEN) and "mind" not in known.frames
    return True if says or reading.lower(verb) in _GIVING else None


def while_promising(place: Place) -> bool | None:
    """The owner vowed to stay [while promising to help]."""
    kinds, after = place.reading.kinds, place.after
    says = "subordinator" in kinds[after] and "ing" in kinds[after + 1] and "cue" in kinds[after + 1]
    return True if says and place.reading.lower(after) == "while" else None


def same_verb_again(place: Place) -> bool | None:
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
    """Whether two words after a conjunction are those in front of the cue: did not say why and [did not] stop."""
    lower, cue = place.reading.lower, place.cue
    return (lower(verb), lower(verb + 1)) == (lower(cue - 2), lower(cue - 1))


def _has_that(place: Place) -> bool:
    """Whether a content begins with "that", or a noun with "that" after it: rejected the idea that it was late."""
    kinds = place.reading.kinds
    if "that" in kinds[place.start]:
        return True
    noun = place.reading.groups.around(place.start)
    return noun is not None and noun.kind == "noun" and noun.end < place.at and "that" in kinds[noun.end]


def _names(place: Place) -> bool:
    """Whether a content is no clause, because its cue takes none: called it a farce."""
    known = cues.verb(place.reading.lower(place.cue))
    return known is not None and "clause" not in known.frames


def and_warns(place: Place) -> bool | None:
    """Ann Lee said sales rise each May [and dismissed the report]: the verb has the cue's subject and its tense."""
    reading = place.reading
    if "conjunction" not in reading.kinds[place.after] or reading.word_class(place.at - 1) == "adv":
        return None  # more and more; both often and well paid
    verb = _behind_adverbs(place)
    own = reading.syntax.clause_of_verb.get(place.cue)
    if own is None or (joined := _joined_to(reading, verb, own)) is None:
        return None
    inner = [each for each in reading.clauses_in(place.start, place.at) if "finite" in each.verb.tags]
    if inner and _says_more(reading, joined, inner[-1]):
        return True
    if inner and _goes_on(reading, inner[-1], joined):
        return None
    return True if _shares_subject(joined, own) else None


def and_others_say(place: Place) -> bool | None:
    """Some say they are ill [and others say they are not]: the verb of saying of somebody else has the cue's tense."""
    reading = place.reading
    if not place.observed >= {"and", "new-subject", "says", "same-tense", "verb-before"} or "pronoun" in place.observed:
        return None
    clause = reading.syntax.clause_of_subject.get(place.first)
    spoken = (cues.verb(reading.lower(each)) for each in (place.cue, clause.verb.head if clause else place.cue))
    if clause is None or not clause.verb.tags.isdisjoint({"passive", "modal"}) \
            or any(cue is None or "mind" in cue.frames for cue in spoken):
        return None
    return True


def _joined_to(reading: Reading, verb: int, own: Clause) -> Clause | None:
    """The clause whose verb begins after a conjunction, where it has the tense of the cue and is sure to be a verb."""
    joined = next(iter(reading.clauses_in(verb, verb + 1)), None)
    same = joined is not None and bool(joined.verb.tags & own.verb.tags & TENSES)
    return joined if same and joined is not None and "base" not in joined.verb.tags else None


def _shares_subject(joined: Clause, own: Clause) -> bool:
    """Whether two verbs have one subject."""
    subject = own.subject or own.understood
    return subject is not None and subject == (joined.subject or joined.understood)


def _goes_on(reading: Reading, inner: Clause, joined: Clause) -> bool:
    """Whether the last verb of a content is joined to one after: it rose and fell; it should not be cut but kept."""
    several = "base" in inner.verb.tags  # dogs bark and she wants a fence
    if reading.lower(inner.verb.start) in _PRESENT_MODALS and "past" in joined.verb.tags:
        return False  # they cannot accept it and demanded a vote
    return not several and not inner.verb.tags.isdisjoint(joined.verb.tags & TENSES | _OPEN)


def _says_more(reading: Reading, joined: Clause, inner: Clause) -> bool:
    """Whether a verb says what the subject of the clause before can't: the landing was rough but denied any fault."""
    cue, subject = cues.verb(reading.lower(joined.verb.head)), inner.subject
    if cue is None or "mind" in cue.frames or subject is None or not subject.tags.isdisjoint({"person", "subject"}):
        return False
    if cue.stance == "denies":
        return True
    thing = subject.tags.isdisjoint({"named", "relative", "object"}) and reading.lower(subject.head) not in persons()
    return thing and "noun-group" in subject.tags


def _behind_adverbs(place: Place) -> int:
    """The token after a conjunction and adverbs."""
    verb = place.after + 1
    while verb < place.end and "adverb" in place.reading.kinds[verb]:
        verb += 1
    return verb
