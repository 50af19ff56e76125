"""Statements that no verb brings in: according to, a colon, a noun such as "claim"."""

from __future__ import annotations

from factx import lexicon
from factx.extract.claims import cues, phrases
from factx.extract.claims.boundaries import DASHES
from factx.extract.claims.content_end import content_end, others_say
from factx.extract.claims.cues import Cue
from factx.extract.claims.frames import persons
from factx.extract.claims.reading import (
    ADVERB,
    AUXILIARY,
    BREAK,
    CAPITAL,
    CLITIC,
    COLON,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    ING,
    NOMINAL,
    PAST,
    PERSON,
    PREPOSITION,
    PRESENT,
    PRONOUN,
    QUOTATION,
    RELATIVE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    TO,
)
from factx.extract.claims.sentence import Parts, Range, Scene
from factx.extract.claims.shapes import Shape
from factx.lexicon.names import look_up
from factx.syntax import Group

_ACCORDING = Cue("according", "asserts", frozenset())
_REPORTED = Cue("report", "asserts", frozenset())
_LABEL = Cue(":", "asserts", frozenset())
_READ = Cue("read", "asserts", frozenset())
_OWNERS = NOMINAL | CAPITAL | DETERMINER
_JOINING = frozenset("so but and yet while although though".split())
_QUOTES = frozenset({'"', "”", "''"})
_LONGEST_LABEL = 9
_MOST = 12
"""Paragraphs of an answer, at most."""
_POSSESSIVES = {*lexicon.load("claims")["possessive"], "whose"}


def according(scene: Scene, at: int, shape: Shape) -> tuple[Cue, Parts] | None:
    """According to Ann Lee, it was over."""
    reading, kinds, high = scene.reading, scene.kinds, scene.high
    start = shape.content
    end = phrases.behind(reading, start, high)
    if end < high and kinds[end] & COLON and at == scene.low and kinds[end + 1] & QUOTATION:
        return _ACCORDING, Parts(at, shape.cue_end, (start, end), [(end + 1, scene.stop(high))])
    if end <= start or _is_standard(scene, start, end):
        return None
    if at > scene.low and reading.lower(start) in _POSSESSIVES and not kinds[at - 1] & COMMA:
        return None
    if all(kind & (ADVERB | CONJUNCTION | COMMA) for kind in kinds[scene.low:at]):
        return _opening(scene, at, shape, end)
    front = _behind_dash(scene, scene.clause(at))
    if _is_adverbial(scene, front) and (made := _opening(scene, at, shape, end)) is not None:
        cue, found = made
        return cue, found._replace(content=[front, *found.content])
    end = _tail(scene, phrases.source_behind(reading, start, high))
    if front[1] - front[0] < 2 and not kinds[front[0]] & QUOTATION:
        return None
    if shape.place == "reported":
        quoted = kinds[front[1] - 1] & QUOTATION
        return None if quoted else (_REPORTED, Parts(at, shape.cue_end, (start, end), [front]))
    goes_on = end + 1 < high and kinds[end] & COMMA and not kinds[end + 1] & (ING | RELATIVE | CONJUNCTION) \
        and reading.lower(end + 1) not in _JOINING
    parts = [front, (end + 1, scene.stop(high))] if goes_on else [front]
    return _ACCORDING, Parts(at, shape.cue_end, (start, end), parts)


def _is_adverbial(scene: Scene, front: Range) -> bool:
    """Whether the words before a comma only tell when, where or how: in 2019, according to the bank, prices rose."""
    kinds = scene.kinds[front[0] : front[1]]
    if not kinds or not scene.kinds[front[1]] & COMMA:
        return False
    group = scene.reading.groups.around(front[0])
    timed = group is not None and "time" in group.tags  # last year
    opens = timed or kinds[0] & (PREPOSITION | TIME | ADVERB | SUBORDINATOR)
    return bool(opens) and not any(kind & (QUOTATION | COLON | BREAK) for kind in kinds) \
        and not any("finite" in clause.verb.tags for clause in scene.reading.clauses_in(*front))


