"""Statements that a verb brings in: where its source and its content stand."""

from __future__ import annotations

from factx.extract.claims import behind_verb, cues, phrases, quoted
from factx.extract.claims.boundaries import DASHES, SAYING, opens_claim
from factx.extract.claims.content_end import content_end
from factx.extract.claims.cues import SPEAKING, Cue
from factx.extract.claims.frames import persons
from factx.extract.claims.from_passive import in_front, passive
from factx.extract.claims.kinds import Kinds
from factx.extract.claims.predicates import UNSAID, Predicate, Source
from factx.extract.claims.reading import Range
from factx.extract.claims.sentence import Parts, Scene
from factx.extract.claims.shapes import Shape
from factx.extract.claims.stance import without_evidence
from factx.syntax import Group

_THAT = frozenset({"said-that-outright", "said-that", "told-that"})
"""The rules whose content begins with "that": after them a participle is no adjective ("the reported losses")."""
_LONG_QUOTATION = 9
"""Tokens from which on a quotation is no title of a work."""
_FINITE: Kinds = frozenset({"past", "present"})
_SUBJECTS: Kinds = frozenset({"person", "capital", "determiner", "pronoun", "nominal"})
_MATTERS = frozenset({"thing", "naming"})
_HEARD = frozenset({"hearer", "order"})
_UNHEARD = frozenset({"clause", "quote"})
_AMOUNTS = frozenset("nothing little much something anything everything more enough".split())
"""What can be said, and says nothing itself."""
_SAYING = frozenset({"say", "explain", "argue", "add", "note"})
"""Verbs whose content may begin with a time or a place, without "that"."""
_QUOTING = frozenset({"quoting", "citing"})
_SAID: Kinds = frozenset({"cue", "past"})
_OF_A_CLAUSE: Kinds = frozenset({"comma", "auxiliary", "past", "subject-pronoun", "person", "quotation"})
_LEADING_IN: Kinds = frozenset({"comma", "conjunction", "preposition", "end", "break"})
"""What a participle has in front that tells what its clause's subject does."""
_MEANWHILE = frozenset({"as", "though", "although"})
"""What opens a clause after an attribution that is the writer's own."""
_LEADING = 4
"""Words in front of a participle that opens its sentence, at most."""
_LONGEST_ASIDE = 20
"""Tokens that may stand between the two halves of a quotation."""


def parts(scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Source | None) -> Parts | None:
    """The statement that a verb brings in, by the shape of a rule."""
    if shape.place == "opening":
        return _opening(scene, cue, group, shape)
    if shape.place == "extracted":
        return behind_verb.extracted(scene, group, shape, source)
    if group.passive:
        return passive(scene, cue, group, shape)
    if shape.place in ("passive", "ordered", "rumoured"):
        return None
    if _may_invert(scene, group, shape):
        # "It was over, said Ann Lee".
        if inverted := _inverted(scene, cue, group, shape):
            return inverted
        scene.inverted = shape.cue_end
    if group.participle and leads(scene, group.start):
        return _participle_first(scene, cue, group, shape)
    return None if source is None else _with_subject(scene, cue, group, shape, source)


def _with_subject(scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Source) -> Parts | None:
    """The statement of a verb with its subject in front."""
    if not _fits(scene, cue, group, shape, source):
        return None
    if shape.place == "clause":
        begins = None if source.inherited else scene.predicates.complement(group)
        if begins is None:
            return None
        shape = shape._replace(place="after", content=begins)
    return _beside(scene, cue, group, shape, source)


def _may_invert(scene: Scene, group: Predicate, shape: Shape) -> bool:
    """Whether the subject may stand after the verb, and has not been looked for in vain."""
    kinds, end = scene.kinds, shape.cue_end
    if scene.reading.lower(end) in _AMOUNTS:
        return False  # Ann Lee, who was ill, said nothing
    return bool(kinds[end] & _SUBJECTS) and group.start == group.cue \
        and bool(kinds[group.cue] & _FINITE) and scene.inverted != end


