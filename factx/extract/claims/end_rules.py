"""Rules for where a content ends beyond doubt, after those for where it goes on (going_on_rules.py).

Each looks at one place where the content may end, and says that it does (True), or nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from factx import lexicon
from factx.expressions import compiled
from factx.extract.claims import cues
from factx.extract.claims.boundaries import DASHES, SAYING, Place
from factx.extract.claims.extents import ARTICLES
from factx.extract.claims.going_on_rules import GOING_ON, NEAR, trails
from factx.extract.claims.joined_rules import (
    SPOKEN,
    TENSES,
    and_others_say,
    and_warns,
    but_did_not_say_why,
    same_verb_again,
    though_she_declines,
    while_promising,
)
from factx.extract.claims.kinds import FINITE, GENITIVE, Kinds
from factx.extract.claims.reading import Reading

_CONTRASTING: Final = frozenset({"while", "whereas", "although", "though"})
_VOWING: Final = frozenset({"clause", "hearer", "naming", "to", "order"})
"""The frames of verbs whose participle after a comma belongs to who said what stands before."""
_STARTS: Final[Kinds] = frozenset({"that", "determiner", "pronoun", "person", "quotation", "subordinator"})
_AFTER: Final = frozenset({"after", "when"})
_TURNING: Final = frozenset({"however", "nevertheless", "nonetheless"})
_BESIDE: Final = frozenset("as after before since until while because".split())
_MEANWHILE: Final = frozenset({"as", "after", "before", "until"})
_ONLINE: Final = frozenset({"twitter", "facebook", "instagram", "website", "diatribe"})
_YEAR: Final = compiled(r"[12]\d{3}")
_PERIODS: Final = frozenset("week month year night fall autumn summer spring winter morning afternoon evening".split())
_GOING_TO: Final = frozenset({"to", "that"})
"""What tells more of a thing behind a time: plans last week to close it."""
_PARTS_OF_DAY: Final = frozenset({"night", "morning", "afternoon", "evening"})
_NOUNS: Final = frozenset({"noun", "plural", "propn", "object-pron", "pron"})
_SHORT: Final = 3
"""Tokens of a thing of which somebody spoke at a time: their run [in May]."""
_BEFORE: Final = frozenset({"before", "after", "while"})
_ASKING: Final = frozenset("if whether when where why how who what".split())
_JOINING: Final = frozenset({"and", "but"})
_OPENING: Final[Kinds] = frozenset({"that", "relative"})
_OF_THEN: Final = frozenset({"asserts", "supports", "denies"})
"""Stances towards what is, and not what is to be: whoever demands a vote on Monday may do so on Friday."""
_SETTINGS: Final = frozenset({"in", "on", "at", "during"})
_GOING_ON: Final[Kinds] = FINITE | {"that", "quotation", "conjunction", "comma"}


Rule = Callable[[Place], "bool | None"]


def verdict(place: Place) -> bool | None:
    """The verdict of the first rule that applies; None if none does."""
    for rule in _RULES if place.comma else _WITHOUT_COMMA:
        said = rule(place)
        if said is not None:
            return said
    return None


def _saying(place: Place) -> bool | None:
    """Ann Lee challenged the result [saying that ...]."""
    if place.mark != "unmarked" or place.first != place.at or not place.observed >= {"ing", "thing"}:
        return None
    return _speaks(place.reading, place.at, place.end)


def _quoted_again(place: Place) -> bool | None:
    """“It was over,” she said, referring to the war[, “and it was late.”]"""
    kinds, after = place.reading.kinds, place.after
    if "quotation" not in kinds[after] or "ing" not in kinds[place.cue]:
        return None
    return cues.tags(place.reading.lower(place.cue)).isdisjoint(SPOKEN)


def _according(place: Place) -> bool | None:
    """Police say it was an accident[, according to the Echo]; [, as per the Echo]."""
    reading, after = place.reading, place.after
    named = reading.lower(after) == "according" or (reading.lower(after), reading.lower(after + 1)) == ("as", "per")
    return True if named else None


def _adding(place: Place) -> bool | None:
    """Ann Lee said it was over[, adding that it was late]; voiced anger that it was over[, saying that it was late]."""
    kinds, after = place.reading.kinds, place.after
    starts = "ing" in kinds[after] and kinds[after + 1] & (_STARTS | {"comma", "colon"})
    known = cues.verb(place.reading.lower(place.cue))
    voiced = place.reading.lower(after) == "saying" and known is not None and "clause" not in known.frames
    return True if starts and (voiced or place.reading.lower(after) == "adding") else None


def _vowing(place: Place) -> bool | None:
    """Ann Lee said it would fight the tax[, vowing not to give in]; [, calling it a sham]."""
    reading, after = place.reading, place.after
    if "ing" not in reading.kinds[after]:
        return None
    said = cues.verb(reading.lower(after))
    if said is None or "mind" in said.frames or said.frames.isdisjoint(_VOWING):
        return None
    return True


def _before_leaving(place: Place) -> bool | None:
    """Ann Lee said they were “very good” [before leaving]: what she did then."""
    reading = place.reading
    if not reading.is_quotation(place.at - 1) or reading.lower(place.after) not in _BEFORE:
        return None
    return True if "ing" in reading.kinds[place.after + 1] else None


def _somebody_else_says(place: Place) -> bool | None:
    """It will close, she said[, the mayor told reporters]; [, he added, ...]; [, while critics say it will not]."""
    if not place.says:
        return None
    return True if contrasts(place) or trails(place) or _interrupts(place) else None


def contrasts(place: Place) -> bool:
    """Whether somebody says something else: ..., while critics say it will not; ..., but he says it will not."""
    reading, after = place.reading, place.after
    return place.says and (reading.lower(after) == "but" or reading.lower(after) in _CONTRASTING)


def _people_close_to_it_said(place: Place) -> bool | None:
    """He has ruled out a sale[, people close to the talks said]; [, but clerks who tried it concluded that ...]."""
    reading, after = place.reading, place.after
    joined = "conjunction" in reading.kinds[after]
    clause = reading.syntax.clause_of_subject.get(after + joined)
    if clause is None or "cue" not in reading.kinds[clause.verb.head] \
            or cues.tags(reading.lower(clause.verb.head)).isdisjoint(SAYING):
        return None
    behind = reading.kinds[clause.verb.end : place.end]
    if joined:
        return True if behind and "that" in behind[0] else None
    return None if any(kind & _GOING_ON for kind in behind) else True


def _is_thing(place: Place) -> bool:
    """Whether the cue takes a thing and no clause, and its content has no verb yet."""
    reading, cue = place.reading, cues.verb(place.reading.lower(place.cue))
    takes = cue is not None and "clause" not in cue.frames
    return takes and "thing" in place.observed and not reading.clauses_in(place.start, place.at)


def _is_doing(place: Place) -> bool:
    """Whether a content is a participle and no clause: reported skipping breaks."""
    finite = any("finite" in clause.verb.tags for clause in place.reading.clauses_in(place.start, place.at))
    return place.reading.word_class(place.start) == "ing" and not finite


def _and_others_left(place: Place) -> bool | None:
    """Ann Lee praised the plan [and others have left]; denied leaving [and Tom Hall admitted it]: another's clause."""
    reading = place.reading
    relative = any("relative" in kind for kind in reading.kinds[place.start : place.at])
    if relative or "conjunction" not in reading.kinds[place.after] or not (_is_thing(place) or _is_doing(place)):
        return None
    return True if place.after + 1 in reading.syntax.clause_of_subject else None


