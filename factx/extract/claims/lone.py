"""Quotations without a verb of saying: beside another verb, before a dash and a name, after a colon, alone."""

from __future__ import annotations

from factx.extract.claims import from_quotation, phrases, quoted
from factx.extract.claims.cues import Cue, noun, verb
from factx.extract.claims.from_label import verb_before
from factx.extract.claims.kinds import Kinds
from factx.extract.claims.reading import Range, Reading
from factx.extract.claims.sentence import Parts, Scene
from factx.extract.claims.shapes import Shape
from factx.extract.claims.stance import BE

SAYS = Cue(":", "asserts", frozenset())
"""What a verb does that attributes beside a quotation alone, and a mark that stands for one."""
_PARTICLES = frozenset({"back", "in", "out", "up", "on", "off"})
_LONGEST_NAME = 16
"""Tokens of a name and a description after a dash, at most."""
_LONGEST_LEAD = 40
"""Tokens of a sentence in front of a colon that are read."""
_NOBODY = frozenset({"it", "this", "that", "there", "these", "those", "what"})
_HOW = frozenset({"after", "with", "without", "following"})
_RELATIVES = frozenset({"who", "which"})
_CLOSE = 3
"""Tokens that may stand between a verb and the colon after it and belong to the cue: as she put it."""
_LONGEST_TITLE = 4
"""Tokens of a quotation, with its marks, that may be the title of a work."""
_OF_A_CLAUSE: Kinds = frozenset({"auxiliary", "quotation", "subject-pronoun"})
_CLOSES: Kinds = frozenset({"end", "comma", "break", "colon", "stop"})


def beside(scene: Scene, at: int, shape: Shape) -> tuple[Cue, Parts] | None:
    """The statement at the quotation `at`, with any verb after: "Not now," he smiled; "Not now," shot back Ann Lee."""
    reading, kinds = scene.reading, scene.kinds
    first = at + 2 if "comma" in kinds[at + 1] else at + 1
    found = next(place for place in range(shape.cue_end - 1, first - 1, -1) if "past" in kinds[place])
    if not quoted.is_speech(reading, at):
        return None
    inverted = found == first
    end = _with_particle(scene, found + 1, inverted=inverted)
    if inverted:
        after = phrases.source_behind(reading, end, scene.high)
        source = end, after
    else:
        after = end
        source = first, max(reading.back({"adverb"}, found, first), first + 1)
    front = quoted.before(reading, first, scene.low)
    if front is None or source[0] >= source[1] or _another_says(scene, end):
        return None
    parts = [*quoted.earlier(reading, front[0], scene.reached), front]
    parts += from_quotation.resumed(scene, front, after, found)
    return SAYS, Parts(found, end, source, parts)


def _with_particle(scene: Scene, end: int, *, inverted: bool) -> int:
    """Where a verb ends with its particle, which closes its clause if its subject does not follow: he [shot back]."""
    particle = scene.reading.lower(end) in _PARTICLES
    return end + 1 if particle and (inverted or scene.kinds[end + 1] & _CLOSES) else end


def _another_says(scene: Scene, start: int) -> bool:
    """Whether a verb of saying follows in the clause: "Not now," the man injured in the crash said."""
    for place in range(start, scene.high):
        if scene.kinds[place] & _CLOSES:
            return False
        if "cue" in scene.kinds[place]:
            return True
    return False


def signed(scene: Scene, at: int, shape: Shape) -> tuple[Cue, Parts] | None:
    """The statement at the quotation `at` after which a dash and a name end the paragraph: "We won." - Ann Lee."""
    reading, kinds = scene.reading, scene.kinds
    start = shape.content
    end = scene.stop(scene.paragraph_end(start))
    opens = "end" in kinds[at - 1]
    long = reading.origin[at + 1] - reading.origin[at] > _LONGEST_TITLE
    if not opens or not long or end > start + _LONGEST_NAME:
        return None
    verbal = any(kind & _OF_A_CLAUSE or "cue" in kind for kind in kinds[start:end])
    if verbal:
        return None
    parts = [*quoted.earlier(reading, at, scene.reached), (at, at + 1)]
    return SAYS, Parts(start - 1, start, (start, end), parts)


def introduced(scene: Scene, at: int, shape: Shape) -> tuple[Cue, Parts] | None:
    """The statement whose quotation stands after a colon: He shook his head: "Never"; And from the mayor: "We won"."""
    reading, place = scene.reading, shape.content
    if not _stands_alone(scene, place) or at > scene.low + _LONGEST_LEAD:
        return None
    parts = [(place, place + 1), *quoted.going_on(reading, place + 1)]
    dashes = [number for number in range(scene.low, at) if "break" in scene.kinds[number]]
    low = dashes[-1] + 1 if dashes else scene.low
    read = scene.frames.main_clause((low, at))
    if read is None or read[0] is not None and reading.lower(read[0][0]) in _RELATIVES:
        return _by_name(scene, low, at, parts)
    return _by_clause(scene, low, at, read, parts)