def _opening(scene: Scene, at: int, shape: Shape, end: int) -> tuple[Cue, Parts] | None:
    """The statement whose source opens the sentence and ends at `end` or behind it: According to Ann Lee, it was over.

    A pronoun needs no comma in front: according to the police he fled.
    """
    kinds, high = scene.kinds, scene.high
    content = end
    if not kinds[end] & SUBJECT or kinds[end] & RELATIVE:
        while end < high and not kinds[end] & COMMA:
            end += 1
        if end + 1 < high and kinds[end + 1] & RELATIVE:
            end = _resumes(scene, end + 1) or end
        end = _with_apposition(scene, shape.content, end)
        content = end + 1
        if content >= high:
            return None
    stop = others_say(scene.reading, content, scene.stop(high), at)
    return _ACCORDING, Parts(at, shape.cue_end, (shape.content, end), [(content, stop)])


def per(scene: Scene, at: int, shape: Shape) -> tuple[Cue, Parts] | None:
    """As per Ann Lee, it was over."""
    begins = at - 1 if at > scene.low and scene.reading.lower(at - 1) == "as" else at
    return according(scene, begins, shape)


def reported(scene: Scene, at: int, shape: Shape) -> tuple[Cue, Parts] | None:
    """As reported by the Echo, it was over."""
    return according(scene, at - 1, shape._replace(cue_end=shape.content))


def _resumes(scene: Scene, relative: int) -> int | None:
    """The comma behind a relative clause, where the next subject follows: whose boats searched[,] three are missing."""
    for clause in scene.reading.clauses_behind(relative):
        subject = clause.subject
        if subject is not None and subject.start > relative and scene.kinds[subject.start - 1] & COMMA:
            return subject.start - 1
    return None


def words(scene: Scene, at: int, shape: Shape) -> tuple[Cue, Parts] | None:
    """In the words of the judge, "the law is an ass"; in his words, it was over."""
    reading, kinds, high = scene.reading, scene.kinds, scene.high
    start = at - 1
    while start > scene.low and reading.lower(start) != "in":
        start -= 1
    if reading.lower(start) != "in":
        return None
    end = at + 1
    if reading.lower(end) == "of":
        end = phrases.behind(reading, shape.content, high)
        source, cue_end = (shape.content, end), shape.content
    else:
        clitic = next((place for place in range(start + 2, at) if kinds[place] & CLITIC), None)
        if clitic is None and reading.lower(start + 1) not in _POSSESSIVES:
            return None
        source, cue_end = (start + 1, clitic or start + 2), at + 1
    if source[0] >= source[1]:
        return None
    front = scene.clause(start)
    parts = [front] if front[0] < front[1] and scene.whole(front) else []
    if end + 1 < high and kinds[end] & (COMMA | COLON) and not (parts and kinds[end + 1] & CONJUNCTION):
        parts.append((end + 1, scene.stop(high)))
    return (_ACCORDING, Parts(start, cue_end, source, parts)) if parts else None


def _is_standard(scene: Scene, start: int, end: int) -> bool:
    """Whether what something is according to is nobody's word: a plan, a formula that all agreed."""
    head = start
    for place in range(start, end):
        if scene.kinds[place] & (PREPOSITION | PAST):
            break
        head = place
    return "standard" in cues.tags(scene.reading.lower(head))