def _after_it_burned(place: Place) -> bool | None:
    """The owner vowed to rebuild [after the mill burned down]: what is to be done is not done after what was."""
    reading, known = place.reading, cues.verb(place.reading.lower(place.cue))
    if "question" in place.observed or not _is_while(place) or known is None or "mind" in known.frames:
        return None
    ordered = "order" in known.frames and any(
        "infinitive" in clause.verb.tags for clause in reading.clauses_in(place.start, place.at)
    )
    clause = reading.syntax.clause_of_subject.get(place.first)
    to_do = ordered or "to-do" in place.observed
    return True if to_do and clause is not None and "past" in clause.verb.tags else None


def _as_they_left(place: Place) -> bool | None:
    """The firm announced a cut in pay [after sales fell]: when a thing was spoken of; praised her [as she left]."""
    reading, word = place.reading, place.reading.lower(place.after)
    if not place.observed >= {"thing", "new-subject"} or reading.clauses_in(place.start, place.at) \
            or "pronoun" in reading.kinds[place.first] or reading.word_class(place.after) != "sconj":
        return None
    judged = not place.observed.isdisjoint({"accuses", "supports"})
    return True if word in _BESIDE and "asserts" in place.observed or word in _MEANWHILE and judged else None


def _is_while(place: Place) -> bool:
    """Whether a word tells after what or beside what something was: after it burned, as the crowd left."""
    reading, after = place.reading, place.after
    if reading.lower(after) == "as":
        other = "pronoun" not in reading.kinds[place.first] and "adverb" not in reading.kinds[after - 1]  # just as
        return other and reading.word_class(after) == "sconj"
    return reading.lower(after) in _AFTER


