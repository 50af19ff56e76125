"""Statements whose content stands after their verb: Ann Lee said that it was over; what Ann Lee said was a fifth."""

from __future__ import annotations

from factx.extract.claims import means, phrases, quoted
from factx.extract.claims.boundaries import opening
from factx.extract.claims.content_end import content_end
from factx.extract.claims.cues import Cue
from factx.extract.claims.frames import persons
from factx.extract.claims.kinds import Kinds
from factx.extract.claims.predicates import Predicate, Source
from factx.extract.claims.reading import Range
from factx.extract.claims.sentence import PARTICIPLES, Parts, Scene
from factx.extract.claims.shapes import Shape
from factx.syntax import Group
from factx.text import numbers

QUOTING = frozenset({"said-quotation", "said-in-passing"})
BARE = frozenset({"said-outright", "said-something"})
"""The rules whose content has no "that", colon or quotation mark."""
_CHAINED = frozenset({"said-that", "told-that", "told-somebody"})
"""The rules whose content may be taken from a relative clause after the noun in front."""
_NEAR = 4
"""Tokens in which the verb of a relative clause without another subject follows "that"."""
_NAMELESS = frozenset({"named", "identified", "quoted"})
"""What a source asks not to be: nothing is said by it."""
_AFTER_THIS: Kinds = frozenset({"preposition", "subordinator", "stop", "end", "comma"})
"""What stands after "this" where it is all: she told this to a clerk, said this while walking."""
_PRONOUNS = frozenset({"pron", "time"})
_QUOTED: Kinds = frozenset({"quotation"})
_ORDERED: Kinds = frozenset({"quotation", "to"})
_HOURS = frozenset({"late", "early"})
_SHORT = 5
"""Tokens of a time, at most: said [late on Monday]."""


def after(scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Source) -> Parts | None:
    """Ann Lee said that it was over."""
    quotes = scene.rule in QUOTING or scene.rule == "said-colon" or scene.rule == "called-for" and "about" in cue.frames
    if "quote" in cue.frames and not quotes:
        return None
    start = shape.content
    if start >= scene.high:
        return _next_paragraph(scene, group, shape, source)
    if not _may_begin(scene, start):
        return None
    start = _opening(scene, cue, group, start)
    if scene.rule in BARE and (noun := _noun_in_front(scene, start, source)) is not None:
        content = [(noun.start, noun.end), (start, _verb_of_noun(scene, start, source, group.cue))]
        return Parts(group.start, shape.cue_end, source.range, content)
    end = content_end(scene.reading, start, scene.high, source.range, group.cue)
    if end <= start or scene.rule in BARE and not _takes(scene, cue, source.range, (start, end)):
        return None
    parts = [*_half_in_front(scene, start, source), (start, end)]
    if "quotation" in scene.kinds[end - 1]:
        parts += quoted.going_on(scene.reading, end)
    return Parts(group.start, shape.cue_end, source.range, parts, not source.inherited)


def _opening(scene: Scene, cue: Cue, group: Predicate, start: int) -> int:
    """Where a content begins that a rule has begin at a token: behind who is told, with a quoted verb's subject."""
    if scene.rule == "said-quotation":
        return _with_its_subject(scene, group, start)
    return _behind_hearer(scene, start) if scene.rule in BARE and "hearer" in cue.frames else start


def _with_its_subject(scene: Scene, group: Predicate, start: int) -> int:
    """Where a content begins whose verb opens a quotation: told reporters [the mill “was shut”]."""
    noun = scene.reading.groups.before(start)
    inside = noun is not None and noun.kind == "noun" and noun.end == start and noun.start > group.cue \
        and scene.reading.word_class(noun.start - 1) != "adp"
    return noun.start if inside and noun and scene.frames.has_verb_quoted((noun.start, start + 1)) else start


def _noun_in_front(scene: Scene, start: int, source: Source) -> Group | None:
    """What a verb without a subject after its cue says something of: [A plan] the clerk said would fail was dropped."""
    verb = next(iter(scene.reading.clauses_in(start, start + 1)), None)
    if verb is None or verb.verb.start != start or "finite" not in verb.verb.tags or source.inherited:
        return None
    noun = scene.reading.groups.before(source.range[0])
    if noun is None or noun.kind != "noun" or noun.end != source.range[0] or not noun.tags.isdisjoint(_PRONOUNS):
        return None
    return noun