def _with_apposition(scene: Scene, start: int, end: int) -> int:
    """The end of a source in front: According to [Ann Lee, head of sales at a bank,] prices fell."""
    kinds = scene.kinds
    first = end + 1
    if first + 2 < scene.high and kinds[first] & PERSON and kinds[first + 1] & COMMA \
            and first + 2 in scene.reading.syntax.clause_of_subject:
        groups = scene.reading.groups.between(start, end)
        if groups and any(scene.reading.lower(group.head) in persons() for group in (groups[0], groups[-1])):
            return first + 1  # the mayor, Ann Lee,
    if first >= scene.high or kinds[first] & (PREPOSITION | CAPITAL | TIME | SUBJECT | ADVERB | QUOTATION) \
            or not kinds[first] & (NOMINAL | DETERMINER) or kinds[first] & PRONOUN:
        return end
    place = first
    while place < scene.high:
        kind = kinds[place]
        if kind & RELATIVE and place > first:
            # A clerk who keeps the books, prices fell.
            comma = next((each for each in range(place, scene.high) if kinds[each] & COMMA), end)
            return comma if comma + 1 in scene.reading.syntax.clause_of_subject else end
        if kind & COMMA:
            resumes = place + 1 < scene.high and not kinds[place + 1] & (CONJUNCTION | RELATIVE | ING | PREPOSITION)
            return place if resumes and place > first + 1 else end
        if kind & (AUXILIARY | BREAK | PRESENT | SUBORDINATOR) or kind & PAST and not kinds[place + 1] & PREPOSITION:
            return end
        place += 1
    return end


def _behind_dash(scene: Scene, front: Range) -> Range:
    """A clause in front without what a single dash parts from it."""
    words = scene.reading.words
    dashes = [place for place in range(*front) if scene.kinds[place] & BREAK and words[place].strip() in DASHES]
    if len(dashes) != 1:
        return front
    start = dashes[0] + 1
    while start < front[1] and scene.kinds[start] & CONJUNCTION:
        start += 1
    return (start, front[1]) if scene.whole((start, front[1])) else front


def _tail(scene: Scene, end: int) -> int:
    """Where a source ends that verbs follow: "a poll released on Monday"."""
    kinds = scene.kinds
    if end < scene.high and kinds[end] & (PAST | ING | PREPOSITION | TIME | RELATIVE) and not kinds[end] & AUXILIARY:
        while end < scene.high and not kinds[end] & (COMMA | STOP | BREAK | QUOTATION):
            end += 1
    return end


def colon(scene: Scene, at: int, shape: Shape) -> tuple[Cue, Parts] | None:
    """Poll: two in three want it over."""
    reading, kinds = scene.reading, scene.kinds
    quoted = kinds[shape.content] & QUOTATION
    low = _behind_mark(scene, at)
    label = reading.tokens.text(low, at + 1)
    if at == low or not quoted and (_is_dateline(scene, low, at) or _is_heading(scene, at)):
        return None
    if scene.rule == "interview-colon" and label not in reading.speakers:
        return None
    end = scene.stop(scene.high if quoted else scene.paragraph_end(scene.high))
    if low > scene.low and reading.words[end - 1].strip() in _QUOTES:
        end = scene.stop(end - 1)  # the closing mark of a transcript
    if end <= shape.content:
        return None
    parts = [(shape.content, end)]
    if not quoted and (reading.labels[label] > 1 or reading.speakers and low):  # a headline has no answer
        parts += _answer(scene, end)
    if reading.lower(at - 1) == "read" and at - 1 > low:
        return _READ, Parts(at - 1, at, (low, at - 1), parts)  # a form that no clause is found for
    return _LABEL, Parts(at, shape.cue_end, (low, at), parts)


def _behind_mark(scene: Scene, at: int) -> int:
    """Where a label starts, behind the bullet, the dash or the quotation mark that opens its paragraph."""
    low = scene.low
    while low < at and not scene.reading.words[low][:1].isalnum():
        low += 1
    return low


def _answer(scene: Scene, end: int) -> list[Range]:
    """The paragraphs in which somebody interviewed goes on, until the next speaker's label."""
    kinds, reading = scene.kinds, scene.reading
    parts: list[Range] = []
    start = scene.paragraph_end(end) + 1
    while start < len(reading.tokens) and len(parts) < _MOST:
        first = start
        while first < len(reading.tokens) and not reading.words[first][:1].isalnum():
            first += 1  # a transcript's marks
        for place in range(first, min(first + _LONGEST_LABEL, len(reading.tokens))):
            if kinds[place] & COLON and reading.tokens.text(first, place + 1) in reading.labels:
                return parts
        stop = scene.paragraph_end(start)
        parts.append((start, scene.stop(stop)))
        start = stop + 1
    return []  # nobody follows: these are the reporter's words again


