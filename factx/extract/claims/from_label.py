"""Statements that no verb brings in: according to, in the words of, a colon."""

from __future__ import annotations

from factx import lexicon
from factx.extract.claims import cues, phrases
from factx.extract.claims.boundaries import DASHES
from factx.extract.claims.content_end import others_say
from factx.extract.claims.cues import Cue
from factx.extract.claims.frames import persons
from factx.extract.claims.kinds import Kinds
from factx.extract.claims.reading import Range, Reading
from factx.extract.claims.sentence import Parts, Scene
from factx.extract.claims.shapes import Shape
from factx.lexicon.names import look_up

_ACCORDING = Cue("according", "asserts", frozenset())
_REPORTED = Cue("report", "asserts", frozenset())
_LABEL = Cue(":", "asserts", frozenset())
_READ = Cue("read", "asserts", frozenset())
_NO_APPOSITION: Kinds = frozenset({
    "preposition", "capital", "time", "subject-pronoun", "pronoun", "adverb", "quotation",
})
"""What begins no apposition after a source."""
_BEHIND_APPOSITION: Kinds = frozenset({"relative", "comma", "auxiliary", "break", "present", "subordinator"})
_MORE: Kinds = frozenset({"past", "ing", "preposition", "time", "relative"})
"""What tells more of a source after it: a report released on Monday."""
_JOINING = frozenset("so but and yet while although though".split())
_QUOTES = frozenset({'"', "”", "''"})
_LONGEST_LABEL = 9
_MOST = 12
"""Paragraphs of an answer, at most."""
_POSSESSIVES = {*lexicon.load("claims")["possessive"], "whose"}


def according(scene: Scene, at: int, shape: Shape) -> tuple[Cue, Parts] | None:
    """According to Ann Lee, it was over."""
    reading, kinds, high = scene.reading, scene.kinds, scene.high
    end = phrases.behind(reading, shape.content, high)
    if at == scene.low and "colon" in kinds[end]:
        return _ACCORDING, Parts(at, shape.cue_end, (shape.content, end), [(end + 1, scene.stop(high))])
    opens = all(kind & {"adverb", "conjunction", "comma"} for kind in kinds[scene.low:at])
    end = phrases.to_comma(reading, end, high) if end <= shape.content and opens and shape.place == "according" else end
    if end <= shape.content or _is_standard(scene, shape.content, end) or _is_ability(scene, at, shape.content):
        return None
    joined = reading.back({"comma"}, at, scene.low) - 1
    if opens or joined > scene.low and reading.word_class(joined) == "cconj":
        return _opening(scene, at, shape, end)  # it cut the price, but, according to Ann Lee, the mill is shut
    front = _behind_dash(scene, scene.clause(at))
    if _is_adverbial(scene, front) and (made := _opening(scene, at, shape, end)) is not None:
        cue, found = made
        return cue, found._replace(content=[front, *found.content])
    resumed = "comma" in kinds[end] and "auxiliary" in kinds[end + 1]  # Trade, according to the bank, has slowed
    if front[1] - front[0] < 2 and "quotation" not in kinds[front[0]] and not resumed:
        return None
    return _closing(scene, at, shape, front)


def _closing(scene: Scene, at: int, shape: Shape, front: Range) -> tuple[Cue, Parts] | None:
    """The statement whose source stands after its content: It was over, according to Ann Lee, at noon."""
    kinds, high = scene.kinds, scene.high
    end = _tail(scene, phrases.source_behind(scene.reading, shape.content, high))
    source = shape.content, end
    if shape.place == "reported":
        quoted = "quotation" in kinds[front[1] - 1]
        return None if quoted else (_REPORTED, Parts(at, shape.cue_end, source, [front]))
    goes_on = end + 1 < high and "comma" in kinds[end] and not kinds[end + 1] & {"ing", "relative", "conjunction"} \
        and scene.reading.lower(end + 1) not in _JOINING and not _is_passive(scene, end + 1)
    parts = [front, (end + 1, scene.stop(high))] if goes_on else [front]
    return _ACCORDING, Parts(at, shape.cue_end, source, parts)