def _verb_of_noun(scene: Scene, start: int, source: Source, cue: int) -> int:
    """Where the noun's own verb stands, or its sentence ends: A plan the clerk said would fail [was] dropped."""
    reading, stop = scene.reading, scene.stop(scene.high)
    for clause in reading.clauses_in(start + 1, stop):
        own = clause.subject is not None and clause.subject.start >= source.range[0]
        if "finite" in clause.verb.tags and not own and clause.kind != "relative" \
                and "conjunction" not in reading.kinds[clause.verb.start - 1]:
            return clause.verb.start
    return content_end(reading, start, scene.high, source.range, cue)


def _may_begin(scene: Scene, start: int) -> bool:
    """Whether a content can begin at a token, by what stands there."""
    reading, kinds = scene.reading, scene.kinds
    if _says_nothing(scene, start):
        return False
    if reading.lower(start) == "not" and start + 3 < scene.high and reading.lower(start + 3) in _NAMELESS:
        return False
    if scene.rule == "called-for" and "auxiliary" in kinds[start]:
        return reading.lower(start) in PARTICIPLES  # complained of being ill; all they want to talk about is football
    if scene.rule not in _CHAINED or reading.lower(start - 2) == "following":
        return True
    near = reading.clauses_in(start, start + _NEAR)
    return not any(each.start == start and each.kind == "relative" for each in near)  # learn in a way that is useful


def _says_nothing(scene: Scene, start: int) -> bool:
    """Whether what begins at a token is no content: do you believe [that]?; bids and offers [while they last].

    Fashion shows [that feature] the young; she told [this to a clerk].
    """
    reading, behind = scene.reading, scene.kinds[start + 1]
    if "that" in scene.kinds[start]:
        return bool(behind & {"stop", "end"}) or reading.word_class(start + 1) in ("third", "past")
    word = reading.lower(start)
    return word == "while" and scene.rule in BARE or word == "this" and bool(behind & _AFTER_THIS)


def _behind_hearer(scene: Scene, start: int) -> int:
    """Where a clause begins whose subject stands at once after who is told: told police [two boats] had sunk."""
    reading = scene.reading
    clause = reading.syntax.clause_of_subject.get(start)
    if clause is None or clause.subject is None:
        return start
    for place in range(start + 1, clause.subject.end):
        counted = reading.word_class(place) == "num"
        named = reading.lower(place - 1) in persons() and reading.word_class(place) in ("noun", "plural", "adj")
        if counted or named:
            return place
    return start


def _next_paragraph(scene: Scene, group: Predicate, shape: Shape, source: Source) -> Parts | None:
    """A colon at the end of its paragraph: the next one is what was said."""
    start = scene.high + 1
    if scene.rule != "said-colon" or start >= len(scene.kinds):
        return None
    quotes = "quotation" in scene.kinds[start]
    end = start + 1 if quotes else scene.stop(scene.paragraph_end(start))
    more = quoted.going_on(scene.reading, end) if quotes else []
    return Parts(group.start, shape.cue_end, source.range, [(start, end), *more]) if end > start else None


def _half_in_front(scene: Scene, start: int, source: Source) -> list[Range]:
    """The first half of a content whose second is a quotation: “It is over,” Ann Lee said, “and it is late.”"""
    if scene.rule != "said-quotation" or source.inherited:
        return []
    lead, kinds = source.range[0], scene.kinds
    front = quoted.before(scene.reading, lead, scene.low)
    if front is not None:
        term = "nominal" in kinds[front[1] - 1] or quoted.only_leads(scene.reading, front)
        return [] if term else [front]
    if "relative" in kinds[lead]:
        return []
    commas = "comma" in kinds[start - 1] and "comma" in kinds[lead - 1]
    if not commas or not quoted.runs_on(scene.reading, start):
        return []
    front = scene.clause(lead - 1)
    return [front] if front[0] < front[1] else []