def _even_as(place: Place) -> bool | None:
    """The mayor said the bridge is safe[, even as a lorry fell off it]."""
    reading, after = place.reading, place.after
    if (reading.lower(after), reading.lower(after + 1)) != ("even", "as"):
        return None
    own, clause = reading.syntax.clause_of_verb.get(place.cue), reading.syntax.clause_of_subject.get(after + 2)
    return True if own and clause and own.verb.tags & clause.verb.tags & TENSES else None


def _however_they_left(place: Place) -> bool | None:
    """Ann Lee said it was late[, however the crowd stayed]."""
    reading, after = place.reading, place.after
    turns = reading.lower(after) in _TURNING and after + 1 in reading.syntax.clause_of_subject
    return True if turns else None


def _but_there_are(place: Place) -> bool | None:
    """The mayor said the dam was safe[, but there are cracks in it]: what was told ends before what there is."""
    reading, after = place.reading, place.after
    own = reading.syntax.clause_of_verb.get(place.cue)
    if reading.lower(after) not in _JOINING or reading.lower(after + 1) != "there" \
            or own is None or "past" not in own.verb.tags:
        return None
    joined = reading.clauses_in(after + 2, after + 3)
    inner = [each for each in reading.clauses_in(place.start, place.at) if "finite" in each.verb.tags]
    told = all("past" in each.verb.tags for each in inner)
    return True if told and any("present" in each.verb.tags for each in joined) else None


def _if_he_saw_it_but_they_left(place: Place) -> bool | None:
    """It is not known if the pilot saw the mast [but a crew was there]: after a question, what is known."""
    reading = place.reading
    asked = reading.lower(place.start) in _ASKING
    return True if asked and place.observed >= {"but", "new-subject"} else None


def _is_spoken_of(place: Place) -> bool:
    """Whether a content is a thing so far, of which somebody spoke, or which somebody backed or denied."""
    reading = place.reading
    known = cues.verb(reading.lower(place.cue))
    return "thing" in place.observed and known is not None and known.stance in _OF_THEN \
        and "naming" not in known.frames \
        and reading.word_class(place.start) != "adp" and not reading.clauses_in(place.start, place.at)