def _fits(scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Source) -> bool:
    """Whether a rule can be right about a verb with such a subject."""
    if scene.rule in behind_verb.BARE and not _says_bare(scene, cue, group, shape):
        return False
    if behind_verb.says_nothing(scene, group, shape, source):
        return False
    if cue.lemma in ("threaten", "offer") and scene.frames.is_thing(source.range):
        return False  # a dam that threatens to burst, a diary that offers insight
    thing = _is_to_come(group) and scene.frames.is_thing(source.range)
    if "mind" in cue.frames and (thing or _is_asked(scene, source)):
        return False  # the weather will decide whether they play; asked if she thought so
    if cue.lemma == "confirm" and _is_to_come(group) and _is_open(scene, group, shape):
        return False  # tests can confirm whether it is clean
    if scene.rule == "said-in-those-years":
        return cue.lemma in _SAYING and _opens_content(scene, shape, source)
    return scene.rule in _THAT or not _is_adjective(scene, group, shape.cue_end)


def _says_bare(scene: Scene, cue: Cue, group: Predicate, shape: Shape) -> bool:
    """Whether a verb has a content that nothing marks: not held a meeting [to discuss the plan]; groups [opposing it].

    What somebody goes somewhere to do is not done by it: went there [to confirm the news].
    """
    if cue.frames <= {"thing"} and _modifies(scene, group):
        return False
    if not group.infinitive:
        return True
    thing = "thing" in cue.frames and scene.kinds[shape.content] & {"determiner", "pronoun"}
    return not cue.frames <= _MATTERS and not (
        thing and not scene.frames.has_clause((shape.content, scene.stop(scene.high)))
    )


def _is_to_come(group: Predicate) -> bool:
    """Whether a verb tells what will, can or may be."""
    return not group.clause.verb.tags.isdisjoint({"modal", "future"})


def _is_open(scene: Scene, group: Predicate, shape: Shape) -> bool:
    """Whether a content is a question that the verb, without a "not", leaves open."""
    asked = scene.reading.lower(shape.content) in ("whether", "if")
    return asked and "negated" not in group.clause.verb.tags


def _is_asked(scene: Scene, source: Source) -> bool:
    """Whether a verb stands in a question: asked if [she believed] that it was over."""
    start = source.range[0]
    return scene.reading.lower(start - 1) == "if" and "cue" in scene.kinds[start - 2]


def _is_adjective(scene: Scene, group: Predicate, end: int) -> bool:
    """Whether a participle is a noun's: the reported losses, 20 pledged votes; but the firm reported losses."""
    if group.clause.subject is not None and scene.reading.word_class(group.start - 1) != "num":
        return False
    behind = scene.kinds[end]
    noun = "nominal" in behind and not behind & {"person", "capital", "quotation"}
    return noun and "past" in scene.kinds[group.cue] and not group.helped \
        and "attributive" in cues.tags(scene.reading.lower(group.cue))


def _modifies(scene: Scene, group: Predicate) -> bool:
    """Whether a participle belongs to the noun in front: groups [opposing it]; but Ann Lee left, [opposing it].

    A thing that somebody says does not speak itself: denied any fault, [citing results].
    """
    front = scene.kinds[group.start - 1]
    if not group.participle or group.helped or front & _LEADING_IN:
        return False
    groups = scene.reading.groups
    noun = groups.before(group.start)
    verb = None if noun is None else groups.before(noun.start)
    if noun is not None and verb is not None and _is_issued(scene, noun, verb):
        return False  # issued a statement condemning it
    said = noun is not None and verb is not None and verb.kind == "verb" \
        and "cue" in scene.kinds[verb.head]
    return not said or noun is not None and scene.reading.lower(noun.head) in persons()