def _is_passive(scene: Scene, at: int) -> bool:
    """Whether a participle tells more of a source: according to the index, [run by] the bank."""
    clause = scene.reading.syntax.clause_of_verb.get(at)
    return clause is not None and scene.reading.lower(at + 1) == "by"


def _is_ability(scene: Scene, at: int, start: int) -> bool:
    """Whether something is done according to what somebody has: each pays according to his means."""
    return at > scene.low and scene.reading.lower(start) in _POSSESSIVES and "comma" not in scene.kinds[at - 1]


def _is_adverbial(scene: Scene, front: Range) -> bool:
    """Whether the words before a comma only tell when, where or how: in 2019, according to the bank, prices rose."""
    kinds = scene.kinds[front[0] : front[1]]
    if not kinds or "comma" not in scene.kinds[front[1]]:
        return False
    group = scene.reading.groups.around(front[0])
    timed = group is not None and "time" in group.tags  # last year
    opens = timed or kinds[0] & {"preposition", "time", "adverb", "subordinator"}
    return bool(opens) and not any(kind & {"quotation", "colon", "break"} for kind in kinds) \
        and not any("finite" in clause.verb.tags for clause in scene.reading.clauses_in(*front))


def _opening(scene: Scene, at: int, shape: Shape, end: int) -> tuple[Cue, Parts] | None:
    """The statement whose source opens the sentence and ends at `end` or after it: According to Ann Lee, it was over.

    A pronoun needs no comma in front: according to the police he fled.
    """
    kinds, high = scene.kinds, scene.high
    content = end
    clause = scene.reading.syntax.clause_of_subject.get(end)
    if clause is None or "relative" in kinds[end]:
        while end < high and "comma" not in kinds[end]:
            end += 1
        if end + 1 < high and "relative" in kinds[end + 1]:
            end = _resumes(scene, end + 1) or end
        end = _with_apposition(scene, shape.content, end)
        content = end + 1
        if content >= high:
            return None
    stop = others_say(scene.reading, content, scene.stop(high), at)
    return _ACCORDING, Parts(at, shape.cue_end, (shape.content, end), [(content, stop)])


def per(scene: Scene, at: int, shape: Shape) -> tuple[Cue, Parts] | None:
    """As per Ann Lee, it was over."""
    return according(scene, at - (scene.reading.lower(at - 1) == "as"), shape)


def reported(scene: Scene, at: int, shape: Shape) -> tuple[Cue, Parts] | None:
    """As reported by the Echo, it was over."""
    return according(scene, at - 1, shape._replace(cue_end=shape.content))


def _resumes(scene: Scene, relative: int) -> int | None:
    """The comma after a relative clause, where the next subject follows: whose boats searched[,] three are missing."""
    for clause in scene.reading.clauses_behind(relative):
        subject = clause.subject
        if subject is not None and subject.start > relative:
            return subject.start - 1
    return None


def words(scene: Scene, at: int, shape: Shape) -> tuple[Cue, Parts] | None:
    """In the words of the judge, "the law is an ass"; in his words, it was over."""
    kinds, high = scene.kinds, scene.high
    start = next((place for place in range(at - 1, scene.low - 1, -1) if scene.reading.lower(place) == "in"), None)
    whose = None if start is None else _whose_words(scene, start, at, shape)
    if start is None or whose is None:
        return None
    source, cue_end = whose
    front = scene.clause(start)
    parts = [front] if scene.whole(front) else []
    end = max(source[1], at + 1)
    if end + 1 < high and kinds[end] & {"comma", "colon"} and "conjunction" not in kinds[end + 1]:
        parts.append((end + 1, scene.stop(high)))
    return (_ACCORDING, Parts(start, cue_end, source, parts)) if parts else None