def _is_heading(scene: Scene, at: int) -> bool:
    """Whether the word in front of a colon is nobody: Our verdict: ..."""
    return not scene.kinds[at - 1] & PERSON and "no-speaker" in cues.tags(scene.reading.lower(at - 1))


def _is_dateline(scene: Scene, low: int, at: int) -> bool:
    """Whether a label in capitals is a place's name, or one word that opens no other paragraph, and no speaker's."""
    label = scene.reading.tokens.text(low, at)
    if not label.isupper() or low > scene.low:
        return False
    if at - low == 1:
        return not scene.kinds[low] & PERSON and scene.reading.labels[f"{label}:"] < 2
    return look_up("places", label.lower().replace(" ", "_")) != ""


def noun(scene: Scene, at: int, shape: Shape) -> tuple[Cue, Parts] | None:
    """Ann Lee's recent claim that it was over."""
    reading, kinds = scene.reading, scene.kinds
    cue = cues.noun(reading.lower(at))
    group = reading.groups.around(at)
    if cue is None or group is not None and not group.tags.isdisjoint({"finite", "infinitive"}) and group.start < at:
        return None  # cannot hope to win; it is fair to report that
    owned = _behind_noun(scene, at, shape) if scene.rule == "claim-that" and shape.content > shape.cue_end \
        else _owned(scene, at, cue, shape)
    if owned is None:
        return None
    start, source = owned
    end = content_end(reading, shape.content, scene.high, source or (at, at), at)
    if scene.rule == "claim-that":
        end = _noun_verb(scene, at, shape.content, end)
    if scene.rule == "claim-about" and not kinds[shape.content] & TO:
        end = min(end, phrases.behind(reading, shape.content, scene.high))
        about = reading.groups.beginning(shape.content)
        if end <= shape.content or about is not None and _is_time(scene, about):
            return None  # their forecast for the second time
    return cue, Parts(start, shape.cue_end, source, [(shape.content, end)])


def _behind_noun(scene: Scene, at: int, shape: Shape) -> tuple[int, Range] | None:
    """Whose claim it is by the words behind the noun: a claim [by Ann Lee] that it was over."""
    source = shape.cue_end + 1, shape.content
    whole = phrases.behind(scene.reading, *source) == source[1]
    return (at, source) if whole and not scene.kinds[source[0]] & TIME else None


def _owned(scene: Scene, at: int, cue: Cue, shape: Shape) -> tuple[int, Range | None] | None:
    """Where the noun's group begins behind its owner, and who that is: [Ann Lee]'s recent claim, [her] claim."""
    reading, kinds = scene.reading, scene.kinds
    start = at
    while start > max(scene.low, at - 2) and kinds[start - 1] & (NOMINAL | ADVERB) and not kinds[start - 1] & CLITIC:
        start -= 1
    if start == scene.low:
        return None
    if reading.lower(start - 1) in _POSSESSIVES:
        return start, (start - 1, start)
    if kinds[start - 1] & CLITIC and kinds[start - 1] & NOMINAL:
        owner = start - 1
        while owner > scene.low and kinds[owner - 1] & _OWNERS and not kinds[owner] & DETERMINER:
            owner -= 1
        return (start, (owner, start - 1)) if owner < start - 1 else None
    nobody = scene.rule == "claim-that" and "unowned" in cues.tags(cue.lemma)
    return (at, None) if nobody and scene.frames.explains(at, shape.content) else None


def _is_time(scene: Scene, group: Group) -> bool:
    """Whether a noun group tells when: for the second time."""
    return "time" in group.tags or scene.reading.lower(group.head) in ("time", "times")


def _noun_verb(scene: Scene, noun: int, start: int, end: int) -> int:
    """Where a content ends whose noun is a subject: the claim [that it was over] was false."""
    verb = scene.frames.verb_of(noun)
    while verb is not None and scene.kinds[verb - 1] & ADVERB:
        verb -= 1
    return verb if verb is not None and start + 2 < verb < end else end