def _is_issued(scene: Scene, noun: Group, verb: Group) -> bool:
    """Whether a noun for a text or a speech is the object of a finite verb, whose subject speaks there."""
    clause = scene.reading.syntax.clause_of_verb.get(verb.head)
    return clause is not None and "medium" in cues.tags(scene.reading.lower(noun.head))


def _beside(scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Source) -> Parts | None:
    """The content after a verb with its subject in front; or that in front of both, if the quotation there answers."""
    spoken = None if source.inherited else quoted.before(scene.reading, source.range[0], scene.low)
    if shape.place == "after" and not (spoken and _answers(scene, spoken)):
        return behind_verb.after(scene, cue, group, shape, source)
    if shape.place == "after" or scene.rule == "said-meanwhile":
        # "It was over," Ann Lee said of the war.
        if not spoken:
            return _told_how(scene, cue, group, shape, source.range)
        end = shape.cue_end
        while end < scene.high and not scene.kinds[end] & {"comma", "stop", "quotation"}:
            end += 1
        shape = shape._replace(content=end)
    return _before(scene, cue, group, shape, source.range)


def _told_how(scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Range) -> Parts | None:
    """The talks had failed, Ann Lee said late on Monday: what follows is no clause, but how it was said."""
    front = scene.kinds[source[0] - 1]
    if "comma" not in front or "clause" not in cue.frames or not cue.frames.isdisjoint({"mind", "order"}):
        return None
    end = scene.stop(scene.high)
    if any(kind & {"colon", "quotation"} for kind in scene.kinds[shape.cue_end : end]) \
            or scene.frames.has_clause((shape.cue_end, end)):
        return None
    return _before(scene, cue, group, shape._replace(content=end), source)


def _opens_content(scene: Scene, shape: Shape, source: Source) -> bool:
    """Whether the words after a verb are a clause with an adverbial in front, and none stands before the verb."""
    start = source.range[0]
    front = scene.kinds[start - 1]
    if source.inherited or front & {"comma", "quotation"}:
        return False
    return scene.frames.has_clause((shape.content, scene.stop(scene.high)))


def _answers(scene: Scene, spoken: Range) -> bool:
    """Whether the quotation in front is the content, whatever stands after the cue: it opens the sentence."""
    origin = scene.reading.origin
    long = origin[spoken[1]] - origin[spoken[1] - 1] >= _LONG_QUOTATION
    return long or spoken[1] - 1 - scene.low <= 1


def _before(scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Range) -> Parts | None:
    """It was over, Ann Lee said."""
    lead = source[0]
    if lead == scene.low:
        content = _sentence_before(scene, shape)
    elif scene.reading.lower(lead - 1) == "as" and not cue.frames.isdisjoint(SAYING):
        # "As Ann Lee said, it was over"; "It was over, as Ann Lee said".
        opens = all(kind & {"conjunction", "adverb", "comma"} for kind in scene.kinds[scene.low : lead - 1])
        content = _rest(scene, shape.content, source, source, group.cue) if opens \
            else _interrupted(scene, cue, group, shape, source, lead - 1)
    else:
        content = _interrupted(scene, cue, group, shape, source, lead)
    return Parts(group.start, shape.cue_end, source, content) if content else None


def _sentence_before(scene: Scene, shape: Shape) -> list[Range]:
    """“It is over!” Ann Lee said."""
    front = quoted.sentence_before(scene.reading, scene.low)
    if front is None:
        return quoted.going_on(scene.reading, shape.content)
    return [front, *quoted.going_on(scene.reading, scene.high)]


def _interrupted(
    scene: Scene, cue: Cue, group: Predicate, shape: Shape, source: Range, lead: int
) -> list[Range]:
    """The content around an attribution: [It was over,] Ann Lee said, [and it was late]."""
    front = _in_front_of(scene, cue, source, lead)
    if front is None:
        return []
    rest = _rest(scene, shape.content, front, source, group.cue)
    if not rest and (not scene.whole(front) or scene.subordinate(front)):
        return []
    # "But, Ann Lee said, it was over": nothing of it stands in front.
    parts = rest
    if front[0] < front[1]:
        parts = [*quoted.earlier(scene.reading, front[0], scene.reached), front, *rest]
    if any("quotation" in scene.kinds[place] for part in parts for place in range(*part)):
        parts += quoted.going_on(scene.reading, scene.high)
    return parts