def _whose_words(scene: Scene, start: int, at: int, shape: Shape) -> tuple[Range, int] | None:
    """Who it is whose words they are, and where the cue ends: in the words of [the judge]; in [the judge]'s words."""
    reading = scene.reading
    if reading.lower(at + 1) == "of":
        end = phrases.behind(reading, shape.content, scene.high)
        if "comma" in scene.kinds[end]:
            end = _with_apposition(scene, shape.content, end)
        source, cue_end = (shape.content, end), shape.content
    else:
        clitic = reading.find({"clitic"}, start + 2, at)
        if clitic is None and reading.lower(start + 1) not in _POSSESSIVES:
            return None
        source, cue_end = (start + 1, clitic or start + 2), at + 1
    return (source, cue_end) if source[0] < source[1] else None


def _is_standard(scene: Scene, start: int, end: int) -> bool:
    """Whether what something is according to is nobody's word: that, a plan, a formula that all agreed."""
    head = start
    if end == start + 1 and scene.reading.lower(start) in ("that", "this"):
        return True
    for place in range(start, end):
        if scene.kinds[place] & {"preposition", "past"}:
            break
        head = place
    return "standard" in cues.tags(scene.reading.lower(head))


def _with_apposition(scene: Scene, start: int, end: int) -> int:
    """The end of a source in front: According to [Ann Lee, head of sales at a bank,] prices fell."""
    reading, kinds, first = scene.reading, scene.kinds, end + 1
    if first + 1 < scene.high and "comma" in kinds[first + 1] and reading.word_class(first) == "num":
        return first + 1  # Ann Lee, 40, ...
    if _names_official(scene, start, end):
        return first + 1
    if not _opens_apposition(scene, first):
        return end
    place = first
    while place < scene.high and not kinds[place] & _BEHIND_APPOSITION and not _is_finite(scene, place):
        place += 1
    if "relative" in kinds[place]:
        # A clerk who keeps the books, prices fell.
        comma = reading.find({"comma"}, place, scene.high) or end
        return comma if comma + 1 in reading.syntax.clause_of_subject else end
    parted = "comma" in kinds[place] and place > first + 1
    return place if parted else end


def _names_official(scene: Scene, start: int, end: int) -> bool:
    """Whether a name between commas is that of the source in front: According to the mayor[, Ann Lee,] prices fell."""
    kinds, first = scene.kinds, end + 1
    if first + 2 >= scene.high or "person" not in kinds[first] or "comma" not in kinds[first + 1]:
        return False
    if first + 2 not in scene.reading.syntax.clause_of_subject and "quotation" not in kinds[first + 2]:
        return False
    groups = scene.reading.groups.between(start, end)
    return any(scene.reading.lower(group.head) in persons() for group in (*groups[:1], *groups[-1:]))


def _opens_apposition(scene: Scene, place: int) -> bool:
    """Whether a description begins at a token: Ann Lee, [head of sales]."""
    if place >= scene.high:
        return False
    kinds = scene.kinds[place]
    return not kinds & _NO_APPOSITION and bool(kinds & {"nominal", "determiner"})


def _is_finite(scene: Scene, place: int) -> bool:
    """Whether a form of the past is no participle: not "a group based in Leeds"."""
    return "past" in scene.kinds[place] and "preposition" not in scene.kinds[place + 1]


def _behind_dash(scene: Scene, front: Range) -> Range:
    """A clause in front without what a single dash parts from it."""
    words = scene.reading.words
    dashes = [place for place in range(*front) if "break" in scene.kinds[place] and words[place].strip() in DASHES]
    if len(dashes) != 1:
        return front
    start = scene.reading.skip({"conjunction"}, dashes[0] + 1, front[1])
    return (start, front[1]) if scene.whole((start, front[1])) else front


def _tail(scene: Scene, end: int) -> int:
    """The end of a source with participles: "a poll released on Monday"."""
    kinds = scene.kinds
    if kinds[end] & _MORE:
        while end < scene.high and not kinds[end] & {"comma", "stop", "break", "quotation"}:
            end += 1
    return end