def _on_monday(place: Place) -> bool | None:
    """The mayor announced the deal [on Monday]: when a thing was spoken of; no: accused him on Monday of it."""
    reading = place.reading
    if place.comma or not _is_spoken_of(place):
        return None
    if reading.lower(place.at) == "in":
        time = reading.groups.beginning(place.at + 1)
        known = reading.lower(place.start) not in ARTICLES and place.at - place.start <= _SHORT  # not: a rise in May
        timed = ("supports" in place.observed or known) and time is not None and "time" in time.tags
        return True if timed or _YEAR.fullmatch(reading.lower(place.at + 1)) else None
    return True if reading.lower(place.at) == "on" and _is_day(reading, place.at + 1) else None


def _is_day(reading: Reading, at: int) -> bool:
    return reading.lower(at) in lexicon.load("claims")["weekday"] or reading.lower(at) == "yesterday"


def _last_week(place: Place) -> bool | None:
    """The mayor endorsed Ann Lee [last week]; [Tuesday night]; no: attended last week's talks; a Tuesday meeting."""
    if not place.when:
        return None
    reading, at = place.reading, place.at
    first = at + 1 if reading.lower(at) == "earlier" else at
    end = first + 1 if _is_day(reading, first) else first + 2
    if not _is_day(reading, first) and reading.lower(first + 1) not in _PERIODS:
        return False
    if reading.lower(end) in _PARTS_OF_DAY:
        end += 1
    behind = reading.word_class(end) in _NOUNS or reading.kinds[end] >= GENITIVE or reading.lower(end) in _GOING_TO
    return reading.word_class(at - 1) in _NOUNS and not behind and _is_spoken_of(place)


def _nor_did_they(place: Place) -> bool | None:
    """Ann Lee denied making a mistake[, nor did she think it was late]: after a content that is no clause."""
    reading, after = place.reading, place.after
    if not place.observed >= {"comma", "no-verb-before"} or reading.lower(after) != "nor":
        return None
    return True if "auxiliary" in reading.kinds[after + 1] else None


def _and_will_resign(place: Place) -> bool | None:
    """Ann Lee called on rivals to help [and will resign]: a verb without a subject, where the content has had none."""
    reading = place.reading
    if reading.lower(place.after) not in _JOINING or not place.observed >= {"finite", "no-verb-before"} \
            or any(kind & _OPENING for kind in reading.kinds[place.start : place.at]):
        return None
    verb = next(iter(reading.clauses_in(place.first, place.first + 1)), None)
    return True if verb is not None and "base" not in verb.verb.tags else None


def _in_an_interview(place: Place) -> bool | None:
    """Ann Lee praised the plan [in an interview]: where a thing was spoken of."""
    reading = place.reading
    if place.comma or reading.lower(place.at) not in _SETTINGS or not (_is_thing(place) or _is_spoken_of(place)) \
            or not _is_thing(place) and reading.quotations_in(place.start, place.at):
        return None
    setting = reading.groups.beginning(place.at + 1)
    head = "" if setting is None else reading.lower(setting.head)
    plain = _is_thing(place) or setting is not None and reading.word_class(setting.start) in ("det", "poss")
    return True if plain and "medium" in cues.tags(head) or head in _ONLINE else None


def _in_a_statement(place: Place) -> bool | None:
    """The firm said the plant would stay open[, in a statement to the Echo]."""
    reading = place.reading
    if not place.comma or reading.lower(place.after) != "in" or reading.word_class(place.after + 1) != "det":
        return None
    known, setting = cues.verb(reading.lower(place.cue)), reading.groups.beginning(place.after + 1)
    if known is None or known.frames.isdisjoint(SAYING) or setting is None:
        return None
    ends = not any(each.subject for each in reading.clauses_in(place.after, place.end))
    return True if ends and "medium" in cues.tags(reading.lower(setting.head)) else None


def _interrupts(place: Place) -> bool:
    """Whether a subject and a verb of saying stand between commas: When she saw it was late, he added, they left."""
    kinds, after = place.reading.kinds, place.after
    near = range(after + 1, min(place.end - 1, after + NEAR))
    said = next((each for each in near if "cue" in kinds[each]), None)
    return said is not None and "comma" in kinds[said + 1]