def _in_front_of(scene: Scene, cue: Cue, source: Range, lead: int) -> Range | None:
    """The words in front of a source that may be its content."""
    front = quoted.before(scene.reading, lead, scene.low)
    if front is not None:
        return front if cue.frames.isdisjoint(SPEAKING) else None  # from_quotation.py has read it
    relative = "relative" in scene.kinds[source[0]]
    if relative or not _is_parted(scene, lead - 1) or lead - 2 < scene.low or "quote" in cue.frames:
        return None
    return scene.clause(lead - 1)


def _is_parted(scene: Scene, place: int) -> bool:
    """Whether a mark sets off who says so: It was over, she said; in Lima – he added – it was over."""
    return "comma" in scene.kinds[place] or scene.reading.lower(place) in DASHES


def _rest(scene: Scene, comma: int, front: Range, source: Range, cue: int) -> list[Range]:
    """The rest of a content after the words that interrupt it."""
    reading, kinds, start = scene.reading, scene.kinds, comma + 1
    if not _may_resume(scene, comma):
        return []
    sentence = start, scene.stop(scene.high)
    whole = scene.whole(front)
    if whole and comma > cue + 1 and not scene.whole(sentence):
        return []  # on X, formerly Twitter
    if quoted.continues(reading, start, scene.high):
        return [sentence]
    if (half := _behind_gesture(scene, start)) is not None:
        return [(half, half + 1)]
    if "ing" in kinds[start] or _others_say(scene, start):
        return []
    if whole and reading.lower(start) in _MEANWHILE:
        return []  # it was over, she said, as the crowd left
    return _until(start, content_end(reading, start, scene.high, source, cue))


def _may_resume(scene: Scene, comma: int) -> bool:
    """Whether a content can go on after a mark: not with "according to the Echo", not "while adding that"."""
    if comma + 1 >= scene.high or not _is_parted(scene, comma) or scene.reading.lower(comma + 1) == "according" \
            or without_evidence(scene.reading, comma) is not None:
        return False
    return scene.reading.lower(comma + 1) != "while" or not scene.kinds[comma + 2] >= {"ing", "cue"}


def _until(start: int, end: int) -> list[Range]:
    """A part of a content; none where it is empty."""
    return [(start, end)] if end > start else []


def _behind_gesture(scene: Scene, start: int) -> int | None:
    """The second half of a quotation: "It was over," Ann Lee said, glancing at the clock, ["and it was late"]."""
    kinds, reading = scene.kinds, scene.reading
    if "ing" not in kinds[start] or not cues.tags(reading.lower(start)).isdisjoint(SPEAKING):
        return None
    for place in range(start, min(scene.high - 1, start + _LONGEST_ASIDE)):
        if "comma" in kinds[place] and "quotation" in kinds[place + 1]:
            return place + 1
    return None


def _others_say(scene: Scene, start: int) -> bool:
    """Whether somebody else says what follows: it was over, she said, although they said that it was not."""
    joined = scene.kinds[start] & {"subordinator", "conjunction"}
    return bool(joined) and opens_claim(scene.reading, start + 1, scene.high)