def colon(scene: Scene, at: int, shape: Shape) -> tuple[Cue, Parts] | None:
    """Poll: two in three want it over."""
    reading, low = scene.reading, _behind_mark(scene, at)
    quoted = "quotation" in scene.kinds[shape.content]
    if reading.word_class(low) in ("third", "past"):
        return None  # Says Ann Lee: “It is over”
    label = reading.tokens.text(low, at + 1)
    if at == low or reading.lower(low) == "according" \
            or scene.rule == "interview-colon" and label not in reading.speakers:
        return None
    if not quoted and (_is_dateline(scene, low, at) or _is_heading(scene, at)):
        return None
    end = _paragraph_said(scene, low, quoted=quoted)
    named = label in reading.speakers or quoted
    if end <= shape.content or not named and _is_listed(scene, at, (shape.content, end)):
        return None
    parts = [(shape.content, end)]
    if not quoted:
        parts += _answer(scene, label, end)
    return _LABEL, Parts(at, shape.cue_end, (low, at), parts)


def verb_before(scene: Scene, colon: int) -> Cue | None:
    """The verb in front of a colon that no clause is found for: The sign read: ...; The application states: ..."""
    word = scene.reading.lower(colon - 1)
    if word == "read":
        return _READ
    return cues.verb(word) if word.endswith("s") else None


def _paragraph_said(scene: Scene, low: int, *, quoted: bool) -> int:
    """Where the words end that stand after a label: with their quotation, else with the paragraph."""
    end = scene.stop(scene.high if quoted else scene.paragraph_end(scene.high))
    closed = low > scene.low and scene.reading.words[end - 1].strip() in _QUOTES
    return scene.stop(end - 1) if closed else end  # the closing mark of a transcript


def _behind_mark(scene: Scene, at: int) -> int:
    """The start of a label, after the bullet, dash or quotation mark that opens its paragraph."""
    low = scene.low
    while low < at and not scene.reading.words[low][:1].isalnum():
        low += 1
    return low


def _answer(scene: Scene, label: str, end: int) -> list[Range]:
    """The paragraphs in which somebody interviewed goes on, until the next speaker's label."""
    reading = scene.reading
    parts: list[Range] = []
    if reading.labels[label] < 2 and not (reading.speakers and scene.low):
        return parts  # a headline has no answer
    start = scene.paragraph_end(end) + 1
    while start < len(reading.tokens) and len(parts) < _MOST:
        first = start
        while first < len(reading.tokens) and not reading.words[first][:1].isalnum():
            first += 1  # a transcript's marks
        for place in range(first, min(first + _LONGEST_LABEL, len(reading.tokens))):
            if (after := reading.tokens.text(first, place + 1)) in reading.labels:
                return _until_asked(reading, parts) if after == label else parts
        stop = scene.paragraph_end(start)
        parts.append((start, scene.stop(stop)))
        start = stop + 1
    return []  # nobody follows: these are the reporter's words again


def _until_asked(reading: Reading, parts: list[Range]) -> list[Range]:
    """The paragraphs before the last question, where the same label comes again: somebody without a label asked it."""
    asked = [number for number, (_, end) in enumerate(parts) if reading.lower(end) == "?"]
    return parts[: asked[-1]] if asked else parts


def _is_heading(scene: Scene, at: int) -> bool:
    """Whether the word in front of a colon is nobody: Our verdict: ..."""
    return "no-speaker" in cues.tags(scene.reading.lower(at - 1))


def _is_listed(scene: Scene, at: int, content: Range) -> bool:
    """Whether an office in front of a colon is followed by who holds it, and no clause: Mayor: Tom Hall."""
    return scene.reading.lower(at - 1) in lexicon.load("people")["role"] and not scene.frames.has_clause(content)


def _is_dateline(scene: Scene, low: int, at: int) -> bool:
    """Whether a label in capitals is a place's name, or one word that opens no other paragraph, and no speaker's."""
    label = scene.reading.tokens.text(low, at)
    if not label.isupper() or low > scene.low:
        return False
    if at - low == 1:
        return scene.reading.labels[f"{label}:"] < 2 and (low == 0 or "person" not in scene.kinds[low])
    return look_up("places", label.lower().replace(" ", "_")) != ""