def _speaks(reading: Reading, at: int, end: int) -> bool:
    """Whether a participle begins a statement of its own."""
    tags = cues.tags(reading.lower(at))
    return "citing" in tags or "clause" in tags and at + 1 < end and bool(reading.kinds[at + 1] & _STARTS)


def is_dash(reading: Reading, at: int) -> bool:
    return reading.words[at].strip() in DASHES


def _then_they_left(place: Place) -> bool | None:
    """As the mayor was praised for it[, two clerks left]: the clause in front ends where the main one begins."""
    reading = place.reading
    own = reading.syntax.clause_of_verb.get(place.cue)
    if own is None or own.kind != "adverbial" or own.parent is None or not place.comma or place.after == place.at:
        return None
    if reading.is_quotation(place.after) and "nominal" not in reading.kinds[place.after]:
        return True
    clause = reading.syntax.clause_of_subject.get(place.after)
    return True if clause is not None and clause == reading.syntax.clauses[own.parent] else None


def _with_its_leader_saying(place: Place) -> bool | None:
    """The party praised the plan[, with its leader calling it a gift]."""
    if place.reading.lower(place.after) != "with":
        return None
    clause = place.reading.syntax.clause_of_subject.get(place.after + 1)
    says = clause is not None and "ing" in clause.verb.tags and "cue" in place.reading.kinds[clause.verb.head]
    return True if says else None


def _semicolon(place: Place) -> bool | None:
    """Ann Lee praised the plan[; it has made the town rich]: after a thing; it was late[; another said that ...]."""
    if place.reading.words[place.at].strip() != ";":
        return None
    return True if "thing" in place.observed or _another_says_that(place) else None


def _another_says_that(place: Place) -> bool:
    """Whether a clause begins whose verb has "that" after it: another [said that] it was early."""
    reading = place.reading
    clause = reading.syntax.clause_of_subject.get(place.first)
    return clause is not None and "that" in reading.kinds[clause.verb.end]


def _raid_she_says_was(place: Place) -> bool | None:
    """Ann Lee called for a vote [- a raid the clerk says was planned -]: what stands behind a dash is another's."""
    reading = place.reading
    if not is_dash(reading, place.at):
        return None
    said = (clause.verb for clause in reading.clauses_in(place.after, min(place.end, place.after + NEAR)))
    says = any(
        "cue" in reading.kinds[verb.head] and "auxiliary" in reading.kinds[verb.end]
        for verb in said
    )
    return True if says else None


def _second_dash(place: Place) -> bool | None:
    """The vote - which critics say was rigged[ -] is over."""
    reading = place.reading
    own = reading.syntax.clause_of_verb.get(place.cue)
    if own is None or not is_dash(reading, place.at):
        return None
    return True if is_dash(reading, own.start - 1) else None


_RULES: Final[tuple[Rule, ...]] = (
    _then_they_left, _last_week, *GOING_ON, _second_dash, _semicolon, _raid_she_says_was, _saying, _quoted_again,
    _according, _adding, _vowing, _before_leaving, _with_its_leader_saying,
    _somebody_else_says, _people_close_to_it_said,
    though_she_declines, but_did_not_say_why, while_promising, same_verb_again,
    _and_others_left, _after_it_burned, _as_they_left, _even_as, _however_they_left, _but_there_are, _nor_did_they,
    _if_he_saw_it_but_they_left, _and_will_resign, _in_an_interview, _in_a_statement, _on_monday, and_others_say,
    and_warns,
)
_AFTER_COMMA: Final = frozenset({
    _according, _adding, _vowing, _with_its_leader_saying, _somebody_else_says, _people_close_to_it_said,
    though_she_declines, _even_as, _however_they_left, _but_there_are, _nor_did_they, _in_a_statement,
})
"""The rules for what stands after a comma, which are not asked elsewhere."""
_WITHOUT_COMMA: Final = tuple(rule for rule in _RULES if rule not in _AFTER_COMMA)