def _by_clause(
    scene: Scene, low: int, at: int, read: tuple[Range | None, Range], parts: list[Range]
) -> tuple[Cue, Parts] | None:
    """The statement before whose colon a clause stands, by its subject and its verb: He shook his head: ..."""
    subject, said = read
    if any(_speaks(scene, number) for number in range(said[1], at)):
        return None
    source = _subject(scene, low, subject, said, at)
    if source is None:
        return None
    start, end = _whole_cue(scene, low, said, at)
    return verb(scene.reading.lower(said[1] - 1)) or SAYS, Parts(start, end, source, parts)


def _stands_alone(scene: Scene, quotation: int) -> bool:
    """Whether a quotation is a sentence that is nobody's yet, and ends the one around it."""
    return quotation >= scene.reached and bool(scene.kinds[quotation + 1] & {"end", "stop"}) \
        and quoted.is_speech(scene.reading, quotation)


def _by_name(scene: Scene, low: int, at: int, parts: list[Range]) -> tuple[Cue, Parts] | None:
    """The statement before whose colon no verb stands: And from the mayor: ...; The sign read: ..."""
    verb_at = at if verb_before(scene, at) is None else at - 1
    source = _named(scene, low, verb_at)
    return None if source is None else (SAYS, Parts(verb_at, verb_at + 1, source, parts))


def _whole_cue(scene: Scene, low: int, said: Range, colon: int) -> Range:
    """A verb with what belongs to it in front of a colon: [shot back]: ...; as she [put it]: ...; here's Lee[:] ..."""
    if scene.reading.lower(low) == "here":
        return colon, colon + 1
    start, end = said
    if scene.reading.lower(end) in _PARTICLES:
        end += 1
    near = colon - end < _CLOSE and all(kind & {"pronoun", "adverb"} for kind in scene.kinds[end:colon])
    return start, colon if near else end


def _subject(scene: Scene, low: int, subject: Range | None, said: Range, colon: int) -> Range | None:
    """The subject of the sentence whose verb is at `said`: Here's Ann Lee: ...; As Ann Lee, the mayor, put it: ..."""
    reading = scene.reading
    if reading.lower(low) == "here":
        return _named(scene, said[1], colon)
    if subject is None or reading.lower(subject[0]) in _NOBODY:
        return None
    predicate = scene.predicates.at(said[1] - 1)
    found = scene.predicates.source(predicate, None) if predicate is not None else None
    if reading.lower(said[1] - 1) in BE and not _is_somebody(scene, subject):
        return None  # the rule was simple: "First come, first served."
    return subject if found is None else found.range


def _is_somebody(scene: Scene, subject: Range) -> bool:
    """Whether a subject is a person, or something that is said: She was blunt: ...; Her answer was blunt: ..."""
    kinds = scene.kinds
    return any(
        kinds[place] & {"person", "subject-pronoun"} or noun(scene.reading.lower(place)) is not None
        for place in range(*subject)
    )


def _speaks(scene: Scene, place: int) -> bool:
    """Whether a token is a verb of saying, as far as what stands in front tells: but the woman's quotes."""
    kind = scene.kinds[place]
    subject = scene.kinds[place - 1] & {"subject-pronoun", "person", "capital", "adverb", "conjunction", "comma"}
    return bool("cue" in kind and kind & {"past", "present"} and subject)


def _named(scene: Scene, low: int, colon: int) -> Range | None:
    """Whoever is named in front of a colon where no verb stands: And from the chairwoman, Ann Lee: ..."""
    kinds, reading = scene.kinds, scene.reading
    start = low
    while kinds[start] & {"conjunction", "comma", "preposition", "subordinator", "adverb", "time"}:
        if reading.lower(start) in _HOW:
            return None  # then, after a pause: nobody is named
        start += 1
    end = phrases.behind(reading, start, colon)
    named = any(kind & {"person", "capital"} for kind in kinds[start:end]) or "determiner" in kinds[start]
    whole = end == colon or kinds[end] & {"comma", "preposition", "time"}
    return (start, end) if named and whole else None


def continued(reading: Reading, at: int, low: int, high: int) -> list[Range]:
    """The quotation `at` and what goes on with it, where it is a sentence of its own that nobody claims."""
    end = quoted.without_stop(reading, high)
    start = at if _pauses(reading, low, at) else low
    alone = at <= start + 1 and quoted.is_speech(reading, at) and quoted.is_spoken(reading, start, end)
    if not alone or quoted.is_claimed(reading, high):
        return []
    parts = [(start, end), *quoted.going_on(reading, high)]
    # One that is not closed goes on in a paragraph where somebody else may be named.
    return parts if quoted.is_closed(reading, parts[-1]) or reading.kinds[end - 1] - {"quotation"} else []


def _pauses(reading: Reading, low: int, at: int) -> bool:
    """Whether the words from `low` to the quotation `at` tell how or when the same one went on: Then, after a pause:"""
    first = low
    while reading.kinds[first] & {"adverb", "conjunction", "comma"}:
        first += 1
    group = reading.groups.beginning(first + 1)
    return group is not None and reading.lower(first) in _HOW and group.end == at - 1