def _inverted(scene: Scene, cue: Cue, group: Predicate, shape: Shape) -> Parts | None:
    """It was over, said Ann Lee, who left."""
    reading, kinds = scene.reading, scene.kinds
    start, high = shape.cue_end, scene.high
    front = quoted.before(reading, group.start, scene.low)
    if front is None:
        front = _clause_in_front(scene, cue, group, start)
    elif not cue.frames.isdisjoint(SPEAKING):
        return None  # from_quotation.py has read it
    if front is None:
        return None
    end = phrases.source_behind(reading, start, high)
    parts = [*quoted.earlier(reading, front[0], scene.reached), front]
    if "comma" in kinds[end] and "quotation" in kinds[end + 1]:
        parts.append((end + 1, end + 2))
    elif "quotation" in kinds[front[1] - 1]:
        parts += quoted.going_on(reading, high)
    return Parts(group.start, shape.cue_end, (start, end), parts)


def _clause_in_front(scene: Scene, cue: Cue, group: Predicate, start: int) -> Range | None:
    """The clause that is the content of a verb whose subject begins at `start`: [It was over], said Ann Lee."""
    kinds = scene.kinds
    if not _is_parted(scene, group.start - 1):
        return None
    near = phrases.behind(scene.reading, start, scene.high)
    whole = _closes(scene, cue, start, near)
    # A subject in front may be another verb's: to rebuild a bridge which fell, say engineers.
    own = in_front(group) is not None and not _shared(scene, group, start) and not (whole and cue.lemma == "say")
    if own or not whole and "comma" not in kinds[near]:
        return None
    front = scene.clause(group.start - 1)
    return front if scene.whole(front) else None


def _closes(scene: Scene, cue: Cue, start: int, near: int) -> bool:
    """Whether a noun phrase after a verb, which ends at `near`, closes its clause: said Ann Lee, the mayor, in May."""
    reading, kinds, far = scene.reading, scene.kinds, near
    if "comma" in kinds[near] and cue.frames <= _UNHEARD:
        far = phrases.source_behind(reading, start, scene.high)
    ends = bool(kinds[far] & {"stop", "end", "preposition"})
    informs = reading.lower(start - 1) == "reports"  # reports our correspondent
    ends = ends or informs and reading.lower(far) in _QUOTING
    return ends and ("thing" not in cue.frames or informs or "person" in kinds[near - 1])


def _shared(scene: Scene, group: Predicate, start: int) -> bool:
    """Whether the subject in front is another verb's, and a definite noun after: It was shut, said the mayor."""
    return scene.predicates.is_shared(group) and scene.reading.lower(start) == "the"


def _opening(scene: Scene, cue: Cue, group: Predicate, shape: Shape) -> Parts | None:
    """Said Ann Lee: "It is over"."""
    at = shape.content
    while at < scene.high and "quotation" not in scene.kinds[at]:
        at += 1
    if at >= scene.high:
        return None
    parts = [(at, scene.stop(scene.high)), *quoted.going_on(scene.reading, scene.high)]
    return Parts(group.start, shape.cue_end, (shape.content, at - 1), parts)


def leads(scene: Scene, start: int) -> bool:
    """Whether a participle stands at the front of its sentence: Claiming, after claiming, a month after claiming."""
    kinds, low = scene.kinds, scene.low
    if start == low:
        return True
    if start - low > _LEADING or not kinds[start - 1] & {"preposition", "subordinator"} \
            or scene.reading.lower(start - 1) in UNSAID:
        return False
    return not any(kind & _OF_A_CLAUSE for kind in kinds[low:start])


def _participle_first(scene: Scene, cue: Cue, group: Predicate, shape: Shape) -> Parts | None:
    """Claiming that it was over, Ann Lee left."""
    kinds = scene.kinds
    if shape.place != "after" or scene.rule == "said-in-those-years":
        return None
    for i in range(shape.content + 1, scene.high - 2):
        if "comma" in kinds[i] and kinds[i + 1] & {"person", "subject-pronoun", "determiner", "capital"}:
            end = phrases.behind(scene.reading, i + 1, scene.high)
            if i + 1 < end < scene.high and kinds[end] & {"auxiliary", "past", "present", "adverb"}:
                return Parts(group.start, shape.cue_end, (i + 1, end), [(shape.content, i)])
    return None