def _takes(scene: Scene, cue: Cue, source: Range, content: Range) -> bool:
    """Whether the words after a cue can be its content, and are no mere adverb, time, hearer or object."""
    start, end = content
    if "auxiliary" in scene.kinds[start] and scene.reading.lower(source[0] - 1) == "what":
        return False  # what she said was funny
    if cue.frames <= {"about"} or end == start + 1 and _is_no_content(scene, cue, start) \
            or _is_time(scene, cue, content):
        return False
    if "hearer" in cue.frames and opening(scene.reading, start, end) == "thing":
        return _is_told_more(scene, cue, content)
    return not cue.frames <= {"to", "mind"}


def _is_no_content(scene: Scene, cue: Cue, word: int) -> bool:
    """Whether one word says nothing: would not know that; said so; told her; the clock says ten."""
    kind = scene.kinds[word]
    if "determiner" in kind:
        return False
    someone = "pronoun" in kind and "thing" not in cue.frames
    counted = cue.lemma == "say" and numbers.value([scene.reading.lower(word)]) is not None
    return bool("adverb" in kind or someone or counted)


def _is_time(scene: Scene, cue: Cue, content: Range) -> bool:
    """Whether the words after a cue tell when: said Monday evening."""
    start, end = content
    first = start + 1 if scene.reading.lower(start) in _HOURS else start
    group = scene.reading.groups.beginning(first)
    timed = "time" in scene.kinds[first] or cue.lemma == "say" and group is not None and "time" in group.tags
    if not timed or "clitic" in scene.kinds[first + 1]:
        return False
    return end - start <= _SHORT or cue.lemma == "say" and not scene.frames.has_clause(content)


def _is_told_more(scene: Scene, cue: Cue, content: Range) -> bool:
    """Whether anything follows the person told: told the clerk that it was over."""
    start, end = content
    heard = phrases.behind(scene.reading, start, end)
    if heard >= end:
        return False
    said = _ORDERED if "order" in cue.frames else _QUOTED
    return any(kind & said for kind in scene.kinds[start:end]) \
        or bool(scene.kinds[heard] & {"preposition", "subordinator", "that"}) \
        and not means.begins_at(scene.reading, heard) or scene.frames.has_clause((heard, end))


def extracted(scene: Scene, group: Predicate, shape: Shape, source: Source | None) -> Parts | None:
    """The statement of "what Ann Lee said was a fifth", whose relative pronoun is the subject of the content."""
    if source is None:
        return None
    relative = source.range[0] - 1
    if scene.kinds[relative - 1] & {"end", "that", "conjunction", "subordinator"}:
        return None  # what she said was funny
    end = content_end(scene.reading, shape.content, scene.high, source.range, group.cue)
    return Parts(group.start, shape.cue_end, source.range, [(relative, relative + 1), (shape.content, end)])


def says_nothing(scene: Scene, group: Predicate, shape: Shape, source: Source) -> bool:
    """Whether nothing is told: as you know, it is over; had much to talk about today; what they said about it was."""
    if _is_of_course(scene, source):
        return True
    free = scene.reading.lower(shape.content - 1) in ("about", "of") and _is_free(scene, source)
    return scene.rule == "called-for" and (free or _is_stranded(scene, group, shape))


def _is_of_course(scene: Scene, source: Source) -> bool:
    """Whether a reader is reminded: as you know, it is over; as you may know."""
    start = source.range[0]
    return scene.reading.lower(start) == "you" and scene.reading.lower(start - 1) == "as"


def _is_stranded(scene: Scene, group: Predicate, shape: Shape) -> bool:
    """Whether a time follows a preposition whose thing stands in front: had much [to talk about] last week."""
    after = scene.reading.groups.beginning(shape.content)
    timed = after is not None and "time" in after.tags or scene.reading.lower(shape.content) in ("today", "yesterday")
    return group.infinitive and timed and "clitic" not in scene.kinds[shape.content + 1]


def _is_free(scene: Scene, source: Source) -> bool:
    """Whether a thing is spoken of, and not what is said of it: what [they said] about it was false."""
    return not source.inherited and scene.reading.lower(source.range[0] - 1) == "what"
